"""What Hypothesis draws: pages as an author might write them, and every kind of block."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import strategies as st

from kiosk.page import blocks as b
from kiosk.page.review import Review, Status
from tests.fuzz.marks import PIECES, RAW

markdown = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
hostile = st.lists(st.sampled_from(PIECES + RAW), max_size=30).map("".join)

_words = st.text(max_size=12)
_text = st.builds(b.Text, _words)
_leaf = (
    _text
    | st.builds(b.Code, _words)
    | st.builds(b.Term, _words, _words, _words)
    | st.builds(b.Footnote, st.integers(1, 99))
    | st.just(b.LineBreak())
)
_inner = st.lists(_leaf, max_size=2).map(tuple)
_span = (
    _leaf
    | st.builds(b.Strong, _inner)
    | st.builds(b.Emphasis, _inner)
    | st.builds(b.PageLink, _inner, _words, _words)
    | st.builds(b.OutsideLink, _inner, _words)
)
spans: st.SearchStrategy[b.Spans] = st.lists(_span, max_size=3).map(tuple)
_cells = st.lists(st.builds(b.Cell, spans), max_size=2).map(tuple)
_evidence = st.builds(b.Evidence, st.sampled_from(b.Level), spans)
_counts = st.lists(st.builds(b.Count, st.integers(0, 100), spans), max_size=2).map(tuple)
_answer = st.builds(b.Answer, spans, _counts)


def _compared(options: int) -> st.SearchStrategy[b.Compare]:
    """Draw a comparison of so many options, each with an answer to each question."""
    answers = st.lists(_answer, min_size=options, max_size=options).map(tuple)
    names = st.lists(spans, min_size=options, max_size=options).map(tuple)
    aspects = st.lists(st.builds(b.Aspect, spans, answers), max_size=2).map(tuple)
    return st.builds(b.Compare, _words, spans, names, aspects, st.integers(0, 9))


_simple: st.SearchStrategy[b.Block] = st.one_of(
    st.builds(b.Heading, st.integers(2, 4), spans, _words),
    st.builds(b.Paragraph, spans),
    st.builds(b.Table, _cells, st.lists(_cells, max_size=2).map(tuple)),
    st.builds(b.Figure, _words, _words, spans, st.lists(spans, max_size=2).map(tuple)),
    _evidence,
    st.builds(
        b.People,
        _words,
        _counts,
        st.none() | _evidence,
    ),
    st.builds(
        b.Timeline,
        _words,
        st.lists(st.builds(b.Moment, _words, spans, st.booleans()), max_size=2).map(tuple),
    ),
    st.builds(
        b.Sources,
        st.lists(st.builds(b.Source, st.integers(1, 99), spans), max_size=2).map(tuple),
    ),
    st.integers(2, 4).flatmap(_compared),
    st.builds(b.Checklist, st.lists(spans, max_size=2).map(tuple), st.integers(0, 9)),
    st.just(b.Rule()),
)


def _nested(inner: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    some = st.lists(inner, max_size=2).map(tuple)
    items = st.lists(st.builds(b.ListItem, some), max_size=2).map(tuple)
    terms = st.lists(spans, max_size=2).map(tuple)
    return st.one_of(
        st.builds(b.List, items, st.none() | st.integers(0, 9)),
        st.builds(b.Steps, _words, items),
        st.builds(b.Callout, st.sampled_from(b.Tone), _words, some),
        st.builds(b.Quotation, some),
        st.builds(
            b.DefinitionList,
            st.lists(st.builds(b.Definition, terms, some), max_size=2).map(tuple),
        ),
        st.builds(b.Question, spans, _words, some),
    )


blocks: st.SearchStrategy[b.Block] = st.recursive(_simple, _nested, max_leaves=4)
pages: st.SearchStrategy[b.Page] = st.builds(
    b.Page,
    name=_words,
    language=st.sampled_from(["en", "bn"]),
    title=_words,
    tab=_words,
    lead=spans,
    layout=st.sampled_from(b.Layout),
    review=st.builds(
        Review,
        status=st.sampled_from(Status),
        author=_words.filter(bool),
        reviewer=_words,
        reviewed=st.none() | st.dates(date(2000, 1, 1)),
        next_review=st.none() | st.dates(date(2000, 1, 1)),
    ),
    blocks=st.lists(blocks, max_size=3).map(tuple),
    pictures=st.lists(_words, max_size=2).map(tuple),
)

JUNK: st.SearchStrategy[bytes] = st.one_of(
    st.binary(max_size=300),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(
        (
            b"[" * 100_000,
            b'{"begun":' * 100_000,
            b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            b'{"wrong":' + b"9" * 5_000 + b"}",
            b'{"at":1e999}',
            b'{"held":"\\ud800"}',
            b'{"begun":{"x":-1},"held":"../.."}',
            b'{"held":"\\u0000"}',
        )
    ),
)
"""What a broken disk may hold in the place of a small file of ours."""
