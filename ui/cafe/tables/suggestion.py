"""Suggests who sits where: the question behind the button."""

from eventdesk.cafe.cafe import Cafe
from eventdesk.words.cafe import advice_text
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.thinking import Asked, Suggested, suggesting
from ui.cafe.tables import telling
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.faces import with_rotation
from ui.cafe.tables.proposal import Proposal
from ui.look import Look
from ui.widgets.answer_card import Answer
from ui.widgets.reason_line import Line
from ui.widgets.tick import Tick
from ui.work import Work


class Suggestion(Proposal):
    """Begins at once; asks anew where another choice is made."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds, work: Work) -> None:
        words = look.words
        super().__init__(look, flow, deeds, work, (words.t("Suggested tables"), words.t("Suggest")), suggesting)
        self.only_here = Tick(look.theme, words.t("Only people who are in the house"), ticked=True)
        self.keep = Tick(look.theme, words.t("Who has a card keeps it"), ticked=True)
        for tick in (self.only_here, self.keep):
            self.card.above.addWidget(tick)
            tick.toggled.connect(lambda _ticked: self.begin())
        self._known: tuple[Suggested, Cafe] | None = None

    def open(self) -> None:
        """Begin to think at once."""
        self.only_here.setVisible(self.flow.day.is_day)
        self.keep.setVisible(self.flow.cafe.is_printed)
        self.begin()

    def asked(self) -> Asked:
        """Return what is asked now."""
        present = self.flow.day.present if self.only_here.box.isChecked() else None
        keep = self.flow.cafe.is_printed and self.keep.box.isChecked()
        return Asked(self.flow.cafe, present, keep)

    def title(self) -> str:
        """Return what the work is called."""
        return self.look.words.t("Thinking out who sits where")

    def headline(self) -> str:
        """Return what stands above the tables meanwhile."""
        return self.look.words.t("Proposal: nothing has changed yet.")

    def looked_at(self) -> Cafe | None:
        """Return the café as it would be."""
        found: Suggested | None = self.thinking.best
        if found is None:
            return None
        if self._known is None or self._known[0] is not found:
            self._known = found, with_rotation(self.thinking.asked.cafe, found.rotation)
        return self._known[1]

    def rating(self, found: Suggested) -> str:
        """Return how good an answer is known to be."""
        words = self.look.words
        said = telling.proof(words, found.rotation)
        if self.thinking.busy and found.rotation.repeats > found.rotation.lower_bound:
            return f"{said} {words.t('A better one may come.')}".strip()
        return said

    def answer(self, found: Suggested) -> Answer:
        """Return what the card shows of a rotation."""
        words, rotation = self.look.words, found.rotation
        today = self.flow.cafe
        beside = words.t("Today: {said}", said=telling.headline(words, today.repeats)) if today.way_of else ""
        notes = telling.quality_lines(words, rotation.quality)
        if found.advice is not None:
            enough = found.advice.enough and not rotation.repeats
            notes = (*notes, Line(good=enough, text=advice_text(words, found.advice)))
        return Answer(telling.headline(words, rotation.repeats), beside, self._cards_text(found), notes)

    def write(self, found: Suggested) -> str:
        """Give everybody their way. Raises KnownError."""
        words = self.look.words
        applied = self.flow.apply(self.thinking.asked.cafe, found.rotation)
        return words.n(
            "One card is new or has changed.", "{count} cards are new or have changed.", len(applied.changed)
        )

    def _cards_text(self, found: Suggested) -> str:
        """Return how many cards would be others than those that people have."""
        words, before, rounds = self.look.words, self.flow.cafe, [each.id for each in self.flow.cafe.rounds]
        if not before.way_of:
            return ""
        now = {person: tuple(way.tables.get(each) for each in rounds) for person, way in before.way_of.items()}
        others = sum(now.get(person) != way for person, way in found.rotation.ways.items() if person in now)
        said = words.n("One card would change.", "{count} cards would change.", others)
        printed = words.t("Cards have been printed already.") if before.is_printed and others else ""
        return f"{said} {printed}".strip()
