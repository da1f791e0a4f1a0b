// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"

/// 办理: how far a dilapidated-house case has come, from the written request to the archive. The
/// thirteen steps and the eighteen archive papers are those of county guides and templates of other
/// provinces that agree with each other (domain facts 1.1); each county has its own and decides.
namespace longju::visit {

enum class ProcedureStep {
    Application,     ///< 农户书面申请
    VillageCheck,    ///< 村委入户核实
    Appraisal,       ///< 乡镇组织房屋鉴定
    VillageMeeting,  ///< 民主评议
    VillagePosting,  ///< 村公示
    TownshipReview,  ///< 乡镇审核、公示
    CountyApproval,  ///< 县审批、公示
    Agreement,       ///< 签协议
    Building,        ///< 施工
    Acceptance,      ///< 竣工验收
    Entry,           ///< 录入系统
    Payment,         ///< 资金到户
    Archive,         ///< 归档
};
inline constexpr std::size_t procedure_steps = 13;

/// The word of a step in files and in the keys of strings: `application`.
std::string_view word(ProcedureStep step);
ProcedureStep step_at(std::size_t index);

/// Days a list must hang out: a week in village and township, five days in the county (a county
/// guide of 2019, domain facts 1.1); the county's own rule stands above it.
struct PostingDays {
    int village = 7, township = 7, county = 5;

    bool operator==(const PostingDays&) const = default;
};

/// A photo of the house, of a paper or of works, as kept beside visits.db (storage/photo_files.h).
struct Photo {
    std::string paper;  ///< `house_photos`, an evidence code, or `archive.` and an archive word.
    std::string sha256;
    std::string name;  ///< Of the file it came from.
    int bytes = 0;     ///< Of the file.
    std::string caption;
    bool on_sheet = false;  ///< 印在图纸上.

    bool operator==(const Photo&) const = default;
};

/// The "paper" of photos that show the house itself.
inline constexpr std::string_view house_photos = "house";

/// What has been done. Days and ticks by words, so that files outlive programs.
struct Procedure {
    std::map<std::string, Date> reached;  ///< By `word(step)`: the day it was done or begun.
    std::map<std::string, bool> papers;   ///< By evidence code of the rules: in hand.
    std::map<std::string, bool> filed;    ///< By archive word: in the file.
    std::vector<Photo> photos;            ///< In the order they were added.
    PostingDays posting;

    std::optional<Date> day_of(ProcedureStep step) const;
    bool operator==(const Procedure&) const = default;
};

/// What is to be printed: the house first, then papers and works in the order they were added; a
/// photo that shows two papers once.
std::vector<Photo> photos_on_sheet(const Procedure& procedure);

/// The first step without a day; nothing when all are done.
std::optional<ProcedureStep> next_step(const Procedure& procedure);

/// The last day of the posting that belongs to a step; nothing for steps without one or without a
/// day.
std::optional<Date> posting_ends(const Procedure& procedure, ProcedureStep step);

/// What is wrong with a step's day.
enum class StepProblem {
    BeforeEarlierStep,    ///< Before the day of an earlier step.
    DuringPosting,        ///< The list of an earlier step still hung out.
    EarlierStepIsMissing  ///< An earlier step has no day.
};
/// The worst one; nothing when the step has no day or its day is sound.
std::optional<StepProblem> problem_of(const Procedure& procedure, ProcedureStep step);

/// 一户一档: the papers of a household's file, by word.
inline constexpr std::array<std::string_view, 18> archive_papers = {
    "application",    "survey_form", "appraisal",    "meeting_minutes", "posting_photos",
    "approval_form",  "info_form",   "agreement",    "safety_pledge",   "notice",
    "inspections",    "acceptance",  "certificates", "works_photos",    "identity",
    "category_proof", "bank_card",   "payment_slip"};

}  // namespace longju::visit
