"""What the keys do on the start page."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.NEW, mark("New event"), ("Ctrl+N",), PageId.START, footer=True, help=mark("Make an empty event file")
    ),
    Action(ActionId.OPEN, mark("Open"), ("Ctrl+O",), PageId.START, footer=True, help=mark("Open an event file")),
)
