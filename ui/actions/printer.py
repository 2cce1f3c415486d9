"""What the keys do on the page of the printer."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.SEARCH,
        mark("Try the scanner"),
        ("F2",),
        PageId.PRINTER,
        footer=True,
        help=mark("Scan the test code; what is wrong with scanner or keyboard is said"),
    ),
    Action(
        ActionId.TEST_FRAME,
        mark("Print test frame"),
        ("F3",),
        PageId.PRINTER,
        footer=True,
        help=mark("Print a frame of 100 × 50 mm to measure with a ruler"),
    ),
    Action(
        ActionId.PRINT_ELSEWHERE,
        mark("Other printer"),
        ("F4",),
        PageId.PRINTER,
        footer=True,
        help=mark("Print on the other printer what is marked, or all that does not come out"),
    ),
    Action(
        ActionId.PRINT_AGAIN,
        mark("Print again"),
        ("F5",),
        PageId.PRINTER,
        footer=True,
        help=mark("Print again what is marked, or all that did not come out"),
    ),
    Action(
        ActionId.PRINT_LATER,
        mark("For later"),
        ("F6",),
        PageId.PRINTER,
        footer=True,
        help=mark("Put into the folder for later what is marked, or all that does not come out"),
    ),
)
