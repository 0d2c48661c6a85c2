"""Answers to danger: whom to call, in the language it was heard in and then in the person's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.help_lines import AskedIfMeant
from bot.screens import keys
from bot.screens.buttons.actions import Go, MeantIt, NotMeant, Place, RemoveTalk
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, lines, plain
from bot.screens.what_remains import about_you

CALLS = frozenset({Tier.NOW, Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE})
"""Answers to these name the emergency number."""

TALKS = frozenset({Tier.SELF_HARM, Tier.ABUSE})
"""Answers to these also name somebody to talk to."""

OF_DESPAIR = TALKS | {Tier.OVERDOSE}
"""Answers to these stay in view whatever is written below."""


_COMMA = re.compile("[,،]")

WITH_A_NUMBER, WITHOUT, QUESTION = 3, 2, 1
"""Weights of a Screen: an answer to danger outweighs everything else, and the question before it outweighs everything but such answers."""


def weight_of(tier: Tier) -> int:
    return WITH_A_NUMBER if tier in CALLS else WITHOUT


@dataclass(frozen=True, slots=True)
class Help:
    """`first`: the answer in the language that was heard, if it is not the person's. `said`: the answer in the person's language, if their
    words have none.

    `call`, `talk`: phone numbers of the person's country; "" if the country is not known. `rests`: reminders that they have rest for a day.
    """

    first: str = ""
    said: str = ""
    call: str = ""
    talk: str = ""
    rests: bool = False


def danger(  # noqa: PLR0913 - what is said of one tier, and what surrounds it
    tier: Tier,
    at_hand: Help,
    words: Words,
    messages: str = "",
    *,
    is_secret: bool = False,
    beside: Sequence[tuple[Tier, Help]] = (),
) -> Screen:
    """`messages`: the person's messages that one button removes together with our answer. `is_secret`: nothing of it
    stays in the chat, as after violence. `beside`: what was answered just before and is still true."""
    tiers = frozenset({tier, *(other for other, _ in beside)})
    is_secret = is_secret or Tier.ABUSE in tiers
    style = bold if tier in (Tier.NOW, Tier.OVERDOSE) else plain
    said = at_hand.said or words(f"danger-{tier.value}")
    text = lines(
        style(at_hand.first) if at_hand.first else None,
        style(said),
        plain(_talk(tier, at_hand, words)) if tier in TALKS else None,
        *(part for other, its in beside for part in _said_too(other, its, words)),
        plain(words("danger-rests-a-day")) if at_hand.rests else None,
        bold(_call(at_hand, words)) if tiers & CALLS else None,
    )
    return Screen(
        text,
        _rows(tiers, messages, words),
        line="" if is_secret else _line_that_stays(tiers, at_hand, words),
        weighs=max(map(weight_of, tiers)),
        answers=tuple(sorted(each.value for each in tiers)),
        stays=not is_secret,
    )


def _said_too(tier: Tier, at_hand: Help, words: Words) -> Iterator[str]:
    yield plain(at_hand.said or words(f"danger-{tier.value}"))
    if tier in TALKS and (talk := _talk(tier, at_hand, words)):
        yield plain(talk)


@dataclass(frozen=True, slots=True)
class Question:
    """`in_heard`: the same in the language that was heard, if it is not the person's. `at_hand`: None if no number need stand beside it."""

    own: AskedIfMeant
    in_heard: AskedIfMeant | None = None
    at_hand: Help | None = None


def asked(question: Question, yes: MeantIt, no: NotMeant, words: Words, messages: str = "") -> Screen:
    """Asks whether it was meant. `messages`: the person's messages that one button removes together with the question."""
    own, tier = question.own, yes.heard.tier
    heard = question.in_heard or own
    row = (
        Button(_in_both(heard.yes, own.yes, words), yes),
        Button(_in_both(heard.no, own.no, words), no),
    )
    at_hand = question.at_hand if tier in CALLS else None
    return Screen(
        lines(
            plain(heard.about(tier)) if question.in_heard else None,
            plain(own.about(tier)),
            plain(_call_if_in_danger(at_hand, words)) if at_hand else None,
        ),
        keys.fitted((row, *removal(messages, words))),
        line="" if messages or tier is Tier.ABUSE else about_you(words),
        weighs=QUESTION,
    )


def _in_both(heard: str, own: str, words: Words) -> str:
    """If a button has no room for both, only the first words of the language that was heard: "Ja" of "Ja, Hilfe"."""
    if heard == own:
        return own
    short = _COMMA.split(heard)[0]
    return keys.label(words.parted((heard, own)), words.parted((short, own)))


def asked_in(words: Words) -> AskedIfMeant:
    return AskedIfMeant(
        words("danger-asked"),
        words("danger-asked-doctor"),
        words("button-danger-meant"),
        words("button-danger-all-well"),
    )


def all_well(words: Words, messages: str = "", denied: Tier | None = None) -> Screen:
    """`messages`: the person's messages that one button removes together with our answer. `denied`: what they said they did not mean."""
    text, rows = plain(words("danger-all-well")), (*removal(messages, words), *keys.home_row(words))
    return Screen(text, rows, line="" if messages else None, answers=(denied.value,) if denied else ())


def _line_that_stays(tiers: frozenset[Tier], at_hand: Help, words: Words) -> str:
    if tiers & CALLS and at_hand.call:
        return words("line-how-you-feel-call", number=at_hand.call)
    return about_you(words)


def _call(at_hand: Help, words: Words) -> str:
    return words("danger-call", number=at_hand.call) if at_hand.call else words("danger-call-unknown")


def _call_if_in_danger(at_hand: Help, words: Words) -> str:
    if at_hand.call:
        return words("danger-asked-call", number=at_hand.call)
    return words("danger-asked-call-unknown")


def _talk(tier: Tier, at_hand: Help, words: Words) -> str:
    if at_hand.talk:
        return words("danger-talk", number=at_hand.talk)
    return words("danger-talk-unknown") if tier is Tier.SELF_HARM else ""


def _rows(tiers: frozenset[Tier], messages: str, words: Words) -> Rows:
    a_muscle = ((Button(words("choice-meant-a-muscle"), Go(Place.SIGNS)),),)
    return (
        *(a_muscle if tiers & {Tier.NOW, Tier.DOCTOR} else ()),
        *removal(messages, words),
        *keys.home_row(words),
    )


def removal(messages: str, words: Words) -> Rows:
    return ((Button(words("choice-remove-talk"), RemoveTalk(messages)),),) if messages else ()


def until_clear(words: Words) -> Screen:
    rows = (
        (Button(words("choice-looked-after"), Go(Place.SIGNS)),),
        (
            Button(words("button-learn"), Go(Place.LEARN)),
            Button(words("button-settings"), Go(Place.SETTINGS)),
        ),
    )
    return Screen(
        lines(plain(words("danger-rests")), plain(words("danger-rests-note"))), rows, line=about_you(words)
    )


def shall_go_on(words: Words, *, is_back: bool) -> Screen:
    ask = words("reminders-again-ask")
    rows = (
        (
            Button(words("button-reminders-again"), Go(Place.REMINDERS_AGAIN)),
            Button(words("button-not-now"), Go(Place.REMINDERS_NOT_NOW)),
        ),
    )
    greeting = words("reminders-again-hello") if is_back else words("reminders-rest")
    return Screen(plain(words("two-sentences", first=greeting, second=ask)), rows)
