"""How places were given out, to be hung up: in which way, how content people are, what is proven, who got what.

People go by the last digits of their badge codes, as in the protocol that this paper is made from.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE
from eventdesk.drawing.pages.leaves import write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import TEXT, Column, Text, heading, paragraph, row
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import joined, time_text, title_text
from eventdesk.panels.place import Draw
from eventdesk.panels.seating.outcome import Outcome, Status
from eventdesk.panels.seating.telling import outcome_texts, proof_text, way_text
from eventdesk.words import Words
from eventdesk.words.days import moment_text

_HEAD, _BODY = 12.0, 10.0
_DIGITS = 70.0


def draw_paper(agenda: Agenda, draw: Draw, imprint: Imprint, out: BinaryIO | Path, kit: Kit) -> PaperReport:
    """Write the protocol of one draw; `draw.at` is local. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    when = joined((moment_text(words, draw.at.isoformat()[:16]), draw.desk))
    facts = Listing(words.t("How places were given out"), when)
    people = Listing(words.t("Who got which place"), when, columns=2, gutter=24.0)
    writer = _Writer(agenda, kit, words, draw.facts.protocol)
    leaves = facts.leaves(kit, [*writer.facts(draw, facts.width), *writer.sessions(facts.width)])
    leaves += people.leaves(kit, list(writer.people(people.width)), words.t("Nobody got a place."))
    return write_leaves(leaves, out, kit, imprint, Remarks())


class _Writer:
    """Makes the parts of the paper from a protocol."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words, protocol: Mapping[str, Any]) -> None:
        self.agenda, self.kit, self.words, self.protocol = agenda, kit, words, protocol

    # ---- the first part

    def facts(self, draw: Draw, width: float) -> Iterator[Block]:
        """Yield the way, the seed, how content people are, and what is proven."""
        words = self.words
        lots = words.t(
            "Where two people are alike, lots decide: the seed is {seed}, and a person's lot is the SHA-256 of seed, "
            "colon and the digits of the code.",
            seed=draw.facts.seed,
        )
        yield from self._texts((way_text(words, draw.facts.way), lots), width)
        yield self._title(words.t("How content people are"), width)
        told = self._outcome(draw)
        yield from self._texts((*outcome_texts(words, told), proof_text(words, told)), width)

    def _outcome(self, draw: Draw) -> Outcome:
        """Return what is known of the outcome, as far as sentences about it need it."""
        protocol = self.protocol
        regret = {int(each): int(people) for each, people in protocol.get("regret", {}).items()}
        return Outcome(
            way=draw.facts.way,
            status=Status(protocol.get("status", Status.FEASIBLE)),
            unplaced=int(protocol.get("unplaced", 0)),
            without=(),
            regret=dict(sorted(regret.items())),
            ranks={},
            places={},
            drawn={},
            waiting={},
            seconds=0.0,
            seed=draw.facts.seed,
            pareto_proven=bool(protocol.get("pareto_proven")),
        )

    def sessions(self, width: float) -> Iterator[Block]:
        """Yield a table of the sessions: seats, places given, people who wait."""
        words, found = self.words, self._items("sessions")
        if not found:
            return
        yield self._title(words.t("The sessions"), width)
        shares = (0.64, 0.12, 0.12, 0.12)
        columns, left = [], 0.0
        for at, share in enumerate(shares):
            columns.append(Column(left, width * share - 6.0 * (at == 0), Align.LEFT if at == 0 else Align.RIGHT))
            left += width * share
        names = words.t("Session"), words.t("Seats"), words.t("given"), words.t("waiting")
        yield heading(self.kit, columns, names, MUTED)
        given, waiting = self._given(), self.protocol.get("waiting", {})
        for each in found:
            ref = str(each["session"])
            seats = each.get("seats")
            figures = ("–" if seats is None else str(seats), str(given.get(ref, 0) + int(each.get("kept", 0))))
            cells = (*figures, str(len(waiting.get(ref, ()))))
            texts = (Text(self._name(ref), Weight.SEMIBOLD, _BODY), Text(self._when(ref), colour=MUTED))
            yield row(
                self.kit,
                columns,
                (texts, *((Text(cell, Weight.REGULAR, _BODY),) for cell in cells)),
                about=ref,
                pad=4.0,
            )

    # ---- the second part

    def people(self, width: float) -> Iterator[Block]:
        """Yield a line for each person, in the order of their digits."""
        columns = Column(0.0, _DIGITS), Column(_DIGITS, width - _DIGITS)
        words = self.words
        for digits, got, placed in sorted(self._placed()):
            told = [Text(self._name(ref), Weight.REGULAR, TEXT) for ref in got]
            why = words.t("has a part or a place already") if placed else words.t("no place")
            nothing = (Text(why, Weight.REGULAR, TEXT, MUTED),)
            yield row(
                self.kit,
                columns,
                ((Text(_in_fours(digits), Weight.SEMIBOLD, TEXT),), tuple(told) or nothing),
                about=digits,
                pad=3.0,
            )

    def _placed(self) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """Yield the digits of each person, the sessions they got by slots, and whether they were placed before."""
        order = {str(each["slot"]): at for at, each in enumerate(self._items("slots"))}
        for crowd in (*self._items("crowds"), *self._items("rest")):
            for unit in crowd["people"]:
                got = sorted(unit["got"].items(), key=lambda each: order.get(each[0], 0))
                for digits in unit["codes"]:
                    yield str(digits), tuple(str(session) for _, session in got), bool(crowd.get("placed_already"))

    def _given(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for _, sessions, _ in self._placed():
            for ref in sessions:
                found[ref] = found.get(ref, 0) + 1
        return found

    # ---- texts

    def _items(self, key: str) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self.protocol.get(key, ())
        return found

    def _name(self, ref: str) -> str:
        session = self.agenda.programme.session_by_ref.get(ref)
        return ref if session is None else title_text(session)

    def _when(self, ref: str) -> str:
        session = self.agenda.programme.session_by_ref.get(ref)
        item = None if session is None else self.agenda.item_of[session.id]
        if item is None or item.slot is None:
            return ""
        return joined((time_text(item.slot), item.room.name if item.room is not None else ""))

    def _title(self, told: str, width: float) -> Block:
        return paragraph(self.kit, Text(told, Weight.BOLD, _HEAD), width, above=16.0, head=True)

    def _texts(self, texts: Sequence[str] | Iterator[str], width: float) -> Iterator[Block]:
        for text in texts:
            yield paragraph(self.kit, Text(text, Weight.REGULAR, _BODY), width, above=4.0)


def _in_fours(digits: str) -> str:
    """Return digits in fours, held together on one line; what holds other signs stays as it is."""
    if not digits.isdigit():
        return digits
    return NO_BREAK_SPACE.join(digits[at : at + 4] for at in range(0, len(digits), 4))
