#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""Each check against a small bad tree, which it must refuse at the right line, and a good one."""

import importlib
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from source import Tree, take_apart  # noqa: E402

HEAD = "// SPDX-FileCopyrightText: The Longju authors\n// SPDX-License-Identifier: Apache-2.0\n"
TABLE = (
    "every: | fmt/\ncore:\nhouse: core\nsheet: core house | paint_*:cairo\nkiosk: core | imgui\n"
)


def findings(check, files):
    """What `check` says of a tree with these files, as "path:line" → message."""
    with tempfile.TemporaryDirectory(prefix="lint 测试 ") as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = importlib.import_module(f"check_{check}").check(Tree(folder))
        return {f"{f.path}:{f.line}": f.what for f in found}


class LintTest(unittest.TestCase):
    def expect(self, check, files, place, words):
        found = findings(check, files)
        self.assertIn(place, found, f"{check} overlooked it; found {found}")
        self.assertIn(words, found[place])

    def expect_clean(self, check, files):
        self.assertEqual(findings(check, files), {})

    def test_source_taken_apart(self):
        code, literals = take_apart('a("x // y", R"(SELECT\n)", 1\'000, \'"\'); // "no"\nb("z");')
        self.assertEqual(
            [(l.line, l.text) for l in literals], [(1, "x // y"), (1, "SELECT\n"), (3, "z")]
        )
        self.assertIn("1'000", code)
        self.assertNotIn("no", code)

    def test_layers(self):
        table = {"tests/lint/layers.txt": TABLE}
        self.expect(
            "layers",
            table | {"app/house/a.cpp": '#include "core/x.h"\n#include "kiosk/y.h"\n'},
            "app/house/a.cpp:2",
            "house may not include kiosk/y.h",
        )
        self.expect(
            "layers",
            table | {"app/sheet/page.cpp": "#include <cairo.h>\n"},
            "app/sheet/page.cpp:1",
            "does not list it for page.cpp",
        )
        self.expect(
            "layers", table | {"app/other/a.cpp": ""}, "app/other/a.cpp:1", "has no line in"
        )
        self.expect(
            "layers", {"tests/lint/layers.txt": "a: b\nb:\n"}, "tests/lint/layers.txt:1", "one way"
        )
        self.expect_clean(
            "layers",
            table
            | {
                "app/sheet/paint_cairo.cpp": "#include <cairo.h>\n#include <vector>\n",
                "app/core/file_posix.cpp": "#include <sys/stat.h>\n",
                "app/house/a.cpp": "#include <fmt/core.h>\n",
            },
        )

    def test_cycles(self):
        self.expect(
            "cycles",
            {"app/core/a.h": '#include "core/b.h"\n', "app/core/b.h": '\n#include "core/a.h"\n'},
            "app/core/b.h:2",
            "app/core/a.h -> app/core/b.h -> app/core/a.h",
        )
        self.expect_clean("cycles", {"app/core/a.h": "", "app/core/a.cpp": '#include "core/a.h"\n'})

    def test_strings(self):
        good = {
            "assets/strings/en_US.tsv": "page.title\tHouse {0}\t\n",
            "assets/strings/zh_CN.tsv": "page.title\t房屋 {0}\t\n",
            "app/kiosk/a.cpp": 'strings("page.title", {"x"});\n',
        }
        self.expect_clean("strings", good)
        self.expect(
            "strings",
            good | {"assets/strings/zh_CN.tsv": "page.title\t房屋\t\n"},
            "assets/strings/zh_CN.tsv:1",
            "placeholders",
        )
        self.expect(
            "strings",
            good | {"assets/strings/zh_CN.tsv": "page.end\t完\t\npage.title\t房屋 {0}\t\n"},
            "assets/strings/zh_CN.tsv:1",
            "used nowhere",
        )
        self.expect(
            "strings",
            good | {"assets/strings/zh_CN.tsv": ""},
            "assets/strings/en_US.tsv:1",
            "missing from",
        )
        self.expect(
            "strings",
            good | {"assets/strings/zh_CN.tsv": "page.title\t房屋 {0}\t\npage.end\t完\t\n"},
            "assets/strings/zh_CN.tsv:2",
            "used nowhere",
        )
        self.expect(
            "strings",
            good | {"app/kiosk/b.cpp": '\nstrings("page.tilte");\n'},
            "app/kiosk/b.cpp:2",
            "is in no table",
        )
        unsorted = "page.title\tA {0}\t\npage.end\tB\t\n"
        found = findings(
            "strings",
            good
            | {
                "assets/strings/en_US.tsv": unsorted,
                "assets/strings/zh_CN.tsv": unsorted,
                "app/kiosk/c.cpp": 'f("page." + id);\n',
            },
        )
        self.assertIn("sort by key", found["assets/strings/en_US.tsv:2"])

    def test_sql(self):
        self.expect(
            "sql",
            {"app/core/a.cpp": 'x();\nrun("SELECT id FROM visit");\n'},
            "app/core/a.cpp:2",
            "move it to",
        )
        self.expect(
            "sql",
            {"app/core/a.cpp": 'run(R"(\nINSERT INTO t VALUES (1))");\n'},
            "app/core/a.cpp:1",
            "move it to",
        )
        self.expect_clean(
            "sql", {"app/core/a.cpp": '// SELECT\nsay("please select one from the list");\n'}
        )
        schema = {
            "db/migrations/0001_start.sql": "CREATE TABLE visit (id INTEGER, name TEXT) STRICT;\n"
        }
        self.expect_clean(
            "sql",
            schema
            | {
                "db/queries/a.sql": "-- finds\nSELECT id FROM visit WHERE name = :name;\n"
            },
        )
        self.expect(
            "sql",
            schema | {"db/queries/a.sql": "-- finds\n\nSELECT nmae FROM visit;\n"},
            "db/queries/a.sql:3",
            "no such column: nmae",
        )
        self.expect(
            "sql",
            schema | {"db/queries/a.sql": "SELECT * FROM visit;\n"},
            "db/queries/a.sql:1",
            "name the columns",
        )
        self.expect(
            "sql",
            {"db/migrations/0001_start.sql": "CREATE TABLE visit (id INTEGER);\n"},
            "db/migrations/0001_start.sql:1",
            "not STRICT",
        )

    def test_numbers(self):
        self.expect(
            "numbers",
            {
                "catalog/a.csv": "# note\nid,lambda,source,confidence\n"
                "eps,0.04,GB 1,verified\nxps,0.03,,memory\n"
            },
            "catalog/a.csv:4",
            "without a source",
        )
        self.expect(
            "numbers",
            {"catalog/a.csv": "id,lambda,source,confidence\neps,0.04,GB 1,sure\n"},
            "catalog/a.csv:2",
            "confidence 'sure'",
        )
        self.expect(
            "numbers",
            {"catalog/a.csv": "id,lambda\neps,0.04\n"},
            "catalog/a.csv:2",
            "confidence ''",
        )
        self.expect(
            "numbers",
            {
                "catalog/a.toml": '[a]\nx = 1\nsource = "S"\nconfidence = "memory"\n'
                "[b]\nx = [1, 2]\n"
            },
            "catalog/a.toml:5",
            "[b] has numbers without",
        )
        self.expect(
            "numbers",
            {
                "catalog/rules/a.json": '{"rules": [\n{"id": "A", "doc_title": "", '
                '"source_grade": "C"}]}'
            },
            "catalog/rules/a.json:2",
            "no 'doc_title'",
        )
        self.expect_clean(
            "numbers",
            {
                "catalog/a.toml": 'source = "S"\nconfidence = "memory"\n[[room]]\nwidth_m = 3.6\n',
                "catalog/samples/x.toml": "[house]\nyear = 1990\n",
            },
        )

    def test_screens(self):
        self.expect(
            "screens",
            {"app/kiosk/screens/home.cpp": '\nif (ImGui::Button("x")) {}\n'},
            "app/kiosk/screens/home.cpp:2",
            "ImGui::Button in a screen",
        )
        self.expect(
            "screens",
            {"app/kiosk/widgets.cpp": "f(IM_COL32(1, 2, 3, 4));\n"},
            "app/kiosk/widgets.cpp:1",
            "a colour in code",
        )
        self.expect(
            "screens",
            {"app/kiosk/widgets.cpp": 'f("#a0b0c0");\n'},
            "app/kiosk/widgets.cpp:1",
            "a colour in a string",
        )
        self.expect_clean(
            "screens",
            {
                "app/kiosk/widgets.cpp": 'ImGui::Button("x");\n',
                "app/kiosk/scene_palette.cpp": "f(IM_COL32(1, 2, 3, 4));\n",
            },
        )

    def test_style(self):
        self.expect("style", {"app/core/a.cpp": "int x;\n"}, "app/core/a.cpp:1", "SPDX")
        self.expect(
            "style", {"app/core/a.cpp": HEAD + "x\n" * 400}, "app/core/a.cpp:401", "split it"
        )
        self.expect(
            "style",
            {"app/core/a.cpp": HEAD + "// " + "x" * 99 + "\n"},
            "app/core/a.cpp:3",
            "columns",
        )
        self.expect(
            "style",
            {"app/core/a.cpp": HEAD + "int f() {\n" + "    x();\n" * 61 + "}\n"},
            "app/core/a.cpp:3",
            "a function of 61 lines",
        )
        self.expect(
            "style",
            {
                "app/core/a.cpp": HEAD
                + "class A {\n    void f(\n        int a) {\n"
                + "        x();\n" * 61
                + "    }\n};\n"
            },
            "app/core/a.cpp:4",
            "a function of 61 lines",
        )
        self.expect(
            "style",
            {"app/core/a.cpp": HEAD + "auto x = std::stod(s);\n"},
            "app/core/a.cpp:3",
            "from_chars",
        )
        self.expect(
            "style", {"app/core/a.cpp": HEAD + "throw 1;\n"}, "app/core/a.cpp:3", "we throw nothing"
        )
        self.expect(
            "style", {"app/core/a.cpp": HEAD + "#include <unistd.h>\n"}, "app/core/a.cpp:3", "POSIX"
        )
        self.expect(
            "style", {"app/core/a.cpp": HEAD + "// TODO\n"}, "app/core/a.cpp:3", "note to oneself"
        )
        self.expect("style", {"app/core/a.h": HEAD + "int x;\n"}, "app/core/a.h:3", "pragma once")
        self.expect_clean(
            "style",
            {
                "app/core/a.cpp": HEAD
                + '// never throw\nf("throw");\nstruct A {\n'
                + "    int x;\n" * 70
                + "};\n",
                "app/core/file_posix.cpp": HEAD + "#include <unistd.h>\n",
            },
        )

    def test_machine(self):
        self.expect(
            "machine", {"README.md": "see\n/" + "home/li/longju\n"}, "README.md:2", "one machine"
        )
        self.expect(
            "machine", {"run": "curl http://deb.debian" + ".org/debian\n"}, "run:1", "mirror"
        )
        self.expect_clean("machine", {"README.md": "$HOME/longju, ~/work/x, a/home/b.cpp\n"})

    def test_format(self):
        layout = {".clang-format": "# clang-format 14\nBasedOnStyle: Google\n"}
        self.expect(
            "format",
            layout | {"app/core/a.cpp": "int x;\nint  y;\n"},
            "app/core/a.cpp:2",
            "not formatted",
        )
        self.expect_clean("format", layout | {"app/core/a.cpp": "int x;\n"})


if __name__ == "__main__":
    unittest.main()
