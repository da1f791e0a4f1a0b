// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/advise.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::advisor;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

struct World {
    estimate::Reference reference = estimate::sample::reference();
    estimate::EstimateInputs inputs = estimate::sample::inputs();
    climate::Year year = estimate::sample::year();

    SearchInputs asked(std::stop_token stop = {}) const {
        return {.inputs = inputs,
                .reference = reference,
                .year = year,
                .threads = 2,
                .progress = {},
                .stop = std::move(stop)};
    }
    std::optional<estimate::Estimate> slow_way(const measure::Scheme& scheme) const {
        estimate::EstimateInputs asked = inputs;
        asked.scheme = scheme;
        return estimate::estimate(asked, reference, year);
    }
};

/// How far a composed bill may be off (search.h).
double bill_tolerance(const estimate::Estimate& e, const estimate::Reference& reference) {
    const energy::Heater& heater = reference.energy.heater(e.after_house.heater_id);
    if (heater.fuel_id == "electricity" && e.pv) return 0.04;
    return 0.015;
}

}  // namespace

TEST_CASE("the space holds every way to do every measure that fits, and none without a price") {
    const World world;
    const Space space(world.inputs, world.reference);
    std::size_t envelopes = 1;
    for (const Slot& slot : space.thermal()) {
        CHECK(slot.options.front() == nullptr);
        envelopes *= slot.options.size();
    }
    CHECK(space.envelopes() == envelopes);
    CHECK(space.schemes() == envelopes * space.heaters() * space.arrays());
    for (const measure::Option* option : space.heater().options) {
        if (option != nullptr) CHECK(option->id != "unpriced");
    }
    std::set<std::string> seen;
    for (std::size_t e = 0; e < space.envelopes(); ++e) {
        std::string key;
        for (const measure::Choice& c : space.scheme(e, 0, 0).choices) {
            key += c.measure_id + "=" + c.option_id + ";";
        }
        seen.insert(key);
    }
    CHECK(seen.size() == space.envelopes());
}

TEST_CASE("every scheme costs and saves what an estimate of it says") {
    const World world;
    const Space space(world.inputs, world.reference);
    const auto found = search(world.asked(), space);
    REQUIRE(found.has_value());
    REQUIRE(found->schemes.size() == space.schemes());
    CHECK(found->simulated <= space.envelopes() * space.heaters());
    CHECK(found->simulated > 0);
    std::mt19937 random(3);
    for (int i = 0; i < 60; ++i) {
        const Scored& s = found->schemes[random() % found->schemes.size()];
        const auto e = world.slow_way(space.scheme(s.envelope, s.heater, s.array));
        REQUIRE(e.has_value());
        INFO("envelope " << s.envelope << " heater " << s.heater << " array " << s.array);
        CHECK(s.cost == e->quote.total.typical);
        CHECK(s.subsidy == e->subsidy.verified);
        const Money sun = e->pv ? e->pv->value_per_year.low : Money{};
        const double bill = (e->habit.after.heating_cost.typical - sun).in_yuan();
        CHECK_THAT(s.bill.in_yuan(),
                   WithinAbs(bill, bill_tolerance(*e, world.reference) * std::abs(bill) + 0.5));
        CHECK_THAT(static_cast<double>(s.coldest_c),
                   WithinAbs(e->habit.after.demand.coldest.value, 0.05));
    }
}

TEST_CASE("a front is what a slow comparison of all with all leaves") {
    const World world;
    const Space space(world.inputs, world.reference);
    const auto found = search(world.asked(), space);
    REQUIRE(found.has_value());
    std::vector<Scored> some;
    std::mt19937 random(5);
    for (int i = 0; i < 400; ++i) some.push_back(found->schemes[random() % found->schemes.size()]);
    const auto beats = [](const Scored& a, const Scored& b) {
        return a.own() <= b.own() && a.bill <= b.bill && (a.own() < b.own() || a.bill < b.bill);
    };
    const auto best = front(some, Trade::OwnMoneyForBill);
    std::set<std::pair<std::int64_t, std::int64_t>> fast, slow;
    for (const std::size_t i : best) {
        fast.insert({some[i].own().in_fen(), some[i].bill.in_fen()});
    }
    for (const Scored& s : some) {
        const bool beaten =
            std::ranges::any_of(some, [&](const Scored& other) { return beats(other, s); });
        if (!beaten) slow.insert({s.own().in_fen(), s.bill.in_fen()});
    }
    CHECK(fast == slow);
    CHECK(fast.size() == best.size());
    for (std::size_t i = 1; i < best.size(); ++i) {
        CHECK(some[best[i]].own() > some[best[i - 1]].own());
        CHECK(some[best[i]].bill < some[best[i - 1]].bill);
    }
}

TEST_CASE("the advice is what brute force over estimates gives") {
    World world;
    // A small world: two measures, all their ways recomputed the slow way.
    std::erase_if(world.reference.measures.measures, [](const measure::Measure& m) {
        return m.id != "wall" && m.id != "ceiling" && m.id != "heater";
    });
    const Space space(world.inputs, world.reference);
    const Money purse = Money::yuan(20000);
    const auto advice = advise({world.asked(), purse});
    REQUIRE(advice.has_value());
    std::optional<estimate::Estimate> least;
    for (std::size_t e = 0; e < space.envelopes(); ++e) {
        for (std::size_t h = 0; h < space.heaters(); ++h) {
            auto one = world.slow_way(space.scheme(e, h, 0));
            REQUIRE(one.has_value());
            if (one->finance.own.typical > purse) continue;
            const bool better = !least || one->habit.after.heating_cost.typical <
                                              least->habit.after.heating_cost.typical;
            if (better) least = std::move(one);
        }
    }
    REQUIRE(!advice->answers.empty());
    const Answer& answer = advice->answers.front();
    CHECK(answer.question == Question::WithOwnMoney);
    CHECK(answer.estimate.finance.own.typical <= purse);
    CHECK_THAT(answer.estimate.habit.after.heating_cost.typical.in_yuan(),
               WithinRel(least->habit.after.heating_cost.typical.in_yuan(), 0.02));
}

TEST_CASE("without coal means without coal") {
    const World world;
    const auto advice = advise({world.asked(), Money::yuan(20000)});
    REQUIRE(advice.has_value());
    const auto answer = std::ranges::find(advice->answers, Question::NoCoal, &Answer::question);
    REQUIRE(answer != advice->answers.end());
    for (const estimate::FuelYear& fuel : answer->estimate.habit.after.fuels) {
        CHECK_FALSE(energy::is_coal(world.reference.energy.fuel(fuel.fuel_id)));
    }
}

TEST_CASE("the steps of an order add up exactly to the whole scheme") {
    World world;
    world.inputs.scheme.choices = {
        {"heater", "pellet"}, {"window", "triple"}, {"ceiling", "eps100"}, {"wall", "eps100"}};
    world.inputs.scheme = estimate::fitting_scheme(world.inputs, world.reference);
    energy::Weather weather(world.year);
    const auto works = order_of_works(world.inputs, world.reference, weather);
    REQUIRE(works.has_value());
    REQUIRE(works->steps.size() == world.inputs.scheme.choices.size());
    const auto whole = world.slow_way(world.inputs.scheme);
    Money cost, saved;
    for (const WorkStep& step : works->steps) {
        cost += step.cost;
        saved += step.saved_per_year;
    }
    CHECK(cost == whole->quote.total.typical);
    CHECK(saved == whole->habit.saved.typical);
    CHECK(works->steps.back().choice.measure_id == "heater");
}

TEST_CASE("no step of an order makes the house damper where another order avoids it") {
    World world;
    world.inputs.scheme.choices = {{"window", "triple"}, {"wall", "eps100"}};
    world.inputs.scheme = estimate::fitting_scheme(world.inputs, world.reference);
    energy::Weather weather(world.year);
    const auto works = order_of_works(world.inputs, world.reference, weather);
    REQUIRE(works.has_value());
    double before = world.slow_way({})->habit.after.demand.mould_risk_hours;
    for (const WorkStep& step : works->steps) {
        CHECK(step.raises_mould == (step.mould_hours > before + 24.0));
        if (works->without_risk) CHECK_FALSE(step.raises_mould);
        before = step.mould_hours;
    }
}

TEST_CASE("a search that is stopped answers nothing, and reports how far it was") {
    const World world;
    const Space space(world.inputs, world.reference);
    std::stop_source source;
    double reached = 0.0;
    SearchInputs in = world.asked(source.get_token());
    in.threads = 1;
    in.progress = [&](double share) {
        reached = share;
        source.request_stop();
    };
    CHECK_FALSE(search(in, space).has_value());
    CHECK(reached > 0.0);
    in.stop = {};
    in.progress = [&](double share) { reached = share; };
    CHECK(search(in, space).has_value());
    CHECK(reached == 1.0);
}

TEST_CASE("one thread and several find the same") {
    const World world;
    const Space space(world.inputs, world.reference);
    SearchInputs in = world.asked();
    const auto two = search(in, space);
    in.threads = 1;
    const auto one = search(in, space);
    REQUIRE((one && two));
    for (std::size_t i = 0; i < one->schemes.size(); ++i) {
        CHECK(one->schemes[i].bill == two->schemes[i].bill);
        CHECK(one->schemes[i].coldest_c == two->schemes[i].coldest_c);
    }
}
