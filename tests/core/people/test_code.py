"""Badge codes: made, checked, and read again whatever the keyboard layout made of them."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.people import code as codes
from eventdesk.people.code import Code, Foreign, Kind, Repair, Words, clean, grouped, is_code, new_code, read, repair

OWN = "1482901633752042"

DIGIT_ROWS = {
    "us": "0123456789",
    "de": "0123456789",
    "at": "0123456789",
    "ch": "0123456789",
    "tr": "0123456789",
    "fr": "à&é\"'(-è_ç",
    "ua": "0123456789",
    "ru": "0123456789",
    "ara": "0123456789",
    "ir": "۰۱۲۳۴۵۶۷۸۹",
}
"""What the digit keys of a scanner type under each keyboard layout of this computer."""

DEVANAGARI = "०१२३४५६७८९"
BELGIAN = "à&é\"'(§è!ç"


def typed(code: str, row: str) -> str:
    return "".join(row[int(digit)] for digit in code)


def own(text: str) -> Code:
    reading = read(text)
    assert isinstance(reading, Code)
    return reading


def foreign(text: str) -> Foreign:
    reading = read(text)
    assert isinstance(reading, Foreign)
    return reading


def spellings(text: str) -> list[str]:
    return [each.text for each in foreign(text).spellings]


class TestMaking:
    def test_new_codes_are_sixteen_digits_that_begin_with_their_kind(self):
        for kind in Kind:
            code = new_code(kind)
            assert len(code) == 16
            assert code[0] == str(kind.value)
            assert is_code(code)

    def test_new_codes_are_for_people_unless_said_otherwise(self):
        assert own(new_code()).kind is Kind.PERSON

    def test_many_new_codes_come_in_ascending_order(self):
        made = codes.new_codes(3000, Kind.ROOM)
        assert len(set(made)) == 3000
        assert made == sorted(made)
        assert all(is_code(code) and own(code).kind is Kind.ROOM for code in made)
        assert {code[1] for code in made} == set("0123456789")

    def test_codes_do_not_repeat(self):
        assert len({new_code() for _ in range(2000)}) == 2000

    @pytest.mark.parametrize(("digits", "check"), [("572", "4"), ("43881234567", "9"), ("0", "0"), ("", "0")])
    def test_check_digit_is_the_one_of_the_literature(self, digits, check):
        assert codes.check_digit(digits) == check

    @settings(deadline=None)
    @given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 15), st.sampled_from("0123456789"))
    def test_one_wrong_digit_is_always_found(self, body, place, digit):
        code = body + codes.check_digit(body)
        wrong = code[:place] + digit + code[place + 1 :]
        assert is_code(wrong) == (wrong == code)

    @settings(deadline=None)
    @given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 14))
    def test_two_neighbours_swapped_are_always_found(self, body, place):
        code = body + codes.check_digit(body)
        wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert is_code(wrong) == (wrong == code)

    def test_grouped_in_fours(self):
        assert grouped("1482901633752046") == "1482 9016 3375 2046"

    @pytest.mark.parametrize("text", ["", "148290163375204", OWN + "0", "۱" * 16, "148290163375204x", "²" * 16])
    def test_only_sixteen_ascii_digits_are_a_code(self, text):
        assert not is_code(text)


class TestOwnCodes:
    @pytest.mark.parametrize("layout", DIGIT_ROWS)
    def test_every_code_survives_every_layout(self, layout):
        for _ in range(2000):
            code = new_code()
            assert own(typed(code, DIGIT_ROWS[layout])).digits == code

    @pytest.mark.parametrize(
        ("row", "repaired"),
        [
            (DIGIT_ROWS["de"], None),
            (DIGIT_ROWS["fr"], Repair.AZERTY),
            (BELGIAN, Repair.AZERTY),
            (DIGIT_ROWS["fr"].upper(), Repair.AZERTY),
            (DIGIT_ROWS["ir"], Repair.OTHER_DIGITS),
            (DEVANAGARI, Repair.OTHER_DIGITS),
        ],
    )
    def test_says_what_was_repaired(self, row, repaired):
        assert read(typed(OWN, row)) == Code(OWN, Kind.PERSON, repaired)

    @pytest.mark.parametrize(
        "text",
        [
            "1482 9016 3375 2042",
            " 1482\u00a09016 3375 2042\r\n",
            "\x021482901633752042\x03",
            "\ufeff1482901633752042",
            "\u202a1482901633752042\u202c",
            "]Q31482901633752042",
            "]Q3\\0000261482901633752042",
            "\\0000011482901633752042",
            "\\0000031482901633752042",
            "\\0000271482901633752042",
            "#0000261482901633752042",
            "+Q31482901633752042",
            "*" + typed("0000261482901633752042", DIGIT_ROWS["fr"]),
        ],
    )
    def test_debris_of_scanners_is_no_part_of_the_code(self, text):
        assert own(text).digits == OWN

    @pytest.mark.parametrize(("first", "kind"), [("2", Kind.BOOTH), ("3", Kind.ROOM), ("4", Kind.STAFF), ("7", None)])
    def test_the_first_digit_is_the_kind(self, first, kind):
        body = first + "0" * 14
        assert own(body + codes.check_digit(body)).kind is kind


class TestForeignCodes:
    @pytest.mark.parametrize(
        "text",
        [
            "kfndgffgyw4tdgcacx6bb3bgemq69cxj",
            "abc+-/==1",
            "9782156203",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "ABC12-1",
            '{"event_id": 4, "checkin_secret": "0f8fad5b"}',
        ],
    )
    def test_may_be_a_ticket_of_another_system(self, text):
        assert foreign(text).text == text
        assert spellings(text)[0] == text

    def test_eci_prefix_is_taken_off(self):
        assert foreign("\\000001kfndgffgyw4tdgcacx6bb3bgemq69cxj").text == "kfndgffgyw4tdgcacx6bb3bgemq69cxj"

    def test_long_codes_are_certain_short_ones_may_be_searched_for(self):
        assert foreign("kfndgffgyw4tdgcacx6bb3bgemq69cxj").certain
        assert not foreign("ABC12-1").certain
        assert not foreign("14829016").certain

    def test_sixteen_digits_with_a_wrong_check_digit_are_misread(self):
        assert foreign("1482901633752046").misread
        assert foreign("1482 9016 3375 2046").misread
        assert foreign(typed("1482901633752046", DIGIT_ROWS["ir"])).misread
        assert not foreign("148290163375204").misread

    def test_german_keyboard_is_put_right(self):
        assert "0f8fad5b-d9cb-469f" in spellings("0f8fad5bßd9cbß469f")
        assert "YZ-4711" in spellings("ZYß4711")
        assert "abc_4:x/1" in spellings("abc?4Öx-1")

    def test_caps_lock_is_put_right(self):
        assert "kfnd4tdg" in spellings("KFND4TDG")

    def test_azerty_digits_of_a_foreign_code_are_put_right(self):
        reading = foreign(typed("9782156203", DIGIT_ROWS["fr"]))
        assert [(each.text, each.repaired) for each in reading.spellings][1] == ("9782156203", Repair.AZERTY)

    def test_secret_inside_json(self):
        text = '{"registrant_id": 7, "checkin_secret": "0f8fad5b-d9cb"}'
        assert "0f8fad5b-d9cb" in spellings(text)
        german = text.translate(str.maketrans(codes.US_KEYS, codes.GERMAN_KEYS))
        assert german.startswith("Ü")
        assert "0f8fad5b-d9cb" in spellings(german)

    @pytest.mark.parametrize("text", ['{"event_id": 4, "x": 1}', '{"checkin_secret": 4', '{"checkin_secret": null}'])
    def test_other_json_is_only_itself(self, text):
        assert text in spellings(text)
        assert "" not in spellings(text)

    def test_spellings_do_not_repeat(self):
        for text in ("4711-4711", "abcd1"):
            assert len(spellings(text)) == len(set(spellings(text)))

    def test_the_spelling_as_scanned_comes_first_and_needs_no_repair(self):
        reading = foreign("ZY4711")
        assert (reading.spellings[0].text, reading.spellings[0].repaired) == ("ZY4711", None)


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Elif",
            "Elif Demirtaş",
            "Нечипоренко",
            "فريد رحمانی",
            "elif84@posteo.de",
            "Wolfeschlegelsteinhausenbergerdorff",
            "Forum 2",
            "B12",
            "Müller-Lüdenscheidt",
            "{x",
        ],
    )
    def test_names_are_searched_for(self, text):
        assert read(text) == Words(text)

    def test_persian_joins_stay(self):
        assert read(" علی\u200cرضا ") == Words("علی\u200cرضا")


class TestCleaning:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            (" ab c ", "ab c"),
            ("ab\x00c\x1d", "abc"),
            ("]C1ABC", "ABC"),
            ("]Q3\\000026ABC", "ABC"),
            ("\\000026ABC", "ABC"),
            ("\\000099ABC", "\\000099ABC"),
            ("]", "]"),
        ],
    )
    def test_clean(self, text, kept):
        assert clean(text) == kept

    @settings(deadline=None)
    @given(st.text())
    def test_whatever_arrives_is_read(self, text):
        reading = read(text)
        assert isinstance(reading, Code | Foreign | Words)
        assert not any(unicodedata.category(sign) == "Cc" for sign in clean(text))

    @pytest.mark.parametrize(
        ("text", "digits", "what"),
        [
            ("1234", "1234", None),
            ("۱۲۳۴", "1234", Repair.OTHER_DIGITS),
            ("&é\"'", "1234", Repair.AZERTY),
            ("Müller", "Müller", None),
            ("é", "2", Repair.AZERTY),
            ("été", "été", None),
            ("x²", "x²", None),
        ],
    )
    def test_repair(self, text, digits, what):
        assert repair(text) == (digits, what)


def test_json_of_other_shapes_does_not_fail():
    assert isinstance(read(json.dumps({"checkin_secret": {"a": 1}})), Foreign)


def test_a_code_typed_with_dashes_is_a_code():
    code = new_code()
    assert read("-".join(grouped(code).split())) == read(code)
