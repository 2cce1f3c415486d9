"""What the keys do on the page of the programme, of places and doors."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.PANELS

ACTIONS = (
    Action(
        ActionId.PRINT,
        mark("Papers …"),
        ("Ctrl+P", "F5"),
        _HERE,
        footer=True,
        help=mark("Make papers: programme, door signs, lists for rooms, a page for each person, calendar"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back what this desk did last to the programme, to places or doors"),
    ),
    Action(
        ActionId.SEARCH,
        mark("List"),
        ("F2",),
        _HERE,
        footer=True,
        help=mark("Show all sessions, or all people, as a list and search in it; Enter goes to the card"),
    ),
    Action(
        ActionId.FIX,
        mark("Fix"),
        ("F4",),
        _HERE,
        footer=True,
        own=("Space",),
        help=mark(
            "Settle when and where the session is, or no more. M, or Ctrl with arrows, moves it; Enter puts it down"
        ),
    ),
    Action(
        ActionId.SUGGEST,
        mark("Suggest rooms"),
        ("F6",),
        _HERE,
        footer=True,
        help=mark("Have a timetable thought out, look at it before anything changes, and take it or leave it"),
        brief=mark("Suggest"),
    ),
    Action(
        ActionId.GIVE_OUT,
        mark("Give out places"),
        ("F10",),
        _HERE,
        spare=True,
        help=mark("Give everybody places by their wishes, look at them, and take them or leave them"),
    ),
    Action(
        ActionId.WHAT_IF,
        mark("What if"),
        ("F7",),
        _HERE,
        spare=True,
        help=mark("Try what becomes of the programme if a room drops out or somebody comes late"),
    ),
    Action(
        ActionId.ADD,
        mark("Add"),
        ("F3",),
        _HERE,
        spare=True,
        help=mark("Add a session, a room or a slot"),
    ),
    Action(
        ActionId.NEXT_TAB,
        mark("Next view"),
        ("Ctrl+T",),
        _HERE,
        spare=True,
        help=mark("Go on from the programme to the places, from there to the doors, and back to the programme"),
    ),
    Action(
        ActionId.PREVIOUS_TAB,
        mark("View before"),
        ("Ctrl+Shift+T",),
        _HERE,
        help=mark("Go back from the doors to the places, from there to the programme"),
    ),
    Action(
        ActionId.COUNT_IN,
        mark("Came in"),
        ("Ctrl++", "Ctrl+="),
        _HERE,
        help=mark("At the doors: one more is in the chosen room"),
    ),
    Action(
        ActionId.COUNT_OUT,
        mark("Went out"),
        ("Ctrl+-",),
        _HERE,
        help=mark("At the doors: one less is in the chosen room"),
    ),
)
