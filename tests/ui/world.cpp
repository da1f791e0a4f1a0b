// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/world.h"

#include "kiosk/reduce.h"
#include "storage/catalog_source.h"

namespace longju::kiosk::testing {
estimate::Reference small_reference() {
    auto reference = storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
    return reference ? std::move(*reference) : estimate::Reference{};
}

visit::Visit sample_visit(const estimate::Reference& reference) {
    visit::Visit visit;
    visit.id = "8f3a91c2000000000000000000000001";
    visit.step = visit::Step::Configure;
    visit.inputs = fresh_inputs(HouseSource::Survey, reference, "2026-11-22");
    visit.inputs.place = {"231222", "兰西镇", "示例村 3 屯", {}};
    visit.inputs.household.head = "王桂兰";
    visit.inputs.household.members = 3;
    visit.inputs.household.category = house::HouseholdCategory::Ordinary;
    visit.inputs.household.bought = {{"raw_coal", 4.6, Money::yuan(4050)}};
    visit.inputs.scheme.choices = {{"wall", "eps100"}, {"ceiling", "eps150"}};
    return visit;
}

FakeServices::FakeServices(const estimate::Reference& reference) : reference_(&reference) {
    visit::Visit first = sample_visit(reference);
    int number = 1;
    for (const char* head : {"王桂兰", "赵德厚", "孙秀芬", "李长河", "周玉梅"}) {
        first.id.back() = static_cast<char>('0' + number++);
        first.inputs.household.head = head;
        stored[first.id] = first;
    }
}

Result<std::vector<VisitCard>> FakeServices::list() {
    std::vector<VisitCard> cards;
    int day = 22;
    for (const auto& [id, visit] : stored) {
        VisitCard card;
        card.visit_id = id;
        card.head = visit.inputs.household.head;
        card.place = visit.inputs.place.township + " · " + visit.inputs.place.village;
        card.step = visit.step;
        card.saved_at = "2026-11-" + std::to_string(day--) + "T14:03:00+08:00";
        card.open_points = cards.empty() ? 2 : 0;
        card.exported = cards.size() == 2;
        card.sample = cards.size() == 4;
        cards.push_back(card);
    }
    return cards;
}

Result<VisitLoaded> FakeServices::load(const std::string& visit_id) {
    const auto found = stored.find(visit_id);
    if (found == stored.end()) return fail(ErrorKind::NotFound, "there is no such visit");
    return VisitLoaded{found->second, "14:03"};
}

Result<VisitSaved> FakeServices::save(const visit::Visit& visit) {
    if (refuse_save) return std::unexpected(*refuse_save);
    stored[visit.id] = visit;
    saved.push_back(visit.id);
    return VisitSaved{visit.id, "14:10"};
}

std::optional<estimate::Estimate> FakeServices::estimate(const Inputs& inputs) {
    ++estimates;
    const climate::Station* station = reference_->station_for(inputs.place);
    if (station == nullptr) return std::nullopt;
    auto& year = years_[station->id];
    if (!year) year = climate::typical_year(*station);
    return estimate::estimate(inputs, *reference_, *year);
}

void FakeServices::begin_advice(const Inputs& inputs, Money own_money) {
    panel = AdvicePanel{.own_money = own_money};
    few_ = *reference_;
    auto& measures = few_.measures.measures;
    measures.resize(std::min(measures.size(), static_cast<std::size_t>(advice_measures)));
    auto& year = years_[reference_->station_for(inputs.place)->id];
    if (!year) year = climate::typical_year(*reference_->station_for(inputs.place));
    auto advice = advisor::advise({.search = {.inputs = inputs,
                                              .reference = few_,
                                              .year = *year,
                                              .threads = 1,
                                              .progress = {},
                                              .stop = {}},
                                   .own_money = own_money});
    panel->failed = !advice;
    if (advice) panel->made = shown_of(std::move(*advice), advisor::Space(inputs, few_));
}

Result<std::filesystem::path> FakeServices::write(Export what, const visit::Visit&) {
    written.push_back(what);
    return std::filesystem::path("out.pdf");
}

std::string FakeServices::new_visit_id() { return std::string(31, '0') + "9"; }

}  // namespace longju::kiosk::testing
