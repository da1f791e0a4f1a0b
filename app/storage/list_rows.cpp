// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "core/date.h"
#include "core/text.h"
#include "house/id_number.h"

namespace longju::storage {

namespace {

using house::HouseholdCategory;

constexpr std::size_t most_name = 60;
constexpr std::size_t most_note = 500;

bool digits_only(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string without(std::string_view text, std::string_view dropped) {
    std::string kept(text);
    std::erase_if(kept, [&](char c) { return dropped.contains(c); });
    return kept;
}

/// A note of what stands in a column and is none of its words.
void add_to_note(ListedRow& row, std::string_view what, std::string_view text) {
    if (!row.note.empty()) row.note += "；";
    row.note += fmt::format("{}：{}", what, text);
}

class RowReader {
public:
    RowReader(const ListRow& row, const ListColumns& columns) : row_(&row), columns_(&columns) {
        read_.line = row.line;
    }

    /// Empty when the row can be taken.
    const std::string& fault() const { return fault_; }

    ListedRow read() {
        read_.head = without(cell(ListField::Head), " ");
        read_.township = cell(ListField::Township);
        read_.village = cell(ListField::Village);
        read_.group = cell(ListField::Group);
        read_.note = cell(ListField::Note);
        if (read_.head.empty()) refuse("没有户主姓名");
        read_id_number();
        read_phone();
        read_members();
        read_category();
        read_grade();
        if (read_.id_number.empty() && read_.village.empty()) {
            refuse("身份证号和村都没有，认不出是哪一户");
        }
        for (const std::string* text :
             {&read_.head, &read_.township, &read_.village, &read_.group}) {
            if (code_points(*text).size() > most_name) refuse("姓名或地名超过 60 个字");
        }
        if (code_points(read_.note).size() > most_note) refuse("备注超过 500 个字");
        return std::move(read_);
    }

private:
    std::string cell(ListField field) const {
        const auto column = columns_->column_of(field);
        if (!column || *column >= row_->cells.size()) return {};
        return std::string(trimmed(narrowed(row_->cells[*column])));
    }
    void refuse(std::string reason) {
        if (fault_.empty()) fault_ = std::move(reason);
    }
    void read_id_number() {
        std::string text = without(cell(ListField::IdNumber), " '-\t");
        if (text.empty()) return;
        std::ranges::transform(text, text.begin(), [](char c) { return c == 'x' ? 'X' : c; });
        const bool number = text.contains("E+") || text.contains('.');
        if (number || text.contains("e+")) {
            return refuse("身份证号被表格当成数字，末几位已丢失；请把这一列设为文本重填");
        }
        if (std::string fault = id_number_fault(text); !fault.empty()) return refuse(fault);
        read_.id_number = std::move(text);
    }
    void read_phone() {
        std::string text = without(cell(ListField::Phone), " '-()+\t");
        if (text.starts_with("86") && text.size() == 13) text.erase(0, 2);
        if (text.empty()) return;
        if (!digits_only(text)) return refuse("电话里有不是数字的字");
        const bool mobile = text.front() == '1';
        if (mobile && text.size() != 11) {
            return refuse(fmt::format("手机号应为 11 位，这里是 {} 位", text.size()));
        }
        if (text.size() < 7 || text.size() > 12) {
            return refuse(fmt::format("电话应为 7 到 12 位，这里是 {} 位", text.size()));
        }
        read_.phone = std::move(text);
    }
    void read_members() {
        std::string text = cell(ListField::Members);
        if (text.ends_with("人")) text.erase(text.size() - sizeof("人") + 1);
        if (text.empty()) return;
        const auto count = integer_from(trimmed(text));
        if (!count || *count < 1 || *count > 30) return refuse("人口不是 1 到 30 的整数");
        read_.members = static_cast<int>(*count);
    }
    void read_category() {
        const std::string text = cell(ListField::Category);
        if (text.empty()) return;
        read_.category = category_from(text);
        if (!read_.category) add_to_note(read_, "户类型", text);
    }
    void read_grade() {
        const std::string text = cell(ListField::Grade);
        std::string bare = text;
        for (const std::string_view word : {"危房", "房屋", "级", "类", "等"}) {
            if (const auto at = bare.find(word); at != std::string::npos)
                bare.erase(at, word.size());
        }
        if (bare.size() == 1) {
            const char letter = static_cast<char>(bare.front() & ~0x20);  // In upper case.
            if (letter >= 'A' && letter <= 'D') {
                read_.grade = letter;
                return;
            }
        }
        if (!text.empty()) add_to_note(read_, "危房等级", text);
    }

    const ListRow* row_;
    const ListColumns* columns_;
    ListedRow read_;
    std::string fault_;
};

/// Finds the rows of a list that are about one household.
class Doubles {
public:
    /// Empty when no row above is about the household of `row`.
    std::string fault_of(const ListedRow& row) {
        const auto place =
            fmt::format("{}\n{}\n{}\n{}", row.township, row.village, row.group, row.head);
        if (!row.id_number.empty()) {
            const auto [known, fresh] = by_id_.try_emplace(row.id_number, row.line);
            if (!fresh) return fmt::format("与第 {} 行是同一个身份证号", known->second);
        }
        // Two of one name are two people only where both have a number.
        const auto [first, last] = by_place_.equal_range(place);
        for (auto at = first; at != last; ++at) {
            if (!row.id_number.empty() && at->second.numbered) continue;
            return fmt::format("与第 {} 行同村同组同名，要有身份证号才分得清", at->second.line);
        }
        by_place_.emplace(place, Above{row.line, !row.id_number.empty()});
        return {};
    }

private:
    struct Above {
        int line = 0;
        bool numbered = false;
    };
    std::unordered_map<std::string, int> by_id_;
    std::unordered_multimap<std::string, Above> by_place_;
};

}  // namespace

std::string id_number_fault(std::string_view id_number) {
    // A list is read without a clock: only what no clock could allow is refused.
    constexpr Date no_later{std::chrono::year(2100), std::chrono::month(1), std::chrono::day(1)};
    const auto read = house::id_number_from(id_number, no_later);
    if (read && read->birth.year() >= std::chrono::year(1900)) return {};
    switch (read ? house::IdProblem::NoSuchDay : read.error()) {
        case house::IdProblem::Empty:
        case house::IdProblem::Length:
            return fmt::format("身份证号应为 18 位，这里是 {} 位", code_points(id_number).size());
        case house::IdProblem::OldNumber:
            return "身份证号是 15 位的老号，请填 18 位的";
        case house::IdProblem::Characters:
            return "身份证号里有不是数字的字";
        case house::IdProblem::NoSuchDay:
        case house::IdProblem::InFuture:
            return "身份证号里的出生日期不存在";
        case house::IdProblem::WrongCheck:
            break;
    }
    return "身份证号校验位不对";
}

std::optional<HouseholdCategory> category_from(std::string_view word) {
    // The longer words first: 低保边缘家庭 holds 低保.
    constexpr std::array<std::pair<std::string_view, HouseholdCategory>, 15> words{{
        {"低保边缘", HouseholdCategory::DibaoMarginal},
        {"低保", HouseholdCategory::Dibao},
        {"特困", HouseholdCategory::TekunScattered},
        {"五保", HouseholdCategory::TekunScattered},
        {"刚性支出", HouseholdCategory::ExpenseHardship},
        {"支出较大", HouseholdCategory::ExpenseHardship},
        {"监测", HouseholdCategory::MonitoredHousehold},
        {"易返贫", HouseholdCategory::MonitoredHousehold},
        {"易致贫", HouseholdCategory::MonitoredHousehold},
        {"脱贫不稳定", HouseholdCategory::MonitoredHousehold},
        {"突发严重困难", HouseholdCategory::MonitoredHousehold},
        {"脱贫", HouseholdCategory::OtherOutOfPoverty},
        {"建档立卡", HouseholdCategory::OtherOutOfPoverty},
        {"一般", HouseholdCategory::Ordinary},
        {"普通", HouseholdCategory::Ordinary},
    }};
    for (const auto& [part, category] : words) {
        if (word.contains(part)) return category;
    }
    return std::nullopt;
}

std::string ListedRow::place_key() const { return fmt::format("{}\n{}\n{}", village, group, head); }

std::string RefusedRow::sentence() const { return fmt::format("第 {} 行：{}", line, reason); }

ListRows rows_of(const ListTable& table, const ListColumns& columns) {
    ListRows rows;
    Doubles doubles;
    for (std::size_t i = columns.header_row + 1; i < table.rows.size(); ++i) {
        RowReader reader(table.rows[i], columns);
        ListedRow row = reader.read();
        std::string fault = reader.fault();
        if (fault.empty()) fault = doubles.fault_of(row);
        if (fault.empty()) {
            rows.rows.push_back(std::move(row));
        } else {
            rows.refused.push_back({row.line, std::move(fault), row.place_key()});
        }
    }
    return rows;
}

}  // namespace longju::storage
