#!/usr/bin/env python3
"""Reads images with other decoders than the program's, and says how far the program's pixels are from theirs: needs Pillow
and numpy; heif-convert for HEIC and djxl for JPEG XL, without which those can't be compared.

    compare_images.py < LINES > ANSWERS

A line is an image file, a tab, and the file of 8-bit RGB pixels (PPM) that the program made of it, or nothing if it refused
the image. The answer, a line each, is a word, a tab, and more:

    same    the mean difference of samples, at most 2
    wrong   the mean difference, above 2; or the two sizes
    read    nothing: the program refused the image, but the other decoder reads it
    unread  why the other decoder can't read it, or can't be compared

The other picture is upright and in sRGB as well: Exif orientation, profiles (relative colorimetric with black-point
compensation), the gamma of PNG files and transparency over white are applied. 16 bits and floats are scaled to 8 bits.
"""
import io
import os
import signal
import struct
import subprocess
import sys
import tempfile
import warnings

import numpy
from PIL import Image, ImageCms, ImageOps

SECONDS = 60
MOST_DIFFERENCE = 2
MOST_PIXELS = 300_000_000
COMPARED_PIXELS = 4_000_000
BLACK_POINT = 0x2000
BMP_HEADER = 138
MOST_SHORT = 65_535
MOST_INT = 2**32 - 1
GAMMA_OF_SRGB = 0.45455
RAW_ENDINGS = ("arw", "cr2", "cr3", "crw", "dcr", "dng", "kdc", "mrw", "nef", "orf", "pef", "raf", "rw2", "rwl", "srw", "x3f")
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1")


class NotCompared(Exception):
    """There is no other decoder for it."""


def converted(command, file):
    """What another program makes of a file, as a picture."""
    with tempfile.TemporaryDirectory() as folder:
        png = os.path.join(folder, "picture.png")
        try:
            said = subprocess.run([*command, file, png], capture_output=True, timeout=SECONDS)
        except FileNotFoundError as e:
            raise NotCompared(f"{command[0]} isn't installed") from e
        if not os.path.exists(png):
            names = sorted(os.listdir(folder))
            if not names:
                raise OSError((said.stderr or said.stdout).decode(errors="replace").strip() or f"{command[0]} failed")
            png = os.path.join(folder, names[0])
        image = Image.open(png)
        image.load()
        return image


def opened(file):
    """The other decoder's picture, and whether it is upright already."""
    with open(file, "rb") as stream:
        head = stream.read(64)
    if head[4:8] == b"ftyp" and b"avif" not in head and any(brand in head for brand in HEIF_BRANDS):
        return converted(["heif-convert"], file), True
    if head.startswith((b"\xff\n", b"\0\0\0\x0cJXL ")):
        return converted(["djxl"], file), True
    if file.lower().rsplit(".", 1)[-1] in RAW_ENDINGS:
        raise NotCompared("camera raw")
    image = Image.open(file)
    if image.width * image.height > MOST_PIXELS:
        raise NotCompared("too large")
    image.load()
    return image, False


def scaled(image):
    """Grey of more than 8 bits, as 8 bits."""
    if image.mode.startswith("I;16") or (image.mode == "I" and image.format != "TIFF"):
        return Image.fromarray((numpy.asarray(image).astype(float).clip(0, MOST_SHORT) / 257 + 0.5).astype("uint8"))
    if image.mode == "I":
        return Image.fromarray((numpy.asarray(image).astype("uint32") / MOST_INT * 255 + 0.5).astype("uint8"))
    if image.mode == "F":
        return Image.fromarray((numpy.asarray(image).clip(0, 1) * 255 + 0.5).astype("uint8"))
    return image


def in_srgb(image, profile):
    """Colours as a profile says; as they are if it can't be used."""
    mode = {"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode)
    plain = image if image.mode == mode else image.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(
            plain,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=BLACK_POINT,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")


def gamma_applied(image, gamma):
    """Values of another gamma than sRGB's (the exponent from light to samples), as sRGB's."""
    light = (numpy.arange(256) / 255) ** (1 / gamma)
    table = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return image.convert("RGB").point([*(table * 255 + 0.5).astype(int)] * 3)


def profile_of(image, file):
    """A picture's colour profile, if it has one; those of BMP files, which Pillow leaves unread, too."""
    if image.format == "BMP":
        with open(file, "rb") as stream:
            header = stream.read(BMP_HEADER)
            if len(header) == BMP_HEADER and header[70:74] == b"DEBM":
                place, length = struct.unpack_from("<II", header, 126)
                stream.seek(14 + place)
                return stream.read(length)
    return image.info.get("icc_profile")


def pixels(file):
    """The other decoder's picture, as rows of RGB samples."""
    image, upright = opened(file)
    profile = profile_of(image, file)
    gamma = image.info.get("gamma") if image.format == "PNG" and "srgb" not in image.info else None
    if not upright:
        image = ImageOps.exif_transpose(image) if image.mode != "I;16B" else image
    image = scaled(image)
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    opacity = image.convert("RGBA").getchannel("A") if image.mode in ("LA", "La", "RGBA", "RGBa") else None
    if image.mode in ("RGBa", "La"):
        image = image.convert("RGBA")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L", "LA", "LAB"):
        colors = in_srgb(image, profile)
    elif image.mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        colors = ImageCms.profileToProfile(image, lab, ImageCms.createProfile("sRGB"), outputMode="RGB")
    elif gamma and abs(gamma - GAMMA_OF_SRGB) > 0.001:
        colors = gamma_applied(image, gamma)
    else:
        colors = image.convert("RGB")
    if opacity is not None:
        white = Image.new("RGB", image.size, "white")
        white.paste(colors, mask=opacity)
        colors = white
    return numpy.asarray(colors)


def compared(file, made):
    """A word and more about a file."""
    try:
        other = pixels(file)
    except NotCompared as e:
        return f"unread\t{e}"
    except Exception as e:  # Whatever it is, it doesn't read the file.
        return f"unread\t{type(e).__name__} {e}"[:200]
    if not made:
        return "read\t"
    own = numpy.asarray(Image.open(made))
    if own.shape != other.shape:
        return f"wrong\t{own.shape[1]} x {own.shape[0]}, not {other.shape[1]} x {other.shape[0]}"
    step = max(1, round((own.shape[0] * own.shape[1] / COMPARED_PIXELS) ** 0.5))
    apart = own[::step, ::step].astype(int) - other[::step, ::step]
    mean = numpy.abs(apart).mean()
    return f"{'same' if mean <= MOST_DIFFERENCE else 'wrong'}\t{mean:.2f}"


def overdue(*_):
    raise TimeoutError(f"no picture within {SECONDS} s")


def main():
    Image.MAX_IMAGE_PIXELS = None
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, overdue)
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"):
        file, made = line.rstrip("\n").split("\t")
        signal.alarm(SECONDS)
        answer = compared(file, made)
        signal.alarm(0)
        print(" ".join(answer.split("\n")), flush=True)


if __name__ == "__main__":
    main()
