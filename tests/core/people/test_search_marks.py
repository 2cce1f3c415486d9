"""Which letters of a shown text are those that were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.people.search import marks


def marked(text: str, typed: str) -> str:
    """Return the text with what is marked in brackets."""
    shown, last = "", 0
    for start, end in marks(text, typed):
        shown += text[last:start] + "[" + text[start:end] + "]"
        last = end
    return shown + text[last:]


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Müller", "mul", "[Mül]ler"),
        ("Müller", "muel", "[Mül]ler"),
        ("Mueller", "mu", "[Mu]eller"),
        ("Mueller", "mue", "[Mue]ller"),
        ("Mueller", "mü", "[Mu]eller"),
        ("Müller, Jürgen", "jur mul", "[Mül]ler, [Jür]gen"),
        ("Weiß", "weiss", "[Weiß]"),
        ("Weiss", "weiß", "[Weis]s"),
        ("Weiss", "weiss", "[Weiss]"),
        ("İpek Yılmaz", "ip yil", "[İp]ek [Yıl]maz"),
        ("Groß-Heinrich", "heinr", "Groß-[Heinr]ich"),
        ("Kleinschmidt", "schmidt", "Klein[schmidt]"),
        ("O'Connor", "oconn", "[O'Conn]or"),
        ("Max", "maks", "[Max]"),
        ("Шевченко Олена", "shev ol", "[Шев]ченко [Ол]ена"),
        ("Shevchenko", "Шев", "[Shev]chenko"),
        ("علی رضایی", "علي", "[علی] رضایی"),
        ("علی رضایی", "reza", "علی [رضایی]"),
        ("علی رضایی", "rezaei", "علی [رضایی]"),
        ("فاطمة", "fatima", "[فاطمة]"),
        ("Bergmann", "begrmann", "[Bergmann]"),
        ("Anna Annika", "ann", "[Ann]a [Ann]ika"),
        ("Anna", "an ann", "[Ann]a"),
        ("Diakonie Hannover e. V.", "hannover", "Diakonie [Hannover] e. V."),
        ("anna.mueller@web.de", "muell we", "anna.[muell]er@[we]b.de"),
        ("4123 9876 0001 5555", "9876", "4123 [9876] 0001 5555"),
        ("Lang", "", "Lang"),
        ("", "lang", ""),
        ("Lang", "xyz", "Lang"),
        ("Lang", "🙂", "Lang"),
    ],
)
def test_marked(text: str, typed: str, shown: str):
    assert marked(text, typed) == shown


@given(st.text(max_size=40), st.text(max_size=20))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, typed: str):
    last = -1
    for start, end in marks(text, typed):
        assert last < start < end <= len(text)
        last = end
