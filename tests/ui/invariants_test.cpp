// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

constexpr float smallest_target = 40;  // Of 44 drawn; the hit rectangle grows by 4 on each side.

std::string rect_text(const Rect& r) {
    return fmt::format("{:.0f},{:.0f} {:.0f}x{:.0f}", r.x, r.y, r.w, r.h);
}

bool inside(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x - 0.5F && inner.y >= outer.y - 0.5F &&
           inner.right() <= outer.right() + 0.5F && inner.bottom() <= outer.bottom() + 0.5F;
}

/// What is wrong with one screen, one line each.
std::vector<std::string> complaints(const std::vector<Record>& records, const Rect& screen,
                                    int top_layer) {
    std::vector<std::string> found;
    std::vector<const Record*> targets;
    std::set<std::string> ids;
    for (const Record& record : records) {
        if (record.layer != top_layer) continue;
        if (record.kind == Record::Kind::Label) {
            if (record.clipped)
                found.push_back("clipped: " + record.text + " " + rect_text(record.rect));
            if (record.missing_glyph) found.push_back("no glyph: " + record.text);
            continue;
        }
        targets.push_back(&record);
        if (!ids.insert(record.id).second) found.push_back("twice: " + record.id);
        if (record.rect.w < smallest_target || record.rect.h < smallest_target) {
            found.push_back("small: " + record.id + " " + rect_text(record.rect));
        }
        if (record.scroll.empty() && !inside(screen, record.rect)) {
            found.push_back("off the screen: " + record.id + " " + rect_text(record.rect));
        }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t k = i + 1; k < targets.size(); ++k) {
            const Rect& a = targets[i]->visible;
            const Rect& b = targets[k]->visible;
            const Rect both = intersection(a, b);
            if (both.w < 1 || both.h < 1) continue;
            // A row holds its switch; a view its handle.
            if (inside(a, b) || inside(b, a)) continue;
            if (targets[i]->id == "toast" || targets[k]->id == "toast") continue;
            found.push_back("overlap: " + targets[i]->id + " and " + targets[k]->id);
        }
    }
    return found;
}

std::set<std::string> ids_of(const std::vector<Record>& records) {
    std::set<std::string> ids;
    for (const Record& record : records) {
        if (record.kind == Record::Kind::Target) ids.insert(record.id);
    }
    return ids;
}

struct Place {
    ScreenId screen;
    View view;
    std::optional<Dialog::Kind> dialog;
    std::string name;
};

std::vector<Place> places() {
    std::vector<Place> all;
    const auto add = [&all](std::string name, ScreenId screen, View view = {},
                            std::optional<Dialog::Kind> dialog = {}) {
        all.push_back({screen, std::move(view), dialog, std::move(name)});
    };
    add("home", ScreenId::Home);
    add("household", ScreenId::Household);
    add("place", ScreenId::Household, {}, Dialog::Kind::Place);
    View stations;
    stations.stations = true;
    add("stations", ScreenId::Household, stations, Dialog::Kind::Place);
    for (const SurveyTopic topic : {SurveyTopic::Size, SurveyTopic::Wall, SurveyTopic::Windows,
                                    SurveyTopic::Heating, SurveyTopic::Safety}) {
        View view;
        view.topic = topic;
        add(fmt::format("survey {}", static_cast<int>(topic)), ScreenId::House, view);
    }
    View designs;
    designs.house_tab = HouseSource::Design;
    add("designs", ScreenId::House, designs);
    View open;
    open.open_measure = "wall";
    add("configure", ScreenId::Configure, open);
    for (const ResultTab tab : {ResultTab::Answer, ResultTab::Subsidy, ResultTab::Check}) {
        View view;
        view.result = tab;
        add(fmt::format("result {}", static_cast<int>(tab)), ScreenId::Result, view);
    }
    add("sheets", ScreenId::Sheets);
    add("design", ScreenId::House, designs, Dialog::Kind::Design);
    for (const auto kind : {Dialog::Kind::Print, Dialog::Kind::Cards, Dialog::Kind::Appearance,
                            Dialog::Kind::Help, Dialog::Kind::Gaps, Dialog::Kind::Leave}) {
        add(fmt::format("dialog {}", static_cast<int>(kind)), ScreenId::Configure, {}, kind);
    }
    return all;
}

void show(App& app, Driver& kiosk, const Place& place) {
    app.dispatch(CloseDialog{});
    app.dispatch(Go{place.screen});
    app.dispatch(SetView{place.view});
    if (place.dialog) app.dispatch(ShowDialog{{*place.dialog, ""}});
    kiosk.frames(2);
}

}  // namespace

TEST_CASE("nothing is clipped, small, covered or lost on any screen, size, language and look") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");

    std::vector<std::string> found;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 2.5F}) {
        for (const Place& place : places()) {
            std::set<std::string> chinese_ids;
            for (const Language language : {Language::Chinese, Language::English}) {
                Settings settings;
                settings.language = language;
                settings.look = scale == 1.5F ? Look::HighContrast : Look::Light;
                settings.depth = scale == 1.25F ? Depth::Farmer : Depth::Technician;
                app.dispatch(SetSettings{settings});
                kiosk.window.display_scale = scale;
                show(app, kiosk, place);
                const Rect screen{0, 0, 1366 / scale, 768 / scale};
                const std::string where = fmt::format("{} at {} in {}: ", place.name, scale,
                                                      language == Language::Chinese ? "zh" : "en");
                for (const std::string& line :
                     complaints(app.records(), screen, place.dialog ? 1 : 0)) {
                    found.push_back(where + line);
                }
                auto ids = ids_of(app.records());
                if (language == Language::Chinese) {
                    chinese_ids = std::move(ids);
                } else if (ids != chinese_ids) {
                    std::vector<std::string> differ;
                    std::ranges::set_symmetric_difference(ids, chinese_ids,
                                                          std::back_inserter(differ));
                    found.push_back(where + "ids differ: " + differ.front());
                }
            }
        }
    }

    std::string all;
    for (const std::string& line : found) all += line + "\n";
    INFO(all);
    CHECK(found.empty());
}
