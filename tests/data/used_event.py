"""Makes a small used event with the command line of any checkout of eventdesk, as older files of the tests were made.

    python -m tests.data.used_event CHECKOUT

It writes tests/data/events/vN.eventdesk.gz (N: the version of the tables that CHECKOUT writes) and notes what its own
command line says about it in tests/data/events/said.json.
"""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "events"
SAID = FOLDER / "said.json"
DAY = "2017-03-06"
BADGES, FAIR, PANELS, AFTERWARDS = 4, 5, 6, 7
"""The versions that brought templates and boxes, the fair, the programme, and the World Café with the prize."""
_START = "import sys; from ui.launch import main; sys.exit(main())"
_NO = 3


@dataclass(frozen=True)
class Checkout:
    """A checkout, and one event file that its command line works on."""

    root: Path
    file: Path

    @property
    def version(self) -> int:
        """Return the version of the tables it writes."""
        return 1 + len(list((self.root / "eventdesk" / "store" / "schema" / "migrations").glob("0*.sql")))

    def run(self, *verb: str, rest: tuple[object, ...] = (), given: str = "") -> dict[str, Any]:
        """Run a verb on the file and return its answer. Raises RuntimeError if it does not work."""
        words = [sys.executable, "-c", _START, *verb, str(self.file), *map(str, rest), "--json"]
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.file.parent),
            "XDG_DATA_HOME": str(self.file.parent),
            "PYTHONPATH": str(self.root),
            "EVENTDESK_LANGUAGE": "de",
            "EVENTDESK_DESK": "Schalter 1",
            "USER": "Anmeldeteam",
        }
        options: dict[str, Any] = {"cwd": self.root, "env": settings, "capture_output": True, "text": True}
        done = subprocess.run(words, input=given, check=False, **options)
        if done.returncode not in (0, _NO):
            raise RuntimeError(f"{' '.join(verb)}: {done.stderr or done.stdout}")
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def codes(self, *names: str) -> list[str]:
        """Return the badge codes of people by what is searched for."""
        return [str(self.run("search", rest=(name,))["hits"][0]["code"]) for name in names]


def use(checkout: Checkout) -> None:
    """Fill the file with all that this checkout can do, so that every table it knows holds something."""
    version = checkout.version
    checkout.run("new", rest=("--from", FOLDER / "sample"))
    if version >= FAIR:
        checkout.run("fair", "apply", rest=("--seconds", 1, "--seed", 1))
        checkout.run("fair", "plan", rest=("-o", checkout.file.with_name("plan.pdf")))
        checkout.run("fair", "replan", rest=("--blocked", "B-02", "--apply", "--seconds", 1))
    if version >= PANELS:
        checkout.run("panels", "apply", rest=("--seconds", 1, "--seed", 1))
        checkout.run("panels", "places", rest=("--seed", 1, "--apply"))
        checkout.run("panels", "doors", rest=("--make", "--at", f"{DAY}T08:00"))
        checkout.run("panels", "programme", rest=("-o", checkout.file.with_name("programme.pdf"), "--mark-printed"))
    checkout.run("import", rest=("people", FOLDER / "more_people.csv", "--preset", "plain"))
    boxes = ("--boxes", 2) if version >= BADGES else ()
    checkout.run("badges", rest=("-o", checkout.file.with_name("badges.pdf"), "--mark-printed", *boxes))
    _scan(checkout)
    if version >= PANELS:
        checkout.run("panels", "doors", rest=("--room", "Saal 1", "--count", "+1", "--at", f"{DAY}T10:05"))
    if version >= AFTERWARDS:
        _afterwards(checkout)
    (last,) = checkout.codes("Hosseini")
    checkout.run("checkin", rest=(last, "--at", f"{DAY}T13:00"))


def _scan(checkout: Checkout) -> None:
    """Let people in and out, refuse some, take one back, and add two who are not in the list."""
    names = ("Demirtaş", "al-Khatib", "Kovalenko", "Müller", "Minh", "Tesfay", "Haddad", "Lindner", "Hahn", "Sommer")
    codes = checkout.codes(*names)
    for minute, code in enumerate((*codes, codes[0], "unbekannt")):
        checkout.run("checkin", rest=(code, "--at", f"{DAY}T09:{minute:02}"))
    checkout.run("checkin", rest=(codes[1], "--exit", "--at", f"{DAY}T09:30"))
    checkout.run("undo")
    checkout.run("walkin", rest=("--name", "Mariam Haidari", "--organisation", "Kirchenkreis", "--at", f"{DAY}T09:40"))
    checkout.run("walkin", rest=("--name", "Zu viel", "--at", f"{DAY}T09:41"))
    checkout.run("undo")
    checkout.run("checkin", rest=(codes[3], "--point", "Saal 1", "--at", f"{DAY}T10:02"))


def _afterwards(checkout: Checkout) -> None:
    """Deal the cards of the World Café, and hold a vote of which the ballots are no secret: they are test data."""
    checkout.run("cafe", "apply", rest=("--tables", 3, "--rounds", 2, "--at", f"{DAY}T10:30", "--seed", 1))
    checkout.run("prize", "new", rest=("--title", "Publikumspreis", "--entry", "Lesecafé", "--entry", "Hof-Atelier"))
    ballots = checkout.file.with_name("ballots.pdf")
    checkout.run("prize", "ballots", rest=("-o", ballots, "--number", 10))
    checkout.run("prize", "open", rest=("--at", f"{DAY}T11:00"))
    for code in checkout.codes("Demirtaş", "Kovalenko"):
        checkout.run("prize", "issue", rest=(code, "--at", f"{DAY}T11:10"))
    with closing(sqlite3.connect(checkout.file)) as file:
        printed = [row[0] for row in file.execute("SELECT code FROM ballot ORDER BY stub LIMIT 2")]
    checkout.run("prize", "cast", given="".join(f"{code} {number}\n" for number, code in enumerate(printed, 1)))


def keep(root: Path) -> Path:
    """Make the event with the checkout at `root` and keep it with what was said about it; returns the file."""
    with tempfile.TemporaryDirectory() as folder:
        checkout = Checkout(root.resolve(), Path(folder) / "used.eventdesk")
        use(checkout)
        checks = checkout.run("verify")
        if not checks["ok"]:
            raise RuntimeError(f"the file is not whole: {checks}")
        told = checkout.run("info")
        kept = FOLDER / f"v{checkout.version}.eventdesk.gz"
        kept.write_bytes(gzip.compress(checkout.file.read_bytes(), 9, mtime=0))
        said = json.loads(SAID.read_text("utf-8")) if SAID.exists() else {}
        said[f"v{checkout.version}"] = {"counts": told["counts"], "last": checkout.run("journal")["entries"][0]["eid"]}
        SAID.write_text(json.dumps(dict(sorted(said.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return kept


if __name__ == "__main__":
    print(keep(Path(sys.argv[1])))  # noqa: T201 - this is the answer
