"""A load generator for `benchmarks.routes.http`: one process, keep-alive connections, little Python.

Reads one JSON object from stdin, `{"port", "connections", "seconds", "request"}`, and prints one: how many
answers came in how many seconds, the median milliseconds of one, and the statuses. `%d` in the request
becomes a number of nine digits that is another one each time.
"""

from __future__ import annotations

import json
import selectors
import socket
import statistics
import sys
import time
from collections import Counter
from itertools import count


class Connection:
    """One connection that sends the request again whenever it is answered."""

    def __init__(self, port: int, request: bytes, numbers: count[int]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request, self.numbers, self.received = request, numbers, b""

    def send(self) -> None:
        """Send the request."""
        request = self.request
        if b"%d" in request:
            request = request.replace(b"%d", b"%09d" % next(self.numbers))
        self.received, self.sent = b"", time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> int:
        """Take in what has arrived; return the answer's status once it is whole, else 0."""
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the server hung up")
        self.received += data
        head, end, body = self.received.partition(b"\r\n\r\n")
        if not end:
            return 0
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        return int(head[9:12]) if len(body) >= length else 0


def load(port: int, connections: int, seconds: float, request: bytes) -> dict[str, object]:
    """Keep all connections busy and count what is answered."""
    numbers, statuses, times = count(), Counter[int](), list[float]()
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            connection = Connection(port, request, numbers)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.send()
        started = time.perf_counter()
        while (now := time.perf_counter()) < started + seconds:
            for key, _ in selector.select(0.1):
                if status := key.data.receive():
                    times.append(now - key.data.sent)
                    statuses[status] += 1
                    key.data.send()
        taken = time.perf_counter() - started
    return {
        "answers": len(times),
        "seconds": taken,
        "ms": statistics.median(times) * 1000,
        "statuses": statuses,
    }


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    print(json.dumps(load(**{**asked, "request": asked["request"].encode()})))
