// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "storage/catalog_source.h"
#include "unit/storage/temporary_folder.h"

using namespace longju;

namespace {

/// A fixed sequence of numbers (Knuth's MMIX constants), the same on every machine.
class Sequence {
public:
    explicit Sequence(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33U) % limit;
    }

private:
    std::uint64_t state_;
};

}  // namespace

TEST_CASE("A catalog with a few bytes changed is read or refused, never the end of the program") {
    const test::TemporaryFolder folder;
    const std::filesystem::path catalog = folder / "catalog";
    std::filesystem::copy(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog", catalog,
                          std::filesystem::copy_options::recursive);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(catalog)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    Sequence sequence(20261125);

    int refused = 0;
    constexpr int tries = 40;
    for (int i = 0; i < tries; ++i) {
        const std::filesystem::path& file = files[sequence.below(files.size())];
        const std::string whole = test::bytes_of(file);
        std::string spoilt = whole;
        const std::string pieces = "0-,\"\n[]{}=x\xE5";
        for (int change = 0; change < 3; ++change) {
            spoilt[sequence.below(spoilt.size())] = pieces[sequence.below(pieces.size())];
        }
        test::put(file, spoilt);
        const auto reading = storage::check_catalog(catalog);
        test::put(file, whole);
        for (const Error& error : reading.errors) CHECK_FALSE(error.sentence().empty());
        if (!reading.errors.empty()) ++refused;
    }

    CHECK(refused > tries / 4);
    CHECK(storage::check_catalog(catalog).errors.empty());
}
