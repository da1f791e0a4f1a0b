// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/text.h"
#include "kiosk/services.h"
#include "storage/local_prices.h"
#include "storage/photo_files.h"
#include "storage/platform.h"
#include "storage/restore.h"

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
    auto handed = store_->handed_over();
    if (!handed) return std::unexpected(handed.error());
    handed_ = std::move(*handed);
    std::vector<VisitCard> cards;
    for (const storage::VisitRow& row : *rows) cards.push_back(card_of_row(row));
    if (!cards.empty()) {
        // Only the row to resume says what is open: it takes the whole visit to know.
        if (const auto first = store_->load(cards.front().visit_id)) {
            VisitCard& card = cards.front();
            VisitCard whole = card_of(*first, card.saved_at);
            whole.handed = card.handed;
            whole.versions = card.versions;
            card = std::move(whole);
        }
    }
    return cards;
}

Result<VisitLoaded> DiskServices::load(const std::string& visit_id) {
    auto visit = store_->load(visit_id);
    if (!visit) return std::unexpected(visit.error());
    const auto row = store_->row(visit_id);
    if (!row) return std::unexpected(row.error());
    VisitLoaded loaded{std::move(*visit), clock_of(row->saved_at)};
    // The practice visit is nobody's answer: it goes along with the data.
    const auto hash = store_->data_hash_of(visit_id);
    if (!hash) return std::unexpected(hash.error());
    const bool pinned = !loaded.visit.sample && !hash->empty();
    loaded.data = pinned ? data_.find(*hash) : &data_.newest();
    loaded.data_lost = loaded.data == nullptr;
    if (loaded.data_lost) loaded.data = &data_.newest();
    use(*loaded.data);
    return loaded;
}

Result<VisitSaved> DiskServices::save(const visit::Visit& visit) {
    const storage::SavedBy by{actor(), reference().data_hash};
    auto saved = store_->save(visit, by);
    const bool full = !saved && saved.error().kind == ErrorKind::NoSpace;
    if (full && keeper_.make_room()) saved = store_->save(visit, by);
    if (!saved) return std::unexpected(saved.error());
    // The next program brings other data, and this visit is opened with these. A disk that is too
    // full for them is told where the visits are kept.
    if (!visit.sample) static_cast<void>(data_.folder().keep_data(reference()));
    // The visit is on the disk: an index that fails is made anew at the next search.
    if (index_ && !index_->refresh(store_->database(), visit.id)) index_.reset();
    return VisitSaved{visit.id, clock_of(storage::wall_time())};
}

Result<std::filesystem::path> DiskServices::write(Export what, const visit::Visit& visit) {
    const bool paper = what == Export::Pdf;
    const auto action = paper ? access::Action::PrintPapers : access::Action::ExportParcel;
    if (auto noted = note(action, visit.id, paper ? "" : "case"); !noted) {
        return std::unexpected(noted.error());
    }
    return paper ? write_paper(visit) : write_case(visit);
}

void DiskServices::keep(const Settings& settings) {
    // A setting that cannot be kept is asked for again next time; the visit is what matters.
    const auto put = [this](std::string_view name, std::string_view value) {
        (void)store_->keep_setting(name, value);
    };
    put("kiosk.language", settings.language == Language::Chinese ? "zh" : "en");
    put("kiosk.size", exact(settings.size));
    put("kiosk.look", settings.look == Look::Light ? "light" : "contrast");
    put("kiosk.glove", settings.glove ? "yes" : "no");
    put("kiosk.depth", settings.depth == Depth::Farmer ? "farmer" : "technician");
    put("kiosk.still", settings.still ? "yes" : "no");
    put("kiosk.toured", settings.toured ? "yes" : "no");
}

Result<std::vector<cost::LocalPrice>> DiskServices::usual_prices() {
    return storage::read_local_prices(prices_, reference());
}

Result<void> DiskServices::keep_price(const KeepPrice& price) {
    auto prices = usual_prices();
    if (!prices) return std::unexpected(prices.error());
    cost::replace(*prices, price.id, price.price);
    if (auto noted = note(access::Action::ChangePrices, price.id); !noted) return noted;
    return storage::replace_file(prices_, storage::local_prices_text(*prices, reference()));
}

Result<visit::Photo> DiskServices::keep_photo(const std::string& file) {
    return storage::keep_photo(prices_.parent_path(), storage::path_from_utf8(file));
}

PhotoReader DiskServices::photo_reader() const {
    return [folder = prices_.parent_path()](const std::string& sha256, photo::Size most) {
        return storage::photo_pixels(folder, sha256, most);
    };
}

Result<std::filesystem::path> DiskServices::keep_clause(const KeepClause& clause) {
    const std::filesystem::path folder = store_->folder() / drafts_folder;
    if (const auto made = storage::make_folder(folder); !made) {
        return std::unexpected(made.error());
    }
    const std::filesystem::path file = folder / (clause.id + ".json");
    const auto rules = storage::replace_file(file, clause.rules);
    if (!rules) return std::unexpected(rules.error());
    const auto cases = storage::replace_file(folder / (clause.id + ".cases.json"), clause.cases);
    if (!cases) return std::unexpected(cases.error());
    if (auto noted = note(access::Action::DraftClause, clause.id); !noted) {
        return std::unexpected(noted.error());
    }
    return file;
}

void DiskServices::note_open(const std::string& visit_id) {
    (void)store_->keep_setting(open_setting, visit_id);
}

Result<std::vector<BackupRow>> DiskServices::backups() {
    const auto copies = storage::copies_to_choose(*store_);
    if (!copies) return std::unexpected(copies.error());
    std::vector<BackupRow> rows;
    for (const storage::CopyToChoose& one : *copies) {
        rows.push_back({storage::utf8_path(one.copy.file.filename()), one.copy.made_at,
                        std::string(storage::word_of(one.copy.reason)), one.visits});
    }
    return rows;
}

Result<int> DiskServices::restore(const std::string& name, Progress& progress) {
    const auto copy =
        storage::backups_folder(store_->database()) / storage::path_from_utf8(name).filename();
    const auto done = storage::restore_from(*store_, copy, actor(), &progress);
    if (!done) return std::unexpected(done.error());
    index_.reset();
    if (auto noted = note(access::Action::RestoreBackup, name); !noted) {
        return std::unexpected(noted.error());
    }
    return done->changed;
}

Settings DiskServices::kept_settings() {
    const auto kept = [this](std::string_view name) {
        return store_->setting(name).value_or(std::string());
    };
    Settings settings;
    if (kept("kiosk.language") == "en") settings.language = Language::English;
    if (kept("kiosk.look") == "contrast") settings.look = Look::HighContrast;
    if (kept("kiosk.depth") == "farmer") settings.depth = Depth::Farmer;
    settings.still = kept("kiosk.still") == "yes";
    settings.toured = kept("kiosk.toured") == "yes";
    settings.glove = kept("kiosk.glove") == "yes";
    settings.size = std::clamp(number_from(kept("kiosk.size")).value_or(1.0), 1.0, 2.5);
    return settings;
}

std::string DiskServices::left_open() {
    return store_->setting(open_setting).value_or(std::string());
}

}  // namespace longju::kiosk
