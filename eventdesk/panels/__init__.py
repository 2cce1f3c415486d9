"""The programme: rooms, time slots and the sessions that take place in them."""

from eventdesk.panels.parts import refresher

__all__ = ["refresher"]
