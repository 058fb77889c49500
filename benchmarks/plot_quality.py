#!/usr/bin/env python3
"""Draws quality over seconds from quality_judge.py's scores, and prints them as a table: needs matplotlib.

    plot_quality.py SCORES.csv OUT.svg --content DISTANCE [DISTANCE ...]

Each pair has its content distance, in the order of the scores. Of each way and setting, the logarithms of the distances to
the painting are interpolated between the strengths at that content distance, linearly in its logarithm, or carried on
beyond them. Of a setting with one strength only, they are moved along the slope that the thin network has with the same
iterations, or else with 50,12. The widened network computes the thin one's features: of a pair that it hasn't painted, it
is given the thin one's pictures, which the table marks. Distances and seconds are geometric means over the pairs. Seconds are the shortest of a setting's
runs of the pair.
"""
import argparse
import csv
import itertools
import math

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

SLOPE_SETTING = "50,12"
NAMES = {"patches": "patches, no network", "thin": "thin network", "wide": "network of VGG-19's width"}
COLOURS = {"patches": "#c2571a", "thin": "#1f6fb2", "wide": "#5b8c2a"}
MEASURES = {"style": "style distance, by the thin network", "patches": "patch distance, without a network"}
INK = "#444444"


def mean(values):
    """The geometric mean."""
    values = list(values)
    return math.exp(sum(map(math.log, values)) / len(values))


def line(points, measure):
    """Slope and a point of the line through logarithms of (content, measure), by least squares."""
    xs, ys = ([math.log(float(row[name])) for row in points] for name in ("content", measure))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((a - x) ** 2 for a in xs)
    return (sum((a - x) * (b - y) for a, b in zip(xs, ys)) / spread if spread > 0 else None), x, y


def at(points, measure, content, fallback):
    """The measure at a content distance."""
    ordered = sorted(points, key=lambda row: float(row["content"]))
    below = [row for row in ordered if float(row["content"]) <= content]
    above = [row for row in ordered if float(row["content"]) > content]
    near = [*below[-1:], *above[:1]] if below and above else (below[-2:] or above[:2])
    slope, x, y = line(near, measure)
    if slope is None:
        slope = line(fallback, measure)[0]
    return math.exp(y + slope * (math.log(content) - x))


def summary(rows, contents):
    """For each way and setting: seconds, processor seconds, measures, and the range of content distances."""
    pairs = list(dict.fromkeys((row["photo"], row["painting"]) for row in rows))
    result = {}
    for key in dict.fromkeys((row["way"], row["setting"]) for row in rows):
        of = lambda key, pair: [
            row for row in rows if (row["way"], row["setting"]) == key and (row["photo"], row["painting"]) == pair
        ]
        slopes = lambda pair: max(of(("thin", key[1]), pair), of(("thin", SLOPE_SETTING), pair), key=lambda points: len(points) > 1)
        per_pair = [(of(key, pair), slopes(pair), content) for pair, content in zip(pairs, contents)]
        timed = [points for points, _, _ in per_pair if points]
        if key[0] == "wide":
            own = [of(("thin", key[1]), pair) for pair in pairs]
            per_pair = [(points or thin, slope, content) for (points, slope, content), thin in zip(per_pair, own)]
        if not all(points for points, _, _ in per_pair):
            continue
        figures = {
            name: mean(min(float(row[name]) for row in points) for points in timed)
            for name in ("seconds", "processor_seconds")
        }
        figures["borrowed"] = len(timed) < len(per_pair)
        for measure in ("style", "gram", "patches"):
            figures[measure] = mean(at(points, measure, content, slope) for points, slope, content in per_pair)
        figures["strengths"] = sorted({int(row["strength"]) for points, _, _ in per_pair for row in points})
        reaches = [sorted(float(row["content"]) for row in points) for points, _, _ in per_pair]
        figures["content"] = ", ".join(f"{low:.2f} to {high:.2f}" if low < high else f"{low:.2f}" for (low, *_, high) in
            (reach if len(reach) > 1 else reach * 2 for reach in reaches))
        result[key] = figures
    return result


def print_table(figures, seconds):
    print("| way | setting | seconds | style | Gram | patches | strengths | content distances |")
    print("|---|---|---|---|---|---|---|---|")
    for (way, setting), row in figures.items():
        strengths = ", ".join(map(str, row["strengths"]))
        print(f"| {way}{'*' * row['borrowed']} | {setting} | {row[seconds]:.1f} | {row['style']:.3f} | {row['gram']:.3f} | {row['patches']:.3f} "
            f"| {strengths} | {row['content']} |")


def draw(figures, seconds, label, out):
    plt.rcParams.update({"svg.hashsalt": "quality", "font.size": 10, "text.color": INK, "axes.labelcolor": INK,
        "axes.edgecolor": INK, "xtick.color": INK, "ytick.color": INK})
    figure, axes = plt.subplots(1, len(MEASURES), figsize=(11, 4.6))
    for axis, (measure, title) in zip(axes, MEASURES.items()):
        for way, group in itertools.groupby(figures.items(), lambda item: item[0][0]):
            group = sorted(group, key=lambda item: item[1][seconds])
            xs, ys = [row[seconds] for _, row in group], [row[measure] for _, row in group]
            axis.plot(xs, ys, "-o", color=COLOURS[way], label=NAMES[way], markersize=5)
            for ((_, setting), _), x, y in zip(group, xs, ys):
                axis.annotate(setting, (x, y), (4, 4), textcoords="offset points", fontsize=8, color=COLOURS[way])
        axis.set(title=title, xlabel=label, xscale="log", yscale="log")
        axis.set_ylabel("distance to the painting at equal content: lower is better")
        for numbers in (axis.xaxis, axis.yaxis):
            numbers.set_major_locator(matplotlib.ticker.LogLocator(subs=(1, 2, 5)))
            numbers.set_major_formatter(matplotlib.ticker.FuncFormatter(lambda value, _: f"{value:g}"))
            numbers.set_minor_locator(matplotlib.ticker.NullLocator())
        axis.margins(0.12)
        axis.grid(alpha=0.3)
    axes[0].legend()
    figure.tight_layout()
    figure.savefig(out, facecolor="white", metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores")
    parser.add_argument("out")
    parser.add_argument("--content", type=float, nargs="+", required=True, help="the content distance of each pair")
    parser.add_argument("--processor", action="store_true", help="half of the processor's seconds instead of the clock's")
    options = parser.parse_args()
    with open(options.scores, newline="") as file:
        figures = summary(list(csv.DictReader(file)), options.content)
    order = list(NAMES)
    figures = dict(sorted(figures.items(), key=lambda item: (order.index(item[0][0]), item[1]["seconds"])))
    for row in figures.values():
        row["halved"] = row["processor_seconds"] / 2
    seconds = "halved" if options.processor else "seconds"
    print_table(figures, seconds)
    label = "processor seconds of the whole command, halved" if options.processor else "seconds of the whole command"
    draw(figures, seconds, label, options.out)


if __name__ == "__main__":
    main()
