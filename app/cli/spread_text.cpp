// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/spread_text.h"

#include <fmt/format.h>

#include "core/text.h"

namespace longju::cli {

namespace {

using estimate::Unknown;

std::string yuan(const estimate::Percentiles<Money>& p) {
    return fmt::format("{} – {} – {}", formatted(p.p10.in_yuan(), 0), formatted(p.p50.in_yuan(), 0),
                       formatted(p.p90.in_yuan(), 0));
}

const char* name_of(Unknown what) {
    switch (what) {
        case Unknown::AirChange:
            return "air change 换气次数";
        case Unknown::SetPoint:
            return "set point 室温";
        case Unknown::HeatedShare:
            return "heated share 烧热的屋";
        case Unknown::Winter:
            return "winter 冬天冷暖";
        case Unknown::Habit:
            return "habit 没有账单";
        case Unknown::Realised:
            return "saving seen 省的兑现";
        case Unknown::HeaterBefore:
            return "heater now 现炉效率";
        case Unknown::HeaterAfter:
            return "heater after 新炉效率";
        case Unknown::FuelPrice:
            return "price 价格";
        case Unknown::Works:
            return "works 造价";
    }
    return "";
}

}  // namespace

std::string spread_text(const estimate::Spread& s) {
    std::string out = fmt::format(
        "\nHow sure 有多大把握 ({} houses like this one; 10th, 50th, 90th of a hundred)\n",
        s.samples);
    const auto line = [&](const char* name, const std::string& value) {
        out += fmt::format("  {:<34} {}\n", name, value);
    };
    line("saved a year 每年省, yuan", yuan(s.saved_per_year));
    line("heating after 改后取暖, yuan", yuan(s.heating_after));
    line("own money 自筹, yuan", yuan(s.own));
    line("payback 回收期, years",
         fmt::format("{} – {} – {}", formatted(s.payback.p10.value, 1),
                     formatted(s.payback.p50.value, 1), formatted(s.payback.p90.value, 1)));
    line("CO2 saved 减排, t",
         fmt::format("{} – {} – {}", formatted(s.co2_saved.p10.value / 1000.0, 1),
                     formatted(s.co2_saved.p50.value / 1000.0, 1),
                     formatted(s.co2_saved.p90.value / 1000.0, 1)));
    line("saves money 能省钱", fmt::format("{} %", formatted(100.0 * s.saves_money, 0)));
    out += "  What matters most 影响最大 (saved a year with it low, high)\n";
    for (const estimate::Influence& bar : s.tornado) {
        const std::string name = bar.fuel_id.empty()
                                     ? name_of(bar.what)
                                     : fmt::format("{} {}", name_of(bar.what), bar.fuel_id);
        line(name.c_str(), fmt::format("{} , {}", formatted(bar.saved_at_low.in_yuan(), 0),
                                       formatted(bar.saved_at_high.in_yuan(), 0)));
    }
    return out;
}

}  // namespace longju::cli
