"""Whatever in a drawing reaches out of it or does something is found, however it is written."""

from __future__ import annotations

import pytest

from kiosk.svg.drawing import Drawing, read_drawing
from kiosk.svg.dressing import dressed

OUT = "http://x.example/a"


def read(inside: str, above: str = "") -> Drawing:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:k="http://www.w3.org/1999/xlink">'
    return read_drawing(f"{above}{head}{inside}</svg>".encode())


LOADS = [
    f'<image href="{OUT}"/>',
    f'<image k:href="{OUT}"/>',
    f'<image xmlns:z="urn:z" z:href="{OUT}"/>',
    f'<z:image xmlns:z="urn:z" href="{OUT}"/>',
    '<use href="&#104;ttp://x.example/a"/>',
    f'<use href="\n {OUT}"/>',
    '<use href="other.svg#a"/>',
    '<use href="//x.example/a"/>',
    '<use href="file:///etc/hostname"/>',
    '<use k:href="#a" href="/etc/hostname"/>',
    '<use href="#a" k:href="/etc/hostname"/>',
    f'<path fill="url({OUT})" d="M0 0"/>',
    f'<path fill="url( \'{OUT}\' )" d="M0 0"/>',
    f'<path fill="URL({OUT})" d="M0 0"/>',
    f'<path style="fill:u&#x72;l({OUT})" d="M0 0"/>',
    rf'<path style="fill:u\72l({OUT})" d="M0 0"/>',
    rf'<path style="fill:\000075rl({OUT})" d="M0 0"/>',
    f'<path style="fill/**/:url({OUT}" d="M0 0"/>',
    f'<path cursor="url({OUT})" d="M0 0"/>',
    f'<style>@import "{OUT}";</style>',
    f"<style>@import url({OUT});</style>",
    f"<style>@IMPORT '{OUT}';</style>",
    rf"<style>@\69mport '{OUT}';</style>",
    f"<style><![CDATA[@font-face {{src: url({OUT})}}]]></style>",
    f"<defs><style>.a{{fill:url({OUT}#b)}}</style></defs>",
    f'<z:style xmlns:z="urn:z">@import "{OUT}";</z:style>',
    f'<metadata><image href="{OUT}"/></metadata>',
    f'<filter><feImage href="{OUT}"/></filter>',
    '<g xml:base="http://x.example/"/>',
]


@pytest.mark.parametrize("inside", LOADS)
def test_what_lies_elsewhere_is_told(inside: str) -> None:
    found = read(inside)
    assert found.loads
    assert found.fault
    assert found.fault[0].startswith("loads from elsewhere: ")


@pytest.mark.parametrize(
    "above",
    [
        f'<?xml-stylesheet href="{OUT}"?>',
        f"<?xml-stylesheet type='text/css' href = '{OUT}'?>",
        f'<?xml version="1.0"?><!-- x --><?xml-stylesheet href="{OUT}"?>',
    ],
)
def test_a_style_sheet_named_before_it_is_told(above: str) -> None:
    assert read("", above).loads == (OUT,)


ACTS = [
    ("<script>1</script>", "<script>"),
    ('<z:script xmlns:z="urn:z"/>', "<script>"),
    ("<SCRIPT/>", "<script>"),
    ('<path onload="x()"/>', "onload"),
    ('<path ONclick="x()"/>', "onclick"),
    ('<svg xmlns:z="urn:z" z:onload="x()"/>', "onload"),
    ('<a href="java&#10;script:x()"/>', "href"),
    ('<a k:href=" JavaScript:x()"/>', "href"),
    ("<foreignObject/>", "<foreignobject>"),
    ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "<iframe>"),
]


@pytest.mark.parametrize(("inside", "what"), ACTS)
def test_what_does_something_is_told(inside: str, what: str) -> None:
    found = read(inside)
    assert what in found.acts
    assert found.fault
    assert found.fault[0].startswith("holds more than a drawing: ")


QUIET = [
    '<use href="#a"/><g id="a"/>',
    '<a href="https://x.example/"><path d="M0 0h1"/></a>',
    '<text>url(http://x.example/) @import "y"</text>',
    '<desc>http://x.example/ <b xmlns="urn:b" about="http://x.example/"/></desc>',
    "<!-- <image href='http://x.example/'/> -->",
]


@pytest.mark.parametrize("inside", QUIET)
def test_what_stays_inside_is_not(inside: str) -> None:
    found = read(inside)
    assert (found.loads, found.acts, found.fault) == ((), (), None)


@pytest.mark.parametrize("inside", ['<image href="data:image/png;base64,AA"/>',
                                    '<use href="data:image/svg+xml,x#a"/>'])  # fmt: skip
def test_data_in_a_drawing_is_not_drawn_and_told(inside: str) -> None:
    assert read(inside).loads == ()
    assert read(inside).fault


def test_nothing_is_written_out_but_what_was_read() -> None:
    found = read(
        '<?x y?><!-- z --><metadata><b/></metadata><a href="https://x.example/" title="t">'
        '<z:q xmlns:z="urn:z"/><path d="M0 0h1" z:x="1" xmlns:z="urn:z" fill="var(--ink)"/></a>'
        "<text>1 &lt; 2 &amp; 3</text>"
    )
    text = dressed(found, {"ink": '#"<&'})
    assert text.endswith(
        ' color="#&quot;&lt;&amp;"><g title="t">'
        '<path d="M0 0h1" fill="#&quot;&lt;&amp;"></path></g>'
        "<text>1 &lt; 2 &amp; 3</text></svg>"
    )
