// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/codec.h"

#include "visit/json_reader.h"
#include "visit/json_writer.h"

namespace longju::visit {

namespace {

template <class T>
Result<T> read_case_value(const nlohmann::json& json, T value, const std::string& path) {
    JsonReader reader(Strictness::Case);
    reader.read(json, value, path);
    if (reader.error()) return std::unexpected(*reader.error());
    return value;
}

/// The field lists take a value they may write to; a copy keeps the caller's const.
template <class T>
nlohmann::json written(T value) {
    return JsonWriter::write(value);
}

}  // namespace

Result<house::House> house_from(const nlohmann::json& json, house::House base,
                                const std::string& path) {
    return read_case_value(json, std::move(base), path);
}

Result<house::Household> household_from(const nlohmann::json& json, house::Household base,
                                        const std::string& path) {
    return read_case_value(json, std::move(base), path);
}

Result<measure::Scheme> scheme_from(const nlohmann::json& json, measure::Scheme base,
                                    const std::string& path) {
    return read_case_value(json, std::move(base), path);
}

Result<estimate::Place> place_from(const nlohmann::json& json, estimate::Place base,
                                   const std::string& path) {
    return read_case_value(json, std::move(base), path);
}

Result<estimate::EstimateInputs> inputs_from(const nlohmann::json& json,
                                             estimate::EstimateInputs base,
                                             const std::string& path) {
    return read_case_value(json, std::move(base), path);
}

nlohmann::json json_of(const house::House& house) { return written(house); }
nlohmann::json json_of(const house::Household& household) { return written(household); }
nlohmann::json json_of(const measure::Scheme& scheme) { return written(scheme); }
nlohmann::json json_of(const estimate::Place& place) { return written(place); }
nlohmann::json json_of(const estimate::EstimateInputs& inputs) { return written(inputs); }

std::string canonical_text(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<nlohmann::json> parse_json(const std::string& text, int depth) {
    bool too_deep = false;
    const auto watch = [&](int level, nlohmann::json::parse_event_t, nlohmann::json&) {
        too_deep = too_deep || level > depth;
        return !too_deep;
    };
    nlohmann::json json = nlohmann::json::parse(text, watch, false);
    if (too_deep) return fail(ErrorKind::BadInput, "the JSON is nested too deeply");
    if (json.is_discarded()) return fail(ErrorKind::BadInput, "it is not JSON");
    return json;
}

}  // namespace longju::visit
