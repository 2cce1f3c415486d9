"""Which of the needs that people write down are hard rules for the room they are in, or the table they sit at."""

from collections.abc import Iterable

_STEP_FREE = (
    "stufenfrei",
    "stufenlos",
    "barrierefrei",
    "rollstuhl",
    "rollator",
    "gehbehindert",
    "gehhilfe",
    "step-free",
    "step free",
    "stepfree",
    "no stairs",
    "keine treppe",
    "keine stufen",
    "wheelchair",
    "walking frame",
    "accessible",
)
"""Parts of words: who writes one of these must get in without steps."""


def needs_step_free(needs: Iterable[str]) -> bool:
    """Say whether somebody with these needs can only be in a room without steps: "Rollstuhlplatz", "step-free"."""
    said = " ".join(needs).casefold()
    return any(word in said for word in _STEP_FREE)
