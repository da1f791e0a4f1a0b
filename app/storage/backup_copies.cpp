// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/backup_copies.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/date.h"
#include "core/text.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t lamport_digits = 16;
constexpr std::size_t row_digits = 8;
constexpr std::string_view name_start = "visits-";
constexpr std::string_view name_end = ".db";
constexpr std::string_view no_time = "00000000T000000+0000";
constexpr std::array<std::string_view, 5> reason_words{"regular", "exit", "import", "migration",
                                                       "restore"};
constexpr int always_kept = 8;
constexpr int kept_of_a_reason = 3;
constexpr std::uintmax_t spare_bytes = 64ULL << 20;

std::optional<std::uint64_t> digits(std::string_view text) {
    const bool all =
        !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto number = all ? integer_from(text) : std::nullopt;
    if (!number) return std::nullopt;
    return static_cast<std::uint64_t>(*number);
}

/// `2026-11-25T10:00:00+08:00` as it stands in a file name; nothing that is no such time.
std::string squeezed(std::string_view iso) {
    std::string text;
    for (std::size_t i = 0; i < iso.size() && text.size() < no_time.size(); ++i) {
        const bool inner = (iso[i] == '-' && i < 10) || iso[i] == ':';
        if (!inner) text += iso[i];
    }
    return text.size() == no_time.size() ? text : std::string(no_time);
}

std::string unsqueezed(std::string_view text) {
    if (text.size() != no_time.size() || text == no_time) return {};
    return fmt::format("{}-{}-{}T{}:{}:{}{}:{}", text.substr(0, 4), text.substr(4, 2),
                       text.substr(6, 2), text.substr(9, 2), text.substr(11, 2), text.substr(13, 2),
                       text.substr(15, 3), text.substr(18, 2));
}

auto order_of(const BackupCopy& copy) {
    return std::tuple(copy.lamport, copy.rows, copy.file.native());
}

/// One rule of thinning: how many spans of time, and which span a copy was made in.
struct Tier {
    std::size_t most = 0;
    std::string (*span)(std::string_view made_at) = nullptr;
    std::set<std::string> seen = {};
};

std::string half_hour(std::string_view at) {
    if (at.size() < 16) return {};
    return fmt::format("{}{}", at.substr(0, 13), at[14] < '3' ? "a" : "b");
}
std::string day(std::string_view at) { return std::string(at.substr(0, 10)); }
std::string week(std::string_view at) {
    const auto date = date_from(at.substr(0, 10));
    if (!date) return {};
    constexpr int from_monday = 3;  // 1970-01-01 was a Thursday.
    const auto days = std::chrono::sys_days(*date).time_since_epoch().count() + from_monday;
    return std::to_string(days / 7);
}
std::string month(std::string_view at) { return std::string(at.substr(0, 7)); }

std::array<Tier, 4> tiers() {
    return {Tier{12, half_hour}, Tier{7, day}, Tier{4, week}, Tier{6, month}};
}

}  // namespace

std::string_view word_of(CopyReason reason) {
    return reason_words.at(static_cast<std::size_t>(reason));
}

std::string copy_name(const BackupCopy& copy) {
    return fmt::format("{}{:016}-{:08}-{}-{}{}", name_start, copy.lamport, copy.rows,
                       squeezed(copy.made_at), word_of(copy.reason), name_end);
}

std::optional<BackupCopy> copy_from_name(std::string_view name) {
    if (!name.starts_with(name_start) || !name.ends_with(name_end)) return std::nullopt;
    name.remove_prefix(name_start.size());
    name.remove_suffix(name_end.size());
    BackupCopy copy;
    const auto lamport = digits(name.substr(0, lamport_digits));
    if (!lamport || name.size() < lamport_digits) return std::nullopt;
    copy.lamport = *lamport;
    name.remove_prefix(lamport_digits);
    if (name.empty()) return copy;
    constexpr std::size_t fixed = 1 + row_digits + 1 + no_time.size() + 1;
    if (name.size() <= fixed || name[0] != '-') return std::nullopt;
    const auto rows = digits(name.substr(1, row_digits));
    const auto reason = std::ranges::find(reason_words, name.substr(fixed));
    if (!rows || reason == reason_words.end()) return std::nullopt;
    copy.rows = *rows;
    copy.made_at = unsqueezed(name.substr(1 + row_digits + 1, no_time.size()));
    copy.reason = static_cast<CopyReason>(reason - reason_words.begin());
    return copy;
}

std::vector<BackupCopy> copies_in(const fs::path& folder) {
    std::vector<BackupCopy> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        auto copy = copy_from_name(utf8_path(entry.path().filename()));
        if (!copy) continue;
        copy->file = entry.path();
        found.push_back(std::move(*copy));
    }
    std::ranges::sort(found, std::greater{}, order_of);
    return found;
}

std::vector<bool> which_to_keep(std::span<const BackupCopy> newest_first) {
    std::vector<bool> keep(newest_first.size(), false);
    std::array<Tier, 4> rules = tiers();
    std::map<CopyReason, int> of_reason;
    bool verified_seen = false;
    for (std::size_t i = 0; i < newest_first.size(); ++i) {
        const BackupCopy& copy = newest_first[i];
        if (i < always_kept) keep[i] = true;
        if (copy.verified && !verified_seen) keep[i] = verified_seen = true;
        const bool dangerous =
            copy.reason != CopyReason::Regular && copy.reason != CopyReason::Exit;
        if (dangerous && of_reason[copy.reason]++ < kept_of_a_reason) keep[i] = true;
        for (Tier& rule : rules) {
            const std::string span = rule.span(copy.made_at);
            if (rule.seen.size() >= rule.most || !rule.seen.insert(span).second) continue;
            keep[i] = true;
        }
    }
    return keep;
}

fs::path backups_folder(const SqliteFile& file) {
    return path_from_utf8(file.name()).parent_path() / "backups";
}

Result<BackupCopy> copy_of_now(const SqliteFile& file, CopyReason reason, std::string made_at) {
    const bool older = reason == CopyReason::Migration;
    auto query = SqliteQuery::prepare(file, older ? "backup_mark" : "backup_mark_all");
    if (!query) return std::unexpected(query.error());
    if (const auto row = query->next(); !row) return std::unexpected(row.error());
    BackupCopy copy{.file = {},
                    .lamport = static_cast<std::uint64_t>(query->integer(0)),
                    .rows = static_cast<std::uint64_t>(query->integer(1)),
                    .made_at = std::move(made_at),
                    .reason = reason};
    copy.file = backups_folder(file) / copy_name(copy);
    return copy;
}

std::optional<BackupCopy> same_as(const BackupCopy& wanted) {
    for (BackupCopy& copy : copies_in(wanted.file.parent_path())) {
        if (copy.lamport == wanted.lamport && copy.rows == wanted.rows) return std::move(copy);
    }
    return std::nullopt;
}

Result<void> room_for_copy(const SqliteFile& file, const fs::path& folder) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path_from_utf8(file.name()), error);
    if (error) return {};
    const fs::space_info space = fs::space(folder, error);
    if (error || space.available >= size + spare_bytes) return {};
    return std::unexpected(
        Error{.kind = ErrorKind::NoSpace,
              .what = "there is no room for a copy of the visits: free some space on this disk",
              .file = utf8_path(folder)});
}

Result<void> take_into_backups(const fs::path& checked, const BackupCopy& copy) {
    if (auto done = rename_to_free_name(checked, copy.file); !done) return done;
    std::vector<BackupCopy> all = copies_in(copy.file.parent_path());
    for (BackupCopy& known : all) known.verified = known.file == copy.file;
    const std::vector<bool> keep = which_to_keep(all);
    std::error_code error;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!keep[i]) fs::remove(all[i].file, error);
    }
    return {};
}

}  // namespace longju::storage
