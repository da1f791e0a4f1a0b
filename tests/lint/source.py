# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""What every check needs: findings, the files of the tree, and C++ text taken apart."""

import dataclasses
import os
import pathlib
import re

SKIPPED_FOLDERS = {".git", "build", "out", ".cache", "__pycache__"}


@dataclasses.dataclass(frozen=True, order=True)
class Finding:
    """One slip: where it is and what to do about it."""

    path: str
    line: int
    what: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.what}"


@dataclasses.dataclass(frozen=True)
class Literal:
    """A string literal of C++ source, without its quotes; escapes are left as written."""

    line: int
    text: str
    start: int


class Tree:
    """The repository, or the small one a self-test makes."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    def files(self, *suffixes, under=""):
        """Paths from the root, sorted; of the given suffixes when there are any."""
        found = []
        for folder, folders, names in os.walk(self.root / under):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS]
            for name in sorted(set(names) - {".git"}):
                if not suffixes or name.endswith(suffixes):
                    path = pathlib.Path(folder, name).relative_to(self.root)
                    found.append(path.as_posix())
        return sorted(found)

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def exists(self, path):
        return (self.root / path).exists()


def line_of(text, position):
    return text.count("\n", 0, position) + 1


CPP_PIECES = re.compile(
    r"""
      (?P<line_comment>//[^\n]*)
    | (?P<block_comment>/\*.*?\*/)
    | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")
    | (?P<number>\b[0-9][0-9A-Za-z_.']*)
    | (?P<string>(?:u8|[uUL])?"(?P<text>(?:[^"\\\n]|\\.)*)")
    | (?P<character>'(?:[^'\\\n]|\\.)+')
    """,
    re.VERBOSE | re.DOTALL,
)


def take_apart(text):
    """(code, literals): the text with comments and the insides of literals blanked, line for line,
    and its string literals. Include lines keep their file names in both."""
    literals = []
    pieces = []
    position = 0
    for match in CPP_PIECES.finditer(text):
        pieces.append(text[position : match.start()])
        position = match.end()
        whole = match.group()
        if match.lastgroup == "number" or match.group("number") is not None:
            pieces.append(whole)
            continue
        inside = match.group("text")
        if inside is None:
            inside = match.group("raw_text")
        if inside is not None:
            literals.append(Literal(line_of(text, match.start()), inside, match.start()))
        blank = re.sub(r"[^\n]", " ", whole)
        if match.group("string") is not None:
            blank = '"' + blank[1:-1] + '"'
        pieces.append(blank)
    pieces.append(text[position:])
    return "".join(pieces), literals


def cpp_files(tree, under="app"):
    return tree.files(".h", ".cpp", under=under)
