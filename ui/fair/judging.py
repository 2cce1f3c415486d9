"""Whether somebody may stand at a booth, in words: said while they are carried, and when they are put down."""

from collections.abc import Collection, Iterable

from eventdesk.codes import StandCode
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.standing import StandTrouble
from eventdesk.words import Words
from eventdesk.words.fair import stand_trouble_sentence
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.standing import numbers
from ui.widgets.ghost import Verdict

_THERE = frozenset({StandCode.TAKEN, StandCode.KEPT_FOR_OTHER})


def judge(words: Words, flow: FairFlow, exhibitor: int, booth: int) -> Verdict:
    """Say whether an exhibitor may stand at a booth, and what becomes of who stands there."""
    fair, standing = flow.fair, flow.standing
    if booth in fair.stands.get(exhibitor, ()):
        return Verdict(True, words.t("They stand here."))
    booths = flow.booths_for(exhibitor, booth)
    others = {other for each in booths for other in fair.standing_on.get(each, ()) if other != exhibitor}
    if len(others) > 1 or any(set(fair.stands[other]) != set(booths) for other in others):
        return _refused(words, flow.troubles(exhibitor, booths))
    troubles = _but_for_pins(flow.troubles(exhibitor, booths, swapping=bool(others)), others)
    if troubles:
        return _refused(words, troubles)
    if not others:
        place = numbers(standing.booths[each] for each in booths)
        return Verdict(True, words.t("Booth {number}: free", number=place))
    other = fair.exhibitor_of[others.pop()]
    own = fair.stands.get(exhibitor, ())
    if not own:
        return Verdict(True, _loss(words, other), loses=True)
    back = _but_for_pins(flow.troubles_after_swap(exhibitor, booths, other.id), {exhibitor})
    if back:
        return Verdict(False, stand_trouble_sentence(words, back[0]))
    return Verdict(True, words.t("Changes places with {name}", name=other.name))


def _loss(words: Words, other: Exhibitor) -> str:
    if other.pinned is not None:
        return words.t("{name} is pinned here, and then has no booth.", name=other.name)
    return words.t("{name} then has no booth.", name=other.name)


def _but_for_pins(troubles: Iterable[StandTrouble], moving: Collection[int]) -> tuple[StandTrouble, ...]:
    """Return troubles but for booths that are kept for those who move, too: their pins move along."""
    return tuple(each for each in troubles if each.code is not StandCode.KEPT_FOR_OTHER or each.other not in moving)


def _refused(words: Words, troubles: tuple[StandTrouble, ...]) -> Verdict:
    told = [each for each in troubles if each.code not in _THERE] or list(troubles)
    return Verdict(False, stand_trouble_sentence(words, told[0]))
