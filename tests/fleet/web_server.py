"""Debian's nginx, which hands a repository out: as it is, encrypted, and as a proxy before it."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.waiting import until

PROGRAM = "/usr/sbin/nginx"

CONFIG = """
daemon off; pid nginx.pid; error_log error.log; {user}
events {{ worker_connections 64; }}
http {{
    log_format told '$server_port $status $body_bytes_sent $bytes_sent $connection $request_uri';
    access_log access.log told;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    server {{ listen 127.0.0.1:{plain}; root {public}; }}
    server {{
        listen 127.0.0.1:{encrypted} ssl; root {public};
        ssl_certificate cert.pem; ssl_certificate_key key.pem;
    }}
    server {{
        listen 127.0.0.1:{proxy};
        location / {{ proxy_pass http://127.0.0.1:{plain}; }}
    }}
}}
"""


class WebServer:
    """A server that runs. `trusted` is the file of who vouches for its certificate."""

    def __init__(self, folder: Path, ports: tuple[int, int, int]) -> None:
        self.folder, (plain, encrypted, proxy) = folder, ports
        self.address = f"http://127.0.0.1:{plain}"
        self.encrypted = f"https://127.0.0.1:{encrypted}"
        self.proxy = f"http://127.0.0.1:{proxy}"
        self.trusted = folder / "cert.pem"
        self._proxy_port = str(proxy)

    def log(self) -> list[list[str]]:
        """Give port, status, bytes of the file, bytes in all, connection and what was asked."""
        lines = (self.folder / "access.log").read_text("ascii").splitlines()
        return [line.split(" ", 5) for line in lines]

    def proxied(self) -> list[list[str]]:
        return [line for line in self.log() if line[0] == self._proxy_port]


@contextmanager
def serving(public: Path, folder: Path) -> Iterator[WebServer]:
    """Hand a folder out as long as it takes."""
    folder.mkdir()
    _certify(folder)
    ports = _free_ports()
    plain, encrypted, proxy = ports
    told = CONFIG.format(
        public=public, plain=plain, encrypted=encrypted, proxy=proxy, user=_as_whoever_asks()
    )
    (folder / "nginx.conf").write_text(told, "utf-8")
    command = [PROGRAM, "-p", f"{folder}/", "-c", "nginx.conf", "-e", "error.log"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        until(lambda: all(map(_answers, ports)), f"{folder}/error.log says why it doesn't start")
        yield WebServer(folder, ports)
    finally:
        process.terminate()
        process.wait()


def _as_whoever_asks() -> str:
    return "user root;" if os.geteuid() == 0 else ""


def _free_ports() -> tuple[int, int, int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    first, second, third = (each.getsockname()[1] for each in sockets)
    for each in sockets:
        each.close()
    return first, second, third


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def _certify(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
