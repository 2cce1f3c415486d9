"""The SQL of merging: every row that points to a person, by their id in the file or by their id in the event folder."""

from eventdesk.people.records import joined, split
from eventdesk.store.access import Writer

BY_ID = (
    *(("scan", "person"), ("badge_print", "person"), ("badge_handout", "person"), ("former_key", "person")),
    ("ballot_issue", "person"),
    ("visit", "person"),
)
"""Tables and columns that hold the id of a person."""
BY_PLACE = (
    *(("place", "person"), ("waiting", "person")),
    *(("cafe_itinerary", "person"), ("cafe_pair", "one"), ("cafe_pair", "other")),
)
"""Those of which nobody needs two: `eventdesk.panels.draws` and `eventdesk.cafe` pass them on."""
_WITH_A_PART = (
    "SELECT id, speakers, moderators FROM session "
    "WHERE id IN (SELECT session FROM session_person WHERE person = ?) ORDER BY id"
)


def move(writer: Writer, from_person: int, to_person: int) -> None:
    """Let everything that points to one person point to the other."""
    for table, column in BY_ID:
        for row in writer.rows(f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id", from_person):
            writer.update(table, row[0], {column: to_person})


def rename(writer: Writer, old: str, new: str) -> None:
    """Let sessions and tables that name a person by the folder's id name another one."""
    for row in writer.rows("SELECT id FROM cafe_table WHERE host = ? ORDER BY id", old):
        writer.update("cafe_table", row[0], {"host": new})
    for row_id, *lists in writer.rows(_WITH_A_PART, old):
        after = [joined(dict.fromkeys(new if each == old else each for each in split(text))) for text in lists]
        changed = zip(("speakers", "moderators"), lists, after, strict=True)
        writer.update("session", row_id, {column: now for column, before, now in changed if before != now})
