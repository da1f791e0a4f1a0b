#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""A year of roof PV by Longju and by pvlib's PVWatts chain, on the same weather, in one run.

pvlib_pv.py --weather FILE.epw... [--longju PROGRAM]

pvlib: Perez sky, physical glass with an antireflective coating, NOCT cells with wind, PVWatts
losses and inverter. Snow is none of it, so Longju's yield is the one before snow. Without pvlib
this says so and ends well.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import time

try:
    import pvlib
    from pandas import Timedelta
except ImportError:
    pvlib = None

HERE = pathlib.Path(__file__).resolve().parent
BUILDING = HERE.parent.parent / "cases" / "farm" / "farmhouse.toml"  # The array needs none.
ARRAYS = [(20, 0), (35, 0), (45, 0), (60, 0), (90, 0), (27, -90), (27, 90)]


def of_pvlib(weather, tilt_deg, azimuth_deg):
    """kWh of one kilowatt, and on a square metre of its plane."""
    rows, place = pvlib.iotools.read_epw(weather, coerce_year=2023)
    middle = rows.index + Timedelta(minutes=30)  # A row begins at its index.
    sun = pvlib.solarposition.get_solarposition(
        middle, place["latitude"], place["longitude"], place["altitude"]
    )
    sun.index = rows.index
    north_deg = 180.0 + azimuth_deg
    plane = pvlib.irradiance.get_total_irradiance(
        tilt_deg,
        north_deg,
        sun["apparent_zenith"],
        sun["azimuth"],
        rows["dni"],
        rows["ghi"],
        rows["dhi"],
        dni_extra=pvlib.irradiance.get_extra_radiation(rows.index),
        airmass=pvlib.atmosphere.get_relative_airmass(sun["apparent_zenith"]),
        albedo=0.2,
        model="perez",
    ).fillna(0.0)
    incidence = pvlib.irradiance.aoi(tilt_deg, north_deg, sun["apparent_zenith"], sun["azimuth"])
    glass = pvlib.iam.physical(incidence, n=1.526, K=4.0, L=0.002, n_ar=1.3)
    used = plane["poa_direct"] * glass + plane["poa_diffuse"]
    cell_c = pvlib.temperature.noct_sam(
        plane["poa_global"], rows["temp_air"], rows["wind_speed"], noct=49, module_efficiency=0.21
    )
    lost = pvlib.pvsystem.pvwatts_losses(age=0) / 100.0
    dc_w = pvlib.pvsystem.pvwatts_dc(used, cell_c, 1000.0, -0.0035) * (1.0 - lost)
    ac_w = pvlib.inverter.pvwatts(dc_w, 1000.0 / 1.1 / 0.96, eta_inv_nom=0.96)
    return ac_w.sum() / 1000.0, plane["poa_global"].sum() / 1000.0


def of_longju(longju, weather, tilt_deg, azimuth_deg):
    command = [longju, "simulate", str(BUILDING), "--weather", weather, "--json"]
    command += [f"--pv=1,{tilt_deg},{azimuth_deg}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    pv = json.loads(done.stdout)["pv"]
    return pv["before_snow_kwh"], pv["plane_kwh_per_m2"], pv["year_kwh"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weather", required=True, nargs="+", help="EPW files")
    parser.add_argument("--longju", default="build/release/bin/longju")
    options = parser.parse_args()
    if pvlib is None:
        print("no pvlib in this Python (pip install pvlib)")
        return
    print(
        f"{'kWh of 1 kW a year':<26}{'tilt':>5}{'azim':>6}{'ours':>7}{'pvlib':>7}{'off':>9}"
        f"{'plane':>8}{'pvlib':>7}{'off':>9}{'snowed':>8}{'ms':>6}{'pvlib':>7}"
    )
    for weather in options.weather:
        for tilt_deg, azimuth_deg in ARRAYS:
            start = time.perf_counter()
            ours, plane, snowed = of_longju(options.longju, weather, tilt_deg, azimuth_deg)
            between = time.perf_counter()
            theirs, their_plane = of_pvlib(weather, tilt_deg, azimuth_deg)
            end = time.perf_counter()
            print(
                f"{pathlib.Path(weather).stem[-25:]:<26}{tilt_deg:>5}{azimuth_deg:>6}"
                f"{ours:>7.0f}{theirs:>7.0f}{100 * (ours / theirs - 1):>+7.1f} %"
                f"{plane:>8.0f}{their_plane:>7.0f}{100 * (plane / their_plane - 1):>+7.1f} %"
                f"{snowed:>8.0f}{1000 * (between - start):>6.0f}{1000 * (end - between):>7.0f}"
            )


if __name__ == "__main__":
    main()
