"""What things of the audience prize are called: how far a poll is, how ties are decided, how ballots were cast."""

from collections.abc import Mapping

from eventdesk.words import mark

STATES: Mapping[str, str] = {
    "preparing": mark("in preparation"),
    "open": mark("open"),
    "closed": mark("closed"),
}
"""How far a poll is."""
TIES: Mapping[str, str] = {
    "draw": mark("A tie is decided by lot."),
    "run_off": mark("A tie is decided by a run-off between those who share the first place."),
}
"""What decides a tie."""
CHANNELS: Mapping[str, str] = {
    "kiosk": mark("at the voting screen"),
    "scan": mark("scanned at the desk"),
    "paper": mark("on paper"),
}
"""How a ballot was cast."""
REASONS: Mapping[str, str] = {
    "lost": mark("lost"),
    "spoiled": mark("filled in so that it cannot count"),
    "returned": mark("given back"),
}
"""Why a ballot is void."""
