"""What it costs to decide what somebody's words mean: usual sentences of all sets, and the longest that are hard."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import process_time

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.coach.coach import Coach
from bot.coach.news import Said, Sender
from bot.store.database import open_store
from tests.content.places import CONTENT

SETS = Path(__file__).parents[1] / "listening" / "sets"
EVERY, PEOPLE, LETTERS = 3, 200, 4096
NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)
HARD = (
    "10 ", "m ", "24.12. ", "8 to ", "no no ", "i want to ", "é", "pain ", "my chset hurst no pain, ", "qzxvbnmk ",
    "cat cow ", "reminders ", "chestpain", "but not or ", "à̀ ",
)  # fmt: skip


def report() -> Iterator[str]:
    known = replace(knowledge(CONTENT), bot_name="unhunch_bot")
    said = [
        line.split("\t")[-1]
        for path in sorted(SETS.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ][::EVERY]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "words.sqlite3", bot=1)
        coach, updates, people = Coach(store, known), count(1), count(1)
        spare_the_collector()

        def cost(text: str) -> float:
            person = Sender(next(people) % PEOPLE + 1, "Ana", "en")
            start = process_time()
            coach.take(next(updates), Said(person, text), NOW)
            return 1000 * (process_time() - start)

        for text in said[:PEOPLE]:
            cost(text)
        costs = sorted(map(cost, said))
        yield (
            f"{len(costs):,} sentences: {costs[len(costs) // 2]:.1f} ms of reckoning each, at the 99th of 100"
            f" {costs[len(costs) * 99 // 100]:.1f} ms"
        )
        hard = {each: cost((each * LETTERS)[:LETTERS]) for each in HARD}
        worst = max(hard, key=lambda each: hard[each])
        yield f"{LETTERS:,} letters that are hard: {hard[worst]:.0f} ms at most ({worst.strip()!r})"
        store.close()
