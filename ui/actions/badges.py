"""What the keys do on the page of the badges."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.SEARCH,
        mark("Search"),
        ("F2",),
        PageId.BADGES,
        footer=True,
        help=mark("Find people whose badges are wanted; in the print log, whose were printed"),
    ),
    Action(
        ActionId.NEXT_REMARK,
        mark("Next who needs a look"),
        ("F4",),
        PageId.BADGES,
        footer=True,
        help=mark("Go to the next badge that somebody should look at before it is printed"),
        brief=mark("Next look"),
    ),
    Action(
        ActionId.PRINT,
        mark("Print"),
        ("F5",),
        PageId.BADGES,
        footer=True,
        help=mark("Print the badges that are chosen; in the print log, the chosen one once more"),
    ),
    Action(
        ActionId.PRINT_LOG,
        mark("Print log"),
        ("F6",),
        PageId.BADGES,
        footer=True,
        help=mark("Show what was printed, when, where and why; and back"),
    ),
    Action(
        ActionId.EXPORT,
        mark("Save as PDF"),
        ("Ctrl+E",),
        PageId.BADGES,
        footer=True,
        help=mark("Write the badges that are chosen to a PDF"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.BADGES,
        spare=True,
        help=mark("Undo what was changed last on this page"),
    ),
)
