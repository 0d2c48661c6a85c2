"""Sets aside clauses about something else: "i work on fridays", "the bus leaves at 8", "my wife does yoga on tuesdays"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.parsed import is_beside
from bot.domain.typed.when.found.spoken_days import one_day_at, weekdays_at
from bot.domain.typed.when.put_aside.story_behind import is_now
from bot.domain.typed.when.when_words import Kind

_ENDS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)
_NAMED = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER)
_WISHING = (Kind.ASKS, Kind.REMIND, Kind.WISHES, Kind.SHIFTS)
_REFUSED = (Kind.AGAINST, Kind.FOREIGN, Kind.UNSUITED)
_OF_NOW = (Kind.NOT, Kind.NOW, Kind.HAPPENED, Kind.SOME_DAYS, Kind.OFF, Kind.UNTIL, Kind.QUESTION)
_OF_TIME = (
    Kind.MONTH,
    Kind.PART,
    Kind.TONIGHT,
    Kind.AHEAD,
    Kind.EVERY,
    Kind.SPAN,
    Kind.FRACTION,
    Kind.COUNT,
    Kind.WEEKLY,
)
_PLAIN = (Kind.COMMON, Kind.FILLER, Kind.LINK)
_SMALL = (Kind.LINK, Kind.FILLER, Kind.AND, Kind.TOO)
_NEAR = 4
"""Words between "after" and what it is after."""


class TellsOf(Enum):
    """What a clause is about. DOUBTFUL: words that are not about time, and no wish."""

    REMINDER = "reminder"
    DOUBTFUL = "doubtful"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Clause:
    marks: tuple[Mark, ...]

    @property
    def subject(self) -> TellsOf:
        wishes = self._has(*_WISHING)
        if _states(self.marks):
            return TellsOf.OTHER
        if _tells(self.marks):
            if self._has(Kind.ASKS, Kind.REMIND):
                return TellsOf.REMINDER
            return TellsOf.DOUBTFUL if wishes else TellsOf.OTHER
        is_chatty = any(map(_is_chatty, self.marks)) and any(map(_is_chatty, _beside_clocks(self.marks)))
        return TellsOf.DOUBTFUL if is_chatty and not wishes else TellsOf.REMINDER

    @property
    def has_clock(self) -> bool:
        return any(_is_clock(self.marks, at) for at in range(len(self.marks)))

    @property
    def is_time(self) -> bool:
        """It has a time of day, or nothing else: "21h" alone."""
        begins = skipped(self.marks, 0, Kind.COMMA, Kind.LINK, Kind.BREAK)
        found = clock_at(self.marks, begins)
        return self.has_clock or (found is not None and found[1] == len(self.marks))

    @property
    def has_days(self) -> bool:
        return any(_is_day(self.marks, at) for at in range(len(self.marks)))

    @property
    def day_marks(self) -> list[Mark]:
        found = (weekdays_at(self.marks, at) for at in range(len(self.marks)))
        places = {place for at, each in enumerate(found) if each for place in range(at, each[1])}
        return [self.marks[place] for place in sorted(places)]

    @property
    def has_ahead(self) -> bool:
        """ "Tomorrow I work": no weekday, but a day."""
        return self.has_days and not self.weekdays

    @property
    def has_number(self) -> bool:
        return self._has(Kind.NUMBER) and not self._has(Kind.AGAINST)

    @property
    def refers(self) -> bool:
        """By "those days" always, and by "then" where nothing else tells when."""
        is_then = self._has(Kind.REFERS) and not self.has_clock
        return is_then or any(mark.has(Kind.REFERS) and not mark.has(Kind.BREAK) for mark in self.marks)

    @property
    def weekdays(self) -> frozenset[int]:
        found = (weekdays_at(self.marks, at) for at in range(len(self.marks)))
        return frozenset().union(*(each[0].days for each in found if each))

    @property
    def is_list(self) -> bool:
        """Only days, as the middle of "i work mon, tue and thu"."""
        is_plain = all(mark.has(*_SMALL, *_ENDS, *_DAYS) for mark in self.marks)
        return is_plain and self.has_days and not self.has_clock and not self._has(*_WISHING)

    @property
    def is_report(self) -> bool:
        """ "The reminder came at 9pm", and not "an alert at 6pm for yoga"."""
        return _reports(self.marks) and not self._has(Kind.REMIND, Kind.WISHES)

    @property
    def is_event(self) -> bool:
        """ "The wedding is on saturday"."""
        return self._has(Kind.STATES) and self._has(Kind.TELLS) and self.has_days and not self.has_clock

    @property
    def is_its_time(self) -> bool:
        """Behind an event, ", 2pm"."""
        is_apart = self.marks[0].has(Kind.COMMA, Kind.DASH)
        return is_apart and self.has_clock and not self.has_days and not self._has(*_WISHING)

    @property
    def is_wish(self) -> bool:
        return self.has_clock and self._has(*_WISHING) and not self._has(Kind.AGAINST)

    @property
    def is_habit(self) -> bool:
        """ "When the kids are in bed", without a day or a time."""
        begins = skipped(self.marks, 0, *_SMALL, Kind.COMMA, Kind.BREAK)
        leads = mark_at(self.marks, begins).has(Kind.AFTER, Kind.BECAUSE)
        return leads and not (self.has_days or self.has_clock or self.has_number or self._has(*_REFUSED))

    @property
    def is_reason(self) -> bool:
        """ "When the kids are in bed"; but "7am when i'm on earlies" is not for every day, and "8am when i woke up" for none."""
        return self.is_habit and not self._has(Kind.SOME_DAYS, Kind.OFF, Kind.HAPPENED, Kind.UNTIL)

    @property
    def is_remark(self) -> bool:
        """Behind "6am": ", i'm up with the lark"; but not ", can't sleep" or ", dentist"."""
        is_timed = self.has_days or self.has_clock or self.has_number
        is_apart = self.marks[0].has(Kind.COMMA) and not self._has(*_REFUSED, Kind.BODY, *_OF_NOW, *_OF_TIME)
        plain = sum(mark.has(*_PLAIN) for mark in self.marks)
        is_told = (plain > 1 or plain == len(self.marks) - 1) and not self._has(*_WISHING, Kind.TELLS)
        return is_apart and is_told and not is_timed and not is_now(self.marks[1:])

    @property
    def is_story(self) -> bool:
        """ "I get up early", before "so 6am"."""
        is_timed = self.has_days or self.has_clock or self.has_number
        return self.subject is not TellsOf.REMINDER and not is_timed

    @property
    def is_past(self) -> bool:
        """ "Yesterday i forgot", "since monday my neck hurts"."""
        is_told = self._has(Kind.TELLS) and self._has(Kind.AGAINST, Kind.UNTIL)
        return is_told and not self.has_clock and not self._has(*_WISHING)

    def _has(self, *kinds: Kind) -> bool:
        return any(mark.has(*kinds) for mark in self.marks)


_DAYS = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.EVERY, Kind.TO, Kind.AHEAD)


@dataclass(frozen=True, slots=True)
class SetAside:
    """`kept`: what is said of the reminder. `aside`: what tells of something else, surely or perhaps. `is_past`: and of no time to come."""

    kept: tuple[Clause, ...]
    aside: tuple[Clause, ...]
    is_sure: bool = True
    is_past: bool = False
    every: tuple[Clause, ...] = ()

    @property
    def parts_times(self) -> bool:
        """One time belongs to the reminder with its days, and another gets its days only from a story: "5pm when i
        clock off mon-fri, and 11am saturday"."""
        timed = [clause for clause in self.kept if clause.has_clock]
        have_days = {bool(clause.weekdays) for clause in timed}
        theirs = self.weekdays - _weekdays(self.kept)
        return len(have_days) > 1 and bool(theirs) and not self.is_timed

    @property
    def marks_with_days(self) -> list[Mark]:
        """With the days in the places where they are told. Raises NoTime where they do not stand right behind a time that has none."""
        for before, clause in pairwise(self.every):
            if clause in self.aside and clause.weekdays:
                is_theirs = before in self.kept and before.has_clock and not before.weekdays
                if not is_theirs or not clause.marks[0].has(Kind.BECAUSE):
                    raise NoTime
        return [
            mark
            for clause in self.every
            for mark in (clause.day_marks if clause in self.aside else clause.marks)
        ]

    @property
    def tells_when(self) -> bool:
        """ "5pm when i finish on fridays": on Fridays, or every day."""
        days = [clause for clause in self.aside if clause.weekdays]
        return bool(days) and all(
            clause.marks[0].has(Kind.BECAUSE) and clause.marks[0].has(Kind.MARKED_QUESTION) for clause in days
        )

    @property
    def belongs(self) -> bool:
        """True if what is set aside may be about the reminder: it has its days, or "then" and "those days" refer to it."""
        if any(clause.refers for clause in self.kept):
            return True
        if self.is_past:
            return False
        theirs, ours = self.weekdays, _weekdays(self.kept)
        is_ahead = any(clause.has_ahead for clause in self.aside)
        return not self.is_timed and bool(theirs & ours or is_ahead)

    @property
    def has_days_alone(self) -> bool:
        """ "Mon to thu i get up at 3, so at 3:30pm on those days": its days belong to the reminder, and its time does not."""
        refers = any(clause.refers for clause in self.kept)
        is_timed = any(clause.has_clock for clause in self.kept) and self.is_timed
        return self.is_sure and refers and is_timed and bool(self.weekdays)

    @property
    def has_strays(self) -> bool:
        """True if the reminder has a time, but its days are named only outside it."""
        is_timed = any(clause.has_clock for clause in self.kept)
        names_days = self.is_past or any(clause.has_days for clause in self.kept)
        return is_timed and not names_days and any(clause.has_days for clause in self.aside)

    @property
    def is_timed(self) -> bool:
        """What is set aside has a time."""
        return any(clause.has_clock for clause in self.aside)

    @property
    def weekdays(self) -> frozenset[int]:
        """Those set aside."""
        return _weekdays(self.aside)

    @property
    def day_marks(self) -> list[Mark]:
        return [mark for clause in self.aside for mark in clause.day_marks]

    @property
    def marks(self) -> list[Mark]:
        # "The kids swim at 5, but tuesdays 5:30 is good": nothing is left for "but" to take back.
        begins = skipped(self.kept[0].marks, 0, Kind.BREAK, Kind.COMMA) if self.kept else 0
        return [mark for clause in self.kept for mark in clause.marks][begins:]


def _weekdays(clauses: Sequence[Clause]) -> frozenset[int]:
    return frozenset().union(*(clause.weekdays for clause in clauses))


def told_in(said: Sequence[Mark]) -> SetAside | None:
    """None if nothing has to be set aside. Raises NoTime if a clause names the time of something else, or when a reminder came."""
    if past := _past_in(said):
        return past
    clauses = list(_clauses(said))
    subjects = _subjects(clauses)
    for clause in clauses:
        if clause.has_clock and (clause.is_report or _is_related(clause.marks)):
            raise NoTime
    if any(one.is_event and other.is_its_time for one, other in pairwise(clauses)):
        raise NoTime  # "the wedding is on saturday, 2pm at st mark's"
    timed = [subject for clause, subject in zip(clauses, subjects, strict=True) if clause.has_clock]
    for subject in (TellsOf.OTHER, TellsOf.DOUBTFUL):
        aside = [clause for clause, each in zip(clauses, subjects, strict=True) if each is subject]
        kept = [clause for clause, each in zip(clauses, subjects, strict=True) if each is not subject]
        is_timely = any(clause.has_clock or clause.has_days or clause.has_number for clause in aside)
        if subject is TellsOf.OTHER and is_timely:
            return SetAside(tuple(kept), tuple(aside), every=tuple(clauses))
        if subject in timed and TellsOf.REMINDER in timed:
            return SetAside(tuple(kept), tuple(aside), is_sure=False, every=tuple(clauses))
    return _habits_beside(clauses)


def _habits_beside(clauses: Sequence[Clause]) -> SetAside | None:
    # "After the gym, 7pm", "8:30pm when the kids are in bed".
    said = [each for each in clauses if not all(mark.has(*_ENDS) for mark in each.marks)]
    if len(said) < 2:
        return None
    timed = [each for each in said if each.is_time and each.subject is TellsOf.REMINDER and not each.is_habit]
    if len(timed) != 1:
        return None
    before, after = said[: said.index(timed[0])], said[said.index(timed[0]) + 1 :]
    is_so = timed[0].marks[0].has(Kind.BREAK) and not timed[0].marks[0].has(Kind.BUT)
    are_told = all(each.is_habit or (is_so and each.is_story) for each in before)
    is_first = not before
    if are_told and all(each.is_reason or (is_first and each.is_remark) for each in after):
        return SetAside((timed[0],), (*before, *after), is_past=True)
    return None


def _past_in(said: Sequence[Mark]) -> SetAside | None:
    parts = [Clause(tuple(part)) for part in _between_commas(said)]
    wishes = [part for part in parts if part.is_wish]
    told = [part for part in parts if part.is_past]
    if len(wishes) != 1 or not told or len(told) + 1 != len(parts):
        return None
    return SetAside(tuple(wishes), tuple(told), is_past=True)


def _between_commas(said: Sequence[Mark]) -> list[list[Mark]]:
    parts: list[list[Mark]] = [[]]
    for mark in said:
        if mark.has(Kind.COMMA):
            parts.append([])
        parts[-1].append(mark)
    return [part for part in parts if part]


def _clauses(said: Sequence[Mark]) -> Iterator[Clause]:
    current: list[Mark] = []
    for at, mark in enumerate(said):
        ends = mark.has(*_ENDS) and not _is_joining(said, at)
        if current and (ends or _begins_anew(said, at, current)):
            yield Clause(tuple(current))
            current = []
        current.append(mark)
    yield Clause(tuple(current))


def _is_joining(said: Sequence[Mark], at: int) -> bool:
    # "lost 3-1 on saturday", "i work mon-thu".
    before, after = mark_at(said, at - 1), mark_at(said, at + 1)
    are_numbers = before.has(Kind.NUMBER) and after.has(Kind.NUMBER)
    return said[at].has(Kind.DASH) and (are_numbers or (before.has(*_NAMED) and after.has(*_NAMED)))


def _begins_anew(said: Sequence[Mark], at: int, current: Sequence[Mark]) -> bool:
    # "i work on mondays remind me on tuesdays", "tuesdays at 9am and i work on fridays".
    tells = any(mark.has(Kind.TELLS) for mark in current)
    if tells and said[at].has(Kind.REMIND):
        return any(_is_day(said, after) or _is_clock(said, after) for after in range(at + 1, len(said)))
    if not said[at].has(Kind.AND) or _is_from(current):
        return False
    following = mark_at(said, skipped(said, at + 1, Kind.LINK))
    if not tells:
        return following.has(Kind.TELLS)
    if not _is_clock(said, skipped(said, at + 1, Kind.AT, Kind.LINK)):
        return following.has(*_WISHING)
    is_first = not any(_is_clock(current, before) for before in range(len(current)))
    return is_first or any(mark.has(Kind.REMIND) for mark in said[at:])


def _is_from(current: Sequence[Mark]) -> bool:
    # "He said between 8 and 12".
    found = [clock_at(current, at + 1) for at, mark in enumerate(current) if mark.has(Kind.BETWEEN)]
    return any(clock is not None and clock[1] == len(current) for clock in found)


def _subjects(clauses: Sequence[Clause]) -> list[TellsOf]:
    """A bare list of days next to a clause about something else belongs to that clause. Raises NoTime if a time may be for these days."""
    subjects = [clause.subject for clause in clauses]
    for at in range(1, len(clauses)):
        if subjects[at - 1] is TellsOf.OTHER and clauses[at - 1].has_days and clauses[at].is_list:
            subjects[at] = TellsOf.OTHER
    for at in range(len(clauses) - 2, -1, -1):
        if subjects[at + 1] is TellsOf.OTHER and clauses[at].is_list and _begins_with_day(clauses[at + 1]):
            subjects[at] = TellsOf.OTHER
    for at in range(1, len(clauses) - 1):
        if subjects[at] is TellsOf.OTHER and clauses[at].has_days and _has_own_time(clauses, at):
            if clauses[at].has_clock:
                raise NoTime  # "weekdays 7am, fridays i finish at 3 so 4pm"
            subjects[at] = TellsOf.REMINDER
    return subjects


def _has_own_time(clauses: Sequence[Clause], at: int) -> bool:
    # "Mondays 7am, but saturdays i work late so 10am".
    follows = next((each for each in clauses[at + 1 :] if len(each.marks) > 1), clauses[at + 1])
    is_so = follows.marks[0].has(Kind.BREAK) and not follows.marks[0].has(Kind.BUT)
    is_timed = follows.has_clock and not follows.has_days
    is_pair = any(clause.has_clock and clause.has_days for clause in clauses[:at])
    return (is_so or is_pair) and is_timed and any(clause.has_clock for clause in clauses[:at])


def _begins_with_day(clause: Clause) -> bool:
    return weekdays_at(clause.marks, skipped(clause.marks, 0, Kind.COMMA, Kind.LINK)) is not None


def _tells(said: Sequence[Mark]) -> bool:
    # "at 18:45 right after yoga" is of the reminder.
    return any(
        mark.has(Kind.TELLS) and not any(each.has(Kind.AFTER) for each in said[max(0, at - _NEAR) : at])
        for at, mark in enumerate(said)
    )


def _reports(said: Sequence[Mark]) -> bool:
    # "The reminder came", turned "kam die erinnerung", and in one word "du hast mich um 3 uhr erinnert".
    both = {Kind.TELLS, Kind.ASKS}
    spoken = [mark for mark in said if mark.has(*both) or not mark.has(Kind.LINK, Kind.FILLER)]
    return any(one.meanings.keys() | other.meanings.keys() >= both for one, other in pairwise(spoken))


def _states(said: Sequence[Mark]) -> bool:
    # "My reminder is at 8am", "i have a reminder at 8am": how it is, and no wish.
    at = next((at for at, mark in enumerate(said) if mark.has(Kind.ASKS, Kind.REMIND)), None)
    if at is None or any(mark.has(Kind.WISHES) for mark in said[:at]):
        return False
    return mark_at(said, _past_small(said, at, 1)).has(Kind.STATES) or mark_at(
        said, _past_small(said, at, -1)
    ).has(Kind.STATES)


def _past_small(said: Sequence[Mark], at: int, step: int) -> int:
    at += step
    while mark_at(said, at).has(*_SMALL) and not mark_at(said, at).has(Kind.STATES, Kind.WISHES):
        at += step
    return at


def _is_related(said: Sequence[Mark]) -> bool:
    # "after my monday meeting at 10": ten is when the meeting is.
    return any(
        mark.has(Kind.AFTER)
        and any(each.has(Kind.TELLS) for each in said[at + 1 : at + 1 + _NEAR])
        and any(_is_clock(said, after) or _is_day(said, after) for after in range(at + 1, len(said)))
        for at, mark in enumerate(said)
    )


def _is_chatty(mark: Mark) -> bool:
    return not mark.meanings or is_beside(mark)


def _beside_clocks(said: Sequence[Mark]) -> Iterator[Mark]:
    # "half past six" is all time.
    at = 0
    while at < len(said):
        clock = clock_at(said, at)
        if clock is None:
            yield said[at]
        at = clock[1] if clock else at + 1


def _is_clock(said: Sequence[Mark], at: int) -> bool:
    found = clock_at(said, at)
    return found is not None and (not found[0].is_bare or mark_at(said, at - 1).has(Kind.AT))


def _is_day(said: Sequence[Mark], at: int) -> bool:
    return (weekdays_at(said, at) or one_day_at(said, at)) is not None
