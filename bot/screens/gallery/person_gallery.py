"""Welcome, questions, home and trouble, with sample facts."""

from dataclasses import replace
from datetime import time

from bot.domain.admission.access import Access
from bot.domain.library.exercise import Equipment, Tag
from bot.domain.library.library import Library
from bot.domain.person.person import (
    GENTLE_UNTIL_YES,
    LOCKS,
    Age,
    Cleared,
    Floor,
    Pictures,
    Preferences,
    Seen,
)
from bot.domain.person.voice_level import Voice
from bot.domain.progress.tally import WeekSoFar
from bot.domain.typed.danger.heard import IN_DANGER, MAY_BE_DOUBTED
from bot.domain.typed.danger.help_lines import AskedIfMeant
from bot.screens.admission.outside_screens import Outsider, cannot_follow, outside, too_many, wrong
from bot.screens.buttons.actions import (
    DoExercise,
    DoRoutine,
    DoToday,
    MeantIt,
    NotMeant,
    OpenExercise,
    Place,
    SetLevel,
    SettingsGroup,
)
from bot.screens.gallery.samples import NAME, SESSION, Named
from bot.screens.person import (
    complaint_screens,
    danger_screens,
    home,
    pregnancy_screens,
    questions,
    settings_screens,
    signs,
    welcome,
    wish_screens,
)
from bot.screens.person.privacy_screens import LABELS, Kept, privacy
from bot.screens.progress import progress_screen
from bot.screens.screen import Button, Words
from bot.screens.session.left_to_do import coming, told


def about_privacy(words: Words) -> Named:
    kept = Kept([words("kept-people"), words("kept-sessions")], 7, 90, 48, NAME)
    for place in LABELS:
        yield f"privacy/{place.value}", privacy(place, kept, words)
    unnamed = replace(kept, copies=0, contact="")
    yield "privacy/nobody-named", privacy(Place.PRIVACY_YOURS, unnamed, words)
    yield "privacy/no-copies", privacy(Place.PRIVACY_TIME, unnamed, words)


def first_minute(library: Library, words: Words) -> Named:
    yield "welcome", welcome.hello(NAME, library.hello, words)
    yield "welcome/nameless", welcome.hello("", library.hello, words)
    yield "welcome/what-is-this", welcome.what_is_this(library.hello, words)
    first = DoRoutine(welcome.FIRST_ROUTINE)
    yield "signs", signs.signs(first, None, words)
    yield "signs/after-a-tap", signs.signs(first, 1, words)
    yield "signs/where", signs.where_is_it(first, words)
    yield "signs/news", signs.anything_new(first, None, words)
    for tier in (Cleared.EMERGENCY, Cleared.URGENT, Cleared.SOON):
        yield f"signs/{tier.value}", welcome.signs_answer(tier, words)
    for tier in (Cleared.EMERGENCY, Cleared.URGENT):
        yield f"signs/{tier.value}/closed", welcome.closed(tier, words)
    for tag in sorted(LOCKS, key=lambda tag: tag.value):
        yield f"locked/{tag.value}", welcome.locked(tag, words)
        yield f"locked/{tag.value}/opened", welcome.opened(tag, 4, words)
    yield "pregnancy/how", pregnancy_screens.ask_how(words)
    yield "pregnancy/lost", pregnancy_screens.ask_how(words, is_lost=True)
    yield "pregnancy/caesarean", pregnancy_screens.ask_caesarean(words)
    yield "pregnancy/locked", pregnancy_screens.locked(words)
    yield "minor", welcome.minor(words)
    yield from _dangers(words)
    yield from _complaints(library, words)


def _dangers(words: Words) -> Named:
    heard = words("danger-now")  # stands for another language
    known = danger_screens.Help(heard, "", "112", "0800 111 0 111")
    for tier in sorted(IN_DANGER, key=lambda tier: tier.value):
        yield f"danger/{tier.value}", danger_screens.danger(tier, known, words, "1201-1203")
        yield f"danger/{tier.value}/nothing-known", danger_screens.danger(tier, danger_screens.Help(), words)
    asked = danger_screens.asked_in(words)
    hardly, may_be = danger_screens.Question(asked), danger_screens.Question(asked, at_hand=known)
    for tier in sorted(MAY_BE_DOUBTED, key=lambda tier: tier.value):
        yes = MeantIt(tier.value, "en", 0)
        yield f"danger/{tier.value}/asked", danger_screens.asked(hardly, yes, NotMeant(0), words)
        yield (
            f"danger/{tier.value}/asked-beside-a-number",
            danger_screens.asked(may_be, yes, NotMeant(0), words),
        )
    foreign = AskedIfMeant(asked.danger, asked.doctor, words("choice-wish-yes"), words("button-not-now"))
    meant = MeantIt("now", "de", 0)
    yield (
        "danger/asked-in-two-languages",
        danger_screens.asked(danger_screens.Question(asked, foreign), meant, NotMeant(SESSION), words),
    )
    yield "danger/all-well", danger_screens.all_well(words)
    yield "danger/until-clear", danger_screens.until_clear(words)
    yield "danger/shall-go-on", danger_screens.shall_go_on(words, is_back=True)
    yield "danger/shall-go-on/early", danger_screens.shall_go_on(words, is_back=False)


def _complaints(library: Library, words: Words) -> Named:
    moves = [(one.usual.ref, one.title) for one in library.exercises.values()][:4]
    yield "complaint", complaint_screens.complaint(words)
    yield "complaint/unsure", complaint_screens.unsure(moves[:2], words)
    yield "complaint/which-move", complaint_screens.in_which_move(moves, words)
    yield "complaint/which-move/none", complaint_screens.in_which_move((), words)
    yield "complaint/move-noted", complaint_screens.move_noted(moves[0][1], words)
    yield "everyday", complaint_screens.everyday(todays(library), words)
    yield "low-back", complaint_screens.low_back(words)
    yield "ill", complaint_screens.ill(words)
    for tags in (frozenset({Tag.KNEES}), frozenset(Tag)):
        yield f"work-around/{len(tags)}", complaint_screens.work_around(tags, words)
        yield f"work-around/{len(tags)}/set", complaint_screens.works_around(tags, words)
        yield f"work-around/{len(tags)}/asked", complaint_screens.suits(tags, None, words)
        yield (
            f"work-around/{len(tags)}/instead",
            complaint_screens.fits_now(tags, moves[0][1], moves[1][1], words),
        )
        yield f"work-around/{len(tags)}/left-out", complaint_screens.fits_now(tags, moves[0][1], None, words)
        yield (
            f"work-around/{len(tags)}/set/gentle",
            complaint_screens.works_around(tags, words, todays(library)),
        )


def asking(words: Words) -> Named:
    tags = frozenset({Tag.KNEES, Tag.EYES})
    told = Preferences(age=Age.MIDDLE, seen=Seen.OLD, tags=tags, floor=Floor.BED, level=2, minutes=10, goal=5)
    told = replace(told, is_large=True, equipment=frozenset({Equipment.CHAIR, Equipment.TOWEL}))
    yield "ask/seen", questions.ask_seen(Place.ASK_TAGS, words)
    yield "ask/seen/new", questions.seen_new(Place.ASK_TAGS, words)
    yield "ask/tags", questions.ask_tags(Preferences(), words)
    every = frozenset(Tag)
    yield "ask/tags/opened", questions.ask_tags(Preferences(), words, (Tag.SURGERY, 4))
    yield "ask/tags/all", questions.ask_tags(Preferences(tags=every, will_ask=every), words)
    yield "ask/may-move", questions.ask_may_move(GENTLE_UNTIL_YES, None, words)
    yield "ask/floor", questions.ask_floor(Place.ASK_AGE, words)
    yield "ask/floor/first", questions.ask_floor_first(DoRoutine(welcome.FIRST_ROUTINE), words)
    yield "ask/age", questions.ask_age(Place.ASKED, words)
    yield "ask/level", questions.ask_level(2, words)
    yield "ask/equipment", questions.ask_equipment(frozenset({Equipment.WALL}), words)
    yield "ask/minutes", questions.ask_minutes(None, words)
    yield "ask/goal", questions.ask_goal(4, words)
    for how in Pictures:
        said = words(f"pictures-{how.value}")
        yield f"ask/pictures/{how.value}", questions.ask_pictures(how, words, said=said)
    yield "ask/pictures", questions.ask_pictures(Pictures.MOVING, words)
    names = {"de": "Deutsch", "en": "English", "pt-br": "Português (Brasil)"}
    yield "ask/voice", questions.ask_voice(Voice.BRIEF, words)
    yield "ask/language", questions.ask_language(names, "en", words)
    yield "ask/in-words", questions.offer_words_only(words)
    yield "settings", settings_screens.settings(words)
    for group in SettingsGroup:
        yield f"settings/{group.value}", settings_screens.settings_of(group, Preferences(), words)
        yield (
            f"settings/{group.value}/told",
            settings_screens.settings_of(group, told, words, "English", has_films=True),
        )
    for nights in (0, 1, 7):
        yield f"delete/{nights}", questions.ask_delete(nights, words)
    yield "deleted", questions.deleted(words)


def homes(library: Library, words: Words) -> Named:
    today = todays(library)
    lengths = [home.Length(DoToday(minutes), minutes) for minutes in (2, 10, 15)]
    days = progress_screen.days_of(WeekSoFar(2, 4, 600), words)
    yield "home", home.home(NAME, today, days, lengths, words)
    away = words("away-yesterday", time=words.clock(time(8, 30)))
    yield "home/away", home.home(NAME, today, days, lengths, words, away)
    yield "home/back-again/away", home.back_again(NAME, today, words, away)
    yield "home/nameless", home.home("", replace(today, minutes=1), None, (), words)
    yield "home/back-again", home.back_again(NAME, today, words)
    yield "home/back-again/nameless", home.back_again("", today, words)
    yield "more", home.more(None, words)


def wished(library: Library, words: Words) -> Named:
    move = next(iter(library.exercises.values()))
    up = Button(words("choice-level-2"), SetLevel(2))
    yield "wish/asked-back", wish_screens.ask_back(words("ask-wish-harder"), (up,), words)
    yield "wish/told", wish_screens.told(words("wish-never"), [], words)
    yield "wish/sad", wish_screens.sad(words)
    yield "wish/motivation", wish_screens.motivation(words)
    yield "wish/stop-reminders", wish_screens.stop_reminders(words)
    yield "wish/too-many", wish_screens.too_many(words)
    yield "wish/seated", wish_screens.seated(words, is_always=False)
    yield "wish/seated-always", wish_screens.seated(words, is_always=True)
    yield "wish/gentlest", wish_screens.gentlest(words)
    yield "wish/session-left", told(SESSION, words("session-left", moves=2, minutes=3), words)
    yield "wish/session-coming", coming(SESSION, move.title, words)
    yield "wish/session-coming-none", coming(SESSION, None, words)


def todays(library: Library) -> home.Today:
    plan = next(iter(library.routines.values()))
    return home.Today(DoRoutine(plan.slug), plan.title, 2)


def trouble(library: Library, words: Words) -> Named:
    plan = next(iter(library.routines.values()))
    some = tuple(library.exercises.values())
    what = DoExercise(some[0].slug, some[0].usual.ref.form)
    yield "not-understood", wish_screens.not_understood(None, words)
    nearly = Button(some[0].title, OpenExercise(some[0].slug))
    yield "not-understood/nearly", wish_screens.not_understood(nearly, words)
    for kind in ("sticker", "voice", "other"):
        yield f"not-words/{kind}", home.not_words(kind, words)
    yield "our-fault", home.our_fault(words)
    yield "plenty", home.too_many_sessions(50, words)
    yield "nothing-running", home.nothing_running(words)
    yield "retired", home.retired(words)
    yield "session-open", home.session_open(SESSION, plan.title, what, words)
    yield "way-back", home.with_way_back(home.help_screen(words), SESSION, words)
    yield from _outside(words)
    yield "group", home.in_a_group("unhunch_bot", words)


def _outside(words: Words) -> Named:
    ana = Outsider(Access.STRANGER, NAME, 1234567890, has_data=False, has_word=True)
    yield "outside/word", outside(ana, words)
    yield "outside/list", outside(replace(ana, has_word=False, contact=NAME), words)
    yield "outside/was-in", outside(replace(ana, name="", has_data=True), words)
    yield "outside/wrong", outside(ana, words, note=wrong(words))
    yield "outside/tries", outside(ana, words, note=too_many(1, words))
    yield "outside/unwell", outside(ana, words, is_unwell=True)
    yield "cannot-follow", cannot_follow(words, has_home=True)
    yield "outside/cannot-follow", cannot_follow(words, has_home=False)
    yield "outside/banned", outside(replace(ana, access=Access.BANNED, has_data=True), words)
