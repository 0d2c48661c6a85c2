"""Hears what people wish for in their own words: first by rules, then with the trained ear, if there is one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from bot.coach.case import Case
from bot.coach.session.live import live_of
from bot.coach.typed.finding.index import SubjectKind
from bot.coach.typed.finding.ranking import SURE
from bot.coach.typed.finding.search import ALL_BUT_FILLERS
from bot.coach.view.in_view import card_in_view
from bot.domain.person.pain_notes import PainNote
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.ear import Ear
from bot.domain.typed.when.change_said import refuses, says_change
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.asked_to_know import asks_to_know
from bot.domain.typed.wishes.decision import BY_THEIR_WORDS, CERTAIN, IN_SESSION, Meant, decide
from bot.domain.typed.wishes.ideas import Hearing, KnownIdea, Situation, WishWords, hear, split
from bot.domain.typed.wishes.wish import Wish

CLAUSES = re.compile(r"[.,;:!\n…–—]+\s*|\s+-+\s+|\s+and\s+", re.IGNORECASE)

LONGEST_FOR_THE_EAR = 400
"""Characters; a longer text tells a story."""

LEADS_TO_MOVES = frozenset(
    {
        *(Wish.FIND, Wish.EXERCISES, Wish.START, Wish.SURPRISE, Wish.REPEAT, Wish.GENTLE, Wish.MINUTES),
        *(Wish.ROUTINES, Wish.PROGRAMME, Wish.HURTS),
    }
)
"""Never granted if the same words say that something hurts."""

ABOUT_LIMITS = frozenset({Wish.WORK_AROUND, Wish.LACKS, Wish.NEVER, Wish.UNWELL, Wish.SEATED})
"""Never answered with something that has a similar name."""

OF_REMINDERS = frozenset(
    {
        *(Wish.REMINDERS, Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS, Wish.RESUME_REMINDERS),
        *(Wish.CHANGE_REMINDER, Wish.TOO_MANY, Wish.HOLIDAY),
    }
)

ANSWERS = frozenset({Wish.FIND, Wish.PLACE, Wish.OFF_TOPIC, Wish.THANKS, Wish.GREETING, Wish.OK})
"""These may also be answers to what the bot asked: a move, a city."""

ANSWERED_ANYWAY = frozenset(
    {
        *(Wish.REMIND, Wish.REMINDERS, Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS, Wish.CHANGE_REMINDER),
        *(Wish.EXPORT, Wish.DELETE, Wish.PRIVACY, Wish.DISCREET, Wish.NEVER, Wish.BETTER, Wish.MAKE_OWN),
        *(Wish.PICTURES, Wish.PICTURES_STILL, Wish.PICTURES_OFF),
    }
)
"""Instructions that lead to no move, and count even beside a word of hurting: "the pictures make me dizzy"."""

BESIDE_DANGER = frozenset(
    {
        *(Wish.REMIND, Wish.REMINDERS, Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS, Wish.RESUME_REMINDERS),
        *(
            Wish.CHANGE_REMINDER,
            Wish.EXPORT,
            Wish.DELETE,
            Wish.PRIVACY,
            Wish.DISCREET,
            Wish.LANGUAGE,
            Wish.SETTINGS,
        ),
        *(Wish.HOME, Wish.ABOUT, Wish.HELP, Wish.DOCTOR_QUESTION),
    }
)
"""Granted below whom to call, and below the question whether danger was meant: they lead to no move, and are no plea for help."""

SURELY_BESIDE_DANGER = frozenset(
    {
        *(Wish.REMINDERS, Wish.PAUSE_REMINDERS, Wish.STOP_REMINDERS, Wish.RESUME_REMINDERS),
        *(Wish.CHANGE_REMINDER, Wish.EXPORT, Wish.DELETE),
    }
)
"""Those that are granted there even in people's own words. A reminder needs a time as well."""

ABOUT_TIMES = frozenset(
    {
        *(Wish.REMIND, Wish.REMINDERS, Wish.CHANGE_REMINDER, Wish.LATER, Wish.PLACE, Wish.MINUTES, Wish.GOAL),
        Wish.OFF_TOPIC,
    }
)
"""A time alone may be heard as one of these."""

NEVER_BY_A_QUESTION = frozenset(
    {
        *(Wish.START, Wish.READY, Wish.GO_ON, Wish.NEXT, Wish.PREVIOUS, Wish.SLOWER),
        *(Wish.LONGER, Wish.REPEAT_THIS, Wish.BYE, Wish.RESUME_REMINDERS),
        *(Wish.DID_IT, Wish.LATER, Wish.NOT_TODAY, Wish.MUTE_TODAY),
    }
)
"""What starts or skips something. Stopping is not among them: "Should I stop?" may be asked in need."""

DONE_AT_ONCE = frozenset({Wish.SURPRISE, Wish.REPEAT, Wish.MINUTES, Wish.SWAP, Wish.EASIER, Wish.LACKS})
"""A question may ask for these too ("what do you recommend"); then they are only offered."""

TOLD_BESIDES = frozenset(
    {
        *(Wish.RECOVERING, Wish.HURT_BEFORE, Wish.HAND_HURTS, Wish.FORGET_PAIN),
        *(Wish.PAIN_WENT_DOWN, Wish.LEFT_OUT, Wish.LIMIT_GONE, Wish.HOLD_TIME),
        *(Wish.NO_UNDO, Wish.DONE_ALONE),
    }
)
"""Certain even in a long sentence, which is then about neither pain in the present move nor praise."""

_WITHOUT_A_TIME = frozenset(
    {
        *(Wish.ERRAND, Wish.EACH_LENGTH, Wish.LONG_ENOUGH, Wish.PAIN_WRONG, Wish.PAIN_OVER_TIME),
        *(Wish.CHANGE_OWN, Wish.OWN_EXERCISE, Wish.SHARED, Wish.DEVICES),
    }
)

A_SLIP = 0.85
"""From this score on, only a letter or two differ."""

MOST_OF_A_NAME = 3
"""The most words in a text that may be a misspelt name when it may also be a wish."""


def situation_of(case: Case) -> Situation:
    """A reminder in view goes first, because it came while the session was left alone."""
    view = card_in_view(case)
    if view and view.nods_to:
        return Situation.REMINDER
    return Situation.SESSION if live_of(case) else Situation.ANYWHERE


def meant(case: Case, text: str) -> Meant | None:
    words, situation = case.language.vocabulary.said, situation_of(case)
    found = _meant(text, words, case.known.ear, situation)
    if found and not _has_what_it_changes(case, found):
        return _meant(text, words, case.known.ear, situation, never=found.wish)
    return found


def _has_what_it_changes(case: Case, found: Meant) -> bool:
    """ "My knees are fine again" is just good news of knees that were never bad, and no wrong number is put right where none was noted."""
    if found.wish is Wish.LIMIT_GONE:
        return _has_limit(case, found)
    return found.wish is not Wish.PAIN_WRONG or last_number(case) is not None


def last_number(case: Case) -> PainNote | None:
    """The last note, where it holds a number and is fresh enough to be put right."""
    last = next(iter(case.store.pain_notes.last(case.person.id, 1)), None)
    is_fresh = last is not None and last.number is not None and case.now - last.at < MAY_BE_PUT_RIGHT
    return last if is_fresh else None


MAY_BE_PUT_RIGHT = timedelta(days=1)


def _has_limit(case: Case, found: Meant) -> bool:
    """Good news about knees that were never bad is just good news."""
    names_floor = KnownIdea.FLOOR.value in found.ideas
    return names_floor or bool(case.who.tags.intersection(slots.tags(found.ideas)))


@lru_cache(maxsize=8)
def _meant(
    text: str, words: WishWords, ear: Ear | None, situation: Situation, *, never: Wish | None = None
) -> Meant | None:
    """Kept for a moment: one message is asked about several times. `never`: there is nothing that it could change."""
    hearings = tuple(each for each in hear(text, words, situation) if each.wish is not never)
    if besides := next((each for each in hearings if each.wish in TOLD_BESIDES), None):
        return Meant(besides.wish, True, besides.ideas)
    by_words = (each for each in hearings if each.wish in BY_THEIR_WORDS and each.share >= CERTAIN)
    if said := next(by_words, None):
        return Meant(said.wish, True, said.ideas)
    is_read = ear is not None and len(text) <= LONGEST_FOR_THE_EAR
    state = None if situation is Situation.ANYWHERE else situation.value
    heard = ear.hears(text, state) if ear and is_read else ()
    if not asks_to_know(text, words):
        return decide(hearings, heard, situation)
    found = decide(*_of_questions(hearings, heard), situation)
    return replace(found, is_sure=False) if found and found.wish in DONE_AT_ONCE else found


def _of_questions(
    hearings: Iterable[Hearing], heard: Iterable[tuple[str, float]]
) -> tuple[tuple[Hearing, ...], tuple[tuple[str, float], ...]]:
    """A question never starts or skips anything, however much it sounds like it."""
    never = {wish.value for wish in NEVER_BY_A_QUESTION}
    hearings = tuple(each for each in hearings if each.wish not in NEVER_BY_A_QUESTION)
    return hearings, tuple(each for each in heard if each[0] not in never)


def is_of_a_session(case: Case, text: str) -> bool:
    """True for a few words that would surely do something in a session, and nothing else."""
    words = case.language.vocabulary.said
    heard = hear(text, words, Situation.SESSION)
    is_short = len(split(text)) <= MOST_OF_A_NAME and "?" not in text
    return bool(heard) and is_short and heard[0].wish in ONLY_IN_A_SESSION and heard[0].share >= CERTAIN


ONLY_IN_A_SESSION = IN_SESSION - {Wish.READY, Wish.STOP, Wish.OK, Wish.SWAP, Wish.STEPS, Wish.LEFT}


def asks(case: Case, text: str) -> bool:
    return asks_to_know(text, case.language.vocabulary.said)


def hurts(case: Case, text: str) -> bool:
    """Ignores the names of moves. If it is true, no move is offered."""
    words = case.language.vocabulary.said
    if _is_told_besides(meant(case, text)):
        return False
    return any(each.wish is Wish.HURTS for each in hear(text, words, Situation.SESSION))


def _is_told_besides(found: Meant | None) -> bool:
    return found is not None and found.wish in TOLD_BESIDES


def names_go_first(case: Case, found: Meant) -> bool:
    is_clear = found.is_sure and found.wish in (Wish.MINUTES, Wish.SEATED)
    return situation_of(case) is Situation.ANYWHERE and not is_clear


def least_scores(case: Case, text: str, found: Meant | None) -> Mapping[SubjectKind, float]:
    """For each kind, the score from which a similar name is opened. If somebody hurts, or says what to leave out, no move is."""
    words, known = split(text), case.language.vocabulary.said.spelling
    is_short = len(words) <= MOST_OF_A_NAME and all(word.isalpha() for word in words)
    is_sure = found is not None and found.is_sure
    is_meant = is_sure and all(map(known.is_known, words))
    if is_meant and len(words) == 1:
        return {}
    least = SURE if is_short and not is_meant else ALL_BUT_FILLERS
    is_limited = found is not None and found.wish in ABOUT_LIMITS
    if is_limited and is_short and not is_sure:
        least = A_SLIP  # "knee rols" names a move, but "no knees" does not
        is_limited = False
    kinds = () if is_limited or hurts(case, text) else tuple(SubjectKind)
    return dict.fromkeys(kinds, least) | {SubjectKind.TOPIC: least if is_sure else SURE}


def may_be_looked_for(found: Meant) -> bool:
    """A thing alone, like "foam roler", may be one that they lack, or one that they want a move with."""
    return found.wish is Wish.LACKS and not found.is_sure and Wish.FIND in found.others


def holds_beside_danger(case: Case, text: str) -> bool:
    found = meant(case, text)
    return found is not None and found.is_sure and found.wish in SURELY_BESIDE_DANGER


def is_about_existing_reminders(case: Case, text: str, *, names_time: bool = False) -> bool:
    """`names_time`: then a change without a word that says so does not count: "hump day 8 pm" may be a new reminder."""
    found = meant(case, text)
    if found is None or found.wish not in OF_REMINDERS:
        return False
    return not (names_time and is_only_like_a_change(case, found, text))


def is_only_like_a_change(case: Case, found: Meant, text: str) -> bool:
    """True if only the trained ear hears it: to the ear, any named time sounds like a change."""
    words = case.language.vocabulary.when
    is_change = found.wish is Wish.CHANGE_REMINDER
    if not found.by_ear_alone or (not is_change and (found.is_sure or refuses(text, words))):
        return False
    return not says_change(text, words)


def tells_a_place(case: Case, text: str) -> bool:
    found = meant(case, text)
    return found is not None and found.is_sure and found.wish is Wish.PLACE


def tells_that_pain_went_down(case: Case, text: str) -> bool:
    """The first of two numbers is how it was before."""
    found = meant(case, text)
    return found is not None and found.wish is Wish.PAIN_WENT_DOWN


def tells_how_they_are(case: Case, text: str) -> bool:
    """ "Better today" does not name a day."""
    found = meant(case, text)
    return found is not None and found.is_sure and found.wish in (Wish.BETTER, Wish.UNWELL)


def names_no_time(case: Case, text: str) -> bool:
    """ "Put me down as a six today", "book me a massage for Saturday": no number and no day in it is one of a reminder."""
    found = meant(case, text)
    if found is None or not found.is_sure:
        return False
    return found.wish in _WITHOUT_A_TIME or (found.wish is Wish.PAIN and "put-down" in found.ideas)


def means_no_time(case: Case, text: str, *, is_vague: bool) -> bool:
    """Beside a vague time, something else need only be likely to count."""
    found = meant(case, text)
    return found is not None and found.wish not in ABOUT_TIMES and (found.is_sure or is_vague)


def is_instruction(case: Case, text: str) -> bool:
    found = meant(case, text)
    return found is not None and found.is_sure and found.wish not in ANSWERS


def asks_what_is_left(case: Case, text: str) -> bool:
    found = meant(case, text)
    return found is not None and found.is_sure and found.wish is Wish.LEFT


def leads_to_moves(case: Case, text: str) -> bool:
    found = meant(case, text)
    return found is not None and found.wish in LEADS_TO_MOVES


def is_no_complaint(case: Case, heard: Heard, text: str) -> bool:
    """A question about hurting, or an instruction beside it, is no complaint. But in a session any word of hurting stops the clock."""
    found, situation = meant(case, text), situation_of(case)
    if found is not None and found.wish is Wish.LIMIT_GONE:
        return heard.tier is not Tier.ILL and not _complains_besides(case, text)
    if _is_told_besides(found) or _is_old(found, heard):
        return True
    if found is None or not found.is_sure or situation is Situation.SESSION:
        return False
    if found.wish is Wish.HOW_DONE:
        return heard.tier in (Tier.COMPLAINT, Tier.WORK_AROUND) and not hurts(case, text)
    if heard.tier is Tier.ILL:
        return situation is Situation.REMINDER and found.wish in (Wish.SICK, Wish.UNWELL)
    return (found.wish.is_question and _asks(found, text)) or found.wish in ANSWERED_ANYWAY


def _complains_besides(case: Case, text: str) -> bool:
    """In "My knee is back to normal. My hand is numb", the first clause is no complaint, but the second one is."""
    others = [each for each in CLAUSES.split(text.strip()) if each]
    heard = [case.known.danger.hears(each) for each in others if len(others) > 1]
    return any(each is not None and each.tier is Tier.COMPLAINT for each in heard)


def _is_old(found: Meant | None, heard: Heard) -> bool:
    """A bad hip without a word of hurting is worked around, and so is a coming operation that is not called "surgery"."""
    if found is None or not found.is_sure or found.wish is not Wish.WORK_AROUND:
        return False
    is_to_come = heard.tier is Tier.WORK_AROUND and KnownIdea.OPERATION_TO_COME.value in found.ideas
    return is_to_come or (heard.tier is Tier.COMPLAINT and "hurting" not in found.ideas)


def _asks(found: Meant, text: str) -> bool:
    """ "Stabbing pain in desk break" is about a desk, and no question."""
    opening = split(found.ideas.get("question", ""))
    return "?" in text or (bool(opening) and split(text)[: len(opening)] == opening)
