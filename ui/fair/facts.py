"""What the card of a booth or of an exhibitor says, put together from the fair and from what the thinker found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from eventdesk.fair.arrivals import CrewCount
from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.words import Words
from eventdesk.words.fair import metres
from ui.fair.standing import Standing, numbers
from ui.widgets.reason_line import Line


class Deed(Enum):
    """What can be done with the chosen booth, or with who stands there."""

    PLACE = "place"
    SEND = "send"
    PIN = "pin"
    UNPIN = "unpin"
    SWAP = "swap"
    FREE = "free"
    BLOCK = "block"
    UNBLOCK = "unblock"
    SET_UP = "set_up"
    NOT_SET_UP = "not_set_up"
    NO_SHOW = "no_show"
    COMES = "comes"


@dataclass(frozen=True)
class Facts:
    """What the card says."""

    label: str
    name: str
    line: str = ""
    why: str = ""
    lines: tuple[Line, ...] = ()
    deeds: tuple[Deed, ...] = ()


def nothing(words: Words) -> Facts:
    """Return what is said while nothing is chosen."""
    return Facts(
        words.t("Booth"),
        words.t("Nothing chosen"),
        words.t("Click a booth, or go through them with the arrows. Drag somebody from the list to where they stand."),
    )


def of_booth(
    words: Words, standing: Standing, booth: Booth, crew: Mapping[int, CrewCount], found: Sequence[Line]
) -> Facts:
    """Return what is said of a booth and who stands there; `found` is what the thinker says."""
    label = words.t("Booth {number}", number=booth.ref)
    who = standing.at(booth.id)
    if who is not None:
        return of_exhibitor(words, standing, who, crew, found)
    blocked = booth.state is BoothState.BLOCKED
    line = " · ".join(part for part in (offers(words, booth), hall_text(standing, booth)) if part)
    if blocked:
        reasons = (Line(good=False, text=booth.reason),) if booth.reason else ()
        return Facts(label, words.t("blocked").capitalize(), line, "", reasons, (Deed.UNBLOCK,))
    return Facts(label, words.t("free").capitalize(), line, "", (), (Deed.PLACE, Deed.BLOCK))


def of_exhibitor(
    words: Words, standing: Standing, who: Exhibitor, crew: Mapping[int, CrewCount], found: Sequence[Line]
) -> Facts:
    """Return what is said of an exhibitor, wherever they stand."""
    booths = standing.places(who.id)
    label = words.t("Booth {number}", number=numbers(booths)) if booths else words.t("No booth yet")
    parts = [who.theme, who.contact, crew_text(words, crew.get(who.id))]
    if who.setup is Setup.SET_UP:
        parts.append(words.t("stand is set up"))
    line = " · ".join(part for part in parts if part)
    if not who.comes:
        said = Line(good=False, text=status_text(words, who.status))
        return Facts(label, who.name, line, "", (said,), (Deed.COMES,))
    lines = (*needs(words, who, booths), *found)
    why = words.t("Why here?") if booths else words.t("What they need")
    return Facts(label, who.name, line, why, lines, _deeds(who, booths))


def _deeds(who: Exhibitor, booths: Sequence[Booth]) -> tuple[Deed, ...]:
    if not booths:
        return Deed.SEND, Deed.NO_SHOW
    pin = Deed.UNPIN if who.pinned in {booth.id for booth in booths} else Deed.PIN
    day = Deed.NOT_SET_UP if who.setup is Setup.SET_UP else Deed.SET_UP
    return pin, Deed.SWAP, Deed.FREE, Deed.BLOCK, day, Deed.NO_SHOW


def status_text(words: Words, status: ExhibitorStatus) -> str:
    """Return why an exhibitor does not come."""
    return words.t("has cancelled") if status is ExhibitorStatus.CANCELLED else words.t("did not come")


def crew_text(words: Words, crew: CrewCount | None) -> str:
    """Return how many people of an exhibitor are here."""
    if crew is None or not crew.expected:
        return ""
    return words.t("{here} of {expected} here", here=crew.here, expected=crew.expected)


def needs(words: Words, who: Exhibitor, booths: Sequence[Booth]) -> list[Line]:
    """Return what an exhibitor needs, and whether the booths have it."""
    lines: list[Line] = []
    if who.power is not Power.NONE:
        met = any(booth.power >= who.power for booth in booths)
        volts = power_text(words, who.power)
        lines.append(_need(booths, met, words.t("Power: {volts} wanted, and there", volts=volts),
                           words.t("Power: {volts} wanted, and not there", volts=volts),
                           words.t("Power: {volts}", volts=volts)))  # fmt: skip
    if who.wall:
        met = any(booth.wall for booth in booths)
        lines.append(_need(booths, met, words.t("Back wall: wanted, and there"),
                           words.t("Back wall: wanted, and not there"), words.t("Back wall")))  # fmt: skip
    if who.step_free:
        met = bool(booths) and all(booth.step_free for booth in booths)
        lines.append(_need(booths, met, words.t("Step-free: wanted, and so it is"),
                           words.t("Step-free: wanted, and not so"), words.t("Step-free")))  # fmt: skip
    if who.size > 1:
        lines.append(_need(booths, len(booths) == who.size, words.t("Two booths side by side"),
                           words.t("Two booths wanted"), words.t("Two booths side by side")))  # fmt: skip
    if booths:
        size = size_text(words, booths[0])
        furniture = f"{size}, {who.furniture}" if who.furniture else size
        lines.append(Line(good=True, text=furniture))
    return lines


def _need(booths: Sequence[Booth], met: bool, there: str, missing: str, asked: str) -> Line:
    if not booths:
        return Line(good=True, text=asked)
    return Line(good=met, text=there if met else missing)


def offers(words: Words, booth: Booth) -> str:
    """Return what a booth offers: "3 × 2 m · 230 V · back wall"."""
    parts = [size_text(words, booth)]
    if booth.power is not Power.NONE:
        parts.append(power_text(words, booth.power))
    if booth.wall:
        parts.append(words.t("back wall"))
    if booth.step_free:
        parts.append(words.t("step-free"))
    return " · ".join(parts)


def power_text(words: Words, power: Power) -> str:
    """Return a current in volts."""
    return words.t("400 V") if power is Power.V400 else words.t("230 V")


def size_text(words: Words, booth: Booth) -> str:
    """Return how large a booth is."""
    return words.t(
        "{width} × {depth} m", width=metres(words, booth.width_mm), depth=metres(words, booth.depth_mm)
    )  # fmt: skip


def hall_text(standing: Standing, booth: Booth) -> str:
    """Return the hall of a booth."""
    hall = standing.halls.get(booth.hall)
    return hall.name if hall is not None else ""


def spoken(words: Words, standing: Standing, booth: Booth, crew: Mapping[int, CrewCount]) -> str:
    """Return a booth in one sentence, for a tooltip and a screen reader."""
    who = standing.at(booth.id)
    if who is None:
        free = words.t("free") if booth.state is BoothState.FREE else words.t("blocked")
        return ", ".join(part for part in (booth.ref, free, booth.reason, offers(words, booth)) if part)
    return ", ".join(part for part in (booth.ref, who.name, who.theme, crew_text(words, crew.get(who.id))) if part)
