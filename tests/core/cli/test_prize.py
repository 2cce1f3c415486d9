"""The verbs of the audience prize, from the first draft to the signed protocol."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.prize import records
from eventdesk.prize.actions import new_ballots
from eventdesk.prize.ballot import Ballot
from tests.core.cli.conftest import Answer, Call


@pytest.fixture
def vote(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Cast votes: what stands in the lines goes to the verb as its input."""

    def run(file: Path, lines: Sequence[str], *options: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return call("prize", "cast", file, "--json", *options)

    return run


@pytest.fixture
def poll(call: Call, file: Path) -> Path:
    """Prepare a poll over three projects."""
    names = [part for name in ("Eins", "Zwei", "Drei") for part in ("--entry", name)]
    assert call("prize", "new", file, "--title", "Publikumspreis", *names).code == 0
    return file


def ballots(file: Path) -> list[Ballot]:
    with open_event(file) as event:
        (poll,) = records.polls(event.db)
        return sorted(records.ballots(event.db, poll.id), key=lambda ballot: ballot.code)


def badge(call: Call, file: Path, name: str) -> str:
    (hit,) = call("search", file, name, "--json").json["hits"]
    return str(hit["code"])


def test_a_prize_from_start_to_end(call: Call, vote: Call, poll: Path, tmp_path: Path) -> None:
    made = call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "10", "--json")
    assert (made.code, made.json["papers"], made.json["pages"]) == (0, 10, 2)
    assert call("prize", "ballots", poll, "-o", tmp_path / "again.pdf", "--json").json["papers"] == 10
    assert call("prize", "notice", poll, "-o", tmp_path / "n.pdf", "--size", "A3").code == 0
    opened = call("prize", "open", poll, "--json").json
    assert opened["state"] == "open"
    assert opened["seed"] >= 100_000

    elif_ = badge(call, poll, "elif")
    early = call("prize", "issue", poll, elif_, "--json")
    assert (early.code, early.json["outcome"]) == (3, "not_checked_in")
    call("checkin", poll, elif_)
    issued = call("prize", "issue", poll, elif_, "--json")
    assert (issued.code, issued.json["outcome"], issued.json["packet"]) == (0, "issued", None)
    assert call("prize", "issue", poll, elif_, "--json").json["outcome"] == "already_issued"

    pile = ballots(poll)
    lost = call("prize", "issue", poll, elif_, "--lost", pile[0].stub, "--json")
    assert (lost.code, lost.json["again"]) == (0, True)
    voted = vote(poll, [f"{ballot.code} {number}" for ballot, number in zip(pile[1:], (2, 2, 1), strict=False)])
    assert (voted.code, voted.json["outcomes"]) == (0, ["cast"] * 3)
    again = vote(poll, [f"{pile[1].code};1", f"{pile[0].code} 1", f"{pile[5].code} 9", f"{pile[5].stub} 1"])
    assert again.code == 3
    assert again.json["outcomes"] == ["used_already", "void_already", "no_such_entry", "stub_only"]
    assert call("prize", "void", poll, pile[6].code, "--reason", "returned", "--json").json["outcome"] == "voided"

    open_count = call("prize", "count", poll, "--json")
    assert (open_count.code, "count" in open_count.json, open_count.json["used"]["paper"]) == (3, False, 3)
    closed = call("prize", "close", poll, "--json").json
    assert closed["winners"] == [2]
    assert [(each["number"], each["votes"]) for each in closed["count"]] == [(2, 2), (1, 1), (3, 0)]
    assert (closed["used"]["all"], closed["void"], closed["unused"]) == (
        *(3, {"all": 2, "lost": 1, "spoiled": 0, "returned": 1}, 5),
    )
    assert call("prize", "count", poll, "--json").json["count"] == closed["count"]
    assert call("prize", "protocol", poll, "-o", tmp_path / "p.pdf").code == 0
    assert call("verify", poll, "--json").json["checks"]["urn"] is True


def test_what_is_voted_for_is_said_nowhere(call: Call, vote: Call, poll: Path, tmp_path: Path) -> None:
    call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "4")
    call("prize", "open", poll)
    ballot = ballots(poll)[0]
    answer = vote(poll, [f"{ballot.code} 2"])
    assert answer.json == {"cast": 1, "refused": 0, "outcomes": ["cast"]}
    assert ballot.code not in answer.out + answer.err
    assert ballot.code not in call("journal", poll, "--json").out
    assert call("prize", "cast", poll, ballot.code, "2").code == 2  # it would stay in the history of the shell
    logs = tmp_path / "home" / "logs"
    assert not any(ballot.code in log.read_text("utf-8") for log in logs.rglob("*.log"))


def test_exhibitors_are_voted_for_if_nothing_else_is_named(call: Call, file: Path, tmp_path: Path) -> None:
    alone = call("prize", "new", file, "--title", "Preis", "--json").json
    assert [entry["name"] for entry in alone["entries"]] == ["Gemeinsam"]
    refused = call("prize", "ballots", file, "-o", tmp_path / "b.pdf", "--number", "3", "--json")
    assert (refused.code, refused.json["outcome"]) == (3, "too_few_entries")
    assert not (tmp_path / "b.pdf").exists()


def test_piles_are_made_for_all_who_are_on_the_list(call: Call, file: Path, tmp_path: Path) -> None:
    with open_event(file) as event:
        from eventdesk.ballots import entries_of_fair
        from eventdesk.prize.actions import add_poll
        from eventdesk.prize.poll import NewEntry

        add_poll(event, "Preis", [*entries_of_fair(event), NewEntry("Zwei")])
    made = call("prize", "ballots", file, "-o", tmp_path / "b.pdf", "--missing", "--json")
    assert made.json["papers"] == 3  # Elif belongs to the stand; Jörn and Oksana to none
    enough = call("prize", "ballots", file, "-o", tmp_path / "c.pdf", "--missing", "--json")
    assert enough.code == 3
    more = call("prize", "ballots", file, "-o", tmp_path / "c.pdf", "--number", "2", "--barred", "1", "--json")
    assert more.json["papers"] == 2
    assert call("prize", "ballots", file, "-o", tmp_path / "c.pdf", "--number", "2", "--barred", "7").code == 2


def test_a_tie_can_go_to_a_run_off(call: Call, vote: Call, file: Path, tmp_path: Path) -> None:
    entries = [part for name in ("Eins", "Zwei") for part in ("--entry", name)]
    call("prize", "new", file, "--title", "Preis", "--tie", "run_off", *entries)
    call("prize", "ballots", file, "-o", tmp_path / "b.pdf", "--number", "2")
    call("prize", "open", file)
    vote(file, [f"{ballot.code} {number}" for number, ballot in enumerate(ballots(file), 1)], "--channel", "scan")
    assert call("prize", "close", file, "--json").json["ending"] == "tied"
    run_off = call("prize", "new", file, "--title", "Stichwahl", "--run-off-of", "Preis", "--json").json
    assert len(run_off["entries"]) == 2
    polls = call("prize", "polls", file, "--json").json["polls"]
    assert [(each["title"], each["state"]) for each in polls] == [("Stichwahl", "preparing"), ("Preis", "closed")]
    assert call("prize", "close", file, "--poll", "stichwahl").code == 3
    assert call("prize", "count", file).code == 0


def test_wrong_usage_names_the_polls(call: Call, poll: Path, tmp_path: Path) -> None:
    wrong = call("prize", "open", poll, "--poll", "Preis")
    assert wrong.code == 2
    assert "Publikumspreis" in wrong.err
    assert call("prize", "protocol", poll, "-o", tmp_path / "p.pdf", "--json").json["pages"] == 0
    assert call("prize", "protocol", poll, "-o", tmp_path / "p.txt").code == 2
    assert call("prize", "polls", poll).code == 0


def made(call: Call, file: Path) -> int:
    (poll,) = call("prize", "polls", file, "--json").json["polls"]
    return int(poll["made"])


def test_ballots_that_cannot_be_written_are_not_made(call: Call, poll: Path, tmp_path: Path) -> None:
    folder = tmp_path / "d.pdf"
    folder.mkdir()
    for out in (folder, tmp_path / "missing" / "x.pdf"):
        assert call("prize", "ballots", poll, "-o", out, "--number", "5").code == 1
        assert made(call, poll) == 0
    assert call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "5", "--json").json["papers"] == 5
    assert made(call, poll) == 5


def test_ballots_that_cannot_be_made_are_not_left_on_paper(
    call: Call, poll: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(event: object, poll_id: int, numbers: object, *, write: Callable[[Sequence[Ballot]], None]) -> None:
        write(new_ballots(poll_id, {None: 3}))
        raise KnownError(Fault.DISK_FULL)

    monkeypatch.setattr("eventdesk.prize.actions.make_piles", full)
    assert call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "3").code == 1
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize(
    "verb", ["open", "close", "count", "cast", "issue 123", "void 123", "ballots -o b.pdf", "notice -o b.pdf"]
)
def test_without_a_poll_that_is_said(call: Call, vote: Call, file: Path, verb: str) -> None:
    name, *rest = verb.split()
    answer = call("prize", name, file, *rest, "--language", "en")
    assert answer.code == 3
    assert "There is no poll yet." in answer.err
    assert call("prize", name, file, *rest, "--json").json["outcome"] == "no_poll"
    assert call("prize", "new", file, "--title", "X", "--run-off-of", "Y", "--language", "en").code == 3


@pytest.mark.parametrize(
    "verb", ["open", "close", "cast", "issue 123", "void 123", "ballots --number 2 -o b.pdf", "notice -o b.pdf"]
)
def test_a_closed_poll_takes_part_in_nothing(call: Call, poll: Path, tmp_path: Path, verb: str) -> None:
    call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "2")
    call("prize", "open", poll)
    call("prize", "close", poll)
    name, *rest = verb.split()
    answer = call("prize", name, poll, *rest, "--language", "en")
    assert answer.code == 3
    assert "The poll is closed." in answer.err


def test_a_code_that_nobody_has_is_told(call: Call, poll: Path) -> None:
    answer = call("prize", "issue", poll, "0000", "--language", "en")
    assert answer.code == 3
    assert "Nobody has this code." in answer.err
    assert call("prize", "issue", poll, "0000", "--json").json["outcome"] == "unknown_person"


def test_titles_and_names_have_room_on_the_ballot(call: Call, file: Path) -> None:
    long = call("prize", "new", file, "--title", "T" * 5000, "--entry", "A", "--entry", "B", "--language", "en")
    assert long.code == 3
    assert "At most 120 letters" in long.err
    assert len(long.err) < 200
    name = call("prize", "new", file, "--title", "T", "--entry", "A" * 5000, "--entry", "B", "--language", "en")
    assert name.code == 3
    assert "At most 200 letters" in name.err
    assert call("prize", "new", file, "--title", "T" * 120, "--entry", "A" * 200, "--entry", "B").code == 0


def test_the_first_of_two_ballots_is_not_undone(call: Call, poll: Path, tmp_path: Path) -> None:
    call("prize", "ballots", poll, "-o", tmp_path / "b.pdf", "--number", "5")
    call("prize", "open", poll)
    elif_ = badge(call, poll, "elif")
    call("checkin", poll, elif_)
    call("prize", "issue", poll, elif_)
    call("prize", "issue", poll, elif_, "--lost", ballots(poll)[0].stub)
    assert call("undo", poll).code == 3
    (told,) = call("prize", "polls", poll, "--json").json["polls"]
    assert (told["issued"], told["again"], told["taken_back"]) == (2, 1, 0)
    (line,) = [each for each in call("journal", poll, "--json").json["entries"] if each["op"] == "prize_replace"]
    assert line["label"] == "Elif Demirtaş"
