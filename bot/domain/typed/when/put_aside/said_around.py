"""Sets aside what people say around a time of their own: who they are, what they do before it, why it suits them."""

from collections.abc import Sequence

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import NO_HOUR, Clock, clock_at, mark_at
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.parsed import is_beside, parsed
from bot.domain.typed.when.found.spoken_days import one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind

_JOINTS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)
_WISHING = (Kind.ASKS, Kind.REMIND, Kind.WISHES, Kind.SHIFTS)
_NO_STORY = (
    *(Kind.FOREIGN, Kind.UNSUITED, Kind.HAPPENED, Kind.INSTEAD, Kind.MOVES, Kind.UNWANTED, Kind.CORRECTS),
    *(Kind.EVERY, Kind.OTHER_DAYS, Kind.COUNT, Kind.WEEKLY),
)
_NO_REMARK = (*_NO_STORY, Kind.AGAINST, Kind.NOT, Kind.AHEAD)
_AGAIN = (Kind.REFERS, Kind.BREAK, Kind.FILLER, Kind.LINK, Kind.COMMA, *_WISHING)


def time_alone(said: list[Mark]) -> list[Mark]:
    """The words of the reminder's time; all of them where it can't be told which these are."""
    if not any(_is_chatty(mark) for mark in said):
        return said
    return _meant_by_then(said) or _after_story(said) or _before_remark(said) or said


def _meant_by_then(said: list[Mark]) -> list[Mark] | None:
    # "I take 2 tablets at 8pm with food, so then": the only time in the story.
    begins = len(said)
    while begins and said[begins - 1].has(*_AGAIN) and not _days_at(said, begins - 1):
        begins -= 1
    again, story = said[begins:], said[:begins]
    is_so = any(mark.has(Kind.BREAK) and not mark.has(Kind.REFERS, Kind.BUT) for mark in again)
    is_then = any(mark.has(Kind.REFERS) for mark in again)
    if not is_then or not (is_so or any(mark.has(Kind.REMIND) for mark in again)):
        return None
    if any(mark.has(*_NO_REMARK, *_WISHING) and not mark.has(Kind.COUNTED) for mark in story):
        return None
    return _times(story) or None


def _times(story: Sequence[Mark]) -> list[Mark]:
    """The days and the time of a story; nothing where it has no time, or several."""
    kept: list[Mark] = []
    at, clocks = 0, 0
    while at < len(story):
        clock = clock_at(story, at) if _is_clock(story, at) else None
        end = clock[1] if clock else _days_at(story, at)
        clocks += clock is not None
        kept += story[at:end]
        at = end or at + 1
    return kept if clocks == 1 else []


def _after_story(said: list[Mark]) -> list[Mark] | None:
    # "I'm a baker, 4am", "i go to bed late so 23:30".
    is_as = said[0].has(Kind.WHO) and said[0].has(Kind.BECAUSE)  # "as a nurse at 6am"
    for at in range(len(said) - 1, 0, -1):
        is_joint = said[at].has(*_JOINTS) and not said[at].has(Kind.BUT, Kind.BECAUSE)
        if is_joint or (is_as and said[at].has(Kind.AT)):
            core = said[at + is_joint :]
            time = core if _is_time(core) else _before_remark(core)
            if time and _is_led_to(said[:at], said[at], time):
                return time
    return None


def _is_led_to(head: Sequence[Mark], joint: Mark, time: Sequence[Mark]) -> bool:
    is_so = joint.has(Kind.BREAK) or _wishes(time)
    return _is_story(head, is_so=is_so) or (joint.text == ":" and _is_small_talk(head))


def _is_story(head: Sequence[Mark], *, is_so: bool) -> bool:
    """`is_so`: what follows is told to follow from it, or is a wish; otherwise it must tell who somebody is."""
    if any(mark.has(*_NO_STORY) for mark in head) or not any(map(_is_chatty, head)) or _wishes(head):
        return False
    if any(_days_at(head, at) for at in range(len(head))) or _is_now(head):
        return False
    if is_so:
        return not any(mark.has(Kind.AGAINST) for mark in head)
    if any(mark.has(Kind.AGAINST) for mark in head):
        return False
    is_who = mark_at(head, 0).has(Kind.WHO)
    return is_who and (not any(_is_clock(head, at) for at in range(len(head))) or _tells(head))


def _is_small_talk(head: Sequence[Mark]) -> bool:
    # "We farmers rise early: 5.30am", where a comma may also stand between things told.
    is_told = any(mark.has(*_NO_REMARK, Kind.TELLS, *_WISHING) for mark in head) or _is_now(head)
    is_timed = any(_is_clock(head, at) or _days_at(head, at) for at in range(len(head)))
    return not (is_told or is_timed) and all(map(_is_common, _parts(head)))


def _is_now(head: Sequence[Mark]) -> bool:
    # "i'm still at work, 9pm".
    return any(mark.has(Kind.NOW) and not mark.has(Kind.FILLER, Kind.LINK) for mark in head)


def _before_remark(said: list[Mark]) -> list[Mark] | None:
    # "18:20 odd i know", "9pm, the kids sleep by then", "6.15am as i'm out the door by 7".
    for at in range(len(said) - 1, 0, -1):
        is_led = said[at].has(*_JOINTS, Kind.REMARK)
        if is_led and _is_time(said[:at]) and _is_remark(said[at:]):
            return said[:at]
    return None


def _is_remark(tail: Sequence[Mark]) -> bool:
    if any(mark.has(*_NO_REMARK) and not mark.has(Kind.REMARK) for mark in tail) or _is_now(tail):
        return False
    if (
        any(_days_at(tail, at) for at in range(len(tail)))
        or _has_stray_number(tail)
        or _is_of_some_days(tail)
    ):
        return False
    is_why = any(mark.has(Kind.BECAUSE, Kind.REFERS, Kind.REMARK) for mark in tail) or _is_of_oneself(tail)
    is_timed = any(_is_clock(tail, at) for at in range(len(tail)))
    return tail[0].has(Kind.BECAUSE, Kind.REMARK) if is_timed else is_why or _is_plain(tail)


def _is_of_oneself(tail: Sequence[Mark]) -> bool:
    # ", i'm a slow starter", and not ", bin im bett".
    return mark_at(tail, 1).has(Kind.WHO) and not mark_at(tail, 2).has(Kind.LINK)


def _is_of_some_days(tail: Sequence[Mark]) -> bool:
    # "7am when i'm on earlies"; but "a medianoche que salgo de turno" is for every day.
    is_told = tail[0].has(Kind.REMARK) and not tail[0].has(Kind.BECAUSE)
    return not is_told and any(mark.has(Kind.SOME_DAYS) for mark in tail)


def _is_plain(tail: Sequence[Mark]) -> bool:
    # ", i'm up with the lark", and not ", dentist".
    is_told = any(mark.has(*_WISHING) for mark in tail) or (_tells(tail) and not _is_state(tail))
    return tail[0].has(Kind.COMMA) and not is_told and all(map(_is_common, _parts(tail)))


def _is_state(tail: Sequence[Mark]) -> bool:
    # ", the kids are at school".
    return any(mark.has(Kind.STATES) for mark in tail)


def _is_common(part: Sequence[Mark]) -> bool:
    plain = sum(mark.has(Kind.COMMON, Kind.FILLER, Kind.LINK) for mark in part)
    return plain > 1 or plain == len(part)


def _parts(tail: Sequence[Mark]) -> list[list[Mark]]:
    parts: list[list[Mark]] = [[]]
    for mark in tail:
        if mark.has(Kind.COMMA):
            parts.append([])
        else:
            parts[-1].append(mark)
    return [part for part in parts if part]


def _has_stray_number(tail: Sequence[Mark]) -> bool:
    return any(
        mark.has(Kind.NUMBER)
        and not mark.has(Kind.ONE)
        and not mark_at(tail, at + 1).has(*NO_HOUR)
        and not _is_ended(tail, at)
        for at, mark in enumerate(tail)
    )


def _is_ended(tail: Sequence[Mark], at: int) -> bool:
    # "as i'm out the door by 7".
    return mark_at(tail, at - 1).has(Kind.NOT_AFTER, Kind.UNTIL, Kind.AT) or _is_clock(tail, at)


def _is_time(core: Sequence[Mark]) -> bool:
    """Nothing but a time, with its days and a wish."""
    if any(mark.has(Kind.HAPPENED, Kind.UNSUITED, Kind.TELLS, Kind.WHO, Kind.REMARK) for mark in core):
        return False
    try:
        bits = parsed(core)
    except NoTime:
        return False
    is_plain = not (bits.unknown or bits.beside or bits.negative or bits.without)
    return is_plain and any(isinstance(each, Clock) for each, _ in bits.said)


def _tells(said: Sequence[Mark]) -> bool:
    return any(mark.has(Kind.TELLS) for mark in said)


def _wishes(said: Sequence[Mark]) -> bool:
    return any(mark.has(*_WISHING) for mark in said)


def _is_chatty(mark: Mark) -> bool:
    return not mark.meanings or is_beside(mark) or mark.has(Kind.TELLS, Kind.WHO, Kind.REMARK)


def _days_at(said: Sequence[Mark], at: int) -> int:
    days = weekdays_at(said, at) or one_day_at(said, at)
    return days[1] if days else 0


def _is_clock(said: Sequence[Mark], at: int) -> bool:
    found = clock_at(said, at)
    return found is not None and (not found[0].is_bare or mark_at(said, at - 1).has(Kind.AT))
