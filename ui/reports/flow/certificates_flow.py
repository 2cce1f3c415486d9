"""Certificates and lists of who was there: whose, by what, with which words; and writing them."""

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.people.sorting import sort_key
from eventdesk.reports.attendance.attended import Attendance
from eventdesk.reports.certificates import actions
from eventdesk.reports.certificates.actions import Drawn
from eventdesk.reports.certificates.certificate import Certificate, certificates
from eventdesk.reports.certificates.snapshot import Design, design_of
from eventdesk.reports.certificates.wording import (
    Basis,
    Wording,
    placeholders,
    shown,
    unknown_placeholders,
    usual_wording,
)
from eventdesk.reports.choice import Choice, Order
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from ui.reports.flow.reports_flow import ReportsFlow
from ui.work import Part, Task

if TYPE_CHECKING:
    from eventdesk.drawing.kit import Kit

Drawing = Drawn
"""A picture on certificates: the logo, or the signature."""
LARGEST = 1_000_000
"""A picture of more bytes than this is not read."""


class Paper(Enum):
    """What can be written here."""

    CERTIFICATES = "certificates"
    SIGNATURES = "signatures"
    ATTENDANCE = "attendance"
    TABLE = "table"


@dataclass(frozen=True)
class Organisation:
    """An organisation, and how many of its people can be certified."""

    name: str
    people: int


def wording(flow: ReportsFlow) -> Wording:
    """Return what certificates say, with placeholders in the language of the event."""
    return actions.wording(flow.event)


def usual(flow: ReportsFlow) -> Wording:
    """Return what certificates say as long as nobody has written something else."""
    return usual_wording(Words(flow.event.details.language), flow.event.details)


def known_placeholders(flow: ReportsFlow) -> tuple[str, ...]:
    """Return all placeholders in the language of the event."""
    return placeholders(flow.event.details.language)


def unknown(wanted: Wording) -> tuple[str, ...]:
    """Return what stands in braces and is no placeholder."""
    return unknown_placeholders(wanted)


def named(flow: ReportsFlow, wanted: Wording) -> Wording:
    """Return a wording with placeholders in the language of the event."""
    return shown(wanted, flow.event.details.language)


def set_wording(flow: ReportsFlow, wanted: Wording) -> bool:
    """Let certificates say this; returns whether anything differed. Raises WrongWordingError, KnownError."""
    return flow.remember(actions.set_wording(flow.event, wanted))


def has_picture(flow: ReportsFlow, which: Drawing) -> bool:
    """Say whether there is a logo, or a signature."""
    return actions.picture(flow.event, which) is not None


def set_picture(flow: ReportsFlow, which: Drawing, data: bytes | None) -> bool:
    """Keep a logo or a signature, or none; returns whether anything differed. Raises WrongPictureError, KnownError."""
    return flow.remember(actions.set_picture(flow.event, which, data))


def read_picture(path: Path) -> bytes:
    """Return the bytes of a picture; none of one that is far too large. Raises OSError."""
    return path.read_bytes() if path.stat().st_size <= LARGEST * 2 else b""


def choice(organisation: str, *, grouped: bool) -> Choice:
    """Return who is meant: the people of one organisation, or all; sorted by it if they are `grouped`."""
    order = Order.ORGANISATION if grouped else Order.NAME
    return Choice(organisations=(organisation,) if organisation else (), order=order)


def certified(attendance: Attendance, basis: Basis, wanted: Choice) -> tuple[Certificate, ...]:
    """Return the certificates of those who are meant."""
    return certificates(attendance, basis, wanted)


def organisations(found: Sequence[Certificate]) -> list[Organisation]:
    """Return the organisations of people with a certificate, in the order of the alphabet."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for each in found:
        if each.organisation:
            key = sort_key(each.organisation)
            counts[key] += 1
            names.setdefault(key, each.organisation)
    return [Organisation(names[key], counts[key]) for key in sorted(counts)]


def drawing(flow: ReportsFlow, certificate: Certificate, wanted: Wording) -> tuple[object, Callable[..., object]]:
    """Return what a picture of one certificate depends on, and what draws it, in any thread."""
    design, imprint = design_of(flow.event, wanted), flow.imprint()
    key = (certificate, design.wording, design.details, design.logo, design.signature)
    return key, partial(_draw, (certificate,), design, imprint)


def _draw(
    found: Sequence[Certificate],
    design: Design,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: "Kit",
    progress: Callable[[int], None],
) -> object:
    from eventdesk.reports.certificates.paper import certificates_paper

    return certificates_paper(found, design, imprint, out, kit, progress=progress)


@dataclass(frozen=True)
class Material:
    """What papers are made of, without the file of the event."""

    paper: Paper
    attendance: Attendance
    design: Design
    choice: Choice
    imprint: Imprint
    words: Words


def gathering(flow: ReportsFlow, paper: Paper, wanted: Choice, words: Words) -> Generator[Part, None, Material]:
    """Read what papers need."""
    found = yield from flow.attendance_in_steps()
    return Material(paper, found, design_of(flow.event), wanted, flow.imprint(), words)


def write(material: Material, path: Path, task: Task) -> object:
    """Write a paper, or a table, in any thread. Raises KnownError."""
    from eventdesk.drawing.kit import Kit
    from eventdesk.reports.attendance.lists import attendance_list, signature_list
    from eventdesk.reports.attendance.table import attendance_table

    attendance, imprint, wanted = material.attendance, material.imprint, material.choice
    match material.paper:
        case Paper.CERTIFICATES:
            found = certificates(attendance, material.design.wording.basis, wanted)
            progress = partial(_tell, task, len(found))
            return _draw(found, material.design, imprint, path, Kit(), progress)
        case Paper.SIGNATURES:
            return signature_list(attendance, imprint, path, Kit(), choice=wanted, progress=partial(_tell, task, 0))
        case Paper.ATTENDANCE:
            return attendance_list(
                attendance, imprint, path, Kit(), choice=wanted, sessions=True, progress=partial(_tell, task, 0)
            )
        case Paper.TABLE:
            return attendance_table(attendance, path, choice=wanted)


def _tell(task: Task, total: int, done: int) -> None:
    task.tell(done, total)
