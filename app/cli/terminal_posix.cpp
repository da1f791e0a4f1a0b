// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <termios.h>
#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace longju::cli {

namespace {

/// Takes the echo of a terminal away for as long as it lives.
class Silence {
public:
    Silence() : terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!terminal_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() {
        if (!terminal_) return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::fputs("\n", stderr);
    }

private:
    termios before_{};
    bool terminal_;
};

}  // namespace

Result<std::string> read_secret(const std::string& prompt) {
    if (::isatty(STDIN_FILENO) == 1) std::fputs((prompt + ": ").c_str(), stderr);
    const Silence silence;
    std::string line;
    char byte = 0;
    // Byte by byte, so that the next secret is still there to be read.
    while (::read(STDIN_FILENO, &byte, 1) == 1) {
        if (byte == '\n') return line;
        if (byte != '\r') line += byte;
    }
    if (!line.empty()) return line;
    return fail(ErrorKind::BadInput, prompt + ": none was given");
}

}  // namespace longju::cli
