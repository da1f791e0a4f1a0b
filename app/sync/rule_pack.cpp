// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/rule_pack.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv.h"
#include "core/date.h"
#include "storage/platform.h"

namespace longju::sync {

namespace {

using nlohmann::json;
using subsidy::Rule;

constexpr std::string_view first_line = "longju-pack 1 rules\n";
constexpr std::string_view signer_word = "signer ", signature_word = "signature ";
constexpr std::uint64_t most_bytes = 16U << 20U;

bool is_id(std::string_view id) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    constexpr std::size_t longest = 40;
    return !id.empty() && id.size() <= longest && id.front() != '-' &&
           std::ranges::all_of(id, allowed);
}

Result<void> check_head(const RulePack& pack, const std::string& file) {
    if (!is_id(pack.id)) {
        return fail_at(file, 0, "id", "must be lower-case letters, digits and hyphens");
    }
    if (pack.version < 1) return fail_at(file, 0, "version", "must be 1 or more");
    if (pack.issuer_zh.empty()) return fail_at(file, 0, "issuer_zh", "must name the office");
    if (!date_from(pack.date)) return fail_at(file, 0, "date", "must be a date: 2026-12-31");
    return {};
}

std::string message_of(std::string_view payload) { return std::string(first_line).append(payload); }

std::string payload_of(const RulePack& pack) {
    const json payload{
        {"id", pack.id},     {"version", pack.version}, {"issuer_zh", pack.issuer_zh},
        {"date", pack.date}, {"rules", pack.rules},     {"cases", pack.cases}};
    // Only names that a command line gave in another encoding can hold what is no UTF-8.
    return payload.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<RulePack> pack_of(std::string_view payload, const std::string& file) {
    const json tree = json::parse(payload, nullptr, false);
    if (!tree.is_object()) return fail_at(file, 0, "", "holds no JSON object");
    const auto text = [&](const char* key) {
        return tree.contains(key) && tree[key].is_string() ? tree[key].get<std::string>()
                                                           : std::string();
    };
    RulePack pack{.id = text("id"),
                  .version = 0,
                  .issuer_zh = text("issuer_zh"),
                  .date = text("date"),
                  .rules = text("rules"),
                  .cases = text("cases")};
    constexpr int most_version = 1000000;
    if (tree.contains("version") && tree["version"].is_number_unsigned() &&
        tree["version"].get<std::uint64_t>() <= most_version) {
        pack.version = tree["version"].get<int>();
    }
    if (const auto head = check_head(pack, file); !head) return std::unexpected(head.error());
    return pack;
}

/// The rest of a line that begins with `word`, taken from `text`; empty when it does not.
std::string_view take_line(std::string_view& text, std::string_view word) {
    const auto end = text.find('\n');
    if (!text.starts_with(word) || end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(word.size(), end - word.size());
    text.remove_prefix(end + 1);
    return rest;
}

/// One entry of trusted.csv.
struct Trusted {
    std::string signer, name_zh;
};

Result<std::vector<Trusted>> read_trusted(const std::filesystem::path& file) {
    std::vector<Trusted> all;
    if (!std::filesystem::exists(file)) return all;
    const auto text = storage::read_whole_file(file, most_bytes);
    if (!text) return std::unexpected(text.error());
    const auto table = parse_csv(*text, storage::utf8_path(file));
    if (!table) return std::unexpected(table.error());
    for (const CsvRow& row : table->rows) {
        const auto signer = row.text("signer");
        const auto name = row.text("name_zh");
        if (!signer) return std::unexpected(signer.error());
        if (!name) return std::unexpected(name.error());
        all.push_back({std::string(*signer), std::string(*name)});
    }
    return all;
}

}  // namespace

Result<std::vector<Rule>> tested_rules(const RulePack& pack, const std::vector<Rule>& others) {
    auto rules = subsidy::parse_rules(pack.rules, pack.id + " rules");
    if (!rules) return std::unexpected(rules.error());
    const auto cases = subsidy::parse_rule_cases(pack.cases, pack.id + " cases");
    if (!cases) return std::unexpected(cases.error());
    const std::vector<Rule> all = with_rules(others, *rules);
    if (const auto refs = subsidy::check_refs(all); !refs) return std::unexpected(refs.error());
    for (const subsidy::RuleCase& one : *cases) {
        const std::string why = subsidy::disagreement(one, all);
        if (!why.empty()) return fail_at(pack.id + " cases", 0, one.name, why);
    }
    for (const Rule& rule : *rules) {
        if (std::ranges::find(*cases, rule.id, &subsidy::RuleCase::rule_id) != cases->end()) {
            continue;
        }
        return fail_at(pack.id + " cases", 0, rule.id, "has no case that proves it");
    }
    return std::move(*rules);
}

Result<std::string> signed_bytes(const RulePack& pack, const SigningKey& key,
                                 const std::vector<Rule>& others) {
    if (const auto head = check_head(pack, "pack"); !head) return std::unexpected(head.error());
    if (const auto rules = tested_rules(pack, others); !rules) {
        return std::unexpected(rules.error());
    }
    const std::string payload = payload_of(pack);
    return fmt::format("{}{}{}\n{}{}\n\n{}", first_line, signer_word, key.signer, signature_word,
                       sign(message_of(payload), key), payload);
}

Result<SignedPack> parse_pack(std::string_view bytes, const std::string& file) {
    std::string_view rest = bytes;
    if (!rest.starts_with(first_line)) {
        return fail_at(file, 1, "", "is no pack of clauses that this program reads");
    }
    rest.remove_prefix(first_line.size());
    const std::string signer(take_line(rest, signer_word));
    const std::string signature(take_line(rest, signature_word));
    if (!rest.starts_with('\n')) return fail_at(file, 3, "", "has no signature");
    rest.remove_prefix(1);
    if (!is_signed(message_of(rest), signature, signer)) {
        return std::unexpected(Error{ErrorKind::Damaged,
                                     "was changed after it was signed, or is not whole: ask for it "
                                     "again",
                                     file, 0, ""});
    }
    auto pack = pack_of(rest, file);
    if (!pack) return std::unexpected(pack.error());
    return SignedPack{std::move(*pack), signer};
}

std::vector<Rule> with_rules(std::vector<Rule> rules, std::vector<Rule> of_pack) {
    for (Rule& rule : of_pack) {
        const auto same = std::ranges::find(rules, rule.id, &Rule::id);
        if (same == rules.end()) {
            rules.push_back(std::move(rule));
        } else {
            *same = std::move(rule);
        }
    }
    return rules;
}

Result<void> PackFolder::trust(std::string_view signer, std::string_view name_zh) const {
    auto all = read_trusted(folder_ / "trusted.csv");
    if (!all) return std::unexpected(all.error());
    std::erase_if(*all, [&](const Trusted& one) { return one.signer == signer; });
    all->push_back({std::string(signer), std::string(name_zh)});
    std::string text = "signer,name_zh\n";
    for (const Trusted& one : *all) {
        text += fmt::format("{},{}\n", one.signer, csv_cell(one.name_zh));
    }
    if (const auto made = storage::make_folder(folder_); !made) return made;
    return storage::replace_file(folder_ / "trusted.csv", text);
}

Result<std::string> PackFolder::name_of(std::string_view signer) const {
    const auto all = read_trusted(folder_ / "trusted.csv");
    if (!all) return std::unexpected(all.error());
    const auto found = std::ranges::find(*all, signer, &Trusted::signer);
    return found == all->end() ? std::string() : found->name_zh;
}

Result<SignedPack> PackFolder::install(const std::filesystem::path& file,
                                       const std::vector<Rule>& rules) const {
    const auto bytes = storage::read_whole_file(file, most_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    auto read = parse_pack(*bytes, storage::utf8_path(file));
    if (!read) return std::unexpected(read.error());
    const auto name = name_of(read->signer);
    if (!name) return std::unexpected(name.error());
    if (name->empty()) {
        return fail_at(storage::utf8_path(file), 2, "signer",
                       fmt::format("{} is not trusted here. Ask {} on the telephone for its "
                                   "fingerprint; if it is the same, `longju rules trust` this "
                                   "file first",
                                   fingerprint(read->signer), read->pack.issuer_zh));
    }
    if (const auto sound = tested_rules(read->pack, rules); !sound) {
        return std::unexpected(sound.error());
    }
    const auto there = installed();
    if (!there) return std::unexpected(there.error());
    for (const SignedPack& old : *there) {
        if (old.pack.id != read->pack.id || old.pack.version <= read->pack.version) continue;
        return fail_at(storage::utf8_path(file), 0, "version",
                       fmt::format("is {}, but version {} is installed already", read->pack.version,
                                   old.pack.version));
    }
    if (const auto made = storage::make_folder(folder_); !made) {
        return std::unexpected(made.error());
    }
    const auto written = storage::replace_file(folder_ / (read->pack.id + ".ljd"), *bytes);
    if (!written) return std::unexpected(written.error());
    return read;
}

Result<std::vector<SignedPack>> PackFolder::installed() const {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, none)) {
        if (entry.path().extension() == ".ljd") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<SignedPack> packs;
    for (const std::filesystem::path& file : files) {
        const auto bytes = storage::read_whole_file(file, most_bytes);
        if (!bytes) return std::unexpected(bytes.error());
        auto pack = parse_pack(*bytes, storage::utf8_path(file));
        if (!pack) return std::unexpected(pack.error());
        packs.push_back(std::move(*pack));
    }
    return packs;
}

Result<void> PackFolder::add_to(estimate::Reference& reference) const {
    const auto packs = installed();
    if (!packs) return std::unexpected(packs.error());
    for (const SignedPack& one : *packs) {
        const auto name = name_of(one.signer);
        if (!name) return std::unexpected(name.error());
        if (name->empty()) {
            return fail_at(one.pack.id + ".ljd", 2, "signer",
                           fingerprint(one.signer) + " is no longer trusted");
        }
        auto rules = tested_rules(one.pack, reference.rules);
        if (!rules) return std::unexpected(rules.error());
        reference.rules = with_rules(std::move(reference.rules), std::move(*rules));
        reference.rules_version += fmt::format("+{}.{}", one.pack.id, one.pack.version);
    }
    return {};
}

}  // namespace longju::sync
