"""The programs that the kiosk starts: each gets its own three streams and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess


def child(parent: QObject) -> QProcess:
    """Return a process, not started yet, that will hold none of the kiosk's files open.

    Cage waits for the end of a pipe that it has given the kiosk: a program that had it too would
    keep cage waiting.
    """
    process = QProcess(parent)
    process.setUnixProcessParameters(QProcess.UnixProcessFlag.CloseFileDescriptors)
    return process
