// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "core/text.h"
#include "golden/approved_text.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "sheet/record_mark.h"
#include "sheet/type.h"
#include "storage/catalog_source.h"
#include "visit/case_file.h"

// Paper A of the sample visit and of three cases at the edges: a new house with a rare name, a
// house nobody knows anything about, and every measure at once.

using namespace longju;
namespace fs = std::filesystem;

namespace {

const fs::path source = LONGJU_SOURCE_DIR;

const std::vector<fs::path> cases = {source / "catalog/samples/wang_guilan.toml",
                                     source / "tests/golden/notices/new_house.toml",
                                     source / "tests/golden/notices/rebuilt_house.toml",
                                     source / "tests/golden/notices/nothing_known.toml",
                                     source / "tests/golden/notices/many_measures.toml"};

const estimate::Reference& reference() {
    static const estimate::Reference shipped = [] {
        auto read = storage::read_catalog(source / "catalog");
        if (!read) FAIL(read.error().sentence());
        return std::move(*read);
    }();
    return shipped;
}

/// Seven photos: more than a page, one of them gone and one damaged.
std::vector<sheet::SheetPhoto> site_photos() {
    using State = sheet::SheetPhoto::State;
    const drawing::GreyImage wide{4, 3, std::vector<std::uint8_t>(12, 90)};
    const drawing::GreyImage high{3, 4, std::vector<std::uint8_t>(12, 200)};
    return {
        {"外墙", State::Here, wide},
        {"西山墙下半截返潮，墙根有一道两指宽的裂缝，从窗台一直裂到地面，去年秋天抹过一回又开了，"
         "雨天从这里往屋里渗水",
         State::Here, high},
        {"", State::Here, wide},
        {"炉灶", State::Missing, {}},
        {"屋顶 *望板* 朽了", State::Damaged, {}},
        {"危险点", State::Here, wide},
        {"施工前", State::Here, high}};
}

/// Every paper the case needs, or those asked for.
sheet::Sheet sheet_of(const fs::path& file, std::vector<sheet::Paper> papers = {}) {
    const auto inputs = visit::read_case(file, reference());
    if (!inputs) FAIL(inputs.error().sentence());
    const climate::Station* station = reference().station_for(inputs->place);
    REQUIRE(station != nullptr);
    const auto estimate = estimate::estimate(*inputs, reference(), climate::typical_year(*station));
    REQUIRE(estimate.has_value());
    const auto photos = site_photos();
    if (papers.empty()) {
        papers = sheet::papers_for(*estimate, file == cases.front() ? photos.size() : 0);
        if (file == cases.front()) {  // Once is enough of what is printed on request.
            std::ranges::copy(sheet::extra_papers(), std::back_inserter(papers));
        }
    }
    return sheet::papers(papers, {.inputs = *inputs,
                                  .estimate = *estimate,
                                  .reference = reference(),
                                  .record_code = "231222-26-8f3a91c2-K",
                                  .sample = true,
                                  .photos = photos});
}

struct Extent {
    double left, top, right, bottom;
};

Extent extent(const drawing::Text& t) {
    const double width = sheet::text_width_mm(t.text, t.size_pt, t.bold);
    double left = t.at.x_mm;
    if (t.anchor == drawing::Anchor::Middle) left -= width / 2;
    if (t.anchor == drawing::Anchor::Right) left -= width;
    const double size = t.size_pt * drawing::mm_per_pt;
    if (t.upright) {
        // Turned: it runs upwards from `at`.
        const double low = t.at.y_mm - (left - t.at.x_mm);
        return {t.at.x_mm - 0.72 * size, low - width, t.at.x_mm + 0.06 * size, low};
    }
    return {left, t.at.y_mm - 0.72 * size, left + width, t.at.y_mm + 0.06 * size};
}

}  // namespace

TEST_CASE("the notices read as approved") {
    for (const fs::path& file : cases) {
        golden::check_approved("sheets/" + file.stem().string() + ".txt",
                               sheet::text_form(sheet_of(file)));
    }
}

TEST_CASE("a notice keeps its margins, its sizes and its pages") {
    for (const fs::path& file : cases) {
        const sheet::Sheet sheet = sheet_of(file);
        const bool many = file.stem() == "many_measures";
        const auto notice = sheet_of(file, {sheet::Paper::Notice});
        REQUIRE(notice.pages.size() == (many ? 3U : 2U));
        for (const sheet::Page& page : sheet.pages) {
            for (const drawing::Mark& mark : page.marks) {
                const auto* text = std::get_if<drawing::Text>(&mark);
                if (text == nullptr) continue;
                INFO(file.stem().string() << ": " << text->text);
                const Extent e = extent(*text);
                const bool a3 = page.width_mm > 210.0;  // GB/T 50001: 25 left, 5 elsewhere.
                CHECK(e.left >= (a3 ? 27.0 : 21.9));
                CHECK(e.right <= (a3 ? 414.0 : 196.1));
                CHECK(e.top >= 9.0);
                CHECK(e.bottom <= 289.0);
                CHECK(text->size_pt >= 5.0);
            }
        }
    }
}

TEST_CASE("no two texts of a notice overlap") {
    for (const fs::path& file : cases) {
        for (const sheet::Page& page : sheet_of(file).pages) {
            std::vector<const drawing::Text*> texts;
            for (const drawing::Mark& mark : page.marks) {
                if (const auto* t = std::get_if<drawing::Text>(&mark)) texts.push_back(t);
            }
            for (std::size_t i = 0; i < texts.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const Extent a = extent(*texts[i]);
                    const Extent b = extent(*texts[j]);
                    const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
                    const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
                    INFO(file.stem().string()
                         << ": \"" << texts[i]->text << "\" and \"" << texts[j]->text << "\"");
                    CHECK_FALSE((across > 0.2 && down > 0.2));
                }
            }
        }
    }
}

namespace {

/// Every text of the sheet that holds `word`.
std::vector<std::string> texts_with(const sheet::Sheet& sheet, const std::string& word) {
    std::vector<std::string> found;
    for (const sheet::Page& page : sheet.pages) {
        for (const drawing::Mark& mark : page.marks) {
            const auto* t = std::get_if<drawing::Text>(&mark);
            if (t != nullptr && t->text.find(word) != std::string::npos) found.push_back(t->text);
        }
    }
    return found;
}

/// Figures at the right edge of one column of the table, top to bottom.
std::vector<long long> column(const sheet::Page& page, double right_mm) {
    std::vector<long long> figures;
    for (const drawing::Mark& mark : page.marks) {
        const auto* t = std::get_if<drawing::Text>(&mark);
        if (t == nullptr || t->anchor != drawing::Anchor::Right || t->at.x_mm != right_mm) continue;
        std::string digits = t->text;
        std::erase(digits, ',');
        if (const auto value = integer_from(digits)) figures.push_back(*value);
    }
    return figures;
}

long long first_figure(const std::string& text) {
    const auto from = text.find_first_of("0123456789");
    const auto to = text.find_first_not_of("0123456789", from);
    return integer_from(text.substr(from, to - from)).value_or(-1);
}

}  // namespace

TEST_CASE("the table of a notice adds up in every column, and so do the three payments") {
    for (const fs::path& file : cases) {
        if (file.stem() == "nothing_known") continue;  // Nothing chosen: no table.
        const sheet::Sheet sheet = sheet_of(file);
        INFO(file.stem().string());
        long long typical = 0;
        for (const double right : {140.0, 168.0, 194.0}) {
            const std::vector<long long> figures = column(sheet.pages.front(), right);
            REQUIRE(figures.size() >= 3);
            const long long total = figures.back();
            CHECK(std::accumulate(figures.begin(), figures.end() - 1, 0LL) == total);
            if (right == 168.0) typical = total;
        }
        long long paid = 0;
        for (const char* share : {"四成 约", "两成 约"}) {
            for (const std::string& text : texts_with(sheet, share)) paid += first_figure(text);
        }
        CHECK(paid == typical);
    }
}

TEST_CASE("the materials list ends with the total of the notice") {
    for (const fs::path& file : cases) {
        if (file.stem() == "nothing_known") continue;  // Nothing chosen: no list.
        const sheet::Sheet sheet = sheet_of(file);
        const auto total = [&](double right_mm) {
            return formatted(static_cast<double>(column(sheet.pages.front(), right_mm).back()), 0);
        };
        INFO(file.stem().string());
        CHECK(texts_with(sheet, total(140.0) + "～" + total(194.0)).size() == 1);
    }
}

TEST_CASE("a photocopied first page still gives the record code, and little of it is ink") {
    const auto fonts = sheet::FontSet::load();
    if (!fonts) SKIP(fonts.error().sentence());
    const sheet::Sheet sheet = sheet_of(cases.front());
    for (const sheet::Page& page : sheet.pages) {
        auto image = sheet::paint_page(page, *fonts, 200);
        REQUIRE(image);

        long black = 0;
        int left = image->width, top = image->height, right = 0, bottom = 0;
        for (int y = 0; y < image->height; ++y) {
            for (int x = 0; x < image->width; ++x) {
                drawing::Colour& p = image->pixels[static_cast<std::size_t>(y * image->width + x)];
                const bool ink = p.g < 128;
                p = ink ? drawing::rgb(0) : drawing::rgb(0xFFFFFF);
                if (!ink) continue;
                ++black;
                left = std::min(left, x), right = std::max(right, x);
                top = std::min(top, y), bottom = std::max(bottom, y);
            }
        }
        const auto mm = [](int px) { return px * 25.4 / 200.0; };
        CHECK(static_cast<double>(black) / static_cast<double>(image->pixels.size()) < 0.12);
        const bool a3 = page.width_mm > 210.0;
        CHECK(mm(left) >= (a3 ? 24.9 : 21.5));
        CHECK(mm(right) <= (a3 ? 415.1 : 196.5));
        CHECK(mm(top) >= (a3 ? 4.9 : 8.9));
        CHECK(mm(bottom) <= (a3 ? 292.1 : 289.2));
        if (&page != &sheet.pages.front()) continue;
        if (std::system("command -v zbarimg > /dev/null") != 0) SKIP("zbarimg is not installed");
        const auto png = sheet::png_of(*image);
        REQUIRE(png);
        const fs::path file = fs::path(LONGJU_BINARY_DIR) / "notice-1bit.png";
        std::ofstream(file, std::ios::binary) << *png;
        const fs::path read = fs::path(LONGJU_BINARY_DIR) / "notice-1bit.txt";
        REQUIRE(std::system(("zbarimg --raw -q '" + file.string() + "' > '" + read.string() + "'")
                                .c_str()) == 0);
        std::string code;
        std::getline(std::ifstream(read) >> std::ws, code);
        CHECK(code.starts_with("龙居 231222-26-8f3a91c2-K 2026-11-20 花"));
        CHECK(sheet::record_mark_holds(code));
        code.replace(code.find("花"), std::string("花").size(), "省");
        CHECK_FALSE(sheet::record_mark_holds(code));
    }
}

TEST_CASE("nothing that a machine says stands on a notice") {
    for (const fs::path& file : cases) {
        const std::string text = sheet::text_form(sheet_of(file));
        for (const char* word : {"nan", "inf", "null", "⟦", "保证", "一定能补", "达标", "免费"}) {
            INFO(file.stem().string() << " " << word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("the same sheet is the same PDF") {
    const auto fonts = sheet::FontSet::load();
    if (!fonts) SKIP(fonts.error().sentence());
    sheet::Sheet sheet = sheet_of(cases.front());
    std::erase_if(sheet.pages, [](const sheet::Page& page) { return page.name.front() > 'H'; });

    const auto one = sheet::pdf_of(sheet, *fonts);
    const auto two = sheet::pdf_of(sheet, *fonts);

    REQUIRE(one);
    REQUIRE(two);
    CHECK(*one == *two);
    CHECK(one->starts_with("%PDF-1."));
    CHECK(one->size() < 600'000);
    // The bytes are approved for the versions of Cairo that Debian 12 has.
    if (sheet::painter_version() == "cairo 1.16.0") {
        golden::check_approved("sheets/wang_guilan.pdf.sha256", sha256_hex(*one) + "\n");
    }
}

TEST_CASE("a missing font is named with the package that has it") {
    const auto fonts = sheet::FontSet::load_from("/nowhere/a.ttc", "/nowhere/b.ttc", "");

    REQUIRE_FALSE(fonts);
    CHECK(fonts.error().kind == ErrorKind::Missing);
    CHECK(fonts.error().what.find("fonts-noto-cjk") != std::string::npos);
}
