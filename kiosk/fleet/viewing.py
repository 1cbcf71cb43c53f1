"""One connection of whoever looks after kiosks to their broker: all states, then each change.

Owns when a first look is whole. Publishes nothing.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.reasoncodes import ReasonCode

from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.roll import Roll
from kiosk.fleet.told import KEEP_ALIVE, lifetime, online_topic, state_topic

WHOLE = 20.0
"""Seconds in which a first look must be whole."""


class Viewing:
    """One connection, and the roll that it fills. Raises BrokerError from whatever it does."""

    def __init__(
        self, host: str, port: int, tls: ssl.SSLContext, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.roll = Roll()
        self._where, self._clock = f"{host}:{port}", clock
        self._whole = False
        self._last: int | None = None
        self._refused = ""
        self._client = client = Client(
            CallbackAPIVersion.VERSION2,
            protocol=MQTTProtocolVersion.MQTTv5,
            reconnect_on_failure=False,
        )
        client.tls_set_context(tls)
        client.on_connect = self._connected
        client.on_disconnect = self._ended
        client.on_subscribe = self._subscribed
        client.on_message = self._heard
        try:
            client.connect(host, port, KEEP_ALIVE)
        except (OSError, ValueError) as error:  # a name that is none is a ValueError
            raise BrokerError(f"{self._where} can't be reached: {error}.") from error

    def look(self) -> None:
        """Wait until the broker has said all that it knows."""
        until = self._clock() + WHOLE
        while not self._whole:
            self._hear(1.0)
            if self._clock() > until:
                raise BrokerError(f"{self._where} did not say all it knows in {WHOLE:.0f} s.")

    def attend(self, seconds: float) -> None:
        """Hear all that comes in some seconds."""
        until = self._clock() + seconds
        while (left := until - self._clock()) > 0:
            self._hear(left)

    def _hear(self, seconds: float) -> None:
        """Hear one message, if any comes."""
        code = self._client.loop(seconds)
        if self._refused or code is not MQTTErrorCode.MQTT_ERR_SUCCESS:
            reason = self._refused or "the connection was lost"
            raise BrokerError(f"{self._where}: {reason}.")

    def close(self) -> None:
        """End the connection."""
        self._client.disconnect()

    def _connected(
        self, client: Client, _: object, flags: ConnectFlags, code: ReasonCode, *__: object
    ) -> None:
        if code.is_failure:
            self._refused = f"it refuses this certificate: {code}"
            return
        # Not quality 1: there the broker keeps a queue, and drops what is beyond its bound.
        client.subscribe([(state_topic("+"), 0), (online_topic("+"), 0)])
        # What was asked for first is answered first, so the answer to this one is the end.
        _, self._last = client.subscribe(state_topic("-"), 0)

    def _ended(
        self, client: Client, _: object, flags: DisconnectFlags, code: ReasonCode, *__: object
    ) -> None:
        if flags.is_disconnect_packet_from_server:
            self._refused = f"it ended the connection: {code}"

    def _subscribed(
        self, client: Client, _: object, number: int, codes: list[ReasonCode], *__: object
    ) -> None:
        if any(each.is_failure for each in codes):
            self._refused = f"this certificate may not read there: {codes[0]}"
        self._whole = self._whole or number == self._last

    def _heard(self, client: Client, _: object, message: MQTTMessage) -> None:
        try:
            _, name, what = message.topic.split("/", 2)
        except ValueError:  # not what was asked for, or no UTF-8
            return
        if what == "state":
            self.roll.hear_state(name, bytes(message.payload))
        else:
            holds = getattr(message.properties, "MessageExpiryInterval", lifetime(KEEP_ALIVE))
            self.roll.hear_online(name, bytes(message.payload), holds, self._clock())
