"""What the keys do on the page of the journal."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.SEARCH,
        mark("Search"),
        ("F2",),
        PageId.JOURNAL,
        footer=True,
        help=mark("Find a name, a code or a file in the journal"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.JOURNAL,
        footer=True,
        help=mark("Undo the chosen entry, with all that belongs to it"),
    ),
    Action(
        ActionId.REDO,
        mark("Do it again"),
        ("Ctrl+Y",),
        PageId.JOURNAL,
        footer=True,
        help=mark("Do again what was undone"),
    ),
    Action(
        ActionId.COPY,
        mark("Copy"),
        ("Ctrl+C",),
        PageId.JOURNAL,
        help=mark("Copy the chosen lines as text"),
    ),
    Action(
        ActionId.EXPORT,
        mark("Export"),
        ("Ctrl+E",),
        PageId.JOURNAL,
        footer=True,
        help=mark("Write the entries that are shown to a file"),
    ),
)
