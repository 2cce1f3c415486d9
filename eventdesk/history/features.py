"""Brings together how the features say what became of their rows."""

from collections.abc import Mapping

from eventdesk.history import cafe_telling, fair_telling, panels_telling, prize_telling
from eventdesk.history.happening import Step, StepKind
from eventdesk.words import Words

SILENT: Mapping[str, frozenset[str]] = {
    **fair_telling.SILENT,
    **panels_telling.SILENT,
    **cafe_telling.SILENT,
    **prize_telling.SILENT,
}
"""Fields that say nothing to people where a row is made or removed."""
USUAL = fair_telling.USUAL | panels_telling.USUAL | cafe_telling.USUAL | prize_telling.USUAL
"""Table, field and value that go without saying."""
REFERENCES: Mapping[tuple[str, str], str] = {
    **fair_telling.REFERENCES,
    **panels_telling.REFERENCES,
    **cafe_telling.REFERENCES,
    **prize_telling.REFERENCES,
}
"""Fields that hold the row id of another row, which is called by its name."""
KEPT_TOGETHER = fair_telling.KEPT_TOGETHER | panels_telling.KEPT_TOGETHER | prize_telling.KEPT_TOGETHER
"""Rows that belong to another row and are not told themselves."""
TABLES = fair_telling.TABLES | panels_telling.TABLES | cafe_telling.TABLES | prize_telling.TABLES
"""The tables whose rows are told by their names."""
_ROWS: Mapping[tuple[str, StepKind], str] = {
    **fair_telling.ROWS,
    **panels_telling.ROWS,
    **cafe_telling.ROWS,
    **prize_telling.ROWS,
}
_VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    **panels_telling.VALUES,
    **cafe_telling.VALUES,
    **prize_telling.VALUES,
}


def value_text(words: Words, table: str, field: str, value: str) -> str | None:
    """Return a stored value as people read it; None if it is read as it is stored."""
    if table in fair_telling.TABLES:
        return fair_telling.value_text(words, table, field, value)
    name = _VALUES.get((table, field), {}).get(value)
    return words.t(name) if name is not None else None


def opening(words: Words, step: Step) -> list[str]:
    """Return how the sentences about a row that was made or removed begin; nothing for rows of no feature."""
    said = _ROWS.get((step.table, step.kind))
    return [words.t(said, name=step.name or words.t("without a name"))] if said else []


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row whose fields say too little; else nothing."""
    of_fair_or_programme = fair_telling.sentences(words, step) or panels_telling.sentences(words, step)
    return of_fair_or_programme or cafe_telling.sentences(words, step) or prize_telling.sentences(words, step)


def called(words: Words, step: Step) -> str:
    """Return what a row is called at the beginning of a sentence about it."""
    return cafe_telling.called(words, step)
