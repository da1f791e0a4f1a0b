// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/strings.h"
#include "core/text.h"
#include "kiosk/frame.h"
#include "kiosk/services.h"
#include "storage/platform.h"
#include "storage/roster.h"

/// The search of 首页, and the county's list.
namespace longju::kiosk {
namespace {

constexpr std::size_t most_listed = 60;

/// The words of the screens for each state, in both languages: who types need not think of one.
const storage::StateWords& state_words() {
    static const storage::StateWords made = [] {
        storage::StateWords words;
        for (const Language language : {Language::Chinese, Language::English}) {
            const Strings strings = Strings::embedded_for(language);
            for (std::size_t i = 0; i < words.size(); ++i) {
                std::string key = "home.chip.listed";
                if (i == storage::state_missing) key = "home.chip.missing";
                if (i < storage::state_listed) {
                    key = "rail." + screen_key(screen_of(static_cast<visit::Step>(i)));
                }
                words.at(i) += std::string(strings(key)) + " ";
            }
        }
        return words;
    }();
    return made;
}

ListPanel panel_of(const storage::ListProposal& proposal) {
    const storage::RosterPlan& plan = proposal.plan;
    return {.name = plan.list_name,
            .columns = proposal.columns,
            .fresh = plan.count(storage::ListChange::Fresh),
            .changed = plan.count(storage::ListChange::Changed),
            .same = plan.count(storage::ListChange::Same),
            .missing = plan.missing.size(),
            .refused = plan.refused,
            .refusal = {}};
}

}  // namespace

VisitCard DiskServices::card_of_row(const storage::VisitRow& row) const {
    VisitCard card;
    card.visit_id = row.visit_id;
    card.head = row.household;
    card.place = place_of({row.division_code, row.township, row.village, {}});
    card.step = row.step;
    card.saved_at = row.saved_at;
    card.sample = row.sample;
    card.versions = row.heads;
    const auto how = handed_.find(row.visit_id);
    if (how != handed_.end()) card.handed = how->second;
    return card;
}

Result<std::vector<VisitCard>> DiskServices::find(const std::string& typed) {
    if (!index_) {
        auto index = storage::SearchIndex::load(store_->database());
        if (!index) return std::unexpected(index.error());
        index_ = std::move(*index);
    }
    auto roster = storage::Roster::open(*store_);
    if (!roster) return std::unexpected(roster.error());
    std::vector<VisitCard> cards;
    for (const storage::Found& found : index_->find(typed, most_listed, state_words())) {
        if (!found.listed) {
            const auto row = store_->row(found.id);
            if (!row) return std::unexpected(row.error());
            cards.push_back(card_of_row(*row));
            continue;
        }
        const auto household = roster->household(integer_from(found.id).value_or(0));
        if (!household) return std::unexpected(household.error());
        const storage::ListedRow& row = household->row;
        VisitCard card;
        card.listed_id = found.id;
        card.missing = household->missing;
        card.head = row.head;
        card.place = place_of({{}, row.township, row.village + row.group, {}});
        cards.push_back(std::move(card));
    }
    return cards;
}

Result<storage::ListedRow> DiskServices::listed(const std::string& listed_id) {
    auto roster = storage::Roster::open(*store_);
    if (!roster) return std::unexpected(roster.error());
    auto household = roster->household(integer_from(listed_id).value_or(0));
    if (!household) return std::unexpected(household.error());
    return std::move(household->row);
}

Result<ListPanel> DiskServices::read_list(const ListRequest& request, bool take,
                                          Progress& progress) {
    // Of the time that 100,000 rows take.
    constexpr double file_read = 0.2;
    const double planned = take ? 0.5 : 1.0;
    progress.part(0, file_read);
    auto table = storage::read_list(storage::path_from_utf8(request.file));
    if (!table) return std::unexpected(table.error());
    auto roster = storage::Roster::open(*store_);
    if (!roster) return std::unexpected(roster.error());
    auto columns = roster->columns(*table, request.chosen);
    if (!columns) return std::unexpected(columns.error());
    progress.part(file_read, planned);
    const auto proposal =
        roster->propose(std::move(*table), request.chosen, request.name, &progress);
    if (!proposal && progress.stopped()) return std::unexpected(proposal.error());
    if (!proposal) {
        // The columns are there to be chosen.
        ListPanel panel;
        panel.columns = std::move(*columns);
        panel.refusal = proposal.error().sentence();
        return panel;
    }
    if (take) {
        progress.part(planned, 1);
        if (const auto done = roster->carry_out(*proposal, &progress); !done) {
            return std::unexpected(done.error());
        }
        index_.reset();
        const std::filesystem::path file = storage::path_from_utf8(request.file);
        const auto noted =
            note(access::Action::ImportParcel, storage::utf8_path(file.filename()), "list");
        if (!noted) return std::unexpected(noted.error());
    }
    return panel_of(*proposal);
}

}  // namespace longju::kiosk
