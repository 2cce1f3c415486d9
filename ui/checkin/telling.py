"""From what the flow found to the lines of the lists."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from eventdesk.checkin.scan import RecentScan
from eventdesk.codes import Outcome
from eventdesk.people.person import Person, Status
from eventdesk.people.role import role_name
from eventdesk.people.search import marks
from eventdesk.words import Words, verdicts
from ui.checkin.flow import Found
from ui.checkin.group_panel import Member
from ui.checkin.recent_lines import Line
from ui.checkin.results import Result
from ui.checkin.tone import tone
from ui.checkin.walk_in_panel import Likeness
from ui.colours import Colours

_OF_STATUS = {
    Status.CANCELLED: Outcome.CANCELLED,
    Status.PENDING: Outcome.PENDING,
    Status.WAITING: Outcome.WAITING,
}


def lines(
    scans: Sequence[RecentScan], roles: Mapping[int, Sequence[str]], words: Words, colours: Colours, zone: ZoneInfo
) -> list[Line]:
    """Return the lines of the last scans; `roles` are shown of people without an organisation."""
    return [_line(scan, roles.get(scan.person or 0, ()), words, colours, zone) for scan in scans]


def _line(scan: RecentScan, roles: Sequence[str], words: Words, colours: Colours, zone: ZoneInfo) -> Line:
    who = scan.organisation or ", ".join(role_name(words, role) for role in roles)
    names = (scan.list_name or scan.code, scan.native_name if scan.native_name != scan.list_name else "")
    remarks = (verdicts.remark(words, scan.outcome), who)
    return Line(
        scan=scan.id,
        eid=scan.eid if scan.undoable else "",
        time=scan.at.astimezone(zone).strftime("%H:%M"),
        dot=tone(scan.outcome, colours).dot,
        name=" · ".join(name for name in names if name),
        remark=" · ".join(remark for remark in remarks if remark),
    )


def results(found: Sequence[Found], typed: str, words: Words, colours: Colours) -> list[Result]:
    """Return the rows of the people that were found."""
    return [_result(each, typed, words, colours) for each in found]


def is_sure(found: Sequence[Found]) -> bool:
    """Say whether Enter may take the first one: all that was typed fits them, and nobody fits as well by that name."""
    if not found or not found[0].hit.exact:
        return False
    return not any(_namesake(found[0], other) for other in found[1:])


def _namesake(one: Found, other: Found) -> bool:
    return one.hit.score == other.hit.score and one.person.name.casefold() == other.person.name.casefold()


def doubt(found: Sequence[Found], typed: str, words: Words, *, closed: bool) -> str:
    """Return the sentence below the list: what to do when Enter alone would be a guess.

    `closed`: the file can only be looked at, so nobody can be added.
    """
    if not found and closed:
        return words.t("Nobody is called “{name}”.", name=typed.strip())
    if not found:
        return words.t("Nobody is called “{name}”. F3 adds this person.", name=typed.strip())
    if is_sure(found):
        return ""
    if found[0].hit.exact:
        return words.t("Several people have this name. Ask for the organisation, then choose with ↓ and Enter.")
    if closed:
        return words.t("Nobody is called exactly that. Choose with ↓ and Enter.")
    return words.t("Nobody is called exactly that. Choose with ↓ and Enter, or add the person with F3.")


def _result(found: Found, typed: str, words: Words, colours: Colours) -> Result:
    person = found.person
    state, dot = "", ""
    if person.status in _OF_STATUS:
        outcome = _OF_STATUS[person.status]
        state, dot = verdicts.remark(words, outcome), tone(outcome, colours).dot
    elif found.inside:
        state, dot = words.t("in the house"), colours.dot_welcome
    name = list_name(person)
    return Result(person.id, name, apart(person, words), lambda shown: marks(shown, typed), state, dot)


def list_name(person: Person) -> str:
    """Return the name as lists show it: family name first, then the name in its own script."""
    native = person.native_name if person.native_name != person.list_name else ""
    return " · ".join(part for part in (person.list_name, native) if part)


def apart(person: Person, words: Words) -> str:
    """Return what tells a person from a namesake: organisation, town, roles."""
    roles = ", ".join(role_name(words, role) for role in person.roles)
    return " · ".join(part for part in (person.organisation, person.town, roles) if part)


def members(group: Sequence[tuple[Person, bool]], words: Words) -> list[Member]:
    """Return the lines of a group."""
    return [
        Member(person.id, list_name(person), words.t("here already") if inside else person.organisation, inside)
        for person, inside in group
    ]


def likenesses(people: Sequence[Person], words: Words) -> list[Likeness]:
    """Return the buttons for people who may be the same."""
    return [
        Likeness(person.id, " · ".join(part for part in (person.name, apart(person, words)) if part))
        for person in people
    ]
