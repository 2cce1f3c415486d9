"""The card of the event: title, time, place, organiser, whom to call, language."""

from PySide6.QtGui import QFocusEvent

from eventdesk.details import Detail, WrongDetailError, zones
from eventdesk.words import mark
from ui import languages
from ui.look import Look
from ui.moments import moment_text, trouble_sentence, written
from ui.settings.card import Card
from ui.settings.flow import SettingsFlow
from ui.widgets.field import Field, Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

TIMES = (Detail.STARTS, Detail.ENDS)
ROOM = 4000
"""Fields have room for more than is taken, so that what is too long is told and never cut."""


class ZoneBox(SteadyBox):
    """Holds the present time zone; all others are looked up when somebody comes to choose one."""

    def show_zone(self, zone: str) -> None:
        """Choose a zone, without telling."""
        if self.findText(zone) < 0:
            self.addItem(zone)
        self.setCurrentIndex(self.findText(zone))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer all zones."""
        if self.count() < len(zones()):
            present = self.currentText()
            self.clear()
            self.addItems(list(zones()))
            self.show_zone(present)
        super().focusInEvent(event)


class EventCard(Card):
    """Each field is checked while it is typed, and saved when it is left."""

    TITLE = mark("Event")

    def __init__(self, look: Look, flow: SettingsFlow) -> None:
        words = look.words
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t("This stands in the header, on badges and in lists. It is saved as you go."),
        )
        self._flow = flow
        self.fields: dict[Detail, Field] = {}
        self._add_field(Detail.TITLE, words.t("Title"))
        self._add_field(Detail.SUBTITLE, words.t("Subtitle"))
        example = words.t("6 March 2027, 9:00 is written like 6.3.2027 9:00")
        self._add_field(Detail.STARTS, words.t("Starts"), example)
        self._add_field(Detail.ENDS, words.t("Ends"), example)
        self.zone = ZoneBox(words.t("Time zone"))
        self.zone.activated.connect(lambda: self._save(Detail.TIMEZONE, self.zone.currentText()))
        self.rows.add(words.t("Time zone"), self.zone)
        self._add_field(Detail.VENUE, words.t("Venue"))
        self._add_field(Detail.ADDRESS, words.t("Address"))
        self._add_field(Detail.ORGANISER, words.t("Organised by"))
        self._add_field(Detail.CONTACT, words.t("Whom the desk calls"), words.t("A name and a telephone number"))
        self.deletion = Field(look, words.t("Delete people on"), self._check_deletion, longest=ROOM)
        self.deletion.entered.connect(lambda text: self._do(lambda: flow.choose_deletion_day(text)))
        self.rows.add(words.t("Delete people on"), self.deletion)
        self.language = SteadyBox(words.t("Language of the event"))
        self.language.addItems(list(languages.NAMES))
        self.language.activated.connect(lambda number: self._save(Detail.LANGUAGE, languages.CODES[number]))
        self.rows.add(words.t("Language of the event"), self.language)
        self.column.addWidget(Text(words.t("Badges and lists are written in this language."), "small", wrap=True))
        self._figures = Text("", "muted", wrap=True)
        self.column.addWidget(self._figures)
        if flow.closed is not None:
            for control in (*self.fields.values(), self.deletion, self.zone, self.language):
                control.setEnabled(False)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored now."""
        details = self._flow.details
        for detail, field in self.fields.items():
            stored = str(getattr(details, detail.value))
            if detail in TIMES:
                field.show_text(written(stored), self._as_read(stored))
            else:
                field.show_text(stored)
        day = self._flow.deletion_day()
        self.deletion.show_text(written(day), self._about_deletion(day))
        self.zone.show_zone(details.timezone)
        if details.language in languages.CODES:
            self.language.setCurrentIndex(languages.CODES.index(details.language))

    def show_figures(self, figures: str) -> None:
        """Show how much is in the file."""
        self._figures.setText(figures)

    def _add_field(self, detail: Detail, title: str, hint: str = "") -> None:
        field = Field(self.look, title, lambda text: self._check(detail, text), longest=ROOM, hint=hint)
        field.entered.connect(lambda text: self._save(detail, text))
        self.fields[detail] = field
        self.rows.add(title, field)

    def _check(self, detail: Detail, text: str) -> Note:
        try:
            value = self._flow.understood(detail, text)
        except WrongDetailError as error:
            return Note(trouble_sentence(self.look.words, error.trouble), wrong=True)
        return self._as_read(value) if detail in TIMES else Note()

    def _check_deletion(self, text: str) -> Note:
        try:
            return self._about_deletion(self._flow.understood_day(text))
        except WrongDetailError as error:
            return Note(trouble_sentence(self.look.words, error.trouble), wrong=True)

    def _about_deletion(self, day: str) -> Note:
        words = self.look.words
        if not day:
            return Note(words.t("Nobody is reminded yet: say when the event ends."))
        read = moment_text(words, day)
        if day == self._flow.usual_deletion_day() and self._flow.goes_by_the_end():
            return Note(words.t("{day}, two weeks after the end. From then on you are reminded here.", day=read))
        return Note(words.t("{day}. From then on you are reminded here.", day=read))

    def _as_read(self, value: str) -> Note:
        return Note(moment_text(self.look.words, value)) if value else Note()

    def _save(self, detail: Detail, text: str) -> None:
        self._do(lambda: self._flow.change_detail(detail, text))
