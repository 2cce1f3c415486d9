"""The form of a table, or of several new ones."""

from typing import Any

from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.table import CafeTable
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.form import Form, whole
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.field import Note
from ui.widgets.tick import Tick

USUAL_SEATS, MOST_SEATS, MOST_AT_ONCE = 8, 100, 60


class TableForm(Form):
    """What is said of a table. A new one asks how many there are to be, all alike."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds, table: CafeTable | None) -> None:
        words = look.words
        title = words.t("New tables") if table is None else words.t("Change the table")
        super().__init__(look, title, words.t("Add") if table is None else words.t("Save"))
        self._flow, self._deeds, self._table = flow, deeds, table
        known = table or CafeTable(0, "", "", flow.cafe.tables[-1].seats if flow.cafe.tables else USUAL_SEATS)
        if table is None:
            self.count = self.line(words.t("How many"), "1", self._counted)
            self.add(words.t("How many"), self.count)
        else:
            self.name = self.line(words.t("Name"), known.name, self._named)
            self.add(words.t("Name"), self.name)
        self.seats = self.line(words.t("Seats, with the host's"), str(known.seats), self._seated)
        self.add(words.t("Seats, with the host's"), self.seats)
        if table is not None:
            self.host = self.line(words.t("Host"), flow.cafe.host_name(known), self._hosted, hint=words.t("Name"))
            self.add(words.t("Host"), self.host)
        self.question = self.line(words.t("Question"), known.question)
        self.add(words.t("Question"), self.question)
        self.language = self.line(words.t("Language that is spoken there"), known.language, hint=words.t("any"))
        self.add(words.t("Language that is spoken there"), self.language)
        self.step_free = Tick(look.theme, words.t("Can be reached without steps"), ticked=known.step_free)
        self.column.addWidget(self.step_free)
        self.remove = Button(look, words.t("Remove …"), plain(look.theme.colours), size=14, high=38)
        self.remove.clicked.connect(self._remove)
        self._sure = False
        self.finish(*([self.remove] if table is not None else []))

    def write(self) -> bool:
        """Add the tables, or change the one."""
        fields: dict[str, Any] = {
            "seats": int(self.seats.text()),
            "question": self.question.text().strip(),
            "language": self.language.text().strip(),
            "step_free": self.step_free.box.isChecked(),
        }
        if self._table is None:
            names = self._new_names(int(self.count.text()))
            return self._deeds.done(lambda: self._flow.add_tables(names, fields))
        table, typed = self._table, self.host.text().strip()
        if typed != self._flow.cafe.host_name(table):
            guest = self._guest(typed)
            fields["host"] = typed if guest is None else guest.ref or guest.name
        fields["name"] = self.name.text().strip()
        return self._deeds.done(lambda: self._flow.change_table(table.id, fields))

    def _new_names(self, count: int) -> list[str]:
        """Return names that no table has yet: "Table 14"."""
        words, taken = self.look.words, {each.name for each in self._flow.cafe.tables}
        names: list[str] = []
        number = len(taken)
        while len(names) < count:
            number += 1
            name = words.t("Table {number}", number=number)
            if name not in taken:
                names.append(name)
        return names

    def _guest(self, typed: str) -> CafeGuest | None:
        """Return the one person who is called so, by name or by id."""
        wanted = typed.casefold()
        found = [
            each
            for each in self._flow.cafe.guests.values()
            if wanted and wanted in (each.name.casefold(), each.list_name.casefold(), each.ref.casefold())
        ]
        return found[0] if len(found) == 1 else None

    def _hosted(self, text: str) -> Note:
        words = self.look.words
        if not text or self._guest(text) is not None:
            return Note()
        return Note(words.t("Nobody on the list is called so: the name only stands on papers."))

    def _counted(self, text: str) -> Note:
        if whole(text, 1, MOST_AT_ONCE) is None:
            return Note(self.look.words.t("A number from 1 to {most}", most=MOST_AT_ONCE), wrong=True)
        return Note()

    def _seated(self, text: str) -> Note:
        if whole(text, 1, MOST_SEATS) is None:
            return Note(self.look.words.t("A number from 1 to {most}", most=MOST_SEATS), wrong=True)
        return Note()

    def _named(self, text: str) -> Note:
        return Note() if text else Note(self.look.words.t("A table needs a name."), wrong=True)

    def _remove(self) -> None:
        """Say first what that means; do it when asked again."""
        table = self._table
        if table is None:
            return
        if not self._sure:
            self._sure = True
            self.remove.say(self.look.words.t("Remove it: its people have no seat then"))
            self.row.refit()
        elif self._deeds.done(lambda: self._flow.remove_table(table.id)):
            self.saved.emit()
