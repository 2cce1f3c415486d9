"""The card of the directory: how many agreed, whose contacts, in which order, as which file."""

from PySide6.QtCore import Signal

from eventdesk.reports.contacts import By, Whom
from eventdesk.words import mark
from ui.look import Look
from ui.reports.flow.brochure_flow import Agreed
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WHOM = {Whom.ALL: mark("All"), Whom.PROJECTS: mark("Projects"), Whom.PEOPLE: mark("People")}
BY = {By.PLACE: mark("By place"), By.THEME: mark("By theme"), By.NAME: mark("By name")}
FILES = {".csv": mark("CSV …"), ".xlsx": mark("Workbook …"), ".vcf": mark("vCards …"), ".pdf": mark("PDF …")}


class ContactsCard(Card):
    """`asked` carries the ending of the file that is wanted."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        words, space = look.words, look.theme.space
        sentence = words.t("Only those stand in it who agreed that their contact is passed on.")
        super().__init__(look, words.t("Directory of contacts"), sentence, edges=(20, 14, 20, 16))
        self.agreed = Text("", "strong", wrap=True)
        self.whom = Segments(look, [words.t(name) for name in WHOM.values()], 0, words.t("Whose contacts"))
        self.by = Segments(look, [words.t(name) for name in BY.values()], 0, words.t("Order"))
        self.buttons = {suffix: self.button(words.t(name)) for suffix, name in FILES.items()}
        for widget in (self.agreed, self.whom, self.by):
            self.column.addWidget(widget)
        self.column.addWidget(ButtonRow(space(8), list(self.buttons.values())))
        for suffix, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, each=suffix: self.asked.emit(each))

    def wanted(self) -> tuple[Whom, By]:
        """Return whose contacts are wanted, and in which order."""
        return list(WHOM)[self.whom.at()], list(BY)[self.by.at()]

    def show_agreed(self, agreed: Agreed) -> None:
        """Show how many agreed."""
        words = self.look.words
        projects = words.t("{agreed} of {count} projects agreed", agreed=agreed.projects, count=agreed.all_projects)
        people = words.t("{agreed} of {count} people agreed", agreed=agreed.people, count=agreed.all_people)
        self.agreed.setText(f"{projects}\n{people}")
        for button in self.buttons.values():
            button.setEnabled(bool(agreed.projects or agreed.people))
