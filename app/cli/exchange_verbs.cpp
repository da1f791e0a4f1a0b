// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/acting.h"
#include "cli/answered_case.h"
#include "cli/own_store.h"
#include "cli/passing_folder.h"
#include "cli/verbs.h"
#include "core/hash.h"
#include "house/mask.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "storage/search_index.h"
#include "storage/visits_merge.h"
#include "storage/visits_store.h"
#include "sync/handover.h"
#include "visit/case_file.h"

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t visit_id_digits = 32;

Outcome told(const sync::Exported& done) {
    std::string text;
    for (const fs::path& file : done.files) text += storage::utf8_path(file) + "\n";
    text += fmt::format("{} revisions, {} photos, {} bytes, check code {}\n", done.revisions,
                        done.photos, done.bytes, done.check_code);
    std::string warning;
    if (done.missing_photos > 0) {
        warning = fmt::format("{} photos that visits name are not on this computer\n",
                              done.missing_photos);
    }
    return {Outcome::Good, std::move(text), std::move(warning)};
}

sync::ExportOptions options_of(const ExportOptions& options) {
    return {.include_samples = options.include_sample, .program = "longju " + options.version};
}

/// The county's keys of this user's store, for a store that only lives while it is exported.
Result<void> seal_as_own_store(storage::VisitsStore& passing) {
    auto own = open_own_store();
    if (!own) return std::unexpected(own.error());
    const auto known = storage::Parties(own->database()).all();
    if (!known) return std::unexpected(known.error());
    storage::Parties parties(passing.database());
    for (const storage::Party& party : *known) {
        if (party.kind == storage::PartyKind::Device || !party.stands()) continue;
        if (auto kept = parties.put(party); !kept) return kept;
    }
    return {};
}

Outcome export_case(const ExportOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    const auto inputs = visit::read_case(storage::path_from_utf8(options.case_file), **reference);
    if (!inputs) return refused(inputs.error());
    const auto data = storage::data_folder();
    if (!data) return refused(data.error());
    const PassingFolder folder(*data);
    auto store = storage::VisitsStore::open(folder.path());
    if (!store) return refused(store.error());
    if (auto done = seal_as_own_store(*store); !done) return refused(done.error());
    const auto saved = store->save(visit_of(*inputs), {"longju export", (*reference)->data_hash});
    if (!saved) return refused(saved.error());
    const auto done =
        sync::export_parcel(*store, storage::path_from_utf8(options.folder), options_of(options));
    return done ? told(*done) : refused(done.error());
}

std::string report_of(const sync::Imported& done) {
    const storage::MergeReport& merged = done.merged;
    std::string text;
    if (done.salvaged) {
        text +=
            "The parcel is damaged: what follows could be read of it, and nobody's signature "
            "stands under it.\n";
    } else {
        text += fmt::format("parcel {} of {}, part {} of {}\n", done.header.package_id,
                            done.sender_zh, done.header.part, done.header.parts);
    }
    text += fmt::format(
        "{} visits; {} revisions new, {} known, {} waiting for their parents; {} "
        "visits with versions to decide between; {} photos\n",
        merged.visits, merged.fresh, merged.known, merged.waiting, merged.conflicts, done.photos);
    for (const storage::MergeGroup& group : merged.groups) {
        text += fmt::format("  {} {} · {}: {} new, {} known\n", group.township, group.village,
                            group.actor, group.fresh, group.known);
    }
    if (done.audit_cut) {
        text += "a row of the audit log that the county remembers is gone here\n";
    }
    if (merged.forks > 0) {
        text += fmt::format(
            "{} revisions carry a number that another one has: two machines write "
            "as one, ask whether a disk was copied\n",
            merged.forks);
    }
    for (const auto& [chain, seq] : done.received) {
        text += fmt::format("the county has chain {} up to {}\n", chain, seq);
    }
    return text;
}

}  // namespace

Outcome export_verb(const ExportOptions& options) {
    if (!options.case_file.empty()) return export_case(options);
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::ExportParcel);
    if (!by) return refused(by.error());
    const auto done =
        sync::export_parcel(*store, storage::path_from_utf8(options.folder), options_of(options));
    if (done) {
        const auto noted = note(*store, *by, access::Action::ExportParcel, done->check_code,
                                fmt::format("{} revisions", done->revisions));
        if (!noted) return refused(noted.error());
    }
    Outcome outcome = done ? told(*done) : refused(done.error());
    outcome.err = warning_of(*store) + outcome.err;
    return outcome;
}

Outcome import_verb(const ImportOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    if (const auto copied = store->back_up(storage::CopyReason::Import); !copied) {
        return refused(copied.error());
    }
    const auto action =
        options.salvage ? access::Action::SalvageParcel : access::Action::ImportParcel;
    const auto by = act(*store, action);
    if (!by) return refused(by.error());
    const auto done =
        sync::import_parcel(*store, storage::path_from_utf8(options.parcel),
                            store->folder() / "quarantine", {.salvage = options.salvage});
    if (!done) return refused(done.error());
    const auto settled = storage::settle_all(*store, {by->name, ""});
    if (!settled) return refused(settled.error());
    const storage::MergeReport& merged = done->merged;
    const auto noted =
        note(*store, *by, action, done->header.package_id,
             fmt::format("{} revisions new of {}", merged.fresh, merged.fresh + merged.known));
    if (!noted) return refused(noted.error());
    return {Outcome::Good, report_of(*done), warning_of(*store)};
}

Outcome case_verb(const CaseOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::ExportParcel);
    if (!by) return refused(by.error());
    const auto index = storage::SearchIndex::load(store->database());
    if (!index) return refused(index.error());
    constexpr std::size_t enough = 1000;
    auto found = index->find(options.visit_id, enough);
    std::erase_if(found, [](const storage::Found& one) { return one.listed; });
    if (found.size() > 1) {
        return refused(fail(ErrorKind::BadInput, fmt::format("several visits match \"{}\": name "
                                                             "one by its code",
                                                             options.visit_id))
                           .error());
    }
    const std::string id = found.empty() ? options.visit_id : found.front().id;
    const auto visit = store->load(id);
    if (!visit) return refused(visit.error());
    if (auto noted = note(*store, *by, access::Action::ExportParcel, id, "case"); !noted) {
        return refused(noted.error());
    }
    estimate::EstimateInputs inputs = visit->inputs;
    inputs.household = house::without_numbers(std::move(inputs.household));
    return {Outcome::Good, visit::case_text(inputs), warning_of(*store)};
}

}  // namespace longju::cli
