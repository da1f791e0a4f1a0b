// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/platform.h"

#include <catch2/catch_test_macros.hpp>

#include "core/text.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

TEST_CASE("a new file is written whole and read back, and never over another") {
    const test::TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xff", 6);

    REQUIRE(write_new_file(folder / "new", bytes));

    CHECK(read_whole_file(folder / "new", 6) == bytes);
    CHECK_FALSE(write_new_file(folder / "new", "other"));
    CHECK(test::bytes_of(folder / "new") == bytes);
    CHECK(read_whole_file(folder / "new", 5).error().kind == ErrorKind::BadInput);
    CHECK(read_whole_file(folder / "none", 5).error().kind == ErrorKind::NotFound);
    CHECK(read_whole_file(folder.path(), 5).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a file is replaced by a whole one or stays as it was") {
    const test::TemporaryFolder folder;
    test::put(folder / "old", "old");
    CHECK_FALSE(replace_file(folder / "no folder/old", "new"));
    REQUIRE(replace_file(folder / "old", "new"));

    CHECK(test::bytes_of(folder / "old") == "new");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a name that is taken is not taken over") {
    const test::TemporaryFolder folder;
    test::put(folder / "a", "a");
    test::put(folder / "b", "b");

    CHECK_FALSE(rename_to_free_name(folder / "a", folder / "b"));
    CHECK(rename_to_free_name(folder / "a", folder / "c"));

    CHECK(test::bytes_of(folder / "b") == "b");
    CHECK(test::bytes_of(folder / "c") == "a");
}

TEST_CASE("wall time is ISO 8601 with its zone") {
    const std::string time = wall_time();

    REQUIRE(time.size() == 25);
    CHECK(time[10] == 'T');
    CHECK((time[19] == '+' || time[19] == '-'));
    CHECK(integer_from(time.substr(0, 4)) > 2000);
}

}  // namespace longju::storage
