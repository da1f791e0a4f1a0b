// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <limits>

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/own_store.h"
#include "cli/verbs.h"
#include "core/csv.h"
#include "storage/platform.h"
#include "storage/visits_store.h"
#include "visit/card_counts.h"

namespace longju::cli {

namespace {

Result<visit::CardCounts> counted(const std::string& folder) {
    auto store = open_own_store(folder);
    if (!store) return std::unexpected(store.error());
    const auto rows = store->recent(std::numeric_limits<int>::max());
    if (!rows) return std::unexpected(rows.error());
    visit::CardCounts counts;
    for (const storage::VisitRow& row : *rows) {
        const auto visit = store->load(row.visit_id);
        if (!visit) return std::unexpected(visit.error());
        counts.add(*visit);
    }
    return counts;
}

}  // namespace

Outcome cards_verb(const CardsOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    const auto counts = counted(options.folder);
    if (!counts) return refused(counts.error());
    // Spreadsheet programs take the mark at the beginning for UTF-8.
    std::string out = options.csv ? "\xEF\xBB\xBF信息卡,问题,是,不是,没问\r\n"
                                  : fmt::format("{} visits\n", counts->visits());
    for (const estimate::Card& card : (*reference)->cards) {
        if (!options.csv) out += card.title_zh + "\n";
        for (const estimate::CardItem& item : card.items) {
            const auto count = counts->of(item.id);
            const int open = counts->not_asked(item.id);
            out += options.csv ? fmt::format("{},{},{},{},{}\r\n", csv_cell(card.title_zh),
                                             csv_cell(item.ask_zh), count.yes, count.no, open)
                               : fmt::format("  是 {:>4}  不是 {:>4}  没问 {:>4}  {}\n", count.yes,
                                             count.no, open, item.ask_zh);
        }
    }
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
