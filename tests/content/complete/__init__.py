"""What the two articles tell, and what was added: each fact a row, and where it stands in the content.

A and B are the articles; the numbers behind them count their descriptions (docs/facts.md: the-articles).
`python -m tests.content.complete` prints all of it as tables.
"""

from tests.content.complete.moves import ADDED, ALIASES, ARTICLES
from tests.content.complete.reading import CAUSES, REST, STAGES, TIPS
from tests.content.complete.rows import Row

TABLES: dict[str, tuple[Row, ...]] = {
    "Every number and variant of the articles' exercises": ARTICLES,
    "The articles' own names": ALIASES,
    "Moves that were added": ADDED,
    "Causes": CAUSES,
    "Stages": STAGES,
    "Prevention": TIPS,
    "What else the articles tell, and topics that were added": REST,
}
