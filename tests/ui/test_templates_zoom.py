"""The badge is shown larger and smaller; a large picture is read beside the window; a saved template is put to use."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from eventdesk.badges import stock
from eventdesk.badges.design.template import CodeBox
from eventdesk.badges.stock import LARGEST_PICTURE, Album
from eventdesk.drawing.picture import Picture
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.templates_driver import TemplatesDriver
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.actions import ActionId, PageId, key_of
from ui.templates import zooming
from ui.templates.canvas import Canvas
from ui.templates.drawing import frame_of
from ui.templates.shapes import Kind

__all__ = ["home"]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def maker(desk: DeskDriver) -> TemplatesDriver:
    """Return a desk on the page, in English, with a copy of the classic template."""
    return TemplatesDriver.at(desk, "a6-classic")


def wheel(canvas: Canvas, notches: int, at: QPointF, keys: Qt.KeyboardModifier = CTRL) -> None:
    """Turn the wheel over a place of the picture."""
    viewport = canvas.viewport()
    event = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


# ---- arithmetic


def test_steps_lead_up_and_down_and_end():
    now, up = 0.1, []
    for _ in zooming.STEPS:
        now = zooming.larger(now)
        up.append(now)
    assert up == list(zooming.STEPS)
    assert zooming.larger(8.0) == 8.0
    down = [now := zooming.smaller(now) for _ in zooming.STEPS]
    assert [*reversed(down)][1:] == list(zooming.STEPS)[:-1]
    assert zooming.smaller(0.25) == 0.25
    assert zooming.turned(1.0, 120) == pytest.approx(1.2)
    assert zooming.turned(8.0, 1200) == 8.0
    assert zooming.turned(0.3, -1200) == 0.25


def test_a_picture_has_no_more_dots_than_the_window_can_take():
    assert zooming.dots_to_draw((105, 148), 6.0) == 6.0
    dots = zooming.dots_to_draw((105, 148), 60.0)
    assert 105 * dots * 148 * dots == pytest.approx(zooming.MOST_DOTS)


# ---- keys, wheel, buttons


def test_all_of_it_is_shown_first_and_by_ctrl_0_its_true_size(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    assert canvas.fits
    fitting = canvas.zoom
    maker.presses("Ctrl+0")
    assert canvas.zoom == pytest.approx(1.0)
    assert canvas.transform().m11() == pytest.approx(96 / 25.4)
    assert maker.templates.picture.zoom.percent.text() == "100 %"
    maker.presses("Ctrl+0")
    assert canvas.fits
    assert canvas.zoom == pytest.approx(fitting)


def test_plus_and_minus_with_and_without_ctrl(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    maker.presses("Ctrl+0")
    canvas.setFocus()
    maker.types("+")
    assert canvas.zoom == pytest.approx(1.25)
    maker.types("--")
    assert canvas.zoom == pytest.approx(0.75)
    maker.keys(Qt.Key.Key_Plus, 2, CTRL)
    assert canvas.zoom == pytest.approx(1.25)
    maker.keys(Qt.Key.Key_Minus, 1, CTRL)
    assert canvas.zoom == pytest.approx(1.0)


def test_plus_and_minus_in_a_field_are_written_there(maker: TemplatesDriver) -> None:
    before = maker.templates.canvas.zoom
    name = maker.chooses(None).templates.properties.badge.controls["name"]
    field = name.field  # type: ignore[attr-defined]
    field.edit.setFocus()
    field.edit.selectAll()
    maker.types("own-card")
    assert field.text() == "own-card"
    assert maker.templates.canvas.zoom == before


def test_ctrl_and_the_wheel_keep_what_is_under_the_pointer(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    maker.presses("Ctrl+0")
    maker.keys(Qt.Key.Key_Plus, 5, CTRL)
    at = QPointF(canvas.viewport().width() * 0.3, canvas.viewport().height() * 0.4)
    under, before = canvas.mapToScene(at.toPoint()), canvas.zoom
    wheel(canvas, 1, at)
    assert canvas.zoom == pytest.approx(before * zooming.WHEEL)
    after = canvas.mapToScene(at.toPoint())
    assert (after - under).manhattanLength() < 0.3
    wheel(canvas, -1, at)
    assert canvas.zoom == pytest.approx(before)


def test_the_wheel_alone_scrolls_what_is_larger_than_its_place(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    place = QPointF(canvas.viewport().rect().center())
    wheel(canvas, -1, place, Qt.KeyboardModifier.NoModifier)
    assert canvas.fits
    maker.keys(Qt.Key.Key_Plus, 8, CTRL)
    before = canvas.verticalScrollBar().value()
    wheel(canvas, -1, place, Qt.KeyboardModifier.NoModifier)
    assert canvas.verticalScrollBar().value() > before


def test_arrows_scroll_while_no_box_is_chosen(maker: TemplatesDriver) -> None:
    canvas = maker.chooses(None).templates.canvas
    canvas.setFocus()
    maker.keys(Qt.Key.Key_Plus, 8, CTRL)
    before = canvas.horizontalScrollBar().value()
    maker.presses("Right")
    assert canvas.horizontalScrollBar().value() > before


def test_a_box_that_is_chosen_comes_into_view(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    maker.keys(Qt.Key.Key_Plus, 10, CTRL)
    canvas.setFocus()
    for at in range(len(maker.draft.boxes)):
        maker.chooses(at)
        frame = canvas.mapFromScene(frame_of(maker.box)).boundingRect()
        seen = frame.intersected(canvas.viewport().rect())
        assert seen.width() >= min(frame.width(), 14), maker.box
        assert seen.height() >= min(frame.height(), 14), maker.box


@pytest.mark.parametrize("steps", [0, 6])
def test_boxes_are_dragged_by_millimetres_at_any_size(maker: TemplatesDriver, steps: int) -> None:
    at = next(at for at, box in enumerate(maker.template.front) if isinstance(box, CodeBox))
    before = maker.template.front[at]
    maker.chooses(at).keys(Qt.Key.Key_Plus, steps, CTRL)
    maker.drags_box(at, -4, 0, free=True)
    assert maker.template.front[at].x == pytest.approx(before.x - 4, abs=0.4)
    assert maker.template.front[at].y == pytest.approx(before.y, abs=0.2)


def test_the_buttons_do_the_same_and_say_how_large_it_is(maker: TemplatesDriver) -> None:
    bar, canvas = maker.templates.picture.zoom, maker.templates.canvas
    bar.percent.click()
    assert (bar.percent.text(), canvas.fits) == ("100 %", False)
    assert bar.percent.accessibleName() == "Shown at 100 %. As on paper: 100 %"
    bar.larger.click()
    assert bar.percent.text() == "125 %"
    bar.smaller.click()
    bar.smaller.click()
    assert bar.percent.text() == "75 %"
    bar.whole.click()
    assert canvas.fits
    words, wanted = maker.application.look.words, (ActionId.LARGER, ActionId.SMALLER, ActionId.FIT)
    assert [key_of(words, each, PageId.TEMPLATES) for each in wanted] == ["Ctrl +", "Ctrl -", "Ctrl 0"]


def test_the_picture_is_drawn_as_sharp_as_it_is_large(maker: TemplatesDriver) -> None:
    canvas = maker.templates.canvas
    before = canvas.ground.width()
    maker.keys(Qt.Key.Key_Plus, 3, CTRL)
    maker.rests()
    assert canvas.ground.width() > before * 1.5
    maker.keys(Qt.Key.Key_Plus, 20, CTRL)
    maker.rests()
    assert canvas.ground.width() * canvas.ground.height() <= zooming.MOST_DOTS * 1.01


def test_the_window_stays_as_it_was_chosen_when_it_is_made_larger(maker: TemplatesDriver) -> None:
    maker.presses("Ctrl+0")
    maker.window.resize(1100, 700)
    maker.rests()
    assert maker.templates.canvas.zoom == pytest.approx(1.0)
    maker.presses("Ctrl+0")
    fitting = maker.templates.canvas.zoom
    maker.window.resize(1440, 1000)
    maker.rests()
    assert maker.templates.canvas.zoom > fitting


# ---- a large logo


@pytest.fixture(scope="module")
def large_logo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a logo of 36 million pixels that is small enough as a file."""
    path = tmp_path_factory.mktemp("logo") / "large.png"
    Image.new("RGB", (6000, 6000), "#14605c").save(path)
    assert path.stat().st_size < LARGEST_PICTURE
    return path


@pytest.mark.usefixtures("little_in_memory")
def test_a_large_logo_holds_nobody_up(maker: TemplatesDriver, large_logo: Path) -> None:
    loop, beat = QEventLoop(), QTimer()
    work, preview = maker.application.work, maker.templates.preview
    beat.timeout.connect(lambda: loop.quit() if work.idle() and preview.idle() else None)
    with Watchdog(limit_ms=BUSY_MS) as dog:
        maker.templates.take_picture(large_logo)
        assert not work.idle()
        beat.start(20)
        loop.exec()
        beat.stop()
    assert "logo" in stock.picture_files(maker.event)
    assert not dog.turns, dog.culprits()


def test_pictures_of_an_event_are_read_when_somebody_looks(monkeypatch: pytest.MonkeyPatch, large_logo: Path) -> None:
    asked: list[int] = []
    read = stock.read_pictures

    def counted(files: Mapping[str, bytes]) -> dict[str, Picture]:
        asked.append(1)
        return read(files)

    monkeypatch.setattr(stock, "read_pictures", counted)
    album = Album({"logo": large_logo.read_bytes(), "broken": b"no picture"})
    assert asked == []
    assert album["logo"].width == 1200
    assert (list(album), len(album), album.get("broken")) == (["logo"], 1, None)
    assert asked == [1]


def test_a_picture_that_is_not_there_is_told(maker: TemplatesDriver, tmp_path: Path) -> None:
    maker.templates.take_picture(tmp_path / "gone.png")
    maker.rests().says("There is no file")


def test_a_page_that_is_gone_keeps_the_picture_all_the_same(maker: TemplatesDriver, large_logo: Path) -> None:
    maker.templates.take_picture(large_logo)
    maker.application.rebuild()
    maker.rests()
    assert "logo" in stock.picture_files(maker.event)


# ---- putting it to use


def saved_as_new(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.PANEL)
    maker.presses("Ctrl+S")


def test_a_new_template_is_offered_for_the_event(maker: TemplatesDriver) -> None:
    saved_as_new(maker)
    name = maker.template.name
    maker.says("“A6 Classic (own)” is saved. The badges of this event are printed with “A6 Classic”.")
    maker.clicks("Use for this event")
    maker.says("The badges of this event are printed with “A6 Classic (own)” from now on.")
    assert stock.chosen(maker.event).template == name
    assert not maker.templates.notice.isVisible()
    assert QApplication.focusWidget() is maker.templates.canvas


def test_not_now_changes_nothing_and_the_properties_offer_it_still(maker: TemplatesDriver) -> None:
    saved_as_new(maker)
    maker.clicks("Not now")
    assert stock.chosen(maker.event).template == ""
    assert not maker.templates.notice.isVisible()
    use = maker.chooses(None).templates.properties.use
    assert use.isEnabled()
    use.click()
    maker.rests()
    assert stock.chosen(maker.event).template == maker.template.name
    assert not maker.templates.properties.use.isEnabled()


def test_what_was_put_to_use_is_undone_before_it_was_saved(maker: TemplatesDriver) -> None:
    saved_as_new(maker)
    maker.clicks("Use for this event")
    maker.presses("Ctrl+Z", "Ctrl+Z")
    assert stock.chosen(maker.event).template == ""
    assert stock.is_own(maker.event, maker.template.name)


def test_what_is_saved_again_while_it_is_used_asks_nothing(maker: TemplatesDriver) -> None:
    saved_as_new(maker)
    maker.clicks("Use for this event")
    maker.templates.deeds.add(Kind.LINE)
    maker.presses("Ctrl+S")
    assert not maker.templates.notice.isVisible()


def test_another_template_takes_the_question_away(maker: TemplatesDriver) -> None:
    saved_as_new(maker)
    assert maker.templates.notice.isVisible()
    maker.templates.edit("a6-plain")
    maker.rests()
    assert not maker.templates.notice.isVisible()


@pytest.mark.parametrize(("size", "percent"), [((1440, 900), 100), ((1024, 640), 100), ((1024, 640), 200)])
def test_the_question_covers_nothing_and_is_not_cut(
    maker: TemplatesDriver, size: tuple[int, int], percent: int
) -> None:
    maker.application.preferences.text_size = percent
    maker.application.rebuild()
    maker.window.resize(*size)
    maker.rests()
    saved_as_new(maker)
    maker.rests()
    page = maker.templates
    picture, notice = page.picture, page.notice
    assert notice.isVisible()
    for button in (
        notice.yes,
        notice.no,
        picture.zoom.smaller,
        picture.zoom.percent,
        picture.zoom.larger,
        picture.zoom.whole,
    ):
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    assert not notice.yes.geometry().intersects(notice.no.geometry())
    assert not picture.canvas.geometry().intersects(picture.zoom.geometry())
    assert not picture.status.geometry().intersects(picture.zoom.geometry())
    assert notice.geometry().bottom() < page.body.geometry().top()
    assert picture.zoom.geometry().right() <= picture.width()
