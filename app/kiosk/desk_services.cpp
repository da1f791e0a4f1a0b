// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include "core/hash.h"
#include "house/mask.h"
#include "kiosk/photo_papers.h"
#include "kiosk/services.h"
#include "sheet/manual.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "storage/platform.h"
#include "visit/case_file.h"

namespace longju::kiosk {
namespace {

constexpr std::size_t visit_id_bytes = 16;

}  // namespace

std::optional<estimate::Estimate> DeskServices::estimate(const Inputs& inputs) {
    return estimate_with(*reference_, inputs);
}

std::optional<estimate::Estimate> DeskServices::estimate_with(const estimate::Reference& reference,
                                                              const Inputs& inputs) {
    const climate::Year* year = year_of(reference, inputs.place);
    if (year == nullptr) return std::nullopt;
    // It remembers every plane that it was asked about: now and then it begins anew.
    constexpr int most_estimates = 500;
    if (here_ == nullptr || here_->year != year || here_->estimates++ >= most_estimates) {
        here_ = std::make_unique<Here>(Here{year, energy::Weather(*year)});
    }
    return estimate::estimate(inputs, reference, here_->weather);
}

const climate::Year* DeskServices::year_of(const estimate::Reference& reference,
                                           const estimate::Place& place) {
    const climate::Station* station = reference.station_for(place);
    if (station == nullptr) return nullptr;
    const std::pair key(&reference, station->id);
    auto year = years_.find(key);
    if (year == years_.end()) year = years_.emplace(key, climate::typical_year(*station)).first;
    return &year->second;
}

void DeskServices::begin_advice(const Inputs& inputs, Money own_money) {
    const climate::Year* year = year_of(*reference_, inputs.place);
    if (year == nullptr) return;
    advice_ = std::make_unique<AdviceJob>(inputs, *reference_, *year, own_money);
}

std::optional<AdvicePanel> DeskServices::advice() {
    if (advice_ == nullptr) return AdvicePanel{.failed = true};
    return advice_->panel();
}

estimate::Spread DeskServices::spread_of(const Inputs& inputs, const estimate::Estimate& answer) {
    energy::Weather weather(*year_of(*reference_, inputs.place));
    return estimate::spread({inputs, answer, *reference_, weather});
}

std::string DeskServices::new_visit_id() { return random_hex(visit_id_bytes); }

Tick DeskServices::now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    const std::string wall = storage::wall_time();
    return {std::chrono::duration<double>(since).count(), wall.substr(0, 10), wall.substr(11, 5)};
}

Result<std::filesystem::path> DeskServices::write_file(const std::string& name,
                                                       std::string_view bytes) {
    if (const auto made = storage::make_folder(out_); !made) return std::unexpected(made.error());
    const std::filesystem::path file = out_ / storage::path_from_utf8(name);
    // A paper that is printed again replaces the one before.
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    if (const auto written = storage::write_new_file(file, bytes); !written) {
        return std::unexpected(written.error());
    }
    return file;
}

Result<sheet::Sheet> DeskServices::papers_of(const visit::Visit& visit,
                                             const std::string& letters) {
    const auto answer = estimate(visit.inputs);
    if (!answer) {
        return fail(ErrorKind::BadInput,
                    "there is no result to print yet; enter the house and the county first");
    }
    const std::vector<sheet::SheetPhoto> photos = photos_to_print(visit.procedure, photo_reader());
    std::vector<sheet::Paper> papers = sheet::papers_for(*answer, photos.size());
    if (!letters.empty()) {
        std::ranges::copy(sheet::extra_papers(), std::back_inserter(papers));
        std::erase_if(
            papers, [&](sheet::Paper paper) { return !letters.contains(sheet::letter_of(paper)); });
    }
    std::optional<estimate::Spread> spread;
    if (std::ranges::find(papers, sheet::Paper::Basis) != papers.end()) {
        spread = spread_of(visit.inputs, *answer);
    }
    return sheet::papers(papers, {.inputs = visit.inputs,
                                  .estimate = *answer,
                                  .reference = *reference_,
                                  .record_code = visit::record_code(visit),
                                  .spread = spread ? &*spread : nullptr,
                                  .sample = visit.sample,
                                  .photos = photos});
}

Result<std::filesystem::path> DeskServices::write_paper(const visit::Visit& visit) {
    const auto paper = papers_of(visit, "");
    if (!paper) return std::unexpected(paper.error());
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return std::unexpected(fonts.error());
    const auto pdf = sheet::pdf_of(*paper, *fonts);
    if (!pdf) return std::unexpected(pdf.error());
    return write_file(paper->title + "-" + visit::record_code(visit) + ".pdf", *pdf);
}

Result<std::filesystem::path> DeskServices::write_manual(Language language) {
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return std::unexpected(fonts.error());
    const sheet::Sheet manual = sheet::manual(language, now().today);
    const auto pdf = sheet::pdf_of(manual, *fonts);
    if (!pdf) return std::unexpected(pdf.error());
    return write_file(manual.title + ".pdf", *pdf);
}

Result<std::vector<sheet::Printer>> DeskServices::printers() { return sheet::printers(); }

Result<sheet::Printed> DeskServices::print(const sheet::PrintJob& job, const std::string& letters,
                                           const visit::Visit& visit) {
    const auto paper = papers_of(visit, letters);
    if (!paper) return std::unexpected(paper.error());
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return std::unexpected(fonts.error());
    return sheet::print(*paper, *fonts, job);
}

Result<std::filesystem::path> DeskServices::write_case(const visit::Visit& visit) {
    Inputs inputs = visit.inputs;
    inputs.household = house::without_numbers(std::move(inputs.household));
    return write_file(visit::record_code(visit) + ".toml", visit::case_text(inputs));
}

std::string DeskServices::place_of(const estimate::Place& place) const {
    std::string text;
    const auto* division = reference_->find_division(place.division_code);
    const std::string county = division == nullptr ? std::string() : division->name_zh;
    for (const std::string& part : {county, place.township, place.village}) {
        if (part.empty()) continue;
        if (!text.empty()) text += " · ";
        text += part;
    }
    return text;
}

VisitCard DeskServices::card_of(const visit::Visit& visit, const std::string& saved_at) const {
    VisitCard card;
    card.visit_id = visit.id;
    card.head = visit.inputs.household.head;
    card.place = place_of(visit.inputs.place);
    card.step = visit.step;
    card.saved_at = saved_at;
    card.sample = visit.sample;
    card.open_points = static_cast<int>(gaps_of(visit.inputs, reference_->library).size());
    return card;
}

Result<std::vector<VisitCard>> CaseServices::list() {
    const std::string day = iso(visit_.inputs.date);
    return std::vector<VisitCard>{card_of(visit_, day + "T14:03:00+08:00")};
}

Result<VisitLoaded> CaseServices::load(const std::string&) { return VisitLoaded{visit_, "14:03"}; }

Result<VisitSaved> CaseServices::save(const visit::Visit& visit) {
    visit_ = visit;
    return VisitSaved{visit.id, "14:03"};
}

Result<std::filesystem::path> CaseServices::write(Export, const visit::Visit&) {
    return fail(ErrorKind::ReadOnly, "a picture of a screen writes no files");
}

Tick CaseServices::now() { return {0, iso(visit_.inputs.date), "14:10"}; }

}  // namespace longju::kiosk
