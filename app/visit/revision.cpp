// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/hash.h"
#include "visit/codec.h"
#include "visit/json_reader.h"
#include "visit/json_take.h"
#include "visit/json_writer.h"
#include "visit/visit.h"

namespace longju::visit {

namespace {

using nlohmann::json;

constexpr int schema = 1;  // Of the body of a revision and of the revision itself.

std::unexpected<Error> too_new() {
    return fail(ErrorKind::TooNew,
                "it was saved by a newer version of Longju; update this one to read it");
}

Result<json> object_from(const std::string& text) {
    auto tree = parse_json(text);
    if (!tree) return tree;
    if (!tree->is_object()) return fail(ErrorKind::BadInput, "it is not a JSON object");
    const auto number = tree->find("schema");
    if (number == tree->end() || !number->is_number_integer()) {
        return fail_at("", 0, "schema", "is not a whole number");
    }
    if (*number > schema) return too_new();
    return tree;
}

/// ISO 7064 MOD 37,36 over digits and capital letters.
char check_character(std::string_view text) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::size_t product = 36;
    for (const char c : text) {
        const std::size_t sum = (product + alphabet.find(c)) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return alphabet.at((37 - product) % 36);
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

}  // namespace

std::string canonical(const Visit& visit) {
    Visit copy = visit;
    json tree = JsonWriter::write(copy);
    tree["schema"] = schema;
    return canonical_text(tree);
}

Result<Visit> visit_from(const std::string& text) {
    auto tree = object_from(text);
    if (!tree) return std::unexpected(tree.error());
    tree->erase("schema");
    Visit visit;
    JsonReader reader(Strictness::Stored);
    reader.read(*tree, visit, "");
    if (reader.error()) return std::unexpected(*reader.error());
    if (!is_hex(visit.id, 32)) return fail_at("", 0, "id", "is not 32 hex digits");
    return visit;
}

std::string canonical_without_hash(const Revision& revision) {
    const json tree{
        {"actor", revision.actor},           {"body", revision.body},
        {"data_hash", revision.data_hash},   {"device_id", revision.device_id},
        {"device_seq", revision.device_seq}, {"lamport", revision.lamport},
        {"parents", revision.parents},       {"previous_on_device", revision.previous_on_device},
        {"saved_at", revision.saved_at},     {"schema", revision.schema},
        {"visit_id", revision.visit_id},
    };
    return canonical_text(tree);
}

std::string hash_of(const Revision& revision) {
    return sha256_hex(canonical_without_hash(revision));
}

Result<Revision> revision_from(const std::string& text) {
    const auto tree = object_from(text);
    if (!tree) return std::unexpected(tree.error());
    Revision revision;
    const bool complete =
        take(*tree, "actor", revision.actor) && take(*tree, "body", revision.body) &&
        take(*tree, "data_hash", revision.data_hash) &&
        take(*tree, "device_id", revision.device_id) &&
        take(*tree, "device_seq", revision.device_seq) &&
        take(*tree, "lamport", revision.lamport) &&
        take(*tree, "previous_on_device", revision.previous_on_device) &&
        take(*tree, "saved_at", revision.saved_at) && take(*tree, "schema", revision.schema) &&
        take(*tree, "visit_id", revision.visit_id);
    const auto parents = tree->find("parents");
    if (!complete || parents == tree->end() || !parents->is_array()) {
        return fail(ErrorKind::BadInput, "it is not a revision: a field is missing");
    }
    for (const json& parent : *parents) {
        if (!parent.is_string()) return fail_at("", 0, "parents", "is not a list of hashes");
        revision.parents.push_back(parent.get<std::string>());
    }
    revision.hash = sha256_hex(text);
    if (canonical_without_hash(revision) != text) {
        return fail(ErrorKind::Damaged, "it is not the canonical text of a revision");
    }
    constexpr std::uint64_t most = 1ULL << 53;  // Exact in every JSON reader.
    const bool counted = revision.device_seq > 0 && revision.device_seq < most &&
                         revision.lamport > 0 && revision.lamport < most;
    if (!counted || !is_hex(revision.visit_id, 32) ||
        !std::ranges::all_of(revision.parents, [](const auto& p) { return is_hex(p, 64); })) {
        return fail(ErrorKind::BadInput, "it is not a revision: an id or a number is wrong");
    }
    return revision;
}

std::string record_code(const Visit& visit) {
    const std::string division =
        visit.inputs.place.division_code.empty() ? "000000" : visit.inputs.place.division_code;
    const int year = static_cast<int>(visit.inputs.date.year()) % 100;
    const std::string code = fmt::format("{}-{:02}-{}", division, year, visit.id.substr(0, 8));
    std::string letters = upper(code);
    std::erase(letters, '-');
    return fmt::format("{}-{}", code, check_character(letters));
}

std::vector<const Revision*> heads(const std::vector<Revision>& revisions) {
    std::set<std::string_view> named;
    for (const Revision& revision : revisions) {
        named.insert(revision.parents.begin(), revision.parents.end());
    }
    std::vector<const Revision*> ends;
    for (const Revision& revision : revisions) {
        if (!named.contains(revision.hash)) ends.push_back(&revision);
    }
    std::ranges::sort(ends, [](const Revision* a, const Revision* b) {
        return std::tie(b->lamport, a->hash) < std::tie(a->lamport, b->hash);
    });
    return ends;
}

}  // namespace longju::visit
