"""What a program with all its processes takes: memory as PSS in MiB, processor time in seconds.

PSS counts a page shared by n processes as 1/n in each, so a sum over processes counts no page
twice. Sources: /proc/<pid>/smaps_rollup (Linux 4.14 and later) and /proc/<pid>/task/*/schedstat.
"""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def family(pid: int) -> set[int]:
    """Return `pid`, its descendants, and every process of the session that `pid` leads."""
    parents: dict[int, int] = {}
    found = {pid}
    for folder in PROC.iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            # Behind the name in brackets: state, parent, group, session.
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        if int(fields[3]) == pid:
            found.add(int(folder.name))
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def pss(pid: int, part: str = "Pss") -> float:
    """Return the PSS of `pid`'s family in MiB; a process that ends meanwhile counts nothing.

    `part` may be another line of smaps_rollup: `Pss_Anon` leaves out the files, which weigh more
    as soon as no other process shares them.
    """
    total = 0
    for each in family(pid):
        try:
            text = (PROC / str(each) / "smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(
            int(line.split()[1]) for line in text.splitlines() if line.startswith(f"{part}:")
        )
    return total / 1024


def work(pid: int) -> float:
    """Return the processor time in seconds that `pid`'s family has had; ended threads are missing.

    Unlike time on the wall it hardly grows when other programs want the cores too.
    """
    total = 0
    for each in family(pid):
        for thread in (PROC / str(each) / "task").glob("*/schedstat"):
            try:
                total += int(thread.read_text().split()[0])
            except (FileNotFoundError, ProcessLookupError):
                continue
    return total / 1e9
