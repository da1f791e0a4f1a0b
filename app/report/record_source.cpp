// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/record_source.h"

#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "climate/year.h"
#include "energy/weather.h"
#include "house/check.h"

namespace longju::report {

namespace {

/// Estimates of many visits: the year of a station and the sun on its planes are computed once.
class Estimates {
public:
    explicit Estimates(const estimate::Reference& reference) : reference_(reference) {}

    /// Nothing for a house that cannot be computed or a place without a station.
    std::optional<estimate::Estimate> of(const estimate::EstimateInputs& inputs) {
        for (const house::Problem& problem : house::check(inputs.house, reference_.library)) {
            if (problem.severity == house::Severity::Impossible) return std::nullopt;
        }
        const climate::Station* station = reference_.station_for(inputs.place);
        if (station == nullptr) return std::nullopt;
        auto& place = places_[station->id];
        if (place == nullptr) place = std::make_unique<Place>(climate::typical_year(*station));
        return estimate::estimate(inputs, reference_, place->weather);
    }

private:
    struct Place {
        explicit Place(climate::Year of) : year(std::move(of)), weather(year) {}
        climate::Year year;
        energy::Weather weather;
    };
    const estimate::Reference& reference_;
    std::map<std::string, std::unique_ptr<Place>> places_;
};

bool is_of(const storage::VisitRow& row, const Record& record) {
    return record.head_hash == row.head_hash && record.versions == row.heads;
}

bool is_in_a_table(const visit::Visit& visit) {
    return !visit.sample && (visit.procedure.day_of(visit::ProcedureStep::Building) ||
                             visit.procedure.day_of(visit::ProcedureStep::Acceptance));
}

}  // namespace

Result<std::vector<Record>> records_of(storage::VisitsStore& store, const DataOf& data,
                                       Progress* progress, std::span<const Record> before) {
    const auto rows = store.recent(std::numeric_limits<int>::max());
    if (!rows) return std::unexpected(rows.error());
    std::map<std::string_view, const Record*> known;
    for (const Record& record : before) known.emplace(record.visit_id, &record);
    std::map<const estimate::Reference*, Estimates> estimates;
    std::vector<Record> records;
    records.reserve(rows->size());
    for (const storage::VisitRow& row : *rows) {
        const auto same = known.find(row.visit_id);
        if (same != known.end() && is_of(row, *same->second)) {
            records.push_back(*same->second);
            continue;
        }
        const auto visit = store.load(row.visit_id);
        if (!visit) return std::unexpected(visit.error());
        const auto hash = store.data_hash_of(row.visit_id);
        if (!hash) return std::unexpected(hash.error());
        const estimate::Reference& reference = data(*hash);
        std::optional<estimate::Estimate> estimate;
        if (is_in_a_table(*visit)) {
            estimate = estimates.try_emplace(&reference, reference).first->second.of(visit->inputs);
        }
        records.push_back(record_of(*visit, {row.head_hash, row.lamport, row.heads},
                                    estimate ? &*estimate : nullptr, reference));
        if (auto go = reach(progress, records.size(), rows->size()); !go) {
            return std::unexpected(go.error());
        }
    }
    return records;
}

}  // namespace longju::report
