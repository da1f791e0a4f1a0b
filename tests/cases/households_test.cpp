// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Twelve households and what their money comes to, worked out by hand beside them. A .case file is
// a case as `longju estimate` reads it, a line `---`, and then a line for each figure:
//   quantity.wall_eps100 = m2(2*(10.2 + 7.8)*2.8 - 3*1.8*1.5)   # arithmetic, figures above, m2(),
//   fen() rule.HLJ-COUNTY-ENV = need_more_info                        # a word
// `given.` stands before a figure that only the hourly model knows. tests/cases/HOUSEHOLDS.md names
// the figures.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "catch2/catch_test_macros.hpp"
#include "core/text.h"
#include "estimate/estimate.h"
#include "storage/catalog_source.h"
#include "subsidy/rule_case.h"
#include "visit/case_file.h"

using namespace longju;
namespace fs = std::filesystem;

namespace {

using Figures = std::map<std::string, double>;

/// Sums, products, brackets, names and two roundings.
class Arithmetic {
public:
    Arithmetic(std::string_view text, const Figures& known, const Figures& given)
        : text_(text), known_(known), given_(given) {}

    double value() {
        const double result = sum();
        skip();
        INFO("in " << text_ << " at " << at_);
        REQUIRE(at_ == text_.size());
        return result;
    }

private:
    void skip() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool take(char c) {
        skip();
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    double sum() {
        double result = product();
        for (;;) {
            if (take('+')) {
                result += product();
            } else if (take('-')) {
                result -= product();
            } else {
                return result;
            }
        }
    }
    double product() {
        double result = part();
        for (;;) {
            if (take('*')) {
                result *= part();
            } else if (take('/')) {
                result /= part();
            } else {
                return result;
            }
        }
    }
    double part() {
        if (take('(')) return closed(sum());
        skip();
        const std::size_t from = at_;
        const auto in_name = [&](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
        };
        while (at_ < text_.size() && in_name(text_[at_])) ++at_;
        const std::string name(text_.substr(from, at_ - from));
        if (const auto number = number_from(name)) return *number;
        if (name == "m2" || name == "fen") {
            REQUIRE(take('('));
            return std::round(closed(sum()) * 100.0) / 100.0;
        }
        const bool of_model = name.starts_with("given.");
        const Figures& figures = of_model ? given_ : known_;
        const auto found = figures.find(of_model ? name.substr(6) : name);
        INFO("the figure " << name << " in " << text_);
        REQUIRE(found != figures.end());
        return found->second;
    }
    double closed(double result) {
        REQUIRE(take(')'));
        return result;
    }

    std::string_view text_;
    const Figures& known_;
    const Figures& given_;
    std::size_t at_ = 0;
};

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// What the program says, by the names of the files. Money in yuan, typical.
Figures figures_of(const estimate::Estimate& e) {
    Figures f{{"total", e.quote.total.typical.in_yuan()},
              {"contingency", e.quote.contingency.typical.in_yuan()},
              {"verified", e.subsidy.verified.in_yuan()},
              {"pending", e.subsidy.pending},
              {"own", e.finance.own.typical.in_yuan()},
              {"counted", e.finance.counted.typical.in_yuan()},
              {"floor_area", e.before_envelope.floor_area.value},
              {"bill", e.habit.before.heating_cost.typical.in_yuan()},
              {"bill_after", e.habit.after.heating_cost.typical.in_yuan()},
              {"saved", e.habit.saved.typical.in_yuan()},
              {"co2", e.habit.before.co2.typical.value},
              {"coal", e.habit.before.coal_equivalent.typical.value},
              {"bought_kwh", e.calibration.bought_kwh},
              {"wall_u_before", e.wall_u_before.value},
              {"wall_u_after", e.wall_u_after.value},
              {"labour_h", 0.0}};
    if (!e.habit.before.fuels.empty()) f["fuel"] = e.habit.before.fuels.front().amount.typical;
    if (e.finance.payback) f["payback"] = e.finance.payback->typical.value;
    if (e.pv) f["pv_kwh"] = e.pv->yield.year.value;
    for (const estimate::FuelYear& fuel : e.habit.before.fuels) f["labour_h"] += fuel.own_labour_h;
    for (const cost::QuoteLine& line : e.quote.lines) {
        f["quantity." + line.price_id] = line.quantity;
        if (line.amount) f["yuan." + line.price_id] = line.amount->typical.in_yuan();
    }
    return f;
}

/// `a = b`, without what stands behind a #; empty names are skipped.
struct Line {
    std::string name, value;
};
Line line_of(const std::string& text) {
    const std::string bare(trimmed(text.substr(0, text.find('#'))));
    const auto equals = bare.find('=');
    if (equals == std::string::npos) return {};
    return {std::string(trimmed(bare.substr(0, equals))),
            std::string(trimmed(bare.substr(equals + 1)))};
}

void check_rule(const estimate::Estimate& e, const std::string& id, const std::string& word) {
    std::string found = "not_judged";
    for (const subsidy::Finding& finding : e.subsidy.findings) {
        if (finding.rule_id == id) found = subsidy::name(finding.state);
    }
    INFO("rule " << id);
    CHECK(found == word);
}

}  // namespace

TEST_CASE("twelve households cost, get and burn what was worked out by hand") {
    const fs::path source(LONGJU_SOURCE_DIR);
    const auto reference = storage::read_catalog(source / "catalog");
    REQUIRE(reference.has_value());
    int households = 0;
    for (const auto& entry : fs::directory_iterator(source / "tests" / "cases" / "households")) {
        if (entry.path().extension() != ".case") continue;
        ++households;
        const std::string name = entry.path().stem().string();
        CAPTURE(name);
        const std::string text = read(entry.path());
        const auto fold = text.find("\n---\n");
        REQUIRE(fold != std::string::npos);
        const auto inputs = visit::parse_case(text.substr(0, fold + 1), name, *reference);
        INFO((inputs ? std::string() : inputs.error().sentence()));
        REQUIRE(inputs.has_value());
        const climate::Station* station = reference->station_for(inputs->place);
        REQUIRE(station != nullptr);
        const auto e = estimate::estimate(*inputs, *reference, climate::typical_year(*station));
        REQUIRE(e.has_value());

        const Figures given = figures_of(*e);
        Figures known;
        std::istringstream lines(text.substr(fold + 5));
        for (std::string each; std::getline(lines, each);) {
            const Line line = line_of(each);
            if (line.name.empty()) continue;
            if (line.name.starts_with("rule.")) {
                check_rule(*e, line.name.substr(5), line.value);
                continue;
            }
            INFO(line.name << " = " << line.value);
            const double by_hand = Arithmetic(line.value, known, given).value();
            known[line.name] = by_hand;
            if (line.name.starts_with("hand.")) continue;
            REQUIRE(given.contains(line.name));
            CHECK(std::abs(given.at(line.name) - by_hand) <= 0.0051);
        }
    }
    CHECK(households == 12);
}

TEST_CASE("a set point that a case says was measured is not moved by its bill") {
    const fs::path catalog = fs::path(LONGJU_SOURCE_DIR) / "catalog";
    const auto reference = storage::read_catalog(catalog);
    REQUIRE(reference.has_value());
    std::string text = read(catalog / "samples" / "wang_guilan.toml");
    const std::string said = "\"house.habit.day_set_point_c\" = \"householder\"";
    const auto at = text.find(said);
    REQUIRE(at != std::string::npos);
    text.replace(at, said.size(), "\"house.habit.day_set_point_c\" = \"measured\"");
    const auto inputs = visit::parse_case(text, "measured", *reference);
    REQUIRE(inputs.has_value());
    const climate::Year year = climate::typical_year(*reference->station_for(inputs->place));

    const auto e = estimate::estimate(*inputs, *reference, year);

    REQUIRE(e.has_value());
    CHECK(std::ranges::find(e->calibration.fitted, estimate::Lived::SetPoint,
                            &estimate::Fitted::what) == e->calibration.fitted.end());
    CHECK(e->calibration.fitted.size() == 2);
}
