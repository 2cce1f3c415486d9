"""What the keys do on the check-in page, those first that a queue needs most: the footer leaves out the last."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.SCAN_FIELD,
        mark("Scan or search"),
        ("F2",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Back to the field for badges and names; it is emptied"),
        brief=mark("Search"),
    ),
    Action(
        ActionId.WALK_IN,
        mark("Walk-in"),
        ("F3",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Add a person who is not registered; a name is enough"),
        brief=mark("Add"),
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
        ActionId.POINT,
        mark("Next point"),
        ("F4",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Scan at the next entrance, room or counter"),
        brief=mark("Point"),
    ),
    Action(
        ActionId.POINT_BACK,
        mark("Point before"),
        ("Shift+F4",),
        PageId.CHECK_IN,
        help=mark("Scan at the point before this one again"),
    ),
    Action(
        ActionId.GROUP,
        mark("Whole group"),
        ("F6",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Take in the group of the person on the screen; leave out who is missing"),
        brief=mark("Group"),
    ),
    Action(
        ActionId.PRINT,
        mark("Print badge"),
        ("F5",),
        PageId.CHECK_IN,
        footer=True,
        help=mark("Print the badge of the person on the screen, or print it again"),
        brief=mark("Print"),
    ),
    Action(
        ActionId.DIRECTION,
        mark("Entry or exit"),
        ("F7",),
        PageId.CHECK_IN,
        spare=True,
        help=mark("Change between people coming in and people going out"),
        brief=mark("Exit"),
    ),
    Action(
        ActionId.FORCE,
        mark("Admit anyway"),
        ("Ctrl+Return", "Ctrl+Enter"),
        PageId.CHECK_IN,
        help=mark("Let the person in against the rules; it is recorded as your decision"),
    ),
)
