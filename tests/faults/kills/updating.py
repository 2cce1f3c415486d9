"""Kills the program while it brings an older file up to date: the file is the old one or the new one, never between.

    python -m tests.faults.kills.updating --count 1000 --seed 1
    python -m tests.faults.kills.updating --seed 1 --case 17          one case again

Files of all older versions are updated, ended before an operation of the disk or at any moment, and looked at.
"""

import argparse
import gc
import gzip
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

from eventdesk.desk import figures, open_event
from eventdesk.store import migrations
from tests.data.used_event import FOLDER, SAID
from tests.faults.disk.sqlite_vfs import watched_disk
from tests.faults.kills.killing import KILLED, Fate, Heard, Life, Outcome, forked
from tests.faults.kills.life import Executioner, Say, Watch, WrongError

_LONGEST_S, _AGAIN, _THOROUGH, _BETWEEN = 0.3, 0.2, 0.2, 0.5
_LATE = 60
"""So many operations before the end an update is being written for good."""
_ENOUGH = 1_000_000
"""More than SQLite ever does to the disk in one update."""
Tables = dict[int, list[tuple[str, ...]]]
"""What stands in the schema, by version."""
_TABLES = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"


@cache
def old_file(version: int) -> bytes:
    """Return the file that the program of this version made."""
    return gzip.decompress((FOLDER / f"v{version}.eventdesk.gz").read_bytes())


def update(path: Path, operation: int | None, say: Say) -> None:
    """Open an older file, which updates it, and end before one operation of the disk, if there is one."""
    if operation is None:
        open_event(path).close()
        return
    executioner = Executioner(operation)
    with watched_disk().watched_by(executioner):
        open_event(path).close()
    say("left", executioner.left)


def look_between(path: Path, version: int, tables: Tables, say: Say) -> None:
    """Let SQLite take back what was not finished. Raises WrongError if something between old and new is left."""
    with closing(sqlite3.connect(path)) as left:
        found = left.execute("PRAGMA user_version").fetchone()[0]
        there = left.execute(_TABLES).fetchall()
    say("version", found)
    if there != tables.get(found):
        raise WrongError(f"damaged: between {version} and {migrations.current()}")


def look_after(path: Path, version: int, thorough: bool, say: Say) -> None:
    """Open what is left, as the next desk does. Raises WrongError if it is not the whole event of today's version."""
    begun = Watch()
    with open_event(path) as event:
        say("opened", begun)
        told = figures(event)["counts"]
        wrong = [each for each in event.verify().values() if each is not True] if thorough else []
    if wrong:
        raise WrongError(f"damaged: {wrong}")
    if told != _said(version)["counts"]:
        raise WrongError(f"lost: {told}")
    copies = [each for each in path.parent.iterdir() if ".before-v" in each.name and not each.name.startswith(".")]
    if not copies:
        raise WrongError("lost the copy of the old file")
    for each in copies:
        with closing(sqlite3.connect(f"{each.as_uri()}?mode=ro", uri=True)) as copy:
            whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            if not whole or copy.execute("PRAGMA user_version").fetchone()[0] != version:
                raise WrongError(f"damaged: the copy {each.name}")


@cache
def _said(version: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SAID.read_text("utf-8"))[f"v{version}"]
    return found


def _tables(content: bytes, folder: Path) -> list[tuple[str, ...]]:
    path = folder / "tables"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as file:
        return file.execute(_TABLES).fetchall()


def kill_updates(folder: Path, seed: int, count: int, only: int | None = None) -> Outcome:
    """Kill so many updates, of files of all older versions."""
    outcome, today = Outcome("updates"), migrations.current()
    older = range(migrations.FIRST, today)
    operations: dict[int, int] = {}
    tables: dict[int, Tables] = {}
    for version in older:
        path = folder / f"{version}.eventdesk"
        path.write_bytes(old_file(version))
        heard = forked(partial(update, path, _ENOUGH), Fate(None, from_begin=True))
        operations[version] = _ENOUGH - int(heard.of("left")[0])
        new = _tables(path.read_bytes(), folder)
        tables[version] = {version: _tables(old_file(version), folder), today: new}
    for case in range(count) if only is None else [only]:
        chance = Random(f"{seed}/{case}")
        version = chance.choice(older)
        with tempfile.TemporaryDirectory(dir=folder) as place:
            path = Path(place) / "event.eventdesk"
            path.write_bytes(old_file(version))
            killed = _kill(path, operations[version], chance)
            if chance.random() < _AGAIN:
                _kill(path, operations[version], chance)
            looks: list[Life] = [partial(look_after, path, version, chance.random() < _THOROUGH)]
            if chance.random() < _BETWEEN:
                looks.insert(0, partial(look_between, path, version, tables[version]))
            seen = [forked(look, Fate(None, from_begin=True)) for look in looks]
            _note(f"seed {seed}, case {case} of version {version}", [killed, *seen], outcome)
    return outcome


def _kill(path: Path, operations: int, chance: Random) -> Heard:
    """Begin an update and end it: a third each before any operation of the disk, one of the last, at any moment."""
    how = chance.choice(("anywhere", "late", "moment"))
    if how != "moment":
        operation = chance.randrange(operations) if how == "anywhere" else operations - chance.randrange(_LATE)
        return forked(partial(update, path, operation), Fate(None, from_begin=True))
    return forked(partial(update, path, None), Fate(chance.uniform(0, _LONGEST_S), from_begin=True))


def _note(name: str, all_heard: list[Heard], outcome: Outcome) -> None:
    outcome.kills += 1
    outcome.while_opening += all_heard[0].exit == KILLED
    for heard in all_heard:
        outcome.said += heard.of("version") == [str(migrations.current())]
        outcome.opened(heard)
        for why in heard.of("wrong"):
            outcome.wrong(name, why)


def main() -> int:
    """Run it as a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, help="only this one of the cases")
    wanted = parser.parse_args()
    gc.freeze()
    with tempfile.TemporaryDirectory(prefix="eventdesk-updates-") as folder:
        outcome = kill_updates(Path(folder), wanted.seed, wanted.count, wanted.case)
    killed = f"{outcome.kills} cases, {outcome.while_opening} killed, {outcome.said} seen done by then"
    line = f"updates: {killed}, {outcome.found()}"
    sys.stdout.write("\n".join([*outcome.failures, line]) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
