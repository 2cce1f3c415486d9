"""Stable codes that the core answers with. Sentences for people are made from them in `words`."""

from enum import StrEnum


class Op(StrEnum):
    """What a person did; one journal entry carries one of these."""

    CREATE = "create"
    SETTINGS = "settings"
    PIN = "pin"
    IMPORT = "import"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    MERGE_PEOPLE = "merge_people"
    WALK_IN = "walk_in"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    REFUSED_SCAN = "refused_scan"
    PRINT = "print"
    HAND_OUT = "hand_out"
    TAKE_BACK = "take_back"
    REPLACE_BADGE = "replace_badge"
    UNDO = "undo"
    FAIR_PLACE = "fair_place"
    FAIR_FREE = "fair_free"
    FAIR_SWAP = "fair_swap"
    FAIR_PIN = "fair_pin"
    FAIR_UNPIN = "fair_unpin"
    FAIR_BLOCK = "fair_block"
    FAIR_UNBLOCK = "fair_unblock"
    FAIR_POWER = "fair_power"
    FAIR_STATUS = "fair_status"
    FAIR_SETUP = "fair_setup"
    FAIR_WEIGHTS = "fair_weights"
    ADD_EXHIBITOR = "add_exhibitor"
    EDIT_EXHIBITOR = "edit_exhibitor"
    REMOVE_EXHIBITOR = "remove_exhibitor"
    ADD_HALL = "add_hall"
    EDIT_HALL = "edit_hall"
    REMOVE_HALL = "remove_hall"
    ADD_BOOTHS = "add_booths"
    MOVE_BOOTHS = "move_booths"
    TURN_BOOTHS = "turn_booths"
    NUMBER_BOOTHS = "number_booths"
    EDIT_BOOTHS = "edit_booths"
    REMOVE_BOOTHS = "remove_booths"
    HALL_PART = "hall_part"
    FLOOR_PICTURE = "floor_picture"
    APPLY_PLAN = "apply_plan"
    KEEP_PLAN = "keep_plan"
    RESTORE_PLAN = "restore_plan"
    PANELS_ADD_ROOM = "panels_add_room"
    PANELS_EDIT_ROOM = "panels_edit_room"
    PANELS_REMOVE_ROOM = "panels_remove_room"
    PANELS_ADD_SLOT = "panels_add_slot"
    PANELS_EDIT_SLOT = "panels_edit_slot"
    PANELS_REMOVE_SLOT = "panels_remove_slot"
    PANELS_ADD_SESSION = "panels_add_session"
    PANELS_EDIT_SESSION = "panels_edit_session"
    PANELS_REMOVE_SESSION = "panels_remove_session"
    PANELS_PUT = "panels_put"
    PANELS_SWAP = "panels_swap"
    PANELS_FIX = "panels_fix"
    PANELS_UNFIX = "panels_unfix"
    PANELS_WISHES = "panels_wishes"
    PANELS_APPLY = "panels_apply"
    PANELS_KEEP = "panels_keep"
    PANELS_RESTORE = "panels_restore"
    PANELS_DRAW = "panels_draw"
    PANELS_GIVE_PLACE = "panels_give_place"
    PANELS_TAKE_PLACE = "panels_take_place"
    PANELS_WAIT = "panels_wait"
    PANELS_MOVE_UP = "panels_move_up"
    PANELS_CONFIRM = "panels_confirm"
    PANELS_DOOR = "panels_door"
    PANELS_COUNT = "panels_count"
    CAFE_ADD_TABLE = "cafe_add_table"
    CAFE_EDIT_TABLE = "cafe_edit_table"
    CAFE_REMOVE_TABLE = "cafe_remove_table"
    CAFE_ROUNDS = "cafe_rounds"
    CAFE_APPLY = "cafe_apply"
    CAFE_MOVE = "cafe_move"
    CAFE_HAND_OVER = "cafe_hand_over"
    CAFE_LEAVE = "cafe_leave"
    CAFE_JOIN = "cafe_join"
    CAFE_CLOSE_TABLE = "cafe_close_table"
    CAFE_PAIR = "cafe_pair"
    CAFE_CLOCK = "cafe_clock"
    CAFE_KEEP = "cafe_keep"
    FINDINGS = "findings"
    PRIZE_ADD_POLL = "prize_add_poll"
    PRIZE_EDIT_POLL = "prize_edit_poll"
    PRIZE_REMOVE_POLL = "prize_remove_poll"
    PRIZE_BALLOTS = "prize_ballots"
    PRIZE_OPEN = "prize_open"
    PRIZE_ISSUE = "prize_issue"
    PRIZE_VOID = "prize_void"
    PRIZE_REPLACE = "prize_replace"
    PRIZE_CAST = "prize_cast"
    PRIZE_CLOSE = "prize_close"
    BROCHURE = "brochure"
    CONSENTS = "consents"
    ERASE_PERSON = "erase_person"
    LOOK_UP = "look_up"
    EXPORT = "export"

    @property
    def undoable(self) -> bool:
        """Whether a plain "undo" may pick an entry of this kind: facts such as a print are skipped."""
        return self not in _FACTS


_FACTS = frozenset(
    {
        *(Op.CREATE, Op.PIN, Op.REFUSED_SCAN, Op.PRINT, Op.ERASE_PERSON, Op.LOOK_UP, Op.EXPORT),
        *(Op.PRIZE_OPEN, Op.PRIZE_VOID, Op.PRIZE_REPLACE, Op.PRIZE_CAST, Op.PRIZE_CLOSE),
    }
)


NOTES = frozenset({Op.LOOK_UP, Op.EXPORT})
"""What the program notes by itself: who looked at people, and which files were written. Nothing is changed by it."""


class Outcome(StrEnum):
    """The verdict on one scan, as FORMATS names it."""

    ACCEPTED = "accepted"
    ALREADY_IN = "already_in"
    LEFT = "left"
    NOT_INSIDE = "not_inside"
    UNKNOWN_CODE = "unknown_code"
    CANCELLED = "cancelled"
    PENDING = "pending"
    WAITING = "waiting"
    WRONG_POINT = "wrong_point"
    WRONG_DAY = "wrong_day"
    FULL = "full"
    REPLACED_BADGE = "replaced_badge"


class Holding(StrEnum):
    """What a file holds that was written for people, as the journal has it."""

    PEOPLE = "people"
    SCANS = "scans"
    PRINTS = "prints"
    BOOTHS = "booths"
    EXHIBITORS = "exhibitors"
    SESSIONS = "sessions"
    JOURNAL = "journal"
    ATTENDANCE = "attendance"
    CONTACTS = "contacts"
    CALENDAR = "calendar"
    ERRORS = "errors"
    BADGES = "badges"
    ABOUT = "about"
    FIGURES = "figures"
    PAPER = "paper"
    TABLE = "table"


class PrintReason(StrEnum):
    """Why a badge is printed again, or replaced. Other reasons are kept in the words of the desk."""

    LOST = "lost"
    DAMAGED = "damaged"
    NAME_CORRECTED = "name_corrected"
    ROLE_CHANGED = "role_changed"
    PRINTER_FAULT = "printer_fault"


class Fault(StrEnum):
    """A fault of the surroundings or of the input that a person can do something about."""

    NO_FILE = "no_file"
    FILE_EXISTS = "file_exists"
    NOT_OURS = "not_ours"
    NEWER_FILE = "newer_file"
    DAMAGED = "damaged"
    ALREADY_OPEN = "already_open"
    VIEW_ONLY = "view_only"
    DISK_FULL = "disk_full"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"
    BAD_TABLE = "bad_table"
    TOO_LARGE = "too_large"
    BAD_CELLS = "bad_cells"
    BAD_SETTINGS = "bad_settings"
    UNKNOWN_POINT = "unknown_point"
    UNKNOWN_ENTRY = "unknown_entry"
    UNKNOWN_SAMPLE = "unknown_sample"
    UNKNOWN_PERSON = "unknown_person"
    BAD_TIME = "bad_time"
    NO_NAME = "no_name"
    PRINTER = "printer"
    UNKNOWN_FORMAT = "unknown_format"
    NO_POINT = "no_point"
    GONE = "gone"
    NUMBER_TAKEN = "number_taken"
    NO_NUMBER = "no_number"
    BAD_SHAPE = "bad_shape"
    BAD_LENGTH = "bad_length"
    BAD_BACKGROUND = "bad_background"
    NO_EXHIBITOR_NAME = "no_exhibitor_name"
    NO_ROOM_NAME = "no_room_name"
    NO_SESSION_TITLE = "no_session_title"
    BAD_CAPACITY = "bad_capacity"
    SLOT_ENDS_FIRST = "slot_ends_first"
    NO_TABLE_NAME = "no_table_name"
    BAD_SEATS = "bad_seats"
    BAD_ROUNDS = "bad_rounds"
    BAD_MINUTES = "bad_minutes"
    ROUND_TOOK_PLACE = "round_took_place"
    QUEUE_UNSAVED = "queue_unsaved"
    QUEUE_DAMAGED = "queue_damaged"
    PRINT_NOT_NOTED = "print_not_noted"
    NOBODY_MEANT = "nobody_meant"
    PERSON_NOT_CLEAR = "person_not_clear"
    NOT_ALLOWED = "not_allowed"
    FILE_LOST = "file_lost"


class Refusal(StrEnum):
    """Why an undo was refused."""

    NOTHING = "nothing"
    ALREADY_UNDONE = "already_undone"
    OVERTAKEN = "overtaken"
    NOT_UNDOABLE = "not_undoable"


class TableTrouble(StrEnum):
    """Why a file cannot be read as a table; goes with Fault.BAD_TABLE as its detail `trouble`."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    QUOTES = "quotes"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    DAMAGED_WORKBOOK = "damaged_workbook"
    UNKNOWN_KIND = "unknown_kind"
    NO_NAMES = "no_names"
    BAD_MAPPING = "bad_mapping"
    DELIMITER = "delimiter"
    NESTED = "nested"


class TableLimit(StrEnum):
    """Which limit a table breaks; goes with Fault.TOO_LARGE as its detail `what`, beside `limit`."""

    MEGABYTES = "megabytes"
    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    SHEETS = "sheets"
    MEMORY = "memory"


class PrinterTrouble(StrEnum):
    """Why a printer takes nothing; goes with Fault.PRINTER as its detail `trouble`, beside `printer` and `reason`."""

    GONE = "gone"
    PAUSED = "paused"
    REJECTING = "rejecting"
    NO_PRINT_SYSTEM = "no_print_system"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    NO_PAPER = "no_paper"
    OPEN = "open"
    JAM = "jam"
    WRONG_LABEL = "wrong_label"
    TOO_LARGE = "too_large"
    SLOW = "slow"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"


class BackgroundTrouble(StrEnum):
    """Why a file cannot lie behind a floor plan; goes with Fault.BAD_BACKGROUND as its detail `trouble`."""

    UNKNOWN_KIND = "unknown_kind"
    DAMAGED = "damaged"
    MEGABYTES = "megabytes"  # limit
    PIXELS = "pixels"  # limit, in millions
    ENCRYPTED = "encrypted"
    UNSAFE = "unsafe"
    NOTHING = "nothing"
    TOO_MANY = "too_many"  # limit, in lines
    SLOW = "slow"
    MEMORY = "memory"
    SAME_PLACE = "same_place"
    NO_SIZE = "no_size"


class BackgroundRemark(StrEnum):
    """What a person should know about a picture or drawing of a floor although it can be used."""

    INCHES = "inches"
    FEET = "feet"
    UNITS_UNKNOWN = "units_unknown"
    LEFT_OUT = "left_out"  # how many
    SMALLER = "smaller"
    FIRST_PAGE = "first_page"  # of how many
    NO_SCALE = "no_scale"


class StandCode(StrEnum):
    """What is wrong with an exhibitor on certain booths."""

    GONE = "gone"
    WRONG_NUMBER = "wrong_number"
    NOT_SIDE_BY_SIDE = "not_side_by_side"
    NEEDS_POWER = "needs_power"
    NEEDS_WALL = "needs_wall"
    NEEDS_STEP_FREE = "needs_step_free"
    BLOCKED = "blocked"
    TAKEN = "taken"
    KEPT_FOR_OTHER = "kept_for_other"
    PINNED_ELSEWHERE = "pinned_elsewhere"
    COMPETITOR_BESIDE = "competitor_beside"
    NOT_COMING = "not_coming"


class FloorCode(StrEnum):
    """What is wrong with a booth on the floor of its hall."""

    OVERLAP = "overlap"
    OUTSIDE_HALL = "outside_hall"
    ON_PILLAR = "on_pillar"
    ON_SERVICE_AREA = "on_service_area"
    ON_ESCAPE_ROUTE = "on_escape_route"
    BEFORE_EMERGENCY_EXIT = "before_emergency_exit"
    BEFORE_ENTRANCE = "before_entrance"
    NARROW_AISLE = "narrow_aisle"
    NUMBER_TWICE = "number_twice"


class SessionCode(StrEnum):
    """What is wrong with a session at a certain time and in a certain room, or with the programme as it is."""

    GONE = "gone"
    ROOM_TAKEN = "room_taken"
    CHANGEOVER_TOO_SHORT = "changeover_too_short"
    PERSON_TWICE = "person_twice"
    EQUIPMENT_MISSING = "equipment_missing"
    NOT_STEP_FREE = "not_step_free"
    UNAVAILABLE_SLOT = "unavailable_slot"
    ROOM_UNAVAILABLE = "room_unavailable"
    ROOM_FORBIDDEN = "room_forbidden"
    BEFORE_PREREQUISITE = "before_prerequisite"
    FIXED_ELSEWHERE = "fixed_elsewhere"
    NOT_WISHED_ROOM = "not_wished_room"
    NOT_WISHED_SLOT = "not_wished_slot"
    BEYOND_CAPACITY = "beyond_capacity"
    CLASH = "clash"
    NO_WISHERS = "no_wishers"
    TOO_MANY_SESSIONS = "too_many_sessions"
    CAPACITY_ZERO = "capacity_zero"
    SLOT_ENDS_FIRST = "slot_ends_first"
    PERSON_WISHES_MANY = "person_wishes_many"
    UNKNOWN_WISH = "unknown_wish"
    PREREQUISITE_CIRCLE = "prerequisite_circle"


class PlaceCode(StrEnum):
    """Why somebody should not have a place in a session."""

    GONE = "gone"
    NOT_COMING = "not_coming"
    HAS_ONE = "has_one"
    SAME_SESSION = "same_session"
    ELSEWHERE = "elsewhere"
    SPEAKS_THEN = "speaks_then"
    NOT_STEP_FREE = "not_step_free"
    FULL = "full"
    NOBODY_WAITS = "nobody_waits"


class BackupSource(StrEnum):
    """Where a backup lies that is offered in place of a damaged file."""

    OWN = "own"
    SECOND = "second"
    BESIDE = "beside"


class WhyLeft(StrEnum):
    """Why something that was done since a backup cannot be taken over from the damaged file."""

    UNREADABLE = "unreadable"
    OVERTAKEN = "overtaken"
    ERASED = "erased"
    VOTES = "votes"
