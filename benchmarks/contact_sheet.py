"""Composes labelled contact sheets of images: needs Pillow.

Usage: contact_sheet.py OUT COLUMNS WIDTH LABEL=FILE ...
"""
import sys

from PIL import Image, ImageDraw, ImageFont

LABEL_HEIGHT, GAP = 22, 6


def main(out, columns, width, *cells):
    columns, width = int(columns), int(width)
    cells = [cell.split("=", 1) for cell in cells]
    images = []
    for _, file in cells:
        image = Image.open(file).convert("RGB")
        images.append(image.resize((width, round(image.height * width / image.width)), Image.LANCZOS))
    rows = [images[i : i + columns] for i in range(0, len(images), columns)]
    heights = [max(image.height for image in row) + LABEL_HEIGHT + GAP for row in rows]
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, sum(heights) + GAP), "white")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(size=14)
    top = GAP
    for number, row in enumerate(rows):
        for column, image in enumerate(row):
            left = GAP + column * (width + GAP)
            sheet.paste(image, (left, top))
            label = cells[number * columns + column][0]
            draw.text((left + width / 2, top + image.height + 3), label, "black", font, anchor="ma")
        top += heights[number]
    sheet.save(out, quality=88)


if __name__ == "__main__":
    main(*sys.argv[1:])
