// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/case_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "visit/codec.h"
#include "visit/nearest.h"

namespace longju::visit {

namespace {

using nlohmann::json;

/// The problem of one field, before its line is known.
std::unexpected<Error> at_field(std::string field, std::string what) {
    return fail_at("", 0, std::move(field), std::move(what));
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& items) {
    std::vector<std::string> ids;
    for (const T& item : items) ids.push_back(item.id);
    return ids;
}

std::unexpected<Error> unknown_id(std::string field, const char* kind, const std::string& id,
                                  const std::vector<std::string>& known) {
    return at_field(std::move(field),
                    fmt::format("there is no {} \"{}\"{}", kind, id, did_you_mean(id, known)));
}

/// The house that `[house]` starts from: a design, or a plain one.
Result<house::House> base_house(json& tree, const estimate::Reference& reference) {
    const auto design_id = tree.find("design");
    if (design_id == tree.end()) return house::House{};
    if (!design_id->is_string()) return at_field("house.design", "is not a text in quotes");
    const auto id = design_id->get<std::string>();
    const house::Design* design = reference.find_design(id);
    if (design == nullptr) {
        return unknown_id("house.design", "design", id, ids_of(reference.designs));
    }
    tree.erase("design");
    house::House house = design->house;
    house.design_id = design->id;
    return house;
}

Result<house::House> house_of_case(json tree, const estimate::Reference& reference) {
    if (!tree.is_object()) return at_field("house", "is not a table of fields");
    auto base = base_house(tree, reference);
    if (!base) return base;
    const bool has_plan = tree.contains("plan");
    auto house = house_from(tree, *base);
    if (!house || !tree.contains("survey") || has_plan) return house;
    // The survey draws plan and constructions; what the case says beside it still rules.
    return house_from(tree, with_survey(*house, *house->survey, reference.library));
}

Result<void> check_ids(const estimate::EstimateInputs& inputs,
                       const estimate::Reference& reference) {
    const estimate::Place& place = inputs.place;
    if (!place.division_code.empty() && reference.find_division(place.division_code) == nullptr) {
        return at_field("place.division_code",
                        fmt::format("there is no division \"{}\"", place.division_code));
    }
    if (!place.station_id.empty() && reference.find_station(place.station_id) == nullptr) {
        return unknown_id("place.station_id", "station", place.station_id,
                          ids_of(reference.stations));
    }
    const std::string& heater = inputs.house.heater_id;
    if (!heater.empty() && reference.energy.find_heater(heater) == nullptr) {
        return unknown_id("house.heater_id", "heater", heater, ids_of(reference.energy.heaters));
    }
    for (std::size_t i = 0; i < inputs.household.bought.size(); ++i) {
        const std::string& fuel = inputs.household.bought[i].fuel_id;
        if (reference.energy.find_fuel(fuel) != nullptr) continue;
        return unknown_id(fmt::format("household.bought[{}].fuel_id", i), "fuel", fuel,
                          ids_of(reference.energy.fuels));
    }
    return {};
}

Result<void> check_valley(const std::optional<estimate::ValleyPrice>& valley) {
    if (!valley || valley->from_h != valley->to_h) return {};
    return at_field("valley.to_h", "must not be the hour that valley.from_h says");
}

Result<void> check_prices(const std::vector<cost::LocalPrice>& prices,
                          const estimate::Reference& reference) {
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const cost::LocalPrice& price = prices[i];
        const std::string field = fmt::format("prices[{}].", i);
        if (reference.prices.find(price.id) == nullptr &&
            reference.energy.find_fuel(price.id) == nullptr) {
            return unknown_id(field + "id", "price", price.id, ids_of(reference.prices.prices));
        }
        const Range<Money>& range = price.per_unit;
        if (range.low > range.typical || range.typical > range.high) {
            return at_field(field + "typical_fen", "low, typical and high are not in order");
        }
        if (std::ranges::find(prices, price.id, &cost::LocalPrice::id) - prices.begin() !=
            static_cast<std::ptrdiff_t>(i)) {
            return at_field(field + "id", "is there twice; keep one price");
        }
    }
    return {};
}

Result<void> check_choices(const measure::Scheme& scheme, const measure::MeasureList& list) {
    for (std::size_t i = 0; i < scheme.choices.size(); ++i) {
        const measure::Choice& choice = scheme.choices[i];
        const std::string field = fmt::format("scheme.choices[{}].", i);
        const measure::Measure* found = list.find(choice.measure_id);
        if (found == nullptr) {
            return unknown_id(field + "measure_id", "measure", choice.measure_id,
                              ids_of(list.measures));
        }
        if (list.find(choice) == nullptr) {
            return unknown_id(field + "option_id", "option", choice.option_id,
                              ids_of(found->options));
        }
        if (scheme.find(choice.measure_id) != &choice) {
            return at_field(field + "measure_id", "is chosen twice; keep one option of a measure");
        }
    }
    return {};
}

Result<estimate::EstimateInputs> inputs_of_case(json tree, const estimate::Reference& reference) {
    json house_tree = json::object();
    if (const auto house = tree.find("house"); house != tree.end()) {
        house_tree = std::move(*house);
        tree.erase("house");
    }
    auto inputs = inputs_from(tree);
    if (!inputs) return inputs;
    auto house = house_of_case(std::move(house_tree), reference);
    if (!house) return std::unexpected(house.error());
    inputs->house = std::move(*house);
    if (auto ids = check_ids(*inputs, reference); !ids) return std::unexpected(ids.error());
    if (auto valley = check_valley(inputs->valley); !valley) {
        return std::unexpected(valley.error());
    }
    if (auto prices = check_prices(inputs->prices, reference); !prices) {
        return std::unexpected(prices.error());
    }
    if (auto choices = check_choices(inputs->scheme, reference.measures); !choices) {
        return std::unexpected(choices.error());
    }
    return inputs;
}

Result<Case> parse_located(const std::string& toml, const std::string& file,
                           const estimate::Reference& reference) {
    auto text = parse_toml(toml, file);
    if (!text) return std::unexpected(text.error());
    auto inputs = inputs_of_case(text->tree, reference);
    if (!inputs) {
        Error error = inputs.error();
        error.file = file;
        error.line = text->line_of(error.field);
        return std::unexpected(std::move(error));
    }
    return Case{std::move(*inputs), file, std::move(*text)};
}

Result<std::string> text_of(const std::filesystem::path& file, const std::string& name) {
    constexpr std::uintmax_t most_bytes = 4 << 20;  // A case is a few kilobytes.
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        Error missing{.kind = ErrorKind::NotFound, .what = "there is no such file", .file = name};
        return std::unexpected(std::move(missing));
    }
    if (std::filesystem::file_size(file, error) > most_bytes) {
        return fail_at(name, 0, "", "is too large for a case");
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (stream.bad() || !stream.is_open()) {
        Error unread{.kind = ErrorKind::Io, .what = "cannot be read", .file = name};
        return std::unexpected(std::move(unread));
    }
    return text;
}

std::string utf8_name(const std::filesystem::path& file) {
    const std::u8string name = file.u8string();
    return {name.begin(), name.end()};
}

}  // namespace

Error Case::refusal(const std::string& field, std::string what) const {
    return fail_at(file, text.line_of(field), field, std::move(what)).error();
}

Result<Case> open_case(const std::filesystem::path& file, const estimate::Reference& reference) {
    const std::string name = utf8_name(file);
    const auto text = text_of(file, name);
    if (!text) return std::unexpected(text.error());
    return parse_located(*text, name, reference);
}

Result<estimate::EstimateInputs> read_case(const std::filesystem::path& file,
                                           const estimate::Reference& reference) {
    auto located = open_case(file, reference);
    if (!located) return std::unexpected(located.error());
    return std::move(located->inputs);
}

Result<estimate::EstimateInputs> parse_case(const std::string& toml, const std::string& file,
                                            const estimate::Reference& reference) {
    auto located = parse_located(toml, file, reference);
    if (!located) return std::unexpected(located.error());
    return std::move(located->inputs);
}

std::string case_text(const estimate::EstimateInputs& inputs) {
    std::map<std::string, std::string> comments;
    if (inputs.house.survey) {
        comments["house.survey"] =
            "What the plan was drawn from. To draw it anew, remove [house.plan] and the "
            "constructions.";
    }
    return "# A Longju case: the inputs of one estimate.\n" + toml_text(json_of(inputs), comments);
}

}  // namespace longju::visit
