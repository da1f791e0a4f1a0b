// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/private_values.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "core/hash.h"

namespace longju::storage {

namespace {

constexpr std::string_view prefix = "sealed:";
constexpr std::size_t hash_digits = 64;
constexpr std::size_t reference_size = prefix.size() + hash_digits;
constexpr std::size_t salt_bytes = 16;

struct Field {
    std::string_view name;
    std::string house::Household::*member;
};
constexpr std::array<Field, 3> fields = {{{"phone", &house::Household::phone},
                                          {"id_number", &house::Household::id_number},
                                          {"bank_card", &house::Household::bank_card}}};

std::string reference_of(std::string_view salted) {
    return std::string(prefix) + sha256_hex(salted);
}

}  // namespace

bool is_reference(std::string_view text) {
    return text.starts_with(prefix) && is_hex(text.substr(prefix.size()), hash_digits);
}

Result<std::string> PrivateValues::salted(std::string_view reference) const {
    auto query = SqliteQuery::prepare(*file_, "private_value");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(reference).next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::string();
    // A value that does not open is as good as gone: the visit is still to be read.
    return access::unseal(query->bytes(0), *key_, reference).value_or(std::string());
}

Result<void> PrivateValues::keep(const PrivateValue& value) const {
    if (value.salted.size() < salt_bytes || reference_of(value.salted) != value.reference) {
        return fail(ErrorKind::Damaged, "a private value does not belong to its reference");
    }
    auto query = SqliteQuery::prepare(*file_, "add_private_value");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(value.reference)
                          .bind_bytes(access::seal(value.salted, *key_, value.reference))
                          .finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

bool has_plain_values(const visit::Visit& visit) {
    return std::ranges::any_of(fields, [&](const Field& field) {
        const std::string& value = visit.inputs.household.*field.member;
        return !value.empty() && !is_reference(value);
    });
}

Result<std::string> PrivateValues::value_of(std::string_view reference) const {
    const auto known = salted(reference);
    if (!known || known->size() < salt_bytes) return known;
    return known->substr(salt_bytes);
}

Result<void> PrivateValues::hide(visit::Visit& visit,
                                 const std::vector<visit::Visit>& versions) const {
    for (const Field& field : fields) {
        std::string& value = visit.inputs.household.*field.member;
        if (value.empty() || is_reference(value)) continue;
        std::string known;
        for (const visit::Visit& version : versions) {
            const std::string& old = version.inputs.household.*field.member;
            if (!known.empty() || !is_reference(old)) continue;
            const auto text = value_of(old);
            if (!text) return std::unexpected(text.error());
            if (*text == value) known = old;
        }
        if (known.empty()) {
            const std::string salt =
                access::keyed_hash(fmt::format("{}\n{}\n{}", visit.id, field.name, value), *key_);
            PrivateValue kept;
            kept.salted = bytes_from_hex(salt).substr(0, salt_bytes) + value;
            kept.reference = reference_of(kept.salted);
            if (auto done = keep(kept); !done) return done;
            known = kept.reference;
        }
        value = known;
    }
    return {};
}

Result<void> PrivateValues::reveal(visit::Visit& visit) const {
    for (const Field& field : fields) {
        std::string& value = visit.inputs.household.*field.member;
        if (!is_reference(value)) continue;
        const auto known = value_of(value);
        if (!known) return std::unexpected(known.error());
        if (!known->empty()) value = *known;
    }
    return {};
}

Result<std::vector<PrivateValue>> PrivateValues::named_in(
    const std::vector<visit::Revision>& revisions) const {
    std::set<std::string> references;
    for (const visit::Revision& revision : revisions) {
        const std::string_view body = revision.body;
        for (auto at = body.find(prefix); at != std::string_view::npos;
             at = body.find(prefix, at + 1)) {
            const std::string_view found = body.substr(at, reference_size);
            if (is_reference(found)) references.emplace(found);
        }
    }
    std::vector<PrivateValue> values;
    for (const std::string& reference : references) {
        auto known = salted(reference);
        if (!known) return std::unexpected(known.error());
        if (!known->empty()) values.push_back({reference, std::move(*known)});
    }
    return values;
}

}  // namespace longju::storage
