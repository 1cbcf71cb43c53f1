"""Whatever stands at the broker, and whatever calls itself one: a table, JSON or a sentence."""

from __future__ import annotations

import json
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from kiosk.__main__ import main
from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.viewing import Viewing
from tests.fleet.mosquitto import Authority, Mosquitto
from tests.fleet.simulated import told
from tests.waiting import LIMIT

STATE = json.loads(bytes(told("one", 1).state))


def said(**fields: object) -> bytes:
    return json.dumps(STATE | fields).encode()


OBEYED = "\x9b31m\u202eevil\u2066\x1b[2J\x00\U000e0041"
"""Letters that a terminal obeys, or by which it turns lines round."""

GARBAGE = {
    "no-json": b"{not", "deep": b"[" * 60_000, "no-utf8": b"\xff\xfe" + said(), "a-list": b"[]",
    "nan": said(time=0).replace(b'"time": 0', b'"time": NaN'), "large": said(kiosk="x" * 60_000),
    "half-a-letter": said(kiosk="A").replace(b'"A"', b'"\\ud800"'), "health": said(health="great"),
    "end-of-days": said(time="9999-12-31T23:59:59-23:59"), "obeyed": said(kiosk=OBEYED),
    "checks": said(checks=[{"name": "pin\n\x9b", "state": "fail", "findings": []}] * 300),
}  # fmt: skip


class Broker:
    """A broker at which each of these names has said what is garbage."""

    def __init__(self, folder: Path) -> None:
        self.authority = Authority(folder / "ca")
        self.mosquitto = Mosquitto(self.authority)
        self.mosquitto.start()

    def where(self) -> list[str]:
        own = self.authority.of("viewer")
        return ["--broker", f"localhost:{self.mosquitto.port}", "--certificates", str(own)]

    def tell(self, name: str, *messages: tuple[str, bytes]) -> None:
        client = Client(CallbackAPIVersion.VERSION2, name, protocol=MQTTProtocolVersion.MQTTv5)
        client.tls_set_context(tls_of(self.authority.of(name)))
        client.connect("localhost", self.mosquitto.port)
        client.loop_start()
        for topic, payload in messages:
            client.publish(topic, payload, qos=1, retain=True).wait_for_publish(LIMIT)
        client.disconnect()
        client.loop_stop()


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    broker = Broker(tmp_path_factory.mktemp("broker"))
    garbage = [(f"kiosk/{name}/state", payload) for name, payload in GARBAGE.items()]
    broker.tell("keeper", *garbage, ("kiosk/a/b/c", b"x"), ("kiosk/one/else", b"x"))
    yield broker
    broker.mosquitto.stop()


def test_garbage_at_the_broker_is_a_line_and_obeyed_by_no_terminal(
    broker: Broker, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fleet", "list", *broker.where()]) == 1
    table = capsys.readouterr().out
    assert all(each.isprintable() for each in table.splitlines())
    assert [line.split()[0] for line in table.splitlines()[1:-2]] == sorted(GARBAGE)
    assert max(map(len, table.splitlines())) < 250
    assert main(["fleet", "list", "--format", "json", *broker.where()]) == 1
    told = capsys.readouterr().out.rstrip("\n")
    assert told.isprintable()
    known = {each["name"]: each["state"] for each in json.loads(told)["kiosks"]}
    assert known["obeyed"]["kiosk"] == OBEYED, "programs read what was said"
    assert known["no-json"] is None


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_watch_ends_when_nobody_reads_it_any_more(broker: Broker, form: str) -> None:
    program = [sys.executable, "-m", "kiosk", "fleet", "watch", "--format", form, *broker.where()]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as watch:
        assert watch.stdout
        assert watch.stderr
        watch.stdout.readline()
        watch.stdout.close()
        broker.tell("keeper", (f"kiosk/{form}/state", said()))
        assert watch.wait(LIMIT) == 0
        assert watch.stderr.read() == b""
    broker.tell("keeper", (f"kiosk/{form}/state", b""))


CONNECTED = b"\x20\x03\x00\x00\x00"
GRANTED = b"\x90\x05\x00\x01\x00\x00\x00" + b"\x90\x04\x00\x02\x00\x00"


def publish(topic: bytes) -> bytes:
    body = len(topic).to_bytes(2, "big") + topic + b"\x00{}"
    return bytes([0x31, len(body)]) + body


@contextmanager
def stranger(authority: Authority, says: bytes) -> Iterator[int]:
    """Have somebody with the broker's certificate say this to who connects; give the port."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(authority.folder / "server.crt", authority.folder / "server.key")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError), tls.wrap_socket(server.accept()[0], server_side=True) as one:
                one.recv(4096)
                one.sendall(CONNECTED)
                one.recv(4096)  # what is subscribed to
                one.sendall(says)
                one.recv(4096)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(LIMIT)


@pytest.mark.parametrize("topic", [b"kiosk", b"kiosk/\xff\xfe/state", b"", b"kiosk/\x00\x9b/state"])
def test_a_topic_that_nobody_asked_for_is_passed_over(broker: Broker, topic: bytes) -> None:
    with stranger(broker.authority, publish(topic) + GRANTED) as port:
        viewing = Viewing("localhost", port, tls_of(broker.authority.of("viewer")))
        viewing.look()
        assert viewing.roll.kiosks(0) == ()
        viewing.close()


@pytest.mark.parametrize(
    "says",
    [
        b"\x31\x05\x00\x01a\x02\x7f", b"\x00\x00", b"\xf0\x02\x18\x00", b"\xe0\x02\x77\x00",
        b"\x90\x06\x00\x01\x00\x77\x78\x79", b"\x36\x05\x00\x01a\x00\x00\x00", b"HTTP/1.1 200 OK",
        b"\x31\xff\xff\xff\xff\x7f",
    ],
)  # fmt: skip
def test_what_is_no_mqtt_is_told_in_a_sentence(broker: Broker, says: bytes) -> None:
    with stranger(broker.authority, says) as port:
        viewing = Viewing("localhost", port, tls_of(broker.authority.of("viewer")))
        with pytest.raises(BrokerError, match=r"the connection was lost|it ended the connection"):
            viewing.look()
        viewing.close()
