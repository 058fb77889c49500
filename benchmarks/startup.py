#!/usr/bin/env python3
"""How long the program takes to start: medians of several ways to start it, measured in turn.

    startup.py "java -jar old.jar" "java -jar new.jar" "target/style-transfer-linux-x86_64/bin/style-transfer"

Times `--version` to its end, and runs of 256 pixels to the line that tells of their first iteration, with
patches, on the wavelets, and on the thin network if its file is named. Each case is run once before it is
timed, so that native libraries are unpacked and files are in the system's memory.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import tempfile
import time

INPUT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "input")
FIRST = b"Iteration 1 total loss"


def run(content, style, *more):
    return ["--content", content, "--style", style, "--size", "256", "--output", "o.png", *more]


def cases(thin):
    content = os.path.join(INPUT, "content", "skyline.jpg")
    style = os.path.join(INPUT, "style", "swirls.jpg")
    found = {
        "version": ["--version"],
        "patches": run(content, style, "--method", "patches"),
        "wavelet": run(content, style, "--network", "wavelet"),
    }
    if thin:
        found["thin"] = run(content, style, "--network", os.path.abspath(thin))
    return found


def seconds(command, arguments, folder):
    start = time.perf_counter()
    process = subprocess.Popen(
        command + arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        for line in process.stdout:
            if FIRST in line:
                return time.perf_counter() - start
        process.wait()
        end = time.perf_counter() - start
        if arguments != ["--version"] or process.returncode != 0:
            raise SystemExit(f"{shlex.join(command + arguments)} ends with {process.returncode}")
        return end
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("commands", nargs="+", help="ways to start the program")
    parser.add_argument("--runs", type=int, default=15, help="of each (default: 15)")
    parser.add_argument("--thin", metavar="FILE", help="of the thin network")
    parser.add_argument("--cases", default="", help="some of version,patches,wavelet,thin")
    given = parser.parse_args()
    commands = [
        [os.path.abspath(word) if os.path.exists(word) else word for word in shlex.split(command)]
        for command in given.commands
    ]
    chosen = given.cases.split(",") if given.cases else None
    for name, command in zip("ABCDEFGH", given.commands):
        print(f"{name}: {command}")
    for case, arguments in cases(given.thin).items():
        if chosen and case not in chosen:
            continue
        times = [[] for _ in commands]
        with tempfile.TemporaryDirectory() as folder:
            for turn in range(given.runs + 1):
                for command, of_command in zip(commands, times):
                    taken = seconds(command, arguments, folder)
                    if turn > 0:
                        of_command.append(taken)
        figures = ["%s %.2f (%.2f to %.2f)" % (name, statistics.median(t), min(t), max(t)) for name, t in zip("ABCDEFGH", times)]
        print(f"{case:8} " + ", ".join(figures) + " s", flush=True)


if __name__ == "__main__":
    main()
