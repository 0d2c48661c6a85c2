"""What a button means survives the wire, and nothing that comes over the wire can do harm."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.person import Switch
from bot.screens.buttons.actions import (
    CODES,
    Action,
    DoExercise,
    DoRoutine,
    Go,
    Moves,
    OpenExercise,
    Recorded,
    Resume,
    SeeSigns,
    SetSwitch,
    What,
    sent_as,
)
from bot.screens.buttons.wire import LIMIT, decode, decode_as, encode

WIRE_FORMS = Path(__file__).parent / "wire_forms.txt"
KINDS: tuple[type[Action], ...] = get_args(Action)
TYPES = {kind: tuple(get_type_hints(kind, include_extras=True).values()) for kind in KINDS}
IN_BUTTONS: set[type[Enum]] = {
    wanted for wanted in chain(*TYPES.values()) if isinstance(wanted, type) and issubclass(wanted, Enum)
}

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 10**13 - 1),
    str: st.from_regex(r"[a-z][a-z0-9-]{0,15}", fullmatch=True),
    What: st.deferred(lambda: st.one_of([actions_of(kind) for kind in get_args(What)])),
    Moves: st.deferred(lambda: st.one_of([actions_of(kind) for kind in get_args(Moves)])),
    Recorded: st.deferred(lambda: st.one_of([actions_of(kind) for kind in get_args(Recorded)])),
}


def actions_of(kind: type[Action]) -> st.SearchStrategy[Action]:
    return st.builds(kind, *map(values_of, TYPES[kind]))


def values_of(wanted: Any) -> st.SearchStrategy[Any]:
    if wanted == What | None:
        return st.none() | PLAIN[What]
    if wanted in PLAIN:
        return PLAIN[wanted]
    if wanted in IN_BUTTONS:
        return st.sampled_from(wanted)
    _, within = get_args(wanted)
    if isinstance(within, re.Pattern):
        return st.from_regex(within, fullmatch=True).filter(lambda text: len(text) <= 40)
    return st.sampled_from(list(within))


def _sent() -> Iterator[tuple[str, str]]:
    for line in WIRE_FORMS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            wire, meaning = line.split(maxsplit=1)
            yield wire, meaning


SENT = tuple(_sent())

FORMERLY = {
    "SetDiscreet": partial(SetSwitch, Switch.IS_DISCREET),
    "SetFollowUp": partial(SetSwitch, Switch.FOLLOWS_UP),
    "ClearSigns": SeeSigns,
}
"""What was a kind of its own when it was first sent, or had another name."""


def named(meaning: str) -> Action:
    names = {each.__name__: each for each in (*KINDS, *IN_BUTTONS)}
    action: Action = eval(meaning, names, FORMERLY)
    return action


@pytest.mark.parametrize(("wire", "meaning"), SENT)
def test_what_was_sent_once_is_read_forever(wire: str, meaning: str) -> None:
    assert decode(wire) == named(meaning)
    assert encode(named(meaning)) == wire


def test_a_button_is_read_as_its_own_kind_and_as_no_other() -> None:
    for wire, meaning in SENT:
        read = {kind: action for kind in CODES.values() if (action := decode_as(kind, wire))}
        wanted = named(meaning)
        assert read == ({} if isinstance(wanted, Go) else {type(wanted): wanted})


def test_every_kind_of_button_and_every_value_in_one_has_its_line() -> None:
    meanings = [meaning for _, meaning in SENT]
    kinds = {type(named(meaning)) for meaning in meanings}
    assert kinds == set(KINDS) == {Go, *CODES.values()}
    values = [f"{values.__name__}.{value.name}" for values in IN_BUTTONS for value in values]
    assert not [value for value in values if not any(value in meaning for meaning in meanings)]


def test_no_form_means_two_things() -> None:
    forms = [wire for wire, _ in SENT]
    assert len(forms) == len(set(forms))


def test_no_two_kinds_begin_alike() -> None:
    with pytest.raises(ValueError, match="Another and OpenExercise are both sent as e"):

        @sent_as("e")
        class Another:
            slug: str

    assert decode("e.cat-cow") == OpenExercise("cat-cow")


@given(st.one_of([actions_of(kind) for kind in KINDS]))
def test_every_action_comes_back_from_the_wire(action: Action) -> None:
    wire = encode(action)
    assert len(wire.encode()) <= LIMIT
    assert decode(wire) == action


@pytest.mark.parametrize(
    "action",
    [OpenExercise("x" * 63), DoExercise("x" * 31, "y" * 31), SeeSigns(DoRoutine("x" * 60)), Resume(10**62)],
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
        "l.cat-cow.kneeling.-1", "kl.0", "kl.4", "kl.1\n", "kt.knees.2", "kt.heels.1", "kp.", "kp.fast", "km.3", "kg.0", "kg.8", "rw.0", "rw.367", "rd.s.0.0830.0.", "rd.s.0.t0830.128.morning", "zk.105", "zs.", "zs.1", "wd.four-weeks.1.A", "wd.four-weeks.1.ab", "em.cat", "em.cat.X", "n.1", "n.1.h", "n.1.e.cat-cow",
        "n.1.n.1.u.morning", "fl", "fl.h", "fl.fw.u.morning", "fa.u.morning", "fa.fa.fl.u.morning", "gn.gn", "gn.h", "gn.p.1.1.y", "gv", "gv.", "gv.0a1b2c3", "gv.0a1b2c3d.h", "gx.h", "kc", "kc.2", "kw.stand", "ky.heels", "ks.", "approve_post:5", "\ud800", "p.1.1.\ud800",
        "e." + "x" * 63, "p.9999999999999999999.1.y", "\0",
    ],
)  # fmt: skip
def test_what_we_never_sent_means_nothing(forged: str) -> None:
    assert decode(forged) is None
