"""The sealed tables: nothing writes into them past the door, and what does not agree with the polls is found."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.desk import open_event
from eventdesk.errors import BugError, KnownError
from eventdesk.event import Event
from eventdesk.prize import records
from eventdesk.prize.ballot import Channel
from eventdesk.store import journal, migrations, schema
from eventdesk.store.access import Writer
from eventdesk.store.database import create_file
from tests.core.prize.prize_of_tests import Prize
from tests.core.store import older

WRITES = (
    "UPDATE urn SET votes = '00000009'",
    "DELETE FROM urn",
    "INSERT INTO urn (poll, entry, votes) VALUES (1, 2, '00000001')",
    "UPDATE ballot_use SET channel = 'k'",
    "DELETE FROM ballot_use",
    "INSERT INTO ballot_use (ballot, channel) VALUES (1, 'k')",
    "INSERT OR REPLACE INTO ballot_use (ballot, channel) SELECT ballot, 'k' FROM ballot_use",
)


@pytest.mark.parametrize("statement", WRITES)
def test_a_write_past_the_door_is_refused(prize: Prize, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        prize.event._connection.execute(statement)
    assert set(prize.votes().values()) == {0}
    assert prize.event.verify()["urn"] is True


@pytest.mark.parametrize(
    "statement",
    ["UPDATE person SET town = 'Peine'", "DELETE FROM ballot", "UPDATE poll SET seed = 1", "DELETE FROM entry"],
)
def test_the_sealed_door_opens_nothing_else(prize: Prize, statement: str) -> None:
    def writing() -> None:
        with prize.event.transact_sealed(Op.PRIZE_CAST, {}) as writer:
            writer.run("UPDATE urn SET votes = '00000005'")
            writer.run(statement)

    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        writing()
    assert set(prize.votes().values()) == {0}


def test_the_door_is_shut_again_after_a_failure(prize: Prize) -> None:
    def failing() -> None:
        with prize.event.transact_sealed(Op.PRIZE_CAST, {}) as writer:
            writer.run(WRITES[0])
            raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        failing()
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        prize.event._connection.execute(WRITES[0])
    with (
        pytest.raises(BugError),
        prize.event.transact_sealed(Op.PRIZE_CAST, {}),
        prize.event.transact(Op.SETTINGS, "inside"),
    ):
        pytest.fail("the second one must not open")
    prize.cast(prize.ballots()[0], 1)


def test_the_urn_itself_takes_a_ballot_once(prize: Prize) -> None:
    """Even if whoever asks did not look before."""
    ballot, counted = prize.ballots()[0], []
    for _ in range(2):
        with prize.event.transact_sealed(Op.PRIZE_CAST, {}) as urn:
            counted.append(records.put_in(urn, ballot, prize.entry(2), Channel.KIOSK))
    assert counted == [True, False]
    assert prize.votes()[2] == 1


def test_derived_tables_cannot_be_made_from_the_urn(prize: Prize) -> None:
    """What rebuilds them writes without an entry, too, and must not reach the votes."""

    def rebuild(writer: Writer) -> None:
        writer.run(WRITES[0])

    connection = prize.event._connection
    connection.execute("BEGIN")
    connection.execute("UPDATE door SET eid = ''")
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        rebuild(Writer(connection))
    connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE urn SET votes = '00000001' WHERE entry = (SELECT min(entry) FROM urn)", "votes"),
        ("UPDATE urn SET votes = '7'", "urn"),
        ("UPDATE ballot_use SET channel = 'k' WHERE ballot = (SELECT min(ballot) FROM ballot_use)", "votes"),
        ("DELETE FROM ballot_use", "ballot"),
        ("DELETE FROM urn WHERE entry = (SELECT min(entry) FROM urn)", "poll_entry"),
        ("INSERT INTO urn (poll, entry, votes) SELECT poll, 5, '00000000' FROM urn LIMIT 1", "urn"),
        ("INSERT INTO ballot_use (ballot, channel) VALUES (5, '-')", "ballot_use"),
    ],
)
def test_an_urn_that_was_tampered_with_is_found(copied: Path, statement: str, where: str) -> None:
    with sqlite3.connect(copied) as outside:
        outside.execute(statement)
    outside.close()
    with open_event(copied) as event:
        found = event.verify()
    assert str(found["urn"]).startswith(f"{where}: ")
    assert all(result is True for name, result in found.items() if name != "urn")


def test_an_urn_with_what_nobody_can_have_cast_is_not_opened(copied: Path) -> None:
    with sqlite3.connect(copied) as outside:
        outside.execute("UPDATE ballot_use SET channel = 'x'")
    outside.close()
    with pytest.raises(KnownError) as caught:
        open_event(copied)
    assert (caught.value.fault, caught.value.details["reason"]) == (Fault.DAMAGED, "ballot_use.channel")


def test_an_older_file_gets_an_empty_urn(tmp_path: Path, event: Event) -> None:
    path = Path(shutil.copy(event.path, tmp_path / "old.eventdesk"))
    older.as_sixth(path)
    with open_event(path) as migrated:
        assert all(result is True for result in migrated.verify().values())
        assert schema.columns(migrated._connection, "urn") == ("poll", "entry", "votes")
        assert schema.columns(migrated._connection, "ballot_use") == ("ballot", "channel")
    assert migrations.current() >= 7


def test_new_and_migrated_files_have_the_same_tables_of_the_prize(tmp_path: Path, event: Event) -> None:
    new, old = tmp_path / "new.eventdesk", Path(shutil.copy(event.path, tmp_path / "old.eventdesk"))
    create_file(new)
    older.as_sixth(old)
    open_event(old).close()
    assert tables(new) == tables(old)


def tables(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as opened:
        rows = opened.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (tbl_name LIKE 'poll%' "
            "OR tbl_name LIKE 'ballot%' OR tbl_name = 'urn')"
        ).fetchall()
    opened.close()
    return {name: " ".join(sql.split()) for name, sql in rows}
