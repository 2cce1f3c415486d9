"""Sentences about places that were given out, about waiting lists and about what is wrong with a protocol."""

from typing import assert_never

from eventdesk.panels.place import Way
from eventdesk.panels.seating.checking import Breach, Wrong
from eventdesk.panels.seating.outcome import Outcome, Status
from eventdesk.words import Words


def way_text(words: Words, way: Way) -> str:
    """Return what a way of giving out places is about."""
    match way:
        case Way.LEXIMIN:
            return words.t("As fair as can be: the worst off first")
        case Way.RANK_MAXIMAL:
            return words.t("As many first wishes as can be, then second ones")
        case Way.REGISTRATION:
            return words.t("In the order of registration")
        case Way.LOTTERY:
            return words.t("By lots")
        case _:
            assert_never(way)


def proof_text(words: Words, outcome: Outcome) -> str:
    """Return what is proven about an outcome, and no more than that."""
    if outcome.status is Status.INFEASIBLE:
        return words.t("There are no places to give out: no session that people can choose has both a slot and a room.")
    if outcome.pareto_proven:
        return words.t("Proven: nobody can sit better unless somebody else sits worse.")
    match outcome.way:
        case Way.LEXIMIN:
            return words.t("Not everything is proven: with more time it may become fairer.")
        case Way.RANK_MAXIMAL if outcome.status is Status.OPTIMAL:
            return words.t("Proven: no other way gives more first wishes, and then more second ones, and so on.")
        case Way.RANK_MAXIMAL:
            return words.t("Not everything is proven: with more time more wishes may come true.")
        case Way.REGISTRATION:
            return words.t("Who registered first chose first; nothing else was weighed.")
        case Way.LOTTERY:
            return words.t("Whose lot was first chose first; nothing else was weighed.")
        case _:
            assert_never(outcome.way)


def outcome_texts(words: Words, outcome: Outcome) -> list[str]:
    """Return how content people are, the best first, and how many have no place."""
    texts = []
    for regret, people in outcome.regret.items():
        if regret == 0:
            texts.append(
                words.n("{count} person has the best that was possible for them.",
                        "{count} people have the best that was possible for them.", people)
            )  # fmt: skip
        else:
            texts.append(
                words.n("{count} person is {regret} away from the best that was possible for them.",
                        "{count} people are {regret} away from the best that was possible for them.",
                        people, regret=regret)
            )  # fmt: skip
    if outcome.unplaced:
        texts.append(
            words.n("{count} person with wishes has no place at all.",
                    "{count} people with wishes have no place at all.", outcome.unplaced)
        )  # fmt: skip
    if outcome.silent:
        texts.append(
            words.n("{count} person without wishes got a place that was left.",
                    "{count} people without wishes got a place that was left.", len(outcome.silent))
        )  # fmt: skip
    return texts


def breach_text(words: Words, breach: Breach) -> str:
    """Return what is wrong in a protocol, in one sentence."""
    match breach.code:
        case Wrong.UNREADABLE:
            return words.t("This is not the protocol of a draw, or a part of it is missing: {what}", what=breach.what)
        case Wrong.TOO_MANY:
            return words.t("{what}: more people than seats.", what=breach.what)
        case Wrong.TWO_AT_ONCE:
            return words.t("{what} is in two sessions at one time.", what=breach.what)
        case Wrong.SAME_TWICE:
            return words.t("{what} has the same session twice.", what=breach.what)
        case Wrong.NOT_OPEN:
            return words.t("{what} has a session that they cannot have.", what=breach.what)
        case Wrong.LOTS:
            return words.t("{what}: a worse lot got the better places, or the lot is wrong.", what=breach.what)
        case Wrong.REGRET | Wrong.LEVELS | Wrong.UNPLACED:
            return words.t("The figures do not follow from the places: {what}", what=breach.what)
        case Wrong.AGAIN:
            return words.t("Drawn again, the same seed gives something else: {what}", what=breach.what)
        case _:
            assert_never(breach.code)
