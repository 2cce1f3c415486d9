"""Certificates on paper: a page for each person, with much white and one strong thing, the name."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import LINE, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperRemark, PaperReport, Remarks
from eventdesk.reports.certificates.certificate import Attested, Certificate
from eventdesk.reports.certificates.snapshot import Design
from eventdesk.reports.certificates.wording import filled
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from eventdesk.words.reports import hours_text

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture

_MM = POINTS_PER_MM
_SIDE = 26 * _MM
_TITLE_AT, _TITLE = 62 * _MM, 30.0
_NAME, _ORGANISATION = 25.0, 12.0
_TEXT, _LINES = 12.0, 1.5
_TEXTS = (_TEXT, 11.0, 10.0, 9.0, 8.0, 7.0)
"""How large the organiser's words are: as large as leaves room for what stands below them."""
_BETWEEN = 0.42
"""White between two lines of them, per size of their letters."""
_APART = 16.0
_LEAST_LIST = 70.0
"""So much room is kept for the list of sessions."""
_TOLERANCE = 0.5
_WAYS = ((10.5, 1), (9.5, 1), (8.5, 1), (8.5, 2), (7.5, 2))
"""How sessions are set: the size of their letters, and in how many columns; the first way that fits is taken."""
_PAD = 0.66
"""White above and below a session, per size of its letters."""
_GUTTER = 8 * POINTS_PER_MM
_SMALL = 9.5
_LOGO = 52 * _MM, 24 * _MM
_SIGNATURE = 52 * _MM, 17 * _MM
_FOOT = 46 * _MM
"""How far above the edge of the page the lines to sign stand."""
_HAIR = 0.6
_MOST_SIGNERS = 3
_Line = tuple[Fitted, Fitted | None]
"""The title of a session, and how long it was."""


def certificates_paper(
    certificates: Sequence[Certificate],
    design: Design,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write a page for each certificate. `progress` is told the number of pages after each; what it raises cancels.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    page = _Page(design, kit, words)
    leaves = [page.leaf(certificate) for certificate in certificates]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(leaves), progress=progress)


class _Page:
    """Draws one certificate after the other."""

    def __init__(self, design: Design, kit: Kit, words: Words) -> None:
        self.design, self.kit, self.words = design, kit, words
        self.size = PaperSize.A4.points()
        self.width = self.size[0] - 2 * _SIDE
        self.logo, self.signature = _picture(design.logo), _picture(design.signature)
        self.kept: set[str] = set()

    def leaf(self, certificate: Certificate) -> Leaf:
        """Return the page of one person."""
        title = self.design.wording.title

        def draw(pen: Pen, _area: Area) -> None:
            self._draw(pen, certificate)

        return Leaf(self.size, 1.0, title, "", draw, bare=True)

    def _draw(self, pen: Pen, certificate: Certificate) -> None:
        wording = self.design.wording
        values = self.design.values(self.words, certificate)
        self._head(pen)
        top = self.size[1] - _TITLE_AT
        room = Room(self.width, _TITLE * 2.6, _TITLE, 12.0, 2, 1.15, 0.75, 9.0)
        top -= self._put(pen, " ".join(filled(wording.title, values)), Weight.BOLD, room, top) + 26.0
        room = Room(self.width, _NAME * 2.6, _NAME, 10.0, 2, 1.2, 0.7, 8.0)
        top -= self._put(pen, certificate.name, Weight.BOLD, room, top) + 4.0
        if certificate.organisation:
            told = self._flowing(unbroken(certificate.organisation), _ORGANISATION)
            pen.put(pen.remarks.note(certificate.name, told), _SIDE, top, colour=MUTED)
            top -= told.block_height
        body, closing = filled(wording.body, values), filled(wording.closing, values)
        listed = certificate.sessions if wording.sessions else ()
        least = self._foot(pen, filled(wording.place, values), filled(wording.signers, values))
        spared = least + (_LEAST_LIST if listed else 0.0)
        size = self._size((*body, *closing), top - _APART * 2 - spared)
        below = self._height(closing, size) + _APART
        top = self._paragraphs(pen, body, size, (top - _APART, spared + below))
        if listed:
            top -= _APART
            top -= self._sessions(pen, listed, top, top - least - below)
        self._paragraphs(pen, closing, size, (top - _APART, least))

    # ---- texts

    def _size(self, lines: Sequence[str], room: float) -> float:
        """Return how large these lines may be to fit, at least as large as can be read."""
        return next((size for size in _TEXTS if self._height(lines, size) <= room), _TEXTS[-1])

    def _height(self, lines: Sequence[str], size: float) -> float:
        return sum(self._flowing(line, size).block_height + size * _BETWEEN for line in lines)

    def _flowing(self, line: str, size: float) -> Fitted:
        return self.kit.flow(line, Weight.REGULAR, size, self.width, leading=_LINES)

    def _paragraphs(self, pen: Pen, lines: Sequence[str], size: float, span: tuple[float, float]) -> float:
        """Draw lines from the top of a span on and return where they end; what would be below it is told instead."""
        top, bottom = span
        for line in lines:
            fitted = self._flowing(line, size)
            if top - fitted.block_height < bottom - _TOLERANCE:
                pen.remarks.overflow[PaperRemark(self.design.wording.title, line, "", size)] = None
                continue
            pen.put(pen.remarks.note(line, fitted), _SIDE, top)
            top -= fitted.block_height + size * _BETWEEN
        return top

    # ---- parts

    def _head(self, pen: Pen) -> None:
        """Draw who invites, and the logo."""
        top = self.size[1] - 24 * _MM
        right = 0.0
        if self.logo is not None:
            width, height = self.logo.within(*_LOGO)
            self._show(pen, "logo", self.logo, (self.size[0] - _SIDE - width, top, width, height))
            right = width + 8 * _MM
        organiser = self.design.details.organiser
        if organiser:
            told = pen.kit.flow(organiser, Weight.REGULAR, _SMALL, self.width - right)
            pen.put(pen.remarks.note(organiser, told), _SIDE, top, colour=MUTED)

    def _sessions(self, pen: Pen, sessions: Sequence[Attested], top: float, room: float) -> float:
        """Draw the sessions in what room is left: smaller, then in two columns if there are many; returns how high.

        What still does not fit is counted.
        """
        tried = (self._columns(sessions, size, columns) for size, columns in _WAYS)
        fits = next((each for each in tried if max(map(_height, each)) <= room), None)
        size, columns = _WAYS[-1]
        found, shown = fits or self._columns(sessions, size, columns), len(sessions)
        while shown > 1 and max(map(_height, found)) > room:
            shown -= 1
            found = self._columns(sessions[:shown], size, columns)
            more = self.words.n("and {count} more session", "and {count} more sessions", len(sessions) - shown)
            found[-1].append((self.kit.flow(more, Weight.REGULAR, size, self._wide(columns)), None))
        wide = self._wide(len(found))
        for at, lines in enumerate(found):
            self._session_column(pen, lines, (_SIDE + at * (wide + _GUTTER), top, wide))
        return max(map(_height, found))

    def _session_column(self, pen: Pen, lines: Sequence[_Line], place: tuple[float, float, float]) -> None:
        left, top, wide = place
        for title, spent in lines:
            pen.paper.box(left, top, wide, _HAIR, LINE)
            pen.put(pen.remarks.note(title.original, title), left, top - title.size * _PAD / 2)
            if spent is not None:
                pen.put(spent, left + wide - spent.room.width, top - title.size * _PAD / 2, Align.RIGHT, MUTED)
            top -= _high(title)
        pen.paper.box(left, top, wide, _HAIR, LINE)

    def _columns(self, sessions: Sequence[Attested], size: float, columns: int) -> list[list[_Line]]:
        """Return the lines of the sessions, as many in each column, the left ones first."""
        told, each_has = size * 8.5, -(-len(sessions) // columns)
        wide = self._wide(columns) - told - 6.0
        lines = [
            (
                self.kit.flow(each.title, Weight.REGULAR, size, wide, leading=1.25),
                self.kit.fit(hours_text(self.words, each.minutes), Weight.REGULAR, Room(told, size * 1.4, size, 6.0))
                if each.minutes
                else None,
            )
            for each in sessions
        ]
        return [lines[start : start + each_has] for start in range(0, len(lines), each_has)]

    def _wide(self, columns: int) -> float:
        return (self.width - _GUTTER * (columns - 1)) / columns

    def _foot(self, pen: Pen, place: Sequence[str], signers: Sequence[str]) -> float:
        """Draw place, date and the lines to sign; returns the height above the edge at which they begin."""
        lines = signers[:_MOST_SIGNERS] or ("",)
        rule, wide = _FOOT, min(self._wide(len(lines)), 80 * _MM)
        for at, signer in enumerate(lines):
            left = _SIDE + at * (wide + _GUTTER)
            pen.paper.box(left, rule, wide, _HAIR, INK)
            if signer:
                told = pen.kit.flow(signer, Weight.REGULAR, _SMALL, wide, leading=1.3)
                pen.put(pen.remarks.note(signer, told), left, rule - 5.0, colour=MUTED)
        above = rule + 3.0
        if self.signature is not None:
            width, height = self.signature.within(*_SIGNATURE)
            self._show(pen, "signature", self.signature, (_SIDE, rule + height + 1.0, width, height))
        above += _SIGNATURE[1]
        for line in reversed(place[:_MOST_SIGNERS]):
            told = pen.kit.flow(line, Weight.REGULAR, _TEXT, self.width)
            above += told.block_height
            pen.put(pen.remarks.note(line, told), _SIDE, above)
        return above + 8.0

    # ---- how things are put on the page

    def _put(self, pen: Pen, text: str, weight: Weight, room: Room, top: float) -> float:
        fitted = pen.fit_whole(text, weight, room, text)
        pen.put(fitted, _SIDE, top)
        return fitted.block_height

    def _show(self, pen: Pen, name: str, picture: "Picture", place: tuple[float, float, float, float]) -> None:
        if name not in self.kept:
            pen.paper.keep(name, picture)
            self.kept.add(name)
        pen.paper.show(name, *place)


def _height(lines: Sequence[_Line]) -> float:
    return sum(_high(title) for title, _ in lines)


def _high(title: Fitted) -> float:
    return title.block_height + title.size * _PAD


def _picture(data: bytes | None) -> "Picture | None":
    """Return a saved picture as it is printed; one that cannot be read is left out."""
    from eventdesk.drawing.picture import WrongPictureError, read_picture

    if data is None:
        return None
    try:
        return read_picture(data)
    except WrongPictureError:
        return None
