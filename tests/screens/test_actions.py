"""What a button means survives the wire, and nothing that comes over the wire can do harm."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library import exercise, topic
from bot.domain.person import person
from bot.domain.progress import diary
from bot.domain.reminders import reminder
from bot.domain.session import session
from bot.screens.buttons import actions
from bot.screens.buttons.actions import (
    Action,
    AddFrom,
    AddLine,
    AddTo,
    AllSteps,
    AskClock,
    AskDeleteOwn,
    ClearSigns,
    ClockSays,
    CopyOwn,
    DeleteOwn,
    DeleteReminder,
    DoDay,
    DoExercise,
    DoOwn,
    DoRoutine,
    DoseLine,
    Drafted,
    EditOwn,
    Find,
    Go,
    Instead,
    LearnStep,
    ListRoutines,
    MoveLine,
    NameOwn,
    Narrow,
    NodTo,
    OpenExercise,
    OpenForm,
    OpenGroup,
    OpenLine,
    OpenOwn,
    OpenProgramme,
    OpenReminder,
    OpenRoutine,
    OpenTopic,
    PauseFor,
    Play,
    Rate,
    RemoveLine,
    RestReminder,
    Resume,
    SetAge,
    SetDiscreet,
    SetFloor,
    SetFollowUp,
    SetGoal,
    SetLevel,
    SetMinutes,
    SetPictures,
    SetSeen,
    SetWeek,
    SetZone,
    ShowMistake,
    TickEquipment,
    TickTag,
)
from bot.screens.buttons.wire import LIMIT, decode, encode

WIRE_FORMS = Path(__file__).parent / "wire_forms.txt"
IN_BUTTONS: tuple[type[Enum], ...] = (
    actions.Place,
    diary.Rating,
    session.Move,
    exercise.Tag,
    person.Seen,
    person.Floor,
    person.Age,
    person.Pictures,
    exercise.Equipment,
    exercise.Purpose,
    topic.Group,
    actions.By,
    reminder.Nod,
    actions.Stage,
)

slugs = st.from_regex(r"[a-z][a-z0-9-]{0,15}", fullmatch=True)
ids = st.integers(0, 10**15 - 1)
steps = st.integers(0, 99)
days = st.builds(DoDay, slugs, st.integers(1, 12), st.sampled_from("abc"))
doing = st.one_of(
    st.builds(DoExercise, slugs, slugs), st.builds(DoRoutine, slugs), days, st.builds(DoOwn, ids)
)

EVERY_KIND: dict[type[Action], st.SearchStrategy[Action]] = {
    Go: st.builds(Go),
    OpenExercise: st.builds(OpenExercise, slugs),
    OpenForm: st.builds(OpenForm, slugs, slugs),
    LearnStep: st.builds(LearnStep, slugs, slugs, steps),
    AllSteps: st.builds(AllSteps, slugs, slugs),
    ShowMistake: st.builds(ShowMistake, slugs, slugs),
    SetPictures: st.builds(SetPictures),
    DoExercise: st.builds(DoExercise, slugs, slugs),
    OpenRoutine: st.builds(OpenRoutine, slugs),
    DoRoutine: st.builds(DoRoutine, slugs),
    Play: st.builds(Play, ids, ids),
    Rate: st.builds(Rate, ids),
    Resume: st.builds(Resume, ids),
    Instead: st.builds(Instead, ids, doing),
    ClearSigns: st.builds(ClearSigns, st.one_of(st.none(), doing)),
    SetSeen: st.builds(SetSeen),
    SetFloor: st.builds(SetFloor),
    SetAge: st.builds(SetAge),
    SetLevel: st.builds(SetLevel, st.sampled_from([1, 2, 3])),
    TickTag: st.builds(TickTag),
    SetMinutes: st.builds(SetMinutes, st.sampled_from(actions.MINUTES)),
    SetGoal: st.builds(SetGoal, st.integers(1, 7)),
    TickEquipment: st.builds(TickEquipment),
    ListRoutines: st.builds(ListRoutines, page=steps),
    Narrow: st.builds(Narrow),
    NodTo: st.builds(NodTo, ids),
    OpenReminder: st.builds(OpenReminder, ids),
    DeleteReminder: st.builds(DeleteReminder, ids),
    RestReminder: st.builds(RestReminder, ids),
    PauseFor: st.builds(PauseFor, st.integers(1, 366)),
    Drafted: st.builds(Drafted, reminder=ids, times=slugs, days=st.integers(1, 127), starts=slugs),
    SetZone: st.builds(SetZone, st.from_regex(r"[A-Z][A-Za-z0-9_+/-]{0,40}", fullmatch=True)),
    AskClock: st.builds(AskClock),
    ClockSays: st.builds(ClockSays, st.integers(0, 104)),
    SetDiscreet: st.builds(SetDiscreet),
    SetFollowUp: st.builds(SetFollowUp),
    Find: st.builds(Find, value=slugs, page=steps),
    OpenGroup: st.builds(OpenGroup),
    OpenTopic: st.builds(OpenTopic, slugs),
    OpenProgramme: st.builds(OpenProgramme, slugs),
    DoDay: days,
    SetWeek: st.builds(SetWeek, slugs, steps),
    AddFrom: st.builds(AddFrom, ids, page=steps),
    AddLine: st.builds(AddLine, ids, slugs, slugs),
    OpenLine: st.builds(OpenLine, ids, ids),
    MoveLine: st.builds(MoveLine, ids, ids, steps),
    DoseLine: st.builds(DoseLine, ids, ids, steps, steps),
    RemoveLine: st.builds(RemoveLine, ids, ids),
    **{
        kind: st.builds(kind, ids)
        for kind in (DoOwn, OpenOwn, EditOwn, NameOwn, CopyOwn, AskDeleteOwn, DeleteOwn, AddTo)
    },
}


def _sent() -> Iterator[tuple[str, str]]:
    for line in WIRE_FORMS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            wire, meaning = line.split(maxsplit=1)
            yield wire, meaning


SENT = tuple(_sent())


def named(meaning: str) -> Action:
    names = {
        **vars(actions),
        **vars(exercise),
        **vars(person),
        **vars(session),
        **vars(topic),
    }
    action: Action = eval(meaning, names)
    return action


@pytest.mark.parametrize(("wire", "meaning"), SENT)
def test_what_was_sent_once_is_read_forever(wire: str, meaning: str) -> None:
    assert decode(wire) == named(meaning)
    assert encode(named(meaning)) == wire


def test_every_kind_of_button_and_every_value_in_one_has_its_line() -> None:
    meanings = [meaning for _, meaning in SENT]
    kinds = {type(named(meaning)) for meaning in meanings}
    assert kinds == set(get_args(Action)) == set(EVERY_KIND)
    values = [f"{values.__name__}.{value.name}" for values in IN_BUTTONS for value in values]
    assert not [value for value in values if not any(value in meaning for meaning in meanings)]


def test_no_form_means_two_things() -> None:
    forms = [wire for wire, _ in SENT]
    assert len(forms) == len(set(forms))


@given(st.one_of(*EVERY_KIND.values()))
def test_every_action_comes_back_from_the_wire(action: Action) -> None:
    wire = encode(action)
    assert len(wire.encode()) <= LIMIT
    assert decode(wire) == action


@pytest.mark.parametrize(
    "action",
    [OpenExercise("x" * 63), DoExercise("x" * 31, "y" * 31), ClearSigns(DoRoutine("x" * 60)), Resume(10**62)],
)
def test_what_has_no_room_on_a_button_is_refused_when_it_is_made(action: Action) -> None:
    with pytest.raises(ValueError, match="room for 64"):
        encode(action)


def test_the_longest_that_fits_is_taken_and_counted_in_bytes() -> None:
    assert len(encode(OpenExercise("x" * 62))) == LIMIT
    with pytest.raises(ValueError, match="bytes"):
        encode(OpenExercise("é" * 32))


@given(st.one_of(st.text(), st.lists(st.sampled_from("aegklmnopsuvy0189-.éx"), max_size=70).map("".join)))
def test_no_text_can_make_decode_raise(wire: str) -> None:
    action = decode(wire)
    assert action is None or encode(action) == wire


@pytest.mark.parametrize(
    "forged",
    [
        "", ".", "zz", "p", "p.1", "p.1.1", "p.x.1.y", "p.-1.1.y", "p.1.1.q", "p.1.1.y.9", "p.01.1.y", "p.١.1.y",
        "p.1_0.1.y", "p. 1.1.y", "e", "e.", "e.Cat", "e.cat_cow", "e.cat cow", "e.cat-cow\n", "e.-cat", "e.../etc", "f.Cat.x", "f.cat.X", "l.cat.X.0", "l.Cat.x.0",
        "a.Cat.x", "a.cat.X", "b.Cat.x", "b.cat.X", "o.Cat", "u.Cat",
        "l.cat-cow.kneeling.-1", "kl.0", "kl.4", "kl.1\n", "kt.knees.2", "kt.heels.1", "kp.", "kp.fast", "em.cat", "em.cat.X", "n.1", "n.1.h", "n.1.e.cat-cow",
        "n.1.n.1.u.morning", "gn.gn", "gn.h", "gn.p.1.1.y", "ks.", "approve_post:5", "\ud800", "p.1.1.\ud800",
        "e." + "x" * 63, "p.9999999999999999999.1.y", "\0",
    ],
)  # fmt: skip
def test_what_we_never_sent_means_nothing(forged: str) -> None:
    assert decode(forged) is None
