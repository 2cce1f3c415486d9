"""Sentences about the fair: what is wrong with a stand or a booth, with a file for the floor plan."""

from collections.abc import Iterable
from typing import Protocol, assert_never

from eventdesk.codes import BackgroundRemark, BackgroundTrouble, Fault, FloorCode, StandCode
from eventdesk.words import Words
from eventdesk.words.numbers import decimal_text


class StandTroubleLike(Protocol):
    """What is wrong with an exhibitor on a booth, as `eventdesk.fair.standing` tells it."""

    @property
    def code(self) -> StandCode:
        """What it is."""

    @property
    def name(self) -> str:
        """The exhibitor."""

    @property
    def booth_ref(self) -> str:
        """The number of the booth, empty if it is about all booths of the stand."""

    @property
    def other_name(self) -> str:
        """The exhibitor in the way."""

    @property
    def detail(self) -> str:
        """What the sentence needs beside that."""


class FloorTroubleLike(Protocol):
    """What is wrong with a booth on the floor, as `eventdesk.fair.floor.checks` tells it."""

    @property
    def code(self) -> FloorCode:
        """What it is."""

    @property
    def booth_ref(self) -> str:
        """The number of the booth."""

    @property
    def other_name(self) -> str:
        """What it collides with; may be empty."""

    @property
    def gap_mm(self) -> int:
        """The width of a narrow aisle."""


def stand_trouble_sentence(words: Words, trouble: StandTroubleLike) -> str:
    """Return one sentence: "C-14 has no power, and Café Grenzenlos needs 230 V."."""
    values = {
        "name": trouble.name,
        "booth": trouble.booth_ref,
        "other": trouble.other_name,
        "power": power_text(words, trouble.detail),
        "reason": trouble.detail,
    }
    return _stand_sentence(words, trouble).format(**values)


def _stand_sentence(words: Words, trouble: StandTroubleLike) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per code
    match trouble.code:
        case StandCode.GONE:
            return words.t("This booth or exhibitor is not in the file any more.")
        case StandCode.NOT_COMING if trouble.detail == "cancelled":
            return words.t("{name} has cancelled. Confirm them first.")
        case StandCode.NOT_COMING:
            return words.t("{name} is noted as not having come. Confirm them first.")
        case StandCode.WRONG_NUMBER if trouble.detail == "1":
            return words.t("{name} needs one booth.")
        case StandCode.WRONG_NUMBER:
            return words.t("{name} needs two booths side by side.")
        case StandCode.NOT_SIDE_BY_SIDE:
            return words.t("{name} needs booths side by side: in one island, in one row, touching.")
        case StandCode.NEEDS_POWER if trouble.booth_ref:
            return words.t("{name} needs {power}, which {booth} does not have.")
        case StandCode.NEEDS_POWER:
            return words.t("{name} needs {power}, which neither of these booths has.")
        case StandCode.NEEDS_WALL if trouble.booth_ref:
            return words.t("{name} needs a wall, and {booth} has none.")
        case StandCode.NEEDS_WALL:
            return words.t("{name} needs a wall, and neither of these booths has one.")
        case StandCode.NEEDS_STEP_FREE:
            return words.t("{name} needs a step-free way, and there is none to {booth}.")
        case StandCode.BLOCKED if trouble.detail:
            return words.t("{booth} is blocked: {reason}.")
        case StandCode.BLOCKED:
            return words.t("{booth} is blocked.")
        case StandCode.TAKEN:
            return words.t("{other} stands on {booth}.")
        case StandCode.KEPT_FOR_OTHER:
            return words.t("{booth} is settled for {other}.")
        case StandCode.PINNED_ELSEWHERE:
            return words.t("{booth} is settled for {name}, who would stand elsewhere.")
        case StandCode.COMPETITOR_BESIDE:
            return words.t("{other} is a competitor of {name} and stands beside {booth}.")
        case _:
            assert_never(trouble.code)


def floor_trouble_sentence(words: Words, trouble: FloorTroubleLike) -> str:
    """Return one sentence: "A-01 and A-02 overlap."."""
    return floor_sentence(words, trouble.code, trouble.booth_ref, trouble.other_name, trouble.gap_mm)


def floor_sentence(words: Words, code: FloorCode, booth: str, other: str = "", gap_mm: int = 0) -> str:
    """Return one sentence, as `floor_trouble_sentence`, from what it is about."""
    sentence = _floor_sentence(words, code, named=bool(other))
    return sentence.format(booth=booth, other=other, gap=metres(words, gap_mm))


def _floor_sentence(words: Words, code: FloorCode, *, named: bool) -> str:  # noqa: C901, PLR0911, PLR0912 - as above
    match code:
        case FloorCode.OVERLAP:
            return words.t("{booth} and {other} overlap.")
        case FloorCode.OUTSIDE_HALL:
            return words.t("{booth} stands outside {other}, at least in part.")
        case FloorCode.ON_PILLAR if named:
            return words.t("{booth} stands where the pillar “{other}” is.")
        case FloorCode.ON_PILLAR:
            return words.t("{booth} stands where a pillar is.")
        case FloorCode.ON_SERVICE_AREA if named:
            return words.t("{booth} stands on the area “{other}”.")
        case FloorCode.ON_SERVICE_AREA:
            return words.t("{booth} stands on a service area.")
        case FloorCode.ON_ESCAPE_ROUTE if named:
            return words.t("{booth} blocks the escape route “{other}”.")
        case FloorCode.ON_ESCAPE_ROUTE:
            return words.t("{booth} blocks an escape route.")
        case FloorCode.BEFORE_EMERGENCY_EXIT if named:
            return words.t("{booth} blocks the emergency exit “{other}”.")
        case FloorCode.BEFORE_EMERGENCY_EXIT:
            return words.t("{booth} blocks an emergency exit.")
        case FloorCode.BEFORE_ENTRANCE if named:
            return words.t("{booth} stands in the entrance “{other}”.")
        case FloorCode.BEFORE_ENTRANCE:
            return words.t("{booth} stands in an entrance.")
        case FloorCode.NARROW_AISLE:
            return words.t("The aisle between {booth} and {other} is too narrow: {gap} m.")
        case FloorCode.NUMBER_TWICE:
            return words.t("There are two booths with the number {booth}.")
        case _:
            assert_never(code)


def power_text(words: Words, power: str) -> str:
    """Return which power it is: "230 V", "400 V", "no power"."""
    return {"1": "230 V", "2": "400 V"}.get(power, words.t("no power"))


def metres(words: Words, millimetres: int) -> str:
    """Return a length in metres with as many digits as it needs, two at most: "1.25", in German "1,25"."""
    return decimal_text(words, millimetres / 1000, 2)


# ---- files for the floor plan


def fair_fault(words: Words, fault: Fault) -> str:
    """Return the sentence for a fault of the fair, with gaps for its details; empty for any other."""
    match fault:
        case Fault.GONE:
            return words.t("This is not in the file any more. Nothing was changed.")
        case Fault.NUMBER_TAKEN:
            return words.t("There is a “{number}” already. Choose another number; nothing was changed.")
        case Fault.NO_NUMBER:
            return words.t("A booth needs a number. Nothing was changed.")
        case Fault.NO_EXHIBITOR_NAME:
            return words.t("An exhibitor needs a name. Nothing was changed.")
        case Fault.BAD_SHAPE:
            return words.t(
                "“{name}” has no area that can be drawn: its line crosses itself, or it has too few points. "
                "Draw it again; nothing was changed."
            )
        case Fault.BAD_LENGTH:
            return words.t("“{name}”: lengths go from 1 mm to 2000 m. Nothing was changed.")
        case Fault.BAD_BACKGROUND:
            return words.t("“{file}” cannot lie behind the plan: {trouble} Nothing was changed.")
        case _:
            return ""


def background_trouble(words: Words, trouble: BackgroundTrouble) -> str:  # noqa: C901, PLR0911 - one case per code
    """Return what is the matter with a file, with gaps for its details."""
    match trouble:
        case BackgroundTrouble.UNKNOWN_KIND:
            return words.t("its kind is unknown. PNG, JPEG, WebP, PDF, SVG and DXF can be read.")
        case BackgroundTrouble.DAMAGED:
            return words.t("it is damaged or not complete. Save it once more in the program that made it.")
        case BackgroundTrouble.MEGABYTES:
            return words.t("it has more than {limit} MB. Save it smaller.")
        case BackgroundTrouble.PIXELS:
            return words.t("it has more than {limit} million pixels. Save it smaller.")
        case BackgroundTrouble.ENCRYPTED:
            return words.t("it is protected by a password. Save it without one.")
        case BackgroundTrouble.UNSAFE:
            return words.t("it holds instructions that a drawing does not need. Save it as a plain drawing.")
        case BackgroundTrouble.NOTHING:
            return words.t("there are no lines in it.")
        case BackgroundTrouble.TOO_MANY:
            return words.t("it has more than {limit} lines or corners. Save only the layers with the walls.")
        case BackgroundTrouble.SLOW:
            return words.t("reading it takes too long. Save only the layers with the walls, or save it as a picture.")
        case BackgroundTrouble.MEMORY:
            return words.t("reading it needs too much memory. Save it smaller, or save it as a picture.")
        case BackgroundTrouble.SAME_PLACE:
            return words.t("two different places and a length between them are needed.")
        case BackgroundTrouble.NO_SIZE:
            return words.t("it would become smaller or larger than any hall. Check the length between the two places.")
        case _:
            assert_never(trouble)


def background_refused(words: Words, file: str, trouble: BackgroundTrouble, limit: str = "") -> str:
    """Return why a file does not lie behind the plan, where everything else went well."""
    what = background_trouble(words, trouble).format(limit=limit)
    return words.t("“{file}” cannot lie behind the plan: {trouble}", file=file, trouble=what)


def background_remarks(words: Words, remarks: Iterable[tuple[BackgroundRemark, str]]) -> list[str]:
    """Return what a person should know about a file that lies behind the plan now, a sentence each."""
    return [_background_remark(words, remark, figure) for remark, figure in remarks]


def _background_remark(words: Words, remark: BackgroundRemark, figure: str) -> str:
    match remark:
        case BackgroundRemark.INCHES:
            return words.t("The drawing is in inches; its lengths were turned into metres. Measure one to be sure.")
        case BackgroundRemark.FEET:
            return words.t("The drawing is in feet; its lengths were turned into metres. Measure one to be sure.")
        case BackgroundRemark.UNITS_UNKNOWN:
            return words.t(
                "The drawing does not say in what its lengths are; they were taken for {unit}. Measure one to be sure.",
                unit=figure,
            )
        case BackgroundRemark.LEFT_OUT:
            count = int(figure)
            return words.n(
                "One thing in the drawing that is no line was left out.",
                "{count} things in the drawing that are no lines were left out.",
                count,
            )
        case BackgroundRemark.SMALLER:
            return words.t("The picture was made smaller to keep the event's file small.")
        case BackgroundRemark.FIRST_PAGE:
            return words.t("Only the first of {count} pages was taken.", count=figure)
        case BackgroundRemark.NO_SCALE:
            return words.t("Its size is not known: choose two places and say how far apart they are.")
        case _:
            assert_never(remark)
