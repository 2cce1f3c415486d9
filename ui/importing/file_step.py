"""The first step: which file, how it is to be read, and its first rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.codes import TableTrouble
from eventdesk.people.importing import Preset
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, action, key_of
from ui.icons import IconView
from ui.importing.flow import ImportFlow
from ui.importing.narrow import is_narrow
from ui.importing.preview import Preview
from ui.importing.progress import ProgressCard
from ui.importing.state import Deed
from ui.importing.telling import DELIMITER_NAMES, ENCODING_NAMES, PRESET_NAMES, doing
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.choice import ChoiceBox
from ui.widgets.text import ElidedText, Text
from ui.widgets.turning import turn

MENDED_BY_READING = (TableTrouble.ENCODING, TableTrouble.QUOTES)
NARROWEST_CHOICE = 190
DROP_WIDTH = 620


class FileStep(QWidget):
    """Empty, it says what can be brought here; with a file, how it was read."""

    choose_asked = Signal()

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        theme = look.theme
        self._empty = DropCard(look)
        self._empty.choose.clicked.connect(self.choose_asked)
        self.progress = ProgressCard(look)
        self.progress.stop_asked.connect(flow.stop)
        self._fault = Text("", "danger", wrap=True)
        self._card = FileCard(look, flow)
        self._card.other.clicked.connect(self.choose_asked)
        self.preview = Preview(look)
        self._rows = Text("", "label", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(self._empty, 1)
        column.addWidget(self._card)
        column.addWidget(self._fault)
        column.addWidget(self.progress)
        column.addWidget(self._rows)
        column.addWidget(self.preview, 1)
        column.addStretch(0)

    @property
    def choices(self) -> "FileCard":
        """The choices of how the file is read."""
        return self._card

    def take_focus(self) -> None:
        """Begin at the button that chooses a file."""
        button = self._empty.choose if self._flow.asked is None else self._card.other
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_flow(self) -> None:
        """Show where the import stands."""
        flow, words = self._flow, self._look.words
        reading = flow.deed is Deed.READING
        sheet = flow.listing.sheet if flow.listing.there and not reading else None
        self._empty.setVisible(flow.asked is None)
        self._empty.choose.setEnabled(flow.closed is None)
        self._card.setVisible(flow.asked is not None)
        self.progress.setVisible(reading)
        fault = flow.fault or flow.closed
        self._fault.setText(fault_sentence(words, fault) if fault is not None else "")
        self._fault.setVisible(fault is not None)
        self._rows.setVisible(sheet is not None)
        self.preview.setVisible(sheet is not None)
        if flow.asked is not None:
            self.progress.show_task(doing(words, Deed.READING, flow.asked.path.name), "", flow.task)
            self._card.show_flow()
        if sheet is not None:
            text = flow.listing.tables is not None and flow.listing.tables.encoding
            first = words.t("The first rows")
            asked = words.t("The first rows – are umlauts and accents right? If not, choose other letters above.")
            self._rows.setText(asked if text else first)
        self.preview.show_sheet(sheet)

    def show_progress(self) -> None:
        """Show how far the reading is."""
        flow = self._flow
        if flow.deed is Deed.READING and flow.asked is not None:
            self.progress.show_task(doing(self._look.words, Deed.READING, flow.asked.path.name), "", flow.task)


class DropCard(QFrame):
    """Where a file may be dropped; dropping it anywhere else in the window does as well."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dropzone")
        theme, words = look.theme, look.words
        self.choose = Button(
            look,
            words.t(action(ActionId.CHOOSE_LIST).text),
            primary(theme.colours),
            key=key_of(words, ActionId.CHOOSE_LIST),
            icon="open",
            size=16,
            high=48,
        )
        heading = Text(words.t("Drop a list of people here"), "heading", wrap=True)
        lead = Text(
            words.t(
                "CSV, Excel or LibreOffice: from pretix, Eventbrite, Indico, Odoo, alf.io, or a list of your own. "
                "Nothing changes before you have seen what will happen, and one undo takes all of it back."
            ),
            "muted",
            wrap=True,
        )
        holder = QWidget()
        holder.setMaximumWidth(round(DROP_WIDTH * theme.scale))
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.space(24), theme.space(20), theme.space(24), theme.space(20))
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconView(look.icons, "import", theme.colours.muted, theme.text_px(48)), 0, middle)
        for text in (heading, lead):
            text.setAlignment(middle)
            column.addWidget(text)
        column.addWidget(self.choose, 0, middle)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder)


class FileCard(QFrame):
    """The name of the file, what it was recognised as, and how it is read."""

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look, self._flow = look, flow
        theme, words = look.theme, look.words
        self._name, self._figures = ElidedText("", "title"), Text("", "muted", wrap=True)
        self.other = Button(
            look, words.t("Other file …"), plain(theme.colours), key=key_of(words, ActionId.CHOOSE_LIST), icon="open"
        )
        self.kind = _choice(words.t("Where the list comes from"))
        self.sheet = _choice(words.t("Sheet"))
        self.encoding = _choice(words.t("Letters"))
        self.delimiter = _choice(words.t("Columns are separated by"))
        self.kind.activated.connect(lambda: flow.choose_preset(Preset(self.kind.currentData())))
        self.sheet.activated.connect(flow.choose_sheet)
        self.encoding.activated.connect(lambda: flow.read_as(encoding=self.encoding.currentData()))
        self.delimiter.activated.connect(lambda: flow.read_as(delimiter=self.delimiter.currentData()))
        names = QVBoxLayout()
        names.setSpacing(theme.space(2))
        names.addWidget(self._name)
        names.addWidget(self._figures)
        head = QHBoxLayout()
        head.setSpacing(theme.space(14))
        head.addWidget(IconView(look.icons, "file", theme.colours.muted, theme.text_px(28)))
        head.addLayout(names, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.space(12))
        self._head.addLayout(head, 1)
        self._head.addWidget(self.other)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(14))
        self._grid.setVerticalSpacing(theme.space(8))
        self._cells = [_labelled(look, box) for box in (self.kind, self.sheet, self.encoding, self.delimiter)]
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, 0, number)  # a part without a parent would open a window of its own
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(20), theme.space(16), theme.space(20), theme.space(16))
        column.setSpacing(theme.space(12))
        column.addLayout(self._head)
        column.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside each other where there is room."""
        super().resizeEvent(event)
        turn(self._head, narrow=is_narrow(self._look, self.width()))
        self._arrange()

    def show_flow(self) -> None:
        """Show how the file was read."""
        flow, words = self._flow, self._look.words
        asked, listing = flow.asked, flow.listing
        if asked is None:
            return
        self._name.setText(asked.path.name)
        tables, sheet = listing.tables, listing.sheet
        there = tables is not None and sheet is not None
        text = tables is not None and bool(tables.encoding)
        if tables is None:
            text = bool(asked.encoding or asked.delimiter) or _may_be_read_otherwise(flow)
        itself = {"": words.t("Find out")}
        _fill(self.encoding, itself | {code: words.t(name) for code, name in ENCODING_NAMES.items()})
        _fill(self.delimiter, itself | {code: words.t(name) for code, name in DELIMITER_NAMES.items()})
        _choose(self.encoding, asked.encoding or (tables.encoding.removesuffix("-sig") if tables is not None else ""))
        _choose(self.delimiter, asked.delimiter or (tables.delimiter if tables is not None else ""))
        if tables is not None and sheet is not None and listing.mapping is not None:
            _fill(self.sheet, {str(number): each.name for number, each in enumerate(tables.sheets)})
            self.sheet.setCurrentIndex(tables.sheets.index(sheet))
            _fill(self.kind, {preset.value: words.t(name) for preset, name in PRESET_NAMES.items()})
            _choose(self.kind, listing.mapping.preset.value)
            rows = words.n("one row", "{count} rows", len(sheet.rows))
            columns = words.n("one column", "{count} columns", len(sheet.header))
            self._figures.setText(f"{rows} · {columns}")
        else:
            self._figures.setText("")
        self._figures.setVisible(there)
        several = tables is not None and len(tables.sheets) > 1
        for cell, seen in zip(self._cells, (there, several, text, text), strict=True):
            cell.setVisible(seen)
        self._arrange()

    def _arrange(self) -> None:
        cells = [cell for cell in self._cells if not cell.isHidden()]
        room = self.width() - 2 * self._look.theme.space(20)
        columns = max(1, min(len(cells), room // round(NARROWEST_CHOICE * self._look.theme.scale)))
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        for column in range(len(self._cells)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _may_be_read_otherwise(flow: ImportFlow) -> bool:
    """Say whether other letters or another separator may help a file that could not be read."""
    trouble = flow.fault.details.get("trouble", "") if flow.fault is not None else ""
    return trouble in MENDED_BY_READING


def _choice(name: str) -> ChoiceBox:
    box = ChoiceBox(name)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _labelled(look: Look, box: ChoiceBox) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.space(4))
    label = ElidedText(box.accessibleName(), "label")
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(box)
    return cell


def _fill(box: ChoiceBox, choices: Mapping[str, str]) -> None:
    """Offer these choices, unless they are offered already."""
    texts: Sequence[str] = [box.itemText(number) for number in range(box.count())]
    if texts != list(choices.values()):
        box.clear()
        for data, text in choices.items():
            box.addItem(text, data)


def _choose(box: ChoiceBox, data: str) -> None:
    """Show a choice as chosen; one that is not offered is added."""
    if data and box.findData(data) < 0:
        box.addItem(data, data)
    box.setCurrentIndex(box.findData(data))
