"""Takes what a brochure needs out of an event, so that it can be made elsewhere."""

from collections.abc import Generator, Iterator, Sequence

from eventdesk.badges.stock import picture_bytes
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.papers.order import by_name
from eventdesk.people.sorting import sort_key
from eventdesk.reports.brochure.project import Brochure, Chapter, Facts, Result, printed
from eventdesk.reports.brochure.texts import texts_of
from eventdesk.reports.findings_paper import collected

_AT_ONCE = 4
"""So many pictures are read in one turn: each may have a megabyte."""


def brochure_of(event: Event, *, everybody: bool = False) -> Brochure:
    """Return the brochure of the chosen projects; with `everybody`, of all that came."""
    steps = brochure_in_steps(event, everybody=everybody)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            brochure: Brochure = done.value
            return brochure


def brochure_in_steps(event: Event, *, everybody: bool = False) -> Generator[float, None, Brochure]:
    """Do as `brochure_of` in short turns, each saying what share is done. Begin anew if something changes meanwhile."""
    exhibitors = fair.exhibitors(event.db)
    chosen = [each for each in exhibitors if (each.comes if everybody else each.brochure)]
    chapters = tuple(_chapters(chosen))
    results = tuple(
        Result(each.title or each.subtitle, each.lines, each.author) for each in collected(event) if each.lines
    )
    yield 0.1
    names = list(dict.fromkeys(each.picture for chapter in chapters for each in chapter.projects if each.picture))
    pictures: dict[str, bytes] = {}
    for at, name in enumerate(names):
        data = picture_bytes(event, name)
        if data is not None:
            pictures[name] = data
        if at % _AT_ONCE == 0:
            yield 0.1 + 0.9 * at / len(names)
    details = event.details
    return Brochure(
        facts=Facts(
            title=details.title,
            subtitle=details.subtitle,
            starts=details.starts,
            ends=details.ends,
            venue=details.venue,
            address=details.address,
            organiser=details.organiser,
            language=details.language,
        ),
        texts=texts_of(event.db),
        chapters=chapters,
        results=results,
        themes=tuple(dict.fromkeys(each.theme for each in exhibitors if each.theme)),
        pictures=pictures,
    )


def _chapters(chosen: Sequence[Exhibitor]) -> Iterator[Chapter]:
    """Yield the themes in alphabetical order, those without one last, each with its projects by name."""
    number = 0
    themes = sorted({each.theme for each in chosen}, key=lambda theme: (not theme, sort_key(theme)))
    for theme in themes:
        there = by_name(each for each in chosen if each.theme == theme)
        yield Chapter(theme, tuple(printed(each, number + at) for at, each in enumerate(there)))
        number += len(there)
