// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "ui/complaints.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

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
    View sunny;
    sunny.sun_month = 12;
    sunny.snow = true;
    add("the sun of a day", ScreenId::Configure, sunny);
    View plan;
    plan.house_view = HouseView::Plan;
    add("plan", ScreenId::Configure, plan);
    plan.opening = 1;
    add("a window of the plan", ScreenId::Configure, plan);
    View section;
    section.house_view = HouseView::Section;
    add("section", ScreenId::Configure, section);
    for (const ResultTab tab : {ResultTab::Answer, ResultTab::Check}) {
        View view;
        view.result = tab;
        add(fmt::format("result {}", static_cast<int>(tab)), ScreenId::Result, view);
    }
    add("compare", ScreenId::Compare);
    View step;
    step.front_step = 1;
    add("compare a step", ScreenId::Compare, step);
    add("which scheme goes", ScreenId::Compare, {}, Dialog::Kind::Replace);
    add("order of works", ScreenId::Compare, {}, Dialog::Kind::Advice);
    add("subsidy", ScreenId::Subsidy);
    add("finding", ScreenId::Subsidy, {}, Dialog::Kind::Finding);
    add("sheets", ScreenId::Sheets);
    add("hand over", ScreenId::HandOver);
    add("design", ScreenId::House, designs, Dialog::Kind::Design);
    add("photos", ScreenId::House, {}, Dialog::Kind::Photos);
    View photo;
    photo.photo = 1;
    photo.photo_goes = true;
    add("photo", ScreenId::House, photo, Dialog::Kind::Photos);
    View filed;
    filed.procedure_tab = 2;
    filed.photo_paper = "archive.works_photos";
    add("photos of a paper", ScreenId::Subsidy, filed, Dialog::Kind::Procedure);
    for (const auto kind :
         {Dialog::Kind::Print, Dialog::Kind::Cards, Dialog::Kind::Appearance, Dialog::Kind::Help,
          Dialog::Kind::Gaps, Dialog::Kind::Leave, Dialog::Kind::Conflict, Dialog::Kind::Doubles,
          Dialog::Kind::Backups, Dialog::Kind::Salvage, Dialog::Kind::HandOver, Dialog::Kind::List,
          Dialog::Kind::Users, Dialog::Kind::Reports, Dialog::Kind::Audit, Dialog::Kind::Packs,
          Dialog::Kind::Reprice, Dialog::Kind::Prices}) {
        add(fmt::format("dialog {}", static_cast<int>(kind)), ScreenId::Configure, {}, kind);
    }
    for (const char* chapter : {"house", "county", "contents"}) {
        View help;
        help.help = chapter;
        add(std::string("help ") + chapter, ScreenId::House, help, Dialog::Kind::Help);
    }
    View month;
    month.report.table = ReportRequest::Table::Monthly;
    add("monthly list", ScreenId::Home, month, Dialog::Kind::Reports);
    return all;
}

/// A table of a township, with the records behind a figure; of a month, its list.
void ask_for_table(App& app, const View& wanted) {
    ReportRequest request = wanted.report;
    request.year = 2026;
    request.month = 11;
    request.county = "231222";
    app.dispatch(AskReport{request});
    View view = app.state().view;
    view.report_row = 0;
    view.report_column = 4;
    app.dispatch(SetView{view});
}

void show(App& app, Driver& kiosk, const Place& place, const ConflictPanel& conflict) {
    app.dispatch(CloseDialog{});
    app.dispatch(Go{place.screen});
    app.dispatch(SetView{place.view});
    if (place.dialog) app.dispatch(ShowDialog{{*place.dialog, ""}});
    // Opening a dialog begins its photos anew.
    View view = app.state().view;
    view.photo = place.view.photo;
    view.photo_goes = place.view.photo_goes;
    view.help = place.view.help;
    if (!place.view.photo_paper.empty()) view.photo_paper = place.view.photo_paper;
    // Asked to go back to the pack before: the reason is open.
    if (place.dialog == Dialog::Kind::Packs) view.pack_slot = "3 prices/prices";
    app.dispatch(SetView{view});
    if (place.dialog == Dialog::Kind::Conflict) app.dispatch(ConflictShown{conflict});
    if (place.dialog == Dialog::Kind::Doubles) app.dispatch(DoublesFound{sample_doubles()});
    if (place.dialog == Dialog::Kind::Reports) ask_for_table(app, place.view);
    kiosk.frames(2);
}

/// A kiosk where every screen and dialog has something to show.
struct Everything {
    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app{reference, with_data(services), {}};
    Driver kiosk{app};
    ConflictPanel conflict = sample_conflict(reference);
    std::string found;  ///< What is wrong, one line each.

    Everything() {
        kiosk.click("home.continue");
        storage::Salvage salvage{.set_aside = "visits.damaged-1.db", .read = 120, .saved = 4};
        salvage.lost = {
            {storage::LostVisit::Kind::Missing, "v1", "王桂兰", "新发村", "", ""},
            {storage::LostVisit::Kind::Older, "v2", "", "", "", "2026-11-22T09:00:00+08:00"}};
        app.dispatch(StoreSalvaged{salvage});
        visit::Procedure procedure = app.state().open->visit.procedure;
        for (const char* paper : {"house", "archive.works_photos"}) {
            procedure.photos.push_back(
                {paper, sha256_hex("墙.jpg"), "墙.jpg", 402000, "外墙", true});
            procedure.photos.push_back({paper, sha256_hex("坏了.jpg"), "坏了.jpg", 9000,
                                        "西山墙，墙根有一道两指宽的裂缝，从窗台一直裂到地面",
                                        false});
        }
        app.dispatch(SetProcedure{procedure});
    }
    static FakeServices& with_data(FakeServices& services) {
        services.known.panel = sample_data();
        return services;
    }

    /// One place with these settings in both languages, which have the same targets.
    void look_at(const Place& place, Settings settings, float smallest_target) {
        std::set<std::string> chinese_ids;
        for (const Language language : {Language::Chinese, Language::English}) {
            settings.language = language;
            app.dispatch(SetSettings{settings});
            show(app, kiosk, place, conflict);
            const float scale = app.scale(kiosk.window);
            const Rect screen{0, 0, static_cast<float>(kiosk.window.width) / scale,
                              static_cast<float>(kiosk.window.height) / scale};
            const std::string where = fmt::format("{} at {} in {}: ", place.name, scale,
                                                  language == Language::Chinese ? "zh" : "en");
            const ScreenRules rules{screen, place.dialog ? 1 : 0, smallest_target};
            for (const std::string& line : complaints(app.records(), rules)) {
                found += where + line + "\n";
            }
            auto ids = ids_of(app.records());
            if (language == Language::Chinese) {
                chinese_ids = std::move(ids);
            } else if (ids != chinese_ids) {
                std::vector<std::string> differ;
                std::ranges::set_symmetric_difference(ids, chinese_ids, std::back_inserter(differ));
                found += where + "ids differ: " + differ.front() + "\n";
            }
        }
    }
};

}  // namespace

TEST_CASE("nothing is clipped, small, covered or lost on any screen, size, language and look") {
    Everything all;
    for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F, 2.5F}) {
        all.kiosk.window.display_scale = scale;
        Settings settings;
        settings.look = scale == 1.5F ? Look::HighContrast : Look::Light;
        settings.depth = scale == 1.25F ? Depth::Farmer : Depth::Technician;
        for (const Place& place : places()) all.look_at(place, settings, 40);
    }
    INFO(all.found);
    CHECK(all.found.empty());
}

TEST_CASE("a visit of which nothing is known yet is legible at every size and language") {
    Everything all;
    all.app.dispatch(Go{ScreenId::Home});
    all.app.dispatch(StartVisit{HouseSource::Survey, "fresh"});
    Inputs unknown = all.app.state().open->inputs();
    unknown.place = {};
    all.app.dispatch(Edit{"place", {"edit.category", {}, {}}, unknown});
    for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F, 2.5F}) {
        all.kiosk.window.display_scale = scale;
        for (const Place& place : places()) {
            if (!place.dialog) all.look_at(place, {}, 40);
        }
    }
    INFO(all.found);
    CHECK(all.found.empty());
}

TEST_CASE("with gloves every target of every screen is 18 mm") {
    constexpr double glove_target = 79;  // At 4.4 px/mm, kiosk.md section 4.
    Everything all;
    Settings settings;
    settings.glove = true;
    for (const auto& [width, height] : {std::pair{1366, 768}, std::pair{1920, 1080}}) {
        all.kiosk.window.width = width;
        all.kiosk.window.height = height;
        const auto target = static_cast<float>(glove_target / glove_size);
        for (const Place& place : places()) all.look_at(place, settings, target);
    }
    CHECK(all.app.scale(all.kiosk.window) == static_cast<float>(glove_size));
    INFO(all.found);
    CHECK(all.found.empty());
}

TEST_CASE("the lock screen fits every size") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    app.dispatch(UsersListed{{{"u1", "周玉梅", access::Role::Supervisor},
                              {"u2", "李长河", access::Role::Technician},
                              {"u3", "赵德厚", access::Role::CountyClerk}}});
    REQUIRE(app.state().locked);
    std::string found;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 2.5F}) {
        kiosk.window.display_scale = scale;
        kiosk.frames(2);
        const Rect screen{0, 0, 1366 / scale, 768 / scale};
        for (const std::string& line : complaints(app.records(), {screen, 0})) {
            found += fmt::format("at {}: {}\n", scale, line);
        }
    }
    INFO(found);
    CHECK(found.empty());
}

namespace {

/// What is wrong with the screen as it is, in both languages and at every size.
std::string complaints_of(App& app, Driver& kiosk, const std::string& name) {
    std::string found;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 2.5F}) {
        std::set<std::string> chinese_ids;
        for (const Language language : {Language::Chinese, Language::English}) {
            Settings settings = app.state().settings;
            settings.language = language;
            settings.look = scale == 1.5F ? Look::HighContrast : Look::Light;
            app.dispatch(SetSettings{settings});
            kiosk.window.display_scale = scale;
            kiosk.frames(2);
            const bool chinese = language == Language::Chinese;
            const std::string where =
                fmt::format("{} at {} in {}: ", name, scale, chinese ? "zh" : "en");
            const Rect screen{0, 0, 1366 / scale, 768 / scale};
            for (const std::string& line : complaints(app.records(), {screen, 0})) {
                found += where + line + "\n";
            }
            if (chinese) chinese_ids = ids_of(app.records());
            if (ids_of(app.records()) != chinese_ids) found += where + "ids differ\n";
        }
    }
    return found;
}

}  // namespace

TEST_CASE("practice and the card of the first visit fit every size and language") {
    const auto reference = small_reference();
    FakeServices services(reference);
    services.practise_only();
    App app(reference, services, {});
    Driver kiosk(app);
    std::string found = complaints_of(app, kiosk, "offer");
    CHECK(kiosk.find("tour.next"));
    app.dispatch(StartTour{});
    for (int step = 0; app.state().tour; ++step) {
        found += complaints_of(app, kiosk, fmt::format("step {}", step));
        CHECK(kiosk.find("practice.leave"));
        // Elsewhere it says where it goes on.
        app.dispatch(Go{ScreenId::Household});
        REQUIRE(app.state().tour == step);
        found += complaints_of(app, kiosk, fmt::format("away from step {}", step));
        app.dispatch(TourNext{});
        if (app.state().tour == step) app.dispatch(TourNext{});
    }
    INFO(found);
    CHECK(found.empty());
}

TEST_CASE("what goes on at the store fits every size and language") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    app.work_in_background();
    Driver kiosk(app);
    services.hold = true;
    app.dispatch(ShowDialog{{Dialog::Kind::List, {}}});
    app.dispatch(ReadList{{"list.csv", "", {}}});
    REQUIRE(app.state().work);
    services.seconds += 12;
    std::string found;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 2.5F}) {
        kiosk.window.display_scale = scale;
        kiosk.frames(2);
        CHECK(kiosk.find("work.stop"));
        const Rect screen{0, 0, 1366 / scale, 768 / scale};
        for (const std::string& line : complaints(app.records(), {screen, 2})) {
            found += fmt::format("at {}: {}\n", scale, line);
        }
    }
    services.hold = false;
    INFO(found);
    CHECK(found.empty());
}
