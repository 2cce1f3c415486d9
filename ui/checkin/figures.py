"""What the counts say where a desk scans: of the house, of a room, of a counter; and the short form of it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from eventdesk.checkin.attendance import Here
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.scan import Counts
from eventdesk.doors import Fill
from eventdesk.guide import short_title
from eventdesk.words import Words, doors
from ui.look import Look
from ui.widgets.text import ElidedText, Text


@dataclass(frozen=True)
class Figures:
    """The number that matters here, and what it is a number of.

    `of` stands beside it, `brief_of` where there is little room, `most` is what it can grow to (None: unknown),
    `also` a line below it, `brief` what it is in a word, `spoken` all of it in one breath; `warns`: it is nearly all.
    """

    title: str
    number: int
    of: str = ""
    brief_of: str = ""
    most: int | None = None
    also: str = ""
    brief: str = ""
    spoken: str = ""
    warns: bool = False

    @property
    def share(self) -> float:
        """How much of the most it is, 0 to 1."""
        return self.number / self.most if self.most else 0.0


def figures(words: Words, house: Counts, here: Here | None) -> Figures:
    """Return what matters at a point; `here` None stands for an entrance, where it is the whole house."""
    if here is None:
        return _of_the_house(words, house)
    return _of_a_counter(words, here) if here.kind is PointKind.CATERING else _of_a_room(words, here)


def figures_of_door(words: Words, fill: Fill) -> Figures:
    """Return what matters at the door of a room: who is there for the session that it leads to now."""
    inside, places = max(0, fill.inside), fill.capacity
    of = words.n("person", "people", inside) if places is None else words.t("of {places} places", places=places)
    title = session_line(fill) or words.t("In this room")
    told = doors.remarks(words, fill)
    return Figures(
        title=title,
        number=inside,
        of=of,
        brief_of=of if places is None else words.t("of {expected}", expected=places),
        most=places,
        also=next(iter(told), ""),
        brief=words.t("In this room"),
        spoken=". ".join((title, f"{inside} {of}", *told)),
        warns=fill.nearly_full,
    )


def session_line(fill: Fill) -> str:
    """Return what takes place and when: "Forum 2, 11:00–12:15"; empty between sessions."""
    if fill.starts is None or fill.ends is None:
        return ""
    return f"{short_title(fill.title)}, {doors.times(fill.starts, fill.ends)}"


def _of_the_house(words: Words, house: Counts) -> Figures:
    inside, expected = house.inside, house.expected
    return Figures(
        title=words.t("In the house"),
        number=inside,
        of=words.t("of {expected} expected", expected=expected),
        brief_of=words.t("of {expected}", expected=expected),
        most=expected,
        brief=words.t("In the house"),
        spoken=words.t("In the house: {inside} of {expected} expected", inside=inside, expected=expected),
    )


def _of_a_room(words: Words, here: Here) -> Figures:
    inside, places = here.inside, here.capacity
    people = words.n("person", "people", inside)
    came = words.n("One person has come in today", "{count} people have come in today", here.arrived)
    if places is None:
        spoken = words.n("In this room: one person", "In this room: {count} people", inside)
    else:
        spoken = words.t("In this room: {inside} of {places} places", inside=inside, places=places)
    return Figures(
        title=words.t("In this room"),
        number=inside,
        of=people if places is None else words.t("of {places} places", places=places),
        brief_of=people if places is None else words.t("of {expected}", expected=places),
        most=places,
        also=came,
        brief=words.t("In this room"),
        spoken=f"{spoken}. {came}",
    )


def _of_a_counter(words: Words, here: Here) -> Figures:
    served, most = here.served, here.capacity
    inside = words.n("One person is in the house", "{count} people are in the house", here.in_house)
    if most is None:
        of, spoken = words.t("today"), words.t("Meals given out today: {served}", served=served)
    else:
        of = words.t("of {expected}", expected=most)
        spoken = words.t("Meals given out today: {served} of {most}", served=served, most=most)
    return Figures(
        title=words.t("Meals given out"),
        number=served,
        of=of,
        brief_of=of,
        most=most,
        also=inside,
        brief=words.t("Meals"),
        spoken=f"{spoken}. {inside}",
    )


class CountsTile(QFrame):
    """The counts in two short lines, for a page that has no room for the column at the side."""

    came_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._number, self._title = Text("", "heading"), ElidedText("", "small")
        space = look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(6), space(12), space(6))
        column.setSpacing(0)
        column.addStretch(1)
        for line in (self._number, self._title):
            column.addWidget(line)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_figures(self, shown: Figures) -> None:
        """Show these."""
        self._number.setText(str(shown.number) if not shown.most else f"{shown.number}/{shown.most}")
        self._title.setText(shown.brief)
        self.setAccessibleName(shown.spoken)
        self.setToolTip(shown.spoken)

    def text(self) -> str:
        """Return what can be read."""
        return f"{self._number.text()} {self._title.text()}"

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that these numbers are seen from now on."""
        super().showEvent(event)
        self.came_up.emit()
