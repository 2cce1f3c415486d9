"""The rules of the house. Each takes one source file and returns where the file breaks it."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator

from tests.architecture.source import Finding, Source

Rule = Callable[[Source], list[Finding]]

FILE_LINES = 400
FUNCTION_LINES = 60

SQL = re.compile(
    r"""
      \bSELECT\b.+\bFROM\b | \b(INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO\b | \bUPDATE\b.+\bSET\b | \bDELETE\s+FROM\b
    | \b(CREATE|DROP|ALTER)\s+(TEMP\w*\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b
    | \bPRAGMA\s+\w | \bWHERE\b.+(=|<|>|\bIN\b|\bIS\b|\bLIKE\b|\bMATCH\b) | \b(ORDER|GROUP)\s+BY\b
    | ^\s*(select\b.+\bfrom\b | insert\s+(or\s+\w+\s+)?into\b | update\b.+\bset\b | delete\s+from\b | pragma\s+\w)
    """,
    re.VERBOSE | re.DOTALL,
)

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def sizes(source: Source) -> list[Finding]:
    """No file over 400 lines, no function over 60 (from its `def` to its last line)."""
    found = []
    lines = len(source.text.splitlines())
    if lines > FILE_LINES:
        found.append(source.finding(FILE_LINES + 1, f"{lines} lines, {FILE_LINES} are the limit"))
    for node in ast.walk(source.tree):
        if isinstance(node, FUNCTIONS):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                found.append(source.finding(node, f"{node.name} has {lines} lines, {FUNCTION_LINES} are the limit"))
    return found


def core_without_window(source: Source) -> list[Finding]:
    """`eventdesk` imports neither Qt nor `ui`, not even in a function or for types."""
    if source.parts[0] != "eventdesk":
        return []
    return _importing(source, ("PySide6", "shiboken6", "ui"), "the core knows no window")


def sqlite_in_store(source: Source) -> list[Finding]:
    """`sqlite3` is imported in `eventdesk/store` only."""
    if source.path.startswith("eventdesk/store/"):
        return []
    return _importing(source, ("sqlite3", "_sqlite3", "apsw", "PySide6.QtSql"), "only the store speaks to SQLite")


def sql_in_records(source: Source) -> list[Finding]:
    """SQL text stands in modules named records.py, in `eventdesk/store` and in .sql files."""
    if source.path.startswith("eventdesk/store/") or (source.parts[0], source.parts[-1]) == ("eventdesk", "records.py"):
        return []
    prose = set(_docstrings(source.tree))
    return [
        source.finding(node, "SQL text belongs into records.py")
        for node, text in _texts(source.tree)
        if node not in prose and SQL.search(text)
    ]


def style_in_theme(source: Source) -> list[Finding]:
    """`setStyleSheet` is used in ui/theme.py only."""
    if source.path == "ui/theme.py":
        return []
    return [
        source.finding(node, "styles are set in ui/theme.py")
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Attribute) and node.attr == "setStyleSheet")
        or (isinstance(node, ast.Constant) and node.value == "setStyleSheet")
    ]


def items_left_to_layouts(source: Source) -> list[Finding]:
    """Nothing is taken out of a layout by its number: PySide frees no item that was taken out so."""
    return [
        source.finding(node, "ui/widgets/emptied.py empties a layout, removeWidget takes one widget out")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "takeAt"
    ]


def actions_in_flow(source: Source) -> list[Finding]:
    """Inside a folder of `ui`, only flow.py (or a module of a `flow` package) asks the core's actions and records."""
    if source.parts[0] != "ui" or len(source.parts) == 2 or {"flow.py", "flow"} & set(source.parts[2:]):
        return []
    return [
        source.finding(item.line, f"only flow.py asks actions and records: {item.full}")
        for item in source.imports
        if item.touches("eventdesk") and {"actions", "records"} & set(item.full.split("."))
    ]


def pages_apart(source: Source, pages: Iterable[str]) -> list[Finding]:
    """Pages of `ui` never import each other, and no shared part of `ui` (a sub-package) imports a page."""
    if source.parts[0] != "ui" or len(source.parts) == 2:
        return []
    own = source.parts[1]
    return [
        source.finding(item.line, f"ui.{own} must not know ui.{page}")
        for item in source.imports
        for page in pages
        if page != own and item.touches(f"ui.{page}")
    ]


def messages_are_literals(source: Source) -> list[Finding]:
    """What is translated on the spot is a plain literal: anything put together is not found by the extraction."""
    return [
        source.finding(node, "a message must be one plain literal, values go in by name")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and any(_put_together(message) for message in _messages(node))
    ]


def _messages(call: ast.Call) -> list[ast.expr]:
    if isinstance(call.func, ast.Attribute) and call.func.attr in {"t", "n"}:
        return call.args[: 1 if call.func.attr == "t" else 2]
    return call.args[:1] if isinstance(call.func, ast.Name) and call.func.id == "mark" else []


def _put_together(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node))
    method = node.func if isinstance(node, ast.Call) else None
    return isinstance(method, ast.Attribute) and method.attr in {"format", "join"}


def _importing(source: Source, packages: tuple[str, ...], why: str) -> list[Finding]:
    return [
        source.finding(item.line, f"{item.full}: {why}")
        for item in source.imports
        if any(item.touches(package) for package in packages)
    ]


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS)) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def _texts(tree: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """Yield every string, an f-string as one with its values left out."""
    inside = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            texts = (str(part.value) if isinstance(part, ast.Constant) else "_" for part in node.values)
            yield node, "".join(texts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node, node.value


RULES: tuple[Rule, ...] = (
    sizes,
    core_without_window,
    sqlite_in_store,
    sql_in_records,
    style_in_theme,
    items_left_to_layouts,
    actions_in_flow,
    messages_are_literals,
)
