"""What the card says of a session or an empty cell, and what can be done with it."""

from collections.abc import Mapping

from eventdesk.codes import SessionCode
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session
from eventdesk.panels.trouble import Trouble
from eventdesk.words import Words
from eventdesk.words.panels import KINDS, trouble_sentence
from ui.panels.grid.faces import Face
from ui.panels.grid.geometry import Where
from ui.panels.programme.session_card import Deed, Facts
from ui.panels.spots import span_text, where_text
from ui.widgets.reason_line import Line

BY_WISHES = frozenset({SessionCode.CLASH, SessionCode.BEYOND_CAPACITY})
"""What is reckoned from wishes: once places have been given out, it is no longer what becomes of people."""


def of_session(
    words: Words,
    programme: Programme,
    session: Session,
    faces: Mapping[int, Face],
    troubles: tuple[Trouble, ...],
    whys: tuple[Line, ...],
    *,
    able: bool,
) -> Facts:
    """Return what is known of a session."""
    face = faces[session.id]
    spot = " · ".join(
        each for each in (where_text(programme, session.room), span_text(words, programme, session.slot)) if each
    )
    fixed = session.slot_fixed or session.room_fixed
    own = [each for each in troubles if each.session == session.id or (each.is_hard and each.other == session.id)]
    told = [each for each in own if not programme.places or each.code not in BY_WISHES]
    reasons = [Line(good=False, text=trouble_sentence(words, each)) for each in told]
    deeds = {Deed.CHANGE}
    if session.spot != (None, None):
        deeds |= {Deed.UNFIX if fixed else Deed.FIX, Deed.FREE}
    crowd = f"{face.figure}{face.rest}" if face.figure.isdecimal() else " · ".join(
        each for each in (face.figure, face.rest) if each
    )  # fmt: skip
    return Facts(
        label=" · ".join(
            each for each in (words.t(KINDS[session.kind.value]), spot or words.t("without slot and room"))
        ),
        name=session.title,
        line=" · ".join(each for each in (crowd, face.note, face.line, words.t("fixed") if fixed else "") if each),
        crew=face.crew,
        reasons=(*reasons, *whys),
        deeds=frozenset(deeds) if able else frozenset(),
    )


def of_cell(words: Words, programme: Programme, where: Where, *, able: bool) -> Facts:
    """Return what is known of a cell in which no session is."""
    slot, room = where
    return Facts(
        label=words.t("Free place"),
        name=" · ".join((where_text(programme, room), span_text(words, programme, slot))),
        line=words.n("one seat", "{count} seats", programme.room_of[room].capacity),
        deeds=frozenset({Deed.ADD_HERE, Deed.ROOM, Deed.SLOT}) if able else frozenset(),
    )


def nothing(words: Words) -> Facts:
    """Return what is said while nothing is chosen."""
    return Facts(
        label=words.t("Session"),
        line=words.t("Choose a session to see why it is there. Drag it to another place, or press M and arrows."),
    )
