// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/epw.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "climate/sky.h"
#include "climate/sun.h"
#include "unit/climate/shared_weather.h"

using namespace longju;
using namespace longju::climate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

struct Texts {
    std::string location = "LOCATION,Anda,HL,CHN,Test,508540,46.38,125.32,8.0,149.3";
    std::string periods = "DATA PERIODS,1,1,Data,Sunday,1/1,12/31";
    /// Replaces the hourly row with this number (from 1) when not empty.
    int row = 0;
    std::string instead;
};

std::string hourly_row(std::size_t month, int day, int hour) {
    return "2005," + std::to_string(month + 1) + "," + std::to_string(day) + "," +
           std::to_string(hour) +
           ",60,?9,-20.5,-23.0,80,99400,0,0,180,120,300,60,0,0,0,0,270,3.5,4,4";
}

std::string epw_text(const Texts& texts) {
    std::string text = texts.location +
                       "\nDESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\n"
                       "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,\"a, b\"\nCOMMENTS 2,\n" +
                       texts.periods + "\n";
    int number = 0;
    for (std::size_t month = 0; month < 12; ++month) {
        for (int day = 1; day <= days_of_month[month]; ++day) {
            for (int hour = 1; hour <= 24; ++hour) {
                ++number;
                text += number == texts.row ? texts.instead : hourly_row(month, day, hour) + "\n";
            }
        }
    }
    return text;
}

}  // namespace

TEST_CASE("an EPW file becomes a year") {
    const auto year = parse_epw(epw_text({}), "a.epw");

    REQUIRE(year);
    CHECK(year->name == "Anda");
    CHECK(year->site.latitude == Degrees{46.38});
    CHECK(year->site.longitude == Degrees{125.32});
    CHECK(year->site.utc_offset == Hours{8.0});
    CHECK(year->site.elevation == Metres{149.3});
    for (const auto* series :
         {&year->t_out_c, &year->t_sky_c, &year->wind_ms, &year->vapour_pa, &year->pressure_pa,
          &year->dni_w_m2, &year->dhi_w_m2, &year->ghi_w_m2, &year->albedo}) {
        CHECK(series->size() == hours_per_year);
    }
    CHECK(year->t_out_c.front() == -20.5);
    CHECK(year->pressure_pa.front() == 99400.0);
    CHECK(year->wind_ms.back() == 3.5);
    CHECK(year->ghi_w_m2[5] == 120.0);
    CHECK(year->dni_w_m2[5] == 300.0);
    CHECK(year->dhi_w_m2[5] == 60.0);
    CHECK(year->albedo[5] == 0.2);
    CHECK_THAT(year->vapour_pa.front(), WithinRel(0.8 * saturation_pa(-20.5), 1e-12));
    // σ T⁴ = 180 W/m².
    CHECK_THAT(year->t_sky_c.front(), WithinAbs(-35.78, 0.01));
}

TEST_CASE("lines may end in CR LF") {
    std::string text;
    for (const char c : epw_text({})) {
        if (c == '\n') text += '\r';
        text += c;
    }

    CHECK(parse_epw(text, "a.epw"));
}

TEST_CASE("what an EPW file does not measure is modelled") {
    const auto year = parse_epw(
        epw_text({.row = 1,
                  .instead = "2005,1,1,1,60,?9,-20.0,-24.0,999,999999,0,0,9999,0,0,0,0,0,0,0,0,2.0,"
                             "99,99\n"}),
        "a.epw");

    REQUIRE(year);
    CHECK_THAT(year->vapour_pa[0], WithinRel(saturation_pa(-24.0), 1e-12));
    CHECK_THAT(year->pressure_pa[0], WithinAbs(99545.0, 20.0));
    CHECK(year->t_sky_c[0] < -25.0);
    CHECK(year->t_sky_c[0] > -45.0);
}

TEST_CASE("a faulty EPW file is refused at its line and column") {
    struct Fault {
        const char* name;
        Texts texts;
        int line;
        const char* field;
    };
    const std::string tail = ",80,99400,0,0,180,120,300,60,0,0,0,0,270,3.5,4,4\n";
    const Fault faults[] = {
        {"not an EPW", {.location = "station,temperature"}, 1, ""},
        {"short location", {.location = "LOCATION,Anda,HL"}, 1, ""},
        {"latitude", {.location = "LOCATION,Anda,HL,CHN,T,5,96.4,125.3,8,149"}, 1, "column 7"},
        {"half hours", {.periods = "DATA PERIODS,1,2,Data,Sunday,1/1,12/31"}, 8, "DATA PERIODS"},
        {"no periods", {.periods = "2005,1,1,1"}, 8, ""},
        {"letters", {.row = 3, .instead = "2005,1,1,3,60,?9,cold,-23.0" + tail}, 11, "column 7"},
        {"decimal comma", {.row = 3, .instead = "2005,1,1,3,60,?9,-20,5,-23" + tail}, 11, ""},
        {"too hot", {.row = 4, .instead = "2005,1,1,4,60,?9,75.0,-23.0" + tail}, 12, "column 7"},
        {"missing", {.row = 5, .instead = "2005,1,1,5,60,?9,99.9,-23.0" + tail}, 13, "column 7"},
        {"infinite", {.row = 5, .instead = "2005,1,1,5,60,?9,inf,-23.0" + tail}, 13, "column 7"},
        {"row left out", {.row = 6, .instead = ""}, 14, "column 4"},
        {"row twice", {.row = 2, .instead = "2005,1,1,1,60,?9,1,-23" + tail}, 10, "column 4"},
        {"few columns", {.row = 2, .instead = "2005,1,1,2,60\n"}, 10, ""},
        {"29 February",
         {.row = 59 * 24 + 1, .instead = "2004,2,29,1,60,?9,1,-23" + tail},
         59 * 24 + 9,
         "column 2"},
        {"empty line", {.row = 9, .instead = "\n"}, 17, ""},
        {"last row left out", {.row = 8760, .instead = ""}, 8767, ""},
        {"a row more", {.row = 8760, .instead = hourly_row(11, 31, 24) + "\nx\n"}, 8769, ""},
    };

    for (const Fault& fault : faults) {
        const auto year = parse_epw(epw_text(fault.texts), "a.epw");

        INFO(fault.name);
        REQUIRE_FALSE(year);
        INFO(year.error().sentence());
        CHECK(year.error().kind == ErrorKind::BadInput);
        CHECK(year.error().file == "a.epw");
        if (std::string_view(fault.name) != "decimal comma") CHECK(year.error().line == fault.line);
        CHECK(year.error().field.starts_with(fault.field));
    }
}

TEST_CASE("every cut of an EPW file is refused") {
    const std::string text = epw_text({});

    for (const std::size_t length : {std::size_t{0}, std::size_t{5}, std::size_t{200},
                                     std::size_t{5000}, text.size() / 2, text.size() - 100}) {
        CHECK_FALSE(parse_epw(std::string_view(text).substr(0, length), "a.epw"));
    }
}

TEST_CASE("a weather file that is not there is named") {
    const auto year = read_epw("no/such/file.epw");

    REQUIRE_FALSE(year);
    CHECK(year.error().kind == ErrorKind::NotFound);
    CHECK(year.error().sentence().find("no/such/file.epw") != std::string::npos);
}

TEST_CASE("the weather files beside the repository are read and have their own degree days") {
    for (const shared::Reference& reference : shared::references()) {
        const Year year = shared::epw(reference.epw);

        double mean_c = 0.0;
        for (const double t_c : year.t_out_c) mean_c += t_c / hours_per_year;
        double expected_c = 0.0;
        for (std::size_t month = 0; month < 12; ++month) {
            expected_c += reference.station.normals.t_mean_c[month] * days_of_month[month] / 365.0;
        }
        INFO(reference.epw);
        CHECK_THAT(mean_c, WithinAbs(expected_c, 0.005));
    }
}
