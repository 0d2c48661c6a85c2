"""What was stored once is read forever; what only a later version knows is passed over; what can't be read says so."""

import contextlib
import json
from dataclasses import fields
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admin.broadcast import BroadcastStage
from bot.domain.library.exercise import Equipment, FormRef, Side, Tag
from bot.domain.own.own_exercise import FileKind
from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Age, Cleared, Floor, Pictures, Rest, Seen
from bot.domain.person.rings import Rings
from bot.domain.person.voice_level import Voice
from bot.domain.person.what_rests import SoreSpot
from bot.domain.progress.diary import Rating
from bot.domain.progress.kind_words import About
from bot.domain.session.script import Beat, BeatKind, Script
from bot.domain.session.session import Led, Phase
from bot.domain.session.startable import Startable, from_text, to_text
from bot.domain.typed.awaited import Wanted
from bot.screens import view as views
from bot.screens.view import View
from bot.store.reminders import reminders
from bot.store.reminders.deliveries import State
from bot.store.session import scripts as stored_scripts
from bot.store.session.scripts import NoScript
from tests.screens.test_view import views as any_view
from tests.store.forms_of_old import NAMES, SCRIPTS, VIEWS, columns
from tests.strategies import scripts

VALUES: dict[str, type[Enum]] = {
    "people.cleared": Cleared,
    "people.seen": Seen,
    "people.floor": Floor,
    "people.age": Age,
    "people.pictures": Pictures,
    "people.voice": Voice,
    "people.rest": Rest,
    "people.tags": Tag,
    "people.rings_at": Rings,
    "sessions.kind_word": About,
    "sessions.led": Led,
    "asked.question": Daily,
    "people.equipment": Equipment,
    "sessions.phase": Phase,
    "sessions.rating": Rating,
    "sessions.script.kind": BeatKind,
    "sessions.script.side": Side,
    "done.side": Side,
    "awaited.what": Wanted,
    "deliveries.state": State,
    "sharp_stops.place": SoreSpot,
    "own_media.kind": FileKind,
    "again.kind": reminders.Occasion,
    "broadcasts.stage": BroadcastStage,
}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(("form", "meaning"), SCRIPTS)
def test_every_script_that_was_ever_stored_is_read(form: str, meaning: Script) -> None:
    assert stored_scripts.from_json(form) == meaning


@pytest.mark.parametrize(("form", "meaning"), VIEWS)
def test_every_view_that_was_ever_stored_is_read(form: str, meaning: View) -> None:
    assert views.from_json(form) == meaning


def test_what_is_written_now_has_its_line() -> None:
    """A new form, or a new field, is red here until what is written now stands at the end of the file."""
    assert {stored_scripts.to_json(script) for _, script in SCRIPTS} <= {form for form, _ in SCRIPTS}
    assert {views.to_json(view) for _, view in VIEWS} <= {form for form, _ in VIEWS}


def test_every_field_is_told_in_some_line() -> None:
    beats = [beat for _, script in SCRIPTS for beat in script]
    assert {
        field.name for field in fields(Beat) if len({getattr(beat, field.name) for beat in beats}) < 2
    } == set()
    shown = [view for _, view in VIEWS]
    assert {
        field.name for field in fields(View) if len({getattr(view, field.name) for view in shown}) < 2
    } == set()


@pytest.mark.parametrize(("place", "stored", "name"), columns("values.txt", 3))
def test_every_value_that_was_ever_stored_is_known(place: str, stored: str, name: str) -> None:
    assert VALUES[place](stored) is VALUES[place][name]


def test_every_value_has_its_line() -> None:
    told = {(place, stored) for place, stored, _ in columns("values.txt", 3)}
    assert {(place, one.value) for place, values in VALUES.items() for one in values} <= told


@pytest.mark.parametrize(("text", "meaning"), columns("startables.txt", 2))
def test_everything_that_was_ever_begun_is_known(text: str, meaning: str) -> None:
    startable: Startable = eval(meaning, NAMES)
    assert from_text(text) == startable
    assert to_text(startable) == text


@st.composite
def with_more(draw: st.DrawFn, stored: Any) -> Any:
    """The same with fields that nobody knows, at any place. A list of what stood in a row grows at its end; of a longer one
    some elements do."""
    if isinstance(stored, dict):
        more = draw(st.dictionaries(st.text(max_size=5).map("later {}".format), anything, max_size=2))
        return {**{name: draw(with_more(value)) for name, value in stored.items()}, **more}
    if isinstance(stored, list) and stored and not isinstance(stored[0], list | dict):
        return [*stored, *draw(st.lists(anything, max_size=2))]
    if isinstance(stored, list) and stored:
        grow = draw(st.sets(st.sampled_from(range(len(stored))), max_size=6))
        return [draw(with_more(each)) if place in grow else each for place, each in enumerate(stored)]
    return stored


@given(scripts().map(stored_scripts.to_json) | st.sampled_from([form for form, _ in SCRIPTS]), st.data())
def test_fields_of_a_later_version_in_a_script_are_passed_over(form: str, data: st.DataObject) -> None:
    later = json.dumps(data.draw(with_more(json.loads(form))))
    assert stored_scripts.from_json(later) == stored_scripts.from_json(form)


@given(any_view.map(views.to_json) | st.sampled_from([form for form, _ in VIEWS]), st.data())
def test_fields_of_a_later_version_in_a_view_are_passed_over(form: str, data: st.DataObject) -> None:
    later = json.dumps(data.draw(with_more(json.loads(form))))
    assert views.from_json(later) == views.from_json(form)


def test_values_of_a_later_version_in_a_script_are_passed_over_and_every_beat_keeps_its_number() -> None:
    hum = {"kind": "hum", "item": 0, "exercise": "cat-cow", "form": "flow"}
    later = {
        "v": 9,
        "beats": [hum, {**hum, "seconds": 20, "side": "upwards"}, {**hum, "kind": "hold", "seconds": 5.5}],
    }
    ref = FormRef("cat-cow", "flow")
    assert stored_scripts.from_json(json.dumps(later)) == (
        Beat(BeatKind.GET_READY, 0, ref, None),
        Beat(BeatKind.REST, 0, ref, 20),
        Beat(BeatKind.HOLD, 0, ref, None),
    )


def test_a_script_of_version_1_with_fewer_elements_is_as_usual_in_the_rest() -> None:
    beat = Beat(BeatKind.HOLD, 0, FormRef("cat-cow", "flow"), 20)
    assert stored_scripts.from_json('[["hold",0,"cat-cow","flow",20]]') == (beat,)


def test_values_of_a_later_version_in_a_view_are_passed_over() -> None:
    home = {"label": "Home", "data": "h"}
    later = {
        "v": 9, "text": "Hello", "keys": [[home, {"label": "Fly", "how": "high"}, 5], [{}], "row"],
        "picture": {"file": "a.jpg"}, "rings": "softly", "good_until": None,
    }  # fmt: skip
    assert views.from_json(json.dumps(later)) == View("Hello", ((("Home", "h", ""),),))


@pytest.mark.parametrize(
    "broken",
    [
        *("", "broken", "[]", "{}", "5", "null", "[" * 99999),
        *(
            '{"v":2}',
            '{"v":2,"beats":[]}',
            '{"v":2,"beats":[5]}',
            '[["hold"]]',
            '[["hold",0,"cat-cow",null,5]]',
        ),
        '{"v":2,"beats":[{"kind":"hold","item":true,"exercise":"cat-cow","form":"flow"}]}',
        *(f'[["hold",0,"{name}","flow",5]]' for name in ("", "Cat cow", "../cat", "\\ud800", "x" * 65)),
        *(f'[["hold",{number},"cat-cow","flow",5]]' for number in (-1, 10**9, 10**400)),
        *(f'[["hold",0,"cat-cow","flow",{number}]]' for number in (-1, 10**9, 10**400)),
    ],
)
def test_what_is_no_script_says_so(broken: str) -> None:
    with pytest.raises(NoScript):
        stored_scripts.from_json(broken)


@pytest.mark.parametrize(
    "broken",
    [None, "", "broken", "[]", "{}", '{"v":2,"keys":[]}', '{"text":5}', '{"text":"\\ud800"}', "[" * 99999],
)
def test_of_what_is_no_view_nothing_is_known(broken: str | None) -> None:
    assert views.from_json(broken) is None


@pytest.mark.parametrize("field", ["delivery", "nods_to", "good_until"])
@pytest.mark.parametrize("number", ["-1", "true", "NaN", "Infinity", str(2**63), "1" + "0" * 400])
def test_a_number_that_cant_be_asked_for_is_passed_over(field: str, number: str) -> None:
    assert views.from_json(f'{{"v":2,"text":"Hello","{field}":{number}}}') == View("Hello")


@given(anything.map(json.dumps) | st.text())
def test_nothing_that_is_stored_can_break_more_than_itself(stored: str) -> None:
    views.from_json(stored)
    views.from_json(f'{{"v":2,"text":"","keys":{stored}}}')
    for script in (stored, f'{{"v":2,"beats":[{stored}]}}'):
        with contextlib.suppress(NoScript):
            stored_scripts.from_json(script)
