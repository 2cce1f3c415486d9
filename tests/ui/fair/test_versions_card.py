"""The card of plans that were kept: its buttons stand beside each other whichever of them are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.words import Words
from ui.icons import Icons
from ui.look import Look
from ui.theme import Theme
from ui.widgets.change_list import ChangeLine
from ui.widgets.versions_card import VersionLine, VersionsCard, VersionsSay

LINES = (ChangeLine("Aussteller", "→ F-05", "from F-04", before=1, after=1),)


@pytest.mark.parametrize("wide", [330, 700])
@pytest.mark.usefixtures("dressed")
def test_buttons_that_come_and_go_never_lie_over_each_other(wide: int) -> None:
    say = VersionsSay("Versions", "for example: after the call", "Keep today's plan", "None yet.", "As today's.")
    card = VersionsCard(Look(Theme(dark=False, scale=1.0), Icons(), Words("en")), say)
    card.show_versions([VersionLine(1, "Freitag", "")])
    holder = QWidget()
    holder.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    holder.resize(800, 800)
    card.setParent(holder)
    card.resize(wide, 700)
    holder.show()
    for lines in (None, LINES, (), LINES, None):
        card.show_changes(lines)
        QApplication.processEvents()
        assert card.back_to.isVisible() is bool(lines)
        seen = [each for each in (card.back_to, card.leave) if each.isVisible()]
        assert all(card._deeds.rect().contains(each.geometry()) for each in seen), (wide, lines)
        if len(seen) > 1:
            assert not seen[0].geometry().intersects(seen[1].geometry())
        assert seen[0].geometry().topLeft().manhattanLength() == 0
    holder.deleteLater()
