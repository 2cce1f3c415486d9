"""One table of everything a key does. Buttons, tooltips, the footer and the help page read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.words import Words, mark


class PageId(StrEnum):
    """The pages of the window."""

    START = "start"
    CHECK_IN = "check_in"
    PEOPLE = "people"
    IMPORT = "import"
    JOURNAL = "journal"
    EVENT = "event"


class ActionId(StrEnum):
    """What a person can ask for by a key or a button."""

    HELP = "help"
    SCAN_FIELD = "scan_field"
    WALK_IN = "walk_in"
    POINT = "point"
    PRINT = "print"
    GROUP = "group"
    DIRECTION = "direction"
    UNDO = "undo"
    FORCE = "force"
    FULL_SCREEN = "full_screen"
    NEW = "new"
    OPEN = "open"
    CHECK_IN_PAGE = "check_in_page"
    PEOPLE_PAGE = "people_page"
    JOURNAL_PAGE = "journal_page"
    EVENT_PAGE = "event_page"


@dataclass(frozen=True)
class Action:
    """One line of the table: its text, its keys as Qt writes them (the first is shown), where it works.

    `page` None means everywhere. The footer shows those with `footer`, and where there is room those with `spare`.
    """

    id: ActionId
    text: str
    keys: tuple[str, ...]
    page: PageId | None
    footer: bool = False
    spare: bool = False
    help: str = ""


ACTIONS = (
    Action(ActionId.HELP, mark("Help"), ("F1",), None, footer=True, help=mark("Show this list of keys")),
    Action(
        ActionId.SCAN_FIELD,
        mark("Scan or search"),
        ("F2",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Back to the field for badges and names; it is emptied"),
    ),
    Action(
        ActionId.WALK_IN,
        mark("Walk-in"),
        ("F3",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Add a person who is not registered; a name is enough"),
    ),
    Action(
        ActionId.POINT,
        mark("Next point"),
        ("F4",),
        PageId.CHECK_IN,
        spare=True,
        help=mark("Scan at the next entrance, room or counter"),
    ),
    Action(
        ActionId.PRINT,
        mark("Print badge"),
        ("F5",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Print the badge of the person on the screen, or print it again"),
    ),
    Action(
        ActionId.GROUP,
        mark("Whole group"),
        ("F6",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Take in the group of the person on the screen; leave out who is missing"),
    ),
    Action(
        ActionId.DIRECTION,
        mark("Entry or exit"),
        ("F7",),
        PageId.CHECK_IN,
        spare=True,
        help=mark("Change between people coming in and people going out"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Take back the last check-in; in the list: Del"),
    ),
    Action(
        ActionId.FORCE,
        mark("Admit anyway"),
        ("Ctrl+Return", "Ctrl+Enter"),
        PageId.CHECK_IN,
        help=mark("Let the person in against the rules; it is recorded as your decision"),
    ),
    Action(
        ActionId.NEW, mark("New event"), ("Ctrl+N",), PageId.START, footer=True, help=mark("Make an empty event file")
    ),
    Action(ActionId.OPEN, mark("Open"), ("Ctrl+O",), PageId.START, footer=True, help=mark("Open an event file")),
    Action(ActionId.CHECK_IN_PAGE, mark("Check-in"), ("Ctrl+1",), None, help=mark("Go to the check-in page")),
    Action(ActionId.PEOPLE_PAGE, mark("People"), ("Ctrl+2",), None, help=mark("Go to the list of all people")),
    Action(ActionId.JOURNAL_PAGE, mark("Journal"), ("Ctrl+8",), None, help=mark("Go to what happened, and undo it")),
    Action(ActionId.EVENT_PAGE, mark("Event"), ("Ctrl+9",), None, help=mark("Go to the page of the event")),
    Action(ActionId.FULL_SCREEN, mark("Full screen"), ("F11",), None, footer=True, help=mark("Full screen on or off")),
)


PAGE_OF = {
    ActionId.CHECK_IN_PAGE: PageId.CHECK_IN,
    ActionId.PEOPLE_PAGE: PageId.PEOPLE,
    ActionId.JOURNAL_PAGE: PageId.JOURNAL,
    ActionId.EVENT_PAGE: PageId.EVENT,
}
"""The actions that do nothing but go to a page."""


def action(wanted: ActionId) -> Action:
    """Return the line of one action; of one that works on several pages, the first."""
    return next(line for line in ACTIONS if line.id is wanted)


def action_of_key(key: str, page: PageId) -> ActionId | None:
    """Return what a key, as Qt writes it, asks for on a page; None if nothing."""
    return next((line.id for line in actions_of(page) if key in line.keys), None)


def all_keys() -> list[str]:
    """Return every key of the table once."""
    return list(dict.fromkeys(key for line in ACTIONS for key in line.keys))


def actions_of(page: PageId) -> Iterator[Action]:
    """Yield what works on a page, in the order of the table."""
    return (line for line in ACTIONS if line.page in (page, None))


def footer_of(page: PageId) -> list[Action]:
    """Return what the footer shows of a page, the most important first."""
    lines = list(actions_of(page))
    return [line for line in lines if line.footer] + [line for line in lines if line.spare]


def key_text(words: Words, key: str) -> str:
    """Return a key as it is printed on the keyboard: "Strg Z", "F5"."""
    names = {"Ctrl": words.t("Ctrl"), "Return": words.t("Enter"), "Enter": words.t("Enter")}
    return " ".join(names.get(part, part) for part in key.split("+"))


def key_of(words: Words, wanted: ActionId) -> str:
    """Return the key of an action as it is printed on the keyboard."""
    return key_text(words, action(wanted).keys[0])
