"""The exports of other programs, with their headers verbatim, in English and German."""

import pytest

from eventdesk.people.importing import Field, Preset, propose
from eventdesk.people.importing.presets import LAYOUTS
from eventdesk.people.person import Status
from eventdesk.tables.headers import normal
from eventdesk.tables.problems import Remark
from tests.core.people.lists import imported, listed, names, person

PRETIX_POSITIONS = (
    "Event slug,Event name,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,"
    "Product ID,Variation,Variation ID,Price,Tax rate,Tax rule,Tax value,Attendee name,Attendee name: Given name,"
    "Attendee name: Family name,Attendee email,Attendee company,Address,ZIP code,City,Country,State,Voucher,"
    "Voucher budget usage,Voucher tag,Pseudonymization ID,Ticket secret,Seat ID,Seat name,Seat zone,Seat row,"
    "Seat number,Blocked,Valid from,Valid until,Order comment,Follow-up date,Add-on to position ID,Languages,"
    "Food – vegan,Food – halal,Invoice address company,Invoice address name,VAT ID,Sales channel,Order locale,"
    "Check-in lists,Payment providers,Position order link"
)
PRETIX_POSITIONS_DE = (
    "Kurzname der Veranstaltung,Veranstaltungstitel,Bestellnummer,Position,Status,E-Mail,Telefonnummer,"
    "Bestelldatum,Bestelluhrzeit,Produkt,Produkt-ID,Variante,Varianten-ID,Preis,Steuersatz,Steuerregel,Steuer,"
    "Name Teilnehmer*in,Name Teilnehmer*in: Vorname,Name Teilnehmer*in: Nachname,E-Mail Teilnehmer*in,"
    "Teilnehmer*innen-Firma,Adresse,Postleitzahl,Stadt,Land,Bundesstaat,Gutschein,Verwendetes Gutscheinbudget,"
    "Gutschein-Tag,Pseudonyme ID,Ticket-Code,Sitzplatz-ID,Sitzbezeichnung,Sitzbereich,Sitzreihe,Sitzplatz-Nummer,"
    "Gesperrt,Gültig ab,Gültig bis,Bestellkommentar,Datum zur Wiedervorlage,Zusatzprodukt zu Position,Sprachen,"
    "Essen – vegan,Essen – halal,Rechnungsadresse: Firma,Rechnungsadresse: Name,USt-ID-Nr.,Verkaufskanal,"
    "Bestellsprache,Check-in-Listen,Zahlungsmethoden,Link zur Bestellposition"
)
PRETIX_LIST = (
    "Order code,Attendee name,Attendee name: Given name,Attendee name: Family name,Product,Price,Checked in,"
    "Checked out,Automatically checked in,Paid,Secret,Email,Phone number,Company,Voucher code,Order date,"
    "Order time,Requires special attention,Comment,Check-in text,Blocked,Valid from,Valid until,Address,ZIP code,"
    "City,Country,State"
)
PRETIX_LIST_DE = (
    "Bestellnummer,Name Teilnehmer*in,Teilnehmer*innenname: Vorname,Teilnehmer*innenname: Nachname,Produkt,Preis,"
    "Eingecheckt,Ausgetreten,Automatisch eingecheckt,bezahlt,Secret,E-Mail,Telefonnummer,Firma,Gutscheincode,"
    "Bestelldatum,Bestelluhrzeit,Benötigt besondere Behandlung,Kommentar,Check-in-Hinweis,Gesperrt,Gültig ab,"
    "Gültig bis,Adresse,Postleitzahl,Stadt,Land,Bundesstaat"
)
EVENTBRITE = (
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,"
    "Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,"
    "Home Address 2,Home City,Home State,Home Zip,Home Country,How did you hear of us?,Job Title,Company,"
    "Barcode #,Cell Phone"
)
EVENTBRITE_NEW = (
    "Order ID,Order Date,Attendee Status,Name,Email,Event Name,Ticket Quantity,Ticket Type,Ticket Price,"
    "Buyer Name,Buyer Email"
)
EVENTBRITE_DE = (
    "Bestellnr.,Bestelldatum,Vorname,Nachname,E-Mail,Menge,Ticketart,Teilnehmernummer,Gruppe,Bestellart,Währung,"
    "Teilnehmerstatus,Berufsbezeichnung,Firma,Barcode-Nr.,Mobiltelefon"
)
INDICO = (
    "ID,Name,First Name,Last Name,Email Address,Affiliation,Position,Phone Number,Workshop,Registration date,"
    "Modification date,Registration state,Created by,Price,Checked in,Check-in date,Payment date,Tags"
)
ODOO = (
    "Registration Date,Attendee Name,Booked by,Email,Phone,Company Name,Event,Event Ticket,Status,Attended Date,Barcode"
)
ODOO_DE = (
    "Registrierungsdatum,Name des Teilnehmers,Gebucht von,E-Mail,Telefon,Unternehmensname,Veranstaltung,"
    "Veranstaltungsticket,Status,Teilnahmedatum,Barcode"
)
ODOO_TECHNICAL = "id,create_date,name,partner_id,email,phone,company_name,event_id,event_ticket_id,state,barcode"
ALFIO = (
    "ID,Category,Event,Status,OriginalPrice,PaidPrice,Discount,VAT,ReservationID,Full Name,First Name,Last Name,"
    "E-Mail,Locked,Language,Confirmation,Billing Address,Country Code,Promo Code,Payment ID,Payment Method,"
    "External Reference"
)


def filled(header: str, cells: dict[str, str]) -> str:
    names_ = header.split(",")
    unknown = set(cells) - set(names_)
    assert not unknown
    return ",".join(cells.get(name, "") for name in names_)


@pytest.mark.parametrize(
    ("header", "preset"),
    [
        (PRETIX_POSITIONS, Preset.PRETIX),
        (PRETIX_POSITIONS_DE, Preset.PRETIX),
        (PRETIX_LIST, Preset.PRETIX),
        (PRETIX_LIST_DE, Preset.PRETIX),
        (EVENTBRITE, Preset.EVENTBRITE),
        (EVENTBRITE_NEW, Preset.EVENTBRITE),
        (EVENTBRITE_DE, Preset.EVENTBRITE),
        (INDICO, Preset.INDICO),
        (ODOO, Preset.ODOO),
        (ODOO_DE, Preset.ODOO),
        (ODOO_TECHNICAL, Preset.ODOO),
        (ALFIO, Preset.ALFIO),
        ("Vorname,Nachname,Preis", Preset.PLAIN),
        ("id,name,status", Preset.PLAIN),
    ],
)
def test_lists_are_recognised_by_their_headers(header, preset):
    mapping = propose(header.split(","))
    assert mapping.preset is preset
    assert mapping.has_names
    assert propose(list(reversed(header.upper().split(",")))).preset is preset


@pytest.mark.parametrize("header", [PRETIX_POSITIONS, PRETIX_POSITIONS_DE, PRETIX_LIST, PRETIX_LIST_DE])
def test_of_pretix_only_the_organisers_questions_are_extra_fields(header):
    extra = {name for name, field in propose(header.split(",")).columns.items() if field is Field.EXTRA}
    assert extra <= {"Variation", "Variante", "Food – vegan", "Food – halal", "Essen – vegan", "Essen – halal"}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.preset.value)
def test_no_header_means_two_things(layout):
    known = [normal(name) for names_ in layout.columns.values() for name in names_]
    ignored = [normal(name) for name in layout.ignored.split("|") if name]
    assert not set(known) & set(ignored)
    owners: dict[str, Field] = {}
    for field, names_ in layout.columns.items():
        for name in names_:
            assert owners.setdefault(normal(name), field) is field


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (
            PRETIX_POSITIONS,
            {
                "Order code": "AB1C2",
                "Position ID": "2",
                "Status": "paid",
                "Email": "buyer@example.org",
                "Phone number": "+49 511 1",
                "Product": "Exhibitor ticket",
                "Price": "0.00",
                "Attendee name": "Elif Demirtaş",
                "Attendee name: Given name": "Elif",
                "Attendee name: Family name": "Demirtaş",
                "Attendee email": "elif@example.org",
                "Attendee company": "Bürgerinitiative",
                "City": "Peine",
                "Ticket secret": "k3jz",
                "Languages": "German, Turkish",
                "Food – vegan": "Yes",
                "Food – halal": "No",
                "Order comment": "kommt später",
            },
        ),
        (
            PRETIX_POSITIONS_DE,
            {
                "Bestellnummer": "AB1C2",
                "Position": "2",
                "Status": "bezahlt",
                "E-Mail": "buyer@example.org",
                "Telefonnummer": "+49 511 1",
                "Produkt": "Aussteller-Ticket",
                "Preis": "0.00",
                "Name Teilnehmer*in": "Elif Demirtaş",
                "Name Teilnehmer*in: Vorname": "Elif",
                "Name Teilnehmer*in: Nachname": "Demirtaş",
                "E-Mail Teilnehmer*in": "elif@example.org",
                "Teilnehmer*innen-Firma": "Bürgerinitiative",
                "Stadt": "Peine",
                "Ticket-Code": "k3jz",
                "Sprachen": "German, Turkish",
                "Essen – vegan": "Ja",
                "Essen – halal": "Nein",
                "Bestellkommentar": "kommt später",
            },
        ),
    ],
    ids=["en", "de"],
)
def test_pretix_order_positions(event, tmp_path, header, cells):
    line = ",".join(f'"{cells.get(name, "")}"' for name in header.split(","))
    imported(event, listed(tmp_path, header, line))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.source, elif_.foreign_id, elif_.ticket) == ("pretix", "AB1C2-2", "k3jz")
    assert (elif_.email, elif_.phone, elif_.organisation) == ("elif@example.org", "+49 511 1", "Bürgerinitiative")
    assert (elif_.town, elif_.roles, elif_.note) == ("Peine", ("exhibitor",), "kommt später")
    assert elif_.languages == ("German", "Turkish")
    assert elif_.status is Status.REGISTERED
    assert ("vegan" in elif_.extra.values(), len(elif_.extra)) == (True, 2)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("paid", Status.REGISTERED),
        ("bezahlt", Status.REGISTERED),
        ("pending", Status.PENDING),
        ("ausstehend", Status.PENDING),
        ("canceled", Status.CANCELLED),
        ("storniert", Status.CANCELLED),
        ("expired", Status.CANCELLED),
        ("abgelaufen", Status.CANCELLED),
    ],
)
def test_pretix_status(event, tmp_path, status, expected):
    header = "Order code,Position ID,Product,Price,Attendee name,Status"
    imported(event, listed(tmp_path, header, f"A,1,Ticket,0,Elif Demirtaş,{status}"))
    assert person(event, "Elif Demirtaş").status is expected


def test_pretix_falls_back_on_the_buyer(event, tmp_path):
    cells = {
        "Order code": "A",
        "Position ID": "1",
        "Product": "Ticket",
        "Price": "0",
        "Email": "buyer@example.org",
        "Invoice address name": "Anke von der Heide",
        "Invoice address company": "Stadt Peine",
    }
    imported(event, listed(tmp_path, PRETIX_POSITIONS, filled(PRETIX_POSITIONS, cells)))
    anke = person(event, "Anke von der Heide")
    assert (anke.family_name, anke.email, anke.organisation) == ("von der Heide", "buyer@example.org", "Stadt Peine")


def test_pretix_add_ons_are_no_people(event, tmp_path):
    header = "Order code,Position ID,Product,Price,Attendee name,Add-on to position ID"
    result = imported(event, listed(tmp_path, header, "A,1,Ticket,0,Elif Demirtaş,", "A,2,Workshop,0,,1"))
    assert names(event) == ["Elif Demirtaş"]
    assert result.plan.read == 1
    assert [(each.line, each.about, each.value) for each in result.plan.remarks] == [(3, Remark.ADD_ON, "Workshop")]


@pytest.mark.parametrize(
    ("header", "flag", "unpaid"),
    [(PRETIX_LIST, "Yes", "No"), (PRETIX_LIST_DE, "Ja", "Nein")],
    ids=["en", "de"],
)
def test_pretix_check_in_list(event, tmp_path, header, flag, unpaid):
    cells = [
        "AB1",
        "Elif Demirtaş",
        "Elif",
        "Demirtaş",
        "Ticket",
        "0",
        "",
        "",
        "",
        unpaid,
        "k3jz",
        "e@example.org",
        "+49 1",
    ]
    cells += ["Bürgerinitiative", "", "", "", flag, "ruft an", "", *[""] * 8]
    path = listed(tmp_path, header, ",".join(cells))
    imported(event, path)
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.ticket, elif_.foreign_id, elif_.organisation) == ("k3jz", "", "Bürgerinitiative")
    assert elif_.status is Status.PENDING
    assert elif_.attention == header.split(",")[17]
    assert elif_.note == "ruft an"
    assert imported(event, path).plan.unchanged == 1


def test_both_pretix_exports_know_the_same_people(event, tmp_path):
    positions = {"Order code": "AB1", "Position ID": "1", "Product": "Ticket", "Price": "0"}
    positions |= {"Attendee name": "Elif Demirtaş", "Email": "e@example.org", "Ticket secret": "k3jz", "Status": "paid"}
    check_in = {
        "Order code": "AB1",
        "Product": "Ticket",
        "Price": "0",
        "Attendee name": "Elif Demirtaş",
        "Secret": "k3jz",
    }
    imported(event, listed(tmp_path, PRETIX_POSITIONS, filled(PRETIX_POSITIONS, positions)))
    before = person(event, "Elif Demirtaş")
    imported(event, listed(tmp_path, PRETIX_LIST, filled(PRETIX_LIST, check_in)))
    after = person(event, "Elif Demirtaş")
    assert (after.id, after.foreign_id, after.ticket) == (before.id, "AB1-1", "k3jz")


def test_eventbrite(event, tmp_path):
    cells = {
        "Order #": "100",
        "First Name": "Elif",
        "Last Name": "Demirtaş",
        "Email": "e@example.org",
        "Quantity": "2",
        "Ticket Type": "General",
        "Attendee #": "200",
        "Attendee Status": "Attending",
        "Home City": "Peine",
        "How did you hear of us?": "Radio",
        "Job Title": "Chair",
        "Company": "Bürgerinitiative",
        "Barcode #": "100200001",
        "Cell Phone": "+49 1",
    }
    refunded = cells | {"First Name": "Jörn", "Last Name": "Meyer", "Attendee #": "201", "Attendee Status": "Refunded"}
    refunded |= {"Barcode #": "100201001", "Email": "j@example.org", "Quantity": "1"}
    result = imported(event, listed(tmp_path, EVENTBRITE, filled(EVENTBRITE, cells), filled(EVENTBRITE, refunded)))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.source, elif_.foreign_id, elif_.ticket) == ("eventbrite", "200", "100200001")
    assert (elif_.organisation, elif_.position, elif_.town, elif_.phone) == (
        "Bürgerinitiative",
        "Chair",
        "Peine",
        "+49 1",
    )
    assert elif_.extra == {"How did you hear of us?": "Radio", "Ticket Type": "General"}
    assert person(event, "Jörn Meyer").status is Status.CANCELLED
    assert [(each.about, each.value) for each in result.plan.remarks] == [(Remark.SEVERAL_TICKETS, "2")]


def test_the_newer_eventbrite_report(event, tmp_path):
    line = "1,11/29/24 22:28,Attending,Elif Demirtaş,e@example.org,K4,1,Speaker,0,Jörn Meyer,j@example.org"
    path = listed(tmp_path, EVENTBRITE_NEW, line)
    imported(event, path)
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.email, elif_.roles, elif_.source) == ("e@example.org", ("speaker",), "eventbrite")
    assert imported(event, path).plan.unchanged == 1


def test_indico(event, tmp_path):
    cells = ["7", "Elif Demirtaş", "Elif", "Demirtaş", "e@example.org", "Bürgerinitiative", "Chair", "49 511 1", "A; B"]
    line = ",".join([*cells, "2027-01-01", "", "Withdrawn", "", "0", "No", "", "", "vip"])
    path = tmp_path / "indico.csv"
    path.write_text(f"{INDICO}\n{line}\n", "utf-8-sig")
    imported(event, path)
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.source, elif_.foreign_id, elif_.organisation, elif_.position) == (
        "indico",
        "7",
        "Bürgerinitiative",
        "Chair",
    )
    assert (elif_.status, elif_.extra) == (Status.CANCELLED, {"Workshop": "A; B", "Tags": "vip"})


def test_odoo_by_labels_and_by_technical_names(event, tmp_path):
    labels = "2027-01-01,Elif Demirtaş,Anke,e@example.org,+49 1,Bürgerinitiative,K4,Volunteers,Unconfirmed,,042"
    imported(event, listed(tmp_path, ODOO, labels))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.ticket, elif_.organisation, elif_.status) == ("042", "Bürgerinitiative", Status.PENDING)
    assert elif_.roles == ("volunteer",)
    technical = "__export__.r_1,,Jörn Meyer,,j@example.org,,Verein,K4,Standard,cancel,043"
    imported(event, listed(tmp_path, ODOO_TECHNICAL, technical))
    joern = person(event, "Jörn Meyer")
    assert (joern.foreign_id, joern.ticket, joern.status) == ("__export__.r_1", "043", Status.CANCELLED)


def test_alfio(event, tmp_path):
    line = "uuid-1,Press,K4,CHECKED_IN,0,0,0,0,R1,Elif Demirtaş,Elif,Demirtaş,e@example.org,No,de,,,,,,,"
    imported(event, listed(tmp_path, ALFIO, line))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.source, elif_.foreign_id, elif_.roles) == ("alfio", "uuid-1", ("press",))
    assert (elif_.status, elif_.languages) == (Status.REGISTERED, ())


def test_an_unknown_status_of_a_program_is_noted(event, tmp_path):
    header = "Order code,Position ID,Product,Price,Attendee name,Status"
    result = imported(event, listed(tmp_path, header, "A,1,Ticket,0,Elif Demirtaş,on hold"))
    assert person(event, "Elif Demirtaş").status is Status.REGISTERED
    assert [(each.about, each.value) for each in result.plan.remarks] == [(Remark.UNKNOWN_STATUS, "on hold")]


def test_a_preset_can_be_forced(event, tmp_path):
    imported(event, listed(tmp_path, "Attendee #,First Name,Last Name", "5,Elif,Demirtaş"), preset=Preset.EVENTBRITE)
    assert person(event, "Elif Demirtaş").foreign_id == "5"


def test_a_german_list_of_eventbrite(event, tmp_path):
    row = (
        "589750179,2027-01-24 21:15:19+01:00,Elif,Demirtaş,elif@example.org,1,Presse-Ticket,740658283,,Kostenlos,EUR,"
        "Nimmt teil,Redakteurin,Lokalblatt,589750179740658283001,0171 1"
    )
    result = imported(event, listed(tmp_path, EVENTBRITE_DE, row))
    elif_ = person(event, "Elif Demirtaş")
    assert (result.plan.preset, elif_.foreign_id, elif_.ticket) == (
        Preset.EVENTBRITE,
        "740658283",
        "589750179740658283001",
    )
    assert (elif_.organisation, elif_.position, elif_.roles, elif_.status) == (
        "Lokalblatt",
        "Redakteurin",
        ("press",),
        Status.REGISTERED,
    )
    assert (elif_.phone, elif_.extra) == ("0171 1", {"Ticketart": "Presse-Ticket"})


@pytest.mark.parametrize(
    ("said", "status"), [("Registriert", Status.REGISTERED), ("Abgebrochen", Status.CANCELLED), ("Teilgenommen", None)]
)
def test_a_german_list_of_odoo(event, tmp_path, said, status):
    row = f"2027-01-24,Elif Demirtaş,Jörn,elif@example.org,0171 1,Stadt Peine,Fair,Helfer,{said},,1234"
    imported(event, listed(tmp_path, ODOO_DE, row))
    elif_ = person(event, "Elif Demirtaş")
    assert (elif_.organisation, elif_.roles, elif_.ticket) == ("Stadt Peine", ("helper",), "1234")
    assert elif_.status is (status or Status.REGISTERED)
