# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Every row of catalog/ that holds numbers says where they come from and how far to trust them."""

import csv
import io
import json
import re
import tomllib

from source import Finding

CONFIDENCE = {"verified", "secondary", "memory", "estimate", "sample"}
# Case files and visits are what a person measured on the spot, not reference data.
EXEMPT = ("catalog/samples/",)


def is_number(cell):
    return re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", cell.strip()) is not None


def judge_confidence(value):
    if value in CONFIDENCE:
        return None
    return f"confidence '{value}' is none of {', '.join(sorted(CONFIDENCE))}"


def check_csv(tree, path, findings):
    text = tree.text(path)
    lines = [
        (n, l)
        for n, l in enumerate(text.splitlines(), start=1)
        if l.strip() and not l.startswith("#")
    ]
    if not lines:
        return
    rows = list(csv.reader(io.StringIO("\n".join(l for _, l in lines))))
    if len(rows) != len(lines):
        findings.append(Finding(path, 1, "a cell holds a line break: keep one row on one line"))
        return
    header = [name.strip() for name in rows[0]]
    for (number, _), cells in list(zip(lines, rows))[1:]:
        if not any(is_number(c) for c in cells):
            continue
        row = dict(zip(header, cells))
        if not row.get("source", "").strip():
            findings.append(
                Finding(path, number, "numbers without a source: fill the column 'source'")
            )
        what = judge_confidence(row.get("confidence", "").strip())
        if what:
            findings.append(Finding(path, number, what + ": fill the column 'confidence'"))


def holds_number(value):
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        return True
    return isinstance(value, list) and any(holds_number(v) for v in value)


def check_toml(tree, path, findings):
    text = tree.text(path)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        findings.append(Finding(path, 1, f"not TOML: {error}"))
        return
    headers = [
        (m.group(1).replace(" ", ""), text.count("\n", 0, m.start()) + 1)
        for m in re.finditer(r"^[ \t]*\[\[?([^\]\n]+)\]", text, re.MULTILINE)
    ]

    def line_of_table(name, index):
        same = [line for header, line in headers if header == name]
        return same[min(index, len(same) - 1)] if same else 1

    seen = {}

    def walk(table, name, sourced):
        index = seen.get(name, 0)
        seen[name] = index + 1
        line = line_of_table(name, index) if name else 1
        if "confidence" in table:
            what = judge_confidence(table["confidence"])
            if what:
                findings.append(Finding(path, line, what))
        sourced = sourced or (bool(table.get("source")) and "confidence" in table)
        if not sourced and any(
            holds_number(v) for k, v in table.items() if k not in {"format", "version"}
        ):
            findings.append(
                Finding(
                    path,
                    line,
                    f"[{name or 'top of the file'}] has numbers without 'source' and "
                    "'confidence': add both here or in the table around it",
                )
            )
        for key, value in table.items():
            inner = f"{name}.{key}" if name else key
            if isinstance(value, dict):
                walk(value, inner, sourced)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, dict):
                        walk(item, inner, sourced)

    walk(document, "", False)


def check_rules(tree, path, findings):
    """Subsidy clauses: each names its document and the grade of the copy read."""
    text = tree.text(path)
    try:
        rules = json.loads(text).get("rules", [])
    except json.JSONDecodeError as error:
        findings.append(Finding(path, error.lineno, f"not JSON: {error.msg}"))
        return
    for rule in rules:
        place = text.find(json.dumps(rule.get("id", ""), ensure_ascii=False))
        line = text.count("\n", 0, max(place, 0)) + 1
        for field in ("doc_title", "source_grade"):
            if not rule.get(field):
                findings.append(Finding(path, line, f"rule {rule.get('id')} has no '{field}'"))


CHECK_OF = {".csv": check_csv, ".toml": check_toml, ".json": check_rules}


def check(tree):
    findings = []
    for path in tree.files(*CHECK_OF, under="catalog"):
        if not path.startswith(EXEMPT):
            CHECK_OF["." + path.rsplit(".", 1)[1]](tree, path, findings)
    return findings
