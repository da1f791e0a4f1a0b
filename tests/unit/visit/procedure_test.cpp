// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/procedure.h"

#include <set>

#include "catch2/catch_test_macros.hpp"

using namespace longju;
using namespace longju::visit;

namespace {

Procedure with(std::initializer_list<std::pair<ProcedureStep, const char*>> days) {
    Procedure procedure;
    for (const auto& [step, day] : days) {
        procedure.reached[std::string(word(step))] = *date_from(day);
    }
    return procedure;
}

}  // namespace

TEST_CASE("thirteen steps and eighteen papers, each with a word of its own") {
    std::set<std::string_view> steps, papers(archive_papers.begin(), archive_papers.end());
    for (std::size_t i = 0; i < procedure_steps; ++i) steps.insert(word(step_at(i)));
    CHECK(steps.size() == 13);
    CHECK(papers.size() == 18);
}

TEST_CASE("the next step is the first without a day") {
    CHECK(next_step({}) == ProcedureStep::Application);
    CHECK(next_step(with({{ProcedureStep::Application, "2026-03-02"},
                          {ProcedureStep::Appraisal, "2026-03-09"}})) ==
          ProcedureStep::VillageCheck);
    Procedure done;
    for (std::size_t i = 0; i < procedure_steps; ++i) {
        done.reached[std::string(word(step_at(i)))] = *date_from("2026-05-01");
    }
    CHECK_FALSE(next_step(done).has_value());
}

TEST_CASE("a list hangs out for its days, and nothing follows before they are over") {
    Procedure p = with({{ProcedureStep::VillagePosting, "2026-03-30"},
                        {ProcedureStep::TownshipReview, "2026-04-03"}});
    CHECK(posting_ends(p, ProcedureStep::VillagePosting) == date_from("2026-04-06"));
    CHECK(problem_of(p, ProcedureStep::TownshipReview) == StepProblem::DuringPosting);
    p.posting.village = 3;
    CHECK(problem_of(p, ProcedureStep::TownshipReview) == StepProblem::EarlierStepIsMissing);
    CHECK_FALSE(posting_ends(p, ProcedureStep::Agreement).has_value());
}

TEST_CASE(
    "photos are printed with the house first and each once, and only those that were chosen") {
    Procedure p;
    p.photos = {{.paper = "archive.acceptance", .sha256 = "1", .on_sheet = true},
                {.paper = std::string(house_photos), .sha256 = "2", .on_sheet = true},
                {.paper = std::string(house_photos), .sha256 = "3"},
                {.paper = "after_photo", .sha256 = "2", .on_sheet = true},
                {.paper = "after_photo", .sha256 = "4", .on_sheet = true}};

    std::string order;
    for (const Photo& photo : photos_on_sheet(p)) order += photo.sha256;
    CHECK(order == "214");
}

TEST_CASE("a day before that of an earlier step is named first") {
    const Procedure p = with({{ProcedureStep::VillagePosting, "2026-03-30"},
                              {ProcedureStep::CountyApproval, "2026-03-01"}});
    CHECK(problem_of(p, ProcedureStep::CountyApproval) == StepProblem::BeforeEarlierStep);
    CHECK_FALSE(problem_of(p, ProcedureStep::Agreement).has_value());
}
