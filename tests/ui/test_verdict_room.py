"""The verdict where there is little room, and when it is old: what stays large and readable, what goes first."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eventdesk.words import Words
from tests.ui import reading
from tests.ui.check_in_driver import CheckInDriver
from tests.ui.driver import DeskDriver
from ui.actions import ActionId
from ui.checkin.shown import Shown
from ui.checkin.tone import aged
from ui.checkin.verdict_card import FRESH_SECONDS, VerdictCard
from ui.colours import DARK, LIGHT, VERDICT_GROUNDS, Colours, contrast
from ui.icons import Icons
from ui.look import Look
from ui.theme import Theme

Codes = dict[str, str]
FULL = Shown(
    tone=None,  # type: ignore[arg-type]  # set in `card`
    word="Already in",
    name="Elif Demirtaş",
    native_name="إليف دميرتاش",
    organisation="Bürgerinitiative Gemeinsam in Salzgitter",
    corner="Haupteingang · 09:41:07",
    strong_pill="Exhibitor · Speaker · Stand B-14",
    brief_pill="Stand B-14",
    pills=("Forum 2 · Saal 3A · 11:00",),
    languages="Deutsch · Türkisch",
    step="Ask for the name, and admit the person anyway if it is theirs.",
    facts=("First scan: 09:12 · Foyer · Desk 1", "Group VHS Peine: 3 people are still missing"),
    note_title="Please note",
    note="Standausweis und Parkkarte liegen im Umschlag „B-14“ bereit.",
    actions=(ActionId.PRINT, ActionId.FORCE),
)
MakesCard = Callable[..., VerdictCard]
ALWAYS = {"Already in", "Elif Demirtaş", FULL.organisation, "Forum 2 · Saal 3A · 11:00", FULL.step, FULL.note}
GOING = (
    (FULL.facts[1],),
    ("Deutsch · Türkisch",),
    (FULL.corner, FULL.strong_pill),
    (FULL.facts[0],),
    (FULL.native_name,),
)
"""What goes together, in this order."""


@pytest.fixture
def card(dressed: QApplication, qtbot: QtBot) -> MakesCard:
    """Return what shows a verdict on a card of its own, in a text size; it is gone after the test."""
    from eventdesk.codes import Outcome
    from ui.checkin.tone import tone

    def make(percent: int, shown: Shown = FULL) -> VerdictCard:
        made = VerdictCard(Look(Theme(scale=percent / 100), Icons(), Words("en")))
        qtbot.addWidget(made)
        made.resize(760, 900)
        made.show()
        made.show_verdict(replace(shown, tone=tone(Outcome.ALREADY_IN, LIGHT)))
        return made

    return make


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [480, 760])
def test_what_is_needed_least_goes_first(card: MakesCard, percent: int, width: int) -> None:
    made = card(percent)
    seen: set[int] = set()
    for height in range(1500, 280, -10):
        made.resize(width, height)
        texts = set(made.texts())
        assert texts >= ALWAYS
        assert texts & {FULL.strong_pill, FULL.brief_pill}
        there = [all(text in texts for text in group if text != FULL.strong_pill) for group in GOING]
        assert there == sorted(there), "something goes before what is needed less"
        assert all(group[0] not in texts for group, is_there in zip(GOING, there, strict=True) if not is_there)
        seen.add(there.count(True))
    assert {0, len(GOING)} <= seen
    assert len(seen) > 3


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_letters_stay_large_as_long_as_something_can_go(card: MakesCard, percent: int) -> None:
    made = card(percent)
    for height in range(1500, 280, -20):
        made.resize(760, height)
        if FULL.native_name in made.texts():
            assert made.factor() >= 0.78 / (percent / 100) ** 0.5 - 0.01


def test_what_was_left_out_can_still_be_asked_for(card: MakesCard) -> None:
    made = card(200)
    made.resize(760, 1500)
    assert made.toolTip() == ""
    made.resize(760, 340)
    assert "Deutsch · Türkisch" not in made.texts()
    for text in (FULL.languages, FULL.strong_pill, *FULL.facts):
        assert text in made.toolTip()
        assert text in made.accessibleDescription()
    assert {FULL.native_name, FULL.corner} <= set(made.toolTip().split("<br>"))


def test_the_tooltip_reads_no_name_as_markup(card: MakesCard) -> None:
    made = card(200, replace(FULL, name="<b>Mariam</b> & Söhne"))
    made.resize(760, 340)
    assert "&lt;b&gt;Mariam&lt;/b&gt; &amp; Söhne" in made.toolTip()


def test_many_roles_never_hide_where_to_go(card: MakesCard) -> None:
    roles = "Exhibitor · Speaker · Moderator · Interpreter · Volunteer"
    made = card(100, replace(FULL, strong_pill=f"{roles} · Stand B-14"))
    made.resize(1400, 900)
    assert f"{roles} · Stand B-14" in made.texts()
    made.resize(420, 900)
    assert "Stand B-14" in made.texts()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1440, 900)], ids=str)
def test_name_and_way_stay_large_in_every_window(
    desk: DeskDriver, codes: Codes, size: tuple[int, int], percent: int
) -> None:
    page = CheckInDriver(desk).sized(*size, percent)
    for guest in ("elif", "long", "leila"):
        for _ in range(2):
            desk.clock.advance(minutes=3)
            desk.scan(codes[guest])
            assert reading.cut(desk.window) == [], guest
            assert reading.overlaps(page.page.card) == [], guest
    desk.scan(codes["elif"])
    assert page.page.card.name_size()[0] >= 48


def test_at_twice_the_size_letters_are_not_smaller_than_at_once(desk: DeskDriver, codes: Codes) -> None:
    page = CheckInDriver(desk).sized(1024, 640)
    desk.scan(codes["elif"])
    once, lines = page.page.card.name_size()[0], page.page.card.factor()
    page.sized(1024, 640, 200)
    assert page.page.card.name_size()[0] > once
    assert page.page.card.factor() * 2 > lines


def head(made: VerdictCard) -> list[QWidget]:
    """Return what is seen of the card from the top to what to do."""
    parts = [part for _, part in made._column._head]
    return [part for part in parts if isinstance(part, QWidget) and not part.isHidden()]


@pytest.mark.parametrize("percent", [150, 200])
def test_what_shrinks_first_is_what_lies_between(card: MakesCard, percent: int) -> None:
    """Where letters must be smaller, gaps take a smaller share of the card than where all has its room."""
    made = card(percent)
    shares = []
    for height in (1500, 620):
        made.resize(900, height)
        gaps = [below.y() - above.y() - above.height() for above, below in pairwise(head(made))]
        shares.append(sum(gaps) / made.factor())
    assert shares[1] < 0.9 * shares[0]


def test_in_the_usual_window_large_text_uses_the_room(desk: DeskDriver, codes: Codes) -> None:
    page = CheckInDriver(desk).sized(1280, 800, 200)
    desk.scan(codes["elif"])
    made = page.page.card
    assert made.factor() >= 0.62
    assert {"Bürgerinitiative Gemeinsam in Salzgitter", "Deutsch · Türkisch"} <= set(made.texts())
    bottom = max(part.geometry().bottom() for part in head(made))
    assert made._note.y() - bottom < 60


# ---- old


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", VERDICT_GROUNDS)
def test_an_old_verdict_is_dim_and_readable(colours: Colours, name: str) -> None:
    ground = getattr(colours, name)
    old = aged(ground, colours)
    assert contrast(old, colours.on_verdict) >= max(4.5, contrast(ground, colours.on_verdict))
    assert contrast(old, ground) >= 1.2, "nobody would see that it is old"
    others = [getattr(colours, other) for other in VERDICT_GROUNDS if other != name]
    assert old not in {aged(other, colours) for other in others}


def ground(image: QImage) -> QColor:
    return image.pixelColor(image.width() // 2, 6)


def test_it_turns_dim_when_the_line_has_run_out_and_fresh_with_the_next(
    desk: DeskDriver, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.scan(codes["elif"])
    view = desk.page.card
    assert ground(view.grab().toImage()) == QColor(LIGHT.welcome)
    monkeypatch.setattr(view, "freshness", lambda: 0.1)
    view.tick()
    assert ground(view.grab().toImage()) == QColor(LIGHT.welcome)
    monkeypatch.setattr(view, "freshness", lambda: 0.0)
    view.tick()
    assert ground(view.grab().toImage()) == QColor(aged(LIGHT.welcome, LIGHT))
    desk.says("Willkommen", "Elif Demirtaş")
    monkeypatch.undo()
    desk.scan(codes["joern"])
    assert ground(view.grab().toImage()) == QColor(LIGHT.welcome)
    assert FRESH_SECONDS == 30


@pytest.mark.parametrize("size", [(60, 40), (300, 90), (480, 200), (3000, 60)], ids=str)
def test_even_the_lowest_card_is_drawn(card: MakesCard, size: tuple[int, int]) -> None:
    made = card(100)
    made.resize(*size)
    assert FULL.name in made.texts()
    assert not made.grab().isNull()
