"""What the keys do on the page of the people."""

from eventdesk.words import mark
from ui.actions.action import Action, ActionId, PageId

ACTIONS = (
    Action(
        ActionId.SEARCH,
        mark("Search"),
        ("F2",),
        PageId.PEOPLE,
        footer=True,
        help=mark("Go to the search field; Enter goes on to the list"),
    ),
    Action(ActionId.ADD, mark("Add"), ("F3",), PageId.PEOPLE, footer=True, help=mark("Add a person to the list")),
    Action(
        ActionId.FILTER,
        mark("Filter"),
        ("F4",),
        PageId.PEOPLE,
        footer=True,
        help=mark("Choose who is shown: by role, state, organisation, arrived or not"),
    ),
    Action(
        ActionId.PRINT,
        mark("Print badge"),
        ("F5",),
        PageId.PEOPLE,
        footer=True,
        help=mark("Print the badge of the chosen person; one more is asked for with its reason"),
    ),
    Action(
        ActionId.PRINT_THESE,
        mark("Badges of these people"),
        ("Ctrl+P",),
        PageId.PEOPLE,
        help=mark("Prepare the badges of those who are marked, or of everybody the list shows"),
    ),
    Action(
        ActionId.COLUMNS,
        mark("Columns"),
        ("F6",),
        PageId.PEOPLE,
        spare=True,
        help=mark("Choose the columns of the list, and by which it is ordered"),
    ),
    Action(
        ActionId.SAVE,
        mark("Save"),
        ("Ctrl+S",),
        PageId.PEOPLE,
        footer=True,
        help=mark("Save what was typed about this person; Esc gives the old values back"),
    ),
    Action(
        ActionId.CHECK_IN_HERE,
        mark("Check in"),
        ("Ctrl+Return", "Ctrl+Enter"),
        PageId.PEOPLE,
        help=mark("Check the chosen person in at the point of this desk"),
    ),
    Action(
        ActionId.COMPARE,
        mark("Merge"),
        ("Ctrl+M",),
        PageId.PEOPLE,
        help=mark("Compare two people side by side and make one of them: mark both, or take a possible duplicate"),
    ),
    Action(
        ActionId.COPY,
        mark("Copy"),
        ("Ctrl+C",),
        PageId.PEOPLE,
        help=mark("Copy the marked rows for a spreadsheet"),
    ),
    Action(
        ActionId.EXPORT,
        mark("Export"),
        ("Ctrl+E",),
        PageId.PEOPLE,
        spare=True,
        help=mark("Write the people who are shown into a file"),
    ),
    Action(
        ActionId.UNDO,
        mark("Undo"),
        ("Ctrl+Z", "F8"),
        PageId.PEOPLE,
        spare=True,
        help=mark("Take back what this desk did last to people"),
    ),
)
