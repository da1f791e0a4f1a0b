// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "core/hash.h"

namespace longju::test {

/// Where Debian keeps the server's programs; nothing when they are not installed.
inline std::optional<std::filesystem::path> postgres_programs() {
    const std::filesystem::path all = "/usr/lib/postgresql";
    std::error_code none;
    std::optional<std::filesystem::path> newest;
    for (const auto& version : std::filesystem::directory_iterator(all, none)) {
        const auto programs = version.path() / "bin";
        if (!std::filesystem::exists(programs / "initdb")) continue;
        if (!newest || *newest < programs) newest = programs;
    }
    return newest;
}

/// A PostgreSQL server of the test's own, on a socket in a folder of its own: no port, no network.
/// It does not run as root, so root lends it to `nobody`.
class PostgresServer {
public:
    explicit PostgresServer(const std::filesystem::path& programs)
        : programs_(programs.string()),
          folder_("/tmp/longju-pg-" + random_hex(6)) {  // A socket's path is at most 107 bytes.
        std::filesystem::create_directories(folder_);
        if (::geteuid() == 0) {
            as_ = "setpriv --reuid=nobody --regid=nogroup --clear-groups ";
            system("chown nobody:nogroup " + folder_);
        }
        // Kept no longer than the test: nothing has to be on the disk.
        made_ =
            server("initdb -D {0}/data -U longju -A trust -E UTF8 --locale=C --no-sync") && start();
    }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer() {
        stop();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    bool runs() const { return made_; }
    bool start() {
        return server(
            "pg_ctl -w -D {0}/data -l {0}/log -o \"-c listen_addresses='' -c fsync=off "
            "-k {0}\" start");
    }
    /// At once, as when the power fails.
    bool stop() { return server("pg_ctl -w -D {0}/data -m immediate stop"); }

    std::string address() const { return "postgresql://longju@/postgres?host=" + folder_; }
    /// What a statement says, in the server's own client.
    bool run(const std::string& statement) const {
        return server("psql -q -h {0} -U longju postgres -v ON_ERROR_STOP=1 -c \"" + statement +
                      "\"");
    }

private:
    static bool system(const std::string& command) {
        return std::system(command.c_str()) == 0;  // NOLINT(concurrency-mt-unsafe)
    }
    bool server(const std::string& command) const {
        return system(fmt::format(
            fmt::runtime("cd / && " + as_ + programs_ + "/" + command + " >> {0}/out 2>&1"),
            folder_));
    }

    std::string programs_, folder_, as_;
    bool made_ = false;
};

}  // namespace longju::test
