"""The SQL of the audience prize. No statement puts a person beside a ballot, or a ballot beside a choice."""

import json
import secrets
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from eventdesk.codes import Op
from eventdesk.errors import BugError
from eventdesk.prize import count as counting
from eventdesk.prize.ballot import Ballot, Channel, Packet, VoidReason
from eventdesk.prize.count import Count, Turnout
from eventdesk.prize.poll import Poll, PollEntry, PollState, TieRule
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Value, Writer
from eventdesk.store.transaction import Transaction

_POLLS = "SELECT id, title, state, own_barred, tie, seed, run_off_of, opened, closed FROM poll"
_ENTRIES = "SELECT id, poll, number, name, exhibitor FROM poll_entry"
_BALLOTS = "SELECT id, poll, code, stub, state, barred, reason FROM ballot"
_CHOSEN = "(SELECT value FROM json_each(?))"
_BALLOT_COLUMNS = ("id", "poll", "code", "stub", "barred")
_NO_VOTES = "00000000"
_UNUSED = "-"
_LETTERS = {Channel.KIOSK: "k", Channel.SCAN: "s", Channel.PAPER: "p"}
_CHANNELS = {letter: channel for channel, letter in _LETTERS.items()}
_ISSUED_AT = (
    "SELECT min(entry.at) FROM ballot_issue JOIN change ON change.tbl = 'ballot_issue' "
    "AND change.row_id = ballot_issue.id AND change.before IS NULL JOIN entry ON entry.eid = change.eid "
    "WHERE ballot_issue.poll = ? AND ballot_issue.person = ?"
)
_ISSUES = "SELECT kind, count(*) FROM ballot_issue WHERE poll = ? GROUP BY kind"
_TAKEN_BACK = (
    "SELECT count(*) FROM entry JOIN change ON change.eid = entry.eid AND change.tbl = 'ballot_issue' "
    "AND change.before IS NULL WHERE entry.op = ? AND entry.undone = 1 AND json_extract(change.after, '$.poll') = ?"
)


# ---- polls


def polls(reader: Reader) -> list[Poll]:
    """Return all polls: those that are prepared, the open ones, then the closed ones, each by their titles."""
    entries = _entries(reader.rows(f"{_ENTRIES} ORDER BY number, id"))
    found = [_poll(row, entries[row["id"]]) for row in reader.rows(f"{_POLLS} ORDER BY title, id")]
    order = list(PollState)
    return sorted(found, key=lambda poll: order.index(poll.state))


def poll(reader: Reader, poll_id: int) -> Poll | None:
    """Return one poll."""
    row = reader.row(f"{_POLLS} WHERE id = ?", poll_id)
    if row is None:
        return None
    return _poll(row, _entries(reader.rows(f"{_ENTRIES} WHERE poll = ? ORDER BY number, id", poll_id))[poll_id])


def insert_poll(writer: Writer, new: Poll) -> None:
    """Write a new poll with its entries, all of which have ids already."""
    writer.insert("poll", {"id": new.id, **_poll_values(new)})
    for entry in new.entries:
        insert_entry(writer, new.id, entry)


def change_poll(writer: Writer, before: Poll, after: Poll) -> None:
    """Write what differs, entries included."""
    old, new = _poll_values(before), _poll_values(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if changed:
        writer.update("poll", before.id, changed)
    kept = {entry.id: entry for entry in after.entries}
    there = {entry.id: entry for entry in before.entries}
    for entry in before.entries:
        if entry.id not in kept:
            writer.delete("poll_entry", entry.id)
    for entry in after.entries:
        was = there.get(entry.id)
        if was is None:
            insert_entry(writer, after.id, entry)
        elif was != entry:
            then, now = _entry_values(was), _entry_values(entry)
            writer.update("poll_entry", entry.id, {name: now[name] for name in now if now[name] != then[name]})


def insert_entry(writer: Writer, poll_id: int, entry: PollEntry) -> None:
    """Write a new entry, which already has an id."""
    writer.insert("poll_entry", {"id": entry.id, "poll": poll_id, **_entry_values(entry)})


def delete_poll(writer: Writer, gone: Poll) -> None:
    """Delete a poll with all that belongs to it. The ballots go first: undoing brings them back last."""
    for row in writer.rows("SELECT id FROM ballot WHERE poll = ? ORDER BY id", gone.id):
        writer.delete("ballot", row[0])
    for entry in gone.entries:
        writer.delete("poll_entry", entry.id)
    writer.delete("poll", gone.id)


# ---- ballots and who got one


def insert_ballots(tx: Transaction, ballots: Collection[Ballot]) -> None:
    """Write new ballots in the order of their ids, which are random."""
    rows = sorted((each.id, each.poll, each.code, each.stub, each.barred) for each in ballots)
    tx.insert_many("ballot", _BALLOT_COLUMNS, rows)


def ballots(reader: Reader, poll_id: int, ids: Collection[int] | None = None) -> list[Ballot]:
    """Return ballots of a poll, all or those of these ids, in a new random order at each call."""
    if ids is None:
        rows = reader.rows(f"{_BALLOTS} WHERE poll = ?", poll_id)
    else:
        rows = reader.rows(f"{_BALLOTS} WHERE poll = ? AND id IN {_CHOSEN}", poll_id, json.dumps(list(ids)))
    found = [_ballot(row) for row in rows]
    secrets.SystemRandom().shuffle(found)
    return found


def by_code(reader: Reader, poll_id: int, code: str) -> Ballot | None:
    """Return the ballot of a poll that has this secret code, or whose stub has it."""
    row = reader.row(f"{_BALLOTS} WHERE poll = ? AND code = ?", poll_id, code)
    row = row or reader.row(f"{_BALLOTS} WHERE stub = ? AND poll = ?", code, poll_id)
    return None if row is None else _ballot(row)


def poll_of_code(reader: Reader, code: str) -> int | None:
    """Return the poll of which some ballot has this code, or its stub."""
    by_poll = "SELECT poll.id FROM poll CROSS JOIN ballot ON ballot.poll = poll.id AND ballot.code = ?"
    found = reader.value(f"{by_poll} UNION ALL SELECT poll FROM ballot WHERE stub = ? LIMIT 1", code, code)
    return None if found is None else int(found)


def packets(reader: Reader, poll_id: int) -> list[Packet]:
    """Return how many ballots there are for anybody, and for those who belong to each entry's stand, by its number."""
    rows = reader.rows(
        "SELECT barred, count(*) AS made, sum(state = 'void') AS void FROM ballot "
        "LEFT JOIN poll_entry ON poll_entry.id = ballot.barred WHERE ballot.poll = ? "
        "GROUP BY barred ORDER BY poll_entry.number IS NOT NULL, poll_entry.number, barred",
        poll_id,
    )
    return [Packet(row["barred"], row["made"], row["void"]) for row in rows]


def has_ballots(reader: Reader, poll_id: int, barred: int | None) -> bool:
    """Say whether there is a ballot that counts in the pile for anybody, or in the packet of an entry."""
    valid = "SELECT EXISTS (SELECT 1 FROM ballot WHERE poll = ? AND barred IS ? AND state = 'valid')"
    return bool(reader.value(valid, poll_id, barred))


def made(reader: Reader, poll_id: int) -> int:
    """Return how many ballots of a poll were made."""
    return int(reader.value("SELECT count(*) FROM ballot WHERE poll = ?", poll_id))


def void_ballot(writer: Writer, ballot: int, reason: VoidReason) -> None:
    """Let a ballot count no more."""
    writer.update("ballot", ballot, {"state": "void", "reason": reason.value})


def issued(reader: Reader, poll_id: int) -> int:
    """Return how many ballots of a poll were handed out."""
    return int(reader.value("SELECT count(*) FROM ballot_issue WHERE poll = ?", poll_id))


def issued_at(reader: Reader, poll_id: int, person: int) -> datetime | None:
    """Return when somebody got a ballot of this poll for the first time, or None."""
    at = reader.value(_ISSUED_AT, poll_id, person)
    return None if at is None else times.from_text(at)


def insert_issue(writer: Writer, poll_id: int, person: int, *, again: bool) -> None:
    """Write down that somebody got a ballot; never which one."""
    writer.insert("ballot_issue", {"poll": poll_id, "person": person, "kind": "again" if again else "first"})


# ---- the urn


def lay_out_urn(writer: Writer, opened: Poll) -> None:
    """Make all rows that votes of a poll will be counted in: none is made or moved while votes come in."""
    rows: list[tuple[Value, ...]] = [(opened.id, entry.id, _NO_VOTES) for entry in opened.entries]
    with _as_if_nobody_had_voted(writer):
        writer.run_many("INSERT INTO urn (poll, entry, votes) VALUES (?, ?, ?)", sorted(rows))
    lay_out_use(writer, opened.id)


def lay_out_use(writer: Writer, poll_id: int) -> None:
    """Make the rows that say of each ballot of an open poll whether it was used, where there is none yet."""
    with _as_if_nobody_had_voted(writer):
        writer.run(
            f"INSERT INTO ballot_use (ballot, channel) SELECT id, '{_UNUSED}' FROM ballot WHERE poll = ? "
            "AND NOT EXISTS (SELECT 1 FROM ballot_use WHERE ballot_use.ballot = ballot.id) ORDER BY id",
            poll_id,
        )


@contextmanager
def _as_if_nobody_had_voted(writer: Writer) -> Iterator[None]:
    """Hide what was counted so far while rows are added, and bring it back in place.

    When SQLite splits a page, copies of rows may stay behind in it as they were: a count of that moment, with its time.
    """
    used = writer.rows(f"SELECT channel, ballot FROM ballot_use WHERE channel <> '{_UNUSED}' ORDER BY ballot")
    votes = writer.rows(f"SELECT votes, poll, entry FROM urn WHERE votes <> '{_NO_VOTES}' ORDER BY poll, entry")
    writer.run(f"UPDATE ballot_use SET channel = '{_UNUSED}' WHERE channel <> '{_UNUSED}'")
    writer.run(f"UPDATE urn SET votes = '{_NO_VOTES}' WHERE votes <> '{_NO_VOTES}'")
    yield
    writer.run_many("UPDATE ballot_use SET channel = ? WHERE ballot = ?", map(tuple, used))
    writer.run_many("UPDATE urn SET votes = ? WHERE poll = ? AND entry = ?", map(tuple, votes))


def is_used(reader: Reader, ballot: int) -> bool:
    """Say whether a ballot was cast."""
    used = reader.value(f"SELECT channel <> '{_UNUSED}' FROM ballot_use WHERE ballot = ?", ballot)
    return bool(used)


def put_in(writer: Writer, ballot: Ballot, entry: int, channel: Channel) -> bool:
    """Count one vote and let the ballot be used, if it was not yet; returns whether it was counted."""
    mark = f"UPDATE ballot_use SET channel = ? WHERE ballot = ? AND channel = '{_UNUSED}'"
    if writer.run(mark, _LETTERS[channel], ballot.id) != 1:
        return False
    add = "UPDATE urn SET votes = printf('%08d', votes + 1) WHERE poll = ? AND entry = ?"
    if writer.run(add, ballot.poll, entry) != 1:
        raise BugError("the urn has no row for this entry")
    return True


def turnout(reader: Reader, poll_id: int) -> Turnout:
    """Return how many ballots went which way."""
    kinds = Counter({row[0]: row[1] for row in reader.rows(_ISSUES, poll_id)})
    used = reader.rows(
        "SELECT channel, count(*) FROM ballot_use JOIN ballot ON ballot.id = ballot_use.ballot "
        f"WHERE ballot.poll = ? AND channel <> '{_UNUSED}' GROUP BY channel",
        poll_id,
    )
    void = reader.rows("SELECT reason, count(*) FROM ballot WHERE poll = ? AND state = 'void' GROUP BY reason", poll_id)
    by_channel = Counter({_CHANNELS[row[0]]: row[1] for row in used})
    by_reason = Counter({VoidReason(row[0]): row[1] for row in void})
    return Turnout(
        made=made(reader, poll_id),
        issued=kinds.total(),
        again=kinds["again"],
        taken_back=int(reader.value(_TAKEN_BACK, Op.PRIZE_ISSUE.value, poll_id)),
        used={channel: by_channel[channel] for channel in Channel},
        void={reason: by_reason[reason] for reason in VoidReason},
    )


def count(reader: Reader, poll_id: int) -> Count | None:
    """Return the count of a closed poll; None before: nobody watches votes come in."""
    closed = poll(reader, poll_id)
    return None if closed is None or closed.state is not PollState.CLOSED else counted(reader, closed)


def counted(reader: Reader, closed: Poll) -> Count:
    """Count the votes of a poll that is closed, or is being closed."""
    rows = reader.rows("SELECT entry, CAST(votes AS INTEGER) FROM urn WHERE poll = ?", closed.id)
    return counting.counted(closed, turnout(reader, closed.id), {row[0]: row[1] for row in rows})


def run_off_of(reader: Reader, poll_id: int) -> int | None:
    """Return the poll that decides the tie of this one, if there is one."""
    found = reader.value("SELECT id FROM poll WHERE run_off_of = ?", poll_id)
    return None if found is None else int(found)


# ---- rows and values


def _entries(rows: list[Row]) -> defaultdict[int, tuple[PollEntry, ...]]:
    found: defaultdict[int, tuple[PollEntry, ...]] = defaultdict(tuple)
    for row in rows:
        found[row["poll"]] += (PollEntry(row["id"], row["number"], row["name"], row["exhibitor"]),)
    return found


def _poll(row: Row, entries: tuple[PollEntry, ...]) -> Poll:
    return Poll(
        id=row["id"],
        title=row["title"],
        state=PollState(row["state"]),
        own_barred=bool(row["own_barred"]),
        tie=TieRule(row["tie"]),
        seed=row["seed"],
        run_off_of=row["run_off_of"],
        opened=times.from_text(row["opened"]) if row["opened"] else None,
        closed=times.from_text(row["closed"]) if row["closed"] else None,
        entries=entries,
    )


def _poll_values(each: Poll) -> dict[str, Value]:
    return {
        "title": each.title,
        "state": each.state.value,
        "own_barred": int(each.own_barred),
        "tie": each.tie.value,
        "seed": each.seed,
        "run_off_of": each.run_off_of,
        "opened": times.to_text(each.opened) if each.opened else "",
        "closed": times.to_text(each.closed) if each.closed else "",
    }


def _entry_values(entry: PollEntry) -> dict[str, Value]:
    return {"number": entry.number, "name": entry.name, "exhibitor": entry.exhibitor}


def _ballot(row: Row) -> Ballot:
    void = row["state"] == "void"
    return Ballot(
        id=row["id"],
        poll=row["poll"],
        code=row["code"],
        stub=row["stub"],
        void=void,
        barred=row["barred"],
        reason=VoidReason(row["reason"]) if void else None,
    )
