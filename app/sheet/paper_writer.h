// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "sheet/notice_facts.h"
#include "sheet/pen.h"

/// What papers C to H are written with: a header, headings, sentences, tables and signatures from
/// the top down, on as many pages as they need. Look of the papers: left 22, right 14 mm.
namespace longju::sheet {

struct Column {
    double width_mm = 20.0;
    std::string head;
    drawing::Anchor anchor = drawing::Anchor::Left;
};

struct Row {
    std::vector<std::string> cells;  ///< Marked; one for a group row over all columns.
    bool group = false;
};

struct MoneyBox {
    std::string head;
    Label look = Label::Pending;
    std::string words;  ///< Marked.
};

class PaperWriter {
public:
    /// `audience`: the end of the line below the title, 给工匠和材料店.
    /// What is posted for everybody carries no QR code; without `who` in the facts the paper names
    /// no household.
    PaperWriter(const NoticeInputs& in, const NoticeFacts& facts, std::string title,
                const std::string& audience, bool with_qr = true);

    void heading(const std::string& words);
    /// A paragraph over the whole width, marked.
    void sentence(const std::string& marked, double size_pt = 10.5);
    /// The columns must be as wide as the page, 174 mm. Its head stands again on a further page.
    void table(const std::vector<Column>& columns, const std::vector<Row>& rows,
               double size_pt = 10.5);
    /// A sentence in a frame.
    void framed(const std::string& marked, double size_pt = 12.0);
    /// The three boxes of money side by side: heads with their looks, a line of words in each.
    void money_boxes(const std::array<MoneyBox, 3>& boxes);
    /// Boxes with arrows between; the one at `heavy` has a thick frame.
    void steps(const std::vector<std::string>& words, std::size_t heavy);
    /// Empty cells to sign in, at the foot of the page.
    void signatures(const std::vector<std::string>& labels, double height_mm = 18.0);
    /// A dotted line to write on by hand, after `label`.
    void to_write(const std::string& label);
    /// Two beside each other, each with its number and caption below.
    void photos(std::span<const SheetPhoto> photos);
    void gap(double mm) { y_ += mm; }

    /// The pages, numbered. The writer is spent.
    std::vector<Page> finish();

private:
    Pen pen() { return Pen(pages_.back()); }
    void turn();
    void need(double height_mm);
    void table_head(const std::vector<Column>& columns, double size_pt);
    double row_height_mm(const std::vector<Column>& columns, const Row& row, double size_pt) const;
    void table_row(const std::vector<Column>& columns, const Row& row, double size_pt);
    void photo(const SheetPhoto& photo, std::size_t number, double x);

    const NoticeInputs& in_;
    const NoticeFacts& facts_;
    std::string title_;
    std::deque<Page> pages_;  // Pens hold on to the page they write on.
    double y_ = 0.0;          ///< Top of what comes next.
};

/// Words from outside as a cell or sentence: what would switch bold on is written full width.
std::string unmarked(std::string words);

/// The box that says ticked or not yet.
inline constexpr const char* tick_box = "□";

std::vector<Page> drawing_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> quantities_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> subsidies_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> risks_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> privacy_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> inspection_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> posting_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> leaflet_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> demonstration_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> yard_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> basis_pages(const NoticeInputs& in, const NoticeFacts& facts);
std::vector<Page> photo_pages(const NoticeInputs& in, const NoticeFacts& facts);

}  // namespace longju::sheet
