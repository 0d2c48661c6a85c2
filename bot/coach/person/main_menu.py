"""Home and its "More", help, and erasing everything."""

from bot.coach.case import Answer, Case
from bot.coach.choose.emptied import emptied
from bot.coach.progress import programmes
from bot.coach.progress.todays import comes_back, todays, with_lengths
from bot.coach.progress.what_comes_next import what_comes_next
from bot.coach.question_of_the_day import is_asked_now, note_asked
from bot.coach.session.gate import locked
from bot.coach.session.so_far import is_done_for_today, this_week
from bot.coach.telling_of_absence import told_at_home
from bot.coach.view.in_view import card_in_view, is_button_in_view
from bot.coach.view.talk_of_violence import remove_all
from bot.domain.library.exercise import Picture
from bot.domain.person.check_ins import CheckInPart
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Cleared, Rest
from bot.screens.buttons.actions import DoToday, Go, Place
from bot.screens.buttons.wire import encode
from bot.screens.person import check_in_screens, danger_screens, home, pain_screens, questions, welcome
from bot.screens.progress.done_for_today import Week, home_done
from bot.screens.progress.progress_screen import days_of


def come_home(case: Case) -> Answer:
    if not case.who.is_locked and is_asked_now(case, Daily.MORNING_AFTER):
        note_asked(case, Daily.MORNING_AFTER)
        return Answer(pain_screens.ask_morning(None, case.words))
    if not case.who.is_locked and is_asked_now(case, Daily.CHECK_IN):
        note_asked(case, Daily.CHECK_IN)
        return Answer(check_in_screens.ask(0, CheckInPart.PAIN, None, case.words))
    return home_of(case, tells=True)


def home_of(case: Case, *, tells: bool = False) -> Answer:
    if screen := locked(case):
        return Answer(screen)
    match case.who.cleared:
        case Cleared.UNASKED if case.who.rest is Rest.UNTIL_CLEAR:
            return Answer(danger_screens.until_clear(case.words))
        case Cleared.UNASKED:
            return Answer(welcome.hello(case.person.name, picture_of_hello(case), case.words))
        case _:
            return _offer(case, told_at_home(case) if tells else "")


def picture_of_hello(case: Case) -> Picture | None:
    """Shown once, and for as long as they keep tapping on its card."""
    view, picture = card_in_view(case), case.library.hello
    if view is None:
        return picture
    return picture if case.tap and picture and view.picture == picture.file else None


def old_button(case: Case) -> Answer:
    answer = home_of(case)
    return Answer(answer.screen, toast=case.words("toast-old-button"))


def _offer(case: Case, away: str) -> Answer:
    if nothing_left := emptied(case, DoToday()):
        return Answer(nothing_left)
    if comes_back(case):
        return Answer(home.back_again(case.person.name, todays(case), case.words, away))
    if is_done_for_today(case):
        week = Week(this_week(case), case.who.pictures)
        coming = what_comes_next(case)
        return Answer(home_done(case.person.name, todays(case), week, coming, case.words, away))
    today, lengths = with_lengths(case)
    days = days_of(this_week(case), case.words)
    has_done = bool(case.store.sessions.count_done_to(1, case.person.id))
    name = case.person.name
    return Answer(home.home(name, today, days, lengths, case.words, away, has_done=has_done))


def more(case: Case) -> Answer:
    programme = programmes.offered(case)
    return Answer(home.more(programme.slug if programme else None, case.words))


def help_for(case: Case) -> Answer:
    return Answer(home.help_screen(case.words, is_admin=case.person.id in case.known.operator.admins))


def ask_delete(case: Case) -> Answer:
    return Answer(questions.ask_delete(case.known.copies, case.words))


def delete(case: Case) -> Answer:
    if not is_button_in_view(case, encode(Go(Place.DELETE_SURELY))):
        return ask_delete(case)
    remove_all(case)
    case.store.forget(case.person.id, case.now)
    return Answer(questions.deleted(case.words), alone=True, forgets=True)
