"""Everything else that may be wrong in the folder."""

from tests.content.broken.files import (
    CITIES,
    CRIES,
    DANGER,
    DANGER_RULES,
    HEARING,
    NUMBERS,
    RELEASED,
    REPLIES,
    WHEN,
    WISHES,
    Cases,
)

CASES: Cases = {
    "no words of danger": (
        (DANGER, "", None),
        [f"{DANGER}: the file: is missing"],
    ),
    "danger nobody can hear": (
        (DANGER, "heart attack*", "Heart-attack"),
        [
            f"{DANGER}: certain, now: 'Heart-attack' is never heard; write small letters and no signs but one * at the end of a word"
        ],
    ),
    "nobody to call": (
        (NUMBERS, "", None),
        [f"{NUMBERS}: the file: is missing"],
    ),
    "no cry that is heard": (
        (CRIES, "", None),
        [f"{CRIES}: the file: is missing"],
    ),
    "nothing that is said back": (
        (REPLIES, "", None),
        [f"{REPLIES}: the file: is missing"],
    ),
    "number nobody can dial": (
        (NUMBERS, '"112 · 15"', '"112 or 15"'),
        [
            f"{NUMBERS}: emergency, FR: '112 or 15' should be digits as one dials them, and ' · ' between two numbers"
        ],
    ),
    "country that is none": (
        (NUMBERS, "FR =", "France ="),
        [f"{NUMBERS}: emergency, France: 'France' should be a country of two letters, such as 'FR'"],
    ),
    "harmless words nobody can hear": (
        (DANGER, "chest stretch*", "Chest stretch"),
        [
            f"{DANGER}: harmless: 'Chest stretch' is never heard; write small letters and no signs but one * at the end of a word"
        ],
    ),
    "danger of two tiers": (
        (DANGER, "kill myself", "kill myself, heart attack*"),
        [f"{DANGER}: certain: 'heart attack*' means both now and self-harm"],
    ),
    "words for no concept": (
        (DANGER, "chest = ", "cest = "),
        [f"{DANGER}: words: there is no concept 'cest', did you mean 'chest'?"],
    ),
    "a tier that is none": (
        (DANGER, "self-harm = ", "selfharm = "),
        [
            (
                f"{DANGER}: certain, selfharm: 'selfharm' should be 'overdose', 'self-harm', 'abuse', 'now', 'doctor', 'complaint', "
                "'low-back', 'ill', 'work-around' or 'everyday'"
            )
        ],
    ),
    "a rule of no concept": (
        (DANGER_RULES, '"hurt"]', '"hrut"]'),
        [
            f"{DANGER_RULES}: now 1: there is no concept 'hrut', did you mean 'hurt'?",
            f"{DANGER_RULES}: concepts, groups: 'hurt' is in no rule",
        ],
    ),
    "no rules of danger": (
        (DANGER_RULES, "", None),
        [f"{DANGER_RULES}: the file: is missing"],
    ),
    "wish nobody can grant": (
        (HEARING, "HELP = ", "HALP = "),
        [f"{HEARING}: wishes: 'HALP' means nothing to the program, did you mean 'HELP'?"],
    ),
    "phrase of two meanings": (
        (HEARING, '"help"', '"help", "home"'),
        [f"{HEARING}: wishes: 'home' means both HELP and HOME"],
    ),
    "phrase nobody can type": (
        (HEARING, '"help"', '"help", "?", "\u200b"'),
        [f"{HEARING}: wishes, HELP: '\u200b' is never heard"],
    ),
    "phrases of nothing, and a fault behind them": (
        (HEARING, '["pause"]\n[wishes]\nHELP', '["", "\u200b"]\n[wishes]\nHALP'),
        [
            f"{HEARING}: moves, PAUSE: '' is never heard",
            f"{HEARING}: moves, PAUSE: '\u200b' is never heard",
            f"{HEARING}: wishes: 'HALP' means nothing to the program, did you mean 'HELP'?",
        ],
    ),
    "part of the day that is none": (
        (WHEN, "[parts]", '[parts]\nbrunch = ["brunch"]'),
        [f"{WHEN}: parts: 'brunch' means nothing to the program"],
    ),
    "month that is none": (
        (WHEN, "[months]", '[months]\n0 = ["never"]\n13 = ["undecember"]'),
        [
            f"{WHEN}: months: '0' means nothing to the program",
            f"{WHEN}: months: '13' means nothing to the program",
        ],
    ),
    "days that are none": (
        (WHEN, "[each-day]", '[each-day]\n0-7 = ["always"]\n"4,2" = ["back and forth"]\n6 = ["?!"]'),
        [
            f"{WHEN}: each-day: '0-7' means nothing to the program",
            f"{WHEN}: each-day: '4,2' means nothing to the program",
            f"{WHEN}: each-day, 6: '?!' is never heard",
        ],
    ),
    "word of two days": (
        (WHEN, "[months]", '[letters]\n0 = ["m"]\n1 = ["M"]\n[months]'),
        [f"{WHEN}: letters, 1: 'm' stands for something else there too"],
    ),
    "words of a kind that is none": (
        (WHEN, "[words]", '[words]\neevry = ["each"]'),
        [f"{WHEN}: words: 'eevry' means nothing to the program, did you mean 'every'?"],
    ),
    "word of two numbers": (
        (HEARING, "[edits]", '[numbers]\n2 = ["two"]\n3 = ["TWO"]\n[edits]'),
        [f"{HEARING}: numbers: 'two' means both 2 and 3"],
    ),
    "unit the program does not count": (
        (HEARING, "[edits]", '[quantities]\nminuets = ["min"]\n[edits]'),
        [f"{HEARING}: quantities: unknown key 'minuets', did you mean 'minutes'?"],
    ),
    "hearing that does not parse": (
        (HEARING, "[wishes]", "[wishes"),
        [f"{HEARING}: TOML: Expected ']' at the end of a table declaration (at line 3, column 8)"],
    ),
    "wish that two kinds claim by the same ideas": (
        (WISHES, '["{off}"]', '["{off}"]\nNEXT = ["{off}"]'),
        [f"{WISHES}: session: 'cancel' means both STOP and NEXT"],
    ),
    "wish that two kinds claim by one phrase": (
        (WISHES, "START = [", 'PAUSE_REMINDERS = ["cancel {reminder}"]\nSTART = ['),
        [f"{WISHES}: anywhere: 'cancel alarms' means both PAUSE_REMINDERS and STOP_REMINDERS"],
    ),
    "wish of no kind": (
        (WISHES, "STOP = ", "STOPP = "),
        [f"{WISHES}: in-session: 'STOPP' means nothing to the program"],
    ),
    "wish of an idea that is not there": (
        (WISHES, "my {reminder}", "my {alarm}"),
        [f"{WISHES}: wished, REMINDERS: there is no idea 'alarm'"],
    ),
    "wish with a brace too few": (
        (WISHES, "my {reminder}", "my {reminder"),
        [f"{WISHES}: wished, REMINDERS: 'my {{reminder' can't be read"],
    ),
    "idea nobody can say": (
        (WISHES, '"alarms"', '"alarms", "…"'),
        [f"{WISHES}: ideas, reminder: '…' is never heard"],
    ),
    "no wishes": (
        (WISHES, "", None),
        [f"{WISHES}: the file: is missing"],
    ),
    "no cities": (
        (CITIES, "", None),
        [f"{CITIES}: the file: is missing"],
    ),
    "cities in no columns": (
        (CITIES, "Berlin\tDE\t", "\nBerlin, DE, "),
        [
            f"{CITIES}: line 2: is not a name, a country, a zone and all names, with tabs",
            f"{CITIES}: line 3: is not a name, a country, a zone and all names, with tabs",
        ],
    ),
    "city in a zone that is none": (
        (CITIES, "Europe/Berlin", "Europe/Bern"),
        [f"{CITIES}: line 2: 'Europe/Bern' is no zone"],
    ),
    "cities in another encoding": (
        (CITIES, None, "Zürich\tCH\tEurope/Zurich\t\n".encode("latin-1")),
        [f"{CITIES}: byte 1: is not UTF-8; save the file in that encoding"],
    ),
    "no list of forbidden words": (
        ("forbidden.toml", "", None),
        ["forbidden.toml: the file: is missing"],
    ),
    "list nobody can hear": (
        (HEARING, '["pause"]', '"pause"'),
        [f"{HEARING}: moves, PAUSE: 'pause' should be a list in [ ]"],
    ),
    "old file beside the topics": (
        ("learn/stiff/en.md.orig", None, "# Old"),
        ["learn/stiff/en.md.orig: the file: is used by nothing"],
    ),
    "words in a language that is not begun": (
        ("learn/stiff/nl.md", None, "# Stijf"),
        ["learn/stiff/nl.md: the file: is used by nothing, as a language begins with words/nl.ftl"],
    ),
    "routine in another format": (
        ("routines/long.yaml", None, "title: Long"),
        ["routines/long.yaml: the file: is used by nothing"],
    ),
    "programme with a slip in its ending": (
        ("programmes/one-week.tml", None, "least = 1"),
        ["programmes/one-week.tml: the file: is used by nothing"],
    ),
    "notes at the top": (
        ("notes.txt", None, "to do"),
        ["notes.txt: the file: is used by nothing"],
    ),
    "clip that nobody made": (
        ("voice/en/rest.m4a", None, "hm"),
        ["voice/en/rest.m4a: the file: is used by nothing"],
    ),
    "clip that is lost": (
        ("voice/en/clips.tsv", None, "Rest.\t0123456789abcdef\t30\t800\t-16.0\n"),
        ["voice/en/0123456789abcdef.m4a: the file: is missing"],
    ),
    "clip that is only half told": (
        ("voice/en/clips.tsv", None, "Rest.\t0123456789abcdef\n"),
        ["voice/en/clips.tsv: line 1: is not a clip"],
    ),
    "released and gone": (
        (RELEASED, "exercise cat\n", "exercise cat\nexercise dog\n"),
        [
            f"{RELEASED}: exercise dog: was released and is gone; give it back its name, or write 'retired' before it"
        ],
    ),
    "form released and renamed": (
        (RELEASED, "form cat/flow", "form cat/flowing"),
        [
            (
                f"{RELEASED}: form cat/flowing: was released and is gone; "
                "give it back its name, or write 'retired' before it"
            )
        ],
    ),
    "retired and there again": (
        (RELEASED, "cat/long-ago", "cat/hold"),
        [f"{RELEASED}: form cat/hold: is retired and there again; an id never gets a second meaning"],
    ),
    "released out of order": (
        (RELEASED, "topic stiff\n", "topic stiff\ntopic rest\n"),
        [f"{RELEASED}: lines: are not sorted"],
    ),
    "released twice": (
        (RELEASED, "topic stiff\n", "topic stiff\ntopic stiff\n"),
        [f"{RELEASED}: topic stiff: stands here twice"],
    ),
    "released, and no id": (
        (RELEASED, "topic stiff\n", "topic stiff\nword hello\n"),
        [f"{RELEASED}: line 7: 'word hello' is no id, such as 'form cat-cow/flow'"],
    ),
}
