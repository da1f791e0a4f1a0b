// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "measure/measure.h"

namespace longju::sheet {

/// A small picture of a group of measures, 6.6 mm square, upper left corner at `at`. Lines and
/// hatches only, so that it survives a photocopier.
drawing::Marks measure_icon(measure::Group group, drawing::PaperPoint at);

}  // namespace longju::sheet
