// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/effects.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"
#include "storage/platform.h"

namespace longju::kiosk {
namespace {

/// Whether the services leave everything as it was when such work is asked to stop.
struct MayStop {
    bool operator()(const TryList&) const { return true; }
    bool operator()(const WorkAtDesk& effect) const {
        return effect.work.kind == DeskWork::Kind::Write ||
               effect.work.kind == DeskWork::Kind::Take;
    }
    bool operator()(const RestoreBackup&) const { return true; }
    bool operator()(const ReadReport&) const { return true; }
    bool operator()(const WriteReport&) const { return true; }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }
};

struct Runner {
    Services& services;
    Progress& progress;

    std::vector<Action> operator()(const ListVisits&) const {
        auto visits = services.list();
        if (!visits) return {Failed{visits.error(), false}};
        return {VisitsListed{std::move(*visits)}};
    }
    std::vector<Action> operator()(const LoadVisit& effect) const {
        auto loaded = services.load(effect.visit_id);
        if (!loaded) return {Failed{loaded.error(), false}};
        return {std::move(*loaded)};
    }
    std::vector<Action> operator()(const LoadConflict& effect) const {
        auto panel = services.conflict(effect.visit_id);
        if (!panel) return {Failed{panel.error(), false}};
        if (!*panel) return (*this)(LoadVisit{effect.visit_id});
        return {ConflictShown{std::move(**panel)}};
    }
    std::vector<Action> operator()(const DecideConflict& effect) const {
        auto next = services.decide(effect.panel);
        if (!next) return {Failed{next.error(), false}};
        if (*next) return {ConflictShown{std::move(**next)}};
        return {ConflictDecided{effect.panel.visit_id}};
    }
    std::vector<Action> operator()(const FindDoubles&) const {
        auto doubles = services.doubles();
        if (!doubles) return {Failed{doubles.error(), false}};
        return {DoublesFound{std::move(*doubles)}};
    }
    std::vector<Action> operator()(const KeepDouble& effect) const {
        const auto kept = services.decide(effect.decision);
        if (!kept) return {Failed{kept.error(), false}};
        return (*this)(FindDoubles{});
    }
    std::vector<Action> operator()(const SaveVisit& effect) const {
        auto saved = services.save(effect.visit);
        if (!saved) return {Failed{saved.error(), true}};
        return {std::move(*saved)};
    }
    std::vector<Action> operator()(const MakeEstimate& effect) const {
        return {EstimateMade{effect.inputs, services.estimate(effect.inputs)}};
    }
    std::vector<Action> operator()(const CompareSchemes& effect) const {
        ComparisonMade made{.inputs = effect.inputs, .compared = {}};
        for (const auto& [letter, scheme] : effect.schemes) {
            Inputs inputs = effect.inputs;
            inputs.scheme = scheme;
            made.compared[letter] = {scheme, services.estimate(inputs)};
        }
        return {std::move(made)};
    }
    std::vector<Action> operator()(const WriteExport& effect) const {
        const auto file = services.write(effect.what, effect.visit);
        if (!file) return {Failed{file.error(), false}};
        const std::u8string path = file->u8string();
        return {Exported{effect.what, {path.begin(), path.end()}}};
    }
    std::vector<Action> operator()(const KeepSettings& effect) const {
        services.keep(effect.settings);
        return {};
    }
    std::vector<Action> operator()(const BeginAdvice& effect) const {
        services.end_advice();
        if (effect.inputs) services.begin_advice(*effect.inputs, effect.own_money);
        return {};
    }
    std::vector<Action> operator()(const KeepPrice& effect) const {
        const auto kept = services.keep_price(effect);
        if (!kept) return {Failed{kept.error(), false}};
        return {};
    }
    std::vector<Action> operator()(const NewVisit& effect) const {
        StartVisit start{effect.source, services.new_visit_id()};
        start.data = services.turn_to_newest();
        if (!effect.listed_id.empty()) {
            auto listed = services.listed(effect.listed_id);
            if (!listed) return {Failed{listed.error(), false}};
            start.listed = std::move(*listed);
        }
        auto prices = services.usual_prices();
        // A file that cannot be read is no reason not to begin.
        if (!prices) return {std::move(start), Failed{prices.error(), false}};
        start.prices = std::move(*prices);
        return {std::move(start)};
    }
    std::vector<Action> operator()(const NoteOpen& effect) const {
        services.note_open(effect.visit_id);
        return {};
    }
    std::vector<Action> operator()(const WorkAtDesk& effect) const {
        auto desk = services.desk(effect.work, progress);
        if (!desk) return {Failed{desk.error(), false}};
        std::vector<Action> answer{DeskKnown{std::move(*desk)}};
        // What came in belongs on the list of visits.
        if (effect.work.kind != DeskWork::Kind::Look) {
            const auto listed = (*this)(ListVisits{});
            answer.insert(answer.end(), listed.begin(), listed.end());
        }
        return answer;
    }
    std::vector<Action> operator()(const FindVisits& effect) const {
        auto found = services.find(effect.typed);
        if (!found) return {Failed{found.error(), false}};
        return {VisitsFound{effect.typed, std::move(*found)}};
    }
    std::vector<Action> operator()(const TryList& effect) const {
        auto panel = services.read_list(effect.request, effect.take, progress);
        if (!panel) {
            ListPanel refused;
            refused.refusal = panel.error().sentence();
            return {ListRead{effect.request, std::move(refused)}};
        }
        if (effect.take && panel->refusal.empty()) return {ListTaken{std::move(*panel)}};
        return {ListRead{effect.request, std::move(*panel)}};
    }
    std::vector<Action> operator()(const WorkAtPacks& effect) const {
        auto known = services.packs(effect.work);
        if (!known) return {Failed{known.error(), false}};
        return {std::move(*known)};
    }
    std::vector<Action> operator()(const CompareData& effect) const {
        auto panel = services.reprice(effect.inputs);
        if (!panel) return {Failed{panel.error(), false}};
        return {RepriceShown{std::move(*panel)}};
    }
    std::vector<Action> operator()(const TurnToNewest&) const {
        const estimate::Reference* newest = services.turn_to_newest();
        if (newest == nullptr) return {};
        return {DataTurned{newest}};
    }
    std::vector<Action> operator()(const Quit&) const { return {}; }
    std::vector<Action> operator()(const AskPrinters&) const {
        auto printers = services.printers();
        if (!printers) return {PrintersListed{}, Failed{printers.error(), false}};
        return {PrintersListed{std::move(*printers)}};
    }
    std::vector<Action> operator()(const SendToPrinter& effect) const {
        auto printed = services.print(effect.job, effect.letters, effect.visit);
        if (!printed) return {Failed{printed.error(), false}};
        return {PapersPrinted{effect.job.printer, std::move(*printed)}};
    }
    std::vector<Action> operator()(const KeepPhoto& effect) const {
        auto photo = services.keep_photo(effect.file);
        if (!photo) return {Failed{photo.error(), false}};
        photo->paper = effect.paper;
        return {PhotoKept{effect.visit_id, std::move(*photo)}};
    }
    std::vector<Action> operator()(const ListBackups&) const {
        auto copies = services.backups();
        if (!copies) return {BackupsListed{}, Failed{copies.error(), false}};
        return {BackupsListed{std::move(*copies)}};
    }
    std::vector<Action> operator()(const RestoreBackup& effect) const {
        const auto changed = services.restore(effect.name, progress);
        if (!changed) return {Failed{changed.error(), false}};
        return {CopyRestored{*changed}};
    }
    std::vector<Action> operator()(const ListUsers&) const {
        auto users = services.users();
        if (!users) return {Failed{users.error(), false}};
        return {UsersListed{std::move(*users)}};
    }
    std::vector<Action> operator()(const TryPin& effect) const {
        auto user = services.sign_in(effect.user_id, effect.pin);
        if (!user) return {PinRefused{user.error(), services.seconds_to_wait(effect.user_id)}};
        return {SignedInAs{std::move(*user)}};
    }
    std::vector<Action> operator()(const SignOut&) const {
        services.sign_out();
        return {};
    }
    std::vector<Action> operator()(const NoteNumbersShown& effect) const {
        const auto noted = services.note_numbers_shown(effect.visit_id);
        if (!noted) return {Failed{noted.error(), false}};
        return {NumbersShown{effect.visit_id}};
    }
    std::vector<Action> operator()(const ChangeUser& effect) const {
        auto changed = services.change_user(effect.form);
        if (!changed) return {Failed{changed.error(), false}};
        std::vector<Action> answers;
        if (*changed) answers.emplace_back(SignedInAs{**changed});
        std::ranges::move((*this)(ListUsers{}), std::back_inserter(answers));
        return answers;
    }
    std::vector<Action> operator()(const ReadReport& effect) const {
        auto panel = services.report(effect.request, progress);
        if (!panel) return {Failed{panel.error(), false}};
        return {ReportRead{std::move(*panel)}};
    }
    std::vector<Action> operator()(const WriteReport& effect) const {
        return written("toast.report",
                       services.write_report(effect.request, effect.file, progress));
    }
    std::vector<Action> operator()(const ReadAudit& effect) const {
        auto panel = services.audit(effect.request);
        if (!panel) return {Failed{panel.error(), false}};
        return {AuditRead{std::move(*panel)}};
    }
    std::vector<Action> operator()(const WriteAudit& effect) const {
        return written("toast.audit", services.write_audit(effect.request));
    }
    std::vector<Action> operator()(const ApproveVisit& effect) const {
        auto approved = services.approve(effect.visit_id);
        if (!approved) return {Failed{approved.error(), false}};
        return {std::move(*approved)};
    }
    std::vector<Action> operator()(const WriteRecord& effect) const {
        return written("toast.hand_out", services.hand_out(effect.visit));
    }
    std::vector<Action> operator()(const MakeManual& effect) const {
        return written("toast.manual", services.write_manual(effect.language));
    }
    static std::vector<Action> written(const char* key, const Result<std::filesystem::path>& file) {
        if (!file) return {Failed{file.error(), false}};
        return {FileWritten{key, storage::utf8_path(*file)}};
    }
    std::vector<Action> operator()(const WriteClause& effect) const {
        const auto file = services.keep_clause(effect.clause);
        if (!file) return {Failed{file.error(), false}};
        return {ClauseKept{storage::utf8_path(*file)}};
    }
};

}  // namespace

Result<std::vector<VisitCard>> Services::find(const std::string& typed) {
    auto cards = list();
    if (!cards) return cards;
    const std::string_view wanted = trimmed(typed);
    std::erase_if(*cards, [&](const VisitCard& card) {
        return !card.head.contains(wanted) && !card.place.contains(wanted);
    });
    return cards;
}

std::vector<Action> run(const Effect& effect, Services& services, Progress& progress) {
    if (!std::visit(MayStop{}, effect) && !progress.last_call()) return {WorkStopped{}};
    std::vector<Action> answers = std::visit(Runner{services, progress}, effect);
    if (progress.stopped()) return {WorkStopped{}};
    return answers;
}

}  // namespace longju::kiosk
