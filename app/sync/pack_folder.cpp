// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/pack_folder.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "core/csv.h"
#include "core/hash.h"
#include "core/text.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "sync/pack_file.h"

namespace longju::sync {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view list_name = "packs.csv";
constexpr std::string_view list_head =
    "kind,id,version,in_use,issuer_zh,date,valid_to,signer,sha256,installed_at\n";
constexpr std::size_t short_hash = 8, data_hash_length = 16;

std::string row_text(const ShelvedPack& pack) {
    return fmt::format("{},{},{},{},{},{},{},{},{},{}\n", word_of(pack.kind), pack.id, pack.version,
                       pack.in_use ? 1 : 0, csv_cell(pack.issuer_zh), pack.date, pack.valid_to,
                       pack.signer, pack.sha256, pack.installed_at);
}

Result<ShelvedPack> row_of(const CsvRow& row, const std::string& file) {
    constexpr std::array names = {"kind", "id",       "version", "in_use", "issuer_zh",
                                  "date", "valid_to", "signer",  "sha256", "installed_at"};
    std::array<std::string, names.size()> cells;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto cell = row.text(names[i]);
        if (!cell) return std::unexpected(cell.error());
        cells[i] = std::string(*cell);
    }
    const auto kind = pack_kind_from(cells[0]);
    if (!kind) return fail_at(file, 0, "kind", cells[0] + " is no kind of pack");
    return ShelvedPack{.kind = *kind,
                       .id = cells[1],
                       .version = static_cast<int>(number_from(cells[2]).value_or(0.0)),
                       .in_use = cells[3] == "1",
                       .issuer_zh = cells[4],
                       .date = cells[5],
                       .valid_to = cells[6],
                       .signer = cells[7],
                       .sha256 = cells[8],
                       .installed_at = cells[9]};
}

auto order_of(const ShelvedPack& pack) { return std::tuple(pack.kind, pack.id, !pack.in_use); }

bool any_in_use(const std::vector<ShelvedPack>& rows) {
    return std::ranges::any_of(rows, &ShelvedPack::in_use);
}

/// Names what the packs in use make of `base`.
std::string hash_of(const std::vector<ShelvedPack>& rows, const estimate::Reference& base) {
    if (!any_in_use(rows)) return base.data_hash;
    std::string all = base.data_hash + "\n";
    for (const ShelvedPack& row : rows) {
        if (row.in_use) all += fmt::format("{} {} {}\n", row.slot(), row.version, row.sha256);
    }
    return sha256_hex(all);
}

std::string data_name(std::string_view data_hash) {
    return fmt::format("data-{}.db", data_hash.substr(0, data_hash_length));
}

const ShelvedPack* find(const std::vector<ShelvedPack>& rows, std::string_view slot, bool in_use) {
    const auto found = std::ranges::find_if(
        rows, [&](const ShelvedPack& row) { return row.slot() == slot && row.in_use == in_use; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

std::string ShelvedPack::slot() const { return fmt::format("{}/{}", word_of(kind), id); }

std::string ShelvedPack::file_name() const {
    return fmt::format("{}-{}-{}-{}.ljd", word_of(kind), id, version, sha256.substr(0, short_hash));
}

PackFolder PackFolder::beside(const fs::path& visits_folder) {
    return PackFolder(visits_folder / packs_folder);
}

Result<std::vector<ShelvedPack>> PackFolder::shelf() const {
    const fs::path file = folder_ / list_name;
    std::vector<ShelvedPack> rows;
    if (!fs::exists(file)) return rows;
    const auto text = storage::read_whole_file(file, most_pack_bytes);
    if (!text) return std::unexpected(text.error());
    const auto table = parse_csv(*text, storage::utf8_path(file));
    if (!table) return std::unexpected(table.error());
    for (const CsvRow& row : table->rows) {
        auto pack = row_of(row, storage::utf8_path(file));
        if (!pack) return std::unexpected(pack.error());
        rows.push_back(std::move(*pack));
    }
    std::ranges::sort(rows, {}, order_of);
    return rows;
}

Result<DataPack> PackFolder::read(const ShelvedPack& row) const {
    const fs::path file = folder_ / row.file_name();
    const auto bytes = storage::read_whole_file(file, most_pack_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    auto pack = parse_data_pack(*bytes, storage::utf8_path(file));
    if (!pack) return std::unexpected(pack.error());
    if (sha256_hex(*bytes) != row.sha256 || pack->pack.slot() != row.slot()) {
        return std::unexpected(Error{ErrorKind::Damaged, "is not the pack that was installed",
                                     storage::utf8_path(file), 0, ""});
    }
    return std::move(pack->pack);
}

Result<estimate::Reference> PackFolder::made_of(const std::vector<ShelvedPack>& rows,
                                                const estimate::Reference& base) const {
    estimate::Reference made = base;
    for (const ShelvedPack& row : rows) {
        if (!row.in_use) continue;
        const auto pack = read(row);
        if (!pack) return std::unexpected(pack.error());
        auto next = with_pack(made, *pack);
        if (!next) return std::unexpected(next.error());
        made = std::move(*next);
    }
    made.data_hash = hash_of(rows, base);
    return made;
}

Result<estimate::Reference> PackFolder::data(const estimate::Reference& base) const {
    const auto rows = shelf();
    if (!rows) return std::unexpected(rows.error());
    if (!any_in_use(*rows)) return base;
    if (auto kept = data_of(hash_of(*rows, base))) return kept;
    auto made = made_of(*rows, base);
    // Only to be faster the next time: a full disk is no reason not to answer. What lies there
    // could not be read.
    if (made) {
        std::error_code ignored;
        fs::remove(folder_ / data_name(made->data_hash), ignored);
        static_cast<void>(keep_data(*made));
    }
    return made;
}

Result<estimate::Reference> PackFolder::data_of(std::string_view data_hash) const {
    const fs::path file = folder_ / data_name(data_hash);
    if (data_hash.empty() || !fs::exists(file)) {
        return fail(ErrorKind::NotFound, fmt::format("the data {} are not on this computer",
                                                     data_hash.substr(0, data_hash_length)));
    }
    auto reference = storage::load_reference(file);
    if (reference && reference->data_hash != data_hash) {
        return std::unexpected(Error{ErrorKind::Damaged, "holds other data than its name says",
                                     storage::utf8_path(file), 0, ""});
    }
    return reference;
}

Result<void> PackFolder::keep_data(const estimate::Reference& reference) const {
    const fs::path file = folder_ / data_name(reference.data_hash);
    if (fs::exists(file)) return {};  // It got its name when it was whole.
    if (auto made = storage::make_folder(folder_); !made) return made;
    if (auto written = storage::write_reference(reference, file); !written) return written;
    return storage::flush_to_disk(file);
}

Result<void> PackFolder::switch_to(const std::vector<ShelvedPack>& rows,
                                   const estimate::Reference& base) const {
    // What was computed before the first pack stays computable.
    if (auto kept = keep_data(base); !kept) return kept;
    const auto made = made_of(rows, base);
    if (!made) return std::unexpected(made.error());
    if (auto kept = keep_data(*made); !kept) return kept;
    std::string text(list_head);
    for (const ShelvedPack& row : rows) text += row_text(row);
    if (auto done = storage::replace_file(folder_ / list_name, text); !done) return done;
    sweep(rows);
    return {};
}

void PackFolder::sweep(const std::vector<ShelvedPack>& rows) const {
    std::error_code ignored;
    std::vector<fs::path> unnamed;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
        const fs::path& file = entry.path();
        if (file.extension() != ".ljd") continue;
        const auto named = [&](const ShelvedPack& row) {
            return storage::path_from_utf8(row.file_name()) == file.filename();
        };
        if (std::ranges::none_of(rows, named)) unnamed.push_back(file);
    }
    for (const fs::path& file : unnamed) fs::remove(file, ignored);
}

Result<ShelvedPack> PackFolder::put(const SignedDataPack& pack, std::string_view bytes,
                                    const estimate::Reference& base) const {
    auto rows = shelf();
    if (!rows) return std::unexpected(rows.error());
    const DataPack& of = pack.pack;
    ShelvedPack fresh{.kind = of.kind,
                      .id = of.id,
                      .version = of.version,
                      .in_use = true,
                      .issuer_zh = of.issuer_zh,
                      .date = of.date,
                      .valid_to = of.valid_to,
                      .signer = pack.signer,
                      .sha256 = sha256_hex(bytes),
                      .installed_at = storage::wall_time()};
    for (const ShelvedPack& row : *rows) {
        if (row.slot() != fresh.slot() || row.signer != fresh.signer) continue;
        if (row.version <= fresh.version) continue;
        return fail_at(of.id, 0, "version",
                       fmt::format("is {}, but version {} is here", of.version, row.version));
    }
    // What was in use goes before what was kept; the same pack again changes nothing there.
    const auto before = std::ranges::find_if(*rows, [&](const ShelvedPack& row) {
        return row.slot() == fresh.slot() && row.sha256 != fresh.sha256;
    });
    std::vector<ShelvedPack> next{fresh};
    for (auto row = rows->begin(); row != rows->end(); ++row) {
        if (row->slot() == fresh.slot() && row != before) continue;
        next.push_back(*row);
        if (row == before) next.back().in_use = false;
    }
    std::ranges::sort(next, {}, order_of);
    if (auto made = storage::make_folder(folder_); !made) return std::unexpected(made.error());
    const auto written = storage::replace_file(folder_ / fresh.file_name(), bytes);
    if (!written) return std::unexpected(written.error());
    if (auto done = switch_to(next, base); !done) return std::unexpected(done.error());
    return fresh;
}

Result<ShelvedPack> PackFolder::swap(std::string_view slot, const estimate::Reference& base) const {
    auto rows = shelf();
    if (!rows) return std::unexpected(rows.error());
    const ShelvedPack* before = find(*rows, slot, false);
    if (before == nullptr) {
        return fail(ErrorKind::NotFound, fmt::format("there is no pack {} to go back to", slot));
    }
    ShelvedPack again = *before;
    again.in_use = true;
    for (ShelvedPack& row : *rows) {
        if (row.slot() == slot) row.in_use = !row.in_use;
    }
    std::ranges::sort(*rows, {}, order_of);
    if (auto done = switch_to(*rows, base); !done) return std::unexpected(done.error());
    return again;
}

Result<ShelvedPack> PackFolder::take_off(std::string_view slot,
                                         const estimate::Reference& base) const {
    auto rows = shelf();
    if (!rows) return std::unexpected(rows.error());
    const ShelvedPack* used = find(*rows, slot, true);
    if (used == nullptr) {
        return fail(ErrorKind::NotFound, fmt::format("no pack {} is in use", slot));
    }
    ShelvedPack off = *used;
    off.in_use = false;
    std::erase_if(*rows, [&](const ShelvedPack& row) { return row.slot() == slot; });
    rows->push_back(off);
    std::ranges::sort(*rows, {}, order_of);
    if (auto done = switch_to(*rows, base); !done) return std::unexpected(done.error());
    return off;
}

}  // namespace longju::sync
