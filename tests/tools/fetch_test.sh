#!/usr/bin/env bash
# tools/fetch against a server on this machine with files of the same names and forms as the public sources have.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
command -v curl >/dev/null || { echo "curl is not installed" && exit 77; }
export LC_ALL=C.UTF-8 LANGUAGE=en
work=$(mktemp -d)
mkdir "$work/served"
perl "$root/tests/tools/serve_folder.pl" "$work/served" "$work/port" "$work/log" &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in {1..100}; do [[ -s $work/port ]] || sleep 0.05; done
here=http://127.0.0.1:$(cat "$work/port")

failures=0
expect() { # expect WHAT COMMAND...
    local what=$1
    shift
    if ! "$@"; then
        ((++failures))
        echo "NOT TRUE: $what   ($*)"
        sed 's/^/    said: /' "$work/said"
    fi
}
fetch() { # fetch ARGUMENTS...: status in $status, words in said
    status=0
    : >"$work/log"
    "$root/tools/fetch" "$@" --into "$work/data" >"$work/said" 2>&1 </dev/null || status=$?
}
said() { grep -qF -- "$1" "$work/said"; }
served() { grep -qxF -- "$1" "$work/log"; }
same() { cmp -s "$1" "$2"; }
is() { [[ $1 == "$2" ]]; }
absent() { [[ ! -e $1 ]]; }
serve() { # serve PATH SIZE: that many bytes of noise, the same in every run
    mkdir -p "$(dirname "$work/served/$1")"
    awk -v n="$2" -v seed="$2" 'BEGIN { srand(seed); for (i = 0; i < n; ++i) printf "%c", 33 + int(rand() * 90) }' >"$work/served/$1"
}
tile=Copernicus_DSM_COG_10_N22_00_E104_00_DEM
north=Copernicus_DSM_COG_10_N23_00_E104_00_DEM
glo30=(glo30 --base-url "glo30=$here/glo30" --box '104.4,22.2,104.9,23.3')
serve "glo30/$tile/$tile.tif" 70001
serve "glo30/$north/$north.tif" 30011

# A whole download: two tiles under their names, licence said, hashes written in the form of sha256sum.
fetch "${glo30[@]}"
expect "two tiles arrive" is "$status" 0
expect "the tile is whole" same "$work/data/$tile.tif" "$work/served/glo30/$tile/$tile.tif"
expect "the northern tile is whole" same "$work/data/$north.tif" "$work/served/glo30/$north/$north.tif"
expect "the licence is said" said "Airbus Defence and Space"
expect "the lock holds" bash -c "cd '$work/data' && sha256sum --quiet -c fetched.sha256"
expect "nothing else is left" is "$(find "$work/data" -type f | wc -l)" 3

# A file that is here is kept, and the server is not even asked.
fetch "${glo30[@]}"
expect "a second call succeeds" is "$status" 0
expect "it says that it keeps" said "kept      $tile.tif"
expect "it asks nobody" is "$(wc -c <"$work/log")" 0

# A file changed on this disk is noticed and left alone.
echo changed >>"$work/data/$tile.tif"
fetch "${glo30[@]}"
expect "a changed file is an error" is "$status" 5
expect "and is named" said "DAMAGED   $tile.tif"
expect "and is not touched" is "$(tail -n 1 "$work/data/$tile.tif" | tail -c 8)" changed

# Deleted and fetched again, but the source has changed meanwhile: refused until the lock line goes.
rm "$work/data/$tile.tif"
serve "glo30/$tile/$tile.tif" 65003
fetch "${glo30[@]}"
expect "a changed source is refused" is "$status" 5
expect "and explained" said "the source has changed"
expect "and not written" absent "$work/data/$tile.tif"
sed -i "/$tile/d" "$work/data/fetched.sha256"
fetch "${glo30[@]}"
expect "accepted after the lock line is deleted" is "$status" 0

# A cut: the first call gives up and keeps its part, the second goes on from there.
rm -rf "$work/data"
echo 40009 >"$work/served/glo30/$tile/$tile.tif.cut"
fetch "${glo30[@]}" --attempts 1
expect "a cut is an error" is "$status" 5
expect "it says how far it came" said "40009 bytes are here"
expect "no half file under the final name" absent "$work/data/$tile.tif"
expect "the other tile arrives all the same" same "$work/data/$north.tif" "$work/served/glo30/$north/$north.tif"
fetch "${glo30[@]}" --attempts 1
expect "the second call finishes" is "$status" 0
expect "it resumes, not restarts" served "/glo30/$tile/$tile.tif bytes=40009- 206"
expect "the file is whole" same "$work/data/$tile.tif" "$work/served/glo30/$tile/$tile.tif"

# The same within one call.
rm -rf "$work/data"
echo 50021 >"$work/served/glo30/$tile/$tile.tif.cut"
fetch "${glo30[@]}"
expect "one call rides over a cut" is "$status" 0
expect "by resuming" served "/glo30/$tile/$tile.tif bytes=50021- 206"

# The source changes between the cut and the next call: the old part is thrown away.
rm -rf "$work/data"
echo 40009 >"$work/served/glo30/$tile/$tile.tif.cut"
fetch "${glo30[@]}" --attempts 1
serve "glo30/$tile/$tile.tif" 81001
fetch "${glo30[@]}"
expect "another version is fetched from its start" is "$status" 0
expect "no mixture of two versions" same "$work/data/$tile.tif" "$work/served/glo30/$tile/$tile.tif"

# A server that is briefly out of order is asked again; a missing tile is explained and does not stop the others.
rm -rf "$work/data"
echo 503 >"$work/served/glo30/$tile/$tile.tif.fail"
rm -r "$work/served/glo30/$north"
fetch "${glo30[@]}"
expect "a missing tile is an error" is "$status" 5
expect "404 is named" said "answers 404 for $here/glo30/$north/$north.tif"
expect "with what to do" said "no terrain tiles over open sea"
expect "the other tile arrives after the 503" same "$work/data/$tile.tif" "$work/served/glo30/$tile/$tile.tif"
expect "nothing is left of the missing one" absent "$work/data/.$north.tif.part"

# A published checksum: wrong is refused, right is taken.
rm -rf "$work/data"
serve osm/vietnam-latest.osm.pbf 45007
echo "0123456789abcdef0123456789abcdef  vietnam-latest.osm.pbf" >"$work/served/osm/vietnam-latest.osm.pbf.md5"
fetch osm --base-url "osm=$here/osm"
expect "a wrong checksum is an error" is "$status" 5
expect "and explained" said "does not match the MD5"
expect "nothing under the final name" absent "$work/data/vietnam-latest.osm.pbf"
expect "nor a part of it" absent "$work/data/.vietnam-latest.osm.pbf.part"
(cd "$work/served/osm" && md5sum vietnam-latest.osm.pbf >vietnam-latest.osm.pbf.md5)
fetch osm --base-url "osm=$here/osm"
expect "the right checksum is taken" is "$status" 0
expect "the extract is whole" same "$work/data/vietnam-latest.osm.pbf" "$work/served/osm/vietnam-latest.osm.pbf"

# .hgt tiles are unpacked; a damaged one is refused.
serve srtm/N22/N22E104.hgt 25934
gzip <"$work/served/srtm/N22/N22E104.hgt" >"$work/served/srtm/N22/N22E104.hgt.gz"
head -c 9001 "$work/served/srtm/N22/N22E104.hgt.gz" >"$work/served/srtm/N22/N22E105.hgt.gz.head"
mv "$work/served/srtm/N22/N22E105.hgt.gz.head" "$work/served/srtm/N22/N22E105.hgt.gz"
fetch srtm --base-url "srtm=$here/srtm" --box 104.2,22.3,105.4,22.9
expect "the damaged tile is an error" is "$status" 5
expect "and explained" said "REFUSED   N22E105.hgt"
expect "the sound tile is unpacked" same "$work/data/N22E104.hgt" "$work/served/srtm/N22/N22E104.hgt"
expect "the damaged one is absent" absent "$work/data/N22E105.hgt"

# The two sources that are one file for the country.
serve worldpop/vnm_ppp_2020_UNadj_constrained.tif 33013
serve gb/geoBoundaries-VNM-ADM3.geojson 22007
fetch worldpop geoboundaries --base-url "worldpop=$here/worldpop" --base-url "geoboundaries=$here/gb"
expect "both arrive" is "$status" 0
expect "people whole" same "$work/data/vnm_ppp_2020_UNadj_constrained.tif" "$work/served/worldpop/vnm_ppp_2020_UNadj_constrained.tif"
expect "polygons whole" same "$work/data/geoBoundaries-VNM-ADM3.geojson" "$work/served/gb/geoBoundaries-VNM-ADM3.geojson"

# --list goes nowhere and names all four tiles of the province.
: >"$work/log"
"$root/tools/fetch" --list --province ha_giang >"$work/said" 2>&1
expect "the public address is named" said "https://copernicus-dem-30m.s3.amazonaws.com/$tile/$tile.tif"
for name in N22_00_E105 N23_00_E104 N23_00_E105 N22E104.hgt N23E105.hgt; do expect "$name is listed" said "$name"; done

# Mistakes in the command are named before anything happens, in the reader's language.
for bad in "--box 105,22,104,23" "--box 104,22,105" "--box 104,22,105,x" "--province atlantis" "--attempts 0" "--nonsense"; do
    # shellcheck disable=SC2086
    fetch glo30 $bad
    expect "'$bad' is refused" is "$status" 2
done
LANGUAGE='vi' fetch glo30 --box 105,22,104,23
expect "in Vietnamese" said "phải là Tây,Nam,Đông,Bắc"

if ((failures)); then echo "$failures checks of tools/fetch failed" && exit 1; fi
