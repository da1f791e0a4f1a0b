// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "storage/gb18030.h"

namespace longju::storage {

namespace {

/// Nothing when the system does not know the encodings, or a character is none of them.
struct Converted {
    bool known = false;
    std::optional<std::string> text;
};

Converted converted(std::string_view text, const char* to_code, const char* from_code) {
    const iconv_t converter = iconv_open(to_code, from_code);
    constexpr std::intptr_t refused = -1;
    if (reinterpret_cast<std::intptr_t>(converter) == refused) return {};
    std::string copy(text);  // iconv does not write to it, but does not say so.
    char* from = copy.data();
    std::size_t left = copy.size();
    std::string out;
    std::array<char, 65536> piece{};
    bool whole = true;
    while (left > 0 && whole) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(converter, &from, &left, &to, &room);
        out.append(piece.data(), piece.size() - room);
        whole = done != static_cast<std::size_t>(-1) || errno == E2BIG;  // A full piece goes on.
    }
    iconv_close(converter);
    return {true, whole ? std::optional(std::move(out)) : std::nullopt};
}

}  // namespace

Result<std::string> utf8_from_gb18030(std::string_view text) {
    Converted utf8 = converted(text, "UTF-8", "GB18030");
    if (!utf8.known) {
        return fail(ErrorKind::Missing, "the system does not know GB18030: save the list as UTF-8");
    }
    if (!utf8.text) return fail(ErrorKind::BadInput, "is neither UTF-8 nor GB18030");
    return std::move(*utf8.text);
}

Result<std::string> gb18030_from_utf8(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    Converted encoded = converted(text, "GB18030", "UTF-8");
    if (!encoded.known) {
        return fail(ErrorKind::Missing, "this system does not know GB18030; write UTF-8 instead");
    }
    if (!encoded.text) {
        return fail(ErrorKind::BadInput,
                    "a character cannot be written as GB18030; write UTF-8 instead");
    }
    return std::move(*encoded.text);
}

}  // namespace longju::storage
