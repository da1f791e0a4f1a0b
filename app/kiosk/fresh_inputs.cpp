// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <iterator>

#include "kiosk/reduce.h"

/// What a new visit begins with.
namespace longju::kiosk {
namespace {

template <class Rows>
std::string preferred(const Rows& rows, std::string_view id) {
    const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
    if (found != rows.end()) return found->id;
    return rows.empty() ? std::string() : rows.front().id;
}

std::string preferred_assembly(const house::Library& library, house::Element element,
                               std::string_view id) {
    std::vector<house::Assembly> fitting;
    std::ranges::copy_if(library.assemblies, std::back_inserter(fitting),
                         [element](const house::Assembly& a) { return a.element == element; });
    return preferred(fitting, id);
}

}  // namespace

house::House fresh_survey(const estimate::Reference& reference) {
    const house::Library& library = reference.library;
    house::Survey survey;
    survey.wall_id = preferred_assembly(library, house::Element::Wall, "brick_370");
    survey.ceiling_id = preferred_assembly(library, house::Element::Ceiling, "ceiling_sawdust_100");
    survey.floor_id = preferred_assembly(library, house::Element::Floor, "floor_concrete");
    survey.window_id = preferred(library.windows, "pvc_double");
    survey.door_id = preferred(library.doors, "door_timber");
    house::House house;
    house.heater_id = preferred(reference.energy.heaters, "coal_boiler_old");
    house = house::with_survey(std::move(house), survey, library);
    for (const char* field :
         {"house.survey.length_mm", "house.survey.width_mm", "house.built_year",
          "house.survey.wall_id", "house.survey.ceiling_id", "house.survey.floor_id",
          "house.survey.window_id", "house.survey.door_id", "house.heater_id"}) {
        house.origins[field] = house::Origin::Estimated;
    }
    return house;
}

Inputs fresh_inputs(HouseSource source, const estimate::Reference& reference,
                    const std::string& today) {
    Inputs inputs;
    if (source == HouseSource::Design && !reference.designs.empty()) {
        inputs = estimate::inputs_for_design(reference.designs.front(), reference);
    } else {
        inputs.house = fresh_survey(reference);
    }
    if (const auto date = date_from(today)) inputs.date = *date;
    return inputs;
}

void put_listed(visit::Visit& visit, const storage::ListedRow& listed) {
    house::Household& household = visit.inputs.household;
    household.head = listed.head;
    household.phone = listed.phone;
    household.id_number = listed.id_number;
    household.members = listed.members;
    household.category = listed.category;
    if (!listed.township.empty()) visit.inputs.place.township = listed.township;
    visit.inputs.place.village = listed.village;
    // What has no field of its own.
    for (const std::string* part : {&listed.group, &listed.grade, &listed.note}) {
        if (part->empty()) continue;
        if (!visit.notes.empty()) visit.notes += "；";
        visit.notes += part == &listed.grade ? "危房等级 " + *part : *part;
    }
}

}  // namespace longju::kiosk
