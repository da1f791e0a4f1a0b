#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Adds up ctest's JUnit files in a folder: names what failed or was skipped, ends with the sums."""

import pathlib
import sys
import xml.etree.ElementTree


def main(folder):
    passed, failed, skipped = 0, [], []
    files = sorted(pathlib.Path(folder).glob("*.xml"))
    for path in files:
        for case in xml.etree.ElementTree.parse(path).iter("testcase"):
            name = f"{path.stem}: {case.get('name')}"
            status = case.get("status")
            if status == "run":
                passed += 1
            elif case.find("skipped") is not None and status != "fail":
                skipped.append(name)
            else:
                failed.append((name, case.findtext("system-out") or ""))
    for name, output in failed:
        print(f"FAILED {name}")
        print("    " + "\n    ".join(output.strip().splitlines()[-40:]))
    for name in skipped:
        print(f"skipped {name}")
    if not files:
        failed.append(("no test ran", ""))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
