"""A table of the World Café."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CafeTable:
    """One table; `host` is an id of the list of people, or the name of somebody who is not on it."""

    id: int
    ref: str
    name: str
    seats: int
    host: str = ""
    question: str = ""
    extra: dict[str, str] = field(default_factory=dict)
