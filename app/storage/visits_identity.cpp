// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/hash.h"
#include "storage/platform.h"
#include "storage/users.h"
#include "storage/visits_store.h"

/// Who a store is: its keys and the name they give it.
namespace longju::storage {

namespace {

constexpr std::size_t device_digits = 32;
constexpr std::size_t key_digits = 64;
constexpr std::string_view seed_place = "device_seed";

std::unexpected<Error> damaged_keys(const std::string& file) {
    return std::unexpected(
        Error{.kind = ErrorKind::Damaged, .what = "the keys in it are damaged", .file = file});
}

}  // namespace

std::string device_id_of(std::string_view signer) {
    return sha256_hex(bytes_from_hex(signer)).substr(0, device_digits);
}

std::filesystem::path VisitsStore::folder() const {
    return path_from_utf8(file_.name()).parent_path();
}

Result<std::string> VisitsStore::hex_setting(std::string_view name) {
    auto digits = setting(name);
    if (!digits) return digits;
    const bool sound = digits->size() % 2 == 0 && is_hex(*digits, digits->size());
    if (!sound) return damaged_keys(file_.name());
    return digits;
}

Result<void> VisitsStore::learn_identity() {
    const auto signer = hex_setting("device_signer");
    if (!signer) return std::unexpected(signer.error());
    if (!signer->empty() && signer->size() != key_digits) return damaged_keys(file_.name());
    Users users(file_);
    const auto needs_pin = users.any();
    if (!needs_pin) return std::unexpected(needs_pin.error());
    // With users the key comes with a PIN.
    if (!*needs_pin) {
        const auto key = users.key_without_pin();
        if (!key) return std::unexpected(key.error());
        key_ = *key;
    }
    if (!signer->empty()) {
        signer_ = *signer;
        device_id_ = device_id_of(*signer);
        return {};
    }
    return become_new_device();
}

Result<void> VisitsStore::become_new_device() {
    const access::SigningKey fresh = access::new_signing_key();
    const std::string seed = key_ ? access::seal(fresh.seed, *key_, seed_place) : std::string();
    // While it is locked there is no key to keep the seed with; it is made anew when it opens.
    signer_ = key_ ? fresh.signer : "";
    device_id_ = device_id_of(fresh.signer);
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const auto& [name, value] :
         {std::pair{"device_seed", hex_from_bytes(seed)}, std::pair{"device_signer", signer_},
          std::pair{"device_id", device_id_}}) {
        if (auto kept = keep_setting(name, value); !kept) return kept;
    }
    // The numbers of its chain begin anew: what was written before says nothing of them.
    auto forget = SqliteQuery::prepare(file_, "forget_exported");
    if (!forget) return std::unexpected(forget.error());
    if (auto done = forget->finish(); !done) return std::unexpected(done.error());
    return transaction->commit();
}

Result<access::DataKey> VisitsStore::data_key() const {
    if (key_) return *key_;
    return fail(ErrorKind::Missing, "the store is locked: sign in with your PIN first");
}

Result<void> VisitsStore::unlock(const access::DataKey& key) {
    key_ = key;
    if (signer_.empty()) {
        if (auto fresh = become_new_device(); !fresh) return fresh;
    }
    return read_tails();
}

Result<access::SigningKey> VisitsStore::signing_key() {
    const auto key = data_key();
    if (!key) return std::unexpected(key.error());
    const auto sealed = hex_setting("device_seed");
    if (!sealed) return std::unexpected(sealed.error());
    const auto seed = access::unseal(bytes_from_hex(*sealed), *key, seed_place);
    if (!seed) return std::unexpected(seed.error());
    return access::signing_key_from(*seed, file_.name());
}

}  // namespace longju::storage
