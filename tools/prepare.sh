# Sourced by tools/phusong, tools/test and tools/fetch: speaks both languages, installs what is missing, builds.
# Needs `root`, the folder of the repository. Every line for people goes to stderr. The scripts of this folder do without
# <(…), which needs /proc: a fresh chroot has none.
# shellcheck shell=bash disable=SC2154

# The same choice as the program's: --lang (in $asked_language), then the environment; Vietnamese when neither says.
speaks_vietnamese() {
    local value
    for value in "${asked_language:-}" "${LANGUAGE:-}" "${LC_ALL:-}" "${LC_MESSAGES:-}" "${LANG:-}"; do
        case ${value%%[_.@:-]*} in
        vi) return 0 ;;
        en) return 1 ;;
        esac
    done
}

# say VIETNAMESE ENGLISH
say() { if speaks_vietnamese; then printf '%s\n' "$1" >&2; else printf '%s\n' "$2" >&2; fi; }

# die STATUS VIETNAMESE ENGLISH
die() {
    say "$2" "$3"
    exit "$1"
}

# The packages that tools/packages.txt lists in the sections named, one a line.
packages_of() {
    local section
    for section in "$@"; do
        awk -v wanted="[$section]" '{ sub(/#.*/, ""); gsub(/[ \t\r]/, "") }
            /^\[/ { here = ($0 == wanted); next }
            here && $0 != "" { print }' "$root/tools/packages.txt"
    done | sort -u
}

# Those of the packages named that dpkg does not know as installed.
missing_of() {
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        awk -v wanted="$*" '$1 == "installed" { have[$2] = 1 }
            END { n = split(wanted, w, " "); for (i = 1; i <= n; ++i) if (!(w[i] in have)) print w[i] }'
}

# Installs what is missing of the sections named; silent, quick and without network when nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || return 0 # not a Debian: CMake names what it misses
    local wanted missing as_root=() log
    mapfile -t wanted <<<"$(packages_of "$@")"
    mapfile -t missing <<<"$(missing_of "${wanted[@]}")"
    [[ -n ${missing[0]} ]] || return 0
    if (($(id -u) != 0)); then
        command -v sudo >/dev/null || die 5 \
            "Thiếu ${#missing[@]} gói phần mềm: ${missing[*]}. Chỉ người quản trị (root) mới cài được và máy này không có sudo. Hãy nhờ người quản trị chạy: apt-get install --no-install-recommends ${missing[*]}" \
            "${#missing[@]} packages are missing: ${missing[*]}. Only root can install them and this machine has no sudo. Ask its administrator to run: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
        say "Cần sudo để cài gói phần mềm …" "Installing packages needs sudo …"
        sudo true || die 5 "sudo không cho phép. Hãy chạy lại với tài khoản được dùng sudo." \
            "sudo does not allow it. Run again as a user who may use sudo."
    fi
    say "Cài ${#missing[@]} gói phần mềm còn thiếu (lần đầu, cần mạng): ${missing[*]}" \
        "Installing ${#missing[@]} missing packages (first time only, needs network): ${missing[*]}"
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        die 5 "apt không cài được các gói trên (lý do ở các dòng trước). Hãy kiểm tra mạng, chỗ trống trên đĩa và /etc/apt/sources.list (Debian 12 'bookworm' main), rồi chạy lại lệnh này." \
            "apt could not install these packages (the lines above say why). Check the network, free disk space and /etc/apt/sources.list (Debian 12 'bookworm' main), then run the same command again."
    fi
    rm -f "$log"
}

# Shows on a terminal how far ninja is; writes everything to the log named.
show_progress() {
    local line
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"
        [[ -t 2 && $line == \[* ]] && printf '\r%s ' "${line%%]*}]" >&2
    done
    if [[ -t 2 ]]; then printf '\r          \r' >&2; fi
}

# True when the folder was configured for another place (a moved or copied clone).
configured_elsewhere() {
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$1/CMakeCache.txt" 2>/dev/null
}

# configure PRESET: only when it was not done, was cut short, or belongs to another place.
configure() {
    local build=$root/build/$1
    if [[ -f $build/build.ninja ]] && ! configured_elsewhere "$1"; then return 0; fi
    say "Chuẩn bị biên dịch ($1) …" "Configuring the build ($1) …"
    mkdir -p "$build"
    (cd "$root" && cmake --preset "$1" --fresh) >"$build/configure.log" 2>&1 </dev/null && return 0
    tail -n 25 "$build/configure.log" >&2
    say "Không chuẩn bị được việc biên dịch; toàn bộ thông báo ở $build/configure.log" \
        "The build could not be configured; the whole log is $build/configure.log"
    return 1
}

# True when ninja has nothing to do for the targets named (a dry run of some milliseconds).
up_to_date() {
    local preset=$1
    shift
    [[ -f $root/build/$preset/build.ninja ]] && ! configured_elsewhere "$preset" &&
        [[ $(ninja -C "$root/build/$preset" -n "$@" 2>/dev/null | tail -n 1) == *"no work to do"* ]]
}

# build PRESET TARGET...: silent when up to date, one line when not, the end of the log when it fails.
build() {
    local preset=$1 log=$root/build/$1/build.log
    shift
    up_to_date "$preset" "$@" && return 0
    mkdir -p "$root/build"
    exec {build_lock}>"$root/build/.lock" # two calls at once: the second waits
    flock "$build_lock"
    local status=0
    configure "$preset" && compile "$preset" "$log" "$@" || status=1
    exec {build_lock}>&-
    return "$status"
}

compile() {
    local preset=$1 log=$2
    shift 2
    say "Biên dịch ($preset); lần đầu mất vài phút …" "Building ($preset); a few minutes the first time …"
    : >"$log"
    if (cd "$root" && cmake --build --preset "$preset" --target "$@") 2>&1 </dev/null | show_progress "$log"; then return 0; fi
    grep -m 20 -E 'error:|FAILED:|fatal|undefined reference' "$log" >&2 || tail -n 25 "$log" >&2
    say "Biên dịch không xong; toàn bộ thông báo ở $log" "The build failed; the whole log is $log"
    return 1
}
