"""What keys do on every page, or on several alike."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_PAGES_OF_AN_EVENT = (
    PageId.CHECK_IN,
    PageId.PEOPLE,
    PageId.BADGES,
    PageId.FAIR,
    PageId.PANELS,
    PageId.CAFE,
    PageId.PRIZE,
    PageId.REPORTS,
    PageId.IMPORT,
    PageId.JOURNAL,
    PageId.EVENT,
    PageId.PRINTER,
    PageId.TEMPLATES,
)
FIRST = (Action(ActionId.HELP, mark("Help"), ("F1",), None, footer=True, help=mark("Show this list of keys")),)
LAST = (
    *(
        Action(
            ActionId.PRINTER,
            mark("Printer"),
            ("F9",),
            page,
            spare=True,
            help=mark("Choose where badges go, see what still waits"),
        )
        for page in (
            PageId.CHECK_IN,
            PageId.PEOPLE,
            PageId.BADGES,
            PageId.FAIR,
            PageId.PANELS,
            PageId.CAFE,
            PageId.PRIZE,
            PageId.REPORTS,
            PageId.EVENT,
            PageId.PRINTER,
        )
    ),
    Action(ActionId.CHECK_IN_PAGE, mark("Check-in"), ("Ctrl+1",), None, help=mark("Go to the check-in page")),
    Action(ActionId.PEOPLE_PAGE, mark("People"), ("Ctrl+2",), None, help=mark("Go to the list of all people")),
    Action(ActionId.BADGES_PAGE, mark("Badges"), ("Ctrl+3",), None, help=mark("Go to the badges, and print them")),
    Action(ActionId.FAIR_PAGE, mark("Fair"), ("Ctrl+4",), None, help=mark("Go to the floor plan of the fair")),
    Action(ActionId.PANELS_PAGE, mark("Panels"), ("Ctrl+5",), None, help=mark("Go to the programme, places and doors")),
    Action(
        ActionId.CAFE_PAGE,
        mark("World Café"),
        ("Ctrl+6",),
        None,
        help=mark("Go to the tables and rounds"),
    ),
    Action(
        ActionId.PRIZE_PAGE,
        mark("Audience prize"),
        ("Ctrl+7",),
        None,
        help=mark("Go to the poll and its ballots"),
    ),
    Action(
        ActionId.REPORTS_PAGE,
        mark("Afterwards"),
        ("Ctrl+B",),
        None,
        help=mark("Go to results, figures and certificates"),
    ),
    Action(ActionId.JOURNAL_PAGE, mark("Journal"), ("Ctrl+8",), None, help=mark("Go to what happened, and undo it")),
    Action(ActionId.EVENT_PAGE, mark("Event"), ("Ctrl+9",), None, help=mark("Go to the page of the event")),
    Action(ActionId.IMPORT_LIST, mark("Import"), ("Ctrl+I",), None, help=mark("Import a list of people")),
    *(
        Action(
            ActionId.GUEST_SCREEN,
            mark("Guest screen"),
            ("Shift+F11",),
            page,
            help=mark("Open or close the window that welcomes guests"),
        )
        for page in _PAGES_OF_AN_EVENT
    ),
    *(
        Action(
            ActionId.START_PAGE,
            mark("Start page"),
            ("Ctrl+W",),
            page,
            help=mark("Close the event, go to the start page"),
        )
        for page in _PAGES_OF_AN_EVENT
    ),
    *(
        Action(wanted, text, (key,), page, help=told)
        for wanted, text, key, told in (
            (
                ActionId.LOCK,
                mark("Lock or unlock"),
                "Ctrl+L",
                mark("Unlock what is for organisers with their PIN, or lock it again"),
            ),
            (
                ActionId.LOCK_DESK,
                mark("Lock this desk"),
                "Ctrl+Shift+L",
                mark("Show no names until somebody types a PIN"),
            ),
        )
        for page in _PAGES_OF_AN_EVENT
    ),
    Action(ActionId.FULL_SCREEN, mark("Full screen"), ("F11",), None, footer=True, help=mark("Full screen on or off")),
)
"""These stand behind those of the page."""
