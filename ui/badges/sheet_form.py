"""A sheet of one's own: the page, how many places, how large they are, where they begin, what is between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.badges.design.template import Said
from eventdesk.badges.design.template_words import expectation
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.sheet import Sheet
from eventdesk.words import mark
from ui.amounts import written
from ui.badges.card import Pairs
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.field import Field, Note
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

_FIELDS = {
    "page_width": mark("Page, width in mm"),
    "page_height": mark("Page, height in mm"),
    "columns": mark("Places beside each other"),
    "rows": mark("Places below each other"),
    "left": mark("Margin on the left in mm"),
    "top": mark("Margin at the top in mm"),
    "width": mark("Place, width in mm"),
    "height": mark("Place, height in mm"),
    "column_gap": mark("Gap between columns in mm"),
    "row_gap": mark("Gap between rows in mm"),
}
_WHOLE = frozenset({"columns", "rows"})
A4 = (210.0, 297.0)


class SheetForm(QFrame):
    """What is typed is drawn at once; it is kept when all of it is right."""

    saved = Signal(object)
    drawn = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._name = look, ""
        words, theme = look.words, look.theme
        self.setObjectName("form")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(14), theme.space(12), theme.space(14), theme.space(14))
        column.setSpacing(theme.space(8))
        column.addWidget(Text(words.t("A sheet of your own"), "strong", wrap=True))
        rows = Pairs(look)
        self.title = Field(look, words.t("Name of the sheet"), longest=60)
        self.title.edit.setProperty("kind", "form")
        rows.add(words.t("Name of the sheet"), self.title, wide=True)
        self.fields = {key: Field(look, words.t(name), longest=8) for key, name in _FIELDS.items()}
        for key, field in self.fields.items():
            rows.add(words.t(_FIELDS[key]), field)
            field.edit.setProperty("kind", "form")
            field.edit.textEdited.connect(self.draw)
        column.addWidget(rows)
        self.cut = Tick(theme, words.t("Plain paper: print marks to cut along"), ticked=False)
        column.addWidget(self.cut)
        self.keep = Button(look, words.t("Keep this sheet"), primary(theme.colours), size=14, high=38)
        self.leave = Button(look, words.t("Do not keep it"), plain(theme.colours), size=14, high=38)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        column.addWidget(Wrapping(theme.space(10), [self.keep, self.leave]))

    def begin(self, name: str, like: Sheet | None, size: tuple[float, float]) -> None:
        """Begin with a sheet that is similar; without one with a page for as many badges of this size as it holds."""
        self._name = name
        across, down = max(1, int(A4[0] // size[0])), max(1, int(A4[1] // size[1]))
        usual = Sheet(
            name, Said(), *A4, across, down,
            left=max(0.0, (A4[0] - across * size[0]) / 2), top=max(0.0, (A4[1] - down * size[1]) / 2),
            width=size[0], height=size[1], cut=True,
        )  # fmt: skip
        sheet = like or usual
        self.title.show_text(self._look.words.t("Our sheet"))
        for key, field in self.fields.items():
            field.show_text(written(self._look.words, f"{round(getattr(sheet, key), 2):g}"))
            field.say(Note())
        self.cut.box.setChecked(sheet.cut)

    def take_focus(self) -> None:
        """Begin at the name."""
        self.title.edit.setFocus()
        self.title.edit.selectAll()

    def draw(self) -> None:
        """Tell what the sheet looks like as it is typed, if it is right."""
        sheet = self._typed(mark_wrong=False)
        if sheet is not None:
            self.drawn.emit(sheet)

    def _keep(self) -> None:
        sheet = self._typed(mark_wrong=True)
        if sheet is not None:
            self.saved.emit(sheet)

    def _typed(self, *, mark_wrong: bool) -> Sheet | None:
        """Return the sheet as it is typed; None if it is wrong, which is said below the fields if that is wanted."""
        words = self._look.words
        values = {key: _number(field.text(), whole=key in _WHOLE) for key, field in self.fields.items()}
        troubles = {key: words.t("A number, please.") for key, value in values.items() if value is None}
        title = self.title.text().strip() or words.t("Our sheet")
        sheet = None
        if not troubles:
            sheet = Sheet(self._name, Said(title, title), **values, cut=self.cut.box.isChecked())  # type: ignore[arg-type]
            problems = sheet_file.parse(sheet_file.to_toml(sheet)).problems
            troubles = {
                each.key: words.t("Expected: {expected}.", expected=expectation(words, each.expected, each.args))
                for each in problems
            }
        if mark_wrong:
            for key, field in self.fields.items():
                field.say(Note(troubles.get(key, ""), wrong=key in troubles))
            first = next((key for key in self.fields if key in troubles), None)
            if first is not None:
                self.fields[first].edit.setFocus()
        return None if troubles else sheet


def _number(text: str, *, whole: bool) -> float | int | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    if not abs(value) < 10_000:
        return None
    return int(value) if whole and value == int(value) else value
