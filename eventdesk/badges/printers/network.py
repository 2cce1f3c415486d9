"""Speaks to label printers in the network, raw, on the port that they print from."""

import contextlib
import socket
from dataclasses import dataclass

from eventdesk.badges.printers.spooler import printer_fault
from eventdesk.codes import PrinterTrouble

PORT = 9100
PATIENCE = 8.0
"""Seconds that a printer gets to take a label."""
ASKING = 1.0
"""Seconds that a printer gets to say how it is; many never answer."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer listens."""

    host: str
    port: int = PORT

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORT else f"{host}:{self.port}"


def parse_address(text: str) -> Address | None:
    """Read "192.168.1.40", "ql-820.local:9101" or "[fe80::1]:9100"; None if it is no address."""
    host, port = text.strip(), ""
    if host.startswith("["):
        host, _, port = host[1:].partition("]")
        port = port.removeprefix(":")
    elif host.count(":") == 1:
        host, _, port = host.partition(":")
    if not host or any(sign.isspace() or sign in "/\\@" for sign in host):
        return None
    if not port:
        return Address(host)
    return Address(host, int(port)) if port.isdecimal() and len(port) <= 5 and 0 < int(port) < 65536 else None


def deliver(printer: str, address: Address, data: bytes, patience: float = PATIENCE) -> None:
    """Send all of `data`. Raises `KnownError` PRINTER with GONE if nobody is there, NO_ANSWER if it is slow."""
    with _connected(printer, address, patience) as line:
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
        except TimeoutError as error:
            raise printer_fault(printer, PrinterTrouble.NO_ANSWER) from error
        except OSError as error:
            raise printer_fault(printer, PrinterTrouble.REFUSED, error.strerror or str(error)) from error


def ask(printer: str, address: Address, question: bytes, length: int, patience: float = ASKING) -> bytes:
    """Send a question and return what comes back, at least `length` bytes; what came so far if the printer is slow.

    Raises as `deliver` if nobody is there.
    """
    answer = b""
    with _connected(printer, address, PATIENCE) as line, contextlib.suppress(OSError):
        line.settimeout(patience)
        line.sendall(question)
        while len(answer) < length:
            piece = line.recv(4096)
            if not piece:
                break
            answer += piece
    return answer


def _connected(printer: str, address: Address, patience: float) -> socket.socket:
    try:
        return socket.create_connection((address.host, address.port), patience)
    except TimeoutError as error:
        raise printer_fault(printer, PrinterTrouble.NO_ANSWER) from error
    except (OSError, UnicodeError) as error:  # no such name, no way there, nobody listens
        raise printer_fault(printer, PrinterTrouble.GONE) from error
