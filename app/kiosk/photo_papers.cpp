// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/photo_papers.h"

namespace longju::kiosk {

Result<drawing::GreyImage> grey_photo(const std::string& sha256, const PhotoReader& read) {
    const auto pixels = read(sha256, {sheet::sheet_photo_px, sheet::sheet_photo_px});
    if (!pixels) return std::unexpected(pixels.error());
    return drawing::GreyImage{pixels->width, pixels->height, photo::brightness(*pixels)};
}

std::vector<sheet::SheetPhoto> photos_to_print(const visit::Procedure& procedure,
                                               const PhotoReader& read) {
    using State = sheet::SheetPhoto::State;
    std::vector<sheet::SheetPhoto> photos;
    for (const visit::Photo& photo : visit::photos_on_sheet(procedure)) {
        auto picture = grey_photo(photo.sha256, read);
        if (picture) {
            photos.push_back({photo.caption, State::Here, std::move(*picture)});
            continue;
        }
        const bool gone = picture.error().kind == ErrorKind::NotFound;
        photos.push_back({photo.caption, gone ? State::Missing : State::Damaged, {}});
    }
    return photos;
}

std::vector<sheet::SheetPhoto> photos_to_place(const visit::Procedure& procedure) {
    std::vector<sheet::SheetPhoto> photos;
    for (const visit::Photo& photo : visit::photos_on_sheet(procedure)) {
        photos.push_back({photo.caption, sheet::SheetPhoto::State::Here, {}});
    }
    return photos;
}

}  // namespace longju::kiosk
