// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_words.h"

#include <array>

namespace longju::storage {

namespace {

using energy::HeaterKind;
using house::Element;
using house::Hatch;
using house::JunctionKind;
using house::LayerSide;
using house::LimitSubject;
using house::ModuleKind;
using house::PvSite;
using house::Side;
using house::WallInsulation;
using measure::Basis;
using measure::Group;
using subsidy::Confirmation;
using subsidy::RuleStatus;

constexpr std::array hatches = {
    Word<Hatch>{Hatch::None, "none"},
    Word<Hatch>{Hatch::Brick, "brick"},
    Word<Hatch>{Hatch::ReinforcedConcrete, "reinforced_concrete"},
    Word<Hatch>{Hatch::Concrete, "concrete"},
    Word<Hatch>{Hatch::Eps, "eps"},
    Word<Hatch>{Hatch::Xps, "xps"},
    Word<Hatch>{Hatch::Wool, "wool"},
    Word<Hatch>{Hatch::Mortar, "mortar"},
    Word<Hatch>{Hatch::Gravel, "gravel"},
    Word<Hatch>{Hatch::Soil, "soil"},
    Word<Hatch>{Hatch::Wood, "wood"},
    Word<Hatch>{Hatch::Metal, "metal"},
    Word<Hatch>{Hatch::Loose, "loose"},
};

constexpr std::array elements = {
    Word<Element>{Element::Wall, "wall"},           Word<Element>{Element::Ceiling, "ceiling"},
    Word<Element>{Element::Roof, "roof"},           Word<Element>{Element::Floor, "floor"},
    Word<Element>{Element::Partition, "partition"},
};

constexpr std::array layer_sides = {
    Word<LayerSide>{LayerSide::Outside, "outside"},
    Word<LayerSide>{LayerSide::Inside, "inside"},
};

constexpr std::array sides = {
    Word<Side>{Side::South, "south"},
    Word<Side>{Side::West, "west"},
    Word<Side>{Side::North, "north"},
    Word<Side>{Side::East, "east"},
};

constexpr std::array limit_subjects = {
    Word<LimitSubject>{LimitSubject::WallU, "wall_u"},
    Word<LimitSubject>{LimitSubject::RoofU, "roof_u"},
    Word<LimitSubject>{LimitSubject::CeilingU, "ceiling_u"},
    Word<LimitSubject>{LimitSubject::WindowSouthU, "window_south_u"},
    Word<LimitSubject>{LimitSubject::WindowOtherU, "window_other_u"},
    Word<LimitSubject>{LimitSubject::DoorU, "door_u"},
    Word<LimitSubject>{LimitSubject::WindowToWallSouth, "window_to_wall_south"},
    Word<LimitSubject>{LimitSubject::WindowToWallNorth, "window_to_wall_north"},
    Word<LimitSubject>{LimitSubject::WindowToWallEastWest, "window_to_wall_east_west"},
    Word<LimitSubject>{LimitSubject::ShapeFactor, "shape_factor"},
};

constexpr std::array module_kinds = {
    Word<ModuleKind>{ModuleKind::Straight, "straight"},
    Word<ModuleKind>{ModuleKind::Corner, "corner"},
    Word<ModuleKind>{ModuleKind::Tee, "tee"},
    Word<ModuleKind>{ModuleKind::Jamb, "jamb"},
    Word<ModuleKind>{ModuleKind::Lintel, "lintel"},
    Word<ModuleKind>{ModuleKind::Top, "top"},
};
constexpr std::array junction_kinds = {
    Word<JunctionKind>{JunctionKind::OuterCorner, "outer_corner"},
    Word<JunctionKind>{JunctionKind::InnerCorner, "inner_corner"},
    Word<JunctionKind>{JunctionKind::StoreyFloor, "storey_floor"},
    Word<JunctionKind>{JunctionKind::Eaves, "eaves"},
    Word<JunctionKind>{JunctionKind::Plinth, "plinth"},
    Word<JunctionKind>{JunctionKind::Jamb, "jamb"},
    Word<JunctionKind>{JunctionKind::Lintel, "lintel"},
};

constexpr std::array wall_insulations = {
    Word<WallInsulation>{WallInsulation::None, "none"},
    Word<WallInsulation>{WallInsulation::Outside, "outside"},
    Word<WallInsulation>{WallInsulation::Inside, "inside"},
    Word<WallInsulation>{WallInsulation::Both, "both"},
};

constexpr std::array pv_sites = {
    Word<PvSite>{PvSite::Roof, "roof"},
    Word<PvSite>{PvSite::Yard, "yard"},
    Word<PvSite>{PvSite::Shed, "shed"},
};

constexpr std::array heater_kinds = {
    Word<HeaterKind>{HeaterKind::Stove, "stove"},
    Word<HeaterKind>{HeaterKind::Boiler, "boiler"},
    Word<HeaterKind>{HeaterKind::HeatPump, "heat_pump"},
    Word<HeaterKind>{HeaterKind::DirectElectric, "direct_electric"},
    Word<HeaterKind>{HeaterKind::StorageElectric, "storage_electric"},
};

constexpr std::array groups = {
    Word<Group>{Group::Wall, "wall"},
    Word<Group>{Group::Ceiling, "ceiling"},
    Word<Group>{Group::Floor, "floor"},
    Word<Group>{Group::Window, "window"},
    Word<Group>{Group::Door, "door"},
    Word<Group>{Group::Sealing, "sealing"},
    Word<Group>{Group::Sunspace, "sunspace"},
    Word<Group>{Group::Heating, "heating"},
    Word<Group>{Group::Pv, "pv"},
    Word<Group>{Group::SolarWater, "solar_water"},
};

constexpr std::array bases = {
    Word<Basis>{Basis::OuterWallNet, "outer_wall_net"},
    Word<Basis>{Basis::WallGrossNew, "wall_gross_new"},
    Word<Basis>{Basis::Ceiling, "ceiling"},
    Word<Basis>{Basis::HeatedFloor, "heated_floor"},
    Word<Basis>{Basis::GroundPerimeter, "ground_perimeter"},
    Word<Basis>{Basis::WindowArea, "window_area"},
    Word<Basis>{Basis::WindowCount, "window_count"},
    Word<Basis>{Basis::DoorCount, "door_count"},
    Word<Basis>{Basis::Piece, "piece"},
    Word<Basis>{Basis::SunspaceGlazing, "sunspace_glazing"},
    Word<Basis>{Basis::PvWatts, "pv_watts"},
    Word<Basis>{Basis::HeaterKilowatts, "heater_kilowatts"},
};

constexpr std::array rule_statuses = {
    Word<RuleStatus>{RuleStatus::VerifiedText, "verified_text"},
    Word<RuleStatus>{RuleStatus::VerifiedSecondary, "verified_secondary"},
    Word<RuleStatus>{RuleStatus::KnownMemory, "known_memory"},
    Word<RuleStatus>{RuleStatus::SamplePendingCounty, "sample_pending_county"},
    Word<RuleStatus>{RuleStatus::ReferenceExpired, "reference_expired"},
    Word<RuleStatus>{RuleStatus::Superseded, "superseded"},
    Word<RuleStatus>{RuleStatus::Withdrawn, "withdrawn"},
};

constexpr std::array confirmations = {
    Word<Confirmation>{Confirmation::Pending, "pending"},
    Word<Confirmation>{Confirmation::Confirmed, "confirmed"},
    Word<Confirmation>{Confirmation::Closed, "closed"},
};

constexpr std::array confidences = {
    Word<Confidence>{Confidence::Verified, "verified"},
    Word<Confidence>{Confidence::Secondary, "secondary"},
    Word<Confidence>{Confidence::Memory, "memory"},
    Word<Confidence>{Confidence::Estimate, "estimate"},
    Word<Confidence>{Confidence::Sample, "sample"},
};

}  // namespace

template <>
std::span<const Word<Hatch>> words() {
    return hatches;
}
template <>
std::span<const Word<Element>> words() {
    return elements;
}
template <>
std::span<const Word<LayerSide>> words() {
    return layer_sides;
}
template <>
std::span<const Word<Side>> words() {
    return sides;
}
template <>
std::span<const Word<LimitSubject>> words() {
    return limit_subjects;
}
template <>
std::span<const Word<ModuleKind>> words() {
    return module_kinds;
}
template <>
std::span<const Word<JunctionKind>> words() {
    return junction_kinds;
}
template <>
std::span<const Word<WallInsulation>> words() {
    return wall_insulations;
}
template <>
std::span<const Word<PvSite>> words() {
    return pv_sites;
}
template <>
std::span<const Word<HeaterKind>> words() {
    return heater_kinds;
}
template <>
std::span<const Word<Group>> words() {
    return groups;
}
template <>
std::span<const Word<Basis>> words() {
    return bases;
}
template <>
std::span<const Word<RuleStatus>> words() {
    return rule_statuses;
}
template <>
std::span<const Word<Confirmation>> words() {
    return confirmations;
}
template <>
std::span<const Word<Confidence>> words() {
    return confidences;
}

}  // namespace longju::storage
