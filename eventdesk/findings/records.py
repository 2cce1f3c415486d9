"""The SQL of findings: the table `finding`."""

from collections import defaultdict
from collections.abc import Mapping

from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Value, Writer

_FINDINGS = "SELECT id, kind, owner, place, body, author, at FROM finding"
_OWNED = f"{_FINDINGS} WHERE kind = ? AND owner = ? ORDER BY place, id"
_NAMES: Mapping[FindingKind, str] = {
    FindingKind.SESSION: "SELECT title FROM session WHERE id = ?",
    FindingKind.TABLE: "SELECT name FROM cafe_table WHERE id = ?",
}


def findings(reader: Reader) -> Mapping[tuple[FindingKind, int], tuple[Finding, ...]]:
    """Return everything that was found, by who found it, its lines in their order."""
    found: defaultdict[tuple[FindingKind, int], list[Finding]] = defaultdict(list)
    for row in reader.rows(f"{_FINDINGS} ORDER BY place, id"):
        finding = _finding(row)
        found[finding.kind, finding.owner].append(finding)
    return {owner: tuple(lines) for owner, lines in found.items()}


def findings_of(reader: Reader, kind: FindingKind, owner: int) -> tuple[Finding, ...]:
    """Return what one session or table found, in the order of the lines."""
    return tuple(_finding(row) for row in reader.rows(_OWNED, kind.value, owner))


def name_of(reader: Reader, kind: FindingKind, owner: int) -> str:
    """Return what the session or table is called; empty if it is gone."""
    return str(reader.value(_NAMES[kind], owner) or "")


def insert(writer: Writer, finding: Finding) -> None:
    """Write a new line, which already has an id."""
    writer.insert("finding", {"id": finding.id, "kind": finding.kind.value, "owner": finding.owner, **_said(finding)})


def change(writer: Writer, before: Finding, after: Finding) -> None:
    """Write what differs: its place among the lines, what it says, who said it, when."""
    said = _said(before)
    new = {name: value for name, value in _said(after).items() if value != said[name]}
    if new:
        writer.update("finding", before.id, new)


def delete(writer: Writer, finding: int) -> None:
    """Delete a line."""
    writer.delete("finding", finding)


def _said(finding: Finding) -> dict[str, Value]:
    at = times.to_text(finding.at)
    return {"place": finding.place, "body": finding.body, "author": finding.author, "at": at}


def _finding(row: Row) -> Finding:
    return Finding(**dict(row) | {"kind": FindingKind(row["kind"]), "at": times.from_text(row["at"])})
