"""What a widget needs to show itself: the theme, the icons and the language of the desk."""

from dataclasses import dataclass

from eventdesk.words import Words
from ui.icons import Icons
from ui.theme import Theme


@dataclass(frozen=True)
class Look:
    """Handed to every widget that draws or speaks."""

    theme: Theme
    icons: Icons
    words: Words
