"""The brochure and the directory of contacts: which projects, which words, which pages, who agreed."""

from collections.abc import Callable, Collection, Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.fair import records as fair
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from eventdesk.people.sorting import sort_key
from eventdesk.reports.brochure import actions
from eventdesk.reports.brochure.gathering import brochure_in_steps
from eventdesk.reports.brochure.project import Brochure, Lack, lacks
from eventdesk.reports.brochure.style import BrochureSize
from eventdesk.reports.brochure.texts import Texts, texts_of
from eventdesk.reports.contacts import By, Contact, Whom, contacts_in_steps
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from ui.reports.flow.reports_flow import ReportsFlow, in_parts
from ui.work import Part, Task

if TYPE_CHECKING:
    from eventdesk.drawing.kit import Kit

_AT_ONCE = 200


@dataclass(frozen=True)
class ProjectLine:
    """A project as the list shows it."""

    id: int
    name: str
    theme: str
    chosen: bool
    consents: tuple[Consent, ...]
    lacks: tuple[Lack, ...]


def projects(flow: ReportsFlow) -> list[ProjectLine]:
    """Return all projects that came, by theme and name; those without a theme last."""
    found = [each for each in fair.exhibitors(flow.event.db) if each.comes or each.brochure]
    found.sort(key=lambda each: (not each.theme, sort_key(each.theme), sort_key(each.name), each.id))
    return [ProjectLine(each.id, each.name, each.theme, each.brochure, each.consents, lacks(each)) for each in found]


def choose(flow: ReportsFlow, exhibitors: Collection[int], *, chosen: bool) -> bool:
    """Take projects into the brochure, or out of it; returns whether anything differed. Raises KnownError."""
    return flow.remember(actions.choose(flow.event, exhibitors, chosen=chosen))


def texts(flow: ReportsFlow) -> Texts:
    """Return what was written for the brochure."""
    return texts_of(flow.event.db)


def set_texts(flow: ReportsFlow, wanted: Texts) -> bool:
    """Write the texts; returns whether anything differed. Raises KnownError."""
    return flow.remember(actions.set_texts(flow.event, wanted))


# ---- pages


def gathering(flow: ReportsFlow) -> Generator[Part, None, Brochure]:
    """Read what the brochure needs; anew if it changes meanwhile."""
    while True:
        turn = flow.turn
        found = yield from in_parts(brochure_in_steps(flow.event))
        if turn == flow.turn:
            return found


def drawing(brochure: Brochure, size: BrochureSize) -> Callable[..., object]:
    """Return what writes the brochure, in any thread."""
    return partial(_draw, brochure, size)


def _draw(
    brochure: Brochure, size: BrochureSize, out: BinaryIO | Path, kit: "Kit", progress: Callable[[int], None]
) -> object:
    from eventdesk.reports.brochure.paper import brochure_paper

    return brochure_paper(brochure, out, kit, size=size, progress=progress)


def write(size: BrochureSize, brochure: Brochure, path: Path, task: Task) -> object:
    """Write the brochure to a file, in any thread. Raises KnownError."""
    from eventdesk.drawing.kit import Kit

    return _draw(brochure, size, path, Kit(), lambda done: task.tell(done, 0))


# ---- contacts


@dataclass(frozen=True)
class Agreed:
    """How many agreed that their contact is passed on, of how many there are."""

    projects: int
    all_projects: int
    people: int
    all_people: int


@dataclass(frozen=True)
class Directory:
    """What the directory is made of."""

    contacts: tuple[Contact, ...]
    by: By
    imprint: Imprint
    words: Words


def agreeing(flow: ReportsFlow) -> Generator[Part, None, Agreed]:
    """Count who agreed."""
    exhibitors = [each for each in fair.exhibitors(flow.event.db) if each.comes]
    yield Part(0)
    agreed = sum(Consent.CONTACT in each.consents for each in exhibitors)
    found, after, total = 0, -1, people.count(flow.event.db)
    while ids := people.agreeing(flow.event.db, _AT_ONCE, after=after):
        found += sum(Consent.CONTACT in each.consents for each in people.people(flow.event.db, ids))
        after = ids[-1]
        yield Part(0)
    return Agreed(agreed, len(exhibitors), found, total)


def gathering_contacts(flow: ReportsFlow, whom: Whom, by: By, words: Words) -> Generator[Part, None, Directory]:
    """Read the contacts of those who agreed."""
    found = yield from in_parts(contacts_in_steps(flow.event, whom=whom, by=by))
    return Directory(found, by, flow.imprint(), words)


def write_contacts(directory: Directory, path: Path, _task: Task) -> object:
    """Write them as the ending says: a table, vCards or a paper, in any thread. Raises KnownError."""
    from eventdesk.reports import contacts_files

    if path.suffix.lower() == ".pdf":
        from eventdesk.drawing.kit import Kit

        return contacts_files.contacts_paper(directory.contacts, directory.by, directory.imprint, path, Kit())
    return contacts_files.write_contacts(path, directory.contacts, directory.words)
