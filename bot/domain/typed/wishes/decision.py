"""Decides which wish was meant, from what the rules hear and what the ear (trained on examples) hears."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.typed.wishes.ideas import Hearing, Situation
from bot.domain.typed.wishes.wish import Wish

CERTAIN = 0.8
"""From this share on, the rules' first wish is done if there is no ear."""

CERTAIN_BESIDE_AN_EAR = 0.9
"""The same if there is an ear; below this, rules and ear are added up."""

LIKELY = 0.55
"""From this share on, the rules' first wish is worth asking about."""

OF_RULES, OF_EAR = 0.5, 0.7
"""Weights of the rules' share and the ear's probability, measured on sentences that were new to both."""

SURE_TOGETHER, LIKELY_TOGETHER = 0.65, 0.25

WORTH_NAMING = 0.08
"""From this score on, a wish is named next to the likeliest when people are asked which one they meant."""

CONTRADICTED = 0.8
"""If the ear is this sure of another wish, it casts doubt on what the rules are certain of."""

CLOSE = 0.04
"""Two wishes whose shares differ by less than this leave a doubt."""

IN_SESSION = frozenset(
    {
        *(
            Wish.READY,
            Wish.PAUSE,
            Wish.GO_ON,
            Wish.NEXT,
            Wish.PREVIOUS,
            Wish.OTHER_SIDE,
            Wish.SLOWER,
            Wish.LONGER,
        ),
        *(Wish.LEFT, Wish.SWAP, Wish.STOP, Wish.STEPS, Wish.REPEAT_THIS, Wish.OK),
        *(Wish.COMING, Wish.THIS_ONE),
    }
)
AFTER_REMINDER = frozenset(
    {
        *(Wish.DID_IT, Wish.LATER, Wish.NOT_TODAY, Wish.BUSY, Wish.SICK, Wish.HOLIDAY, Wish.MUTE_TODAY),
        Wish.TOO_MANY,
    }
)
BEGINS = frozenset({Wish.START, Wish.SURPRISE, Wish.REPEAT, Wish.MINUTES})
"""The ear alone never begins a session."""

LIMITS = frozenset({Wish.WORK_AROUND, Wish.NEVER, Wish.LIKE, Wish.LACKS})
LED_TO_MOVES = frozenset({Wish.FIND, Wish.EXERCISES, Wish.GENTLE})

ON_THE_MAT = frozenset(
    {
        *(Wish.LISTEN, Wish.WATCH, Wish.HANDS_FREE, Wish.RINGS),
        *(Wish.VOICE, Wish.VOICE_BRIEF, Wish.VOICE_BELLS),
    }
)
BY_THEIR_WORDS = frozenset(
    {
        *(Wish.PAIN_WRONG, Wish.PAIN_OVER_TIME, Wish.NEVER_TAKEN_BACK, Wish.AS_IT_IS),
        *(Wish.CHANGE_OWN, Wish.OWN_EXERCISE, Wish.EACH_LENGTH, Wish.LONG_ENOUGH),
        *(Wish.SHARED, Wish.DEVICES, Wish.ERRAND, Wish.BREATHING, Wish.TOO_MANY, Wish.BYE),
    }
)
"""Meant as soon as they explain most of a sentence: each takes several ideas that rarely occur together by chance."""

UNLEARNT = (
    ON_THE_MAT
    | BY_THEIR_WORDS
    | {
        Wish.SAD,
        Wish.TOLD_BEFORE,
        Wish.LIMIT_GONE,
        Wish.NO_UNDO,
        Wish.DONE_ALONE,
        Wish.HOW_DONE,
        Wish.CLOCK,
        Wish.COMING,
        Wish.THIS_ONE,
        Wish.SEATED,
    }
)
"""The ear was not trained on these and takes them for something else, so it is not asked about them."""

ELSEWHERE = {
    Situation.ANYWHERE: IN_SESSION | AFTER_REMINDER,
    Situation.SESSION: AFTER_REMINDER,
    Situation.REMINDER: IN_SESSION,
}
"""Wishes that make no sense in a situation."""


@dataclass(frozen=True, slots=True)
class Meant:
    """`is_sure`: it may be done; otherwise the person is asked. `ideas`: what was found in the sentence, by names of
    ideas. `others`: what else may be meant if it isn't sure, the likeliest first. `by_ear_alone`: no rule hears
    it."""

    wish: Wish
    is_sure: bool
    ideas: Mapping[str, str] = field(default_factory=dict, compare=False)
    others: Sequence[Wish] = field(default=(), compare=False)
    by_ear_alone: bool = field(default=False, compare=False)


def decide(
    hearings: Sequence[Hearing],
    heard: Iterable[tuple[str, float]] = (),
    situation: Situation = Situation.ANYWHERE,
) -> Meant | None:
    """`heard`: wishes by their values and probabilities, from the ear. None if nothing is likely."""
    hearings = _limits_first(hearings)
    ideas = hearings[0].ideas if hearings else {}
    possible = _POSSIBLE[situation]
    ear = {possible[kind]: sureness for kind, sureness in heard if kind in possible}
    first = hearings[0] if hearings else None
    is_certain = bool(first) and _is_certain(hearings, beside_an_ear=bool(ear))
    is_contradicted = first is not None and is_certain and _is_contradicted(first.wish, ear)
    if first and is_certain and not is_contradicted:
        return Meant(first.wish, True, ideas)
    if ear:
        together = _together(hearings, ear, ideas)
        return replace(together, is_sure=False) if together and is_contradicted else together
    return Meant(first.wish, False, ideas) if first and first.share >= LIKELY else None


def _is_certain(hearings: Sequence[Hearing], *, beside_an_ear: bool) -> bool:
    least = CERTAIN_BESIDE_AN_EAR if beside_an_ear else CERTAIN
    if hearings[0].wish in UNLEARNT:
        return hearings[0].share >= CERTAIN
    if hearings[0].wish is Wish.WORK_AROUND:
        return hearings[0].share >= CERTAIN and not _is_rivalled(hearings)
    return hearings[0].share >= least and not _is_rivalled(hearings)


def _together(
    hearings: Iterable[Hearing], ear: Mapping[Wish, float], ideas: Mapping[str, str]
) -> Meant | None:
    scores = {wish: OF_EAR * sureness for wish, sureness in ear.items()}
    shares = {each.wish: each.share for each in hearings}
    for wish, share in shares.items():
        scores[wish] = scores.get(wish, 0.0) + OF_RULES * share
    wish, *others = sorted(scores, key=lambda each: -scores[each])
    if scores[wish] < LIKELY_TOGETHER:
        return None
    is_sure = scores[wish] >= SURE_TOGETHER and (wish not in BEGINS or shares.get(wish, 0.0) >= CERTAIN)
    likely = [each for each in others if scores[each] >= WORTH_NAMING]
    return Meant(wish, is_sure, ideas, likely, by_ear_alone=wish not in shares)


def _is_contradicted(wish: Wish, ear: Mapping[Wish, float]) -> bool:
    # What a person can't do or never wants is believed, whatever it sounds like; a word that the ear has never met sounds like nothing of ours.
    return wish not in LIMITS | UNLEARNT and any(
        sureness >= CONTRADICTED for other, sureness in ear.items() if other not in (wish, Wish.OFF_TOPIC)
    )


def _limits_first(hearings: Sequence[Hearing]) -> Sequence[Hearing]:
    limit = next((each for each in hearings if each.wish in LIMITS and each.share >= LIKELY), None)
    if limit is None or hearings[0].wish not in LED_TO_MOVES:
        return hearings
    return (limit, *(each for each in hearings if each is not limit and each.wish not in LED_TO_MOVES))


_POSSIBLE = {
    situation: {wish.value: wish for wish in Wish if wish not in elsewhere}
    for situation, elsewhere in ELSEWHERE.items()
}
"""The wishes that make sense in each situation, by their values."""


def _is_rivalled(hearings: Sequence[Hearing]) -> bool:
    return len(hearings) > 1 and hearings[0].share - hearings[1].share < CLOSE
