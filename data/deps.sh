#!/bin/sh
# deps.sh [--if-missing] [build] [test]: installs what building and testing need, with the system's own
# package manager, and says what it does.
#
# Nothing is looked up by name: a header and its library are there when a one-line program compiles and
# links with them; pkg-config is asked for those whose headers lie in folders of their own. --if-missing is
# silent when all is there. sudo is used only when we are not root.
set -u
quiet=0
[ "${1:-}" != --if-missing ] || { quiet=1; shift; }
[ $# -gt 0 ] || set -- build test

# what for | what | how to see it | apt | dnf | pacman | apk | brew
wanted='
build cc        compiler               gcc,libc6-dev   gcc,glibc-devel  gcc         gcc,musl-dev   -
build make      program                make            make             make        make           make
build gzip      program                gzip            gzip             gzip        gzip           gzip
build ncursesw  curses.h:initscr       libncurses-dev  ncurses-devel    ncurses     ncurses-dev    ncurses
build sqlite3   sqlite3.h:sqlite3_open libsqlite3-dev  sqlite-devel     sqlite      sqlite-dev     sqlite
build csv       csv.h:csv_init         libcsv-dev      libcsv-devel     libcsv      libcsv-dev     libcsv
build sodium    sodium.h:sodium_init   libsodium-dev   libsodium-devel  libsodium   libsodium-dev  libsodium
build utf8proc  utf8proc.h:utf8proc_version libutf8proc-dev utf8proc-devel libutf8proc utf8proc-dev utf8proc
build expat     expat.h:XML_ParserFree libexpat1-dev   expat-devel      expat       expat-dev      expat
build pkg-config program               pkg-config      pkgconf-pkg-config pkgconf  pkgconf        pkgconf
build pangocairo pkg-config            libpango1.0-dev pango-devel      pango       pango-dev      pango
build z         zlib.h:zlibVersion     zlib1g-dev      zlib-devel       zlib        zlib-dev       zlib
build curl      curl/curl.h:curl_easy_init libcurl4-openssl-dev libcurl-devel curl curl-dev  curl
build qrencode  qrencode.h:QRcode_free libqrencode-dev qrencode-devel qrencode libqrencode-dev qrencode
build xlsxwriter xlsxwriter.h:lxw_version libxlsxwriter-dev libxlsxwriter-devel - libxlsxwriter-dev libxlsxwriter
test  cmocka    cmocka.h:_skip         libcmocka-dev   libcmocka-devel  cmocka      cmocka-dev     cmocka
test  pdftotext program                poppler-utils   poppler-utils    poppler     poppler-utils  poppler
test  tmux      program                tmux            tmux             tmux        tmux           tmux
test  openssl   program                openssl         openssl          openssl     openssl        openssl
fuzz  clang     program                clang,libclang-rt-dev clang,compiler-rt clang,compiler-rt clang,compiler-rt llvm
'

scratch=$(mktemp -d "${TMPDIR:-/tmp}/deps.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

compiler=${CC:-}
[ -n "$compiler" ] || compiler=$(command -v gcc || command -v cc || true)
brewed=
if command -v brew >/dev/null; then
    brewed="-I$(brew --prefix)/include -L$(brew --prefix)/lib"
    brewed="$brewed -I$(brew --prefix)/opt/ncurses/include -L$(brew --prefix)/opt/ncurses/lib"
fi

# links FLAG...: the program in $scratch/try.c compiles and links
links() {
    [ -n "$compiler" ] && $compiler $brewed "$scratch/try.c" -o "$scratch/try" "$@" >/dev/null 2>&1
}

# present WHAT HOW
present() {
    case $2 in
    program) command -v "$1" >/dev/null ;;
    pkg-config) pkg-config --exists "$1" 2>/dev/null ;;
    compiler)
        echo 'int main(void) { return 0; }' >"$scratch/try.c"
        links ;;
    *)
        printf '#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <setjmp.h>\n' \
            >"$scratch/try.c"
        printf '#include <%s>\nint main(void) { return (void *)%s == (void *)0; }\n' \
            "${2%%:*}" "${2##*:}" >>"$scratch/try.c"
        links "-l$1" ;;
    esac
}

# missing PURPOSE...: the lines of the table that are wanted and not there
missing() {
    printf '%s\n' "$wanted" | while read -r purpose what how packages; do
        case " $* " in *" $purpose "*) ;; *) continue ;; esac
        present "$what" "$how" </dev/null || printf '%s %s %s %s\n' "$purpose" "$what" "$how" "$packages"
    done
}

gaps=$(missing "$@")
if [ -z "$gaps" ]; then
    [ $quiet -eq 1 ] || echo "deps: everything for $* is here"
    exit 0
fi
echo "deps: missing: $(printf '%s\n' "$gaps" | awk '{printf "%s%s", sep, $2; sep = ", "}')"

manager=
for candidate in apt-get dnf pacman apk brew; do
    command -v $candidate >/dev/null || continue
    manager=$candidate
    break
done
case $manager in
apt-get) column=4 ;;
dnf) column=5 ;;
pacman) column=6 ;;
apk) column=7 ;;
brew) column=8 ;;
*)
    echo "deps: no apt-get, dnf, pacman, apk or brew here: please install these yourself" >&2
    exit 69 ;;
esac
packages=$(printf '%s\n' "$gaps" | awk -v c=$column '$c != "-" {gsub(/,/, " ", $c); printf "%s ", $c}')
if [ -z "$packages" ]; then
    echo "deps: $manager has no package for these (on macOS: xcode-select --install)" >&2
    exit 69
fi

as_root=
if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "deps: not root, and no sudo: please have these installed: $packages" >&2
        exit 77
    fi
    as_root=sudo
fi

# say COMMAND...: shown, then run, with nobody to answer questions
say() {
    echo "deps: $*"
    "$@" </dev/null
}
case $manager in
apt-get)
    # names that the local lists do not know, or versions that have gone: read the lists again, once
    apt="env DEBIAN_FRONTEND=noninteractive apt-get"
    say $as_root $apt install -y -q --no-install-recommends $packages ||
        { say $as_root $apt update -q &&
            say $as_root $apt install -y -q --no-install-recommends $packages; } ;;
dnf) say $as_root dnf install -y $packages ;;
pacman) say $as_root pacman -S --noconfirm --needed $packages ;;
apk) say $as_root apk add $packages ;;
brew) say brew install $packages ;;
esac || { echo "deps: $manager could not install: $packages" >&2; exit 69; }

[ -n "$compiler" ] || compiler=$(command -v gcc || command -v cc || true)
gaps=$(missing "$@")
if [ -n "$gaps" ]; then
    echo "deps: still missing: $(printf '%s\n' "$gaps" | awk '{printf "%s%s", sep, $2; sep = ", "}')" >&2
    exit 69
fi
