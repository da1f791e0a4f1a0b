// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paint_qr.h"

#include <qrencode.h>

namespace longju::sheet {

namespace {

QRcode* encoded(const std::string& payload) {
    QRinput* input = QRinput_new2(0, QR_ECLEVEL_M);
    if (input == nullptr) return nullptr;
    constexpr unsigned utf8_eci = 26;  // Without it readers take the bytes for Shift-JIS.
    QRcode* code = nullptr;
    const auto* bytes = reinterpret_cast<const unsigned char*>(payload.data());
    if (QRinput_appendECIheader(input, utf8_eci) == 0 &&
        QRinput_append(input, QR_MODE_8, static_cast<int>(payload.size()), bytes) == 0) {
        code = QRcode_encodeInput(input);
    }
    QRinput_free(input);
    return code;
}

}  // namespace

void paint_qr(cairo_t* context, const drawing::Qr& qr) {
    QRcode* code = encoded(qr.payload);
    if (code == nullptr) return;
    const double module_mm = qr.size_mm / code->width;
    cairo_set_source_rgb(context, 0, 0, 0);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) == 0U) continue;
            // A hair wider, so that no white line shows between neighbours.
            cairo_rectangle(context, qr.x_mm + x * module_mm, qr.y_mm + y * module_mm,
                            module_mm * 1.01, module_mm * 1.01);
        }
    }
    cairo_fill(context);
    QRcode_free(code);
}

}  // namespace longju::sheet
