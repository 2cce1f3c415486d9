"""Eight people whose badges show whether a design is good: long and short names, other scripts, much and nothing."""

from eventdesk.badges.badge import Appointment, BadgeData
from eventdesk.people.role import ROLE_COLOURS, Role
from tests.core.badges.samples import code

DAY = (
    Appointment("10:00", "Eröffnung und Podium", "Großer Saal"),
    Appointment("11:00", "Panel II · Lernpatenschaften", "Saal 3B"),
    Appointment("12:30", "Mittag und Projektmesse", "Foyer"),
    Appointment("13:30", "Panel I · Buddy-Programme", "Saal 3A"),
    Appointment("15:00", "World Café", "Tisch 7 → 3 → 11"),
    Appointment("16:30", "Ausklang mit Musik", "Großer Saal"),
)
TABLES = ("Runde 1 · Tisch 7", "Runde 2 · Tisch 3", "Runde 3 · Tisch 11")


def _wearer(number: int, role: Role, word: str, **more: object) -> BadgeData:
    about = {
        "role": word,
        "roles": (role.value,),
        "colour": ROLE_COLOURS[role],
        "code": code(48290163375200 + number),
        "event_title": "4. Integrationskonferenz",
        "event_line": "Hannover · 6. März",
    }
    return BadgeData(number, **{**about, **more})  # type: ignore[arg-type]


ELIF = _wearer(
    1,
    Role.EXHIBITOR,
    "Ausstellende",
    given_name="Elif",
    family_name="Demirtaş",
    organisation="Bürgerinitiative Gemeinsam in Salzgitter",
    languages=("Deutsch", "Türkçe"),
    where=("Stand B-14", "Forum 2 · Saal 3A"),
    stand="B-14",
    programme=DAY,
    box="Kasten A–D, Nr. 12",
)
HANS = _wearer(
    2,
    Role.SPEAKER,
    "Referierende",
    given_name="Hans-Joachim",
    family_name="Freiherr von Schleswig-Holstein-Sonderburg",
    title="Prof. Dr.",
    position="Leitung Stabsstelle",
    organisation="Landkreis Hameln-Pyrmont, Fachdienst Migration und Teilhabe",
    languages=("Deutsch", "English"),
    where=("Forum 3 · Saal 3B", *TABLES),
    tables=TABLES,
    programme=DAY[:4],
)
MUHAMMAD = _wearer(
    3,
    Role.PARTICIPANT,
    "Teilnehmende",
    given_name="Muhammad",
    family_name="Abd ar-Rahman Abd al-Aziz al-Khatib",
    native_name="محمد عبد الرحمن عبد العزيز الخطيب",
    organisation="Café Grenzenlos",
    languages=("العربية", "Deutsch"),
    where=("Forum 1 · Großer Saal",),
    programme=DAY[:2],
)
OKSANA = _wearer(
    4,
    Role.GUEST,
    "Gast",
    given_name="Oksana",
    family_name="Nechyporenko",
    native_name="Оксана Нечипоренко",
    pronoun="sie/ihr",
    languages=("Українська", "Deutsch"),
    where=TABLES,
    tables=TABLES,
    programme=DAY,
)
HANH = _wearer(
    5,
    Role.VOLUNTEER,
    "Ehrenamt",
    given_name="Thị Hạnh",
    family_name="Nguyễn",
    organisation="Ehrenamt Peine",
    languages=("Tiếng Việt", "Deutsch"),
    programme=DAY[3:],
)
FARID = _wearer(
    6,
    Role.INTERPRETER,
    "Dolmetschen",
    given_name="Farid",
    family_name="Rahmani",
    native_name="فرید رحمانی",
    languages=("Deutsch", "فارسی", "دری"),
    where=("Forum 2 · Saal 3A",),
    programme=DAY[1:],
)
SUKARNO = _wearer(7, Role.PARTICIPANT, "Teilnehmende", given_name="Sukarno")
LUKASZ = _wearer(
    8,
    Role.PRESS,
    "Presse",
    given_name="Łukasz",
    family_name="Wójcik",
    pronoun="er/ihm",
    position="Redaktion",
    organisation="Norddeutscher Rundfunk",
    languages=("Polski",),
    code="",
)
WEARERS = (ELIF, HANS, MUHAMMAD, OKSANA, HANH, FARID, SUKARNO, LUKASZ)
