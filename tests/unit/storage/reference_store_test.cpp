// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/reference_store.h"

#include <sqlite3.h>
#include <catch2/catch_test_macros.hpp>

#include "storage/catalog_source.h"
#include "unit/storage/reference_dump.h"
#include "unit/storage/temporary_folder.h"

using namespace longju;
using longju::test::bytes_of;
using longju::test::put;
using longju::test::TemporaryFolder;

namespace {

const estimate::Reference& shipped() {
    static const estimate::Reference read = [] {
        auto catalog = storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
        REQUIRE(catalog.has_value());
        return std::move(*catalog);
    }();
    return read;
}

void run_sql(const std::filesystem::path& file, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

}  // namespace

TEST_CASE("A reference loaded from its file is the catalog it was written from") {
    const TemporaryFolder folder;

    REQUIRE(storage::write_reference(shipped(), folder / "reference.db").has_value());
    const auto loaded = storage::load_reference(folder / "reference.db");

    REQUIRE(loaded.has_value());
    CHECK(test::dump(*loaded) == test::dump(shipped()));
}

TEST_CASE("The same catalog gives the same bytes") {
    const TemporaryFolder folder;

    REQUIRE(storage::write_reference(shipped(), folder / "one.db").has_value());
    const auto loaded = storage::load_reference(folder / "one.db");
    REQUIRE(loaded.has_value());
    REQUIRE(storage::write_reference(*loaded, folder / "two.db").has_value());

    const std::string one = bytes_of(folder / "one.db");
    CHECK_FALSE(one.empty());
    CHECK(one == bytes_of(folder / "two.db"));
}

TEST_CASE("Another figure gives other bytes") {
    const TemporaryFolder folder;
    estimate::Reference changed = shipped();
    changed.library.materials.front().conductivity.value += 0.001;

    REQUIRE(storage::write_reference(shipped(), folder / "one.db").has_value());
    REQUIRE(storage::write_reference(changed, folder / "two.db").has_value());

    CHECK(bytes_of(folder / "one.db") != bytes_of(folder / "two.db"));
}

TEST_CASE("Writing replaces what was there and leaves nothing beside it") {
    const TemporaryFolder folder;
    put(folder / "reference.db", "an older file");

    REQUIRE(storage::write_reference(shipped(), folder / "reference.db").has_value());

    CHECK(storage::load_reference(folder / "reference.db").has_value());
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        ++files;
    }
    CHECK(files == 1);
}

TEST_CASE("A folder that is not there is told") {
    const TemporaryFolder folder;

    const auto written = storage::write_reference(shipped(), folder / "no-such-folder/r.db");

    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == ErrorKind::NotFound);
    CHECK(written.error().file.ends_with("no-such-folder/r.db"));
}

TEST_CASE("A folder that takes no files is read-only") {
    const std::filesystem::path proc = "/proc";  // Takes no file even from root.
    if (!std::filesystem::is_directory(proc)) SKIP("this system has no /proc");

    const auto written = storage::write_reference(shipped(), proc / "reference.db");

    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == ErrorKind::ReadOnly);
}

TEST_CASE("A reference that is not there is missing") {
    const TemporaryFolder folder;

    const auto loaded = storage::load_reference(folder / "reference.db");

    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().kind == ErrorKind::Missing);
    CHECK(loaded.error().what.find("longju catalog build") != std::string::npos);
}

TEST_CASE("A reference of a newer program is too new") {
    const TemporaryFolder folder;
    REQUIRE(storage::write_reference(shipped(), folder / "r.db").has_value());
    const std::string newer =
        "PRAGMA user_version = " + std::to_string(storage::reference_schema + 1);
    run_sql(folder / "r.db", newer.c_str());

    const auto loaded = storage::load_reference(folder / "r.db");

    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().kind == ErrorKind::TooNew);
}

TEST_CASE("A file that is not a whole reference is damaged") {
    const TemporaryFolder folder;
    REQUIRE(storage::write_reference(shipped(), folder / "whole.db").has_value());
    const std::string whole = bytes_of(folder / "whole.db");
    put(folder / "text.db", "no database at all, only words that are long enough to be a header ");
    put(folder / "empty.db", "");
    put(folder / "half.db", whole.substr(0, whole.size() / 2));
    put(folder / "zeros.db", whole.substr(0, 8192) + std::string(whole.size() - 8192, '\0'));
    put(folder / "other.db", whole);
    run_sql(folder / "other.db", "PRAGMA application_id = 1");
    put(folder / "table.db", whole);
    run_sql(folder / "table.db", "DROP TABLE station_month");
    put(folder / "word.db", whole);
    run_sql(folder / "word.db", "UPDATE material SET hatch = 'cheese'");
    put(folder / "tree.db", whole);
    run_sql(folder / "tree.db", "UPDATE measure_option SET effects = '[{\"kind\":\"none\"}]'");
    put(folder / "date.db", whole);
    run_sql(folder / "date.db", "UPDATE rule SET effective_from = 'today'");

    for (const char* name : {"text.db", "empty.db", "half.db", "zeros.db", "other.db", "table.db",
                             "word.db", "tree.db", "date.db"}) {
        CAPTURE(name);
        const auto loaded = storage::load_reference(folder / name);

        REQUIRE_FALSE(loaded.has_value());
        CHECK(loaded.error().kind == ErrorKind::Damaged);
        CHECK(loaded.error().file.ends_with(name));
    }
}

TEST_CASE("The data dictionary names every table and column of reference.db") {
    const TemporaryFolder folder;
    REQUIRE(storage::write_reference(shipped(), folder / "r.db").has_value());
    const std::string words =
        bytes_of(std::filesystem::path(LONGJU_SOURCE_DIR) / "db" / "README.md");
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open((folder / "r.db").c_str(), &handle) == SQLITE_OK);
    sqlite3_stmt* columns = nullptr;
    REQUIRE(sqlite3_prepare_v2(handle,
                               "SELECT t.name, c.name FROM sqlite_schema AS t, "
                               "pragma_table_info(t.name) AS c WHERE t.type = 'table'",
                               -1, &columns, nullptr) == SQLITE_OK);

    int count = 0;
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const auto text = [&](int at) {
            return std::string(reinterpret_cast<const char*>(sqlite3_column_text(columns, at)));
        };
        const std::string table = text(0);
        const std::string column = text(1);
        CAPTURE(table, column);
        const auto row = words.find("| `" + table + "` |");
        REQUIRE(row != std::string::npos);
        const std::string line = words.substr(row, words.find('\n', row) - row);
        const bool named = line.find("`" + column + "`") != std::string::npos ||
                           column == "source" || column == "confidence";
        CHECK(named);
        ++count;
    }
    sqlite3_finalize(columns);
    sqlite3_close(handle);

    CHECK(count > 100);
}
