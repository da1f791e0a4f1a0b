#!/bin/bash
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
#
# Draws the pictures of README.md and README.zh-CN.md anew into assets/screenshots: the practice
# visit on every screen, by the program's own --screenshot, without a display. Look at them before
# committing.
#
#   tests/screenshots.sh [folder of a program that is built; else the release is]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ $# -gt 0 ] || installer/build release longju longju-kiosk
bin="${1:-build/release/bin}"
out=assets/screenshots
mkdir -p "$out"

# shot NAME SCREEN [ID to press before]...
shot() {
    local name="$1" screen="$2" presses=()
    shift 2
    for id in "$@"; do presses+=(--press "$id"); done
    "$bin/longju-kiosk" --case catalog/samples/wang_guilan.toml \
        --screen "$screen" "${presses[@]}" --screenshot "$out/$name.png"
    printf '%s\n' "$out/$name.png"
}

shot home home                                   # 首页
shot catalog house house.tab.1                   # 选型
shot survey house survey.topic.wall              # 查勘
shot configure configure configure.measure.wall  # 配置
shot compare compare compare.answer.1 compare.answer.2 compare.answer.3  # 比较
shot result result                               # 结果
shot subsidy subsidy                             # 补助
shot sheets sheets                               # 图纸
