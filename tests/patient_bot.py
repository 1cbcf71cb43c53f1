"""pytest-qt's bot, that waits as long as all tests do, and looks sooner."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from tests.waiting import LIMIT

SOON = (0, 1, 2, 4, 8)
"""Milliseconds between the first looks: most comes at once, and pytest-qt looks every ten."""


class PatientBot(QtBot):
    """pytest-qt's bot with the limit of all tests; its own is five seconds."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = round(LIMIT * 1000)
    ) -> None:
        for pause in SOON:
            before = time.monotonic()
            with suppress(AssertionError):
                if callback() in (None, True):
                    return
            # To look takes time from what is waited for.
            self.wait(max(pause, round(1000 * (time.monotonic() - before))))
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: object,
        *,
        timeout: int = round(LIMIT * 1000),
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )
