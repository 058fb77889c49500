"""Makes the expected features of the thin VGG-19 in float64 with PyTorch, from the file that its authors published.

The image is a formula. Before each 3 x 3 convolution the feature maps are continued by zeros, or by reflection. Of each
layer a few activations are kept, and the root of the mean square of all of them.
Run it: python3 make.py /path/to/thin-vgg19.pth (PyTorch).
"""
import csv
import pathlib
import sys

import torch
import torch.nn.functional as F

HEIGHT, WIDTH, SAMPLES = 48, 64, 5
LAYERS = ["11", "12", "pool1", "21", "22", "pool2", "31", "32", "33", "34", "pool3", "41", "42", "43", "44", "pool4", "51"]
WEIGHTS = {name: tensor.double() for name, tensor in torch.load(sys.argv[1], map_location="cpu")["model"].items()}


def image():
    """RGB 0..255, [1, 3, H, W]."""
    row, column = torch.meshgrid(torch.arange(HEIGHT), torch.arange(WIDTH), indexing="ij")
    channels = [(7 * row * row + 13 * (c + 1) * column + 3 * row * column + 50 * c) % 256 for c in range(3)]
    return torch.stack(channels)[None].double()


def features(padding):
    """Names of layers and their feature maps, [channels, H, W]."""
    x = F.conv2d(image() / 255, WEIGHTS["conv0.weight"], WEIGHTS["conv0.bias"])
    for name in LAYERS:
        if name.startswith("pool"):
            x = F.max_pool2d(x, 2)
            yield name, x[0]
        else:
            padded = F.pad(x, (1, 1, 1, 1), mode=padding)
            x = F.conv2d(padded, WEIGHTS[f"conv{name}.weight"], WEIGHTS[f"conv{name}.bias"])
            yield f"conv{name[0]}_{name[1]}", x[0]
            x = F.relu(x)
            yield f"relu{name[0]}_{name[1]}", x[0]


generator = torch.Generator().manual_seed(1)
with open(pathlib.Path(__file__).with_name("features.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["padding", "layer", "root_mean_square", "row", "column", "channel", "value"])
    for padding in ["constant", "reflect"]:
        for name, maps in features(padding):
            for i in range(SAMPLES):
                at = [int(torch.randint(length, (1,), generator=generator)) for length in maps.shape]
                if i == 0:
                    at[1:] = [0, 0]
                if name.startswith("relu"):
                    while maps[tuple(at)] == 0:
                        at[0] = int(torch.randint(maps.shape[0], (1,), generator=generator))
                value, scale = maps[tuple(at)].item(), maps.square().mean().sqrt().item()
                writer.writerow(["zero" if padding == "constant" else padding, name, scale, at[1], at[2], at[0], value])
