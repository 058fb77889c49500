#!/usr/bin/env python3
"""The method that --preset fine starts from, in PyTorch: needs PyTorch, numpy, scipy and Pillow.

    pytorch_fine.py --network FILE.mat --content PHOTO --style PAINTING --size 512 --output PICTURE.png --csv FILE.csv
    pytorch_fine.py [--network FILE.mat] --size 512 --time-iterations 10

The first paints. It minimises the objective of objective.py at longest sides size / 2^(i/2) down to 128, from the
photo, by Adam (rate 0.02, betas 0.9 and 0.99) in 0..1, clamped after each step. The mean of the iterates, with
weights that fall by 0.99, is resized for the next size, as are Adam's moments, and is the result. The CSV file has
seconds from the start, iterations, and the objective and its terms of the mean, resized to the final size; scoring
doesn't count.

The second prints the median, minimum and 90th percentile of the seconds per iteration of that work at one size,
and the peak resident memory; without a file, on VGG-19 of full width with random weights.

Float32, channels_last, all cores. The gradient of the style loss needs no more than the eigenvectors that the loss
needs: with respect to the covariance S it is (I - R (R S R)^-1/2 R) / C, where R is the painting's root. This is in
float64, or else the gradient is mostly noise, as the smallest eigenvalues of R S R are near 1e-8.
"""
import argparse
import contextlib
import resource
import time

import torch
import torch.nn.functional as F
from PIL import Image

import objective
from objective import CONTENT_LAYER, RIDGE, STYLE_WEIGHTS, Network, Objective, read, root, total_variation


def channels_last(x):
    return x.contiguous(memory_format=torch.channels_last)


class StyleLoss(torch.autograd.Function):
    """The squared Wasserstein distance of one layer over its channels, and its gradient."""

    @staticmethod
    def forward(ctx, features, target_mean, target_covariance, target_root):
        channels = features.shape[1]
        # Without a copy, as the memory is in the order height, width, channel.
        flat = features.float().permute(0, 2, 3, 1).reshape(-1, channels)
        mean = flat.mean(0)
        covariance = flat.T @ flat / len(flat) - torch.outer(mean, mean)
        mean_difference = mean - target_mean
        identity = torch.eye(channels, dtype=target_root.dtype)
        covariance = covariance.to(target_root.dtype) + RIDGE * identity
        values, vectors = torch.linalg.eigh(target_root @ covariance @ target_root)
        values = values.clamp(min=RIDGE**2 / 100).sqrt()
        trace = covariance.trace() + target_covariance.trace() - 2 * values.sum()
        turned = target_root @ vectors
        gradient = ((identity - (turned / values) @ turned.T) / channels).float()
        ctx.save_for_backward(flat, mean, gradient, mean_difference * (2 / channels))
        ctx.shape, ctx.dtype = features.shape, features.dtype
        return (mean_difference**2).mean() + trace.float() / channels

    @staticmethod
    def backward(ctx, upstream):
        flat, mean, gradient, mean_gradient = ctx.saved_tensors
        factor = upstream / len(flat)
        gradient = gradient * (2 * factor)
        flat = torch.addmm(factor * mean_gradient - mean @ gradient, flat, gradient)
        _, channels, height, width = ctx.shape
        return flat.reshape(1, height, width, channels).permute(0, 3, 1, 2).to(ctx.dtype), None, None, None


class Stage:
    """The losses at one size."""

    def __init__(self, network, photo, painting, options):
        self.network, self.options = network, options
        roots = torch.float32 if options.roots == "float32" else torch.float64
        with torch.no_grad():
            self.photo = network.features(photo)[CONTENT_LAYER]
            maps = network.features(painting)
            self.targets = {}
            for name in STYLE_WEIGHTS:
                mean, covariance = objective.moments(maps[name].double())
                self.targets[name] = (mean.float(), covariance.to(roots), root(covariance).to(roots))

    def loss(self, image):
        with torch.autocast("cpu", torch.bfloat16) if self.options.bfloat16 else contextlib.nullcontext():
            maps = self.network.features(image)
        loss = self.options.content_weight * F.mse_loss(maps[CONTENT_LAYER].float(), self.photo)
        for name, weight in STYLE_WEIGHTS.items():
            loss = loss + weight / sum(STYLE_WEIGHTS.values()) * StyleLoss.apply(maps[name], *self.targets[name])
        return loss + self.options.tv_weight * total_variation(image)


class Painter:
    """Adam's state and the mean of the iterates, which go from size to size."""

    def __init__(self, image):
        self.start(image)
        self.steps = 0

    def start(self, image):
        self.image = channels_last(image.clone()).requires_grad_(True)
        self.adam = torch.optim.Adam([self.image], lr=0.02, betas=(0.9, 0.99))
        self.sum, self.weight = torch.zeros_like(image), 0.0

    def resize(self, size):
        """Goes on at another size (height, width), from the mean."""
        state = self.adam.state[self.image]
        bigger = lambda x, mode: F.interpolate(x, size=size, mode=mode, align_corners=False)
        first, second = bigger(state["exp_avg"], "bicubic"), bigger(state["exp_avg_sq"], "bilinear")
        self.start(bigger(self.mean(), "bicubic").clamp(0, 1))
        self.adam.state[self.image] = {
            "step": state["step"],
            "exp_avg": channels_last(first),
            "exp_avg_sq": channels_last(second),
        }

    def step(self, stage):
        self.adam.zero_grad()
        stage.loss(self.image).backward()
        self.adam.step()
        with torch.no_grad():
            self.image.clamp_(0, 1)
            self.sum.mul_(0.99).add_(self.image, alpha=0.01)
        self.weight = 0.99 * self.weight + 0.01
        self.steps += 1

    def mean(self):
        return (self.sum / self.weight).detach()


def sizes(end):
    result, number = [end], 1
    while round(end / 2 ** (number / 2)) >= 128:
        result.insert(0, round(end / 2 ** (number / 2)))
        number += 1
    return result


def fit(width, height, longest):
    factor = min(1, longest / max(width, height))
    return max(1, round(width * factor)), max(1, round(height * factor))


def save(image, file):
    values = (image[0].clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0)
    Image.fromarray(values.contiguous().numpy()).save(file)


def paint(network, options):
    full = Image.open(options.content).size
    end = fit(*full, options.size)
    final = Objective(network, options.content, options.style, end, options.content_weight, options.tv_weight)
    csv = open(options.csv, "w", buffering=1) if options.csv else None
    if csv:
        csv.write("seconds,iteration,size,objective,content,style,tv\n")
    start, aside, painter = time.perf_counter(), 0.0, None

    def score(longest):
        nonlocal aside
        before = time.perf_counter()
        with torch.no_grad():
            picture = F.interpolate(painter.mean(), size=end[::-1], mode="bicubic", align_corners=False).clamp(0, 1)
            terms = [float(term) for term in final.terms(picture)]
        line = [f"{before - start - aside:.2f}", str(painter.steps), str(longest)] + [f"{value:.6f}" for value in [sum(terms)] + terms]
        print(" ".join(line), flush=True)
        if csv:
            csv.write(",".join(line) + "\n")
        aside += time.perf_counter() - before

    for number, longest in enumerate([options.size] if options.one_size else sizes(options.size)):
        size = fit(*full, longest)
        photo = read(options.content, size=size, dtype=torch.float32)
        if painter is None:
            painter = Painter(read(options.init, size=size, dtype=torch.float32) if options.init else photo)
        else:
            painter.resize(size[::-1])
        painting = read(options.style, longest=longest, dtype=torch.float32)
        stage = Stage(network, channels_last(photo), channels_last(painting), options)
        count = options.iterations if number else options.first_iterations
        for iteration in range(1, count + 1):
            painter.step(stage)
            if iteration % options.score_every == 0 or iteration == count:
                score(longest)
    print(f"{time.perf_counter() - start - aside:.1f} seconds")
    save(painter.mean(), options.output)


def time_iterations(network, options):
    torch.manual_seed(0)
    noise = lambda: channels_last(torch.rand(1, 3, options.size, options.size))
    stage, painter, times = Stage(network, noise(), noise(), options), Painter(noise()), []
    for _ in range(options.time_iterations + 1):
        start = time.perf_counter()
        painter.step(stage)
        times.append(time.perf_counter() - start)
    times = sorted(times[1:])
    print(f"pytorch {torch.__version__} {'bfloat16' if options.bfloat16 else 'float32'} {options.size}x{options.size}: "
          f"median {times[len(times) // 2]:.3f} s/iteration, minimum {times[0]:.3f}, "
          f"90th percentile {times[len(times) * 9 // 10]:.3f}; "
          f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", help="a MatConvNet file (default: random weights)")
    parser.add_argument("--kernel-layout", choices=("hw", "wh"), default="hw")
    parser.add_argument("--content")
    parser.add_argument("--style")
    parser.add_argument("--init", help="start from this picture (default: the photo)")
    parser.add_argument("--output", default="output.png")
    parser.add_argument("--csv")
    parser.add_argument("--size", type=int, default=512, help="longest side (%(default)s)")
    parser.add_argument("--first-iterations", type=int, default=1000, help="at the first size (%(default)s)")
    parser.add_argument("--iterations", type=int, default=500, help="at each other size (%(default)s)")
    parser.add_argument("--one-size", action="store_true", help="at the final size only, --first-iterations")
    parser.add_argument("--score-every", type=int, default=100, help="iterations between two scores (%(default)s)")
    parser.add_argument("--content-weight", type=float, default=objective.CONTENT_WEIGHT)
    parser.add_argument("--tv-weight", type=float, default=objective.TV_WEIGHT)
    parser.add_argument("--pooling", choices=("max", "avg"), default="max")
    parser.add_argument("--borders", choices=("all", "first", "none"), default="all", help="convolutions that pad by replication")
    parser.add_argument("--bfloat16", action="store_true", help="convolutions by autocast")
    parser.add_argument("--roots", choices=("float64", "float32"), default="float64", help="what matrix roots are computed in")
    parser.add_argument("--time-iterations", type=int, metavar="N", help="only time N iterations at --size")
    options = parser.parse_args()
    if not options.time_iterations and not (options.content and options.style and options.network):
        parser.error("painting needs --network, --content and --style")
    choices = {"pooling": options.pooling, "borders": options.borders}
    if options.network:
        network = Network.load(options.network, options.kernel_layout, dtype=torch.float32, **choices)
    else:
        network = Network.random(**choices)
    network.layers = [(name, weights and (channels_last(weights[0]), weights[1]))
                      for name, weights in network.layers]
    if options.time_iterations:
        time_iterations(network, options)
    else:
        paint(network, options)


if __name__ == "__main__":
    main()
