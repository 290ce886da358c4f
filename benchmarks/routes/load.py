"""A load generator for `benchmarks.routes.http`: one process, keep-alive connections, little Python.

Reads one JSON object from stdin, `{"port", "connections", "seconds", "request"}`, and prints one: how many
answers came in how many seconds, the median milliseconds of one, and the statuses. `%d` in the request
becomes a number of nine digits that is another one each time.
"""

from __future__ import annotations

import json
import select
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
        self.changes = b"%d" in request
        self.whole = 0

    def send(self) -> None:
        """Send the request."""
        request = self.request
        if self.changes:
            request = request.replace(b"%d", b"%09d" % next(self.numbers))
        self.sent = time.perf_counter()
        self.socket.send(request)

    def receive(self) -> bytes:
        """Take in what has arrived; return the answer's status once it is whole."""
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the server hung up")
        if not self.received and len(data) == self.whole:
            return data[9:12]  # An answer as long as the last one needs no reading.
        self.received += data
        head, end, body = self.received.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]) if end else 0
        if not end or len(body) < length:
            return b""
        self.received, self.whole = b"", len(self.received)
        return head[9:12]


def load(port: int, connections: int, seconds: float, request: bytes) -> dict[str, object]:
    """Keep all connections busy and count what is answered."""
    numbers, statuses, times = count(), Counter[str](), list[float]()
    opened = [Connection(port, request, numbers) for _ in range(connections)]
    by_number = {connection.socket.fileno(): connection for connection in opened}
    with select.epoll() as epoll:
        for number, connection in by_number.items():
            epoll.register(number, select.EPOLLIN)
            connection.send()
        started = now = time.perf_counter()
        while now < started + seconds:
            for number, _ in epoll.poll(0.1):
                connection = by_number[number]
                if status := connection.receive():
                    times.append(time.perf_counter() - connection.sent)
                    statuses[status.decode()] += 1
                    connection.send()
            now = time.perf_counter()
    return {
        "answers": len(times),
        "seconds": now - started,
        "ms": statistics.median(times) * 1000,
        "statuses": statuses,
    }


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    print(json.dumps(load(**{**asked, "request": asked["request"].encode()})))
