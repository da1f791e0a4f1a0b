// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/units.h"
#include "house/library.h"
#include "house/plan.h"

/// 房屋: the building as it stands or as the catalog draws it. Plain data; `check()` says whether
/// it makes sense, `envelope()` measures it, `measure::apply()` makes the improved copy.
namespace longju::house {

enum class LayerSide { Outside, Inside };

/// A layer put onto an existing assembly by a measure.
struct AddedLayer {
    Layer layer;
    LayerSide side = LayerSide::Outside;

    bool operator==(const AddedLayer&) const = default;
};

/// What one element is made of: a catalog assembly and what was added to it, oldest first.
struct Construction {
    std::string assembly_id;
    std::vector<AddedLayer> added;

    bool operator==(const Construction&) const = default;
};

enum class RoofForm { Gable, Hip, Mono, Flat };

/// The roof above the insulated ceiling. A gable's ridge runs east–west. `Flat` has no attic: the
/// ceiling construction is the roof.
struct Roof {
    RoofForm form = RoofForm::Gable;
    Degrees pitch{27.0};  ///< 0 for Flat, 5 to 60 otherwise.
    Millimetres overhang{500.0};
    std::string cover_zh = "彩钢瓦";

    bool operator==(const Roof&) const = default;
};

/// 附加阳光间: a glazed lean-to on the south side of a room.
struct Sunspace {
    std::string room_id;  ///< The room behind it.
    Millimetres offset;   ///< From the room's west axis.
    Millimetres width{3400.0};
    Millimetres depth{1500.0};  ///< ≤ 1500 recommended, GB/T 50824-2013.
    Millimetres height{2400.0};
    std::string glazing_id;  ///< A `WindowType`.

    bool operator==(const Sunspace&) const = default;
};

/// Where modules stand: on the south slope, on racks in the yard, or on the roof of a farm shed.
enum class PvSite { Roof, Yard, Shed };

/// One PV module, laid upright. The defaults are 182 mm cells, 144 half cells (data sheet Jinko
/// Tiger Neo; domain facts 7.1).
struct PvModule {
    Watts power{580.0};
    Millimetres height{2278.0};
    Millimetres width{1134.0};

    bool operator==(const PvModule&) const = default;
};

/// Household PV.
struct PvArray {
    PvSite site = PvSite::Roof;
    int modules = 0;
    PvModule panel;
    Degrees tilt{27.0};
    Degrees azimuth{0.0};  ///< From south, positive to the west.

    Kilowatts power() const { return Kilowatts{modules * panel.power.value / 1000.0}; }
    bool operator==(const PvArray&) const = default;
};

struct SolarHotWater {
    SquareMetres collector{2.4};
    Degrees tilt{50.0};
    CubicMetres tank{0.15};

    bool operator==(const SolarHotWater&) const = default;
};

/// Danger grade of JGJ/T 363-2014 as somebody else gave it; the program never grades a house.
enum class DangerGrade { A, B, C, D };

struct Appraisal {
    DangerGrade grade = DangerGrade::B;
    std::string by;
    std::optional<Date> on;
    std::string standard = "JGJ/T 363-2014";

    bool operator==(const Appraisal&) const = default;
};

/// How the rooms are heated and kept, as found. 部分空间、部分时间 is the rule, not the exception.
struct Habit {
    Celsius day_set_point{16.0};
    Celsius night_set_point{10.0};
    int day_from_h = 6;         ///< First hour of the day set point, 0 to 23.
    int day_to_h = 21;          ///< First hour after it, 1 to 24; > `day_from_h`.
    double heated_share = 1.0;  ///< Share of the heated rooms' floor that is really kept warm.

    bool operator==(const Habit&) const = default;
};

/// Where the value of a field comes from. Fields are named by their dotted path in the case file.
enum class Origin { Measured, Photo, Catalog, Householder, Estimated };

/// What the survey asks of an existing house; `house_from_survey` turns it into a plan.
struct Survey {
    Millimetres length{10200.0};  ///< East–west, outer face to outer face.
    Millimetres width{7800.0};    ///< South–north, outer face to outer face.
    int bays = 3;                 ///< 间数: rooms side by side on the south, 2 to 5.
    bool back_rooms = true;       ///< A row of rooms (kitchen, store) along the north.
    int south_windows = 3;
    Millimetres south_window_width{1800.0};
    int north_windows = 2;
    Millimetres north_window_width{1000.0};
    Millimetres window_height{1500.0};
    std::string window_id;
    std::string door_id;
    std::string wall_id;
    std::string ceiling_id;
    std::string floor_id;
    bool porch = false;

    bool operator==(const Survey&) const = default;
};

struct House {
    std::string design_id;         ///< The catalog design it was drawn from; empty if surveyed.
    std::optional<Survey> survey;  ///< What it was built from when there is no design.
    bool existing = true;          ///< Stands already; false for one to be built.
    std::optional<int> built_year;
    Degrees azimuth{0.0};              ///< Of the south side, from due south, positive to the west.
    int storeys = 1;                   ///< 1 to 3, equal plans.
    Millimetres clear_height{2700.0};  ///< Floor to ceiling, 净高.
    Millimetres floor_level{300.0};    ///< 室内外高差.
    Plan plan;
    Roof roof;
    std::string style_id;  ///< A `Style`; empty for the plain one.
    Construction wall;
    Construction ceiling;
    Construction floor;
    std::optional<Layer> edge_insulation;  ///< Vertical, outside the plinth.
    Millimetres edge_insulation_depth;     ///< Below grade; 0 without `edge_insulation`.
    /// How tight the house is: the 换气次数 of infiltration at 28 K and 3 m/s, a mean winter hour
    /// of the province; the air change at 50 Pa by 25. The weather of the place makes its hours of
    /// it.
    PerHour air_change{1.0};
    bool porch = false;  ///< 门斗 before the entrance.
    std::optional<Sunspace> sunspace;
    std::string heater_id;
    Habit habit;
    std::optional<PvArray> pv;
    std::optional<SolarHotWater> solar_water;
    std::optional<Appraisal> appraisal;
    std::optional<bool> only_dwelling;
    std::map<std::string, Origin> origins;

    bool operator==(const House&) const = default;
};

/// One design of the catalog: a house and what the cards say of it. Not an official drawing unless
/// `official`; the label 自拟示范户型 is printed wherever a design that is not official appears.
struct Design {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string summary_zh;
    std::string summary_en;
    int people = 3;  ///< Household size it is meant for.
    bool official = false;
    House house;
    Provenance provenance;
};

/// The plan and constructions of a surveyed house: `bays` equal rooms along the south, the middle
/// one with the entrance, windows shared out over the south and north rooms.
House house_from_survey(const Survey& survey, const Library& library);

/// `house` with plan, constructions and porch as the survey says; everything else stays. A plan
/// whose rooms and windows the survey tells as before is kept, and with it what was moved by hand.
House with_survey(House house, const Survey& survey, const Library& library);

/// Whether the plan is no longer the one its survey draws.
bool redrawn_by_hand(const House& house, const Library& library);

}  // namespace longju::house
