#!/usr/bin/env python3
"""Writes a VGG-19 of full width with random weights, as a MatConvNet file: needs numpy and scipy.

    random_network.py FILE.mat
"""
import sys

import numpy
import scipy.io


def cells(items):
    result = numpy.empty((1, len(items)), dtype=object)
    result[0, :] = items
    return result


def main(file):
    random, layers, channels = numpy.random.default_rng(0), [], 3
    for block, (convolutions, width) in enumerate(zip((2, 2, 4, 4, 4), (64, 128, 256, 512, 512)), 1):
        for number in range(1, convolutions + 1):
            kernels = random.standard_normal((3, 3, channels, width), dtype=numpy.float32) * (2 / (9 * channels)) ** 0.5
            weights = cells([kernels.astype(numpy.float32), numpy.zeros((width, 1), numpy.float32)])
            layers.append({"type": "conv", "name": f"conv{block}_{number}", "weights": weights, "stride": [1.0, 1.0], "pad": [1.0] * 4})
            layers.append({"type": "relu", "name": f"relu{block}_{number}"})
            channels = width
        layers.append({"type": "pool", "name": f"pool{block}", "method": "max", "pool": [2.0, 2.0], "stride": [2.0, 2.0], "pad": [0.0] * 4})
    mean = numpy.array([123.68, 116.779, 103.939]).reshape(1, 1, 3)
    scipy.io.savemat(file, {"layers": cells(layers), "meta": {"normalization": {"averageImage": mean}}})


if __name__ == "__main__":
    main(sys.argv[1])
