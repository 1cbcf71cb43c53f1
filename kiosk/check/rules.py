"""All rules in the order in which docs/rules/ tells them."""

from __future__ import annotations

from kiosk.check import (
    abbreviations,
    evidence,
    images,
    languages,
    leftovers,
    links,
    plain,
    promises,
    provenance,
    safety,
    structure,
    vocabulary,
)
from kiosk.check.rule import AnyRule

RULES: tuple[AnyRule, ...] = (
    *structure.RULES,
    *links.RULES,
    *images.RULES,
    *safety.RULES,
    *leftovers.RULES,
    *languages.RULES,
    *provenance.RULES,
    *evidence.RULES,
    *plain.RULES,
    *vocabulary.RULES,
    *abbreviations.RULES,
    *promises.RULES,
)
"""Every rule; its name is unique."""
