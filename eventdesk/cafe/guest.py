"""Who may sit in the World Café, as its tables have to know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CafeGuest:
    """One person of the list. `ref` is their id in the list they came from, `code` their badge code.

    `list_name` is the family name first. `takes_part`: they sit at a table; who has a role that the organiser leaves
    out does not. `key` sorts names as German lists do.
    """

    id: int
    ref: str
    name: str
    list_name: str = ""
    sector: str = ""
    organisation: str = ""
    languages: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    step_free: bool = False
    code: str = ""
    takes_part: bool = True
    key: str = ""

    @property
    def order(self) -> tuple[str, int]:
        """A key for sorting guests by their names."""
        return self.key, self.id
