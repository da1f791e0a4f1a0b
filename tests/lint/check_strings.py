# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Texts for people: both languages complete, every key used, placeholders alike, lines sorted."""

import re

from source import Finding, cpp_files, take_apart

FOLDER = "assets/strings"
KEY = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")
PLACEHOLDER = re.compile(r"\{\d\}")
# strings("key"), words("key", …): the callables that look a key up.
LOOKUP = re.compile(r'\b(?:strings|words)_?(?:\(\))?\(\s*"')


def read_table(tree, path, findings):
    texts = {}
    previous = ""
    for number, line in enumerate(tree.text(path).splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        key = cells[0]
        if len(cells) < 2:
            findings.append(Finding(path, number, f"'{key}' has no text: write key, TAB, text"))
            continue
        if not KEY.match(key):
            findings.append(Finding(path, number, f"'{key}' is not a dotted lower-case key"))
        if key in texts:
            findings.append(Finding(path, number, f"'{key}' is there twice: keep one"))
        elif key < previous:
            findings.append(Finding(path, number, f"'{key}' comes after '{previous}': sort by key"))
        if not cells[1].strip():
            findings.append(Finding(path, number, f"'{key}' is empty"))
        texts[key] = (number, cells[1])
        previous = max(previous, key)
    return texts


def compare(path, texts, other_path, other, findings):
    for key, (line, text) in sorted(texts.items()):
        if key not in other:
            findings.append(
                Finding(path, line, f"'{key}' is missing from {other_path}: add it there")
            )
            continue
        mine = sorted(set(PLACEHOLDER.findall(text)))
        theirs = sorted(set(PLACEHOLDER.findall(other[key][1])))
        if mine != theirs:
            findings.append(
                Finding(
                    path,
                    line,
                    f"'{key}' has placeholders {' '.join(mine) or 'none'}, "
                    f"{other_path} has {' '.join(theirs) or 'none'}: make them alike",
                )
            )


def used_keys(tree, known, findings):
    """Keys that the program or its data can ask for."""
    used = set()

    def note(text):
        if text in known:
            used.add(text)
        elif re.match(r"^[a-z][a-z0-9_.]*\.$", text):  # "measure." + id
            used.update(k for k in known if k.startswith(text))
        elif "{}" in text and re.match(r"^[a-z0-9_.{}]+$", text):  # "measure.{}.name"
            pattern = re.compile("^" + re.escape(text).replace(r"\{\}", "[a-z0-9_.]+") + "$")
            used.update(k for k in known if pattern.match(k))

    for path in cpp_files(tree):
        text = tree.text(path)
        _, literals = take_apart(text)
        asked = {m.end() - 1 for m in LOOKUP.finditer(text)}
        for literal in literals:
            note(literal.text)
            closed = re.match(r'"[^"]*"\s*[,)}]', text[literal.start :]) is not None
            if literal.start in asked and closed and literal.text not in known:
                findings.append(
                    Finding(
                        path,
                        literal.line,
                        f"the key '{literal.text}' is in no table "
                        f"of {FOLDER}: add it to every language",
                    )
                )
    for path in tree.files(".tsv", ".toml", ".csv", under="assets") + tree.files(
        ".toml", ".csv", under="catalog"
    ):
        if path.startswith(FOLDER):
            continue
        for word in re.findall(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+", tree.text(path)):
            note(word)
    return used


def check(tree):
    findings = []
    tables = {p: read_table(tree, p, findings) for p in tree.files(".tsv", under=FOLDER)}
    for path, texts in tables.items():
        for other_path, other in tables.items():
            if path != other_path:
                compare(path, texts, other_path, other, findings)
    known = set().union(*tables.values()) if tables else set()
    used = used_keys(tree, known, findings)
    for path, texts in tables.items():
        for key in sorted(texts.keys() - used):
            findings.append(
                Finding(
                    path, texts[key][0], f"'{key}' is used nowhere: remove it from every language"
                )
            )
    return findings
