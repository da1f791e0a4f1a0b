// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/record.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/hash.h"
#include "report/record_figures.h"

namespace longju::report {

namespace {

Standing standing_of(const visit::Visit& visit) {
    if (visit.sample) return Standing::Sample;
    if (!visit.withdrawn.empty()) return Standing::Withdrawn;
    return visit.same_as.empty() ? Standing::Counts : Standing::Double;
}

std::string date_text(const std::optional<Date>& date) { return date ? iso(*date) : "-"; }

}  // namespace

Record record_of(const visit::Visit& visit, const Head& head, const estimate::Estimate* estimate,
                 const estimate::Reference& reference) {
    Record record{.visit_id = visit.id,
                  .head_hash = head.hash,
                  .lamport = head.lamport,
                  .versions = head.versions,
                  .code = visit::record_code(visit),
                  .county_code = visit.inputs.place.division_code,
                  .township = visit.inputs.place.township,
                  .village = visit.inputs.place.village,
                  .standing = standing_of(visit),
                  .started = visit.procedure.day_of(visit::ProcedureStep::Building),
                  .accepted = visit.procedure.day_of(visit::ProcedureStep::Acceptance)};
    record.figures = figures_of(visit, estimate, reference);
    return record;
}

std::string record_set_hash(std::span<const Record> records) {
    std::set<std::string> lines;
    for (const Record& record : records) {
        if (record.standing == Standing::Sample) continue;
        lines.insert(record.visit_id + " " + record.head_hash + "\n");
    }
    std::string text;
    for (const std::string& line : lines) text += line;
    return sha256_hex(text);
}

std::string content_hash(const Record& record) {
    std::string text = fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", record.visit_id, record.head_hash, record.lamport,
        record.versions, record.county_code, record.township, static_cast<int>(record.standing),
        date_text(record.started), date_text(record.accepted));
    for (const auto& figure : record.figures) {
        text += figure ? fmt::format("{}\n", *figure) : std::string("-\n");
    }
    return sha256_hex(text);
}

}  // namespace longju::report
