"""Where lines end: no word is torn at its last letters, and no button stands alone below the others."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.driver import DeskDriver
from tests.ui.scenes import dress
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

TEXTS = (
    "Namensschild beim Check-in",
    "Zurück zu „Check-in“",
    "Stand B-14 · Forum 2",
    "Wi-Fi",
    "Integrations-Netzwerk Harburg",
    "Al-Ali, El-Sayed",
    "-",
    "",
    "x-",
)


def lines(text: str, width: float) -> list[str]:
    layout = QTextLayout(text, QFont())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_it_was_written(dressed: QApplication, text: str) -> None:
    for wrap in (False, True):
        made = Text(text, wrap=wrap)
        assert made.text() == text
        made.setText(f"{text} {text}")
        assert made.text() == f"{text} {text}"


def test_the_end_of_a_word_is_not_torn_off(dressed: QApplication) -> None:
    made = Text("Namensschild beim Check-in", wrap=True)
    shown = QLabel.text(made)
    assert any(lines(made.text(), width)[-1] == "in" for width in range(60, 400)), "else there is nothing to hold"
    for width in range(60, 400):
        assert lines(shown, width)[-1] != "in"


def test_long_words_may_still_end_at_their_hyphen(dressed: QApplication) -> None:
    made = Text("Integrations-Netzwerk", wrap=True)
    assert any(lines(QLabel.text(made), width) == ["Integrations-", "Netzwerk"] for width in range(60, 400))


class Brick(QWidget):
    """Something of a width of its own."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def set_factor(self, factor: float) -> None:
        """Stay as it is."""

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)


@pytest.mark.parametrize("widths", [(100,) * 5, (210, 262, 146, 196, 190), (400, 40, 40, 40), (50,)])
def test_even_lines_are_no_more_than_needed_and_fit(dressed: QApplication, widths: tuple[int, ...]) -> None:
    bricks = [Brick(width) for width in widths]
    plain, even = Wrapping(10, bricks), Wrapping(10, bricks, even=True)
    for room in range(max(widths), sum(widths) + 60, 7):
        some, all_ = ([[brick for brick, _, _ in line] for line in each._lines(room)] for each in (plain, even))
        assert len(all_) == len(some)
        assert [brick for line in all_ for brick in line] == bricks
        assert all(sum(each.sizeHint().width() + 10 for each in line) - 10 <= room for line in all_)


def test_no_way_to_begin_stands_alone(desk: DeskDriver) -> None:
    desk.application.close_event()
    for language in ("de", "en"):
        for width, high in ((1024, 640), (1280, 800), (1440, 900)):
            desk.window.resize(width, high)
            dress(desk, language=language)
            beginning = desk.application.beginning
            assert beginning is not None
            (doors,) = beginning.page.findChildren(Wrapping)
            rows: dict[int, int] = {}
            for button in doors.findChildren(Button):
                rows[button.y()] = rows.get(button.y(), 0) + 1
            assert min(rows.values()) > 1, (language, width)
            assert width == 1024 or len(rows) == 1


def test_the_start_page_calls_its_ways_as_its_keys(desk: DeskDriver) -> None:
    """“Open” is something else on the page of a template."""
    desk.application.close_event()
    dress(desk, language="en")
    assert desk.button("Open").toolTip() == "Open (Ctrl O)"
