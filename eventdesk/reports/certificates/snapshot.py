"""What certificates need of an event, taken out of its file, so that they can be made elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eventdesk.event import Event, EventDetails
from eventdesk.people.role import Role
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.reports.certificates.actions import Drawn, picture, wording
from eventdesk.reports.certificates.certificate import Certificate
from eventdesk.reports.certificates.wording import Wording, town_of
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.reports import hours_text


@dataclass(frozen=True)
class Design:
    """What all certificates of an event share: texts, what is known of the event, pictures as they were saved."""

    wording: Wording
    details: EventDetails
    book: RoleBook
    logo: bytes | None = None
    signature: bytes | None = None

    def values(self, words: Words, certificate: Certificate) -> Mapping[str, str]:
        """Return what is put in for each placeholder, by its code."""
        details = self.details
        telling = (role for role in certificate.roles if role != Role.PARTICIPANT)
        last = max(certificate.days, default=(details.ends or details.starts)[:10])
        return {
            "name": certificate.name,
            "organisation": certificate.organisation,
            "role": ", ".join(self.book.name(words, role) for role in telling),
            "event": details.title,
            "subtitle": details.subtitle,
            "days": spans_text(words, certificate.days),
            "place": details.venue,
            "address": details.address,
            "town": town_of(details.address),
            "date": days_text(words, last, last),
            "organiser": details.organiser,
            "hours": hours_text(words, certificate.minutes) if certificate.minutes else "",
        }


def design_of(event: Event, wanted: Wording | None = None) -> Design:
    """Return what the certificates of an event share; `wanted` in place of the texts that are kept, to try them."""
    return Design(
        wording=wanted or wording(event),
        details=event.details,
        book=role_book(event.db),
        logo=picture(event, Drawn.LOGO),
        signature=picture(event, Drawn.SIGNATURE),
    )


def spans_text(words: Words, days: Sequence[str]) -> str:
    """Return days as people write them, those that follow each other as a span: "6–7 March 2017, 9 March 2017"."""
    spans: list[list[str]] = []
    for day in sorted(days):
        if spans and date.fromisoformat(day).toordinal() == date.fromisoformat(spans[-1][-1]).toordinal() + 1:
            spans[-1].append(day)
        else:
            spans.append([day])
    return ", ".join(days_text(words, span[0], span[-1]) for span in spans)
