// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cli/validation.h"

namespace longju::cli {

namespace {

/// Tables of the report: all quantities that begin so.
constexpr std::array tables = {"heating",     "cooling",        "peak_heating", "peak_cooling",
                               "free_min",    "free_max",       "free_mean",    "incident",
                               "transmitted", "transmissivity", "shading",      "sky"};

/// The case, with the plane where the quantity has one.
std::string name_of(const Judged& j, const std::string& table) {
    const bool more = j.quantity.size() > table.size();
    return more ? fmt::format("{} {}", j.test_case, j.quantity.substr(table.size() + 1))
                : j.test_case;
}

std::string off_words(const Judged& j) {
    if (j.unit == "C") return fmt::format("{:+.1f} K", j.ours - j.mean);
    return j.mean == 0.0 ? "" : fmt::format("{:+.1f} %", 100.0 * j.deviation());
}

std::string std140_table(const Validation& validation, const std::string& quantity) {
    std::string text = fmt::format(
        "{:<15}{:>9} {:<6}{:>9}{:>9}{:>9} {:>8}  {:<5}{:>10}{:>9}{:>9}{:>9}{:>9}{:>8}\n", "case",
        "Longju", "", "low", "high", "mean", "off", "", "EnergyPlus", "ESP-r", "TRNSYS", "DeST",
        "E+ 25.1", "5R1C");
    for (const Judged& j : validation.std140) {
        if (!j.quantity.starts_with(quantity)) continue;
        text += fmt::format(
            "{:<15}{:>9.3f} {:<6}{:>9.3f}{:>9.3f}{:>9.3f} {:>8}  "
            "{:<5}{:>10}{:>9}{:>9}{:>9}{:>9}{:>8}"
            "{}\n",
            name_of(j, quantity), j.ours, j.unit, j.low, j.high, j.mean, off_words(j),
            j.inside() ? "in" : "OUT", j.others[0], j.others[1], j.others[2], j.others[3],
            j.others[4], j.others[5], j.accepted() ? "" : "  not within the acceptance limits");
    }
    const Summary s = summary(validation, quantity);
    text += fmt::format("{} of {} within the six programs, {} of {} accepted", s.inside, s.count,
                        s.accepted, s.count);
    // Of temperatures a share says nothing.
    if (quantity.starts_with("free_") || quantity == "sky") return text + "\n\n";
    return text + fmt::format(", mean deviation {:.1f} %, weighted by size {:.1f} %\n\n",
                              100.0 * s.mean_deviation, 100.0 * s.weighted_deviation);
}

std::string ground_table(const std::vector<GroundRun>& ground) {
    std::string text =
        "Slabs on the ground by ISO 13370, beside the verified models of IEA BESTEST\n";
    text += fmt::format("{:<15}{:>9} {:<6}{:>9}{:>9}{:>9}{:>9} {:>8}{:>12}\n", "case", "Longju", "",
                        "TRNSYS", "FLUENT", "MATLAB", "mean", "off", "EnergyPlus");
    double worst = 0.0;
    for (const GroundRun& g : ground) {
        text += fmt::format(
            "{:<15}{:>9.0f} {:<6}{:>9.0f}{:>9.0f}{:>9.0f}{:>9.0f} {:>+6.1f} %{:>12.0f}\n",
            g.test_case, g.ours, g.unit, g.models[0], g.models[1], g.models[2], g.mean,
            100.0 * g.deviation(), g.energyplus);
        worst = std::max(worst, std::abs(g.deviation()));
    }
    return text + fmt::format("worst {:.1f} % of the mean\n\n", 100.0 * worst);
}

std::string houses_table(const std::vector<TypicalHouse>& houses) {
    std::string text =
        "Typical farmhouses at today's habits, energy bought in a year beside what is known\n";
    text += fmt::format("{:<34}{:<12}{:>10}{:>22}{:>8}{:>12}\n", "house", "station", "heat kWh",
                        "fuel", "MWh", "known MWh");
    int inside = 0;
    int known = 0;
    for (const TypicalHouse& h : houses) {
        const std::string fuel =
            fmt::format("{:.1f} {} {}", h.fuel_amount, h.fuel_unit, h.fuel.substr(0, 14));
        const std::string range =
            h.low_mwh && h.high_mwh ? fmt::format("{:.0f}-{:.0f}", *h.low_mwh, *h.high_mwh) : "-";
        text += fmt::format("{:<34}{:<12}{:>10.0f}{:>22}{:>8.1f}{:>12}  {}\n", h.name, h.station,
                            h.heat_kwh, fuel, h.bought_mwh, range,
                            h.inside() ? "" : fmt::format("OUT: {}", h.why));
        if (!h.low_mwh) continue;
        ++known;
        inside += h.inside() ? 1 : 0;
    }
    return text + fmt::format("{} of {} within what is known\n\n", inside, known);
}

std::string farm_table(const std::vector<FarmRun>& farm) {
    std::string text = "A farmhouse in Harbin, heat a year\n";
    text += fmt::format("{:<5}{:>12}{:>16}{:>9}{:>16}\n", "run", "Longju kWh", "EnergyPlus kWh",
                        "off", "saving off");
    double sum = 0.0;
    double worst = 0.0;
    double saving_sum = 0.0;
    double saving_worst = 0.0;
    for (const FarmRun& run : farm) {
        text +=
            fmt::format("{:<5}{:>12.0f}{:>16.0f}{:>7.1f} %{:>9.1f} points\n", run.id, run.ours_kwh,
                        run.theirs_kwh, 100.0 * run.deviation(), run.saving_off_points);
        sum += std::abs(run.deviation());
        worst = std::max(worst, std::abs(run.deviation()));
        saving_sum += std::abs(run.saving_off_points);
        saving_worst = std::max(saving_worst, std::abs(run.saving_off_points));
    }
    const double count = std::max<double>(1.0, static_cast<double>(farm.size()));
    return text + fmt::format(
                      "mean deviation {:.1f} %, worst {:.1f} %; of the saving {:.1f} and "
                      "{:.1f} points\n",
                      100.0 * sum / count, 100.0 * worst, saving_sum / count, saving_worst);
}

}  // namespace

std::string validation_text(const Validation& validation) {
    std::string text;
    if (!validation.std140.empty()) {
        text +=
            "ASHRAE Standard 140-2020, building thermal envelope, beside the programs of its "
            "annex B8\n\n";
        for (const char* quantity : tables) {
            text += fmt::format("{}\n{}", quantity, std140_table(validation, quantity));
        }
    }
    if (!validation.ground.empty()) text += ground_table(validation.ground);
    if (!validation.houses.empty()) text += houses_table(validation.houses);
    if (!validation.farm.empty()) text += farm_table(validation.farm);
    for (const std::string& left_out : validation.skipped) {
        text += fmt::format("left out: {}\n", left_out);
    }
    return text;
}

}  // namespace longju::cli
