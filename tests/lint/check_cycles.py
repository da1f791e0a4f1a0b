# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""No header includes itself by a detour."""

from check_layers import INCLUDE
from source import Finding, cpp_files, line_of


def check(tree):
    edges = {}
    for path in cpp_files(tree):
        text = tree.text(path)
        edges[path] = [
            ("app/" + m.group(2), line_of(text, m.start()))
            for m in INCLUDE.finditer(text)
            if m.group(1) == '"'
        ]

    findings, done = [], set()

    def walk(path, trail):
        if path in done:
            return
        for target, line in edges.get(path, []):
            if target in trail:
                ring = trail[trail.index(target) :] + [target]
                findings.append(
                    Finding(
                        path,
                        line,
                        "include cycle "
                        + " -> ".join(ring)
                        + ": move what both need into a third header",
                    )
                )
            elif target in edges:
                walk(target, trail + [target])
        done.add(path)

    for path in sorted(edges):
        walk(path, [path])
    return findings
