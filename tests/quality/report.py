"""The page docs/content-quality.md: the tables between the words of `page.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.check.rules.plain_language import HIGHEST_AGE, HIGHEST_AVERAGES
from tests.quality import clear, counted, pemat
from tests.quality.instrument import ARGUABLE, PANES, Item, Score, score, together
from tests.quality.measured import FIGURES, Pages, points

TEMPLATE = Path(__file__).with_name("page.md")
"""The words of the page; what stands in braces is counted."""

NAMES = {
    "overview": "Overview", "procedure": "Procedure", "types": "Types", "risks": "Risks",
    "faq": "FAQ", "about": "About", "glossary": "Glossary", "questions": "Questions",
}  # fmt: skip


def page(pages: Pages) -> str:
    """Give the whole page as Markdown."""
    understandability, actionability = (_items(items) for _, items in pemat.PARTS)
    return TEMPLATE.read_text("utf-8").format(
        summary=_summary(pages),
        understandability=understandability,
        actionability=actionability,
        index=_items(clear.ALL),
        claims=_claims(pages),
        lengths=_lengths(pages),
        repeats=_repeats(pages),
        sources=_sources(pages),
        **_reading(pages),
        **_coverage(pages),
    )


def _summary(pages: Pages) -> str:
    rows = []
    for title, items in (
        ("PEMAT-P, understandability", pemat.UNDERSTANDABILITY),
        ("PEMAT-P, actionability", pemat.ACTIONABILITY),
        ("CDC Clear Communication Index", clear.ALL),
    ):
        whole = together(items)
        lowest = min(score(items, pane).percent for pane in PANES)
        rows.append((title, "90", str(whole.percent), str(lowest), str(whole.least_percent)))
    hardest = max(pages.reading(name, "en").age or 0.0 for name in pages.names)
    rows.append(("Reading age of the hardest English page", "12", f"{hardest:.1f}", "", ""))
    without = sum(
        pages.claims(name, language)[0].without
        for name in pages.names
        for language in pages.pack.languages
    )
    rows.append(("Claims without a source, both languages", "0", str(without), "", ""))
    return _table(("What", "Aim", "All panes", "Lowest pane", "Without the points marked ?"), rows)


def _reading(pages: Pages) -> dict[str, str]:
    english = {name: pages.reading(name, "en") for name in pages.names}
    bengali = {name: pages.reading(name, "bn") for name in pages.names}
    most_words, most_aksharas = HIGHEST_AVERAGES["bn"]
    return {
        "age": f"{HIGHEST_AGE:g}",
        "words": f"{most_words:g}",
        "aksharas": f"{most_aksharas:g}",
        "longest_en": str(max(each.longest for each in english.values())),
        "longest_bn": str(max(each.longest for each in bengali.values())),
        "english": _table(
            ("Page", "Reading age", "Without glossary words", "SMOG", "Sentences", "Words in each"),
            (
                (
                    NAMES[name],
                    f"{each.age:.1f}",
                    f"{each.plainer:.1f}",
                    f"{each.smog:.1f}" if each.smog else "too few sentences",
                    str(each.lengths.sentences),
                    f"{each.lengths.words_a_sentence:.1f}",
                )
                for name, each in english.items()
            ),
        ),
        "bengali": _table(
            ("Page", "Sentences", "Words in each", "Aksharas in a word"),
            (
                (
                    NAMES[name],
                    str(each.lengths.sentences),
                    f"{each.lengths.words_a_sentence:.1f}",
                    f"{each.lengths.aksharas:.2f}",
                )
                for name, each in bengali.items()
            ),
        ),
    }


def _lengths(pages: Pages) -> str:
    rows = []
    for name in pages.names:
        words = [str(counted.length(pages.sheet(name, each))) for each in pages.pack.languages]
        rows.append((NAMES[name], str(counted.AIMS.get(name, "")), *words))
    return _table(("Page", "Aim", "English", "Bengali"), rows)


def _repeats(pages: Pages) -> str:
    found = {language: counted.longest_repeat(pages, language) for language in pages.pack.languages}
    return "\n".join(
        f'- {language}: {len(words.split())} words, "{words}"' for language, words in found.items()
    )


def _sources(pages: Pages) -> str:
    kinds = counted.kinds_of_sources(pages)
    return "\n".join(f"- {count} with {kind}" for kind, count in kinds.most_common())


def _claims(pages: Pages) -> str:
    rows = []
    for name in pages.names:
        cells = [NAMES[name]]
        for language in ("en", "bn"):
            counted, judged = pages.claims(name, language)
            cells += [str(counted.with_source), str(counted.without), str(judged)]
        rows.append(cells)
    header = ["Page"]
    for language in ("English", "Bengali"):
        header += [f"{language}: with a source", "without", "own judgement"]
    return _table(header, rows)


def _coverage(pages: Pages) -> dict[str, str]:
    all_points = points()
    left_out = [point for point in all_points if point.left_out]
    there = [pages.figures(language) for language in pages.pack.languages]
    return {
        "all": str(len(all_points)),
        "covered": str(len(all_points) - len(left_out)),
        "left_out": "\n".join(f"- {point.number}: {_small(point.left_out)}" for point in left_out),
        "drawn": str(sum(all(each[title] for each in there) for title in FIGURES)),
        "figures": ",\n".join(
            f"{_small(title)} ({NAMES[page]})" for title, (page, _) in FIGURES.items()
        ),
    }


def _items(items: tuple[Item, ...]) -> str:
    scores = [score(items, pane) for pane in PANES]
    header = ("No.", "What it asks", *(NAMES[pane] for pane in PANES), "Why")
    marks = {ARGUABLE: "1 ?"}
    rows = [
        (str(item.number), item.asks, *(marks.get(mark, mark) for mark in item.marks), item.why)
        for item in items
    ]
    return _table(header, [*rows, *_sums(scores)])


def _sums(scores: Sequence[Score]) -> Iterator[tuple[str, ...]]:
    yield ("", "**Points**", *(f"{one.points} of {one.possible}" for one in scores), "")
    yield ("", "**Score**", *(f"**{one.percent}**" for one in scores), "")
    yield ("", "Score without the points marked ?", *(str(one.least_percent) for one in scores), "")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _small(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
