"""Answers people who may not use the bot: words of danger are always answered, and the password lets people in."""

from dataclasses import replace
from enum import Enum

from bot.coach.case import Answer, Case
from bot.coach.news import Located, Said, Sent, Tapped
from bot.coach.person import danger
from bot.coach.person.resting import remove_talk
from bot.coach.tapping import tapped_by_finger
from bot.coach.typed import meaning
from bot.coach.typed.danger import said_if_meant
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.coach.view.in_view import help_in_view
from bot.coach.view.talk_of_violence import is_of_violence
from bot.domain.admission.access import Access
from bot.domain.admission.buckets import Allowance, Buckets
from bot.domain.admission.door_word import is_guess, says
from bot.domain.typed.danger.heard import IN_DANGER, Heard, Tier, is_danger
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.wish import Wish
from bot.screens.admission import outside_screens as screens
from bot.screens.buttons.actions import Action, Go, MeantIt, NotMeant, Place, RemoveTalk, WhomToCall
from bot.screens.buttons.wire import decode
from bot.screens.person.danger_screens import QUESTION

GUESSES = Allowance(at_once=6, per_second=1 / 600)
"""Tries at the password: six at first, then one more every ten minutes."""

_THEIRS = (Wish.PRIVACY, Wish.EXPORT, Wish.DELETE)
"""Granted even to people outside, because it is about the data kept about them."""

_OPEN: tuple[Action, ...] = (
    Go(Place.MY_DATA),
    Go(Place.EXPORT),
    Go(Place.DELETE),
    Go(Place.DELETE_SURELY),
    Go(Place.PRIVACY),
    Go(Place.PRIVACY_KEPT),
    Go(Place.PRIVACY_TIME),
    Go(Place.PRIVACY_YOURS),
)
"""Buttons that work even for people outside: those about their own data."""

_COMPLAINS = frozenset({Tier.COMPLAINT, Tier.LOW_BACK, Tier.ILL})


class Guess(Enum):
    """TOO_MANY: the guess was not even compared."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_MANY = "too-many"


class Doorkeeper:
    """Counts guesses in memory only, so a restart forgets them."""

    def __init__(self) -> None:
        self._guesses = Buckets(GUESSES)

    def answer(self, case: Case, access: Access, news: Said | Sent | Located | Tapped) -> Answer | None:
        """None if the word was right: then they are let in. The person of `case` need not be stored."""
        match news:
            case Said():
                return self._said(case, access, news)
            case Tapped(_, data):
                return _tapped(replace(case, tap=data), access, decode(data))
            case _:
                return (said_if_meant.as_it_was(case) or outside(case, access)).as_reply()

    def _said(self, case: Case, access: Access, told: Said) -> Answer | None:
        if told.is_edit and help_in_view(case, QUESTION) and not _is_danger_or_cry(case, told.text):
            return Answer(None)  # somebody in need keeps their help, even if they type the right word now
        if action := said_if_meant.meant(case, told.text):
            return _tapped(case, access, said_if_meant.with_message(action, told.message)).as_reply()
        if again := said_if_meant.ask_again(case, told):
            return again.as_reply()
        if again := said_if_meant.help_again(case, told):
            return _helped(again).as_reply()
        heard = case.known.danger.hears(told.text)
        if heard and heard.tier in IN_DANGER:
            return _in_danger(case, heard, told).as_reply()
        guess = self._guess(case, told.text) if access is Access.STRANGER else None
        if guess is Guess.RIGHT:
            return None
        if asked := said_if_meant.cried(case, told):
            return asked.as_reply()
        if theirs := _about_their_data(case, told.text):
            return theirs.as_reply()
        if kept := said_if_meant.kept(case, told, self._note(case, guess) if guess is Guess.TOO_MANY else ""):
            return kept.as_reply()
        is_unwell = heard is not None and heard.tier in _COMPLAINS
        note = "" if is_unwell else self._note(case, guess)
        return outside(case, access, note, is_unwell=is_unwell).as_reply()

    def _guess(self, case: Case, text: str) -> Guess | None:
        said = _after_start(text)
        if not case.known.operator.word or not is_guess(said):
            return None
        if not self._guesses.take(case.person.id, case.now.timestamp()):
            return Guess.TOO_MANY
        return Guess.RIGHT if says(said, case.known.operator.word) else Guess.WRONG

    def _note(self, case: Case, guess: Guess | None) -> str:
        if guess is Guess.TOO_MANY:
            seconds = self._guesses.wait(case.person.id, case.now.timestamp())
            return screens.too_many(-(-seconds // 60), case.words)
        return screens.wrong(case.words) if guess is Guess.WRONG else ""


def outside(case: Case, access: Access, note: str = "", *, is_unwell: bool = False) -> Answer:
    who = screens.Outsider(
        access,
        case.person.name,
        case.person.id,
        case.store.people.is_known(case.person.id),
        bool(case.known.operator.word),
        case.known.operator.contact,
    )
    return Answer(screens.outside(who, case.words, note=note, is_unwell=is_unwell), alone=True)


def _is_danger_or_cry(case: Case, text: str) -> bool:
    return case.known.help.cries.are(text) or is_danger(text, case.known.danger)


def _tapped(case: Case, access: Access, action: Action | None) -> Answer:
    if case.tap and (late := danger.late_tap(case, action)):
        return late
    if isinstance(action, RemoveTalk):
        removed = remove_talk(case, action)
        return replace(removed, screen=removed.screen and outside(case, access).screen)
    if isinstance(action, MeantIt):
        return _meant(case, access, action)
    if isinstance(action, WhomToCall):
        return _helped(danger.said_again(case, action))
    if isinstance(action, NotMeant):
        return _nothing_meant(case, access)
    return replace(tapped_by_finger(case, action), alone=True) if action in _OPEN else outside(case, access)


def _nothing_meant(case: Case, access: Access) -> Answer:
    if is_of_violence(case):
        return _helped(replace(danger.all_is_well(case), rings=False))
    return outside(case, access, case.words("danger-all-well"))


def _in_danger(case: Case, heard: Heard, told: Said) -> Answer:
    asked = danger.question(case, heard, told.message, is_edit=told.is_edit)
    return asked or _alarm(case, danger.heavier_of_two(case, heard), told.message)


def _meant(case: Case, access: Access, action: MeantIt) -> Answer:
    heard = danger.what_was_meant(case, action)
    return _alarm(case, heard, action.message) if heard else outside(case, access)


def _alarm(case: Case, heard: Heard, message: int) -> Answer:
    answer = danger.alarm(case, heard, message)
    case.store.admission.let_stranger_rest(case.person.id, danger.resting_after(case, heard.tier))
    return _helped(answer)


def _helped(answer: Answer) -> Answer:
    return replace(answer, screen=screens.helped(answer.screen)) if answer.screen else answer


def _about_their_data(case: Case, text: str) -> Answer | None:
    action = meaning.button(case, text)
    if action in _OPEN:
        return replace(tapped_by_finger(case, action), alone=True)
    wish, _ = (
        meaning.command(text) if text.startswith("/") else (meaning.wish(text, case.language.vocabulary), "")
    )
    if wish not in _THEIRS:
        return None
    return replace(grant(Request(case, text, Meant(wish, is_sure=True))), alone=True)


def _after_start(text: str) -> str:
    """The password may come in a link: t.me/…?start=word. Other commands are not guesses."""
    if not text.startswith("/"):
        return text
    wish, rest = meaning.command(text)
    return rest if wish is Wish.START else ""
