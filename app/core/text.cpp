// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/text.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace longju {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Decodes the code point at `at` and moves past it; `replacement` and one byte when malformed.
char32_t next_point(std::string_view text, std::size_t& at, bool& well_formed) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return ++at, lead;
    int length = 0;
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    const bool fits = length > 0 && at + static_cast<std::size_t>(length) <= text.size();
    if (!fits) return ++at, well_formed = false, replacement;
    char32_t point = lead & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const unsigned char next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0U) != 0x80U) return ++at, well_formed = false, replacement;
        point = (point << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < smallest.at(static_cast<std::size_t>(length)) || point > 0x10FFFF || surrogate) {
        return ++at, well_formed = false, replacement;
    }
    at += static_cast<std::size_t>(length);
    return point;
}

}  // namespace

bool is_utf8(std::string_view text) {
    bool well_formed = true;
    for (std::size_t at = 0; at < text.size() && well_formed;) next_point(text, at, well_formed);
    return well_formed;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    bool well_formed = true;
    for (std::size_t at = 0; at < text.size();) points += next_point(text, at, well_formed);
    return points;
}

std::string utf8(std::u32string_view points) {
    std::string text;
    const auto add = [&](char32_t bits) { text += static_cast<char>(bits); };
    for (const char32_t p : points) {
        if (p < 0x80) {
            add(p);
        } else if (p < 0x800) {
            add(0xC0 | (p >> 6U)), add(0x80 | (p & 0x3FU));
        } else if (p < 0x10000) {
            add(0xE0 | (p >> 12U)), add(0x80 | ((p >> 6U) & 0x3FU)), add(0x80 | (p & 0x3FU));
        } else {
            add(0xF0 | (p >> 18U)), add(0x80 | ((p >> 12U) & 0x3FU));
            add(0x80 | ((p >> 6U) & 0x3FU)), add(0x80 | (p & 0x3FU));
        }
    }
    return text;
}

std::string narrowed(std::string_view text) {
    std::u32string points = code_points(text);
    for (char32_t& point : points) {
        if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFF01 - U'!';
        if (point == 0x3000) point = U' ';
    }
    return utf8(points);
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string tail_of(std::string_view text) {
    constexpr std::size_t kept = 4;
    std::u32string points = code_points(text);
    if (points.size() > kept) points.erase(0, points.size() - kept);
    return utf8(points);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> number_from(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<long long> integer_from(std::string_view text) {
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string formatted(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(std::abs(value) * scale) / scale;
    std::string digits = fmt::format("{:.{}f}", rounded, decimals);
    const auto whole = std::min(digits.find('.'), digits.size());
    for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, ",");
    return value < 0 && rounded != 0 ? "\u2212" + digits : digits;
}

std::string exact(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string("nan");
}

}  // namespace longju
