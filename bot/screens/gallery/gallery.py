"""Every screen with sample facts, by name: tests check them, and they can be looked at without Telegram."""

from typing import get_args

from bot.domain.library.library import Library
from bot.screens.gallery import (
    choosing_gallery,
    following_gallery,
    hurting_gallery,
    pain_gallery,
    papers_gallery,
    person_gallery,
    progress_gallery,
    session_gallery,
)
from bot.screens.gallery.admin_gallery import admin_gallery
from bot.screens.gallery.own_exercise_gallery import own_exercise_gallery
from bot.screens.gallery.own_gallery import own_gallery
from bot.screens.gallery.reminder_gallery import reminders_gallery
from bot.screens.gallery.samples import Named
from bot.screens.pages import Page, page
from bot.screens.screen import Screen, Words


def gallery(library: Library, words: Words) -> dict[str, Screen]:
    return dict(_all(library, words))


def _all(library: Library, words: Words) -> Named:
    yield from person_gallery.first_minute(library, words)
    yield from person_gallery.about_privacy(words)
    yield from person_gallery.asking(words)
    yield from person_gallery.homes(library, words)
    yield from progress_gallery.progress(library, words)
    yield from progress_gallery.looking_back(library, words)
    yield from progress_gallery.again(library, words)
    for programme in library.programmes.values():
        yield from progress_gallery.programme(programme, library, words)
    yield from person_gallery.trouble(library, words)
    yield from person_gallery.wished(library, words)
    yield from papers_gallery.papers(library, words)
    yield from choosing_gallery.exercises(library, words)
    yield from choosing_gallery.your_moves(library, words)
    yield from choosing_gallery.left_out(library, words)
    yield from choosing_gallery.topics(library, words)
    yield from choosing_gallery.routines(library, words)
    yield from _pages(words)
    yield from own_gallery(library, words)
    yield from own_exercise_gallery(words)
    yield from reminders_gallery(library, words)
    for one in library.exercises.values():
        for form in one.forms:
            yield from session_gallery.playing(one, form, words)
    yield from session_gallery.standing_still(library, words)
    yield from session_gallery.on_the_way(library, words)
    yield from session_gallery.endings(library, words)
    yield from session_gallery.level_answers(words)
    yield from following_gallery.followed(library, words)
    yield from hurting_gallery.hurting_gallery(library, words)
    yield from pain_gallery.pain_gallery(words)
    yield from admin_gallery(words)


def _pages(words: Words) -> Named:
    for place in get_args(Page):
        yield f"page/{place.name.lower().replace('_', '-')}", page(place, words)
