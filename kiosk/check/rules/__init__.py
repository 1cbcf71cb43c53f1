"""All rules in the order in which docs/rules/ tells them."""

from __future__ import annotations

from kiosk.check.material.rule import AnyRule
from kiosk.check.rules import (
    evidence,
    images,
    languages,
    leftovers,
    letters,
    link_targets,
    pack_words,
    plain_language,
    provenance,
    safety,
    structure,
    vocabulary,
    word_lists,
)

RULES: tuple[AnyRule, ...] = (
    *structure.RULES,
    *link_targets.RULES,
    *pack_words.RULES,
    *images.RULES,
    *safety.RULES,
    *leftovers.RULES,
    *letters.RULES,
    *languages.RULES,
    *provenance.RULES,
    *evidence.RULES,
    *plain_language.RULES,
    *vocabulary.RULES,
    *word_lists.RULES,
)
"""Every rule; its name is unique."""
