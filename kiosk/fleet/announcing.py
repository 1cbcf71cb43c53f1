"""One connection of a kiosk to its broker: what is said on it, from the first word to the last.

Nothing is kept for later. What a lost connection takes with it, the next one says anew: the newest
state and no other, so that nothing grows while a broker is away.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable

import msgspec
from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.home_assistant import config_topic, discovery
from kiosk.fleet.told import KEEP_ALIVE, OFFLINE, ONLINE, Told, lifetime, online_topic, state_topic


class Announcing:
    """One connection, for a kiosk that is told of as `told`.

    `keep_alive`: seconds. Used by one thread, which calls `attend` again and again.
    """

    def __init__(
        self,
        told: Told,
        tls: ssl.SSLContext,
        *,
        keep_alive: int = KEEP_ALIVE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.connected = False
        self._told, self._keep_alive, self._clock = told, keep_alive, clock
        self._renewed = 0.0
        self._refused = ""
        self._said: bytes | None = None
        self._waits: set[int] = set()
        # By one name there is one connection: a kiosk that comes back ends the one that it lost.
        self.client = client = Client(
            CallbackAPIVersion.VERSION2,
            client_id=told.name,
            protocol=MQTTProtocolVersion.MQTTv5,
            reconnect_on_failure=False,
        )
        client.tls_set_context(tls)
        client.will_set(online_topic(told.name), OFFLINE, qos=1, retain=True)
        client.on_connect = self._connected
        client.on_disconnect = self._ended
        client.on_publish = self._taken

    @property
    def taken(self) -> bool:
        """Whether the broker is there, and has taken all that was said."""
        return self.connected and not self._waits

    def open(self, host: str, port: int) -> None:
        """Reach the broker. Raises OSError; whether it takes the kiosk, `attend` hears."""
        self.client.connect(host, port, self._keep_alive)

    def tell(self, told: Told) -> None:
        """Say how the kiosk is now."""
        self._told = told
        self.renew()

    def attend(self, seconds: float) -> None:
        """Hear and say what there is, for `seconds` at most.

        Raises:
            BrokerError: the broker went away, or does not take what this kiosk says.
        """
        code = self.client.loop(seconds)
        if self._refused:
            raise BrokerError(self._refused)
        if code is not MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise BrokerError("The connection was lost.")
        self.renew()

    def renew(self) -> None:
        """Say what the broker doesn't know yet, and again that the kiosk is there."""
        if not self.connected:
            return
        now, name = self._clock(), self._told.name
        if now - self._renewed >= self._keep_alive / 2:
            self._renewed = now
            holds = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
            holds.MessageExpiryInterval = lifetime(self._keep_alive)
            self._say(online_topic(name), ONLINE, holds)
        state = bytes(self._told.state)
        if state != self._said:
            self._said = state
            self._say(state_topic(name), state)

    def _say(self, topic: str, payload: bytes, about: Properties | None = None) -> None:
        said = self.client.publish(topic, payload, qos=1, retain=True, properties=about)
        self._waits.add(said.mid)

    def close(self, *, leaving: bool) -> None:
        """End the connection; if the kiosk is `leaving`, the broker says so at once."""
        code = ReasonCode(PacketTypes.DISCONNECT, "Disconnect with will message")
        self.client.disconnect(code if leaving else None)
        while self.client.want_write() and self.client.loop_write() == 0:
            continue

    def _connected(
        self, client: Client, _: object, flags: ConnectFlags, code: ReasonCode, *__: object
    ) -> None:
        if code.is_failure:
            self._refused = f"The broker refuses this kiosk: {code}."
            return
        self.connected = True
        self._renewed, self._said = self._clock() - self._keep_alive, None
        if self._told.home_assistant:
            config = msgspec.json.encode(discovery(self._told.name, self._told.kiosk))
            self._say(config_topic(self._told.name), config)
        self.renew()

    def _ended(
        self, client: Client, _: object, flags: DisconnectFlags, code: ReasonCode, *__: object
    ) -> None:
        self.connected = False
        if flags.is_disconnect_packet_from_server and not self._refused:
            self._refused = f"The broker ended the connection: {code}."

    def _taken(self, client: Client, _: object, number: int, code: ReasonCode, *__: object) -> None:
        self._waits.discard(number)
        if code.is_failure:
            asked = f"is its certificate for {self._told.name}?"
            self._refused = f"The broker does not take what this kiosk says ({code}): {asked}"
