"""What the keys do on the page of what is owed after the day."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.REPORTS

ACTIONS = (
    Action(
        ActionId.PRINT,
        mark("Save …"),
        ("Ctrl+P", "F5"),
        _HERE,
        footer=True,
        help=mark("Save the paper of this view: results, figures, certificates, brochure"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back what this desk changed last on this page"),
    ),
    Action(
        ActionId.SEARCH,
        mark("Search"),
        ("F2",),
        _HERE,
        footer=True,
        help=mark("Look for a session or table, for somebody, or for a project"),
    ),
    Action(
        ActionId.FORWARDS,
        mark("Next one"),
        ("Ctrl+Down", "Ctrl+Return", "Ctrl+Enter"),
        _HERE,
        footer=True,
        help=mark("Go on: to the next session or table, the next certificate, the next page"),
    ),
    Action(
        ActionId.BACKWARDS,
        mark("One before"),
        ("Ctrl+Up",),
        _HERE,
        spare=True,
        help=mark("Go back: to the session or table, certificate or page before"),
    ),
    Action(
        ActionId.SUGGEST,
        mark("Count anew"),
        ("F6",),
        _HERE,
        spare=True,
        help=mark("In the figures: count anew if something has changed"),
    ),
    Action(
        ActionId.NEXT_TAB,
        mark("Next view"),
        ("Ctrl+T",),
        _HERE,
        footer=True,
        help=mark("Go on from the results to figures, certificates, brochure, the end"),
    ),
    Action(
        ActionId.PREVIOUS_TAB,
        mark("View before"),
        ("Ctrl+Shift+T",),
        _HERE,
        help=mark("Go back to the view before"),
    ),
)
