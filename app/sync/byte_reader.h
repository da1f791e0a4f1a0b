// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace longju::sync {

/// Walks bytes that nobody vouches for: every step says whether there was enough left. Numbers are
/// little endian.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::optional<std::string_view> take(std::size_t count) {
        if (count > rest_.size()) return std::nullopt;
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::optional<std::uint32_t> u32() {
        const auto number = little_endian(4);
        if (!number) return std::nullopt;
        return static_cast<std::uint32_t>(*number);
    }
    std::optional<std::uint64_t> u64() { return little_endian(8); }
    bool at_end() const { return rest_.empty(); }

private:
    std::optional<std::uint64_t> little_endian(std::size_t count) {
        const auto bytes = take(count);
        if (!bytes) return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = count; i > 0; --i) {
            value = value << 8 | static_cast<unsigned char>((*bytes)[i - 1]);
        }
        return value;
    }

    std::string_view rest_;
};

}  // namespace longju::sync
