"""What Hypothesis draws: pages as an author might write them, and every kind of block."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import strategies as st

from kiosk.page import blocks as b
from kiosk.page.review import Review, Status

FRONT = "---\ntitle: T\nreview: {status: draft, author: A}\n---\n\n"
"""Front matter of four lines and an empty one: the body starts on line 6."""

PIECES = (
    "word", "Follicle", "চুল", "শব্দের", " ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "## ", "### ",
    "# ", "---\n", "|", "|---|---|\n", "*", "**", "_", "`", "```\n", "[", "](", ")",
    "[^a]", "[^a]: x\n",
    "*[w]: m\n", ":   ", "!!! note\n", '!!! people "x"\n', "!!! evidence low\n", "!!! timeline\n",
    "!!! schedule\n", "!!! ladder\n", "- 0, 2: v\n", "- ? 9: g\n", "- low: l\n",
    "!!! steps\n", "!!! figure\n", "!!!", "{{ clinic }}", "{{", "}}", "{#a}", "{: onclick=x }",
    "![a](p.svg)", "![", "&lt;", "&#x202e;", "\\", "69: a", "? W: b", "x.md", "#s", "https://e.org",
    "[ ] ", "[x] ",
)  # fmt: skip

RAW = (
    "<script>alert(1)</script>", "<script>", "</script>", "<img src=x onerror=alert(1)>",
    "<style>a{}</style>", "<iframe src='https://e.org'></iframe>", "<!-- c -->", "<!--", "-->",
    "<svg onload=x><script>y</script></svg>", "<a href='javascript:alert(1)' onclick='x'>z</a>",
    "[j](javascript:alert)", "[d](data:text/html,x)", "[f](file:///etc/passwd)", "<div>", "</div>",
    "<![", "<?php ?>", "<b onmouseover=x>", "<table><tr><td>", "<ol start='9999999999999999999'>",
    '<div class="admonition note">', '<a class="footnote-ref" href="#fn:q">1</a>',
)  # fmt: skip

texts = st.text(max_size=300)
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
_simple: st.SearchStrategy[b.Block] = st.one_of(
    st.builds(b.Heading, st.integers(2, 4), spans, _words),
    st.builds(b.Paragraph, spans),
    st.builds(b.Table, _cells, st.lists(_cells, max_size=2).map(tuple)),
    st.builds(b.Figure, _words, _words, spans, st.lists(spans, max_size=2).map(tuple)),
    _evidence,
    st.builds(
        b.People,
        _words,
        st.lists(st.builds(b.Count, st.integers(0, 100), spans), max_size=2).map(tuple),
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
        author=_words,
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
