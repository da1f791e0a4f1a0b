// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/provenance.h"
#include "core/units.h"
#include "energy/fuel.h"
#include "house/house.h"

/// 措施: one thing a builder can be paid to do, as data. A measure has options (thicknesses,
/// types); an option says what it does to the house, what it is counted by, and what the rules call
/// it.
namespace longju::measure {

/// Where a measure stands on screen and paper; also the order of work.
enum class Group { Wall, Ceiling, Floor, Window, Door, Sealing, Sunspace, Heating, Pv, SolarWater };

// What an option does to the house.
struct AddLayer {
    house::Element element = house::Element::Wall;
    house::LayerSide side = house::LayerSide::Outside;
    house::Layer layer;
};
struct ReplaceConstruction {  ///< New walls; for houses that do not stand yet.
    house::Element element = house::Element::Wall;
    std::string assembly_id;
};
struct InsulateEdge {
    house::Layer layer;
    Millimetres depth{1000.0};
};
struct ReplaceWindows {
    std::optional<house::Side> side;  ///< All sides when empty.
    std::string window_id;
};
struct ReplaceDoors {
    std::string door_id;
};
struct AddPorch {};
struct LimitAirChange {  ///< The air change becomes at most `at_most`.
    PerHour at_most{0.7};
};
struct AddSunspace {
    Millimetres width{3400.0};
    Millimetres depth{1500.0};
    std::string glazing_id;
};
struct SetHeater {
    std::string heater_id;
};
struct AddPv {
    house::PvModule panel;
    int modules = 9;  ///< On a roof fewer where the south slope is smaller.
    house::PvSite site = house::PvSite::Roof;
};
struct AddSolarWater {
    SquareMetres collector{2.4};
};
using Effect =
    std::variant<AddLayer, ReplaceConstruction, InsulateEdge, ReplaceWindows, ReplaceDoors,
                 AddPorch, LimitAirChange, AddSunspace, SetHeater, AddPv, AddSolarWater>;

/// What an option is counted by when it is priced.
enum class Basis {
    OuterWallNet,     ///< m², walls of the heated rooms to outdoors, openings out.
    WallGrossNew,     ///< m², all outer walls of a new house, openings out.
    Ceiling,          ///< m²
    HeatedFloor,      ///< m²
    GroundPerimeter,  ///< m
    WindowArea,       ///< m² of windows the effect touches
    WindowCount,      ///< pieces
    DoorCount,        ///< pieces
    Piece,            ///< 1
    SunspaceGlazing,  ///< m² of glass
    PvWatts,          ///< W
    HeaterKilowatts,  ///< kW of the design load after the scheme
};

/// One line of the price: `basis` × the price item.
struct Charge {
    std::string price_id;
    Basis basis = Basis::Piece;
};

struct Option {
    std::string id;  ///< Unique within the measure: `eps100`.
    std::string name_zh;
    std::string name_en;
    std::string plain_zh;  ///< For the farmer's sheet: 外墙贴 10 厘米厚保温板，外面抹灰刷涂料.
    std::vector<Effect> effects;
    std::vector<Charge> charges;
    std::string rule_type;  ///< `measure.type` for subsidy rules: `wall_insulation`; may be empty.
    std::optional<Celsius> low_temp_rating;  ///< Of a heat pump, for rules.
    Years life{20.0};
    Provenance provenance;
};

struct Measure {
    std::string id;
    Group group = Group::Wall;
    std::string name_zh;
    std::string name_en;
    bool for_existing = true;
    bool for_new = true;
    bool outside_work = false;  ///< Only in the season of the place (climate/work_season.h).
    int days_low = 1;           ///< Working days of a crew.
    int days_high = 3;
    std::vector<Option> options;
};

/// One measure chosen, with its option.
struct Choice {
    std::string measure_id;
    std::string option_id;

    bool operator==(const Choice&) const = default;
};

/// 方案: the measures chosen for this house, in any order; a measure at most once.
struct Scheme {
    std::string name;
    std::vector<Choice> choices;

    const Choice* find(std::string_view measure_id) const;
    bool operator==(const Scheme&) const = default;
};

/// The catalog's measures, in the order of groups.
struct MeasureList {
    std::vector<Measure> measures;

    const Measure* find(std::string_view measure_id) const;
    /// Measure and option of a choice; nullptr option when either is unknown.
    const Option* find(const Choice& choice) const;
};

/// Why an option does not fit a house, as a sentence for the key that is then dashed; empty when it
/// fits. Walls of modules need a new house; PV needs a pitched roof; and so on.
struct Fit {
    bool fits = true;
    std::string why_zh;
    std::string why_en;
};
Fit fit(const Measure& measure, const Option& option, const house::House& house,
        const house::Library& library);

/// The house after the scheme. Choices that are unknown or do not fit leave it as it is.
/// `measure.apply(scheme)` of the same inputs is always the same house, whatever the order of
/// choices: effects are applied in the order of groups.
house::House apply(const Scheme& scheme, const house::House& house, const MeasureList& list,
                   const house::Library& library);

}  // namespace longju::measure
