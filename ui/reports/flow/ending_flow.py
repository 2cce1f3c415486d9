"""The end of an event: making the next one, who came how often, deleting everybody. Done to the closed file."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eventdesk import starting
from eventdesk.desk import open_event
from eventdesk.event import Clock, EventDetails
from eventdesk.finishing import ending, next_time
from eventdesk.finishing.ending import Finished, Leftovers
from eventdesk.finishing.keepsakes import keepsakes
from eventdesk.finishing.next_time import Choice, Next
from eventdesk.finishing.regulars import Regular, regulars_in_steps
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from eventdesk.words import Words
from ui.closed_file import After, ClosedDeed
from ui.reports.flow.reports_flow import ReportsFlow, in_parts
from ui.work import Part

_AT_ONCE = 200


@dataclass(frozen=True)
class Doomed:
    """What would be deleted: people, and files of this computer."""

    people: int
    left: Leftovers


def number_of_people(flow: ReportsFlow) -> int:
    """Return how many people are in the file."""
    return people.count(flow.event.db)


def proposed(flow: ReportsFlow) -> EventDetails:
    """Return what can be told of the next event already."""
    return next_time.proposed(flow.event.details)


def file_for(flow: ReportsFlow, title: str, words: Words) -> Path:
    """Return where the next event may lie: beside this one, under its title, never over another file."""
    name = starting.file_name(title) or words.t("New event")
    return starting.free_name(flow.event.path.parent, name)


def inviting(flow: ReportsFlow) -> Generator[Part, None, int]:
    """Count in short steps how many people agreed to be invited next time."""
    found, after = 0, -1
    while ids := people.agreeing(flow.event.db, _AT_ONCE, after=after):
        found += sum(Consent.INVITE in each.consents for each in people.people(flow.event.db, ids))
        after = ids[-1]
        yield Part(found)
    return found


def remembering(flow: ReportsFlow) -> Generator[Part, None, list[Regular]]:
    """Find in short steps who came how often, among those who agreed; anew if something changes meanwhile."""
    while True:
        turn = flow.turn
        found = yield from in_parts(regulars_in_steps(flow.event))
        if turn == flow.turn:
            return found


def next_event(
    flow: ReportsFlow, path: Path, details: EventDetails, choice: Choice, words: Words, *, opens: bool
) -> ClosedDeed:
    """Return the work of making the next event; then that one is open if it `opens`, else this one again."""
    here = flow.event.path

    def do(desk: str, clock: Clock) -> After:
        with open_event(here, desk=desk, clock=clock) as event:
            made = next_time.next_event(event, path, details, choice, desk=desk, clock=clock)
        return After(made.path if opens else here, partial(_next_text, made=made, title=details.title))

    return ClosedDeed(here, words.t("Making “{title}” …", title=details.title), do)


def looking(flow: ReportsFlow, folders: Sequence[Path]) -> Callable[[], Doomed]:
    """Return the work of finding out what would be deleted; it knows no event and may be done in any thread."""
    number, look = number_of_people(flow), ending.looking_for_leftovers(flow.event, folders)
    return lambda: Doomed(number, look())


def keepsake_folder(flow: ReportsFlow, words: Words) -> Path:
    """Return where figures and results are written before."""
    path = flow.event.path
    return path.with_name(words.t("{name} figures", name=path.stem))


def finishing(flow: ReportsFlow, delete: Sequence[Path], words: Words) -> ClosedDeed:
    """Return the work of finishing: figures and results are written first, then everybody is deleted, and `delete`."""
    here, folder = flow.event.path, keepsake_folder(flow, words)

    def do(desk: str, clock: Clock) -> After:
        with open_event(here, desk=desk, clock=clock) as event:
            written = {path.resolve() for path in keepsakes(event, folder)}
        doomed = [path for path in delete if path.resolve() not in written]
        done = ending.finish(here, delete=doomed, desk=desk, clock=clock)
        return After(here, partial(_finished_text, done=done, folder=folder), good=not (done.kept or done.traces))

    return ClosedDeed(here, words.t("Finishing: everybody is being deleted …"), do, forgets=True)


def _next_text(words: Words, made: Next, title: str) -> str:
    said = [words.t("“{title}” was made. The file is {path}", title=title, path=str(made.path))]
    if made.people:
        said.append(
            words.n("One person who agreed was taken over.", "{count} people who agreed were taken over.", made.people)
        )
    if made.left_out:
        said.append(
            words.n(
                "One person was left out: they did not agree to be invited.",
                "{count} people were left out: they did not agree to be invited.",
                made.left_out,
            )
        )
    return _sentences(said)


def _finished_text(words: Words, done: Finished, folder: Path) -> str:
    said = [
        words.n("One person was deleted.", "{count} people were deleted.", done.people),
        words.n("One other file was deleted.", "{count} other files were deleted.", len(done.deleted)),
        words.t("Figures and results are in {folder}.", folder=folder),
    ]
    said += [words.t("Could not be deleted, please do so yourself: {path}", path=path) for path in done.kept]
    if done.traces:
        said.append(words.t("The file still holds texts of people. Do not pass it on, and tell us about it."))
    return _sentences(said)


def _sentences(said: Sequence[str]) -> str:
    return " ".join(each if each.endswith(".") else f"{each}." for each in said)
