# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Nothing in the tree knows the machine it was written on or a mirror it was fetched from."""

import re

from source import Finding

BINARY = (".png", ".jpg", ".ico", ".icns", ".pdf", ".ljp", ".ljd", ".db", ".ttf", ".otf")
PATTERNS = [
    (
        re.compile(r"(?<![\w$}.~])/(?:work|root|home/[a-z]\w*|Users/\w+)/[\w.]"),
        "a path of one machine: make it relative, or read it from the environment",
    ),
    (
        re.compile(
            r"\b(?:deb|ftp\.?\w*|archive|security|snapshot)\.debian\.org\b"
            r"|\bmirrors?\.[\w-]+\.(?:com|cn|edu|org|net)\b"
            r"|\b[\w-]+\.(?:ubuntu|kernel)\.(?:com|org)/(?:debian|ubuntu)\b"
        ),
        "the host of a mirror: read it from the machine's APT configuration",
    ),
]


def check(tree):
    findings = []
    for path in tree.files():
        if path.endswith(BINARY) or path.startswith("tests/lint/"):
            continue
        for number, line in enumerate(tree.text(path).splitlines(), start=1):
            for pattern, what in PATTERNS:
                if pattern.search(line):
                    findings.append(Finding(path, number, what))
    return findings
