# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""What the style guide asks of every source file and neither compiler nor formatter looks at."""

import re

from source import Finding, line_of, take_apart

FILE_LINES = 400
LINE_WIDTH = 100
FUNCTION_LINES = 60

LICENCE = ("SPDX-FileCopyrightText: The Longju authors", "SPDX-License-Identifier: Apache-2.0")
COMMENT_MARK = {".h": "// ", ".cpp": "// ", ".sql": "-- ", ".py": "# ", ".cmake": "# "}

# pattern in code (comments and strings blanked), what to do
FORBIDDEN = [
    (r"\bsetlocale\s*\(|\bstd::locale\b", "the locale decides nothing here: remove it"),
    (
        r"\b(?:std::)?sto[df]\s*\(|\bstrtod\s*\(|\batof\s*\(|\batoi\s*\(|\bsscanf\s*\(",
        "parsing that follows the locale: use std::from_chars",
    ),
    (r"\bthrow\b", "we throw nothing: return Result<T> with an Error"),
    (r"\bcatch\s*\(\s*\.\.\.\s*\)\s*\{\s*\}", "an exception is swallowed: turn it into an Error"),
    (r"\bconst_cast\b", "const_cast: change who owns the value instead"),
    (r"\bstd::shared_ptr\b", "shared ownership: use a value or std::unique_ptr"),
    (r"^[ \t]*using\s+namespace\s+std\s*;", "using namespace std"),
    (
        r"\b(?:class|struct)\s+\w*(?:Manager|Helper|Utils|Info)\b\s*[{:]",
        "a name that says nothing: name the one thing it is",
    ),
    (
        r"#\s*include\s*<(?:iostream|format|ranges/)",
        "use fmt or <cstdio>; libstdc++ 12 has no <format>",
    ),
]
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
POSIX = re.compile(
    r"^[ \t]*#\s*include\s*<(?:unistd\.h|fcntl\.h|dirent\.h|poll\.h|signal\.h|pwd\.h|sys/[\w.]+)>",
    re.MULTILINE,
)
POSIX_FILE = re.compile(r"(^|/)(platform_\w+|\w+_posix)\.(cpp|h)$")


def check_licence(path, lines, mark, findings):
    first = 1 if lines and lines[0].startswith("#!") else 0
    for offset, wanted in enumerate(LICENCE):
        if len(lines) <= first + offset or lines[first + offset].rstrip() != mark + wanted:
            findings.append(
                Finding(path, first + offset + 1, f"this line must be '{mark}{wanted}'")
            )
            return


def functions(code):
    """(line of the head, of the opening brace, of the closing one) of each function.

    A lambda counts with the function that holds it."""
    open_braces = []  # (kind, line of its head, its own line)
    head_start = 0
    for match in re.finditer(r"[{};]", code):
        brace, position = match.group(), match.start()
        if brace == "{":
            head = code[head_start:position].strip()
            kinds = [kind for kind, _, _ in open_braces]
            if "function" in kinds or "value" in kinds:
                kind = "value"
            elif re.match(
                r"(template\s*<.*>\s*)?(inline\s+)?(namespace|struct|class|enum|union|extern)\b",
                head,
                re.DOTALL,
            ):
                kind = "scope"
            else:
                kind = "function" if ")" in head and not head.endswith("=") else "value"
            first = (
                head_start
                + len(code[head_start:position])
                - len(code[head_start:position].lstrip())
            )
            open_braces.append((kind, line_of(code, first), line_of(code, position)))
        elif brace == "}" and open_braces:
            kind, head_line, brace_line = open_braces.pop()
            if kind == "function":
                yield head_line, brace_line, line_of(code, position)
        head_start = match.end()


def check_functions(path, code, findings):
    code = re.sub(r"^[ \t]*#.*$", "", code, flags=re.MULTILINE)
    code = re.sub(
        r"\b(public|private|protected):", lambda m: ";" + " " * (len(m.group()) - 1), code
    )
    for head, first, last in functions(code):
        if last - first - 1 > FUNCTION_LINES:
            findings.append(
                Finding(
                    path,
                    head,
                    f"a function of {last - first - 1} lines: "
                    f"split it (at most {FUNCTION_LINES})",
                )
            )


def check_cpp(path, text, findings):
    code, _ = take_apart(text)
    if path.endswith(".h") and "#pragma once" not in code:
        findings.append(Finding(path, 3, "a header without #pragma once"))
    for pattern, what in FORBIDDEN:
        for match in re.finditer(pattern, code, re.MULTILINE):
            findings.append(Finding(path, line_of(code, match.start()), what))
    if not POSIX_FILE.search(path) and path.startswith("app/"):
        for match in POSIX.finditer(code):
            findings.append(
                Finding(
                    path,
                    line_of(code, match.start()),
                    "a POSIX header outside platform_*.cpp and *_posix.cpp: put the call there",
                )
            )
    if path.startswith("app/"):
        check_functions(path, code, findings)


def check(tree):
    findings = []
    for path in tree.files(".h", ".cpp", ".sql", ".py", ".cmake"):
        text = tree.text(path)
        lines = text.split("\n")
        suffix = "." + path.rsplit(".", 1)[1]
        check_licence(path, lines, COMMENT_MARK[suffix], findings)
        if text and not text.endswith("\n"):
            findings.append(Finding(path, len(lines), "the last line has no line end"))
        if "\t" in text or "\r" in text:
            where = min(p for p in (text.find("\t"), text.find("\r")) if p >= 0)
            findings.append(
                Finding(path, line_of(text, where), "a tab or carriage return: use blanks and LF")
            )
        for number, line in enumerate(lines, start=1):
            if line != line.rstrip():
                findings.append(Finding(path, number, "blanks at the end of the line"))
            if NOTES.search(line) and not path.startswith("tests/lint/"):
                findings.append(Finding(path, number, "a note to oneself: do it, or open an issue"))
            if suffix in (".h", ".cpp", ".py") and len(line) > LINE_WIDTH:
                findings.append(Finding(path, number, f"{len(line)} columns: at most {LINE_WIDTH}"))
        if suffix in (".h", ".cpp", ".py") and len(lines) - 1 > FILE_LINES:
            findings.append(
                Finding(
                    path,
                    FILE_LINES + 1,
                    f"a file of {len(lines) - 1} lines: split it (at most {FILE_LINES})",
                )
            )
        if suffix in (".h", ".cpp"):
            check_cpp(path, text, findings)
    return findings
