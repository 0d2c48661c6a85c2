"""The wire form of a screen survives the store, and remembers what an unsent one wanted."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Picture
from bot.domain.person.person import Preferences
from bot.screens.as_wanted import as_wanted
from bot.screens.asked_again import in_full
from bot.screens.buttons.actions import Go, OpenExercise, Place
from bot.screens.screen import Button, Paper, Screen, Style
from bot.screens.view import View, from_json, to_json, view
from tests.known import english

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
keys = st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=3).map(tuple)
rows = st.lists(keys, max_size=3).map(tuple)
views = st.builds(
    View,
    texts,
    rows,
    st.none() | texts,
    st.booleans(),
    texts,
    st.none() | texts,
    st.booleans(),
    st.booleans(),
    st.integers(0, 10**15),
    st.floats(0, 10**10),
    st.booleans(),
    st.integers(0, 10**15),
    texts,
    st.integers(0, 10**15),
    st.booleans(),
    texts,
    texts,
    texts,
    texts,
    st.integers(0, 10**15),
    texts,
    st.lists(texts, max_size=2).map(tuple),
    rows,
    texts,
    st.floats(0, 10**10),
)


@given(views)
def test_a_view_comes_back_from_the_store(shown: View) -> None:
    assert from_json(to_json(shown)) == shown


def test_a_screen_becomes_what_is_sent() -> None:
    screen = Screen(
        "<b>Łukasz</b>",
        ((Button("Do it", OpenExercise("cat-cow"), Style.PRIMARY),), (Button("Home", Go(Place.HOME)),)),
        Picture("cat-cow/loop.mp4", moves=True),
        "card",
        "<i>Done</i>",
    )
    assert view(screen, fresh=True, rings=False) == View(
        "<b>Łukasz</b>",
        ((("Do it", "e.cat-cow", "primary"),), (("Home", "h", ""),)),
        "cat-cow/loop.mp4",
        True,
        "card",
        "<i>Done</i>",
        True,
        False,
    )
    assert view(Screen("words"), fresh=False, rings=True) == View("words")


@given(views, views)
def test_what_was_to_come_below_still_does(wanted: View, unsent: View) -> None:
    after = wanted.after(unsent)
    assert after.fresh == (wanted.fresh or unsent.fresh)
    assert (after.text, after.keys, after.picture, after.card, after.leaves, after.rings) == (
        wanted.text, wanted.keys, wanted.picture, wanted.card, wanted.leaves, wanted.rings,
    )  # fmt: skip
    assert wanted.after(None) == wanted


def test_two_views_look_alike_by_what_is_seen() -> None:
    one = View("words", ((("Home", "h", ""),),), "a.jpg", card="1", fresh=True, rings=False)
    assert one.looks_like(View("words", one.keys, "a.jpg", card="2", leaves="a line"))
    assert not one.looks_like(View("other", one.keys, "a.jpg"))
    assert not one.looks_like(View("words", (), "a.jpg"))
    assert not one.looks_like(View("words", one.keys, "b.jpg"))


def test_a_card_in_full_is_the_same_card_but_for_what_was_left_out() -> None:
    """Also where its picture is drawn when it is sent."""
    screen = Screen(
        "Your weeks\n<blockquote expandable>Today · Morning</blockquote>",
        ((Button("Home", Go(Place.HOME)),),),
        leaves="<i>Weeks</i>",
        paper=Paper("weeks", "[1]"),
    )
    shown = view(as_wanted(screen, Preferences(is_short=True), english()), fresh=False, rings=False)
    assert [label for row in shown.keys for label, _, _ in row] == ["Read more", "Home"]
    whole = in_full(shown)
    assert whole
    assert view(whole, fresh=False, rings=False) == View(
        "Your weeks\nToday · Morning",
        ((("Home", "h", ""),),),
        leaves="<i>Weeks</i>",
        rings=False,
        job="weeks",
        value="[1]",
    )
    assert in_full(view(whole, fresh=False, rings=False)) is None
