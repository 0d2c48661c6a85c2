"""When a person is reminded: the list, one reminder, a new one, and pausing them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.reminders.draft import Draft, written
from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS, Reminder
from bot.screens import keys
from bot.screens.buttons.actions import (
    DeleteReminder,
    Drafted,
    Drafting,
    Go,
    OpenReminder,
    PauseFor,
    Place,
    RestReminder,
)
from bot.screens.days import day, weekdays, when
from bot.screens.reminders.zone_screens import Where, asks, assumed, not_mine, right_or_not
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, lines, plain

SUGGESTED = (
    time(7),
    time(8, 30),
    time(10, 30),
    time(12, 30),
    time(15),
    time(18),
    time(19),
    time(20),
    time(21),
)
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
PAUSES = (1, 7, 14)
"""Days that all reminders can be paused for at one tap."""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """`title`: of what it starts; "" for today's session. `then`: when it comes next, in the person's time zone; None: it rests."""

    reminder: Reminder
    title: str
    then: datetime | None


def every_reminder(every: Sequence[ReminderLine], where: Where, words: Words, note: str = "") -> Screen:
    head = words("reminders") if every else words("reminders-none")
    told = [_told(line, where.today, words) for line in every]
    is_guess = bool(every) and not where.is_sure
    text = lines(plain(note), bold(head), *told, plain(asks(where, words)) if is_guess else None)
    ask = (right_or_not(where, words),) if is_guess else ()
    add_style = keys.primary if not ask else _alone
    mine = keys.paired(Button(label(line.reminder, words), OpenReminder(line.reminder.id)) for line in every)
    rows = (*ask, add_style(words("choice-reminder-add"), Go(Place.ADD_REMINDER)), *mine)
    return Screen(text, (*rows, _last(every, where.today, words)), line=_in_short(every, words))


def asking_to_wake(screen: Screen, words: Words) -> Screen:
    """The button that wakes them stands first, and only once."""
    wake = Button(words("button-reminders-wake"), Go(Place.GO_ON_REMINDING))
    others = (tuple(replace(each, style=Style.PLAIN) for each in row if each != wake) for row in screen.rows)
    return replace(screen, rows=(keys.primary(wake.label, wake.action), *filter(None, others)))


def with_waiting(screen: Screen, what: str, keep: Button, words: Words) -> Screen:
    text = lines(screen.text, plain(words("reminders-waiting", what=what)))
    others = (tuple(replace(button, style=Style.PLAIN) for button in row) for row in screen.rows)
    return replace(screen, text=text, rows=(keys.primary(keep.label, keep.action), *others))


def _in_short(every: Sequence[ReminderLine], words: Words) -> str | None:
    if not every:
        return None
    return words("line-reminders", list=words.listed(label(line.reminder, words) for line in every))


def label(reminder: Reminder, words: Words) -> str:
    at = words.clock(reminder.at)
    if reminder.on:
        return keys.label(words("reminder-label-once", time=at, day=words.date(reminder.on)))
    return keys.label(
        words("reminder-label", time=at, days=weekdays(reminder.weekdays, words)),
        words("reminder-label-short", time=at, count=len(reminder.weekdays)),
    )


def one(line: ReminderLine, upcoming: Sequence[datetime], where: Where, words: Words) -> Screen:
    this = line.reminder
    if this.on:
        return _once(line, this.on, where, words)
    draft = Draft((this.at,), this.weekdays, this.starts, this.id)
    text = lines(
        bold(_said(draft, line.title, words)), _next(upcoming, where.today, words), _rests(line, where, words)
    )
    rest = Button(
        words("button-reminder-wake" if this.is_paused else "button-reminder-rest"),
        RestReminder(this.id, not this.is_paused),
    )
    delete = Button(words("button-reminder-delete"), DeleteReminder(this.id))
    return Screen(text, (*_changes(draft, words), (rest, delete), keys.back_row(Go(Place.REMINDERS), words)))


def _once(line: ReminderLine, on: date, where: Where, words: Words) -> Screen:
    then = when(datetime.combine(on, line.reminder.at), where.today, words)
    text = bold(words("reminder-once", when=then, what=line.title or words("reminder-todays")))
    delete = Button(words("button-reminder-delete"), DeleteReminder(line.reminder.id))
    return Screen(
        lines(text, _rests(line, where, words)), ((delete,), keys.back_row(Go(Place.REMINDERS), words))
    )


def proposal(draft: Draft, title: str, upcoming: Sequence[datetime], where: Where, words: Words) -> Screen:
    """`upcoming`: when it comes next; empty while all reminders rest."""
    note = plain(assumed(where, words) or "")
    then = _next(upcoming, where.today, words) or plain(words("reminders-rest"))
    head = bold(words("reminder-draft", what=_said(draft, title, words)))
    text = lines(head, plain(words(f"reminder-{_not_yet(draft)}")), then, note)
    keep = keys.primary(words("choice-reminder-keep"), _drafted(Drafting.KEEP, draft))
    discard = (Button(words("button-reminder-discard"), Go(Place.REMINDERS)), keys.home(words))
    changes = keys.paired(
        (*(each for row in _changes(draft, words) for each in row), *not_mine(where, words))
    )
    times = words.all_of(words.clock(at) for at in draft.times)
    what = words("reminder-plan-line", time=times, days=weekdays(draft.weekdays, words))
    return Screen(text, (keep, *changes, discard), line=words(f"line-{_not_yet(draft)}", what=what))


def _not_yet(draft: Draft) -> str:
    return "not-changed" if draft.reminder else "not-set"


def ask_time(draft: Draft, words: Words, note: str = "") -> Screen:
    def button(label: str, at: time) -> Button:
        return Button(label, _drafted(Drafting.SHOW, replace(draft, times=(at,))))

    times = [button(words.clock(at), at) for at in SUGGESTED]
    rows = [tuple(times[start : start + 3]) for start in range(0, len(times), 3)]
    back = keys.back_row(Go(Place.REMINDERS), words)
    return Screen(lines(plain(note), plain(words("ask-time"))), (*rows, back))


def nudge_time(draft: Draft, words: Words) -> Screen:
    screen, at = ask_time(draft, words), draft.times[0]
    earlier, later = (_moved(at, by) for by in (-QUARTER, QUARTER))
    nudges = (
        Button(words("button-time-earlier"), _drafted(Drafting.TIME, replace(draft, times=(earlier,)))),
        Button(words("button-time-later"), _drafted(Drafting.TIME, replace(draft, times=(later,)))),
    )
    done = keys.primary(words("choice-time-keep", time=words.clock(at)), _drafted(Drafting.SHOW, draft))
    others = tuple(row for row in screen.rows[:-1])
    fewer = tuple(tuple(each for each in row if each.label != words.clock(at)) for row in others)
    return replace(screen, rows=(done, nudges, *(row for row in fewer if row), screen.rows[-1]))


def ask_days(draft: Draft, words: Words) -> Screen:
    ticks = [_tick(number, draft, words) for number in range(7)]
    rows = [tuple(ticks[start : start + 3]) for start in range(0, 7, 3)]
    groups = [
        Button(words(f"button-days-{name}"), _drafted(Drafting.DAYS, replace(draft, weekdays=days)))
        for name, days in (("every", EVERY_DAY), ("working", WORKING_DAYS))
        if draft.weekdays != days
    ]
    done = keys.primary(words("button-done"), _drafted(Drafting.SHOW, draft))
    text = plain(words("ask-days", days=weekdays(draft.weekdays, words)))
    return Screen(text, (done, *rows, *keys.paired(groups)))


def ask_what(draft: Draft, titles: Iterable[tuple[str, str]], words: Words) -> Screen:
    """`titles`: pairs of a Reminder's `starts` and its title."""
    buttons = [Button(words("choice-reminder-todays"), _drafted(Drafting.SHOW, replace(draft, starts="")))]
    buttons += [
        Button(title, _drafted(Drafting.SHOW, replace(draft, starts=starts))) for starts, title in titles
    ]
    return Screen(
        plain(words("ask-what")), (*keys.paired(buttons), keys.back_row(Go(Place.REMINDERS), words))
    )


def ask_pause(words: Words) -> Screen:
    rows = tuple((Button(words(f"choice-pause-{days}"), PauseFor(days)),) for days in PAUSES)
    note = plain(words("ask-pause-note"))
    text = lines(plain(words("ask-pause")), note)
    return Screen(text, (*rows, keys.back_row(Go(Place.REMINDERS), words)), asides=(note,))


def ask_stop(reminder: Reminder, words: Words) -> Screen:
    this = words("choice-stop-this", which=label(reminder, words))
    rows = (
        (
            Button(
                this if keys.width(this) <= keys.ALONE else words("choice-stop-this-one"),
                RestReminder(reminder.id, on=True),
            ),
        ),
        (Button(words("choice-stop-a-while"), Go(Place.PAUSE)),),
        (Button(words("choice-stop-all"), Go(Place.STOP_REMINDING)),),
        keys.back_row(Go(Place.REMINDERS), words),
    )
    return Screen(plain(words("ask-stop")), rows)


def ask_delete(reminder: Reminder, words: Words) -> Screen:
    this = label(reminder, words)
    rows = (
        keys.primary(words("choice-delete-this"), DeleteReminder(reminder.id)),
        (Button(words("button-reminder-rest"), RestReminder(reminder.id, on=True)),),
        keys.back_row(Go(Place.REMINDERS), words),
    )
    return Screen(plain(words("ask-delete-this", which=this)), rows)


def _told(line: ReminderLine, today: date, words: Words) -> str:
    this = line.reminder
    what = line.title or words("reminder-todays")
    if this.on:
        return _told_once(line, this.on, what, today, words)
    rhythm = (words.clock(this.at), weekdays(this.weekdays, words), what)
    if line.then is None:
        return plain(words.parted((*rhythm, words("reminder-rests"))))
    upcoming = words("reminder-row-next", day=day(line.then.date(), today, words))
    ahead = [pause_told(this, today, words)] if this.has_pause_ahead(today) else []
    return plain(words.parted((*rhythm, upcoming, *ahead)))


def pause_told(this: Reminder, today: date, words: Words) -> str:
    first, until = this.paused_from or today, this.paused_until
    if until is None:
        return words("reminder-rests-from", day=day(first, today, words))
    last = until - DAY
    if first == last:
        return words("reminder-rests-on", day=day(first, today, words))
    return words("reminder-rests-between", first=day(first, today, words), last=day(last, today, words))


def _told_once(line: ReminderLine, on: date, what: str, today: date, words: Words) -> str:
    """ "once, tomorrow 9:00 · today's session"."""
    once = words.listed([words("reminder-row-once"), day(on, today, words)])
    if line.then is None:
        return plain(words.parted((f"{once} {words.clock(line.reminder.at)}", what, words("reminder-rests"))))
    return plain(words.parted((f"{once} {words.clock(line.then)}", what)))


def _said(draft: Draft, title: str, words: Words) -> str:
    times = words.all_of(words.clock(at) for at in draft.times)
    what = title or words("reminder-todays")
    return words("reminder-what", days=weekdays(draft.weekdays, words), times=times, what=what)


def _next(upcoming: Sequence[datetime], today: date, words: Words) -> str | None:
    if not upcoming:
        return None
    return plain(words("reminder-upcoming", list=words.parted(when(then, today, words) for then in upcoming)))


def _rests(line: ReminderLine, where: Where, words: Words) -> str | None:
    has_no_end = line.reminder.rests_on(where.today) and line.reminder.paused_until is None
    if has_no_end:
        return plain(words("reminder-rests-note"))
    if line.reminder.has_pause_ahead(where.today):
        ahead = pause_told(line.reminder, where.today, words)
        return plain(words("reminder-rests-ahead", what=ahead))
    if not line.reminder.rests_on(where.today) or line.reminder.paused_until is None:
        return None
    return plain(words("reminder-rests-until", day=day(line.reminder.paused_until, where.today, words)))


def _changes(draft: Draft, words: Words) -> Rows:
    stages = (("days", Drafting.DAYS), ("time", Drafting.TIME), ("what", Drafting.WHAT))
    return keys.paired(
        Button(words(f"button-reminder-{name}"), _drafted(stage, draft)) for name, stage in stages
    )


def _tick(number: int, draft: Draft, words: Words) -> Button:
    is_on = number in draft.weekdays
    name = words.weekday(number, short=True)
    after = (draft.weekdays - {number} if is_on else draft.weekdays | {number}) or draft.weekdays
    ticked = words("tag-ticked", tag=name) if is_on else name
    return Button(ticked, _drafted(Drafting.DAYS, replace(draft, weekdays=after)))


def _last(every: Sequence[ReminderLine], today: date, words: Words) -> tuple[Button, ...]:
    if not every:
        return (keys.home(words),)
    if any(line.then is None or line.reminder.rests_on(today) for line in every):
        return (Button(words("button-reminders-wake"), Go(Place.GO_ON_REMINDING)), keys.home(words))
    if any(line.reminder.has_pause_ahead(today) for line in every):
        return (Button(words("button-reminders-no-pause"), Go(Place.GO_ON_REMINDING)), keys.home(words))
    return (Button(words("button-reminders-pause"), Go(Place.PAUSE)), keys.home(words))


def _drafted(stage: Drafting, draft: Draft) -> Drafted:
    return Drafted(stage, draft.reminder, *written(draft))


def _moved(at: time, by: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 2), at) + by).time()


def _alone(label: str, action: Go) -> tuple[Button]:
    return (Button(label, action),)
