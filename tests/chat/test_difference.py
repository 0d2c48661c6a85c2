"""What is done to a chat so that it shows another screen: every row of the rules."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.outgoing.showing.difference import DELETABLE, DrawingPlan, Settle, Show, drawing_plan
from bot.screens.view import View

YOUNG, OLD = timedelta(minutes=1), DELETABLE
TEXT = View("Which one?", ((("Cat-Cow", "x.cat-cow", "primary"),),), card="find.1")
IN_WORDS = View("Stay 30 s", ((("Pause", "p.1.2.p", "primary"),),), card="play.1", stays=True)
PICTURE = replace(TEXT, picture="cat-cow/flow.mp4", moves=True)
DIARY = View("That was two minutes", ((("Home", "h", ""),),), card="end.1", leaves="<i>Done</i>")
HOME = View("Hello, Ana", ((("Start", "u.morning", ""),),))

SAID = replace(TEXT, line="<i>Which one?</i>")

SEND = DrawingPlan(None, Show.SEND, puts_away=False)
REPLACE = DrawingPlan(None, Show.SEND, puts_away=True)


def shrinking(remains: View) -> DrawingPlan:
    return DrawingPlan(None, Show.SEND, puts_away=True, remains=remains)


@pytest.mark.parametrize(
    ("shown", "wanted", "age", "expected"),
    [
        (None, TEXT, YOUNG, SEND),
        (TEXT, TEXT, YOUNG, DrawingPlan(None, Show.NOTHING, puts_away=False)),
        (
            TEXT,
            replace(TEXT, rings=False, card="find.2"),
            YOUNG,
            DrawingPlan(None, Show.NOTHING, puts_away=False),
        ),
        (TEXT, replace(TEXT, fresh=True), YOUNG, REPLACE),
        (
            IN_WORDS,
            replace(IN_WORDS, card="play.2", fresh=True),
            YOUNG,
            DrawingPlan(Settle.STRIP, Show.SEND, puts_away=False),
        ),
        (replace(IN_WORDS, stays=False), replace(IN_WORDS, fresh=True), YOUNG, REPLACE),
        (
            IN_WORDS,
            replace(IN_WORDS, text="Paused"),
            YOUNG,
            DrawingPlan(None, Show.EDIT_TEXT, puts_away=False),
        ),
        (TEXT, replace(TEXT, text="Paused"), YOUNG, DrawingPlan(None, Show.EDIT_TEXT, puts_away=False)),
        (TEXT, replace(TEXT, keys=()), YOUNG, DrawingPlan(None, Show.EDIT_TEXT, puts_away=False)),
        (TEXT, PICTURE, YOUNG, DrawingPlan(None, Show.EDIT_PICTURE, puts_away=False)),
        (TEXT, PICTURE, OLD, DrawingPlan(None, Show.EDIT_PICTURE, puts_away=False)),
        (TEXT, replace(PICTURE, fresh=True), YOUNG, REPLACE),
        (PICTURE, TEXT, YOUNG, REPLACE),
        (PICTURE, TEXT, OLD, DrawingPlan(Settle.STRIP, Show.SEND, puts_away=False)),
        (replace(TEXT, keys=()), replace(TEXT, fresh=True), OLD, SEND),
        (
            PICTURE,
            replace(PICTURE, text="Paused"),
            YOUNG,
            DrawingPlan(None, Show.EDIT_CAPTION, puts_away=False),
        ),
        (
            replace(PICTURE, marked="first hold"),
            replace(PICTURE, marked="second hold", text="Rest"),
            YOUNG,
            DrawingPlan(None, Show.EDIT_STRIP, puts_away=False),
        ),
        (
            replace(PICTURE, marked="first hold"),
            replace(PICTURE, marked="first hold", text="Paused"),
            YOUNG,
            DrawingPlan(None, Show.EDIT_CAPTION, puts_away=False),
        ),
        (
            replace(PICTURE, marked="first hold"),
            replace(PICTURE, marked="second hold"),
            YOUNG,
            DrawingPlan(None, Show.NOTHING, puts_away=False),
        ),
        (
            PICTURE,
            replace(PICTURE, picture="b.mp4"),
            YOUNG,
            DrawingPlan(None, Show.EDIT_PICTURE, puts_away=False),
        ),
        (SAID, replace(HOME, fresh=True), YOUNG, shrinking(View("<i>Which one?</i>"))),
        (SAID, replace(HOME, fresh=True), OLD, shrinking(View("<i>Which one?</i>"))),
        (
            replace(SAID, picture="a.mp4", moves=True),
            replace(HOME, fresh=True),
            OLD,
            shrinking(View("<i>Which one?</i>", picture="a.mp4", moves=True)),
        ),
        (SAID, HOME, YOUNG, DrawingPlan(None, Show.EDIT_TEXT, puts_away=False)),
        (replace(SAID, picture="a.mp4", moves=True), HOME, YOUNG, REPLACE),
        (
            replace(SAID, stays=True),
            replace(HOME, fresh=True),
            YOUNG,
            DrawingPlan(Settle.STRIP, Show.SEND, puts_away=False),
        ),
        (
            replace(DIARY, line="<i>Well</i>"),
            replace(HOME, fresh=True),
            YOUNG,
            DrawingPlan(Settle.TEXT, Show.SEND, puts_away=False),
        ),
        (DIARY, HOME, YOUNG, DrawingPlan(Settle.TEXT, Show.SEND, puts_away=False)),
        (DIARY, HOME, OLD, DrawingPlan(Settle.TEXT, Show.SEND, puts_away=False)),
        (DIARY, replace(DIARY, text="Thank you"), YOUNG, DrawingPlan(None, Show.EDIT_TEXT, puts_away=False)),
        (replace(DIARY, picture="a.jpg"), HOME, YOUNG, DrawingPlan(Settle.LINE, Show.SEND, puts_away=True)),
        (replace(DIARY, picture="a.jpg"), HOME, OLD, DrawingPlan(Settle.CAPTION, Show.SEND, puts_away=False)),
    ],
)
def test_plan(shown: View | None, wanted: View, age: timedelta, expected: DrawingPlan) -> None:
    assert drawing_plan(shown, wanted, age) == expected
