"""Drawings that no count of shapes gives away, and that are slow or large to draw all the same."""

from __future__ import annotations

import random

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">{}</svg>'
SMALL = SVG.format('<path d="M100 100h900v600z"/>')


def course(points: int) -> str:
    """Give one path that crosses itself again and again: 340 kB for 29,000 points."""
    place = random.Random(1)
    points_of = (f"{place.random() * 1200:.1f} {place.random() * 800:.1f}" for _ in range(points))
    return SVG.format(f'<path fill-rule="evenodd" d="M0 0L{" ".join(points_of)}"/>')


def words(count: int) -> str:
    """Give words all over each other."""
    place = random.Random(1)
    return SVG.format(
        "".join(
            f'<text x="{place.randrange(1200)}" y="{place.randrange(800)}" '
            f'font-size="{place.randrange(10, 90)}">12345678901234567890</text>'
            for _ in range(count)
        )
    )


def copies(count: int) -> str:
    """Give copies of a shape, each in a group that one can see through."""
    placed = "".join(
        f"<g opacity='.5'><use xlink:href='#a' x='{n % 300}'/></g>" for n in range(count)
    )
    whole = SVG.format(f"<defs><rect id='a' width='900' height='700'/></defs>{placed}")
    return whole.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')


def filters(steps: int) -> str:
    """Give a few bytes that take a picture of the whole screen at each step of a filter."""
    chain = "".join(f'<feOffset dx="1" dy="1" result="r{n}"/>' for n in range(steps))
    return SVG.format(
        f'<filter id="f" x="0" y="0" width="1" height="1">{chain}</filter>'
        '<rect width="1200" height="800" filter="url(#f)"/>'
    )
