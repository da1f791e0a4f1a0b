// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "estimate/estimate.h"
#include "house/house.h"
#include "house/household.h"
#include "measure/measure.h"
#include "visit/visit.h"

/// JSON of what a visit holds. Field names are the members' names with the unit as a suffix
/// (`clear_height_mm`, `azimuth_deg`, `air_change_per_h`, `paid_fen`), enums are snake_case words
/// (`bedroom`, `gable`), dates ISO, an optional value that is empty is absent.
///
/// The readers are strict: an unknown field, a wrong type, a number out of range or an unknown word
/// is bad input whose `field` is the dotted path (`house.plan.rooms[2].width_mm`), with the nearest
/// known name. Every field may be absent; then it stays as in `base`. An array replaces `base`'s.
namespace longju::visit {

/// `path` begins the field paths of refusals.
Result<house::House> house_from(const nlohmann::json& json, house::House base = {},
                                const std::string& path = "house");
Result<house::Household> household_from(const nlohmann::json& json, house::Household base = {},
                                        const std::string& path = "household");
Result<measure::Scheme> scheme_from(const nlohmann::json& json, measure::Scheme base = {},
                                    const std::string& path = "scheme");
Result<estimate::Place> place_from(const nlohmann::json& json, estimate::Place base = {},
                                   const std::string& path = "place");
Result<estimate::EstimateInputs> inputs_from(const nlohmann::json& json,
                                             estimate::EstimateInputs base = {},
                                             const std::string& path = "");

nlohmann::json json_of(const house::House& house);
nlohmann::json json_of(const house::Household& household);
nlohmann::json json_of(const measure::Scheme& scheme);
nlohmann::json json_of(const estimate::Place& place);
nlohmann::json json_of(const estimate::EstimateInputs& inputs);

/// The text of `json` that is the same for the same content: keys sorted, no blanks, numbers
/// shortest, UTF-8 (a byte that is not UTF-8 becomes U+FFFD).
std::string canonical_text(const nlohmann::json& json);

/// Text to JSON without exceptions: at most `depth` levels, bad input otherwise.
Result<nlohmann::json> parse_json(const std::string& text, int depth = 64);

}  // namespace longju::visit
