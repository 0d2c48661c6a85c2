"""Decides which words still work below whom to call, and below the question whether danger was meant: only harmless ones."""

from bot.coach.case import Answer, Case
from bot.coach.news import Said
from bot.coach.person import danger
from bot.coach.reminders import asked_when
from bot.coach.session.live import live_of
from bot.coach.typed import meaning
from bot.coach.typed.danger import help_called, said_if_meant
from bot.coach.typed.finding import search
from bot.coach.typed.wishes import wishes
from bot.coach.view.after_despair import at_hand
from bot.coach.view.in_view import KEPT, answered_in_view, danger_asked_about, help_in_view, time_since_told
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import WhomToCall
from bot.screens.person.danger_screens import TALKS, WITH_A_NUMBER

_NO_PLACE = frozenset({Wish.ABOUT, Wish.HELP, Wish.DOCTOR_QUESTION, Wish.HURTS})
_PLACES = (
    wishes.BESIDE_DANGER
    | wishes.LEADS_TO_MOVES
    | {Wish.FLOOR, Wish.NO_FLOOR, Wish.SEATED, Wish.LISTEN, Wish.WATCH, Wish.PLACE, Wish.LEARN, Wish.PROGRESS}
) - _NO_PLACE
"""What leads away from whom to call, if somebody asks for it."""

_HOMELY = frozenset({Wish.HOME, Wish.DISCREET, Wish.LANGUAGE})
"""Their words are too common: "home", "because of this mask", "I only speak little"."""

_HURTS = (Tier.COMPLAINT, Tier.LOW_BACK, Tier.ILL)


def kept(case: Case, told: Said, heard: Heard | None) -> Answer | None:
    """Whom to talk to, or the question whether danger was meant, stays below all words but harmless ones. After
    violence, a complaint is heard; after despair, it brings back whom to call, even if that is a tap away."""
    if called := help_called.answer(case, told) or _called(case, told):
        return called
    again, is_asked = at_hand(case), danger_asked_about(case) is not None
    is_new = not said_if_meant.was_shown_again(case)
    if again and not is_asked and is_new and _leads_to_moves(case, told.text, heard):
        if again.of <= TALKS:
            return danger.beside_moves(case, again)
        if case.who.waits_to_be_clear:
            return danger.said_again(case, again)
    if again and not is_asked and _asks_whom(case, again, told.text):
        return danger.said_again(case, again)
    if again and again.of == {Tier.ABUSE} and _complains(heard):
        return None
    note = case.words("danger-hurt-too") if again and heard and heard.tier in _HURTS else ""
    if danger.is_kept_in_view(case) and (again or is_asked or not _complains(heard)):
        return (
            None
            if goes_through(case, told.text) or _goes_on(case, heard)
            else said_if_meant.kept(case, told, "" if is_asked else note)
        )
    return (
        danger.said_again(case, again, note) if again and note and not goes_through(case, told.text) else None
    )


def _goes_on(case: Case, heard: Heard | None) -> bool:
    """After it was shown once more below other words, people who write about harmless things may go on, so that
    nobody is trapped by a mishearing. Whom to talk to stays a tap away."""
    return not _complains(heard) and said_if_meant.was_shown_again(case)


def _asks_whom(case: Case, again: WhomToCall, text: str) -> bool:
    """A plain "help" means the help page, but not after violence."""
    is_page = meaning.wish(text, case.language.vocabulary) is Wish.HELP and Tier.ABUSE not in again.of
    return case.known.help.cries.are(text) and not is_page


def _called(case: Case, told: Said) -> Answer | None:
    """People who are to call often ask next "is it serious", or say that nobody answers: they get the number again,
    and no page to read. Naming a page still opens it."""
    view = help_in_view(case, WITH_A_NUMBER)
    is_to_call = Tier.NOW in answered_in_view(case) and time_since_told(case) < KEPT
    if view is None or not is_to_call or told.text.startswith("/") or meaning.button(case, told.text):
        return None
    live, spoken = live_of(case), case.language.vocabulary
    is_a_move = live is not None and meaning.move(live, told.text, spoken) is not None
    answers = is_a_move or said_back(told.text, spoken.replies) - {SaidBack.STOP}
    if answers or _says_where_to(case, told.text):
        return None
    has_reached_them = not case.debt.owed
    return said_if_meant.kept(case, told, case.words("danger-misheard") if has_reached_them else "")


def _says_where_to(case: Case, text: str) -> bool:
    """Requests for moves are answered as always, by saying that moves rest."""
    wish, found = meaning.wish(text, case.language.vocabulary), wishes.meant(case, text)
    if wish is not None:
        return wish in _PLACES
    is_meant = found and found.is_sure and not found.by_ear_alone
    return bool(found and is_meant and found.wish in _PLACES - _HOMELY) or search.is_a_move(case, text)


def _leads_to_moves(case: Case, text: str, heard: Heard | None) -> bool:
    """False for what is on the card in view, which people may tap or type, and in a session that they opened since.
    False also until whom to call has reached them: nothing is put above it."""
    if (
        case.debt.owed
        or live_of(case)
        or _complains(heard)
        or text.startswith("/")
        or meaning.button(case, text)
    ):
        return False
    if meaning.wish(text, case.language.vocabulary) in wishes.LEADS_TO_MOVES:
        return True
    found = wishes.meant(case, text)  # "I have a plan" is none, after despair
    is_meant = found is not None and found.is_sure and not found.by_ear_alone
    return is_meant and found is not None and found.wish in wishes.LEADS_TO_MOVES - {Wish.PROGRAMME}


def _complains(heard: Heard | None) -> bool:
    return heard is not None and heard.tier is not Tier.EVERYDAY


def goes_through(case: Case, text: str) -> bool:
    """In their own words, only what is surely about reminders or their data. "Remind me why to live" is not."""
    if meaning.button(case, text) or meaning.wish(text, case.language.vocabulary) in wishes.BESIDE_DANGER:
        return True
    found = wishes.meant(case, text)
    if found and found.is_sure and found.wish is Wish.PRIVACY and danger_asked_about(case) is None:
        return True  # people who were told whom to call may well ask next who reads this
    is_reminder = found is not None and found.is_sure and found.wish is Wish.REMIND
    has_a_time = is_reminder and _names_a_time(case, text)
    return has_a_time or wishes.holds_beside_danger(case, text)


def _names_a_time(case: Case, text: str) -> bool:
    return hear_when(text, asked_when.guessed_local_now(case), case.language.vocabulary.when).when is not None
