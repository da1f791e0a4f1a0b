// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/photo_files.h"

#include <string>

#include "catch2/catch_test_macros.hpp"
#include "core/hash.h"
#include "photo/camera_file.h"
#include "photo/codec.h"
#include "storage/platform.h"
#include "unit/photo/camera.h"

using namespace longju;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("longju-photos-" + random_hex(8));
    Folder() { REQUIRE(storage::make_folder(path).has_value()); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path file(const char* name, const std::string& bytes) const {
        REQUIRE(storage::replace_file(path / name, bytes).has_value());
        return path / name;
    }
};

const std::string jpeg = photo::jpeg_of(photo::testing::four_fields(64, 48));

std::size_t kept_in(const Folder& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder.path / "photos")) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("a photo is kept once by its bytes and found again, whatever became of its file") {
    const Folder folder;
    const auto first = storage::keep_photo(folder.path, folder.file("验收.jpg", jpeg));
    REQUIRE(first.has_value());
    CHECK(first->name == "验收.jpg");
    CHECK(first->bytes == static_cast<int>(jpeg.size()));
    CHECK(first->sha256 == sha256_hex(jpeg));
    REQUIRE(storage::keep_photo(folder.path, folder.file("again.jpg", jpeg)).has_value());
    CHECK(kept_in(folder) == 1);
    fs::remove(folder.path / "验收.jpg");
    CHECK(storage::find_photo(folder.path, *first).has_value());
}

TEST_CASE("of a camera's file the small picture is kept, and the file stays where it was") {
    const Folder folder;
    const std::string taken = photo::testing::with_segment(
        photo::jpeg_of(photo::testing::four_fields(2400, 600)), 0xE1, photo::testing::exif(6));
    const fs::path file = folder.file("IMG_0012.JPG", taken);

    const auto kept = storage::keep_photo(folder.path, file);
    REQUIRE(kept.has_value());
    const auto bytes = storage::photo_bytes(folder.path, kept->sha256);
    REQUIRE(bytes.has_value());
    CHECK(sha256_hex(*bytes) == kept->sha256);
    CHECK(kept->bytes == static_cast<int>(bytes->size()));
    CHECK(photo::examine(*bytes)->size == photo::Size{400, 1600});
    CHECK_FALSE(bytes->contains("GPS"));
    CHECK(storage::read_whole_file(file, storage::most_photo_bytes).value() == taken);
    const auto shown = storage::photo_pixels(folder.path, kept->sha256, {200, 200});
    REQUIRE(shown.has_value());
    CHECK(photo::Size{shown->width, shown->height} == photo::Size{50, 200});
}

TEST_CASE("a damaged photo is refused by its name and nothing is kept") {
    const Folder folder;
    const auto kept =
        storage::keep_photo(folder.path, folder.file("墙.jpg", jpeg.substr(0, jpeg.size() / 2)));
    REQUIRE_FALSE(kept);
    CHECK(kept.error().kind == ErrorKind::Damaged);
    CHECK(kept.error().sentence().contains("墙.jpg"));
    CHECK(kept.error().sentence().contains("its end is missing"));
    CHECK_FALSE(fs::exists(folder.path / "photos"));
}

TEST_CASE("what is no photo is refused and nothing is kept") {
    const Folder folder;
    const auto word = storage::keep_photo(folder.path, folder.file("表.doc", "PK\x03\x04"));
    REQUIRE_FALSE(word);
    CHECK(word.error().kind == ErrorKind::BadInput);
    CHECK_FALSE(storage::keep_photo(folder.path, folder.path / "none.jpg"));
    CHECK_FALSE(fs::exists(folder.path / "photos"));
}

TEST_CASE("a photo whose bytes were changed is told, one that is gone too") {
    const Folder folder;
    const auto kept = storage::keep_photo(folder.path, folder.file("a.jpg", jpeg));
    REQUIRE(kept.has_value());
    const auto place = storage::find_photo(folder.path, *kept);
    REQUIRE(place.has_value());
    REQUIRE(storage::replace_file(*place, jpeg + "y").has_value());
    CHECK(storage::find_photo(folder.path, *kept).error().kind == ErrorKind::Damaged);
    fs::remove(*place);
    CHECK(storage::find_photo(folder.path, *kept).error().kind == ErrorKind::NotFound);
}
