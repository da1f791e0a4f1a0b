// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/motion.h"

#include <charconv>
#include <optional>

#include "core/text.h"

namespace longju::kiosk {
namespace {

struct Counted {
    double value = 0;
    int decimals = 0;
};

/// A number as `formatted` writes it.
std::optional<Counted> counted(std::string_view text) {
    constexpr std::string_view minus = "\u2212";
    std::string digits;
    if (text.starts_with(minus)) {
        digits = "-";
        text.remove_prefix(minus.size());
    }
    Counted number;
    bool after_point = false;
    for (const char c : text) {
        if (c == ',') continue;
        if (c == '.' && !after_point) {
            after_point = true;
        } else if (c < '0' || c > '9') {
            return std::nullopt;
        } else if (after_point) {
            ++number.decimals;
        }
        digits += c;
    }
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string number_between(std::string_view from, std::string_view to, float share) {
    const auto a = counted(from), b = counted(to);
    if (share >= 1 || !a || !b) return std::string(to);
    return formatted(a->value + (b->value - a->value) * static_cast<double>(share), b->decimals);
}

CountingNumbers::Shown CountingNumbers::show(const std::string& id, const std::string& number,
                                             double now_s, bool moving) {
    const auto [it, first] = places_.try_emplace(id);
    Place& place = it->second;
    place.seen = true;
    if (first || !moving) {
        place = {.from = number, .to = number};
        return {number, 0};
    }
    const auto at = [&] {
        const auto share = static_cast<float>((now_s - place.since_s) / count_s);
        return number_between(place.from, place.to, eased(share));
    };
    if (place.to != number) {
        // It goes on from where it is.
        place.from = at();
        place.to = number;
        place.since_s = now_s;
    }
    const double old = (now_s - place.since_s) / fresh_s;
    return {at(), static_cast<float>(std::clamp(1.0 - old, 0.0, 1.0))};
}

bool CountingNumbers::moves(double now_s) const {
    return std::ranges::any_of(
        places_, [now_s](const auto& entry) { return now_s - entry.second.since_s < fresh_s; });
}

void CountingNumbers::end_frame() {
    std::erase_if(places_, [](const auto& entry) { return !entry.second.seen; });
    for (auto& [id, place] : places_) place.seen = false;
}

}  // namespace longju::kiosk
