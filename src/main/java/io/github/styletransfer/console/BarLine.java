package io.github.styletransfer.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One line that shows how far something has come. The narrower the window, the fewer parts it has;
 * it never takes two rows.
 *
 * @param name of what is done
 * @param share that is done, 0 to 1; empty if it isn't known how much there is to do
 * @param count how much is done
 * @param details from what matters least to what matters most
 * @param times since the beginning and until the end
 * @param shortTimes the one of them that matters more
 */
record BarLine(
    String name,
    OptionalDouble share,
    Part count,
    List<Part> details,
    Part times,
    Part shortTimes) {
  private static final int LONG_BAR = 20;
  private static final int SHORT_BAR = 8;
  private static final int SHORTEST_BAR = 5;
  private static final int NO_BAR = 0;
  private static final int PERCENT = 100;
  private static final Part NOTHING = new Part("", 0);

  /** Copies the list. */
  public BarLine {
    details = List.copyOf(details);
  }

  /**
   * A part of the line.
   *
   * @param text for people to read
   * @param usual columns that such a text usually needs at most, so that the line rarely changes
   *     its layout
   */
  public record Part(String text, int usual) {
    int columns() {
      return Math.max(usual, text.length());
    }

    boolean isEmpty() {
      return text.isEmpty() && usual == 0;
    }

    /** A text aligned to the right, as numbers are. */
    public static Part right(String text, int usual) {
      return new Part(" ".repeat(Math.max(0, usual - text.length())) + text, usual);
    }
  }

  /**
   * Draws the line.
   *
   * @param columns of the window; the last one stays free, as some terminals wrap the line there
   */
  public String text(int columns, BarStyle style) {
    for (Layout layout : layouts()) {
      int left = columns - 1 - layout.columns();
      if (left >= 0) {
        return layout.text(left, style);
      }
    }
    String shortest = percent().text();
    return shortest.substring(0, Math.max(0, Math.min(columns - 1, shortest.length())));
  }

  private List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>();
    Part title = new Part(name, name.length());
    layouts.add(new Layout(title, LONG_BAR, after(count, details, times)));
    for (int dropped = 0; dropped <= details.size(); dropped++) {
      List<Part> rest = details.subList(dropped, details.size());
      layouts.add(new Layout(NOTHING, SHORT_BAR, after(count, rest, times)));
    }
    layouts.add(new Layout(NOTHING, SHORTEST_BAR, List.of(count, shortTimes)));
    layouts.add(new Layout(NOTHING, SHORTEST_BAR, List.of(shortTimes)));
    layouts.add(new Layout(NOTHING, NO_BAR, List.of(count, shortTimes)));
    layouts.add(new Layout(NOTHING, NO_BAR, List.of(shortTimes)));
    layouts.add(new Layout(NOTHING, NO_BAR, List.of(share.isEmpty() ? count : NOTHING)));
    return layouts;
  }

  private static List<Part> after(Part count, List<Part> details, Part times) {
    List<Part> parts = new ArrayList<>(List.of(count));
    parts.addAll(details);
    parts.add(times);
    return parts;
  }

  private Part percent() {
    return share.isEmpty()
        ? NOTHING
        : new Part(String.format(Locale.ROOT, "%3d%%", (int) (share.getAsDouble() * PERCENT)), 4);
  }

  /** A choice of parts. */
  private final class Layout {
    private final Part title;
    private final int shortestBar;
    private final List<Part> parts;

    Layout(Part title, int shortestBar, List<Part> parts) {
      this.title = title;
      this.shortestBar = share.isPresent() ? shortestBar : NO_BAR;
      this.parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** The least that it takes. */
    int columns() {
      int columns = parts.stream().mapToInt(part -> 2 + part.columns()).sum();
      columns += percent().columns() + (shortestBar > 0 ? 1 + shortestBar : 0);
      return columns + (title.isEmpty() ? 0 : title.columns() + 1);
    }

    String text(int left, BarStyle style) {
      StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title.text() + " ");
      text.append(percent().text());
      if (shortestBar > 0) {
        text.append(' ').append(style.bar(share.orElse(0), shortestBar + left));
      }
      text.append(
          parts.stream()
              .map(part -> part.text() + " ".repeat(part.columns() - part.text().length()))
              .collect(Collectors.joining("  ", text.isEmpty() ? "" : "  ", "")));
      return text.toString().stripTrailing();
    }
  }
}
