"""Nobody can tell who voted for what: each test is an attack with all that an event leaves behind."""

import logging
import random
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.checkin.actions import check_in_person
from eventdesk.checkin.points import find_point
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Op
from eventdesk.desk import open_event
from eventdesk.errors import BugError
from eventdesk.event import Event
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Ballot, Channel
from eventdesk.store import schema
from eventdesk.store.access import Row
from tests.clock import FakeClock
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import Prize, person

Vote = tuple[int, int, Channel]
"""Which ballot of the pile for anybody, for which number, how."""
VOTES: Sequence[Vote] = (
    *((0, 1, Channel.KIOSK), (1, 2, Channel.SCAN), (2, 1, Channel.PAPER), (3, 1, Channel.KIOSK)),
    *((4, 3, Channel.KIOSK), (5, 2, Channel.PAPER), (6, 1, Channel.KIOSK)),
)


@contextmanager
def open_prize(path: Path, clock: FakeClock | None = None) -> Iterator[Prize]:
    """Open the poll of a file."""
    with open_event(path, desk="Schalter 1", clock=clock or FakeClock()) as event:
        yield Prize(event, int(event.db.value("SELECT id FROM poll")))


def paired_otherwise(votes: Sequence[Vote], seed: int) -> list[Vote]:
    """Return the same ballots and the same choices in another order, and each ballot with another choice."""
    dice = random.Random(seed)
    ballots, choices = [(ballot, channel) for ballot, _, channel in votes], [number for _, number, _ in votes]
    dice.shuffle(ballots)
    dice.shuffle(choices)
    return [(ballot, number, channel) for (ballot, channel), number in zip(ballots, choices, strict=True)]


def after_voting(source: Path, target: Path, votes: Sequence[Vote], minutes: int = 1) -> bytes:
    """Return the bytes of a copy of the file in which these votes were cast, one every few minutes."""
    shutil.copy(source, target)
    clock = FakeClock("2017-03-06T10:00:00+00:00")
    with open_prize(target, clock) as prize:
        pile = prize.ballots()
        for ballot, number, channel in votes:
            clock.advance(minutes=minutes)
            prize.cast(pile[ballot], number, channel)
    return target.read_bytes()


# ---- the file


def test_the_file_is_the_same_byte_by_byte_whoever_voted_for_what_and_in_whatever_order(
    tmp_path: Path, voting: Path
) -> None:
    """Even who knows of everybody which ballot they had learns nothing: all ways to pair them leave the same file."""
    one = after_voting(voting, tmp_path / "one.eventdesk", VOTES)
    for seed in range(4):
        other = after_voting(voting, tmp_path / "other.eventdesk", paired_otherwise(VOTES, seed), minutes=7)
        assert other == one


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    choices=st.lists(st.tuples(st.integers(1, 5), st.sampled_from(list(Channel))), min_size=2, max_size=14),
    seed=st.integers(0, 1 << 32),
)
def test_so_it_is_with_any_votes(tmp_path: Path, voting: Path, choices: list[tuple[int, Channel]], seed: int) -> None:
    votes = [(ballot, number, channel) for ballot, (number, channel) in enumerate(choices)]
    one = after_voting(voting, tmp_path / "one.eventdesk", votes)
    other = after_voting(voting, tmp_path / "other.eventdesk", paired_otherwise(votes, seed))
    assert other == one


def test_so_it_is_with_hundreds_of_ballots_on_many_pages(tmp_path: Path, event: Event) -> None:
    prize_of_tests.small(event, [f"Projekt {number}" for number in range(1, 82)], number=400)
    event.close()
    votes = [(ballot, 1 + ballot * ballot % 81, list(Channel)[ballot % 3]) for ballot in range(40)]
    one = after_voting(event.path, tmp_path / "one.eventdesk", votes)
    other = after_voting(event.path, tmp_path / "other.eventdesk", paired_otherwise(votes, 5))
    assert other == one


def test_another_count_is_another_file(tmp_path: Path, voting: Path) -> None:
    """The comparisons above can fail."""
    one = after_voting(voting, tmp_path / "one.eventdesk", VOTES)
    other = after_voting(voting, tmp_path / "other.eventdesk", [*VOTES[:-1], (6, 4, Channel.KIOSK)])
    assert other != one
    assert one != after_voting(voting, tmp_path / "third.eventdesk", [*VOTES[:-1], (7, 1, Channel.KIOSK)])


def test_a_vote_changes_a_letter_a_digit_and_the_counter_of_the_file(tmp_path: Path, voting: Path) -> None:
    """Nothing grows, moves or is left over: no free page, no gap in a page, no former count."""
    before = voting.read_bytes()
    after = after_voting(voting, tmp_path / "one.eventdesk", [(0, 3, Channel.PAPER)])
    changed = [at for at, (was, now) in enumerate(zip(before, after, strict=True)) if was != now]
    assert len(before) == len(after)
    assert changed[:2] == [27, 95]  # the change counter of SQLite, twice
    assert sorted((before[at : at + 1], after[at : at + 1]) for at in changed[2:]) == [(b"-", b"p"), (b"0", b"1")]


URN_ROW = re.compile(rb"\x04\x06\x06\x1d.{16}(\d{8})", re.DOTALL)
USE_ROW = re.compile(rb"\x03\x00\x0f([-ksp])")
"""How SQLite writes rows of the urn and of used ballots: the lengths of their parts, then the parts."""


def test_no_former_count_is_left_when_pages_are_filled_and_split_meanwhile(event: Event) -> None:
    """When a page is split, copies of rows can stay behind in it: none of them may tell a vote."""
    first = prize_of_tests.small(event, [f"Projekt {number}" for number in range(150)], number=900)
    with event.transact_sealed(Op.PRIZE_CAST, {}) as urn:
        for at, ballot in enumerate(first.ballots()):
            records.put_in(urn, ballot, first.entry(1 + at % 150), Channel.KIOSK)
    for poll in range(4):
        prize_of_tests.small(event, [f"Werk {poll} {number}" for number in range(100)], number=60)
    actions.make_ballots(event, first.poll_id, 900)
    content = event.path.read_bytes()
    in_pages = Counter(found.decode() for found in URN_ROW.findall(content) if found != b"00000000")
    assert in_pages == {"00000006": 150}
    assert sum(mark != b"-" for mark in USE_ROW.findall(content)) == 900
    assert event.db.value("SELECT count(*) FROM urn WHERE votes = '00000006'") == 150
    assert event.verify()["urn"] is True


def test_the_rollback_journal_is_empty_after_each_vote(prize: Prize) -> None:
    """While a vote is written, the page as it was before lies beside the file; afterwards it must not."""
    pile = prize.ballots()
    beside = prize.event.path.with_name(prize.event.path.name + "-journal")
    for number, ballot in enumerate(pile[:3], 1):
        prize.cast(ballot, number)
        assert not beside.exists() or beside.stat().st_size == 0


# ---- the journal


def everything(event: Event) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables that are not sealed."""
    names = event.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL")
    return {name: rows_of(event, name) for (name,) in names if name not in schema.sealed_tables()}


def rows_of(event: Event, table: str) -> list[tuple[object, ...]]:
    rows: list[Row] = event.db.rows(f"SELECT * FROM {table}")
    return sorted((tuple(row) for row in rows), key=repr)


def test_outside_the_urn_nothing_tells_that_somebody_voted(prize: Prize) -> None:
    before, journal = everything(prize.event), prize.event.journal_length()
    for number, ballot in enumerate(prize.ballots()[:5], 1):
        prize.cast(ballot, number)
    assert everything(prize.event) == before
    assert prize.event.journal_length() == journal
    assert Op.PRIZE_CAST not in {entry.op for entry in prize.event.journal(1000)}


def test_no_number_of_the_journal_is_left_out_for_a_vote(prize: Prize) -> None:
    """A gap between two check-ins would say that somebody voted just then."""
    event, point = prize.event, find_point(prize.event.db)
    for name, ballot in zip(("Dua", "Eva", "Fay"), prize.ballots(), strict=False):
        check_in_person(event, person(event, name), point, direction=Direction.OUT)
        prize.cast(ballot, 1)
    check_in_person(event, person(event, "Gül"), point, direction=Direction.OUT)
    rows = event.db.rows("SELECT eid, n, ord FROM entry ORDER BY ord DESC LIMIT 4")
    assert [row["n"] - rows[-1]["n"] for row in rows] == [3, 2, 1, 0]
    assert [row["ord"] - rows[-1]["ord"] for row in rows] == [3, 2, 1, 0]


def test_no_table_has_a_place_for_who_had_which_ballot_or_what_it_was_cast_for(event: Event) -> None:
    tables = [*schema.journaled_tables(), *schema.derived_tables(), *schema.sealed_tables()]
    columns = {table: set(schema.columns(event._connection, table)) for table in tables}
    assert columns["ballot_issue"] == {"id", "poll", "person", "kind"}
    assert columns["ballot"] == {"id", "poll", "code", "stub", "state", "barred", "reason"}
    assert columns["ballot_use"] == {"ballot", "channel"}
    assert columns["urn"] == {"poll", "entry", "votes"}


def test_handing_out_and_voting_meet_nowhere_even_if_somebody_votes_at_once(prize: Prize) -> None:
    """Everybody gets a ballot and votes in the same minute: the journal has the people, but no ballot of theirs."""
    event = prize.event
    for name, ballot in zip(("Dua", "Eva", "Fay", "Gül"), prize.ballots(), strict=False):
        eid = prize.issue(person(event, name)).eid
        prize.cast(ballot, 2)
        texts = event.db.rows("SELECT coalesce(before, '') || coalesce(after, '') FROM change WHERE eid = ?", eid)
        assert all(str(part) not in row[0] for row in texts for part in (ballot.id, ballot.code, ballot.stub))


# ---- order


def test_ids_codes_and_stubs_of_ballots_tell_nothing_of_each_other() -> None:
    made = actions.new_ballots(1, {None: 1900, 7: 100})
    ranks = [rank_of([part(ballot) for ballot in made]) for part in (id_of, code_of, stub_of)]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert abs(correlation(ranks[one], ranks[other])) < 0.2  # chance alone exceeds this once in 10^18 times
    assert len({*map(code_of, made), *map(stub_of, made)}) == 4000


def id_of(ballot: Ballot) -> int:
    return ballot.id


def code_of(ballot: Ballot) -> int:
    return int(ballot.code)


def stub_of(ballot: Ballot) -> int:
    return int(ballot.stub)


def rank_of(values: Sequence[int]) -> list[int]:
    place = {value: rank for rank, value in enumerate(sorted(values))}
    return [place[value] for value in values]


def correlation(one: Sequence[int], other: Sequence[int]) -> float:
    mean = (len(one) - 1) / 2
    shared = sum((left - mean) * (right - mean) for left, right in zip(one, other, strict=True))
    spread = sum((left - mean) * (left - mean) for left in one)
    return shared / spread


def test_ballots_are_printed_in_another_order_each_time_and_none_is_kept(prize: Prize) -> None:
    before = prize.event.path.read_bytes()
    orders = {tuple(ballot.id for ballot in records.ballots(prize.event.db, prize.poll_id)) for _ in range(3)}
    assert len(orders) == 3
    assert prize.event.path.read_bytes() == before
    stored = [row[0] for row in prize.event.db.rows("SELECT row_id FROM change WHERE tbl = 'ballot' ORDER BY eid, i")]
    in_entries = [row[0] for row in prize.event.db.rows("SELECT id FROM ballot ORDER BY id")]
    assert sorted(stored) == in_entries


# ---- backups


def backups_between(source: Path, folder: Path, windows: Sequence[Sequence[Vote]]) -> list[bytes]:
    """Return the backups that are made after each window of votes."""
    path = folder / "open.eventdesk"
    shutil.copy(source, path)
    made = []
    with open_prize(path) as prize:
        pile = prize.ballots()
        for number, window in enumerate(windows):
            for ballot, choice, channel in window:
                prize.cast(pile[ballot], choice, channel)
            target = folder / f"backup-{number}.eventdesk"
            prize.event.backup(target)
            made.append(target.read_bytes())
            target.unlink()
    return made


def test_all_backups_together_tell_no_more_than_the_sums_between_them(tmp_path: Path, voting: Path) -> None:
    windows = [VOTES[:3], VOTES[3:]]
    otherwise = [paired_otherwise(window, 11) for window in windows]
    assert [list(window) for window in windows] != otherwise
    assert backups_between(voting, tmp_path, windows) == backups_between(voting, tmp_path, otherwise)


def test_what_remains_two_backups_around_a_single_vote_tell_what_that_ballot_was_cast_for(
    tmp_path: Path, voting: Path
) -> None:
    """Said in docs/decisions: no more is claimed than holds."""
    backups = backups_between(voting, tmp_path, [VOTES[:3], VOTES[3:4]])
    found = []
    for content in backups:
        (tmp_path / "looked-at.eventdesk").write_bytes(content)
        with sqlite3.connect(tmp_path / "looked-at.eventdesk") as seen:
            votes = dict(seen.execute("SELECT entry, CAST(votes AS INTEGER) FROM urn"))
            used = {row[0] for row in seen.execute("SELECT ballot FROM ballot_use WHERE channel <> '-'")}
        seen.close()
        found.append((votes, used))
    (before, used_before), (after, used_after) = found
    assert len(used_after - used_before) == 1
    assert sum(after[entry] - before[entry] for entry in after) == 1


def test_the_urn_is_in_every_backup(tmp_path: Path, prize: Prize) -> None:
    prize.cast(prize.ballots()[0], 4)
    prize.event.backup(tmp_path / "backup.eventdesk")
    with open_prize(tmp_path / "backup.eventdesk") as copy:
        assert copy.votes() == prize.votes()
        assert copy.event.verify()["urn"] is True


# ---- the log, errors, the screen


def test_the_log_hears_of_no_vote(prize: Prize, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    used, barred = prize.ballots()[0], prize.ballots("Café Grenzenlos")[0]
    prize.cast(used, 2)
    for code in (used.code, used.stub, barred.code, "5000000000000000", "1"):
        actions_ballots.cast(prize.event, prize.poll_id, code, prize.entry(1), Channel.KIOSK)
    assert caplog.text == ""


def test_what_goes_wrong_in_the_urn_quotes_no_ballot(prize: Prize) -> None:
    ballot = prize.ballots()[0]
    with (
        pytest.raises(BugError) as raised,
        prize.event.transact_sealed(Op.PRIZE_CAST, {}) as urn,
    ):
        records.put_in(urn, ballot, 999, Channel.KIOSK)
    assert not any(part in str(raised.value) for part in (ballot.code, ballot.stub, str(ballot.id)))
    assert not records.is_used(prize.event.db, ballot.id)


def test_answers_do_not_repeat_the_choice(prize: Prize) -> None:
    answer = actions_ballots.cast(prize.event, prize.poll_id, prize.ballots()[0].code, prize.entry(3), Channel.KIOSK)
    assert repr(answer) == "Cast(channel=<Channel.KIOSK: 'kiosk'>)"


def test_nobody_watches_votes_come_in(prize: Prize) -> None:
    """Who saw the count before and after somebody voted would know what for."""
    prize.cast(prize.ballots()[0], 3)
    assert records.count(prize.event.db, prize.poll_id) is None
    assert records.turnout(prize.event.db, prize.poll_id).cast == 1
