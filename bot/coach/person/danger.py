"""Answers words of danger: they win over everything, and their consequences can be undone (docs/facts.md: danger-words)."""

from collections.abc import Iterable
from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.known.language import Language
from bot.coach.person.main_menu import old_button
from bot.coach.session.live import live_of
from bot.coach.session.play import halt, resume, shown, stop
from bot.coach.session.whom_to_call import numbers_here
from bot.coach.view.after_despair import at_hand
from bot.coach.view.in_view import (
    KEPT,
    TAKEN_UP_AGAIN,
    answered_in_view,
    card_in_view,
    danger_asked_about,
    denied_in_view,
    help_in_view,
    is_button_in_view,
    question_in_view,
    time_in_view,
    time_since_told,
)
from bot.coach.view.talk_of_violence import is_of_violence, once_more, to_remove
from bot.domain.person.person import Preferences, Rest
from bot.domain.session.session import OVERDUE, Phase
from bot.domain.typed.danger.heard import WEIGHT, Doubt, Heard, Tier, heavier, to_be_said
from bot.domain.typed.danger.help_lines import AskedIfMeant
from bot.screens.buttons.actions import Action, MeantIt, NotMeant, RemoveTalk, WhomToCall
from bot.screens.person.danger_screens import (
    OF_DESPAIR,
    QUESTION,
    Help,
    Question,
    all_well,
    asked,
    asked_in,
    danger,
    weight_of,
)
from bot.screens.person.welcome import FIRST_MINUTES
from bot.screens.screen import Button, Screen
from bot.screens.session.player import noted
from bot.screens.text import bold, lines, plain

HALTS = frozenset({Tier.NOW, Tier.DOCTOR})
"""For these tiers the session waits, and may go on once somebody has looked after it. The other tiers end it."""

RESTS = HALTS | {Tier.OVERDOSE}
"""After these tiers, moves rest until somebody has looked after it. After all but HALTS, the person is asked a day later."""


def answer(case: Case, heard: Heard, message: int, *, is_edit: bool = False) -> Answer:
    """`message`: the id of what they wrote; 0 if not known."""
    asked = question(case, heard, message, is_edit=is_edit)
    return asked or alarm(case, heavier_of_two(case, heard), message)


def question(case: Case, heard: Heard, message: int, *, is_edit: bool = False) -> Answer | None:
    """The question to ask when the ear is in doubt. None if it is sure, or was in doubt for two messages in a row. If
    whom to call, or a graver question, is in view already, that is shown again: nothing doubtful takes its place."""
    if not heard.doubted:
        return None
    if helped := help_in_view(case, weight_of(heard.tier)):
        return once_more(case, helped, message)
    before = danger_asked_about(case)
    if before is None:
        return _ask(case, heard, message)
    if not is_edit:
        return None
    is_graver = WEIGHT[heard.tier] < WEIGHT[before.heard.tier]
    return _ask(case, heard, message) if is_graver else asked_again(case, message)


def asked_again(case: Case, message: int, note: str = "") -> Answer | None:
    """Shows the question in view again, because what came does not answer it. None if no question is in view."""
    view = question_in_view(case)
    return once_more(case, view, message, note) if view else None


def _ask(case: Case, heard: Heard, message: int) -> Answer:
    """ "No" leads back into the session. Whom to call stands beside the question if they may well mean it."""
    language = heard.language if _can_be_heard(case, heard.language) else case.language.tag
    is_silent = heard.tier is Tier.ABUSE or is_of_violence(case)
    yes = MeantIt(heard.tier.value, language, message if heard.tier is Tier.ABUSE else 0)
    no = NotMeant(_interrupted(case))
    unwanted = to_remove(case, message) if is_silent else ""
    screen = asked(_question(case, heard, language), yes, no, case.words, unwanted)
    return Answer(_told_now(case, screen), alone=True, rings=not is_silent)


def _told_now(case: Case, screen: Screen) -> Screen:
    return replace(screen, told_at=case.now.timestamp())


def _question(case: Case, heard: Heard, language: str) -> Question:
    at_hand = numbers_here(case, heard.tier) if heard.doubt is Doubt.MAY_BE else None
    return Question(_asked(case), _asked_in_heard(case, language), at_hand)


def heavier_of_two(case: Case, heard: Heard) -> Heard:
    """What was asked about before weighs as much as what is in doubt now."""
    before = danger_asked_about(case)
    if before is None or not heard.doubted:
        return heard
    return heavier(heard, replace(before.heard, doubt=heard.doubt)) or heard


def meant(case: Case, action: MeantIt) -> Answer:
    heard = what_was_meant(case, action)
    return alarm(case, heard, action.message) if heard else old_button(case)


def late_tap(case: Case, action: Action | None) -> Answer | None:
    """For a tap on a card further up while whom to call, or the question, is in view: it replaces neither."""
    if is_button_in_view(case, case.tap) or isinstance(action, RemoveTalk) or not _is_late(case, action):
        return None
    return Answer(None, toast=case.words("toast-look-below"))


def _is_late(case: Case, action: Action | None) -> bool:
    if isinstance(action, MeantIt):
        return _is_outweighed(case, action.heard.tier)
    return is_kept_in_view(case) or (
        isinstance(action, NotMeant) and help_in_view(case, QUESTION) is not None
    )


def _is_outweighed(case: Case, tier: Tier) -> bool:
    """True if whom to call for something at least as grave, or a question about something graver, is in view."""
    view, before = card_in_view(case), danger_asked_about(case)
    is_answered = view is not None and view.weighs >= weight_of(tier)
    return is_answered or (before is not None and WEIGHT[before.heard.tier] < WEIGHT[tier])


def is_kept_in_view(case: Case) -> bool:
    """True for the question, and for numbers of people to talk to. After other answers, moves rest until the signs were seen."""
    is_it = question_in_view(case) is not None or not answered_in_view(case).isdisjoint(OF_DESPAIR)
    return is_it and time_since_told(case) < KEPT


def what_was_meant(case: Case, action: MeantIt) -> Heard | None:
    """None for a language that nothing is heard in, because buttons can be made up."""
    return action.heard if _can_be_heard(case, action.language) else None


def nothing_meant(case: Case, action: NotMeant) -> Answer:
    """After violence the session waits until they tap: its own cards would ring, and would lose the button that removes the talk."""
    if is_of_violence(case):
        return replace(all_is_well(case), rings=False)
    asked = danger_asked_about(case)
    return _back_to_the_session(case, action) or all_is_well(case, asked.heard.tier if asked else None)


def dismissed(case: Case) -> Answer:
    """They let it be after it sounded like despair: whom to talk to stays one tap away, in case they meant it after all."""
    asked, screen = danger_asked_about(case), all_well(case.words, to_remove(case))
    if asked is None or asked.heard.tier is not Tier.SELF_HARM:
        return Answer(screen)
    row = (Button(case.words("choice-whom-to-talk-to"), WhomToCall(Tier.SELF_HARM.value, asked.language)),)
    screen = replace(screen, text=plain(case.words("danger-let-be")), rows=(row, *screen.rows))
    return Answer(_told_now(case, screen))


def taken_back(case: Case) -> Answer:
    """For people who take back what was answered. After despair, whom to talk to stays one tap away, as on every other card
    for as long as it may be taken up again."""
    well, note = all_is_well(case), _reminders_go_on(case)
    if well.screen is None:
        return well
    is_of_despair = Tier.SELF_HARM in answered_in_view(case)
    text = plain(case.words("danger-let-be")) if is_of_despair else well.screen.text
    told_at = (case.now + TAKEN_UP_AGAIN - KEPT).timestamp()
    return replace(well, screen=replace(well.screen, text=lines(text, plain(note)), told_at=told_at))


def _reminders_go_on(case: Case) -> str:
    """Ends the day of rest that followed what they now take back. "" if reminders did not rest."""
    if case.who.rest is not Rest.UNTIL_ASKED:
        return ""
    save_preferences(case, replace(case.who, rest=Rest.NONE, rests_until=None))
    return case.words("danger-reminders-come") if case.store.reminders.of(case.person.id) else ""


def _back_to_the_session(case: Case, action: NotMeant) -> Answer | None:
    live = live_of(case)
    if live is None or live.phase is Phase.HALTED:
        return None
    is_there = action.session == live.id and time_in_view(case) < OVERDUE
    back = resume(case, live.id) if is_there else shown(case)
    if back and back.screen and back.plays:
        return replace(back, screen=noted(back.screen, case.words("danger-all-well")))
    return back


def all_is_well(case: Case, denied: Tier | None = None) -> Answer:
    """If it sounded like violence, their messages can still be removed, because somebody may look over their shoulder."""
    return Answer(all_well(case.words, to_remove(case), denied), settles=True)


def after_all(case: Case, message: int) -> Answer | None:
    """For people who say that they meant it after they said no; None if they had denied nothing. After an alarm moves
    rest whatever it was about, so the number comes again."""
    if danger_asked_about(case) or answered_in_view(case):
        return None
    if again := at_hand(case):
        return said_again(case, again)
    denied = denied_in_view(case) or ({Tier.NOW} if case.who.rest is Rest.UNTIL_CLEAR else set())
    first = min(denied, key=WEIGHT.__getitem__, default=None)
    return alarm(case, Heard(first, case.language.tag), message) if first else None


def alarm(case: Case, heard: Heard, message: int) -> Answer:
    """`message`: the id of what they wrote; 0 if not known."""
    is_silent = heard.tier is Tier.ABUSE or is_of_violence(case)
    first, *others = to_be_said({*answered_in_view(case), heard.tier})
    (halt if heard.tier in HALTS else stop)(case)
    case = save_preferences(case, resting_after(case, heard.tier))
    beside = _beside(case, others)
    heard = heard if first is heard.tier else replace(heard, tier=first)
    unwanted = to_remove(case, message) if is_silent else ""
    rests = {first, *others}.isdisjoint(RESTS) and bool(case.store.reminders.of(case.person.id))
    at_hand = replace(help_at_hand(case, heard), rests=rests)
    screen = danger(first, at_hand, case.words, unwanted, is_secret=is_silent, beside=beside)
    return Answer(
        _told_now(case, screen), alone=True, rings=not is_silent
    )  # somebody else may hear the phone ring


def beside_moves(case: Case, action: WhomToCall) -> Answer:
    """For people who ask for moves after they spoke of despair: whom to talk to comes first, and a little moving is one tap away."""
    again = said_again(case, action, case.words("danger-move-too"))
    if again.screen is None:
        return again
    gentle = (Button(case.words("choice-first-minutes"), FIRST_MINUTES),)
    return replace(again, screen=replace(again.screen, rows=(gentle, *again.screen.rows)))


def said_again(case: Case, action: WhomToCall, note: str = "") -> Answer:
    """Has no consequences. It stays in view as long as it would have if they had not gone elsewhere."""
    if not _can_be_heard(case, action.language):
        return old_button(case)
    first, *others = to_be_said(action.of)
    at_hand, beside = help_at_hand(case, Heard(first, action.language)), _beside(case, others)
    screen = danger(first, at_hand, case.words, beside=beside)
    view = card_in_view(case)
    told_at = view.told_at if view and view.told_at else case.now.timestamp()
    text = lines(screen.text, bold(note)) if note else screen.text
    is_silent = Tier.ABUSE in action.of or is_of_violence(case)
    return Answer(replace(screen, text=text, told_at=told_at), alone=True, rings=not is_silent)


def _beside(case: Case, tiers: Iterable[Tier]) -> list[tuple[Tier, Help]]:
    return [(tier, help_at_hand(case, Heard(tier, case.language.tag))) for tier in tiers]


def resting_after(case: Case, tier: Tier) -> Preferences:
    who, now = case.who, case.now
    rests = who if tier in HALTS else who.resting_for_a_day(now)
    return rests.resting_until_clear(now) if tier in RESTS else rests


def help_words(case: Case, heard: Heard) -> str:
    """HTML. Has no consequences, for when nothing can be stored."""
    return danger(heard.tier, help_at_hand(case, heard), case.words).text


def _interrupted(case: Case) -> int:
    """The session that runs while the question is asked; 0 if none runs or the person paused it."""
    live = live_of(case)
    return live.id if live and live.wake_at else 0


def _can_be_heard(case: Case, tag: str) -> bool:
    return tag in case.known.help.answers or tag in case.known.languages


def _asked(case: Case) -> AskedIfMeant:
    return case.known.help.asked(case.language.tag) or asked_in(case.words)


def _asked_in_heard(case: Case, heard: str) -> AskedIfMeant | None:
    if _without_region(case.language.tag) == _without_region(heard):
        return None
    spoken = _spoken(case, heard)
    return case.known.help.asked(heard) or (asked_in(spoken.words) if spoken else None)


def help_at_hand(case: Case, heard: Heard) -> Help:
    own = case.language.tag
    first = "" if _without_region(own) == _without_region(heard.language) else _in_heard(case, heard)
    return replace(numbers_here(case, heard.tier), first=first, said=case.known.help.said(own, heard.tier))


def _in_heard(case: Case, heard: Heard) -> str:
    """The answer in the language that was heard, even if only the bot's own sentences have it; "" if nobody has written it."""
    if said := case.known.help.said(heard.language, heard.tier):
        return said
    spoken = _spoken(case, heard.language)
    return spoken.words(f"danger-{heard.tier.value}") if spoken else ""


def _spoken(case: Case, tag: str) -> Language | None:
    return case.known.languages.get(tag) or case.known.languages.get(_without_region(tag))


def _without_region(tag: str) -> str:
    return tag.partition("-")[0]
