"""Everybody can read the window: contrast, both languages, large text, small windows, screen readers, keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListView, QWidget

from eventdesk.codes import Outcome
from eventdesk.details import zones
from eventdesk.words import Words
from tests.ui import reading
from tests.ui.driver import DeskDriver, texts_of
from tests.ui.scenes import SCENES, Cast, bring, dress
from ui.actions import ACTIONS, ActionId
from ui.checkin.tone import tone
from ui.colours import DARK, LIGHT, TEXT_ON, VERDICT_GROUNDS, Colours, contrast
from ui.widgets.button import Button

Codes = dict[str, str]
STATES = tuple(SCENES)


@pytest.fixture
def cast(codes: Codes) -> Cast:
    """Return who of our guests plays in the scenes."""
    return Cast(codes["long"], codes["leila"], "schmidt", "Mariam Haidari", "Elif Demirtas")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(colours: Colours) -> None:
    weak = [
        (text, ground, round(contrast(getattr(colours, text), getattr(colours, ground)), 2))
        for text, grounds in TEXT_ON
        for ground in grounds
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_stand_out(colours: Colours) -> None:
    assert contrast(colours.edge, colours.card) >= 3
    assert contrast(colours.focus, colours.card) >= 3


def test_contrast_is_that_of_the_norm() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1b7f3b", "#ffffff") == pytest.approx(5.07, abs=0.01)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_no_outcome_rests_on_colour_alone(outcome: Outcome) -> None:
    look = tone(outcome, LIGHT)
    others = [tone(other, LIGHT) for other in Outcome if other is not outcome]
    assert look.icon not in {other.icon for other in others}
    assert look.ground in {getattr(LIGHT, name) for name in VERDICT_GROUNDS}


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 100), ((1024, 640), 200), ((1440, 900), 100)])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut(desk: DeskDriver, cast: Cast, state: str, size: tuple[int, int], percent: int) -> None:
    dress(desk, percent=percent)
    desk.window.resize(*size)
    bring(desk, cast, state)
    assert (desk.window.width(), desk.window.height()) == size
    assert reading.cut(desk.window) == []
    if state in ("welcome", "already", "unknown"):
        assert reading.overlaps(desk.page.card) == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_in_english_and_dark(desk: DeskDriver, cast: Cast, state: str) -> None:
    dress(desk, language="en", shade="dark", percent=150)
    desk.window.resize(1024, 640)
    bring(desk, cast, state)
    assert reading.cut(desk.window) == []


def english_only() -> Iterator[str]:
    """Yield every message of the window that is different in German."""
    german = Words("de")
    for line in ACTIONS:
        for text in (line.text, line.help):
            if german.t(text) != text:
                yield text


@pytest.mark.parametrize("state", STATES)
def test_in_german_no_word_is_english(desk: DeskDriver, cast: Cast, state: str) -> None:
    dress(desk, language="en")
    bring(desk, cast, state)
    seen_in_english = all_texts(desk.window)
    desk.presses("Esc")
    dress(desk, language="de")
    if state != "start":
        bring(desk, cast, state)
    same = seen_in_english & all_texts(desk.window)
    assert {text for text in same if not is_the_same_in_both(text)} == set()
    assert not all_texts(desk.window) & set(english_only())


def all_texts(window: QWidget) -> set[str]:
    """Return everything that can be read, heard or shown as a tooltip."""
    texts: set[str] = set()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            texts |= {*texts_of(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    return {text for text in texts if any(letter.isalpha() for letter in text)}


GIVEN = (
    "4. Integrationskonferenz", "Convention Center Hannover", "Haupteingang", "Eingang Foyer", "Saal 3A", "eventdesk",
    "Deutsch", "English", "Niedersächsisches Landesamt", "Kommt mit Rollstuhl", "Hans-Joachim", "Leila Ebrahimi",
    "VHS Peine", "Sprachkurs B1", "Elif Demirtas", "Mariam Haidari", "schmidt", "konferenz", "Schalter", "/tmp/",
    "Integra", "INTEGRA", "Harburg", "Python 3",
)  # fmt: skip
SAME_WORDS = frozenset(
    (
        "Name",
        "Import",
        "Organisation",
        "Check-in",
        "Start",
        "Enter",
        "Esc",
        "Moderator",
        "Museum",
        "Event",
        "Panels",
        "World Café",
    )
)


def is_the_same_in_both(text: str) -> bool:
    """Say whether a text is data, a key, or a word that both languages have."""
    key = text[:1] == "F" and text[1:].isdigit()
    minutes = text.removesuffix(" min").isdigit()
    return key or minutes or text in SAME_WORDS or text in zones() or any(given in text for given in GIVEN)


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_for_screen_readers(desk: DeskDriver, cast: Cast, state: str) -> None:
    bring(desk, cast, state)
    nameless = [
        type(widget).__name__
        for widget in desk.visible()
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QListView)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_screen_reader_hears_the_verdict(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    said = desk.page.card.accessibleDescription()
    assert said.startswith("Willkommen. Elif Demirtaş. Bürgerinitiative Gemeinsam in Salzgitter")
    assert "Standausweis und Parkkarte" in said


@pytest.mark.parametrize("state", ["ready", "welcome", "walk-in", "event", "start"])
def test_tab_reaches_every_control(desk: DeskDriver, cast: Cast, state: str) -> None:
    bring(desk, cast, state)
    if state == "welcome":
        desk.page.scan_bar.field.setFocus()
    reached = {QApplication.focusWidget(), *desk.tabs(90)}
    expected = [
        widget
        for widget in desk.visible()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QListView)
    ]
    missed = [widget for widget in expected if widget not in reached and not of_a_chosen_group(widget)]
    assert missed == []


def of_a_chosen_group(widget: QWidget) -> bool:
    """Say whether a widget is one of several that Tab enters at the chosen one; arrows reach the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


def test_the_focus_can_be_seen(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    for button in [each for each in desk.visible() if isinstance(each, Button)]:
        before = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settles()
        assert button.grab().toImage() != before
        desk.page.take_focus()


def test_the_current_page_is_marked_by_the_accent_alone(desk: DeskDriver) -> None:
    image = desk.frame.rail.grab().toImage()
    accent = QColor(LIGHT.accent)
    rows = [y for y in range(image.height()) if image.pixelColor(1, y) == accent]
    assert rows
    assert max(rows) - min(rows) == len(rows) - 1


def test_long_names_shrink_and_stay_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    assert desk.page.card.name_size() == (64, 1)
    desk.scan(codes["long"])
    size, lines = desk.page.card.name_size()
    assert size < 64
    assert lines <= 2


def test_names_are_never_read_as_markup(desk: DeskDriver) -> None:
    desk.presses("F3").types("<b>Mariam</b>").presses("Enter").says("<b>Mariam</b>")
    labels = [label for label in desk.visible() if isinstance(label, QLabel)]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_the_card_does_what_its_buttons_say(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).clicks("Ganze Gruppe").says("Sprachkurs B1", "2 Personen einlassen")
    desk.presses("Esc").clicks("Rückgängig").says("Rückgängig gemacht")
    assert desk.page.do(ActionId.NEW) is False
