"""What another timetable would mean, beside today's: who gets a place and who loses it, both counted alike."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

from eventdesk.panels.cost import Cost, programme_cost
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.panels.timetable.plan import Spots
from eventdesk.words import Words
from ui.panels.flow.programme_flow import whole
from ui.panels.programme.telling import people_text


@dataclass(frozen=True)
class Compared:
    """Row ids of sessions that get a slot and room, that lose them, and that have none before and after.

    `both` have one before and after. `seated` people have a place in those that lose it, `wishers` wish for
    one of them. `today` and `then` are what the timetables cost, only with those that are in `both`. `twice` people
    would have two places at one time.
    """

    won: tuple[int, ...]
    lost: tuple[int, ...]
    still: tuple[int, ...]
    both: tuple[int, ...]
    seated: int
    wishers: int
    today: Cost
    then: Cost
    twice: int


def compared(programme: Programme, timetable: Mapping[int, Spot]) -> Compared:
    """Compare a timetable with that of today."""
    before, after = whole(programme.timetable), whole(timetable)
    known = [each.id for each in programme.sessions]
    lost = tuple(each for each in known if each in before and each not in after)
    both = tuple(each for each in known if each in before and each in after)
    return Compared(
        won=tuple(each for each in known if each in after and each not in before),
        lost=lost,
        still=tuple(each for each in known if each not in before and each not in after),
        both=both,
        seated=len({place.person for each in lost for place in programme.places_in.get(each, ())}),
        wishers=len({person for each in lost for person in programme.wishers.get(each, ())}),
        today=programme_cost(programme, {each: before[each] for each in both}),
        then=programme_cost(programme, {each: after[each] for each in both}),
        twice=len(_twice(programme, after, {each for each in both if before[each][0] != after[each][0]})),
    )


def headline(words: Words, found: Compared) -> str:
    """Return what matters most: sessions that get or lose a place; empty if none does."""
    parts = []
    if found.lost:
        lost = words.n("One session loses its place", "{count} sessions lose their place", len(found.lost))
        if found.seated:
            who = words.n("one person has a place there", "{count} people have a place there", found.seated)
        else:
            who = words.n("one person wants to go there", "{count} people want to go there", found.wishers)
        parts.append(words.t("{sessions}: {people}", sessions=lost, people=who))
    if found.won:
        parts.append(words.n("One session gets a place", "{count} sessions get a place", len(found.won)))
    if found.still:
        parts.append(words.n("One session still has none", "{count} sessions still have none", len(found.still)))
    return " · ".join(parts) if found.lost or found.won else ""


def beside_today(words: Words, found: Compared, people: str) -> str:
    """Return what both timetables cost by the wishes, counted alike; `people`: what the other one costs as a whole."""
    then, today = found.then, found.today
    if not headline(words, found):
        return words.t("Today: {people}", people=people_text(words, today.lost_by_clash, today.turned_away))
    said = words.t("By the wishes: {people}", people=people)
    if not found.both:
        return said
    alike = words.t(
        "Counting the same sessions in both: {lost} lost, {away} turned away (today: {lost_now}, {away_now})",
        lost=then.lost_by_clash,
        away=then.turned_away,
        lost_now=today.lost_by_clash,
        away_now=today.turned_away,
    )
    return f"{said}\n{alike}"


def twice_text(words: Words, people: int, key: str) -> str:
    """Return that people would have two places at one time, and what to do; empty for nobody."""
    if not people:
        return ""
    said = words.n(
        "One person would have two places at one time.", "{count} people would have two places at one time.", people
    )
    return f"{said} {words.t('Give out the places anew afterwards ({key}).', key=key)}"


def _twice(programme: Programme, spots: Spots, moved: Collection[int]) -> set[int]:
    """Return who has places in two sessions at one time, of which one is at another time than before."""
    if not moved:
        return set()
    there = {
        each: {place.person for place in programme.places_in[each]} for each in spots if each in programme.places_in
    }
    return {
        person
        for one, two in combinations(there, 2)
        if (one in moved or two in moved) and spots[two][0] in programme.concurrent[spots[one][0]]
        for person in there[one] & there[two]
    }
