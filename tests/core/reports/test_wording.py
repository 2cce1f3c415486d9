"""The texts of certificates: what is put in, what is left out, what is kept in the event."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from eventdesk.codes import Op
from eventdesk.drawing.picture import WrongPictureError
from eventdesk.event import Event, EventDetails, Undone
from eventdesk.history.happening import StepKind
from eventdesk.history.setting_words import told
from eventdesk.reports.certificates import actions
from eventdesk.reports.certificates.actions import Drawn, set_picture, set_wording, wording
from eventdesk.reports.certificates.certificate import Certificate
from eventdesk.reports.certificates.snapshot import design_of, spans_text
from eventdesk.reports.certificates.wording import (
    PLACEHOLDERS,
    Basis,
    Wording,
    WrongWordingError,
    filled,
    placeholders,
    shown,
    town_of,
    unknown_placeholders,
    usual_wording,
)
from eventdesk.store import settings
from eventdesk.words import Words
from eventdesk.words.reports import hours_text

EN = Words("en")
VALUES = {"name": "Elif", "hours": "7 hours", "role": ""}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{name} was there for {hours}.", ("Elif was there for 7 hours.",)),
        ("{NAME} war {stunden} da.\nRolle: {rolle}", ("Elif war 7 hours da.",)),
        ("Role: {role}\n\nThank you", ("", "Thank you")),
        ("100 % {sure}", ("100 % {sure}",)),
        ("{name} {", ("Elif {",)),
        ("", ()),
    ],
)
def test_what_is_put_in(text: str, lines: tuple[str, ...]):
    assert filled(text, VALUES) == lines


def test_what_is_put_in_is_not_read_again():
    assert filled("{name}", {"name": "{hours}", "hours": "7"}) == ("{hours}",)


def test_placeholders_are_called_by_the_language():
    assert "{veranstaltung}" in placeholders("de")
    assert "{event}" in placeholders("en")
    for language in ("de", "en"):
        usual = usual_wording(Words(language), EventDetails(subtitle="x", address="A, 12345 B"))
        assert unknown_placeholders(usual) == ()
        assert unknown_placeholders(Wording("", " ".join(placeholders(language)))) == ()
    assert unknown_placeholders(Wording("{name} }", "{nmae} {name", "rolle}")) == ("{nmae}", "}", "{name", "rolle}")
    there = Wording("{name}", "{event} {days} {other}")
    assert shown(there, "de") == Wording("{name}", "{veranstaltung} {tage} {other}")
    assert shown(shown(there, "de"), "en") == there


def test_the_town_is_read_from_the_address():
    assert town_of("Messegelände, 30521 Hannover") == "Hannover"
    assert town_of("12345 Bad Münder am Deister, Germany") == "Bad Münder am Deister"
    assert town_of("Somewhere 7") == ""


@pytest.mark.parametrize(
    ("minutes", "told_as"),
    [(0, "0 minutes"), (1, "1 minute"), (20, "20 minutes"), (23, "½ hour"), (44, "¾ hour"), (60, "1 hour"),
     (66, "1 hour"), (75, "1¼ hours"), (424, "7 hours"), (1200, "20 hours")],
)  # fmt: skip
def test_hours(minutes: int, told_as: str):
    assert hours_text(EN, minutes) == told_as


def test_days_that_follow_each_other_are_one_span():
    days = ("2017-03-09", "2017-03-06", "2017-03-07")
    assert spans_text(EN, days) == "6–7 March 2017, 9 March 2017"


def test_everything_that_can_be_put_in_is_known(event: Event):
    made = Certificate(1, "Elif Demirtaş", "Exil", ("participant", "speaker"), ("2017-03-06",), 424)
    values = design_of(event).values(EN, made)
    assert set(values) == set(PLACEHOLDERS)
    assert all(values.values())
    assert values["role"] == "Speaker"
    assert (values["town"], values["date"], values["hours"]) == ("Hannover", "6 March 2017", "7 hours")


def test_what_is_kept_is_one_entry_and_can_be_undone(event: Event):
    usual = wording(event)
    changed = replace(usual, title="Nachweis", body=" {name} was here. \r\nReally.", basis=Basis.PROGRAMME)
    eid = set_wording(event, changed)
    assert eid is not None
    entry = event.entry(eid)
    assert entry is not None
    assert (entry.op, entry.label) == (Op.SETTINGS, "Nachweis")
    now = wording(event)
    assert (now.title, now.body, now.basis) == ("Nachweis", "{name} was here. \nReally.", Basis.PROGRAMME)
    assert set(settings.beginning_with(event.db, "certificate.")) == {"title", "body", "basis"}
    assert set_wording(event, now) is None
    assert isinstance(event.undo(), Undone)
    assert wording(event) == usual


def test_what_is_as_usual_again_follows_the_event(event: Event):
    usual = wording(event)
    set_wording(event, replace(usual, closing="", sessions=False))
    assert (wording(event).closing, wording(event).sessions) == ("", False)
    set_wording(event, usual)
    assert settings.beginning_with(event.db, "certificate.") == {}


def test_an_unknown_placeholder_is_told_and_nothing_is_written(event: Event):
    before = event.journal_length()
    with pytest.raises(WrongWordingError) as error:
        set_wording(event, replace(wording(event), body="{nmae} {hours} {nmae}", closing="{ }"))
    assert error.value.unknown == ("{nmae}", "{ }")
    assert event.journal_length() == before


def test_a_setting_that_nobody_understands_is_as_usual(event: Event):
    with event.transact(Op.SETTINGS, "") as tx:
        settings.put(tx, "certificate.basis", "weather")
    assert wording(event).basis is Basis.SCANS


def test_pictures_are_kept_with_the_event(event: Event):
    made = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(made, "PNG")
    assert set_picture(event, Drawn.LOGO, made.getvalue())
    assert set_picture(event, Drawn.LOGO, made.getvalue()) is None
    assert actions.picture(event, Drawn.LOGO) == made.getvalue()
    assert design_of(event).logo == made.getvalue()
    assert set_picture(event, Drawn.LOGO, None)
    assert actions.picture(event, Drawn.LOGO) is None
    with pytest.raises(WrongPictureError):
        set_picture(event, Drawn.SIGNATURE, b"no picture")


def test_the_history_says_what_became_of_them():
    assert told(EN, StepKind.CHANGED, "certificate.title", "a", "b") == "Certificate: Title: b"
    assert told(EN, StepKind.REMOVED, "certificate.body", "a", "") == "Certificate: Text: as usual again"
    assert told(EN, StepKind.MADE, "certificate.basis", "", "programme") == "Certificate: Hours: from the programme"
