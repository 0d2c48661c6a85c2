"""Many people wander for long, through restarts and days: nobody meets an error, and memory stays where it was."""

import random
import resource
import secrets
from html import unescape
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.screens.buttons.wire import decode
from bot.store.database import open_store
from tests.coach.conftest import knowledge
from tests.coach.talk import Someone, World
from tests.coach.test_wandering import wander

__all__ = ["knowledge"]  # a fixture

PEOPLE, STEPS, STEPS_A_RUN = 40, 120_000, 4_000
# What caches that are bounded may still take in the second half.
MAY_GROW_MB = 4
WAITS = (1, 5, 12, 30, 60, 200, 4_000, 40_000, -600)


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def restart(world: World, database: Path, knowledge: Knowledge) -> None:
    world.store.close()
    world.store = open_store(database, bot=1)
    world.coach = Coach(world.store, knowledge)


def step(world: World, people: list[Someone], rnd: random.Random) -> None:
    someone = rnd.choice(people)
    wander(someone, rnd)
    if rnd.random() < 0.1:
        world.passes(rnd.choice(WAITS))
    sees = someone.sees
    assert sees.keys or "All of it is gone" in sees.text
    assert all(decode(key[1]) for row in sees.keys for key in row)
    others = {other.sender.name for other in people} - {someone.sender.name}
    assert not any(f"{name}{end}" in unescape(sees.text) for name in others for end in ".,")


@pytest.mark.soak
def test_long_talks_meet_no_error_and_take_no_more_memory(tmp_path: Path, knowledge: Knowledge) -> None:
    seed = secrets.randbelow(10**9)
    print(f"seed {seed}")
    rnd, database, peaks = random.Random(seed), tmp_path / "soak.sqlite3", []
    store = open_store(database, bot=1)
    world = World(store, Coach(store, knowledge))
    people = [world.someone(number, f"Ana {number}") for number in range(1, PEOPLE + 1)]
    for someone in people:
        someone.says("/start")
    for number in range(STEPS):
        if number % STEPS_A_RUN == 0:
            restart(world, database, knowledge)
            peaks.append(peak_mb())
        step(world, people, rnd)
    world.store.close()
    print("peaks in MB:", [round(peak) for peak in peaks])
    assert peak_mb() - peaks[len(peaks) // 2] < MAY_GROW_MB
