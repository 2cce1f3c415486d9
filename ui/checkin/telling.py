"""From what the flow found to the lines of the lists."""

from collections.abc import Mapping, Sequence
from typing import assert_never
from zoneinfo import ZoneInfo

from eventdesk.checkin import saying
from eventdesk.checkin.scan import RecentScan
from eventdesk.people.code import Repair
from eventdesk.people.person import Person
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words
from ui.checkin.findings import Alike
from ui.checkin.found import apart, list_name
from ui.checkin.group_panel import Member
from ui.checkin.recent_lines import Line
from ui.checkin.tone import tone
from ui.checkin.walk_in_panel import Likeness
from ui.colours import Colours


def lines(
    scans: Sequence[RecentScan], roles: Mapping[int, Sequence[str]], words: Words, colours: Colours, zone: ZoneInfo
) -> list[Line]:
    """Return the lines of the last scans; `roles` are the names of those of people without an organisation."""
    return [_line(scan, roles.get(scan.person or 0, ()), words, colours, zone) for scan in scans]


def _line(scan: RecentScan, roles: Sequence[str], words: Words, colours: Colours, zone: ZoneInfo) -> Line:
    who = scan.organisation or ", ".join(roles)
    names = (scan.list_name or scan.code, scan.native_name if scan.native_name != scan.list_name else "")
    remarks = (saying.remark(scan, words), who)
    return Line(
        scan=scan.id,
        eid=scan.eid if scan.undoable else "",
        time=scan.at.astimezone(zone).strftime("%H:%M"),
        dot=tone(scan.outcome, colours).dot,
        name=" · ".join(name for name in names if name),
        remark=" · ".join(remark for remark in remarks if remark),
    )


def members(group: Sequence[tuple[Person, bool]], words: Words) -> list[Member]:
    """Return the lines of a group."""
    return [
        Member(person.id, list_name(person), words.t("here already") if inside else person.organisation, inside)
        for person, inside in group
    ]


def likenesses(alike: Sequence[Alike], words: Words, book: RoleBook) -> list[Likeness]:
    """Return the buttons for people who may be the same."""
    return [
        Likeness(
            each.person.id,
            " · ".join(part for part in (each.person.name, apart(each.person, words, book)) if part),
            same=each.same,
        )
        for each in alike
    ]


def repaired(words: Words, repair: Repair) -> str:
    """Return the sentence that tells once how scans had to be repaired, and what to change."""
    match repair:
        case Repair.OTHER_DIGITS:
            said = words.t(
                "The badge was read rightly, although this computer types digits of another script. "
                "Better for all scans: switch its keyboard to German or English."
            )
        case Repair.AZERTY:
            said = words.t(
                "The badge was read rightly, although this computer has a French keyboard, where digits need Shift. "
                "Better for all scans: set the scanner to “French keyboard”, or this computer to German."
            )
        case Repair.GERMAN_KEYS:
            said = words.t(
                "The badge was read rightly, although the scanner types as on an American keyboard: Y is Z here. "
                "Better for all scans: set the scanner to “German keyboard”; its manual says how."
            )
        case Repair.CAPS_LOCK:
            said = words.t(
                "The badge was read rightly, although capital letters are locked. Please press the Caps Lock key once."
            )
        case _:
            assert_never(repair)
    return said
