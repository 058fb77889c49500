"""Makes the files of this folder: one picture of four colours, in many ways.

Needs Pillow, heif-enc (libheif-examples), avifenc (libavif-bin), opj_compress
(libopenjp2-tools) and cjxl (libjxl-tools).
"""
import struct
import subprocess
from PIL import Image, ImageDraw

W, H = 100, 90
COLORS = [(200, 30, 60), (40, 160, 80), (30, 60, 190), (230, 220, 120)]


def picture(width, height):
    image = Image.new('RGB', (width, height))
    draw = ImageDraw.Draw(image)
    for i, color in enumerate(COLORS):
        x, y = i % 2 * width // 2, i // 2 * height // 2
        draw.rectangle([x, y, x + width // 2 - 1, y + height // 2 - 1], fill=color)
    return image


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def box(kind, *content):
    body = b''.join(content)
    return struct.pack('>I', 8 + len(body)) + kind + body


def boxes(data):
    at, found = 0, []
    while at + 8 <= len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        found.append((kind, data[at + 8:at + length]))
        at += length
    return found


def heif_tile(path):
    """The hvcC property and the bytes of the only picture in a file of heif-enc."""
    top = boxes(open(path, 'rb').read())
    meta = dict(boxes(next(body for kind, body in top if kind == b'meta')[4:]))
    ipco = dict(boxes(dict(boxes(meta[b'iprp']))[b'ipco']))
    return ipco[b'hvcC'], next(body for kind, body in top if kind == b'mdat')


def grid():
    """Two by two tiles of 64 x 64, of which 100 x 90 are seen, as phones write them."""
    whole = Image.new('RGB', (128, 128), (0, 0, 0))
    whole.paste(picture(W, H), (0, 0))
    tiles = []
    for i in range(4):
        x, y = i % 2 * 64, i // 2 * 64
        whole.crop((x, y, x + 64, y + 64)).save('/tmp/tile.png')
        run('heif-enc', '-q', '95', '-p', 'chroma=444', '-o', '/tmp/tile.heic', '/tmp/tile.png')
        tiles.append(heif_tile('/tmp/tile.heic'))
    ftyp = box(b'ftyp', b'heic\0\0\0\0mif1heic')
    infe = b''.join(
        box(b'infe', struct.pack('>IHH4sB', 2 << 24, i, 0, b'grid' if i == 5 else b'hvc1', 0))
        for i in range(1, 6))
    ispe = lambda w, h: box(b'ispe', struct.pack('>III', 0, w, h))
    ipco = box(b'ipco', box(b'hvcC', tiles[0][0]), ispe(64, 64), ispe(W, H))
    pairs = b''.join(struct.pack('>HB2B', i, 2, 0x81, 2) for i in range(1, 5))
    ipma = box(b'ipma', struct.pack('>II', 0, 5), pairs, struct.pack('>HBB', 5, 1, 3))
    descriptor = struct.pack('>BBBBHH', 0, 0, 1, 1, W, H)

    def meta(start):
        at, places = start, b''
        for i, (_, data) in enumerate(tiles):
            places += struct.pack('>HHHHII', i + 1, 0, 0, 1, at, len(data))
            at += len(data)
        places += struct.pack('>HHHHII', 5, 1, 0, 1, 0, len(descriptor))
        return box(
            b'meta', bytes(4),
            box(b'hdlr', bytes(8), b'pict', bytes(13)),
            box(b'pitm', struct.pack('>IH', 0, 5)),
            box(b'iinf', struct.pack('>IH', 0, 5), infe),
            box(b'iref', bytes(4), box(b'dimg', struct.pack('>HH4H', 5, 4, 1, 2, 3, 4))),
            box(b'iprp', ipco, ipma),
            box(b'iloc', struct.pack('>IHH', 1 << 24, 0x4400, 5), places),
            box(b'idat', descriptor))

    start = len(ftyp) + len(meta(0)) + 8
    open('grid.heic', 'wb').write(
        ftyp + meta(start) + box(b'mdat', b''.join(data for _, data in tiles)))


picture(W, H).save('/tmp/p.png')
alpha = picture(W, H).convert('RGBA')
alpha.paste((0, 0, 0, 0), (0, 0, W // 2, H // 2))
alpha.save('/tmp/a.png')
picture(W, H).convert('L').save('/tmp/g.png')

run('heif-enc', '-q', '95', '-p', 'chroma=444', '-o', 'plain.heic', '/tmp/p.png')
run('heif-enc', '-q', '95', '-o', 'chroma420.heic', '/tmp/p.png')
run('heif-enc', '-q', '95', '-p', 'chroma=444', '-b', '10', '-o', 'bits10.heic', '/tmp/p.png')
run('heif-enc', '-q', '95', '-p', 'chroma=444', '-o', 'alpha.heic', '/tmp/a.png')
grid()

avif = ('avifenc', '-s', '6', '--min', '4', '--max', '8', '-y', '444')
run(*avif, '/tmp/p.png', 'plain.avif')
run(*avif, '-d', '12', '/tmp/p.png', 'bits12.avif')
run(*avif, '-r', 'limited', '/tmp/p.png', 'limited.avif')
run('avifenc', '-s', '6', '-l', '/tmp/p.png', 'lossless.avif')
run(*avif, '/tmp/a.png', 'alpha.avif')
run(*avif, '-p', '/tmp/a.png', 'premultiplied.avif')
run('avifenc', '-s', '6', '--min', '4', '--max', '8', '-y', '400', '-r', 'limited', '/tmp/g.png', 'grey.avif')
run(*avif, '--irot', '1', '/tmp/p.png', 'irot1.avif')
run(*avif, '--imir', '0', '/tmp/p.png', 'imir0.avif')
run(*avif, '--imir', '1', '/tmp/p.png', 'imir1.avif')
run(*avif, '--irot', '1', '--imir', '1', '/tmp/p.png', 'irot1-imir1.avif')
run(*avif, '--clap', '50,1,45,1,25,1,-45,2', '/tmp/p.png', 'clap.avif')
run(*avif, '--cicp', '12/13/6', '/tmp/p.png', 'p3.avif')
run(*avif, '--cicp', '9/16/9', '-d', '10', '/tmp/p.png', 'pq.avif')

run('opj_compress', '-i', '/tmp/p.png', '-o', 'plain.jp2')
run('opj_compress', '-i', '/tmp/p.png', '-o', 'plain.j2k')
run('opj_compress', '-i', '/tmp/g.png', '-o', 'grey.jp2')
run('opj_compress', '-i', '/tmp/a.png', '-o', 'alpha.jp2')
run('cjxl', '-d', '0', '/tmp/p.png', 'plain.jxl')
run('cjxl', '-d', '0', '--container=1', '/tmp/p.png', 'boxed.jxl')
