"""Entries of the journal as they are listed."""

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people.actions import add, edit
from eventdesk.people.person import Person


def test_newest_first_by_pages(event: Event) -> None:
    person = add(event, Person(0, "Elif", "Demirtaş"))
    for number in range(5):
        edit(event, person.id, town=f"Ort {number}")
    every = event.journal()
    assert [entry.op for entry in every[:6]] == [Op.EDIT_PERSON] * 5 + [Op.ADD_PERSON]
    assert event.journal(limit=2) + event.journal(limit=2, offset=2) == every[:4]
    assert event.journal_length() == len(every)


def test_an_entry_is_signed_by_the_desk_as_it_is_called_now(event: Event) -> None:
    add(event, Person(0, "Elif", "Demirtaş"))
    event.desk = "Schalter 7"
    add(event, Person(0, "Oksana", "Netschyporenko"))
    assert [entry.desk for entry in event.journal(limit=2)] == ["Schalter 7", "Schalter 1"]
    assert event.desk == "Schalter 7"
