"""What the keys do on the page of the World Café."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.CAFE

ACTIONS = (
    Action(
        ActionId.CLOCK,
        mark("Clock"),
        ("F7",),
        _HERE,
        footer=True,
        help=mark("Start the next round; let it stand still, go on; end it when its time is up"),
    ),
    Action(
        ActionId.HAND_OVER,
        mark("Seat who waits"),
        ("F4",),
        _HERE,
        footer=True,
        help=mark("Give the cards of people who did not come to those who came late; nobody else's card changes"),
        brief=mark("Seat"),
    ),
    Action(
        ActionId.PRINT,
        mark("Papers …"),
        ("Ctrl+P", "F5"),
        _HERE,
        footer=True,
        help=mark("Make papers: cards, table signs, lists for hosts, sheets for results, the summary"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back what this desk did last to the World Café"),
    ),
    Action(
        ActionId.SEARCH,
        mark("Search"),
        ("F2",),
        _HERE,
        footer=True,
        help=mark(
            "Look for somebody; Enter goes to their card. At the tables arrows choose a table, Space its people; "
            "M moves somebody, Del notes that they do not come"
        ),
    ),
    Action(
        ActionId.SUGGEST,
        mark("Suggest tables"),
        ("F6",),
        _HERE,
        footer=True,
        help=mark("Have it thought out who sits where, look at it before anything changes, and take it or leave it"),
        brief=mark("Suggest"),
    ),
    Action(
        ActionId.BIG_CLOCK,
        mark("Large clock"),
        ("F10",),
        _HERE,
        spare=True,
        help=mark("Open or close the window for the projector: time left, question, what comes next"),
    ),
    Action(
        ActionId.ADD,
        mark("Add a table"),
        ("F3",),
        _HERE,
        spare=True,
        help=mark("Add a table"),
    ),
    Action(
        ActionId.NEXT_TAB,
        mark("Next view"),
        ("Ctrl+T",),
        _HERE,
        spare=True,
        help=mark("Go on from the tables to the results, and back"),
    ),
    Action(
        ActionId.FORWARDS,
        mark("Next one"),
        ("Ctrl+Down", "Ctrl+Return", "Ctrl+Enter"),
        _HERE,
        help=mark("Look at the next round; at the results: go on to the next table"),
    ),
    Action(
        ActionId.BACKWARDS,
        mark("One before"),
        ("Ctrl+Up",),
        _HERE,
        help=mark("Look at the round before; at the results: go back to the table before"),
    ),
)
