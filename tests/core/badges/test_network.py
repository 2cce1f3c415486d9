"""Addresses of printers in the network, and printers that do not do what they should."""

import socket
from contextlib import closing

import pytest

from eventdesk.badges.printers.network import Address, deliver, parse_address
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.40", Address("192.168.1.40")),
        (" ql-820.local:9101 ", Address("ql-820.local", 9101)),
        ("[fe80::1]:9200", Address("fe80::1", 9200)),
        ("fe80::1", Address("fe80::1")),
        ("", None),
        ("my printer", None),
        ("socket://ql", None),
        ("ql:port", None),
        ("ql:0", None),
        ("ql:70000", None),
        pytest.param("ql:" + "9" * 5000, None, id="a port of 5,000 digits"),
    ],
)
def test_addresses(text: str, address: Address | None):
    assert parse_address(text) == address
    if address is not None:
        assert parse_address(str(address)) == address


def test_a_printer_that_takes_nothing_in_is_given_up():
    with closing(socket.create_server(("127.0.0.1", 0), backlog=0)) as deaf:
        address = Address("127.0.0.1", deaf.getsockname()[1])
        with pytest.raises(KnownError) as caught:
            deliver("QL", address, bytes(20_000_000), patience=0.3)
    assert caught.value.details["trouble"] == PrinterTrouble.NO_ANSWER


def test_a_name_that_nobody_has():
    with pytest.raises(KnownError) as caught:
        deliver("QL", Address("no-such-printer.invalid"), b"x", patience=2)
    assert caught.value.details["trouble"] in {PrinterTrouble.GONE, PrinterTrouble.NO_ANSWER}
