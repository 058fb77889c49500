#!/usr/bin/env python3
"""Scores pictures by the objective that --preset fine minimises: needs PyTorch, numpy, scipy and Pillow.

    objective.py --network FILE.mat --content PHOTO --style PAINTING PICTURE ...

Prints, for each picture, the objective and its content, style and total variation terms, each with its weight.
The convolutions and the covariances are computed in float64.

With x the picture in 0..1 and f the feature maps of (255 x - the network's mean colour), divided by 58, of
convolutions that all pad by replication:

    content   0.003 mean((f - f_photo)^2) at relu4_2
    style     sum of 256, 64, 16, 4, 1 over 341, at relu1_1, 2_1, 3_1, 4_1, 5_1, times the squared Wasserstein
              distance of the Gaussians with the means and covariances of f and f_painting, over the channels:
              mean((mu - mu_p)^2) + tr(S + S_p - 2 (S_p^1/2 S S_p^1/2)^1/2) / C,   S = covariance + 1e-4 I
    tv        4 [(mean dx^2 + mean dy^2) / 3 + (mean d1^2 + mean d2^2) / 12], where d1 and d2 are the differences
              along both diagonals, and the means are over the channels and pixels of the image with its border
              repeated once

The photo is resized to the picture, and the painting so that its longest side is that of the picture, but never
enlarged.
"""
import argparse

import numpy
import scipy.io
import torch
import torch.nn.functional as F
from PIL import Image

torch.backends.nnpack.set_flags(False)

STYLE_WEIGHTS = {"relu1_1": 256, "relu2_1": 64, "relu3_1": 16, "relu4_1": 4, "relu5_1": 1}
CONTENT_LAYER = "relu4_2"
CONTENT_WEIGHT, TV_WEIGHT, RIDGE, SCALE = 0.003, 4.0, 1e-4, 58.0


class Network:
    """The layers of a VGG-19 down to relu5_1: pairs of a convolution's kernels and biases, or None for pooling."""

    def __init__(self, layers, mean, scale=SCALE, pooling="max", borders="all"):
        self.layers, self.mean, self.scale, self.pooling, self.borders = layers, mean, scale, pooling, borders

    @staticmethod
    def load(file, kernel_layout="hw", dtype=torch.float64, **options):
        data = scipy.io.loadmat(file, squeeze_me=True, struct_as_record=False)
        mean = data["meta"].normalization.averageImage if "meta" in data else data["normalization"].averageImage
        layers = []
        for layer in data["layers"]:
            if layer.type == "pool":
                layers.append(("pool", None))
            elif layer.type == "conv":
                kernels, biases = layer.weights
                order = (3, 2, 0, 1) if kernel_layout == "hw" else (3, 2, 1, 0)
                kernels = torch.tensor(numpy.ascontiguousarray(kernels.transpose(order)), dtype=dtype)
                layers.append((layer.name.replace("conv", "relu"), (kernels, torch.tensor(biases, dtype=dtype))))
                if layer.name == "conv5_1":
                    break
        mean = torch.tensor(numpy.reshape(mean, (-1, 3)).mean(0), dtype=dtype).reshape(1, 3, 1, 1)
        return Network(layers, mean, **options)

    @staticmethod
    def random(dtype=torch.float32, seed=0, **options):
        generator = torch.Generator().manual_seed(seed)
        layers, channels = [], 3
        for block, (convolutions, width) in enumerate(zip((2, 2, 4, 4, 1), (64, 128, 256, 512, 512)), 1):
            for number in range(1, convolutions + 1):
                kernels = torch.randn(width, channels, 3, 3, generator=generator) * (2 / (9 * channels)) ** 0.5
                layers.append((f"relu{block}_{number}", (kernels.to(dtype), torch.zeros(width, dtype=dtype))))
                channels = width
            layers.append(("pool", None))
        return Network(layers[:-1], torch.tensor([123.68, 116.779, 103.939], dtype=dtype).reshape(1, 3, 1, 1), **options)

    def features(self, image):
        """Feature maps, by layer, of an image of shape (1, 3, height, width) in 0..1."""
        x, maps = (image * 255 - self.mean) / self.scale, {}
        for number, (name, weights) in enumerate(self.layers):
            if weights is None:
                x = F.max_pool2d(x, 2) if self.pooling == "max" else F.avg_pool2d(x, 2)
            else:
                kernels, biases = weights
                # Scaling the biases, too, divides every feature map by the same number.
                if self.borders == "all" or (self.borders == "first" and number == 0):
                    x = F.conv2d(F.pad(x, (1, 1, 1, 1), "replicate"), kernels, biases / self.scale)
                else:
                    x = F.conv2d(x, kernels, biases / self.scale, padding=1)
                x = F.relu(x, inplace=True)
                maps[name] = x
        return maps


def moments(features):
    """Mean and covariance, with the ridge, in float64, of a feature map of shape (1, channels, height, width)."""
    flat = features.double().flatten(2)[0]
    mean = flat.mean(1)
    centred = flat - mean[:, None]
    return mean, centred @ centred.T / flat.shape[1] + RIDGE * torch.eye(len(mean), dtype=flat.dtype)


def root(matrix):
    values, vectors = torch.linalg.eigh(matrix)
    return vectors * values.clamp(min=0).sqrt() @ vectors.T


def wasserstein(mean, covariance, target_mean, target_covariance):
    """The squared 2-Wasserstein distance of two Gaussians, divided by the number of channels."""
    target_root = root(target_covariance)
    cross = torch.linalg.eigvalsh(target_root @ covariance @ target_root).clamp(min=0).sqrt().sum()
    trace = covariance.trace() + target_covariance.trace() - 2 * cross
    return ((mean - target_mean) ** 2).mean() + trace / len(mean)


def total_variation(image):
    p = F.pad(image, (1, 1, 1, 1), "replicate")
    square = lambda a, b: ((a - b) ** 2).mean()
    straight = square(p[..., 1:], p[..., :-1]) + square(p[..., 1:, :], p[..., :-1, :])
    diagonal = square(p[..., 1:, 1:], p[..., :-1, :-1]) + square(p[..., 1:, :-1], p[..., :-1, 1:])
    return straight / 3 + diagonal / 12


def read(file, size=None, longest=None, dtype=torch.float64):
    """An image in 0..1, of shape (1, 3, height, width), resized to a size (width, height) or a longest side."""
    image = Image.open(file).convert("RGB")
    if longest is not None:
        factor = min(1, longest / max(image.size))
        size = tuple(max(1, round(side * factor)) for side in image.size)
    if size is not None and size != image.size:
        image = image.resize(size, Image.BICUBIC)
    return torch.tensor(numpy.asarray(image), dtype=dtype).permute(2, 0, 1)[None] / 255


class Objective:
    """The objective for one photo and painting at one size (width, height)."""

    def __init__(self, network, content, style, size, content_weight=CONTENT_WEIGHT, tv_weight=TV_WEIGHT, style_longest=None):
        self.network, self.content_weight, self.tv_weight = network, content_weight, tv_weight
        with torch.no_grad():
            dtype = network.mean.dtype
            painting = network.features(read(style, longest=style_longest or max(size), dtype=dtype))
            self.targets = {name: moments(painting[name]) for name in STYLE_WEIGHTS}
            self.photo = network.features(read(content, size=size, dtype=dtype))[CONTENT_LAYER]

    def terms(self, image):
        maps = self.network.features(image)
        content = self.content_weight * ((maps[CONTENT_LAYER] - self.photo) ** 2).mean()
        style = sum(
            weight / sum(STYLE_WEIGHTS.values()) * wasserstein(*moments(maps[name]), *self.targets[name])
            for name, weight in STYLE_WEIGHTS.items()
        )
        return content, style, self.tv_weight * total_variation(image)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", required=True, help="a MatConvNet file")
    parser.add_argument("--kernel-layout", choices=("hw", "wh"), default="hw", help="order of the kernels' axes")
    parser.add_argument("--content", required=True, help="the photo")
    parser.add_argument("--style", required=True, help="the painting")
    parser.add_argument("--content-weight", type=float, default=CONTENT_WEIGHT, help="(%(default)g)")
    parser.add_argument("--tv-weight", type=float, default=TV_WEIGHT, help="(%(default)g)")
    parser.add_argument("--scale", type=float, default=SCALE, help="what features are divided by (%(default)g)")
    parser.add_argument("--pooling", choices=("max", "avg"), default="max")
    parser.add_argument("--borders", choices=("all", "first", "none"), default="all", help="convolutions that pad by replication")
    parser.add_argument("--style-longest", type=int, help="longest side of the painting (default: the picture's)")
    parser.add_argument("pictures", nargs="+", help="pictures to score")
    options = parser.parse_args()
    network = Network.load(options.network, options.kernel_layout, scale=options.scale, pooling=options.pooling, borders=options.borders)
    objectives = {}
    print("objective   content     style        tv  picture")
    for file in options.pictures:
        image = read(file)
        size = (image.shape[3], image.shape[2])
        if size not in objectives:
            objectives[size] = Objective(network, options.content, options.style, size,
                options.content_weight, options.tv_weight, options.style_longest)
        with torch.no_grad():
            content, style, tv = (float(term) for term in objectives[size].terms(image))
        print(f"{content + style + tv:9.5f} {content:9.5f} {style:9.5f} {tv:9.5f}  {file}", flush=True)


if __name__ == "__main__":
    main()
