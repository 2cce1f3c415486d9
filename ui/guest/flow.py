"""What the guest's screen says, in the language of the event."""

from collections.abc import Sequence
from datetime import datetime

from eventdesk.checkin.verdict import Accepted, GroupResult, Left, Verdict
from eventdesk.event import Event
from eventdesk.guide import guide_for
from eventdesk.people.person import Person
from eventdesk.words import LANGUAGES, Words
from ui.dates import place_text
from ui.guest.greeting import Greeting, Mood


class GuestFlow:
    """Makes greetings of what the desk decided."""

    def __init__(self, event: Event, words: Words) -> None:
        """Speak the language of the event, or that of the desk if the event has none of ours."""
        self._event = event
        self._words = words
        self._guide = guide_for(event, words)

    @property
    def words(self) -> Words:
        """The words of the event's language as it is now: an organiser may change it."""
        language = self._event.details.language
        if language in LANGUAGES and language != self._words.language:
            self._words = Words(language)
            self._guide = guide_for(self._event, self._words)
        return self._words

    @property
    def title(self) -> str:
        """The event, as it is announced."""
        return self._event.details.title or self._event.path.stem

    @property
    def place(self) -> str:
        """Where it is, and when."""
        details = self._event.details
        return place_text(self.words, details.venue, details.starts)

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self._event.local_now()

    def greeting(self, answer: Verdict | GroupResult | None, *, names: bool) -> Greeting:
        """Return what the guest reads about an answer of the desk (None: it could not be given).

        Without `names` nobody is named. Whoever is not let in is only asked to speak to the desk, whatever the reason.
        """
        words = self.words
        match answer:
            case Accepted(person=person):
                return self._welcome(person.name, _native(person), self._guide(person), names=names)
            case Left(person=person):
                return Greeting(Mood.GOODBYE, words.t("Goodbye!"), person.name if names else "")
            case GroupResult() if any(isinstance(verdict, Accepted) for verdict in answer.verdicts):
                return self._welcome(answer.group, "", (), names=names)
            case _:
                return Greeting(Mood.ASK, words.t("Please ask at the desk"))

    def _welcome(self, name: str, native: str, places: Sequence[str], *, names: bool) -> Greeting:
        shown = (name, native) if names else ("", "")
        return Greeting(Mood.WELCOME, self._words.t("Welcome!"), *shown, tuple(places))


def _native(person: Person) -> str:
    return person.native_name if person.native_name != person.name else ""
