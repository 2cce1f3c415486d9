"""Says in plain words what became of a badge: where it was put, who got it, which code is refused, its looks."""

from collections.abc import Iterator, Mapping

from eventdesk.history.happening import Step, StepKind
from eventdesk.people.code import LENGTH, grouped
from eventdesk.people.records import FormerKey
from eventdesk.words import Words, mark
from eventdesk.words.badges import reason_text, spot_text

_DESIGN: Mapping[tuple[str, StepKind], str] = {
    ("badge_template", StepKind.MADE): mark("Badge template “{name}” added"),
    ("badge_template", StepKind.CHANGED): mark("Badge template “{name}” changed"),
    ("badge_template", StepKind.REMOVED): mark("Badge template “{name}” removed"),
    ("picture", StepKind.MADE): mark("Picture “{name}” added"),
    ("picture", StepKind.CHANGED): mark("Picture “{name}” changed"),
    ("picture", StepKind.REMOVED): mark("Picture “{name}” removed"),
}


def sentences(words: Words, step: Step) -> list[str]:
    """Return what an entry did to a row that belongs to badges; nothing if it says enough by its fields."""
    if (step.table, step.kind) in _DESIGN:
        return [words.t(_DESIGN[step.table, step.kind], name=step.name)]
    if step.table == "badge_handout":
        return [words.t("Badge taken back") if step.kind is StepKind.REMOVED else words.t("Badge handed out")]
    if step.table == "former_key":
        return _key_sentences(words, step)
    return []


def about_print(words: Words, step: Step) -> Iterator[str]:
    """Yield what is to be said about a print beside its printer: why it was done, and into which box it went."""
    said = {each.field: each.after for each in step.fields}
    if said.get("reason"):
        yield words.t("Reason: {reason}", reason=reason_text(words, said["reason"]))
    if said.get("box"):
        yield spot_text(words, said["box"], int(said.get("number") or 0))


def is_lost(step: Step) -> bool:
    """Say whether a row keeps the code of a badge that was replaced."""
    fields = step.fields if step.table == "former_key" else ()
    return any(FormerKey.LOST in {each.before, each.after} for each in fields if each.field == "kind")


def code_text(code: str) -> str:
    """Return a code as people read it: ours in fours, any other as it is."""
    return grouped(code) if len(code) == LENGTH and code.isdigit() else code


def _key_sentences(words: Words, step: Step) -> list[str]:
    said = {each.field: each.after or each.before for each in step.fields}
    code = code_text(said.get("value", ""))
    if not is_lost(step):
        return [words.t("The code {code} leads to this person, too", code=code)]
    if step.kind is StepKind.REMOVED:
        return [words.t("The badge with the code {code} is valid again", code=code)]
    reason = reason_text(words, said.get("reason", ""))
    if not reason:
        return [words.t("The badge with the code {code} is refused from now on", code=code)]
    return [words.t("The badge with the code {code} is refused from now on ({reason})", code=code, reason=reason)]
