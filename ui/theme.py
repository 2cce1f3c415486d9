"""How the window looks: named colours, two palettes, one style sheet, the type and its scale."""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk import paths
from ui.colours import DARK, LIGHT, Colours

FAMILY = "Inter"
FALLBACKS = ("Noto Sans Arabic", "Heebo", "Noto Sans Tamil", "Noto Sans")
SYSTEM_PX = 13.0
"""The size of text in most systems' own windows; ours grow with it from here."""
LARGEST_SCALE = 2.0
REMEMBERED = 256


def mixed(ground: str, over: str, share: float) -> QColor:
    """Return `over` laid on `ground` with the given share, 0 to 1."""
    below, above = QColor(ground), QColor(over)
    return QColor(
        round(below.red() + (above.red() - below.red()) * share),
        round(below.green() + (above.green() - below.green()) * share),
        round(below.blue() + (above.blue() - below.blue()) * share),
    )


class Theme:
    """One look: the colours, and the scale of all text. Sizes are given in pixels at 100 %."""

    def __init__(self, *, dark: bool = False, scale: float = 1.0) -> None:
        """Make the light or the dark look, with text `scale` times as large as drawn (1 to 2)."""
        self.dark = dark
        self.colours = DARK if dark else LIGHT
        self.scale = max(1.0, min(LARGEST_SCALE, scale))
        self._font = lru_cache(REMEMBERED)(self._made_font)
        self._metrics = lru_cache(REMEMBERED)(self._made_metrics)

    def text_px(self, size: float) -> int:
        """Return the height of text in pixels."""
        return round(size * self.scale)

    def space(self, size: float) -> int:
        """Return a distance in pixels: it grows less than the text, so that large text keeps its room."""
        return round(size * (1 + (self.scale - 1) * 0.35))

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of the window with the given size at 100 %."""
        return self._font(size, weight)

    def metrics(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        """Return the measures of that font."""
        return self._metrics(size, weight)

    def _made_metrics(self, size: float, weight: QFont.Weight) -> QFontMetrics:
        return QFontMetrics(self._font(size, weight))

    def _made_font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont()
        font.setFamilies([FAMILY, *FALLBACKS])
        font.setPixelSize(self.text_px(size))
        font.setWeight(weight)
        if size >= 40:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        return font

    def palette(self) -> QPalette:
        """Return the palette from which Fusion and the style sheet draw."""
        colours, palette = self.colours, QPalette()
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Window, colours.paper),
            (roles.WindowText, colours.text),
            (roles.Base, colours.card),
            (roles.AlternateBase, colours.soft),
            (roles.Text, colours.text),
            (roles.PlaceholderText, colours.placeholder),
            (roles.Button, colours.card),
            (roles.ButtonText, colours.text),
            (roles.BrightText, colours.danger),
            (roles.ToolTipBase, colours.strong),
            (roles.ToolTipText, colours.on_strong),
            (roles.Highlight, colours.strong),
            (roles.HighlightedText, colours.on_strong),
            (roles.Link, colours.focus),
            (roles.Light, colours.soft),
            (roles.Mid, colours.line),
            (roles.Dark, colours.muted),
            (roles.Shadow, colours.line),
        ):
            palette.setColor(role, QColor(colour))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
        return palette

    def sheet(self) -> str:
        """Return the style sheet with this theme's colours and sizes filled in."""
        template = Template((paths.resources() / "style" / "window.qss").read_text(encoding="utf-8"))
        values = {field.name: getattr(self.colours, field.name) for field in fields(Colours)}
        values |= {f"t{size}": f"{self.text_px(size)}px" for size in TEXT_SIZES}
        values |= {f"s{size}": f"{self.space(size)}px" for size in SPACES}
        values["icons"] = (paths.resources() / "icons").as_posix()
        values["shade"] = "dark" if self.dark else "light"
        return template.substitute(values)

    def apply(self, app: QApplication, window: QWidget) -> None:
        """Dress the application, and by the style sheet what is inside `window`.

        A sheet of the whole application would dress what is not in a window yet, and again for each part that it is put
        into: a page took three times as long to be made.
        """
        app.setPalette(self.palette())
        app.setFont(self.font(15))
        window.setStyleSheet(self.sheet())


TEXT_SIZES = (12, 13, 14, 15, 16, 17, 18, 20, 22, 25, 30, 40, 48)
SPACES = (2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32)


def load_fonts() -> list[str]:
    """Load the fonts that come with eventdesk. Returns the files Qt could not read."""
    return [path.name for path in _window_fonts() if QFontDatabase.addApplicationFont(str(path)) < 0]


def _window_fonts() -> Iterator[Path]:
    folder = paths.resources() / "fonts"
    yield from sorted(folder.glob("*-Regular.ttf"))
    yield from sorted(folder.glob("*-SemiBold.ttf"))
    yield from sorted(folder.glob("*-Bold.ttf"))


def system_scale(app: QApplication) -> float:
    """Return how much larger than usual the system's own text is: 1.0 within a third, then as it is."""
    ratio = QFontInfo(app.font()).pixelSize() / SYSTEM_PX
    return 1.0 if ratio < 1.2 else min(ratio, LARGEST_SCALE)


def system_is_dark(app: QApplication) -> bool:
    """Return whether the system asks for a dark window."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
