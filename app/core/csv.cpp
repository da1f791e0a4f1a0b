// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/csv.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"

namespace longju {

CsvRow::CsvRow(const std::vector<std::string>& columns, std::vector<std::string> cells,
               std::string file, int line)
    : columns_(&columns), cells_(std::move(cells)), file_(std::move(file)), line_(line) {}

std::unexpected<Error> CsvRow::refuse(std::string_view column, std::string what) const {
    return fail_at(file_, line_, std::string(column), std::move(what));
}

Result<std::string> CsvRow::text(std::string_view column) const {
    const auto found = std::ranges::find(*columns_, column);
    if (found == columns_->end()) return refuse(column, "the table has no such column; add it");
    return cells_[static_cast<std::size_t>(found - columns_->begin())];
}

Result<std::string> CsvRow::required(std::string_view column) const {
    auto cell = text(column);
    if (cell && cell->empty()) return refuse(column, "is empty; fill it in");
    return cell;
}

Result<double> CsvRow::number(std::string_view column, double low, double high) const {
    const auto cell = required(column);
    if (!cell) return std::unexpected(cell.error());
    const auto value = number_from(*cell);
    if (!value) return refuse(column, fmt::format("\"{}\" is not a number", *cell));
    if (*value < low || *value > high) {
        return refuse(column, fmt::format("{} is outside {} to {}", *cell, low, high));
    }
    return *value;
}

Result<long long> CsvRow::integer(std::string_view column, long long low, long long high) const {
    const auto cell = required(column);
    if (!cell) return std::unexpected(cell.error());
    const auto value = integer_from(*cell);
    if (!value) return refuse(column, fmt::format("\"{}\" is not a whole number", *cell));
    if (*value < low || *value > high) {
        return refuse(column, fmt::format("{} is outside {} to {}", *cell, low, high));
    }
    return *value;
}

Result<Provenance> CsvRow::provenance() const {
    const auto source = required("source");
    if (!source) return std::unexpected(source.error());
    const auto label = required("confidence");
    if (!label) return std::unexpected(label.error());
    const auto confidence = confidence_from(*label);
    if (!confidence) {
        return refuse(
            "confidence",
            fmt::format("\"{}\" is none of verified, secondary, memory, estimate, sample", *label));
    }
    return Provenance{*source, *confidence};
}

namespace {

/// Reads cells up to the end of the record; `line` counts the physical lines that were passed.
class Reader {
public:
    explicit Reader(std::string_view content) : rest_(content) {}

    bool done() const { return rest_.empty(); }
    int line() const { return line_; }
    bool quote_open() const { return quote_open_; }

    void skip_comments() {
        while (!rest_.empty() && (rest_.front() == '#' || rest_.front() == '\n')) {
            const auto end = rest_.find('\n');
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            ++line_;
        }
    }

    std::vector<std::string> record() {
        std::vector<std::string> cells;
        for (bool more = true; more;) {
            cells.push_back(!rest_.empty() && rest_.front() == '"' ? quoted() : plain());
            more = !rest_.empty() && rest_.front() == ',';
            if (!rest_.empty()) rest_.remove_prefix(1);
        }
        ++line_;
        return cells;
    }

private:
    std::string plain() {
        const auto end = std::min(rest_.find_first_of(",\n"), rest_.size());
        const std::string cell(trimmed(rest_.substr(0, end)));
        rest_.remove_prefix(end);
        return cell;
    }

    std::string quoted() {
        std::string cell;
        rest_.remove_prefix(1);
        while (true) {
            const auto end = rest_.find('"');
            if (end == std::string_view::npos) return quote_open_ = true, rest_ = {}, cell;
            cell += rest_.substr(0, end);
            line_ += static_cast<int>(std::ranges::count(rest_.substr(0, end), '\n'));
            rest_.remove_prefix(end + 1);
            if (rest_.empty() || rest_.front() != '"') break;
            cell += '"';
            rest_.remove_prefix(1);
        }
        rest_.remove_prefix(std::min(rest_.find_first_of(",\n"), rest_.size()));
        return cell;
    }

    std::string_view rest_;
    int line_ = 1;
    bool quote_open_ = false;
};

Result<void> check_header(const std::vector<std::string>& names, const std::string& file,
                          int line) {
    for (auto at = names.begin(); at != names.end(); ++at) {
        if (at->empty()) return fail_at(file, line, "", "a column has no name");
        if (std::find(names.begin(), at, *at) != at) {
            return fail_at(file, line, *at, "the column stands twice in the header");
        }
    }
    return {};
}

}  // namespace

Result<CsvTable> parse_csv(std::string_view content, const std::string& file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    if (!is_utf8(content)) {
        return fail_at(file, 0, "", "is not UTF-8; save it again with the encoding UTF-8");
    }
    Reader reader(content);
    reader.skip_comments();
    if (reader.done()) return fail_at(file, 0, "", "is empty; it needs a header line");

    CsvTable table;
    const int header_line = reader.line();
    table.header.push_back(reader.record());
    const auto& columns = table.header.front();
    if (auto checked = check_header(columns, file, header_line); !checked) {
        return std::unexpected(checked.error());
    }
    for (reader.skip_comments(); !reader.done(); reader.skip_comments()) {
        const int line = reader.line();
        auto cells = reader.record();
        if (reader.quote_open()) return fail_at(file, line, "", "a quote is not closed");
        if (cells.size() != columns.size()) {
            return fail_at(
                file, line, "",
                fmt::format("has {} cells, the header has {}", cells.size(), columns.size()));
        }
        table.rows.emplace_back(columns, std::move(cells), file, line);
    }
    return table;
}

Result<std::vector<CsvRecord>> csv_records(std::string_view content, const std::string& file,
                                           std::size_t most) {
    std::vector<CsvRecord> records;
    Reader reader(content);
    for (reader.skip_comments(); !reader.done(); reader.skip_comments()) {
        const int line = reader.line();
        if (records.size() == most) {
            return fail_at(file, line, "", fmt::format("has more than {} lines", most));
        }
        records.push_back({line, reader.record()});
        if (reader.quote_open()) return fail_at(file, line, "", "a quote is not closed");
    }
    return records;
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

}  // namespace longju
