"""What the guest is shown. It says nothing about anybody whom the desk has not let in."""

from dataclasses import dataclass
from enum import Enum


class Mood(Enum):
    """What the screen is about: its colour and its icon."""

    WELCOME = "welcome"
    GOODBYE = "goodbye"
    ASK = "ask"


@dataclass(frozen=True)
class Greeting:
    """One greeting. Names are empty where they are hidden or not known."""

    mood: Mood
    word: str
    name: str = ""
    native_name: str = ""
    places: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The greeting in one breath."""
        return ". ".join(part for part in (self.word.rstrip("."), self.name, *self.places) if part)
