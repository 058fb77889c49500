#!/usr/bin/env python3
"""Paints pairs in several ways, each in several settings, and writes down how long each command took.

    quality_runs.py --jar JAR --thin THIN.pth --wide WIDE.pth --folder FOLDER --pair PHOTO,PAINTING ... [--run WAY/SETTING/STRENGTHS ...]

WAY is patches, thin or wide; the settings are those below; STRENGTHS are values of --strength, separated by commas. Without
--run, all settings that the page shows are run. Pictures go to FOLDER, and a line for each run is added to FOLDER/runs.csv:
seconds by the clock, seconds of processor time, and the share of the machine's processors that other programs used
meanwhile: repeat the runs (--again) in which that isn't small. Runs that are there already aren't repeated otherwise.
"""
import argparse
import csv
import os
import pathlib
import subprocess
import time

SETTINGS = {
    "patches": {
        "coarse": ["--sizes", "2", "--no-finish"],
        "no finish": ["--no-finish"],
        "default": [],
    },
    "thin": {numbers: ["--iterations", numbers] for numbers in ("10,4", "25,8", "50,12", "50,12,60", "60,20,150")},
    "wide": {numbers: ["--iterations", numbers] for numbers in ("10,4", "25,8", "50,12", "50,12,60", "60,20,150")},
}
COLUMNS = ["way", "setting", "strength", "photo", "painting", "seconds", "processor_seconds", "others", "picture"]


def busy_seconds():
    """Processor time of all programs since the machine started."""
    user, nice, system, _, _, interrupts, *_ = open("/proc/stat").readline().split()[1:]
    return sum(map(int, (user, nice, system, interrupts))) / os.sysconf("SC_CLK_TCK")


def paint(options, way, setting, strength, photo, painting, picture):
    """Seconds by the clock, and of processor time, of one command, and the share of the machine that others had."""
    method = {
        "patches": ["--method", "patches"],
        "thin": ["--network", options.thin],
        "wide": ["--network", options.wide],
    }[way]
    command = ["java", "-jar", options.jar, "--quiet", *method, *SETTINGS[way][setting], "--strength", strength]
    command += ["--content", photo, "--style", painting, "--size", str(options.size), "--checkpoints", "0"]
    command += ["--log-dir", str(picture.with_suffix(".log")), "--output", str(picture)]
    start, busy = time.perf_counter(), busy_seconds()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds, busy = time.perf_counter() - start, busy_seconds() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    processor = usage.ru_utime + usage.ru_stime
    return seconds, processor, max(0, (busy - processor) / seconds / os.cpu_count())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", required=True)
    parser.add_argument("--thin", required=True, help="the thin network's file")
    parser.add_argument("--wide", required=True, help="what widen_network.py made of it")
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--pair", required=True, action="append", help="a photo and a painting")
    parser.add_argument("--run", action="append", help="way/setting/strengths")
    parser.add_argument("--again", action="store_true", help="repeat runs, to take the shortest time")
    options = parser.parse_args()
    runs = options.run or [f"{way}/{setting}/30,50,70" for way in SETTINGS for setting in SETTINGS[way]]
    options.folder.mkdir(parents=True, exist_ok=True)
    table = options.folder / "runs.csv"
    rows = list(csv.DictReader(table.open())) if table.exists() else []
    done = {tuple(row[column] for column in COLUMNS[:5]) for row in rows}
    with table.open("a", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        if not rows:
            writer.writeheader()
        for pair in options.pair:
            photo, painting = pair.split(",")
            for run in runs:
                way, setting, strengths = run.split("/")
                for strength in strengths.split(","):
                    key = (way, setting, strength, photo, painting)
                    if key in done and not options.again:
                        continue
                    names = [pathlib.Path(photo).stem, pathlib.Path(painting).stem, way, setting, strength]
                    picture = options.folder.resolve() / ("-".join(names).replace(" ", "_").replace(",", "_") + ".png")
                    seconds, processor, others = paint(options, *key, picture)
                    print(f"{seconds:7.1f} {processor:7.1f} {others:4.0%}  {picture.stem}", flush=True)
                    figures = [f"{seconds:.2f}", f"{processor:.2f}", f"{others:.2f}", picture.name]
                    writer.writerow(dict(zip(COLUMNS, [*key, *figures])))
                    file.flush()


if __name__ == "__main__":
    main()
