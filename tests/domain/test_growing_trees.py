"""What is known about danger grows into trees as its words are said, and is the same whatever was said before."""

from collections.abc import Iterator

from bot.domain.typed.danger.danger_lexicon import DangerRules, Lexicon
from bot.domain.typed.danger.lexicon_index import Branch, LexiconIndex
from bot.domain.typed.danger.spelling import KnownWords, Spelling

WORDS = {"numb": ("numb", "numb*", "numb _ arm", "numb arm"), "arm": ("arm", "arm is numb")}


def index() -> LexiconIndex:
    return LexiconIndex([Lexicon("en", WORDS)], DangerRules(()))


def meant(branch: Branch, said: str = "") -> Iterator[tuple[str, int]]:
    """Every phrase that goes on from there, and what it means."""
    yield from ((said, entry.means) for entry in branch.entries)
    for word, more in ((branch.words or {}) | (branch.stems or {})).items():
        yield from meant(more, f"{said} {word}")
    if branch.gap:
        yield from meant(branch.gap, f"{said} _")


def begun(known: LexiconIndex, word: str) -> list[tuple[str, int]]:
    return sorted(each for branch in known.begun(word) for each in meant(branch))


def test_all_phrases_of_a_word_are_there_when_it_is_first_said_and_once_only() -> None:
    known = index()
    numb, arm = known.concepts.bit("numb"), known.concepts.bit("arm")
    for _ in range(2):
        assert begun(known, "numb") == [("", numb), ("", numb), (" _ arm", numb), (" arm", numb)]
        assert begun(known, "arm") == [("", arm), (" is numb", arm)]
        assert begun(known, "is") == []


def test_a_word_of_several_concepts_is_one_entry_unless_they_are_read_apart() -> None:
    words = {"mark": ("ten",), "age": ("ten",), "place": ("ten",)}
    known = LexiconIndex([Lexicon("en", words)], DangerRules((), places=frozenset({"place"})))
    mark, age, place = map(known.concepts.bit, words)
    assert begun(known, "ten") == sorted([("", mark | age), ("", place)])


def test_what_is_not_said_has_not_grown_and_is_known_all_the_same() -> None:
    known = index()
    assert known.read("numbness") == ((("numbness",), 1),)
    assert known.languages("is") == 1
    assert begun(known, "numbness") == [("", known.concepts.bit("numb"))]


def test_slips_are_found_whatever_was_looked_for_before() -> None:
    words = frozenset({"chest", "crest", "breath"})
    spelling = Spelling(KnownWords(dict.fromkeys(words, 1), {}, words, words, frozenset(), frozenset()))
    for _ in range(2):
        assert set(spelling.meant("chrest")) == {"chest", "crest"}
        assert spelling.meant("breth") == ("breath",)
        assert spelling.meant("zest") == ()
