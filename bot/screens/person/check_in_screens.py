"""The weekly check-in: five taps, each of which can be skipped, and a recap."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.person.check_ins import SKIPPED, InTheWay, Overall, Stiffness, WeekPart
from bot.domain.person.person import Switch
from bot.domain.progress.pain_concerns import Concern
from bot.domain.progress.pain_weeks import Compared
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place, SetCheckInDay, SetSwitch, TellWeek
from bot.screens.person.pain_screens import numbers
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, lines, plain
from bot.screens.what_remains import about_you

_CHOICES: dict[WeekPart, type[Enum]] = {
    WeekPart.STIFFNESS: Stiffness,
    WeekPart.CHANGE: Overall,
    WeekPart.WAY: InTheWay,
}


def ask(check_in: int, part: WeekPart, limits: str | None, words: Words) -> Screen:
    """`check_in`: its id; 0 for its first question. `limits`: the one thing that their back limits, in their own words."""
    skip = Button(words("button-skip-question"), TellWeek(check_in, part, SKIPPED))
    match part:
        case WeekPart.PAIN:
            text = lines(bold(words("week-ask-pain")), plain(words("pain-scale")))
            rows: Rows = (*_numbers(check_in, part, skip), *_not_weekly(words))
        case WeekPart.FUNCTION if limits:
            text = lines(bold(words("week-ask-function", thing=limits)), plain(words("week-function-scale")))
            rows = (*_numbers(check_in, part, skip), *_name_another(words))
        case WeekPart.FUNCTION:
            return name_limit(check_in, words)
        case _:
            kind = part.name.lower()
            text = bold(words(f"week-ask-{kind}"))
            choices = (
                Button(words(f"button-{kind}-{each.value}"), TellWeek(check_in, part, each.value))
                for each in _CHOICES[part]
            )
            rows = (*keys.paired(choices), (skip, keys.home(words)))
    return Screen(text, rows, line=about_you(words))


def _numbers(check_in: int, part: WeekPart, skip: Button) -> Rows:
    return numbers(lambda number: TellWeek(check_in, part, str(number)), skip)


def _not_weekly(words: Words) -> Rows:
    never = Button(words("button-not-weekly"), SetSwitch(Switch.SKIPS_CHECK_IN, True))
    return ((never, keys.home(words)),)


def _name_another(words: Words) -> Rows:
    return ((Button(words("button-another-limit"), Go(Place.LIMIT)), keys.home(words)),)


def name_limit(check_in: int | None, words: Words) -> Screen:
    """`check_in`: None when it is named outside a check-in."""
    text = lines(bold(words("week-name-limit")), plain(words("week-name-limit-example")))
    skip = Button(words("button-skip-question"), TellWeek(check_in or 0, WeekPart.FUNCTION, SKIPPED))
    return Screen(text, ((*((skip,) if check_in else ()), keys.home(words)),), line=about_you(words))


@dataclass(frozen=True, slots=True)
class Recap:
    """Effort comes first: `days` with something done, and `seconds` in all, within seven days. Then pain notes beside those of the first
    week, and a concern they raise, if any."""

    days: int
    seconds: int
    compared: Compared
    concern: Concern | None = None


def recap(this: Recap, words: Words) -> Screen:
    effort = (
        words("recap-effort", days=this.days, minutes=max(1, round(this.seconds / 60)))
        if this.days
        else words("recap-quiet")
    )
    concern = plain(words(f"concern-{this.concern.value}")) if this.concern else None
    rows = (
        (
            Button(words("button-progress"), Go(Place.PROGRESS)),
            Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)),
        ),
        (Button(words("button-another-day"), Go(Place.WEEK_DAY)), keys.home(words)),
    )
    text = lines(
        bold(effort), plain(words(f"recap-{this.compared.value}")), plain(words("recap-by-itself")), concern
    )
    return Screen(text, rows, line=about_you(words))


def ask_day(chosen: int, words: Words) -> Screen:
    """Monday is 0."""
    days = keys.paired(
        Button(words.weekday(day), SetCheckInDay(day), Style.PRIMARY if day == chosen else Style.PLAIN)
        for day in range(7)
    )
    return Screen(
        plain(words("week-ask-day")),
        (*days, (Button(words("button-settings"), Go(Place.SETTINGS)), keys.home(words))),
    )
