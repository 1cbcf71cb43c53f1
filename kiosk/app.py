"""Composition root: builds every object once, wires it, starts Qt."""

from __future__ import annotations

import gc
import logging
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import shiboken6
from platformdirs import user_cache_path
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.health.crash_record import moment
from kiosk.health.vitals import Health
from kiosk.pack.pack import Pack
from kiosk.releases.releases import Releases
from kiosk.shipped import HERE, shipped
from kiosk.staff import LEAVE, RESTART, mark_left
from kiosk.staff.language_choice import LanguageChoice, keep_choice, kept_choice
from kiosk.staff.lock import Lock
from kiosk.start import Start
from kiosk.ui.appearance.screen_size import DEFAULT_DIAGONAL, ScreenSize, measured_diagonal
from kiosk.ui.editions.current_text import CurrentText, TextFolders
from kiosk.ui.input.input_filter import InputFilter
from kiosk.ui.input.keys import Keys
from kiosk.ui.presence.housekeeping import Housekeeping
from kiosk.ui.presence.presence import Presence
from kiosk.ui.presence.visible_words import words_on
from kiosk.ui.qt.application import StartError, application
from kiosk.ui.qt.stop_signals import StopSignals
from kiosk.ui.qt.translations import Translations
from kiosk.ui.qt.watchdog import DisplayWatch, Watchdog
from kiosk.ui.reading.pictures import PROVIDER
from kiosk.ui.shell import Shell
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.gesture_watch import GestureWatch
from kiosk.ui.staff.status import StaffTools
from kiosk.visit.visit import first_visit

if TYPE_CHECKING:
    from kiosk.ui.presence.chime import Chime
    from kiosk.ui.presence.screen_power import ScreenPower

start_log = logging.getLogger("kiosk.start")

QML = HERE / "ui" / "qml"

CHOICE = "choice.json"
"""The file in the state folder that holds what staff chose."""

WINDOWED = (1280, 800)
"""Size in pixels of a window that was asked for without a size."""


class Kiosk:
    """The running program: Qt's application, the window, and the shell behind it.

    Raises:
        ContentError: the pack can't be used.
        StartError: the language asked for is not in the pack, or the screen can't be drawn.
    """

    def __init__(self, start: Start, health: Health | None = None) -> None:
        self._releases = Releases()
        # One that was started by another way than the link would be started so again and again.
        self._by_link = not self._releases.waiting(HERE) and bool(self._releases.named(HERE))
        self.health = health or Health()
        # First: a start without a display must not count as one that the text has cut off.
        self.app = application()
        assets = shipped("assets")
        content = start.content or shipped("content")
        self.current_text = CurrentText(
            TextFolders(
                content=content,
                assets=assets,
                cache=user_cache_path("kiosk") / "pages",
                state=start.state,
                still=start.still,
            ),
            start.language,
            start.waiting.calendar,
            self.health,
        )
        pack = self.current_text.pack
        language = start.language or _chosen(start.state, pack)
        if language not in pack.languages:
            raise StartError(
                f"The pack has no language {language!r}. It has: {', '.join(pack.languages)}."
            )
        self.translations = Translations(start.words or assets / "translations")
        self.translations.speak(language)
        self.shell = self._shell(pack, language, start)
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider(PROVIDER, self.current_text.pictures)
        self.engine.addImportPath(str(QML))
        self.engine.setInitialProperties({"shell": self.shell})
        # The theme is dressed before anything is drawn: nothing is laid out twice.
        self.engine.loadFromModule("Kiosk", "ThemeBindings")
        # Not rootObjects(): to name the type of a plain QObject, PySide loads all of Qt's, 15 ms.
        made: list[QObject] = []
        self.engine.objectCreated.connect(lambda root, _: made.append(root))
        self.engine.loadFromModule("Kiosk", "Main")
        if not made or not isinstance(made[0], QQuickWindow):
            raise StartError("The screen can't be drawn: the messages above say why.")
        self.window = made[0]
        self.window.screenChanged.connect(self.measure)
        stack = made[0].findChild(QObject, "stack")
        self.current_text.open(
            self.shell.navigator, lambda: stack is not None and bool(stack.property("whole"))
        )
        self.shell.navigator.visitChanged.connect(self._speak)
        self.shell.desk.changed.connect(self._speak)
        self.shell.presence.read_words(lambda: words_on(self.window))
        self.shell.focus.attend(self.window)
        self.input_filter = InputFilter(
            self.window,
            self.shell.presence,
            Keys(self.shell),
            locked=start.locked,
            parent=self.shell,
        )
        Housekeeping(self.window, self.engine, self.shell.presence, parent=self.shell)
        self._gesture_watch = GestureWatch(
            self.window,
            self.shell.desk,
            mm=lambda: self.shell.appearance.mm,
            clock=start.waiting.clock,
            parent=self.shell,
        )
        self.shell.desk.ended.connect(self._end)
        if start.state:
            kept = start.state / CHOICE
            self.shell.desk.languageChosen.connect(
                lambda chosen: keep_choice(kept, LanguageChoice(chosen))
            )
        self._chime: Chime | None = None
        if start.sound and not start.safe:
            self.shell.presence.asked.connect(self._chime_in)
        self._screen_power: ScreenPower | None = None
        self._start = start

    def _shell(self, pack: Pack, language: str, start: Start) -> Shell:
        return Shell(
            pack,
            self.current_text.pages,
            self._display(start, self.app.primaryScreen()),
            first_visit(language, [tab.page for tab in pack.tabs], start.text_size, start.volume),
            Presence(start.waiting, resting=start.resting),
            desk=Desk(self._tools(pack, start), language),
            translations=self.translations,
            unlocked=not start.locked,
            framed=start.framed,
            moving=start.moving and not start.safe,
            speech=start.speech,
            parent=self.app,
        )

    def _tools(self, pack: Pack, start: Start) -> StaffTools:
        clock = start.waiting.clock
        lock = None
        if start.pin and start.state:
            file = start.state / "staff.json"
            lock = Lock(file, start.pin, boot=moment().boot, clock=clock)
        return StaffTools(
            clock=clock,
            pin=start.pin,
            lock=lock,
            health=self.health.vitals,
            news=self.current_text.news,
            standing=partial(self._releases.standing, HERE, __version__),
            reload=self.current_text.reload,
            printer=start.printer,
            content=start.content,
            shown=lambda: self.shell.navigator.pack,
        )

    def _speak(self) -> None:
        """Speak the visitor's language; the one that staff chose while something of theirs is open.

        Every word on the screen is translated in place: no pane is made anew for that.
        """
        desk, visit = self.shell.desk, self.shell.navigator.visit
        if self.translations.speak(visit.language if desk.stage == "away" else desk.language):
            self.engine.retranslate()
            desk.status.retell()

    def measure(self, screen: QScreen) -> None:
        """Take over the size of the screen that the window is on now.

        While the only one is off, Qt has one of 0 x 0 in its place: nothing changes for that.
        """
        if not screen.size().isEmpty():
            self.shell.appearance.measure(self._display(self._start, screen))

    def _display(self, start: Start, screen: QScreen) -> ScreenSize:
        if start.size and self.app.platformName() == "offscreen":
            return ScreenSize(*start.size, start.diagonal or DEFAULT_DIAGONAL)
        size, physical = screen.size(), screen.physicalSize()
        if size.isEmpty():
            return ScreenSize(*WINDOWED, start.diagonal or DEFAULT_DIAGONAL)
        diagonal = measured_diagonal(physical.width(), physical.height(), start.diagonal)
        return ScreenSize(size.width(), size.height(), diagonal)

    def show(self) -> None:
        """Show the window: fullscreen, or as asked for."""
        if self._start.framed:
            self.window.resize(*(self._start.size or WINDOWED))
            self.window.show()
        else:
            # A bare X server makes nothing fullscreen, and cage names the screen's size only after
            # the first frame: until then Qt would take 500 x 500. docs/decisions/0004-cage.md
            self.window.setGeometry(self.app.primaryScreen().geometry())
            self.window.showFullScreen()

    def run(self) -> int:
        """Show the window and return when the kiosk is left: 0, or the code that staff chose.

        SIGTERM and SIGINT leave it too.
        """
        if new_output := self._start.new_output:
            self.app.screenAdded.connect(lambda _: new_output())
        signals = StopSignals(self._asked_to_stop)
        lost = DisplayWatch(self._without_display)
        logging.getLogger().addHandler(lost)  # last: what it hears is written down by then
        watchdog = Watchdog(self.window, self.health.notifier)
        self.show()
        self._tell_start()
        QTimer.singleShot(1000, self._settled)  # ms: by then every pane is made
        try:
            code = self.app.exec()
            if code and not self.health.asked:
                self._without_display(code)
            return code
        finally:
            self.health.notifier.stopping()
            watchdog.stop()
            self.close()
            logging.getLogger().removeHandler(lost)
            signals.release()
            start_log.info("Stopped.", extra={"event": "stopped"})

    def _settled(self) -> None:
        self.shell.screenReader.look()
        self.shell.presence.changed.connect(self.shell.screenReader.look)
        # Every enumeration of Qt, which the first key or click would have to wait for.
        from PySide6.QtCore import Qt  # noqa: F401, PLC0415

        # What a start has made stays for months: the collector needn't look at it again.
        gc.freeze()
        self.current_text.watch()
        if self._start.switches_off and self._start.waiting.hours.spans:
            self._switch_screen()
        if self._by_link:
            self._watch_releases()

    def _watch_releases(self) -> None:
        from kiosk.ui.presence.release_watch import ReleaseWatch  # noqa: PLC0415  # as above

        watch = ReleaseWatch(self.shell.presence, self._is_renewed, parent=self.shell)
        watch.due.connect(lambda: self._end(RESTART))

    def _is_renewed(self) -> bool:
        return self.shell.desk.stage == "away" and bool(self._releases.waiting(HERE))

    def _chime_in(self) -> None:
        if self._chime is None:
            from kiosk.ui.presence.chime import Chime  # noqa: PLC0415  # not before the first frame

            sound = shipped("assets") / "sounds" / "still-there.wav"
            self._chime = Chime(sound, parent=self.shell)
        self._chime.play()

    def _switch_screen(self) -> None:
        if self.app.platformName() != "wayland" or self._start.framed:
            return
        presence = self.shell.presence
        from kiosk.ui.presence.screen_power import ScreenPower  # noqa: PLC0415  # as above

        self._screen_power = ScreenPower(lambda: presence.light == "dark", parent=self.shell)
        self._screen_power.begin([] if self._start.safe else [presence.changed])

    def _asked_to_stop(self) -> None:
        self.health.stopping()
        start_log.info("Asked to end.")
        # Not quit(), which a window that refuses to close stops. Queued: the event loop may be
        # about to begin.
        QTimer.singleShot(0, lambda: self.app.exit(0))

    def _end(self, code: int) -> None:
        self.health.stopping()
        if code == LEAVE:
            mark_left()
        QTimer.singleShot(0, lambda: self.app.exit(code))

    def _without_display(self, code: int = 1) -> NoReturn:
        """Leave at once: Qt lost the display, and ends the loop or the process.

        To take the window down now may hang for ever: that waits for the thread that draws, which
        waits for the display. To be ended by X's library takes what this thread works with away.
        """
        self.current_text.spare()
        self.health.display_lost()
        os._exit(code)

    def _tell_start(self) -> None:
        size = self.window.size()
        start_log.info(
            "Started: kiosk %s on %s, %d x %d pixels.",
            __version__, self.app.platformName(), size.width(), size.height(),
        )  # fmt: skip

    def close(self) -> None:
        """Take the window down before the objects that it is bound to."""
        self.current_text.close()
        self.shell.readAloud.close()
        self.shell.desk.stop()
        self.shell.search.leave()
        if self._chime:
            self._chime.stop()
        if self._screen_power:
            self._screen_power.stop()
        self.input_filter.open()
        self.window.close()
        shiboken6.delete(self.engine)
        # Its timers must not find a window that is gone.
        shiboken6.delete(self.shell)
        self.translations.hush()


def _chosen(state: Path | None, pack: Pack) -> str:
    chosen = kept_choice(state / CHOICE).language if state else ""
    return chosen if chosen in pack.languages else pack.languages[0]
