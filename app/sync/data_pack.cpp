// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/data_pack.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/date.h"
#include "sync/pack_contents.h"
#include "sync/pack_file.h"

namespace longju::sync {

namespace {

using nlohmann::json;

constexpr std::array kind_words = {"catalog", "climate", "prices", "rules"};
constexpr int most_version = 1000000;

bool is_id(std::string_view id) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    constexpr std::size_t longest = 40;
    return !id.empty() && id.size() <= longest && id.front() != '-' &&
           std::ranges::all_of(id, allowed);
}

Result<void> check_head(const DataPack& pack, const std::string& file) {
    if (!is_id(pack.id)) {
        return fail_at(file, 0, "id", "must be lower-case letters, digits and hyphens");
    }
    if (pack.version < 1 || pack.version > most_version) {
        return fail_at(file, 0, "version", fmt::format("must be 1 to {}", most_version));
    }
    if (pack.issuer_zh.empty()) return fail_at(file, 0, "issuer_zh", "must name the office");
    if (!date_from(pack.date)) return fail_at(file, 0, "date", "must be a date: 2026-12-31");
    if (!pack.valid_to.empty() && !date_from(pack.valid_to)) {
        return fail_at(file, 0, "valid_to", "must be a date like 2026-12-31, or be left out");
    }
    return {};
}

std::string payload_of(const DataPack& pack) {
    json payload{{"id", pack.id},
                 {"version", pack.version},
                 {"issuer_zh", pack.issuer_zh},
                 {"date", pack.date},
                 {"files", pack.files}};
    if (!pack.valid_to.empty()) payload["valid_to"] = pack.valid_to;
    // Only names that a command line gave in another encoding can hold what is no UTF-8.
    return payload.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<DataPack> pack_of(PackKind kind, std::string_view payload, const std::string& file) {
    const json tree = json::parse(payload, nullptr, false);
    if (!tree.is_object()) return fail_at(file, 0, "", "holds no JSON object");
    const auto text = [&](const char* key) {
        return tree.contains(key) && tree[key].is_string() ? tree[key].get<std::string>()
                                                           : std::string();
    };
    DataPack pack{.kind = kind,
                  .id = text("id"),
                  .version = 0,
                  .issuer_zh = text("issuer_zh"),
                  .date = text("date"),
                  .valid_to = text("valid_to"),
                  .files = {}};
    if (tree.contains("version") && tree["version"].is_number_unsigned()) {
        pack.version = static_cast<int>(
            std::min<std::uint64_t>(tree["version"].get<std::uint64_t>(), most_version + 1));
    }
    if (!tree.contains("files") || !tree["files"].is_object()) {
        return fail_at(file, 0, "files", "is missing");
    }
    for (const auto& [name, content] : tree["files"].items()) {
        if (!content.is_string()) return fail_at(file, 0, "files." + name, "must be a text");
        pack.files[name] = content.get<std::string>();
    }
    if (const auto head = check_head(pack, file); !head) return std::unexpected(head.error());
    return pack;
}

}  // namespace

std::string_view word_of(PackKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<PackKind> pack_kind_from(std::string_view word) {
    for (const PackKind kind : all_pack_kinds) {
        if (word_of(kind) == word) return kind;
    }
    return std::nullopt;
}

std::string DataPack::slot() const { return fmt::format("{}/{}", word_of(kind), id); }

Result<estimate::Reference> with_pack(const estimate::Reference& base, const DataPack& pack) {
    const std::string mark = fmt::format("+{}.{}", pack.id, pack.version);
    switch (pack.kind) {
        case PackKind::Catalog: {
            auto made = with_catalog(base, pack);
            if (made) made->version += mark;
            return made;
        }
        case PackKind::Climate: {
            auto made = with_climate(base, pack);
            if (made) made->version += mark;
            return made;
        }
        case PackKind::Prices: {
            auto made = with_prices(base, pack);
            if (made) made->prices.version += mark;
            return made;
        }
        case PackKind::Rules: {
            auto made = with_tested_rules(base, pack);
            if (made) made->rules_version += mark;
            return made;
        }
    }
    std::unreachable();
}

Result<std::string> data_pack_bytes(const DataPack& pack, const access::SigningKey& key,
                                    const estimate::Reference& base) {
    if (const auto head = check_head(pack, pack.id); !head) return std::unexpected(head.error());
    if (const auto made = with_pack(base, pack); !made) return std::unexpected(made.error());
    std::string bytes = pack_file_bytes(word_of(pack.kind), payload_of(pack), key);
    if (bytes.size() > most_pack_bytes) {
        return fail_at(pack.id, 0, "", fmt::format("is larger than {} bytes", most_pack_bytes));
    }
    return bytes;
}

Result<SignedDataPack> parse_data_pack(std::string_view bytes, const std::string& file) {
    const std::string named = kind_of_pack(bytes);
    if (named == "keys") {
        return fail_at(file, 1, "", "is a key pack: install it with longju keys install, or 交接");
    }
    const auto kind = pack_kind_from(named);
    if (!kind) return fail_at(file, 1, "", "is no data pack that this program reads");
    const auto signed_file = parse_pack_file(bytes, word_of(*kind), file);
    if (!signed_file) return std::unexpected(signed_file.error());
    auto pack = pack_of(*kind, signed_file->payload, file);
    if (!pack) return std::unexpected(pack.error());
    return SignedDataPack{std::move(*pack), signed_file->signer};
}

}  // namespace longju::sync
