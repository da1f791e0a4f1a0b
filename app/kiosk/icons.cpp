// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/icons.h"

#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/assert.h"
#include "core/embedded.h"

namespace longju::kiosk {
namespace {

constexpr int curve_pieces = 10;

/// Reads commands and numbers of a path; SVG lets numbers touch ("-.6-4", "0 0 1 0-5").
class PathReader {
public:
    explicit PathReader(std::string_view path) : rest_(path) {}

    char command() {
        skip();
        if (rest_.empty() || !is_letter(rest_.front())) return 0;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }
    bool more_numbers() {
        skip();
        return !rest_.empty() && !is_letter(rest_.front());
    }
    bool at_end() {
        skip();
        return rest_.empty();
    }
    std::optional<float> number() {
        skip();
        std::size_t length = 0;
        bool point = false;
        while (length < rest_.size()) {
            const char c = rest_[length];
            if (c == '.' && point) break;
            if (c == '.') point = true;
            const bool sign = c == '-' && length == 0;
            if (!sign && c != '.' && (c < '0' || c > '9')) break;
            ++length;
        }
        float value = 0;
        const auto end = rest_.data() + length;
        if (length == 0 || std::from_chars(rest_.data(), end, value).ptr != end)
            return std::nullopt;
        rest_.remove_prefix(length);
        return value;
    }
    /// A flag of an arc is one digit and may touch its neighbours.
    std::optional<bool> flag() {
        skip();
        if (rest_.empty() || (rest_.front() != '0' && rest_.front() != '1')) return std::nullopt;
        const bool set = rest_.front() == '1';
        rest_.remove_prefix(1);
        return set;
    }

private:
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
    void skip() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',')) {
            rest_.remove_prefix(1);
        }
    }
    std::string_view rest_;
};

struct Arc {
    float rx = 0, ry = 0;
    bool large = false, sweep = false;
    Point end;
};

/// W3C SVG 1.1 appendix F.6.5: from end points to centre form (no axis rotation is used here).
void flatten_arc(std::vector<Point>& out, Point from, const Arc& arc) {
    const double rx0 = static_cast<double>(std::abs(arc.rx));
    const double ry0 = static_cast<double>(std::abs(arc.ry));
    const double x1 = static_cast<double>(from.x - arc.end.x) / 2.0;
    const double y1 = static_cast<double>(from.y - arc.end.y) / 2.0;
    if (rx0 == 0 || ry0 == 0 || (x1 == 0 && y1 == 0)) {
        out.push_back(arc.end);
        return;
    }
    const double grow = std::sqrt(std::max(1.0, x1 * x1 / (rx0 * rx0) + y1 * y1 / (ry0 * ry0)));
    const double rx = rx0 * grow, ry = ry0 * grow;
    const double a = rx * rx * ry * ry - rx * rx * y1 * y1 - ry * ry * x1 * x1;
    const double b = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    const double sign = arc.large == arc.sweep ? -1.0 : 1.0;
    const double c = sign * std::sqrt(std::max(0.0, a / b));
    const double cx1 = c * rx * y1 / ry, cy1 = -c * ry * x1 / rx;
    const double cx = cx1 + static_cast<double>(from.x + arc.end.x) / 2.0;
    const double cy = cy1 + static_cast<double>(from.y + arc.end.y) / 2.0;
    const double start = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double turn = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
    if (arc.sweep && turn < 0) turn += 2 * std::numbers::pi;
    if (!arc.sweep && turn > 0) turn -= 2 * std::numbers::pi;
    const int pieces = std::max(2, static_cast<int>(std::ceil(std::abs(turn) / 0.26)));
    for (int i = 1; i <= pieces; ++i) {
        const double angle = start + turn * i / pieces;
        out.push_back({static_cast<float>(cx + rx * std::cos(angle)),
                       static_cast<float>(cy + ry * std::sin(angle))});
    }
}

void flatten_cubic(std::vector<Point>& out, Point p0, Point p1, Point p2, Point p3) {
    for (int i = 1; i <= curve_pieces; ++i) {
        const float t = static_cast<float>(i) / curve_pieces;
        const float s = 1 - t;
        out.push_back(p0 * (s * s * s) + p1 * (3 * s * s * t) + p2 * (3 * s * t * t) +
                      p3 * (t * t * t));
    }
}

/// The pen while a path is read.
class Pen {
public:
    explicit Pen(std::string_view path) : reader_(path) {}

    Result<std::vector<Stroke>> run() {
        while (!reader_.at_end()) {
            const char command = reader_.command();
            if (command == 0) return fail(ErrorKind::BadInput, "the path has a number too many");
            if (command == 'Z' || command == 'z') {
                close();
                continue;
            }
            do {
                if (!step(command)) return fail(ErrorKind::BadInput, "the path cannot be read");
            } while (reader_.more_numbers());
        }
        return std::move(strokes_);
    }

private:
    std::optional<Point> point(bool relative) {
        const auto x = reader_.number();
        const auto y = reader_.number();
        if (!x || !y) return std::nullopt;
        const Point p{*x, *y};
        return relative ? here_ + p : p;
    }
    void line_to(Point p) {
        if (strokes_.empty() || strokes_.back().closed) strokes_.push_back({{here_}, false});
        strokes_.back().points.push_back(p);
        here_ = p;
        control_ = p;
    }
    void close() {
        here_ = start_;
        if (strokes_.empty()) return;
        strokes_.back().closed = true;
        // A last point on the first would leave the pen without a direction there.
        auto& points = strokes_.back().points;
        const Point gap = points.back() - points.front();
        if (points.size() > 2 && std::hypot(gap.x, gap.y) < 0.01F) points.pop_back();
    }
    bool move(bool relative) {
        const auto p = point(relative);
        if (!p) return false;
        if (moved_) {  // Further pairs after M are lines.
            line_to(*p);
            return true;
        }
        strokes_.push_back({{*p}, false});
        here_ = start_ = control_ = *p;
        moved_ = true;
        return true;
    }
    bool curve(bool relative, bool smooth) {
        const Point first = here_ + (here_ - control_);
        const auto p1 = smooth ? std::optional(first) : point(relative);
        const auto p2 = point(relative);
        const auto p3 = point(relative);
        if (!p1 || !p2 || !p3) return false;
        if (strokes_.empty() || strokes_.back().closed) strokes_.push_back({{here_}, false});
        flatten_cubic(strokes_.back().points, here_, *p1, *p2, *p3);
        here_ = *p3;
        control_ = *p2;
        return true;
    }
    bool arc(bool relative) {
        const auto rx = reader_.number();
        const auto ry = reader_.number();
        const auto rotation = reader_.number();
        const auto large = reader_.flag();
        const auto sweep = reader_.flag();
        const auto end = point(relative);
        if (!rx || !ry || !rotation || !large || !sweep || !end) return false;
        if (strokes_.empty() || strokes_.back().closed) strokes_.push_back({{here_}, false});
        flatten_arc(strokes_.back().points, here_, {*rx, *ry, *large, *sweep, *end});
        here_ = control_ = *end;
        return true;
    }
    bool straight(bool relative, bool horizontal) {
        const auto value = reader_.number();
        if (!value) return false;
        Point p = here_;
        float& axis = horizontal ? p.x : p.y;
        axis = relative ? axis + *value : *value;
        line_to(p);
        return true;
    }
    bool step(char command) {
        const bool relative = command >= 'a';
        const char kind = static_cast<char>(relative ? command - 'a' + 'A' : command);
        if (kind == 'M') {
            const bool done = move(relative);
            if (!reader_.more_numbers()) moved_ = false;
            return done;
        }
        if (kind == 'H' || kind == 'V') return straight(relative, kind == 'H');
        if (kind == 'C' || kind == 'S') return curve(relative, kind == 'S');
        if (kind == 'A') return arc(relative);
        if (kind != 'L') return false;
        const auto p = point(relative);
        if (p) line_to(*p);
        return p.has_value();
    }

    PathReader reader_;
    std::vector<Stroke> strokes_;
    Point here_, start_, control_;
    bool moved_ = false;
};

}  // namespace

Result<std::vector<Stroke>> strokes_from(std::string_view path) { return Pen(path).run(); }

Result<Icons> Icons::parse(std::string_view tsv, const std::string& file) {
    Icons icons;
    int line = 0;
    while (!tsv.empty()) {
        ++line;
        const auto end = std::min(tsv.find('\n'), tsv.size());
        const std::string_view row = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        if (row.empty() || row.front() == '#') continue;
        const auto tab = row.find('\t');
        if (tab == std::string_view::npos) return fail_at(file, line, "", "has no TAB");
        const std::string name(row.substr(0, tab));
        const std::string_view rest = row.substr(tab + 1);
        auto strokes = strokes_from(rest.substr(0, rest.find('\t')));
        if (!strokes) return fail_at(file, line, name, strokes.error().what);
        icons.strokes_[name] = std::move(*strokes);
    }
    return icons;
}

Icons Icons::embedded_ones() {
    auto icons = parse(embedded("assets/icons.tsv"), "assets/icons.tsv");
    LONGJU_ASSERT(icons.has_value(), "the embedded icons must parse");
    return std::move(*icons);
}

const std::vector<Stroke>& Icons::operator()(std::string_view name) const {
    const auto found = strokes_.find(name);
    return found == strokes_.end() ? none_ : found->second;
}

}  // namespace longju::kiosk
