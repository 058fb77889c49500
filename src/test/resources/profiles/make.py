"""Makes newsprint.icc, the profile of an imagined press with a light black (L* about 22), and prints
what Little CMS makes of some inks, relative colorimetric with black-point compensation.
Run with Python, NumPy and Pillow."""
import io
import itertools
import struct

import numpy
from PIL import Image, ImageCms

GRID = 5
D50 = numpy.array([0.9642, 1.0, 0.8249])
# What of red, green and blue light full inks leave.
INKS = numpy.array([[0.15, 0.55, 0.75], [0.70, 0.15, 0.35], [0.95, 0.85, 0.15], [0.12, 0.12, 0.12]])
TO_XYZ = numpy.array([[0.4361, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]])


def ink_to_lab(ink):
    light = numpy.prod(1 - numpy.array(ink)[:, None] * (1 - INKS), axis=0) * 0.97 + 0.03
    xyz = TO_XYZ @ light / D50
    f = numpy.where(xyz > 216 / 24389, numpy.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def lab_to_ink(lightness, a, b):
    black = 1 - lightness / 100
    return [min(1, max(0, v)) for v in (black - a / 200 - b / 300, black * 0.9 + a / 200, black * 0.9 + b / 200, black**3)]


def s15(value):
    return struct.pack('>i', round(value * 65536))


def lut(inputs, outputs, values):
    identity = struct.pack('>2H', 0, 65535)
    matrix = b''.join(s15(v) for v in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    head = b'mft2' + bytes(4) + bytes([inputs, outputs, GRID, 0]) + matrix + struct.pack('>2H', 2, 2)
    data = b''.join(struct.pack('>H', min(65535, max(0, round(v)))) for v in values)
    return head + identity * inputs + data + identity * outputs


def a_to_b():
    for ink in itertools.product(numpy.linspace(0, 1, GRID), repeat=4):
        lightness, a, b = ink_to_lab(ink)
        yield from (lightness * 652.8, (a + 128) * 256, (b + 128) * 256)


def b_to_a():
    for lightness, a, b in itertools.product(numpy.linspace(0, 65535, GRID), repeat=3):
        yield from (65535 * v for v in lab_to_ink(min(100, lightness / 652.8), a / 256 - 128, b / 256 - 128))


def profile():
    to_lab, to_ink = lut(4, 3, a_to_b()), lut(3, 4, b_to_a())
    text = b'desc' + bytes(4) + struct.pack('>I', 10) + b'newsprint\0' + bytes(78)
    white = b'XYZ ' + bytes(4) + b''.join(s15(v) for v in D50)
    tags = [(b'desc', text), (b'cprt', b'text' + bytes(4) + b'none\0'), (b'wtpt', white), (b'A2B0', to_lab), (b'B2A0', to_ink)]
    table, body = struct.pack('>I', len(tags)), b''
    for name, data in tags:
        table += name + struct.pack('>2I', 132 + 12 * len(tags) + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack('>I4sI4s4s4s', 128 + len(table) + len(body), bytes(4), 0x02400000, b'prtr', b'CMYK', b'Lab ')
    head += struct.pack('>6H', 2026, 1, 1, 0, 0, 0) + b'acsp' + bytes(28) + b''.join(s15(v) for v in D50)
    return head.ljust(128, b'\0') + table + body


if __name__ == '__main__':
    content = profile()
    with open('newsprint.icc', 'wb') as out:
        out.write(content)
    press = ImageCms.ImageCmsProfile(io.BytesIO(content))
    for flags in (ImageCms.Flags.BLACKPOINTCOMPENSATION, ImageCms.Flags.NONE):
        transform = ImageCms.buildTransform(press, ImageCms.createProfile('sRGB'), 'CMYK', 'RGB', ImageCms.Intent.RELATIVE_COLORIMETRIC, flags)
        for ink in ((0, 0, 0, 0), (0, 0, 0, 255), (255, 230, 230, 255), (0, 200, 200, 0), (128, 0, 64, 0), (200, 180, 180, 90)):
            print(ink, ImageCms.applyTransform(Image.new('CMYK', (1, 1), ink), transform).getpixel((0, 0)))
