"""A made-up crowd for the search benchmark: names as our guests have them, a few often, a long tail of rare ones.

Nobody here exists. Half of the family names are made of syllables, so that the first letters tell as much as those of
real names do (about 4, 7 and 9 bits for one, two and three letters); 100,000 people have some 30,000 family names.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

Row = dict[str, str]
POOL = 9_000


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True)
class Origin:
    """Where names come from: how often, family and given names, syllables of rarer ones; "/" parts two scripts."""

    share: int
    family: tuple[str, ...]
    given: tuple[str, ...]
    onsets: tuple[str, ...]
    vowels: tuple[str, ...]
    codas: tuple[str, ...]
    ends: tuple[str, ...]

    @cached_property
    def rare(self) -> list[tuple[str, str]]:
        """Family names made of syllables, always the same ones, in both scripts."""
        syllables = list(product(self.onsets, self.vowels, self.codas, self.ends))
        chosen = random.Random(1).sample(syllables, min(POOL, len(syllables)))
        made = [[_two_scripts(part) for part in parts] for parts in chosen]
        names = [("".join(part[0] for part in each), "".join(part[1] for part in each)) for each in made]
        return [(latin.capitalize(), own.capitalize()) for latin, own in names]


LATIN_ONSETS = (
    "",
    *_words("b br d dr f fl g gl gr h j k kl kn kr l m n p pf r s sch schl schm schn schr schw sp st str t tr v w z"),
)
GERMAN = Origin(
    46,
    _words(
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer "
        "Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange "
        "Schmitt Werner Krause Meier Lehmann Köhler Maier Schulze Walter König Huber Mayer Kaiser Fuchs "
        "Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Keller Günther Frank Berger Winkler Roth "
        "Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher "
        "Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich "
        "Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer "
        "Petersen Hansen Jansen Kühlewind Lüdemann Größer Weißenborn Strauß Nuñez Brückner Döring Förster "
        "Göbel Hübner Jörgensen Lübke Mühlbauer"
    ),
    _words(
        "Anna Peter Michael Thomas Andreas Maria Sabine Susanne Petra Monika Karin Jürgen Klaus Wolfgang "
        "Stefan Christian Martin Claudia Birgit Ursula Renate Heike Andrea Angelika Frank Uwe Jörg Markus "
        "Daniel Julia Lena Laura Lisa Sarah Katharina Jan Tim Tobias Florian Sebastian Alexander Felix "
        "Lukas Paul Jonas Leon Marie Sophie Emma Mia Hannah Johanna Charlotte Greta Clara Frieda Karl "
        "Heinz Günter Käthe Jörn Anna-Lena Hans-Peter Karl-Heinz Eva-Maria Björn Bernd Dieter Ralf Dirk "
        "Holger Torsten Matthias Ulrich Rainer Helmut Gerhard Manfred Horst Werner Walter Rolf Axel "
        "Oliver Philipp Simon Moritz Max David Jakob Niklas Finn Erik Henrik Lars Sven Nils Ole Kai "
        "Marcel Patrick Robert Gabriele Brigitte Ingrid Helga Christa Gisela Elke Ute Silke Anja Tanja "
        "Katja Nicole Stefanie Melanie Sandra Kerstin Martina Cornelia Barbara Elisabeth Margarete "
        "Irmgard Hildegard Ilse Erika Ruth Edith Vera Nina Eva Franziska Theresa Luisa Antonia Pauline "
        "Mathilda Ida Ella Lotte Rosa Wilhelm Friedrich Ludwig Theodor Anton Emil Oskar Konrad"
    ),
    LATIN_ONSETS,
    _words("a e i o u ä ö ü ei au ie eu"),
    _words("l r n m ck tz ss pp nd ng rt rk ls mm lt ch bel der gel ken"),
    ("", *_words("e er mann ke el ing en meier bach hof feld berg stein hardt ow itz sen heim reuter wald")),
)
TURKISH = Origin(
    18,
    _words(
        "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan "
        "Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Acar Demirtaş Güneş Aksoy Bulut "
        "Işık Tekin Güler Ateş Ünal Bozkurt Avcı"
    ),
    _words(
        "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Fatma "
        "Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Hanife İpek Çağla Gülşen Özlem Esra Büşra "
        "Merve Kübra Tuğba Şükrü Emre Can Deniz Burak Kemal Orhan Selim Serkan Tolga Umut Volkan Yasin "
        "Cem Baran Berkay Kerem Levent Metin Nuri Onur Recep Sinan Aslı Aylin Bahar Burcu Ceren Damla "
        "Dilara Ebru Ece Feride Gamze Hülya Leyla Melek Nazlı Nur Pınar Seda Selin Sevgi Sibel Songül "
        "Yasemin Yeliz Zehra"
    ),
    ("", *_words("b c ç d g h k l m n p r s ş t v y z")),
    _words("a e ı i o ö u ü"),
    _words("k r l n z ş y t m ğ rk lt ng rt"),
    _words("taş oğlu türk soy kan alp bulut dağ er gün han kaya lar maz men tepe yurt baş can bek ten mez"),
)
UKRAINIAN = Origin(
    12,
    _words(
        "Shevchenko/Шевченко Kovalenko/Коваленко Bondarenko/Бондаренко Tkachenko/Ткаченко "
        "Kravchenko/Кравченко Oliinyk/Олійник Shevchuk/Шевчук Koval/Коваль Polishchuk/Поліщук "
        "Bondar/Бондар Moroz/Мороз Marchenko/Марченко Lysenko/Лисенко Rudenko/Руденко Savchenko/Савченко "
        "Petrenko/Петренко Kravchuk/Кравчук Klymenko/Клименко Hrytsenko/Гриценко Yakovenko/Яковенко "
        "Zhuk/Жук Tsymbal/Цимбал Schewtschenko/Шевченко Kuznezow/Кузнецов"
    ),
    _words(
        "Olena/Олена Oksana/Оксана Yana/Яна Iryna/Ірина Natalia/Наталія Tetiana/Тетяна Svitlana/Світлана "
        "Yuliia/Юлія Serhii/Сергій Andrii/Андрій Oleksandr/Олександр Volodymyr/Володимир Mykola/Микола "
        "Yevhen/Євген Dmytro/Дмитро Olha/Ольга Liudmyla/Людмила Kateryna/Катерина Anastasiia/Анастасія "
        "Hanna/Ганна Ihor/Ігор Bohdan/Богдан Maksym/Максим Artem/Артем Denys/Денис Vitalii/Віталій "
        "Roman/Роман Taras/Тарас Oleh/Олег Pavlo/Павло Yurii/Юрій Viktoriia/Вікторія Daryna/Дарина "
        "Larysa/Лариса Nadiia/Надія Valentyna/Валентина Vira/Віра Zoia/Зоя Alina/Аліна"
    ),
    ("", *_words("b/б v/в h/г d/д zh/ж z/з k/к l/л m/м n/н p/п r/р s/с t/т kh/х ch/ч sh/ш st/ст br/бр")),
    _words("a/а e/е y/и o/о u/у i/і"),
    _words("r/р l/л n/н m/м s/с t/т d/д b/б v/в rn/рн st/ст"),
    _words("enko/енко chuk/чук uk/ук yshyn/ишин ovych/ович ets/ець ivskyi/івський yna/ина ak/ак iuk/юк"),
)
PERSIAN_ARABIC = Origin(
    16,
    _words(
        "Rezaei/رضایی Ahmadi/احمدی Mohammadi/محمدی Hosseini/حسینی Karimi/کریمی Moradi/مرادی Rahimi/رحیمی "
        "Hashemi/هاشمی Al-Hassan/الحسن Al-Masri/المصري Haddad/حداد Khalil/خليل Hamdan/حمدان Saleh/صالح "
        "Ibrahim/ابراهيم Najjar/نجار Sharifi/شریفی Jafari/جعفری Nazari/نظری Sultani/سلطانی Yousefi/یوسفی "
        "Qasemi/قاسمی Darwish/درويش Khatib/خطيب"
    ),
    _words(
        "Fatima/فاطمة Mohammad/محمد Ali/علي Ahmad/أحمد Reza/رضا Maryam/مريم Zahra/زهرا Hassan/حسن "
        "Hussein/حسين Omar/عمر Layla/ليلى Aisha/عائشة Yousef/يوسف Amir/امیر Nour/نور Samir/سمير "
        "Rania/رانيا Parisa/پریسا Shirin/شیرین Khaled/خالد Mahmoud/محمود Nasrin/نسرین Jamal/جمال "
        "Abdul-Rahman/عبدالرحمن Farid/فرید Leila/لیلا Tariq/طارق Marwan/مروان Bilal/بلال Ziad/زياد "
        "Walid/وليد Nabil/نبيل Karim/كريم Hadi/هادی Navid/نوید Arash/آرش Babak/بابک Omid/امید Sara/سارا "
        "Mona/منى Huda/هدى Salma/سلمى Dina/دينا Hanan/حنان Yasmin/یاسمین Roya/رویا Niloufar/نیلوفر "
        "Golnaz/گلناز Mina/مینا"
    ),
    _words("b/ب t/ت j/ج h/ح kh/خ d/د r/ر z/ز s/س sh/ش gh/غ f/ف k/ک g/گ l/ل m/م n/ن y/ی p/پ"),
    _words("a/ا a/ o/ e/ i/ی u/و"),
    _words("r/ر l/ل n/ن m/م s/س d/د b/ب f/ف sh/ش"),
    _words("zadeh/زاده pour/پور i/ی nia/نیا yar/یار khani/خانی far/فر mand/مند dust/دوست abadi/آبادی ani/انی"),
)
WORLD = Origin(
    8,
    _words(
        "Nguyễn Trần Phạm Hoàng Kowalski Nowak Wiśniewski Wójcik Kovačević Petrović Jovanović Horvat "
        "García Rodríguez Silva Santos Okafor Mensah Diallo Traoré Tesfaye Gebremedhin Hoxha Krasniqi "
        "Berisha Popescu Ionescu Dimitrov Flores O'Brien"
    ),
    _words(
        "Thị-Hoa Đức Minh Łukasz Małgorzata Agnieszka Željko Šárka Nikola Milica José Inês João Casey "
        "Amina Kwame Selam Abeba Arben Besnik Ioana Ștefan Georgi Siobhán Chidi Fatou Amadou Elena "
        "Katarzyna Piotr Blessing Emmanuel Samuel Grace Ifeoma Tomasz Zofia Marek Jelena Goran Dragana "
        "Luan Drita Mihai Cristina Ivan Desislava Carlos Lucía Rafael"
    ),
    LATIN_ONSETS,
    _words("a e i o u"),
    _words("l r n m k t s v z d b g p nk nt rt"),
    _words("ski czyk ović ev escu es ez ola ye ku dou ine aj qi sha nu ita elli ini ado"),
)
ORIGINS = (GERMAN, TURKISH, UKRAINIAN, PERSIAN_ARABIC, WORLD)
ORGANISATIONS = _words(
    "Stadtteilzentrum Nachbarschaftshaus Migrationsberatung Diakonie Caritas Volkshochschule Jobcenter "
    "Handwerkskammer Sprachschule Frauenzentrum Jugendhilfe Flüchtlingsrat Bürgerverein Kulturverein "
    "Sportverein Elternverein Bildungswerk"
)
PLACES = _words(
    "Hannover Harburg Linden Erkner Altona Wedding Neukölln Ricklingen Vahrenwald Langenhagen Celle "
    "Hildesheim Göttingen Lüneburg Potsdam Köpenick Wilhelmsburg Bergedorf Stade Braunschweig Wolfsburg "
    "Gifhorn Peine Laatzen Garbsen Nienburg"
)
HOSTS = _words("gmx.de web.de gmail.com posteo.de t-online.de outlook.com mail.de yahoo.com")
PLAIN = str.maketrans(
    "äöüßçğışİıéèêñáàíóúâôãÇŞÖÜÄčćžšłńśđřűțșŠŽŁĐạấầễươờáịứõ", "aouscgisIieeenaaiouaoaCSOUAcczslnsdrutsSZLDaaaeuooaiuo"
)


def _zipf(rng: random.Random, words: Sequence[str]) -> str:
    return rng.choices(words, weights=[1 / (rank + 8) for rank in range(len(words))])[0]


def _two_scripts(name: str) -> tuple[str, str]:
    latin, _, own = name.partition("/")
    return latin, own


def _family(rng: random.Random, origin: Origin) -> tuple[str, str]:
    if rng.random() < 0.45:
        return _two_scripts(_zipf(rng, origin.family))
    latin, own = origin.rare[int(len(origin.rare) * rng.random() ** 2)]
    if rng.random() < 0.1:
        second = _two_scripts(_zipf(rng, origin.family))
        return f"{latin}-{second[0]}", f"{own}-{second[1]}" if own else ""
    return latin, own


def _mail(rng: random.Random, given: str, family: str) -> str:
    plain = [part.translate(PLAIN).lower().replace("'", "") for part in (given, family)]
    local = rng.choice(
        [".".join(plain), plain[0][0] + plain[1], f"{plain[0]}{rng.randint(60, 99)}", f"{plain[1]}.{plain[0][0]}"]
    )
    return f"{local}@{rng.choice(HOSTS)}"


def crowd(count: int, seed: int = 7) -> Iterator[Row]:
    """Yield `count` people as columns of the table person, always the same ones for one seed."""
    rng = random.Random(seed)
    shares = [origin.share for origin in ORIGINS]
    for _ in range(count):
        origin = rng.choices(ORIGINS, weights=shares)[0]
        family, own_family = _family(rng, origin)
        given, own_given = _two_scripts(_zipf(rng, origin.given))
        native = f"{own_given} {own_family}".strip()
        if own_given and own_family and rng.random() < 0.1:
            given, family = own_given, own_family
        organisation = f"{rng.choice(ORGANISATIONS)} {rng.choice(PLACES)}" if rng.random() < 0.7 else ""
        yield {
            "given_name": given,
            "family_name": family,
            "native_name": native if rng.random() < 0.5 else "",
            "organisation": f"{organisation} e. V." if organisation and rng.random() < 0.3 else organisation,
            "email": _mail(rng, given, family) if given.isascii() and rng.random() < 0.85 else "",
            "code": f"4{rng.randrange(10**15):015}",
            "ticket": f"{rng.randrange(36**6):06X}-{rng.randrange(4) + 1}" if rng.random() < 0.3 else "",
        }
