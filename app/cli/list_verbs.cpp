// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <fmt/format.h>

#include "cli/own_store.h"
#include "cli/verbs.h"
#include "core/text.h"
#include "storage/platform.h"
#include "storage/roster.h"
#include "storage/search_index.h"
#include "storage/visits_store.h"

/// 名册: the county's list of households on this laptop. Its words are those of who makes lists.
namespace longju::cli {

namespace {

using storage::ListChange, storage::ListField;

constexpr std::size_t told_rows = 20;  // Of each kind: the rest is counted.

constexpr std::array<std::string_view, storage::list_fields> field_words{
    "户主", "身份证号", "电话", "乡镇", "村", "组", "户类型", "危房等级", "人口", "备注"};

std::string_view word(ListField field) { return field_words.at(static_cast<std::size_t>(field)); }

/// `列名=head`; nothing after the sign: that column is not wanted.
Result<storage::ListMapping> mapping_from(const std::vector<std::string>& texts) {
    storage::ListMapping mapping;
    for (const std::string& text : texts) {
        const auto sign = text.rfind('=');
        const std::string key = sign == std::string::npos ? "" : text.substr(sign + 1);
        const auto field = storage::list_field_from(key);
        if (sign == std::string::npos || (!field && !key.empty())) {
            std::string known;
            for (std::size_t i = 0; i < storage::list_fields; ++i) {
                known += fmt::format(" {}", key_of(static_cast<ListField>(i)));
            }
            return fail(ErrorKind::BadInput,
                        fmt::format("--map {}: say HEADER=FIELD, with one of:{}", text, known));
        }
        mapping[text.substr(0, sign)] = field;
    }
    return mapping;
}

std::string columns_text(const storage::ListColumns& columns) {
    std::string text;
    for (std::size_t i = 0; i < columns.headers.size(); ++i) {
        if (columns.headers[i].empty()) continue;
        text += fmt::format("  {} → {}\n", columns.headers[i],
                            columns.fields[i] ? word(*columns.fields[i]) : "不用");
    }
    return text;
}

std::string rest_text(std::size_t count) {
    return count > told_rows ? fmt::format("  还有 {} 行\n", count - told_rows) : std::string();
}

std::string plan_text(const storage::RosterPlan& plan) {
    std::string text =
        fmt::format("名册“{}”：新 {}，更新 {}，不变 {}，已不在名册 {}，拒绝 {}\n", plan.list_name,
                    plan.count(ListChange::Fresh), plan.count(ListChange::Changed),
                    plan.count(ListChange::Same), plan.missing.size(), plan.refused.size());
    std::size_t told = 0;
    for (const storage::PlannedRow& row : plan.rows) {
        if (row.change != ListChange::Changed || ++told > told_rows) continue;
        std::string fields;
        for (const ListField field : row.fields) {
            fields += fmt::format("{}{}", fields.empty() ? "" : "、", word(field));
        }
        text += fmt::format("  更新 第 {} 行 {}：{}\n", row.row.line, row.row.head, fields);
    }
    text += rest_text(told);
    told = 0;
    for (const storage::ListedHousehold& household : plan.missing) {
        if (++told > told_rows) break;
        text += fmt::format("  已不在名册 {}{} {}\n", household.row.township, household.row.village,
                            household.row.head);
    }
    text += rest_text(plan.missing.size());
    for (const storage::RefusedRow& row : plan.refused) {
        text += fmt::format("  拒绝 {}\n", row.sentence());
    }
    return text;
}

Outcome villages_text(storage::Roster& roster) {
    const auto villages = roster.villages();
    if (!villages) return refused(villages.error());
    std::string text;
    int households = 0;
    for (const storage::VillageCount& village : *villages) {
        households += village.households;
        text += fmt::format("{} {}：{} 户", village.township, village.village, village.households);
        if (village.missing > 0) text += fmt::format("，其中 {} 户已不在名册", village.missing);
        text += "\n";
    }
    return {Outcome::Good, text + fmt::format("共 {} 户\n", households), ""};
}

std::string household_line(const storage::ListedHousehold& household) {
    const storage::ListedRow& row = household.row;
    std::string text = row.head;
    for (const std::string* part : {&row.township, &row.village, &row.group}) {
        if (!part->empty()) text += " " + *part;
    }
    if (!row.grade.empty()) text += fmt::format(" {}级", row.grade);
    if (row.members) text += fmt::format(" {} 人", *row.members);
    if (!household.phone_tail.empty()) text += " 电话尾号 " + household.phone_tail;
    if (!household.id_tail.empty()) text += " 身份证尾号 " + household.id_tail;
    if (household.missing) text += " 已不在名册";
    return text + fmt::format("（{} 第 {} 行）\n", household.list_name, row.line);
}

}  // namespace

Outcome list_import_verb(const ListOptions& options) {
    const auto chosen = mapping_from(options.map);
    if (!chosen) return refused(chosen.error());
    auto table = storage::read_list(storage::path_from_utf8(options.file));
    if (!table) return refused(table.error());
    auto own = open_own_store_for(access::Action::ImportParcel);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    auto roster = storage::Roster::open(*store);
    if (!roster) return refused(roster.error());
    const auto proposal = roster->propose(std::move(*table), *chosen, options.name);
    if (!proposal) return refused(proposal.error());
    std::string text = columns_text(proposal->columns) + plan_text(proposal->plan);
    if (options.dry_run) return {Outcome::Good, text + "只是预演，什么也没有改\n", ""};
    if (auto done = roster->carry_out(*proposal); !done) return refused(done.error());
    if (auto noted = own->note("list"); !noted) return refused(noted.error());
    return {Outcome::Good, std::move(text), ""};
}

Outcome list_show_verb(const ListOptions& options) {
    auto own = open_own_store_for(access::Action::SeeVisit);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    auto roster = storage::Roster::open(*store);
    if (!roster) return refused(roster.error());
    if (options.words.empty()) return villages_text(*roster);
    const auto index = storage::SearchIndex::load(store->database());
    if (!index) return refused(index.error());
    std::string typed;
    for (const std::string& word : options.words) typed += word + " ";
    constexpr std::size_t most = 50;
    std::string text;
    for (const storage::Found& found : index->find(typed, most)) {
        if (!found.listed) continue;
        const auto id = integer_from(found.id).value_or(0);
        const auto household = roster->household(id);
        if (!household) return refused(household.error());
        text += household_line(*household);
    }
    return {Outcome::Good, text, ""};
}

}  // namespace longju::cli
