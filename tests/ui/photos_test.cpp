// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/paper.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

struct Kiosk {
    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app{reference, services, {}};
    Driver driver{app};

    Kiosk() { driver.click("home.continue"); }

    void open_photos() {
        app.dispatch(Go{ScreenId::House});
        driver.frames(2);
        driver.click("bar.photos");
    }

    const std::vector<visit::Photo>& photos() const {
        return app.state().open->visit.procedure.photos;
    }
    const std::vector<visit::Photo>& stored() const {
        return services.stored.at(app.state().open->visit.id).procedure.photos;
    }
    /// Frames until all that was dropped is taken in.
    void drop(std::vector<std::string> files) {
        app.dispatch(DropFiles{std::move(files)});
        driver.frames(static_cast<int>(app.state().photos_to_take.size()) + 1);
    }
    bool prints_photos() const {
        const auto pages = paper_pages(app.state());
        return std::ranges::find(pages, "N1", &PaperPage::name) != pages.end();
    }
};

}  // namespace

TEST_CASE("a photo of the house is dropped, captioned, marked for paper and printed") {
    Kiosk kiosk;
    kiosk.open_photos();

    kiosk.drop({"IMG_1.jpg", "IMG_2.jpg"});
    REQUIRE(kiosk.photos().size() == 2);
    CHECK(kiosk.photos().front().paper == visit::house_photos);
    CHECK_FALSE(kiosk.prints_photos());

    kiosk.driver.click("photo.show.0");
    kiosk.driver.click("photo.word.wall");
    CHECK(kiosk.photos().front().caption == "外墙");
    kiosk.driver.click("photo.caption");
    kiosk.driver.type("，西北角");
    kiosk.driver.click("photo.on_sheet");
    CHECK(kiosk.photos().front().caption == "外墙，西北角");
    CHECK(kiosk.photos().front().on_sheet);
    CHECK(kiosk.prints_photos());
    kiosk.driver.click("photo.back");
    CHECK(kiosk.driver.shows("外墙，西北角"));
    kiosk.driver.click("dialog.close");
    CHECK(kiosk.driver.find("bar.photos") != nullptr);
    CHECK(kiosk.driver.shows("照片 2"));
    CHECK(kiosk.stored() == kiosk.photos());
}

TEST_CASE("a caption is one revision, not one for each letter") {
    Kiosk kiosk;
    kiosk.open_photos();
    kiosk.drop({"IMG_1.jpg"});
    kiosk.driver.click("photo.show.0");
    kiosk.driver.click("photo.caption");
    const std::size_t before = kiosk.services.saved.size();

    for (const char* letter : {"西", "山", "墙"}) kiosk.driver.type(letter);
    CHECK(kiosk.services.saved.size() == before);
    kiosk.driver.click("photo.back");
    CHECK(kiosk.services.saved.size() == before + 1);
    CHECK(kiosk.stored().front().caption == "西山墙");
}

TEST_CASE("a photo is taken off the visit only after being asked twice") {
    Kiosk kiosk;
    kiosk.open_photos();
    kiosk.drop({"IMG_1.jpg", "IMG_2.jpg"});

    kiosk.driver.click("photo.show.1");
    kiosk.driver.click("photo.take_off");
    kiosk.driver.click("photo.take_off.no");
    CHECK(kiosk.photos().size() == 2);
    kiosk.driver.click("photo.take_off");
    kiosk.driver.click("photo.take_off.yes");
    REQUIRE(kiosk.photos().size() == 1);
    CHECK(kiosk.photos().front().name == "IMG_1.jpg");
    CHECK(kiosk.driver.find("photo.show.0") != nullptr);
    CHECK(kiosk.stored() == kiosk.photos());
}

TEST_CASE("a photo that is dropped belongs to the paper that waits for it") {
    Kiosk kiosk;
    kiosk.app.dispatch(Go{ScreenId::Result});
    kiosk.driver.frames(2);
    kiosk.driver.click("bar.next");
    kiosk.driver.click("bar.procedure");
    kiosk.driver.click("procedure.tab.2");

    kiosk.drop({"验收.jpg"});
    CHECK(kiosk.photos().empty());  // Nobody said what it shows.
    kiosk.driver.click("procedure.camera.archive.acceptance");
    kiosk.drop({"验收.jpg", "验收.jpg", "表.doc"});
    REQUIRE(kiosk.photos().size() == 1);
    CHECK(kiosk.photos().front().paper == "archive.acceptance");
    CHECK(kiosk.stored() == kiosk.photos());
    kiosk.driver.click("photo.path");
    kiosk.driver.type("D:/DCIM/2.jpg");
    kiosk.driver.click("photo.add");
    kiosk.driver.frames(2);
    CHECK(kiosk.photos().size() == 2);
    kiosk.driver.click("photo.show.0");
    kiosk.driver.click("photo.word.done");
    kiosk.driver.click("photo.back");
    CHECK(kiosk.driver.find("procedure.camera.archive.acceptance") != nullptr);
}

TEST_CASE("while photos are taken in the screen says how many are left and nobody can leave") {
    Kiosk kiosk;
    kiosk.open_photos();
    kiosk.app.dispatch(DropFiles{{"1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg", "7.jpg"}});

    kiosk.driver.frames(1);
    CHECK(kiosk.driver.shows("还有 7 张"));
    CHECK(kiosk.photos().size() == 1);
    kiosk.driver.key(Key::Escape);
    CHECK(kiosk.app.state().dialog.has_value());
    // The window itself can be closed: what waits is taken in first.
    kiosk.app.dispatch(Leave{});
    CHECK(kiosk.stored().size() == 7);
    CHECK(kiosk.app.state().leaving);
}

TEST_CASE("a photo that cannot be read says so") {
    Kiosk kiosk;
    kiosk.open_photos();
    kiosk.drop({"坏了.jpg"});
    REQUIRE(kiosk.photos().size() == 1);
    CHECK(kiosk.driver.shows("照片读不出来"));
}
