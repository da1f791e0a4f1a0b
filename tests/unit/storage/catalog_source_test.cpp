// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_source.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "house/check.h"
#include "house/limits.h"
#include "measure/measure.h"
#include "visit/case_file.h"

using namespace longju;

namespace {

const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";

const estimate::Reference& reference() {
    static const estimate::Reference read = [] {
        const auto reading = storage::check_catalog(catalog);
        for (const Error& error : reading.errors) UNSCOPED_INFO(error.sentence());
        REQUIRE(reading.errors.empty());
        return reading.reference;
    }();
    return read;
}

}  // namespace

TEST_CASE("The catalog that ships has no mistake") {
    const estimate::Reference& r = reference();

    CHECK(r.version == "2026.11");
    CHECK(r.data_hash.size() == 64);
    CHECK(r.stations.size() == 18);
    CHECK(r.divisions.size() == 140);
    CHECK(r.townships.size() == 1703);
    CHECK(r.designs.size() >= 24);
    CHECK(r.typical_houses.size() >= 6);
    for (const estimate::TypicalHouse& typical : r.typical_houses) {
        const house::House house = estimate::begun_as({}, typical, r.library);
        CAPTURE(typical.id);
        CHECK(house::computable(house::check(house, r.library)));
    }
}

TEST_CASE("Every design makes sense, is marked as not official and keeps the window limits") {
    for (const house::Design& design : reference().designs) {
        CAPTURE(design.id);

        const auto problems = house::check(design.house, reference().library);
        const auto limits =
            house::limit_findings(design.house, reference().library, reference().limits, "1B");

        for (const house::Problem& problem : problems) UNSCOPED_INFO(problem.what_en);
        CHECK(problems.empty());
        CHECK_FALSE(design.official);
        CHECK(design.name_zh.starts_with("自拟示范户型"));
        CHECK_FALSE(design.house.existing);
        for (const house::LimitFinding& finding : limits) {
            if (finding.limit->standard != "GB/T 50824-2013") continue;
            CAPTURE(finding.limit->id, finding.value, finding.limit->max);
            CHECK(finding.met);
        }
    }
}

TEST_CASE("The designs span 50 to 120 square metres and several ways of building") {
    double smallest_m2 = 1e9;
    double largest_m2 = 0.0;
    std::set<std::string> walls;
    bool sunspace = false;
    bool two_storeys = false;

    for (const house::Design& design : reference().designs) {
        const house::Envelope envelope = house::envelope(design.house, reference().library);
        smallest_m2 = std::min(smallest_m2, envelope.floor_area.value);
        largest_m2 = std::max(largest_m2, envelope.floor_area.value);
        walls.insert(design.house.wall.assembly_id);
        sunspace = sunspace || design.house.sunspace.has_value();
        two_storeys = two_storeys || design.house.storeys == 2;
    }

    CHECK(smallest_m2 < 55.0);
    CHECK(largest_m2 > 118.0);
    CHECK(walls.size() >= 3);
    CHECK(sunspace);
    CHECK(two_storeys);
}

TEST_CASE("Walls, ceilings and roofs have the transmittance of the domain facts") {
    struct Row {
        const char* assembly;
        house::Borders borders;
        double u_w_per_m2k;  // Without thermal bridges, domain facts 5.1 and 4.3.
    };
    const Row rows[] = {
        {"brick_240", house::Borders::Outdoors, 2.13},
        {"brick_370", house::Borders::Outdoors, 1.59},
        {"brick_490", house::Borders::Outdoors, 1.29},
        {"brick_370_eps50", house::Borders::Outdoors, 0.54},
        {"brick_370_eps80", house::Borders::Outdoors, 0.39},
        {"brick_370_eps100", house::Borders::Outdoors, 0.33},
        {"straw_mud_400", house::Borders::Outdoors, 1.00},
        {"module_250", house::Borders::Outdoors, 0.268},
        {"module_250_graphite", house::Borders::Outdoors, 0.246},
        {"module_290", house::Borders::Outdoors, 0.205},
        {"module_320", house::Borders::Outdoors, 0.174},
        {"ceiling_lath_mud", house::Borders::Attic, 3.16},
        {"ceiling_eps_150", house::Borders::Attic, 0.26},
        {"ceiling_eps_200", house::Borders::Attic, 0.20},
    };
    for (const Row& row : rows) {
        CAPTURE(row.assembly);
        const house::Library& library = reference().library;

        const double u = house::u_value({row.assembly, {}}, row.borders, library).value;

        const double middle = u / library.assembly(row.assembly).bridge_factor;
        CHECK(std::abs(middle / row.u_w_per_m2k - 1.0) < 0.03);
    }
}

TEST_CASE("The stations agree with what is known of them") {
    const climate::Station* harbin = reference().find_station("509530");
    const climate::Station* mohe = reference().find_station("501360");
    const climate::Station* of_lanxi = reference().station_for({"231222", "", "", ""});

    REQUIRE(harbin != nullptr);
    REQUIRE(mohe != nullptr);
    REQUIRE(of_lanxi != nullptr);
    CHECK(harbin->zone == "1B");
    CHECK(harbin->design_temperature == Celsius{-28.4});
    CHECK(harbin->snow_load_kn_m2 == 0.45);
    CHECK(mohe->zone == "1A");
    CHECK(mohe->normals.t_mean_c[0] < -25.0);
}

TEST_CASE("Clauses whose amount no county has confirmed hold no amount") {
    for (const subsidy::Rule& rule : reference().rules) {
        CAPTURE(rule.id);
        CHECK_FALSE(rule.plain_zh.empty());
        if (!rule.id.starts_with("HLJ-COUNTY-")) continue;
        CHECK(rule.status == subsidy::RuleStatus::SamplePendingCounty);
        CHECK(rule.body.find("\"fen\"") == std::string::npos);
    }
}

TEST_CASE("The practice visit reads and its house and scheme make sense") {
    const auto inputs = visit::read_case(catalog / "samples/wang_guilan.toml", reference());

    if (!inputs) FAIL(inputs.error().sentence());
    CHECK(inputs->household.head == "王桂兰");
    CHECK(inputs->scheme.choices.size() == 4);
    const auto problems = house::check(inputs->house, reference().library);
    for (const house::Problem& problem : problems) UNSCOPED_INFO(problem.what_en);
    CHECK(problems.empty());
    for (const measure::Choice& choice : inputs->scheme.choices) {
        CAPTURE(choice.measure_id);
        const measure::Measure* chosen = reference().measures.find(choice.measure_id);
        const measure::Option* option = reference().measures.find(choice);
        REQUIRE(option != nullptr);
        const auto fit = measure::fit(*chosen, *option, inputs->house, reference().library);
        CAPTURE(fit.why_en);
        CHECK(fit.fits);
    }
}

TEST_CASE("Every option fits the practice house or a design") {
    const auto practice = visit::read_case(catalog / "samples/wang_guilan.toml", reference());
    REQUIRE(practice.has_value());
    std::vector<const house::House*> houses = {&practice->house};
    for (const house::Design& design : reference().designs) houses.push_back(&design.house);

    for (const measure::Measure& measure : reference().measures.measures) {
        for (const measure::Option& option : measure.options) {
            CAPTURE(measure.id, option.id);
            const bool fits = std::ranges::any_of(houses, [&](const house::House* house) {
                return measure::fit(measure, option, *house, reference().library).fits;
            });
            CHECK(fits);
        }
    }
}
