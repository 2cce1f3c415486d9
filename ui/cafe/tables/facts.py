"""What the card says of a person, of a table, or of the café as a whole."""

from collections import Counter
from collections.abc import Sequence

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.pair import Pair, PairKind
from eventdesk.cafe.rotation.types import Thin
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.cafe_day import CafeDay
from eventdesk.people.role import sector_name
from eventdesk.words import Words
from ui.cafe.clock.telling import time_text
from ui.cafe.tables.choice_card import Deed, Facts
from ui.cafe.tables.faces import table_of
from ui.cafe.tables.judging import names_text
from ui.widgets.reason_line import Line


def of_person(words: Words, cafe: Cafe, day: CafeDay, guest: CafeGuest, *, able: bool) -> Facts:
    """Return what is known of somebody, and what can be done about them."""
    way, host = cafe.way_of.get(guest.id), cafe.hosted_by.get(guest.id)
    absent = day.present is not None and guest.id not in day.present
    sector = sector_name(words, guest.sector) if guest.sector else ""
    label = " · ".join(each for each in (sector, words.t("host of {table}", table=cafe.table_of[host].name)
                                         if host is not None else "") if each)  # fmt: skip
    lines = []
    if absent:
        lines.append(Line(good=False, text=words.t("Not in the house.")))
    if way is None and guest.takes_part:
        lines.append(Line(good=False, text=words.t("Has no table yet.")))
    met = cafe.met_by.get(guest.id, Counter[int]())
    again = [each for each in met if frozenset((guest.id, each)) in cafe.again and _is_there(day, each)]
    if again:
        lines.append(Line(good=False, text=words.t("Meets again: {names}.", names=names_text(words, cafe, again))))
    elif way is not None and met:
        meets = words.n("Meets one person, and once.", "Meets {count} people, each once.", len(met))
        lines.append(Line(good=True, text=meets))
    deeds = _person_deeds(host=host is not None, seated=way is not None)
    return Facts(
        label=label,
        name=guest.name,
        line=guest.organisation,
        ways=tuple(_way_line(words, cafe, guest.id, each) for each in cafe.rounds) if way is not None else (),
        small=" · ".join(each for each in (", ".join(guest.languages), _card_text(words, cafe, guest)) if each),
        reasons=tuple(lines),
        pairs=tuple(_pair_text(words, cafe, guest.id, pair.kind, pair.people) for pair in pairs_of(cafe, guest.id)),
        deeds=deeds if able else (),
    )


def pairs_of(cafe: Cafe, person: int) -> list[Pair]:
    """Return the wishes about somebody and somebody else."""
    return [pair for pair in cafe.pairs if person in pair.people]


def of_table(words: Words, cafe: Cafe, day: CafeDay, table: CafeTable, round_id: int | None, *, able: bool) -> Facts:
    """Return what is known of a table, and what can be done about it."""
    host = cafe.host_name(table)
    seats = words.n("one seat", "{count} seats", table.seats)
    language = words.t("spoken: {language}", language=table.language) if table.language else ""
    steps = "" if table.step_free else words.t("not without steps")
    lines = []
    if table.closed_from is not None:
        said = words.t("Closed from round {number} on.", number=table.closed_from)
        lines.append(Line(good=False, text=said))
    elif round_id is not None:
        lines += _table_lines(words, cafe, day, table, round_id)
    deeds = (Deed.CHANGE, Deed.REOPEN if table.closed_from is not None else Deed.CLOSE, Deed.RESULTS)
    return Facts(
        label=" · ".join(each for each in (seats, language, steps) if each),
        name=table.name,
        line=table.question,
        small=words.t("Host: {name}", name=host) if host else words.t("Nobody hosts this table."),
        reasons=tuple(lines),
        deeds=deeds if able else (),
    )


def of_cafe(words: Words, cafe: Cafe, day: CafeDay, thin: Sequence[Thin], *, able: bool) -> Facts:
    """Return what is known of everything; `thin` are tables with few people."""
    waiting, repeats = len(day.late) if day.is_day else len(cafe.without_way), cafe.repeats_of(day.present)
    lines = []
    if not cafe.way_of:
        name = words.t("Nobody has a table yet")
    else:
        name = words.n("One time two people meet again", "{count} times two people meet again", repeats)
        name = words.t("Nobody meets anybody twice") if not repeats else name
    if cafe.way_of and waiting:
        if day.is_day:
            said = words.n("One person waits for a table.", "{count} people wait for a table.", waiting)
        else:
            said = words.n("One person has no table.", "{count} people have no table.", waiting)
        lines.append(Line(good=False, text=said))
    lines += _absent_lines(words, len(day.absent))
    lines += [_thin_line(words, cafe, each) for each in thin]
    if cafe.free:
        lines.append(Line(good=True, text=words.n("One card is free.", "{count} cards are free.", len(cafe.free))))
    before = (
        ""
        if day.is_day or not cafe.guests
        else words.t("Nobody has been checked in today: all who are registered count.")
    )
    return Facts(
        label=words.t("Today's tables"),
        name=name,
        line=_size_text(words, cafe),
        small=before,
        reasons=tuple(lines),
        deeds=(Deed.ADD, Deed.ROUNDS, Deed.ROLES) if able else (),
    )


def _thin_line(words: Words, cafe: Cafe, thin: Thin) -> Line:
    where = {"table": cafe.table_of[thin.table].name, "number": thin.round + 1}
    said = words.n(
        "{table}: only one person in round {number}. It can be closed.",
        "{table}: only {count} people in round {number}. It can be closed.",
        thin.people,
        **where,
    )
    return Line(good=False, text=said)


def _person_deeds(*, host: bool, seated: bool) -> tuple[Deed, ...]:
    if not seated:
        return (Deed.JOIN, Deed.MOVE, Deed.TOGETHER, Deed.APART)
    if host:
        return (Deed.MOVE, Deed.GIVE_BACK)
    return (Deed.MOVE, Deed.GIVE_BACK, Deed.SWAP, Deed.TOGETHER, Deed.APART)


def _table_lines(words: Words, cafe: Cafe, day: CafeDay, table: CafeTable, round_id: int) -> list[Line]:
    seated = cafe.at(round_id, table.id)
    people = [each for each in seated if _is_there(day, each)]
    lines = _absent_lines(words, len(seated) - len(people))
    sectors: dict[str, int] = {}
    for person in people:
        sector = cafe.guests[person].sector
        if sector:
            sectors[sector] = sectors.get(sector, 0) + 1
    if sectors:
        said = ", ".join(f"{sector_name(words, each)} {count}" for each, count in sectors.items())
        lines.append(Line(good=True, text=said))
    if len(people) > table.seats:
        more = words.n("One chair more is needed.", "{count} more chairs are needed.", len(people) - table.seats)
        lines.append(Line(good=False, text=more))
    return lines


def _absent_lines(words: Words, count: int) -> list[Line]:
    said = words.n("One person with a card is not here.", "{count} people with a card are not here.", count)
    return [Line(good=False, text=said)] if count else []


def _is_there(day: CafeDay, person: int) -> bool:
    return day.present is None or person in day.present


def _way_line(words: Words, cafe: Cafe, person: int, each: CafeRound) -> str:
    table = table_of(cafe, person, each.id)
    where = cafe.table_of[table].name if table in cafe.table_of and table is not None else "–"
    name = words.t("Round {number}", number=each.number)
    return " · ".join(part for part in (name, time_text(each), where) if part)


def _card_text(words: Words, cafe: Cafe, guest: CafeGuest) -> str:
    way = cafe.way_of.get(guest.id)
    return words.t("Card {number}", number=way.number) if way is not None else ""


def _pair_text(words: Words, cafe: Cafe, person: int, kind: PairKind, people: frozenset[int]) -> str:
    (other,) = people - {person}
    name = cafe.guests[other].name if other in cafe.guests else "?"
    if kind is PairKind.TOGETHER:
        return words.t("Must sit with {name}.", name=name)
    return words.t("Must not sit with {name}.", name=name)


def _size_text(words: Words, cafe: Cafe) -> str:
    people = words.n("one person", "{count} people", len(cafe.way_of) or len(cafe.without_way))
    tables = words.n("one table", "{count} tables", sum(each.closed_from is None for each in cafe.tables))
    rounds = words.n("one round", "{count} rounds", len(cafe.rounds))
    return f"{people} · {tables} · {rounds}"
