"""What the keys do on the page where templates are made."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.TEMPLATES

ACTIONS = (
    Action(
        ActionId.ADD,
        mark("Add to the badge"),
        ("F3",),
        _HERE,
        footer=True,
        help=mark("Go to what can be put on the badge"),
    ),
    Action(
        ActionId.OTHER_SIDE,
        mark("Turn over"),
        ("F4",),
        _HERE,
        footer=True,
        help=mark("Look at the other side of the badge"),
    ),
    Action(
        ActionId.OTHER_EXAMPLE,
        mark("Somebody else"),
        ("F6",),
        _HERE,
        footer=True,
        help=mark("Try the badge on the longest name, another script, somebody like most"),
    ),
    Action(
        ActionId.SAVE,
        mark("Save"),
        ("Ctrl+S",),
        _HERE,
        footer=True,
        help=mark("Save the template in the event; the journal can undo that"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back the last change of this template, step by step"),
    ),
    Action(
        ActionId.REDO,
        mark("Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        _HERE,
        spare=True,
        help=mark("Do again what was undone"),
    ),
    Action(
        ActionId.DUPLICATE,
        mark("Duplicate"),
        ("Ctrl+D",),
        _HERE,
        spare=True,
        help=mark("Put a copy of the chosen box beside it"),
    ),
    Action(
        ActionId.FORWARDS,
        mark("Forwards"),
        ("Ctrl+Up",),
        _HERE,
        help=mark("Draw the chosen box in front of the next one"),
    ),
    Action(
        ActionId.BACKWARDS,
        mark("Backwards"),
        ("Ctrl+Down",),
        _HERE,
        help=mark("Draw the chosen box behind the next one"),
    ),
    Action(
        ActionId.LARGER,
        mark("Larger"),
        ("Ctrl++", "Ctrl+="),
        _HERE,
        help=mark("Show the badge larger; in the picture + alone does it, too, and Ctrl with the wheel"),
    ),
    Action(
        ActionId.SMALLER,
        mark("Smaller"),
        ("Ctrl+-",),
        _HERE,
        help=mark("Show the badge smaller; in the picture - alone does it, too"),
    ),
    Action(
        ActionId.FIT,
        mark("Fit"),
        ("Ctrl+0",),
        _HERE,
        help=mark("Show all of the badge; once more: as large as it is on paper (100 %)"),
    ),
    Action(ActionId.OPEN, mark("Open a file"), ("Ctrl+O",), _HERE, help=mark("Open a template from a file")),
    Action(ActionId.EXPORT, mark("Save as a file"), ("Ctrl+E",), _HERE, help=mark("Write the template to a file")),
)
