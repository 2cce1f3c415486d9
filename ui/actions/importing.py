"""What the keys do on the page of the import."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.CHOOSE_LIST,
        mark("Choose a list"),
        ("Ctrl+O",),
        PageId.IMPORT,
        footer=True,
        help=mark("Choose the file with the people; dropping it on the window does the same"),
    ),
    Action(
        ActionId.IMPORT_NEXT,
        mark("Next"),
        ("Ctrl+Return", "Ctrl+Enter"),
        PageId.IMPORT,
        footer=True,
        help=mark("Go on to the next step; in the third, import"),
        own=("Return",),
    ),
    Action(
        ActionId.IMPORT_BACK,
        mark("Back"),
        ("Alt+Left",),
        PageId.IMPORT,
        footer=True,
        help=mark("Go back a step; nothing is lost"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.IMPORT,
        footer=True,
        help=mark("Take back the import that was just done"),
    ),
)
