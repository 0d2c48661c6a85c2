"""What yes, no and not sure mean to a card that asks something, judged by what its buttons do, never by their labels."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.coach.case import Answer, Case
from bot.coach.person import complaints
from bot.coach.reminders import draft_at_hand, schedule
from bot.coach.session import pain_question, play
from bot.coach.session.live import live_of, session_of
from bot.coach.tapping import tapped
from bot.coach.view.in_view import card_in_view, is_too_quick
from bot.domain.library.exercise import Tag
from bot.domain.person.person import Cleared, Rest
from bot.domain.plain_text import phrase
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move, Phase, Stand
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.said.after_correction import begins_anew
from bot.domain.typed.said.said_back import ASKING, NO, YES, SaidBack, agrees, made_of, said_back, says_any
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.wish import Wish
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import (
    Action,
    AskClock,
    DeleteOwn,
    DoDay,
    DoExercise,
    DoOwn,
    DoRoutine,
    Drafted,
    Drafting,
    Go,
    MayMove,
    Moves,
    NodTo,
    NoSigns,
    NothingNew,
    OnceDrafted,
    Place,
    Planned,
    Play,
    RemoveTalk,
    SaidYes,
    SeeSigns,
    SetZone,
    TryAgain,
    WorkAround,
)
from bot.screens.buttons.wire import decode, encode
from bot.screens.person import wish_screens
from bot.screens.screen import Style
from bot.screens.text import lines, plain
from bot.screens.view import View
from bot.screens.what_remains import about_you

SaidBacks = frozenset[SaidBack]

_BEGINS = DoExercise | DoRoutine | DoDay | DoOwn
_DRAFTS = Drafted | OnceDrafted | Planned
_WAYS_PAST = (NoSigns, NothingNew, SaidYes, MayMove)
_SIGNS_PAST = (Go(Place.SIGNS_EMERGENCY), Go(Place.SIGNS_URGENT), Go(Place.SIGNS_SOON), Go(Place.SIGNS_ALL))
_FOLDED = re.compile(r"<blockquote.*?</blockquote>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CHOICES = (2, 3)
"""This many buttons are a choice; more are a list."""


@dataclass(frozen=True, slots=True)
class Asking:
    """`first`: what the only highlighted button does."""

    card: View
    actions: tuple[Action, ...]
    first: Action | None

    @property
    def asks(self) -> bool:
        """True if the card ends with a question, asks back about a wish, proposes a reminder, or is the greeting."""
        if self.keeps:
            return True
        seen = _TAG.sub("", _FOLDED.sub("", self.card.text)).strip()
        return seen.endswith(ASKING) or bool({Go(Place.TYPING), Go(Place.WHAT)} & {*self.actions})

    @property
    def keeps(self) -> Action | None:
        return next((a for a in self.actions if isinstance(a, _DRAFTS) and a.stage is Drafting.KEEP), None)

    @property
    def is_put_off(self) -> bool:
        nods = {action.nod for action in self.actions if isinstance(action, NodTo)}
        return not self.asks and bool(nods) and Nod.DONE not in nods

    def has(self, *places: Place) -> bool:
        return any(Go(place) in self.actions for place in places)

    @property
    def asks_for_signs(self) -> bool:
        return self.has(Place.COMPLAINT_UNSURE, Place.SIGNS_EMERGENCY) or self.one(NoSigns) is not None

    def labelled(self, words: set[str]) -> Action | None:
        """The button whose label shares most of these words. None if none does, or several share equally many."""
        shared = [
            (len(words.intersection(phrase(label).split())), decode(data))
            for row in self.card.keys
            for label, data, _ in row
        ]
        most = max((count for count, _ in shared), default=0)
        found = [action for count, action in shared if most and count == most]
        return found[0] if len(found) == 1 else None

    def one(self, *kinds: type[Action]) -> Action | None:
        return next((action for action in self.actions if isinstance(action, kinds)), None)


def replied(case: Case, text: str) -> Answer | None:
    if tags := _movements(case, text):
        return complaints.told(case, Heard(Tier.WORK_AROUND, case.language.tag, tags))
    said, asking = _said(case, text), asking_in_view(case)
    if spared := _spares_both_sides(case, asking, text):
        return spared
    if asking and asking.has(Place.COMPLAINT_UNSURE) and says_any(text, case.language.vocabulary.moved):
        return _again(case, asking, "reply-other-words")  # "those, when I lift my arm" is no wish
    if not said or asking is None:
        return None
    if pain := pain_asked_again(case):
        return pain if said <= {*YES, *NO, SaidBack.UNSURE} else None
    if back := _after_all(case, asking, said) or _leaves_as_it_was(case, asking, said, text):
        return back
    if asking.one(Play) and not asking.has(Place.TYPING):
        return _was_it_done(case, said)
    if said == {SaidBack.LATER} and isinstance(asking.first, Play) and asking.first.move is Move.SKIP:
        return tapped(case, asking.first)  # "skip it" names what the card guesses
    return next((answer for rule in _RULES if (answer := rule(case, asking, said))), None)


def _spares_both_sides(case: Case, asking: Asking | None, text: str) -> Answer | None:
    """ "Yeah please, only the left one" is a yes: the bot does not know which moves load only one side."""
    works_around = asking.one(WorkAround) if asking else None
    if works_around is None or not _names_one_side(text, case.language.vocabulary):
        return None
    answer = tapped(case, works_around)
    if answer.screen is None:
        return answer
    told = lines(answer.screen.text, plain(case.words("work-around-one-side")))
    return replace(answer, screen=replace(answer.screen, text=told))


def _names_one_side(text: str, words: Vocabulary) -> bool:
    """True if they say only a yes, the part, and the side."""
    spoken = {**words.replies, **dict.fromkeys((*words.one_side, *words.tags), SaidBack.POLITE)}
    said = phrase(text).split()
    is_yes = {*made_of(phrase(text), spoken)} - {SaidBack.POLITE} <= YES
    return bool(words.one_side & {*said}) and bool(made_of(phrase(text), spoken)) and is_yes


def _after_all(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """ "Nvm, keep going" below a session that they stopped. "Never mind" alone may only mean that it does not matter."""
    back = asking.one(Play)
    if live_of(case) or not isinstance(back, Play) or back.move is not Move.GO_ON:
        return None
    takes_back = {SaidBack.AFTER_ALL, SaidBack.GO}
    return tapped(case, back) if said & takes_back and said <= takes_back | NO | YES else None


def _leaves_as_it_was(case: Case, asking: Asking, said: SaidBacks, text: str) -> Answer | None:
    """ "Actually keep it" and "no, keep it" below a change leave the reminder as it was. "Keep it" alone is a yes to the change."""
    change, amends = asking.keeps, case.language.vocabulary.when
    takes_back = SaidBack.NO in said or begins_anew(text, amends)
    if not isinstance(change, Drafted | OnceDrafted) or not change.reminder or SaidBack.KEEP not in said:
        return None
    return schedule.every(case, case.words("reminder-left")) if takes_back and said <= YES | NO else None


def _was_it_done(case: Case, said: SaidBacks) -> Answer | None:
    live = live_of(case)
    if live is None or live.phase is not Phase.ASKED or not (said <= YES or said <= NO):
        return None
    return play.move(case, live, Move.DONE if said <= YES else Move.STOP, live.turn)


def is_expected(case: Case, text: str) -> bool:
    asking = asking_in_view(case)
    if asking and asking.one(WorkAround) and _names_one_side(text, case.language.vocabulary):
        return True
    if asking is None or not (asking.has(Place.COMPLAINT_UNSURE) or asking.keeps):
        return False
    return bool(_said(case, text) or _movements(case, text))


def keeps_politely(case: Case, text: str) -> bool:
    """If a reminder waits to be kept."""
    words, asking = case.language.vocabulary, asking_in_view(case)
    return bool(asking and asking.keeps and agrees(text, words.replies, words.beside_replies))


def _said(case: Case, text: str) -> SaidBacks:
    words = case.language.vocabulary
    return said_back(text, words.replies) or agrees(text, words.replies, words.beside_replies)


def _movements(case: Case, text: str) -> frozenset[Tag]:
    """What to work around, if they only say when it hurts as an answer to the signs: "none, only when I reach up"."""
    asking, vocabulary = asking_in_view(case), case.language.vocabulary
    if asking is None or not asking.has(Place.COMPLAINT_UNSURE):
        return frozenset()
    denials = {
        said: meant for said, meant in vocabulary.replies.items() if meant in (SaidBack.NO, SaidBack.STIFF)
    }
    found = made_of(phrase(text), {**denials, **vocabulary.moved}, vocabulary.beside_moved)
    return frozenset(each for each in found if isinstance(each, Tag))


def after_alarm(case: Case, text: str) -> Answer | None:
    """After a false alarm, or one that was looked after, the signs are shown again; nothing opens by itself."""
    is_closed = case.who.rest is Rest.UNTIL_CLEAR or case.who.cleared in (Cleared.URGENT, Cleared.EMERGENCY)
    replies = case.known.help.replies
    is_over = is_closed and (
        _is_over(text, case.language.vocabulary) or replies.take_back(text) or replies.explain(text)
    )
    return tapped(case, Go(Place.SIGNS)) if is_over else None


def _is_over(text: str, said: Vocabulary) -> bool:
    is_well = says_any(text, said.seen_by) and says_any(text, said.found_well)
    return is_well or says_any(text, said.after_alarm)


def still_asked(case: Case) -> View | None:
    """The card in view, if its question is still open after words that were not understood, so that people lose
    neither it nor the way on."""
    asking = asking_in_view(case)
    if asking is None or asking.has(Place.TYPING, Place.WHAT):
        return None
    waits = asking.keeps or asking.one(*_WAYS_PAST) or (asking.asks and _yes(asking)) or asking.asks_for_signs
    return asking.card if waits and not isinstance(waits, Moves) else draft_at_hand.asked_which(case)


def asks_signs(case: Case) -> bool:
    asking = asking_in_view(case)
    return asking is not None and asking.one(*_WAYS_PAST) is not None


def agrees_to_later(case: Case, text: str) -> Answer | None:
    """A yes to "I'll be back at 20:00" begins nothing, although a yes to the reminder would begin what it offers."""
    said, asking = _said(case, text), asking_in_view(case)
    is_yes = bool(said) and said <= YES
    return Answer(None, heard=True) if is_yes and asking and asking.is_put_off else None


def answer_no_to_nothing(case: Case, text: str) -> Answer | None:
    said = said_back(text, case.language.vocabulary.replies)
    if not said or not said <= NO or live_of(case):
        return None
    words = case.words("reply-nothing-waits" if SaidBack.LATER in said else "reply-no")
    return Answer(wish_screens.told(words, (), case.words))


def asking_in_view(case: Case) -> Asking | None:
    view = card_in_view(case)
    if view is None:
        return None
    keys = [(decode(data), style) for row in view.keys for _, data, style in row]
    first = [action for action, style in keys if action and style == Style.PRIMARY.value]
    return Asking(view, tuple(action for action, _ in keys if action), first[0] if len(first) == 1 else None)


def pain_asked_again(case: Case, *, says_how: bool = False) -> Answer | None:
    """What it is like, or where it was; None where neither is asked. `says_how`: with how it can be answered."""
    live = live_of(case)
    if live and live.phase is Phase.HURTING:
        return play.shown(case, fresh=True)
    awaited = case.store.awaiting.of(case.person.id, case.now)
    session = session_of(case, awaited.about[0]) if awaited and awaited.about else None
    if awaited is None or session is None or session.is_live:
        return None
    if awaited.what is Wanted.PAIN:
        return pain_question.ask_what_like(case, session)
    return _where_again(case, session, says_how=says_how) if awaited.what is Wanted.WHERE else None


def _where_again(case: Case, session: Stand, *, says_how: bool) -> Answer:
    """ "2" names no place, and which button it may count is not guessed."""
    asked = pain_question.sharp(case, session)
    if asked.screen is None or not says_how:
        return asked
    told = lines(asked.screen.text, plain(case.words("reply-which")))
    return replace(asked, screen=replace(asked.screen, text=told))


def _again(case: Case, asking: Asking, note: str) -> Answer:
    return Answer(asked_again(asking.card, case.words(note) if note else ""))


def _of_signs(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """A bare yes or no opens no way past the signs, and never skips a danger."""
    if not said <= {*YES, *NO, SaidBack.GO, SaidBack.UNSURE} or asking.has(Place.TAGS_DONE):
        return None
    if (after_all := asking.one(SeeSigns)) and said == {SaidBack.NO} and not asking.one(NothingNew):
        return tapped(case, after_all)
    if asking.one(*_WAYS_PAST) or any(action in asking.actions for action in _SIGNS_PAST):
        return _again(case, asking, "reply-other-words")
    if SaidBack.GO in said or not _is_alarm(case, asking):
        return None
    return _again(case, asking, "danger-rests" if case.who.rest is Rest.UNTIL_CLEAR else "")


def _is_alarm(case: Case, asking: Asking) -> bool:
    if case.who.rest is Rest.UNTIL_CLEAR and asking.has(Place.SIGNS):
        return True
    is_health = _TAG.sub("", asking.card.line).startswith(about_you(case.words))
    is_left_alone = {*asking.actions} == {Go(Place.HOME)} and is_health
    return case.who.rest in (Rest.UNTIL_CLEAR, Rest.UNTIL_ASKED) and (
        is_left_alone or asking.one(RemoveTalk) is not None
    )


def _of_a_complaint(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    if not asking.has(Place.COMPLAINT_UNSURE):
        return None
    if SaidBack.IN_A_MOVE in said and SaidBack.YES not in said:
        return tapped(case, Go(Place.COMPLAINT_IN_A_MOVE))
    if said == {SaidBack.YES}:
        return tapped(case, Go(Place.SIGNS_WHICH))
    if SaidBack.UNSURE in said:
        return tapped(case, Go(Place.COMPLAINT_UNSURE))
    if SaidBack.LEAVE_OUT in said and said <= {SaidBack.LEAVE_OUT, SaidBack.NO}:
        return tapped(case, Go(Place.ASK_TAGS))
    if said and said <= {SaidBack.NO, SaidBack.STIFF}:
        return tapped(case, Go(Place.EVERYDAY))
    return _again(case, asking, "reply-other-words")


def _of_an_end(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """A yes is not enough for what can't be undone: they must say its own word, "delete". Stopped reminders can be
    brought back with one tap."""
    ends = next(
        (action for action in asking.actions if action in _ENDS or isinstance(action, DeleteOwn)), None
    )
    if ends is None:
        return None
    own = SaidBack.STOP if ends == Go(Place.STOP_REMINDING) else SaidBack.DELETE
    if own is SaidBack.STOP and said <= YES:
        return tapped(case, ends)
    if own in said and said <= {own, SaidBack.YES, SaidBack.DO}:
        return None if is_too_quick(case, encode(ends)) else tapped(case, ends)
    if said <= {*NO, SaidBack.KEEP} or (own is SaidBack.DELETE and said <= {*NO, SaidBack.STOP}):
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    if SaidBack.STIFF in said or SaidBack.IN_A_MOVE in said:
        return None
    note = "reply-say-stop" if own is SaidBack.STOP else "reply-say-delete"
    return _again(case, asking, note)


_ENDS = (Go(Place.DELETE_SURELY), Go(Place.STOP_REMINDING))


def ends_still_asked(case: Case, found: Meant | None) -> Answer | None:
    """Keeps asking, so that nobody believes that everything is deleted or stopped because the bot thanked them for a nod."""
    asking = asking_in_view(case)
    if asking is None or not asking.has(Place.DELETE_SURELY, Place.STOP_REMINDING):
        return None
    if found is not None and found.wish not in _SMALL_TALK:
        return None
    note = "reply-say-delete" if asking.has(Place.DELETE_SURELY) else "reply-say-stop"
    return _again(case, asking, note)


_SMALL_TALK = (Wish.THANKS, Wish.OK, Wish.BETTER, Wish.SAD, Wish.MOTIVATION, Wish.OFF_TOPIC, Wish.BYE)


def _of_tags(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    if not asking.has(Place.TAGS_DONE) or not said <= {*YES, SaidBack.GO, SaidBack.UNSURE}:
        return None
    return _again(case, asking, "reply-tags-ask")


def _of_what_to_leave_out(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    works_around = asking.one(WorkAround)
    if works_around is None or SaidBack.LEAVE_OUT not in said or not said <= {SaidBack.LEAVE_OUT, *YES}:
        return None
    return tapped(case, works_around)


def _of_a_question(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """A card that can begin something need not be a question. If it is none, a nod begins nothing, and a no is about something else."""
    yes, no, nods = _yes(asking), _no(asking), said == {SaidBack.OK}
    if nods and isinstance(yes, Play) and yes.move in (Move.SKIP, Move.STOP):
        return _again(case, asking, "reply-which")  # "good" is often praise, and skips no move
    begins = isinstance(yes, _BEGINS) or (isinstance(yes, Moves) and SaidBack.GO in said)
    if yes is None or not (asking.asks or (begins and not nods)):
        return None
    if said <= (YES | {SaidBack.GO} if begins else YES):
        return tapped(case, yes)
    if asking.asks and said <= {*NO, SaidBack.UNSURE}:
        return tapped(case, no) if no else Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    return None


def _of_what_was_kept(case: Case, _: Asking, said: SaidBacks) -> Answer | None:
    """A yes to what is kept already changes nothing. "Keep it" is confirmed once more, and anything else is a nod."""
    awaited = case.store.awaiting.of(case.person.id, case.now)
    is_kept = awaited is not None and awaited.what is Wanted.TIMES and bool(awaited.about)
    if awaited is None or not is_kept or case.who.reminders_rest:
        return None
    if SaidBack.KEEP in said and said <= YES | NO:
        return schedule.every(case, schedule.kept(case), kept=awaited.about)
    return Answer(None, heard=True, awaits=awaited) if said <= YES else None


def _of_times(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """A yes means the only time asked about; if there are several, it names none of them."""
    shown = [each for each in asking.actions if isinstance(each, _DRAFTS) and each.stage is Drafting.SHOW]
    if not shown or asking.keeps or not said <= YES | {SaidBack.GO}:
        return None
    if asking.one(SetZone):
        return _again(
            case, asking, "reply-which"
        )  # the card asks for the city, and the reminder waits behind it
    return tapped(case, shown[0]) if len(shown) == 1 else _again(case, asking, "reply-which")


def _of_a_choice(case: Case, asking: Asking, said: SaidBacks) -> Answer | None:
    """A yes to "Today's, seated" or "Always seated" names neither. Resting reminders do go on with a yes."""
    choices = {*asking.actions} - {Go(Place.HOME)}
    if next(iter(asking.actions), None) == Go(Place.GO_ON_REMINDING):
        return None
    if len(choices) not in _CHOICES or not said <= YES or _awaits_words(case):
        return None
    return _again(case, asking, "reply-which")


def _awaits_words(case: Case) -> bool:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is not Wanted.SENSE


def _yes(asking: Asking) -> Action | None:
    if asking.keeps or asking.has(Place.REMINDERS_AGAIN):
        return asking.keeps or Go(Place.REMINDERS_AGAIN)
    if zone := asking.one(SetZone) if asking.one(AskClock) and asking.asks else None:
        return zone
    return None if asking.has(Place.SIGNS) else asking.first


def _no(asking: Asking) -> Action | None:
    if asking.has(Place.REMINDERS_NOT_NOW):
        return Go(Place.REMINDERS_NOT_NOW)
    if again := next((a for a in asking.actions if isinstance(a, TryAgain) and not a.yes), None):
        return again
    return AskClock(odd=False) if asking.one(SetZone) and asking.one(AskClock) else None


Rule = Callable[[Case, Asking, SaidBacks], Answer | None]

_RULES: tuple[Rule, ...] = (
    _of_signs,
    _of_a_complaint,
    _of_an_end,
    _of_tags,
    _of_what_to_leave_out,
    _of_a_question,
    _of_what_was_kept,
    _of_times,
    _of_a_choice,
)
"""The first with an answer counts: danger before everything else."""
