# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""C++ is laid out as .clang-format says, by the version that it names."""

import re
import shutil
import subprocess

from source import Finding, cpp_files


def find_formatter(version):
    for name in (f"clang-format-{version}", "clang-format"):
        program = shutil.which(name)
        if program:
            told = subprocess.run(
                [program, "--version"], capture_output=True, text=True, check=False
            ).stdout
            if re.search(rf"version {version}\.", told):
                return program
    return None


def check(tree):
    if not tree.exists(".clang-format"):
        return []
    version = re.search(r"clang-format (\d+)", tree.text(".clang-format")).group(1)
    program = find_formatter(version)
    if program is None:
        return [
            Finding(
                ".clang-format",
                1,
                f"clang-format {version} is not installed: install-packages lists it",
            )
        ]
    files = cpp_files(tree, "app") + cpp_files(tree, "tests")
    findings = []
    for at in range(0, len(files), 40):
        run = subprocess.run(
            [program, "--dry-run", "--style=file", *files[at : at + 40]],
            cwd=tree.root,
            capture_output=True,
            text=True,
            check=False,
        )
        first = {}
        for match in re.finditer(r"^(.+?):(\d+):\d+: (?:warning|error)", run.stderr, re.MULTILINE):
            first.setdefault(match.group(1), int(match.group(2)))
        findings += [
            Finding(path, line, f"not formatted: run '{program.rsplit('/', 1)[-1]} -i {path}'")
            for path, line in first.items()
        ]
    return findings
