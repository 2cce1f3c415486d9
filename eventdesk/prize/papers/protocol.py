"""The protocol of a closed poll: what became of the ballots, the count, how a tie was decided, two signatures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.imprint import Imprint
from eventdesk.drawing.pages.leaves import Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.naming import above_page
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import HAIR, Column, Text, heading, paragraph, row
from eventdesk.prize.count import Count, Standing, lot
from eventdesk.prize.poll import Poll, TieRule
from eventdesk.prize.telling import ending_text
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.prize import CHANNELS, REASONS, TIES

_HEAD, _BODY, _WINNER = 12.0, 10.0, 15.0
_FIGURE = 60.0
_SIGNATURE = 70.0


def protocol(count: Count, imprint: Imprint, out: BinaryIO | Path, kit: Kit) -> PaperReport:
    """Write the protocol; times of the poll are local. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    poll = count.poll
    when = words.t(
        "Opened {opened}, closed {closed}", opened=_time(words, poll.opened), closed=_time(words, poll.closed)
    )
    above = above_page(kit, poll.title, words.t("Audience prize"))
    listing = Listing(above.title, when)
    writer = _Writer(count, kit, words, listing.width)
    named = [paragraph(kit, Text(above.below, Weight.BOLD, _HEAD), listing.width, head=True)] if above.below else []
    blocks = [*named, *writer.result(), *writer.table(), *writer.ballots(), *writer.rules()]
    leaves = listing.leaves(kit, blocks, tail=[writer.signatures()])
    return write_leaves(leaves, out, kit, imprint, Remarks())


def local(poll: Poll, zone: tzinfo) -> Poll:
    """Return a poll with its times as they are at the event."""
    opened, closed = (each and each.astimezone(zone) for each in (poll.opened, poll.closed))
    return replace(poll, opened=opened, closed=closed)


def _time(words: Words, moment: datetime | None) -> str:
    if moment is None:
        return "–"
    day = moment.date().isoformat()
    return f"{days_text(words, day, day)}, {moment:%H:%M}"


class _Writer:
    """Makes the parts of the protocol."""

    def __init__(self, count: Count, kit: Kit, words: Words, width: float) -> None:
        self.count, self.kit, self.words, self.width = count, kit, words, width

    def result(self) -> Iterator[Block]:
        """Yield how the poll ended."""
        told = ending_text(self.words, self.count)
        yield paragraph(self.kit, Text(told, Weight.BOLD, _WINNER), self.width, above=8.0)

    def table(self) -> Iterator[Block]:
        """Yield the count, a line for each entry."""
        words, width = self.words, self.width
        shares = (0.09, 0.1, 0.66, 0.15)
        aligns = (Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT)
        columns, left = [], 0.0
        for share, align in zip(shares, aligns, strict=True):
            columns.append(Column(left, width * share - (9.0 if left + width * share < width - 1 else 0.0), align))
            left += width * share
        yield self._title(words.t("The count"))
        yield heading(self.kit, columns, (words.t("Rank"), words.t("Number"), words.t("Name"), words.t("Votes")), MUTED)
        for standing in self.count.standings:
            yield row(self.kit, columns, self._cells(standing), about=standing.entry.name, pad=3.5)
        total = sum(standing.votes for standing in self.count.standings)
        sums = ("", "", words.t("Together"), str(total))
        cells = tuple((Text(each, Weight.SEMIBOLD, _BODY),) for each in sums)
        yield row(self.kit, columns, cells, about="", pad=3.5)

    def _cells(self, standing: Standing) -> tuple[tuple[Text, ...], ...]:
        weight = Weight.SEMIBOLD if standing.place == 1 and standing.votes else Weight.REGULAR
        place = f"{standing.place}." if standing.votes else "–"
        name = [Text(standing.entry.name, weight, _BODY)]
        if standing.by_lot:
            name.append(Text(self.words.t("place decided by lot"), colour=MUTED))
        figures = (Text(str(standing.votes), weight, _BODY),)
        return (Text(place, weight, _BODY),), (Text(str(standing.entry.number), weight, _BODY),), tuple(name), figures

    def ballots(self) -> Iterator[Block]:
        """Yield what became of all ballots."""
        words, turnout = self.words, self.count.turnout
        yield self._title(words.t("The ballots"))
        yield self._figure(words.t("made"), turnout.made)
        yield self._figure(words.t("handed out"), turnout.issued)
        if turnout.again:
            yield self._figure(words.t("of these in place of a void one"), turnout.again, inner=True)
        if turnout.taken_back:
            yield self._figure(words.t("handing out undone"), turnout.taken_back, inner=True)
        yield self._figure(words.t("cast"), turnout.cast)
        for channel, number in turnout.used.items():
            if number:
                yield self._figure(words.t(CHANNELS[channel.value]), number, inner=True)
        yield self._figure(words.t("void"), turnout.voided)
        for reason, number in turnout.void.items():
            if number:
                yield self._figure(words.t(REASONS[reason.value]), number, inner=True)
        yield self._figure(words.t("not used"), turnout.unused)
        if turnout.more_than_issued:
            told = words.t("More ballots were cast than handed out. Please find out why, and note it here.")
            yield self._text(told, Weight.SEMIBOLD)

    def rules(self) -> Iterator[Block]:
        """Yield the rule for a tie, and how all this can be worked out again."""
        words, poll = self.words, self.count.poll
        yield self._title(words.t("How it was counted"))
        yield self._text(words.t(TIES[poll.tie.value]))
        if poll.tie is TieRule.DRAW:
            yield self._text(
                words.t(
                    "The lot of an entry is the SHA-256 of “{seed}:number”; the smallest wins. The number {seed} was "
                    "drawn when the poll was opened, before there was a vote.",
                    seed=poll.seed,
                )
            )
            for standing in self.count.standings:
                if standing.by_lot and standing.place <= 3:
                    drawn = (
                        f"{poll.seed}:{standing.entry.number}  →  {lot(poll.seed or 0, standing.entry.number)[:16]}…"
                    )
                    yield self._text(drawn)
        yield self._text(
            words.t(
                "Votes are counted in an urn without names, times or order. Whoever has the event file can count it "
                "again: “eventdesk prize count”."
            )
        )

    def signatures(self) -> Block:
        """Return lines for two people to sign."""
        words, width = self.words, self.width
        names = words.t("Place and date"), words.t("First signature"), words.t("Second signature")
        gap = 18.0
        each = (width - 2 * gap) / 3
        fitted = [self.kit.flow(name, Weight.REGULAR, 8.0, each) for name in names]

        def draw(pen: Pen, x: float, top: float) -> None:
            for at, text in enumerate(fitted):
                left = x + at * (each + gap)
                pen.paper.box(left, top - _SIGNATURE + 16, each, HAIR * 1.4, INK)
                pen.put(text, left, top - _SIGNATURE + 12, colour=MUTED)

        return Block(_SIGNATURE, draw)

    def _figure(self, told: str, number: int, *, inner: bool = False) -> Block:
        indent = 14.0 * inner
        columns = Column(0.0, _FIGURE, Align.RIGHT), Column(_FIGURE + 10 + indent, self.width - _FIGURE - 10 - indent)
        colour = MUTED if inner else INK
        weight = Weight.REGULAR if inner else Weight.SEMIBOLD
        cells = (Text(str(number), weight, _BODY, colour),), (Text(told, Weight.REGULAR, _BODY, colour),)
        return row(self.kit, columns, cells, about=told, pad=2.6)

    def _title(self, told: str) -> Block:
        return paragraph(self.kit, Text(told, Weight.BOLD, _HEAD), self.width, above=16.0, head=True)

    def _text(self, told: str, weight: Weight = Weight.REGULAR) -> Block:
        return paragraph(self.kit, Text(told, weight, _BODY), self.width, above=4.0)
