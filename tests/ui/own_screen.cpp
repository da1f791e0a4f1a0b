// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/own_screen.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

namespace longju::kiosk::testing {
namespace {

/// Of an XWD file: numbers of four bytes, the highest first.
std::uint32_t number_at(const std::string& bytes, std::size_t index) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number << 8U | static_cast<unsigned char>(bytes[index * 4 + i]);
    }
    return number;
}

/// The number that the server chose, from the pipe; empty when it ended instead.
std::string chosen_display(int pipe) {
    std::string text;
    char c = 0;
    while (read(pipe, &c, 1) == 1 && c != '\n') text += c;
    return text.empty() ? text : ":" + text;
}

}  // namespace

OwnScreen::OwnScreen() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return;
    server_ = fork();
    if (server_ == 0) {
        close(ends[0]);
        const std::string fd = std::to_string(ends[1]);
        const std::string size = fmt::format("{}x{}x24", width, height);
        execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", size.c_str(), "-nolisten",
               "tcp", "-fbdir", folder_.path().c_str(), nullptr);
        _exit(127);
    }
    close(ends[1]);
    display_ = chosen_display(ends[0]);
    close(ends[0]);
}

OwnScreen::~OwnScreen() {
    if (server_ <= 0) return;
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
}

int OwnScreen::count(std::uint32_t colour, const Rect& in) const {
    // X11/XWDFile.h: the header, a table of colours of twelve bytes each, then the pixels.
    enum { HeaderBytes = 0, LineBytes = 12, Colours = 19 };
    const std::string bytes = longju::test::bytes_of(folder_ / "Xvfb_screen0");
    constexpr std::size_t header_numbers = 25;
    if (bytes.size() < header_numbers * 4) return 0;
    constexpr std::size_t colour_bytes = 12;
    const std::size_t pixels =
        number_at(bytes, HeaderBytes) + number_at(bytes, Colours) * colour_bytes;
    const std::size_t line = number_at(bytes, LineBytes);
    int found = 0;
    for (int y = static_cast<int>(in.y); y < static_cast<int>(in.bottom()); ++y) {
        for (int x = static_cast<int>(in.x); x < static_cast<int>(in.right()); ++x) {
            const std::size_t at =
                pixels + static_cast<std::size_t>(y) * line + static_cast<std::size_t>(x) * 4;
            if (at + 4 > bytes.size()) return found;
            // Blue, green, red in memory.
            const auto byte = [&](std::size_t i) {
                return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i]));
            };
            if ((byte(2) << 16U | byte(1) << 8U | byte(0)) == colour) ++found;
        }
    }
    return found;
}

void OwnScreen::input(const std::string& commands) const {
    const std::string line =
        fmt::format("DISPLAY={} xdotool {} > /dev/null 2>&1", display_, commands);
    (void)!std::system(line.c_str());
}

void OwnScreen::click(Point at) const {
    // The program takes a press and its end from different frames.
    input(fmt::format("mousemove {:.0f} {:.0f} sleep 0.05 mousedown 1 sleep 0.08 mouseup 1", at.x,
                      at.y));
}

}  // namespace longju::kiosk::testing
