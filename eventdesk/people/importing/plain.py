"""The columns of `people.csv` and of lists that people keep by hand or export from a tool, in English and German."""

from collections.abc import Mapping

from eventdesk.people.importing.fields import Field


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split("|"))


FAMILY_FIRST = _names(
    "nachname, vorname|name, vorname|nachname und vorname|familienname, vorname|last name, first name"
)
"""Columns of full names in which the family name stands first, with a comma behind it or not."""

PLAIN_COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.FOREIGN_ID: _names(
        "id|nr|nummer|no|#|lfd. nr.|laufende nummer|kennung|personen-id|public id|teilnehmernummer|teilnehmer-nr.|"
        "teilnehmer-id|attendee id|participant id|registration id|anmeldenummer|anmelde-nr.|registrierungsnummer"
    ),
    Field.NAME: (
        *_names(
            "name|full name|vollständiger name|vor- und nachname|vorname und nachname|vorname nachname|"
            "vor- und zuname|vor- und familienname|vor-/nachname"
        ),
        *FAMILY_FIRST,
        *_names(
            "teilnehmer*in|teilnehmende|teilnehmer|teilnehmername|name des teilnehmers|name der teilnehmenden|"
            "name teilnehmer*in|attendee|attendee name|participant|participant name|gast|gäste|name des gastes|"
            "guest name|person|ansprechpartner|ansprechpartner*in|ansprechperson|kontaktperson|contact person"
        ),
    ),
    Field.GIVEN_NAME: _names(
        "given_name|given name(s)|first name|first name(s)|forename|vorname|vornamen|rufname|vorname teilnehmer*in|"
        "attendee first name|guest first name"
    ),
    Field.FAMILY_NAME: _names(
        "family_name|last name|last name(s)|surname|nachname|familienname|zuname|nachname/familienname|"
        "nachname teilnehmer*in|attendee last name|guest last name"
    ),
    Field.NATIVE_NAME: _names(
        "native_name|name in original script|eigenname|name in eigener schrift|name in originalschrift|originalname"
    ),
    Field.TITLE: _names("title|titel|akademischer titel|akad. titel|akademischer grad"),
    Field.ORGANISATION: _names(
        "organisation|organization|company|company name|institution|affiliation|firma|verein|einrichtung|träger|"
        "unternehmen|organisation/verein|verein/organisation|organisation / institution|institution / organisation|"
        "firma / organisation|organisation / firma|firma / institution|organisation / unternehmen|"
        "unternehmen / organisation|verein / initiative|organisation / einrichtung|einrichtung / organisation|"
        "firmenname|unternehmensname|name der organisation|name der firma|name der einrichtung|arbeitgeber|employer|"
        "organisationsname|organisation name|organization name|behörde|dienststelle|schule|hochschule|initiative"
    ),
    Field.POSITION: _names(
        "position|job title|function|funktion|tätigkeit|funktion/tätigkeit|position / funktion|funktion / position|"
        "beruf|berufsbezeichnung|jobtitel|stellenbezeichnung|occupation"
    ),
    Field.SECTOR: _names("sector|sektor|bereich|branche|gesellschaftlicher bereich"),
    Field.ROLES: _names(
        "roles|role|rollen|rolle|teilnahme als|art der teilnahme|kategorie|category|kategorien|teilnehmerart|"
        "teilnehmendenart|art der teilnehmenden|teilnehmertyp|teilnehmerkategorie|teilnehmendenkategorie|"
        "teilnehmergruppe|personengruppe|personenkategorie|gästekategorie|gästegruppe|gasttyp|besucherkategorie|"
        "besuchertyp|besucherart|attendee type|attendee category|participant type|participant category|guest type|"
        "guest category|registration type|rolle/funktion|funktion/rolle"
    ),
    Field.TICKET_TYPE: _names(
        "ticket type|ticketart|tickettyp|ticket-kategorie|ticket category|ticket name|ticketname|ticketbezeichnung|"
        "kartenart|kartentyp|kartenkategorie|tarif|buchungskategorie|anmeldekategorie|registrierungskategorie|"
        "product name|produktname|produkt|product|event ticket|veranstaltungsticket|art|typ|type|teilnahmeart|"
        "teilnahmeform"
    ),
    Field.EMAIL: _names(
        "email|e-mail|email address|e-mail-adresse|mail|mailadresse|emailadresse|e-mail-addresse|kontakt-e-mail|"
        "e-mail teilnehmer*in|e-mail des teilnehmers|e-mail-adresse des teilnehmers|attendee email|participant email|"
        "guest email"
    ),
    Field.PHONE: _names(
        "phone|phone number|telephone|mobile|cell phone|mobile phone|mobile number|telefon|telefonnummer|tel|"
        "telefon-nr.|tel.-nr.|rufnummer|handy|handynummer|handy-nr.|mobil|mobilnummer|mobil-nr.|mobiltelefon|"
        "telefon / handy|festnetz"
    ),
    Field.TOWN: _names("town|city|ort|stadt|wohnort|plz / ort|plz und ort|ort / stadt|stadt / ort|gemeinde"),
    Field.LANGUAGES: _names(
        "languages|language|spoken languages|sprachen|sprache|sprachkenntnisse|gesprochene sprachen|muttersprache"
    ),
    Field.NEEDS: _names(
        "needs|special needs|accessibility|accessibility needs|bedarf|bedarfe|besonderer bedarf|besondere bedarfe|"
        "besondere bedürfnisse|unterstützungsbedarf|assistenzbedarf|barrierefreiheit"
    ),
    Field.NOTE: _names(
        "note|notes|comment|comments|remark|remarks|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|"
        "kommentar|kommentare|sonstiges"
    ),
    Field.ATTENTION: _names("attention|hinweis|achtung|hinweis beim check-in"),
    Field.STATUS: _names(
        "status|anmeldestatus|registration state|registration status|attendee status|teilnehmerstatus|"
        "teilnahmestatus|teilnehmendenstatus|buchungsstatus|ticketstatus|ticket status|rsvp|zusage|rückmeldung"
    ),
    Field.PAID: _names("paid|bezahlt"),
    Field.GROUP: _names("group|gruppe|reisegruppe|gruppenname|group name|delegation"),
    Field.EXHIBITOR: _names("exhibitor|aussteller|ausstellende|aussteller:in|stand von"),
    Field.WISHES: _names("wishes|wünsche|wunsch|wunschliste"),
    Field.DAYS: _names("days|day|tage|tag|teilnahmetage|teilnahmetag|veranstaltungstag|veranstaltungstage|anwesend am"),
    Field.CONSENTS: _names("consents|einwilligungen"),
    Field.TICKET: _names(
        "code|ticket|ticket code|ticketcode|ticket-code|ticketnummer|ticket-nr.|ticket number|ticket-id|barcode|"
        "barcode-nr.|barcodenummer|qr-code|qr code|short id"
    ),
    Field.BADGE_CODE: _names("badge_code|badge code|namensschild-code"),
    Field.QUANTITY: _names(
        "quantity|anzahl|anzahl tickets|anzahl personen|anzahl plätze|anzahl teilnehmende|anzahl teilnehmer|menge|"
        "ticketanzahl|personenzahl|number of tickets"
    ),
    Field.SOURCE: _names("source|quelle"),
    Field.ORIGIN: _names("origin|herkunft der anmeldung"),
}
