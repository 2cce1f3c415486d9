"""The card of the verdict: what is drawn again, what it says to do, how the keyboard is told, what is heard."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage

from eventdesk.codes import Outcome
from eventdesk.words import Words, verdicts
from tests.ui.driver import DeskDriver
from ui.actions import ActionId

Codes = dict[str, str]
AZERTY = str.maketrans("0123456789", "à&é\"'(-è_ç")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
CONTACT = "Frau Weber, 0170 1234567"


def on_the_screen(desk: DeskDriver) -> QImage:
    """Return the card as it stands on the screen, without the line of its age."""
    card = desk.page.card
    place = QRect(card.mapTo(desk.window, card.rect().topLeft()), card.size()).adjusted(0, 0, 0, -12)
    shot = desk.window.screen().grabWindow(desk.window.winId(), place.x(), place.y(), place.width(), place.height())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_anew(desk: DeskDriver) -> QImage:
    """Return the card as it would be drawn as a whole."""
    card = desk.page.card
    return card.grab(card.rect().adjusted(0, 0, 0, -12)).toImage().convertToFormat(QImage.Format.Format_RGB32)


def in_english(desk: DeskDriver) -> DeskDriver:
    """Let the desk speak English."""
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    return desk.settles()


def test_what_differs_is_drawn_again_and_nothing_is_left_over(desk: DeskDriver, codes: Codes) -> None:
    for guest in ("long", "elif", "oksana", "cancelled", "leila", "joern", "long", "pending", "waiting", "farid"):
        desk.scan(codes[guest])
        assert on_the_screen(desk) == drawn_anew(desk), guest
    desk.scan("1234567890123456").presses("Ctrl+Z").scan(codes["elif"])
    assert on_the_screen(desk) == drawn_anew(desk)


def test_no_widget_is_made_by_a_scan(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["cancelled"])
    before = desk.page.card.children()
    desk.scan(codes["long"]).scan(codes["long"]).scan("1234567890123456")
    assert desk.page.card.children() == before


@pytest.mark.parametrize("outcome", [each for each in Outcome if verdicts.next_step(Words("en"), each)])
def test_what_to_do_is_one_sentence(outcome: Outcome) -> None:
    for said in (verdicts.next_step(Words("en"), outcome), verdicts.next_step(Words("en"), outcome, CONTACT)):
        assert said.endswith(".")
        assert ". " not in said


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.PENDING, Outcome.WRONG_DAY])
def test_who_is_to_be_called_is_named_if_known(outcome: Outcome) -> None:
    assert CONTACT in verdicts.next_step(Words("en"), outcome, CONTACT)
    assert "Call the organisers" in verdicts.next_step(Words("en"), outcome)


@pytest.mark.parametrize(
    ("guest", "wanted"),
    [
        ("elif", {ActionId.CORRECT, ActionId.PRINT, ActionId.UNDO}),
        ("cancelled", {ActionId.FORCE}),
        ("leila", {ActionId.GROUP, ActionId.CORRECT, ActionId.PRINT, ActionId.UNDO}),
    ],
)
def test_the_actions_that_make_sense_now(desk: DeskDriver, codes: Codes, guest: str, wanted: set[ActionId]) -> None:
    desk.scan(codes[guest])
    shown = desk.page.card.shown()
    assert shown is not None
    assert set(shown.actions) == wanted


def test_who_was_not_in_may_be_turned_round(desk: DeskDriver, codes: Codes) -> None:
    in_english(desk).presses("F7").scan(codes["elif"]).says("Was not in", "Entry or exit")
    desk.clicks("Entry or exit").scan(codes["elif"]).says("Welcome")


@pytest.mark.parametrize(("keyboard", "word"), [(AZERTY, "French keyboard"), (PERSIAN, "digits of another script")])
def test_the_keyboard_is_told_once(desk: DeskDriver, codes: Codes, keyboard: dict[int, str], word: str) -> None:
    in_english(desk).scan(codes["elif"].translate(keyboard)).says("Welcome", "Elif Demirtaş", word)
    desk.scan(codes["joern"].translate(keyboard)).says("Welcome", "Jörn Meyer-Lüerßen", word)
    desk.clicks("Got it").scan(codes["oksana"].translate(keyboard)).says("Welcome").does_not_say(word, "was repaired")


def test_the_hint_about_the_keyboard_goes_by_escape(desk: DeskDriver, codes: Codes) -> None:
    in_english(desk).scan(codes["elif"].translate(AZERTY)).presses("Esc").does_not_say("French keyboard")


def test_the_badge_says_when_it_was_printed(desk: DeskDriver, codes: Codes, tmp_path: Path) -> None:
    desk.application.preferences.printer = f"folder:{tmp_path}"
    in_english(desk).scan(codes["elif"]).presses("F5").waits_for_prints()
    desk.clock.advance(minutes=3)
    desk.scan(codes["elif"]).says("Already in", "Badge printed: 09:00", "Print again")
    desk.scan(codes["joern"]).says("Print badge").does_not_say("Badge printed")


def test_the_next_point_and_the_one_before(desk: DeskDriver) -> None:
    points = desk.page.point_card.points
    desk.presses("F4", "F4", "Shift+F4")
    assert points.currentText() == "Eingang Foyer"
    desk.presses("Shift+F4", "Shift+F4")
    assert points.currentText() == "Saal 3A"


def test_the_verdict_is_announced_before_all_else(
    desk: DeskDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    in_english(desk).scan(codes["elif"])
    said = [event for event in heard if hasattr(event, "message")]
    assert [event.message()[:30] for event in said] == ["Welcome. Elif Demirtaş. Bürger"]
    assert said[0].politeness() is QAccessible.AnnouncementPoliteness.Assertive
