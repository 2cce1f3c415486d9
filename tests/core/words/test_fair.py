"""Every code about the fair has a sentence in which nothing is left open."""

import string
from dataclasses import dataclass

import pytest

from eventdesk.codes import BackgroundRemark, BackgroundTrouble, Fault, FloorCode, Op, StandCode
from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.fair import (
    background_refused,
    background_remarks,
    fair_fault,
    floor_sentence,
    metres,
    power_text,
    stand_trouble_sentence,
)
from eventdesk.words.faults import fault_sentence
from eventdesk.words.ops import deed_name

LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class Trouble:
    """What is wrong, by hand."""

    code: StandCode
    name: str = "Café {x}"
    booth_ref: str = "A-01"
    other_name: str = "Teestube"
    detail: str = "2"


def complete(text: str) -> bool:
    return bool(text) and "{}" not in text and text[0] != "{" and text.rstrip()[-1] in ".!"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", StandCode)
@pytest.mark.parametrize("booth", ["A-01", ""])
@pytest.mark.parametrize("detail", ["", "1", "2", "cancelled", "no_show", "Wasser {y}"])
def test_stands(language: str, code: StandCode, booth: str, detail: str) -> None:
    said = stand_trouble_sentence(Words(language), Trouble(code, booth_ref=booth, detail=detail))
    assert complete(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", FloorCode)
@pytest.mark.parametrize("other", ["", "{z}"])
def test_floors(language: str, code: FloorCode, other: str) -> None:
    said = floor_sentence(Words(language), code, "A-01", other, 1250)
    assert complete(said)
    assert "A-01" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", BackgroundTrouble)
def test_backgrounds_that_cannot_be_used(language: str, trouble: BackgroundTrouble) -> None:
    words = Words(language)
    error = KnownError(Fault.BAD_BACKGROUND, path="/plan.dxf", trouble=trouble.value, limit="20")
    for said in (fault_sentence(words, error), background_refused(words, "plan.dxf", trouble, "20")):
        assert complete(said)
        assert "“plan.dxf”" in said or "„plan.dxf“" in said
        assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_remarks_about_backgrounds(language: str) -> None:
    said = background_remarks(Words(language), [(remark, "3") for remark in BackgroundRemark])
    assert len(set(said)) == len(BackgroundRemark)
    assert all(complete(each) and "{" not in each for each in said)


def test_one_thing_left_out_is_one() -> None:
    assert background_remarks(Words("en"), [(BackgroundRemark.LEFT_OUT, "1")])[0].startswith("One thing")
    assert background_remarks(Words("en"), [(BackgroundRemark.LEFT_OUT, "2")])[0].startswith("2 things")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "fault",
    [
        Fault.GONE,
        Fault.NUMBER_TAKEN,
        Fault.NO_NUMBER,
        Fault.BAD_SHAPE,
        Fault.BAD_LENGTH,
        Fault.NO_EXHIBITOR_NAME,
    ],
)
def test_faults_say_that_nothing_was_changed(language: str, fault: Fault) -> None:
    words = Words(language)
    said = fault_sentence(words, KnownError(fault, number="A-01", name="Zone"))
    assert complete(said)
    assert "{" not in said
    gaps = {name for _, name, _, _ in string.Formatter().parse(fair_fault(words, fault)) if name}
    assert gaps <= {"number", "name"}


@pytest.mark.parametrize("op", Op)
def test_every_deed_has_a_name(op: Op) -> None:
    assert deed_name(Words("en"), op)


@pytest.mark.parametrize(
    ("millimetres", "english", "german"),
    [(0, "0", "0"), (1250, "1.25", "1,25"), (3000, "3", "3"), (10_100, "10.1", "10,1")],
)
def test_metres(millimetres: int, english: str, german: str) -> None:
    assert (metres(Words("en"), millimetres), metres(Words("de"), millimetres)) == (english, german)


def test_power() -> None:
    words = Words("en")
    assert [power_text(words, each) for each in ("0", "1", "2", "")] == ["no power", "230 V", "400 V", "no power"]
