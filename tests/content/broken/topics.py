"""Topics that break a rule, and names and phrases that belong to two things."""

from tests.content.broken.files import PROGRAMME, REACH, REST, ROUTINE, STIFF, STIFF_WORDS, Cases

CASES: Cases = {
    "topic that leads to no exercise": (
        (STIFF, 'exercises = ["rolls"]', 'exercises = ["rocks"]'),
        [f"{STIFF}: exercises: 'rocks' points nowhere"],
    ),
    "topic that leads to no routine": (
        (STIFF, 'routines = ["short"]', 'routines = ["long"]'),
        [f"{STIFF}: routines: 'long' points nowhere"],
    ),
    "topic that leads to no topic": (
        (STIFF, 'topics = ["rest"]', 'topics = ["unrest"]'),
        [f"{STIFF}: topics: 'unrest' points nowhere"],
    ),
    "topic that leads to itself": (
        (STIFF, 'topics = ["rest"]', 'topics = ["stiff"]'),
        [f"{STIFF}: topics: points at itself"],
    ),
    "topic that leads twice to one thing": (
        (STIFF, 'exercises = ["rolls"]', 'exercises = ["rolls", "rolls"]'),
        [f"{STIFF}: exercises: 'rolls' stands here twice"],
    ),
    "topic that leads nowhere": (
        (REST, 'topics = ["stiff"]\n', ""),
        [f"{REST}: exercises, routines, topics: lead nowhere; name one at least"],
    ),
    "topic that leads to too much": (
        (STIFF, 'exercises = ["rolls"]', 'exercises = ["rolls", "cat", "breath"]'),
        [f"{STIFF}: exercises, routines, topics: lead to 5 things; 4 buttons have room"],
    ),
    "cause nobody can do anything about": (
        (STIFF, 'exercises = ["rolls"]\nroutines = ["short"]\n', ""),
        [f"{STIFF}: exercises, routines: are missing; what can one do about it?"],
    ),
    "topic signed by nobody on a day": (
        (STIFF, 'signed_on = ""', 'signed_on = "2026-11-21"'),
        [f"{STIFF}: signed_by, signed_on: stand together or are both empty"],
    ),
    "two topics in one place": (
        (REST, 'group = "help"', 'group = "causes"\nexercises = ["breath"]'),
        [f"{STIFF}: order: 1 is that of rest in the same group"],
    ),
    "two topics of one name": (
        ("learn/rest/en.md", "# Rest", "# stiff mornings"),
        [f"{STIFF_WORDS}: names: 'Stiff mornings' is a name of rest too"],
    ),
    "topic's title too long": (
        (STIFF_WORDS, "# Stiff mornings", "# Stiff mornings after all those nights"),
        [f"{STIFF_WORDS}: title: is 37 characters long; 30 fit"],
    ),
    "topic of five lines": (
        (STIFF_WORDS, "A night in one position.", "A\nnight\nin one\nposition."),
        [f"{STIFF_WORDS}: text: has more than 4 lines"],
    ),
    "topic's text too long": (
        (STIFF_WORDS, "A night in one position.", "o" * 260),
        [f"{STIFF_WORDS}: text: is 284 characters long; 280 fit"],
    ),
    "topic too long to unfold": (
        (STIFF_WORDS, "Roll your shoulders before you get up.", "o" * 1801),
        [f"{STIFF_WORDS}: more: is 1801 characters long; 1800 fit"],
    ),
    "forbidden word in a topic": (
        (STIFF_WORDS, "Roll your", "For relief, roll your"),
        [f"{STIFF_WORDS}: more: says 'relief'; rather: ease"],
    ),
    "phrase in capitals": (
        (REACH, '"seite"', '"Seite"'),
        [f"{REACH}: search: 'Seite' should be in small letters"],
    ),
    "phrase twice": (
        (REACH, '"seite"', '"side bend"'),
        [f"{REACH}: search: 'side bend' stands here twice"],
    ),
    "phrase of two owners": (
        (STIFF, '"steif"', '"katze"'),
        [f"{STIFF}: search: 'katze' belongs to cat too"],
    ),
    "phrase that is another's name": (
        (PROGRAMME, '"plan"', '"cat-camel"'),
        [f"{PROGRAMME}: search: 'cat-camel' is a name of cat"],
    ),
    "name of two things": (
        (ROUTINE, 'title = "Short"', 'title = "Side reach"'),
        [f"{ROUTINE}: names: 'Side reach' is a name of reach too"],
    ),
}
