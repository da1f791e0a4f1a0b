// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/conflict.h"

#include <algorithm>
#include <array>
#include <set>

#include "visit/versions.h"

namespace longju::kiosk {
namespace {

using visit::Change;
using visit::Difference;
using visit::Side;

/// Parts of the house that stand alone; the rest is its shape and is decided as one: a plan of one
/// side with the survey of the other is no house.
constexpr std::array<std::string_view, 8> own_parts{
    "inputs.house.built_year", "inputs.house.air_change_per_h",
    "inputs.house.heater_id",  "inputs.house.habit",
    "inputs.house.pv",         "inputs.house.solar_water",
    "inputs.house.appraisal",  "inputs.house.only_dwelling"};
constexpr std::array<std::string_view, 4> wholes{"inputs.place", "inputs.valley", "consent",
                                                 "procedure.posting"};

}  // namespace

bool is_part_of(std::string_view path, std::string_view with) {
    return path.starts_with(with) &&
           (path.size() == with.size() || path[with.size()] == '.' || path[with.size()] == '[');
}

namespace {

std::string key_of(const std::string& path) {
    for (const std::string_view part : own_parts) {
        if (is_part_of(path, part)) return std::string(part);
    }
    if (is_part_of(path, "inputs.house")) return "inputs.house";
    for (const std::string_view whole : wholes) {
        if (is_part_of(path, whole)) return std::string(whole);
    }
    const auto item = path.find(']');
    return item == std::string::npos ? path : path.substr(0, item + 1);
}

/// What names an item or is not for people.
bool is_name(std::string_view field) {
    constexpr std::array<std::string_view, 5> names{"id", "fuel_id", "measure_id", "sha256",
                                                    "bytes"};
    return std::ranges::find(names, field) != names.end();
}

template <class Json>
ConflictValue value_of(const Json* json) {
    using Kind = ConflictValue::Kind;
    ConflictValue value;
    if (json == nullptr) return value;
    if (json->is_string()) {
        value.kind = Kind::Text;
        value.text = json->template get<std::string>();
    } else if (json->is_boolean()) {
        value.kind = Kind::Flag;
        value.flag = json->template get<bool>();
    } else if (json->is_number()) {
        value.kind = Kind::Number;
        value.number = json->template get<double>();
    } else {
        value.kind = Kind::Items;
        value.number = static_cast<double>(json->size());
    }
    return value;
}

template <class Json>
const Json* inside(const std::optional<Json>& value, const std::string& field) {
    if (!value || !value->is_object()) return nullptr;
    const auto found = value->find(field);
    return found == value->end() ? nullptr : &*found;
}

/// A part that was added or removed is shown by its values.
std::vector<ConflictField> fields_of(const Difference& difference) {
    std::set<std::string> parts;
    for (const auto* value : {&difference.parent, &difference.mine, &difference.theirs}) {
        if (!*value || !(*value)->is_object()) continue;
        for (const auto& [part, inner] : (*value)->items()) {
            if (!is_name(part)) parts.insert(part);
        }
    }
    const auto whole = [](const auto& value) { return value_of(value ? &*value : nullptr); };
    if (parts.empty()) {
        return {{difference.path, whole(difference.parent), whole(difference.mine),
                 whole(difference.theirs)}};
    }
    std::vector<ConflictField> fields;
    for (const std::string& part : parts) {
        ConflictField field{difference.path + "." + part, value_of(inside(difference.parent, part)),
                            value_of(inside(difference.mine, part)),
                            value_of(inside(difference.theirs, part))};
        const bool told = field.mine != field.theirs || field.mine != field.parent;
        if (told) fields.push_back(std::move(field));
    }
    return fields;
}

/// What nobody needs to see: where both agree, where the technician stopped, the order of lists.
bool is_shown(const Difference& difference) {
    return difference.change != Change::Same && difference.change != Change::Joined &&
           difference.path != "step" && !difference.path.ends_with(".order");
}

/// Parts with too many fields to read: told as one, by how many things they hold.
std::string_view summed_part(std::string_view path) {
    for (const std::string_view part : {"inputs.house.plan", "inputs.house.origins"}) {
        if (is_part_of(path, part)) return part;
    }
    return {};
}

ConflictValue sum_of(std::string_view part, const visit::Visit& visit) {
    const house::House& house = visit.inputs.house;
    const std::size_t count =
        part == "inputs.house.plan" ? house.plan.rooms.size() : house.origins.size();
    return {ConflictValue::Kind::Items, {}, static_cast<double>(count), false};
}

/// Rows begin with the side that alone changed them; with two sides in one row nobody is sure.
class Rows {
public:
    Rows(const visit::Visit& mine, const visit::Visit& theirs) : mine_(mine), theirs_(theirs) {}

    void add(const Difference& difference) {
        const std::string key = key_of(difference.path);
        auto row = std::ranges::find(rows_, key, &ConflictRow::key);
        const bool fresh = row == rows_.end();
        if (fresh) row = rows_.insert(row, {.key = key, .fields = {}, .side = {}});
        std::optional<Side> side;
        if (difference.change == Change::OnlyMine) side = Side::Mine;
        if (difference.change == Change::OnlyTheirs) side = Side::Theirs;
        row->side = fresh || row->side == side ? side : std::nullopt;
        const std::string part(summed_part(difference.path));
        if (part.empty()) {
            std::ranges::move(fields_of(difference), std::back_inserter(row->fields));
        } else {
            add_sum(*row, part, difference.change);
        }
    }
    std::vector<ConflictRow> take() { return std::move(rows_); }

private:
    /// Nobody changed what one side has as before.
    void add_sum(ConflictRow& row, const std::string& part, Change change) {
        const auto found = std::ranges::find(row.fields, part, &ConflictField::path);
        ConflictField sum{part, {}, sum_of(part, mine_), sum_of(part, theirs_)};
        sum.parent.kind = ConflictValue::Kind::Unknown;
        if (change == Change::OnlyMine) sum.parent = sum.theirs;
        if (change == Change::OnlyTheirs) sum.parent = sum.mine;
        if (found == row.fields.end()) {
            row.fields.push_back(sum);
        } else if (found->parent != sum.parent) {
            found->parent.kind = ConflictValue::Kind::Unknown;
        }
    }

    const visit::Visit& mine_;
    const visit::Visit& theirs_;
    std::vector<ConflictRow> rows_;
};

ConflictVersion version_of(const visit::Revision& revision, std::string_view device_id) {
    return {revision.device_id.starts_with(device_id), revision.actor, revision.saved_at};
}

}  // namespace

bool ConflictPanel::decided() const {
    return std::ranges::all_of(rows, [](const ConflictRow& row) { return row.side.has_value(); });
}

visit::Decisions ConflictPanel::decisions() const {
    visit::Decisions all;
    for (const ConflictRow& row : rows) {
        if (row.side) all[row.key] = *row.side;
    }
    return all;
}

Result<ConflictPanel> conflict_panel(const visit::Fold& fold, std::string_view device_id) {
    const auto merged = fold.step({});
    if (!merged) return std::unexpected(merged.error());
    ConflictPanel panel;
    panel.visit_id = fold.result().id;
    panel.head = fold.result().inputs.household.head;
    panel.mine = version_of(fold.version(0), device_id);
    panel.theirs = version_of(fold.version(fold.theirs()), device_id);
    panel.only_subsidy = merged->doubt == visit::Doubt::Subsidy;
    panel.left = fold.left();
    for (std::size_t i = 0; i < fold.versions(); ++i) {
        panel.versions.push_back(fold.version(i).hash);
    }
    const auto theirs = visit::visit_from(fold.version(fold.theirs()).body);
    if (!theirs) return std::unexpected(theirs.error());
    Rows rows(fold.result(), *theirs);
    for (const Difference& difference : merged->differences) {
        if (is_shown(difference)) rows.add(difference);
    }
    panel.rows = rows.take();
    return panel;
}

}  // namespace longju::kiosk
