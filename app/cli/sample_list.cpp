// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/sample_list.h"

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "storage/list_rows.h"

namespace longju::cli {

namespace {

constexpr std::array<std::string_view, 24> surnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                                                    "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
                                                    "何", "郭", "马", "罗", "单", "曾", "仇", "解"};
constexpr std::array<std::string_view, 40> given{
    "桂", "兰", "雪", "梅", "国", "庆", "建", "华", "春", "生", "玉", "珍", "德", "福",
    "淑", "芬", "志", "强", "秀", "英", "永", "贵", "凤", "霞", "长", "山", "文", "军",
    "丽", "娟", "立", "新", "宝", "财", "洪", "亮", "彦", "波", "海", "龙"};
constexpr std::array<std::string_view, 20> village_words{"新", "发", "前", "进", "胜", "利", "团",
                                                         "结", "永", "安", "红", "旗", "东", "兴",
                                                         "富", "强", "和", "平", "长", "丰"};

template <std::size_t Size>
std::string_view pick(const std::array<std::string_view, Size>& words, std::size_t number) {
    return words.at(number % Size);
}

/// A number that nobody has: the county's code is none in use.
std::string id_number_of(std::size_t number) {
    const std::string front =
        fmt::format("239999{:04}{:02}{:02}{:03}", 1930 + number % 70, 1 + number / 70 % 12,
                    1 + number / 840 % 28, number / 23520 % 1000);
    for (const char last : std::string_view("0123456789X")) {
        if (storage::id_number_fault(front + last).empty()) return front + last;
    }
    return front;
}

}  // namespace

storage::ListTable sample_list(std::size_t households) {
    constexpr std::array<const char*, 5> categories{"一般户", "低保户", "低保边缘家庭",
                                                    "分散供养特困人员", "监测户"};
    constexpr std::array<const char*, 4> grades{"A级", "B级", "C级", "D级"};
    storage::ListTable table{.file = "sample.csv", .rows = {}};
    table.rows.push_back({1,
                          {"序号", "乡镇", "村", "组", "户主姓名", "身份证号", "联系电话", "户类型",
                           "危房等级", "人口", "备注"}});
    for (std::size_t i = 0; i < households; ++i) {
        // Steps without a common divisor, so that names and places mix.
        const std::size_t mixed = i * 7919;
        const std::size_t village = i / 200;
        table.rows.push_back({static_cast<int>(i + 2),
                              {std::to_string(i + 1),
                               fmt::format("{}{}镇", pick(village_words, village / 25),
                                           pick(village_words, village / 25 + 9)),
                               fmt::format("{}{}村", pick(village_words, village),
                                           pick(village_words, village / 20 + village)),
                               fmt::format("{}组", 1 + i % 8),
                               fmt::format("{}{}{}", pick(surnames, mixed), pick(given, mixed / 24),
                                           pick(given, mixed / 960 + i)),
                               id_number_of(i), fmt::format("139{:08}", mixed % 100'000'000),
                               categories.at(i % categories.size()), grades.at(i % grades.size()),
                               std::to_string(1 + i % 6), ""}});
    }
    return table;
}

}  // namespace longju::cli
