"""Keeps the catalogues of words: `python -m tools.words update [GERMAN.tsv ...] | check | compile`.

Messages stand in the code in English, as `words.t("...")`, `words.n("one", "many", count)` and `mark("...")`. The
English catalogue fills itself; German comes from translators, either in the .po file or as a table of tab-separated
lines: `message, German` or `one, many, German one, German many`.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("eventdesk", "ui")
LANGUAGES = ("de", "en")
KEYWORDS = {"t": None, "n": (1, 2), "mark": None}
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # a date that never changes makes the same catalogue from the same words
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Key = str | tuple[str, str]
Texts = tuple[str, ...]


def catalogue_file(root: Path, language: str) -> Path:
    """Return where the words of `language` are kept."""
    return root / "resources" / "translations" / language / "LC_MESSAGES" / "eventdesk.po"


def messages(root: Path) -> list[Key]:
    """Return every message in the code, sorted; one with a plural is a pair."""
    found: dict[str, Key] = {}
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            for key in _said(file):
                first = key if isinstance(key, str) else key[0]
                if isinstance(key, tuple) or first not in found:
                    found[first] = key
    return [found[first] for first in sorted(found)]


def _said(file: Path) -> Iterator[Key]:
    with file.open("rb") as code:
        for _, message, _, _ in extract("python", code, keywords=KEYWORDS, options={"encoding": "utf-8"}):
            yield message if isinstance(message, str) else (message[0], message[1])
    for text in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(text, ast.JoinedStr):
            yield from _in_f_string(text)


def _in_f_string(text: ast.JoinedStr) -> Iterator[Key]:
    """Yield the messages inside an f-string, which the extractor takes for mere text before Python 3.12."""
    for call in ast.walk(text):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in KEYWORDS:
            said = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if said:
                yield (said[0], said[1]) if call.func.attr == "n" else said[0]


def load(file: Path) -> dict[Key, Message]:
    """Return the entries of a .po file by message."""
    if not file.exists():
        return {}
    with file.open("rb") as po:
        catalogue = read_po(po)
    return {_key(message): message for message in [*catalogue, *catalogue.obsolete.values()] if message.id}


def _key(message: Message) -> Key:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _texts(words: str | Iterable[str]) -> Texts:
    return (words,) if isinstance(words, str) else tuple(words)


def table(file: Path) -> dict[Key, Texts]:
    r"""Read a translator's table. `\n` stands for a line break inside a message.

    Raises ValueError, naming the line, if a line has neither two nor four cells.
    """
    found: dict[Key, Texts] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.replace("\\n", "\n") for cell in line.split("\t")]
        if len(cells) == 2:
            found[cells[0]] = (cells[1],)
        elif len(cells) == 4:
            found[cells[0], cells[1]] = (cells[2], cells[3])
        elif line.strip():
            raise ValueError(f"{file}:{number}: 2 or 4 cells expected, {len(cells)} found")
    return found


def update(root: Path, tables: Iterable[Path] = ()) -> list[str]:
    """Bring both catalogues up to the code and take in German from `tables`. Returns remarks for the translator."""
    wanted = messages(root)
    german: dict[Key, Texts] = {}
    for file in tables:
        german |= table(file)
    for language in LANGUAGES:
        file = catalogue_file(root, language)
        known = {key: _texts(message.string or "") for key, message in load(file).items() if not message.fuzzy}
        catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False)
        for key in wanted:
            texts = _texts(key) if language == "en" else german.get(key, known.get(key, ("",) * len(_texts(key))))
            catalogue.add(key, texts[0] if isinstance(key, str) else texts).flags.clear()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as po:
            po.write(HEADER.format(language=language).encode())
            write_po(po, catalogue, width=0, omit_header=True, sort_output=True)
    return [f"not in the code: {_texts(key)[0]}" for key in german if key not in set(wanted)]


def check(root: Path) -> list[str]:
    """Return everything that keeps the words from being complete and right, one sentence each."""
    wanted = set(messages(root))
    return [
        f"{catalogue_file(root, language).relative_to(root).as_posix()}: {problem}"
        for language in LANGUAGES
        for problem in _problems(wanted, load(catalogue_file(root, language)))
    ]


def _problems(wanted: set[Key], known: dict[Key, Message]) -> Iterator[str]:
    for key in sorted(wanted - known.keys(), key=_texts):
        yield f"missing: {_texts(key)[0]!r}"
    for key in sorted(known, key=_texts):
        texts = _texts(known[key].string or "")
        name = repr(_texts(key)[0])
        if key not in wanted:
            yield f"stale, no longer in the code: {name}"
        elif known[key].fuzzy:
            yield f"fuzzy: {name}"
        elif len(texts) != len(_texts(key)) or not all(texts):
            yield f"unfinished: {name}"
        elif any(
            _differ(original, text, plural=isinstance(key, tuple))
            for original, text in zip(_texts(key), texts, strict=True)
        ):
            yield f"other names in braces than the original: {name}"


def _differ(original: str, text: str, *, plural: bool) -> bool:
    try:
        expected, given = _names(original), _names(text)
    except ValueError:
        return original.count("{") != text.count("{") or original.count("}") != text.count("}")
    free = {"count"} if plural else set()  # "one person" and "{count} person" are both right
    return expected - free != given - free


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def compile_catalogues(root: Path) -> None:
    """Write the .mo file beside each .po file."""
    for language in LANGUAGES:
        file = catalogue_file(root, language)
        with file.open("rb") as po:
            catalogue = read_po(po, locale=language)
        catalogue.creation_date = catalogue.revision_date = NEVER
        with file.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, catalogue)


def main(arguments: list[str]) -> int:
    """Run one of the verbs; returns the exit code."""
    verb, *files = arguments or [""]
    if verb == "update":
        for remark in update(ROOT, map(Path, files)):
            print(remark, file=sys.stderr)
        compile_catalogues(ROOT)
    elif verb == "compile":
        compile_catalogues(ROOT)
    elif verb == "check":
        problems = check(ROOT)
        print("\n".join(problems) or "All words are there, in German and English.")
        return 1 if problems else 0
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
