"""What the journal says of brochure, consents and earlier events, in whole sentences."""

from collections.abc import Callable

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.fair import actions as fair_actions
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.history.listing import parts
from eventdesk.history.telling import step_sentences
from eventdesk.people import actions as people
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person
from eventdesk.people.visits import add_visit
from eventdesk.reports.brochure import actions
from eventdesk.reports.brochure.texts import Texts
from eventdesk.words import Words


@pytest.fixture
def project(event: Event) -> int:
    fair_actions.add_exhibitor(event, Exhibitor(0, "", "Café", portrait="Alt."))
    return fair.exhibitors(event.db)[0].id


def said(event: Event, eid: str | None) -> list[str]:
    assert eid is not None
    words = Words("en")
    steps = [step for each in parts(event.db, eid).happenings for step in each.steps]
    return [text for step in steps for text in step_sentences(words, step, event.zone)]


DEEDS: list[tuple[Callable[[Event, int], str | None], list[str]]] = [
    (
        lambda event, _: actions.set_texts(event, Texts(title="Heft", greeting="Guten Tag. " * 20)),
        ["Brochure: Title: Heft", f"Brochure: Greeting: {'Guten Tag. ' * 7}…"],
    ),
    (
        lambda event, who: actions.choose(event, {who}, chosen=True),
        ["Café: In the brochure changed from “no” to “yes”"],
    ),
    (
        lambda event, who: actions.edit_project(event, who, consents=(Consent.CONTACT, Consent.PHOTO)),
        ["Café: Agreed to entered: “Contact may be passed on, Picture may be printed”"],
    ),
    (
        lambda event, who: actions.edit_project(event, who, portrait="Neu. " * 100),
        [f"Café: Portrait changed from “Alt.” to “{'Neu. ' * 15}…”"],
    ),
]


@pytest.mark.parametrize(("deed", "expected"), DEEDS)
def test_deeds_for_the_brochure(
    event: Event, project: int, deed: Callable[[Event, int], str | None], expected: list[str]
) -> None:
    assert said(event, deed(event, project)) == expected


def test_visits(event: Event) -> None:
    who = people.add(event, Person(0, "Elif", "D", consents=(Consent.INVITE,)))
    with event.transact(Op.EDIT_PERSON, "x") as tx:
        add_visit(tx, who.id, "3. Konferenz", "2016-03-05")
        eid = tx.eid
    assert said(event, eid) == ["Came before: “3. Konferenz” on 5 Mar 2016"]
    gone = said(event, people.edit(event, who.id, consents=()).eid)
    assert "No longer remembered: came to “3. Konferenz” on 5 Mar 2016" in gone
    assert "Agreed to removed; it was “May be invited next time”" in gone
