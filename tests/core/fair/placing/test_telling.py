"""Every code of the thinker has a sentence in which nothing is left open, in both languages."""

import pytest

from eventdesk.fair.placing.plan import (
    Conflict,
    CostLine,
    Cure,
    Explanation,
    Line,
    MoveWhy,
    Needs,
    Plan,
    Reason,
    Status,
    Unplaced,
    Why,
)
from eventdesk.fair.placing.telling import (
    conflict_sentence,
    cure_sentence,
    line_text,
    move_text,
    names,
    needs_text,
    next_best_sentence,
    reason_sentence,
    status_text,
    unplaced_sentences,
)
from eventdesk.fair.weights import Weight
from eventdesk.words import LANGUAGES, Words
from tests.core.fair.placing.problems import make, site, want

PROBLEM = make([site(1), site(2, 0, 1)], [want(number) for number in range(1, 9)])
DATA = {
    "needs": Needs(2, 2, wall=True),
    "fitting": 2,
    "island": "A",
    "rank": 2,
    "theme": "Sprache",
    "others": 1,
    "hall": "H1",
    "session": "F1",
    "metres": 38,
    "group": "c",
}


def whole(text: str) -> bool:
    return bool(text) and not {"{", "}"} & set(text)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.mark.parametrize("code", Why)
@pytest.mark.parametrize("booths", [(1,), (1, 2)])
def test_reasons(words: Words, code: Why, booths: tuple[int, ...]):
    for needs in (Needs(), Needs(2), Needs(1, 2, wall=True, step_free=True)):
        reason = Reason(code, needs, (1, 2), booths)
        assert whole(reason_sentence(words, PROBLEM, reason, "Café Grenzenlos"))
        assert whole(conflict_sentence(words, PROBLEM, Conflict("A", reason)))


def test_cures(words: Words):
    for cure in (Cure(Needs(1, 1), "A", "H1", 1), Cure(Needs(1), "A", "H1"), Cure(Needs(2), "A", "H1")):
        assert whole(cure_sentence(words, PROBLEM, cure, "Café Grenzenlos"))
    both = unplaced_sentences(words, PROBLEM, Unplaced(1, Reason(Why.NO_BOOTH_FITS, Needs(), cure=cure)))
    assert len(both) == 2
    assert all("Exhibitor 1" in each for each in both)


@pytest.mark.parametrize("why", MoveWhy)
def test_moves(words: Words, why: MoveWhy):
    assert whole(move_text(words, why))


@pytest.mark.parametrize("what", [*Weight, *Line])
def test_lines(words: Words, what: Weight | Line):
    for rank in (0, 1, 2):
        assert whole(line_text(words, CostLine(what, 4, {**DATA, "rank": rank})))


def test_how_good(words: Words):
    for status in Status:
        plan = Plan(status, 1000, 950, {}, 1.0, 1, {})
        assert whole(status_text(words, plan))
    assert ("5,0 %" if words.language == "de" else "5.0 %") in status_text(
        words, Plan(Status.FEASIBLE, 1000, 950, {}, 1, 1, {})
    )


def test_next_best(words: Words):
    for island in (("B", 12), None):
        for exact in (True, False):
            assert whole(next_best_sentence(words, Explanation(1, (1,), "A", (), island, exact, ())))


def test_names_and_needs(words: Words):
    assert names(words, PROBLEM, [1, 2]) == "Exhibitor 1, Exhibitor 2"
    assert names(words, PROBLEM, range(1, 9)).startswith("Exhibitor 1, Exhibitor 2, Exhibitor 3, Exhibitor 4 ")
    assert whole(needs_text(words, Needs()))
    assert "400 V" in needs_text(words, Needs(2, 2, wall=True, step_free=True))
