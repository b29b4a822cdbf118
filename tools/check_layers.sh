#!/usr/bin/env bash
# The import table, enforced: every rule of docs/architecture.md that the compiler cannot see. Prints each breach as
# file:line: text, with the rule; ends with status 1 when there is one.
#   tools/check_layers.sh [FOLDER]     FOLDER is the repository to look at, this one when it is not given
set -euo pipefail
cd "${1:-$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..}"
[[ -f geo/CMakeLists.txt && -d sim ]] || { echo "check_layers: no geo/ and sim/ in $PWD" >&2 && exit 2; }

breaches=0
report() { # report RULE "lines of file:line:text, or nothing"
    local line
    [[ -n $2 ]] || return 0
    while IFS= read -r line; do
        ((++breaches))
        printf '%s\n    %s\n' "$line" "$1"
    done <<<"$2"
}

# The code of the files below geo, sim and tools, once for all rules, as file:line:text; comments are dropped, and the words inside strings
# too, except in #include lines.
code=$(mktemp)
trap 'rm -f "$code"' EXIT
# shellcheck disable=SC2016
{
    find geo sim tools -type f \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z | xargs -0 -r awk '
        FNR == 1 { comment = 0 }
        {
            text = $0
            if (text !~ /^[ \t]*#[ \t]*include/) gsub(/"([^"\\]|\\.)*"/, "\"\"", text)
            if (comment) { if (!sub(/^.*\*\//, "", text)) next; comment = 0 }
            sub(/\/\/.*/, "", text)
            gsub(/\/\*.*\*\//, "", text)
            if (sub(/\/\*.*/, "", text)) comment = 1
            if (text ~ /[^ \t]/) print FILENAME ":" FNR ":" text
        }'
} >"$code"
find_in_code() { # find_in_code REGEX FOLDER...
    local regex=$1
    shift
    grep -E "^($(IFS='|' && printf '%s' "$*"))/[^:]+:[0-9]+:.*($regex)" "$code" || true
}

# 1. A folder includes only itself and what its USES and PRIVATE_USES name.
# Third-party headers belong to the target that brings them.
includes_against_uses() {
    grep -E '^(geo|sim)/[^:]+:[0-9]+:[ \t]*#[ \t]*include' "$code" | awk -F: '
        function there(file,    line) {
            if (!(file in seen)) { seen[file] = (getline line < file) >= 0; close(file) }
            return seen[file]
        }
        function folder_of(path) { # the nearest one upwards with a CMakeLists.txt
            do sub(/\/[^\/]*$/, "", path); while (path ~ /\// && !there(path "/CMakeLists.txt"))
            return path
        }
        function stage_of(folder) {
            if (folder == "geo") return "geo"
            if (folder ~ /^geo\/(io|svg)$/) return "geo_" substr(folder, 5)
            if (folder !~ /^sim\//) return ""
            folder = substr(folder, 5)
            gsub(/\//, "_", folder) # sim/radio/models is radio_models
            return folder
        }
        function allowed_in(folder, target,    line, file, on, word, n, i) {
            if ((folder, "read") in cache) return (folder, target) in cache
            cache[folder, "read"] = 1
            file = folder "/CMakeLists.txt"
            while ((getline line < file) > 0) {
                sub(/#.*/, "", line)
                gsub(/[()]/, " ", line)
                n = split(line, word, " ")
                for (i = 1; i <= n; ++i) {
                    if (word[i] ~ /^[A-Z_]+$/) on = (word[i] == "USES" || word[i] == "PRIVATE_USES" || word[i] == "INTERFACE")
                    else if (on) cache[folder, word[i]] = 1
                }
            }
            close(file)
            return (folder, target) in cache
        }
        function target_of(name) {
            if (name ~ /^(geo\/io\/)/) return "phusong::geo_io"
            if (name ~ /^(geo\/svg\/)/) return "phusong::geo_svg"
            if (name ~ /^geo\//) return "phusong::geo"
            if (name ~ /^sim\/[^\/]+\//) return "phusong::" stage_of(folder_of(name))
            if (name ~ /^hwy\//) return "hwy::hwy"
            if (name ~ /^(tools|tests)\//) return "nobody below tools/"
            if (name ~ /^(gdal|ogr_|ogrsf|cpl_|vrt)/) return "GDAL::GDAL"
            if (name ~ /^boost\//) return "Boost::headers"
            if (name ~ /^nlohmann\//) return "nlohmann_json::nlohmann_json"
            if (name ~ /^toml/) return folder == "sim/scenario" ? "" : "nobody but sim/scenario" # headers, no target
            if (name ~ /^openssl\//) return "OpenSSL::Crypto"
            if (name ~ /^xlsxwriter/) return "PkgConfig::xlsxwriter"
            if (name ~ /^(librsvg\/|cairo)/) return "PkgConfig::rsvg"
            if (name ~ /^fontconfig\//) return "PkgConfig::fontconfig"
            if (name ~ /^sqlite3/) return "SQLite::SQLite3"
            if (name ~ /^CLI\//) return "CLI11::CLI11"
            if (name ~ /^omp\.h/) return "OpenMP::OpenMP_CXX"
            return ""
        }
        {
            folder = folder_of($1)
            name = $0
            sub(/^[^"<]*["<]/, "", name)
            sub(/[">].*/, "", name)
            target = target_of(name)
            stage = stage_of(folder)
            own = "phusong::" stage
            if (target == "" || target == own || allowed_in(folder, target)) next
            print $0
        }'
}
report "this folder's CMakeLists.txt does not list it in USES or PRIVATE_USES" "$(includes_against_uses)"

# 2. GDAL is known to geo/io only, whatever a CMakeLists.txt says.
report "GDAL belongs to geo/io" "$(find_in_code '#[ \t]*include[ \t]*[<"](gdal|ogr_|ogrsf|cpl_)' geo sim tools | grep -v '^geo/io/' || true)"

# 3. Files are touched in geo/io, sim/*/read*.cpp, sim/output and tools only. (A std::filesystem::path is a value: it may
# travel anywhere; asking the disk about it may not.)
touches='#[ \t]*include[ \t]*<(fstream|fcntl\.h|unistd\.h|sys/.*|dirent\.h)>|\b(std::)?(i|o)?fstream\b|\bfopen *\(|(^|[^A-Za-z0-9_>])::open *\('
touches+='|filesystem::(exists|status|is_|file_size|last_write|create_|remove|rename|copy|canonical|weakly_|absolute|current_path|temp_|directory_|recursive_|read_symlink|equivalent|space|resize|permissions)'
report "only geo/io, sim/*/read*.cpp, sim/output and tools touch files" \
    "$(find_in_code "$touches" geo sim | grep -Ev '^(geo/io/|sim/output/|sim/([^/]+/)+read[^/]*\.cpp:)' || true)"

# 4. Only tools/ prints.
report "only tools/ prints" "$(find_in_code '#[ \t]*include[ \t]*<(iostream|print)>|\bstd::(cout|cerr|clog|puts|putchar)\b|\bfmt::print|[^a-z_](printf|fprintf|puts|fputs) *\(' geo sim)"

# 5. No names poured into others' files.
report "'using namespace' is not for geo/ and sim/" "$(find_in_code '\busing[ \t]+namespace\b' geo sim)"

# 6. The same bytes for any thread count: no sum of floating-point numbers across threads. (Maxima are exact.)
float_reductions() {
    find_in_code '#[ \t]*pragma[ \t]+omp.*reduction *\([ \t]*[-+*]' geo sim tools | while IFS= read -r line; do
        local file=${line%%:*} name
        # shellcheck disable=SC2013 # names have no spaces
        for name in $(grep -oE 'reduction *\( *[-+*][^)]*\)' <<<"$line" | sed -E 's/.*://; s/[),]/ /g'); do
            if grep -F "$file:" "$code" | grep -E "\b(double|float|auto)\b[^;(]*\b$name\b" >/dev/null; then printf '%s\n' "$line" && break; fi
        done
    done
}
report "only integers are summed across threads" "$(float_reductions)"

# 7. Nothing in an order that a hash decides reaches an output file.
report "no unordered containers where files are written" "$(find_in_code '\bunordered_(multi)?(map|set)\b' sim/output)"

# 8. An exception that leaves an OpenMP region ends the process.
report "parallel loops are geo::parallel_for" "$(find_in_code '#[ \t]*pragma[ \t]+omp[ \t]+(parallel|for|task)' geo sim tools | grep -v '^geo/parallel\.h:' || true)"

# 9. Flags that change what NaN or a machine's arithmetic means.
report "this flag changes results" "$(find . -name CMakeLists.txt -not -path './build*' -o -name CMakePresets.json -not -path './build*' |
    sed 's|^\./||' | sort | xargs grep -nE '^[^#]*(-ffast-math|-march=native|-Ofast|-funsafe-math)' /dev/null || true)"

# 10. A test that is not built cannot fail.
not_built() {
    local file folder
    find tests -name '*_test.cpp' 2>/dev/null | sort | while IFS= read -r file; do
        folder=${file%/*}
        while [[ $folder == */* && ! -f $folder/CMakeLists.txt ]]; do folder=${folder%/*}; done
        if [[ ! -f $folder/CMakeLists.txt || ! $(<"$folder/CMakeLists.txt") =~ (^|[ /$'\n'(])${file##*/}([ )$'\n']|$) ]]; then
            echo "$file:1: in no CMakeLists.txt"
        fi
    done
}
report "every test file is built" "$(not_built)"

if ((breaches)); then echo "check_layers: $breaches breaches" && exit 1; fi
echo "check_layers: the layers hold"
