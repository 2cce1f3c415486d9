"""Badges as they come, and pictures of them."""

import io
from dataclasses import replace

from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.design.template import CodeBox, Panel, Stack
from eventdesk.badges.design.templates import classic
from eventdesk.badges.pdf import badge_pdf
from eventdesk.drawing.kit import Kit
from eventdesk.people.code import check_digit

ELIF = BadgeData(
    person=1,
    given_name="Elif",
    family_name="Demirtaş",
    organisation="Bürgerinitiative Gemeinsam in Salzgitter",
    role="Ausstellende",
    colour="#0b5345",
    languages=("Deutsch", "Türkçe"),
    code="1482901633752042",
    event_title="4. Integrationskonferenz",
    event_line="Convention Center Hannover · 6. März 2017",
    where=("Stand B-14", "Forum 2 · Saal 3A"),
)
HANS = replace(
    ELIF,
    person=2,
    title="Prof. Dr.",
    given_name="Hans-Joachim",
    family_name="Freiherr von Schleswig-Holstein-Sonderburg",
    native_name="محمد عبد الرحمن عبد العزيز الخطيب",
    organisation="Landkreis Hameln-Pyrmont, Fachdienst Migration, Teilhabe und gesellschaftlicher Zusammenhalt",
)


def panel(number: int = 0) -> Panel:
    """Return a panel of the classic badge: the band with the role."""
    return [box for box in classic().front if isinstance(box, Panel)][number]


def stack(number: int) -> Stack:
    """Return a stack of the classic badge: the event, the names, the way through the day."""
    return [box for box in classic().front if isinstance(box, Stack)][number]


def code_box() -> CodeBox:
    """Return the code of the classic badge."""
    return next(box for box in classic().front if isinstance(box, CodeBox))


def code(body: int) -> str:
    """Return a code of ours with these fourteen digits."""
    digits = f"1{body:014d}"
    return digits + check_digit(digits)


def pdf(*badges: BadgeData, kit: Kit) -> bytes:
    """Return the PDF of these badges."""
    return printed(*badges, kit=kit)[0]


def printed(*badges: BadgeData, kit: Kit) -> tuple[bytes, BadgeReport]:
    """Return the PDF of these badges, and what is said about it."""
    out = io.BytesIO()
    report = badge_pdf(badges, out, kit)
    return out.getvalue(), report
