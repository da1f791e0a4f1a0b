// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/photos.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/strings.h"
#include "kiosk/screens/dialog_frame.h"

namespace longju::kiosk {
namespace {

/// What most photos of a visit show, in the keys of strings.
constexpr std::array<std::string_view, 8> usual_captions = {"wall",   "roof",   "windows", "stove",
                                                            "danger", "before", "during",  "done"};

/// The same in Chinese, as they are kept: papers are Chinese in every language of the screen.
const std::array<std::string, usual_captions.size()>& kept_captions() {
    static const auto made = [] {
        const Strings chinese = Strings::embedded_for(Language::Chinese);
        std::array<std::string, usual_captions.size()> words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            words[i] = chinese(fmt::format("photo.word.{}", usual_captions[i]));
        }
        return words;
    }();
    return made;
}

/// In the middle of its place, on `ground`; no pixels when it cannot be read.
Pixels placed(const Result<photo::Pixels>& picture, int width, int height, Colour ground) {
    if (!picture) return {};
    Pixels pixels(width, height, ground);
    const int left = (width - picture->width) / 2, top = (height - picture->height) / 2;
    for (int y = 0; y < picture->height; ++y) {
        for (int x = 0; x < picture->width; ++x) {
            const auto from = static_cast<std::size_t>(y * picture->width + x) * 3;
            const auto to = static_cast<std::size_t>((top + y) * width + left + x) * 4;
            std::copy_n(picture->rgb.begin() + static_cast<std::ptrdiff_t>(from), 3,
                        pixels.rgba.begin() + static_cast<std::ptrdiff_t>(to));
        }
    }
    return pixels;
}

void draw_picture(Ui& ui, const visit::Photo& photo, const Rect& rect) {
    const auto make = [read = ui.photos(), sha256 = photo.sha256, ground = ui.colour(Role::Birch1)](
                          int width, int height) {
        return placed(read(sha256, {width, height}), width, height, ground);
    };
    if (ui.picture_later("photo." + photo.sha256, rect, make, 8)) return;
    ui.paint().icon("camera", {rect.centre().x - 14, rect.centre().y - 32, 28, 28},
                    ui.colour(Role::Brick));
    ui.text({rect.x + 6, rect.centre().y, rect.w - 12, 44}, ui.word("photo.unreadable"), type::note,
            Role::Brick, Align::Centre);
}

/// A caption that was picked is shown in the language of the screen.
std::string shown_caption(const Ui& ui, const std::string& caption) {
    if (caption.empty()) return std::string(ui.word("photo.no_caption"));
    const auto& kept = kept_captions();
    const auto found = std::ranges::find(kept, caption);
    if (found == kept.end()) return caption;
    const auto index = static_cast<std::size_t>(found - kept.begin());
    return std::string(ui.word(fmt::format("photo.word.{}", usual_captions[index])));
}

/// As much of `text` as two lines hold.
std::string in_two_lines(const Ui& ui, const std::string& text, const Type& type, float width) {
    const auto lines = ui.paint().wrap(text, type, width);
    if (lines.size() <= 2) return text;
    auto end = static_cast<std::size_t>(lines[1].data() + lines[1].size() - text.data());
    std::string shown;
    do {
        do {
            --end;
        } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
        shown = text.substr(0, end) + "…";
    } while (end > 0 && ui.paint().wrap(shown, type, width).size() > 2);
    return shown;
}

void draw_small(Ui& ui, const AppState& state, std::size_t index, const Rect& cell) {
    const visit::Photo& photo = state.open->visit.procedure.photos[index];
    const bool pressed = card_button(ui, fmt::format("photo.show.{}", index), cell);
    Rect rest = cell.inset(8, 8);
    draw_picture(ui, photo, rest.cut_top(rest.h - 2 * type::note.line() - 4, 4));
    if (photo.on_sheet) {
        const Rect mark = rest.cut_right(22, 6);
        ui.paint().icon("print", {mark.x, mark.y, 22, 22}, ui.colour(Role::Soil));
    }
    const std::string caption =
        in_two_lines(ui, shown_caption(ui, photo.caption), type::note, rest.w);
    ui.paragraph(rest, caption, type::note, photo.caption.empty() ? Role::Soil2 : Role::Soil);
    if (!pressed) return;
    emit_view(ui, state, [index](View& view) { view.photo = static_cast<int>(index); });
}

/// Where a file is, typed.
void draw_path(Ui& ui, const AppState& state, Rect row) {
    Rect add = row.cut_right(120, 8);
    const auto path = field(ui, "photo.path", row,
                            {.label = ui.word("photo.path"),
                             .value = state.view.photo_path,
                             .empty = ui.word("photo.path.empty")});
    if (path) emit_view(ui, state, [&](View& view) { view.photo_path = *path; });
    add.cut_top(24);
    add.h = 52;
    if (!button(ui, "photo.add", add, ui.word("photo.add"),
                {.enabled = !state.view.photo_path.empty()})) {
        return;
    }
    ui.emit(DropFiles{{state.view.photo_path}});
    emit_view(ui, state, [](View& view) { view.photo_path.clear(); });
}

void draw_usual_captions(Ui& ui, const AppState& state, std::size_t index, Rect& rows) {
    constexpr float wanted = 116, gap = 8, height = 48;
    const int columns = std::clamp(static_cast<int>((rows.w + gap) / (wanted + gap)), 2, 4);
    const std::string& now = state.open->visit.procedure.photos[index].caption;
    Rect row;
    for (std::size_t i = 0; i < usual_captions.size(); ++i) {
        const int place = static_cast<int>(i) % columns;
        if (place == 0) row = rows.cut_top(height, gap);
        const std::string key = fmt::format("photo.word.{}", usual_captions[i]);
        const std::string& caption = kept_captions()[i];
        if (!button(ui, key, column(row, place, columns, gap), ui.word(key),
                    {.on = now == caption})) {
            continue;
        }
        emit_procedure(ui, state, [&](visit::Procedure& p) { p.photos[index].caption = caption; });
    }
}

void draw_on_sheet(Ui& ui, const AppState& state, std::size_t index, const Rect& row) {
    const bool on = state.open->visit.procedure.photos[index].on_sheet;
    const bool pressed = card_button(ui, "photo.on_sheet", row, on);
    Rect inside = row.inset(12, 0);
    const Rect box = inside.cut_left(26, 10);
    check_box(ui, box.inset(0, (box.h - 26) / 2), on);
    ui.text(inside, ui.word("photo.on_sheet"), type::body_bold, Role::Soil);
    if (!pressed) return;
    emit_procedure(ui, state, [&](visit::Procedure& p) { p.photos[index].on_sheet = !on; });
}

/// Asked twice: it is not undone by 撤销.
void draw_take_off(Ui& ui, const AppState& state, std::size_t index, Rect& rows) {
    const auto ask = [&](bool goes) {
        emit_view(ui, state, [goes](View& view) { view.photo_goes = goes; });
    };
    if (!state.view.photo_goes) {
        const Rect row = rows.cut_top(52, 6);
        if (button(ui, "photo.take_off", row, ui.word("photo.take_off"), {.icon = "del"})) {
            ask(true);
        }
        return;
    }
    rows.cut_top(ui.paragraph(rows, ui.word("photo.take_off.ask"), type::body_bold, Role::Brick),
                 6);
    Rect row = rows.cut_top(52, 6);
    if (button(ui, "photo.take_off.no", row.cut_left((row.w - 8) / 2, 8),
               ui.word("photo.take_off.no"))) {
        ask(false);
    }
    if (!button(ui, "photo.take_off.yes", row, ui.word("photo.take_off.yes"), {.icon = "del"})) {
        return;
    }
    emit_procedure(ui, state, [&](visit::Procedure& p) {
        p.photos.erase(p.photos.begin() + static_cast<std::ptrdiff_t>(index));
    });
    close_photo(ui, state);
}

void draw_about(Ui& ui, const AppState& state, std::size_t index, Rect& rows) {
    const visit::Photo& photo = state.open->visit.procedure.photos[index];
    const auto caption = field(ui, "photo.caption", rows.cut_top(field_height, 0),
                               {.label = ui.word("photo.caption"),
                                .value = photo.caption,
                                .empty = ui.word("photo.caption.empty")});
    if (caption) {
        emit_procedure(ui, state, [&](visit::Procedure& p) { p.photos[index].caption = *caption; });
    }
    draw_usual_captions(ui, state, index, rows);
    rows.cut_top(6);
    draw_on_sheet(ui, state, index, rows.cut_top(54, 14));
    draw_take_off(ui, state, index, rows);
    constexpr double bytes_per_kib = 1024.0;
    const std::string from = ui.words()(
        "photo.from",
        {photo.name, fmt::format("{:.0f}", static_cast<double>(photo.bytes) / bytes_per_kib)});
    rows.cut_top(ui.paragraph(rows, from, type::note, Role::Soil2), 4);
}

}  // namespace

int photos_of(const AppState& state, std::string_view paper) {
    return static_cast<int>(
        std::ranges::count(state.open->visit.procedure.photos, paper, &visit::Photo::paper));
}

void draw_photos(Ui& ui, const AppState& state, const PhotoPaper& paper, Rect& rows) {
    rows.cut_top(8);
    const std::string how = ui.words()("photo.drop", {paper.name});
    rows.cut_top(ui.paragraph(rows, how, type::body_bold, Role::Soil), 4);
    draw_path(ui, state, rows.cut_top(field_height, 2));
    if (!state.photos_to_take.empty()) {
        const std::string left = std::to_string(state.photos_to_take.size());
        rows.cut_top(
            ui.paragraph(rows, ui.words()("photo.waiting", {left}), type::body_bold, Role::Pine),
            8);
    }
    constexpr float wanted = 216, gap = 10, height = 214;
    const int columns = std::max(1, static_cast<int>((rows.w + gap) / (wanted + gap)));
    const auto& photos = state.open->visit.procedure.photos;
    Rect row;
    int shown = 0;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (photos[i].paper != paper.paper) continue;
        const int place = shown++ % columns;
        if (place == 0) row = rows.cut_top(height, gap);
        draw_small(ui, state, i, column(row, place, columns, gap));
    }
    rows.cut_top(8);
}

const visit::Photo* shown_photo(const AppState& state) {
    const auto& photos = state.open->visit.procedure.photos;
    const int index = state.view.photo;
    if (index < 0 || static_cast<std::size_t>(index) >= photos.size()) return nullptr;
    return &photos[static_cast<std::size_t>(index)];
}

void draw_photo(Ui& ui, const AppState& state, const Rect& area) {
    const visit::Photo* photo = shown_photo(state);
    if (photo == nullptr) return;
    const auto index = static_cast<std::size_t>(state.view.photo);
    const bool beside = area.w > 760;
    Rect rest = area;
    if (beside) draw_picture(ui, *photo, rest.cut_left(rest.w * 0.58F, 18));
    Rect rows = ui.begin_scroll("photo.scroll", rest);
    rows.w -= 10;
    if (!beside)
        draw_picture(ui, *photo, rows.cut_top(std::clamp(rows.w * 0.6F, 160.0F, 320.0F), 10));
    draw_about(ui, state, index, rows);
    ui.end_scroll(rows.y);
}

void close_photo(Ui& ui, const AppState& state) {
    emit_view(ui, state, [](View& view) {
        view.photo = -1;
        view.photo_goes = false;
    });
}

void draw_photos_dialog(Ui& ui, const AppState& state) {
    if (!state.open) return;
    DialogFrame frame(ui, {1000, 660}, ui.word("photos.title"), ui.word("photos.note"));
    if (shown_photo(state) != nullptr) {
        draw_photo(ui, state, frame.content());
        if (frame.harmless("photo.back", ui.word("photo.back"))) close_photo(ui, state);
        return;
    }
    Rect rows = frame.begin_content();
    rows.w -= 10;
    draw_photos(ui, state, {std::string(visit::house_photos), ui.word("photos.house")}, rows);
    frame.end_content(rows.y);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
