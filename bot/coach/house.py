"""Home, help, and erasing everything."""

from bot.coach.case import Answer, Case
from bot.coach.playing import stop_for_safety
from bot.domain import suitable
from bot.domain.person import Cleared
from bot.domain.routine import Routine
from bot.domain.script import duration
from bot.screens import ending, home, questions, welcome


def home_of(case: Case) -> Answer:
    """Where this person begins: the greeting, what closes the moves, or today's offer."""
    match case.who.cleared:
        case Cleared.UNASKED:
            return Answer(welcome.hello(case.person.name, case.words))
        case Cleared.URGENT | Cleared.EMERGENCY as tier:
            return Answer(welcome.closed(tier, case.words))
        case Cleared.CLEAR | Cleared.SOON:
            return _offer(case)


def old_button(case: Case) -> Answer:
    answer = home_of(case)
    return Answer(answer.screen, toast=case.words("toast-old-button"))


def _offer(case: Case) -> Answer:
    routine = _todays(case)
    settled = suitable.settle(routine.lines, case.library, case.who)
    length = ending.minutes(duration(settled.parts))
    return Answer(home.home(case.person.name, routine.slug, routine.title, length, case.words))


def _todays(case: Case) -> Routine:
    """The gentle first minutes until they were done once; then the first other routine that has anything for them."""
    first = case.library.routines[welcome.FIRST_ROUTINE]
    if not case.store.sessions.count(case.person.id):
        return first
    others = (routine for routine in case.library.routines.values() if routine is not first)
    fitting = (routine for routine in others if suitable.settle(routine.lines, case.library, case.who).parts)
    return next(fitting, first)


def more(case: Case) -> Answer:
    return home_of(case)


def help_for(case: Case) -> Answer:
    return Answer(home.help_screen(case.words))


def ask_delete(case: Case) -> Answer:
    return Answer(questions.ask_delete(case.words))


def delete(case: Case) -> Answer:
    stop_for_safety(case)
    case.store.people.forget(case.person.id)
    return Answer(questions.deleted(case.words), alone=True, forgets=True)
