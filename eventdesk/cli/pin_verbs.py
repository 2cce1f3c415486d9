"""The verb that tells whether an event has PINs, and takes them away if one was forgotten."""

from typing import Annotated

import typer

from eventdesk import pins
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, add_verbs, start
from eventdesk.rights import Level


def register(app: typer.Typer) -> None:
    """Add the verb."""
    add_verbs(app, pin)


def pin(
    *,
    file: FileArgument,
    reset: Annotated[
        bool, typer.Option("--reset", help="Take away all PINs; the journal says that it was done.")
    ] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say whether desks need a PIN; with --reset they need none any more."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        before = pins.pins(event)
        gone = reset and bool(before.organiser or before.clerk)
        if gone:
            pins.drop(event, Level.ORGANISER)
        kept = pins.pins(event)
    lines = [
        words.t("Organisers have a PIN.")
        if kept.organiser
        else words.t("Organisers have no PIN: everybody may do all."),
        words.t("Clerks have a PIN.") if kept.clerk else words.t("Clerks have no PIN."),
    ]
    if gone:
        lines.insert(0, words.t("The PINs were taken away. Set new ones on the page of the event."))
    return session.answer({"organiser": bool(kept.organiser), "clerk": bool(kept.clerk), "reset": gone}, *lines)
