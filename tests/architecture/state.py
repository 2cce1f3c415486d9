"""No state at module level: what changes while the app runs is built in one place and handed over."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Finding, Source

CONTAINERS = re.compile(
    "list|dict|set|bytearray|deque|defaultdict|Counter|OrderedDict|ChainMap|Weak(KeyDictionary|ValueDictionary|Set)|"
    "(Simple)?Queue|ContextVar|local"
)
MUTATORS = re.compile(
    "append|extend|insert|remove|pop|clear|sort|reverse|add|discard|update|setdefault|popitem|(append|extend|pop)left|"
    "put|set"
)
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def module_state(source: Source) -> list[Finding]:
    """No `global`; containers at module level are constants by name or `Final`, and nothing changes them later."""
    found = [
        source.finding(node, f"global {', '.join(node.names)}: state belongs into an object")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    containers: set[str] = set()
    for statement in _top_level(source.tree.body):
        for name, constant in _mutable(statement):
            containers.add(name)
            if not constant:
                found.append(source.finding(statement, f"{name} is a container at module level and no constant"))
    for function in _functions(source.tree):
        hidden = _bound_in(function)
        for node in ast.walk(function):
            name = _changed(node)
            if name in containers and name not in hidden:
                found.append(source.finding(node, f"{function.name} changes {name}, which belongs to the module"))
    return sorted(set(found + _set_from_outside(source)))


def _top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, (ast.If, ast.Try, ast.With, ast.For, ast.While)):
            for part in ("body", "orelse", "finalbody"):
                yield from _top_level(getattr(statement, part, []))
            for handler in getattr(statement, "handlers", []):
                yield from _top_level(handler.body)


def _mutable(statement: ast.stmt) -> Iterator[tuple[str, bool]]:
    """Yield the names that `statement` binds to a mutable container, and whether each is declared a constant."""
    if isinstance(statement, ast.Assign):
        targets, value, final = statement.targets, statement.value, False
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets, value = [statement.target], statement.value
        final = "Final" in ast.unparse(statement.annotation)
    else:
        return
    called = value.func if isinstance(value, ast.Call) else None
    kind = getattr(called, "attr", getattr(called, "id", ""))
    if isinstance(value, DISPLAYS) or CONTAINERS.fullmatch(kind):
        for target in targets:
            if isinstance(target, ast.Name):
                name = target.id
                yield name, final or name == name.upper() or (name.startswith("__") and name.endswith("__"))


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, FUNCTIONS))


def _bound_in(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Names that are the function's own: its parameters and what it assigns."""
    shared = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
    spec = function.args
    parameters = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg]
    names = {parameter.arg for parameter in parameters if parameter is not None}
    names |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return names - shared


def _changed(node: ast.AST) -> str:
    """Return the name of the container that `node` changes in place, or ""."""
    inside: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and MUTATORS.fullmatch(node.func.attr):
        inside = node.func.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, (ast.Store, ast.Del)):
        inside = node.value
    return inside.id if isinstance(inside, ast.Name) else ""


def _set_from_outside(source: Source) -> list[Finding]:
    """Find `module.name = value` for a module of ours that was imported."""
    modules = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            modules |= {alias.asname for alias in node.names if alias.asname and alias.name.startswith("eventdesk")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"eventdesk", "ui"}:
            modules |= {alias.asname or alias.name for alias in node.names if alias.name.islower()}
    return [
        source.finding(node, f"{node.value.id}.{node.attr} is set from outside its module")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, (ast.Store, ast.Del))
        and isinstance(node.value, ast.Name)
        and node.value.id in modules
    ]
