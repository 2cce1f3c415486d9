"""The words that lists use for whether somebody may come."""

from eventdesk.people.person import Status
from eventdesk.tables.cells import Choices

STATUSES = Choices(
    {
        Status.REGISTERED: "angemeldet|registriert|confirmed|bestätigt|zugesagt|paid|bezahlt|complete|completed|"
        "attending|attended|nimmt teil|teilgenommen|kommt|zusage|ja|yes|accepted|angenommen|eingecheckt|anwesend|"
        "checked in|acquired|open|done|free|approved|ok|aktiv|active",
        Status.CANCELLED: "canceled|cancel|storniert|abgesagt|abgemeldet|refunded|erstattet|not attending|deleted|"
        "gelöscht|withdrawn|zurückgezogen|rejected|declined|abgelehnt|absage|kommt nicht|nimmt nicht teil|nein|no|"
        "abgebrochen|expired|abgelaufen|released|invalidated|ungültig",
        Status.PENDING: "ausstehend|offen|unbestätigt|unconfirmed|unpaid|unbezahlt|nicht bezahlt|draft|to be paid|"
        "awaiting payment|reserved|pre reserved|vorgemerkt|in prüfung|"
        "invited|eingeladen|keine antwort|no response|unter vorbehalt",
        Status.WAITING: "warteliste|wartend|waitlist|waitlisted|waiting list|on waiting list|nachrücker",
    }
)
