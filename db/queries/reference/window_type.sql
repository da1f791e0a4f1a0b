-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of window_type is written, and all are read.

INSERT INTO window_type (
    id, name_zh, name_en, panes, pane_thickness_mm, gap_mm, low_e_coatings, argon, frame_share,
    frame_u_w_per_m2k, rated_u_w_per_m2k, rated_shgc, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, panes, pane_thickness_mm, gap_mm, low_e_coatings, argon, frame_share,
    frame_u_w_per_m2k, rated_u_w_per_m2k, rated_shgc, source, confidence
FROM window_type
ORDER BY id;
