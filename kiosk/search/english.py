"""English: the stem of a word, and the words that every question is full of.

Owns only what is English. Stems need be no words: they need be the same for forms of one word.
"""

from __future__ import annotations

import re

_ENDINGS = re.compile(
    r"(?:ational|ations?|ements?|nesses|ness|ments?|ingly|edly|ings?|ions?|ives?|(?:anc|enc)(?:es|ies|e|y)"
    r"|ers?|ors?|ants?|ents?|als?|ically|ics?|ies|ily|ly|ed|es|e|y|s)$"
)
_SHORTEST = 3

_WEAK = """
a able about actually after all also always am an and any anybody anyone anything are as at be
because been being but by came can cannot cant come comes coming could d did didnt do does
doesnt doing done dont each either else even ever every few for from get gets getting give given
go goes going gone got had happen happens has hasnt have havent having he hello help her here
hers hey hi him his how i id if ill im in into is isnt it its ive just kind know let like likely
ll made make makes many may maybe me mean means might mine more most much must my need needs no
nor not now of off oh ok okay on once one only or other our ours out over own please possible
put re really s same see shall she should show so some somebody someone something soon still
such t take taken takes taking than thank thanks that thats the their them then there these they
thing things this those though through to too under until up us use used using ve very want
wanted wants was way we well were what whats when where whether which while who whom whose why
will with within without wont would yes yet you your yours
"""

WEAK = frozenset(_WEAK.split())
"""Words of which a question is made, and that say little of what it asks."""


def stem(word: str) -> str:
    """Give the stem of a folded word: "injected", "injection" and "injects" have one."""
    while len(word) > _SHORTEST:
        found = _ENDINGS.search(word)
        if not found or found.start() < _SHORTEST:
            break
        word = word[: found.start()]
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word
