"""Every screen keeps to the rules of the house: what Telegram takes, what fits a phone, what leads on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content.language.words import speaker
from bot.domain.library.exercise import Exercise, Picture
from bot.domain.library.library import Library
from bot.domain.library.routine import Programme, Routine
from bot.domain.person.person import Preferences
from bot.phone.text.html import parse_html
from bot.screens.as_wanted import as_wanted
from bot.screens.buttons.actions import DoExercise, DoRoutine, Go, Instead, Place, Play
from bot.screens.buttons.wire import LIMIT, encode
from bot.screens.gallery.gallery import gallery
from bot.screens.keys import ALONE, width
from bot.screens.person import home, welcome
from bot.screens.screen import Button, Screen, Style, Words
from bot.screens.view import view
from bot.screens.what_remains import LONGEST, remaining_line
from tests.examples import CONTENT, DRAWN, LIBRARY
from tests.known import library as the_library

TODAY = home.Today(DoRoutine("morning"), "Morning", 5)

HOSTILE = (
    "<b>Łukasz & ✨",
    "</b></blockquote><i>",
    "مينا",
    "👩🏽‍🚀" * 60,
    "Ana\nBo",
    "&lt;3 &amp; co",
    "\u202eanA",
)

# "Done" stands below what is ticked; the level, the length, the days that are set are marked, wherever it stands; above any screen
# stands the way back to a waiting session.
PRIMARY_ELSEWHERE = {
    *(
        "ask/tags",
        "ask/tags/all",
        "ask/tags/opened",
        "ask/equipment",
        "ask/level",
        "ask/minutes",
        "ask/goal",
        "way-back",
    ),
    *("ask/pictures/still", "ask/pictures/off", "ask/voice", "week/day"),
}
# The one says how to come back, the other leads out of the group with a name to tap.
NO_BUTTONS = {"deleted", "group"}
ACTS = (
    "Get ready: ", "Stay ", "Move for ", "Rest · ", "Other side", "Other way", "Paused", "Steps", "You were on ",
    "Stopped. What is it like?", "That was it. ", "Down to the floor, ", "Onto the bed, ", "Up again, ",
)  # fmt: skip


@cache
def words() -> Words:
    return speaker(CONTENT)


@cache
def every_screen() -> Mapping[str, Screen]:
    """With the real library and the tests' own, which has every shape; with pictures and in words only."""
    shown = gallery(the_library(), words())
    for beginning, library in (("example:", LIBRARY), ("drawn:", DRAWN)):
        shown |= {f"{beginning}{name}": screen for name, screen in gallery(library, words()).items()}
    return shown


def screens(*beginnings: str) -> Iterator[tuple[str, Screen]]:
    for name, screen in every_screen().items():
        if own_name(name).startswith(beginnings or ("",)):
            yield name, screen


def seen(html: str) -> str:
    """What stands on the phone. Raises where Telegram would refuse."""
    return parse_html(html)[0]


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


def with_rest(screen: Screen) -> list[Button]:
    return [*buttons(screen), *(button for row in screen.rest for button in row)]


def own_name(name: str) -> str:
    return name.removeprefix("example:").removeprefix("drawn:")


def test_the_gallery_shows_every_exercise_and_routine() -> None:
    library = the_library()
    shown = gallery(library, words())
    assert {f"exercise/{form.ref}" for one in library.exercises.values() for form in one.forms} <= set(shown)
    assert {f"routine/{slug}" for slug in library.routines} <= set(shown)
    assert {f"programme/{slug}" for slug in library.programmes} <= set(shown)


def test_telegram_takes_every_text() -> None:
    for name, screen in screens():
        limit = 1024 if screen.picture else 4096
        assert 0 < len(seen(screen.text)) <= limit, name
        if screen.leaves is not None:
            assert "\n" not in seen(screen.leaves), name


OF_HEALTH = re.compile(
    r"\b(pain|hurt|ach(e|ing)|numb|weak|dizzy|faint|doctor|emergency|warning|surgery|operation|pregnan|cancer|blood|bleed"
    r"|breathless|suicid|kill|crisis|alone|not yet checked)",
    re.IGNORECASE,
)


def test_what_stays_of_an_answer_is_one_line_with_no_word_of_health() -> None:
    """An article has the title it has: it was asked for, and tells of nobody."""
    for name, screen in screens():
        line = seen(remaining_line(screen)) if remaining_line(screen) else ""
        assert "\n" not in line, name
        assert width(line) <= LONGEST, name
        assert own_name(name).startswith("topic/") or not OF_HEALTH.search(line), (name, line)
        assert line or screen.line == "", name


def test_telegram_takes_every_button() -> None:
    for name, screen in screens():
        for button in buttons(screen):
            assert button.label.strip() == button.label != "", name
            assert len(encode(button.action).encode()) <= LIMIT, name


def test_what_can_be_begun_can_be_begun_instead_of_the_millionth_session() -> None:
    begun = [button.action for _, screen in screens() for button in buttons(screen)]
    for action in begun:
        if isinstance(action, DoExercise | DoRoutine):
            encode(Instead(1_000_000, action))
    assert any(isinstance(action, DoExercise) for action in begun)


def test_labels_fit_a_narrow_phone() -> None:
    for name, screen in screens():
        for row in screen.rows:
            longest = {1: 32, 2: 16, 3: 8, 4: 1, 5: 1, 6: 1}[len(row)]
            assert max(len(button.label) for button in row) <= longest, (name, row)


def test_there_is_one_primary_button_at_most_and_it_stands_first() -> None:
    for name, screen in screens():
        rows = [n for n, row in enumerate(screen.rows) for button in row if button.style is Style.PRIMARY]
        assert len(rows) <= 1, name
        assert rows in ([], [0]) or own_name(name) in PRIMARY_ELSEWHERE, name


def test_home_stands_last_and_back_first_in_its_row() -> None:
    for name, screen in screens():
        homes = [
            button for button in buttons(screen) if button.action == Go(Place.HOME) and button.label == "Home"
        ]
        assert len(homes) <= 1, name
        assert not homes or screen.rows[-1][-1] is homes[0], name
        for row in screen.rows:
            assert all(button.label != "Back" for button in row[1:]), name


def test_every_screen_has_a_way_on() -> None:
    for name, screen in screens():
        assert bool(screen.rows) != (own_name(name) in NO_BUTTONS), name


def test_no_button_stands_twice_on_one_screen() -> None:
    for name, screen in screens():
        wires = [encode(button.action) for button in buttons(screen)]
        labels = [button.label for button in buttons(screen)]
        assert len(wires) == len(set(wires)) or name.endswith("not-understood"), name
        assert len(labels) == len(set(labels)), name


def test_the_player_has_three_rows_at_most_and_only_its_own_keys() -> None:
    for name, screen in screens("player/"):
        assert 1 <= len(screen.rows) <= 3, name
        assert all(isinstance(button.action, Play) for button in buttons(screen)), name
        assert screen.card, name


def test_the_first_words_of_a_player_screen_say_the_act() -> None:
    for name, screen in screens("player/"):
        headline = seen(screen.text).split("\n")[0]
        assert headline.startswith(ACTS), (name, headline)
        assert headline[:40].strip()[-1] != "·", (name, headline)


RINGS = {
    "hold": r"Stay \d+ (s|min)( · {side})? · ",
    "repeat": r"Move for \d+ (s|min)( · {side})? · ",
    "rest": "Rest · ",
    "switch": "Other (side|way): {side} · ",
    "get-ready": r"Get ready: |Down to the floor, \d+ s · ",
    "now": r"(Down to the floor|Onto the bed|Up again), 25 s · |Other side: (left|right) · ",
}


def test_what_rings_says_what_to_do_now_where_a_lock_screen_shows_it() -> None:
    """How long, which side, where to: within the first forty characters."""
    seen_kinds = set()
    for name, screen in screens("player/"):
        kind, side = _kind_of(own_name(name).split("/"))
        headline = seen(screen.text).split("\n")[0].replace("\u00a0", " ")
        if kind in RINGS:
            assert re.match(RINGS[kind].format(side=side), headline[:40]), (name, headline)
            assert kind not in ("hold", "repeat") or not side or f" · {side} · " in headline[:40], name
            seen_kinds.add(kind)
    assert seen_kinds == set(RINGS)


def _kind_of(parts: list[str]) -> tuple[str, str]:
    """A beat and its side; its name is that of the form as a kind, or of the way there."""
    found = [part for part in parts if part in RINGS]
    side = next((part for part in parts if part in ("left", "right", "backward", "forward")), "")
    return (found[-1] if found else "", side)


def test_a_timed_screen_ends_with_its_countdown_alone_on_the_line() -> None:
    for name, screen in screens("player/"):
        if "<tg-time" in screen.text:
            assert re.fullmatch(
                r'⏳ <tg-time unix="\d+" format="r">\d+ (s|min)</tg-time>', screen.text.split("\n")[-1]
            ), name
        else:
            assert "⏳" not in screen.text, name


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    for screen in (welcome.hello(name, None, words()), home.back_again(name, TODAY, words())):
        text, entities = parse_html(screen.text)
        assert _without_marks(name) in _without_marks(text)
        assert [entity["type"] for entity in entities] == ["bold"], "nothing but our own heading"
        assert "\u202e" not in text
        assert len(text) <= 4096


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_content_is_only_content(name: str) -> None:
    tame = gallery(LIBRARY, words())
    for shown, screen in gallery(_named(LIBRARY, name), words()).items():
        assert _tags(screen) == _tags(tame[shown]), shown


def _tags(screen: Screen) -> list[str]:
    return [entity["type"] for entity in parse_html(screen.text)[1] if entity["length"]]


def _without_marks(text: str) -> str:
    return re.sub("[\u2068\u2069\u202e]", "", text)


def _named(library: Library, name: str) -> Library:
    def exercise(one: Exercise) -> Exercise:
        forms = tuple(replace(form, cue=name, between=name, breathing=name) for form in one.forms)
        return replace(
            one, title=name, purpose=name, other_names=(name,), caution=name, mistake=name, forms=forms
        )

    def routine(one: Routine) -> Routine:
        return replace(one, title=name, summary=name)

    def programme(one: Programme) -> Programme:
        weeks = tuple(replace(week, title=name) for week in one.weeks)
        return replace(one, title=name, summary=name, weeks=weeks)

    return Library(
        {slug: exercise(one) for slug, one in library.exercises.items()},
        {slug: routine(one) for slug, one in library.routines.items()},
        {slug: programme(one) for slug, one in library.programmes.items()},
    )


def test_the_side_is_told_before_one_lies_down() -> None:
    shown = gallery(LIBRARY, words())
    for timed in ("", "/timed"):
        ready = seen(shown[f"player/open-book/lying/get-ready/left{timed}"].text)
        assert "Left · Begin the open-book." in ready


def test_nobody_is_asked_how_nothing_was() -> None:
    shown = gallery(LIBRARY, words())
    assert "How was it?" in shown["finished"].text
    assert "How was it?" not in shown["finished/nothing"].text
    assert shown["finished/nothing"].leaves is None


def drawn(name: str, screen: Screen) -> str:
    """A screen as screens.md would sketch it."""
    rows = ["  ".join(map(_button, row)) for row in screen.rows]
    picture = [f"({screen.picture.file})"] if screen.picture else []
    leaves = [f"leaves: {screen.leaves}"] if screen.leaves else []
    return "\n".join((f"== {name}", *picture, screen.text, *rows, *leaves))


def _button(button: Button) -> str:
    return f"[{'*' if button.style is Style.PRIMARY else ''} {button.label} ]"


def test_the_screens_are_as_they_were_seen_last(snapshot: SnapshotAssertion) -> None:
    """The tests' own library in the real words: a change of words is looked at here, then `--snapshot-update`."""
    shown = gallery(LIBRARY, words())
    assert "\n\n".join(drawn(name, screen) for name, screen in shown.items()) == snapshot


def test_the_screens_with_pictures_are_as_they_were_seen_last(snapshot: SnapshotAssertion) -> None:
    """Those that differ from the same in words."""
    in_words, shown = gallery(LIBRARY, words()), gallery(DRAWN, words())
    assert (
        "\n\n".join(drawn(name, screen) for name, screen in shown.items() if screen != in_words[name])
        == snapshot
    )


def test_what_a_picture_does_not_show_stands_in_words() -> None:
    """Whoever has the pictures off reads what each of them would show; who has them does not read it twice."""
    in_words, shown = gallery(LIBRARY, words()), gallery(DRAWN, words())
    for name in (
        "exercise/cat-cow/kneeling",
        "exercise/cat-cow/kneeling/step/1",
        "exercise/cat-cow/kneeling/all-steps",
        "player/cat-cow/kneeling/get-ready",
    ):
        assert "A figure begins the cat-cow." in seen(in_words[name].text), name
        assert in_words[name].picture is None, name
        assert "A figure begins" not in seen(shown[name].text), name
        assert shown[name].picture, name


def test_the_player_shows_the_side_that_is_on_and_steps_where_they_are_asked_for() -> None:
    shown = gallery(DRAWN, words())
    files = {name: screen.picture.file for name, screen in shown.items() if screen.picture}
    media = "exercises/open-book/media/lying"
    sides = {
        "get-ready/left": "mp4",
        "hold/left": "mp4",
        "rest/left": "mp4",
        "switch/right": "right.mp4",
        "hold/right": "right.mp4",
        "rest/right": "right.mp4",
    }
    for name, ending in sides.items():
        assert files[f"player/open-book/lying/{name}"] == f"{media}.{ending}"
    assert files["player/reading"] == "exercises/shoulder-roll/media/standing.steps.jpg"
    assert files["player/paused"] == "exercises/shoulder-roll/media/standing.mp4"
    assert "player/retired" not in files


def test_words_that_do_not_fit_below_a_picture_come_without_it() -> None:
    """A long routine of somebody for whom much was changed."""
    long = replace(LIBRARY.routines["morning"], summary="x" * 1000, picture=Picture("morning.jpg"))
    screen = gallery(replace(LIBRARY, routines={"morning": long}), words())["routine/morning"]
    assert screen.picture is None
    assert len(seen(screen.text)) > 1024


LARGE, SHORT = Preferences(is_large=True), Preferences(is_short=True)


def wanting(who: Preferences) -> Iterator[tuple[str, Screen, Screen]]:
    """Every screen as it is, and as somebody sees it who wants it so."""
    for name, screen in screens():
        yield name, screen, as_wanted(screen, who, words())


def test_large_has_one_button_a_row_and_no_label_is_cut() -> None:
    for name, screen, large in wanting(LARGE):
        assert all(len(row) == 1 for row in large.rows), name
        assert all(len(key) == 1 for key in view(large, fresh=True, rings=True).keys), name
        assert all(len(row) == 1 for row in large.rest), name
        there = {button.label for button in with_rest(large)} - {"Read more", "More buttons"}
        assert there <= {button.label for button in buttons(screen)}, name
        assert all(width(label) <= ALONE for label in there), name


def test_large_leaves_out_no_button_but_in_the_player_which_keeps_the_picture_in_view() -> None:
    for name, screen, large in wanting(LARGE):
        left_out = {button.action for button in buttons(screen)} - {
            button.action for button in with_rest(large)
        }
        if own_name(name).startswith("player/") and not own_name(name).startswith("player/hurting"):
            assert len(large.rows) <= 3, name
            assert buttons(large)[0] == buttons(screen)[0], name
        else:
            assert not left_out, name
            assert large.picture is None or len(large.rows) <= 5, name


@pytest.mark.parametrize("who", [LARGE, SHORT], ids=["large", "short"])
def test_few_words_are_fewer_and_all_of_them_are_a_tap_away(who: Preferences) -> None:
    shortened = 0
    for name, screen, short in wanting(who):
        assert "expandable" not in short.text, name
        assert set(seen(short.text).split("\n")) <= set(seen(screen.text).split("\n")), name
        more = [button for button in with_rest(short) if button.action == Go(Place.WHOLE)]
        assert bool(more) == bool(short.whole) == ("expandable" in screen.text), name
        assert len(short.text) <= len(screen.text), name
        assert not short.whole or seen(short.whole) == seen(screen.text), name
        assert bool(short.rows) != (own_name(name) in NO_BUTTONS), name
        homes = [n for n, row in enumerate(short.rows) for b in row if b.action == Go(Place.HOME)]
        was_last = bool(screen.rows) and screen.rows[-1][-1].action == Go(Place.HOME)
        assert not was_last or homes[-1] == len(short.rows) - 1, name
        shortened += bool(short.whole)
    assert shortened > 50


def test_what_is_wanted_is_done_once_however_often_it_is_asked_for() -> None:
    for name, _, large in wanting(LARGE):
        assert as_wanted(large, LARGE, words()) == large, name


def test_who_wants_nothing_else_sees_every_screen_as_it_is() -> None:
    assert all(screen == same for _, screen, same in wanting(Preferences()))


@pytest.mark.parametrize(
    "name", ["signs", "danger/now", "danger/self-harm", "signs/emergency", "complaint/unsure"]
)
def test_of_danger_no_line_is_left_out(name: str) -> None:
    screen = every_screen()[name]
    short = as_wanted(screen, Preferences(is_short=True, is_large=True), words())
    unfolded = re.sub("<blockquote expandable>.*?</blockquote>\n?", "", screen.text, flags=re.DOTALL)
    assert short.text == unfolded
    assert [b.action for b in buttons(short) if b.action != Go(Place.WHOLE)] == [
        b.action for b in buttons(screen)
    ]
