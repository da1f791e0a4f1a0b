// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/case_file.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/visit/random_visits.h"
#include "unit/visit/sample_reference.h"

namespace longju::visit {

TEST_CASE("any inputs read back equal from the case they were written as") {
    const estimate::Reference reference = sample::reference();
    sample::RandomVisits random(2);

    for (int i = 0; i < 200; ++i) {
        const estimate::EstimateInputs inputs = random.inputs();

        const std::string text = case_text(inputs);
        const auto back = parse_case(text, "case.toml", reference);

        CAPTURE(text);
        REQUIRE(back);
        REQUIRE(*back == inputs);
        REQUIRE(case_text(*back) == text);
    }
}

TEST_CASE("a case may name a design and change some of its fields") {
    const auto inputs = parse_case(R"(
date = 2026-11-25
[house]
design = "design1"
clear_height_mm = 2900
)",
                                   "case.toml", sample::reference());

    REQUIRE(inputs);
    CHECK(inputs->date == *date_from("2026-11-25"));
    CHECK(inputs->house.design_id == "design1");
    CHECK(inputs->house.roof.pitch == Degrees{31});
    CHECK(inputs->house.clear_height == Millimetres{2900});
    CHECK(inputs->house.plan.rooms.size() == 1);
}

TEST_CASE("a survey draws the plan and other fields still rule") {
    const auto inputs = parse_case(R"(
[house]
built_year = 1995
[house.wall]
added = [{ material_id = "eps", thickness_mm = 80, side = "outside" }]
[house.survey]
bays = 4
wall_id = "brick370"
)",
                                   "case.toml", sample::reference());

    REQUIRE(inputs);
    CHECK(inputs->house.plan.rooms.size() == 8);
    CHECK(inputs->house.built_year == 1995);
    CHECK(inputs->house.wall.assembly_id == "brick370");
    CHECK(inputs->house.wall.added.size() == 1);
    CHECK(inputs->house.survey->bays == 4);
}

TEST_CASE("a bad case is refused with file, line and field") {
    struct Row {
        const char* toml;
        const char* sentence;
    };
    const auto row = GENERATE(
        Row{"date = 2026-11-25\nplace = \n", "c.toml:2: is not TOML"},
        Row{"a = 1\na = 2\n", "c.toml:2: is not TOML"},
        Row{"\n[houses]\n", "c.toml:2: field houses: is not a known field"},
        Row{"[house]\ndesign = \"design9\"\n",
            "c.toml:2: field house.design: there is no design \"design9\"; did you mean design1?"},
        Row{"[house]\ndesign = 9\n", "c.toml:2: field house.design: is not a text in quotes"},
        Row{"[house]\n\nclear_height_m = 2.8\n",
            "c.toml:3: field house.clear_height_m: is not a known field; did you mean "
            "clear_height_mm?"},
        Row{"[house.plan]\nrooms = [\n {id = \"r1\"},\n {id = \"r2\", depth_mm = -5},\n]\n",
            "c.toml:4: field house.plan.rooms[1].depth_mm: -5 is outside"},
        Row{"[house.survey]\nbays = 0\n", "c.toml:2: field house.survey.bays: 0 is outside"},
        Row{"[house]\nheater_id = \"heater3\"\n",
            "c.toml:2: field house.heater_id: there is no heater \"heater3\"; did you mean"},
        Row{"[place]\ndivision_code = \"999999\"\n",
            "c.toml:2: field place.division_code: there is no division \"999999\""},
        Row{"[[household.bought]]\nfuel_id = \"fuel1\"\n[[household.bought]]\nfuel_id = \"coke\"\n",
            "c.toml:4: field household.bought[1].fuel_id: there is no fuel \"coke\""},
        Row{"[scheme]\nchoices = [{measure_id = \"measure1\", option_id = \"option3\"}]\n",
            "c.toml:2: field scheme.choices[0].option_id: there is no option \"option3\""},
        Row{"[scheme]\nchoices = [\n{measure_id = \"measure1\", option_id = \"option1\"},\n"
            "{measure_id = \"measure1\", option_id = \"option2\"}]\n",
            "c.toml:4: field scheme.choices[1].measure_id: is chosen twice"},
        Row{"user_electricity_price_fen = 10.5\n",
            "c.toml:1: field user_electricity_price_fen: is not a whole number"},
        Row{"[valley]\nper_kwh_fen = 30\nfrom_h = 5\nto_h = 5\n",
            "c.toml:4: field valley.to_h: must not be the hour that valley.from_h says"},
        Row{"date = 2026-11-25T10:00:00\n", "c.toml:1: field date: is not a date like"});

    const auto inputs = parse_case(row.toml, "c.toml", sample::reference());

    REQUIRE_FALSE(inputs);
    CHECK(inputs.error().kind == ErrorKind::BadInput);
    CHECK(inputs.error().sentence().starts_with(row.sentence));
    CHECK(inputs.error().sentence().find('\n') == std::string::npos);
}

TEST_CASE("a case that is not there is not found") {
    const auto inputs = read_case("no such case.toml", sample::reference());

    REQUIRE_FALSE(inputs);
    CHECK(inputs.error().kind == ErrorKind::NotFound);
    CHECK(inputs.error().file == "no such case.toml");
}

TEST_CASE("a problem found after reading still finds its line") {
    const auto text = parse_toml("[house]\n\n[house.plan]\nrooms = []\n", "c.toml");

    REQUIRE(text);
    CHECK(text->line_of("house.plan.rooms") == 4);
    CHECK(text->line_of("house.plan.openings[3].width_mm") == 3);
    CHECK(text->line_of("house.clear_height_mm") == 1);
    CHECK(text->line_of("place.village") == 0);
}

}  // namespace longju::visit
