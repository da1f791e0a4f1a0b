// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sheet/notice.h"

/// The papers of a visit, each by the letter people call it.
namespace longju::sheet {

enum class Paper {
    Notice,      ///< A 方案告知单, for the farmer.
    Drawing,     ///< B 设计施工图, A3, for the craftsman.
    Quantities,  ///< C 工程量与材料清单, for the craftsman and the shop.
    Subsidies,   ///< D 补助资格初判与材料清单, for the farmer and the village.
    Risks,       ///< E 光伏和贷款风险告知书, to be signed apart.
    Privacy,     ///< F 个人信息处理告知与同意书, to be signed.
    Inspection,  ///< G 施工检查与验收表, for the inspector.
    Posting,     ///< H 公示表, for everybody: masked.
    // On request:
    Leaflets,       ///< J 宣传单, the cards for everybody.
    Demonstration,  ///< K 示范农房情况表, to be shown: masked.
    Yard,           ///< L 院子布置图, squared paper around the house.
    Basis,          ///< M 测算依据, for whoever checks the figures.
    // When photos are to be printed:
    Photos,  ///< N 现场照片, for the craftsman and the inspector.
};

/// Of the text of paper F: a consent names the one that was signed.
inline constexpr const char* privacy_version = "2026-1";

/// A, B, C …
char letter_of(Paper paper);
std::optional<Paper> paper_of(char letter);
const char* title_of(Paper paper);

/// The papers a scheme needs: E only with PV, C and G only with something to build, B also for a
/// house to be built, N only with photos to print.
std::vector<Paper> papers_for(const estimate::Estimate& estimate, std::size_t photos = 0);

/// What is printed on request only: J, K, L and M.
std::vector<Paper> extra_papers();

/// The pages of the papers one after the other, each paper numbered by itself.
Sheet papers(std::span<const Paper> wanted, const NoticeInputs& in);

}  // namespace longju::sheet
