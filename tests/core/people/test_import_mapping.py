"""What the columns mean can be corrected, kept in a file and used again."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.people.importing import ColumnMapping, Field, Preset, load_mapping, propose, save_mapping
from eventdesk.people.importing.mapping import choose_sheet, is_known
from eventdesk.tables.cleaning import clean
from eventdesk.tables.table import Table, Tables
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from tests.core.people.lists import imported, listed, person

HEADER = ["Wer", "Von wo", "Kürzel"]


def test_a_proposal_names_every_column():
    mapping = propose(["Vorname", "Name", "Schuhgröße"])
    assert dict(mapping.columns) == {
        "Vorname": Field.GIVEN_NAME,
        "Name": Field.FAMILY_NAME,
        "Schuhgröße": Field.EXTRA,
    }
    assert mapping.has_names
    assert not propose(HEADER).has_names


def test_a_full_name_beside_a_given_name_stays_a_full_name():
    assert propose(["Vorname", "Full name"]).columns["Full name"] is Field.NAME


def test_a_corrected_mapping_imports_what_was_not_recognised(event, tmp_path):
    mapping = propose(HEADER).corrected("Wer", Field.NAME).corrected("Von wo", Field.ORGANISATION)
    mapping = mapping.corrected("Kürzel", Field.IGNORE)
    imported(event, listed(tmp_path, ";".join(HEADER), "Elif Demirtaş;Bürgerinitiative;ED"), mapping=mapping)
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.organisation, elif_.extra) == ("Bürgerinitiative", {})


def test_of_two_columns_for_a_field_the_corrected_one_comes_first(event, tmp_path):
    header = ["Name", "Firma", "Abteilung"]
    mapping = propose(header).corrected("Abteilung", Field.ORGANISATION)
    imported(event, listed(tmp_path, ";".join(header), "Elif Demirtaş;Stadt;Amt", "Jörn Meyer;Stadt;"), mapping=mapping)
    assert [person(event, name).organisation for name in ("Elif Demirtaş", "Jörn Meyer")] == ["Amt", "Stadt"]


def test_columns_are_found_by_their_exact_name_first():
    mapping = ColumnMapping(Preset.PLAIN, {"E-Mail": Field.EMAIL, "Email": Field.NOTE, "fehlt": Field.PHONE})
    assert mapping.positions(["Email", "E-Mail", "x"]) == {Field.EMAIL: [1], Field.NOTE: [0], Field.EXTRA: [2]}


@pytest.mark.parametrize("name", ["map.toml", "map.json"])
def test_a_mapping_is_kept_in_a_file(tmp_path, name):
    mapping = propose(["Wer", 'Frage "A" \\ – Ja?', "E-Mail", "Name"]).corrected("Wer", Field.NATIVE_NAME)
    path = tmp_path / name
    save_mapping(path, mapping)
    assert load_mapping(path) == mapping
    assert list(load_mapping(path).columns) == list(mapping.columns)


def test_a_mapping_can_be_read_and_written_by_hand(tmp_path):
    """One line for each column, in words as they are in the list."""
    mapping = ColumnMapping(Preset.PRETIX, {"Größe": Field.EXTRA, "Wer": Field.NAME, "a\x7fb": Field.IGNORE})
    save_mapping(tmp_path / "map.toml", mapping)
    save_mapping(tmp_path / "MAP.JSON", mapping)
    assert (tmp_path / "map.toml").read_text("utf-8") == (
        'preset = "pretix"\n\n[columns]\n"Größe" = "extra"\n"Wer" = "name"\n"a\\u007fb" = "ignore"\n'
    )
    assert (tmp_path / "MAP.JSON").read_text("utf-8") == (
        '{\n "preset": "pretix",\n "columns": {\n  "Größe": "extra",\n  "Wer": "name",\n  "a\x7fb": "ignore"\n }\n}\n'
    )
    assert load_mapping(tmp_path / "map.toml") == load_mapping(tmp_path / "MAP.JSON") == mapping


def test_an_editor_may_mark_a_file_as_unicode(tmp_path):
    path = tmp_path / "map.toml"
    path.write_text("[columns]\n'Größe' = 'note'\n", "utf-8-sig")
    assert load_mapping(path).columns == {"Größe": Field.NOTE}


def test_a_column_is_found_however_its_name_is_spelt_in_the_next_list():
    mapping = ColumnMapping(Preset.PLAIN, {"E-Mail-Adresse": Field.EMAIL, "Vorname": Field.GIVEN_NAME})
    assert mapping.positions(["vorname", "x", "e-mail adresse"]) == {
        Field.EMAIL: [2],
        Field.GIVEN_NAME: [0],
        Field.EXTRA: [1],
    }


PEOPLE, OTHERS = ("Name", "E-Mail"), ("Verein", "E-Mail", "Telefon", "Ort", "Notiz")


@pytest.mark.parametrize(
    ("sheets", "preset", "chosen"),
    [
        ({"x": OTHERS, "y": PEOPLE}, Preset.AUTO, "y"),
        ({"x": (*PEOPLE, "a", "b", "c"), "y": (*PEOPLE, "Verein")}, Preset.AUTO, "y"),
        ({"x": (*PEOPLE, "Verein"), "y": PEOPLE, "Personen": ("Name",)}, Preset.AUTO, "Personen"),
        ({"x": PEOPLE, "Personen": OTHERS}, Preset.AUTO, "x"),
        ({"x": ("Attendee name",), "people": ("Vorname",)}, Preset.PRETIX, "x"),
    ],
)
def test_the_sheet_of_people_is_found_by_its_name_and_else_by_its_columns(sheets, preset, chosen):
    tables = Tables("a.xlsx", tuple(Table("a.xlsx", name, header, (), ()) for name, header in sheets.items()))
    assert choose_sheet(tables, preset).name == chosen


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("E-Mail", True),
        ("e-mail", True),
        ("Vor- und Zuname", True),
        ("extra: Name", True),
        ("Name (extra: x)", False),
        ("Schuhgröße", False),
        ("", False),
    ],
)
def test_what_is_known_in_a_plain_list(name, known):
    assert is_known(name) is known


def test_both_kinds_of_file_are_what_they_are_called(tmp_path):
    save_mapping(tmp_path / "map.toml", propose(["Name"]))
    save_mapping(tmp_path / "map.json", propose(["Name"]))
    expected = {"preset": "plain", "columns": {"Name": "name"}}
    assert tomllib.loads((tmp_path / "map.toml").read_text("utf-8")) == expected
    assert json.loads((tmp_path / "map.json").read_text("utf-8")) == expected


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("map.toml", "preset = ", "Invalid value"),
        ("map.toml", "[columns]\nName = 5\n", "Name = 5."),
        ("map.toml", "[columns]\nName = 'surname'\n", "Name = surname."),
        ("map.toml", "[columns]\nName = ['name']\n", "Name = ['name']."),
        ("map.toml", "columns = 'Name'\n", "columns."),
        ("map.toml", "preset = 'excel'\n[columns]\nName = 'name'\n", "preset = excel."),
        ("map.toml", f"[columns]\nName = '{'x' * 80}'\n", f"Name = {'x' * 80}."),
        ("map.toml", f"[columns]\nName = '{'x' * 81}'\n", f"Name = {'x' * 80}…."),
        ("map.json", '{"columns": {"Name": 1' + "0" * 79 + "}}", "Name = 1" + "0" * 79 + "."),
        ("map.json", "[]", "columns."),
        ("map.json", "{}", "columns."),
    ],
)
def test_a_mapping_that_does_not_fit_is_a_plain_fault(tmp_path, name, text, reason):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(KnownError) as caught:
        load_mapping(path)
    assert (caught.value.fault, caught.value.details["trouble"]) == (Fault.BAD_TABLE, "bad_mapping")
    assert reason in caught.value.details["reason"]
    assert caught.value.details["path"] == str(path)


@pytest.mark.parametrize(("name", "before"), [("map.json", ""), ("map.toml", "a = ")])
def test_brackets_without_end_are_said_in_plain_words(tmp_path, name, before):
    path = tmp_path / name
    path.write_text(before + "[" * 5000, "utf-8")
    with pytest.raises(KnownError) as caught:
        load_mapping(path)
    assert caught.value.details["path"] == str(path)
    said = fault_sentence(Words("en"), caught.value)
    assert "brackets within brackets" in said
    assert "recursion" not in said


def test_a_mapping_without_a_preset_is_for_plain_lists(tmp_path):
    path = tmp_path / "map.toml"
    path.write_text("[columns]\nWer = 'name'\n", "utf-8")
    assert load_mapping(path) == ColumnMapping(Preset.PLAIN, {"Wer": Field.NAME})
    path.write_text("preset = 'pretix'\n[columns]\nWer = 'name'\n", "utf-8")
    assert load_mapping(path).preset is Preset.PRETIX
    path.write_text("preset = 'auto'\n[columns]\nID = 'foreign_id'\nReservationID = 'ignore'\n", "utf-8")
    assert load_mapping(path).preset is Preset.PLAIN


def test_a_mapping_that_is_not_there(tmp_path):
    with pytest.raises(KnownError) as caught:
        load_mapping(tmp_path / "map.toml")
    assert caught.value.fault is Fault.NO_FILE
    (tmp_path / "map.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnownError) as caught:
        load_mapping(tmp_path / "map.toml")
    assert caught.value.fault is Fault.CANNOT_READ
    assert caught.value.details["path"] == str(tmp_path / "map.toml")
    assert "utf-8" in caught.value.details["reason"]


@given(st.lists(st.text(max_size=12).map(clean).filter(bool), unique=True, max_size=6))
def test_any_header_survives_the_file(tmp_path_factory, header):
    path = tmp_path_factory.mktemp("map") / "map.toml"
    mapping = propose(header)
    save_mapping(path, mapping)
    assert load_mapping(path) == mapping
