#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
"""The scripts around the build: what they say, and leave alone, when something is missing."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class InstallerTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="longju 安装 "))
        self.addCleanup(shutil.rmtree, self.folder)

    def run_script(self, *command, **environment):
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache"), **environment},
        )

    def put(self, name, text, executable=False):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if executable:
            path.chmod(0o755)
        return path

    def test_missing_archives_are_named_in_one_line(self):
        done = self.run_script(ROOT / "installer/fetch-sources", "--offline")

        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        for name in ("imgui", "glfw", "catch2", "sqlite"):
            self.assertIn(name, done.stderr)

    def test_an_archive_with_another_sum_is_not_taken(self):
        self.put("stick/glfw3_3.4.orig.tar.gz", "not GLFW")

        done = self.run_script(
            ROOT / "installer/fetch-sources",
            "--offline",
            LONGJU_ARCHIVE_DIRS=str(self.folder / "stick"),
        )

        self.assertIn("glfw", done.stderr)
        self.assertFalse((self.folder / "cache/longju/sources/glfw3_3.4.orig.tar.gz").exists())

    def fake_system(self, **programs):
        """A PATH with nothing but these programs and what the script itself is written with."""
        for name in ("bash", "env", "dirname", "grep", "sed", "sort", "mkdir", "id", "readlink"):
            (self.folder / "bin").mkdir(exist_ok=True)
            (self.folder / "bin" / name).symlink_to(shutil.which(name))
        for name, text in programs.items():
            self.put(f"bin/{name.replace('_', '-')}", "#!/bin/bash\n" + text, executable=True)
        return str(self.folder / "bin")

    def copy_of_install_packages(self):
        (self.folder / "installer").mkdir()
        shutil.copy(ROOT / "installer/install-packages", self.folder / "installer")
        self.put("installer/packages.txt", "# list\ngood: one two\nother: three\n")
        return self.folder / "installer/install-packages"

    def test_a_system_without_apt_is_told_what_to_install(self):
        script = self.copy_of_install_packages()

        done = self.run_script(script, "good", PATH=self.fake_system())

        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertIn("no apt", done.stderr)
        self.assertIn("one two", done.stderr)

    def test_nothing_is_done_when_all_packages_are_there(self):
        script = self.copy_of_install_packages()
        path = self.fake_system(
            dpkg_query='echo "installed one"; echo "installed two"', apt_get="exit 9"
        )

        done = self.run_script(script, "good", PATH=path)

        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_a_failing_apt_is_reported_with_what_is_missing(self):
        script = self.copy_of_install_packages()
        path = self.fake_system(
            dpkg_query='echo "installed one"', apt_get="exit 100", sudo='shift; [ $# = 0 ] || "$@"'
        )

        done = self.run_script(script, "good", PATH=path)

        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("missing two:", done.stderr)

    def test_results_are_added_up_and_failures_named(self):
        self.put(
            "results/dev.xml",
            "<testsuite>"
            '<testcase name="a" status="run"/><testcase name="b" status="fail"><failure/>'
            "<system-out>it broke</system-out></testcase>"
            '<testcase name="c" status="notrun"><skipped/></testcase></testsuite>',
        )

        done = self.run_script(
            sys.executable, ROOT / "tests/count_results.py", self.folder / "results"
        )

        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines()[-1], "1 passed, 1 failed")
        self.assertIn("FAILED dev: b\n    it broke\n", done.stdout)
        self.assertIn("skipped dev: c\n", done.stdout)

    def test_no_results_at_all_is_a_failure(self):
        (self.folder / "results").mkdir()

        done = self.run_script(
            sys.executable, ROOT / "tests/count_results.py", self.folder / "results"
        )

        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines()[-1], "0 passed, 1 failed")

    def test_approving_moves_the_named_outputs_over_their_goldens(self):
        (self.folder / "tests").mkdir()
        shutil.copy(ROOT / "tests/approve.sh", self.folder / "tests")
        self.put("tests/golden/sheet/a.txt", "old")
        self.put("tests/golden/sheet/a.out.txt", "new")
        self.put("tests/golden/screens/b.out.png", "new")

        done = self.run_script(self.folder / "tests/approve.sh", "sheet/")

        self.assertEqual(done.stdout, "approved sheet/a.txt\n1 approved\n")
        self.assertEqual((self.folder / "tests/golden/sheet/a.txt").read_text(), "new")
        self.assertTrue((self.folder / "tests/golden/screens/b.out.png").exists())


if __name__ == "__main__":
    unittest.main()
