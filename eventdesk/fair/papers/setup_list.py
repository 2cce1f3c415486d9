"""The list for those who set up a hall: each booth with size, current and furniture, boxes to tick, and the sums."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Leaf, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, TEXT, Cell, Column, Text, Tick, heading, paragraph, row
from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.order import booths_in_order
from eventdesk.words import Words
from eventdesk.words.numbers import decimal_text

_WIDTHS = (0.06, 0.1, 0.35, 0.11, 0.14, 0.18, 0.06)
_GAP = 6.0
_ITEM = re.compile(r"^(\d{1,4})\s*(?:x|×|Stück|mal)?\s+(.+)$", re.IGNORECASE)
_PARTS = re.compile(r"[,;+\n]| und | and ")
_ENDINGS = ("", "e", "n", "s", "en", "er", "es")
_UMLAUTS = str.maketrans("äöü", "aou")


def setup_list(fair: Fair, imprint: Imprint, out: BinaryIO | Path, kit: Kit, halls: Sequence[int] = ()) -> PaperReport:
    """Write a list for each hall, or only for some. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    wanted = [hall for hall in fair.halls if not halls or hall.id in halls]
    leaves = [leaf for hall in wanted for leaf in _hall_leaves(fair, kit, words, hall)]
    if not leaves:
        leaves = Listing(words.t("Setting up")).leaves(kit, (), words.t("There is no hall yet."))
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(wanted))


def _hall_leaves(fair: Fair, kit: Kit, words: Words, hall: Hall) -> list[Leaf]:
    booths = booths_in_order(each for each in fair.booths if each.hall == hall.id)
    listing = Listing(words.t("Setting up · {hall}", hall=hall.name), summary(words, fair, booths))
    columns = _columns(listing.width)
    names = (
        words.t("built"), words.t("Booth"), words.t("Exhibitors"), words.t("Size"),
        words.t("Power"), words.t("Furniture"), words.t("cleared"),
    )  # fmt: skip
    blocks = [_line(fair, kit, words, columns, booth) for booth in booths]
    return listing.leaves(
        kit,
        blocks,
        words.t("There are no booths yet."),
        head=heading(kit, columns, names, MUTED),
        tail=list(_sums(fair, kit, words, listing.width, booths)),
    )


def _columns(width: float) -> list[Column]:
    found, left = [], 0.0
    for share in _WIDTHS:
        found.append(Column(left, width * share - (_GAP if share is not _WIDTHS[-1] else 0.0)))
        left += width * share
    return found


def _line(fair: Fair, kit: Kit, words: Words, columns: Sequence[Column], booth: Booth) -> Block:
    there = [fair.exhibitor_of[each] for each in fair.standing_on.get(booth.id, ()) if each in fair.exhibitor_of]
    first = next(iter(there), None)
    up = first is not None and first.setup in {Setup.SET_UP, Setup.TAKEN_DOWN}
    down = first is not None and first.setup is Setup.TAKEN_DOWN
    mains = first is not None and fair.stands[first.id][0] == booth.id
    cells: list[Cell] = [
        Tick(up) if there else (),
        (Text(booth.ref, Weight.BOLD, 10.0),),
        _who(words, booth, there),
        (Text(size_text(words, booth)),),
        tuple(_power(words, fair, booth, there)),
        tuple(Text(each.furniture) for each in there if mains),
        Tick(down) if there else (),
    ]
    return row(kit, columns, cells, about=booth.ref, pad=4.0)


def _who(words: Words, booth: Booth, there: Sequence[Exhibitor]) -> Cell:
    if not there:
        return (Text(_empty(words, booth), colour=MUTED),)
    found = []
    for each in there:
        contact = " · ".join(part for part in (each.contact, each.phone) if part)
        found += [Text(unbroken(each.name), Weight.SEMIBOLD), Text(contact, size=SMALL, colour=MUTED)]
    return tuple(found)


def _empty(words: Words, booth: Booth) -> str:
    if booth.state is not BoothState.BLOCKED:
        return words.t("free")
    return words.t("blocked: {reason}", reason=booth.reason) if booth.reason else words.t("blocked")


def _power(words: Words, fair: Fair, booth: Booth, there: Sequence[Exhibitor]) -> Iterator[Text]:
    """Yield what is needed; if no booth of the exhibitor has it, that it must be laid; else what the booth has."""
    for each in there:
        if each.power is Power.NONE:
            continue
        strongest = max(fair.booth_of[other].power for other in fair.stands[each.id] if other in fair.booth_of)
        needed = power_text(words, each.power)
        if strongest < each.power:
            yield Text(words.t("{power}, to be laid", power=needed), Weight.BOLD)
        elif booth.power >= each.power or booth.power is strongest:
            yield Text(needed, Weight.SEMIBOLD)
    if booth.power is not Power.NONE and all(each.power is Power.NONE for each in there):
        yield Text(words.t("({power})", power=power_text(words, booth.power)), colour=MUTED)


def power_text(words: Words, power: Power) -> str:
    """Return "230 V" or "400 V"; empty for none."""
    return {Power.NONE: "", Power.V230: words.t("230 V"), Power.V400: words.t("400 V")}[power]


def size_text(words: Words, booth: Booth) -> str:
    """Return "3 × 2 m"."""
    width, depth = (decimal_text(words, edge / 1000, 2) for edge in (booth.width_mm, booth.depth_mm))
    return words.t("{width} × {depth} m", width=width, depth=depth)


def summary(words: Words, fair: Fair, booths: Sequence[Booth]) -> str:
    """Return how many booths there are, how many of them taken, free and blocked."""
    taken = sum(booth.id in fair.standing_on for booth in booths)
    blocked = sum(booth.id not in fair.standing_on and booth.state is BoothState.BLOCKED for booth in booths)
    free = len(booths) - taken - blocked
    return " · ".join((
        words.n("{count} booth", "{count} booths", len(booths)),
        words.t("{count} taken", count=taken),
        words.t("{count} free", count=free),
        words.t("{count} blocked", count=blocked),
    ))  # fmt: skip


def _sums(fair: Fair, kit: Kit, words: Words, width: float, booths: Sequence[Booth]) -> Iterator[Block]:
    there = _standing(fair, booths)
    powers = Counter(each.power for each in there)
    yield paragraph(kit, Text(words.t("In all"), Weight.BOLD, TEXT + 1.5), width, above=14.0, head=True)
    lines = [summary(words, fair, booths)]
    needs = [f"{powers[power]} × {power_text(words, power)}" for power in (Power.V230, Power.V400) if powers[power]]
    lines.append(words.t("Power: {sums}", sums=", ".join(needs) or "–"))
    furniture = [f"{number} × {name}" for name, number in furniture_sums(each.furniture for each in there)]
    lines.append(words.t("Furniture: {sums}", sums=", ".join(furniture) or "–"))
    for number, line in enumerate(lines):
        yield paragraph(kit, Text(line, colour=INK), width, above=3.0, head=number < len(lines) - 1)


def _standing(fair: Fair, booths: Iterable[Booth]) -> list[Exhibitor]:
    """Return who stands on these booths, each once, where their first booth is."""
    here = {booth.id for booth in booths}
    return [each for each in fair.exhibitors if each.id in fair.stands and fair.stands[each.id][0] in here]


def furniture_sums(orders: Iterable[str]) -> list[tuple[str, int]]:
    """Return how many of each thing were ordered: "2 Tische, 4 Stühle" and "1 Tisch" make 3 Tische and 4 Stühle.

    Things in one and in several are taken for the same if they differ in their ending alone; the longer word is shown.
    """
    numbers: Counter[str] = Counter()
    names: dict[str, str] = {}
    for order in orders:
        for part in filter(None, (piece.strip(" .") for piece in _PARTS.split(order))):
            found = _ITEM.match(part)
            number, name = (int(found[1]), found[2].strip()) if found else (1, part)
            key = _alike(name, names)
            names[key] = max(names.get(key, name), name, key=len)
            numbers[key] += number
    return [(names[key], number) for key, number in sorted(numbers.items(), key=lambda each: (-each[1], each[0]))]


def _alike(name: str, known: dict[str, str]) -> str:
    """Return the key of what is the same but for its ending, else a new one."""
    key = name.casefold().translate(_UMLAUTS)
    for other in known:
        short, long = sorted((key, other), key=len)
        if long.startswith(short) and long[len(short) :] in _ENDINGS:
            return other
    return key
