"""What the page says while nobody is on the list: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import ActionId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class Nobody(QWidget):
    """Badges need people."""

    import_asked = Signal()
    people_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        self.list = Button(
            look,
            words.t("Import a list"),
            primary(theme.colours),
            icon="import",
            key=key_of(words, ActionId.IMPORT_LIST),
        )
        self.people = Button(look, words.t("Add people by hand"), plain(theme.colours), icon="people")
        self.list.clicked.connect(self.import_asked)
        self.people.clicked.connect(self.people_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        column.addWidget(Text(words.t("No badges yet"), "heading", wrap=True))
        sentence = words.t("Badges are made for the people on the list. Then you see here how they look.")
        column.addWidget(Text(sentence, "lead", wrap=True))
        column.addWidget(Wrapping(theme.space(10), [self.list, self.people]))
        column.addStretch(2)

    def take_focus(self) -> None:
        """Begin at what is to be done first."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
