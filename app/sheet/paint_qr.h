// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cairo.h>

#include "drawing/mark.h"

namespace longju::sheet {

/// Draws a QR code of level M in UTF-8, marked as such (ECI 26), in the largest whole module size
/// that fits. Payloads that do not fit a symbol leave the place empty.
void paint_qr(cairo_t* context, const drawing::Qr& qr);

}  // namespace longju::sheet
