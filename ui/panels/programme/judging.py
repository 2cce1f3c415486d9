"""What it would mean to put a session into a cell, in words and people: said while it is carried."""

from eventdesk.words import Words
from eventdesk.words.panels import trouble_sentence
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.grid.carrying import Judged
from ui.panels.grid.geometry import Where
from ui.panels.spots import spot_text
from ui.widgets.ghost import Verdict


def judge(words: Words, flow: PanelsFlow, session: int, where: Where) -> Judged:
    """Say whether a session may be put into a slot and room, why not, and what it costs people."""
    programme = flow.programme
    known = programme.session_of[session]
    if known.spot == where:
        return Judged(Verdict(True, words.t("It is here.")))
    others = flow.in_the_way(session, *where)
    if len(others) == 1 and others[0].slot == where[0] and None not in known.spot:
        other = others[0]
        broken = [each for each in flow.rules_after_swap(session, other.id) if each.is_hard]
        if broken:
            return Judged(Verdict(False, trouble_sentence(words, broken[0])))
        price = flow.price_of_swap(session, other.id)
        swap = words.t("Changes places with “{name}”.", name=other.title)
        return Judged(Verdict(True, f"{swap} {price_sentence(words, price)}", loses=price > 0), price)
    if len(others) == 1 and others[0].slot == where[0]:
        return _loses_place(words, flow, session, where)
    troubles = flow.all_troubles(session, *where)
    if troubles and troubles[0].is_hard:
        return Judged(Verdict(False, trouble_sentence(words, troubles[0])))
    price = flow.price_of_move(session, *where)
    said = [spot_text(words, programme, where) + ".", price_sentence(words, price)]
    said += [trouble_sentence(words, each) for each in troubles]
    return Judged(Verdict(True, " ".join(said), loses=price > 0), price)


def _loses_place(words: Words, flow: PanelsFlow, session: int, where: Where) -> Judged:
    """Say what becomes of the session that is there, when one comes that has no place to change for."""
    other = flow.in_the_way(session, *where)[0]
    broken = [each for each in flow.rules_after_swap(session, other.id) if each.is_hard]
    if broken:
        return Judged(Verdict(False, trouble_sentence(words, broken[0])))
    price = flow.price_of_swap(session, other.id)
    return Judged(Verdict(True, words.t("“{name}” then has no place.", name=other.title), loses=True), price)


def price_sentence(words: Words, price: int) -> str:
    """Return what a move costs people: "12 people more lose a wish or a seat."."""
    if price > 0:
        return words.n("One person more loses a wish or a seat.", "{count} people more lose a wish or a seat.", price)
    if price < 0:
        return words.n(
            "One person fewer loses a wish or a seat.", "{count} people fewer lose a wish or a seat.", -price
        )
    return words.t("Nobody loses anything by that.")
