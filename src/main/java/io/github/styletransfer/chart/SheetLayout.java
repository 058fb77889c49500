package io.github.styletransfer.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the pictures of a contact sheet are: the main one large, some of the others beside it in
 * rows that end where it ends, the rest in rows below.
 *
 * @param width of the sheet, in pixels
 * @param height of the sheet, in pixels
 * @param cells of the pictures, without their captions, the main one's first
 */
record SheetLayout(int width, int height, List<Rectangle2D> cells) {
  static final int GAP = 20;

  private static final int MARGINS = 2 * GAP;
  private static final double LEAST_WIDTH = 120;
  private static final double LEAST_HEIGHT = 90;
  private static final double MOST_HEIGHT = 330;

  /** How much of the sheet the main picture should be, and the sheet's best shape. */
  private static final double BEST_SHARE = 0.6;

  private static final double BEST_ASPECT = 1.5;
  private static final double SMALLNESS = 0.4;

  /**
   * The layout in which the main picture is large, the others can be seen, and the sheet is about
   * as wide as a screen.
   *
   * @param main the width of the main picture, when its height is 1
   * @param others the widths of the others, when their height is 1
   * @param inputs how many of these, the first ones, belong together
   * @param width of the sheet
   * @param caption the height of what is below each picture
   */
  static SheetLayout best(double main, List<Double> others, int inputs, int width, int caption) {
    return Stream.of(0, inputs, others.size())
        .distinct()
        .flatMap(beside -> of(main, others, beside, width, caption))
        .min(Comparator.comparingDouble(SheetLayout::fault))
        .orElseGet(() -> alone(main, width, caption));
  }

  private static SheetLayout alone(double main, int width, int caption) {
    double height = (width - MARGINS) / main;
    return new SheetLayout(
        width,
        (int) Math.round(height) + caption + MARGINS,
        List.of(new Rectangle2D.Double(GAP, GAP, width - MARGINS, height)));
  }

  private static Stream<SheetLayout> of(
      double main, List<Double> others, int beside, int width, int caption) {
    List<Optional<JustifiedRows>> sides = partings(others.subList(0, beside), caption);
    List<Optional<JustifiedRows>> feet = partings(others.subList(beside, others.size()), caption);
    return sides.stream()
        .flatMap(side -> feet.stream().map(foot -> of(main, side, foot, width, caption)))
        .flatMap(Optional::stream);
  }

  private static List<Optional<JustifiedRows>> partings(List<Double> aspects, int caption) {
    List<Optional<JustifiedRows>> partings = new ArrayList<>();
    if (aspects.isEmpty()) {
      partings.add(Optional.empty());
    }
    for (int rows = 1; rows <= aspects.size(); rows++) {
      partings.add(Optional.of(JustifiedRows.of(aspects, rows, caption, GAP)));
    }
    return partings;
  }

  /** The main picture is as high as what is beside it; empty if that leaves no room for one. */
  private static Optional<SheetLayout> of(
      double main,
      Optional<JustifiedRows> beside,
      Optional<JustifiedRows> below,
      int width,
      int caption) {
    double room = width - MARGINS;
    double height = room / main;
    if (beside.isPresent()) {
      JustifiedRows rows = beside.get();
      height = (rows.height(room - GAP) - caption) / (1 + rows.slope() * main);
    }
    double side = room - GAP - main * height;
    if (beside.isPresent() && (side < LEAST_WIDTH || height < LEAST_WIDTH)) {
      return Optional.empty();
    }
    List<Rectangle2D> cells = new ArrayList<>();
    cells.add(new Rectangle2D.Double(GAP, GAP, main * height, height));
    double mainWidth = main * height;
    beside.ifPresent(rows -> cells.addAll(rows.cells(GAP + mainWidth + GAP, GAP, side)));
    double y = GAP + height + caption + GAP;
    below.ifPresent(rows -> cells.addAll(rows.cells(GAP, y, room)));
    double bottom = y + below.map(rows -> rows.height(room) + GAP).orElse(0.0);
    return Optional.of(new SheetLayout(width, (int) Math.round(bottom), cells));
  }

  /** How far it is from what a person wants to see; 0 is best. */
  private double fault() {
    double all = (double) width * height;
    Rectangle2D main = cells.get(0);
    double share = main.getWidth() * main.getHeight() / all;
    double fault =
        Math.abs(Math.log(share / BEST_SHARE))
            + Math.abs(Math.log((double) width / height / BEST_ASPECT));
    for (Rectangle2D cell : cells.subList(1, cells.size())) {
      fault +=
          SMALLNESS
              * (Math.max(0, Math.log(LEAST_WIDTH / cell.getWidth()))
                  + Math.max(0, Math.log(LEAST_HEIGHT / cell.getHeight()))
                  + Math.max(0, Math.log(cell.getHeight() / MOST_HEIGHT)));
    }
    return fault;
  }
}
