import gettext
from pathlib import Path

import pytest

from tools.words import catalogue_file, check, compile_catalogues, messages, update

CODE = """
def f(words, count):
    words.t("Welcome, {name}!", name="Elif")
    words.n("{count} person", "{count} people", count)
    return [words.t("Two "
                    "lines"), words.t(f"never {count}"), words.t(count)]
TABLE = {1: mark("Marked")}
"""
GERMAN = (
    "Welcome, {name}!\tWillkommen, {name}!\n"
    "{count} person\t{count} people\t{count} Person\t{count} Personen\n"
    "Two lines\tZwei\\nZeilen\n"
    "Marked\tMarkiert\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "eventdesk").mkdir()
    (tmp_path / "ui" / "checkin").mkdir(parents=True)
    (tmp_path / "eventdesk" / "x.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "ui" / "checkin" / "page.py").write_text('x = words.t("Marked")\n', encoding="utf-8")
    (tmp_path / "german.tsv").write_text(GERMAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def done(root: Path) -> Path:
    assert update(root, [root / "german.tsv"]) == []
    assert check(root) == []
    return root


def change(root: Path, language: str, old: str, new: str) -> None:
    file = catalogue_file(root, language)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_messages_are_found_wherever_they_stand(root: Path):
    assert messages(root) == ["Marked", "Two lines", "Welcome, {name}!", ("{count} person", "{count} people")]


def test_messages_are_found_inside_f_strings(root: Path):
    inside = """a = f"{name} · {words.t('undone')}"\nb = f'{words.n("one", "{count} all", 2)} {words.u("no")} {t}'\n"""
    (root / "ui" / "checkin" / "page.py").write_text(inside, encoding="utf-8")
    (root / "eventdesk" / "x.py").unlink()
    assert messages(root) == [("one", "{count} all"), "undone"]


def test_english_fills_itself_and_german_comes_from_the_table(done: Path):
    compile_catalogues(done)
    folder = done / "resources" / "translations"
    german = gettext.translation("eventdesk", folder, ["de"])
    assert german.gettext("Welcome, {name}!") == "Willkommen, {name}!"
    assert german.gettext("Two lines") == "Zwei\nZeilen"
    assert [german.ngettext("{count} person", "{count} people", n) for n in (0, 1, 2)] == [
        "{count} Personen",
        "{count} Person",
        "{count} Personen",
    ]
    english = gettext.translation("eventdesk", folder, ["en"])
    assert [english.ngettext("{count} person", "{count} people", n) for n in (1, 2)] == [
        "{count} person",
        "{count} people",
    ]


def test_the_same_words_make_the_same_files(done: Path):
    def contents() -> dict[str, bytes]:
        compile_catalogues(done)
        return {file.name + file.parts[-3]: file.read_bytes() for file in done.rglob("eventdesk.*o")}

    before = contents()
    update(done)
    assert contents() == before
    assert len(before) == 4


def test_german_stays_when_the_table_is_gone_and_a_new_table_wins(done: Path):
    update(done)
    assert check(done) == []
    (done / "german.tsv").write_text("Marked\tGekennzeichnet\n", encoding="utf-8")
    update(done, [done / "german.tsv"])
    assert check(done) == []
    assert "Gekennzeichnet" in catalogue_file(done, "de").read_text(encoding="utf-8")


def test_a_line_of_the_table_that_no_code_says_is_remarked(root: Path):
    (root / "german.tsv").write_text("Nowhere\tNirgends\n", encoding="utf-8")
    assert update(root, [root / "german.tsv"]) == ["not in the code: Nowhere"]


def test_a_line_with_three_cells_is_refused(root: Path):
    (root / "german.tsv").write_text("\na\tb\tc\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"german.tsv:2: 2 or 4 cells expected, 3 found"):
        update(root, [root / "german.tsv"])


def test_a_message_without_german_is_unfinished(root: Path):
    update(root)
    problems = check(root)
    assert len(problems) == 4
    assert all(problem.startswith("resources/translations/de/") and "unfinished" in problem for problem in problems)


def test_a_new_message_is_missing_until_updated(done: Path):
    (done / "ui" / "new.py").write_text('words.t("New")', encoding="utf-8")
    assert [problem.split(": ", 1)[1] for problem in check(done)] == ["missing: 'New'", "missing: 'New'"]


def test_a_message_that_left_the_code_is_stale_until_updated(done: Path):
    (done / "eventdesk" / "x.py").write_text("", encoding="utf-8")
    assert sum("stale" in problem for problem in check(done)) == 6
    update(done)
    assert check(done) == []
    assert "Welcome" not in catalogue_file(done, "de").read_text(encoding="utf-8")


def test_an_obsolete_entry_is_stale(done: Path):
    with catalogue_file(done, "de").open("a", encoding="utf-8") as po:
        po.write('\n#~ msgid "Old"\n#~ msgstr "Alt"\n')
    assert [problem.split(": ", 1)[1] for problem in check(done)] == ["stale, no longer in the code: 'Old'"]


def test_a_fuzzy_entry_is_refused(done: Path):
    change(done, "de", 'msgid "Marked"', '#, fuzzy\nmsgid "Marked"')
    assert [problem.split(": ", 1)[1] for problem in check(done)] == ["fuzzy: 'Marked'"]
    update(done)
    assert "unfinished: 'Marked'" in check(done)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Willkommen, {name}!", "Willkommen, {nam}!"),
        ("Willkommen, {name}!", "Willkommen!"),
        ("Markiert", "Markiert {x}"),
        ("Markiert", "Markiert {"),
        ("{count} Personen", "{zahl} Personen"),
    ],
)
def test_other_names_in_braces_are_refused(done: Path, old: str, new: str):
    change(done, "de", f'"{old}"', f'"{new}"')
    problems = check(done)
    assert len(problems) == 1
    assert "other names in braces" in problems[0]


def test_one_person_needs_no_number(done: Path):
    change(done, "de", '"{count} Person"', '"Eine Person"')
    assert check(done) == []
