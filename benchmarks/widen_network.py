#!/usr/bin/env python3
"""Widens the thin VGG-19 to VGG-19's number of channels: needs PyTorch and numpy.

    widen_network.py THIN.pth WIDE.pth [TIMES]

Every channel is there TIMES times (4 if left out: 64, 128, 256, 512, 512 channels instead of 16, 32, 64, 128, 128), and
what a layer takes from each copy is divided by TIMES. So all copies have the very values of the thin network's channel,
for VGG-19's work. Relative losses and their gradients are the thin network's, too, so that the same weights mean the same.
Both networks' feature maps of a random image are compared in float64 before the file is written.
"""
import sys

import torch
import torch.nn.functional as F

CONVOLUTIONS = ["11", "12", "21", "22", "31", "32", "33", "34", "41", "42", "43", "44", "51"]
POOLED = {"12", "22", "34", "44"}
TOLERANCE = 1e-12


def read(file):
    """The tensors of the published file, or of one that this script wrote."""
    return torch.load(file, map_location="cpu", weights_only=True)["model"]


def widened(thin, times):
    wide = {name: thin[name] for name in ("conv0.weight", "conv0.bias")}
    copies = 1
    for number in CONVOLUTIONS:
        kernel, bias = thin[f"conv{number}.weight"], thin[f"conv{number}.bias"]
        wide[f"conv{number}.weight"] = (kernel / copies).repeat(times, copies, 1, 1)
        wide[f"conv{number}.bias"] = bias.repeat(times)
        copies = times
    return wide


def features(weights, image):
    """Feature maps after each rectifier, in float64, of an image of shape (1, 3, height, width) in 0..1."""
    weight = lambda name: (weights[f"conv{name}.weight"].double(), weights[f"conv{name}.bias"].double())
    x, maps = F.conv2d(image, *weight("0")), []
    for number in CONVOLUTIONS:
        x = F.relu(F.conv2d(F.pad(x, (1, 1, 1, 1), "replicate"), *weight(number)))
        maps.append(x)
        if number in POOLED:
            x = F.max_pool2d(x, 2)
    return maps


def largest_difference(thin, wide, times):
    """The largest difference of a feature from the thin network's, relative to the layer's largest."""
    image = torch.rand(1, 3, 64, 96, generator=torch.Generator().manual_seed(0)).double()
    pairs = zip(features(thin, image), features(wide, image))
    return max(float((b - a.repeat(1, times, 1, 1)).abs().max() / a.max()) for a, b in pairs)


def main(thin_file, wide_file, times="4"):
    times = int(times)
    thin = read(thin_file)
    wide = widened(thin, times)
    with torch.no_grad():
        difference = largest_difference(thin, wide, times)
    print(f"largest difference of a feature, relative to its layer's largest: {difference:.1e}")
    # Dividing by a power of two is exact; only the order of sums differs.
    if not difference < TOLERANCE:
        sys.exit("the features differ")
    torch.save({"model": wide}, wide_file)


if __name__ == "__main__":
    main(*sys.argv[1:])
