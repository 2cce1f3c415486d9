"""How much room the steps of an import need beside each other."""

from ui.look import Look

ROOM_BESIDE = 640
"""So many pixels (at 100 %) a row of buttons or two cards need."""


def is_narrow(look: Look, width: int) -> bool:
    """Say whether there is little room."""
    return width < ROOM_BESIDE * look.theme.scale
