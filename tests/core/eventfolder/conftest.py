"""A small event in every table of the format, on disk as a folder."""

from pathlib import Path

import pytest

EVENT = """\
title = "Nachbarschaftskonferenz"
subtitle = "Zusammen wohnen"
starts = "2027-03-06T09:00"
ends = 2027-03-06T17:00:00
venue = "Stadthalle"
address = "Am Markt 1"
organiser = "Netzwerk"
language = "de"
series = "Konferenz"
number = 4

[[points]]
name = "Haupteingang"
kind = "entrance"

[[points]]
name = "Mittagessen"
kind = "catering"
roles = ["participant", "Referentin"]
days = ["2027-03-06"]
capacity = 120

[weights]
unplaced = 500
"""
TABLES = {
    "people": """\
id;given_name;family_name;organisation;roles;email;status;exhibitor;wishes;code;Lieblingsfarbe
P1;Elif;Demirtaş;Gemeinsam e.V.;exhibitor;elif@example.org;registered;E1;S2,S1;;blau
P2;Jörn;Meyer-Lüerßen;Kirchenkreis;speaker;;registered;;;;
P3;Oksana;Groß;;participant;;cancelled;;S1 S2;ABC-7;
""",
    "halls": """\
hall;name;width_m;depth_m;background
H1;Halle 1;60;26,5;h1.png
""",
    "booths": """\
booth;hall;island;x_m;y_m;width_m;depth_m;rotation;power;wall;step_free;state;reason;Teppich
A-1;H1;A;0;0;3;2.5;0;2;yes;yes;free;;rot
A-2;H1;A;3;0;3;2.5;-90;230 V;no;x;blocked;Rohrbruch;
B-1;H1;B;0;10,25;3;3;;;;;;;
""",
    "slots": """\
slot;starts;ends
Z1;2027-03-06T10:00;2027-03-06T10:50
Z2;6.3.2027 11:00;2027-03-06 11:50
""",
    "rooms": """\
room;name;hall;door_x_m;door_y_m;capacity;equipment;step_free;unavailable
R1;Saal 3A;H1;-3;0;80;Beamer, Flip Chart;ja;
R2;;;;;300;;;Z2 Z1
""",
    "sessions": """\
session;title;kind;speakers;moderators;needs;slot;room;unavailable;language;capacity;repeat_of
S1;Forum 1;forum;P2 P1;Dr. Anna Groß, P3;Beamer;Z1;R1;;de;;
S2;Werkstatt;Workshop;;;;;;Z1,Z2;;20;S1
""",
    "exhibitors": """\
exhibitor;name;theme;sector;contact;email;phone;size;power;wall;step_free;wish_1;wish_2;competitor;session;pinned;\
priority;votable;status;blurb
E1;Gemeinsam e.V.;Wohnen;Zivilgesellschaft;Elif;info@example.org;0511 1;2;1;ja;nein;A;B;k1;S1;A-1;3;nein;confirmed;Text.
E2;Lernpaten;;;;;;;;;;;;;;;;;;
""",
    "cafe": """\
table;name;host;seats;question
T1;Tisch 1;P3;8;Was hat geholfen?
T2;;Rosa;10;
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the small event as a folder."""
    place = tmp_path / "konferenz"
    place.mkdir()
    (place / "event.toml").write_text(EVENT, "utf-8")
    for name, text in TABLES.items():
        (place / f"{name}.csv").write_text(text, "utf-8")
    return place
