"""What `bgpt serve` is told, checked once."""

from __future__ import annotations

import ipaddress
import re
import secrets
import socket
from dataclasses import dataclass, replace

from backendgpt.errors import UsageError
from backendgpt.interpret import DEFAULT_TIMEOUT

_ORIGIN = re.compile(r"https?://(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?")


@dataclass(frozen=True)
class Settings:
    """How to serve.

    Attributes:
        names: The backends to serve; empty for all.
        host, port: Where to listen.
        cors: The origins that may call from a browser.
        hosts: Further values of the Host header to accept, without a port.
        token: What callers must present, or empty for nothing.
        read_only: Refuse whatever would change a state.
        offline: Ask no model: learned routes only.
        delay: Seconds to add to every call.
        timeout: Seconds a call may take.
        header_seconds, body_seconds: Seconds in which a request's headers, and its body, must have arrived.
        grace: Seconds that calls may go on for once the server is told to stop.
        calls: Calls that may run at a time.
        streams: Event streams that may be open at a time.
        log_json: Write the access log as JSON lines.
    """

    names: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    cors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    token: str = ""
    read_only: bool = False
    offline: bool = False
    delay: float = 0.0
    timeout: float = DEFAULT_TIMEOUT
    header_seconds: float = 10.0
    body_seconds: float = 20.0
    grace: float = 30.0
    calls: int = 200
    streams: int = 100
    log_json: bool = False

    def checked(self) -> Settings:
        """Return the settings with what can be settled now; a bind beyond this machine gets a token.

        Raises:
            UsageError: An origin is none, or a token is too short to be one.
        """
        for origin in self.cors:
            if not _ORIGIN.fullmatch(origin):
                raise UsageError(
                    f"'{origin}' is not an origin. Name who may call: any other page could change the state.",
                    hint="--cors http://localhost:3000",
                )
        if self.token and len(self.token) < 8:
            raise UsageError(
                "A token needs at least 8 characters.", hint="Leave --token out to have one made."
            )
        token = self.token or ("" if is_loopback(self.host) else secrets.token_urlsafe(24))
        return replace(self, cors=tuple(origin.lower() for origin in self.cors), token=token)

    def accepts_host(self, header: str) -> bool:
        """Tell whether a Host header names this server.

        DNS rebinding needs a name that the attacker owns, so beyond this machine an IP address is as good as
        the names given: nobody can point one elsewhere.
        """
        host = _without_port(header.lower())
        if is_loopback(host) or host in {name.lower() for name in (self.host, *self.hosts)}:
            return True
        return not is_loopback(self.host) and (
            _address(host) is not None or host == socket.gethostname().lower()
        )


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine and no other can reach it."""
    address = _address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _without_port(header: str) -> str:
    bare = re.fullmatch(r"\[([0-9a-f:.]+)\](?::\d+)?|([^:\[\]]+)(?::\d+)?", header)
    return (bare[1] or bare[2]) if bare else ""
