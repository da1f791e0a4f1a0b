// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/offscreen.h"
#include "kiosk/shell.h"
#include "storage/platform.h"

namespace longju::kiosk {

Result<void> write_screenshot(App& app, const Options& options) {
    const auto screen = Offscreen::open(storage::path_from_utf8(options.fonts));
    if (!screen) return std::unexpected(screen.error());
    if (options.screen) app.dispatch(Go{*options.screen});
    // Scroll areas learn their height in the first frame and pictures appear in the second.
    for (int i = 0; i < 3; ++i) (*screen)->frame(app, options.window);
    const Pixels pixels = (*screen)->pixels(options.window);
    return write_png(storage::path_from_utf8(options.screenshot), pixels);
}

}  // namespace longju::kiosk
