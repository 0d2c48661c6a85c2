"""Makes a broadcast: asks for its text, shows it, sends it, and stops it."""

from bot.coach.case import Answer, Case
from bot.coach.view.in_view import is_button_in_view
from bot.domain.admin.broadcast import LONGEST, BroadcastStage
from bot.domain.plain_text import shows_anything
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.admin import broadcast_screens as screens
from bot.screens.buttons.actions import BroadcastStep, TellEverybody
from bot.screens.buttons.wire import encode


def ask(case: Case) -> Answer:
    if going := case.store.broadcasts.going():
        return Answer(screens.how_far(going, case.words))
    return Answer(screens.ask(case.words), awaits=Awaited(Wanted.FOR_EVERYBODY))


def only_words(case: Case) -> Answer:
    return Answer(screens.only_words(case.words), awaits=Awaited(Wanted.FOR_EVERYBODY)).as_reply()


def drafted(case: Case, words: str, *, is_caption: bool) -> Answer:
    """Sends nothing yet. `is_caption`: the words came with a file that a broadcast can't carry."""
    if case.store.broadcasts.going() or not shows_anything(words):
        return ask(case)
    if is_caption:
        return only_words(case)
    if len(words) > LONGEST:
        return Answer(screens.too_long(len(words), case.words), awaits=Awaited(Wanted.FOR_EVERYBODY))
    draft = case.store.broadcasts.draft(case.person.id, words, case.now)
    return Answer(screens.preview(draft, _count_people(case), case.words))


def told(case: Case, action: TellEverybody) -> Answer | None:
    """None if the draft is gone. Only the draft in view can be sent, not one further up in the chat."""
    store = case.store.broadcasts
    match action.step:
        case BroadcastStep.SEND if is_button_in_view(case, encode(action)):
            store.begin(action.broadcast, case.person.id, case.now, _count_people(case))
        case BroadcastStep.DROP:
            store.drop(action.broadcast, case.person.id)
            return Answer(screens.dropped(case.words))
        case BroadcastStep.STOP:
            store.end(action.broadcast, BroadcastStage.STOPPED)
    broadcast = store.get(action.broadcast)
    if broadcast is None or broadcast.stage is BroadcastStage.DRAFT:
        return None
    if broadcast.stage is not BroadcastStage.GOING and broadcast.admin == case.person.id:
        store.have_told(broadcast.id)
    return Answer(screens.how_far(broadcast, case.words))


def _count_people(case: Case) -> int:
    operator = case.known.operator
    if operator.lets_everybody_in:
        return case.store.broadcasts.count_to_tell()
    return case.store.broadcasts.count_let_in(operator.admins, operator.people, has_word=bool(operator.word))
