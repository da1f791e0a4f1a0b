// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "access/sealing.h"

#include <sodium.h>

#include <array>

#include "access/key_bytes.h"
#include "core/assert.h"
#include "core/hash.h"

namespace longju::access {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::size_t chunk_tag_bytes = crypto_secretstream_xchacha20poly1305_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == data_key_bytes);

std::unexpected<Error> not_opened() {
    return fail(ErrorKind::Damaged, "it was changed, or sealed for somebody else");
}

}  // namespace

DataKey new_data_key() {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    DataKey key{std::string(data_key_bytes, '\0')};
    randombytes_buf(key.bytes.data(), key.bytes.size());
    return key;
}

std::string seal(std::string_view text, const DataKey& key, std::string_view context) {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    LONGJU_ASSERT(key.bytes.size() == data_key_bytes, "a data key has 32 bytes");
    std::string sealed(nonce_bytes + text.size() + tag_bytes, '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonce_bytes, nullptr, raw(text),
                                               text.size(), raw(context), context.size(), nullptr,
                                               raw(sealed), raw(key.bytes));
    return sealed;
}

Result<std::string> unseal(std::string_view sealed, const DataKey& key, std::string_view context) {
    LONGJU_ASSERT(key.bytes.size() == data_key_bytes, "a data key has 32 bytes");
    if (sealed.size() < nonce_bytes + tag_bytes) return not_opened();
    const std::string_view body = sealed.substr(nonce_bytes);
    std::string text(body.size() - tag_bytes, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(text), nullptr, nullptr, raw(body), body.size(), raw(context), context.size(),
        raw(sealed), raw(key.bytes));
    if (failed != 0) return not_opened();
    return text;
}

Result<std::string> seal_to(std::string_view text, std::string_view signer) {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    const auto key = bytes_of<crypto_sign_PUBLICKEYBYTES>(signer);
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box{};
    if (!key || crypto_sign_ed25519_pk_to_curve25519(box.data(), key->data()) != 0) {
        return fail(ErrorKind::BadInput, "there is no such key to seal it to");
    }
    std::string sealed(text.size() + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(raw(sealed), raw(text), text.size(), box.data()) != 0) {
        return fail(ErrorKind::BadInput, "the key to seal it to is not sound");
    }
    return sealed;
}

Result<std::string> unseal_with(std::string_view sealed, std::string_view seed) {
    const auto bytes = bytes_of<crypto_sign_SEEDBYTES>(seed);
    if (!bytes || sealed.size() < crypto_box_SEALBYTES) return not_opened();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_open{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> box_secret{};
    crypto_sign_seed_keypair(open.data(), secret.data(), bytes->data());
    if (crypto_sign_ed25519_pk_to_curve25519(box_open.data(), open.data()) != 0 ||
        crypto_sign_ed25519_sk_to_curve25519(box_secret.data(), secret.data()) != 0) {
        return not_opened();
    }
    std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
    const int failed = crypto_box_seal_open(raw(text), raw(sealed), sealed.size(), box_open.data(),
                                            box_secret.data());
    if (failed != 0) return not_opened();
    return text;
}

std::string seal_stream(std::string_view text, const DataKey& key, std::string_view context) {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    std::string sealed(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(sealed), raw(key.bytes));
    std::string chunk;
    for (std::size_t at = 0; at == 0 || at < text.size(); at += chunk_bytes) {
        const std::string_view part = text.substr(at, chunk_bytes);
        const bool last = at + chunk_bytes >= text.size();
        chunk.resize(part.size() + chunk_tag_bytes);
        // The context stands with the first chunk; the others follow from it.
        const std::string_view beside = at == 0 ? context : std::string_view();
        crypto_secretstream_xchacha20poly1305_push(
            &state, raw(chunk), nullptr, raw(part), part.size(), raw(beside), beside.size(),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        sealed += chunk;
    }
    return sealed;
}

std::size_t sealed_stream_bytes(std::size_t text_bytes) {
    const std::size_t chunks = text_bytes == 0 ? 1 : (text_bytes + chunk_bytes - 1) / chunk_bytes;
    return crypto_secretstream_xchacha20poly1305_HEADERBYTES + text_bytes +
           chunks * chunk_tag_bytes;
}

OpenedStream unseal_stream(std::string_view sealed, const DataKey& key, std::string_view context) {
    constexpr std::size_t head = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
    OpenedStream opened;
    if (sealed.size() < head) return opened;
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed), raw(key.bytes)) != 0) {
        return opened;
    }
    sealed.remove_prefix(head);
    std::string_view beside = context;
    std::string chunk;
    while (sealed.size() >= chunk_tag_bytes) {
        const std::string_view part = sealed.substr(0, chunk_bytes + chunk_tag_bytes);
        chunk.resize(part.size() - chunk_tag_bytes);
        unsigned char tag = 0;
        const int failed = crypto_secretstream_xchacha20poly1305_pull(
            &state, raw(chunk), nullptr, &tag, raw(part), part.size(), raw(beside), beside.size());
        if (failed != 0) return opened;
        opened.text += chunk;
        sealed.remove_prefix(part.size());
        beside = {};
        if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
            opened.whole = sealed.empty();
            return opened;
        }
    }
    return opened;
}

std::string keyed_hash(std::string_view text, const DataKey& key) {
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, raw(key.bytes), key.bytes.size());
    crypto_auth_hmacsha256_update(&state, raw(text), text.size());
    crypto_auth_hmacsha256_final(&state, hash.data());
    return hex_of(hash);
}

}  // namespace longju::access
