# shellcheck shell=sh
# The Python environment: made beside the one that is there, tried, then switched to. prepare.sh
# reads this file; it owns .venv, a link to .venv-kiosk-1 (or -2, ...), and the stamp inside.
#
# Whatever breaks off leaves the link as it was. A kiosk is started from the folder that the link
# leads to and keeps it for as long as it runs: a folder that somebody runs from is not removed.

venv=.venv
layout=1 # one more when environments are made differently: then each is made anew

dev_sum() { cksum <requirements-dev.lock; }

# The stamp's first line: what the kiosk's own packages were installed from, where, and the Python.
key() { printf '%s %s %s %s' "$layout" "$(cksum <requirements.lock)" "$root" "$1"; }

# The stamp's second line: the sum of the lock of the tests' packages, - without them, and begun
# while they are being added.
stamp() {
    printf '%s\n%s\n' "$(key "$2")" "$3" >"$1/.prepared.new" && mv "$1/.prepared.new" "$1/.prepared"
}

# fits ENVIRONMENT GOAL: it was finished for these locks, this folder and the Python asked for.
fits() {
    [ -f "$1/.prepared" ] || return 1
    { read -r was && read -r had; } <"$1/.prepared" || return 1
    has=$(version_of "$1/bin/python")
    [ -n "$has" ] && [ "$was" = "$(key "$has")" ] || return 1
    [ "$2" = run ] || [ "$had" = "$(dev_sum)" ] || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$has" ]
}

# --- installing --------------------------------------------------------------------------------

failed() {
    if "$venv/bin/python" -I -m kiosk --version >/dev/null 2>&1; then
        die "$1, for the reason above; the kiosk that was there before still runs."
    fi
    die "$1, for the reason above."
}

count() { grep -c '^[[:alnum:]].*==' "$1"; }

# Say what pip is at, a line for each of $1 packages, and why it failed; its other words are many.
tell() {
    number=0 last=
    while IFS= read -r line; do
        case $line in
        "Collecting "* | "Processing "*)
            number=$((number + 1)) name=${line#* } name=${name%% *} name=${name##*/}
            case $name in *.whl) name=${name%-*-*-*} ;; esac
            say "  $number of $1: $name"
            ;;
        *"Downloading "*.whl*" MB)")
            size=${line##*\(}
            say "    ${size%\)} to fetch"
            ;;
        "Installing collected "*) say "  Unpacking them" ;;
        ERROR:*) say "$line" ;;
        "pip failed")
            [ -z "$last" ] || say "$last"
            return 1
            ;;
        *"WARNING: Retrying "*) last=$line ;; # it holds the reason
        esac
    done
}

# install_packages ENVIRONMENT LOCK COUNT. A terminal gets pip's own bars, anything else plain lines.
install_packages() {
    say "Installing $3 packages of $2"
    packages=$3
    set -- "$1/bin/python" -I -m pip --disable-pip-version-check install --require-hashes \
        --only-binary :all: -r "$2"
    if [ -t 2 ]; then
        "$@" >&2
    else
        { "$@" 2>&1 || echo "pip failed"; } | tell "$packages"
    fi
}

# The package is used in place: kiosk/, content/ and assets/ lie beside each other here. The path
# is relative to site-packages, and the same by the link: a clone that was moved still runs.
add_kiosk() {
    site=$("$1/bin/python" -I -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    echo ../../../.. >"$site/clinic-kiosk.pth"
    cat >"$1/bin/kiosk" <<'END'
#!/bin/sh
# By this folder's own name, not by .venv: then an update does not change what is running.
exec "$(dirname "$(readlink -f "$0")")/python" -I -m kiosk "$@"
END
    chmod +x "$1/bin/kiosk"
}

# SBK_EMBED=0 lets PySide write the Python modules that its library holds into the environment, once,
# compiled; each start would compile them again.
try() {
    SBK_EMBED=0 "$1/bin/python" -I -c 'import PySide6.QtQuick, kiosk.app' &&
        "$1/bin/kiosk" --version >/dev/null
}

# --- switching ---------------------------------------------------------------------------------

free_name() {
    number=1
    while [ -e ".venv-kiosk-$number" ]; do number=$((number + 1)); done
    echo ".venv-kiosk-$number"
}

switch_to() {
    ln -sfn "$1" .venv-kiosk-next || return 1
    # An older clone has a folder there, which no link replaces in one step. If that is broken off
    # in between, the next call finds the new environment finished.
    if [ -d "$venv" ] && [ ! -L "$venv" ]; then mv "$venv" "$(free_name)" || return 1; fi
    mv -T .venv-kiosk-next "$venv"
}

in_use() { grep -qsF "$root/$1/bin/" /proc/[0-9]*/cmdline; }

# Remove what was broken off or replaced.
tidy() {
    for each in .venv-kiosk-[0-9]*; do
        if [ -d "$each" ] && [ "$(readlink "$venv")" != "$each" ] && ! in_use "$each"; then
            rm -rf "$each" || say "$root/$each is no longer used; remove it."
        fi
    done
}

make_environment() {
    tidy
    new=$(free_name) version=$(version_of "$python")
    trap '[ "$(readlink "$venv")" = "$new" ] || rm -rf "$new"' EXIT
    trap 'exit 1' HUP INT TERM
    say "Making a new environment with Python $version"
    "$python" -m venv "$new" >&2 || failed "Python could not make $root/$new"
    install_packages "$new" "$lock" "$(count "$lock")" || failed "Installing $lock failed"
    { add_kiosk "$new" && try "$new"; } || failed "The new environment does not work"
    tests=-
    [ "$goal" = run ] || tests=$(dev_sum)
    # Onto the disk before it counts as finished: somebody may pull the plug.
    { sync -f "$new" && stamp "$new" "$version" "$tests" && switch_to "$new"; } ||
        failed "The new environment could not be put in place"
    tidy
}

# The tests' packages come to those of the kiosk, which both locks pin alike.
add_tests() {
    number=$(($(count requirements-dev.lock) - $(count requirements.lock)))
    stamp "$venv" "$has" begun
    install_packages "$venv" requirements-dev.lock "$number" ||
        failed "Installing requirements-dev.lock failed"
    stamp "$venv" "$has" "$(dev_sum)"
}

prepare_environment() {
    if fits "$venv" "$goal"; then return; fi
    for each in .venv-kiosk-[0-9]*; do # one that was finished, and the switch was broken off
        if fits "$each" "$goal"; then
            switch_to "$each" || die "$root/$venv can't be made to lead to $each."
            tidy
            return
        fi
    done
    if fits "$venv" run && [ "$had" = - ]; then add_tests; else make_environment; fi
}
