#!/usr/bin/env python3
"""Judges pictures that quality_runs.py painted: needs PyTorch, numpy, scipy and Pillow.

    quality_judge.py --thin THIN.pth --runs FOLDER/runs.csv

Writes FOLDER/scores.csv, to which pictures that are new are added, with the runs' columns and these, each smaller for a picture that is nearer:

    style      sum over relu1_1, 2_1, 3_1, 4_1, 5_1 of the thin network of the squared Wasserstein distance of the Gaussians
               that have the features' means and covariances, to the painting's, over the mean square of the painting's
               features: 1 at each layer is the distance of features that are all zero
    gram       the same sum of relative squared errors of Gram matrices
    content    squared error of relu4_2 to the photo's, over the squares of the photo's
    patches    distance of the distributions of patches of 7 x 7 pixels to the painting's, without any network: sliced
               Wasserstein distance, at the picture's size, half of it and a quarter; of each direction the squared
               distance over the variance of the painting's patches along it, and the mean over all. Half of the 128
               directions are normally distributed, and see mostly colour; the other half are those less their mean over
               the patch in each colour, and see only texture.

The painting has the width of the picture, but is never enlarged; the photo has the picture's size. Convolutions pad by
replication, and all is computed in float64.
"""
import argparse
import csv
import os
import pathlib

os.environ["TORCH_CPP_LOG_LEVEL"] = "ERROR"

import torch
import torch.nn.functional as F
from PIL import Image

import objective
import widen_network

STYLE_LAYERS = list(objective.STYLE_WEIGHTS)
PATCH, DIRECTIONS, QUANTILES = 7, 64, 4096


class ThinFeatures:
    """The thin network's feature maps, by VGG-19's names of the layers."""

    def __init__(self, file):
        self.weights = widen_network.read(file)

    def __call__(self, image):
        names = [f"relu{number[0]}_{number[1]}" for number in widen_network.CONVOLUTIONS]
        return dict(zip(names, widen_network.features(self.weights, image)))


def gram(features):
    flat = features.flatten(2)[0]
    return flat @ flat.T / flat.shape[1]


def directions():
    generator = torch.Generator().manual_seed(0)
    drawn = torch.randn(DIRECTIONS, 3, PATCH, PATCH, generator=generator, dtype=torch.float64)
    return torch.cat([drawn, drawn - drawn.mean((2, 3), keepdim=True)])


def slices(image):
    """For each of three sizes, evenly spaced quantiles of all patches along each direction, and their variances."""
    result = []
    for _ in range(3):
        values = F.conv2d(image, directions())[0].flatten(1).sort(1).values
        places = torch.linspace(0, values.shape[1] - 1, QUANTILES).long()
        result.append((values[:, places], values.var(1)))
        image = F.avg_pool2d(image, 2)
    return result


class Judge:
    """Scores pictures of one size made of one photo and painting."""

    def __init__(self, network, photo, painting, size):
        self.network = network
        self.content = network(objective.read(photo, size=size))["relu4_2"]
        width, height = Image.open(painting).size
        factor = min(1, size[0] / width)
        painting = objective.read(painting, size=(round(width * factor), round(height * factor)))
        maps = network(painting)
        self.moments = {layer: objective.moments(maps[layer]) for layer in STYLE_LAYERS}
        self.grams = {layer: gram(maps[layer]) for layer in STYLE_LAYERS}
        self.slices = slices(painting)

    def scores(self, image):
        maps = self.network(image)
        style = grams = 0
        for layer in STYLE_LAYERS:
            target = self.grams[layer]
            distance = objective.wasserstein(*objective.moments(maps[layer]), *self.moments[layer]) * len(target)
            style += float(distance / target.trace())
            grams += float(((gram(maps[layer]) - target) ** 2).sum() / (target**2).sum())
        content = float(((maps["relu4_2"] - self.content) ** 2).sum() / (self.content**2).sum())
        pairs = zip(slices(image), self.slices)
        patches = sum(float((((a - b) ** 2).mean(1) / variance).mean()) for (a, _), (b, variance) in pairs) / 3
        return {"style": style, "gram": grams, "content": content, "patches": patches}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--thin", required=True, help="the thin network's file")
    parser.add_argument("--runs", required=True, type=pathlib.Path)
    options = parser.parse_args()
    network, judges, rows = ThinFeatures(options.thin), {}, []
    table = options.runs.parent / "scores.csv"
    known = {row["picture"]: row for row in csv.DictReader(table.open())} if table.exists() else {}
    for row in csv.DictReader(options.runs.open()):
        picture = options.runs.parent / row["picture"]
        if row["picture"] in known and picture.stat().st_mtime < table.stat().st_mtime:
            rows.append({**known[row["picture"]], **row})
            continue
        image = objective.read(picture)
        key = (row["photo"], row["painting"], (image.shape[3], image.shape[2]))
        with torch.no_grad():
            if key not in judges:
                judges[key] = Judge(network, *key)
            scores = judges[key].scores(image)
        rows.append({**row, **{name: f"{value:.6g}" for name, value in scores.items()}})
        print("  ".join(f"{name} {value:.4f}" for name, value in scores.items()), row["picture"], flush=True)
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
