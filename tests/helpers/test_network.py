"""The guard itself: this machine may be reached, another may not."""

import socket

import pytest

from tests.helpers.network import NetworkClosedError


def test_another_machine_is_out_of_reach() -> None:
    with socket.socket() as other, pytest.raises(NetworkClosedError):
        other.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkClosedError):
        socket.getaddrinfo("example.com", 80)


def test_this_machine_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
