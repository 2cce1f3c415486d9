"""Sentences about the programme: what is wrong with a session at a time and in a room, and with a place in it."""

from collections.abc import Mapping
from typing import Protocol, assert_never

from eventdesk.codes import Fault, PlaceCode, SessionCode
from eventdesk.words import Words, mark

KINDS: Mapping[str, str] = {
    "panel": mark("Panel"),
    "forum": mark("Forum"),
    "podium": mark("Panel discussion"),
    "workshop": mark("Workshop"),
    "plenary": mark("Plenary"),
    "cafe": mark("World Café"),
}
"""What kinds of sessions are called."""
HOW: Mapping[str, str] = {"confirmed": mark("confirmed for this person"), "drawn": mark("given out to all")}
"""How somebody came to a place."""
WAYS: Mapping[str, str] = {
    "leximin": mark("as fair as possible"),
    "rank_maximal": mark("as many first wishes as possible"),
    "registration": mark("in the order of registration"),
    "lottery": mark("by lot"),
}
"""In which way places were given out."""
STATUS: Mapping[str, str] = {
    "optimal": mark("proven to be the best timetable"),
    "feasible": mark("a good timetable, not proven to be the best"),
    "infeasible": mark("no timetable is possible for all sessions"),
}
"""What is known of a timetable."""


class TroubleLike(Protocol):
    """What is wrong with a session or the programme, as `eventdesk.panels.trouble` tells it."""

    @property
    def code(self) -> SessionCode:
        """What it is."""

    @property
    def name(self) -> str:
        """The session, or the id of the slot if it is about one."""

    @property
    def other_name(self) -> str:
        """The session in the way."""

    @property
    def room_name(self) -> str:
        """The room, empty if it is not about one."""

    @property
    def who(self) -> str:
        """The person."""

    @property
    def time(self) -> str:
        """When the slot begins, as slots hold it."""

    @property
    def people(self) -> int:
        """The price in people, or another number."""

    @property
    def detail(self) -> str:
        """What the sentence needs beside that."""


class PlaceTroubleLike(Protocol):
    """Why somebody should not have a place, as `eventdesk.panels.trouble` tells it."""

    @property
    def code(self) -> PlaceCode:
        """What it is."""

    @property
    def person(self) -> int:
        """The row id of the person."""

    @property
    def session(self) -> int:
        """The row id of the session."""

    @property
    def other(self) -> int | None:
        """The row id of the session in the way."""

    @property
    def who(self) -> str:
        """The person."""

    @property
    def name(self) -> str:
        """The session."""

    @property
    def other_name(self) -> str:
        """The session in the way."""

    @property
    def people(self) -> int:
        """How many places there are."""


def trouble_sentence(words: Words, trouble: TroubleLike) -> str:
    """Return one sentence: "“Forum 2” needs Beamer, which Saal 3A does not have."."""
    values = {
        "name": trouble.name,
        "other": trouble.other_name,
        "room": trouble.room_name,
        "who": trouble.who,
        "time": trouble.time[11:16],
        "people": trouble.people,
        "detail": trouble.detail,
    }
    price = _price_sentence(words, trouble)
    return price or (_data_sentence(words, trouble) or _rule_sentence(words, trouble)).format(**values)


def _price_sentence(words: Words, trouble: TroubleLike) -> str:
    match trouble.code:
        case SessionCode.CLASH:
            return words.n(
                "“{name}” at {time}: one wish is lost because of “{other}”.",
                "“{name}” at {time}: {count} wishes are lost, most of them because of “{other}”.",
                trouble.people,
                name=trouble.name,
                other=trouble.other_name,
                time=trouble.time[11:16],
            )
        case SessionCode.BEYOND_CAPACITY if trouble.room_name:
            return words.n(
                "“{name}”: one person finds no seat in {room}.",
                "“{name}”: {count} people find no seat in {room}.",
                trouble.people,
                name=trouble.name,
                room=trouble.room_name,
            )
        case SessionCode.BEYOND_CAPACITY:
            return words.n(
                "“{name}”: one person finds no seat.",
                "“{name}”: {count} people find no seat.",
                trouble.people,
                name=trouble.name,
            )
        case _:
            return ""


def _data_sentence(words: Words, trouble: TroubleLike) -> str:  # noqa: PLR0911 - one case per code
    match trouble.code:
        case SessionCode.NO_WISHERS:
            return words.t("Nobody has wished for “{name}”.")
        case SessionCode.TOO_MANY_SESSIONS:
            return words.t(
                "There are {people} sessions, but rooms and slots for {detail} at most. Add a room or a slot."
            )
        case SessionCode.CAPACITY_ZERO if trouble.room_name:
            return words.t("{room} has no seats: its capacity is 0.")
        case SessionCode.CAPACITY_ZERO:
            return words.t("“{name}” takes nobody: its capacity is 0.")
        case SessionCode.SLOT_ENDS_FIRST:
            return words.t("The slot {name} ends before it begins.")
        case SessionCode.PERSON_WISHES_MANY:
            return words.t("{who} wishes for {people} sessions. Ask which of them matter most.")
        case SessionCode.UNKNOWN_WISH:
            return words.t("{who} wishes for “{detail}”, which is not in the programme.")
        case SessionCode.PREREQUISITE_CIRCLE if trouble.other_name:
            return words.t("“{name}” would have to be over before it begins. In the same circle: {other}.")
        case SessionCode.PREREQUISITE_CIRCLE:
            return words.t("“{name}” would have to be over before it begins.")
        case _:
            return ""


def _rule_sentence(words: Words, trouble: TroubleLike) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per code
    match trouble.code:
        case SessionCode.GONE:
            return words.t("This session, slot or room is not in the file any more.")
        case SessionCode.ROOM_TAKEN:
            return words.t("“{other}” is in {room} at that time.")
        case SessionCode.CHANGEOVER_TOO_SHORT:
            return words.t("{room} needs {detail} minutes between two sessions; “{other}” leaves it {people}.")
        case SessionCode.PERSON_TWICE:
            return words.t("{who} would be in two sessions at once: “{name}” and “{other}”.")
        case SessionCode.EQUIPMENT_MISSING:
            return words.t("“{name}” needs {detail}, which {room} does not have.")
        case SessionCode.NOT_STEP_FREE:
            return words.t("{who} needs a step-free way, and there is none to {room}.")
        case SessionCode.UNAVAILABLE_SLOT:
            return words.t("“{name}” cannot take place at {time}.")
        case SessionCode.ROOM_UNAVAILABLE:
            return words.t("{room} cannot be used at {time}.")
        case SessionCode.ROOM_FORBIDDEN:
            return words.t("“{name}” must not be in {room}.")
        case SessionCode.BEFORE_PREREQUISITE:
            return words.t("“{name}” would begin before “{other}” is over, on which it builds.")
        case SessionCode.FIXED_ELSEWHERE if trouble.room_name:
            return words.t("“{name}” is fixed in {room}.")
        case SessionCode.FIXED_ELSEWHERE:
            return words.t("“{name}” is fixed at {time}.")
        case SessionCode.NOT_WISHED_ROOM:
            return words.t("“{name}” would rather be in {detail} than in {room}.")
        case SessionCode.NOT_WISHED_SLOT:
            return words.t("“{name}” would rather be at another time than at {time}.")
        case (
            SessionCode.CLASH
            | SessionCode.BEYOND_CAPACITY
            | SessionCode.NO_WISHERS
            | SessionCode.TOO_MANY_SESSIONS
            | SessionCode.CAPACITY_ZERO
            | SessionCode.SLOT_ENDS_FIRST
            | SessionCode.PERSON_WISHES_MANY
            | SessionCode.UNKNOWN_WISH
            | SessionCode.PREREQUISITE_CIRCLE
        ):
            return ""
        case _:
            assert_never(trouble.code)


def place_trouble_sentence(words: Words, trouble: PlaceTroubleLike) -> str:
    """Return one sentence: "Elif Demirtaş has a place in “Forum 2” at that time."."""
    values = {"who": trouble.who, "name": trouble.name, "other": trouble.other_name, "people": trouble.people}
    return _place_sentence(words, trouble).format(**values)


def _place_sentence(words: Words, trouble: PlaceTroubleLike) -> str:  # noqa: PLR0911 - one case per code
    match trouble.code:
        case PlaceCode.GONE:
            return words.t("This person or session is not in the file any more.")
        case PlaceCode.NOT_COMING:
            return words.t("{who} does not come: the registration is cancelled, or waits for a place at the event.")
        case PlaceCode.HAS_ONE:
            return words.t("{who} has a place in “{name}” already.")
        case PlaceCode.SAME_SESSION:
            return words.t("{who} has a place in “{other}”, which is the same session at another time.")
        case PlaceCode.ELSEWHERE:
            return words.t("{who} has a place in “{other}” at that time.")
        case PlaceCode.SPEAKS_THEN if trouble.other == trouble.session:
            return words.t("{who} speaks in “{name}” or moderates it, and needs no place.")
        case PlaceCode.SPEAKS_THEN:
            return words.t("{who} speaks in “{other}” at that time, or moderates it.")
        case PlaceCode.NOT_STEP_FREE:
            return words.t("{who} needs a step-free way, and there is none to the room of “{name}”.")
        case PlaceCode.FULL:
            return words.t("“{name}” is full: it has {people} places.")
        case PlaceCode.NOBODY_WAITS:
            return words.t("Nobody waits for a place in “{name}”.")
        case _:
            assert_never(trouble.code)


def panels_fault(words: Words, fault: Fault) -> str:
    """Return the sentence for a fault of the programme, with gaps for its details; empty for any other."""
    match fault:
        case Fault.NO_ROOM_NAME:
            return words.t("A room needs a name. Nothing was changed.")
        case Fault.NO_SESSION_TITLE:
            return words.t("A session needs a title. Nothing was changed.")
        case Fault.BAD_CAPACITY:
            return words.t("“{name}”: numbers of people go from 0 to {most}. Nothing was changed.")
        case Fault.SLOT_ENDS_FIRST:
            return words.t("A slot that begins at {starts} cannot end at {ends}. Nothing was changed.")
        case _:
            return ""
