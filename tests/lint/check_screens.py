# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Screens are made of our own widgets and of the theme's colours, nothing else."""

import re

from source import Finding, cpp_files, line_of, take_apart

WIDGET = re.compile(r"\bImGui::\w+")
COLOUR_CALL = re.compile(
    r"\bIM_COL32\s*\(|\bImColor\s*\(\s*[\d.]|\bImVec4\s*[({]\s*[\d.]|\b0x[0-9A-Fa-f]{8}u?\b"
)
COLOUR_TEXT = re.compile(r"#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?\b")
PALETTE = re.compile(r"(^|/)(theme|\w*palette)\.(cpp|h)$")


def check(tree):
    findings = []
    for path in cpp_files(tree, "app/kiosk"):
        code, literals = take_apart(tree.text(path))
        if path.startswith("app/kiosk/screens/"):
            for match in WIDGET.finditer(code):
                findings.append(
                    Finding(
                        path,
                        line_of(code, match.start()),
                        f"{match.group()} in a screen: use or add a widget of the Ui layer",
                    )
                )
        if PALETTE.search(path):
            continue
        for match in COLOUR_CALL.finditer(code):
            findings.append(
                Finding(
                    path,
                    line_of(code, match.start()),
                    "a colour in code: name a role in assets/theme.tsv",
                )
            )
        for literal in literals:
            if COLOUR_TEXT.search(literal.text):
                findings.append(
                    Finding(
                        path, literal.line, "a colour in a string: name a role in assets/theme.tsv"
                    )
                )
    return findings
