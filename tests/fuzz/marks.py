"""What authors write, and what they should not: pieces of Markdown, of front matter, of HTML."""

from __future__ import annotations

FRONT = "---\ntitle: T\nreview: {status: draft, author: A}\n---\n\n"
"""Front matter of four lines and an empty one: the body starts on line 6."""

PIECES = (
    "word", "Follicle", "চুল", "শব্দের", " ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "## ", "### ",
    "# ", "---\n", "|", "|---|---|\n", "*", "**", "_", "`", "```\n", "[", "](", ")",
    "[^a]", "[^a]: x\n",
    "*[w]: m\n", ":   ", "!!! note\n", '!!! people "x"\n', "!!! evidence low\n", "!!! timeline\n",
    "!!! schedule\n", "!!! ladder\n", "!!! compare\n",
    "| q | a | b |\n|---|---|---|\n", "26: a<br>", "- 0, 2: v\n", "- ? 9: g\n", "- low: l\n",
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

ODD = (
    "\0", "\ufeff", "\u202e", "\u200d", "\u0301" * 40, "\u09df", "\x1b[31m", "\u2028", "\ue000",
    "\U0001f642", "\U000e0041", "\ufdd0", "\r", "\t", "\u00a0", "“", "’", "١٢", "9" * 400,
    "1e999", "W" * 300, "\\ud800", "~~", "~~~\n", "http://[::1", "//e.org/x", "mailto:",
)  # fmt: skip
"""Signs and words that no author means, and that come with what they paste."""

TRAPS = (
    "69 in 100 ", "১০ জনে ৬ ", "doi:10.1/x ", "a miracle ", "WHO ", "? ", "“",
    "\n## S {#a}\n\nx\n\n", "[](one.md)", "[x](one.md#a)", "\u0301", "[^a]\n\n[^a]: PMID 1\n",
)  # fmt: skip
"""What the rules of `kiosk check` look at more closely."""

HEAD = (
    '"', "'", "[", "]", "[[tabs]]\n", "[[rest]]\n", "[check.off]\n", "{", "}", "=", ":", "#",
    "---\n", "...", "- ", "title", "title = ", "review:\n", '"""', "&a ", "*a", "!!x ", "|", ">",
    "?", "%", "<<: ", "2026-02-30", "0001-01-01", "true", "-1", "1e400", "nan", "en", "bn", "ar",
    "../", "/etc/passwd", "hide_overdue = true\n", "layout: faq\n", "layout: glossary\n",
    "status: reviewed\n", "next_review: 9999-12-31\n", "!!python/object/apply:os.system [ls]\n",
    "\\u001b[31m", "\\n", "\\u0000",
)  # fmt: skip
"""Pieces of front matter and of pack.toml."""

DRAWN = (
    "<g>", "</g>", "<svg>", "<use href='#a'/>", "<g id='a'>", "<image href='{out}'/>",
    "<style>@import '{out}';</style>", "fill='url({out})'", "<text>words</text>",
    "<path d='M0 0h9v9z'/>", "<path d='M0 0L1e9 1e9' stroke='red'/>", "<!DOCTYPE svg>", "<![CDATA[",
    "<!--", "&lt;", "&x;", "<?xml-stylesheet href='{out}'?>", "transform='scale(1e9)'",
    "transform='rotate(nan)'", "stroke-width='1e9'", "stroke-dasharray='0.0001'",
    "viewBox='0 0 1e-9 1'", "width='1e9'", "NaN", "1e999", "-1", "0", "1e-300", "%",
    "filter='url(#f)'", "<filter id='f'><feGaussianBlur stdDeviation='1e6'/></filter>",
    "<mask id='m'>", "mask='url(#m)'", "clip-path='url(#c)'", "marker-mid='url(#k)'", "var(--ink)",
    "font-size='1e6'", "xml:base='{out}'", "onload='x'", "<script>1</script>",
    "<linearGradient id='l'>", "<pattern id='p' width='1e-9' height='1e-9'>", "A1e9 1e9 0 1 1 9 9",
)  # fmt: skip
"""Pieces of drawings; `{out}` is a file that no drawing may ask for."""
