// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "kiosk/photo_reader.h"
#include "sheet/sheet_photo.h"
#include "visit/procedure.h"

/// The photos of a visit as paper N takes them.
namespace longju::kiosk {

/// Those to be printed, with their pictures.
std::vector<sheet::SheetPhoto> photos_to_print(const visit::Procedure& procedure,
                                               const PhotoReader& read);
/// The same without pictures: only their places are kept on the page.
std::vector<sheet::SheetPhoto> photos_to_place(const visit::Procedure& procedure);

/// One picture for paper.
Result<drawing::GreyImage> grey_photo(const std::string& sha256, const PhotoReader& read);

}  // namespace longju::kiosk
