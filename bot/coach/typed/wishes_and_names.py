"""Answers wishes and names in a text that nothing in view could use."""

from bot.coach.case import Answer, Case
from bot.coach.own import own_list
from bot.coach.person import complaints
from bot.coach.session import play
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed import how_it_was, meaning, replying
from bot.coach.typed.finding import search
from bot.coach.typed.not_made_out import not_understood
from bot.coach.typed.reminders import times_said
from bot.coach.typed.wishes import during_session, wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.domain.library.exercise import Tag
from bot.domain.person.person import GENTLE_UNTIL_YES, LOCKS
from bot.domain.plain_text import phrase
from bot.domain.session.session import Move
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.after_correction import after_correction
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.ideas import KnownIdea, Situation
from bot.domain.typed.wishes.wish import Wish
from bot.screens.person import home, wish_screens

_MOST_TO_LET_IT_BE = 3
"""Words."""

_LEADS_ELSEWHERE = wishes.LEADS_TO_MOVES - {Wish.HURTS} | {
    *(Wish.SEATED, Wish.NO_FLOOR, Wish.SETTINGS, Wish.PROGRESS, Wish.REMINDERS, Wish.HOME, Wish.HELP),
    *(Wish.LEARN, Wish.PAIN, Wish.PHYSIO_PAGE, Wish.LEFT_OUT),
}
"""What people may want when they stop and ask for something else in the same message."""

_ASKED_FIRST = LOCKS | GENTLE_UNTIL_YES | {Tag.PREGNANT}

_ONLY_WAITS = frozenset({Wish.PAUSE, Wish.BUSY, Wish.GO_ON})
"""What somebody may want who says it right behind a stop: the last word holds."""

_NEVER_IN_PLACE = frozenset({Wish.DELETE, Wish.STOP_REMINDERS, Wish.EXPORT})
"""What a few words behind "nah" never mean: "leave them"."""

_NO_ANSWER_TO_SIGNS = (Wish.Q_LANGUAGES, Wish.AGE)
"""After these the signs are asked about again. People who are under age were noticed earlier."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    found = wishes.meant(case, text)
    if left := (
        _limit_first(case, text, found)
        or how_it_was.ask_again_if_unclear(case, text)
        or replying.answer_no_to_nothing(case, text)
        or _of_no_session(case, text, found)
        or during_session.swaps_for(case, text, found)
        or _stops_and_goes_on(case, text, vocabulary)
        or _as_corrected(case, text, vocabulary)
    ):
        return left
    if wish := meaning.wish(text, vocabulary):
        return grant(Request(case, text, Meant(wish, True, found.ideas if found else {})))
    if found and replying.asks_signs(case) and (not found.is_sure or found.wish in _NO_ANSWER_TO_SIGNS):
        return not_understood(case, text)
    if action := meaning.part_of_a_button(case, text):
        return tapped(case, action)
    if again := replying.ends_still_asked(case, found):
        return again
    if own := own_list.by_name(case, text):
        return own
    if asked := times_said.by_itself(case, text, vocabulary):
        return asked
    looks = (
        not found
        or wishes.names_go_first(case, found)
        or (not found.is_sure and search.is_a_title(case, text))
    )
    if looks and (named := search.named(case, text, wishes.least_scores(case, text, found))):
        return named
    if found and found.wish is not Wish.OFF_TOPIC and not wishes.may_be_looked_for(found):
        return grant(Request(case, text, found))
    named = search.anything(case, text, vocabulary) if not wishes.hurts(case, text) else None
    return named or not_understood(case, text, found)


def _limit_first(case: Case, text: str, found: Meant | None) -> Answer | None:
    """ "Can I do cat-cow with a slipped disc": what bars moves is asked about before any is shown."""
    if found is None or found.wish not in wishes.LEADS_TO_MOVES:
        return None
    named = _ASKED_FIRST.intersection(slots.tags(found.ideas)) - case.who.tags
    denials = case.language.vocabulary.said.ideas.get(KnownIdea.NOT_SO.value, ())
    if not named or slots.denies_tags(text, found.ideas, denials):
        return None
    return complaints.told(case, Heard(Tier.WORK_AROUND, case.language.tag, named))


def _of_no_session(case: Case, text: str, found: Meant | None) -> Answer | None:
    """Answers "Slower" and "carry on" when no session is running, instead of showing what sounds similar."""
    is_other = (found and found.is_sure) or search.is_a_name(case, text) or own_list.by_name(case, text)
    if is_other or meaning.wish(text, case.language.vocabulary):
        return None
    is_idle = wishes.situation_of(case) is Situation.ANYWHERE and wishes.is_of_a_session(case, text)
    return Answer(home.nothing_running(case.words)) if is_idle else None


def _stops_and_goes_on(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Stop. 6 min seated": what runs is over, and what they want instead is shown. "End it… just pause" ends nothing."""
    stops, *rest = wishes.CLAUSES.split(text.strip(), maxsplit=1)
    live, wanted = live_of(case), "".join(rest).strip()
    if not wanted or live is None or not _ends_it(case, stops, vocabulary) or wishes.hurts(case, text):
        return None
    found = wishes.meant(case, wanted)
    if found is None or not found.is_sure or found.wish not in _LEADS_ELSEWHERE | _ONLY_WAITS:
        return None
    if found.wish in _LEADS_ELSEWHERE:
        play.stop(case)
    return answer(case, wanted, vocabulary)


def _ends_it(case: Case, said: str, vocabulary: Vocabulary) -> bool:
    found = wishes.meant(case, said) if said.strip() else None
    is_wished = found is not None and found.is_sure and found.wish is Wish.STOP
    return is_wished or vocabulary.moves.get(phrase(said)) is Move.STOP


def _as_corrected(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Exercises list? Sorry, routines list": forgets what they said first, if the rest can be understood."""
    corrected = after_correction(text, vocabulary.when)
    if _lets_it_be(corrected, vocabulary):
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    clauses = (corrected, wishes.CLAUSES.split(corrected, maxsplit=1)[0])
    understood = next((each for each in clauses if each and _is_understood(case, each, vocabulary)), None)
    return answer(case, understood, vocabulary) if understood else None


def _lets_it_be(text: str, vocabulary: Vocabulary) -> bool:
    """True if the first words take back what was said before: "Forget it, leave them"."""
    words = text.split()
    begun = (" ".join(words[:end]) for end in range(1, _MOST_TO_LET_IT_BE + 1))
    return any(said_back(each, vocabulary.replies) == {SaidBack.LET_BE} for each in begun)


def _is_understood(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    found = wishes.meant(case, text)
    if found is not None and found.wish in _NEVER_IN_PLACE:
        return False
    named = search.named(case, text, wishes.least_scores(case, text, found))
    return bool(named or meaning.wish(text, vocabulary) or (found and found.is_sure))
