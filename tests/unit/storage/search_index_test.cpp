// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/search_index.h"

#include <catch2/catch_test_macros.hpp>

namespace longju::storage {

namespace {

SearchEntry visit(const char* id, const char* name, const char* village, std::uint64_t order) {
    return {.id = id,
            .name = name,
            .township = "榆林镇",
            .village = village,
            .code = std::string("231222-26-") + id + "-K",
            .phone_tail = "0001",
            .id_tail = "123X",
            .order = order};
}

SearchIndex three() {
    SearchIndex index;
    index.put(visit("aa", "王桂兰", "新发村", 1));
    index.put(visit("bb", "李雪梅", "前进村", 2));
    SearchEntry third = visit("cc", "单田芳", "前进村", 3);
    third.phone_tail = "7788";
    third.state = 2;
    index.put(third);
    return index;
}

std::string ids(const SearchIndex& index, std::string_view typed, const StateWords& words = {}) {
    std::string text;
    for (const Found& found : index.find(typed, 10, words)) text += found.id + " ";
    return text;
}

}  // namespace

TEST_CASE("each word of a search may fit another part of a record") {
    const SearchIndex index = three();

    CHECK(ids(index, "雪") == "bb ");
    CHECK(ids(index, "lxm") == "bb ");
    CHECK(ids(index, "XM") == "bb ");
    CHECK(ids(index, "stf") == "cc ");
    CHECK(ids(index, "dtf") == "cc ");
    CHECK(ids(index, "qjc") == "cc bb ");
    CHECK(ids(index, "前进 7788") == "cc ");
    CHECK(ids(index, "前进　０００１") == "bb ");
    CHECK(ids(index, "13900000001") == "bb aa ");
    CHECK(ids(index, "23x") == "cc bb aa ");
    CHECK(ids(index, "-bb-k") == "bb ");
    CHECK(ids(index, "李 新发").empty());
}

TEST_CASE("without words the newest come first, and no more than are wanted") {
    const SearchIndex index = three();

    CHECK(ids(index, " ") == "cc bb aa ");
    CHECK(index.find("", 2).size() == 2);
}

TEST_CASE("a name that begins with what was typed comes before a village that holds it") {
    SearchIndex index = three();
    index.put(visit("dd", "前文", "新发村", 0));

    CHECK(ids(index, "前") == "dd cc bb ");
}

TEST_CASE("the word of a state finds what is in it") {
    const SearchIndex index = three();
    StateWords words;
    words[2] = "选方案";

    CHECK(ids(index, "选方", words) == "cc ");
    CHECK(ids(index, "选", words).empty());
}

TEST_CASE("an entry that is put again takes the place of the old one, however often") {
    SearchIndex index = three();
    for (std::uint64_t i = 0; i < 100; ++i) index.put(visit("aa", "赵铁柱", "新发村", 10 + i));

    CHECK(index.size() == 3);
    CHECK(ids(index, "桂兰").empty());
    CHECK(ids(index, "铁柱") == "aa ");
    CHECK(ids(index, "雪梅") == "bb ");
    CHECK(ids(index, "") == "aa cc bb ");
}

TEST_CASE("a listed household is not shown beside its visit") {
    SearchIndex index;
    index.put({.id = "1",
               .listed = true,
               .name = "李雪梅",
               .village = "前进村",
               .id_tail = "123x",
               .state = state_listed});
    index.put({.id = "2",
               .listed = true,
               .name = "李雪梅",
               .village = "前进村",
               .id_tail = "4567",
               .state = state_listed});
    CHECK(ids(index, "lxm") == "1 2 ");

    index.put(visit("bb", "李雪梅", "前进村", 2));
    CHECK(ids(index, "lxm") == "bb 2 ");

    index.put(visit("bb", "李雪", "前进村", 3));
    CHECK(ids(index, "lxm") == "1 2 ");
}

}  // namespace longju::storage
