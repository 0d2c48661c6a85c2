"""What people can take along, and what they are told about it: all tables, in plain words."""

import json
import re
from dataclasses import replace

import pytest

from bot.coach.known.operator import Operator
from bot.coach.news import Said, Tapped
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.screens.buttons.actions import MakePage, Moves, NamePage, Place
from bot.screens.person.my_data import COMMON, about_column, about_table
from bot.screens.text import plain
from bot.screens.view import View, from_json
from bot.store.person.everything import ONLY_JSON, columns_of
from bot.store.reminders import deliveries
from tests.coach.conftest import CONTENT
from tests.coach.moving import met, next_day, play
from tests.coach.talk import Someone, World
from tests.new_store import store_in_memory

SAID = {
    line.partition(" = ")[0]
    for line in (CONTENT / "words" / "en.ftl").read_text().splitlines()
    if line.startswith("kept-")
}


def tables() -> dict[str, list[str]]:
    store = store_in_memory()
    columns = columns_of(store.db.conn)
    store.close()
    return columns


def wanted() -> set[str]:
    every = {table: [*names, *ONLY_JSON.get(table, ())] for table, names in tables().items()}
    columns_told = {about_column(table, name) for table, names in every.items() for name in names}
    return {f"kept-{what}" for what in columns_told | {about_table(table) for table in every}}


def test_each_table_and_each_column_is_told_in_plain_words() -> None:
    """A new one has its sentence in content/words/en.ftl: kept-TABLE and kept-TABLE-COLUMN."""
    common = {f"kept-any-{name}" for name in (*COMMON, "other")}
    assert sorted(wanted() - SAID) == []
    assert sorted(SAID - wanted() - common) == []


def file_of(someone: Someone) -> View:
    view = someone.sees
    assert view.is_file
    return view


def test_export_by_command_by_words_and_by_the_button(ana: Someone) -> None:
    met(ana)
    for said in ("/export", "export my data"):
        ana.says(said)
        assert file_of(ana).name == "unhunch-2026-01-05.zip"
        assert file_of(ana).job == "export"
    ana.says("/start")
    for place in (Place.MORE, Place.MY_DATA, Place.EXPORT):
        ana.taps(place)
    told = json.loads(file_of(ana).value)
    assert set(told) == {"csv", "page", "readme"}
    assert "pain_notes.csv" in told["readme"]


def test_what_is_being_made_is_not_made_twice(ana: Someone, world: World) -> None:
    met(ana)
    world.coach.take(next(world.updates), Said(ana.sender, "/export"), world.now)
    owed = world.store.chats.owed(7)
    reply = world.coach.take(next(world.updates), Said(ana.sender, "/export"), world.now)
    assert reply
    assert reply.heard
    assert world.store.chats.owed(7) == owed
    again = world.coach.take(next(world.updates), Tapped(ana.sender, "te"), world.now)
    assert again
    assert again.toast == "It is being made. One moment."
    world.deliver(7)
    assert from_json(world.store.chats.shown(7).view).is_file  # type: ignore[union-attr]
    ana.says("/export")
    assert file_of(ana).job == "export"


def test_somebody_who_was_never_asked_anything_gets_their_copy(bo: Someone) -> None:
    bo.says("/export")
    assert file_of(bo).job == "export"


def operated(world: World, operator: Operator, copies: int) -> None:
    known = world.coach.knowledge
    world.coach.cases.knowledge = replace(known, operator=operator, copies=copies)


def test_privacy_tells_who_what_how_long_and_what_one_can_do(ana: Someone, world: World) -> None:
    operated(world, Operator(contact="bo@example.org"), copies=5)
    met(ana)
    for said in ("/privacy", "privacy policy", "who can read what i write"):
        ana.says(said)
        assert "whoever runs this bot could open the file, and Telegram carries our messages" in ana.sees.text
    ana.taps(Place.PRIVACY_KEPT)
    for table in tables():
        assert plain(world.coach.knowledge.english.words(f"kept-{about_table(table)}")) in ana.sees.text
    ana.taps(Place.PRIVACY_TIME)
    for told in ("for 5 more nights", f"after {deliveries.KEPT.days} days", "after 48 hours"):
        assert told in bare(ana.sees.text)
    ana.taps(Place.PRIVACY_YOURS)
    assert "Anything else: bo@example.org" in bare(ana.sees.text)
    assert {"Send me a copy", "Erase my data"} < set(ana.labels)


def test_where_nobody_is_named_and_no_copy_is_made_nothing_is_promised(ana: Someone, world: World) -> None:
    operated(world, Operator(), copies=0)
    ana.says("/privacy")
    ana.taps(Place.PRIVACY_TIME)
    assert "night" not in ana.sees.text
    ana.taps(Place.PRIVACY_YOURS)
    assert "ask whoever told you about this bot" in ana.sees.text
    assert world.store.people.get(7) is not None


def test_privacy_in_a_session_leaves_it_waiting(ana: Someone) -> None:
    met(ana)
    ana.says("/routine turn and bend")
    ana.taps(Moves)
    ana.says("/privacy")
    assert "Who can read what you tell me" in ana.sees.text
    assert ana.labels[0] == "Back to my session"


def bare(text: str) -> str:
    return re.sub("[\u2068\u2069]", "", text)


def page(someone: Someone) -> str:
    view = file_of(someone)
    assert view.job == "physio"
    return re.sub("[\u2068\u2069]", "", view.value)


def test_the_page_without_a_name(ana: Someone) -> None:
    met(ana)
    ana.taps_data("ta.0")
    assert "has a name on it only if you type one" in ana.sees.text
    ana.taps(MakePage)
    assert file_of(ana).name == "unhunch-physio-2026-01-05.pdf"
    assert "Ana" not in page(ana)
    assert "They are not medical findings." in page(ana)


def test_a_name_is_typed_and_stands_nowhere_else(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("ta.0")
    ana.taps(NamePage(with_words=False))
    ana.says("Dr. Ána  O'Neill 🙂")
    assert "Dr. Ána O'Neill 🙂" in page(ana)
    ana.says("/start")
    assert not any("Neill" in str(row) for row in world.store.db.execute("select * from awaited").fetchall())


@pytest.mark.parametrize("name", ["\u200b\u200b", "x" * 61])
def test_what_is_no_name_is_asked_for_again(ana: Someone, name: str) -> None:
    met(ana)
    ana.taps_data("tc.0")
    ana.says(name)
    assert not ana.sees.is_file


@pytest.mark.parametrize("words", ["settings", "/today", "chest pain"])
def test_who_means_something_else_is_not_called_so(ana: Someone, words: str) -> None:
    met(ana)
    ana.taps_data("tc.1")
    ana.says(words)
    assert not ana.sees.is_file


def test_what_was_done_noted_and_hurt_stands_on_it(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/routine turn and bend")
    ana.taps(Moves)
    play(ana)
    next_day(world)
    world.store.pain_notes.add(7, note(world, 5, "neck stiff, slept badly"))
    ana.taps_data("tb.0")
    without = page(ana)
    assert "1 day" in without
    assert "not enough notes yet" in without
    assert "slept badly" not in without
    ana.taps_data("tb.1")
    assert "5: neck stiff, slept badly" in page(ana)


def note(world: World, number: int, words: str) -> PainNote:
    return PainNote(world.now, NotedWhen.ANY, number, words=words)


def test_mallory_gets_nothing_of_anas(ana: Someone, mallory: Someone, world: World) -> None:
    met(ana)
    world.store.pain_notes.add(7, note(world, 5, "neck stiff"))
    mallory.says("/start")
    mallory.taps_data("tb.1")
    assert "neck stiff" not in page(mallory)


def test_nothing_of_it_stays_in_the_chats_line(ana: Someone) -> None:
    met(ana)
    ana.taps_data("tb.1")
    assert "hurt" not in ana.sees.line


def test_whoever_erases_all_of_it_before_the_copy_was_made_gets_none(ana: Someone, world: World) -> None:
    ana.says("/start")
    for words in ("/export", "/help"):
        world.coach.take(next(world.updates), Said(ana.sender, words), world.now)
    assert list(world.store.chats.papers(7)) == ["export"]
    world.deliver(7)
    ana.says("/delete")
    world.now += world.reading
    ana.says("delete it all")
    assert not world.store.chats.papers(7)
