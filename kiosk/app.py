"""Composition root: builds every object once, wires it, starts Qt."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson
import msgspec
import shiboken6
from platformdirs import user_cache_path
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.library.cache import PageCache
from kiosk.library.pack import Pack, load_pack
from kiosk.ui.display import DEFAULT_DIAGONAL, Display, measured_diagonal
from kiosk.ui.pictures import PROVIDER, PictureLibrary, Pictures
from kiosk.ui.shell import Shell, first_visit

log = logging.getLogger("kiosk.qt")

HERE = Path(__file__).parent

QML = HERE / "ui" / "qml"


WINDOWED = (1280, 800)
"""Size in pixels of a window that was asked for without a size."""


class StartError(Exception):
    """The kiosk can't start: one sentence with the remedy."""


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What one start of the kiosk was asked for. `size` is in pixels, `diagonal` in inches."""

    content: Path | None = None
    language: str = ""
    text_size: int = 100
    size: tuple[int, int] | None = None
    diagonal: float = 0.0
    windowed: bool = False
    moving: bool = True
    unlocked: bool = True

    @property
    def framed(self) -> bool:
        """Whether the kiosk stands in a window instead of filling the screen."""
        return self.windowed or self.size is not None


def shipped(name: str) -> Path:
    """Return a folder that comes with the kiosk: inside the wheel, beside it in a checkout."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name


class Kiosk:
    """The running program: Qt's application, the window, and the shell behind it.

    Raises:
        ContentError: the pack can't be used.
        StartError: the language asked for is not in the pack, or the screen can't be drawn.
    """

    def __init__(self, start: Start) -> None:
        assets = shipped("assets")
        content = start.content or shipped("content")
        pack = load_pack(
            content, assets=assets, cache=PageCache(user_cache_path("kiosk") / "pages")
        )
        language = start.language or pack.languages[0]
        if language not in pack.languages:
            raise StartError(
                f"The pack has no language {language!r}. It has: {', '.join(pack.languages)}."
            )
        self.app = application()
        self.shell = self._shell(pack, language, start)
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider(PROVIDER, Pictures((content, assets)))
        self.engine.addImportPath(str(QML))
        self.engine.setInitialProperties({"shell": self.shell})
        # The theme is dressed before anything is drawn: nothing is laid out twice.
        self.engine.loadFromModule("Kiosk", "Wardrobe")
        # Not rootObjects(): to name the type of a plain QObject, PySide loads all of Qt's, 15 ms.
        made: list[QObject] = []
        self.engine.objectCreated.connect(lambda root, _: made.append(root))
        self.engine.loadFromModule("Kiosk", "Main")
        if not made or not isinstance(made[0], QQuickWindow):
            raise StartError("The screen can't be drawn: the messages above say why.")
        self.window = made[0]
        self.window.screenChanged.connect(
            lambda screen: self.shell.measure(self._display(start, screen))
        )
        self._start = start

    def _shell(self, pack: Pack, language: str, start: Start) -> Shell:
        return Shell(
            pack,
            PictureLibrary(pack),
            self._display(start, self.app.primaryScreen()),
            first_visit(language, [tab.page for tab in pack.tabs], start.text_size),
            unlocked=start.unlocked,
            framed=start.framed,
            moving=start.moving,
            parent=self.app,
        )

    def _display(self, start: Start, screen: QScreen) -> Display:
        if start.size and self.app.platformName() == "offscreen":
            return Display(*start.size, start.diagonal or DEFAULT_DIAGONAL)
        size, physical = screen.size(), screen.physicalSize()
        diagonal = measured_diagonal(physical.width(), physical.height(), start.diagonal)
        return Display(size.width(), size.height(), diagonal)

    def show(self) -> None:
        """Show the window: fullscreen, or as asked for."""
        if self._start.framed:
            self.window.resize(*(self._start.size or WINDOWED))
            self.window.show()
        else:
            # An X server without a window manager makes nothing fullscreen by itself, and cage
            # leaves a frameless window the size that it has.
            self.window.setGeometry(self.app.primaryScreen().geometry())
            self.window.showFullScreen()

    def run(self) -> int:
        """Show the window and return when the kiosk is left."""
        # Ctrl-C ends the kiosk: Python's own handler would wait for the event loop to end first.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self.show()
        QTimer.singleShot(1000, _collect)  # ms: by then every pane is made
        try:
            return self.app.exec()
        finally:
            self.close()

    def close(self) -> None:
        """Take the window down before the objects that it is bound to."""
        self.window.close()
        shiboken6.delete(self.engine)


def _collect() -> None:
    # What a start has made stays for months: the collector needn't look at it again.
    gc.freeze()
    gc.enable()


def application() -> QGuiApplication:
    """Return Qt's application with the kiosk's fonts, made at the first call."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    qInstallMessageHandler(_message)
    app = QGuiApplication([sys.argv[0]])
    app.setApplicationName("kiosk")
    app.setApplicationVersion(__version__)
    add_fonts()
    return app


def add_fonts() -> None:
    """Make the packaged fonts known to Qt."""
    folder = Path(atkinson.__file__).parent / "files"
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            log.warning("%s: the font can't be read; another one stands in.", file)


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


def _message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # That a platform can't be used is no fault: the next one is tried, and `run` says what it did.
    level = logging.DEBUG if (context.category or "").startswith("qt.qpa") else _LEVELS[kind]
    log.log(level, "%s", message)
