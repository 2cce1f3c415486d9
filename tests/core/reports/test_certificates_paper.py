"""Certificates on paper."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.event import EventDetails
from eventdesk.people.rolebook import RoleBook
from eventdesk.reports.certificates.certificate import Attested, Certificate
from eventdesk.reports.certificates.paper import certificates_paper
from eventdesk.reports.certificates.snapshot import Design
from eventdesk.reports.certificates.wording import usual_wording
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from tests.core.fair.papers.fairs import white_at_the_edge
from tests.core.reports.conftest import DETAILS
from tests.core.reports.reading import pages_of

IMPRINT = Imprint("4. Integrationskonferenz", "2017-03-06T18:10", "en", "Convention Center", "Bündnis")
DESIGN = Design(usual_wording(Words("en"), DETAILS), DETAILS, RoleBook())
ELIF = Certificate(
    1, "Elif Demirtaş", "Bürgerinitiative e.V.", ("speaker",), ("2017-03-06",), 424,
    (Attested("Forum 1 · Patenschaften", 75), Attested("Abschluss", 44)),
)  # fmt: skip


def written(kit: Kit, *certificates: Certificate, design: Design = DESIGN) -> tuple[list[str], PaperReport, bytes]:
    out = io.BytesIO()
    report = certificates_paper(certificates, design, IMPRINT, out, kit)
    return pages_of(lambda copy: copy.write(out.getvalue())), report, out.getvalue()


def test_a_certificate_says_who_was_where_and_how_long(kit: Kit):
    (text,), report, pdf = written(kit, ELIF)
    for told in (
        "Certificate of attendance Elif Demirtaş Bürgerinitiative e.V.",
        "took part in “4. Integrationskonferenz – Werkstatt” on 6 March 2017.",
        "Place: Convention Center Role: Speaker Length: 7 hours",
        "Forum 1 · Patenschaften", "1¼ hours", "Abschluss", "¾ hour", "Thank you for taking part.",
        "Hannover, 6 March 2017",
    ):  # fmt: skip
        assert told in text
    assert text.count("Bündnis") == 2, "above, and where they sign"
    assert (report.papers, report.overflow, report.missing_glyphs) == (1, (), ())
    assert white_at_the_edge(pdf, millimetres=15)


def test_what_is_not_known_is_left_out(kit: Kit):
    bare = Certificate(1, "Elif", days=("2017-03-06",))
    details = EventDetails(title="Treffen", language="en")
    design = Design(usual_wording(Words("en"), details), details, RoleBook())
    (text,), *_ = written(kit, bare, design=design)
    assert "took part in “Treffen” on 6 March 2017." in text
    for missing in ("Place:", "Role:", "Length:", "{", "–"):
        assert missing not in text


def test_each_person_has_a_page_in_the_given_order(kit: Kit):
    texts, report, _ = written(kit, *(replace(ELIF, name=f"Gast {at}") for at in range(30)))
    assert [f"Gast {at} " in text for at, text in enumerate(texts)] == [True] * 30
    assert (report.pages, report.papers) == (30, 30)


def test_very_many_sessions_still_leave_room_to_sign(kit: Kit):
    many = replace(ELIF, sessions=tuple(Attested(f"Programmpunkt Nummer {at}", 60) for at in range(60)))
    (text,), report, pdf = written(kit, many)
    assert "Programmpunkt Nummer 20 " in text
    assert "more sessions" in text
    shown = sum(f"Nummer {at} " in text for at in range(60))
    assert f"and {60 - shown} more sessions" in text
    assert text.index("more sessions") < text.index("Thank you")
    assert report.overflow == ()
    assert white_at_the_edge(pdf, millimetres=15)


@pytest.mark.parametrize("number", [1, 5, 9, 13, 18, 24])
def test_as_many_sessions_as_people_go_to_stand_there_whole(kit: Kit, number: int):
    sessions = tuple(Attested(f"Programmpunkt Nummer {at}", 60) for at in range(number))
    (text,), report, pdf = written(kit, replace(ELIF, sessions=sessions))
    assert all(f"Nummer {at} " in text for at in range(number))
    assert "more session" not in text
    assert report.overflow == ()
    assert white_at_the_edge(pdf, millimetres=15)


@pytest.mark.parametrize("name", ["فرید رحمانی", "Оксана Нечипоренко", "Al-Abdullah Al-Hussein, Abdulrahman " * 3])
def test_every_name_finds_its_place(kit: Kit, name: str):
    _, report, pdf = written(kit, replace(ELIF, name=name, organisation="Migrantenselbstorganisationen " * 6))
    assert (report.overflow, report.missing_glyphs) == ((), ())
    assert white_at_the_edge(pdf, millimetres=15)


def test_a_name_that_no_font_has_is_told(kit: Kit):
    _, report, _ = written(kit, replace(ELIF, name="ᚠᚢᚦ"))
    assert report.missing_glyphs[0].about == "ᚠᚢᚦ"


def test_logo_and_signature_stand_on_every_page_and_once_in_the_file(kit: Kit):
    made = io.BytesIO()
    Image.effect_noise((300, 90), 90).save(made, "PNG")
    plain = len(written(kit, ELIF, ELIF)[2])
    drawn = replace(DESIGN, logo=made.getvalue(), signature=made.getvalue())
    pdf = written(kit, ELIF, ELIF, design=drawn)[2]
    assert plain + 300 * 90 < len(pdf) < plain + 3 * 300 * 90
    assert pdf.count(b"/Subtype /Image") == 2
    broken = written(kit, ELIF, design=replace(DESIGN, logo=b"broken"))[1]
    assert broken.pages == 1


def test_up_to_three_people_sign(kit: Kit):
    signed = replace(DESIGN, wording=replace(DESIGN.wording, signers="Anke\nBruno\nChi\nDora", place=""))
    (text,), *_ = written(kit, ELIF, design=signed)
    assert "Anke" in text
    assert "Chi" in text
    assert "Dora" not in text


def test_sessions_can_be_left_out(kit: Kit):
    (text,), *_ = written(kit, ELIF, design=replace(DESIGN, wording=replace(DESIGN.wording, sessions=False)))
    assert "Forum 1" not in text


def test_the_same_certificates_give_the_same_bytes(kit: Kit):
    assert written(kit, ELIF)[2] == written(kit, ELIF)[2]


@pytest.mark.parametrize("sessions", [0, 1, 12])
def test_a_long_text_becomes_smaller_and_leaves_room_for_the_rest(kit: Kit, sessions: int):
    wording = replace(DESIGN.wording, body="\n".join(f"Absatz {at} " + "über das Treffen " * 12 for at in range(7)))
    listed = tuple(Attested(f"Programmpunkt Nummer {at}", 60) for at in range(sessions))
    (text,), report, pdf = written(kit, replace(ELIF, sessions=listed), design=replace(DESIGN, wording=wording))
    assert all(f"Absatz {at} " in text for at in range(7))
    assert "Thank you for taking part." in text
    assert sessions == 0 or "Nummer 0 " in text
    assert report.overflow == ()
    assert white_at_the_edge(pdf, millimetres=15)


def test_what_does_not_fit_at_any_size_is_told(kit: Kit):
    wording = replace(DESIGN.wording, body="\n".join(f"Zeile {at}" for at in range(200)))
    (text,), report, pdf = written(kit, ELIF, design=replace(DESIGN, wording=wording))
    assert "Zeile 9 " in text
    assert "Zeile 199" in {remark.text for remark in report.overflow}
    assert "Thank you for taking part." in text
    assert white_at_the_edge(pdf, millimetres=15)
