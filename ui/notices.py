"""What is to be told at the top of the window, whatever is inside it: it waits while the inside is made anew."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence

Saying = Callable[[Words], str]
"""Makes the sentence when it is shown, in the language that is spoken then; empty if there is no need for it."""


class Banner(Protocol):
    """What shows a notice."""

    @property
    def good(self) -> bool:
        """Whether the sentence that is shown is good news."""

    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""

    def say(self, sentence: str, *, good: bool = False) -> None:
        """Show a sentence."""

    def hide(self) -> None:
        """Show nothing."""


@dataclass(frozen=True, eq=False)
class Notice:
    """Something that is to be told. One with a `language` is told in no other."""

    saying: Saying
    good: bool
    language: str = ""


class Notices:
    """Long work ends when it ends: its page may be gone by then, and so may be the whole inside of the window."""

    def __init__(self) -> None:
        self._banner: Banner | None = None
        self._words: Words | None = None
        self._waiting: list[Notice] = []
        self._shown: tuple[Notice, str] | None = None

    def say(self, saying: Saying) -> Notice:
        """Tell what is wrong, or what is to be done."""
        return self._take(Notice(saying, good=False))

    def say_fault(self, error: Exception) -> None:
        """Tell of a known fault; anything else is a defect of ours, and is raised."""
        if not isinstance(error, KnownError):
            raise error
        self.say(partial(fault_sentence, error=error))

    def tell(self, saying: Saying) -> Notice:
        """Tell good news."""
        return self._take(Notice(saying, good=True))

    def withdraw(self, notice: Notice) -> None:
        """Take something back that is told elsewhere by now."""
        if notice in self._waiting:
            self._waiting.remove(notice)
        elif self._is_shown() is notice and self._banner is not None:
            self._banner.hide()

    def serve(self, banner: Banner, words: Words) -> None:
        """Show everything there from now on, in this language; at first what has waited, the good news before."""
        self._banner, self._words = banner, words
        waiting, self._waiting = self._waiting, []
        for notice in sorted(waiting, key=lambda each: not each.good):
            if notice.language in ("", words.language):
                self._show(notice, banner, words)

    def rest(self) -> None:
        """Let everything wait: what shows it will be gone. What is still shown is told again by what comes next."""
        if self._banner is not None and self._words is not None and self._banner.text():
            sentence = self._banner.text()
            kept = self._is_shown() or Notice(lambda _words: sentence, self._banner.good, self._words.language)
            self._waiting.insert(0, kept)
        self._banner = self._words = self._shown = None

    def forget(self) -> None:
        """Tell nothing of what has waited: what it was about is closed."""
        self.rest()
        self._waiting.clear()

    def _take(self, notice: Notice) -> Notice:
        if self._banner is None or self._words is None:
            self._waiting.append(notice)
        else:
            self._show(notice, self._banner, self._words)
        return notice

    def _show(self, notice: Notice, banner: Banner, words: Words) -> None:
        sentence = notice.saying(words)
        if sentence:
            banner.say(sentence, good=notice.good)
            self._shown = (notice, sentence)

    def _is_shown(self) -> Notice | None:
        """Return the notice that can be read just now."""
        if self._shown is None or self._banner is None or self._banner.text() != self._shown[1]:
            return None
        return self._shown[0]
