"""Three people with difficult names wander through everything by taps, words and time: no error, no dead end."""

import random
from html import unescape

import pytest

from bot.coach.news import What
from bot.screens.buttons.wire import decode
from tests.coach.talk import Someone, World

NAMES = ("<b>Łukasz & ✨", "مينا", "A" * 64)
WORDS = (
    "/start", "/exercise", "/routine", "/learn", "/progress", "/settings", "/help", "/stop", "/delete", "/start exercise_cat-cow", "/nonsense",
    "open book", "cat cow", "pause", "ready", "skip", "back", "easier", "swap", "it hurts", "too much", "steps", "stop",
    "go on", "thanks", "5 min", "<b>x</b>", "&amp; {$name}", "my chest hurts", "💥", ".", "x" * 4096, "start over", "sharp",
    "/remind", "/remind weekdays 8:30", "remind me at 7:45 and 15:00", "8 pm", "keep", "tonight", "later", "not today", "done", "15",
    "Berlin", "Birmingham", "no", "yes", "10 days", "4 May", "mon wed", "pause all", "ask again: off",
)  # fmt: skip


def wander(someone: Someone, rnd: random.Random) -> None:
    chance = rnd.random()
    keys = [key for row in someone.sees.keys for key in row]
    if chance < 0.7 and keys:
        someone.taps_data(rnd.choice(keys)[1])
    elif chance < 0.8 and keys:
        someone.says(rnd.choice(keys)[0])
    elif chance < 0.97:
        someone.says(rnd.choice(WORDS))
    else:
        someone.sends_a(rnd.choice(list(What)))


@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 60))]
)
def test_wandering_meets_no_error_and_no_dead_end(world: World, seed: int) -> None:
    rnd = random.Random(seed)
    people = [world.someone(number, name) for number, name in enumerate(NAMES, 1)]
    for someone in people:
        someone.says("/start")
    for _ in range(400):
        someone = rnd.choice(people)
        wander(someone, rnd)
        if rnd.random() < 0.3:
            world.passes(rnd.choice((1, 5, 12, 30, 60, 200, 4000, 20000, -600)))
            for reply in world.coach.claims.claim(world.now, 32):
                world.deliver(reply.chat)
        sees = someone.sees
        assert sees.keys or "All of it is gone" in sees.text
        assert len(sees.text) <= 4096
        assert all(decode(key[1]) for row in sees.keys for key in row)
        others = {other.sender.name for other in people} - {someone.sender.name}
        assert not any(name in unescape(sees.text) for name in others)
