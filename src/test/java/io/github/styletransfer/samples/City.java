package io.github.styletransfer.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A downtown on its own grid of streets, turned against the viewer's axes. */
final class City {
  private static final double COS = Math.cos(0.42);
  private static final double SIN = Math.sin(0.42);
  private static final double CENTRE_Z = 1050;
  private static final double BLOCK = 50;

  private static final Vec[] WALLS = {
    Vec.rgb(0x6b5a55),
    Vec.rgb(0x54606f),
    Vec.rgb(0x86715f),
    Vec.rgb(0x3c4654),
    Vec.rgb(0x9a8a80),
    Vec.rgb(0x704840),
    Vec.rgb(0x475a66)
  };
  private static final Vec WARM_LAMP = Vec.rgb(0xffb357);
  private static final Vec WHITE_LAMP = Vec.rgb(0xffe3b8);
  private static final Vec COOL_LAMP = Vec.rgb(0xbfd8ff);

  /** One building: a bounding box, the boxes it consists of, and what it looks like. */
  private record Building(
      int id, Box bounds, List<Box> tiers, Vec wall, double glass, double lit, int pattern) {}

  /** All buildings between two lines of the grid, and a box around them. */
  private record Street(Box bounds, List<Building> buildings) {}

  private final List<Street> streets = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(2026);
  private final Noise noise = new Noise(5);
  private final DuskSky sky;

  City(DuskSky sky) {
    this.sky = sky;
    for (int row = -4; row <= 10; row++) {
      for (int column = -17; column <= 17; column++) {
        build(column * BLOCK, row * BLOCK);
      }
    }
    landmark(105, 60);
    arrange();
  }

  /** How much of a downtown it is somewhere. */
  private static double downtown(double x, double z) {
    return Curves.bell((x - 130) / 190) * Curves.bell((z - 140) / 260)
        + 0.45 * Curves.bell((x + 330) / 150) * Curves.bell((z - 200) / 300);
  }

  private void build(double gridX, double gridZ) {
    double x = gridX * COS - gridZ * SIN;
    double z = gridX * SIN + gridZ * COS;
    boolean atLandmark = Math.abs(gridX - 105) < 45 && Math.abs(gridZ - 60) < 45;
    if (z < -150 || random.nextDouble() < 0.1 || atLandmark) {
      return;
    }
    double chance = random.nextDouble();
    double height = 14 + 38 * random.nextDouble();
    height += 240 * downtown(x, z) * Math.pow(chance, 1.2) * Curves.step(-190, 0, z);
    double half = 14 + 8 * random.nextDouble();
    double cx = gridX + 6 * (random.nextDouble() - 0.5);
    List<Box> tiers = new ArrayList<>();
    if (height > 75 && random.nextInt(3) > 0) {
      tiers.add(tower(cx, gridZ, half, 0, height * 0.62));
      tiers.add(tower(cx, gridZ, half * 0.78, height * 0.62, height * 0.86));
      tiers.add(tower(cx, gridZ, half * 0.5, height * 0.86, height));
      if (random.nextInt(2) == 0) {
        tiers.add(tower(cx, gridZ, 0.9, height, height * 1.22));
      }
    } else {
      tiers.add(tower(cx, gridZ, half, 0, height));
      double shift = half * (random.nextDouble() - 0.5);
      tiers.add(tower(cx + shift, gridZ, half * 0.35, height, height + 5));
      if (height > 90) {
        tiers.add(tower(cx + shift, gridZ, 0.7, height, height + 26));
      }
    }
    add(tiers, 0.04 + 0.36 * Math.pow(random.nextDouble(), 1.6), random.nextInt(4));
  }

  /** The tallest one, with many setbacks and a long needle. */
  private void landmark(double x, double z) {
    List<Box> tiers = new ArrayList<>();
    double[] halves = {27, 23, 18, 12.5, 7.5, 4, 1.1};
    double[] tops = {70, 170, 232, 258, 272, 284, 345};
    double floor = 0;
    for (int i = 0; i < halves.length; i++) {
      tiers.add(tower(x, z, halves[i], floor, tops[i]));
      floor = tops[i];
    }
    add(tiers, 0.4, 1);
  }

  private void add(List<Box> tiers, double lit, int pattern) {
    Box first = tiers.get(0);
    double top = tiers.get(tiers.size() - 1).high().y();
    Box bounds = new Box(first.low(), new Vec(first.high().x(), top, first.high().z()));
    int id = buildings.size();
    Vec wall = WALLS[random.nextInt(WALLS.length)].times(0.7 + 0.5 * random.nextDouble());
    buildings.add(new Building(id, bounds, tiers, wall, random.nextDouble(), lit, pattern));
  }

  private void arrange() {
    Map<Integer, List<Building>> columns = new TreeMap<>();
    for (Building building : buildings) {
      int column =
          (int) Math.round(building.bounds.low().mix(building.bounds.high(), 0.5).x() / BLOCK);
      columns.computeIfAbsent(column, key -> new ArrayList<>()).add(building);
    }
    for (List<Building> street : columns.values()) {
      Box bounds = street.get(0).bounds;
      for (Building building : street) {
        bounds = bounds.around(building.bounds);
      }
      streets.add(new Street(bounds, street));
    }
  }

  private static Box tower(double x, double z, double half, double bottom, double top) {
    return new Box(new Vec(x - half, bottom, z - half), new Vec(x + half, top, z + half));
  }

  /** The buildings of those rows of blocks that a ray crosses. */
  private List<Building> inTheWay(Vec from, Vec inverse) {
    List<Building> found = new ArrayList<>();
    for (Street street : streets) {
      if (street.bounds.distance(from, inverse) < Box.MISSED) {
        found.addAll(street.buildings);
      }
    }
    return found;
  }

  Hit hit(Vec origin, Vec direction) {
    Vec from = toGrid(new Vec(origin.x(), origin.y(), origin.z() - CENTRE_Z));
    Vec along = toGrid(direction);
    Vec inverse = Box.inverse(along);
    double nearest = Box.MISSED;
    Building building = null;
    Box tier = null;
    for (Building candidate : inTheWay(from, inverse)) {
      if (candidate.bounds.distance(from, inverse) >= nearest) {
        continue;
      }
      for (Box box : candidate.tiers) {
        double distance = box.distance(from, inverse);
        if (distance < nearest) {
          nearest = distance;
          building = candidate;
          tier = box;
        }
      }
    }
    if (building == null || tier == null) {
      return Hit.NOTHING;
    }
    return new Hit(nearest, shade(building, tier, from.plus(along.times(nearest)), direction));
  }

  private static Vec toGrid(Vec v) {
    return new Vec(v.x() * COS + v.z() * SIN, v.y(), v.z() * COS - v.x() * SIN);
  }

  private static Vec fromGrid(Vec v) {
    return new Vec(v.x() * COS - v.z() * SIN, v.y(), v.x() * SIN + v.z() * COS);
  }

  private Vec shade(Building building, Box tier, Vec point, Vec direction) {
    Vec gridNormal = tier.normal(point);
    Vec normal = fromGrid(gridNormal);
    double dusk = Math.max(0, normal.x() * DuskSky.SUN.x() * 2 + 0.25 * normal.z() + 0.2);
    Vec ambient = new Vec(0.15, 0.18, 0.30).plus(new Vec(1.0, 0.45, 0.22).times(1.1 * dusk));
    // Street lamps light the lowest floors.
    ambient = ambient.plus(WARM_LAMP.times(0.6 * Math.exp(-point.y() / 14)));
    double stains = 1 + 0.35 * noise.fractal(point.x() / 9 + point.z() / 7, point.y() / 15, 3);
    Vec wall = building.wall.times(ambient).times(0.55 * stains);
    if (gridNormal.y() > 0.5) {
      return wall.times(1.5);
    }
    if (tier.high().x() - tier.low().x() < 6) {
      boolean beacon = tier.high().y() - point.y() < 2.2;
      return beacon ? new Vec(3, 0.25, 0.2) : wall.times(0.6);
    }
    boolean side = Math.abs(gridNormal.x()) > 0.5;
    double along = (side ? point.z() : point.x()) - (side ? tier.low().z() : tier.low().x());
    double width = building.pattern == 2 ? 7 : 3.9;
    double storey = 4.3;
    int column = (int) Math.floor(along / width);
    int floor = (int) Math.floor(point.y() / storey);
    double u = along / width - column;
    double v = point.y() / storey - floor;
    boolean window =
        switch (building.pattern) {
          case 0 -> u > 0.2 && u < 0.8 && v > 0.25 && v < 0.85;
          case 1 -> u > 0.28 && u < 0.86 && v > 0.12 && v < 0.88;
          case 2 -> u > 0.06 && v > 0.35 && v < 0.9;
          default -> u > 0.1 && u < 0.9 && v > 0.1 && v < 0.95;
        };
    if (tier.high().y() - point.y() < 1.6 || !window) {
      return wall;
    }
    Vec mirrored = sky.light(absY(direction.reflect(normal)));
    double shine = 0.16 + 0.34 * building.glass;
    Vec glass = wall.times(0.35).plus(mirrored.times(shine));
    int cell = 4 * column + (side ? 1 : 0) + (gridNormal.x() + gridNormal.z() > 0 ? 2 : 0);
    double chance = noise.cell(cell, floor, building.id);
    double wholeFloor = noise.cell(-7, floor, building.id) < 0.06 ? 0.5 : 0;
    if (chance > building.lit + wholeFloor) {
      return glass;
    }
    double kind = noise.cell(cell, floor, building.id + 5000);
    Vec lamp = WARM_LAMP.mix(WHITE_LAMP, kind);
    if (building.pattern == 2 || kind > 0.93) {
      lamp = WHITE_LAMP.mix(COOL_LAMP, kind * 0.7);
    }
    double curtain = 0.7 + 0.5 * v;
    double power = 0.25 + 1.9 * Math.pow(noise.cell(cell, floor, building.id + 9000), 2);
    return glass.times(0.5).plus(lamp.times(power * curtain));
  }

  private static Vec absY(Vec v) {
    return new Vec(v.x(), Math.abs(v.y()), v.z());
  }
}
