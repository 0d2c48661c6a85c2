"""Writes and reads the learnt files: the word vectors, and the weights that follow from the examples, of English and of all others."""

import json
import struct
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FOLDER = Path("hearing") / "ear"
WORDS = FOLDER / "words.bin"
LEARNT = FOLDER / "en.bin"
OTHERS = FOLDER / "others.bin"
DEEP = FOLDER / "deep.npz"
WISHES = FOLDER / "wishes.npz"

_LENGTH = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class WordVectors:
    """`pieces`: words and parts of words. `weights`: how much each counts. `vectors`: the meaning of each. `source`: the hash of
    the model they come from.
    """

    source: str
    dimensions: int
    zero: int
    pieces: tuple[str, ...]
    weights: tuple[int, ...]
    vectors: bytes


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights of traits and of meaning dimensions, for each of `kinds` and then of `tiers`.

    `kinds`: "state/kind". `counts`: how many of the `sentences` have each trait. `trait_scale`, `meaning_scale`: the value of 1 in
    the tables. `start`: the scores before anything is heard. `warmth`, for kinds and for tiers: the factor that turns scores into
    true probabilities. `sources`: the hash of everything it was made from.
    """

    sources: str
    kinds: tuple[str, ...]
    tiers: tuple[str, ...]
    sentences: int
    start: tuple[float, ...]
    trait_scale: float
    meaning_scale: float
    warmth: tuple[float, float]
    traits: tuple[str, ...]
    counts: tuple[int, ...]
    trait_rows: bytes
    meaning_rows: bytes


@dataclass(frozen=True, slots=True)
class LearntTiers:
    """The weights of traits in all languages, for each of `tiers` and then of `languages`. The fields are those of Learnt."""

    sources: str
    tiers: tuple[str, ...]
    languages: tuple[str, ...]
    sentences: int
    start: tuple[float, ...]
    scale: float
    warmth: tuple[float, float]
    traits: tuple[str, ...]
    counts: tuple[int, ...]
    rows: bytes


def words_to_bytes(words: WordVectors) -> bytes:
    return _packed(words, ("weights",), ("vectors",), "pieces")


def words_from(path: Path) -> WordVectors:
    return WordVectors(**_unpacked(path, ("weights",), ("vectors",), "pieces"))


def learnt_to_bytes(learnt: Learnt) -> bytes:
    return _packed(learnt, ("counts",), ("trait_rows", "meaning_rows"), "traits")


def learnt_from(path: Path) -> Learnt:
    found = _unpacked(path, ("counts",), ("trait_rows", "meaning_rows"), "traits")
    return Learnt(**found | _tuples(found))


def tiers_to_bytes(learnt: LearntTiers) -> bytes:
    return _packed(learnt, ("counts",), ("rows",), "traits")


def tiers_from(path: Path) -> LearntTiers:
    found = _unpacked(path, ("counts",), ("rows",), "traits")
    return LearntTiers(**found | _tuples(found))


def _tuples(found: dict[str, Any]) -> dict[str, Any]:
    # JSON knows no tuples.
    return {key: tuple(each) for key, each in found.items() if isinstance(each, list)}


def _packed(what: Any, numbers: tuple[str, ...], tables: tuple[str, ...], names: str) -> bytes:  # noqa: ANN401
    """Facts and names as text, numbers in two bytes, tables as they are, each with its length before it."""
    facts = asdict(what)
    blocks = ["\n".join(facts.pop(names)).encode()]
    blocks += [struct.pack(f"<{len(facts[key])}H", *facts.pop(key)) for key in numbers]
    blocks += [facts.pop(key) for key in tables]
    whole = b"".join(_LENGTH.pack(len(block)) + block for block in (json.dumps(facts).encode(), *blocks))
    return zlib.compress(whole, 9)


def _unpacked(path: Path, numbers: tuple[str, ...], tables: tuple[str, ...], names: str) -> dict[str, Any]:
    whole, blocks, at = zlib.decompress(path.read_bytes()), [], 0
    while at < len(whole):
        (length,) = _LENGTH.unpack_from(whole, at)
        blocks.append(whole[at + _LENGTH.size : at + _LENGTH.size + length])
        at += _LENGTH.size + length
    head, text, *rest = blocks
    facts: dict[str, Any] = json.loads(head)
    facts[names] = tuple(text.decode().split("\n"))
    for key, block in zip(numbers + tables, rest, strict=True):
        facts[key] = struct.unpack(f"<{len(block) // 2}H", block) if key in numbers else block
    return facts
