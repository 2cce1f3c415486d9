"""The places of the rail while an event is open."""

from ui.actions import PageId
from ui.look import Look
from ui.shell.rail import Stop


def event_stops(look: Look) -> list[Stop]:
    """Return them, those at the foot last."""
    words = look.words
    return [
        Stop(PageId.CHECK_IN, "check-in", words.t("Check-in")),
        Stop(PageId.PEOPLE, "people", words.t("People")),
        Stop(PageId.BADGES, "badge", words.t("Badges")),
        Stop(PageId.FAIR, "fair", words.t("Fair")),
        Stop(PageId.PANELS, "panels", words.t("Panels")),
        Stop(PageId.CAFE, "cafe", words.t("World Café")),
        Stop(PageId.PRIZE, "prize", words.t("Audience prize")),
        Stop(PageId.REPORTS, "reports", words.t("Afterwards")),
        Stop(PageId.IMPORT, "import", words.t("Import")),
        Stop(PageId.PRINTER, "printer", words.t("Printer"), low=True),
        Stop(PageId.JOURNAL, "journal", words.t("Journal"), low=True),
        Stop(PageId.EVENT, "event", words.t("Event"), low=True),
        Stop(PageId.START, "home", words.t("Start"), low=True),
    ]
