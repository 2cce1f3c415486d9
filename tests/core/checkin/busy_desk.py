"""A desk that never rests: run as a program, it says on standard output what has been saved, until it is killed."""

import itertools
import sys
from datetime import timedelta
from pathlib import Path

from eventdesk.checkin import actions
from eventdesk.checkin.points import find_point
from eventdesk.checkin.scan import Direction
from eventdesk.desk import open_event
from eventdesk.event import Undone
from eventdesk.people import records as people
from eventdesk.people.person import Origin


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def work(path: Path) -> None:
    """Scan everybody in and out, take in a group, add a walk-in, take something back, again and again."""
    with open_event(path, desk="Schalter 1") as event:
        point = find_point(event.db)
        crowd = [each for each in people.everyone(event.db) if not each.group and each.origin is not Origin.WALK_IN]
        start = event.now()
        say("ready")
        for turn in itertools.count(1):
            at = start + timedelta(seconds=10 * turn)
            person = crowd[turn % len(crowd)]
            direction = Direction.IN if turn // len(crowd) % 2 == 0 else Direction.OUT
            verdict = actions.check_in(event, person.code, point, direction=direction, at=at)
            say("saved", verdict.eid, verdict.code)
            if turn % 5 == 0:
                say("taking-back", verdict.eid)
                undone = actions.undo_scan(event, verdict.eid)
                say("taken-back" if isinstance(undone, Undone) else "refused", verdict.eid)
            if turn % 7 == 0:
                added = actions.walk_in(event, f"Neu {turn}", point=point, at=at)
                say("added", added.person.id)
                say("saved", added.verdict.eid, added.verdict.code)
            if turn % 11 == 0:
                group = actions.check_in_group(event, "Gruppe", point, at=at)
                for each in group.verdicts:
                    say("saved", each.eid, each.code)


if __name__ == "__main__":
    work(Path(sys.argv[1]))
