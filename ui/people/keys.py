"""The keys of the people page, as its buttons show them."""

from ui.actions import ActionId, PageId, actions_of


def key_here(wanted: ActionId) -> str:
    """Return the key of an action on this page, as Qt writes it."""
    return next(line.keys[0] for line in actions_of(PageId.PEOPLE) if line.id is wanted)
