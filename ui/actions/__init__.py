"""One table of everything a key does. Buttons, tooltips, the footer and the help page read it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventdesk.words import Words
from ui.actions import (
    badges,
    cafe,
    check_in,
    event,
    everywhere,
    fair,
    importing,
    journal,
    panels,
    people,
    printer,
    prize,
    reports,
    start,
    templates,
)
from ui.actions.action import Action, ActionId, PageId

__all__ = [
    "ACTIONS",
    "PAGE_OF",
    "Action",
    "ActionId",
    "PageId",
    "action",
    "action_of_key",
    "actions_of",
    "all_keys",
    "footer_of",
    "key_of",
    "key_text",
]

ACTIONS = (
    *everywhere.FIRST,
    *check_in.ACTIONS,
    *people.ACTIONS,
    *badges.ACTIONS,
    *fair.ACTIONS,
    *panels.ACTIONS,
    *cafe.ACTIONS,
    *prize.ACTIONS,
    *reports.ACTIONS,
    *importing.ACTIONS,
    *journal.ACTIONS,
    *event.ACTIONS,
    *printer.ACTIONS,
    *templates.ACTIONS,
    *start.ACTIONS,
    *everywhere.LAST,
)

PAGE_OF = {
    ActionId.CHECK_IN_PAGE: PageId.CHECK_IN,
    ActionId.PEOPLE_PAGE: PageId.PEOPLE,
    ActionId.BADGES_PAGE: PageId.BADGES,
    ActionId.FAIR_PAGE: PageId.FAIR,
    ActionId.PANELS_PAGE: PageId.PANELS,
    ActionId.CAFE_PAGE: PageId.CAFE,
    ActionId.PRIZE_PAGE: PageId.PRIZE,
    ActionId.REPORTS_PAGE: PageId.REPORTS,
    ActionId.JOURNAL_PAGE: PageId.JOURNAL,
    ActionId.EVENT_PAGE: PageId.EVENT,
    ActionId.IMPORT_LIST: PageId.IMPORT,
    ActionId.START_PAGE: PageId.START,
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


def footer_of(page: PageId, present: Sequence[ActionId] | None = None) -> list[Action]:
    """Return what the footer shows of a page, the most important first.

    `present`: of the page's own only these, in this order, as the others lead nowhere in the view that is shown.
    """
    lines = list(actions_of(page))
    if present is not None:
        own = {line.id: replace(line, footer=True, spare=False) for line in reversed(lines) if line.page is page}
        others = [line for line in lines if line.page is None and line not in everywhere.FIRST]
        lines = [*everywhere.FIRST, *(own[each] for each in present), *others]
    return [line for line in lines if line.footer] + [line for line in lines if line.spare]


def key_text(words: Words, key: str) -> str:
    """Return a key as it is printed on the keyboard: "Strg Z", "F5"."""
    names = {"Ctrl": words.t("Ctrl"), "Shift": words.t("Shift"), "Return": words.t("Enter"), "Enter": words.t("Enter")}
    names |= {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Plus": "+"}
    names |= {"Space": words.t("Space bar")}
    return " ".join(names.get(part, part) for part in (f"{key[:-1]}Plus" if key.endswith("+") else key).split("+"))


def key_of(words: Words, wanted: ActionId, page: PageId | None = None) -> str:
    """Return the key of an action, as it is on one page if that is given, as it is printed on the keyboard."""
    line = action(wanted) if page is None else next(each for each in actions_of(page) if each.id is wanted)
    return key_text(words, line.shown_keys[0])
