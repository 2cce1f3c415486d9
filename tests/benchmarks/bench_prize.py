"""What a vote costs beside a bare transaction of two updates: CPU without waiting for the disk.

    python tests/benchmarks/bench_prize.py [--ballots 700 100000]

Votes and bare transactions take turns, twenty at a time, on the same file; a ratio is that of two neighbours, the
median of all. Syncs are switched off, everything else is as it is. Beside it: making the ballots, writing them as a
PDF (up to a thousand), the turnout, and the count at the closing.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import EventImprint
from eventdesk.event import Event
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Ballot, Channel
from eventdesk.prize.outcome import PollDone
from eventdesk.prize.papers.ballots import ballots_paper, piles_of
from eventdesk.prize.poll import NewEntry, Poll

ENTRIES = 81
ROUND = 20
VOTES = 400
MOST_PRINTED = 1_000


def spent(deed: Callable[[], object]) -> float:
    """Return the CPU milliseconds of a deed."""
    start = time.process_time()
    deed()
    return (time.process_time() - start) * 1000


def opened(event: Event, number: int) -> tuple[Poll, float]:
    """Return an open poll with so many ballots, and what making them took."""
    done = actions.add_poll(event, "Publikumspreis", [NewEntry(f"Projekt {at}") for at in range(ENTRIES)])
    assert isinstance(done, PollDone)
    made = 0.0
    for start in range(0, number, actions.MOST_BALLOTS):
        some = min(actions.MOST_BALLOTS, number - start)
        made += spent(lambda some=some: actions.make_ballots(event, done.poll.id, some))  # type: ignore[misc]
    actions.open_poll(event, done.poll.id)
    poll = records.poll(event.db, done.poll.id)
    assert poll is not None
    return poll, made


def votes(event: Event, poll: Poll, ballots: Sequence[Ballot]) -> None:
    for at, ballot in enumerate(ballots):
        entry = poll.entries[at % len(poll.entries)]
        actions_ballots.cast(event, poll.id, ballot.code, entry.id, Channel.KIOSK)


def bare(event: Event, poll: Poll, ballots: Sequence[Ballot]) -> None:
    """Write as much as a vote does, without asking anything."""
    for ballot in ballots:
        with event.transact_sealed(Op.PRIZE_CAST, {}) as urn:
            urn.run("UPDATE ballot_use SET channel = 'k' WHERE ballot = ?", ballot.id)
            counted = "UPDATE urn SET votes = printf('%08d', votes + 1) WHERE poll = ? AND entry = ?"
            urn.run(counted, poll.id, poll.entries[0].id)


def measure(number: int) -> None:
    with (
        tempfile.TemporaryDirectory() as name,
        create_event(Path(name) / "bench.eventdesk") as event,
    ):
        event._connection.execute("PRAGMA synchronous=OFF")
        poll, made = opened(event, number)
        pile = records.ballots(event.db, poll.id)
        ours, floor = [], []
        for at in range(0, min(VOTES, number // 2), ROUND):
            some, others = pile[at : at + ROUND], pile[-at - ROUND :][:ROUND]
            ours.append(spent(lambda some=some: votes(event, poll, some)) / ROUND)  # type: ignore[misc]
            floor.append(spent(lambda others=others: bare(event, poll, others)) / ROUND)  # type: ignore[misc]
        ratio = statistics.median(one / other for one, other in zip(ours, floor, strict=True))
        print(f"{number} ballots")
        medians = f"{statistics.median(ours):.3f} ms   bare {statistics.median(floor):.3f} ms"
        print(f"  a vote                {medians}   ratio {ratio:.2f}")
        print(f"  making all ballots    {made:.0f} ms")
        if number <= MOST_PRINTED:
            kit, out = Kit(), io.BytesIO()
            kit.warm()
            took = spent(lambda: ballots_paper(poll, piles_of(event.db, poll), EventImprint.of(event), out, kit))
            print(f"  writing them as PDF   {took:.0f} ms, {len(out.getvalue()) / number:.0f} bytes each")
        print(f"  turnout               {spent(lambda: records.turnout(event.db, poll.id)):.1f} ms")
        print(f"  closing and counting  {spent(lambda: actions.close_poll(event, poll.id)):.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, nargs="+", default=[700, 100_000])
    for number in parser.parse_args().ballots:
        measure(number)


if __name__ == "__main__":
    main()
