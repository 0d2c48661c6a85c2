"""Sets aside what people say around a time of their own: who they are, what they do before it, why it suits them."""

from collections.abc import Sequence

from bot.domain.typed.when.found.bits_said import NoTime, Parsed
from bot.domain.typed.when.found.clock_times import NO_HOUR, Clock, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.parsed import is_beside, parsed
from bot.domain.typed.when.found.spoken_days import Weekdays, one_day_at, weekdays_at
from bot.domain.typed.when.put_aside.story_behind import is_now, is_story
from bot.domain.typed.when.when_words import Kind

_JOINTS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)
_WISHING = (Kind.ASKS, Kind.REMIND, Kind.WISHES, Kind.SHIFTS)
_NO_STORY = (
    *(Kind.FOREIGN, Kind.UNSUITED, Kind.HAPPENED, Kind.INSTEAD, Kind.MOVES, Kind.UNWANTED, Kind.CORRECTS),
    *(Kind.EVERY, Kind.OTHER_DAYS, Kind.COUNT, Kind.WEEKLY),
)
_NO_REMARK = (*_NO_STORY, Kind.AGAINST, Kind.NOT, Kind.AHEAD)
_OPENINGS = (Kind.REMARK, Kind.WHO, Kind.AFTER)
_OF_SPANS = (Kind.WAIT, Kind.NUMBER, Kind.SPAN, Kind.MINUTES, Kind.HOURS)
_WORDS_OF_TIME = (
    *(Kind.PART, Kind.HOUR, Kind.OCLOCK, Kind.WISHES, Kind.NUMBER, Kind.TOWARDS, Kind.ONWARDS, Kind.FRACTION),
    *(Kind.AT, Kind.EACH, Kind.DAY, Kind.SHORT),
)
_AGAIN = (Kind.REFERS, Kind.BREAK, Kind.FILLER, Kind.LINK, Kind.COMMA, *_WISHING)


def time_alone(said: list[Mark]) -> list[Mark]:
    """The words about the reminder's time; all words if nobody can tell which these are."""
    if not any(_is_chatty(mark) for mark in said):
        return said
    return _meant_by_then(said) or _after_story(said) or _before_remark(said) or _while_busy(said) or said


def is_part(said: Sequence[Mark], kept: Sequence[Mark]) -> bool:
    """Nothing says that the story behind the time is a reason, and nothing in it is a wish: "6pm, long day" answers when, and asks for nothing."""
    tail = said[len(kept) :]
    if (
        not tail
        or list(said[: len(kept)]) != list(kept)
        or not tail[0].has(Kind.COMMA, Kind.DASH)
        or _wishes(kept)
    ):
        return False
    return not any(mark.has(Kind.REMARK, Kind.ROLE, Kind.WHO, Kind.BECAUSE) for mark in tail)


def _while_busy(said: list[Mark]) -> list[Mark] | None:
    # "gimme ten minutes, changing a nappy".
    at = next((at for at, mark in enumerate(said) if mark.has(Kind.COMMA, Kind.DASH, Kind.BECAUSE)), 0)
    if not any(mark.has(Kind.WAIT) for mark in said[:at]) or any(
        _is_chatty(mark) and not mark.has(*_OF_SPANS) for mark in said[:at]
    ):
        return None
    busy = [mark for mark in said[at:] if mark.has(Kind.MORE)]
    is_else = any(mark.has(*_NO_REMARK, Kind.NUMBER, Kind.CLOCK, *_WISHING) for mark in said[at:])
    return [*said[:at], busy[0]] if busy and not is_else else None


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
    """The days and the time of a story; nothing if it has no time, or several."""
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
    is_who = mark_at(head, 0).has(Kind.WHO, Kind.ROLE)
    return is_who and (not any(_is_clock(head, at) for at in range(len(head))) or _tells(head))


def _is_small_talk(head: Sequence[Mark]) -> bool:
    # "We farmers rise early: 5.30am", where a comma may also stand between things told.
    is_told = any(mark.has(*_NO_REMARK, Kind.TELLS, *_WISHING) for mark in head) or _is_now(head)
    is_timed = any(_is_clock(head, at) or _days_at(head, at) for at in range(len(head)))
    return not (is_told or is_timed) and all(map(_is_common, _parts(head)))


def _is_now(head: Sequence[Mark]) -> bool:
    # "i'm still at work, 9pm".
    return any(
        mark.has(Kind.NOW)
        and not mark.has(Kind.FILLER, Kind.LINK)
        and not mark_at(head, at - 1).has(Kind.ROLE)
        for at, mark in enumerate(head)
    )


def _before_remark(said: list[Mark]) -> list[Mark] | None:
    # "18:20 odd i know", "9pm, the kids sleep by then", "6.15am as i'm out the door by 7".
    for at in range(len(said) - 1, 0, -1):
        is_joint = said[at].has(*_JOINTS) or (said[at].has(*_OPENINGS) and _ends_in_time(said[:at]))
        if not is_joint or not (bits := _time_in(said[:at])):
            continue
        if _is_remark(said[at:]) or _is_before_story(said, at, bits):
            return said[:at]
    return None


def _ends_in_time(core: Sequence[Mark]) -> bool:
    # "9pm haha"; but not "sundays 9pm, saturdays i'm at the market".
    begins = max((at + 1 for at, mark in enumerate(core[:-1]) if mark.has(Kind.COMMA)), default=0)
    return any(_is_clock(core, at) or core[at].has(Kind.NUMBER) for at in range(begins, len(core)))


def _is_before_story(said: Sequence[Mark], at: int, bits: Parsed) -> bool:
    is_heard = _is_sure(said[:at], bits) and _is_in_language(said, at)
    return is_heard and is_story(said[at:], _days_of(bits))


def _is_in_language(said: Sequence[Mark], at: int) -> bool:
    """Figures alone, or with am or pm, are of every language: then the words behind must be known."""
    if any(mark.has(*_WORDS_OF_TIME) and not mark.figures for mark in said[:at]):
        return True
    words = [mark for mark in said[at:] if not mark.has(Kind.COMMA, Kind.DASH) and not mark.figures]
    known = sum(bool(mark.meanings) for mark in words)
    is_telegram = all(len(part) < 3 for part in _parts(said[at:]))  # "7pm. home. done in."
    is_plain = any(mark.has(Kind.ROLE, Kind.REMARK) for mark in words) or not is_telegram
    return 3 * known >= len(words) and known > 0 and is_plain


def _is_sure(core: Sequence[Mark], bits: Parsed) -> bool:
    """No number that may count something: "3, lower back", "4.50, a bargain", "2019, a bad year"."""
    clocks = [each for each, _ in bits.said if isinstance(each, Clock)]
    is_price = any(
        ("." in mark.text or len(mark.figures) > 2) and not mark_at(core, at + 1).has(Kind.HOUR, Kind.OCLOCK)
        for at, mark in enumerate(core)
    )
    return all(not each.is_bare and (each.within or not is_price) for each in clocks) or _wishes(core)


def _days_of(bits: Parsed) -> frozenset[int]:
    return frozenset().union(*(each.days for each, _ in bits.said if isinstance(each, Weekdays)))


def _is_remark(tail: Sequence[Mark]) -> bool:
    if _is_courteous(tail):
        return True
    if any(mark.has(*_NO_REMARK) and not mark.has(Kind.REMARK) for mark in tail) or (
        _is_now(tail) and not _is_by_then(tail)
    ):
        return False
    if (
        any(_days_at(tail, at) for at in range(len(tail)))
        or _has_stray_number(tail)
        or _is_of_some_days(tail)
    ):
        return False
    is_why = _is_of_oneself(tail) or any(
        mark.has(Kind.BECAUSE, Kind.REFERS, Kind.REMARK) and not _is_next(tail, at)
        for at, mark in enumerate(tail)
    )
    is_timed = any(_is_clock(tail, at) for at in range(len(tail)))
    return tail[0].has(Kind.BECAUSE, Kind.REMARK) if is_timed else is_why or _is_plain(tail)


def _is_by_then(tail: Sequence[Mark]) -> bool:
    # "as the little one's asleep by 8".
    return tail[0].has(Kind.BECAUSE) and any(mark.has(Kind.NOT_AFTER) for mark in tail)


def _is_next(tail: Sequence[Mark], at: int) -> bool:
    # ", lunch, then more meetings".
    return at > 0 and tail[at - 1].has(Kind.COMMA) and tail[at].has(Kind.BREAK)


def _is_courteous(tail: Sequence[Mark]) -> bool:
    # "if it isn't a bother", "wenn das geht".
    is_if = tail[0].has(Kind.SOME_DAYS) and tail[0].has(Kind.BECAUSE)
    is_timed = any(mark.has(Kind.NUMBER, Kind.CLOCK) or _days_at(tail, at) for at, mark in enumerate(tail))
    return is_if and not is_timed and any(mark.has(Kind.COURTESY) for mark in tail)


def _is_of_oneself(tail: Sequence[Mark]) -> bool:
    # ", i'm a slow starter", "jaja soy un búho", ", baker"; and not ", bin im bett".
    at = skipped(tail, 0, Kind.COMMA, Kind.DASH)
    return mark_at(tail, at).has(Kind.ROLE) or (
        mark_at(tail, at).has(Kind.WHO) and not mark_at(tail, at + 1).has(Kind.LINK)
    )


def _is_of_some_days(tail: Sequence[Mark]) -> bool:
    # "7am when i'm on earlies"; but "a medianoche que salgo de turno" is for every day.
    is_told = tail[0].has(Kind.REMARK) and not tail[0].has(Kind.BECAUSE)
    return not is_told and any(mark.has(Kind.SOME_DAYS) for mark in tail)


def _is_plain(tail: Sequence[Mark]) -> bool:
    # ", i'm up with the lark", and not ", dentist".
    is_told = any(mark.has(*_WISHING) for mark in tail) or (_tells(tail) and not _is_state(tail))
    parts = _parts(tail)
    is_sequel = any(mark.has(Kind.BREAK, Kind.TELLS) for part in parts[1:] for mark in part)
    is_of_now = is_sequel or any(mark.has(Kind.BODY) for mark in tail) or (bool(parts) and is_now(parts[0]))
    return tail[0].has(Kind.COMMA) and not (is_told or is_of_now) and all(map(_is_common, parts))


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
    return _time_in(core) is not None


def _time_in(core: Sequence[Mark]) -> Parsed | None:
    """Nothing but a time, with its days and a wish."""
    if any(mark.has(Kind.HAPPENED, Kind.UNSUITED, Kind.TELLS, Kind.WHO, Kind.REMARK) for mark in core):
        return None
    try:
        bits = parsed(core)
    except NoTime:
        return None
    is_plain = not (bits.unknown or bits.beside or bits.negative or bits.without)
    return bits if is_plain and any(isinstance(each, Clock) for each, _ in bits.said) else None


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
