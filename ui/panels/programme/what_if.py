"""What if: rooms drop out, somebody comes later, a session is more popular; the answer with the fewest changes."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.panels.programme import Programme
from eventdesk.panels.timetable.plan import Replanned, Timetable
from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow, changes_of
from ui.panels.flow.programme_thinking import Asked, Case, What, replanning, unavailable, would_be
from ui.panels.programme.asking import Asking
from ui.panels.programme.case_form import CaseForm
from ui.panels.programme.comparing import Compared
from ui.panels.programme.deeds import Deeds
from ui.panels.spots import where_text
from ui.thinking import Thinking
from ui.widgets.answer_card import AnswerCard
from ui.widgets.button import Button
from ui.widgets.case_list import CaseList
from ui.widgets.change_list import ChangeLine
from ui.work import Work


class WhatIf(Asking):
    """Every case is answered at once; nothing is written before it is applied."""

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds, work: Work) -> None:
        words = look.words
        card = AnswerCard(look, words.t("What if …"), "")
        super().__init__(look, flow, deeds, card, Thinking(work, replanning))
        self.cases: list[Case] = []
        self._waits = False
        self.list, self.form = CaseList(look), CaseForm(look)
        card.above.addWidget(self.list)
        card.above.addWidget(self.form)
        self.form.assumed.connect(self._assume)
        self.list.removed.connect(self._remove)

    def open(self, room: int | None) -> None:
        """Begin with nothing assumed; offer the room that is looked at."""
        self.cases.clear()
        self.thinking.forget()
        self.form.show_programme(self.flow.programme, room)
        self.show_answer()

    def take_focus(self) -> None:
        """Begin with what may happen."""
        self.form.take_focus()

    def asked(self) -> Asked:
        """Ask about the programme as it would be, counting changes from what is on paper."""
        return Asked(self.flow.programme, tuple(self.cases), self.flow.printed())

    def title(self) -> str:
        """Say what is looked for."""
        return self.look.words.t("Looking for the fewest changes")

    def programme(self) -> Programme:
        """Return the programme as it would be, with the rooms that are left."""
        return replace(super().programme(), rooms=would_be(self.flow.programme, self.cases).rooms)

    def headline(self) -> str:
        """Say what the grid shows."""
        cases = " · ".join(self._sentence(case) for case in self.cases)
        return self.look.words.t("What if: {case}", case=cases)

    def beside(self, found: Compared, people: str) -> str:
        """Say what it costs beside today's timetable, unless more or fewer people are assumed than today."""
        if not any(each.what is What.POPULAR for each in self.cases):
            return super().beside(found, people)
        return self.look.words.t("By the wishes: {people}", people=people) if found.won or found.lost else ""

    def invitation(self) -> str:
        """Say what will happen."""
        return self.look.words.t("Choose what may happen. Nothing changes before you apply the answer.")

    def rating(self, found: Timetable) -> str:
        """Say whether the changes are known to be the fewest."""
        words, best = self.look.words, self.thinking.best
        if isinstance(best, Replanned) and best.fewest_proven:
            return words.t("Proven: fewer changes are not enough.")
        return words.t("This would do; a better answer may come.") if self.thinking.busy else ""

    def sentence(self, lines: tuple[ChangeLine, ...]) -> str:
        """Say how few move, and what is to be printed anew."""
        words, programme = self.look.words, self.flow.programme
        if not lines:
            return words.t("Everything can stay where it is.")
        changes = changes_of(programme.timetable, self.timetable or {})
        rooms = {room for each in changes for _, room in (each.before, each.after) if room is not None}
        moves = words.n("One move", "{count} moves", len(lines))
        signs = words.n("reprint one door sign", "reprint {count} door signs", len(rooms))
        return f"{moves} · {signs}"

    def write(self, found: Timetable) -> None:
        """Note what happened, and make the timetable that of today. Raises KnownError."""
        self.flow.apply(found, replanned=True, unavailable=unavailable(self.flow.programme, self.cases))
        self.cases.clear()

    def follow(self) -> None:
        """Ask again about the programme as it is now."""
        self.form.show_programme(self.flow.programme, None)
        if self.cases and self.thinking.asked is not None and self.flow.programme is not self.thinking.asked.programme:
            self.begin()

    def show_answer(self) -> None:
        """Show what is assumed, and the answer."""
        self.list.show_cases([self._sentence(case) for case in self.cases])
        super().show_answer()
        self._order()
        if self._waits and self.found is not None and not self.thinking.busy:
            self._waits = False
            if self.form.isAncestorOf(QApplication.focusWidget() or self.card):
                self.card.take_focus()

    def _may_apply(self) -> bool:
        happened = any(each.what is not What.POPULAR for each in self.cases)
        return self.flow.closed is None and (happened or bool(self._lines()))

    def _sentence(self, case: Case) -> str:
        words, programme = self.look.words, self.flow.programme
        if case.what is What.NO_ROOM:
            return words.t("{room} drops out", room=where_text(programme, case.room) or "–")
        if case.what is What.LATE:
            return words.t("{name} comes at {time}", name=programme.called(case.person), time=case.moment[11:16])
        known = programme.session_of.get(case.session)
        name = known.title if known is not None else "–"
        return words.t("“{name}”: {percent} % of the people", name=name, percent=case.percent)

    def _assume(self, case: Case) -> None:
        if not self.flow.printed():
            self.card.sentence.setText(self.look.words.t("There is no timetable yet. Let one be suggested first."))
            self.card.sentence.show()
            return
        if case not in self.cases:
            self.cases.append(case)
        self._waits = True
        self.begin()

    def _order(self) -> None:
        """Let Tab go on from what may happen to the answer, and only then to what takes a case back."""
        form, card = self.form, self.card
        way = (form.what, form.which, form.time.edit, form.percent, form.do, card.stop, card.take, card.leave)
        for before, after in pairwise((*way, *self.list.findChildren(Button), card.changes)):
            QWidget.setTabOrder(before, after)

    def _remove(self, number: int) -> None:
        del self.cases[number]
        if self.cases:
            self.begin()
        else:
            self.thinking.forget()
            self.show_answer()
        self.form.take_focus()
