#!/usr/bin/env bash
# The toy province's project.qgs in a real QGIS without a window; 77 (skipped) where there is none.
#   tests/tools/qgis_project_test.sh PROGRAM
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
program=$(readlink -f "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_RUNTIME_DIR=$work QT_QPA_PLATFORM=offscreen # QGIS keeps a profile; not this user's
/usr/bin/python3 -c 'import qgis.core' 2>"$work/why" || {
    printf 'no QGIS for Python here; tools/test qgis installs it: %s\n' "$(tail -n 1 "$work/why")"
    exit 77
}
mkdir "$work/pictures"
# Names that QGIS would work out and XML would trip over, were they not made harmless.
"$program" new "$work/project" -q >/dev/null
"$root/tests/hostile/hostile_project.pl" "$work/project"
"$program" run "$work/project/scenario.toml" -q -o "$work/out" --store "$work/store" >/dev/null
villages=$work/project/data/toy/villages.csv
/usr/bin/python3 "$root/tests/tools/qgis_project_test.py" "$work/out" "$work/pictures" "$villages"
cp -r "$work/out" "$work/moved" # relative sources: it opens from anywhere
rm -r "$work/out"
/usr/bin/python3 "$root/tests/tools/qgis_project_test.py" "$work/moved" "$work/pictures" "$villages" | tail -n 1
