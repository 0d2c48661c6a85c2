"""A talk about violence by others: somebody may look over their shoulder, so it is silent, and one tap removes all of
it.

The button moves along from card to card, whatever the talk turns to. It has room for a few messages only; the store
knows all of them while the talk lasts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.coach.case import Answer, Case
from bot.coach.view.in_view import actions_on, card_in_view, danger_asked_about, time_since_told
from bot.domain.typed.danger.heard import Tier
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Action, Go, MeantIt, Place, RemoveTalk
from bot.screens.buttons.wire import LIMIT, encode
from bot.screens.person.danger_screens import removal
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.view import View

_TALKED_OF = timedelta(hours=3)
"""After this long without a word, the other person is hardly beside them any more, and an alarm may ring again."""

REMOVABLE = timedelta(hours=48)
"""How long a bot may delete messages in a private chat (Bot API, deleteMessage)."""


def is_of_violence(case: Case) -> bool:
    """True while the last thing said is part of such a talk, even if it has turned to something else."""
    asked = danger_asked_about(case)
    is_asked = asked is not None and asked.heard.tier is Tier.ABUSE
    return time_since_told(case) < _TALKED_OF and (is_asked or can_be_removed(case))


def can_be_removed(case: Case) -> bool:
    return _has_removal(actions_on(card_in_view(case)))


def kept_secret(case: Case, answer: Answer) -> Answer:
    """Silences any other answer in such a talk and adds the button that removes it. A session that they go on with, a
    reminder and a file stay as they are."""
    screen, view = answer.screen, card_in_view(case)
    is_none = answer.plays or answer.delivery or answer.forgets_talk or (screen and screen.paper)
    if screen is None or view is None or is_none or not is_of_violence(case):
        return answer
    if answer.forgets:
        return replace(answer, rings=False)
    unwanted = to_remove(case, case.message)
    has_it = any(map(_removes, screen.rows))
    rows = (
        tuple(_removing(screen.rows, unwanted)) if has_it else (*screen.rows, *removal(unwanted, case.words))
    )
    screen = replace(screen, rows=rows, line="", stays=False, told_at=screen.told_at or view.told_at)
    return replace(answer, screen=screen, rings=False)


def _has_removal(actions: list[Action]) -> bool:
    return any(isinstance(action, RemoveTalk) for action in actions)


def once_more(case: Case, view: View, message: int, note: str = "") -> Answer:
    """The card in view as a new message, below the message `message` (0 if none), which is removed together with it."""
    again = asked_again(view, note)
    is_silent = (
        is_of_violence(case) or _has_removal(actions_on(view)) or Tier.ABUSE.value in view.answers.split(",")
    )
    rows = tuple(_removing(again.rows, to_remove(case, message))) if is_silent else again.rows
    return Answer(replace(again, rows=rows), alone=True, rings=not is_silent)


def remove_or_delete(case: Case) -> Answer | None:
    """For people who type "delete me" there: removing the talk is one tap away, and so is deleting everything. None
    if nothing can be removed, or if everything is about to be deleted."""
    view = card_in_view(case)
    if view is None or not can_be_removed(case) or Go(Place.DELETE_SURELY) in actions_on(view):
        return None
    asked = once_more(case, view, case.message, case.words("remove-or-delete"))
    return replace(asked, screen=asked.screen and _with_deletion(asked.screen, case.words))


def _with_deletion(screen: Screen, words: Words) -> Screen:
    others = (row for row in screen.rows if Go(Place.DELETE) not in {button.action for button in row})
    delete = (Button(words("button-delete"), Go(Place.DELETE)),)
    return replace(
        screen, rows=tuple(each for row in others for each in ((row, delete) if _removes(row) else (row,)))
    )


def _removes(row: tuple[Button, ...]) -> bool:
    return any(isinstance(button.action, RemoveTalk) for button in row)


def to_remove(case: Case, message: int = 0) -> str:
    """Ids as RemoveTalk has them: this message and those that were to be removed before; all are noted in the store.
    If the button has no room for all, the first stays, which says what happened, and those after it are left out.
    `message`: 0 for none."""
    ids = [*_all_to_remove(case, (message,) if message else ())]
    if ids:
        case.store.chats.note_together(case.person.id, ids, case.now)
    while not _has_room(ids):
        ids.pop(1)
    return _wire(ids)


def remove_all(case: Case, more: Sequence[int] = ()) -> bool:
    """False if some may stay: too many for the button and too old for the store, or too old for Telegram."""
    chats, person = case.store.chats, case.person.id
    is_all = bool(chats.together(person, case.now)) or _has_room([*more, *more[-1:]])
    if ids := _all_to_remove(case, more):
        chats.mark_unwanted(person, ids)
        chats.part(person)
    return is_all and time_since_told(case) < REMOVABLE


def _all_to_remove(case: Case, more: Iterable[int]) -> tuple[int, ...]:
    """Oldest first."""
    noted = case.store.chats.together(case.person.id, case.now)
    return tuple(dict.fromkeys((*noted, *_removed_so_far(actions_on(card_in_view(case))), *more)))


def _has_room(ids: Sequence[int]) -> bool:
    return len(_wire(ids)) <= LIMIT - len(encode(RemoveTalk("1"))) + 1


def _removed_so_far(actions: list[Action]) -> Iterator[int]:
    for action in actions:
        if isinstance(action, RemoveTalk):
            yield from action.ids
    for action in actions:
        if isinstance(action, MeantIt) and action.message:
            yield action.message


def _removing(rows: Rows, messages: str) -> Iterator[tuple[Button, ...]]:
    for row in rows:
        yield tuple(
            replace(button, action=RemoveTalk(messages)) if isinstance(button.action, RemoveTalk) else button
            for button in row
        )


def _wire(ids: Sequence[int]) -> str:
    return "-".join(map(str, ids))
