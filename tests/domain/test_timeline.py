"""A session as a file: beats keep their time, bells stand at their beats, and nothing is said into anything else."""

from dataclasses import replace
from itertools import pairwise
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Equipment, Form, FormRef, Position, Side
from bot.domain.person.voice_level import Voice
from bot.domain.session.bells import BELL_SECONDS, BellStroke
from bot.domain.session.script import Beat, BeatKind, Getting, Part, Script, write
from bot.domain.session.telling import (
    ENDING,
    ENDING_ON_FLOOR,
    FIRST_WORD,
    GAP,
    Telling,
)
from bot.domain.session.timeline import (
    TO_GO_ON,
    TO_MOVE_ELSEWHERE,
    TO_MOVE_ON_FLOOR,
    Sound,
    Timeline,
    as_played,
    timeline,
    with_room,
)
from bot.domain.session.voice_lines import BotWords, FormWords, Line, Minutes, every_line
from tests.examples import BOOK, CHILD, LIBRARY, ROLL, SQUEEZE, part
from tests.strategies import scripts

GRID = 0.05
"""Seconds that must be free between two sounds: each begins on a grid of 43 ms."""

TALKING = replace(ROLL, there="Backward", back="and round", begin="Slow, round circles.")
KNOWN = frozenset({"shoulder-roll", "shoulder-squeeze", "open-book", "childs-pose"})


def a_second(_: Line) -> float:
    return 1.0


def forms(ref: FormRef) -> Form | None:
    return TALKING if ref == TALKING.ref else LIBRARY.form(ref)


def telling(voice: Voice = Voice.FULL, **others: object) -> Telling:
    return Telling(voice, **({"lasts": a_second, "form": forms} | others))  # type: ignore[arg-type]


def film(script: Script, told: Telling | None = None) -> Timeline:
    return timeline(as_played(script, 25), told or telling())


def said(found: Timeline) -> list[object]:
    return [sound.what.words if isinstance(sound.what, Line) else sound.what for sound in found.sounds]


def lasts(sound: Sound, told: Telling) -> float:
    return BELL_SECONDS[sound.what] if isinstance(sound.what, BellStroke) else told.lasts(sound.what)


QUIET = replace(TALKING, there="", back="")


@given(
    scripts(), st.sampled_from(Voice), st.floats(0.2, 20), st.booleans(), st.sampled_from([TALKING, QUIET])
)
def test_whatever_is_played_nothing_sounds_into_anything_else(
    script: Script, voice: Voice, each: float, is_known: bool, form: Form
) -> None:
    known = {beat.ref.exercise for beat in script} if is_known else set()
    told = telling(voice, lasts=lambda _: each, form=lambda ref: replace(form, ref=ref), well_known=known)
    found = film(script, told)
    assert found.seconds - found.played[-1].ends in (ENDING, ENDING_ON_FLOOR)
    assert found.played[-1].ends == sum(beat.seconds or 0 for beat in as_played(script, 25))
    for one, other in pairwise(found.sounds):
        assert one.at + lasts(one, told) + GRID <= other.at, (one, other)
    assert found.sounds[-1].at + lasts(found.sounds[-1], told) <= found.seconds
    starts = {played.at for played in found.played} | {found.played[-1].ends}
    assert {s.at for s in found.sounds if s.what in BELL_SECONDS and s.what is not BellStroke.HALF} <= starts


@given(scripts())
def test_no_beat_waits_and_each_is_as_long_as_it_takes(script: Script) -> None:
    played, was_down = as_played(script, 25), False
    for before, after in zip(script, played, strict=True):
        if before.seconds is not None:
            assert after == before
        else:
            assert after.seconds in (25 if before.on_floor is not was_down else 12, after.set_up)
        was_down = before.on_floor


def test_the_stop_rule_is_said_first_whatever_else_has_no_room() -> None:
    for voice in (Voice.FULL, Voice.BRIEF):
        found = film(write([part(SQUEEZE)]), telling(voice, lasts=lambda _: 6.0))
        first = next(sound for sound in found.sounds if isinstance(sound.what, Line))
        assert first == Sound(FIRST_WORD, Line(BotWords.STOP_RULE))


def test_full_tells_what_to_do_and_brief_what_one_must_know() -> None:
    script = write([part(SQUEEZE), part(BOOK)])
    full, brief, bells = (said(film(script, telling(voice))) for voice in Voice)
    assert FormWords.WAY_IN in full
    assert BotWords.WELL_DONE in full
    assert FormWords.WAY_IN not in brief
    assert BotWords.WELL_DONE not in brief
    for words in (BotWords.STOP_RULE, FormWords.TITLE, BotWords.LEFT, BotWords.RIGHT, BotWords.TO_THE_FLOOR):
        assert words in full
        assert words in brief
    assert not [what for what in bells if not isinstance(what, BellStroke)]


def test_what_they_have_done_twice_is_told_in_brief() -> None:
    script = write([part(SQUEEZE), part(CHILD)])
    found = film(script, telling(well_known={"shoulder-squeeze"}))
    ways_in = [
        s.what.of for s in found.sounds if isinstance(s.what, Line) and s.what.words is FormWords.WAY_IN
    ]
    assert ways_in == [CHILD.ref]


def test_which_side_is_said_at_each_and_how_one_turns_over() -> None:
    found = film(write([part(BOOK)], KNOWN), telling(form=lambda _: replace(BOOK, other_side="Roll over.")))
    lines = said(found)
    first, second = lines.index(BotWords.LEFT), lines.index(BotWords.RIGHT)
    assert first < second < lines.index(FormWords.OTHER_SIDE)
    assert lines[second - 1 : second] in ([BotWords.OTHER_SIDE], [BellStroke.CHANGE])


def test_a_long_hold_is_rung_for_in_its_middle_and_five_seconds_before_its_end() -> None:
    hold = Beat(BeatKind.HOLD, 0, CHILD.ref, 40)
    found = timeline((Beat(BeatKind.GET_READY, 0, CHILD.ref, 12), hold), telling())
    assert Sound(12 + 20, BellStroke.HALF) in found.sounds
    assert Sound(12 + 35, Line(BotWords.FIVE_MORE)) in found.sounds
    short = timeline((Beat(BeatKind.GET_READY, 0, CHILD.ref, 12), replace(hold, seconds=19)), telling())
    assert not {BellStroke.HALF, Line(BotWords.FIVE_MORE)} & {sound.what for sound in short.sounds}


def flow(
    repetitions: int, told: Telling | None = None, form: Form = TALKING
) -> tuple[list[float], list[float]]:
    """When it is said on the first side, and what one repetition takes."""
    dose = replace(ROLL.dose(1), repetitions=repetitions)
    found = film(
        write([Part(replace(ROLL, sides=form.sides), dose)], KNOWN), told or telling(form=lambda _: form)
    )
    work = next(played for played in found.played if played.beat.kind is BeatKind.REPEAT)
    begins = work.at + BELL_SECONDS[BellStroke.START] + GAP
    each = (work.ends - begins) / repetitions
    theres, backs = (
        [
            round((sound.at - begins) / each, 2)
            for sound in found.sounds
            if sound.what == Line(words, ROLL.ref) and sound.at < work.ends
        ]
        for words in (FormWords.THERE, FormWords.BACK)
    )
    return theres, backs


ONE_WAY = replace(TALKING, sides=())


def test_a_flow_is_talked_through_at_first_in_the_middle_and_at_last_in_its_own_rhythm() -> None:
    theres, backs = flow(3, form=ONE_WAY)
    assert theres == [0, 1, 2]
    assert backs == [0.5, 1.5, 2.5]
    theres, _ = flow(8, form=ONE_WAY)
    assert theres[:3] == [0, 1, 4]
    assert 7 <= theres[3] < 7.5, "after it has been said that it is the last"


def test_what_is_known_is_talked_through_less() -> None:
    theres, _ = flow(8, telling(form=lambda _: ONE_WAY, well_known={"shoulder-roll"}), ONE_WAY)
    assert len(theres) == 3
    brief, _ = flow(8, telling(Voice.BRIEF, form=lambda _: ONE_WAY), ONE_WAY)
    assert brief == [0, 4, 7]


def test_slow_repetitions_are_all_talked_through() -> None:
    slow = replace(ONE_WAY, doses=(replace(ROLL.dose(1), hold=6, move=6),) * 3)
    script = write([Part(slow, replace(slow.dose(1), repetitions=6))], KNOWN)
    found = film(script, telling(form=lambda _: slow))
    assert sum(sound.what == Line(FormWords.THERE, ROLL.ref) for sound in found.sounds) == 6


def test_half_a_repetition_is_not_said_where_the_other_half_finds_no_room() -> None:
    theres, backs = flow(
        5, telling(form=lambda _: ONE_WAY, lasts=lambda line: 3.0 if line.of else 1.0), ONE_WAY
    )
    assert (theres, backs) == ([], [])


def test_the_last_one_of_the_first_side_is_not_the_last_of_all() -> None:
    dose = replace(ROLL.dose(1), repetitions=5)
    lines = said(film(write([Part(TALKING, dose)], KNOWN)))
    assert lines.count(BotWords.LAST_ON_SIDE) == lines.count(BotWords.LAST_ONE) == 1
    assert lines.index(BotWords.LAST_ON_SIDE) < lines.index(BotWords.LAST_ONE)


PLACES = replace(
    CHILD, stations=("In the middle", "To the right", "To the left"), between="Back to all fours."
)


def test_where_each_hold_is_held_is_said_before_it_in_every_voice() -> None:
    script = write([Part(PLACES, replace(CHILD.dose(1), move=5, repetitions=1, stations=3))])
    for voice in (Voice.FULL, Voice.BRIEF):
        found = film(script, telling(voice, form=lambda _: PLACES))
        places = [
            s.at for s in found.sounds if isinstance(s.what, Line) and s.what.words is FormWords.STATION
        ]
        holds = [played.at for played in found.played if played.beat.kind is BeatKind.HOLD]
        assert [place < hold for place, hold in zip(places, holds, strict=True)] == [True] * 3


def test_whoever_lies_on_the_floor_is_told_how_to_come_up() -> None:
    found = film(write([part(CHILD)]))
    assert said(found)[-1] is BotWords.COME_UP
    assert found.seconds - found.played[-1].ends == ENDING_ON_FLOOR
    assert BotWords.COME_UP not in said(film(write([part(SQUEEZE)])))


def test_there_is_time_to_do_what_was_said_before_it_begins() -> None:
    script = as_played(write([part(SQUEEZE), part(BOOK), part(CHILD)]), 12)
    told = telling(lasts=lambda _: 4.0, form=LIBRARY.form)
    found = timeline(with_room(script, told), told)
    for played in found.played:
        if played.beat.kind not in (BeatKind.GET_READY, BeatKind.SWITCH):
            continue
        last = max(
            s.at + 4.0 for s in found.sounds if played.at <= s.at < played.ends and isinstance(s.what, Line)
        )
        assert played.ends - last >= 2, played
    assert [beat.set_up for beat in with_room(script, told)] == [beat.set_up for beat in script]
    assert with_room(script, telling(Voice.BELLS)) == script


def test_where_it_takes_too_long_its_last_sentences_go_first() -> None:
    def lasts(line: Line) -> float:
        return 8.0 * (line.sentences or 2) if line.words is FormWords.WAY_IN else 1.0

    told = telling(
        lasts=lasts, sentences=lambda line: line.sentences or (2 if line.words is FormWords.WAY_IN else 1)
    )
    found = film((Beat(BeatKind.GET_READY, 0, CHILD.ref, 16), Beat(BeatKind.HOLD, 0, CHILD.ref, 20)), told)
    ways = [
        sound.what
        for sound in found.sounds
        if isinstance(sound.what, Line) and sound.what.words is FormWords.WAY_IN
    ]
    assert ways == [Line(FormWords.WAY_IN, CHILD.ref, sentences=1)]


def test_what_has_not_been_recorded_is_left_out() -> None:
    found = film(write([part(SQUEEZE)]), telling(lasts=lambda line: 0.0 if line.of else 1.0))
    assert {sound.what.of for sound in found.sounds if isinstance(sound.what, Line)} == {None}


def test_an_exercise_that_is_gone_still_has_its_bells() -> None:
    found = film(write([part(SQUEEZE)]), telling(form=lambda _: None))
    lines = [sound.what.words for sound in found.sounds if isinstance(sound.what, Line)]
    assert lines[1:] == [BotWords.STOP_RULE, BotWords.BELLS, BotWords.WELL_DONE], (
        "after how many minutes it takes"
    )
    assert len(found.sounds) > len(lines) + 2


def test_every_line_that_is_ever_said_is_in_the_list_of_what_is_recorded() -> None:
    every = set(every_line(LIBRARY))
    parts = [part(form) for exercise in LIBRARY.exercises.values() for form in exercise.forms]
    found = film(write(parts), telling(form=LIBRARY.form))
    usual = {Line(FormWords.TITLE, exercise.usual.ref) for exercise in LIBRARY.exercises.values()}
    spoken = {sound.what for sound in found.sounds if isinstance(sound.what, Line)}
    titles = {line for line in spoken if line.words is FormWords.TITLE}
    assert spoken - titles <= every
    assert usual <= every


def test_what_would_be_said_into_the_bell_of_half_way_is_left_out() -> None:
    flow = Beat(BeatKind.REPEAT, 0, QUIET.ref, 30)
    ready = Beat(BeatKind.GET_READY, 0, QUIET.ref, 12)
    for each, is_said in ((13.0, True), (14.0, False)):
        found = timeline((ready, flow), telling(lasts=lambda _, each=each: each, form=lambda _: QUIET))
        assert (FormWords.BEGIN in said(found)) is is_said


def holds(times: int, seconds: int, form: Form, told: Telling | None = None) -> list[object]:
    """What is said in a move of so many holds, each with a rest."""
    found = film(
        write([Part(form, replace(form.dose(1), hold=seconds, move=5, repetitions=times))]),
        told or telling(form=lambda _: form),
    )
    return said(found)


def test_several_holds_are_counted_by_words_the_last_one_among_them() -> None:
    alone = replace(CHILD, between="")
    three = holds(3, 15, alone)
    assert (three.count(BotWords.AGAIN), three.count(BotWords.LAST_ONE)) == (1, 1)
    assert BotWords.LAST_ONE not in holds(2, 15, alone)


def test_whoever_lies_on_their_front_is_told_to_breathe_in_a_hold_that_is_long_enough() -> None:
    prone = replace(CHILD, position=Position.PRONE)
    assert BotWords.KEEP_BREATHING in holds(2, 10, prone)
    assert BotWords.KEEP_BREATHING not in holds(2, 9, prone)
    assert BotWords.KEEP_BREATHING not in holds(2, 10, CHILD)


def test_that_it_is_the_other_side_is_said_where_nothing_else_says_it() -> None:
    plain = replace(SQUEEZE, sides=(Side.LEFT, Side.RIGHT))
    assert BotWords.OTHER_SIDE in said(film(write([part(plain)]), telling(form=lambda _: plain)))
    turning = replace(plain, other_side="Turn round.")
    assert BotWords.OTHER_SIDE not in said(film(write([part(turning)]), telling(form=lambda _: turning)))


def test_the_first_word_waits_for_the_thumb_and_no_next_comes_before_the_first_move() -> None:
    found = film(write([part(SQUEEZE), part(ROLL)]))
    assert found.sounds[0].at == FIRST_WORD >= 1
    assert said(found).count(BotWords.NEXT) == 1


def test_bells_are_explained_until_something_is_well_known_and_long_sessions_tell_no_minutes() -> None:
    script = write([part(SQUEEZE)])
    assert BotWords.BELLS in said(film(script))
    assert BotWords.BELLS not in said(film(script, telling(well_known={"anything"})))
    many = tuple(beat for _ in range(40) for beat in script)
    assert not [
        words for words in said(timeline(as_played(many, 12), telling())) if isinstance(words, Minutes)
    ]
    assert [words for words in said(film(script)) if isinstance(words, Minutes)] == [Minutes(1)]


def test_nobody_is_sent_up_or_down_who_is_there() -> None:
    """A session that ends on the floor begins standing."""
    found = said(film(write([part(SQUEEZE), part(CHILD), part(CHILD), part(SQUEEZE), part(CHILD)])))
    changes = [words for words in found if words in (BotWords.TO_THE_FLOOR, BotWords.FROM_THE_FLOOR)]
    assert changes == [BotWords.TO_THE_FLOOR, BotWords.FROM_THE_FLOOR, BotWords.TO_THE_FLOOR]


def test_each_station_is_told_by_its_own_line() -> None:
    form = replace(CHILD, stations=("low", "in the middle", "high"), between="", way_in="Kneel.")
    dose = replace(form.dose(1), hold=15, move=5, repetitions=2, stations=3)
    found = film(write([Part(form, dose)]), telling(form=lambda _: form))
    lines = [sound.what for sound in found.sounds if isinstance(sound.what, Line)]
    stations = [line for line in lines if line.words is FormWords.STATION]
    assert [line.station for line in stations] == [0, 1, 2, 0, 1, 2]
    assert {line.of for line in stations} == {form.ref}


def test_every_station_of_a_form_has_a_line_to_record() -> None:
    held = replace(CHILD, stations=("low", "high"))
    shelf = {**LIBRARY.exercises, "childs-pose": replace(LIBRARY.exercises["childs-pose"], forms=(held,))}
    lines = [
        line for line in every_line(replace(LIBRARY, exercises=shelf)) if line.words is FormWords.STATION
    ]
    assert lines == [Line(FormWords.STATION, CHILD.ref, 0), Line(FormWords.STATION, CHILD.ref, 1)]


def test_there_is_time_to_move_after_what_was_said() -> None:
    """Each line takes far longer than was planned, so that the planned time is no matter."""
    long, bell = 20 + GAP, BELL_SECONDS[BellStroke.CHANGE] + GAP
    script = write([part(SQUEEZE), part(CHILD), part(BOOK)], KNOWN)
    told = telling(lasts=lambda _: 20.0, well_known=KNOWN)
    roomy = [beat for beat in with_room(script, told) if beat.kind in (BeatKind.GET_READY, BeatKind.SWITCH)]
    assert [beat.seconds for beat in roomy] == [
        ceil(FIRST_WORD + 3 * long + TO_MOVE_ELSEWHERE),  # how many minutes, the rule of stopping, the title
        ceil(bell + 2 * long + TO_MOVE_ON_FLOOR),  # to the floor, the title
        ceil(bell + 2 * long + TO_MOVE_ELSEWHERE),  # the title, the side
        ceil(bell + 2 * long + TO_GO_ON),  # the side, and how to come to it
    ]


def test_before_they_lie_face_down_the_stop_rule_is_said_once_more() -> None:
    prone = replace(CHILD, ref=FormRef("prone", "usual"), position=Position.PRONE)
    every = {CHILD.ref: CHILD, prone.ref: prone}
    for voice in (Voice.FULL, Voice.BRIEF):
        told = telling(voice, form=every.get)
        down = said(film(write([part(CHILD), part(prone), part(prone), part(CHILD)]), told))
        assert down.count(BotWords.STOP_RULE) == 2, "at the beginning, and once for both"
        assert said(film(write([part(prone)]), told)).count(BotWords.STOP_RULE) == 1
        assert said(film(write([part(CHILD), part(CHILD)]), told)).count(BotWords.STOP_RULE) == 1


def test_on_a_roller_they_move_on_after_every_second_time_but_the_last() -> None:
    roller = replace(ONE_WAY, equipment=frozenset({Equipment.ROLLER}))

    def spots(repetitions: int, form: Form, voice: Voice = Voice.FULL) -> int:
        slow = replace(form.dose(1), hold=6, move=6, repetitions=repetitions)
        script = write([Part(form, slow)], KNOWN)
        return said(film(script, telling(voice, form=lambda _: form))).count(BotWords.NEW_SPOT)

    assert [spots(number, roller) for number in (2, 3, 5, 6)] == [0, 1, 2, 2]
    assert spots(5, roller, Voice.BRIEF) == 2
    assert spots(5, ONE_WAY) == 0


def test_whoever_needs_it_has_25_seconds_to_roll_over_in_a_file_as_on_the_card() -> None:
    for takes in (12, 25):
        script = write([part(BOOK)], KNOWN, Getting(takes=takes))
        over = next(played for played in film(script).played if played.beat.kind is BeatKind.SWITCH)
        assert BOOK.position is Position.SIDE
        assert over.seconds == takes
