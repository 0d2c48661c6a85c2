"""Files to take along, with sample facts."""

import json
from datetime import UTC, date, timedelta

from bot.domain.library.exercise import Tag
from bot.domain.library.library import Library
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.voice_level import Voice
from bot.domain.person.what_rests import SoreSpot
from bot.domain.progress.diary import Entry
from bot.domain.progress.four_weeks import four_weeks
from bot.domain.session.script import NEW_POSITION, Part, write
from bot.domain.session.session import Phase
from bot.domain.session.timeline import as_played, timeline
from bot.domain.session.voice_lines import every_line
from bot.screens import keys
from bot.screens.gallery.samples import NAME, NOON, Named
from bot.screens.person import my_data
from bot.screens.progress import page_screens
from bot.screens.progress.page_screens import Often, PhysioFacts, Remark, Stop
from bot.screens.screen import Screen, Words
from bot.screens.session.recorded import video_job
from bot.screens.session.spoken import Narrator, spoken
from bot.screens.text import lines, plain


def papers(library: Library, words: Words) -> Named:
    for with_words in (False, True):
        yield f"page/physio/{with_words}", page_screens.ask(words, with_words=with_words)
    yield "page/physio/name", page_screens.ask_name(words, with_words=False)
    fault = words("page-name-fault")
    yield "page/physio/name/again", page_screens.ask_name(words, with_words=True, fault=fault)
    today = NOON.date()
    for name, facts in (("full", _more_than_fits(library, today)), ("empty", _empty(today))):
        page = page_screens.page(facts, NAME, words)
        yield f"page/physio/made/{name}", page_screens.made(page, today, words)
    columns = {"tastes": ["person", "exercise", "taste"], "sessions": ["id"]}
    told = my_data.packing_job(
        columns, {"sessions": ["script"]}, "[]", lambda what: words(f"kept-{what}"), today, words
    )
    yield "my-data/export", my_data.export(told, today, words)
    yield "recorded/said", _recorded(library, words)


def _recorded(library: Library, words: Words) -> Screen:
    """Not a screen: the bot's own sentences in a recorded session, spoken and written."""
    narrator = Narrator(library, words, {})
    said = [spoken(line, library, words) for line in every_line(library) if line.of is None]
    parts = [Part(form, form.dose(1)) for exercise in library.exercises.values() for form in exercise.forms]
    script = as_played(write(parts), NEW_POSITION)
    film = timeline(script, narrator.telling(Voice.BELLS, ()))
    value = json.loads(video_job(film, NAME, narrator))
    shown = {segment.get(key, "") for segment in value["segments"] for key in ("label", "side", "name")}
    return Screen(
        lines(*(plain(text) for texts in said for text in texts), *map(plain, sorted(shown))),
        keys.home_row(words),
    )


def _empty(today: date) -> PhysioFacts:
    return PhysioFacts(four_weeks((), (), (), UTC, today))


def _more_than_fits(library: Library, today: date) -> PhysioFacts:
    titles = [one.title for one in library.exercises.values()] * 2
    entries = [
        Entry("morning", "cat-cow", NOON - timedelta(days=ago), 300, Phase.FINISHED) for ago in range(28)
    ]
    notes = [
        PainNote(NOON - timedelta(days=ago), when, ago % 7)
        for ago in range(28)
        for when in (NotedWhen.BEFORE, NotedWhen.AFTER)
    ]
    done = four_weeks(entries, (), notes, UTC, today)
    days = [today - timedelta(days=ago) for ago in range(12)]
    return PhysioFacts(
        done,
        [Stop(day, title, SoreSpot.BACK, day) for day, title in zip(days, titles, strict=False)],
        days,
        titles[:12],
        [Often(title, 12) for title in titles[:12]],
        [Often(title, 12, "3 × 15 s a side") for title in titles[:16]],
        frozenset(Tag),
        "sit an hour " * 20,
        [(day, 10) for day in days[:4]],
        [Remark(day, 10, "stiff, slept badly " * 20) for day in days],
    )
