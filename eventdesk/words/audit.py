"""What the journal keeps of look-ups and of files that were written: short machine text, and the words for it.

A look-up is "#id #id"; a file is "people 700 people liste.csv": what it holds, how many, from where, its name, and
"#id" in place of the name if it is about one person. No name of a person stands there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from eventdesk.codes import Holding, Op
from eventdesk.words import Words, mark

_ID = re.compile(r"#(\d+)\b")
_FILE = re.compile(r"(?P<holding>[a-z_]+) (?P<amount>\d+) (?P<place>\S+)(?P<ids>( #\d+)*)( (?P<name>.+))?", re.DOTALL)
NOWHERE = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was written: what it holds and how many of it, from which page, what it is called.

    The name of a file that holds no more than one of something may be that person's: then it is only an ending.
    """

    holding: Holding
    amount: int
    place: str
    name: str
    people: tuple[int, ...] = ()


def look_up_label(people: Sequence[int]) -> str:
    """Return the label of an entry about people who were looked at."""
    return " ".join(f"#{person}" for person in people)


def people_in(label: str) -> tuple[int, ...]:
    """Return whom the label of such an entry is about; who was erased since is not there any more."""
    return tuple(int(person) for person in _ID.findall(label))


def export_label(given: Given) -> str:
    """Return the label of an entry about a file."""
    name = given.name if given.amount > 1 and not given.people else PurePath(given.name).suffix
    place = "/".join(given.place.split()) or NOWHERE
    return " ".join(filter(None, (given.holding, str(given.amount), place, look_up_label(given.people), name)))


def given(label: str) -> Given | None:
    """Return what such a label says; None for a text that is none."""
    found = _FILE.fullmatch(label)
    if found is None or found["holding"] not in set(Holding):
        return None
    place = "" if found["place"] == NOWHERE else found["place"]
    people = people_in(found["ids"] or "")
    return Given(Holding(found["holding"]), int(found["amount"]), place, found["name"] or "", people)


def about(words: Words, op: Op, label: str) -> str:
    """Return what such an entry is about, without anybody's name."""
    if op is Op.LOOK_UP:
        people = people_in(label)
        return words.n("one person", "{count} people", len(people)) if people else label
    file = given(label)
    if file is None:
        return label
    of_a_page = file.holding is Holding.PAPER and _PLACES.get(file.place)
    said = words.t(of_a_page or _HOLDINGS[file.holding])
    return ", ".join(filter(None, (said, _amount(words, file), file.name)))


def _amount(words: Words, file: Given) -> str:
    match file.holding:
        case Holding.PAPER | Holding.FIGURES:
            return words.n("one page", "{count} pages", file.amount) if file.amount else ""
        case Holding.ABOUT | Holding.PEOPLE | Holding.ATTENDANCE | Holding.CONTACTS:
            return words.n("one person", "{count} people", file.amount)
        case Holding.BADGES:
            return words.n("one badge", "{count} badges", file.amount)
        case _:
            return words.n("one row", "{count} rows", file.amount)


_HOLDINGS: Mapping[Holding, str] = {
    Holding.PEOPLE: mark("People"),
    Holding.SCANS: mark("Scans"),
    Holding.PRINTS: mark("Printed badges"),
    Holding.BOOTHS: mark("Booths"),
    Holding.EXHIBITORS: mark("Exhibitors"),
    Holding.SESSIONS: mark("Sessions"),
    Holding.JOURNAL: mark("Journal"),
    Holding.ATTENDANCE: mark("Attendance"),
    Holding.CONTACTS: mark("Contacts"),
    Holding.CALENDAR: mark("Calendar"),
    Holding.ERRORS: mark("Errors of a list"),
    Holding.BADGES: mark("Badges"),
    Holding.ABOUT: mark("All that is stored about somebody"),
    Holding.FIGURES: mark("Figures"),
    Holding.PAPER: mark("Paper"),
    Holding.TABLE: mark("Table of a list"),
}
_PLACES: Mapping[str, str] = {
    "badges": mark("Badges"),
    "fair": mark("Fair"),
    "panels": mark("Panels"),
    "cafe": mark("World Café"),
    "prize": mark("Audience prize"),
    "reports": mark("Afterwards"),
}
"""What papers are about, by the page that wrote them."""
