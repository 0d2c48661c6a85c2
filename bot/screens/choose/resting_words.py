"""Sentences that say that an exercise rests after sharp pain."""

from bot.domain.person.what_rests import Until, WhyEasy
from bot.domain.session.suitable import Bar, Rests
from bot.screens.screen import Words


def easy_day(why_easy: WhyEasy, words: Words) -> str:
    if why_easy.is_sharp:
        return words("resting-today", part=why_easy.value)
    return words(f"resting-today-{why_easy.value}")


def until_in_words(until: Until, words: Words) -> str:
    """ "Friday"; never more than a week ahead."""
    return words("resting-later-today") if until.is_today else words.weekday(until.day.weekday())


def why(bar: Bar, title: str, words: Words) -> str:
    if bar.part:
        return easy_day(bar.part, words)
    return instead(bar, title, "", words)


def instead(bar: Bar, title: str, new: str, words: Words) -> str:
    """`new`: the exercise that takes its place; "" if none does."""
    if bar.rests is Rests.UNTIL_ASKED or bar.until is None:
        return words("resting-asks", title=title)
    day = until_in_words(bar.until, words)
    return words(
        "resting-instead" if new else "resting-until",
        title=title,
        day=day,
        **({"new": new} if new else {}),
    )
