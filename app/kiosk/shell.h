// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/result.h"
#include "kiosk/app.h"
#include "kiosk/options.h"

namespace longju::kiosk {

/// Shows the app in a real window (GLFW, OpenGL 3.3) until the person leaves. Draws only when
/// something happened. `Missing` when there is no display or no font.
Result<void> run_window(App& app, const Options& options);

/// Draws one screen into a PNG without a display.
Result<void> write_screenshot(App& app, const Options& options);

}  // namespace longju::kiosk
