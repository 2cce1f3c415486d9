"""Columns of lists as German desks get them: kept by hand, or from tools that eventdesk has no preset for."""

import pytest

from eventdesk.people.importing import Field, Preset, propose
from tests.core.people.lists import imported, listed, person

MEANINGS = {
    Field.ROLES: "Kategorie|Category|Teilnehmerart|Teilnehmertyp|Gästekategorie|Personengruppe|Funktion/Rolle|Rolle",
    Field.TICKET_TYPE: "Art|Typ|Type|Ticketart|Ticket-Kategorie|Ticketkategorie|Tickettyp|Ticketname|Kartenart|Tarif|"
    "Teilnahmeart|Buchungskategorie",
    Field.NAME: "Vor- und Zuname|Nachname, Vorname|Name Vorname|Teilnehmer/in|Name Teilnehmer:in|Ansprechpartner*in|"
    "Gast|Teilnehmername",
    Field.GIVEN_NAME: "Vorname(n)|Vorname Teilnehmer*in",
    Field.FAMILY_NAME: "Nachname / Familienname|Zuname",
    Field.ORGANISATION: "Firma / Organisation|Organisation/Institution|Firmenname|Behörde|"
    "Organisation (falls zutreffend)",
    Field.POSITION: "Position/Funktion|Berufsbezeichnung|Jobtitel",
    Field.EMAIL: "E-Mail (dienstlich)|E-Mail-Adresse:*|Kontakt-E-Mail|e-mail dienstlich",
    Field.PHONE: "Tel.|Tel.-Nr.|Handynr|Handy-Nr.|Telefon (tagsüber)|Telefon/Handy|Rufnummer",
    Field.TOWN: "PLZ/Ort|PLZ, Ort|Wohnort",
    Field.STATUS: "Teilnahmestatus|Teilnehmerstatus|Buchungsstatus|Anmeldestatus|Rückmeldung",
    Field.FOREIGN_ID: "Lfd.-Nr.|Teilnehmer-Nr.|Teilnehmer-ID|Anmeldenummer",
    Field.TICKET: "Ticketnummer|Ticket-Nr.|Barcode-Nr.",
    Field.DAYS: "Veranstaltungstag|Teilnahmetage",
    Field.QUANTITY: "Anzahl Plätze|Personenzahl",
    Field.NOTE: "Anmerkungen|Kommentar",
    Field.EXTRA: "Buchungsnummer|Bestellnummer|Anrede|Unverträglichkeiten|Mitgliedsnummer|Name (auf Arabisch)",
}


@pytest.mark.parametrize(
    ("header", "field"), [(name, field) for field, names in MEANINGS.items() for name in names.split("|")]
)
def test_a_column_means(header: str, field: Field) -> None:
    assert propose([header]).columns[header] is field


LISTS = {
    # what was exported where, and the columns that have no field of ours
    "doo": (
        (
            "Buchungsnummer;Buchungsdatum;Ticketnummer;Ticketkategorie;Anrede;Titel;Vorname;Nachname;E-Mail-Adresse;"
            "Firma / Organisation;Position;Status"
        ),
        {"Buchungsnummer", "Buchungsdatum", "Anrede"},
    ),
    "xing": (
        (
            "Bestellnummer;Ticket-Nr.;Ticket-Kategorie;Anrede;Titel;Vorname;Nachname;Firma;Position;E-Mail;Telefon;"
            "Zahlungsstatus"
        ),
        {"Bestellnummer", "Anrede", "Zahlungsstatus"},
    ),
    "guest list": (
        "Anrede;Titel;Vorname;Nachname;Firma;E-Mail;Gästekategorie;Status;Begleitung von;Anmerkungen;QR-Code",
        {"Anrede", "Begleitung von"},
    ),
    "database": (
        (
            "Nr;Name;Vorname;Verein;Funktion;Kategorie;Telefon mobil;E-Mail privat;PLZ / Ort;Sprachkenntnisse;"
            "Besondere Bedarfe;Bemerkungen;Erstellt am"
        ),
        {"Erstellt am"},
    ),
}


@pytest.mark.parametrize(("header", "further"), LISTS.values(), ids=LISTS.keys())
def test_of_a_list_only_these_columns_are_further_fields(header: str, further: set[str]) -> None:
    mapping = propose(header.split(";"))
    assert mapping.preset is Preset.PLAIN
    assert mapping.has_names
    assert {name for name, field in mapping.columns.items() if field is Field.EXTRA} == further


def test_of_two_columns_of_a_kind_the_first_has_the_field_and_none_is_lost() -> None:
    columns = propose(["Name", "E-Mail (privat)", "E-Mail dienstlich"]).columns
    assert (columns["E-Mail (privat)"], columns["E-Mail dienstlich"]) == (Field.EMAIL, Field.EXTRA)
    columns = propose(["Name", "E-Mail (privat)", "E-Mail"]).columns
    assert (columns["E-Mail (privat)"], columns["E-Mail"]) == (Field.EXTRA, Field.EMAIL)


def test_a_category_is_the_role(event, tmp_path) -> None:
    rows = ("Name;Kategorie", "Elif Demirtaş;Presse", "Jörn Meyer;Referent*innen", "Anke Schröder;Sponsor")
    imported(event, listed(tmp_path, *rows))
    roles = [person(event, name).roles for name in ("Elif Demirtaş", "Jörn Meyer", "Anke Schröder")]
    assert roles == [("press",), ("speaker",), ("Sponsor",)]


def test_a_kind_that_is_no_role_is_kept(event, tmp_path) -> None:
    imported(event, listed(tmp_path, "Name;Art", "Elif Demirtaş;Aussteller", "Jörn Meyer;online"))
    assert person(event, "Elif Demirtaş").roles == ("exhibitor",)
    assert (person(event, "Jörn Meyer").roles, person(event, "Jörn Meyer").extra) == ((), {"Art": "online"})


def test_the_family_name_stands_first_where_the_header_says_so(event, tmp_path) -> None:
    names = ("Demirtaş, Elif", "Meyer Jörn", "von der Heide Anke", "Dr. Schmidt Anna Maria", "Öztürk")
    imported(event, listed(tmp_path, "Nachname, Vorname;Ort", *(f"{name};Peine" for name in names)))
    found = [
        ("Elif", "Demirtaş"),
        ("Jörn", "Meyer"),
        ("Anke", "von der Heide"),
        ("Anna Maria", "Schmidt"),
        ("", "Öztürk"),
    ]
    for given, family in found:
        each = person(event, f"{given} {family}".strip())
        assert (each.given_name, each.family_name) == (given, family)
    assert person(event, "Anna Maria Schmidt").title == "Dr."


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Zusage", "registered"),
        ("nimmt teil", "registered"),
        ("Absage", "cancelled"),
        ("nein", "cancelled"),
        ("eingeladen", "pending"),
        ("Nachrücker", "waiting"),
    ],
)
def test_an_answer_is_a_status(event, tmp_path, said, status) -> None:
    imported(event, listed(tmp_path, "Name;Rückmeldung", f"Elif Demirtaş;{said}"))
    assert person(event, "Elif Demirtaş").status == status
