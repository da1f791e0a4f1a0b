// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <limits>
#include <set>

#include "core/text.h"
#include "kiosk/services.h"
#include "report/grid_file.h"
#include "storage/exchange.h"
#include "storage/platform.h"

/// What an office does with single records: the audit log, an approval, and all that is kept of a
/// household handed to it.
namespace longju::kiosk {
namespace {

report::GridColumn word_column(const char* name, double width_mm) {
    return {.name = name, .width_mm = width_mm, .words = true};
}

report::GridRow words_row(std::vector<std::string> texts) {
    report::GridRow row;
    for (std::string& text : texts) row.cells.push_back({.text = std::move(text)});
    return row;
}

report::Grid audit_grid(const std::vector<storage::AuditRow>& rows,
                        const storage::AuditCheck& check) {
    report::Grid grid{.title = "审计记录", .subtitle = "最近的在前"};
    grid.columns = {word_column("序号", 15),   word_column("时间", 40), word_column("人员", 25),
                    word_column("动作", 30),   word_column("对象", 60), word_column("说明", 40),
                    word_column("前一行", 60), word_column("本行", 60)};
    for (const storage::AuditRow& row : rows) {
        grid.rows.push_back(
            words_row({std::to_string(row.seq), row.at, row.entry.actor, row.entry.action,
                       row.entry.subject, row.entry.detail, row.previous, row.hash}));
    }
    grid.notes = {check.first_bad ? "链条从第 " + std::to_string(*check.first_bad) + " 行起对不上"
                                  : "全部 " + std::to_string(check.rows) + " 行的链条完整"};
    return grid;
}

/// A line of the record that a household takes home.
struct RecordWriter {
    report::Grid& grid;

    void add(const char* what, std::string value) const {
        if (value.empty()) value = report::unknown_mark;
        grid.rows.push_back(words_row({what, std::move(value)}));
    }
    void add_people(const house::Household& household) const {
        add("户主", household.head);
        add("电话", household.phone);
        add("身份证号", household.id_number);
        add("一卡通", household.bank_card);
        add("人口", household.members ? std::to_string(*household.members) : "");
        for (const house::FuelBought& fuel : household.bought) {
            add("去冬买的", fuel.fuel_id + " " + exact(fuel.amount));
        }
    }
    void add_case(const visit::Visit& visit) const {
        for (std::size_t i = 0; i < visit::procedure_steps; ++i) {
            static constexpr std::array names{
                "农户书面申请", "村委入户核实", "住房鉴定", "民主评议", "村公示",
                "乡镇审核公示", "县审批公示",   "签协议",   "施工",     "竣工验收",
                "录入系统",     "资金到户",     "归档"};
            const auto day = visit.procedure.day_of(visit::step_at(i));
            if (day) add(names.at(i), iso(*day));
        }
        for (const visit::Photo& photo : visit.procedure.photos) add("照片", photo.name);
        add("备注", visit.notes);
        add("告知同意", visit.consent
                            ? iso(visit.consent->on) + "，第 " + visit.consent->text + " 版"
                            : "没有签");
    }
};

}  // namespace

Result<std::vector<storage::AuditRow>> DiskServices::audit_rows(const AuditRequest& request) {
    auto rows = storage::AuditLog(store_->database()).newest(std::numeric_limits<int>::max());
    if (!rows) return rows;
    std::erase_if(*rows, [&](const storage::AuditRow& row) {
        return (!request.person.empty() && row.entry.actor != request.person) ||
               (!request.action.empty() && row.entry.action != request.action);
    });
    return rows;
}

Result<AuditPanel> DiskServices::audit(const AuditRequest& request) {
    auto all = audit_rows({});
    if (!all) return std::unexpected(all.error());
    const auto check = storage::AuditLog(store_->database()).verify();
    if (!check) return std::unexpected(check.error());
    AuditPanel panel{.request = request, .rows = {}, .check = *check};
    std::set<std::string> people, actions;
    for (const storage::AuditRow& row : *all) {
        people.insert(row.entry.actor);
        actions.insert(row.entry.action);
    }
    panel.people.assign(people.begin(), people.end());
    panel.actions.assign(actions.begin(), actions.end());
    auto rows = audit_rows(request);
    if (!rows) return std::unexpected(rows.error());
    panel.matching = rows->size();
    if (rows->size() > most_audit_rows) rows->resize(most_audit_rows);
    panel.rows = std::move(*rows);
    return panel;
}

Result<std::filesystem::path> DiskServices::write_audit(const AuditRequest& request) {
    const auto rows = audit_rows(request);
    if (!rows) return std::unexpected(rows.error());
    const auto check = storage::AuditLog(store_->database()).verify();
    if (!check) return std::unexpected(check.error());
    // Whoever takes the log out of the program stands in it.
    if (auto noted = note(access::Action::ReadAuditLog, "csv"); !noted) {
        return std::unexpected(noted.error());
    }
    return write_file("审计记录-" + storage::wall_time().substr(0, 10) + ".csv",
                      report::csv_of(audit_grid(*rows, *check)));
}

Result<Approved> DiskServices::approve(const std::string& visit_id) {
    if (!session_) {
        return fail(ErrorKind::BadInput, "an approval is somebody's: sign in with your PIN first");
    }
    const auto revisions = store_->revisions(visit_id);
    if (!revisions) return std::unexpected(revisions.error());
    Approved approved{.visit_id = visit_id};
    for (const visit::Revision& revision : *revisions) {
        // Who decided between two versions recorded neither.
        if (revision.parents.size() > 1) continue;
        approved.own =
            approved.own || !access::may_approve(session_->role, session_->name, revision.actor);
    }
    if (approved.own) return approved;
    auto visit = store_->load(visit_id);
    if (!visit) return std::unexpected(visit.error());
    const std::string now = storage::wall_time();
    constexpr std::size_t day_digits = 10;
    const auto today = date_from(std::string_view(now).substr(0, day_digits));
    if (!today) return fail(ErrorKind::Io, "the clock does not tell the day");
    approved.on = *today;
    const std::string step(visit::word(visit::ProcedureStep::CountyApproval));
    visit->procedure.reached[step] = approved.on;
    const auto saved = save(*visit);
    if (!saved) return std::unexpected(saved.error());
    approved.at = saved->at;
    if (auto noted = note(access::Action::Approve, visit_id); !noted) {
        return std::unexpected(noted.error());
    }
    return approved;
}

Result<std::filesystem::path> DiskServices::hand_out(const visit::Visit& visit) {
    // Before anything is on the disk: a number in full leaves the program.
    if (auto noted = note(access::Action::HandOutOwnRecord, visit.id); !noted) {
        return std::unexpected(noted.error());
    }
    const auto revisions = store_->revisions(visit.id);
    if (!revisions) return std::unexpected(revisions.error());
    report::Grid grid{.title = "本人记录",
                      .subtitle = "交给本人：系统里记着的这一户",
                      .date = storage::wall_time().substr(0, 10),
                      .subject = visit.id,
                      .a3 = false};
    grid.columns = {word_column("项目", 50), word_column("记录", 200)};
    const RecordWriter writer{grid};
    writer.add("记录码", visit::record_code(visit));
    writer.add_people(visit.inputs.household);
    writer.add("住址", place_of(visit.inputs.place));
    writer.add_case(visit);
    for (const visit::Revision& revision : *revisions) {
        writer.add("修改过", revision.saved_at + " " + revision.actor);
    }
    grid.notes = {"房屋尺寸、构造、方案等其余各项在同名的 .json 文件里，一项不少。",
                  "记错了的，请当场告诉技术员改正；要求删除或不再使用的，找县住建局。"};
    const std::string name = "本人记录-" + visit::record_code(visit);
    auto json = write_file(name + ".json", visit::canonical(visit) + "\n");
    if (!json) return json;
    const auto page = out() / storage::path_from_utf8(name + ".pdf");
    if (auto done = report::write_grid(grid, report::GridFile::Pdf, page); !done) {
        return std::unexpected(done.error());
    }
    return page;
}

}  // namespace longju::kiosk
