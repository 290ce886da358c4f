"""Send a request over HTTP/1.1 and read a bounded answer, on connections that another thread can cut.

This is the standard library's http.client with a stack of idle connections. Measured: `import httpx` takes
0.2 s and its client 0.1 s more, of a one-shot command's 0.6 s; and neither httpx nor urllib3 lets another
thread end a request that still waits for the first byte, which is where a model spends its time.
"""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit

from backendgpt.deadline import Deadline
from backendgpt.errors import ModelUnavailable, UsageError
from backendgpt.models.attempts import Transient, within
from backendgpt.models.refusals import quote

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class TooLong(Exception):
    """The answer has more bytes than the caller wants to read."""


@dataclass(frozen=True)
class Reply:
    """What a server answered.

    Attributes:
        status: The HTTP status.
        headers: Their names in lower case.
        body: All of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class _Request:
    method: str
    body: bytes | None
    headers: Mapping[str, str]
    deadline: Deadline
    limit: int
    socket: socket.socket | None = None

    def cut(self) -> None:
        """Wake whoever reads: `close()` would not, and SSLSocket's own shutdown is not for other threads."""
        if self.socket is not None:
            with suppress(OSError):
                socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


class Endpoint:
    """One URL, with its idle connections. Safe to use from several threads.

    Proxies and certificates come from the environment, as everywhere: HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE.

    Args:
        url: The full URL, http or https.

    Raises:
        UsageError: It is no such URL.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._parts = _split(url)
        self._idle: list[http.client.HTTPConnection] = []

    def post(self, body: bytes, headers: Mapping[str, str], *, deadline: Deadline, limit: int) -> Reply:
        """Send `body` and read the whole answer, whatever its status.

        Args:
            body: The bytes to send.
            headers: Headers beside those that HTTP needs.
            deadline: When to cut the connection.
            limit: The most bytes to read.

        Raises:
            TooLong: The answer is longer than `limit`.
            Transient, ModelUnavailable: It could not be had; the message says why.
            DeadlineExceeded, Cancelled: From the deadline.
        """
        return self._ask(_Request("POST", body, headers, deadline, limit))

    def get(self, *, deadline: Deadline, limit: int) -> Reply:
        """Fetch the URL; else as `post`."""
        return self._ask(_Request("GET", None, {}, deadline, limit))

    def close(self) -> None:
        """Close the idle connections; the endpoint can still be used."""
        while connection := self._take():
            connection.close()

    def _ask(self, request: _Request) -> Reply:
        deadline = request.deadline
        try:
            return within(deadline, lambda: self._send(request), request.cut)
        except (OSError, http.client.IncompleteRead) as exc:
            deadline.remaining()
            raise unreachable(exc, f"'{self.url}'") from exc
        except http.client.HTTPException as exc:
            raise ModelUnavailable(f"'{self.url}' does not speak HTTP: {quote(repr(exc))}.") from exc

    def _take(self) -> http.client.HTTPConnection | None:
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _send(self, request: _Request) -> Reply:
        """Send on an idle connection or else on a new one."""
        while connection := self._take():
            # The server may have closed it meanwhile: that is no failure, the next one is as good.
            with suppress(ConnectionError):
                return self._exchange(connection, request)
        return self._exchange(self._open(), request)

    def _exchange(self, connection: http.client.HTTPConnection, request: _Request) -> Reply:
        reusable = False
        try:
            connection.timeout = request.deadline.remaining()
            if connection.sock is None:
                connection.connect()
            request.socket = connection.sock
            request.socket.settimeout(request.deadline.remaining())
            headers = {**request.headers, **self._proxy_headers}
            connection.request(request.method, self._target, request.body, headers)
            with connection.getresponse() as response:
                body = _read(response, request.limit)
                reusable = not response.will_close
            names = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, names, body)
        finally:
            if reusable:
                self._idle.append(connection)
            else:
                connection.close()

    def _open(self) -> http.client.HTTPConnection:
        """Make a connection, not yet connected, to the server or its proxy."""
        secure = self._parts.scheme == "https"
        via = self._proxy or self._parts
        host, port = str(via.hostname), via.port
        if not secure:
            return http.client.HTTPConnection(host, port)
        connection = http.client.HTTPSConnection(host, port, context=self._certificates)
        if self._proxy:
            connection.set_tunnel(
                str(self._parts.hostname), self._parts.port, dict(_credentials(self._proxy))
            )
        return connection

    @cached_property
    def _proxy(self) -> SplitResult | None:
        if self._parts.hostname in _LOOPBACK:
            return None
        from urllib.request import getproxies, proxy_bypass

        proxy = getproxies().get(self._parts.scheme)
        if not proxy or proxy_bypass(str(self._parts.hostname)):
            return None
        return urlsplit(proxy if "://" in proxy else f"http://{proxy}")

    @cached_property
    def _proxy_headers(self) -> Mapping[str, str]:
        plain = self._proxy and self._parts.scheme == "http"
        return _credentials(self._proxy) if self._proxy and plain else {}

    @cached_property
    def _target(self) -> str:
        """The request target: a plain proxy wants the whole URL (RFC 9112, 3.2.2)."""
        if self._proxy and self._parts.scheme == "http":
            return self.url
        return self._parts.path + (f"?{self._parts.query}" if self._parts.query else "")

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        """Trust what the system trusts, and certifi's list for a Python that has no system store."""
        import certifi

        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context


def unreachable(exc: BaseException, where: str) -> ModelUnavailable:
    """Say why nothing came back.

    Args:
        exc: What a socket, or an HTTP library, raised.
        where: Who was asked: a URL, or the provider of a model.

    Returns:
        A `Transient` if a later try may help, else a plain `ModelUnavailable`.
    """
    match exc:
        case ConnectionRefusedError():
            return ModelUnavailable(f"Nothing answers at {where}: the connection was refused.")
        case socket.gaierror():
            return ModelUnavailable(f"The host of {where} cannot be found.")
        case ssl.SSLCertVerificationError():
            return ModelUnavailable(
                f"The certificate of {where} is not trusted: {exc.verify_message}.",
                hint="SSL_CERT_FILE=/path/to/ca.pem names a certificate authority of your own.",
            )
        case OSError() if not isinstance(exc, ConnectionError):
            return Transient(f"There is no connection to {where}: {exc.strerror or exc}.")
    return Transient(f"The connection to {where} broke before the answer was complete.")


def _split(url: str) -> SplitResult:
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and url.isascii():
            return parts
    raise UsageError(f"{url!r} is not the address of a model.", hint="e.g. http://127.0.0.1:8080/v1#model")


def _read(response: http.client.HTTPResponse, limit: int) -> bytes:
    data = bytearray()
    while chunk := response.read1(65536):
        data += chunk
        if len(data) > limit:
            raise TooLong
    if response.length:
        raise http.client.IncompleteRead(bytes(data), response.length)
    return bytes(data)


def _credentials(proxy: SplitResult) -> Mapping[str, str]:
    if not proxy.username:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
