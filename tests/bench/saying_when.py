"""What it costs to read when somebody wants to be reminded: usual sentences, and the longest that are hard."""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import hear_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, lines

SET = Path(__file__).parents[1] / "listening" / "sets" / "times_own.tsv"
LETTERS = 4096
HARD = ("8 to ", "quarter to ", "every ", "m ", "a-", "el ", "tuesdya ", "mon ", "not on ", "é", "24.12. ")
LOOKED_AT = 400
"""What is longer is not looked at: a sentence of just that length is the hardest there is."""


def report() -> Iterator[str]:
    began = process_time()
    words = when_words(CONTENT)
    yield f"words of time read in {1000 * (process_time() - began):.0f} ms"

    def cost(text: str) -> float:
        start = process_time()
        hear_when(text, NOW, words)
        return 1000 * (process_time() - start)

    usual = [line.sentence for line in lines(SET)]
    for sentence in usual:
        cost(sentence)
    costs = sorted(cost(sentence) for _ in range(5) for sentence in usual)
    yield f"a usual sentence about a time: {costs[len(costs) // 2]:.2f} ms, at the 99th of 100 {costs[len(costs) * 99 // 100]:.2f} ms"
    hard = [each * (length // len(each)) for each in HARD for length in (LOOKED_AT, LETTERS)]
    yield f"the hardest of {LOOKED_AT} and of {LETTERS:,} letters: {max(map(cost, hard)):.1f} ms"
