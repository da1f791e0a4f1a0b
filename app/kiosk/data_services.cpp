// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/text.h"
#include "kiosk/people_reduce.h"
#include "kiosk/services.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "sync/pack_file.h"
#include "sync/pack_install.h"

/// 数据包 on a real store: take into use, go back, sign; and what newer data would change.
namespace longju::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t day = 10;  // Of an ISO time.

std::string title(const sync::ShelvedPack& pack) {
    return fmt::format("{} {}.{}", pack.issuer_zh, pack.id, pack.version);
}

bool is_data_pack(const fs::path& file) {
    if (file.extension() != ".ljd") return false;
    const auto bytes = storage::read_whole_file(file, sync::most_pack_bytes);
    return bytes && sync::pack_kind_from(sync::kind_of_pack(*bytes));
}

/// Texts of a folder whose names end so, by name; other endings that hold this one left out.
struct Texts {
    std::vector<std::string> texts, names;
};
Result<Texts> texts_in(const fs::path& folder, std::string_view ending, std::string_view but) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const std::string name = storage::utf8_path(entry.path().filename());
        const bool other = !but.empty() && name.ends_with(but);
        if (name.ends_with(ending) && !other) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    Texts found;
    for (const fs::path& file : files) {
        auto text = storage::read_whole_file(file, sync::most_pack_bytes);
        if (!text) return std::unexpected(text.error());
        found.texts.push_back(*std::move(text));
        found.names.push_back(storage::utf8_path(file));
    }
    return found;
}

/// What a scheme and a household pay for: the prices of both quotes and the fuels.
std::vector<PriceTurn> turns(const estimate::Estimate& before, const estimate::Reference& old,
                             const estimate::Reference& newest) {
    std::vector<PriceTurn> all;
    std::set<std::string> seen;
    for (const cost::QuoteLine& line : before.quote.lines) {
        const cost::Price* was = old.prices.find(line.price_id);
        if (was == nullptr || line.local || !seen.insert(line.price_id).second) continue;
        const cost::Price* is = newest.prices.find(line.price_id);
        if (is != nullptr && is->per_unit == was->per_unit) continue;
        all.push_back({was->name_zh, was->name_en, was->unit_zh, was->unit_en, was->per_unit, {}});
        if (is != nullptr) all.back().after = is->per_unit;
    }
    for (const auto* year : {&before.habit.before, &before.habit.after}) {
        for (const estimate::FuelYear& fuel : year->fuels) {
            const energy::Fuel* was = old.energy.find_fuel(fuel.fuel_id);
            if (was == nullptr || !seen.insert(fuel.fuel_id).second) continue;
            const energy::Fuel* is = newest.energy.find_fuel(fuel.fuel_id);
            if (is != nullptr && is->price_per_unit == was->price_per_unit) continue;
            all.push_back(
                {was->name_zh, was->name_en, was->unit_zh, was->unit_en, was->price_per_unit, {}});
            if (is != nullptr) all.back().after = is->price_per_unit;
        }
    }
    return all;
}

}  // namespace

const estimate::Reference* DiskServices::turn_to_newest() {
    use(data_.newest());
    return &data_.newest();
}

Result<RepricePanel> DiskServices::reprice(const Inputs& inputs) {
    const estimate::Reference& newest = data_.newest();
    RepricePanel panel{.inputs = inputs,
                       .newer = estimate_with(newest, inputs),
                       .prices = {},
                       .catalog = newest.version,
                       .price_version = newest.prices.version,
                       .rules = newest.rules_version};
    if (const auto before = estimate(inputs)) panel.prices = turns(*before, reference(), newest);
    return panel;
}

Result<std::string> DiskServices::install(const std::string& path) {
    const auto bytes =
        storage::read_whole_file(storage::path_from_utf8(path), sync::most_pack_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto done = sync::install_pack(*store_, data_.folder(), *bytes, path, data_.base());
    if (!done) return std::unexpected(done.error());
    return title(*done);
}

Result<sync::DataPack> DiskServices::price_pack() const {
    auto prices = storage::read_whole_file(prices_, sync::most_pack_bytes);
    if (!prices) return std::unexpected(prices.error());
    return sync::DataPack{.kind = sync::PackKind::Prices,
                          .id = "prices",
                          .issuer_zh = {},
                          .date = {},
                          .valid_to = {},
                          .files = {{"prices.csv", *std::move(prices)}}};
}

Result<sync::DataPack> DiskServices::clause_pack() const {
    const fs::path drafts = store_->folder() / drafts_folder;
    constexpr std::string_view cases_ending = ".cases.json";
    const auto rules = texts_in(drafts, ".json", cases_ending);
    const auto cases = texts_in(drafts, cases_ending, "");
    if (!rules) return std::unexpected(rules.error());
    if (!cases) return std::unexpected(cases.error());
    auto all = sync::one_document(rules->texts, rules->names);
    if (!all) return std::unexpected(all.error());
    auto proof = sync::one_document_of_cases(cases->texts, cases->names);
    if (!proof) return std::unexpected(proof.error());
    return sync::DataPack{
        .kind = sync::PackKind::Rules,
        .id = "clauses",
        .issuer_zh = {},
        .date = {},
        .valid_to = {},
        .files = {{"rules.json", *std::move(all)}, {"cases.json", *std::move(proof)}}};
}

Result<std::string> DiskServices::sign(Result<sync::DataPack> pack) {
    if (!pack) return std::unexpected(pack.error());
    const auto key = store_->signing_key();
    if (!key) return std::unexpected(key.error());
    const auto own = storage::Parties(store_->database()).find(store_->signer());
    if (!own) return std::unexpected(own.error());
    if (!*own || (*own)->kind != storage::PartyKind::County) {
        return fail(ErrorKind::BadInput, "this computer is no county's desk: longju keys county");
    }
    const std::string counter = "pack_made." + pack->slot();
    const auto last = store_->setting(counter);
    if (!last) return std::unexpected(last.error());
    pack->version = static_cast<int>(number_from(*last).value_or(0.0)) + 1;
    pack->issuer_zh = (*own)->name_zh;
    pack->date = storage::wall_time().substr(0, day);
    const auto bytes = sync::data_pack_bytes(*pack, *key, data_.newest());
    if (!bytes) return std::unexpected(bytes.error());
    fs::path place = out();
    for (const DeskStick& stick : sticks()) {
        if (stick.writable) place = storage::path_from_utf8(stick.path);
    }
    if (auto made = storage::make_folder(place); !made) return std::unexpected(made.error());
    const fs::path file = place / fmt::format("longju-{}-{}.ljd", pack->id, pack->version);
    // The number is taken before anybody can have the file: no two packs share one.
    const auto kept = store_->keep_setting(counter, std::to_string(pack->version));
    if (!kept) return std::unexpected(kept.error());
    const auto written = storage::replace_file(file, *bytes);
    if (!written) return std::unexpected(written.error());
    return storage::utf8_path(file);
}

Result<std::string> DiskServices::work_at_packs(const PackWork& work) {
    const auto title_of = [](const Result<sync::ShelvedPack>& done) -> Result<std::string> {
        if (!done) return std::unexpected(done.error());
        return title(*done);
    };
    switch (work.kind) {
        case PackWork::Kind::Look:
        case PackWork::Kind::Find:
            return std::string();
        case PackWork::Kind::Install:
            return install(work.path);
        case PackWork::Kind::Back:
            return title_of(data_.folder().swap(work.slot, data_.base()));
        case PackWork::Kind::Off:
            return title_of(data_.folder().take_off(work.slot, data_.base()));
        case PackWork::Kind::SignPrices:
            return sign(price_pack());
        case PackWork::Kind::SignClauses:
            return sign(clause_pack());
    }
    std::unreachable();
}

Result<DataKnown> DiskServices::packs(const PackWork& work) {
    const auto done = work_at_packs(work);
    if (!done) return std::unexpected(done.error());
    DataKnown known;
    if (const auto action = right_for(work.kind)) {
        if (auto noted = note(*action, *done, work.reason); !noted) {
            return std::unexpected(noted.error());
        }
        known.said = Phrase{fmt::format("toast.{}", access::word_of(*action)), *done, *done};
        data_.renew();
    }
    DataPanel& panel = known.panel;
    panel.newest = &data_.newest();
    if (data_.trouble()) panel.trouble = data_.trouble()->sentence();
    const auto counties = storage::Parties(store_->database()).standing(storage::PartyKind::County);
    if (!counties) return std::unexpected(counties.error());
    for (const storage::Party& county : *counties) {
        panel.county = county.name_zh;
        panel.is_county = panel.is_county || county.signer == store_->signer();
    }
    auto shelf = data_.folder().shelf();
    if (!shelf) return std::unexpected(shelf.error());
    auto worries = sync::worries(*store_, *shelf, storage::wall_time().substr(0, day));
    if (!worries) return std::unexpected(worries.error());
    if (work.kind != PackWork::Kind::Look) panel.found = files_at_hand(is_data_pack);
    panel.shelf = std::move(*shelf);
    panel.worries = std::move(*worries);
    return known;
}

}  // namespace longju::kiosk
