"""Every code has a sentence in both languages, with what it carries in its place."""

from enum import StrEnum

import pytest

from eventdesk.codes import BackgroundTrouble, Fault, Op, Outcome, PrinterTrouble, Refusal, TableLimit, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.words import Words, preferred_language, verdicts
from eventdesk.words.faults import fault_sentence
from eventdesk.words.ops import deed, undo_refusal

DETAILS = {
    "path": "/home/anna/k4.eventdesk",
    "reason": "Grund",
    "line": "7",
    "limit": "20",
    "trouble": "empty",
    "what": "rows",
    "point": "Nord",
    "known": "Süd, West",
    "entry": "abc.1",
    "name": "Woodstock",
    "value": "gestern",
    "printer": "Brother QL-820",
    "person": "5",
}


@pytest.fixture(params=["de", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """Speak each language."""
    return Words(request.param)


def sentence(words: Words, fault: Fault, **details: str) -> str:
    return fault_sentence(words, KnownError(fault, **(DETAILS | details)))


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_is_one_sentence_with_its_names(words: Words, fault: Fault) -> None:
    own = {Fault.PRINTER: PrinterTrouble.PAUSED, Fault.BAD_BACKGROUND: BackgroundTrouble.DAMAGED}
    trouble = own.get(fault, TableTrouble.EMPTY)
    said = sentence(words, fault, trouble=trouble.value)
    assert said.endswith((".", "!"))
    assert "{" not in said
    assert "_" not in said


@pytest.mark.parametrize(
    ("fault", "detail", "codes"),
    [
        (Fault.BAD_TABLE, "trouble", TableTrouble),
        (Fault.TOO_LARGE, "what", TableLimit),
        (Fault.PRINTER, "trouble", PrinterTrouble),
        (Fault.BAD_BACKGROUND, "trouble", BackgroundTrouble),
    ],
)
def test_each_trouble_makes_another_sentence(words: Words, fault: Fault, detail: str, codes: type[StrEnum]) -> None:
    said = {sentence(words, fault, **{detail: code.value}) for code in codes}
    assert len(said) == len(codes)
    assert not any("{" in each for each in said)


def test_a_fault_without_details_still_speaks(words: Words) -> None:
    assert "{" not in fault_sentence(words, KnownError(Fault.UNKNOWN_POINT))


def test_the_file_is_called_by_its_name_where_the_folder_does_not_matter() -> None:
    said = sentence(Words("de"), Fault.ALREADY_OPEN)
    assert said.startswith("„k4.eventdesk“ ist schon")


@pytest.mark.parametrize("op", Op)
def test_every_kind_of_entry_has_a_name(words: Words, op: Op) -> None:
    assert deed(words, op, "Elif Demirtaş").endswith(": Elif Demirtaş")
    assert deed(words, op, "") == deed(words, op, "Elif").removesuffix(": Elif")


@pytest.mark.parametrize("reason", Refusal)
@pytest.mark.parametrize("against", ["", "Person geändert: Elif"])
def test_every_refused_undo_says_why(words: Words, reason: Refusal, against: str) -> None:
    said = undo_refusal(words, reason, "Check-in: Elif", against)
    assert said.endswith(".")
    assert ("Check-in: Elif" in said) == (reason is not Refusal.NOTHING)
    assert (against in said) or reason is not Refusal.OVERTAKEN


@pytest.mark.parametrize("outcome", Outcome)
def test_every_verdict_has_a_word_and_every_refusal_a_next_step(words: Words, outcome: Outcome) -> None:
    assert verdicts.word(words, outcome)
    passed = outcome in {Outcome.ACCEPTED, Outcome.LEFT}
    assert bool(verdicts.next_step(words, outcome)) != passed


def test_verdicts_are_told_apart_by_their_words(words: Words) -> None:
    assert len({verdicts.word(words, outcome) for outcome in Outcome}) == len(Outcome)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "de"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "de_DE", "LANG": "en_US"}, "de"),
        ({"EVENTDESK_LANGUAGE": "en", "LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_follows_the_system(environment: dict[str, str], language: str) -> None:
    assert preferred_language(environment) == language


def test_a_count_chooses_its_form() -> None:
    words = Words("de")
    forms = ("{count} row written: {path}", "{count} rows written: {path}")
    assert words.n(*forms, 1, path="x") == "1 Zeile geschrieben: x"
    assert words.n(*forms, 2, path="x") == "2 Zeilen geschrieben: x"


def test_an_unknown_language_speaks_english() -> None:
    assert Words("vi").t("Welcome") == "Welcome"
