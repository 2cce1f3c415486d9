"""Plain lists, kept by hand: their columns, what is wrong in them, what is noteworthy."""

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.people import records
from eventdesk.people.code import is_code
from eventdesk.people.importing import ImportStep, Preset, import_people
from eventdesk.people.person import Origin, Status
from eventdesk.tables.problems import Expectation, Remark
from eventdesk.words import Words
from tests.core.people.lists import counts, imported, listed, names, person, sheet


def test_all_columns_of_the_event_folder(event, tmp_path):
    path = listed(
        tmp_path,
        "id;given_name;family_name;native_name;title;organisation;position;sector;roles;email;phone;languages;needs;"
        "note;attention;status;group;exhibitor;wishes;code;town;days;Schuhgröße",
        'P1;Elif;Demirtaş;;Dr.;Bürgerinitiative;Vorstand;Zivilgesellschaft;"Ausstellerin, Referentin";elif@example.org;'
        '+49 511 1;"Deutsch, Türkçe";Rollstuhl;kommt spät;Umschlag;angemeldet;Peine;E14;S2 S1;TICKET-1;Peine;6.3.2027;'
        "38",
    )
    result = imported(event, path)
    elif_ = person(event, "Elif Demirtaş")
    assert elif_.title == "Dr."
    assert (elif_.organisation, elif_.position, elif_.sector) == ("Bürgerinitiative", "Vorstand", "civil_society")
    assert elif_.roles == ("exhibitor", "speaker")
    assert (elif_.email, elif_.phone, elif_.town) == ("elif@example.org", "+49 511 1", "Peine")
    assert (elif_.languages, elif_.needs) == (("Deutsch", "Türkçe"), ("Rollstuhl",))
    assert (elif_.note, elif_.attention, elif_.status) == ("kommt spät", "Umschlag", Status.REGISTERED)
    assert (elif_.group, elif_.exhibitor, elif_.wishes, elif_.days) == ("Peine", "E14", ("S2", "S1"), ("2027-03-06",))
    assert (elif_.ticket, elif_.source, elif_.foreign_id) == ("TICKET-1", "plain", "P1")
    assert elif_.extra == {"Schuhgröße": "38"}
    assert elif_.origin is Origin.IMPORT
    assert is_code(elif_.code)
    assert (result.plan.preset, result.plan.encoding, result.plan.delimiter) == (Preset.PLAIN, "utf-8", ";")


def test_german_headers_of_a_list_made_by_hand(event, tmp_path):
    path = listed(
        tmp_path,
        "Lfd. Nr.;Name;Vorname;Verein;Funktion;Rolle;E-Mail-Adresse;Handy;Ort;Sprachen;Bemerkung",
        "1;von der Heide;Anke;Café Grenzenlos;Leitung;Helferin;anke@example.org;0171 1;Peine;Deutsch;vegan",
    )
    imported(event, path)
    anke = person(event, "Anke von der Heide")
    assert (anke.given_name, anke.family_name) == ("Anke", "von der Heide")
    assert (anke.organisation, anke.position, anke.roles) == ("Café Grenzenlos", "Leitung", ("helper",))
    assert (anke.phone, anke.note, anke.foreign_id) == ("0171 1", "vegan", "1")


def test_a_full_name_is_split_only_without_parts(event, tmp_path):
    imported(event, listed(tmp_path, "Name;Verein", "Dr. Jan van der Meer;A", "Öztürk, Selin;B", "MAX muster;C"))
    jan = person(event, "Jan van der Meer")
    assert (jan.title, jan.given_name, jan.family_name) == ("Dr.", "Jan", "van der Meer")
    assert person(event, "Selin Öztürk").family_name == "Öztürk"
    assert person(event, "MAX muster").family_name == "muster"


def test_parts_are_never_overruled_by_the_full_name(event, tmp_path):
    imported(event, listed(tmp_path, "Name;First Name;Last Name", "A B C;A B;C", "D E F;;"))
    assert {(each.given_name, each.family_name) for each in records.everyone(event.db)} == {("A B", "C"), ("D E", "F")}


def test_a_native_name_is_enough(event, tmp_path):
    imported(event, listed(tmp_path, "Vorname;Nachname;native_name", ";;فرید رحمانی"))
    assert names(event) == ["فرید رحمانی"]


def test_persian_names_keep_their_joiner(event, tmp_path):
    imported(event, listed(tmp_path, "Vorname;Nachname", "علی\u200cرضا;\u202eرضایی"))
    assert names(event) == ["علی\u200cرضا رضایی"]


def test_phones_and_postcodes_of_a_workbook(event, tmp_path):
    imported(event, sheet(tmp_path, ["Name", "Telefon", "PLZ"], ["Elif Demirtaş", "+49 511 1", "01067"]))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.phone, elif_.extra) == ("+49 511 1", {"PLZ": "01067"})


WRONG = (
    "Name;E-Mail;Status;Tage",
    "Elif Demirtaş;elif@;angemeldet;",
    ";leer@example.org;;",
    "Jörn Meyer;jorn@example.org;vielleicht;31.2.2027",
    "Anke Schröder;anke@example.org;storniert;6.3.2027",
)


def test_errors_are_collected_and_nothing_is_imported(event, tmp_path):
    before = len(event.journal())
    result = import_people(event, listed(tmp_path, *WRONG))
    assert result.kept_back
    assert [(each.line, each.column, each.value, each.expected) for each in result.plan.problems] == [
        (2, "E-Mail", "elif@", Expectation.EMAIL),
        (3, "Name", "", Expectation.NAME),
        (4, "Tage", "31.2.2027", Expectation.DAY),
        (4, "Status", "vielleicht", Expectation.CHOICE),
    ]
    assert records.count(event.db) == 0
    assert len(event.journal()) == before
    assert counts(result) == {"read": 4, "rejected": 1}
    errors = result.as_json(Words("en"))["errors"]
    assert errors[0] == {
        "file": "people.csv",
        "line": 2,
        "column": "E-Mail",
        "value": "elif@",
        "expected": "one e-mail address",
    }
    assert result.as_json()["errors"][0]["expected"] == "email"


def test_a_wrong_cell_costs_nobody_their_place(event, tmp_path):
    result = imported(event, listed(tmp_path, *WRONG), good_rows=True)
    assert names(event) == ["Elif Demirtaş", "Jörn Meyer", "Anke Schröder"]
    assert person(event, "Anke Schröder").status is Status.CANCELLED
    elif_, joern = person(event, "Elif Demirtaş"), person(event, "Jörn Meyer")
    assert (elif_.email, elif_.extra) == ("", {"E-Mail": "elif@"})
    assert (joern.email, joern.status, joern.days) == ("jorn@example.org", Status.REGISTERED, ())
    assert joern.extra == {"Tage": "31.2.2027", "Status": "vielleicht"}
    assert counts(result) == {"read": 4, "added": 3, "rejected": 1}
    plan = result.plan
    assert ([each.line for each in plan.refusals], [each.line for each in plan.omissions]) == ([3], [2, 4, 4])
    assert len(plan.problems) == 4


def test_a_wrong_cell_that_was_corrected_leaves_nothing_behind(event, tmp_path):
    rows = ("Name;E-Mail;Stadt", "Elif Demirtaş;elif(at)example.org;Peine")
    imported(event, listed(tmp_path, *rows), good_rows=True)
    again = imported(event, listed(tmp_path, *rows), good_rows=True)
    assert counts(again) == {"read": 1, "unchanged": 1}
    assert person(event, "Elif Demirtaş").extra == {"E-Mail": "elif(at)example.org"}
    result = imported(event, listed(tmp_path, rows[0], "Elif Demirtaş;elif@example.org;Peine"))
    assert counts(result) == {"read": 1, "changed": 1}
    assert (person(event, "Elif Demirtaş").email, person(event, "Elif Demirtaş").extra) == ("elif@example.org", {})
    event.undo()
    assert person(event, "Elif Demirtaş").extra == {"E-Mail": "elif(at)example.org"}


def test_a_place_without_a_name_is_called_after_the_organisation(event, tmp_path):
    path = listed(tmp_path, "Vorname;Nachname;Verein;E-Mail", ";;Stadt Peine;", "Elif;Demirtaş;;", ";;;x@example.org")
    result = imported(event, path, good_rows=True)
    assert names(event) == ["Elif Demirtaş", "Stadt Peine"]
    assert [(each.line, each.expected) for each in result.plan.omissions] == [(2, Expectation.NAME)]
    assert [(each.line, each.expected) for each in result.plan.refusals] == [(4, Expectation.NAME)]


def test_what_is_wrong_stands_beside_the_other_extra_fields(event, tmp_path):
    imported(event, listed(tmp_path, "Name;E-Mail;Schuhgröße", "Elif;e@;38", "Jörn;;45"), good_rows=True)
    assert person(event, "Elif").extra == {"Schuhgröße": "38", "E-Mail": "e@"}
    assert person(event, "Jörn").extra == {"Schuhgröße": "45"}


def test_the_same_id_for_two_people_is_an_error(event, tmp_path):
    result = import_people(event, listed(tmp_path, "id;name", "P1;Elif Demirtaş", "P1;Jörn Meyer"))
    (problem,) = result.plan.problems
    assert (problem.line, problem.column, problem.value, problem.expected, problem.args) == (
        3,
        "id",
        "P1",
        Expectation.UNIQUE,
        ("2",),
    )


def test_a_person_twice_in_a_list_comes_in_once_and_is_told(event, tmp_path):
    path = listed(
        tmp_path,
        "Name;E-Mail;Verein",
        "Elif Demirtaş;elif@example.org;A",
        "Demirtas, Elif;ELIF@example.org;B",
        "Jörn Meyer;;C",
        "Jörn Meyer;;C",
    )
    result = imported(event, path)
    assert names(event) == ["Elif Demirtaş", "Jörn Meyer"]
    assert [(each.line, each.about, each.args) for each in result.plan.remarks] == [
        (3, Remark.PERSON_TWICE, ("2",)),
        (5, Remark.PERSON_TWICE, ("4",)),
    ]
    assert counts(result) == {"read": 4, "added": 2, "repeated": 2}


def test_possible_duplicates_are_shown_and_not_merged(event, tmp_path):
    imported(event, listed(tmp_path, "Name;E-Mail", "Jürgen Groß;a@example.org"))
    first = person(event, "Jürgen Groß").id
    result = imported(
        event, listed(tmp_path, "Name;E-Mail", "Gross Juergen;b@example.org", "Jürgen Groß;c@example.org")
    )
    assert records.count(event.db) == 3
    found = result.as_json()["possible_duplicates"]
    assert [(each["line"], each["name"], each["same_as"]) for each in found] == [
        (2, "Gross Juergen", {"id": first, "line": None, "name": "Jürgen Groß", "organisation": ""}),
        (3, "Jürgen Groß", {"id": first, "line": None, "name": "Jürgen Groß", "organisation": ""}),
    ]


def test_people_of_one_name_within_a_list_are_shown(event, tmp_path):
    result = imported(event, listed(tmp_path, "id;Name;Verein", "1;Ali Yılmaz;A", "2;Ali Yilmaz;B"))
    (found,) = result.plan.possible_duplicates
    assert (found.line, found.other_line, found.other.organisation) == (3, 2, "A")
    assert records.count(event.db) == 2


def test_rows_for_several_tickets_are_noted(event, tmp_path):
    result = imported(event, listed(tmp_path, "Name;Anzahl", "Elif Demirtaş;3", "Jörn Meyer;1"))
    assert [(each.line, each.about, each.value) for each in result.plan.remarks] == [(2, Remark.SEVERAL_TICKETS, "3")]


def test_a_list_without_names_says_so(event, tmp_path):
    with pytest.raises(KnownError) as caught:
        import_people(event, listed(tmp_path, "Artikel;Preis", "Kaffee;2"))
    assert (caught.value.fault, caught.value.details["trouble"]) == (Fault.BAD_TABLE, "no_names")


def test_the_sheet_with_people_is_chosen(event, tmp_path):
    import xlsxwriter

    path = tmp_path / "all.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notizen").write_row(0, 0, ["Name"])
        people = book.add_worksheet("Liste")
        people.write_row(0, 0, ["Vorname", "Nachname", "Verein"])
        people.write_row(1, 0, ["Elif", "Demirtaş", "A"])
    result = imported(event, path)
    assert names(event) == ["Elif Demirtaş"]
    assert [(each.about, each.value) for each in result.plan.remarks] == [(Remark.OTHER_SHEETS, "Notizen")]


def test_a_dry_run_changes_nothing_and_tells_all(event, tmp_path):
    before = len(event.journal())
    result = import_people(event, listed(tmp_path, "Name", "Elif Demirtaş"), dry_run=True)
    assert (result.done, result.dry_run, result.kept_back, result.eid) == (False, True, False, None)
    assert counts(result) == {"read": 1, "added": 1}
    assert [each.name for each in result.plan.preview] == ["Elif Demirtaş"]
    assert len(event.journal()) == before


def test_an_import_is_one_undo(event, tmp_path):
    rows = [f"Person{at};Nachname{at};Peine" for at in range(250)]
    result = imported(event, listed(tmp_path, "Vorname;Nachname;Schuhgröße", *rows))
    entries = [entry for entry in event.journal() if entry.op is Op.IMPORT]
    assert len(entries) == 5
    assert {entry.root for entry in entries} == {result.eid}
    assert entries[-1].label == "people.csv"
    event.undo()
    assert records.count(event.db) == 0
    assert records.extra_names(event.db) == []


def test_progress_is_told_and_can_stop_everything(event, tmp_path):
    path = listed(tmp_path, "Vorname;Nachname", *(f"A{at};B{at}" for at in range(2500)))
    told = []

    class StopError(Exception):
        pass

    def stop(step, done):
        told.append((step, done))
        if step is ImportStep.WRITING and done > 0.5:
            raise StopError

    with pytest.raises(StopError):
        import_people(event, path, progress=stop)
    assert [step for step, _done in told] == [ImportStep.READING, ImportStep.COMPARING, *[ImportStep.WRITING] * 3]
    assert records.count(event.db) == 0
    imported(event, path)
    assert len(set(event.db.rows("SELECT code FROM person"))) == 2500


def test_the_collector_runs_again_after_a_fault(event, tmp_path):
    import gc

    with pytest.raises(KnownError):
        import_people(event, tmp_path / "gone.csv")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("cell", "taken"),
    [
        ("elif@example.org; e@example.net", "elif@example.org"),
        ("Elif Demirtaş <elif@example.org>", "elif@example.org"),
        ("elif@example.org (privat)", "elif@example.org"),
        ("elif(at)example.org", ""),
    ],
)
def test_of_several_addresses_the_first_is_taken_and_all_are_kept(event, tmp_path, cell, taken):
    result = imported(event, sheet(tmp_path, ["Name", "E-Mail"], ["Elif Demirtaş", cell]), good_rows=True)
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.email, elif_.extra) == (taken, {"E-Mail": cell})
    assert [each.expected for each in result.plan.problems] == [Expectation.EMAIL]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("06.03.2027 und 07.03.2027", ("2027-03-06", "2027-03-07")),
        ("Sa, 6.3.2027; So 7.3.27", ("2027-03-06", "2027-03-07")),
        ("Samstag 6.3.2027", ("2027-03-06",)),
        ("Saturday 2027-03-06 & 2027-03-07", ("2027-03-06", "2027-03-07")),
    ],
)
def test_days_as_people_write_them(event, tmp_path, cell, days):
    imported(event, sheet(tmp_path, ["Name", "Tage"], ["Elif Demirtaş", cell]))
    assert person(event, "Elif Demirtaş").days == days


@pytest.mark.parametrize("cell", ["Samstag", "6.3.", "bald"])
def test_what_is_no_day_is_told(event, tmp_path, cell):
    result = imported(event, sheet(tmp_path, ["Name", "Tage"], ["Elif Demirtaş", cell]), good_rows=True)
    assert [(each.value, each.expected) for each in result.plan.omissions] == [(cell, Expectation.DAY)]
    assert person(event, "Elif Demirtaş").days == ()


def test_languages_between_strokes(event, tmp_path):
    imported(event, listed(tmp_path, "Name;Sprachen", "Elif;Deutsch/Türkisch", "Oksana;Ukrainisch und Deutsch"))
    assert person(event, "Elif").languages == ("Deutsch", "Türkisch")
    assert person(event, "Oksana").languages == ("Ukrainisch", "Deutsch")


def test_what_is_odd_about_other_sheets_is_not_told(event, tmp_path):
    import xlsxwriter

    path = tmp_path / "all.xlsx"
    with xlsxwriter.Workbook(path) as book:
        cover = book.add_worksheet("Deckblatt")
        cover.write_row(0, 0, ["Konferenz"])
        cover.write_row(1, 0, ["Ansprechpartner", "Frau Meyer"])
        people = book.add_worksheet("Teilnehmer")
        people.write_row(0, 0, ["Name", "", "Verein", "", "Ort"])
        people.write_row(1, 0, ["Elif Demirtaş", "", "A", "x", "Peine"])
    result = imported(event, path)
    assert [(each.about, each.value, each.column) for each in result.plan.remarks] == [
        (Remark.OTHER_SHEETS, "Deckblatt", ""),
        (Remark.UNNAMED_COLUMN, "", "#4"),
    ]
