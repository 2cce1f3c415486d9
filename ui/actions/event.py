"""What the keys do on the page of the event."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.BACK_UP,
        mark("Back up now"),
        ("Ctrl+S",),
        PageId.EVENT,
        footer=True,
        help=mark("Write a checked copy of this event into the folder for backups"),
    ),
    Action(
        ActionId.NEXT_CARD,
        mark("Next card"),
        ("Ctrl+Down",),
        PageId.EVENT,
        footer=True,
        help=mark("Go to the next card of this page"),
    ),
    Action(
        ActionId.PREVIOUS_CARD,
        mark("Card before"),
        ("Ctrl+Up",),
        PageId.EVENT,
        spare=True,
        help=mark("Go to the card before this one"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.EVENT,
        footer=True,
        help=mark("Take back the last change of the event at this desk"),
    ),
)
