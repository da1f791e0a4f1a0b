// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/conflict_words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text.h"
#include "house/mask.h"
#include "kiosk/edits.h"
#include "kiosk/frame.h"
#include "storage/private_values.h"
#include "visit/words.h"

namespace longju::kiosk {
namespace {

/// What a path that begins so is called. The longer ones of one beginning come first.
struct Name {
    std::string_view path, key;
};
constexpr std::array names{
    Name{"alternatives", "conflict.alternatives"},
    Name{"consent", "sheets.paper.f"},
    Name{"different_from", "conflict.different_from"},
    Name{"inputs.date", "conflict.date"},
    Name{"inputs.house.air_change_per_h", "survey.tight"},
    Name{"inputs.house.appraisal", "survey.grade"},
    Name{"inputs.house.azimuth_deg", "design.azimuth"},
    Name{"inputs.house.built_year", "survey.year"},
    Name{"inputs.house.ceiling", "loss.ceiling"},
    Name{"inputs.house.clear_height_mm", "design.height"},
    Name{"inputs.house.design_id", "conflict.design"},
    Name{"inputs.house.edge_insulation", "conflict.edge"},
    Name{"inputs.house.edge_insulation_depth_mm", "conflict.edge"},
    Name{"inputs.house.floor", "loss.floor"},
    Name{"inputs.house.floor_level_mm", "conflict.floor_level"},
    Name{"inputs.house.habit", "conflict.habit"},
    Name{"inputs.house.heater_id", "survey.heating"},
    Name{"inputs.house.only_dwelling", "survey.only_dwelling"},
    Name{"inputs.house.origins", "conflict.origins"},
    Name{"inputs.house.plan", "conflict.plan"},
    Name{"inputs.house.porch", "survey.porch"},
    Name{"inputs.house.pv", "fact_value.pv_household"},
    Name{"inputs.house.roof", "conflict.roof"},
    Name{"inputs.house.solar_water", "fact_value.solar_water"},
    Name{"inputs.house.storeys", "fact.house.storeys"},
    Name{"inputs.house.style_id", "design.style"},
    Name{"inputs.house.sunspace", "fact_value.sunspace"},
    Name{"inputs.house.survey.back_rooms", "survey.back_rooms"},
    Name{"inputs.house.survey.bays", "survey.bays"},
    Name{"inputs.house.survey.ceiling_id", "survey.ceiling"},
    Name{"inputs.house.survey.door_id", "survey.door"},
    Name{"inputs.house.survey.floor_id", "survey.floor"},
    Name{"inputs.house.survey.length_mm", "survey.length"},
    Name{"inputs.house.survey.north_window_width_mm", "survey.window_north"},
    Name{"inputs.house.survey.north_windows", "survey.north_windows"},
    Name{"inputs.house.survey.porch", "survey.porch"},
    Name{"inputs.house.survey.south_window_width_mm", "survey.window_south"},
    Name{"inputs.house.survey.south_windows", "survey.south_windows"},
    Name{"inputs.house.survey.wall_id", "survey.wall"},
    Name{"inputs.house.survey.width_mm", "survey.width"},
    Name{"inputs.house.survey.window_height_mm", "survey.window_height"},
    Name{"inputs.house.survey.window_id", "survey.windows"},
    Name{"inputs.house.wall", "loss.walls"},
    Name{"inputs.house", "conflict.shape"},
    Name{"inputs.household.bank_card", "conflict.bank_card"},
    Name{"inputs.household.bought", "household.bought"},
    Name{"inputs.household.category", "household.category"},
    Name{"inputs.household.had_housing_support", "household.had_support"},
    Name{"inputs.household.head", "household.head"},
    Name{"inputs.household.id_number", "conflict.id_number"},
    Name{"inputs.household.members", "household.members"},
    Name{"inputs.household.phone", "household.phone"},
    Name{"inputs.household.removes_coal_stove", "household.removes_stove"},
    Name{"inputs.place.division_code", "conflict.county"},
    Name{"inputs.place.station_id", "conflict.station"},
    Name{"inputs.place.township", "place.township"},
    Name{"inputs.place.village", "place.village"},
    Name{"inputs.place", "conflict.place"},
    Name{"inputs.prices", "prices.title"},
    Name{"inputs.scheme", "conflict.scheme"},
    Name{"inputs.user_electricity_price_fen", "conflict.electricity"},
    Name{"inputs.valley", "valley.price"},
    Name{"inputs.village.has_briquette_supply", "fact.village.has_briquette_supply"},
    Name{"inputs.village.whole_village_program", "fact.village.whole_village_program"},
    Name{"notes", "conflict.notes"},
    Name{"procedure.photos", "conflict.photo"},
    Name{"procedure.posting", "conflict.posting"},
    Name{"same_as", "conflict.same_as"},
    Name{"withdrawn", "conflict.withdrawn"},
};

/// What the last part of a path is called.
constexpr std::array parts{
    Name{"amount", "household.bought.amount"},
    Name{"by", "conflict.by"},
    Name{"caption", "conflict.caption"},
    Name{"date", "conflict.day"},
    Name{"day_from_h", "valley.from"},
    Name{"day_set_point_c", "conflict.day_set_point"},
    Name{"day_to_h", "valley.to"},
    Name{"from_h", "valley.from"},
    Name{"heated_share", "conflict.heated_share"},
    Name{"high_fen", "prices.high"},
    Name{"low_fen", "prices.low"},
    Name{"modules", "conflict.modules"},
    Name{"name", "conflict.file"},
    Name{"night_set_point_c", "conflict.night_set_point"},
    Name{"on", "conflict.day"},
    Name{"on_sheet", "conflict.on_sheet"},
    Name{"paid_fen", "household.bought.paid"},
    Name{"per_kwh_fen", "valley.price"},
    Name{"pitch_deg", "design.pitch"},
    Name{"source", "prices.source"},
    Name{"tilt_deg", "conflict.tilt"},
    Name{"to_h", "valley.to"},
    Name{"typical_fen", "prices.typical"},
};

std::string_view last_of(std::string_view path) { return path.substr(path.find_last_of('.') + 1); }

/// What stands in brackets: `raw_coal` of `inputs.household.bought[raw_coal].amount`.
std::string_view item_of(std::string_view path) {
    const auto open = path.find('[');
    if (open == std::string_view::npos) return {};
    return path.substr(open + 1, path.find(']') - open - 1);
}

template <class Row>
const Row* row_with(const std::vector<Row>& rows, std::string_view id) {
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

/// The name of a catalog row of any table; the id itself when there is none.
std::string name_of_id(const AppState& state, std::string_view id) {
    const estimate::Reference& all = *state.reference;
    std::string name(id);
    const auto look = [&](const auto& rows) {
        const auto* const row = row_with(rows, id);
        if (row != nullptr) name = name_in(state, *row);
        return row != nullptr;
    };
    const house::Library& library = all.library;
    (void)(look(library.assemblies) || look(library.windows) || look(library.doors) ||
           look(library.materials) || look(library.styles) || look(all.energy.fuels) ||
           look(all.energy.heaters) || look(all.prices.prices) || look(all.designs) ||
           look(all.measures.measures) || look(all.stations));
    return name;
}

std::string option_name(const AppState& state, std::string_view measure, std::string_view option) {
    const auto* const found = row_with(state.reference->measures.measures, measure);
    const auto* const chosen = found == nullptr ? nullptr : row_with(found->options, option);
    return chosen == nullptr ? std::string(option) : name_in(state, *chosen);
}

std::string question_of(const AppState& state, std::string_view id) {
    for (const estimate::Card& card : state.reference->cards) {
        const auto* const item = row_with(card.items, id);
        if (item != nullptr) return chinese(state) ? item->ask_zh : item->ask_en;
    }
    return std::string(id);
}

/// Words of a key that is made of a beginning and a word of the data; the word where there is none.
std::string word_or(const Ui& ui, const std::string& begin, std::string_view word) {
    const std::string key = begin + std::string(word);
    return std::string(ui.words().all().contains(key) ? ui.word(key) : word);
}

std::string category_text(const Ui& ui, std::string_view word) {
    const auto category = visit::value_of<house::HouseholdCategory>(word);
    constexpr std::array<std::string_view, 7> keys{
        "household.category.ordinary",      "household.category.monitored",
        "household.category.dibao",         "household.category.tekun",
        "household.category.marginal",      "household.category.hardship",
        "household.category.out_of_poverty"};
    return std::string(category ? ui.word(keys.at(static_cast<std::size_t>(*category))) : word);
}

std::string text_of(const Ui& ui, const AppState& state, const ConflictField& field,
                    const std::string& text) {
    const std::string_view last = last_of(field.path);
    if (text.empty()) return std::string(ui.word("conflict.nothing"));
    if (storage::is_reference(text)) return std::string(ui.word("conflict.kept"));
    if (last == "phone") return house::masked_phone(text);
    if (last == "id_number") return house::masked_id(text);
    if (last == "bank_card") return house::masked_card(text);
    if (last == "category") return category_text(ui, text);
    if (last == "division_code") {
        const auto* const division = state.reference->find_division(text);
        return division == nullptr ? text : division->name_zh;
    }
    if (last == "option_id") return option_name(state, item_of(field.path), text);
    if (last == "paper") return word_or(ui, "evidence.", text);
    if (last.ends_with("_id")) return name_of_id(state, text);
    return text;
}

std::string number_text(const Ui& ui, const AppState& state, const ConflictField& field,
                        double number) {
    const std::string_view last = last_of(field.path);
    const auto with = [&](double value, std::string_view unit_key) {
        const std::string_view gap =
            unit_key == "unit.degree" || unit_key == "unit.percent" ? "" : " ";
        return fmt::format("{}{}{}", exact(value), gap, ui.word(unit_key));
    };
    if (last == "amount") {
        const auto* const fuel = row_with(state.reference->energy.fuels, item_of(field.path));
        if (fuel == nullptr) return exact(number);
        return fmt::format("{} {}", exact(number), chinese(state) ? fuel->unit_zh : fuel->unit_en);
    }
    constexpr double mm_per_m = 1000;
    constexpr double fen_per_yuan = 100;
    if (last.ends_with("_mm")) return with(number / mm_per_m, "unit.m");
    if (last.ends_with("_fen")) return with(number / fen_per_yuan, "unit.yuan");
    if (last.ends_with("_deg")) return with(number, "unit.degree");
    if (last.ends_with("_c")) return fmt::format("{} ℃", exact(number));
    if (last.ends_with("_share")) return with(number * 100, "unit.percent");
    return exact(number);
}

}  // namespace

std::string row_title(const Ui& ui, const AppState& state, const ConflictRow& row) {
    const std::string_view key = row.key;
    const std::string_view item = item_of(key);
    if (key.starts_with("inputs.household.bought[")) {
        return ui.words()("conflict.bought", {name_of_id(state, item)});
    }
    if (key.starts_with("inputs.scheme.choices[")) return name_of_id(state, item);
    if (key.starts_with("inputs.prices[")) {
        return ui.words()("edit.price", {name_of_id(state, item)});
    }
    constexpr std::string_view answers = "inputs.answers.";
    if (key.starts_with(answers)) return question_of(state, key.substr(answers.size()));
    if (key.starts_with("procedure.reached.")) return word_or(ui, "procedure.", last_of(key));
    if (key.starts_with("procedure.papers.")) return word_or(ui, "evidence.", last_of(key));
    if (key.starts_with("procedure.filed.")) return word_or(ui, "archive.", last_of(key));
    const auto* const name =
        std::ranges::find_if(names, [&](const Name& each) { return is_part_of(key, each.path); });
    return std::string(name == names.end() ? key : ui.word(name->key));
}

std::string field_label(const Ui& ui, const ConflictRow& row, const ConflictField& field) {
    if (field.path == row.key) return {};
    const std::string_view last = last_of(field.path);
    const auto* const part =
        std::ranges::find_if(parts, [&](const Name& each) { return each.path == last; });
    if (row.key != "inputs.house" && part != parts.end()) return std::string(ui.word(part->key));
    const auto* const name = std::ranges::find_if(
        names, [&](const Name& each) { return is_part_of(field.path, each.path); });
    if (name == names.end() || row.key == name->path) return {};
    std::string label(ui.word(name->key));
    if (part != parts.end()) label += fmt::format(" · {}", ui.word(part->key));
    return label;
}

std::string value_text(const Ui& ui, const AppState& state, const ConflictField& field,
                       const ConflictValue& value) {
    switch (value.kind) {
        case ConflictValue::Kind::Unknown:
            return {};
        case ConflictValue::Kind::Nothing:
            break;
        case ConflictValue::Kind::Text:
            return text_of(ui, state, field, value.text);
        case ConflictValue::Kind::Number:
            return number_text(ui, state, field, value.number);
        case ConflictValue::Kind::Flag:
            return std::string(ui.word(value.flag ? "fact_value.true" : "fact_value.false"));
        case ConflictValue::Kind::Items: {
            const bool rooms = field.path == "inputs.house.plan";
            return ui.words()(rooms ? "conflict.rooms" : "conflict.items", {exact(value.number)});
        }
    }
    return std::string(ui.word("conflict.nothing"));
}

}  // namespace longju::kiosk
