// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <ranges>
#include <set>

#include "access/signature.h"
#include "kiosk/raster.h"
#include "storage/photo_files.h"
#include "sync/handover.h"
#include "ui/desk_steps.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

/// A household and what a technician presses at its table, screen by screen: ids with blanks
/// between, `id=text` types into a field.
struct ScriptedVisit {
    const char* head;
    HouseSource source;
    const char* county;  ///< `name code`; empty: the farmer's was not asked.
    const char* household;
    const char* house;
    const char* measures;
    int photos = 0;
    const char* missing = "";  ///< Why there is no result: the field that a gap names.
};

constexpr auto survey = HouseSource::Survey;
constexpr auto design = HouseSource::Design;

constexpr std::array<ScriptedVisit, 20> visits{{
    {"不知县", survey, "", "household.removes_stove.2", "survey.typical.brick370_1988",
     "configure.toggle.wall", 0, "place.division_code"},
    {"王桂兰", survey, "兰西 231222",
     "household.members.more household.category.ordinary household.bought.add.raw_coal "
     "household.bought.raw_coal.amount=4.6 household.bought.raw_coal.paid=4050 household.consent",
     "survey.length=10.23 survey.width=6.78 survey.bays.2 survey.topic.wall "
     "survey.pick.brick_370",
     "configure.toggle.wall configure.toggle.ceiling configure.toggle.window", 1},
    {"赵德厚", survey, "桦南 230822",
     "household.members.less household.category.dibao household.bought.add.corn_stalk "
     "household.bought.corn_stalk.amount=6 place.village=示例村",
     "survey.typical.adobe_1975 survey.topic.safety survey.grade.3 survey.only_dwelling.0",
     "configure.toggle.ceiling configure.toggle.sealing", 2},
    {"孙秀芬", survey, "呼玛 232721",
     "household.category.tekun household.bought.add.firewood household.bought.firewood.amount=12",
     "survey.typical.straw_mud_1972 survey.topic.safety survey.grade.2 survey.only_dwelling.2",
     "configure.toggle.wall configure.toggle.door"},
    {"李长河", design, "延寿 230129",
     "household.members.more household.members.more household.category.ordinary "
     "household.had_support.1",
     "house.design.search=LJ-80A house.design.lj-80a", "configure.toggle.pv", 1},
    {"周玉梅", design, "宝清 230523", "household.category.monitored household.consent",
     "house.design.search=LJ-100B house.design.lj-100b bar.adjust design.mirror dialog.close",
     "configure.toggle.heating"},
    {"吴老三", survey, "海林 231083",
     "household.category.marginal household.had_support.2 household.removes_stove.2",
     "survey.typical.brick240_1985 survey.topic.wall survey.pick.brick_240 survey.topic.safety "
     "survey.grade.4",
     "configure.toggle.wall"},
    {"郑淑琴", survey, "虎林 230381",
     "household.category.hardship household.bought.add.straw_briquette "
     "household.bought.straw_briquette.amount=5 household.bought.straw_briquette.paid=3000",
     "survey.typical.brick370_2006 survey.topic.windows survey.pick.pvc_double survey.tight.1",
     "configure.measure.window configure.option.window.triple"},
    {"钱广财", survey, "讷河 230281",
     "household.members.more household.category.ordinary household.bought.add.electricity "
     "household.bought.electricity.amount=9000 household.bought.electricity.paid=4600",
     "survey.typical.eps_2014 survey.topic.heating survey.pick.electric_direct",
     "configure.toggle.pv"},
    {"冯玉兰", survey, "大同 230606",
     "household.category.ordinary household.bought.add.natural_gas "
     "household.bought.natural_gas.amount=1500",
     "survey.typical.brick490_1996 survey.topic.heating survey.pick.gas_boiler",
     "configure.toggle.floor configure.toggle.sealing"},
    {"陈福贵", survey, "北安 231181",
     "household.category.out_of_poverty household.bought.add.lignite "
     "household.bought.lignite.amount=7 household.removes_stove.0",
     "survey.typical.brick370_1988 survey.topic.heating survey.pick.coal_stove_old "
     "survey.topic.safety survey.grade.1 survey.only_dwelling.1",
     "configure.measure.heating configure.option.heating.pellet_boiler"},
    {"褚秀英", design, "兰西 231222", "household.members.less household.category.tekun",
     "house.design.search=LJ-43A house.design.lj-43a", ""},
    {"卫国强", design, "讷河 230281", "household.members.more household.phone=13904550001",
     "house.design.search=LJ-120M house.design.lj-120m bar.adjust design.length=13 dialog.close",
     "configure.toggle.pv configure.toggle.sunspace"},
    {"蒋春花", survey, "桦南 230822",
     "household.category.ordinary household.bought.add.raw_coal "
     "household.bought.raw_coal.amount=2 household.bought.add.corn_stalk "
     "household.bought.corn_stalk.amount=4 household.consent",
     "survey.topic.ceiling survey.pick.ceiling_lath_mud survey.topic.floor "
     "survey.pick.floor_brick survey.topic.door survey.pick.door_steel_old",
     "configure.toggle.wall configure.toggle.ceiling configure.toggle.floor "
     "configure.toggle.door",
     3},
    {"沈大伟", survey, "呼玛 232721", "household.category.ordinary",
     "survey.length=6 survey.bays.3", "", 0, "house.plan"},
    {"韩𠅤", survey, "延寿 230129",
     "household.category.ordinary household.bought.add.pellet "
     "household.bought.pellet.amount=4.2",
     "survey.typical.brick370_2006 survey.topic.heating survey.pick.pellet_stove",
     "configure.toggle.ceiling"},
    {"杨桂英", survey, "宝清 230523",
     "household.members.less household.category.dibao household.had_support.0",
     "survey.typical.adobe_1975 survey.topic.safety survey.grade.3 survey.only_dwelling.0",
     "configure.measure.wall configure.option.wall.eps150 configure.toggle.porch", 1},
    {"朱永发", design, "海林 231083", "household.members.more household.category.ordinary",
     "house.design.search=LJ-90S house.design.lj-90s bar.adjust design.structure.brick_eps100 "
     "dialog.close",
     "configure.toggle.heating"},
    {"秦月娥", survey, "虎林 230381",
     "household.category.ordinary household.bought.add.briquette_coal "
     "household.bought.briquette_coal.amount=5",
     "survey.typical.straw_mud_1972 survey.back_rooms.0 survey.south_windows.2",
     "configure.toggle.window configure.toggle.sealing configure.toggle.sunspace"},
    {"尤长海", survey, "北安 231181",
     "household.members.more household.members.more household.members.more "
     "household.category.ordinary household.bought.add.bituminous "
     "household.bought.bituminous.amount=3.5 household.consent",
     "survey.typical.brick240_1985 survey.topic.heating survey.pick.kang_stove",
     "configure.measure.wall configure.option.wall.graphite100 configure.toggle.ceiling", 1},
}};

/// The laptop of a technician and the county's desk, which know each other.
struct Round {
    Counter county, laptop;
    std::set<std::string> taken;  ///< Parcels that the county has.
    bool enrolled = false;

    Round() {
        Sitting at(laptop);
        const std::string pack = key_pack(county);
        open_desk(at);
        take(at, pack);
        at.kiosk.click("desk.believe");
    }
    /// What the laptop wrote since the county last looked.
    void take_in() {
        int fresh = 0;
        for (const std::string& parcel : parcels_of(laptop)) {
            if (!taken.insert(parcel).second) continue;
            ++fresh;
            const std::string fingerprint = access::fingerprint(laptop.store.signer());
            if (!enrolled) {
                REQUIRE(sync::enrol(county.store, parcel, {"李长河", "兰西镇", fingerprint}));
            }
            enrolled = true;
            REQUIRE(sync::import_parcel(county.store, parcel, county.folder / "quarantine"));
        }
        CHECK(fresh == 1);
    }
};

/// A step of a visit.
void go_to(Driver& kiosk, const std::string& step) { kiosk.click(step); }

void enter(Driver& kiosk, std::string_view what) {
    const std::size_t equals = what.find('=');
    kiosk.click(what.substr(0, equals));
    if (equals == std::string_view::npos) return;
    const std::size_t old = kiosk.app().state().draft.text.size();
    for (std::size_t i = 0; i < old; ++i) kiosk.frame({.keys = {{Key::Backspace}}});
    kiosk.type(what.substr(equals + 1));
    kiosk.key(Key::Enter);
}

void work_through(Driver& kiosk, std::string_view script) {
    for (const auto part : std::views::split(script, ' ')) {
        const std::string_view what(part);
        if (!what.empty()) enter(kiosk, what);
    }
}

void ask_household(Driver& kiosk, const ScriptedVisit& script) {
    kiosk.click("household.head");
    kiosk.type(script.head);
    kiosk.key(Key::Enter);
    const std::string_view county = script.county;
    if (!county.empty()) {
        kiosk.click("place.division_code");
        enter(kiosk, "place.search=" + std::string(county.substr(0, county.find(' '))));
        kiosk.click("place.county." + std::string(county.substr(county.find(' ') + 1)));
    }
    work_through(kiosk, script.household);
}

void take_photos(Driver& kiosk, const Counter& at, const ScriptedVisit& script) {
    if (script.photos == 0) return;
    kiosk.click("bar.photos");
    for (int i = 0; i < script.photos; ++i) {
        const auto shade = static_cast<std::uint8_t>(60 + 40 * i);
        const auto first = static_cast<std::uint8_t>(script.head[1]);
        const fs::path file = at.folder / ("photo" + std::to_string(i) + ".png");
        REQUIRE(write_png(file, Pixels(80, 60, Colour{shade, first, 80, 255})));
        kiosk.app().dispatch(DropFiles{{file.string()}});
        kiosk.frames(3);
    }
    kiosk.click("photo.show.0");
    kiosk.click("photo.word.wall");
    kiosk.click("photo.on_sheet");
    kiosk.click("photo.back");
    kiosk.app().dispatch(CloseDialog{});
    kiosk.frames(2);
}

std::size_t pages_in(const fs::path& pdf) {
    const std::string bytes = longju::test::bytes_of(pdf);
    constexpr std::string_view page = "/Type /Page";
    std::size_t count = 0;
    for (auto at = bytes.find(page); at != std::string::npos; at = bytes.find(page, at + 1)) {
        if (bytes.at(at + page.size()) != 's') ++count;
    }
    return count;
}

std::vector<fs::path> papers_of(const Counter& at) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(at.folder / "papers")) {
        if (entry.path().extension() == ".pdf") found.push_back(entry.path());
    }
    return found;
}

/// There is a result and papers of it, or a gap says what is missing and no paper pretends.
void check_result(Driver& kiosk, const Counter& at, const ScriptedVisit& script) {
    const std::size_t before = fs::exists(at.folder / "papers") ? papers_of(at).size() : 0;
    go_to(kiosk, "rail.sheets");
    kiosk.click("bar.pdf");
    const AppState& state = kiosk.app().state();
    const std::string_view missing = script.missing;
    if (missing.empty()) {
        REQUIRE(shown_estimate(state) != nullptr);
        const auto papers = papers_of(at);
        REQUIRE(papers.size() == before + 1);
        const std::string code = visit::record_code(state.open->visit);
        const auto paper = std::ranges::find_if(
            papers, [&](const fs::path& file) { return file.string().contains(code); });
        REQUIRE(paper != papers.end());
        CHECK(pages_in(*paper) >= 8);
        return;
    }
    CHECK(shown_estimate(state) == nullptr);
    std::string named;
    for (const Gap& gap : gaps(state)) named += gap.field + " ";
    INFO("the gaps name " << named);
    CHECK(named.contains(missing));
    CHECK((fs::exists(at.folder / "papers") ? papers_of(at).size() : 0) == before);
}

void visit_household(Round& round, const ScriptedVisit& script) {
    Sitting at(round.laptop);
    Driver& kiosk = at.kiosk;
    kiosk.click(script.source == design ? "home.start.design" : "home.start.survey");
    ask_household(kiosk, script);
    go_to(kiosk, "rail.house");
    work_through(kiosk, script.house);
    take_photos(kiosk, round.laptop, script);
    go_to(kiosk, "rail.configure");
    work_through(kiosk, script.measures);
    for (const char* step : {"rail.compare", "rail.subsidy"}) go_to(kiosk, step);
    check_result(kiosk, round.laptop, script);
    const visit::Visit visit = at.app.state().open->visit;
    CHECK(visit.inputs.household.head == script.head);
    CHECK(static_cast<int>(visit.procedure.photos.size()) == script.photos);

    go_to(kiosk, "rail.home");
    open_desk(at);
    kiosk.click("desk.write");
    CHECK(kiosk.shows("已写好并读回核对"));
    round.take_in();
    const auto arrived = round.county.store.load(visit.id);
    REQUIRE(arrived);
    CHECK(arrived->inputs == visit.inputs);
    CHECK(arrived->procedure == visit.procedure);
    CHECK(arrived->consent == visit.consent);
    for (const visit::Photo& photo : visit.procedure.photos) {
        CHECK(storage::has_photo(round.county.store.folder(), photo.sha256));
    }
}

}  // namespace

TEST_CASE("twenty households are visited, each ends in papers and at the county") {
    Round round;
    for (const ScriptedVisit& script : visits) {
        INFO(script.head);
        visit_household(round, script);
    }
    CHECK(round.county.store.count().value() == static_cast<std::int64_t>(visits.size()));
}
