// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/type.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "house/mask.h"
#include "sheet/notice.h"
#include "sheet/wording.h"

using namespace longju;
using namespace longju::sheet;

namespace {

std::string text_of(const RichLine& line) {
    std::string text;
    for (const Run& run : line) text += run.text;
    return text;
}

}  // namespace

TEST_CASE("Han characters are one em wide, figures as wide as the font's") {
    constexpr double pt = 25.4 / 72.0;
    CHECK(text_width_mm("农房", 14, false) == Catch::Approx(2 * 14 * pt));
    CHECK(text_width_mm("12", 10, false) == Catch::Approx(1.11 * 10 * pt));
    CHECK(text_width_mm("12", 10, true) == Catch::Approx(1.18 * 10 * pt));
}

TEST_CASE("no line is wider than it may be or begins with closing punctuation") {
    const std::string words =
        "花 *2.8～5.1 万元*，每年取暖少花 *1700～2400 元*；最冷的月份，早晨 6 点屋里从 8 ℃ 到 9 "
        "℃。";
    for (double width = 45.0; width < 170.0; width += 1.0) {
        for (const RichLine& line : broken(words, 14, width)) {
            INFO(width << ": " << text_of(line));
            CHECK(width_mm(line, 14) <= width + 1e-9);
            const std::string text = text_of(line);
            CHECK_FALSE(text.starts_with("，"));
            CHECK_FALSE(text.starts_with("；"));
            CHECK_FALSE(text.starts_with("。"));
        }
    }
}

TEST_CASE("a range is never broken over two lines") {
    const std::string words = "每年取暖少花 1700～2400 元，屋里 13～16 ℃。";
    for (double width = 40.0; width < 120.0; width += 1.0) {
        std::string joined;
        for (const RichLine& line : broken(words, 14, width)) joined += text_of(line) + "\n";
        CHECK(joined.find("1700～2400") != std::string::npos);
        CHECK(joined.find("13～16") != std::string::npos);
    }
}

TEST_CASE("bold parts keep their weight when a line is broken") {
    const auto lines = broken("甲*乙丙丁*戊", 14, 12.0);

    REQUIRE(lines.size() > 1);
    bool any_bold = false;
    for (const RichLine& line : lines) {
        for (const Run& run : line) {
            if (run.bold) any_bold = true;
            CHECK(run.bold == (run.text.find("甲") == std::string::npos &&
                               run.text.find("戊") == std::string::npos));
        }
    }
    CHECK(any_bold);
}

TEST_CASE("names are masked at the second character, rare ones too") {
    CHECK(house::masked_name("王桂兰") == "王*兰");
    CHECK(house::masked_name("李梅") == "李*");
    CHECK(house::masked_name("𠅤𬱖") == "𠅤*");
    CHECK(house::masked_name("欧阳德厚") == "欧阳*厚");
    CHECK(house::masked_name("") == "");
}

TEST_CASE("money is rounded for the reader") {
    const auto yuan = [](int y) { return Money::yuan(y); };
    CHECK(hundreds(yuan(2068)) == "2100");
    CHECK(hundreds_range({yuan(1739), yuan(2068), yuan(2396)}) == "1700～2400");
    CHECK(hundreds_range({yuan(1980), yuan(2000), yuan(2010)}) == "2000");
    CHECK(ten_thousands_range({yuan(27613), yuan(36705), yuan(50875)}) == "2.8～5.1");
}

TEST_CASE("quantities are said in the reader's units") {
    CHECK(quantity(89.06, "平方米") == "89.1 平方米");
    CHECK(quantity(3, "樘") == "3 樘");
    CHECK(quantity(4640, "瓦") == "4.6 千瓦");
}

TEST_CASE("a wall below the dew point is not called dry") {
    using house::JunctionKind;
    const auto words = [](double surface_c, double f_rsi, std::optional<JunctionKind> coldest) {
        energy::Demand demand;
        demand.f_rsi = f_rsi;
        demand.coldest_junction = coldest;
        return damp_words(surface_c, demand);
    };
    CHECK(words(5.0, 0.9, {}).find("结露返霜") != std::string::npos);
    CHECK(words(8.0, 0.9, {}).find("墙面还要防返潮") != std::string::npos);
    CHECK(words(12.0, 0.5, JunctionKind::Eaves).find("棚顶交接处还要防返潮") != std::string::npos);
    CHECK(words(12.0, 0.9, JunctionKind::Plinth).find("不容易结露") != std::string::npos);
}
