#!/usr/bin/env python3
"""Draws the masks of docs/GALLERY.md's doodle and, once it is painted, the sheet with all of it.

    benchmarks/doodle.py masks FOLDER            writes doodle.png and bands-mask.png
    benchmarks/doodle.py sheet FOLDER SHEET.jpg  puts them beside input/style/bands.jpg and painted.png

It needs Pillow.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw

SKY, SUN, WATER, HILL = (0, 0, 255), (255, 255, 0), (0, 255, 255), (0, 128, 0)
HEIGHT = 384


def scaled(points, size):
    return [(x * size[0], y * size[1]) for x, y in points]


def mask(size, horizon, sun, radius, hill):
    image = Image.new("RGB", size, SKY)
    draw = ImageDraw.Draw(image)
    x, y = scaled([sun], size)[0]
    r = radius * size[0]
    draw.ellipse((x - r, y - r, x + r, y + r), fill=SUN)
    draw.rectangle((0, horizon * size[1], *size), fill=WATER)
    draw.polygon(scaled(hill, size), fill=HILL)
    return image


def masks(folder):
    doodle = mask(
        (640, 480), 0.7, (0.25, 0.3), 0.13,
        [(0.35, 1), (0.5, 0.8), (0.62, 0.45), (0.72, 0.22), (0.8, 0.3), (0.9, 0.6), (1, 0.7), (1, 1)])
    doodle.save(folder / "doodle.png")
    bands = mask(
        (700, 800), 0.465, (0.635, 0.335), 0.11,
        [(0, 0.9), (0.25, 0.75), (0.5, 0.66), (0.75, 0.68), (1, 0.78), (1, 1), (0, 1)])
    bands.save(folder / "bands-mask.png")


def sheet(folder, target):
    files = [
        Path("input/style/bands.jpg"), folder / "bands-mask.png",
        folder / "doodle.png", folder / "painted.png"]
    images = [Image.open(file).convert("RGB") for file in files]
    images = [i.resize((round(i.width * HEIGHT / i.height), HEIGHT), Image.LANCZOS) for i in images]
    result = Image.new("RGB", (sum(i.width for i in images) + 8 * (len(images) - 1), HEIGHT), "white")
    x = 0
    for image in images:
        result.paste(image, (x, 0))
        x += image.width + 8
    result.save(target, quality=85)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "masks":
        masks(Path(sys.argv[2]))
    elif len(sys.argv) == 4 and sys.argv[1] == "sheet":
        sheet(Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(__doc__)
