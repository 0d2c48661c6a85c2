"""Pain notes, with sample facts."""

from bot.domain.person.check_ins import CheckInPart
from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.domain.progress.pain_concerns import Concern
from bot.domain.progress.pain_weeks import Compared
from bot.screens.buttons.actions import DoRoutine
from bot.screens.gallery.samples import NOON, SESSION, Named
from bot.screens.person import check_in_screens
from bot.screens.person import pain_screens as screens
from bot.screens.person.check_in_screens import Recap
from bot.screens.person.home import Today
from bot.screens.screen import Words

GENTLE = Today(DoRoutine("gentle"), "Gentle", 4)
SIX = PainNote(NOON, NotedWhen.ANY, 6, words="<b> Ana, Berlin", id=12)
EIGHT = PainNote(NOON, NotedWhen.BEFORE, 8, Stage.MODERATE, id=11)
WORSE = PainNote(NOON, NotedWhen.MORNING, morning=Morning.WORSE, id=10)


def pain_gallery(words: Words) -> Named:
    yield "pain/ask", screens.ask(None, words)
    yield "pain/ask/not-a-number", screens.ask(None, words, words("pain-not-a-number"))
    yield "pain/ask/before", screens.ask(DoRoutine("morning"), words)
    yield "pain/in-words", screens.ask_in_words(None, words)
    yield "pain/in-words/before", screens.ask_in_words(DoRoutine("morning"), words)
    yield "pain/noted", screens.noted(SIX, GENTLE, words)
    yield "pain/noted/done", screens.noted(SIX, GENTLE, words, is_done=True)
    yield "pain/noted/instead", screens.noted(SIX, None, words, is_instead=True)
    yield "pain/noted/high", screens.noted(EIGHT, GENTLE, words)
    yield "pain/add-words", screens.ask_for_words(words)
    yield "pain/words-noted", screens.noted_words(12, words)
    yield (
        "pain/notes",
        screens.last_notes([screens.NotedPain(each, NOON) for each in (SIX, EIGHT, WORSE)], words),
    )
    yield "pain/notes/none", screens.last_notes([], words)
    yield "pain/taken-back", screens.taken_back(words)
    yield "pain/strong-day", screens.strong_day(GENTLE, words)
    yield "pain/after", screens.ask_after(SESSION, words)
    yield "pain/after/much-more", screens.much_more(words)
    yield "pain/morning", screens.ask_morning(None, words)
    yield "pain/morning/before", screens.ask_morning(DoRoutine("morning"), words)
    yield "pain/morning/worse", screens.worse_morning(words)
    for concern in Concern:
        yield f"pain/concern/{concern.value}", screens.concerned(concern, None, words)
    yield "pain/concern/before", screens.concerned(Concern.HIGH, DoRoutine("morning"), words)
    yield "pain/as-usual", screens.as_usual(None, words)
    yield "pain/as-usual/before", screens.as_usual(DoRoutine("morning"), words)
    yield from _check_in(words)


def _check_in(words: Words) -> Named:
    for part in CheckInPart:
        yield f"week/{part.name.lower()}", check_in_screens.ask(5, part, "Berlin <b> Ana", words)
    yield "week/begins", check_in_screens.ask(0, CheckInPart.PAIN, None, words)
    yield "week/name-limit", check_in_screens.name_limit(5, words)
    yield "week/name-limit/alone", check_in_screens.name_limit(None, words)
    for found in Compared:
        yield f"week/recap/{found.value}", check_in_screens.recap(Recap(4, 1860, found), words)
    yield "week/recap/quiet", check_in_screens.recap(Recap(0, 0, Compared.TOO_FEW), words)
    concerned = Recap(1, 60, Compared.HIGHER, Concern.RISING)
    yield "week/recap/concern", check_in_screens.recap(concerned, words)
    yield "week/day", check_in_screens.ask_day(6, words)
