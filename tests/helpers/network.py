"""Closes the network to a test run: Forecall makes no connection, and a test proves it by every run."""

import socket
from typing import Any

_LOOPBACK = ("127.", "::1", "localhost")


class NetworkClosedError(AssertionError):
    """Something tried to reach another machine."""


def close() -> None:
    """From now on, connections and look-ups beyond this machine fail the test that makes them."""
    real_connect, real_connect_ex, real_look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def connect(self: socket.socket, address: Any) -> None:
        _refuse_elsewhere(self.family, address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_elsewhere(self.family, address)
        return real_connect_ex(self, address)

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_host(host)
        return real_look_up(host, *args, **kwargs)

    places: Any = socket
    places.socket.connect = connect
    places.socket.connect_ex = connect_ex
    places.getaddrinfo = getaddrinfo


def _refuse_elsewhere(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6):
        _refuse_host(address[0])


def _refuse_host(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name and not name.startswith(_LOOPBACK):
        raise NetworkClosedError(f"tried to reach {name}")
