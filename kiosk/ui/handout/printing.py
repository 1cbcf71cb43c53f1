"""From a leaflet to the bytes of a PDF file.

Owns the running heads and feet, and what the file says of itself. Writes no file.
"""

from __future__ import annotations

import uuid
from datetime import date
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from kiosk import __version__
from kiosk.ui.handout import paper
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.leaflet import Leaflet, Side
from kiosk.ui.handout.paper import COLOURS, EDGE, FULL, MARGIN, RUNNING, Style, mm, pt
from kiosk.ui.handout.pdf import Said, finished
from kiosk.ui.handout.pieces import Piece
from kiosk.ui.handout.wording import Wording

_FOLIO = Style(size=110, leading=140, bold=True)


def printed(leaflet: Leaflet, language: str, day: date) -> bytes:
    """Return the leaflet as a PDF file. The same leaflet on the same day gives the same bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(paper.RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(leaflet.title)
    writer.setAuthor(leaflet.clinic)
    writer.setCreator(f"kiosk {__version__}")
    name = uuid.uuid5(uuid.NAMESPACE_OID, f"{leaflet.title} {language} {day}")
    writer.setDocumentId(QUuid(str(name)))
    writer.setDocumentXmpMetadata(QByteArray(_about(leaflet, language, day).encode()))
    painter = QPainter(writer)
    said: list[list[Said]] = []
    for number, side in enumerate(leaflet.sides, 1):
        if number > 1:
            writer.newPage()
        said.append(_draw(painter, leaflet, side, number))
    painter.end()
    return finished(bytes(buffer.data().data()), said, language, day)


def _draw(painter: QPainter, leaflet: Leaflet, side: Side, number: int) -> list[Said]:
    ink = Ink(painter, mirrored=side.from_right)
    side.sheet.draw(ink, MARGIN)
    if number == 1:
        return ink.said
    around = Ink(painter, mirrored=leaflet.hand.from_right)
    _run(around, leaflet, side, number)
    return [*ink.said, *around.said]


def _run(ink: Ink, leaflet: Leaflet, side: Side, number: int) -> None:
    """Draw the running head and foot: sheets get separated."""
    hand, half = leaflet.hand, FULL / 2 - mm(4)
    top, foot = EDGE + mm(1), paper.HEIGHT - EDGE - mm(7)
    at_end = MARGIN + FULL - half
    _first(hand, leaflet.title, half).draw(ink, MARGIN, top)
    _first(hand, side.title, half, end=True).draw(ink, at_end, top)
    level = top + pt(15)
    ink.rule((MARGIN, level), (MARGIN + FULL, level), COLOURS.edge, paper.HAIRLINE)
    said = " · ".join(filter(None, (leaflet.clinic, leaflet.phone)))
    if side.draft:
        said = f"{hand.labels.draft()} · {said}"
    _first(hand, said, FULL - mm(30)).draw(ink, MARGIN, foot + pt(1))
    folio = Wording(hand.labels.folio(number, len(leaflet.sides)))
    [numbers] = hand.lines(folio, _FOLIO, mm(28), end=True)
    numbers.draw(ink, MARGIN + FULL - mm(28), foot)


def _first(hand: Hand, words: str, width: float, *, end: bool = False) -> Piece:
    """Return one line of words; what doesn't fit it is left out."""
    return hand.lines(Wording(words), RUNNING, width, end=end)[0]


def _about(leaflet: Leaflet, language: str, day: date) -> str:
    """Return what the file says of itself (XMP, ISO 16684-1)."""
    title, clinic, tongue = (escape(each) for each in (leaflet.title, leaflet.clinic, language))
    made = f"{day.isoformat()}T00:00:00Z"
    return f"""<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{clinic}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{tongue}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>"""
