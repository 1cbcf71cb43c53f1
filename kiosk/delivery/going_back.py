"""Going back by one text: by the command, or by staff at the screen.

Owns what becomes of the text that is left. Needs no network and no library that verifies.
"""

from __future__ import annotations

import msgspec

from kiosk.delivery.delivery_error import DeliveryError, sentence
from kiosk.delivery.kept_texts import KeptTexts


def back(kept: KeptTexts, leaving: str = "") -> str:
    """Hand over the text that was shown before, and say so in a sentence.

    `leaving`: the name of the text that whoever asks has seen; empty: whichever it is.

    Raises:
        Busy: a text is being brought just now.
        DeliveryError: there is none, another one has come meanwhile, or the disk takes nothing.
    """
    try:
        with kept.alone():
            state = kept.state()
            if len(state.shown) < 2:
                raise DeliveryError("There is no text to go back to. The one that is shown stays.")
            left, name, *_ = state.shown
            if leaving not in ("", left):
                raise DeliveryError("Another text has come meanwhile. It stays; look at it first.")
            new = msgspec.structs.replace(state, shown=state.shown[1:], left=(left, *state.left))
            kept.keep(new)
            kept.hand_over(name)
            return f"The text {name[:7]} is handed over again; {left[:7]} is left."
    except OSError as error:
        raise DeliveryError(sentence(error)) from error
