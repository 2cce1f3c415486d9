"""What was begun to be written on this page and is not stored: kept while everything is made anew in another look."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.settings.card import Card
from ui.settings.flow import Unfinished
from ui.settings.fold import Fold


def collected(cards: Sequence[Card]) -> list[Unfinished]:
    """Return every text that was typed and not taken, with its place."""
    found = []
    for number, card in enumerate(cards):
        fold = card.findChild(Fold)
        form = fold.form() if fold is not None else None
        for key, around in (("", card), *(((fold.opened, form),) if fold is not None and form is not None else ())):
            for at, edit in enumerate(_lines(around, form if around is card else None)):
                if edit.isModified() and edit.isEnabled():
                    found.append(Unfinished(number, key, at, edit.text()))
    return found


def put_back(card: Card, texts: Sequence[Unfinished]) -> None:
    """Write the texts of one card into it again, as somebody would have typed them."""
    fold = card.findChild(Fold)
    for each in texts:
        if each.form and fold is not None and fold.opened != each.form:
            fold.open_item(each.form)
        form = fold.form() if fold is not None else None
        lines = _lines(form, None) if each.form and form is not None else _lines(card, form)
        if each.line < len(lines):
            lines[each.line].setText(each.text)
            lines[each.line].setModified(True)
            lines[each.line].textEdited.emit(each.text)


def _lines(around: QWidget, without: QWidget | None) -> list[QLineEdit]:
    """Return the lines to write into, but for those of the form that is open, and for PINs."""
    lines = [line for line in around.findChildren(QLineEdit) if line.echoMode() is QLineEdit.EchoMode.Normal]
    return [line for line in lines if without is None or not without.isAncestorOf(line)]
