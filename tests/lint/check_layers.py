# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Includes between the folders of app/ go only where tests/lint/layers.txt lets them."""

import re

from source import Finding, cpp_files, line_of

TABLE = "tests/lint/layers.txt"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)

# Headers of the C++ and C standard library have no dot and no slash; the C ones end in .h.
C_HEADERS = {"errno.h", "math.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "time.h"}
PLATFORM = re.compile(r"(platform_\w+|\w+_posix|\w+_win32)\.(cpp|h)$")


class Row:
    def __init__(self, layers, third_party):
        self.layers = layers
        self.third_party = third_party  # (file prefix or "", header prefix)


def read_table(tree):
    rows, findings = {}, []
    for number, line in enumerate(tree.text(TABLE).splitlines(), start=1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, rest = line.partition(":")
        layers, _, headers = rest.partition("|")
        third_party = []
        for word in headers.split():
            prefix, colon, header = word.rpartition(":")
            third_party.append((prefix.rstrip("*") if colon else "", header))
        rows[name.strip()] = Row(layers.split(), third_party)
        for layer in layers.split():
            if layer not in rows:
                findings.append(
                    Finding(
                        TABLE,
                        number,
                        f"{name} lists {layer}, which is not above it: "
                        "layers go one way, name only earlier ones",
                    )
                )
    return rows, findings


def judge(header, quoted, layer, file_name, rows):
    """What is wrong with including `header` here, or nothing."""
    row = rows[layer]
    first = header.split("/")[0]
    if first in rows and first != "every":
        if first == layer or first in row.layers:
            return None
        return (
            f"{layer} may not include {header}: {TABLE} lets it use "
            f"{', '.join(row.layers) or 'no other layer'}; move the code or the type down"
        )
    everywhere = rows["every"].third_party if "every" in rows else []
    for prefix, allowed in row.third_party + everywhere:
        if header.startswith(allowed) and file_name.startswith(prefix):
            return None
    if quoted and any(header.startswith(h) for r in rows.values() for _, h in r.third_party):
        return f'"{header}" is not ours: write <{header}>'
    if quoted:
        return f'"{header}" does not start with a layer: write "layer/file.h"'
    if "." not in header and "/" not in header:
        return None
    if header in C_HEADERS or PLATFORM.search(file_name):
        return None
    return (
        f"{layer} may not include <{header}>: {TABLE} does not list it for {file_name}; "
        "system calls belong in *_posix.cpp or platform_*.cpp"
    )


def check(tree):
    if not tree.exists(TABLE):
        return []
    rows, findings = read_table(tree)
    for path in cpp_files(tree):
        parts = path.split("/")
        if len(parts) < 3:
            continue
        if parts[1] not in rows:
            findings.append(Finding(path, 1, f"app/{parts[1]} has no line in {TABLE}: add one"))
            continue
        text = tree.text(path)
        for match in INCLUDE.finditer(text):
            what = judge(match.group(2), match.group(1) == '"', parts[1], parts[-1], rows)
            if what:
                findings.append(Finding(path, line_of(text, match.start()), what))
    return findings
