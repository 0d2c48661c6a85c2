"""A session followed by a recording, with sample facts."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.exercise import Exercise, Form
from bot.domain.library.library import Library
from bot.domain.session.script import NEW_POSITION, Part, Script, write
from bot.domain.session.session import Led, Phase, Session, begin
from bot.domain.session.timeline import as_played
from bot.screens.as_files import Ways, with_files
from bot.screens.buttons.actions import DoToday, ToSee
from bot.screens.gallery.samples import NAME, NOON, SESSION, Named
from bot.screens.person.home import Length, Today, back_again, home
from bot.screens.progress.planned_card import Card, planned_card
from bot.screens.reminders.reminder_message import Invitation, message
from bot.screens.screen import Paper, Words
from bot.screens.session import following, how_far_screen
from bot.screens.session.player import player

AN_HOUR = timedelta(hours=1)


def followed(library: Library, words: Words) -> Named:
    one = next(iter(library.exercises.values()))
    form = one.usual
    session = _listening(form)
    told = following.Film(session, NAME, [one.title, one.title], NOON.date())
    for job in ("sound", "video"):
        yield f"file/{job}", following.file(told, Paper(job, "{}", NAME, SESSION), words)
    yield "file/is-on", following.is_on(session, NAME, words)
    asked = replace(begin(SESSION, 1, "", _script(form, form), NOON, led=Led.BY_FILE), phase=Phase.ASKED)
    yield "file/asked", player(asked, None, None, words)
    yield "file/how-far", how_far_screen.ask(asked, [one.title, one.title], words)
    yield "file/stopped", following.stopped(session, NAME, following.StoppedAt(one.title, 1, 1), words)
    what = ToSee(DoToday())
    yield "file/new-on-floor", following.show_first(what, form.ref.exercise, form.ref.form, one.title, words)
    today = Today(DoToday(), NAME, 3)
    yield "file/not-today", following.not_today(today, words)
    yield "file/not-today/nothing", following.not_today(None, words)
    for can_be_heard in (False, True):
        screen = following.too_long(what, AN_HOUR, AN_HOUR / 2, words, can_be_heard=can_be_heard)
        yield f"file/too-long/{can_be_heard}", screen
    for no_room in (False, True):
        yield f"file/not-made/{no_room}", following.not_made(SESSION, words, no_room=no_room)
    yield from _offered(one, form, words)


def _offered(one: Exercise, form: Form, words: Words) -> Named:
    today = Today(DoToday(), NAME, 5)
    lengths = [Length(DoToday(minutes), minutes) for minutes in (2, 10, 15)]
    yield "file/offered/reminder", message(Invitation(SESSION, 0, 5, can_listen=True), NOON, None, words)
    screens = {
        "home": home(NAME, today, None, lengths, words),
        "back": back_again(NAME, today, words),
        "planned": planned_card(Card(DoToday(), NAME, "", 300, [(one, Part(form, form.dose(1)))]), words),
    }
    for name, screen in screens.items():
        for watches in (False, True):
            for first in (False, True):
                ways = Ways(watches=watches, first=first)
                yield f"file/offered/{name}/{watches}/{first}", with_files(screen, ways, words)


def _listening(form: Form) -> Session:
    return begin(SESSION, 1, "", _script(form), NOON, led=Led.BY_FILE)


def _script(*forms: Form) -> Script:
    return as_played(write([Part(form, form.dose(1)) for form in forms]), NEW_POSITION)
