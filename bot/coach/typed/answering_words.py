"""Answers what people type or send, in every state: one path, in one order."""

from dataclasses import replace

from bot.coach.admin import admin_commands
from bot.coach.case import Answer, Case
from bot.coach.choose import cards, ready_routines
from bot.coach.news import Said, What
from bot.coach.own import own_list, sent_pictures
from bot.coach.person import complaints, danger, main_menu, resting
from bot.coach.reminders import asked_when, clocks, reminder_answers, schedule, times_caught
from bot.coach.reminders.when import standing
from bot.coach.session import play
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed import awaited_words, how_it_was, meaning, number_said, replying, ticking, told_more
from bot.coach.typed.danger import in_pieces, kept_below, naming_signs, said_if_meant
from bot.coach.typed.finding import search
from bot.coach.typed.finding.beside_names import beside_names
from bot.coach.typed.reminders import (
    about_rest,
    beside_time,
    by_another_clock,
    earlier_or_later,
    which_reminder,
)
from bot.coach.typed.wishes import during_session, in_one_breath, wishes
from bot.coach.typed.wishes.granting import grant
from bot.coach.typed.wishes.request import Request
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.library.exercise import Tag
from bot.domain.own.own_exercise import SentFile
from bot.domain.person.person import Cleared
from bot.domain.plain_text import phrase
from bot.domain.session.pain import WORST_FIRST, Pain
from bot.domain.session.session import Move, Phase, Stand
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.danger.heard import IN_DANGER, Heard, Tier, heavier
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.said.after_correction import after_correction
from bot.domain.typed.said.nod_said import nod_said
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.said.tag_said import tag_alone
from bot.domain.typed.said.worst_said import worst_said
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Half, When, names_time_of_day
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.wishes.decision import Meant
from bot.domain.typed.wishes.ideas import Situation
from bot.domain.typed.wishes.wish import Wish
from bot.screens import keys
from bot.screens.asked_again import asked_still
from bot.screens.buttons.actions import Action, Go, OpenSettings, Place, Play, Resume, TickTag
from bot.screens.person import home, wish_screens
from bot.screens.person.welcome import FIRST_MINUTES
from bot.screens.text import lines, plain

CITY_WORDS = 4
LOOKED_AFTER_WORDS = 6
NOT_WORDS = {What.STICKER: "sticker", What.VOICE: "voice"}
MOST_TO_LET_IT_BE = 3
"""Words."""

LEADS_ELSEWHERE = wishes.LEADS_TO_MOVES - {Wish.HURTS} | {
    *(Wish.SEATED, Wish.NO_FLOOR, Wish.SETTINGS, Wish.PROGRESS, Wish.REMINDERS, Wish.HOME, Wish.HELP),
    *(Wish.LEARN, Wish.PAIN, Wish.PHYSIO_PAGE, Wish.LEFT_OUT),
}
"""What somebody may want who stops in the same breath."""

_NEVER_IN_PLACE = frozenset({Wish.DELETE, Wish.STOP_REMINDERS, Wish.EXPORT})
"""What is not meant by a few words behind "nah": "leave them"."""

_NO_ANSWER_TO_SIGNS = (Wish.Q_LANGUAGES, Wish.AGE)
"""The signs are asked again. Whoever is under age has been heard before."""

_MOVED = (Tag.NECK, Tag.SHOULDER)
_BY_COMMAND = {Wish.START: main_menu.come_home, Wish.DELETE: main_menu.ask_delete}
REMINDING = (Wish.REMIND, Wish.REMINDERS)


def answer_words(case: Case, told: Said) -> Answer:
    before = live_of(case)
    answer, after = _answer(case, told), live_of(case)
    if not before or not after or not answer.plays or answer.heard or after.phase is not Phase.HURTING:
        return answer
    if (before.id, before.turn, before.phase) != (after.id, after.turn, after.phase):
        return answer
    nearest = play.shown(case, case.words("pain-nearest"), fresh=True)
    return nearest.as_reply() if nearest else answer


def _answer(case: Case, told: Said) -> Answer:
    text, vocabulary = told.text, case.language.vocabulary
    if first := admin_commands.ordered(case, told) or said_if_meant.answer(case, told):
        return first.as_reply()
    heard = None if _is_a_city(case, text) else _heard_first(case, text)
    if heard and heard.tier in IN_DANGER and not _is_ticked(case, text):
        return _in_danger(case, told, heard).as_reply()
    if above_all := said_if_meant.cried(case, told) or admin_commands.asked_for(case, told):
        return above_all.as_reply()
    if (
        sooner := replying.after_alarm(case, text)
        or naming_signs.answer(case, text)
        or ticking.ticked(case, text, heard)
        or told_more.answer(case, text, heard)
        or _limits_together(case, text, heard)
        or kept_below.kept(case, told, heard)
        or _back_to_session(case, text, vocabulary)
    ):
        return sooner.as_reply()
    if how_it_was.is_number(case, text) and (asked := how_it_was.ask_again(case)):
        return asked.as_reply()
    if number := number_said.by_itself(case, text, heard, vocabulary):
        return number.as_reply()
    if heard and _is_asked_about(heard, text) and not _is_no_complaint(case, heard, text, vocabulary):
        awaited_words.keep_note(case, text)
        return _complaint(case, heard, text)
    if asked := _goes_first(case, text, vocabulary):
        return asked.as_reply()
    if told.file and not text.startswith("/"):
        return sent_pictures.sent(case, told.file, text).as_reply()
    answer = _meant_in_parts(case, text, heard, vocabulary)
    made_no_sense = answer.awaits is not None and answer.awaits.what is Wanted.SENSE
    kept = (
        said_if_meant.kept(case, told) if made_no_sense and not said_if_meant.was_shown_again(case) else None
    )
    return kept.as_reply() if kept else answer


def _meant_in_parts(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer:
    """Of two wishes in one message the first is granted, and the other is named, so that nobody believes it done."""
    is_awaited = case.store.awaiting.of(case.person.id, case.now) is not None
    if heard or is_awaited or text.startswith("/"):
        return _meant(case, text, heard, vocabulary)
    several = in_one_breath.several_wishes(case, text)
    if several is None:
        return _meant(case, text, heard, vocabulary)
    answer = _meant(case, several.taken, heard, vocabulary)
    return _saying_it_is_not_done(case, several.left, answer) if several.left else answer


def _saying_it_is_not_done(case: Case, said: str, answer: Answer) -> Answer:
    note = case.words("not-taken", said=keys.cut(said))
    if answer.plays and (shown := play.shown(case, note, fresh=True)):
        return replace(shown, heard=answer.heard)
    if answer.screen is None:
        return answer
    return replace(answer, screen=replace(answer.screen, text=lines(answer.screen.text, plain(note))))


def _limits_together(case: Case, text: str, heard: Heard | None) -> Answer | None:
    """What is typed where words are awaited, or while danger may be near, is left to those."""
    if case.store.awaiting.of(case.person.id, case.now) or resting.asked_first(case):
        return None
    return in_one_breath.asked_together(case, text, heard)


def _in_danger(case: Case, told: Said, heard: Heard) -> Answer:
    """ "It has been looked after" only sounds like danger; in more words something graver may stand beside it."""
    is_short = len(told.text.split()) <= LOOKED_AFTER_WORDS
    over = replying.after_alarm(case, told.text) if heard.doubted and is_short else None
    return over or danger.answer(case, heard, told.message, is_edit=told.is_edit)


def _heard_first(case: Case, text: str) -> Heard | None:
    heard = heavier(_hears(case, text), naming_signs.danger_named(case, text))
    if heard is None or heard.tier not in IN_DANGER:
        heard = in_pieces.heard_in_pieces(case, text) or heard
    return heard or _names_a_tag(case, text)


def _hears(case: Case, text: str) -> Heard | None:
    """Leaves out names of moves, which are the same in every language: "taube finger" beside one is still German."""
    command, rest = meaning.command(text)
    text = rest if command is Wish.PAIN else text  # its own name is no complaint
    heard = case.known.danger.hears(text)
    if heard and heard.doubted and said_back(text, case.language.vocabulary.replies):
        return None  # "I didn't mean to stop" is all known, and nothing to doubt
    if heard and replying.keeps_politely(case, text) and case.known.danger.by_rules(text) is None:
        return None  # "I would be grateful if you kept it" is no more than a yes to a reminder
    if heard and heard.tier is not Tier.EVERYDAY:
        return heard
    beside = beside_names(text, case.language.library)
    other = case.known.danger.hears(beside) if beside else None
    is_foreign = other is not None and other.language != case.language.tag
    return other if is_foreign else heard


def _names_a_tag(case: Case, text: str) -> Heard | None:
    words = case.language.vocabulary
    tag = tag_alone(text, words.tags, words.beside_tags)
    if tag is None or tag in _MOVED:
        return None
    return Heard(Tier.WORK_AROUND, case.language.tag, frozenset({tag}))


def _is_a_city(case: Case, text: str) -> bool:
    """Where a city is asked for, a name that sounds in some language like a cry for help ("Ramadi") is a city."""
    awaited = case.store.awaiting.of(case.person.id, case.now)
    if awaited is None or awaited.what is not Wanted.CITY or len(text.split()) > CITY_WORDS:
        return False
    return any(phrase(city.name) == phrase(text) for city in case.known.atlas.find(text))


def _is_ticked(case: Case, text: str) -> bool:
    return isinstance(meaning.button(case, text), TickTag)


def _is_asked_about(heard: Heard, text: str) -> bool:
    """False for words behind a command ("/learn slipped disc") that only bar moves: they need not be about oneself."""
    if heard.tier is Tier.EVERYDAY:
        return False
    return heard.tier is Tier.COMPLAINT or not text.startswith("/")


def _meant(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer:
    if text.startswith("/"):
        return _command(case, text, vocabulary).as_reply()
    if action := meaning.button(case, text):
        answer = tapped(case, action)
        return _heard(case, answer) if isinstance(action, Play) else answer.as_reply()
    if action := meaning.about_signs(case, text, vocabulary) or _of_signs_unseen(case, text, vocabulary):
        return tapped(case, action).as_reply()
    if (
        nod := replying.agrees_to_later(case, text)
        or _nod(case, text, vocabulary)
        or _later(case, text, vocabulary)
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
    )
    if asked_for:
        return asked_for.as_reply()
    usual = None if live_of(case) else beside_time.usual_length(case, text, vocabulary)
    if asked := usual or _reminder(case, text, vocabulary):
        return asked.as_reply()
    if moved := _move(case, text, vocabulary) or _hurts_in_session(case, text):
        return moved
    if heard and not _is_named(case, text, vocabulary):
        return _complaint(case, heard, text)
    return _words(case, text, vocabulary).as_reply()


def _back_to_session(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Back" and "continue" below something else that was shown meanwhile lead back to what they were doing, as its button does. Below a
    routine of their own, "back" is a button of its own."""
    said, there = vocabulary.moves.get(phrase(text)), meaning.button(case, text)
    leads_elsewhere = (
        there is not None and there != Go(Place.SETTINGS) and not isinstance(there, OpenSettings)
    )
    wants_back = said is Move.GO_ON or (said is Move.BACK and not leads_elsewhere)
    resume = next((each for each in actions_on(card_in_view(case)) if isinstance(each, Resume)), None)
    return replace(tapped(case, resume), heard=True) if wants_back and resume and live_of(case) else None


def _of_signs_unseen(case: Case, text: str, vocabulary: Vocabulary) -> Action | None:
    """They are shown: nobody has confirmed what they have not seen, and one may fit after all. New people are led on to the first minutes."""
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
    """ "At seven when I get up, 12:30, then nine at night" rates no pain where a time was asked for; nor does what a taught ear alone hears."""
    if not awaited_words.asks_for_times(case) or heard.tier is not Tier.COMPLAINT:
        return False
    said = _when(case, text, vocabulary)
    is_time = said.when is not None and not isinstance(said.when, Half)
    return is_time and (said.is_all or case.known.danger.by_rules(text) is None)


def _is_named(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    if meaning.wish(text, vocabulary) or own_list.by_name(case, text):
        return True
    return wishes.is_instruction(case, text) and not wishes.leads_to_moves(case, text)


def _complaint(case: Case, heard: Heard, text: str) -> Answer:
    live = live_of(case)
    hurts = _hurts(heard, case, text) or wishes.hurts(case, text)
    if live and live.phase is not Phase.HALTED and hurts and (asked := _hurts_now(case, live, text)):
        return asked
    return complaints.told(case, heard).as_reply()


def _hurts(heard: Heard, case: Case, text: str) -> bool:
    """In another language it is not told apart whether something hurts or is only stiff."""
    if heard.tier in (Tier.COMPLAINT, Tier.LOW_BACK):
        return True
    if heard.tier is Tier.EVERYDAY and heard.language != case.language.tag:
        return True
    moves = case.language.vocabulary.moves
    return any(moves.get(word) is Move.HURTS for word in phrase(text).split())


def answer_location(case: Case, latitude: float, longitude: float) -> Answer:
    return (said_if_meant.as_it_was(case) or clocks.at_place(case, latitude, longitude)).as_reply()


def answer_without_words(case: Case, what: What) -> Answer:
    kind = NOT_WORDS.get(what, "other")
    if asked := said_if_meant.as_it_was(case, case.words(f"not-words-{kind}")):
        return asked.as_reply()
    beside = play.beside(case, case.words(f"not-words-{kind}"), waits=what is What.VOICE)
    return beside or Answer(home.not_words(kind, case.words)).as_reply()


def answer_picture(case: Case, file: SentFile) -> Answer:
    return (said_if_meant.as_it_was(case) or sent_pictures.sent(case, file)).as_reply()


def _nod(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """Lets words do what the buttons of a reminder do: a lock screen or a watch does not show those."""
    nod = nod_said(text, vocabulary.nods, vocabulary.replies)
    return reminder_answers.in_view(case, card_in_view(case), nod) if nod else None


def _later(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    view = card_in_view(case)
    if not view or not view.nods_to or phrase(text).isdecimal():
        return None
    heard = _when(case, text, vocabulary)
    times = asked_when.times_today(case, heard.when) if heard.is_all else ()
    return reminder_answers.later(case, view, times)


def _nods_in_view(case: Case) -> bool:
    view = card_in_view(case)
    return bool(view and view.nods_to)


def _when(case: Case, text: str, vocabulary: Vocabulary) -> HeardWhen:
    return hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)


def _reminder(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    if wishes.rates_pain(case, text):
        return None
    heard, said = _when(case, text, vocabulary), phrase(text)
    reminds = heard.asks or any(vocabulary.wishes.get(word) in REMINDING for word in said.split())
    is_about_theirs = wishes.is_about_existing_reminders(case, text)
    is_new = reminds and not (is_about_theirs and standing(case))
    if is_new and (placed := beside_time.placed(case, text, vocabulary)):
        return placed
    if is_about_theirs:
        return None
    if reminds and heard.when:
        return asked_when.heard_so(case, heard)
    if heard.reminds and said not in vocabulary.wishes:
        return times_caught.ask_unasked(case, text, heard) or schedule.add(
            case, case.words("times-not-understood")
        )
    return None


def _remind(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    if when := _when(case, text, vocabulary).when:
        return asked_when.heard(case, when)
    if vocabulary.moves.get(phrase(text)) in (Move.PAUSE, Move.STOP):
        return schedule.ask_pause(case)
    return schedule.add(case, case.words("times-not-understood"))


def _command(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    wish, rest = meaning.command(text)
    if rest and wish in (Wish.START, Wish.HOME) and wishes.hurts(case, rest):
        return complaints.told(case, Heard(Tier.COMPLAINT, case.language.tag))
    match wish:
        case Wish.START if rest:
            return _deep_link(case, rest)
        case Wish.EXERCISES if rest:
            return own_list.exercise_by_name(case, rest) or search.exercises(case, rest)
        case Wish.ROUTINES if rest:
            return own_list.by_name(case, rest) or search.a_routine(case, rest, vocabulary)
        case Wish.LEARN if rest:
            return search.topics(case, rest) or _not_understood(case, rest)
        case Wish.PAIN:
            return number_said.command(case, rest, vocabulary)
        case Wish.REMINDERS if rest:
            return _remind(case, rest, vocabulary)
        case Wish.START | Wish.DELETE:
            return _BY_COMMAND[wish](case)
        case None:
            return _not_understood(case, "")
        case _:
            return grant(Request(case, text, Meant(wish, True)))


def _deep_link(case: Case, target: str) -> Answer:
    """t.me/…?start=exercise_cat-cow, routine_morning; anything else begins as /start does."""
    kind, _, slug = target.partition("_")
    if kind == "exercise" and slug in case.library.exercises:
        return cards.open_exercise(case, slug)
    if kind == "routine" and slug in case.library.routines:
        return ready_routines.open_routine(case, slug)
    return main_menu.home_of(case)


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


def _hurts_in_session(case: Case, text: str) -> Answer | None:
    live = live_of(case)
    if live is None or live.phase is Phase.HALTED or not wishes.hurts(case, text):
        return None
    return _hurts_now(case, live, text)


def _hurts_now(case: Case, live: Stand, text: str) -> Answer | None:
    """Words that say that it is sharp count even if nobody answers the question. None: its script can't be read."""
    answer, asked = play.move(case, live, Move.HURTS, live.turn), live_of(case)
    if asked and asked.phase is Phase.HURTING and _is_sharp(case, text):
        answer = play.move(case, asked, Move.SHARP, asked.turn)
    return replace(answer, heard=True) if answer else None


def _is_sharp(case: Case, text: str) -> bool:
    return worst_said(text, case.language.vocabulary.pains, WORST_FIRST) is Pain.SHARP


def _card_stays_with_words(case: Case) -> bool:
    view = card_in_view(case)
    return bool(view and view.line)


def _words(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    found = wishes.meant(case, text)
    if left := (
        how_it_was.ask_again_if_unclear(case, text)
        or replying.answer_no_to_nothing(case, text)
        or _of_no_session(case, text, found)
        or during_session.swaps_for(case, text, found)
        or _stops_and_goes_on(case, text, vocabulary)
        or _as_corrected(case, text, vocabulary)
    ):
        return left
    if wish := meaning.wish(text, vocabulary):
        return grant(Request(case, text, Meant(wish, True, found.ideas if found else {})))
    if found and replying.asks_signs(case) and (not found.is_sure or found.wish in _NO_ANSWER_TO_SIGNS):
        return _not_understood(case, text)
    if action := meaning.part_of_a_button(case, text):
        return tapped(case, action)
    if again := replying.ends_still_asked(case, found):
        return again
    if own := own_list.by_name(case, text):
        return own
    if asked := _time(case, text, vocabulary):
        return asked
    looks = not found or wishes.names_go_first(case, found) or (not found.is_sure and _is_a_title(case, text))
    if looks and (named := search.named(case, text, wishes.least_scores(case, text, found))):
        return named
    if found and found.wish is not Wish.OFF_TOPIC and not wishes.may_be_looked_for(found):
        return grant(Request(case, text, found))
    named = search.anything(case, text, vocabulary) if not wishes.hurts(case, text) else None
    return named or _not_understood(case, text, found)


def _of_no_session(case: Case, text: str, found: Meant | None) -> Answer | None:
    """ "Slower" and "carry on" while nothing runs: what sounds like them is not shown in their place."""
    is_other = (found and found.is_sure) or search.is_a_name(case, text) or own_list.by_name(case, text)
    if is_other or meaning.wish(text, case.language.vocabulary):
        return None
    is_idle = wishes.situation_of(case) is Situation.ANYWHERE and wishes.is_of_a_session(case, text)
    return Answer(home.nothing_running(case.words)) if is_idle else None


def _stops_and_goes_on(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Stop. 6 min seated": what runs is over, and what they want instead is shown."""
    stops, *rest = wishes.CLAUSES.split(text.strip(), maxsplit=1)
    live, wanted = live_of(case), "".join(rest).strip()
    if not wanted or live is None or vocabulary.moves.get(phrase(stops)) is not Move.STOP:
        return None
    found = wishes.meant(case, wanted)
    if found is None or not found.is_sure or found.wish not in LEADS_ELSEWHERE or wishes.hurts(case, text):
        return None
    play.stop(case)
    return _words(case, wanted, vocabulary)


def _as_corrected(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "Exercises list? Sorry, routines list": what was said first is forgotten where the rest can be understood."""
    corrected = after_correction(text, vocabulary.when)
    if _lets_it_be(corrected, vocabulary):
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    clauses = (corrected, wishes.CLAUSES.split(corrected, maxsplit=1)[0])
    understood = next((each for each in clauses if each and _is_understood(case, each, vocabulary)), None)
    return _words(case, understood, vocabulary) if understood else None


def _lets_it_be(text: str, vocabulary: Vocabulary) -> bool:
    """ "Forget it, leave them": its first words take back what was said before."""
    words = text.split()
    begun = (" ".join(words[:end]) for end in range(1, MOST_TO_LET_IT_BE + 1))
    return any(said_back(each, vocabulary.replies) == {SaidBack.LET_BE} for each in begun)


def _is_understood(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    found = wishes.meant(case, text)
    if found is not None and found.wish in _NEVER_IN_PLACE:
        return False
    named = search.named(case, text, wishes.least_scores(case, text, found))
    return bool(named or meaning.wish(text, vocabulary) or (found and found.is_sure))


def _time(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    heard = _when(case, text, vocabulary)
    names_time = heard.when is not None and names_time_of_day(heard.when)
    is_theirs = wishes.is_about_existing_reminders(case, text, names_time=names_time)
    if is_theirs or wishes.tells_a_place(case, text) or wishes.rates_pain(case, text):
        return None
    if isinstance(heard.when, Half) and (
        wishes.situation_of(case) is Situation.REMINDER or wishes.tells_how_they_are(case, text)
    ):
        return None
    if heard.when and heard.is_all and _is_about_a_time(case, heard.when, text, vocabulary):
        return asked_when.heard_so(case, heard)
    if heard.is_unread:
        return schedule.add(case, case.words("times-not-understood"))
    return None


def _is_about_a_time(case: Case, when: When, text: str, vocabulary: Vocabulary) -> bool:
    """False for a number alone, which is minutes, and for "before bed", which is a name."""
    if minutes_in(text, vocabulary.quantities):
        return False
    if not isinstance(when, Half) or when.day is not None:
        return True
    return " " in phrase(text) and not _is_a_title(case, text)


def _is_a_title(case: Case, text: str) -> bool:
    return " " in phrase(text) and search.is_a_name(case, text)


def _not_understood(case: Case, text: str, found: Meant | None = None) -> Answer:
    before, asked = case.store.awaiting.of(case.person.id, case.now), replying.still_asked(case)
    is_again = before is not None and before.what is Wanted.SENSE
    if asked:
        is_told = is_again and not replying.asks_signs(case)
        awaits = Awaited(Wanted.SENSE) if before is None else before
        return Answer(asked_still(asked, case.words, is_again=is_told), awaits=awaits)
    if is_again:
        return Answer(wish_screens.typing(case.words), awaits=Awaited(Wanted.SENSE))
    if found and found.is_sure:
        return replace(grant(Request(case, text, found)), awaits=Awaited(Wanted.SENSE))
    nearly = search.near_name(case, text) if text and not wishes.hurts(case, text) else None
    return Answer(wish_screens.not_understood(nearly, case.words), awaits=Awaited(Wanted.SENSE))
