"""Makes the expected values of the wavelet network, from its definition, in float64 with numpy.

Written independently of the program: the gradient is taken by central differences. Run it in this folder: python3 make.py (numpy and Pillow).
"""
import csv
import math

import numpy as np
from PIL import Image

CONTENT_WEIGHT, STYLE_WEIGHT, TV_WEIGHT = 2.0, 100.0, 0.01
CONTENT_LEVELS = (2, 3)


def picture(seed, height, width):
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    channels = []
    for _ in range(3):
        waves = sum(
            rng.normal() * np.sin(rng.normal(0, 0.5) * x + rng.normal(0, 0.5) * y + rng.uniform(0, 6))
            for _ in range(6)
        )
        channels.append(127 + 35 * waves + rng.normal(0, 12, (height, width)))
    return np.clip(np.round(np.stack(channels, 2)), 0, 255).astype(np.uint8)


def gabor(direction, phase):
    kernel, envelope = np.zeros((7, 7)), np.zeros((7, 7))
    for row in range(7):
        for column in range(7):
            dx, dy = column - 3, row - 3
            across = dx * math.cos(direction) + dy * math.sin(direction)
            along = -dx * math.sin(direction) + dy * math.cos(direction)
            envelope[row, column] = math.exp(-0.5 * ((across / 1.3) ** 2 + (along / 2.0) ** 2))
            kernel[row, column] = envelope[row, column] * math.cos(2 * math.pi * across / 4.2 + phase)
    kernel -= envelope * kernel.sum() / envelope.sum()
    return kernel / np.abs(kernel).sum()


def correlate(image, kernels, stride=1):
    """Cross-correlations of an image [H, W] with 2-D kernels [n, k, k], the border repeated."""
    size = kernels.shape[1]
    padded = np.pad(image, size // 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
    return np.tensordot(windows[::stride, ::stride], kernels, ((2, 3), (1, 2)))


OPPONENT = np.array([[1, 1, 1], [1, 0, -1], [-0.5, 1, -0.5]])
OPPONENT = OPPONENT / np.sqrt((OPPONENT**2).sum(1, keepdims=True))
BINOMIAL = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1])[None] / 256
FILTERS = [
    np.stack([gabor(math.pi * o / n, math.pi / 2 * p) for o in range(n) for p in range(4)])
    for n in (8, 4, 4)
]


def features(level):
    """Rectified responses [H, W, 71] to opponent channels [3][H, W]."""
    maps = [4 * correlate(channel, filters) for channel, filters in zip(level, FILTERS)]
    maps += [np.stack([channel, -channel], 2) for channel in level]
    maps.append(np.ones_like(level[0])[:, :, None])
    return np.maximum(np.concatenate(maps, 2), 0)


def levels(image):
    """The features of all levels of an image [H, W, 3] in grey levels."""
    rgb = image / 127.5 - 1
    level = [sum(weight * rgb[:, :, c] for c, weight in enumerate(row)) for row in OPPONENT]
    shortest = min(image.shape[:2])
    found = [features(level)]
    while len(found) < 6 and (shortest + 1) // 2 >= 7:
        shortest = (shortest + 1) // 2
        level = [correlate(channel, BINOMIAL, 2)[:, :, 0] for channel in level]
        found.append(features(level))
    return found


def halved(maps):
    """Means of 2 x 2 pixels, at an odd border of those that there are."""
    sums = np.add.reduceat(maps, np.arange(0, maps.shape[0], 2), 0)
    sums = np.add.reduceat(sums, np.arange(0, maps.shape[1], 2), 1)
    return sums / halved_counts(maps.shape[0])[:, None, None] / halved_counts(maps.shape[1])[None, :, None]


def halved_counts(length):
    return np.array([2] * (length // 2) + [1] * (length % 2))


def grams(found):
    out = {}
    for number, maps in enumerate(found, 1):
        pixels = maps.shape[0] * maps.shape[1]
        out[f"level{number}"] = np.tensordot(maps, maps, ((0, 1), (0, 1))) / pixels
        if number > 1:
            finer = halved(found[number - 2])
            out[f"level{number - 1}-{number}"] = np.tensordot(finer, maps, ((0, 1), (0, 1))) / pixels
    return out


def losses(image, content, style):
    found = levels(image)
    content_loss = CONTENT_WEIGHT * sum(
        ((found[n - 1] - content[n - 1]) ** 2).sum() / (content[n - 1] ** 2).sum()
        for n in CONTENT_LEVELS
    )
    made = grams(found)
    style_loss = (
        STYLE_WEIGHT
        / len(style)
        * sum(((made[k] - style[k]) ** 2).sum() / (style[k] ** 2).sum() for k in style)
    )
    tv_loss = TV_WEIGHT * ((np.diff(image, axis=0) ** 2).mean() + (np.diff(image, axis=1) ** 2).mean())
    return content_loss + style_loss + tv_loss, content_loss, style_loss, tv_loss


if __name__ == "__main__":
    pictures = {"content": picture(1, 27, 34), "style": picture(2, 31, 26)}
    for name, pixels in pictures.items():
        Image.fromarray(pixels).save(f"{name}.png")
    content = levels(pictures["content"].astype(float))
    style = grams(levels(pictures["style"].astype(float)))
    # Whole numbers would put rectifiers exactly on their kinks, where there is no gradient.
    image = picture(3, 27, 34) + np.random.default_rng(4).uniform(-0.4, 0.4, (27, 34, 3))
    image = image.astype(np.float32).astype(float)
    np.save("init.npy", image.astype(np.float32))
    with open("losses.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iteration", "total_loss", "content_loss", "style_loss", "tv_loss"])
        writer.writerow([1] + [repr(float(v)) for v in losses(image, content, style)])
    gradient, step = np.zeros_like(image), 1e-4
    for index in np.ndindex(image.shape):
        value = image[index]
        image[index] = value + step
        above = losses(image, content, style)[0]
        image[index] = value - step
        below = losses(image, content, style)[0]
        image[index] = value
        gradient[index] = (above - below) / (2 * step)
    np.save("gradient.npy", gradient)
