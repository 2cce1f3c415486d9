"""What an action is: its text, its keys, where it works."""

from dataclasses import dataclass
from enum import StrEnum


class PageId(StrEnum):
    """The pages of the window."""

    START = "start"
    CHECK_IN = "check_in"
    PEOPLE = "people"
    BADGES = "badges"
    IMPORT = "import"
    JOURNAL = "journal"
    EVENT = "event"
    TEMPLATES = "templates"
    PRINTER = "printer"
    FAIR = "fair"
    PANELS = "panels"
    CAFE = "cafe"
    PRIZE = "prize"
    REPORTS = "reports"
    LOCK = "lock"


class ActionId(StrEnum):
    """What a person can ask for by a key or a button."""

    HELP = "help"
    SCAN_FIELD = "scan_field"
    WALK_IN = "walk_in"
    POINT = "point"
    POINT_BACK = "point_back"
    PRINT = "print"
    CORRECT = "correct"
    GROUP = "group"
    DIRECTION = "direction"
    COUNT = "count"
    COUNT_IN = "count_in"
    COUNT_OUT = "count_out"
    UNDO = "undo"
    FORCE = "force"
    FULL_SCREEN = "full_screen"
    GUEST_SCREEN = "guest_screen"
    PRINTER = "printer"
    BACK_UP = "back_up"
    NEXT_CARD = "next_card"
    PREVIOUS_CARD = "previous_card"
    NEW = "new"
    OPEN = "open"
    CHECK_IN_PAGE = "check_in_page"
    PEOPLE_PAGE = "people_page"
    BADGES_PAGE = "badges_page"
    JOURNAL_PAGE = "journal_page"
    EVENT_PAGE = "event_page"
    REDO = "redo"
    SEARCH = "search"
    ADD = "add"
    FILTER = "filter"
    COLUMNS = "columns"
    SAVE = "save"
    CHECK_IN_HERE = "check_in_here"
    COMPARE = "compare"
    EXPORT = "export"
    COPY = "copy"
    IMPORT_LIST = "import_list"
    CHOOSE_LIST = "choose_list"
    IMPORT_NEXT = "import_next"
    IMPORT_BACK = "import_back"
    START_PAGE = "start_page"
    TEST_FRAME = "test_frame"
    PRINT_AGAIN = "print_again"
    PRINT_ELSEWHERE = "print_elsewhere"
    PRINT_LATER = "print_later"
    PRINT_LOG = "print_log"
    PRINT_THESE = "print_these"
    NEXT_REMARK = "next_remark"
    DUPLICATE = "duplicate"
    FORWARDS = "forwards"
    BACKWARDS = "backwards"
    OTHER_SIDE = "other_side"
    OTHER_EXAMPLE = "other_example"
    LARGER = "larger"
    SMALLER = "smaller"
    FIT = "fit"
    FAIR_PAGE = "fair_page"
    PIN = "pin"
    SUGGEST = "suggest"
    WHAT_IF = "what_if"
    DRAW_BOOTHS = "draw_booths"
    NEXT_HALL = "next_hall"
    PANELS_PAGE = "panels_page"
    FIX = "fix"
    GIVE_OUT = "give_out"
    NEXT_TAB = "next_tab"
    PREVIOUS_TAB = "previous_tab"
    CAFE_PAGE = "cafe_page"
    CLOCK = "clock"
    BIG_CLOCK = "big_clock"
    HAND_OVER = "hand_over"
    PRIZE_PAGE = "prize_page"
    LOST_BALLOT = "lost_ballot"
    VOID_BALLOT = "void_ballot"
    TURN_POLL = "turn_poll"
    RECOUNT = "recount"
    VOTING_SCREEN = "voting_screen"
    BALLOT = "ballot"
    REPORTS_PAGE = "reports_page"
    LOCK = "lock"
    LOCK_DESK = "lock_desk"


@dataclass(frozen=True)
class Action:
    """One line of the table: its text, its keys as Qt writes them (the first is shown), where it works.

    `own` are keys that the page listens to itself, where nothing else has a use for them; they are shown first.
    `page` None means everywhere. The footer shows those with `footer`, and where there is room those with `spare`;
    in a narrow window by their `brief` text, if they have one.
    """

    id: ActionId
    text: str
    keys: tuple[str, ...]
    page: PageId | None
    footer: bool = False
    spare: bool = False
    help: str = ""
    brief: str = ""
    own: tuple[str, ...] = ()

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """All keys, the first of which is shown where there is room for one."""
        return (*self.own, *self.keys)
