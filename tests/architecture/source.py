"""A module of ours as the rules see it: its name, its text, its syntax tree and the imports in it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("eventdesk", "ui")
PROGRAMS = ("dev.py", "hatch_build.py", "tools")


@dataclass(frozen=True, order=True)
class Finding:
    """One breach of a rule, as an editor understands it: file, line, sentence."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Import:
    """One import, wherever it stands: `module` is what is loaded, `name` what is taken out of it ("" for all)."""

    line: int
    module: str
    name: str = ""

    @property
    def full(self) -> str:
        """Dotted name of what is imported."""
        return f"{self.module}.{self.name}" if self.name else self.module

    def touches(self, package: str) -> bool:
        """Whether this imports `package` or something in it."""
        return f"{self.full}.".startswith(f"{package}.")


@dataclass(frozen=True)
class Source:
    """One file. `path` is relative to the root, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, self.path)

    @property
    def parts(self) -> tuple[str, ...]:
        """Folders and file name."""
        return tuple(self.path.split("/"))

    @property
    def module(self) -> str:
        """Dotted name."""
        return ".".join(self.parts).removesuffix(".py").removesuffix(".__init__")

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import, those inside functions and those made by a call with a literal name included."""
        return tuple(_imports(self.tree))

    def finding(self, node: ast.AST | int, what: str) -> Finding:
        """Return a finding at `node`."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return Finding(self.path, line, what)


def _imports(tree: ast.Module) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (Import(node.lineno, module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"} and node.args:
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield Import(node.lineno, name.value)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def read(*tops: str) -> list[Source]:
    """Return all Python files under the given files and folders of the project."""
    files: list[Path] = []
    for top in tops:
        place = ROOT / top
        files += sorted(place.rglob("*.py")) if place.is_dir() else [place] * place.is_file()
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]
