"""What lies under the direct driver: proxies, certificates, the reading of refusals."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from backendgpt.deadline import Deadline
from backendgpt.errors import Cancelled, ModelUnavailable
from backendgpt.models.attempts import Transient
from backendgpt.models.endpoint import Endpoint, unreachable
from backendgpt.models.refusals import message_of, parse_retry_after, quote
from tests.wire import Behaviour, ChatServer, answer, hang

BODY = b'{"messages": []}'


def post(url: str, seconds: float = 5.0) -> int:
    endpoint = Endpoint(url)
    try:
        return endpoint.post(BODY, {}, deadline=Deadline(seconds), limit=10_000).status
    finally:
        endpoint.close()


def test_a_proxy_is_used_with_its_password_except_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with ChatServer() as proxy, ChatServer() as here:
        address = proxy.url.removesuffix("/v1").replace("http://", "http://ada:pass%20word@")
        monkeypatch.setenv("http_proxy", address)
        monkeypatch.setenv("no_proxy", "")
        assert post("http://model.invalid/v1?x=1") == 200
        assert post(here.url) == 200
    assert [request.path for request in proxy.requests] == ["http://model.invalid/v1?x=1"]
    assert proxy.requests[0].headers["proxy-authorization"] == "Basic YWRhOnBhc3Mgd29yZA=="
    assert "proxy-authorization" not in here.requests[0].headers


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (openssl := shutil.which("openssl")):
        pytest.skip("needs openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*made, "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def secure(certificate: Path, behaviour: Behaviour) -> ChatServer:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return ChatServer(behaviour, tls=context)


def test_https_checks_the_certificate(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with secure(certificate, answer("ok")) as server:
        with pytest.raises(ModelUnavailable, match=r"The certificate of .* is not trusted") as caught:
            post(server.url)
        assert type(caught.value) is ModelUnavailable
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert post(server.url) == 200
    assert len(server.requests) == 1


def test_cancelling_ends_a_request_over_https(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with secure(certificate, hang) as server:
        endpoint, deadline = Endpoint(server.url), Deadline(30)
        threading.Timer(0.2, deadline.cancel).start()
        started = time.monotonic()
        with pytest.raises(Cancelled):
            endpoint.post(BODY, {}, deadline=deadline, limit=10_000)
        assert time.monotonic() - started < 0.5
        while any(thread.name == "backendgpt-model" for thread in threading.enumerate()):
            assert time.monotonic() - started < 2
            time.sleep(0.01)


def test_an_address_where_nothing_answers_is_named() -> None:
    with pytest.raises(ModelUnavailable, match=r"'http://\[::1\]:1/v1'"):
        post("http://[::1]:1/v1")


BROKEN = [
    (ConnectionRefusedError(), ModelUnavailable, "connection was refused"),
    (socket.gaierror(-2, "unknown"), ModelUnavailable, "host of 'it' cannot be found"),
    (ConnectionResetError(), Transient, "broke before the answer was complete"),
    (OSError(101, "Network is unreachable"), Transient, "Network is unreachable"),
    (ValueError("a library's own"), Transient, "broke before the answer was complete"),
]


@pytest.mark.parametrize(("exc", "kind", "words"), BROKEN, ids=[type(row[0]).__name__ for row in BROKEN])
def test_a_broken_connection_is_explained_and_tried_again_where_that_may_help(
    exc: Exception, kind: type[ModelUnavailable], words: str
) -> None:
    got = unreachable(exc, "'it'")
    assert type(got) is kind
    assert words in got.message


WORDS = [
    (b'{"error": {"message": "no such key"}}', "no such key"),
    (b'{"error": "model not found"}', "model not found"),
    (b'{"detail": "Not Found"}', "Not Found"),
    (b"<html><style>p {}</style><h1>502</h1>Bad\xff</html>", "502 Bad\ufffd"),
    (b"[1]", "[1]"),
    (b"", ""),
]


@pytest.mark.parametrize(("body", "words"), WORDS)
def test_a_refusals_words_are_found_in_any_usual_shape(body: bytes, words: str) -> None:
    assert quote(message_of(body)) == words


def test_quoted_words_are_one_short_harmless_line_without_keys() -> None:
    assert quote("a\x1b[31m\nb\u202ec") == "a [31m b c"
    assert len(quote("a" * 1000)) == 200
    assert quote("Incorrect API key provided: sk-proj-abcdefghijklmnopqrst.") == (
        "Incorrect API key provided: sk***."
    )


def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert parse_retry_after("1.5") == 1.5
    assert parse_retry_after(date) == pytest.approx(60, abs=2)
    assert parse_retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert [parse_retry_after(value) for value in (None, "", "soon", "nan", "inf")] == [None] * 5
