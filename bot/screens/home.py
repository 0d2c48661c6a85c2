"""Home, and the screens for when something is not as it should be."""

from bot.domain.exercise import Exercise
from bot.screens import keys
from bot.screens.actions import DoRoutine, Go, Instead, OpenExercise, OpenRoutine, Place, Resume, What
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain


def home(name: str, today: str, title: str, minutes: int, words: Words) -> Screen:
    """`today`: slug of the routine offered, `title` its name."""
    greeting = words("greeting-day", name=name) if name else words("welcome-nameless")
    text = lines(bold(greeting), plain(words("home-today", title=title, minutes=minutes)))
    start = keys.primary(words("choice-start", minutes=minutes), DoRoutine(today))
    return Screen(text, (start, *_places(words)))


def _places(words: Words) -> Rows:
    return (
        (
            Button(words("button-exercises"), Go(Place.EXERCISES)),
            Button(words("button-routines"), Go(Place.ROUTINES)),
        ),
        (Button(words("button-settings"), Go(Place.SETTINGS)), Button(words("button-help"), Go(Place.HELP))),
    )


def help_screen(words: Words) -> Screen:
    stop = lines(words("help-stop-title"), words("help-stop"))
    text = lines(plain(words("help")), folded(stop), folded(words("disclaimer")))
    return Screen(text, (*_places(words)[:1], *keys.home_row(words)))


def not_understood(guesses: tuple[Exercise, ...], routine: str, title: str, words: Words) -> Screen:
    """Up to two exercises that may have been meant, and a routine, which is always a way on."""
    rows = (
        *((Button(exercise.title, OpenExercise(exercise.slug)),) for exercise in guesses[:2]),
        (Button(title, OpenRoutine(routine)),),
        (Button(words("button-help"), Go(Place.HELP)), keys.home(words)),
    )
    return Screen(plain(words("not-understood")), rows)


def not_words(words: Words) -> Screen:
    return Screen(plain(words("not-words")), (*_places(words), *keys.home_row(words)))


def our_fault(words: Words) -> Screen:
    return Screen(plain(words("our-fault")), (keys.primary(words("button-home"), Go(Place.HOME)),))


def nothing_running(words: Words) -> Screen:
    return Screen(plain(words("nothing-running")), (*_places(words)[:1], *keys.home_row(words)))


def retired(words: Words) -> Screen:
    return Screen(plain(words("retired")), (*_places(words)[:1], *keys.home_row(words)))


def session_open(session: int, title: str, what: What, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-resume"), Resume(session)),
        (Button(words("choice-instead"), Instead(session, what)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("session-open-elsewhere", title=title)), rows)


def in_a_group(bot: str, words: Words) -> Screen:
    return Screen(plain(lines(words("groups"), f"@{bot}")))


def with_way_back(screen: Screen, session: int, words: Words) -> Screen:
    """The same screen for someone with a session waiting: the way back to it stands first."""
    back = (Button(words("choice-resume"), Resume(session)),)
    return Screen(screen.text, (back, *screen.rows), screen.picture, screen.card, screen.leaves)
