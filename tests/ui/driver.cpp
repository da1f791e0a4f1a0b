// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/driver.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace longju::kiosk::testing {

Driver::Driver(App& app, Window wanted) : window(wanted), app_(&app) {
    auto screen = Offscreen::open({});
    REQUIRE(screen.has_value());
    screen_ = std::move(*screen);
    frames();
}

void Driver::frame(const Input& input) { screen_->frame(*app_, window, input); }

void Driver::frames(int count) {
    for (int i = 0; i < count; ++i) frame({.pointer = pointer_});
}

const Record* Driver::find(std::string_view id) const {
    const auto& records = app_->records();
    const auto found = std::ranges::find_if(records, [id](const Record& record) {
        return record.kind == Record::Kind::Target && record.id == id;
    });
    return found == records.end() ? nullptr : &*found;
}

bool Driver::shows(std::string_view text) const {
    return std::ranges::any_of(app_->records(), [text](const Record& record) {
        return record.kind == Record::Kind::Label && record.text.contains(text);
    });
}

const Record& Driver::bring_into_sight(std::string_view id) {
    const Record* record = find(id);
    if (record == nullptr) {
        std::string there;
        for (const Record& r : app_->records()) {
            if (r.kind == Record::Kind::Target) there += r.id + " ";
        }
        FAIL("there is no " << id << "; there are: " << there);
    }
    for (int tries = 0; tries < 3 && !record->scroll.empty(); ++tries) {
        const Point middle = record->rect.centre();
        if (record->visible.contains(middle)) break;
        ScrollMemory& area = app_->memory().scroll[record->scroll];
        const auto view =
            std::ranges::find(app_->memory().scrolls, record->scroll, &UiMemory::SeenScroll::id);
        area.offset += middle.y - view->view.centre().y;
        frames(2);
        record = find(id);
    }
    return *record;
}

void Driver::click(std::string_view id) {
    const Record& record = bring_into_sight(id);
    INFO("pressing " << id);
    REQUIRE(record.enabled);
    REQUIRE_FALSE(record.visible.empty());
    pointer_ = record.visible.centre();
    frame({.pointer = pointer_});
    frame({.pointer = pointer_, .down = true});
    frame({.pointer = pointer_});
    frames(2);
}

void Driver::type(std::string_view text) {
    frame({.pointer = pointer_, .text = std::string(text)});
    frames(2);
}

void Driver::key(Key key, bool shift) {
    frame({.pointer = pointer_, .keys = {{key, shift}}});
    frames(2);
}

Pixels Driver::picture() {
    frames(2);
    return screen_->pixels(window);
}

}  // namespace longju::kiosk::testing
