"""How the verbs of the World Café answer: keys of their JSON, and lines for people."""

from dataclasses import asdict
from typing import Any

from eventdesk.cafe import planning
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.itinerary import Sitting
from eventdesk.cafe.outcome import Applied, Closed, Furnished, HandedOver
from eventdesk.cafe.rotation.types import NOWHERE, Itinerary, Rotation
from eventdesk.words import Words
from eventdesk.words.cafe import advice_text, quality_lines, repeats_text, table_text, tables_phrase, tables_text


class Answers:
    """Answers about one World Café, in one language."""

    def __init__(self, words: Words, cafe: Cafe, present: frozenset[int] | None = None) -> None:
        """Take who is asked about: those who are `present`, or all who take part."""
        self._words, self._cafe, self._present = words, cafe, present

    def rotation(self, found: Rotation) -> dict[str, Any]:
        """Return a rotation under the keys of the command line."""
        cafe, ordered = self._cafe, self._in_order(found)
        return {
            "tables": len(cafe.tables),
            "rounds": len(cafe.rounds),
            "people": len(found.ways),
            "who": "registered" if self._present is None else "present",
            "repeats": found.repeats,
            "repeats_at_least": found.lower_bound,
            "way": found.way.value,
            "sizes": self._sizes(found),
            "hosts_stay": all({*found.ways.get(host, ())} <= {table} for table, host in self._hosts()),
            "rounds_table": {
                str(each.number): {
                    table.ref: [self.person(who) for who, way in ordered if way[at] == table.id]
                    for table in cafe.tables
                }
                for at, each in enumerate(cafe.rounds)
            },
            "spare": len(found.spare),
            "quality": asdict(found.quality),
            "seconds": round(found.seconds, 3),
            "seed": found.seed,
            "advice": self.advice(),
        }

    def rotation_lines(self, found: Rotation) -> list[str]:
        """Return a rotation for people: how good it is, and who sits where."""
        words, cafe = self._words, self._cafe
        who = words.t("all who are registered") if self._present is None else words.t("those who are in the house")
        sizes = [size for size in self._sizes(found) if size] or [0]
        head = (
            words.n("one person ({who})", "{count} people ({who})", len(found.ways), who=who),
            tables_phrase(words, len(cafe.tables), min(sizes), max(sizes)),
            words.n("one round", "{count} rounds", len(cafe.rounds)),
        )
        lines = [
            f"{' · '.join(head)}.",
            repeats_text(words, found.repeats),
            *quality_lines(words, found.quality),
            self.advice(),
        ]
        for at, each in enumerate(cafe.rounds):
            lines.append(words.t("Round {number}", number=each.number))
            for table in cafe.tables:
                there = [cafe.guests[who].name for who, way in self._in_order(found) if way[at] == table.id]
                lines.append(f"  {table_text(words, table.name)}: {', '.join(there) or '–'}")
        return lines

    def furnished_lines(self, done: Furnished) -> list[str]:
        """Return which tables and rounds were added, or taken away."""
        words, lines = self._words, []
        if done.tables:
            lines.append(words.n("One table was added.", "{count} tables were added.", len(done.tables)))
        if done.rounds > 0:
            lines.append(words.n("One round was added.", "{count} rounds were added.", done.rounds))
        if done.rounds < 0:
            lines.append(words.n("One round was taken away.", "{count} rounds were taken away.", -done.rounds))
        return lines

    def applied_line(self, done: Applied) -> str:
        """Return what was written of a rotation."""
        words = self._words
        if done.eid is None:
            return words.t("Everybody has this card already.")
        return words.n("{count} card is new or changed.", "{count} cards are new or changed.", len(done.changed))

    def handed_over(self, done: HandedOver) -> dict[str, Any]:
        """Return what was handed over under the keys of the command line; `_cafe` is as it is afterwards."""
        return {
            "taken": {
                self.person(who): None if whose is None else self.person(whose) for who, whose in done.taken.items()
            },
            "extra": [self.person(who) for who in done.extra],
            "waiting": [self.person(who) for who in done.waiting],
            "left": list(done.left),
            "without_host": [table.ref for table in planning.without_host(self._cafe)],
            "repeats": done.repeats,
            "cards": {self.person(who): self._card(who) for who in (*done.taken, *done.extra)},
        }

    def handed_over_lines(self, done: HandedOver) -> list[str]:
        """Return who sits where now, one line each."""
        words = self._words
        lines = []
        for who, whose in done.taken.items():
            card = self._cafe.way_of[who].number
            other = None if whose is None else self._cafe.guests.get(whose)
            if other is None:
                lines.append(words.t("{name}: card {number}", name=self._name(who), number=card))
            else:
                said = words.t(
                    "{name}: card {number}, which was for {other}", name=self._name(who), number=card, other=other.name
                )
                lines.append(said)
            lines.append(f"  {self._tables(who)}")
        for who in done.extra:
            lines.append(words.t("{name}: on a chair put to the tables", name=self._name(who)))
            lines.append(f"  {self._tables(who)}")
        lines += [words.t("{name}: no seat is left", name=self._name(who)) for who in done.waiting]
        if done.left:
            numbers = ", ".join(str(number) for number in sorted(done.left))
            lines.append(words.t("Free cards: {numbers}", numbers=numbers))
        for table in planning.without_host(self._cafe):
            lines.append(words.t("{table} has no host now.", table=table_text(words, table.name)))
        return [*lines, repeats_text(words, done.repeats)]

    def closed(self, done: Closed) -> dict[str, Any]:
        """Return who sits elsewhere because a table is closed, under the keys of the command line."""
        return {
            "table": self._cafe.table_of[done.table].ref,
            "from": done.from_round,
            "moved": [
                {
                    "person": self.person(step.person),
                    "round": self._cafe.round_of[step.round].number,
                    "table": "" if step.after is None else self._cafe.table_of[step.after].ref,
                }
                for step in done.moved.steps
            ],
            "repeats": done.moved.repeats,
        }

    def closed_lines(self, done: Closed) -> list[str]:
        """Return who sits elsewhere because a table is closed, for people."""
        words, cafe = self._words, self._cafe
        name = table_text(words, cafe.table_of[done.table].name)
        lines = [words.t("{table} is closed from round {number} on.", table=name, number=done.from_round)]
        for step in done.moved.steps:
            number, who = cafe.round_of[step.round].number, self._name(step.person)
            if step.after is None:
                lines.append(words.t("{name}: no seat in round {number}", name=who, number=number))
            else:
                table = table_text(words, cafe.table_of[step.after].name)
                lines.append(words.t("{name}, round {number}: {table}", name=who, number=number, table=table))
        return [*lines, repeats_text(words, done.moved.repeats)]

    def advice(self) -> str:
        """Return what the number of tables allows."""
        return advice_text(self._words, planning.advice_for(self._cafe, self._present))

    def person(self, who: int) -> str:
        """Return what a person is called in answers: their id in the list they came from, else their badge code."""
        guest = self._cafe.guests.get(who)
        return "" if guest is None else guest.ref or guest.code

    def _name(self, who: int) -> str:
        return self._cafe.guests[who].name

    def _tables(self, who: int) -> str:
        way = self._cafe.way_of[who].tables
        return tables_text(
            self._words,
            [
                Sitting(each.number, each.starts, self._cafe.table_of[way[each.id]].name)
                for each in self._cafe.rounds
                if each.id in way
            ],
        )

    def _in_order(self, found: Rotation) -> list[tuple[int, Itinerary]]:
        """Return who sits where: hosts first, then by name."""
        hosted, guests = self._cafe.hosted_by, self._cafe.guests
        return sorted(found.ways.items(), key=lambda each: (each[0] not in hosted, guests[each[0]].order))

    def _card(self, who: int) -> dict[str, str]:
        way = self._cafe.way_of[who].tables
        return {str(each.number): self._cafe.table_of[way[each.id]].ref for each in self._cafe.rounds if each.id in way}

    def _sizes(self, found: Rotation) -> list[int]:
        """Return how many people sit at each table in the first round."""
        first = [way[0] for way in found.ways.values() if way and way[0] != NOWHERE]
        return [first.count(table.id) for table in self._cafe.tables]

    def _hosts(self) -> list[tuple[int, int]]:
        return [(table, guest.id) for table, guest in self._cafe.host_at.items()]
