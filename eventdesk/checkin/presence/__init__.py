"""Who is in the house and in each room: derived from the scans, right after every scan, undo, exit and midnight."""

from eventdesk.checkin.presence.counting import Presence, counts, group_size, inside_count, presence_of, rooms_inside
from eventdesk.checkin.presence.refresh import refresher

__all__ = ["Presence", "counts", "group_size", "inside_count", "presence_of", "refresher", "rooms_inside"]
