"""What the keys do on the page of the audience prize."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.PRIZE

ACTIONS = (
    Action(
        ActionId.SEARCH,
        mark("Field"),
        ("F2",),
        _HERE,
        footer=True,
        help=mark("Back to the field for scans and names; it is emptied"),
    ),
    Action(
        ActionId.LOST_BALLOT,
        mark("Lost ballot"),
        ("F4",),
        _HERE,
        footer=True,
        help=mark("Replace the ballot of the person on the screen by its stub; the lost one is void"),
    ),
    Action(
        ActionId.VOID_BALLOT,
        mark("Make void"),
        ("F6",),
        _HERE,
        footer=True,
        help=mark("Let the ballot on the screen count no more: it was filled in so that it cannot count"),
    ),
    Action(
        ActionId.PRINT,
        mark("Print …"),
        ("Ctrl+P", "F5"),
        _HERE,
        footer=True,
        help=mark("Save ballots as PDF; of a closed poll the protocol"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back what this desk did last to the prize; votes stay in the urn"),
    ),
    Action(
        ActionId.TURN_POLL,
        mark("Open or close"),
        ("F7",),
        _HERE,
        footer=True,
        help=mark("Open the poll, or close and count it; asks first"),
    ),
    Action(
        ActionId.VOTING_SCREEN,
        mark("Voting screen"),
        ("F10",),
        _HERE,
        spare=True,
        help=mark("Give the whole screen to guests, who vote themselves; Ctrl Shift Q leaves it"),
    ),
    Action(
        ActionId.ADD,
        mark("New poll"),
        ("F3",),
        _HERE,
        spare=True,
        help=mark("Set up another poll"),
    ),
    Action(
        ActionId.RECOUNT,
        mark("Count again"),
        ("Ctrl+R",),
        _HERE,
        help=mark("Count the votes of a closed poll once more from the file"),
    ),
    Action(
        ActionId.NEXT_TAB,
        mark("Next view"),
        ("Ctrl+T",),
        _HERE,
        spare=True,
        help=mark("Go on from preparing to handing out, to casting, to the result, and back"),
    ),
    Action(
        ActionId.PREVIOUS_TAB,
        mark("View before"),
        ("Ctrl+Shift+T",),
        _HERE,
        help=mark("Go back to the view before"),
    ),
)
