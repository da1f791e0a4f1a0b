// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "sheet/page.h"

namespace longju::sheet {

std::string text_form(const Sheet& sheet) {
    std::string out = fmt::format("{} {} {}\n", sheet.title, sheet.subject, sheet.date);
    int number = 0;
    for (const Page& page : sheet.pages) {
        out += fmt::format("\npage {} of {}, {:.0f} x {:.0f} mm\n", ++number, sheet.pages.size(),
                           page.width_mm, page.height_mm);
        std::size_t others = 0;
        for (const drawing::Mark& mark : page.marks) {
            if (const auto* text = std::get_if<drawing::Text>(&mark)) {
                out += fmt::format("{:6.1f} {:6.1f} {:4.1f}{} {}\n", text->at.x_mm, text->at.y_mm,
                                   text->size_pt, text->bold ? "b" : " ", text->text);
            } else if (const auto* qr = std::get_if<drawing::Qr>(&mark)) {
                out += fmt::format("{:6.1f} {:6.1f} qr    {}\n", qr->x_mm, qr->y_mm, qr->payload);
            } else if (const auto* photo = std::get_if<drawing::Photo>(&mark)) {
                out += fmt::format("{:6.1f} {:6.1f} photo {:.1f} x {:.1f} mm of {} x {}\n",
                                   photo->x_mm, photo->y_mm, photo->width_mm, photo->height_mm,
                                   photo->picture.width, photo->picture.height);
            } else {
                ++others;
            }
        }
        out += fmt::format("{} lines and shapes\n", others);
    }
    return out;
}

}  // namespace longju::sheet
