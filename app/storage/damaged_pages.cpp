// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/damaged_pages.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <utility>

namespace longju::storage {

namespace {

constexpr std::size_t wal_header = 32;
constexpr std::size_t frame_header = 24;
constexpr std::uint32_t wal_magic = 0x377f0682;  // Its last bit: checksums of big-endian words.
constexpr std::size_t usual_page = 4096;
constexpr std::size_t database_header = 100;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    }
    return number;
}

void put_big_endian(std::string& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + i] = static_cast<char>(number >> (24 - 8 * i) & 0xff);
    }
}

/// The running checksum of a log: two sums over pairs of 32-bit words (format section 4.2).
struct Checksum {
    bool big = false;
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(std::string_view bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes, at) + second;
            second += word(bytes, at + 4) + first;
        }
    }
    std::uint32_t word(std::string_view bytes, std::size_t at) const {
        const std::uint32_t number = big_endian(bytes, at);
        return big ? number : std::byteswap(number);
    }
    bool is(std::string_view bytes, std::size_t at) const {
        return big_endian(bytes, at) == first && big_endian(bytes, at + 4) == second;
    }
};

bool page_size_is_sound(std::size_t size) {
    return size >= 512 && size <= 65536 && std::has_single_bit(size);
}

/// What the header says, the log says, or what this program always uses.
std::size_t page_size_of(std::string_view bytes, std::string_view wal) {
    if (bytes.size() >= database_header && bytes.starts_with("SQLite format 3")) {
        const auto told = big_endian(bytes, 16) >> 16;
        const std::size_t size = told == 1 ? 65536 : told;
        if (page_size_is_sound(size)) return size;
    }
    if (wal.size() >= wal_header && page_size_is_sound(big_endian(wal, 8))) {
        return big_endian(wal, 8);
    }
    return usual_page;
}

/// Page number to its newest committed content, in the log.
std::map<std::uint32_t, std::string_view> committed_pages(std::string_view wal,
                                                          std::size_t page_size) {
    std::map<std::uint32_t, std::string_view> committed;
    if (wal.size() < wal_header || (big_endian(wal, 0) & ~1U) != wal_magic ||
        big_endian(wal, 8) != page_size) {
        return committed;
    }
    Checksum sum{.big = (big_endian(wal, 0) & 1U) != 0};
    sum.add(wal.substr(0, 24));
    if (!sum.is(wal, 24)) return committed;
    std::map<std::uint32_t, std::string_view> open;
    const std::size_t frame = frame_header + page_size;
    for (std::size_t at = wal_header; at + frame <= wal.size(); at += frame) {
        const bool same_log = wal.substr(at + 8, 8) == wal.substr(16, 8);
        sum.add(wal.substr(at, 8));
        sum.add(wal.substr(at + frame_header, page_size));
        if (!same_log || !sum.is(wal, at + 16)) break;
        open[big_endian(wal, at)] = wal.substr(at + frame_header, page_size);
        if (big_endian(wal, at + 4) == 0) continue;
        for (const auto& [page, content] : std::exchange(open, {})) committed[page] = content;
    }
    return committed;
}

/// A header and an empty table of contents.
void write_first_page(std::string& bytes, std::size_t page_size) {
    std::fill_n(bytes.begin(), page_size, '\0');
    constexpr std::string_view magic("SQLite format 3\0", 16);
    bytes.replace(0, magic.size(), magic);
    bytes[16] = static_cast<char>(page_size == 65536 ? 0 : page_size >> 8);
    bytes[17] = static_cast<char>(page_size == 65536 ? 1 : 0);
    bytes[18] = bytes[19] = 1;                   // Read and written without a log.
    bytes[21] = 64, bytes[22] = bytes[23] = 32;  // Fixed shares of payload.
    put_big_endian(bytes, 24, 1);                // Change counter …
    put_big_endian(bytes, 28, static_cast<std::uint32_t>(bytes.size() / page_size));
    put_big_endian(bytes, 44, 4);   // Schema format.
    put_big_endian(bytes, 56, 1);   // UTF-8.
    put_big_endian(bytes, 92, 1);   // … for which the size above is valid.
    bytes[database_header] = 0x0d;  // A leaf without cells; they would begin at its end.
    bytes[database_header + 5] = static_cast<char>(page_size == 65536 ? 0 : page_size >> 8);
}

}  // namespace

std::string openable(std::string bytes, std::string_view wal) {
    const std::size_t page_size = page_size_of(bytes, wal);
    const auto pages = committed_pages(wal, page_size);
    std::size_t count = std::max<std::size_t>(1, (bytes.size() + page_size - 1) / page_size);
    if (!pages.empty()) count = std::max<std::size_t>(count, pages.rbegin()->first);
    bytes.resize(count * page_size, '\0');
    for (const auto& [page, content] : pages) {
        if (page > 0) bytes.replace((page - 1) * page_size, page_size, content);
    }
    write_first_page(bytes, page_size);
    return bytes;
}

}  // namespace longju::storage
