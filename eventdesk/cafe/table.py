"""A table of the World Café."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CafeTable:
    """One table; `host` is an id of the list of people, or the name of somebody who is not on it.

    `seats` include the host's. `language` is the one that is spoken there, empty: any. From round `closed_from` on,
    counted from 1, nobody sits there; None: it is open.
    """

    id: int
    ref: str
    name: str
    seats: int
    host: str = ""
    question: str = ""
    language: str = ""
    step_free: bool = True
    closed_from: int | None = None
    extra: dict[str, str] = field(default_factory=dict)

    def open_in(self, number: int) -> bool:
        """Say whether people sit there in a round, by its number from 1."""
        return self.closed_from is None or number < self.closed_from
