"""On the command line: files with people in them and look-ups are noted, `journal --audit` tells them."""

from pathlib import Path

import pytest

from eventdesk import paths
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from tests.clock import FakeClock
from tests.core.cli.conftest import Call

WRITERS = (
    ("export", "{file}", "people", "-o", "{out}.csv"),
    ("export", "{file}", "scans", "-o", "{out}.xlsx"),
    ("export", "{file}", "journal", "-o", "{out}.json"),
    ("export", "{file}", "exhibitors", "-o", "{out}.csv"),
    ("badges", "{file}", "-o", "{out}.pdf", "--only", "role=speaker"),
    ("panels", "lists", "{file}", "-o", "{out}.pdf"),
    ("panels", "calendar", "{file}", "-o", "{out}.ics"),
    ("fair", "directory", "{file}", "-o", "{out}.pdf"),
    ("report", "attendance", "{file}", "-o", "{out}.csv"),
    ("report", "attendance", "{file}", "-o", "{out}.pdf"),
    ("report", "certificates", "{file}", "-o", "{out}.pdf"),
    ("report", "contacts", "{file}", "-o", "{out}.vcf", "--whom", "projects"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one event for all: with people, a programme, a fair, and somebody who was there."""
    from eventdesk.checkin.actions import check_in
    from eventdesk.checkin.records import points
    from eventdesk.codes import Op
    from eventdesk.eventfolder import create_from
    from eventdesk.people import records as people

    path = tmp_path_factory.mktemp("audit") / "a.eventdesk"
    source = paths.seeds() / "integrationskonferenz-9"
    with create_from(path, source, clock=FakeClock("2025-05-14T08:00:00+00:00")).opened() as event:
        (point, *_) = points(event.db)
        person = next(each for each in people.everyone(event.db) if "speaker" in each.roles)
        assert check_in(event, person.code, point).person is not None
        with event.transact(Op.CONSENTS, "") as tx:
            for row in tx.rows("SELECT id FROM exhibitor"):
                tx.update("exhibitor", row["id"], {"consents": "contact", "email": "a@example.org"})
    return path


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "a.eventdesk"
    path.write_bytes(made.read_bytes())
    return path


@pytest.mark.parametrize("verb", WRITERS, ids=lambda verb: " ".join(each for each in verb if "{" not in each))
def test_each_file_is_noted(call: Call, file: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    out = tmp_path / "written"
    answer = call(*(each.format(file=file, out=out) for each in verb))
    assert answer.code == 0, answer.err
    (entry,) = call("journal", file, "--audit", "--json").json["entries"]
    assert entry["op"] == "export"
    _holding, amount, place, *_name = entry["label"].split()
    assert place == "command"
    assert int(amount) > 0


def test_about_and_search_are_noted_with_whom(call: Call, file: Path, tmp_path: Path) -> None:
    hits = call("search", file, "an", "--json").json["hits"]
    assert len(hits) > 1
    who = hits[0]
    assert call("about", file, who["code"], "-o", tmp_path / f"{who['name']}.json").code == 0
    exported, *looked = call("journal", file, "--audit", "--json").json["entries"]
    assert exported["people"] == [{"id": who["id"], "name": who["name"]}]
    assert who["name"] not in exported["label"]
    assert {each["id"] for entry in looked for each in entry["people"]} == {hit["id"] for hit in hits}
    told = call("journal", file, "--audit").out
    assert who["name"] in told
    everything = call("journal", file, "--json", "--limit", "5").json["entries"]
    assert who["name"] not in str([entry["label"] for entry in everything if entry["op"] in ("look_up", "export")])


def test_a_search_that_finds_nobody_notes_nothing(call: Call, file: Path) -> None:
    call("search", file, "%%%")
    assert call("journal", file, "--audit", "--json").json["entries"] == []


def test_a_note_has_the_time_at_which_it_was_made(call: Call, file: Path, tmp_path: Path) -> None:
    """`--at` tells when a paper list was signed, never when somebody wrote a file."""
    assert call("panels", "signs", file, "-o", tmp_path / "s.pdf", "--at", "2017-03-06T10:00").code == 0
    (entry,) = call("journal", file, "--audit", "--json").json["entries"]
    assert entry["at"] > "2020"


def test_the_deletion_day_is_told(call: Call, file: Path) -> None:
    told = call("info", file, "--json").json
    assert told["delete_on"] == "2025-05-28"
    assert "28. Mai 2025" in call("info", file).out


def test_on_a_full_disk_one_can_look_and_write_and_is_told(
    call: Call, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is kept from bringing the list to safety because there is no room for a note."""

    def full(*_arguments: object) -> None:
        raise KnownError(Fault.DISK_FULL, path=str(file))

    monkeypatch.setattr("eventdesk.audit._note", full)
    answer = call("export", file, "people", "-o", tmp_path / "liste.csv")
    assert answer.code == 0
    assert (tmp_path / "liste.csv").stat().st_size > 1000
    assert answer.err.strip()
    found = call("search", file, "an")
    assert (found.code, bool(found.out), bool(found.err)) == (0, True, True)
