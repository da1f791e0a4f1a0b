// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/effects.h"

#include "storage/platform.h"

namespace longju::kiosk {
namespace {

struct Runner {
    Services& services;

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
    std::vector<Action> operator()(const SaveVisit& effect) const {
        auto saved = services.save(effect.visit);
        if (!saved) return {Failed{saved.error(), true}};
        return {std::move(*saved)};
    }
    std::vector<Action> operator()(const MakeEstimate& effect) const {
        return {EstimateMade{effect.inputs, services.estimate(effect.inputs)}};
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
        auto prices = services.usual_prices();
        if (!prices) {
            // A file that cannot be read is no reason not to begin.
            return {StartVisit{effect.source, services.new_visit_id()},
                    Failed{prices.error(), false}};
        }
        return {StartVisit{effect.source, services.new_visit_id(), std::move(*prices)}};
    }
    std::vector<Action> operator()(const NoteOpen& effect) const {
        services.note_open(effect.visit_id);
        return {};
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
    std::vector<Action> operator()(const WriteClause& effect) const {
        const auto file = services.keep_clause(effect.clause);
        if (!file) return {Failed{file.error(), false}};
        return {ClauseKept{storage::utf8_path(*file)}};
    }
};

}  // namespace

std::vector<Action> run(const Effect& effect, Services& services) {
    return std::visit(Runner{services}, effect);
}

}  // namespace longju::kiosk
