"""The first files of an exercise, a routine or a topic: every key, with its possible values beside it."""

from collections.abc import Iterator
from enum import Enum
from textwrap import fill

from bot.content.rules.lengths import (
    FEEL,
    MORE_LENGTH,
    ONE_LINE,
    STEP_LENGTH,
    TITLE,
    TOPIC_LENGTH,
    TOPIC_LINES,
)
from bot.content.rules.said_aloud import BEGIN, FIRST_STEP, HALF, WAY_IN
from bot.content.rules.topics import MOST_WAYS_ON
from bot.content.source.records import LibrarySource
from bot.domain.library.exercise import Equipment, ExercisePhase, Pace, Position, Purpose, Tag, Turn
from bot.domain.library.topic import Group

WIDTH = 110

GUIDE = "How to fill this in: README.md of the content folder. `unhunch check` tells what is missing."

SIGNED = """\
# A clinician's name, and the day, such as "2026-01-31". Both stay empty until one has signed.
signed_by = ""
signed_on = ""
"""

SEARCH = """\
# What people may type to find it: small letters, names in other languages. A phrase belongs to one thing only.
search = []
"""

SOURCES = """\
# The pages that its facts come from.
sources = [""]
"""


def title_of(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def exercise(slug: str) -> str:
    return f"""\
# {title_of(slug)}. {GUIDE}
{_values("Where in a session it belongs", ExercisePhase)}
phase = ""
{_values("What it is for, the most important first", Purpose)}
focus = [""]
# A session holds one of a family. Name another one's where the two are nearly the same.
family = "{slug}"
{SEARCH}{SOURCES}{SIGNED}\
# tinted = false   # its pictures show neither what stretches nor what works
# apart_from = []  # exercises that never stand beside it; each of them names this one, too

{_form()}"""


def _form() -> str:
    return f"""\
[[forms]]
id = "usual"
{_values("flow is led as one stretch of time, hold goes hold by hold (from ten seconds or so)", Pace)}
pace = ""
# 1: gentle, also for new pain that nobody has looked at; 2; 3: only from the level steady.
intensity = 0
{_values("Where it is done", Position)}
position = ""
# [], ["left", "right"] or ["backward", "forward"].
sides = []
# One side's work for the levels start, steady and strong: so many times, `hold` seconds after `move` seconds of moving.
# Beside these: stations = 2, where each time is done in two places; switch = 8, where changing sides takes longer than 5 s.
doses = [
    {{ hold = 0, move = 0, repetitions = 0 }},
    {{ hold = 0, move = 0, repetitions = 0 }},
    {{ hold = 0, move = 0, repetitions = 0 }},
]
{_values("Where one repetition of a flow turns back, if not after staying", Turn)}
# turn = "{Turn.LETTING_GO.value}"
# By the ids of their words in en.md.
steps = ["begin"]
{_values("Who is not offered it, [] for nobody", Tag)}
barred_for = [""]
# Can it be done on a bed, too? And on a chair?
on_bed = false
seated_too = false
{_values("What it needs beside a mat", Equipment)}
equipment = []
# An easier and a harder form, where there is one: "exercise/form".
# easier = ""
# harder = ""
# What is offered in its place, best first; the last one suits everybody.
swaps = ["rib-breathing/usual"]
"""


def exercise_words(slug: str) -> str:
    return f"""\
# {title_of(slug)}

<!-- {GUIDE} What stands in marks like these is shown to nobody.
The first line is the title: {TITLE} characters at most, it is a button. -->

Other names:
Purpose:
Caution:
Mistake:

## Form: usual

<!-- Cue: what one needs to hear while doing it. Feel: "You feel it between the blades.", {FEEL} characters. Others: {ONE_LINE} at most. -->

Name:
Cue:
Feel:
Breathing:

<!-- Only where they are needed; take out the others. Between: said in the rest between holds. Other side: how to come to the other
side. Stations: names of its places, with commas. -->

Between:
Other side:
Stations:

<!-- What a voice says, numbers as words. Way in: {WAY_IN} characters, where the first step has digits or more than {FIRST_STEP}
characters. There and Back: the two halves of one repetition of a flow, {HALF} characters at most. Begin: at the start of all others, {BEGIN}. -->

Way in:
There:
Back:
Begin:

## Step: begin

<!-- At most two short lines, {STEP_LENGTH} characters in all: the position to begin in. Picture: what its picture shows, in words. -->

Picture:
"""


def ceiling(slug: str) -> str:
    return f"""
[{slug}]
# The most that a dose may ask for: seconds of one hold, times a side. Say where that is from.
usual = {{ hold = 0, repetitions = 0 }}
"""


def routine(slug: str, source: LibrarySource) -> str:
    moves = "\n".join(_moves(source))
    return f"""\
# {title_of(slug)}. {GUIDE}
{SEARCH}{SIGNED}
[en]
# A button: {TITLE} characters at most.
title = "{title_of(slug)}"
# How long, where, what for.
summary = ""

# What a move is for, and the moves for it:
{moves}

[[lines]]
purpose = ""
exercise = ""
# Only where the person's level is not to decide:
# dose = {{ hold = 5, move = 5, repetitions = 5, stations = 1, switch = 5 }}
"""


def topic(slug: str, source: LibrarySource) -> str:
    free = ", ".join(f"{group.value} {_first_free(source, group)}" for group in Group)
    return f"""\
# {title_of(slug)}. {GUIDE}
{_values("Where it stands", Group)}
group = ""
# Its place there; the first that is free: {free}.
order = 0
# true where only a doctor can tell whether one has it.
doctor = false
# One to {MOST_WAYS_ON} ways on in all, by slug.
exercises = []
routines = []
topics = []
{SEARCH}{SOURCES}{SIGNED}"""


def topic_words(slug: str) -> str:
    return f"""\
# {title_of(slug)}

<!-- {GUIDE} What stands in marks like these is shown to nobody.
Above: the title, {TITLE} characters. Here: at most {TOPIC_LINES} short lines, {TOPIC_LENGTH} characters in all. -->

## More

<!-- What unfolds at a tap: {MORE_LENGTH} characters. Without it take out the heading, too. -->
"""


def _values(told: str, kind: type[Enum]) -> str:
    return _remark(f"{told}: {', '.join(each.value for each in kind)}.")


def _remark(text: str, further: str = "# ") -> str:
    return fill(
        text,
        WIDTH,
        initial_indent="# ",
        subsequent_indent=further,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _moves(source: LibrarySource) -> Iterator[str]:
    for purpose in Purpose:
        refs = [
            f"{slug}/{each.facts.forms[0].id}"
            for slug, each in source.exercises.items()
            if purpose in each.facts.focus
        ]
        yield _remark(f"{purpose.value}: {', '.join(refs)}", "#   ")


def _first_free(source: LibrarySource, group: Group) -> int:
    taken = {each.facts.order for each in source.topics.values() if each.facts.group is group}
    return next(order for order in range(1, len(taken) + 2) if order not in taken)
