# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""SQL lives in db/**.sql, and every query there prepares against the migrated schema."""

import re
import sqlite3

from source import Finding, cpp_files, line_of, take_apart

IN_CODE = re.compile(
    r"\bSELECT\b.*|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
    r"|\bCREATE\s+(TABLE|INDEX|TRIGGER|VIEW)\b|\bDROP\s+TABLE\b|\bPRAGMA\b"
    r"|^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|VACUUM)\b"
    r"|\b(?i:select)\s.*\s(?i:from)\s+[a-z_]+\s+(?i:where)\b",
    re.DOTALL,
)

# The table of dbdata.c, which is built into the programs and not into Python's SQLite.
NOT_IN_PYTHON = "no such table: sqlite_dbdata"


def statements(sql):
    """(line, statement) pairs, split as SQLite itself splits them."""
    start = 0
    for position, character in enumerate(sql):
        if character == ";" and sqlite3.complete_statement(sql[start : position + 1]):
            yield start, sql[start : position + 1]
            start = position + 1
    if strip_comments(sql[start:]).strip():
        yield start, sql[start:]


def strip_comments(sql):
    return re.sub(r"--[^\n]*|/\*.*?\*/", " ", sql, flags=re.DOTALL)


def first_word_at(sql, start):
    """Where the statement after `start` really begins, comments and blanks skipped."""
    match = re.compile(r"(\s|--[^\n]*(\n|$)|/\*.*?\*/)*", re.DOTALL).match(sql, start)
    return match.end()


def open_schema(tree, folder, findings):
    connection = sqlite3.connect(":memory:")
    for path in tree.files(".sql", under=folder):
        try:
            connection.executescript(tree.text(path))
        except sqlite3.Error as error:
            findings.append(Finding(path, 1, f"does not run: {error}"))
        for match in re.finditer(r"CREATE TABLE[^;]*;", strip_comments(tree.text(path)), re.DOTALL):
            if "STRICT" not in match.group():
                name = re.search(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)", match.group())
                findings.append(
                    Finding(path, 1, f"table {name.group(1) if name else '?'} is not STRICT")
                )
    return connection


def schemas(tree):
    """The folders under db/ that each make one database."""
    folders = {
        p.rsplit("/", 1)[0]
        for p in tree.files(".sql", under="db")
        if "/queries" not in p and re.search(r"/\d{4}_\w+\.sql$|/schema\w*\.sql$", p)
    }
    return sorted(folders)


def prepares(connection, statement):
    try:
        bindings = {name: None for name in re.findall(r"[:@$](\w+)", strip_comments(statement))}
        cursor = connection.cursor()
        if bindings:
            cursor.execute("EXPLAIN " + statement, bindings)
        else:
            cursor.execute("EXPLAIN " + statement, [None] * highest_parameter(statement))
    except sqlite3.Error as error:
        return None if str(error) == NOT_IN_PYTHON else str(error)
    return None


def highest_parameter(statement):
    bare = re.sub(r"'[^']*'", "''", strip_comments(statement))
    numbered = [int(n) for n in re.findall(r"\?(\d+)", bare)]
    return max(numbered) if numbered else bare.count("?")


def check_queries(tree, findings):
    folders = schemas(tree)
    databases = {folder: open_schema(tree, folder, findings) for folder in folders}
    for path in tree.files(".sql", under="db"):
        if "/queries" not in path:
            continue
        sql = tree.text(path)
        for start, statement in statements(sql):
            place = first_word_at(sql, start)
            words = sql[place:].split(None, 1)
            if not words or words[0].rstrip(";").upper() in {
                "PRAGMA",
                "BEGIN",
                "COMMIT",
                "ROLLBACK",
                "ATTACH",
                "DETACH",
                "SAVEPOINT",
                "RELEASE",
                "VACUUM",
                "END",
            }:
                continue
            if re.search(r"SELECT\s+(\w+\.)?\*", strip_comments(statement)):
                findings.append(
                    Finding(
                        path, line_of(sql, place), "SELECT * hides what is read: name the columns"
                    )
                )
            errors = [
                prepares(database, sql[place : start + len(statement)])
                for database in databases.values()
            ]
            if errors and all(errors):
                findings.append(
                    Finding(
                        path,
                        line_of(sql, place),
                        "does not prepare against the schema: " + "; ".join(sorted(set(errors))),
                    )
                )


def check(tree):
    findings = []
    for path in cpp_files(tree):
        _, literals = take_apart(tree.text(path))
        for literal in literals:
            if IN_CODE.search(literal.text):
                findings.append(
                    Finding(
                        path, literal.line, "SQL in a C++ string: move it to db/queries/<name>.sql"
                    )
                )
    check_queries(tree, findings)
    return findings
