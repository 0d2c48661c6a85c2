"""Home and what is behind its "More", help, and erasing everything."""

from bot.coach.case import Answer, Case
from bot.coach.progress import programmes
from bot.coach.progress.todays import comes_back, todays, with_lengths
from bot.coach.session.so_far import this_week
from bot.domain.person.person import Cleared, Rest
from bot.screens.person import danger_screens, home, questions, welcome
from bot.screens.progress.progress_screen import days_of


def home_of(case: Case) -> Answer:
    """Where this person begins: the greeting, what closes the moves, or today's offer."""
    match case.who.cleared:
        case Cleared.UNASKED if case.who.rest is Rest.UNTIL_CLEAR:
            return Answer(danger_screens.until_clear(case.words))
        case Cleared.UNASKED:
            return Answer(welcome.hello(case.person.name, case.library.hello, case.words))
        case Cleared.URGENT | Cleared.EMERGENCY as tier:
            return Answer(welcome.closed(tier, case.words))
        case Cleared.CLEAR | Cleared.SOON:
            return _offer(case)


def old_button(case: Case) -> Answer:
    answer = home_of(case)
    return Answer(answer.screen, toast=case.words("toast-old-button"))


def _offer(case: Case) -> Answer:
    if comes_back(case):
        return Answer(home.back_again(case.person.name, todays(case), case.words))
    today, lengths = with_lengths(case)
    days = days_of(this_week(case), case.words)
    return Answer(home.home(case.person.name, today, days, lengths, case.words))


def more(case: Case) -> Answer:
    programme = programmes.offered(case)
    return Answer(home.more(programme.slug if programme else None, case.words))


def help_for(case: Case) -> Answer:
    return Answer(home.help_screen(case.words))


def ask_delete(case: Case) -> Answer:
    return Answer(questions.ask_delete(case.words))


def delete(case: Case) -> Answer:
    case.store.people.forget(case.person.id)
    return Answer(questions.deleted(case.words), alone=True, forgets=True)
