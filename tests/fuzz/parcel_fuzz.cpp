// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a parcel, as the contents of one that somebody who may write parcels sealed, and as
// one that is to be salvaged: read or refused, never more memory than the limits allow.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/assert.h"
#include "sync/data_pack.h"
#include "sync/key_pack.h"
#include "sync/parcel.h"
#include "sync/parcel_contents.h"

namespace {

const longju::access::SigningKey& reader() {
    static const longju::access::SigningKey key = longju::access::new_signing_key();
    return key;
}

void told(const longju::Error& error) {
    LONGJU_ASSERT(!error.what.empty(), "a refusal says what is wrong");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace longju::sync;
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    if (const auto parcel = check_parcel(input, "fuzz.ljp"); !parcel) {
        told(parcel.error());
        LONGJU_ASSERT(parcel.error().file == "fuzz.ljp", "a refusal names the file");
    }
    if (const auto parcel = salvage_parcel(input, "fuzz.ljp", reader()); !parcel) {
        told(parcel.error());
    }
    const ParcelHeader header{.package_id = "p", .sender = "s", .recipients = {"r"}};
    if (const Contents contents = read_contents(input, header); contents.problem) {
        told(*contents.problem);
    }
    if (const auto pack = parse_key_pack(input, "fuzz.ljd"); !pack) told(pack.error());
    if (const auto pack = parse_data_pack(input, "fuzz.ljd"); !pack) told(pack.error());
    return 0;
}
