"""Words that are too long, forbidden, or said by nobody."""

from tests.content.broken.files import PROGRAMME, REACH_WORDS, ROLLS_WORDS, ROUTINE, WORDS, Cases

CASES: Cases = {
    "forbidden word in an exercise": (
        (ROLLS_WORDS, "Mistake: Rushing", "Mistake: This cures stiffness"),
        [f"{ROLLS_WORDS}: mistake: says 'cures'; rather: many people find it eases stiffness"],
    ),
    "forbidden word in a routine": (
        (ROUTINE, 'summary = "Roll', 'summary = "Pain relief. Roll'),
        [f"{ROUTINE}: en, summary: says 'relief'; rather: ease"],
    ),
    "forbidden word in a sentence": (
        (WORDS, "help = I lead", "help = You missed it. I lead"),
        [f"{WORDS}: help: says 'You missed'; rather: nothing"],
    ),
    "name twice": (
        (ROLLS_WORDS, "Other names: shoulder circles", "Other names: cat-camel"),
        [f"{ROLLS_WORDS}: names: 'cat-camel' is a name of cat too"],
    ),
    "step of three lines": (
        (ROLLS_WORDS, "Arms loose.", "Arms loose.\nChin level."),
        [f"{ROLLS_WORDS}: step 'tall': has more than 2 lines"],
    ),
    "step too long": (
        (ROLLS_WORDS, "Draw small circles.", "o" * 121),
        [f"{ROLLS_WORDS}: step 'small-circle': is 121 characters long; 120 fit"],
    ),
    "cue too long": (
        (ROLLS_WORDS, "Cue: Tiny circles.", "Cue: " + "o" * 101),
        [f"{ROLLS_WORDS}: form 'small', cue: is 101 characters long; 100 fit"],
    ),
    "feeling too long": (
        (ROLLS_WORDS, "Feel: You feel it in the shoulders.", "Feel: " + "o" * 101),
        [f"{ROLLS_WORDS}: form 'usual', feel: is 101 characters long; 100 fit"],
    ),
    "form that nothing says where one feels": (
        (ROLLS_WORDS, "Feel: You feel it in the shoulders.\n", ""),
        [f"{ROLLS_WORDS}: form 'usual': 'Feel:' is missing"],
    ),
    "title too long": (
        (ROLLS_WORDS, "# Shoulder rolls", "# Shoulder rolls, backward and forward"),
        [f"{ROLLS_WORDS}: title: is 36 characters long; 30 fit"],
    ),
    "picture in too many words": (
        (ROLLS_WORDS, "Picture: The person circles both shoulders.", "Picture: " + "o" * 900),
        [f"{ROLLS_WORDS}: step 'circle', with its picture in words: is 935 characters long; 824 fit"],
    ),
    "card too long for Telegram": (
        (ROLLS_WORDS, "Mistake: Rushing.", "Mistake: " + "o" * 800),
        [f"{ROLLS_WORDS}: all that a card says: is 933 characters long; 824 fit"],
    ),
    "routine's title too long": (
        (ROUTINE, 'title = "Short"', 'title = "As short as a routine could ever be"'),
        [f"{ROUTINE}: en, title: is 35 characters long; 30 fit"],
    ),
    "routine's summary too long": (
        (ROUTINE, 'summary = "Roll', f'summary = "{"o" * 900}Roll'),
        [f"{ROUTINE}: en, summary: is 923 characters long; 824 fit"],
    ),
    "Fluent that does not parse": (
        (WORDS, "help = I lead", "help I lead"),
        [f'{WORDS}: line 2: is not Fluent: Expected token: "="'],
    ),
    "sentence in two hundred braces": (
        (WORDS, "button-home = Home", f"button-home = {'{ ' * 200}3{' }' * 200}"),
        [f"{WORDS}: the file: goes in circles, or has too many braces inside each other"],
    ),
    "sentence that refers to one that is none": (
        (WORDS, "= Home", "= { other-thing }"),
        [f"{WORDS}: button-home: Unknown message: other-thing"],
    ),
    "sentence that refers to one that is none, in one variant only": (
        (WORDS, "[one] a minute", "[one] { -brand }"),
        [f"{WORDS}: first-done: Unknown term: -brand"],
    ),
    "sentence that refers to itself": (
        (WORDS, "= Home", "= { button-home }"),
        [f"{WORDS}: button-home: goes in circles, or has too many braces inside each other"],
    ),
    "sentence without a text": (
        (WORDS, "= Home", "=\n    .label = Home"),
        [f"{WORDS}: button-home: has no text of its own"],
    ),
    "function that Fluent does not have": (
        (WORDS, "= Home", "= { NOPE(3) }"),
        [f"{WORDS}: button-home: Unknown function: NOPE"],
    ),
    "sentence twice": (
        (WORDS, "button-home = Home", "button-home = Home\nbutton-home = House"),
        [f"{WORDS}: button-home: stands here twice"],
    ),
    "label too long": (
        (WORDS, "button-home = Home", "button-home = Home, sweet home again"),
        [f"{WORDS}: button-home: is 22 characters long; 16 fit"],
    ),
    "label too long in one variant only": (
        (WORDS, "= Home", "= { $n ->\n    [one] Home\n   *[other] { $n } homes, sweet homes\n}"),
        [f"{WORDS}: button-home: is 21 characters long; 16 fit"],
    ),
    "tag without a name": (
        (WORDS, "tag-hip = Hip\n", ""),
        [f"{WORDS}: tag-hip: is missing; every 'tag-…' of the code needs its words"],
    ),
    "words for the other side too long": (
        (REACH_WORDS, "Turn round.", "o" * 101),
        [f"{REACH_WORDS}: form 'usual', other side: is 101 characters long; 100 fit"],
    ),
    "station with a long name": (
        (REACH_WORDS, "Hand low", "The hand so low that it is at the knee"),
        [
            (
                f"{REACH_WORDS}: form 'usual', stations, 'The hand so low that it is at the knee': "
                "is 38 characters long; 30 fit"
            )
        ],
    ),
    "forbidden word at a station": (
        (REACH_WORDS, "Hand low", "Relief"),
        [f"{REACH_WORDS}: form 'usual', stations: says 'Relief'; rather: ease"],
    ),
    "forbidden word in a programme": (
        (PROGRAMME, "A little more", "A cure, a little more"),
        [f"{PROGRAMME}: en, summary: says 'cure'; rather: many people find it eases stiffness"],
    ),
    "forbidden word in a week": (
        (PROGRAMME, "Settle", "Relief"),
        [f"{PROGRAMME}: week 2, en, title: says 'Relief'; rather: ease"],
    ),
    "week's title too long": (
        (PROGRAMME, "Settle", "Settle down with all you have learnt"),
        [f"{PROGRAMME}: week 2, en, title: is 36 characters long; 30 fit"],
    ),
    "group without a name": (
        (WORDS, "group-desk = desk\n", ""),
        [f"{WORDS}: group-desk: is missing; every 'group-…' of the code needs its words"],
    ),
    "purpose without a name": (
        (WORDS, "purpose-calm = calm\n", ""),
        [f"{WORDS}: purpose-calm: is missing; every 'purpose-…' of the code needs its words"],
    ),
    "purpose that does not fit its button": (
        (WORDS, "purpose-calm = calm", "purpose-calm = calm and quiet moves"),
        [f"{WORDS}: purpose-calm: is 20 characters long; 16 fit"],
    ),
}
