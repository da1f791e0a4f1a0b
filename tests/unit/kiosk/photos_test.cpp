// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/photo_papers.h"
#include "kiosk/reduce.h"

#include "unit/kiosk/reducing.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

AppState with_dialog(Dialog::Kind kind) {
    AppState state;
    state.reference = &no_catalog();
    visit::Visit visit;
    visit.id = "v1";
    state = reduce(std::move(state), VisitLoaded{visit, "14:03"}).state;
    return reduce(std::move(state), ShowDialog{{kind, {}}}).state;
}

}  // namespace

TEST_CASE("dropped photos wait, and each frame takes one in for what the dialog shows") {
    AppState state = with_dialog(Dialog::Kind::Photos);

    Reduced dropped = reduce(std::move(state), DropFiles{{"1.jpg", "2.jpg"}});
    CHECK(dropped.effects.empty());
    REQUIRE(dropped.state.photos_to_take.size() == 2);
    Reduced taken = reduce(std::move(dropped.state), TakeNextPhoto{});
    CHECK(taken.state.photos_to_take.size() == 1);
    REQUIRE(count<KeepPhoto>(taken.effects) == 1);
    const auto& effect = std::get<KeepPhoto>(taken.effects.front());
    CHECK(effect.visit_id == "v1");
    CHECK(effect.paper == visit::house_photos);
    CHECK(effect.file == "1.jpg");
}

TEST_CASE("nobody said what a photo shows when no dialog is open for it") {
    AppState state = with_dialog(Dialog::Kind::Procedure);

    const Reduced dropped = reduce(std::move(state), DropFiles{{"1.jpg"}});
    CHECK(dropped.state.photos_to_take.empty());
    REQUIRE(dropped.state.toast.has_value());
    CHECK_FALSE(dropped.state.toast->good);
}

TEST_CASE("a window that is closed takes in what waits before it quits") {
    AppState state = with_dialog(Dialog::Kind::Photos);
    state = reduce(std::move(state), DropFiles{{"1.jpg", "2.jpg"}}).state;

    const Reduced left = reduce(std::move(state), Leave{});
    CHECK(count<KeepPhoto>(left.effects) == 2);
    CHECK(std::holds_alternative<Quit>(left.effects.back()));
    CHECK(left.state.photos_to_take.empty());
}

TEST_CASE("a photo that is gone and one that is damaged are told apart on paper") {
    const PhotoReader read = [](const std::string& sha256, photo::Size) -> Result<photo::Pixels> {
        if (sha256 == "gone") return fail(ErrorKind::NotFound, "is not here");
        if (sha256 == "bad") return fail(ErrorKind::Damaged, "is damaged");
        return photo::Pixels{1, 1, {255, 255, 255}};
    };
    visit::Procedure procedure;
    for (const char* sha256 : {"here", "gone", "bad"}) {
        procedure.photos.push_back({.paper = "house", .sha256 = sha256, .on_sheet = true});
    }

    using State = sheet::SheetPhoto::State;
    const auto photos = photos_to_print(procedure, read);
    REQUIRE(photos.size() == 3);
    CHECK(photos[0].picture.pixels == std::vector<std::uint8_t>{255});
    CHECK(photos[1].state == State::Missing);
    CHECK(photos[2].state == State::Damaged);
    CHECK(photos_to_place(procedure).size() == 3);
}
