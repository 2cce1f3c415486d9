"""How content people are, as lines of two or three columns: which wish, today, and as it would be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from eventdesk.words import Words
from ui.look import Look
from ui.panels.places.standing import Content
from ui.widgets.text import Text

MOST_RANKS = 6


class ContentTable(QWidget):
    """A line for each wish, one for places nobody wished, one for those without a place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(look.theme.space(6))
        self._grid.setHorizontalSpacing(look.theme.space(18))
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[Text, Text, Text]] = []
        for row in range(MOST_RANKS + 3):
            texts = Text("", wrap=True), Text("", "strong"), Text("", "strong")
            self._grid.addWidget(texts[0], row, 0)
            for column, text in enumerate(texts[1:], 1):
                self._grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            texts[0].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._rows.append(texts)

    def show_content(self, now: Content, then: Content | None = None) -> None:
        """Show how it is, and how it would be."""
        words = self._look.words
        lines = [("", words.t("today"), words.t("then"))] if then is not None else []
        lines += [
            (name, str(today), str(after))
            for (name, today), (_, after) in zip(
                counted(words, now, then), counted(words, then or now, now), strict=True
            )
        ]
        for number, texts in enumerate(self._rows):
            shown = number < len(lines)
            for text, told in zip(texts, lines[number] if shown else ("", "", ""), strict=True):
                text.setText(told)
                text.setVisible(shown)
            texts[1].be("label" if then is not None and number == 0 else "muted" if then is not None else "strong")
            texts[2].setVisible(shown and then is not None)
            texts[2].be("label" if then is not None and number == 0 else "strong")
        last = self._rows[len(lines) - 1][2 if then is not None else 1]
        last.be("proven" if (then or now).without == 0 else "danger")
        self.setAccessibleName(" · ".join(" ".join(filter(None, line)) for line in lines))

    def texts(self) -> list[str]:
        """Return what can be read, line by line."""
        return [" ".join(text.text() for text in row if not text.isHidden()).strip()
                for row in self._rows if not row[0].isHidden()]  # fmt: skip


def counted(words: Words, shown: Content, beside: Content | None = None) -> list[tuple[str, int]]:
    """Return what is counted, in the order of wishes; `beside`: what stands beside it has lines of its own, too."""
    both = (shown, *((beside,) if beside is not None else ()))
    longest = min(max(max(each.most, *(rank + 1 for rank in each.ranks), 0) for each in both), MOST_RANKS)
    lines = [(words.t("Wish {number}", number=rank + 1), shown.ranks.get(rank, 0)) for rank in range(longest)]
    if any(_beyond(each) for each in both):
        lines.append((words.t("another session"), _beyond(shown)))
    return [*lines, (words.t("without any place"), shown.without)]


def _beyond(shown: Content) -> int:
    """Return how many places are in none of the wishes that have a line."""
    return shown.other + sum(count for rank, count in shown.ranks.items() if rank >= MOST_RANKS)
