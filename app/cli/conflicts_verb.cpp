// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "cli/acting.h"
#include "cli/own_store.h"
#include "cli/verbs.h"
#include "house/mask.h"
#include "storage/platform.h"
#include "storage/visits_merge.h"
#include "visit/codec.h"

/// `longju conflicts`: visits of which there are several versions, what differs, and decisions.
namespace longju::cli {

namespace {

std::string_view word_of_change(visit::Change change) {
    switch (change) {
        case visit::Change::OnlyMine:
            return "mine";
        case visit::Change::OnlyTheirs:
            return "theirs";
        case visit::Change::Same:
            return "same";
        case visit::Change::Joined:
            return "joined";
        case visit::Change::Differ:
            return "DIFFER";
    }
    return {};
}

std::string text_of(const std::optional<nlohmann::json>& value) {
    return value ? visit::canonical_text(*value) : "-";
}

std::string version_line(const visit::Revision& revision, std::string_view name) {
    return fmt::format("  {}: {} {} on {}\n", name, revision.saved_at, revision.actor,
                       revision.device_id.substr(0, 8));
}

std::string_view doubt_text(visit::Doubt doubt) {
    switch (doubt) {
        case visit::Doubt::None:
            return "nobody needs to be asked";
        case visit::Doubt::Differ:
            return "fields differ: a person decides";
        case visit::Doubt::Subsidy:
            return "both touched what a subsidy depends on: a person confirms";
    }
    return {};
}

/// Numbers of a person by their ends.
std::string masked(std::string_view path, const std::string& text) {
    if (path.ends_with(".phone")) return house::masked_phone(text);
    if (path.ends_with(".id_number")) return house::masked_id(text);
    if (path.ends_with(".bank_card")) return house::masked_card(text);
    return text;
}

Result<std::string> told(const visit::Fold& fold) {
    const auto merged = fold.step({});
    if (!merged) return std::unexpected(merged.error());
    const visit::Visit& visit = fold.result();
    std::string text =
        fmt::format("{} {} {}: {} versions, {}\n", visit.id, visit::record_code(visit),
                    visit.inputs.household.head, fold.versions(), doubt_text(merged->doubt));
    text += version_line(fold.version(0), "mine");
    text += version_line(fold.version(fold.theirs()), "theirs");
    for (const visit::Difference& difference : merged->differences) {
        if (difference.change == visit::Change::Same) continue;
        const auto told = [&](const auto& value) {
            return masked(difference.path, text_of(value));
        };
        text += fmt::format("  {:7}{}: {} -> {} | {}\n", word_of_change(difference.change),
                            difference.path, told(difference.parent), told(difference.mine),
                            told(difference.theirs));
    }
    return text;
}

Result<visit::Decisions> decisions_from(const std::vector<std::string>& words) {
    visit::Decisions decisions;
    for (const std::string& word : words) {
        const auto equals = word.rfind('=');
        const bool whole = equals == std::string::npos;
        const std::string side = whole ? word : word.substr(equals + 1);
        if (side != "mine" && side != "theirs") {
            return fail(
                ErrorKind::BadInput,
                fmt::format("--take {}: say mine, theirs, FIELD=mine or FIELD=theirs", word));
        }
        decisions[whole ? "" : word.substr(0, equals)] =
            side == "mine" ? visit::Side::Mine : visit::Side::Theirs;
    }
    return decisions;
}

/// The decisions hold for every step; what they leave open is refused by name.
Outcome decide(storage::VisitsStore& store, const Acting& by, const ConflictsOptions& options) {
    const auto decisions = decisions_from(options.take);
    if (!decisions) return refused(decisions.error());
    auto fold = storage::versions_of(store, options.decide, true);
    if (!fold) return refused(fold.error());
    if (fold->left() == 0) return {Outcome::Good, "there is one version, nothing to decide\n", ""};
    while (fold->left() > 0) {
        auto merged = fold->step(*decisions);
        if (!merged) return refused(merged.error());
        const auto open = std::ranges::find_if(merged->differences, [&](const auto& difference) {
            return difference.change == visit::Change::Differ &&
                   !visit::decision_for(*decisions, difference.path);
        });
        if (open != merged->differences.end()) {
            const std::string what = fmt::format(
                "{} differs and is not decided: add --take {}=mine", open->path, open->path);
            return refused(fail(ErrorKind::BadInput, what).error());
        }
        fold->take(std::move(merged->visit));
    }
    const auto saved = store.resolve(fold->result(), {by.name, fold->version(0).data_hash});
    if (!saved) return refused(saved.error());
    return {Outcome::Good, fmt::format("decided: revision {}\n", *saved), ""};
}

Outcome settle(storage::VisitsStore& store, const Acting& by) {
    const auto all = storage::settle_all(store, {by.name, ""});
    if (!all) return refused(all.error());
    return {Outcome::Good,
            fmt::format("{} visits merged, {} need a person\n", all->merged, all->need_person), ""};
}

}  // namespace

Outcome conflicts_verb(const ConflictsOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const bool decides = options.settle || !options.decide.empty();
    const auto by =
        act(*store, decides ? access::Action::DecideConflict : access::Action::SeeVisit);
    if (!by) return refused(by.error());
    if (decides) {
        Outcome done = options.settle ? settle(*store, *by) : decide(*store, *by, options);
        if (done.code != Outcome::Good) return done;
        const auto noted = note(*store, *by, access::Action::DecideConflict, options.decide, "");
        return noted ? done : refused(noted.error());
    }
    const auto ids = storage::visits_in_conflict(*store);
    if (!ids) return refused(ids.error());
    std::string text;
    for (const std::string& id : *ids) {
        const auto fold = storage::versions_of(*store, id, true);
        if (!fold) return refused(fold.error());
        const auto lines = told(*fold);
        if (!lines) return refused(lines.error());
        text += *lines;
    }
    return {Outcome::Good, ids->empty() ? "every visit has one version\n" : text, ""};
}

}  // namespace longju::cli
