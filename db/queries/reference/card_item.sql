-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of card_item is written, and all are read.

INSERT INTO card_item (
    card_id, position, id, ask_zh, ask_en, warn_on, advice_zh, advice_en
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    card_id, position, id, ask_zh, ask_en, warn_on, advice_zh, advice_en
FROM card_item
ORDER BY card_id, position;
