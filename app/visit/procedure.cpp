// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/procedure.h"

#include <algorithm>
#include <chrono>

namespace longju::visit {

namespace {

constexpr std::array<std::string_view, procedure_steps> words = {
    "application",     "village_check",   "appraisal", "village_meeting", "village_posting",
    "township_review", "county_approval", "agreement", "building",        "acceptance",
    "entry",           "payment",         "archive"};

std::optional<int> posting_days(const PostingDays& posting, ProcedureStep step) {
    if (step == ProcedureStep::VillagePosting) return posting.village;
    if (step == ProcedureStep::TownshipReview) return posting.township;
    if (step == ProcedureStep::CountyApproval) return posting.county;
    return std::nullopt;
}

}  // namespace

std::string_view word(ProcedureStep step) { return words.at(static_cast<std::size_t>(step)); }

ProcedureStep step_at(std::size_t index) {
    return static_cast<ProcedureStep>(std::min(index, procedure_steps - 1));
}

std::optional<Date> Procedure::day_of(ProcedureStep step) const {
    const auto found = reached.find(std::string(word(step)));
    if (found == reached.end()) return std::nullopt;
    return found->second;
}

std::vector<Photo> photos_on_sheet(const Procedure& procedure) {
    std::vector<Photo> chosen;
    const auto add = [&](bool of_house) {
        for (const Photo& photo : procedure.photos) {
            const bool wanted = photo.on_sheet && (photo.paper == house_photos) == of_house;
            const bool there =
                std::ranges::find(chosen, photo.sha256, &Photo::sha256) != chosen.end();
            if (wanted && !there) chosen.push_back(photo);
        }
    };
    add(true);
    add(false);
    return chosen;
}

std::optional<ProcedureStep> next_step(const Procedure& procedure) {
    for (std::size_t i = 0; i < procedure_steps; ++i) {
        if (!procedure.day_of(step_at(i))) return step_at(i);
    }
    return std::nullopt;
}

std::optional<Date> posting_ends(const Procedure& procedure, ProcedureStep step) {
    const auto day = procedure.day_of(step);
    const auto days = posting_days(procedure.posting, step);
    if (!day || !days) return std::nullopt;
    return Date(std::chrono::sys_days(*day) + std::chrono::days(*days));
}

std::optional<StepProblem> problem_of(const Procedure& procedure, ProcedureStep step) {
    const auto day = procedure.day_of(step);
    if (!day) return std::nullopt;
    bool missing = false;
    bool posted = false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(step); ++i) {
        const auto earlier = procedure.day_of(step_at(i));
        if (earlier && *earlier > *day) return StepProblem::BeforeEarlierStep;
        const auto end = posting_ends(procedure, step_at(i));
        posted = posted || (end && *day < *end);
        missing = missing || !earlier;
    }
    if (posted) return StepProblem::DuringPosting;
    if (missing) return StepProblem::EarlierStepIsMissing;
    return std::nullopt;
}

}  // namespace longju::visit
