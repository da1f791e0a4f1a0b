// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/text.h"
#include "kiosk/services.h"
#include "storage/local_prices.h"
#include "storage/photo_files.h"
#include "storage/platform.h"
#include "sync/handover.h"
#include "sync/rule_pack.h"

namespace longju::kiosk {
namespace {

constexpr int listed_visits = 500;
constexpr std::string_view open_setting = "kiosk.open_visit";

std::string clock_of(std::string_view saved_at) {
    return std::string(saved_at.size() < 16 ? saved_at : saved_at.substr(11, 5));
}

}  // namespace

Result<std::vector<VisitCard>> DiskServices::list() {
    const auto rows = store_->recent(listed_visits);
    if (!rows) return std::unexpected(rows.error());
    std::vector<VisitCard> cards;
    for (const storage::VisitRow& row : *rows) {
        VisitCard card;
        card.visit_id = row.visit_id;
        card.head = row.household;
        card.place = place_of({row.division_code, row.township, row.village, {}});
        card.step = row.step;
        card.saved_at = row.saved_at;
        card.sample = row.sample;
        card.exported = row.step == visit::Step::HandOver;
        cards.push_back(std::move(card));
    }
    if (!cards.empty()) {
        // Only the row to resume says what is open: it takes the whole visit to know.
        if (const auto first = store_->load(cards.front().visit_id)) {
            cards.front() = card_of(*first, cards.front().saved_at);
        }
    }
    return cards;
}

Result<VisitLoaded> DiskServices::load(const std::string& visit_id) {
    auto visit = store_->load(visit_id);
    if (!visit) return std::unexpected(visit.error());
    std::string at;
    if (const auto rows = store_->recent(listed_visits)) {
        const auto row = std::ranges::find(*rows, visit_id, &storage::VisitRow::visit_id);
        if (row != rows->end()) at = clock_of(row->saved_at);
    }
    return VisitLoaded{std::move(*visit), at};
}

Result<VisitSaved> DiskServices::save(const visit::Visit& visit) {
    const auto saved = store_->save(visit, {"longju-kiosk", reference().data_hash});
    if (!saved) return std::unexpected(saved.error());
    return VisitSaved{visit.id, clock_of(storage::wall_time())};
}

Result<std::filesystem::path> DiskServices::write(Export what, const visit::Visit& visit) {
    switch (what) {
        case Export::Pdf:
            return write_paper(visit);
        case Export::Case:
            return write_case(visit);
        case Export::Parcel:
            break;
    }
    if (const auto made = storage::make_folder(out()); !made) {
        return std::unexpected(made.error());
    }
    const auto parcel = sync::export_parcel(
        *store_, out(), {.include_samples = visit.sample, .program = "longju-kiosk"});
    if (!parcel) return std::unexpected(parcel.error());
    return parcel->file;
}

void DiskServices::keep(const Settings& settings) {
    // A setting that cannot be kept is asked for again next time; the visit is what matters.
    const auto put = [this](std::string_view name, std::string_view value) {
        (void)store_->keep_setting(name, value);
    };
    put("kiosk.language", settings.language == Language::Chinese ? "zh" : "en");
    put("kiosk.size", exact(settings.size));
    put("kiosk.look", settings.look == Look::Light ? "light" : "contrast");
    put("kiosk.depth", settings.depth == Depth::Farmer ? "farmer" : "technician");
}

Result<std::vector<cost::LocalPrice>> DiskServices::usual_prices() {
    return storage::read_local_prices(prices_, reference());
}

Result<void> DiskServices::keep_price(const KeepPrice& price) {
    auto prices = usual_prices();
    if (!prices) return std::unexpected(prices.error());
    cost::replace(*prices, price.id, price.price);
    return storage::replace_file(prices_, storage::local_prices_text(*prices, reference()));
}

Result<visit::Photo> DiskServices::keep_photo(const std::string& file) {
    return storage::keep_photo(prices_.parent_path(), storage::path_from_utf8(file));
}

Result<std::filesystem::path> DiskServices::keep_clause(const KeepClause& clause) {
    const std::filesystem::path folder = prices_.parent_path() / sync::rules_folder / "drafts";
    if (const auto made = storage::make_folder(folder); !made) {
        return std::unexpected(made.error());
    }
    const std::filesystem::path file = folder / (clause.id + ".json");
    const auto rules = storage::replace_file(file, clause.rules);
    if (!rules) return std::unexpected(rules.error());
    const auto cases = storage::replace_file(folder / (clause.id + ".cases.json"), clause.cases);
    if (!cases) return std::unexpected(cases.error());
    return file;
}

void DiskServices::note_open(const std::string& visit_id) {
    (void)store_->keep_setting(open_setting, visit_id);
}

Settings DiskServices::kept_settings() {
    const auto kept = [this](std::string_view name) {
        return store_->setting(name).value_or(std::string());
    };
    Settings settings;
    if (kept("kiosk.language") == "en") settings.language = Language::English;
    if (kept("kiosk.look") == "contrast") settings.look = Look::HighContrast;
    if (kept("kiosk.depth") == "farmer") settings.depth = Depth::Farmer;
    settings.size = std::clamp(number_from(kept("kiosk.size")).value_or(1.0), 1.0, 2.5);
    return settings;
}

std::string DiskServices::left_open() {
    return store_->setting(open_setting).value_or(std::string());
}

}  // namespace longju::kiosk
