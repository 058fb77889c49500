"""Makes the expected values of the preset fine's losses, from their definition, in float64 with numpy.

Written independently of the program: roots are taken by eigendecomposition, the gradient by central differences.
Network and images are those of ../odd-avg; masks are made by a formula, with edges three pixels wide. Run it in this folder: python3 make.py (numpy, scipy and Pillow).
"""
import csv

import numpy as np
import scipy.io
from PIL import Image

CONTENT_WEIGHT, STYLE_WEIGHT, TV_WEIGHT, SCALE, LEAST_VARIANCE = 1.5, 1e6, 60.0, 58.0, 1e-4
STYLE = ["relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"]
FILE = scipy.io.loadmat("../odd-avg/network.mat")
LAYERS = [cell[0, 0] for cell in FILE["layers"][0]]
MEAN = np.asarray(FILE["meta"][0, 0]["normalization"][0, 0]["averageImage"], float).reshape(-1, 3).mean(0)


def image(name):
    return np.asarray(Image.open(f"../odd-avg/{name}").convert("RGB"), float) - MEAN


def features(x):
    """Feature maps [H, W, C] of all rectifiers; kernels are [row, column, in, out], borders are repeated."""
    result = {}
    for layer in LAYERS:
        kind, name = layer["type"][0], layer["name"][0]
        if kind == "conv":
            kernel, bias = layer["weights"][0][0].astype(float), layer["weights"][0][1].astype(float).ravel()
            padded = np.pad(x, ((1, 1), (1, 1), (0, 0)), mode="edge")
            windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), (0, 1))
            x = np.einsum("hwirs,rsio->hwo", windows, kernel) + bias
        elif kind == "relu":
            x = np.maximum(x, 0)
            result[name] = x
            if name == "relu5_1":
                return result
        else:
            height, width = (x.shape[0] + 1) // 2, (x.shape[1] + 1) // 2
            padded = np.full((2 * height, 2 * width, x.shape[2]), -np.inf)
            padded[: x.shape[0], : x.shape[1]] = x
            x = padded.reshape(height, 2, width, 2, -1).max((1, 3))
    return result


def gaussian(maps, weights=None):
    pixels = maps.reshape(-1, maps.shape[2]) / SCALE
    weights = np.ones(len(pixels)) if weights is None else weights.ravel()
    mean = weights @ pixels / weights.sum()
    covariance = (pixels.T * weights) @ pixels / weights.sum() - np.outer(mean, mean)
    return mean, covariance + LEAST_VARIANCE * np.eye(len(mean))


def root(matrix):
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    return vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T


def distance(a, b):
    half = root(b[1])
    trace = np.trace(a[1] + b[1] - 2 * root(half @ a[1] @ half))
    return (((a[0] - b[0]) ** 2).sum() + trace) / len(a[0])


def total_variation(x):
    padded = np.pad(x, ((1, 1), (1, 1), (0, 0)), mode="edge")
    straight = ((padded[1:] - padded[:-1]) ** 2).mean() + ((padded[:, 1:] - padded[:, :-1]) ** 2).mean()
    falling = ((padded[1:, 1:] - padded[:-1, :-1]) ** 2).mean()
    rising = ((padded[1:, :-1] - padded[:-1, 1:]) ** 2).mean()
    return straight / 3 + (falling + rising) / 12


def blue(height, width, steps):
    """How much of each pixel is the blue region's, on the layers of STYLE; the rest is the red one's."""
    y, x = np.mgrid[:height, :width]
    weights = np.clip(64 * steps(x, y), 0, 255) / 255
    result = {}
    for layer in STYLE:
        result[layer] = weights
        height, width = (weights.shape[0] + 1) // 2, (weights.shape[1] + 1) // 2
        padded = np.full((2 * height, 2 * width), np.nan)
        padded[: weights.shape[0], : weights.shape[1]] = weights
        weights = np.nanmean(padded.reshape(height, 2, width, 2), (1, 3))
    return result


CONTENT = features(image("content.png"))["relu4_2"]
PAINTING = features(image("style.png"))
TARGETS = {layer: gaussian(PAINTING[layer]) for layer in STYLE}
BLUE = blue(37, 53, lambda x, y: x - 18 - y // 4)
OF_PAINTING = blue(61, 53, lambda x, y: y - 30 + x // 6)
REGIONS = {
    "red": ({layer: 1 - BLUE[layer] for layer in STYLE}, {layer: 1 - OF_PAINTING[layer] for layer in STYLE}),
    "blue": (BLUE, OF_PAINTING),
}


def style(maps):
    return np.mean([distance(gaussian(maps[layer]), TARGETS[layer]) for layer in STYLE])


def region_style(maps, names):
    result = 0
    for name in names:
        weights, of_painting = REGIONS[name]
        share = weights["relu1_1"].mean()
        for layer in STYLE:
            target = gaussian(PAINTING[layer], of_painting[layer])
            result += share * distance(gaussian(maps[layer], weights[layer]), target) / len(STYLE)
    return result


def losses(x, style=style):
    maps = features(x)
    content = CONTENT_WEIGHT * ((maps["relu4_2"] - CONTENT) ** 2).mean()
    styled = STYLE_WEIGHT * style(maps)
    tv = TV_WEIGHT * total_variation(x)
    return content + styled + tv, content, styled, tv


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def gradient(loss, start):
    rng = np.random.default_rng(1)
    for _ in range(40):
        at = tuple(int(rng.integers(length)) for length in start.shape)
        step = np.zeros_like(start)
        step[at] = 1e-3
        yield *at, (loss(start + step) - loss(start - step)) / 2e-3


def both(maps):
    return region_style(maps, REGIONS)


start = image("init.png")
write("losses.csv", ["iteration", "total_loss", "content_loss", "style_loss", "tv_loss"], [[1, *losses(start)]])
write("gradient.csv", ["row", "column", "channel", "gradient"], gradient(lambda x: losses(x)[0], start))
maps = features(start)
write(
    "regions.csv",
    ["region", "style_loss"],
    [[name, STYLE_WEIGHT * region_style(maps, [name])] for name in REGIONS],
)
write("regions-gradient.csv", ["row", "column", "channel", "gradient"], gradient(lambda x: losses(x, both)[0], start))
