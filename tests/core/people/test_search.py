"""Who is found by what is typed, and in which order."""

import pytest

from eventdesk.event import Event
from eventdesk.people.person import Person
from eventdesk.people.search import Hit, search
from tests.core.people.searching import called, found, named, put

BYSTANDERS = (
    named("Peter", "Lang", organisation="Diakonie Hannover", email="p.lang@web.de"),
    named("Sabine", "Krause", organisation="Volkshochschule Celle"),
    named("Murat", "Aksoy", organisation="Sportverein Linden"),
    named("Kateryna", "Bondarenko", native_name="Катерина Бондаренко"),
    named("Hamid", "Sultani", native_name="حمید سلطانی"),
    named("Thị Hoa", "Nguyễn"),
)


@pytest.fixture
def crowd(event: Event) -> Event:
    put(event, *BYSTANDERS)
    return event


# Pairs that a plain comparison in the database misses
PAIRS = [
    ("jürgen", named("Jürgen", "Weiß")),
    ("weiß", named("Jürgen", "Weiß")),
    ("weiss", named("Jürgen", "Weiß")),
    ("WEIẞ", named("Jürgen", "Weiss")),
    ("олена", named("Олена", "Шевченко")),
    ("öztürk", named("Çağla", "Öztürk")),
    ("oeztuerk", named("Çağla", "Öztürk")),
    ("ozturk", named("Çağla", "Öztürk")),
    ("cagla", named("Çağla", "Öztürk")),
    ("ipek", named("İpek", "Yılmaz")),
    ("yilmaz", named("İpek", "Yılmaz")),
    ("YILMAZ", named("İpek", "Yılmaz")),
    ("ılmaz", named("İpek", "Yilmaz")),
    ("mueller", named("Anna", "Müller")),
    ("müller", named("Anna", "Mueller")),
    ("muller", named("Anna", "Müller")),
    ("casey flores", named("Casey", "Flores")),
    ("casey flores", named("Flores,", "Casey")),
    ("flores, casey", named("Casey", "Flores")),
    ("flo cas", named("Casey", "Flores")),
    ("فاطمه", named("فاطمة")),
    ("فاطمة", named("فاطمه")),
    ("علي رضايي", named("علی", "رضایی")),
    ("علی رضایی", named("علي", "رضايي")),
    ("كريم", named("کریم")),
    ("ازاد", named("آزاد")),
    ("احمد", named("أحمد")),
    ("ابراهيم", named("إبراهيم")),
    ("Fatima", named("فاطمة")),
    ("فاطمه", named("Fatima")),
    ("Reza", named("رضا")),
    ("رضا", named("Reza")),
    ("Rezaei", named("علی", "رضایی")),
    ("رضایی", named("Ali", "Rezaei")),
    ("Ali Rezaei", named("", native_name="علی رضایی")),
    ("Jana", named("Яна")),
    ("Yana", named("Jana")),
    ("Jana", named("Yana")),
    ("Яна", named("Jana")),
    ("Serhii", named("Сергій")),
    ("Сергій", named("Serhii")),
    ("Sergej", named("Сергій")),
    ("Sergey", named("Сергей")),
    ("Шевченко", named("Olha", "Schewtschenko")),
    ("Schewtschenko", named("Олена", "Шевченко")),
    ("Shevchenko", named("Олена", "Шевченко")),
    ("Shevchenko", named("Olha", "Schewtschenko")),
    ("Schewtschenko", named("Olha", "Shevchenko")),
    ("Ševčenko", named("Олена", "Шевченко")),
    ("Шевченко", named("Olha", "Shevchenko")),
    ("Olga", named("Ольга")),
    ("Olha", named("Ольга")),
    ("Yuliia", named("Julia")),
    ("Юлія", named("Julia")),
    ("Jewgen", named("Євген")),
    ("Zhuk", named("Жук")),
    ("Schuk", named("Жук")),
    ("Schtscherbak", named("Щербак")),
    ("Zymbal", named("Цимбал")),
    ("Kuznezow", named("Кузнецов")),
    ("Hassan", named("الحسن")),
    ("al-hassan", named("الحسن")),
    ("El Hassan", named("Omar", "Al-Hassan")),
    ("الحسن", named("Omar", "El-Hassan")),
    ("حسن", named("الحسن")),
    ("Alhassan", named("Hassan")),
    ("Mohammed", named("محمد")),
    ("محمد", named("Muhammad")),
    ("Mahmoud", named("محمود")),
    ("Marwan", named("مروان")),
    ("Zahra", named("زهرا")),
    ("Layla", named("ليلى")),
    ("Jamal", named("جمال")),
    ("Khalid", named("خالد")),
    ("Abdul Rahman", named("عبدالرحمن")),
    ("عبدالرحمن", named("Abdul-Rahman")),
    ("abdulrahman", named("Abdul Rahman")),
    ("abdul rahman", named("Abdulrahman")),
    ("nguyen", named("Đức", "Nguyễn")),
    ("duc", named("Đức", "Nguyễn")),
    ("wisniewski", named("Łukasz", "Wiśniewski")),
    ("Lukasz", named("Łukasz", "Wiśniewski")),
    ("oconnor", named("Siobhán", "O'Connor")),
    ("o’connor", named("Siobhán", "O'Connor")),
    ("Stefan", named("Stephan", "Roth")),
    ("Stephan", named("Stefan", "Roth")),
    ("Meyer", named("Uwe", "Meier")),
    ("Iwan", named("Іван")),
]


@pytest.mark.parametrize(("typed", "person"), PAIRS, ids=[f"{typed} - {person.name}" for typed, person in PAIRS])
def test_spellings_that_mean_the_same_person(crowd: Event, typed: str, person: Person):
    put(crowd, person)
    assert found(crowd, typed)[:1] == [person.name]


def test_all_spellings_of_a_name_are_found_beside_each_other(event: Event):
    put(event, named("A", "Шевченко"), named("B", "Schewtschenko"), named("C", "Shevchenko"), named("D", "Schmidt"))
    for typed in ("Шевченко", "Schewtschenko", "Shevchenko"):
        assert sorted(found(event, typed)) == ["A Шевченко", "B Schewtschenko", "C Shevchenko"]
    put(event, named("E", "Rezaei"), named("F", "رضایی"))
    assert sorted(found(event, "Rezaei")) == ["E Rezaei", "F رضایی"]


def test_any_part_finds(crowd: Event):
    person = named(
        "Anna-Lena", "Groß-Heinrich", organisation="Bürgerverein Harburg e. V.", email="alena.gh84@posteo.de"
    )
    put(crowd, person)
    for typed in (
        "anna", "lena", "annal", "heinr", "bürgerv", "burger", "harb", "alena", "gh84", "posteo", "alena.gh84@pos",
        "gr", "harburg groß", "lena harburg", "posteo heinrich", "HEINRICH, anna-lena", "  lena   gross ", "nrich",
        "ürgerver",
    ):  # fmt: skip
        assert person.name in found(crowd, typed), typed


def test_every_word_must_be_met(crowd: Event):
    put(crowd, named("Anna", "Groß"), named("Anna", "Fuchs"))
    assert found(crowd, "anna gro") == ["Anna Groß"]
    assert found(crowd, "anna zzzzz") == []


def test_two_letters_are_enough_and_one_will_do(crowd: Event):
    assert found(crowd, "kr") == ["Sabine Krause"]
    assert "Sabine Krause" in found(crowd, "k")


@pytest.mark.parametrize("typed", ["", "   ", "?!", "🙂", "'", "-", '"', "*", "(", "\x00"])
def test_nothing_typed_finds_nobody(crowd: Event, typed: str):
    assert search(crowd.db, typed) == []


@pytest.mark.parametrize(
    "typed", ['anna" OR "a', "AND", "NEAR(a b)", "col:x", "a*", "%", "_", "\\", "'; DROP TABLE person"]
)
def test_what_means_something_to_the_database_is_a_word_like_others(crowd: Event, typed: str):
    before = found(crowd, "krause")
    search(crowd.db, typed)
    assert found(crowd, "krause") == before == ["Sabine Krause"]


def test_a_long_text_is_no_burden(crowd: Event):
    assert search(crowd.db, "lang " * 500) != []
    assert search(crowd.db, "x" * 5_000) == []


SLIPS = [
    "Brgmann",
    "Beergmann",
    "Bergnann",
    "Begrmann",
    "ergmann",
    "Bergman",
    "Bergmannn",
    "Xergmann",
    "eBrgmann",
    "Bergxann",
]


@pytest.mark.parametrize("typed", SLIPS)
def test_one_slip_is_forgiven(crowd: Event, typed: str):
    put(crowd, named("Uwe", "Bergmann"))
    assert found(crowd, typed)[:1] == ["Uwe Bergmann"]
    assert found(crowd, f"uwe {typed}")[:1] == ["Uwe Bergmann"]
    assert found(crowd, f"{typed} uw")[:1] == ["Uwe Bergmann"]


def test_a_slip_is_forgiven_while_the_word_is_being_typed(crowd: Event):
    put(crowd, named("Uwe", "Bergmann"))
    assert found(crowd, "Begrm") == ["Uwe Bergmann"]


def test_a_frequent_name_does_not_hide_another_that_may_be_meant(event: Event):
    put(event, *(named(f"Vorname{number}", "Bergmann") for number in range(60)), named("Uwe", "Zergmann"))
    names = found(event, "xergmann")
    assert "Uwe Zergmann" in names
    assert sum("Bergmann" in name for name in names) == 49
    assert found(event, "xergmann", 3) == ["Vorname0 Bergmann", "Vorname1 Bergmann", "Uwe Zergmann"]


def test_many_given_names_that_sound_so_do_not_hide_a_family_name(event: Event):
    put(event, *(named("Yusuf", f"A{number}") for number in range(300)), named("Omid", "Yousefi"))
    assert "Omid Yousefi" in found(event, "yosefi")


def test_nobody_who_is_called_as_typed_makes_room_for_guesses(event: Event):
    put(event, *(named(f"Vorname{number}", "Bergmann") for number in range(40)))
    put(event, *(named(f"Vorname{number}", f"{letter}ergmann") for letter in "CDFGHJKLMN" for number in range(3)))
    assert sum("Bergmann" in name for name in found(event, "bergmann", 40)) == 40


def test_short_words_are_not_guessed(crowd: Event):
    put(crowd, named("Uwe", "Rot"))
    assert found(crowd, "rpt") == []


def test_a_slip_that_makes_something_else_out_of_the_word_is_seen_too(crowd: Event):
    put(crowd, named("Uwe", "Meyer"), named("Uta", "Schmeirer"))
    assert found(crowd, "meyre") == ["Uta Schmeirer", "Uwe Meyer"]


def test_whole_before_beginning_before_middle_before_sound_before_slip(event: Event):
    put(
        event,
        named("Zoe", "Winter"),
        named("Amir", "Winterfeld"),
        named("Adam", "Altwinter"),
        named("Ada", "Wanter"),
        named("Abel", "Keller", organisation="Winter"),
        named("Aino", "Keller", email="winter@web.de"),
    )
    order = ["Zoe Winter", "Amir Winterfeld", "Abel Keller", "Aino Keller", "Adam Altwinter", "Ada Wanter"]
    assert found(event, "winter") == order


def test_two_names_before_a_name_and_an_organisation(event: Event):
    put(
        event,
        named("Celil", "Aalto", organisation="Flores"),
        named("Casey", "Flores"),
        named("Flora", "Cason"),
    )
    assert found(event, "flo ca") == ["Flora Cason", "Casey Flores"]
    assert found(event, "flores c") == ["Casey Flores", "Celil Aalto"]


def test_the_first_word_of_a_name_counts_more(event: Event):
    put(event, named("Hans-Peter", "Becker"), named("Peter", "Becker"), named("Peter", "Aa-Becker"))
    assert found(event, "becker peter") == ["Peter Becker", "Hans-Peter Becker", "Peter Aa-Becker"]


def test_spelled_as_typed_comes_first(event: Event):
    put(event, named("A", "Muller"), named("B", "Müller"), named("C", "Mueller"))
    assert found(event, "muller")[0] == "A Muller"
    assert found(event, "müller")[:2] == ["B Müller", "C Mueller"]


def test_equals_stand_as_in_a_german_list(event: Event):
    put(event, *(named("Anna", family) for family in ("Kuhn", "Kuehl", "Kühlewind", "Kuhlmann", "Kühn")))
    assert found(event, "ku anna") == [f"Anna {name}" for name in ("Kuehl", "Kühlewind", "Kühn", "Kuhlmann", "Kuhn")]


def test_the_best_are_not_cut_off_by_many_who_look_alike(event: Event):
    many = [named(f"Vorname{number}", f"Marianne{number:03}") for number in range(300)]
    put(event, *many, named("Maria", "Zzz"), named("Anna", "Mari"), named("Zoe", "Keller", organisation="Mari"))
    assert found(event, "mari", 1) == found(event, "mari")[:1] == ["Anna Mari"]
    assert len(found(event, "mari")) == 50
    assert found(event, "maria")[0] == "Maria Zzz"
    assert found(event, "zzz mar", 1) == ["Maria Zzz"]


def test_hits_carry_points_and_whether_they_are_exact(crowd: Event):
    put(crowd, named("Uwe", "Bergmann"))
    (sure,) = search(crowd.db, "bergm")
    (guess,) = search(crowd.db, "begrmann")
    assert (sure.exact, guess.exact) == (True, False)
    assert sure.score > guess.score
    assert isinstance(sure, Hit)
    assert called(crowd, sure.person) == "Uwe Bergmann"


def test_no_more_than_asked_for(event: Event):
    put(event, *(named(f"Anna{number}", "Groß") for number in range(20)))
    assert [len(search(event.db, "gros", limit)) for limit in (-1, 0, 1, 7, 20, 50)] == [0, 0, 1, 7, 20, 20]


CODE = "4123987600015555"


@pytest.mark.parametrize(
    "typed", [CODE, "4123 9876 0001 5555", "4123-9876-0001-5555", "5555", "015555", "0001 5555", "4123", "٥٥٥٥"]
)
def test_own_code(crowd: Event, typed: str):
    put(crowd, named("Uwe", "Bergmann", code=CODE))
    assert found(crowd, typed) == ["Uwe Bergmann"]


def test_three_digits_of_a_code_say_too_little(crowd: Event):
    put(crowd, named("Uwe", "Bergmann", code=CODE))
    assert found(crowd, "555") == []
    assert found(crowd, "9876") == []


@pytest.mark.parametrize("typed", ["ABCDE-1", "abcde-1", "abc", "ABC", "Abcde-1"])
def test_foreign_ticket(crowd: Event, typed: str):
    put(crowd, named("Uwe", "Bergmann", ticket="ABCDE-1"))
    assert found(crowd, typed) == ["Uwe Bergmann"]


def test_a_whole_ticket_comes_before_names(crowd: Event):
    put(crowd, named("Uwe", "Lang", ticket="PETER"))
    assert found(crowd, "peter") == ["Uwe Lang", "Peter Lang"]


def test_letters_inside_a_word_give_way_to_who_is_called_so(event: Event):
    put(event, named("Hildegard", "Witte"), named("Katja", "Asmus", organisation="Caritas Hildesheim"))
    assert found(event, "yild") == ["Hildegard Witte", "Katja Asmus"]
    put(event, named("Şükrü", "Yıldız"))
    assert found(event, "yild") == ["Şükrü Yıldız"]


def test_a_good_part_of_a_name_is_found_beside_who_is_called_so(event: Event):
    put(event, named("Omar", "Rahman"), named("Abdulrahman", "Noor"), named("Ada", "Zoe", organisation="Abdulrahman"))
    assert found(event, "rahman") == ["Omar Rahman", "Abdulrahman Noor"]
    assert found(event, "rahman n") == ["Abdulrahman Noor"]


def test_a_part_of_another_given_name_is_not_taken_for_this_one(event: Event):
    put(event, named("Jan", "Hofmann"), named("Christian", "Hofmann"), named("Florian", "Hofmann"))
    assert found(event, "jan hofm") == ["Jan Hofmann"]


@pytest.mark.parametrize("words", range(1, 9))
def test_however_many_words_begin_so_all_are_found(event: Event, words: int):
    people = [named("Uwe", f"Berg{letter}ann") for letter in "abcdefgh"[:words]]
    put(event, *people, named("Ada", "Lang", email="bergen@web.de"), named("Ada", "Zoe", organisation="Bergbau"))
    everybody = {*(person.name for person in people), "Ada Lang", "Ada Zoe"}
    assert set(found(event, "berg")) == everybody
    assert set(found(event, "berg u")) == {person.name for person in people}
    assert set(found(event, "ada berg")) == {"Ada Lang", "Ada Zoe"}


DRAWN_OUT = ["qqqqqq", "kkk", "ккк", "ckckck", "QQQ"]


@pytest.mark.parametrize("typed", DRAWN_OUT)
def test_one_letter_again_and_again_is_nobody(crowd: Event, typed: str) -> None:
    put(crowd, named("K", "Ko"), named("Kira", "Kern", organisation="KK Kiel"))
    hits = search(crowd.db, typed)
    assert not any(hit.exact for hit in hits)
    assert {called(crowd, hit.person) for hit in hits} <= {"K Ko", "Kira Kern"}


@pytest.mark.parametrize("typed", ["li qqqq", "qqqq li"])
def test_one_letter_again_and_again_beside_a_name_is_nobody(crowd: Event, typed: str) -> None:
    put(crowd, named("Li", "K"), named("Li", "Kern"))
    assert not any(hit.exact for hit in search(crowd.db, typed))


def test_short_names_are_found_as_before(crowd: Event) -> None:
    put(crowd, named("Li", "Oo"), named("Aa", "Ek"), named("Aaa", "Ng"), named("Olga", "Wolf", organisation="ООО Мир"))
    for typed, name in (("oo", "Li Oo"), ("aa", "Aa Ek"), ("ek", "Aa Ek"), ("aaa", "Aaa Ng"), ("li oo", "Li Oo")):
        (best, *_) = search(crowd.db, typed)
        assert (called(crowd, best.person), best.exact) == (name, True), typed
    assert "Olga Wolf" in found(crowd, "ооо")


def test_one_letter_in_an_address_is_found_as_it_stands(crowd: Event) -> None:
    put(crowd, named("Ute", "Alt", email="xxx@example.org"))
    assert [(called(crowd, hit.person), hit.exact) for hit in search(crowd.db, "xxx")] == [("Ute Alt", True)]
