"""What the keys do on the page of the fair."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

_HERE = PageId.FAIR

ACTIONS = (
    Action(
        ActionId.PRINT,
        mark("Print plan"),
        ("Ctrl+P", "F5"),
        _HERE,
        footer=True,
        help=mark("Make papers: floor plan, booth signs, directory, set-up lists"),
        brief=mark("Print"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        _HERE,
        footer=True,
        help=mark("Take back what this desk did last to the fair"),
    ),
    Action(
        ActionId.SEARCH,
        mark("List"),
        ("F2",),
        _HERE,
        footer=True,
        help=mark("Show exhibitors and booths as a list, and search in it; letters find, Enter goes to the card"),
    ),
    Action(
        ActionId.PIN,
        mark("Pin"),
        ("F4",),
        _HERE,
        footer=True,
        own=("Space",),
        help=mark("Settle where the chosen exhibitor stands, or no more"),
    ),
    Action(
        ActionId.SUGGEST,
        mark("Suggest a plan"),
        ("F6",),
        _HERE,
        footer=True,
        help=mark("Have a plan thought out, look at it beside today's, and take it or leave it"),
        brief=mark("Suggest"),
    ),
    Action(
        ActionId.WHAT_IF,
        mark("What if"),
        ("F7",),
        _HERE,
        spare=True,
        help=mark("Try what becomes of the plan if a booth falls away, or somebody comes or does not come"),
    ),
    Action(
        ActionId.DRAW_BOOTHS,
        mark("Draw booths"),
        ("F3",),
        _HERE,
        spare=True,
        help=mark("Draw rows of booths and parts of the hall; move, turn, copy and renumber booths; and back"),
    ),
    Action(
        ActionId.NEXT_HALL,
        mark("Next hall"),
        ("Ctrl+H",),
        _HERE,
        spare=True,
        help=mark("Show the next hall"),
    ),
    Action(
        ActionId.DUPLICATE,
        mark("Duplicate"),
        ("Ctrl+D",),
        _HERE,
        help=mark("While booths are drawn: put copies of the chosen booths beside them"),
    ),
    Action(
        ActionId.LARGER,
        mark("Larger"),
        ("Ctrl++", "Ctrl+="),
        _HERE,
        own=("+",),
        help=mark("Show the plan larger, as does the wheel"),
    ),
    Action(
        ActionId.SMALLER,
        mark("Smaller"),
        ("Ctrl+-",),
        _HERE,
        own=("-",),
        help=mark("Show the plan smaller"),
    ),
    Action(
        ActionId.FIT,
        mark("Fit"),
        ("Ctrl+0",),
        _HERE,
        own=("0",),
        help=mark("Show the whole hall. Arrows choose a booth, with Shift they move the plan"),
    ),
)
