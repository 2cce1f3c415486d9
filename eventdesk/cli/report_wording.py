"""The verb that reads and changes what certificates say, and their logo and signature."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from eventdesk.badges.stock import require_picture
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, Session, plain, start
from eventdesk.drawing.picture import PictureTrouble, WrongPictureError
from eventdesk.event import Event
from eventdesk.reports.certificates.actions import LONGEST, Drawn, picture, set_picture, set_wording
from eventdesk.reports.certificates.actions import wording as wording_of
from eventdesk.reports.certificates.wording import Basis, Wording, WrongWordingError, placeholders, usual_wording
from eventdesk.words import Words
from eventdesk.words.badges import picture_fault

_TEXTS = ("title", "body", "closing", "place", "signers")
_NO_PICTURE = "-"
PictureOption = Annotated[Path | None, typer.Option(metavar="PICTURE", help="A PNG or JPEG; - takes it away.")]


def wording(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    text: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PART=TEXT", help=r"Set title, body, closing, place or signers; \n ends a line."),
    ] = None,
    hours: Annotated[
        Basis | None, typer.Option("--hours", help="Hours from scans, from the programme, or none.")
    ] = None,
    sessions: Annotated[
        bool | None, typer.Option("--sessions/--no-sessions", help="List the sessions, or not.")
    ] = None,
    usual: Annotated[bool, typer.Option("--usual", help="Begin with the usual texts.")] = False,
    logo: PictureOption = None,
    signature: PictureOption = None,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Show what certificates say, and change it."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        before = usual_wording(Words(event.details.language), event.details) if usual else wording_of(event)
        wanted = _changed(before, text or [])
        wanted = replace(
            wanted, basis=hours or wanted.basis, sessions=wanted.sessions if sessions is None else sessions
        )
        known = placeholders(event.details.language)
        pictures = {
            Drawn.LOGO: _read(session.words, logo, "--logo"),
            Drawn.SIGNATURE: _read(session.words, signature, "--signature"),
        }
        try:
            set_wording(event, wanted)
        except WrongWordingError as error:
            raise typer.BadParameter(f"{', '.join(error.unknown)} ({' '.join(known)})", param_hint="--set") from None
        for which, data in pictures.items():
            if data is not None:
                set_picture(event, which, data or None)
        return _tell(session, event, known)


def _changed(before: Wording, pairs: list[str]) -> Wording:
    texts: dict[str, str] = {}
    for pair in pairs:
        name, equals, text = plain(pair).partition("=")
        if not equals or name not in _TEXTS:
            raise typer.BadParameter(f"{pair} ({', '.join(_TEXTS)})", param_hint="--set")
        texts[name] = text.replace("\\n", "\n")
        if len(texts[name]) > LONGEST:
            raise typer.BadParameter(f"{name} ({len(texts[name])} > {LONGEST})", param_hint="--set")
    return before.with_texts(texts.get)


def _read(words: Words, chosen: Path | None, hint: str) -> bytes | None:
    """Return a picture that can be kept, nothing (b"") to take one away, None to leave it; wrong usage for others."""
    if chosen is None or str(chosen) == _NO_PICTURE:
        return None if chosen is None else b""
    try:
        data = chosen.read_bytes()
        require_picture(data)
    except OSError as error:
        raise typer.BadParameter(f"{chosen} ({error.strerror})", param_hint=hint) from None
    except WrongPictureError as error:
        told = picture_fault(words, chosen.name, too_large=error.trouble is PictureTrouble.TOO_LARGE)
        raise typer.BadParameter(told, param_hint=hint) from None
    return data


def _tell(session: Session, event: Event, known: tuple[str, ...]) -> Exit:
    words, now = session.words, wording_of(event)
    drawn = {which.name.lower(): picture(event, which) is not None for which in Drawn}
    texts = {name: getattr(now, name) for name in _TEXTS}
    data = {**texts, "hours": now.basis.value, "sessions": now.sessions, **drawn, "placeholders": list(known)}
    lines = [f"{name:9} {line}" for name, text in texts.items() for line in (text or "–").splitlines()]
    lines += [f"{'hours':9} {now.basis.value}", f"{'sessions':9} {words.t('yes') if now.sessions else words.t('no')}"]
    lines += [f"{name:9} {words.t('yes') if there else words.t('no')}" for name, there in drawn.items()]
    return session.answer(data, *lines, words.t("Placeholders: {names}", names=" ".join(known)))
