"""Whoever looks after kiosks is told in a sentence what keeps their broker from answering."""

from __future__ import annotations

import ssl

import pytest

from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.viewing import Viewing


@pytest.mark.parametrize("host", ["a..b", f"{'a' * 70}.example"])
def test_a_name_that_no_computer_can_have_is_told(host: str) -> None:
    with pytest.raises(BrokerError, match="can't be reached"):
        Viewing(host, 8883, ssl.create_default_context())
