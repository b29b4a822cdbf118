#!/usr/bin/env bash
# tools/qgis/phusong_processing.py in a real QGIS without a window; 77 (skipped) where there is none.
#   tests/tools/qgis_processing_test.sh PROGRAM
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
program=$(readlink -f "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_RUNTIME_DIR=$work QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 LANG=en_US.UTF-8 LANGUAGE=en
/usr/bin/python3 -c 'import qgis.core' 2>"$work/why" || {
    printf 'no QGIS for Python here; tools/test qgis installs it: %s\n' "$(tail -n 1 "$work/why")"
    exit 77
}
"$program" new "$work/project" -q >/dev/null
/usr/bin/python3 "$root/tests/tools/qgis_processing_test.py" "$program" "$work/project/scenario.toml" "$work"
