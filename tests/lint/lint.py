#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the checks of this folder over the repository.

tests/lint/lint.py [check...]      all of them when none is named; exit code 1 when one finds a slip
"""

import importlib
import pathlib
import sys

sys.dont_write_bytecode = True
FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from source import Tree  # noqa: E402

CHECKS = sorted(p.stem.removeprefix("check_") for p in FOLDER.glob("check_*.py"))


def main(arguments):
    names = arguments or CHECKS
    unknown = [n for n in names if n not in CHECKS]
    if unknown:
        print(f"no check named {', '.join(unknown)}; there are {', '.join(CHECKS)}")
        return 2
    tree = Tree(FOLDER.parent.parent)
    count = 0
    for name in names:
        for finding in sorted(importlib.import_module(f"check_{name}").check(tree)):
            print(f"{finding} [{name}]")
            count += 1
    print(f"{len(names)} checks, {count} findings")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
