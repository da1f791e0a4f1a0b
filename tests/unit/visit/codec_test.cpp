// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/codec.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/visit/random_visits.h"

namespace longju::visit {

namespace {

nlohmann::json parsed(const std::string& text) { return nlohmann::json::parse(text); }

}  // namespace

TEST_CASE("any inputs read back equal from their JSON") {
    sample::RandomVisits random(1);

    for (int i = 0; i < 300; ++i) {
        const estimate::EstimateInputs inputs = random.inputs();

        const auto back = inputs_from(parsed(canonical_text(json_of(inputs))));

        REQUIRE(back);
        REQUIRE(*back == inputs);
    }
}

TEST_CASE("a sparse house keeps the defaults of every field that is absent") {
    const auto house = house_from(parsed(R"({"clear_height_mm": 2800})"));

    house::House expected;
    expected.clear_height = Millimetres{2800};
    REQUIRE(house);
    CHECK(*house == expected);
}

TEST_CASE("fields go over the base: tables merge, arrays are replaced") {
    house::House base;
    base.roof = {house::RoofForm::Hip, Degrees{30}, Millimetres{600}, "瓦"};
    base.plan.rooms = {{.id = "r1", .name = "堂屋"}, {.id = "r2", .name = "东屋"}};
    base.pv = house::PvArray{house::PvSite::Roof, 12, {}, Degrees{20}, Degrees{5}};

    const auto house =
        house_from(parsed(R"({"roof": {"pitch_deg": 25}, "plan": {"rooms": [{"id": "r9"}]},
                   "pv": {"modules": 3}})"),
                   base);

    REQUIRE(house);
    CHECK(house->roof.form == house::RoofForm::Hip);
    CHECK(house->roof.pitch == Degrees{25});
    REQUIRE(house->plan.rooms.size() == 1);
    CHECK(house->plan.rooms[0].id == "r9");
    CHECK(house->plan.rooms[0].name.empty());
    CHECK(house->pv->modules == 3);
    CHECK(house->pv->azimuth == Degrees{5});
}

TEST_CASE("a refusal names the field and what would be right") {
    struct Row {
        const char* json;
        const char* field;
        const char* what;
    };
    const auto row = GENERATE(
        Row{R"({"clear_height": 2800})", "house.clear_height",
            "is not a known field; did you mean clear_height_mm?"},
        Row{R"({"roof": {"pich_deg": 25}})", "house.roof.pich_deg",
            "is not a known field; did you mean pitch_deg?"},
        Row{R"({"colour": "red"})", "house.colour", "is not a known field"},
        Row{R"({"clear_height_mm": "2.8 m"})", "house.clear_height_mm", "is not a number"},
        Row{R"({"clear_height_mm": true})", "house.clear_height_mm", "is not a number"},
        Row{R"({"clear_height_mm": -1})", "house.clear_height_mm", "-1 is outside 0 to 1e+05"},
        Row{R"({"storeys": 1.5})", "house.storeys", "is not a whole number"},
        Row{R"({"storeys": 4})", "house.storeys", "4 is outside 1 to 3"},
        Row{R"({"existing": 1})", "house.existing", "is not true or false"},
        Row{R"({"heater_id": 7})", "house.heater_id", "is not a text in quotes"},
        Row{R"({"roof": "gable"})", "house.roof", "is not a table of fields"},
        Row{R"({"roof": {"form": "gabel"}})", "house.roof.form",
            "\"gabel\" is none of gable, hip, mono, flat"},
        Row{R"({"plan": {"rooms": {}}})", "house.plan.rooms", "is not a list"},
        Row{R"({"plan": {"rooms": [{"id": "r1"}, {"width": 3}]}})", "house.plan.rooms[1].width",
            "is not a known field; did you mean width_mm?"},
        Row{R"({"appraisal": {"on": "2026-02-30"}})", "house.appraisal.on",
            "is not a date like 2026-11-25"},
        Row{R"({"origins": {"house.storeys": "guess"}})", "house.origins.house.storeys",
            "\"guess\" is none of measured, photo, catalog, householder, estimated"});

    const auto house = house_from(parsed(row.json));

    REQUIRE_FALSE(house);
    CHECK(house.error().kind == ErrorKind::BadInput);
    CHECK(house.error().field == row.field);
    CHECK(house.error().what == row.what);
}

TEST_CASE("money is whole fen") {
    CHECK(household_from(parsed(R"({"bought": [{"fuel_id": "coal", "paid_fen": 260000}]})"))
              ->bought[0]
              .paid == Money::yuan(2600));
    CHECK_FALSE(household_from(parsed(R"({"bought": [{"paid_fen": 10.5}]})")));
}

TEST_CASE("equal numbers are equal text, whole ones without a point") {
    house::House house;
    house.clear_height = Millimetres{2700.0};
    house.azimuth = Degrees{-0.0};
    house.habit.heated_share = 0.1;

    const std::string text = canonical_text(json_of(house));

    CHECK(text.find(R"("clear_height_mm":2700,)") != std::string::npos);
    CHECK(text.find(R"("azimuth_deg":0,)") != std::string::npos);
    CHECK(text.find(R"("heated_share":0.1,)") != std::string::npos);
}

TEST_CASE("JSON that is broken or nested without end is refused, not thrown") {
    CHECK(parse_json(R"({"a": [1, 2]})"));
    CHECK_FALSE(parse_json(R"({"a": )"));
    CHECK_FALSE(parse_json(""));
    CHECK_FALSE(parse_json(std::string(100000, '[')));
    CHECK_FALSE(parse_json("{\"a\": \"\xff\"}"));
}

}  // namespace longju::visit
