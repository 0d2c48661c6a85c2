"""What the ears are taught about danger, and which tier each example stands for."""

import tomllib
from pathlib import Path

from bot.content.ear.sentences_heard import (
    ALL_EXAMPLES,
    DANGER,
    OF_HOW_ONE_IS,
    ForeignSample,
    Sample,
    dangers_in_all,
    samples,
)

TIERS = ("now", "self-harm", "abuse", "doctor", "complaint", "everyday", "harmless")

HARMLESS = "harmless"

_ONE_WISH_IN = 2
"""One in so many is enough, or there would be too few pleas among them."""


def tier_of(sample: Sample) -> str | None:
    if sample.state == DANGER:
        return sample.kind
    return None if sample.kind in OF_HOW_ONE_IS else HARMLESS


def dangers_and_wishes(content: Path) -> list[ForeignSample]:
    """In all languages; wishes, of which there are examples in English alone, are harmless. Raises OSError and ValueError."""
    wishes = [each for each in samples(content) if each.state != DANGER and tier_of(each)][::_ONE_WISH_IN]
    pleas = [each for each in dangers_in_all(content) if each.language != "en"]
    english = [each for each in samples(content) if each.state == DANGER]
    return [
        *(ForeignSample("en", each.kind, each.sentence) for each in english),
        *(ForeignSample("en", HARMLESS, each.sentence) for each in wishes),
        *pleas,
    ]


def dangers_in(content: Path, newest: str) -> list[ForeignSample]:
    """From the files of examples that have this in their names. Raises OSError and ValueError, also if there are none."""
    paths = sorted((content / ALL_EXAMPLES).glob(f"*/{DANGER}*{newest}*.toml"))
    if not newest or not paths:
        raise ValueError(f"no examples have '{newest}' in their names")
    return [
        ForeignSample(path.parent.name, kind, sentence.strip())
        for path in paths
        for kind, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for sentence in sentences.strip().splitlines()
    ]
