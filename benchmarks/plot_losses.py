"""Draws total losses over evaluations from losses.csv files (needs matplotlib).

Usage: plot_losses.py OUT.svg TITLE LABEL=FILE ... [-- TITLE LABEL=FILE ...]

Each file's curve is the lowest loss so far, as L-BFGS also evaluates steps that it doesn't take.
"""
import csv
import itertools
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def lowest_so_far(file):
    with open(file, newline="") as rows:
        losses = [float(row["total_loss"]) for row in csv.DictReader(rows)]
    return list(itertools.accumulate(losses, min))


def main(out, *arguments):
    groups = [
        list(group)
        for dashes, group in itertools.groupby(arguments, lambda argument: argument == "--")
        if not dashes
    ]
    figure, axes = plt.subplots(1, len(groups), figsize=(5.2 * len(groups), 3.8), squeeze=False)
    for axis, (title, *curves) in zip(axes[0], groups):
        for curve in curves:
            label, file = curve.split("=", 1)
            losses = lowest_so_far(file)
            axis.plot(range(1, len(losses) + 1), losses, label=label)
        axis.set(title=title, xlabel="evaluations", ylabel="lowest total loss so far", yscale="log")
        axis.grid(alpha=0.3, which="both")
        axis.legend()
    figure.tight_layout()
    plt.rcParams["svg.hashsalt"] = "losses"
    figure.savefig(out, metadata={"Date": None})


if __name__ == "__main__":
    main(*sys.argv[1:])
