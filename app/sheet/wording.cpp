// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/wording.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.h"
#include "sheet/notice.h"

namespace longju::sheet {

std::string plain(double value, int decimals) {
    std::string text = formatted(value, decimals);
    std::erase(text, ',');
    return text;
}

std::string degrees(double c) { return formatted(std::round(c), 0); }

std::string side_by_side(double low, double high, int decimals) {
    const std::string a = plain(low, decimals);
    const std::string b = plain(high, decimals);
    return a == b ? a : a + "～" + b;
}

/// `零下 27` or `5`.
std::string outdoors(double c) { return c < 0 ? "零下 " + degrees(-c) : degrees(c); }

std::string hundreds(Money money) { return plain(money.rounded_to(Money::yuan(100)).in_yuan(), 0); }

std::string hundreds_range(const Range<Money>& range) {
    const std::string low = hundreds(range.low);
    const std::string high = hundreds(range.high);
    return low == high ? low : low + "～" + high;
}

std::string ten_thousands_range(const Range<Money>& range) {
    return side_by_side(range.low.in_yuan() / 10000.0, range.high.in_yuan() / 10000.0, 1);
}

std::string quantity(double amount, const std::string& unit_zh) {
    constexpr double kilo = 1000.0;
    if (unit_zh == "瓦" && amount >= kilo) return plain(amount / kilo, 1) + " 千瓦";
    return plain(amount, amount == std::round(amount) ? 0 : 1) + " " + unit_zh;
}

const char* place_of(house::JunctionKind kind) {
    switch (kind) {
        case house::JunctionKind::OuterCorner:
        case house::JunctionKind::InnerCorner:
            return "墙角";
        case house::JunctionKind::StoreyFloor:
            return "楼板边";
        case house::JunctionKind::Eaves:
            return "墙和棚顶交接处";
        case house::JunctionKind::Plinth:
            return "墙脚";
        case house::JunctionKind::Jamb:
            return "门窗边";
        case house::JunctionKind::Lintel:
            return "门窗上边";
    }
    return "";
}

std::string damp_words(double surface_c, const energy::Demand& demand) {
    // GB 50176-2016: 60 % relative humidity indoors. At 14 ℃ the dew point is 6.4 ℃; mould grows
    // where the air at the surface reaches 80 % (ISO 13788), below 9.6 ℃ or at f_rsi below 0.75.
    constexpr double dew_c = 6.4;
    constexpr double mould_c = 9.6;
    constexpr double least_f_rsi = 0.75;
    if (surface_c < dew_c) return "，*会结露返霜*。";
    if (demand.f_rsi < least_f_rsi && demand.coldest_junction) {
        return fmt::format("，{}还要防返潮。", place_of(*demand.coldest_junction));
    }
    if (surface_c < mould_c || demand.f_rsi < least_f_rsi) return "，墙面还要防返潮。";
    return "，*不容易结露发霉*。";
}

const char* short_name(measure::Group group) {
    switch (group) {
        case measure::Group::Wall:
            return "外墙";
        case measure::Group::Ceiling:
            return "顶棚";
        case measure::Group::Floor:
            return "勒脚";
        case measure::Group::Window:
            return "窗";
        case measure::Group::Door:
            return "门";
        case measure::Group::Sealing:
            return "堵缝";
        case measure::Group::Sunspace:
            return "阳光间";
        case measure::Group::Heating:
            return "炉子";
        case measure::Group::Pv:
            return "光伏";
        case measure::Group::SolarWater:
            return "太阳能热水";
    }
    return "";
}

std::string season_words(const std::optional<climate::WorkSeason>& season) {
    if (!season) return "5 月到 10 月上旬";
    const auto day = [](std::chrono::month_day d) {
        return fmt::format("{} 月 {} 日", static_cast<unsigned>(d.month()),
                           static_cast<unsigned>(d.day()));
    };
    return day(season->first) + "到 " + day(season->last);
}

}  // namespace longju::sheet
