"""What it would mean to let somebody sit at a table, in words: said while they are carried."""

from collections.abc import Sequence

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.pair import PairKind
from eventdesk.words import Words
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.hall.carrying import Judged
from ui.cafe.hall.painting import Tag
from ui.cafe.tables.faces import table_of
from ui.widgets.ghost import Verdict

MOST_NAMED = 3


def judge(words: Words, flow: CafeFlow, person: int, round_id: int, table: int) -> Judged:
    """Say whether somebody may sit at a table in a round, why not, and what it costs."""
    cafe = flow.cafe
    where, number = cafe.table_of[table], cafe.round_of[round_id].number
    if not where.open_in(number):
        said = words.t("{table} is closed in this round.", table=where.name)
        return Judged(Verdict(allowed=False, sentence=said), Tag("–", allowed=False))
    if table_of(cafe, person, round_id) == table:
        return Judged(Verdict(allowed=True, sentence=words.t("They sit here.")), Tag("="))
    price = flow.price(person, round_id, table)
    again, spared = len(price.meets_again), len(price.spared)
    sentences = [f"{where.name}.", _again_text(words, cafe, price.meets_again)]
    if spared:
        sentences.append(words.n("One meeting again less.", "{count} meetings again less.", spared))
    troubles = _troubles(words, flow, person, round_id, table)
    loses = again > spared or bool(troubles)
    change = again - spared
    text = f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "±0"
    tag = Tag(f"{text}!" if troubles else text, loses=loses)
    said = " ".join(each for each in (*sentences, *troubles) if each)
    return Judged(Verdict(allowed=True, sentence=said, loses=loses), tag)


def names_text(words: Words, cafe: Cafe, people: Sequence[int]) -> str:
    """Return a few names, and how many more there are."""
    named = [cafe.guests[each].name for each in people if each in cafe.guests]
    said = ", ".join(named[:MOST_NAMED])
    more = len(named) - MOST_NAMED
    return words.n("{names} and one more", "{names} and {count} more", more, names=said) if more > 0 else said


def _again_text(words: Words, cafe: Cafe, people: Sequence[int]) -> str:
    if not people:
        return words.t("Meets nobody again.")
    return words.t("Meets again: {names}.", names=names_text(words, cafe, people))


def _troubles(words: Words, flow: CafeFlow, person: int, round_id: int, table: int) -> list[str]:
    """Return what else would be wrong with it, of those who are there."""
    cafe = flow.cafe
    guest, where = cafe.guests[person], cafe.table_of[table]
    there_now = (each for each in cafe.at(round_id, table) if each != person and flow.is_present(each))
    others = [cafe.guests[each] for each in there_now]
    found = []
    if len(others) + 1 > where.seats:
        found.append(words.t("All {seats} seats are taken: one more chair.", seats=where.seats))
    colleagues = [each.id for each in others if guest.organisation and each.organisation == guest.organisation]
    if colleagues:
        found.append(words.t("Same organisation: {names}.", names=names_text(words, cafe, colleagues)))
    same = [each for each in others if guest.sector and each.sector == guest.sector]
    if same and len(same) == len(others):
        found.append(words.t("All there come from the same sector."))
    spoken = {each.casefold() for each in guest.languages}
    if where.language and spoken and where.language.casefold() not in spoken:
        found.append(words.t("{language} is spoken there.", language=where.language))
    elif spoken and others and not any(spoken & {one.casefold() for one in each.languages} for each in others):
        found.append(words.t("Nobody there speaks their language."))
    if guest.step_free and not where.step_free:
        found.append(words.t("The table cannot be reached without steps."))
    there = {each.id for each in others}
    for pair in cafe.pairs:
        if person not in pair.people:
            continue
        (other,) = pair.people - {person}
        if other in there and pair.kind is PairKind.APART:
            found.append(words.t("Must not sit with {name}.", name=_name(cafe, other)))
        elif other not in there and pair.kind is PairKind.TOGETHER:
            found.append(words.t("Must sit with {name}.", name=_name(cafe, other)))
    return found


def _name(cafe: Cafe, person: int) -> str:
    return cafe.guests[person].name if person in cafe.guests else "?"
