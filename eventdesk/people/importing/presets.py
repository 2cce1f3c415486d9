"""The lists that are recognised by their headers: which of their columns means what.

The headers are those that the programs write, in English and German where both are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.plain import PLAIN_COLUMNS

Columns = Mapping[Field, tuple[str, ...]]


class Preset(StrEnum):
    """Where a list comes from. AUTO: found out by its headers."""

    AUTO = "auto"
    PRETIX = "pretix"
    EVENTBRITE = "eventbrite"
    INDICO = "indico"
    ODOO = "odoo"
    ALFIO = "alfio"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind of list. Of several headers for a field the earlier one is preferred.

    A list is of this kind if it has all headers of one of the `signs` (for plain lists: those of our own export). The
    columns in `ignored` (joined with "|") are about money, seats or the program itself; every other unknown column is
    kept as an extra field.
    """

    preset: Preset
    signs: tuple[tuple[str, ...], ...]
    columns: Columns
    ignored: str = ""


PRETIX = Layout(
    Preset.PRETIX,
    signs=(("Order code", "Product", "Price"), ("Bestellnummer", "Produkt", "Preis")),
    columns={
        Field.ORDER: ("Order code", "Bestellnummer"),
        Field.ORDER_POSITION: ("Position ID", "Position"),
        Field.STATUS: ("Status",),
        Field.NAME: (
            "Attendee name",
            "Name Teilnehmer*in",
            "Teilnehmer*innenname",
            "Invoice address name",
            "Rechnungsadresse: Name",
        ),
        Field.GIVEN_NAME: (
            "Attendee name: Given name",
            "Name Teilnehmer*in: Vorname",
            "Teilnehmer*innenname: Vorname",
        ),
        Field.FAMILY_NAME: (
            "Attendee name: Family name",
            "Name Teilnehmer*in: Nachname",
            "Teilnehmer*innenname: Nachname",
        ),
        Field.TITLE: ("Attendee name: Title", "Name Teilnehmer*in: Titel", "Teilnehmer*innenname: Titel"),
        Field.EMAIL: ("Attendee email", "E-Mail Teilnehmer*in", "Email", "E-Mail"),
        Field.PHONE: ("Phone number", "Telefonnummer"),
        Field.ORGANISATION: (
            "Attendee company",
            "Teilnehmer*innen-Firma",
            "Company",
            "Firma",
            "Invoice address company",
            "Rechnungsadresse: Firma",
        ),
        Field.TOWN: ("City", "Stadt"),
        Field.TICKET_TYPE: ("Product", "Produkt"),
        Field.TICKET: ("Ticket secret", "Ticket-Code", "Secret"),
        Field.BLOCKED: ("Blocked", "Gesperrt"),
        Field.PAID: ("Paid", "bezahlt"),
        Field.ADD_ON_TO: ("Add-on to position ID", "Zusatzprodukt zu Position"),
        Field.ATTENTION: ("Check-in text", "Check-in-Hinweis"),
        Field.ATTENTION_FLAG: ("Requires special attention", "Benötigt besondere Behandlung"),
        Field.NOTE: ("Order comment", "Bestellkommentar", "Comment", "Kommentar"),
    },
    ignored=(
        "Event slug|Kurzname der Veranstaltung|Event name|Veranstaltungstitel|Order date|Bestelldatum|Order time|"
        "Bestelluhrzeit|Date|Termin|Start date|Beginn|End date|Ende|Product ID|Produkt-ID|Variation ID|Varianten-ID|"
        "Price|Preis|Tax rate|Steuersatz|Tax rule|Steuerregel|Tax value|Steuer|Attendee name: Salutation|"
        "Name Teilnehmer*in: Anrede|Teilnehmer*innenname: Anrede|Voucher|Gutschein|Voucher code|Gutscheincode|"
        "Voucher budget usage|Verwendetes Gutscheinbudget|Voucher tag|Gutschein-Tag|Pseudonymization ID|"
        "Pseudonyme ID|Seat ID|Sitzplatz-ID|Seat name|Sitzbezeichnung|Seat zone|Sitzbereich|Seat row|Sitzreihe|"
        "Seat number|Sitzplatz-Nummer|Valid from|Gültig ab|Valid until|Gültig bis|Follow-up date|"
        "Datum zur Wiedervorlage|Invoice address street|Rechnungsadresse: Straße|Invoice address ZIP code|"
        "Rechnungsadresse: PLZ|Invoice address city|Rechnungsadresse: Stadt|Invoice address country|"
        "Rechnungsadresse: Land|Invoice address state|Rechnungsadresse: Bundesstaat|VAT ID|USt-ID-Nr.|Sales channel|"
        "Verkaufskanal|Order locale|Bestellsprache|Email address verified|E-Mail-Adresse verifiziert|"
        "External customer ID|Externe Kundennummer|Check-in lists|Check-in-Listen|Payment providers|Zahlungsmethoden|"
        "Position order link|Link zur Bestellposition|Checked in|Eingecheckt|Checked out|Ausgetreten|"
        "Automatically checked in|Automatisch eingecheckt|Address|Adresse|ZIP code|Postleitzahl|Country|Land|State|"
        "Bundesstaat"
    ),
)

EVENTBRITE = Layout(
    Preset.EVENTBRITE,
    signs=(
        ("Order #", "First Name", "Last Name", "Ticket Type"),
        ("Order #", "Attendee #"),
        ("Order ID", "Attendee Status", "Name", "Ticket Type"),
        ("Bestellnr.", "Vorname", "Nachname", "Ticketart"),
        ("Bestellnr.", "Teilnehmernummer"),
        ("Bestell-ID", "Teilnehmerstatus", "Name", "Ticketart"),
    ),
    columns={
        Field.FOREIGN_ID: ("Attendee #", "Teilnehmernummer", "Teilnehmer-Nr."),
        Field.TICKET: ("Barcode #", "Barcode-Nr.", "Barcodenummer"),
        Field.NAME: ("Name", "Buyer Name", "Name des Käufers"),
        Field.GIVEN_NAME: ("First Name", "Vorname"),
        Field.FAMILY_NAME: ("Last Name", "Nachname"),
        Field.EMAIL: ("Email", "Emaill", "E-Mail-Adresse", "Buyer Email", "E-Mail des Käufers"),
        Field.PHONE: (
            "Cell Phone",
            "Mobiltelefon",
            "Handynummer",
            "Work Phone",
            "Telefon (geschäftlich)",
            "Home Phone",
            "Telefon (privat)",
        ),
        Field.ORGANISATION: ("Company", "Firma", "Unternehmen"),
        Field.POSITION: ("Job Title", "Berufsbezeichnung"),
        Field.TOWN: ("Home City", "Stadt (privat)", "Wohnort"),
        Field.GROUP: ("Group", "Gruppe"),
        Field.QUANTITY: ("Quantity", "Ticket Quantity", "Menge", "Anzahl", "Ticketanzahl"),
        Field.TICKET_TYPE: ("Ticket Type", "Ticketart"),
        Field.STATUS: ("Attendee Status", "Teilnehmerstatus"),
        Field.NOTE: ("Notes", "Notizen"),
    },
    ignored=(
        "Order #|Bestellnr.|Order ID|Bestell-ID|Order Date|Bestelldatum|Price Tier|Preisstufe|Order Type|Bestellart|"
        "Currency|Währung|Total Paid|Gesamtbetrag bezahlt|Fees Paid|Bezahlte Gebühren|Eventbrite Fees|"
        "Eventbrite-Gebühren|Eventbrite Payment Processing|Eventbrite-Zahlungsabwicklung|Home Address 1|Home Address 2|"
        "Home State|Home Zip|Home Country|Event Name|Name des Events|Veranstaltungsname|Ticket Price|Ticketpreis|"
        "Date Attending|Delivery Method|Zustellart|Tax Paid|Bezahlte Steuern"
    ),
)

INDICO = Layout(
    Preset.INDICO,
    signs=(("ID", "Name", "Registration date", "Registration state"),),
    columns={
        Field.FOREIGN_ID: ("ID",),
        Field.NAME: ("Name",),
        Field.GIVEN_NAME: ("First Name", "Vorname"),
        Field.FAMILY_NAME: ("Last Name", "Nachname"),
        Field.EMAIL: ("Email Address", "E-Mail-Adresse", "Email", "E-mail"),
        Field.ORGANISATION: ("Affiliation", "Zugehörigkeit"),
        Field.POSITION: ("Position", "Funktion/Tätigkeit"),
        Field.PHONE: ("Phone Number", "Telefonnummer"),
        Field.TITLE: ("Title", "Titel"),
        Field.STATUS: ("Registration state",),
    },
    ignored=("Registration date|Modification date|Created by|Price|Checked in|Check-in date|Payment date"),
)

_ODOO_NAMES = ("Attendee Name", "Name des Teilnehmers", "Teilnehmername")
ODOO = Layout(
    Preset.ODOO,
    signs=(
        *(
            (name, *others)
            for name in _ODOO_NAMES
            for others in (
                ("Event Ticket",),
                ("Veranstaltungsticket",),
                ("Registration Date",),
                ("Registrierungsdatum",),
                ("Booked by",),
                ("Gebucht von",),
                ("Event", "Status"),
                ("Veranstaltung", "Status"),
            )
        ),
        ("name", "event_ticket_id"),
        ("name", "event_id", "state"),
    ),
    columns={
        Field.FOREIGN_ID: ("External ID", "Externe ID", "id"),
        Field.TICKET: ("Barcode", "Strichcode"),
        Field.NAME: (*_ODOO_NAMES, "name"),
        Field.EMAIL: ("Email", "E-Mail", "email"),
        Field.PHONE: ("Phone", "Telefon", "phone", "Mobile", "Mobil"),
        Field.ORGANISATION: ("Company Name", "Unternehmensname", "Name des Unternehmens", "company_name"),
        Field.TICKET_TYPE: ("Event Ticket", "Veranstaltungsticket", "event_ticket_id"),
        Field.STATUS: ("Status", "state"),
    },
    ignored=(
        "Registration Date|Registrierungsdatum|create_date|Booked by|Gebucht von|partner_id|Event|Veranstaltung|"
        "event_id|Attended Date|Teilnahmedatum|date_closed|create_uid|write_date|write_uid"
    ),
)

ALFIO = Layout(
    Preset.ALFIO,
    signs=(("ReservationID", "Full Name", "Category"), ("ReservationID", "First Name", "Last Name")),
    columns={
        Field.FOREIGN_ID: ("ID",),
        Field.TICKET_TYPE: ("Category",),
        Field.STATUS: ("Status",),
        Field.NAME: ("Full Name",),
        Field.GIVEN_NAME: ("First Name",),
        Field.FAMILY_NAME: ("Last Name",),
        Field.EMAIL: ("E-Mail",),
    },
    ignored=(
        "Event|OriginalPrice|PaidPrice|Discount|VAT|ReservationID|Locked|Language|Confirmation|Billing Address|"
        "Country Code|Promo Code|Payment ID|Payment Method|External Reference"
    ),
)

PLAIN = Layout(Preset.PLAIN, signs=(("given_name", "family_name", "badge_code", "origin"),), columns=PLAIN_COLUMNS)

LAYOUTS: Mapping[Preset, Layout] = {
    layout.preset: layout for layout in (PLAIN, PRETIX, EVENTBRITE, INDICO, ODOO, ALFIO)
}
ALSO_KNOWN = (
    Field.NATIVE_NAME,
    Field.TITLE,
    Field.ORGANISATION,
    Field.POSITION,
    Field.SECTOR,
    Field.ROLES,
    Field.PHONE,
    Field.TOWN,
    Field.LANGUAGES,
    Field.NEEDS,
    Field.GROUP,
    Field.DAYS,
)
"""What organisers ask in questions of their own: known by the plain headers in every kind of list."""
