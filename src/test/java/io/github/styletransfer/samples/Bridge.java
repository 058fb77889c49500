package io.github.styletransfer.samples;

import java.util.List;

/** A suspension bridge with lamps along its cables. */
final class Bridge {
  private static final double COS = 0.954;
  private static final double SIN = 0.298;
  private static final Vec FIRST_TOWER = new Vec(-205, 0, 560);
  private static final double SPAN = 430;
  private static final double SIDE_SPAN = 240;
  private static final double HALF_WIDTH = 13;
  private static final double DECK = 46;
  private static final double TOP = 118;

  private static final Vec STEEL = Vec.rgb(0x8c3b2c);
  private static final Vec LAMP = Vec.rgb(0xffcf8a);

  private final List<Box> boxes =
      List.of(
          leg(0, -HALF_WIDTH),
          leg(0, HALF_WIDTH),
          leg(SPAN, -HALF_WIDTH),
          leg(SPAN, HALF_WIDTH),
          beam(0, TOP - 9, TOP - 2),
          beam(0, 80, 86),
          beam(0, DECK - 10, DECK - 3),
          beam(SPAN, TOP - 9, TOP - 2),
          beam(SPAN, 80, 86),
          beam(SPAN, DECK - 10, DECK - 3),
          new Box(new Vec(-HALF_WIDTH, DECK - 1, -500), new Vec(HALF_WIDTH, DECK + 1.5, 800)),
          pier(0),
          pier(SPAN),
          pier(-SIDE_SPAN),
          pier(SPAN + SIDE_SPAN));

  private static Box leg(double along, double across) {
    return new Box(new Vec(across - 3, 0, along - 4.5), new Vec(across + 3, TOP, along + 4.5));
  }

  private static Box beam(double along, double bottom, double top) {
    return new Box(new Vec(-HALF_WIDTH, bottom, along - 3), new Vec(HALF_WIDTH, top, along + 3));
  }

  private static Box pier(double along) {
    return new Box(new Vec(-HALF_WIDTH - 7, 0, along - 10), new Vec(HALF_WIDTH + 7, 7, along + 10));
  }

  Hit hit(Vec origin, Vec direction) {
    Vec from = toBridge(origin.minus(FIRST_TOWER));
    Vec along = toBridge(direction);
    Vec inverse = Box.inverse(along);
    Hit hit = Hit.NOTHING;
    for (Box box : boxes) {
      double distance = box.distance(from, inverse);
      if (distance < hit.distance()) {
        Vec point = from.plus(along.times(distance));
        hit = new Hit(distance, steel(point, box.normal(point)));
      }
    }
    for (double side : new double[] {-HALF_WIDTH, HALF_WIDTH}) {
      double distance = (side - from.x()) * inverse.x();
      if (distance > 0 && distance < hit.distance()) {
        Vec light = cables(from.plus(along.times(distance)));
        if (light.luminance() > 0) {
          hit = new Hit(distance, light);
        }
      }
    }
    return hit;
  }

  private static Vec toBridge(Vec v) {
    return new Vec(v.x() * COS - v.z() * SIN, v.y(), v.z() * COS + v.x() * SIN);
  }

  private static Vec steel(Vec point, Vec normal) {
    // The left sides face the sunset; floodlights shine up the towers from the deck.
    double dusk = normal.x() < -0.5 ? 0.8 : 0.16;
    double flood = point.y() > DECK ? 1.5 * Math.exp(-(point.y() - DECK) / 38) : 0;
    double rivets = Curves.fraction(point.y() / 9) < 0.08 ? 0.75 : 1;
    Vec ambient = new Vec(0.17, 0.2, 0.3).plus(new Vec(1, 0.5, 0.28).times(dusk));
    return STEEL.times(ambient.plus(LAMP.times(flood))).times(0.8 * rivets);
  }

  /** The light of cables, hangers, railing and lamps at a point of a side; black between them. */
  private static Vec cables(Vec point) {
    double z = point.z();
    if (z < -500 || z > SPAN + SIDE_SPAN) {
      return Vec.BLACK;
    }
    double cable = cableHeight(z);
    double above = point.y() - cable;
    double bulb = 16 * (Curves.fraction(z / 16) - 0.5);
    if (Math.hypot(bulb, above - 1.2) < 1.0) {
      return LAMP.times(3.2);
    }
    double lantern = 32 * (Curves.fraction(z / 32 + 0.25) - 0.5);
    if (Math.hypot(lantern, point.y() - DECK - 8) < 1.1) {
      return LAMP.times(3.6);
    }
    if (Math.abs(above) < 0.8) {
      return STEEL.times(0.5);
    }
    double hanger = 8 * (Curves.fraction(z / 8) - 0.5);
    if (point.y() > DECK && above < 0 && Math.abs(hanger) < 0.28) {
      return STEEL.times(0.3);
    }
    double below = point.y() - DECK;
    if (below > -6 && below < 2) {
      double diagonal = Math.abs(8 * Curves.fraction(z / 8) - 4) - (below + 6) * 0.5;
      return below < -5 || below > 0.6 || Math.abs(diagonal) < 0.5 ? STEEL.times(0.35) : Vec.BLACK;
    }
    return Vec.BLACK;
  }

  private static double cableHeight(double z) {
    if (z >= 0 && z <= SPAN) {
      double t = 2 * z / SPAN - 1;
      return Curves.mix(DECK + 6, TOP, t * t);
    }
    double t = (z < 0 ? -z : z - SPAN) / SIDE_SPAN;
    return Curves.mix(TOP, DECK + 2, Math.min(1, t * (1.25 - 0.25 * t)));
  }
}
