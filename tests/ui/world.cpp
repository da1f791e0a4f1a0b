// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/world.h"

#include <chrono>
#include <thread>

#include "kiosk/reduce.h"
#include "storage/catalog_source.h"
#include "visit/versions.h"

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

ConflictPanel sample_conflict(const estimate::Reference& reference) {
    std::vector<visit::Revision> revisions;
    const auto add = [&](const char* hash, const visit::Visit& visit) {
        visit::Revision revision;
        revision.hash = hash;
        revision.visit_id = visit.id;
        if (!revisions.empty()) revision.parents = {"parent"};
        revision.device_id = revisions.size() == 1 ? "this" : "that";
        revision.lamport = revisions.size() + 1;
        revision.actor = revisions.size() == 1 ? "李雪梅" : "张伟";
        revision.saved_at = "2026-11-2" + std::to_string(revisions.size()) + "T10:00:00+08:00";
        revision.body = visit::canonical(visit);
        revisions.push_back(revision);
    };
    const visit::Visit parent = sample_visit(reference);
    visit::Visit mine = parent;
    mine.inputs.household.members = 4;
    mine.inputs.household.bought[0].amount = 5;
    mine.inputs.house.survey->bays = 2;
    mine.inputs.house.plan.rooms.resize(2);
    mine.inputs.scheme.choices[0].option_id = "eps80";
    mine.procedure.reached["appraisal"] = mine.inputs.date;
    mine.notes = "东屋返潮";
    visit::Visit theirs = parent;
    theirs.inputs.household.members = 5;
    theirs.inputs.household.category = house::HouseholdCategory::Dibao;
    theirs.inputs.household.bought.push_back({"corn_stalk", 3, Money::yuan(300)});
    theirs.inputs.house.survey->length = Millimetres{10230};
    theirs.inputs.house.wall.assembly_id = "brick_240";
    theirs.inputs.place.village = "示例村 4 屯";
    theirs.inputs.scheme.choices.clear();
    theirs.procedure.papers["id_card"] = true;
    theirs.notes = "西屋返潮，得先找漏";
    add("parent", parent);
    add("mine", mine);
    add("theirs", theirs);
    const auto fold = visit::Fold::of(std::move(revisions), {"mine", "theirs"});
    return *conflict_panel(*fold, "this");
}

DataPanel sample_data() {
    const sync::ShelvedPack prices{.kind = sync::PackKind::Prices,
                                   .id = "prices",
                                   .version = 4,
                                   .in_use = true,
                                   .issuer_zh = "兰西县住房和城乡建设局",
                                   .date = "2026-11-20",
                                   .valid_to = "2026-11-21",
                                   .signer = std::string(64, 'a'),
                                   .sha256 = std::string(64, 'b'),
                                   .installed_at = "2026-11-21T10:00:00+08:00"};
    sync::ShelvedPack before = prices;
    before.version = 3;
    before.in_use = false;
    sync::ShelvedPack clauses = before;
    clauses.kind = sync::PackKind::Rules;
    clauses.id = "clauses";
    return {.newest = nullptr,
            .county = prices.issuer_zh,
            .is_county = true,
            .shelf = {prices, before, clauses},
            .worries = {{prices, sync::PackWorry::Why::Expired}},
            .trouble = "prices/prices.csv 第 4 行：\"wall_eps90\" is neither a price nor a fuel",
            .found = {"/media/usb/longju-prices-5.ljd"}};
}

std::vector<DoublePair> sample_doubles() {
    const DoubleVisit first{std::string(31, '0') + "1", "王桂兰",
                            "兰西县 · 兰西镇 · 示例村", "13904550001",
                            "10.23 × 6.78 m",           "2026-11-20T10:00:00+08:00"};
    DoubleVisit second = first;
    second.visit_id.back() = '3';
    second.head = "";
    second.saved_at = "2026-11-21T10:00:00+08:00";
    DoubleVisit third = second;
    third.visit_id.back() = '2';
    return {{first, second, visit::DuplicateReason::SameIdNumber},
            {first, third, visit::DuplicateReason::SameMeasurements}};
}

Desk sample_desk() {
    Desk desk;
    desk.fingerprint = "48210 93715 60284 17735 92046";
    desk.county = "兰西县住房和城乡建设局";
    desk.is_county = true;
    desk.unconfirmed = 4;
    desk.written = 3;
    desk.laptops = {{"a", "李长河", "兰西镇"}, {"b", "周玉梅", "榆林镇"}};
    desk.sticks = {{"/media/lanxi/JIAOJIE", "JIAOJIE", 14'800'000'000, true},
                   {"/media/lanxi/OLD", "OLD", 900'000'000, false},
                   {"/srv/papers", "", 0, true}};
    desk.found = {"/media/lanxi/JIAOJIE/longju-8f3a91c2-40b2c7d1.ljp",
                  "/media/lanxi/JIAOJIE/longju-5d17e0aa-91c2b340.ljp"};
    desk.stranger = Stranger{"/media/lanxi/OLD/longju-77ab01fe-0192ac3d.ljp", "",
                             "70214 55820 31967 48802 11359", false};
    desk.report = {
        {"desk.report.from", "李长河", "李长河"},
        {"desk.report.fresh", "12", "12"},
        {"desk.report.conflicts", "1", "1"},
        {"desk.report.group", "兰西镇 示例村 · 李长河: 12", "兰西镇 示例村 · 李长河: 12"}};
    desk.refused = {{"desk.refused.damaged", "OLD/longju-77ab01fe.ljp: the parcel is torn",
                     "OLD/longju-77ab01fe.ljp: the parcel is torn"}};
    return desk;
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
        if (cards.size() == 2) card.handed = storage::HandedOver::Received;
        card.sample = visit.sample || cards.size() == 4;
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

void FakeServices::practise_only() {
    visit::Visit practice = sample_visit(*reference_);
    practice.sample = true;
    stored = {{practice.id, practice}};
}

void FakeServices::begin_advice(const Inputs& inputs, Money own_money) {
    panel = AdvicePanel{.own_money = own_money};
    few_ = *reference_;
    auto& measures = few_.measures.measures;
    measures.resize(std::min(measures.size(), static_cast<std::size_t>(advice_measures)));
    const climate::Station* station = reference_->station_for(inputs.place);
    if (station == nullptr) {
        panel->failed = true;
        return;
    }
    auto& year = years_[station->id];
    if (!year) year = climate::typical_year(*station);
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

Result<ListPanel> FakeServices::read_list(const ListRequest& request, bool take,
                                          Progress& progress) {
    do {
        if (auto go = progress.reach(62, 100); !go) return std::unexpected(go.error());
        if (hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (hold);
    if (auto go = progress.last_call(); !go) return std::unexpected(go.error());
    if (take) ++lists_taken;
    return ListPanel{.name = request.file,
                     .columns = {},
                     .fresh = 3,
                     .changed = 1,
                     .same = 0,
                     .missing = 0,
                     .refused = {},
                     .refusal = {}};
}

Result<std::filesystem::path> FakeServices::write(Export what, const visit::Visit&) {
    written.push_back(what);
    return std::filesystem::path("out.pdf");
}

std::string FakeServices::new_visit_id() { return std::string(31, '0') + "9"; }

Result<RepricePanel> FakeServices::reprice(const Inputs& inputs) {
    RepricePanel turned{.inputs = inputs,
                        .newer = estimate(inputs),
                        .prices = {},
                        .catalog = "2027.03",
                        .price_version = "2027-02+prices.4",
                        .rules = "2027-01"};
    const Range<Money> before{Money::yuan(110), Money::yuan(135), Money::yuan(170)};
    const Range<Money> after{Money::yuan(120), Money::yuan(150), Money::yuan(190)};
    turned.prices = {{"外墙聚苯板 100 mm 薄抹灰", "EPS 100 mm outside, thin render", "平方米", "m²",
                      before, after},
                     {"旧式铁皮炉", "old sheet stove", "台", "piece", before, {}}};
    return turned;
}

PhotoReader FakeServices::photo_reader() const {
    return [](const std::string& sha256, photo::Size most) -> Result<photo::Pixels> {
        if (sha256 == sha256_hex("坏了.jpg")) return fail(ErrorKind::Damaged, "is damaged");
        const bool upright = sha256.front() < '8';
        const photo::Size size =
            photo::fitted(upright ? photo::Size{1200, 1600} : photo::Size{1600, 1200}, most);
        photo::Pixels pixels{size.width, size.height, {}};
        for (int y = 0; y < size.height; ++y) {
            for (int x = 0; x < size.width; ++x) {
                const int row = 24 * y / size.height, brick = 12 * x / size.width + row % 2;
                const bool sky = y < size.height / 4, joint = 96 * y / size.height % 4 == 0;
                const int shade = sky ? 210 : joint ? 190 : 96 + (brick * 37 + row * 17) % 60;
                for (int c = 0; c < 3; ++c) {
                    const int tint = sky ? 15 * c : -22 * c;
                    pixels.rgb.push_back(static_cast<std::uint8_t>(shade + tint));
                }
            }
        }
        return pixels;
    };
}

}  // namespace longju::kiosk::testing
