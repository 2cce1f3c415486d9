"""Brings together how the features say what became of their rows."""

from collections.abc import Mapping

from eventdesk.history import cafe_telling, fair_telling, panels_telling, prize_telling
from eventdesk.history.happening import Step
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


def value_text(words: Words, table: str, field: str, value: str) -> str | None:
    """Return a stored value as people read it; None if it is read as it is stored."""
    if table in prize_telling.TABLES:
        return prize_telling.value_text(words, table, field, value)
    if table in cafe_telling.TABLES:
        return cafe_telling.value_text(words, table, field, value)
    if table in panels_telling.TABLES:
        return panels_telling.value_text(words, table, field, value)
    return fair_telling.value_text(words, table, field, value) if table in fair_telling.TABLES else None


def opening(words: Words, step: Step) -> list[str]:
    """Return how the sentences about a row that was made or removed begin; nothing for rows of no feature."""
    of_fair_or_programme = fair_telling.opening(words, step) or panels_telling.opening(words, step)
    return of_fair_or_programme or cafe_telling.opening(words, step) or prize_telling.opening(words, step)


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row whose fields say too little; else nothing."""
    of_fair_or_programme = fair_telling.sentences(words, step) or panels_telling.sentences(words, step)
    return of_fair_or_programme or cafe_telling.sentences(words, step) or prize_telling.sentences(words, step)


def called(words: Words, step: Step) -> str:
    """Return what a row is called at the beginning of a sentence about it."""
    return cafe_telling.called(words, step)
