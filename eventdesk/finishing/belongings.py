"""What in an event file belongs to people, table by table, and what may stay when they are gone.

Every journaled table has a place in `STAYS` or in `GOES`: a table that is new has to be decided about here.
"""

from collections.abc import Mapping

from eventdesk.store.access import Value

BY_PERSON = (
    ("extra", "owner"),
    ("former_key", "person"),
    ("scan", "person"),
    ("badge_print", "person"),
    ("badge_handout", "person"),
    ("place", "person"),
    ("waiting", "person"),
    ("cafe_pair", "one"),
    ("cafe_pair", "other"),
    ("visit", "person"),
)
"""Tables and columns with the id of a person: these rows are theirs and go with them."""
EMPTIED = (("cafe_itinerary", "person"), ("ballot_issue", "person"))
"""References to a person that become empty: the way through the tables stays, as does that a ballot was handed out."""
LISTS = (("session", "speakers"), ("session", "moderators"), ("cafe_table", "host"))
"""Lists that name people by their id in the event folder, or by their name."""

GOES = frozenset({"person", *(table for table, _ in BY_PERSON), "cafe_itinerary", "cafe_seat", "cafe_plan", "draw"})
"""Tables that hold nothing once there are no people: an extra field stays only if it is one of a thing."""
STAYS: Mapping[str, Mapping[str, Value]] = {
    "setting": {},
    "point": {},
    "picture": {},
    "badge_template": {},
    "hall": {},
    "booth": {},
    "hall_part": {},
    "floor_picture": {},
    "exhibitor": {"contact": "", "email": "", "phone": "", "consents": "", "picture": ""},
    "stand": {},
    "plan": {},
    "plan_stand": {},
    "room": {},
    "room_seating": {},
    "slot": {},
    "session": {"speakers": "", "moderators": "", "note": ""},
    "programme": {},
    "programme_session": {},
    "point_room": {},
    "door_count": {},
    "cafe_table": {"host": ""},
    "cafe_round": {},
    "finding": {"author": ""},
    "poll": {},
    "poll_entry": {},
    "ballot": {},
    "ballot_issue": {"person": None},
}
"""Tables that stay when an event is finished, those they refer to first, with what is emptied in each of their rows."""
SETTINGS_THAT_GO = ("contact", "cafe.left_out", "certificate.signers")
"""Settings that name people, or hold their ids."""
PICTURES_THAT_GO = ("certificate-signature",)
"""Pictures that show a person's hand; those of projects go as well, for people may be seen on them."""
EXTRA_KINDS_THAT_STAY = ("hall", "booth", "room", "slot", "session", "cafe_table")
"""Whose extra fields stay: those of an exhibitor may hold a contact."""
