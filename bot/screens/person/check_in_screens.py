"""The weekly check-in: five taps, each of which can be skipped, and a recap."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.person.check_ins import SKIPPED, CheckInPart, InTheWay, Overall, Stiffness
from bot.domain.person.person import Switch
from bot.domain.progress.pain_concerns import Concern
from bot.domain.progress.pain_weeks import Compared
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place, SetCheckInDay, SetSwitch, TellCheckIn
from bot.screens.person.pain_screens import numbers
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, lines, plain
from bot.screens.what_remains import about_you

_CHOICES: dict[CheckInPart, type[Enum]] = {
    CheckInPart.STIFFNESS: Stiffness,
    CheckInPart.CHANGE: Overall,
    CheckInPart.WAY: InTheWay,
}


def ask(check_in: int, part: CheckInPart, limits: str | None, words: Words) -> Screen:
    """`check_in`: its id; 0 for its first question. `limits`: the one thing that their back limits, in their own words."""
    skip = Button(words("button-skip-question"), TellCheckIn(check_in, part, SKIPPED))
    match part:
        case CheckInPart.PAIN:
            text = lines(bold(words("check-in-ask-pain")), plain(words("pain-scale")))
            rows: Rows = (*_numbers(check_in, part, skip), *_no_check_in(words))
        case CheckInPart.FUNCTION if limits:
            text = lines(
                bold(words("check-in-ask-function", thing=limits)), plain(words("check-in-function-scale"))
            )
            rows = (*_numbers(check_in, part, skip), *_name_another(words))
        case CheckInPart.FUNCTION:
            return name_limit(check_in, words)
        case _:
            kind = part.name.lower()
            text = bold(words(f"check-in-ask-{kind}"))
            choices = (
                Button(words(f"button-{kind}-{each.value}"), TellCheckIn(check_in, part, each.value))
                for each in _CHOICES[part]
            )
            rows = (*keys.paired(choices), (skip, keys.home(words)))
    return Screen(text, rows, line=about_you(words))


def _numbers(check_in: int, part: CheckInPart, skip: Button) -> Rows:
    return numbers(lambda number: TellCheckIn(check_in, part, str(number)), skip)


def _no_check_in(words: Words) -> Rows:
    never = Button(words("button-no-check-in"), SetSwitch(Switch.SKIPS_CHECK_IN, True))
    return ((never, keys.home(words)),)


def _name_another(words: Words) -> Rows:
    return ((Button(words("button-another-limit"), Go(Place.LIMIT)), keys.home(words)),)


def name_limit(check_in: int | None, words: Words) -> Screen:
    """`check_in`: None when it is named outside a check-in."""
    text = lines(bold(words("check-in-name-limit")), plain(words("check-in-name-limit-example")))
    skip = Button(words("button-skip-question"), TellCheckIn(check_in or 0, CheckInPart.FUNCTION, SKIPPED))
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
        (Button(words("button-another-day"), Go(Place.CHECK_IN_DAY)), keys.home(words)),
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
        plain(words("check-in-ask-day")),
        (*days, (Button(words("button-settings"), Go(Place.SETTINGS)), keys.home(words))),
    )
