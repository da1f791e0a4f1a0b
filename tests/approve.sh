#!/bin/bash
# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
#
# Accepts what the golden tests wrote beside their goldens: <name>.out over <name>, and
# <stem>.out.<suffix> over <stem>.<suffix>. With a name, only files whose path contains it.
# Look at the difference before committing: it is reviewed like code.
#
#   tests/approve.sh [name]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/golden"

count=0
while IFS= read -r -d '' made; do
    case "$made" in *"${1:-}"*) ;; *) continue ;; esac
    case "$made" in
        *.out) golden="${made%.out}" ;;
        *) golden="${made%.out.*}.${made##*.out.}" ;;
    esac
    mv -- "$made" "$golden"
    rm -f -- "${golden%.*}.diff.${golden##*.}"
    printf 'approved %s\n' "${golden#./}"
    count=$((count + 1))
done < <(find . -type f \( -name '*.out' -o -name '*.out.*' \) -print0 | sort -z)
printf '%s approved\n' "$count"
