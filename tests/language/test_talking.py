"""People of other tongues talk to the coach: the language of their Telegram, the one they choose, and never a word of English."""

import random
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.known.language import chosen
from bot.coach.news import Elsewhere, Reply, Sender
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.danger.heard import IN_DANGER
from bot.phone.text.html import parse_html
from bot.screens.buttons.actions import Place, SetLanguage, SettingsGroup
from tests.coach.talk import Someone, World
from tests.coach.test_wandering import WORDS
from tests.foreign import ACCENTED, FOREIGN, HEBREW, Foreign
from tests.language.english import english_in
from tests.meaning import data_of
from tests.new_store import store_in_memory

NAME = "Łucja"
OTHERS = (
    "/start",
    "/settings",
    "/remind",
    "/exercise",
    "/routine",
    "/learn",
    "/progress",
    "/help",
    "/today",
    "?",
)


@pytest.fixture
def world(known: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, known))
    store.close()


def someone(world: World, language: str, number: int = 7) -> Someone:
    return Someone(world, Sender(number, NAME, language))


@pytest.mark.parametrize(
    ("told", "telegram", "tag"),
    [
        (None, "de", "de"),
        (None, "de-AT", "de"),
        (None, "pt-BR", "pt-br"),
        (None, "pt_BR", "pt-br"),
        (None, "PT", "pt"),
        (None, "pt-BR-x-carioca", "pt-br"),
        (None, "tlh", "en"),
        (None, "", "en"),
        ("de", "pt", "de"),
        ("tlh", "pt", "pt"),
        ("", "", "en"),
        (None, "../../etc/passwd", "en"),
        (None, "-" * 10_000, "en"),
        (None, "de-" * 10_000, "en"),
        (None, "\u202ede", "en"),
    ],
)
def test_the_nearest_language_is_chosen_and_what_is_none_is_english(
    told: str | None, telegram: str, tag: str
) -> None:
    assert chosen(told, telegram, ("en", "de", "pt", "pt-br")) == tag


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda foreign: foreign.tag)
def test_whoever_comes_is_greeted_in_the_language_of_their_telegram(world: World, foreign: Foreign) -> None:
    ana = someone(world, f"{foreign.tag}-XX")
    ana.says("/start")
    assert foreign("Two gentle minutes", 32) in ana.labels
    bo = someone(world, "tlh", 8)
    bo.says("/start")
    assert "Two gentle minutes" in bo.labels


def test_a_new_language_of_the_phone_holds_from_the_next_answer_on(world: World) -> None:
    someone(world, "en").says("/settings")
    ana = someone(world, ACCENTED.tag)
    ana.says("/settings")
    assert ACCENTED("Your sessions") in ana.labels


def test_who_chooses_a_language_hears_it_from_that_answer_on_whatever_the_phone_says(world: World) -> None:
    ana = someone(world, "en")
    ana.says("/settings")
    ana.taps(Place.ASK_LANGUAGE)
    assert {"English", "Հայերեն", "עברית"} <= set(ana.labels)
    ana.taps(SetLanguage("hy"))
    assert "Հայերեն" in ana.sees.text
    assert ACCENTED("Pictures") in ana.labels
    for said in ("/exercise", "/help"):
        ana.says(said)
        assert english_in(text_of(ana)) == []
    world.coach.apologise(7, world.now)
    world.deliver(7)
    assert english_in(text_of(ana)) == []
    ana.says("/settings")
    ana.taps(Place.ASK_LANGUAGE)
    ana.taps(SetLanguage("en"))
    assert "Pictures" in ana.labels


def test_a_language_that_there_is_no_more_is_no_longer_spoken(world: World, known: Knowledge) -> None:
    ana = someone(world, "en")
    ana.says("/settings")
    ana.taps(SettingsGroup.LOOKS)
    old = data_of(ana.sees, Place.ASK_LANGUAGE)
    ana.taps(Place.ASK_LANGUAGE)
    ana.taps(SetLanguage("he"))
    world.coach = Coach(world.store, known_without(known, HEBREW.tag))
    ana.taps_data(old)
    assert "עברית" not in ana.labels
    assert "Which language shall I speak?" in ana.sees.text
    ana.taps_data("kn.he")
    assert "Language: English" in ana.sees.text


def known_without(known: Knowledge, tag: str) -> Knowledge:
    return replace(known, languages={each: known.languages[each] for each in known.languages if each != tag})


def test_a_group_has_no_language_and_hears_english(world: World) -> None:
    world.coach.take(1, Elsewhere(-5), world.now)
    world.deliver(-5)
    shown = world.store.chats.shown(-5)
    assert shown
    assert "I work in private" in shown.view


def test_what_has_an_english_name_is_found_by_it_in_every_language(world: World) -> None:
    for foreign in FOREIGN:
        ana = someone(world, foreign.tag)
        for wanted in ("open book", foreign("Side-lying rotation", 30)):
            ana.says(wanted)
            assert foreign("Do it", 32) in ana.labels, wanted


def test_emergencies_are_heard_in_any_language_and_answered_in_that_and_then_in_theirs(
    world: World, known: Knowledge
) -> None:
    ana = someone(world, ACCENTED.tag)
    ana.says("/start")
    ana.says("my chest hurts")
    assert "112" in ana.sees.text
    said = text_of(ana)
    assert said.startswith(known.english.words("danger-now"))
    assert english_in(but_for_danger(said, known)) == []


def but_for_danger(said: str, known: Knowledge) -> str:
    """Without what is answered in the language that danger was heard in."""
    for tier in IN_DANGER:
        said = said.replace(known.english.words(f"danger-{tier.value}"), "")
    return said


def text_of(person: Someone) -> str:
    return "\n".join((unescape(parse_html(person.sees.text)[0]), *person.labels))


def facts(known: Knowledge) -> set[str]:
    """Cities, their countries and zones are called as on the map."""
    cities = known.atlas.biggest().values()
    named = (f"{city.name} {city.country} {city.zone}" for city in cities)
    return {word for name in named for word in english_in(name)} | {"English", "Birmingham", "UTC"}


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda foreign: foreign.tag)
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 20))])
def test_wandering_through_everything_meets_no_word_of_english(
    world: World, known: Knowledge, foreign: Foreign, seed: int
) -> None:
    rnd, ana, names = random.Random(seed), someone(world, foreign.tag), facts(known)
    ana.says("/start")
    for _ in range(600):
        reply = wander(ana, rnd)
        if rnd.random() < 0.2:
            world.passes(rnd.choice((1, 5, 30, 200, 4000, 20000)))
            for due in world.coach.claims.claim(world.now, 32):
                world.deliver(due.chat)
        said = "\n".join((text_of(ana), (reply.toast if reply else None) or ""))
        assert english_in(but_for_danger(said, known), names) == [], said
        assert said.count("\u2068") == said.count("\u2069")
        assert not any("…" in label.removesuffix(" …") for label in ana.labels), ana.labels


def wander(person: Someone, rnd: random.Random) -> Reply | None:
    keys = [key for row in person.sees.keys for key in row]
    if rnd.random() < 0.8 and keys:
        data = rnd.choice(keys)[1]
        # Another language would be spoken from then on, and all that was made would be gone.
        return None if data.startswith(("kn.", "ds")) else person.taps_data(data)
    return person.says(rnd.choice(OTHERS if is_asked_for_a_name(person) else WORDS))


def is_asked_for_a_name(person: Someone) -> bool:
    """What they write then is what their routine is called."""
    awaited = person.world.store.awaiting.of(person.sender.id, person.world.now)
    return awaited is not None and awaited.what is Wanted.NAME
