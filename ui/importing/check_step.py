"""The third step: what would happen, before anything has."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from eventdesk.people.importing import ImportPlan
from ui.importing.flow import ImportFlow
from ui.importing.found import Found, figure, lines
from ui.importing.lines import LineDelegate, LineList, Lines
from ui.importing.narrow import is_narrow
from ui.importing.progress import ProgressCard
from ui.importing.state import Deed
from ui.importing.telling import column_name, doing, stored_text, summary
from ui.importing.tiles import Tile, Tiles
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.turning import turn


class CheckStep(QWidget):
    """Figures, and behind each the list of who or what is meant."""

    errors_asked = Signal()

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        theme, words = look.theme, look.words
        self.progress = ProgressCard(look)
        self.progress.stop_asked.connect(flow.stop)
        self._summary = Text("", "title", wrap=True)
        names = (
            words.t("added"),
            words.t("changed"),
            words.t("unchanged"),
            words.t("errors"),
            words.t("notes"),
            words.t("same name"),
        )
        tiles = [Tile(look, name, alarming=found is Found.ERRORS) for found, name in zip(Found, names, strict=True)]
        self.tiles = Tiles(look, tiles, words.t("What would happen"))
        self._each = tiles
        self.tiles.chosen.connect(self._show_list)
        self._about = Text("", "muted", wrap=True)
        delegate = LineDelegate(look)
        self.list = LineList(look, words.t("What would happen"), delegate, delegate.height())
        self.lines = Lines()
        self.list.setModel(self.lines)
        self.list.moved.connect(self._show_detail)
        self.detail = FieldsCard(look)
        self.save = Button(look, words.t("Save errors as a table …"), plain(theme.colours), size=14, high=36)
        self.save.clicked.connect(self.errors_asked)
        self._list_card = QFrame()
        self._list_card.setProperty("kind", "card")
        inside = QVBoxLayout(self._list_card)
        inside.setContentsMargins(theme.space(8), theme.space(8), theme.space(8), theme.space(8))
        inside.addWidget(self.list)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(theme.space(12))
        below.addWidget(self._list_card, 3)
        below.addWidget(self.detail, 2)
        self._beside = about = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        about.setSpacing(theme.space(12))
        about.addWidget(self._about, 1)
        about.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(self.progress)
        column.addWidget(self._summary)
        column.addWidget(self.tiles)
        column.addLayout(about)
        column.addLayout(below, 1)
        column.addStretch(0)
        self._shown: object = None

    def take_focus(self) -> None:
        """Begin at the figures."""
        if self._flow.plan is not None:
            self.tiles.take_focus()
        else:
            self.progress.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and fields below each other where there is little room."""
        super().resizeEvent(event)
        turn(self._below, self._beside, narrow=is_narrow(self._look, self.width()))

    def show_flow(self) -> None:
        """Show what was found, or that it is being found."""
        flow, words = self._flow, self._look.words
        plan = flow.plan
        self.progress.setVisible(plan is None)
        if plan is None:
            self.show_progress()
        for widget in (self._summary, self.tiles):
            widget.setVisible(plan is not None)
        if plan is None:
            self._show_nothing()
        elif plan is not self._shown:
            self._shown = plan
            self._summary.setText(summary(words, plan))
            for found, tile in zip(Found, self._each, strict=True):
                tile.show_figure(figure(plan, found))
                tile.setVisible(tile.figure > 0 or found in (Found.ADDED, Found.CHANGED, Found.UNCHANGED))
            self.tiles.arrange()
            first = _first(plan)
            self.tiles.choose(first)
            self._show_list(first)

    def show_progress(self) -> None:
        """Show how far the comparing is."""
        hint = self._look.words.t("You can go on scanning meanwhile. Nothing is changed yet.")
        self.progress.show_task(doing(self._look.words, Deed.COMPARING, ""), hint, self._flow.task)

    def _show_nothing(self) -> None:
        self._shown = None
        self.lines.show_lines(0, self.lines.line)
        for widget in (self._about, self._list_card, self.detail, self.save):
            widget.hide()

    def _show_list(self, number: int) -> None:
        plan, found = self._flow.plan, Found(number)
        if plan is None:
            return
        count, make = lines(self._look.words, self._flow, plan, found)
        self.lines.show_lines(count, make)
        self.list.setAccessibleName(self._each[found].accessibleName())
        self._about.setText(self._said(found))
        self._about.setVisible(bool(self._about.text()))
        self._list_card.setVisible(count > 0)
        self.save.setVisible(found is Found.ERRORS or (found is Found.REMARKS and bool(plan.omissions)))
        self.detail.setVisible(found is Found.CHANGED and count > 0)
        if found is Found.CHANGED and count:
            self.list.setCurrentIndex(self.lines.index(0))

    def _said(self, found: Found) -> str:
        words, plan = self._look.words, self._flow.plan
        if plan is None:
            return ""
        none = not figure(plan, found)
        match found:
            case Found.ADDED:
                return words.t("Nobody new in this list.") if none else ""
            case Found.CHANGED:
                if none:
                    return words.t("Nobody in the file would change.")
                return words.t("What was corrected at the desk stays; only what is new in the list is taken over.")
            case Found.UNCHANGED:
                if none:
                    return words.t("Nobody of this list is in the file with the same data.")
                return words.t("These people are in the file as the list has them. Nothing happens to them.")
            case Found.ERRORS:
                return words.t("These rows are left out. Correct them in the list and import it again, at any time.")
            case Found.REMARKS:
                return words.t("Worth knowing; these rows are imported nevertheless unless it says otherwise.")
            case Found.DUPLICATES:
                return words.t("Perhaps the same person twice. Nobody is merged by a guess: both come in.")

    def _show_detail(self, row: int) -> None:
        plan = self._flow.plan
        if plan is None or row < 0 or self.tiles.at() != Found.CHANGED:
            return
        change = plan.changes[row]
        words, book = self._look.words, self._flow.book
        told = [
            (
                column_name(words, each),
                stored_text(words, book, each.name, each.before),
                stored_text(words, book, each.name, each.after),
            )
            for each in self._flow.fields_of(change)
        ]
        self.detail.show_fields(change.name, told)


def _first(plan: ImportPlan) -> Found:
    """Return what is listed first: errors, else what would happen, else that nothing would."""
    if plan.refusals:
        return Found.ERRORS
    if plan.omissions:
        return Found.REMARKS
    kinds = (Found.ADDED, Found.CHANGED, Found.UNCHANGED)
    return next((found for found in kinds if figure(plan, found)), Found.ADDED)


class FieldsCard(QScrollArea):
    """Before and after of one person, field by field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("fields")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(look.words.t("Before and after"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_fields(self, name: str, fields: list[tuple[str, str, str]]) -> None:
        """Show the fields of one person: name, before, after."""
        theme, words = self._look.theme, self._look.words
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.space(18), theme.space(14), theme.space(18), theme.space(14))
        column.setSpacing(theme.space(10))
        column.addWidget(Text(name, "title", wrap=True))
        for field, before, after in fields:
            box = QGridLayout()
            box.setVerticalSpacing(theme.space(2))
            box.setHorizontalSpacing(theme.space(12))
            box.setColumnStretch(1, 1)
            box.addWidget(Text(field, "label", wrap=True), 0, 0, 1, 2)
            for row, (label, text, kind) in enumerate(
                ((words.t("before"), before, "muted"), (words.t("after"), after, "strong")), 1
            ):
                box.addWidget(Text(label, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
                told = Text(text or "–", kind, wrap=True)
                told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
                box.addWidget(told, row, 1)
            column.addLayout(box)
        column.addStretch(1)
        self.setWidget(page)
