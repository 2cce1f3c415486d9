"""The count: places, ties, and a lot that anybody can draw again."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.prize.ballot import Channel, VoidReason
from eventdesk.prize.count import DRAWN_PLACES, Count, Ending, Turnout, counted
from eventdesk.prize.poll import Poll, PollEntry, PollState, TieRule

SEED = 482_913
NOTHING = Turnout(0, 0, 0, 0, dict.fromkeys(Channel, 0), dict.fromkeys(VoidReason, 0))


def count(votes: list[int], tie: TieRule = TieRule.DRAW, seed: int = SEED) -> Count:
    """Count a poll over entries 1, 2, 3 … with these votes."""
    entries = tuple(PollEntry(100 + number, number, f"Nr. {number}") for number in range(1, len(votes) + 1))
    poll = Poll(1, "Preis", PollState.CLOSED, tie=tie, seed=seed, entries=entries)
    return counted(poll, NOTHING, {100 + number: each for number, each in enumerate(votes, 1)})


def places(found: Count) -> list[tuple[int, int]]:
    return [(standing.place, standing.entry.number) for standing in found.standings]


def test_the_most_votes_win() -> None:
    found = count([3, 7, 5])
    assert places(found) == [(1, 2), (2, 3), (3, 1)]
    assert found.ending is Ending.WON


def test_nobody_wins_without_a_vote() -> None:
    found = count([0, 0])
    assert found.ending is Ending.NO_VOTES
    assert found.winners == ()
    assert not any(standing.by_lot for standing in found.standings)


def test_a_tie_is_decided_by_the_smallest_sha_256_of_seed_and_number() -> None:
    found = count([4, 9, 9, 9])
    lots = {number: sha256(f"{SEED}:{number}".encode()).hexdigest() for number in (2, 3, 4)}
    order = sorted(lots, key=lambda number: lots[number])
    assert [number for _, number in places(found)] == [*order, 1]
    assert found.ending is Ending.DRAWN
    assert [entry.number for entry in found.winners] == [order[0]]
    assert [standing.by_lot for standing in found.standings] == [True, True, True, False]


def test_another_seed_may_draw_another_winner() -> None:
    assert len({count([5, 5], seed=seed).winners[0].number for seed in range(30)}) == 2


def test_with_a_run_off_those_who_tie_share_their_place() -> None:
    found = count([9, 2, 9, 2], TieRule.RUN_OFF)
    assert places(found) == [(1, 1), (1, 3), (3, 2), (3, 4)]
    assert found.ending is Ending.TIED


def test_far_down_the_same_votes_are_the_same_place() -> None:
    found = count([9, 8, 7, 2, 2, 2])
    assert [place for place, _ in places(found)] == [1, 2, 3, 4, 4, 4]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.sampled_from(TieRule), st.integers(0, 999_999))
def test_a_count_always_holds_together(votes: list[int], tie: TieRule, seed: int) -> None:
    found = count(votes, tie, seed)
    assert sorted(standing.entry.number for standing in found.standings) == list(range(1, len(votes) + 1))
    numbers = [standing.votes for standing in found.standings]
    assert numbers == sorted(numbers, reverse=True)
    for at, standing in enumerate(found.standings):
        better = sum(other.votes > standing.votes for other in found.standings)
        assert standing.place == at + 1 if standing.by_lot else standing.place == better + 1
        assert standing.votes == votes[standing.entry.number - 1]
    if tie is TieRule.DRAW and max(votes) > 0:
        assert len(found.winners) == 1
        drawn = [standing.place for standing in found.standings if not standing.by_lot and standing.votes]
        assert all(drawn.count(place) == 1 for place in range(1, DRAWN_PLACES + 1) if place in drawn)
