"""Answers what people type or send, in every state: one path, in one order."""

from dataclasses import replace

from bot.coach.admin import admin_commands
from bot.coach.case import Answer, Case
from bot.coach.news import Said, What
from bot.coach.own import own_list, sent_pictures
from bot.coach.person import resting
from bot.coach.reminders import clocks, reminder_answers
from bot.coach.session import play
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed import (
    awaited_words,
    choosing,
    complaining,
    how_it_was,
    left_open,
    meaning,
    number_said,
    replying,
    ticking,
    told_more,
    typed_commands,
    wishes_and_names,
)
from bot.coach.typed.danger import heard_first, help_called, kept_below, naming_signs, said_if_meant
from bot.coach.typed.reminders import (
    about_rest,
    asked_about_time,
    beside_time,
    by_another_clock,
    earlier_or_later,
    times_said,
    which_reminder,
)
from bot.coach.typed.wishes import during_session, in_one_breath, wishes
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.own.own_exercise import SentFile
from bot.domain.person.person import Cleared
from bot.domain.plain_text import phrase
from bot.domain.session.session import Move, Phase
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import IN_DANGER, Heard, Tier
from bot.domain.typed.said.nod_said import nod_said
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Half
from bot.domain.typed.wishes.wish import Wish
from bot.screens import keys
from bot.screens.buttons.actions import Action, Go, OpenSettings, Place, Play, Resume, TickTag
from bot.screens.person import home
from bot.screens.person.welcome import FIRST_MINUTES
from bot.screens.text import lines, plain

_NOT_WORDS = {What.STICKER: "sticker", What.VOICE: "voice"}


def answer_words(case: Case, told: Said) -> Answer:
    before = live_of(case)
    answer, after = _answer(case, told), live_of(case)
    if not before or not after or not answer.plays or answer.heard or after.phase is not Phase.HURTING:
        return answer
    if (before.id, before.turn, before.phase) != (after.id, after.turn, after.phase):
        return answer
    left = during_session.left_in_words(case) if wishes.asks_what_is_left(case, told.text) else ""
    nearest = play.shown(case, f"{left} {case.words('pain-nearest')}".strip(), fresh=True)
    return nearest.as_reply() if nearest else answer


def _answer(case: Case, told: Said) -> Answer:
    text, vocabulary = told.text, case.language.vocabulary
    if (
        first := admin_commands.ordered(case, told)
        or said_if_meant.answer(case, told)
        or help_called.only_that(case, told)
    ):
        return first.as_reply()
    heard = heard_first.heard_first(case, text)
    if heard and heard.tier in IN_DANGER and not _is_ticked(case, text):
        return heard_first.in_danger(case, told, heard).as_reply()
    if above_all := said_if_meant.cried(case, told) or admin_commands.asked_for(case, told):
        return above_all.as_reply()
    if (
        sooner := replying.after_alarm(case, text)
        or naming_signs.answer(case, text)
        or ticking.ticked(case, text, heard)
        or told_more.answer(case, text, heard)
        or _limits_together(case, text, heard)
        or kept_below.kept(case, told, heard)
        or left_open.goes_on(case, text, vocabulary)
        or _back_to_session(case, text, vocabulary)
    ):
        return sooner.as_reply()
    if how_it_was.is_number(case, text) and (asked := how_it_was.ask_again(case)):
        return asked.as_reply()
    if counted := (
        asked_about_time.answer(case, text, heard, vocabulary)
        or number_said.by_itself(case, text, heard, vocabulary)
    ):
        return counted.as_reply()
    if heard and _is_asked_about(heard, text) and not _is_no_complaint(case, heard, text, vocabulary):
        awaited_words.keep_note(case, text)
        return complaining.told(case, heard, text)
    if asked := _goes_first(case, text, vocabulary):
        return asked.as_reply()
    if told.file and not text.startswith("/"):
        return sent_pictures.sent(case, told.file, text).as_reply()
    answer = _meant_with_limits(case, text, heard, vocabulary)
    made_no_sense = answer.awaits is not None and answer.awaits.what is Wanted.SENSE
    kept = (
        said_if_meant.kept(case, told) if made_no_sense and not said_if_meant.was_shown_again(case) else None
    )
    return kept.as_reply() if kept else answer


def _meant_with_limits(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer:
    noted = left_open.noted(case, text, vocabulary)
    if noted is None:
        return _meant_in_parts(case, text, heard, vocabulary)
    return _saying_besides(noted.case, noted.told, _meant_in_parts(noted.case, text, heard, vocabulary))


def _meant_in_parts(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer:
    """If one message holds two wishes, the first is granted. So is the other if it only sets how the bot looks or sounds; if not, it is named,
    so that nobody believes it was done too."""
    is_awaited = case.store.awaiting.of(case.person.id, case.now) is not None
    if heard or is_awaited or text.startswith("/"):
        return _meant(case, text, heard, vocabulary)
    several = in_one_breath.several_wishes(case, text)
    if several is None:
        return _meant(case, text, heard, vocabulary)
    if several.left and (after := in_one_breath.set_besides(case, several.left)):
        told = case.words("taken-too", said=keys.cut(several.left))
        return _saying_besides(after, told, _meant(after, several.taken, heard, vocabulary))
    answer = _meant(case, several.taken, heard, vocabulary)
    not_taken = case.words("not-taken", said=keys.cut(several.left)) if several.left else ""
    return _saying_besides(case, not_taken, answer) if not_taken else answer


def _saying_besides(case: Case, note: str, answer: Answer) -> Answer:
    if answer.plays and (shown := play.shown(case, note, fresh=True)):
        return replace(shown, heard=answer.heard)
    if answer.screen is None:
        return answer
    return replace(answer, screen=replace(answer.screen, text=lines(answer.screen.text, plain(note))))


def _limits_together(case: Case, text: str, heard: Heard | None) -> Answer | None:
    """None while other words are expected or danger may be near: those come first."""
    if case.store.awaiting.of(case.person.id, case.now) or resting.asked_first(case):
        return None
    return in_one_breath.asked_together(case, text, heard)


def _is_ticked(case: Case, text: str) -> bool:
    return isinstance(meaning.button(case, text), TickTag)


def _is_asked_about(heard: Heard, text: str) -> bool:
    """False for words behind a command ("/learn slipped disc") that only rule out moves: they need not be about the person."""
    if heard.tier is Tier.EVERYDAY:
        return False
    return heard.tier is Tier.COMPLAINT or not text.startswith("/")


def _meant(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer:
    if text.startswith("/"):
        return typed_commands.answer(case, text, vocabulary).as_reply()
    if action := meaning.button(case, text):
        answer = tapped(case, action)
        return _heard(case, answer) if isinstance(action, Play) else answer.as_reply()
    if action := meaning.about_signs(case, text, vocabulary) or _of_signs_unseen(case, text, vocabulary):
        return tapped(case, action).as_reply()
    if (
        nod := replying.agrees_to_later(case, text)
        or _nod(case, text, vocabulary)
        or times_said.later(case, text, vocabulary)
    ):
        return nod.as_reply()
    if reply := how_it_was.answer(case, text, heard) or replying.replied(case, text):
        return reply.as_reply()
    asked_for = (
        about_rest.answer(case, text, vocabulary)
        or (None if _nods_in_view(case) else beside_time.suited(case, text, vocabulary))
        or earlier_or_later.answer(case, text, vocabulary)
        or by_another_clock.answer(case, text, vocabulary)
        or which_reminder.answer(case, text, vocabulary)
        or awaited_words.answer(case, text, vocabulary)
        or choosing.answer(case, text, vocabulary)
    )
    if asked_for:
        return asked_for.as_reply()
    usual = None if live_of(case) else beside_time.usual_length(case, text, vocabulary)
    if asked := usual or times_said.reminder(case, text, vocabulary):
        return asked.as_reply()
    if moved := _move(case, text, vocabulary) or complaining.hurts_in_session(case, text):
        return moved
    if heard and not _is_named(case, text, vocabulary):
        return complaining.told(case, heard, text)
    return wishes_and_names.answer(case, text, vocabulary).as_reply()


def _back_to_session(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Back" and "continue", typed below something that was shown meanwhile, lead back to what they were doing, as
    its button does. Below a routine of their own, "back" is a button of its own."""
    said, there = vocabulary.moves.get(phrase(text)), meaning.button(case, text)
    leads_elsewhere = (
        there is not None and there != Go(Place.SETTINGS) and not isinstance(there, OpenSettings)
    )
    wants_back = said is Move.GO_ON or (said is Move.BACK and not leads_elsewhere)
    resume = next((each for each in actions_on(card_in_view(case)) if isinstance(each, Resume)), None)
    return replace(tapped(case, resume), heard=True) if wants_back and resume and live_of(case) else None


def _of_signs_unseen(case: Case, text: str, vocabulary: Vocabulary) -> Action | None:
    """Shows the signs: nobody has confirmed signs that they have not seen, and one may fit after all. New people go
    on to the first minutes."""
    if not live_of(case) and meaning.names_signs(text, vocabulary):
        return Go(Place.SIGNS)
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if live_of(case) or awaited or not meaning.denies_signs(text, vocabulary):
        return None
    return FIRST_MINUTES if case.who.cleared is Cleared.UNASKED else Go(Place.SIGNS)


def _goes_first(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    wish, _ = meaning.command(text) if text.startswith("/") else (meaning.wish(text, vocabulary), "")
    return None if wish in (Wish.DELETE, Wish.STOP, Wish.HELP) else resting.asked_first(case)


def _can_be_tapped(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    live = live_of(case)
    if meaning.button(case, text) or awaited_words.asks_about_pain(case) or replying.is_expected(case, text):
        return True
    if how_it_was.is_expected(case, text):
        return True
    return bool(live and meaning.move(live, text, vocabulary))


def _is_no_complaint(case: Case, heard: Heard, text: str, vocabulary: Vocabulary) -> bool:
    if text.startswith("/"):
        return False
    if awaited_words.asks_how_it_goes(case):
        return True
    if heard.tier is not Tier.COMPLAINT and awaited_words.takes_any_words(case):
        return True
    if _answers_with_times(case, heard, text, vocabulary) or _can_be_tapped(case, text, vocabulary):
        return True
    return wishes.is_no_complaint(case, heard, text)


def _answers_with_times(case: Case, heard: Heard, text: str, vocabulary: Vocabulary) -> bool:
    """If times were asked for, "At seven when I get up, 12:30, then nine at night" does not rate pain, whatever the
    trained ear alone hears."""
    if not awaited_words.asks_for_times(case) or heard.tier is not Tier.COMPLAINT:
        return False
    said = times_said.heard_in(case, text, vocabulary)
    is_time = said.when is not None and not isinstance(said.when, Half)
    return is_time and (said.is_all or case.known.danger.by_rules(text) is None)


def _is_named(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    if meaning.wish(text, vocabulary) or own_list.by_name(case, text):
        return True
    return wishes.is_instruction(case, text) and not wishes.leads_to_moves(case, text)


def answer_location(case: Case, latitude: float, longitude: float) -> Answer:
    return (said_if_meant.as_it_was(case) or clocks.at_place(case, latitude, longitude)).as_reply()


def answer_without_words(case: Case, what: What) -> Answer:
    kind = _NOT_WORDS.get(what, "other")
    if asked := said_if_meant.as_it_was(case, case.words(f"not-words-{kind}")):
        return asked.as_reply()
    beside = play.beside(case, case.words(f"not-words-{kind}"), waits=what is What.VOICE)
    return beside or Answer(home.not_words(kind, case.words)).as_reply()


def answer_picture(case: Case, file: SentFile) -> Answer:
    return (said_if_meant.as_it_was(case) or sent_pictures.sent(case, file)).as_reply()


def _nod(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """Lets words do what a reminder's buttons do, because lock screens and watches do not show buttons."""
    nod = nod_said(text, vocabulary.nods, vocabulary.replies)
    return reminder_answers.in_view(case, card_in_view(case), nod) if nod else None


def _nods_in_view(case: Case) -> bool:
    view = card_in_view(case)
    return bool(view and view.nods_to)


def _move(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    live = live_of(case)
    move = meaning.move(live, text, vocabulary) if live else None
    if live is None:
        return None
    if move is None:
        is_thanks = meaning.wish(text, vocabulary) is Wish.THANKS
        return Answer(None, plays=True, heard=True) if is_thanks else None
    answer = play.move(case, live, move, live.turn)
    if answer is None:
        return None
    moved = _heard(case, answer)
    if not moved.plays:
        return moved.as_reply()
    return replace(moved, fresh=moved.fresh or _card_stays_with_words(case))


def _heard(case: Case, answer: Answer) -> Answer:
    told = play.shown(case, answer.toast, fresh=True) if answer.toast else None
    return told or replace(answer, heard=True)


def _card_stays_with_words(case: Case) -> bool:
    view = card_in_view(case)
    return bool(view and view.line)
