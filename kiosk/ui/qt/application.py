"""Qt's application: its fonts, its platform, and its messages, which go into the kiosk's log."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson
from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk import __version__

log = logging.getLogger("kiosk.qt")


FAMILY = "Atkinson Hyperlegible"
"""The packaged font, which `Theme.fontFamily` names too. It holds Latin letters."""

STANDING_IN = ("Noto Sans Bengali", "Noto Sans", "Noto Naskh Arabic")
"""Fonts for the letters that it has not, from Debian's fonts-noto-core, the first that has one."""


class StartError(Exception):
    """The kiosk can't start: one sentence with the remedy."""


def application() -> QGuiApplication:
    """Return Qt's application with the kiosk's fonts, made at the first call."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    qInstallMessageHandler(take_message)
    # WORKAROUND: Qt Quick 6.11 puts a finger's move off until the next frame, also past the moment
    # in which the system takes that touch back; then it follows a finger that isn't there.
    os.environ["QML_NO_TOUCH_COMPRESSION"] = "1"
    # No file of ours stands in for another on some system or in some language, as +linux/Main.qml
    # would: a start looks for 1,700 of them otherwise.
    os.environ["QT_NO_BUILTIN_SELECTORS"] = "1"
    # Where the display has no beat of its own (X11), Qt waits 5 ms for more to draw before a frame.
    # One touch changes all that it changes at once.
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"
    # WORKAROUND: QML's garbage is collected in one go, a few milliseconds, not in slices between
    # which the scene changes. With slices Qt 6.11 was once seen to lose a function of one object.
    os.environ["QV4_GC_TIMELIMIT"] = "0"
    # That our font has no Bengali letters, for which another one stands in, would tell the log
    # which language somebody has chosen.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    app = QGuiApplication([sys.argv[0]])
    app.setApplicationName("kiosk")
    app.setApplicationVersion(__version__)
    add_fonts()
    return app


def font_folder() -> Path:
    """Return the folder that holds the packaged font's files."""
    return Path(atkinson.__file__).parent / "files"


def add_fonts() -> None:
    """Make the packaged fonts known to Qt."""
    for file in sorted(font_folder().glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            log.warning("%s: the font can't be read; another one stands in.", file)
    # Without this the system's order decides, and may put a serif font beside ours.
    QFont.insertSubstitutions(FAMILY, STANDING_IN)


def choose_platform(environment: dict[str, str]) -> str:
    """Return the Qt platforms to try, in order; `offscreen` last where there may be no display.

    Raises:
        StartError: the environment asks for a platform that the kiosk must not use.
    """
    asked = environment.get("QT_QPA_PLATFORM", "")
    if "vnc" in asked:
        # It listens on every interface without a password, whatever it is told.
        raise StartError("QT_QPA_PLATFORM=vnc is not safe and not used. Unset it.")
    if asked:
        return asked
    tried = [
        platform
        for variable, platform in (("WAYLAND_DISPLAY", "wayland"), ("DISPLAY", "xcb"))
        if environment.get(variable)
    ]
    return ";".join([*tried, "offscreen"])


def use_platform() -> bool:
    """Set the Qt platform before Qt starts; return whether a display was asked for by name."""
    asked = bool(os.environ.get("QT_QPA_PLATFORM"))
    os.environ["QT_QPA_PLATFORM"] = choose_platform(dict(os.environ))
    return asked


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def take_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Log what Qt says."""
    # That a platform can't be used is no fault: the next one is tried, and `run` says what it did.
    # Nor is it that a screen reader asks for something that Qt doesn't know.
    known = (context.category or "").startswith(("qt.qpa", "qt.accessibility"))
    # WORKAROUND: Qt 6.11 says this of an animation that is stopped in the round in which it began.
    known = known or message == "QUnifiedTimer::stopAnimationDriver: driver is not running"
    level = logging.DEBUG if known else _LEVELS[kind]
    log.log(level, "%s", message)
