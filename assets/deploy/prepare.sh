#!/bin/sh
# Make this folder able to run (or test) the kiosk on a machine that has only Python and make.
#
#   prepare.sh run     what the kiosk needs
#   prepare.sh test    that, and what the tests and checks need
#   prepare.sh libs    only the system libraries: print or install what is missing
#
# System packages and the choice of Python are here, the environment is in environment.sh. A second
# call finds its work done and returns at once. PYTHON=/path/to/python3.12 chooses the interpreter.
# Exit 1 with one sentence when it cannot help; what was there before then still runs.
set -eu

goal=${1:-run}
cd "$(dirname "$0")/../.."
root=$(pwd -P)

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

say() { printf '%s\n' "$*" >&2; }

case $goal in
run) lock=requirements.lock ;;
test) lock=requirements-dev.lock ;;
libs) lock= ;;
*) die "prepare.sh: say run, test or libs, not '$goal'." ;;
esac

version_of() {
    "$1" -I -S -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null || :
}

# shellcheck source=SCRIPTDIR/environment.sh
. assets/deploy/environment.sh

# program, file or library=Debian package that the tests need: an X server, the compositor with its
# tools, the judge of the service, a player for the sound, readers of PDF and of codes, printing into
# files, a browser with the judges of the website, Prometheus' judge, an MQTT broker with certificates,
# a clock that is wrong, and what a screen reader stands on.
# cage brings no Xwayland by itself and does not start without it.
tools="Xvfb=xvfb xauth=xauth cage=cage Xwayland=xwayland grim=grim wlr-randr=wlr-randr
setpriv=util-linux systemd-analyze=systemd aplay=alsa-utils dbus-daemon=dbus-daemon
pdftotext=poppler-utils libzbar.so.0=libzbar0 lp=cups-client /usr/sbin/cupsd=cups
/usr/lib/cups/backend/cups-pdf=printer-driver-cups-pdf chromium=chromium node=nodejs npm=npm
promtool=prometheus /usr/sbin/mosquitto=mosquitto openssl=openssl /usr/sbin/nginx=nginx-light
faketime=faketime /usr/libexec/at-spi-bus-launcher=at-spi2-core
/usr/lib/python3/dist-packages/pyatspi/__init__.py=python3-pyatspi"

# What reads pages aloud: the kiosk starts without it, and shows no button for it.
speech="espeak-ng=espeak-ng aplay=alsa-utils"

missing_tools() {
    for tool in "$@"; do
        case $tool in
        /*) [ -e "${tool%=*}" ] || printf '%s ' "${tool#*=}" ;;
        *.so.*)
            PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -qF "${tool%=*} " ||
                printf '%s ' "${tool#*=}"
            ;;
        *) command -v "${tool%=*}" >/dev/null 2>&1 || printf '%s ' "${tool#*=}" ;;
        esac
    done
}

# What says whether the exported website is right: pinned, checked by its sums, from the npm registry.
judges=tests/access/judges

judges_ready() {
    [ ! -f "$judges/package-lock.json" ] ||
        cmp -s "$judges/package-lock.json" build/judges/package-lock.json
}

# They are there in full or not at all: npm itself leaves half of them when it is stopped.
prepare_judges() {
    say "Installing the judges of the website"
    rm -rf build/judges build/judges.new
    mkdir -p build/judges.new
    cp "$judges/package.json" "$judges/package-lock.json" build/judges.new/
    (cd build/judges.new && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
        die "npm could not install the packages of $judges, for the reason above."
    mv build/judges.new build/judges
}

prepared() {
    fits "$venv" "$goal" || return 1
    [ "$goal" = test ] || return 0
    # shellcheck disable=SC2086 # the lists are meant to be split
    [ -z "$(missing_tools $tools $speech)" ] && judges_ready
}

# Compiled translations are not in the repository; each is made when its source has changed.
translate() {
    for source in assets/translations/*.ts; do
        if [ -f "$source" ] && ! [ "${source%.ts}.qm" -nt "$source" ]; then
            "$venv/bin/python" -I assets/translations/words.py compile ||
                say "The kiosk's own words stay English."
            return 0
        fi
    done
}

if [ "$goal" != libs ] && prepared; then
    translate
    exit 0
fi

# --- the interpreter ---------------------------------------------------------------------------

supported() {
    case $(version_of "$1") in 3.11.* | 3.12.* | 3.13.*) return 0 ;; *) return 1 ;; esac
}

choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        supported "$PYTHON" && printf '%s' "$PYTHON" && return 0
        found=$(version_of "$PYTHON")
        die "The kiosk needs Python 3.11, 3.12 or 3.13, and $PYTHON is ${found:-not a Python}."
    fi
    newest=
    for name in python3.13 python3.12 python3.11 python3; do
        command -v "$name" >/dev/null 2>&1 || continue
        if supported "$name"; then
            printf '%s' "$name"
            return 0
        fi
        newest=$(version_of "$name")
    done
    die "The kiosk needs Python 3.11, 3.12 or 3.13, and this machine has ${newest:-no Python 3}."
}

# Qt's wheels say from which glibc on they run: docs/decisions/0001-packaging-and-pins.md.
check_machine() {
    case "$(uname -m) $(getconf LONG_BIT)" in
    "x86_64 64") least=34 system="Debian 12" ;;
    "aarch64 64") least=39 system="Debian 13" ;;
    *) die "The kiosk needs a 64-bit system for Intel, AMD or Arm; this one is for $(uname -m)." ;;
    esac
    glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) || glibc="no glibc"
    if [ "$glibc" = "no glibc" ] || [ "${glibc##*.}" -lt "$least" ]; then
        die "The kiosk needs $system or later: Qt wants glibc 2.$least here, and this is $glibc."
    fi
}

# --- system packages ---------------------------------------------------------------------------

# soname=Debian package, one a line, of core, xcb or wayland.
libraries() { awk -v kind="$1" '$1 == kind { print $2 "=" $3 }' assets/deploy/libraries.txt; }

missing() { # the packages for those of "$@" that the dynamic linker does not know
    for pair in "$@"; do
        case $known in *"${pair%%=*} "*) ;; *) printf '%s\n' "${pair#*=}" ;; esac
    done | sort -u | tr '\n' ' '
}

have_fonts() { # letters beyond Latin; the packaged font holds none
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name 'NotoSansBengali*' 2>/dev/null |
        head -n 1)" ]
}

# Sets need (what this goal cannot do without) and want (all of what is missing).
find_missing() {
    PATH=$PATH:/usr/sbin:/sbin
    known=$(ldconfig -p 2>/dev/null | awk '{print $1 " "}')
    core=$(libraries core) xcb=$(libraries xcb) wayland=$(libraries wayland)
    # shellcheck disable=SC2086 # the lists are meant to be split
    want="$(missing $core)$(missing $xcb)$(missing $wayland)" need=$(missing $core)
    # shellcheck disable=SC2086
    [ -z "${WAYLAND_DISPLAY:-}" ] || need="$need$(missing $wayland)"
    # shellcheck disable=SC2086
    [ -n "${WAYLAND_DISPLAY:-}" ] || [ -z "${DISPLAY:-}" ] || need="$need$(missing $xcb)"
    have_fonts || want="${want}fonts-noto-core "
    # shellcheck disable=SC2086
    want=$want$(missing_tools $speech)
    if [ -n "$lock" ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package="$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        [ "$(version_of python3)" != "$(version_of "$python")" ] || package=python3-venv
        want="$want$package " need="$need$package "
    fi
    if [ "$goal" = test ]; then
        # shellcheck disable=SC2086
        want=$want$(missing_tools $tools)
        need=$want
    fi
    need=${need% } want=${want% }
}

apt="apt-get install -y --no-install-recommends"

install_missing() {
    [ -n "$want" ] || return 0
    as=
    if ! command -v apt-get >/dev/null 2>&1; then
        as=nobody
    elif [ "$(id -u)" -ne 0 ]; then
        as=nobody
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as="sudo -n"; fi
    fi
    if [ "$as" = nobody ]; then
        line="sudo apt-get update && sudo $apt $want"
        if [ -n "$need" ]; then die "Some system packages are missing; run: $line"; fi
        say "The kiosk will start, but some system packages are missing; run: $line"
        return 0
    fi
    say "Installing system packages: $want"
    $as apt-get update -q >/dev/null || say "apt-get update failed; trying with what is known."
    # shellcheck disable=SC2086
    if ! $as env DEBIAN_FRONTEND=noninteractive $apt -q $want >/dev/null; then
        if [ -n "$need" ]; then die "The system packages did not install; run: $apt $want"; fi
        say "Some system packages did not install; run: $apt $want"
    fi
    case $want in # the tests start a broker of their own
    *mosquitto*) $as systemctl disable --now mosquitto >/dev/null 2>&1 || : ;;
    esac
}

if [ "$goal" = libs ]; then
    find_missing
    install_missing
    exit 0
fi

# Two terminals may start at once: the second waits, then finds the work done.
if ! mkdir -p build 2>/dev/null || ! true 2>/dev/null >>build/prepare.lock; then
    die "Nothing can be written in $root: it is another user's, or the disk is full."
fi
if command -v flock >/dev/null 2>&1; then
    exec 9>>build/prepare.lock
    flock 9
fi
if ! prepared; then
    python=$(choose_python)
    check_machine
    find_missing
    install_missing
    prepare_environment
    [ "$goal" != test ] || judges_ready || prepare_judges
fi
translate
