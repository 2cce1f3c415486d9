"""What the fields of a row are called: those of a person, a check-in point, a print, the event itself."""

from collections.abc import Mapping

from eventdesk.words import Words, mark

EXTRA = "extra:"
"""Begins the name of a field that eventdesk has no column for; it is called as it was."""

PERSON: Mapping[str, str] = {
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "native_name": mark("Name in own script"),
    "title": mark("Title"),
    "organisation": mark("Organisation"),
    "position": mark("Position"),
    "sector": mark("Sector"),
    "roles": mark("Role"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "town": mark("Town"),
    "languages": mark("Languages"),
    "needs": mark("Needs"),
    "note": mark("Note"),
    "attention": mark("Attention"),
    "status": mark("State"),
    "party": mark("Group"),
    "exhibitor": mark("Exhibitor"),
    "wishes": mark("Wishes"),
    "days": mark("Days"),
    "code": mark("Badge code"),
    "ticket": mark("Ticket"),
    "source": mark("Kind of list"),
    "foreign_id": mark("Number in the list"),
    "origin": mark("Came by"),
    "consents": mark("Agreed to"),
}
POINT: Mapping[str, str] = {
    "name": mark("Name"),
    "kind": mark("Kind"),
    "rule": mark("Rule"),
    "roles": mark("Role"),
    "days": mark("Days"),
    "capacity": mark("Places"),
    "place": mark("Position in the list"),
}
SETTING: Mapping[str, str] = {
    "title": mark("Title"),
    "subtitle": mark("Subtitle"),
    "starts": mark("Begins"),
    "ends": mark("Ends"),
    "venue": mark("Place"),
    "address": mark("Address"),
    "organiser": mark("Organised by"),
    "contact": mark("Contact"),
    "language": mark("Language"),
    "series": mark("Series"),
    "number": mark("Number"),
    "timezone": mark("Time zone"),
}
PRINT: Mapping[str, str] = {
    "printer": mark("Printer"),
    "reason": mark("Reason"),
    "template": mark("Template"),
    "box": mark("Box"),
    "number": mark("Number"),
}
HALL: Mapping[str, str] = {
    "ref": mark("Id"),
    "name": mark("Name"),
    "width_mm": mark("Width"),
    "depth_mm": mark("Depth"),
    "background": mark("Background"),
}
BOOTH: Mapping[str, str] = {
    "ref": mark("Number"),
    "hall": mark("Hall"),
    "island": mark("Island"),
    "x_mm": mark("From the left"),
    "y_mm": mark("From the top"),
    "width_mm": mark("Width"),
    "depth_mm": mark("Depth"),
    "rotation": mark("Rotation"),
    "power": mark("Power"),
    "wall": mark("Wall"),
    "step_free": mark("Step-free"),
    "state": mark("State"),
    "reason": mark("Reason"),
}
EXHIBITOR: Mapping[str, str] = {
    "ref": mark("Id"),
    "name": mark("Name"),
    "theme": mark("Theme"),
    "sector": mark("Sector"),
    "contact": mark("Contact"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "size": mark("Booths"),
    "power": mark("Power"),
    "wall": mark("Wall"),
    "step_free": mark("Step-free"),
    "wish_1": mark("First wish"),
    "wish_2": mark("Second wish"),
    "competitor": mark("Competitors"),
    "session": mark("Session"),
    "pinned": mark("Settled booth"),
    "priority": mark("Priority"),
    "votable": mark("Takes part in the audience prize"),
    "status": mark("Comes"),
    "blurb": mark("Short text"),
    "setup": mark("Stand"),
    "furniture": mark("Furniture"),
    "portrait": mark("Portrait"),
    "website": mark("Website"),
    "town": mark("Town"),
    "picture": mark("Picture"),
    "consents": mark("Agreed to"),
    "brochure": mark("In the brochure"),
}
PART: Mapping[str, str] = {"hall": mark("Hall"), "kind": mark("Kind"), "name": mark("Name"), "width_mm": mark("Width")}
PICTURE: Mapping[str, str] = {"hall": mark("Hall"), "name": mark("Name")}
PLAN: Mapping[str, str] = {"status": mark("State"), "cost": mark("Price"), "seed": mark("Seed")}
ROOM: Mapping[str, str] = {
    "ref": mark("Id"),
    "name": mark("Name"),
    "hall": mark("Hall"),
    "door_x_mm": mark("Door, from the left"),
    "door_y_mm": mark("Door, from the top"),
    "capacity": mark("Seats"),
    "equipment": mark("Equipment"),
    "step_free": mark("Step-free"),
    "unavailable": mark("Cannot be used in"),
    "induction_loop": mark("Induction loop"),
    "changeover_min": mark("Minutes between two sessions"),
    "seating": mark("Seating"),
    "note": mark("Note"),
}
SEATING: Mapping[str, str] = {"room": mark("Room"), "name": mark("Seating"), "capacity": mark("Seats")}
SLOT: Mapping[str, str] = {"ref": mark("Id"), "starts": mark("Begins"), "ends": mark("Ends")}
SESSION: Mapping[str, str] = {
    "ref": mark("Id"),
    "title": mark("Title"),
    "kind": mark("Kind"),
    "speakers": mark("Speakers"),
    "moderators": mark("Moderation"),
    "needs": mark("Needs"),
    "slot": mark("Slot"),
    "room": mark("Room"),
    "unavailable": mark("Cannot take place in"),
    "language": mark("Language"),
    "capacity": mark("Places"),
    "repeat_of": mark("Repeats"),
    "slot_fixed": mark("Slot is fixed"),
    "room_fixed": mark("Room is fixed"),
    "slot_wished": mark("Wished slots"),
    "room_wished": mark("Wished rooms"),
    "room_forbidden": mark("Rooms that are out of the question"),
    "after": mark("Only after"),
    "interpretation": mark("Interpretation"),
    "expected": mark("Expected people"),
    "note": mark("Note"),
}
PROGRAMME: Mapping[str, str] = {
    "status": mark("State"),
    "lost": mark("Wishes lost"),
    "turned_away": mark("People turned away"),
    "seed": mark("Seed"),
    "printed": mark("Printed"),
}
DRAW: Mapping[str, str] = {"way": mark("Places given out"), "seed": mark("Seed")}
POINT_ROOM: Mapping[str, str] = {"point": mark("Check-in point"), "room": mark("Room")}
CAFE_TABLE: Mapping[str, str] = {
    "ref": mark("Id"),
    "name": mark("Name"),
    "host": mark("Host"),
    "seats": mark("Seats"),
    "question": mark("Question"),
    "language": mark("Language"),
    "step_free": mark("Step-free"),
    "closed_from": mark("Closed from round"),
}
CAFE_ROUND: Mapping[str, str] = {
    "number": mark("Number"),
    "minutes": mark("Minutes"),
    "question": mark("Question"),
    "starts": mark("Begins"),
    "began": mark("Began"),
    "ended": mark("Ended"),
}
CAFE_PLAN: Mapping[str, str] = {
    "way": mark("Tables given out"),
    "repeats": mark("People who meet again"),
    "seed": mark("Seed"),
    "printed": mark("Printed"),
}
CAFE_PAIR: Mapping[str, str] = {"kind": mark("Wanted")}
FINDING: Mapping[str, str] = {
    "place": mark("Position in the list"),
    "body": mark("Result"),
    "author": mark("Noted by"),
    "at": mark("Noted at"),
}
POLL: Mapping[str, str] = {
    "title": mark("Title"),
    "state": mark("State"),
    "own_barred": mark("Nobody votes for their own stand"),
    "tie": mark("After a tie"),
    "seed": mark("Seed"),
    "run_off_of": mark("Decides the tie of"),
    "opened": mark("Opened"),
    "closed": mark("Closed"),
}
POLL_ENTRY: Mapping[str, str] = {"number": mark("Number"), "name": mark("Name"), "exhibitor": mark("Exhibitor")}
_TABLES = {
    "person": PERSON,
    "point": POINT,
    "setting": SETTING,
    "badge_print": PRINT,
    "hall": HALL,
    "booth": BOOTH,
    "exhibitor": EXHIBITOR,
    "hall_part": PART,
    "floor_picture": PICTURE,
    "plan": PLAN,
    "room": ROOM,
    "room_seating": SEATING,
    "slot": SLOT,
    "session": SESSION,
    "programme": PROGRAMME,
    "draw": DRAW,
    "poll": POLL,
    "poll_entry": POLL_ENTRY,
    "point_room": POINT_ROOM,
    "cafe_table": CAFE_TABLE,
    "cafe_round": CAFE_ROUND,
    "cafe_plan": CAFE_PLAN,
    "cafe_pair": CAFE_PAIR,
    "finding": FINDING,
}


def field_name(words: Words, table: str, field: str) -> str:
    """Return what a field is called; one without a name of ours as it is called in the file."""
    if field.startswith(EXTRA):
        return field.removeprefix(EXTRA)
    name = _TABLES.get(table, {}).get(field)
    return words.t(name) if name else field.replace("_", " ")
