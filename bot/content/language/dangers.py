"""Reads the words that mean danger, and their rules, from content/danger/, and checks that they can be heard."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

from bot.content.faults import ContentFault, Fault
from bot.content.source.language_tags import LANGUAGE
from bot.content.source.schema import DangerRuleFile, DangerRulesFile, LexiconFile
from bot.content.source.toml import read_toml
from bot.domain.plain_text import folded, words_of
from bot.domain.typed.danger.danger_lexicon import DangerRule, DangerRules, Grammar, Lexicon
from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER, AskedAbout, Tier
from bot.domain.typed.danger.help_lines import AskedIfMeant
from bot.domain.typed.danger.lexicon_index import GAP, STEM

FOLDER = "danger"
RULES = f"{FOLDER}/rules.toml"


_AT_A_TIME = 100
"""Entries: far fewer letters than 8,192, the end of a message's plain text."""


Answers = Mapping[str, Mapping[Tier, str]]
"""By language tag and tier: the first sentences of the answer."""

Questions = Mapping[str, AskedIfMeant]
"""By language tag: what is asked where the ear doubts that danger is meant."""


def danger(folder: Path) -> DangerWords:
    """Reads all languages at once, since a person in need may write in any. Raises ContentFault."""
    return danger_and_what_is_said(folder)[0]


def danger_and_what_is_said(folder: Path) -> tuple[DangerWords, Answers, Questions]:
    """Reads all at once, since it stands in the same long files. Raises ContentFault."""
    rules, lexicons, faults = _files(folder)
    if faults or rules is None:
        raise ContentFault(faults)
    everywhere = {concept: listed(text) for concept, text in rules.everywhere.items()}
    words = DangerWords(
        tuple(_lexicon(tag, file, everywhere) for tag, file in lexicons.items()), _rules(rules)
    )
    answers = {tag: _answers(file) for tag, file in lexicons.items()}
    questions = {tag: AskedIfMeant(**file.asked.model_dump()) for tag, file in lexicons.items() if file.asked}
    return words, answers, questions


def _answers(file: LexiconFile) -> dict[Tier, str]:
    return {tier: said for tier, said in file.answers.items() if tier in IN_DANGER}


def danger_faults(folder: Path) -> list[Fault]:
    rules, lexicons, faults = _files(folder)
    if rules is None:
        return faults
    faults += _faults_of_rules(rules)
    for tag, file in lexicons.items():
        faults += _faults_of_words(f"{FOLDER}/{tag}.toml", file, rules)
    return faults


def danger_lags(folder: Path, language: str) -> list[Fault]:
    file = f"{FOLDER}/{language}.toml"
    return [] if (folder / file).is_file() else [Fault(file, "the file", "is missing")]


def _files(folder: Path) -> tuple[DangerRulesFile | None, dict[str, LexiconFile], list[Fault]]:
    rules, faults = read_toml(folder / RULES, RULES, DangerRulesFile)
    lexicons: dict[str, LexiconFile] = {}
    paths = sorted(path for path in (folder / FOLDER).glob("*.toml") if LANGUAGE.fullmatch(path.stem))
    for path in paths or [folder / FOLDER / "en.toml"]:
        lexicon, broken = read_toml(path, f"{FOLDER}/{path.name}", LexiconFile)
        faults += broken
        if lexicon:
            lexicons[path.stem] = lexicon
    return rules, lexicons, faults


def _lexicon(tag: str, file: LexiconFile, everywhere: Mapping[str, tuple[str, ...]]) -> Lexicon:
    words = {concept: _entries(text) for concept, text in file.words.items()}
    for concept, entries in everywhere.items():
        words[concept] = (*words.get(concept, ()), *entries)
    return Lexicon(
        tag,
        words,
        {kind: _entries(text) for kind, text in _grammar(file).items()},
        {tier: _entries(text) for tier, text in file.certain.items()},
        frozenset(_entries(file.common)),
        frozenset(_entries(file.real)),
        {folded(word): _entries(text) for word, text in file.alike.items()},
        file.mixed_in,
        file.keeps_firsts,
    )


def _grammar(file: LexiconFile) -> dict[Grammar, str]:
    return {
        Grammar.NO: file.denied.no,
        Grammar.NO_NEXT: file.denied.next,
        Grammar.NO_AFTER: file.denied.after,
        Grammar.BUT: file.denied.but,
        Grammar.OR: file.denied.also,
        Grammar.SURE: file.denied.sure,
        Grammar.PAST: file.time.past,
        Grammar.PRESENT: file.time.present,
        Grammar.OVER: file.time.over,
        Grammar.ASKING: file.asking,
        Grammar.FACTS: file.facts,
        Grammar.HARMLESS: file.harmless,
    }


def _rules(file: DangerRulesFile) -> DangerRules:
    return DangerRules(
        _by_tier(file.rules, file),
        _concepts(file.places, file),
        _concepts(file.closed, file),
        {tier: _concepts(text, file) for tier, text in file.never.items()},
        _concepts(file.mine, file),
        _concepts(file.lasting, file),
        {tier: _concepts(text, file) for tier, text in file.unless.items()},
        {tier: _concepts(text, file) for tier, text in file.told.items()},
        _concepts(file.theirs, file),
        _concepts(file.somebody, file),
        {AskedAbout.HURTING: _by_tier(file.hurting, file), AskedAbout.SIGNS: _by_tier(file.signs, file)},
    )


def _by_tier(
    rules: Mapping[Tier, tuple[DangerRuleFile, ...]], file: DangerRulesFile
) -> tuple[DangerRule, ...]:
    return tuple(
        DangerRule(
            tier,
            tuple(_concepts(group, file) for group in each.near),
            each.within,
            _concepts(each.unless, file),
            frozenset(each.tags),
            each.past,
            _concepts(each.told, file),
            each.few,
        )
        for tier, some in rules.items()
        for each in some
    )


def _concepts(text: str, file: DangerRulesFile) -> frozenset[str]:
    return frozenset(concept for name in listed(text) for concept in listed(file.groups.get(name, name)))


def listed(text: str) -> tuple[str, ...]:
    close = " ".join(text.split()).replace(", ", ",").replace(" ,", ",")
    return tuple(filter(None, close.split(",")))


def _entries(text: str) -> tuple[str, ...]:
    """Normalises many entries at a time for speed, but no more than fit into one message, where normalising ends."""
    every = listed(text)
    pieces = (",".join(every[at : at + _AT_A_TIME]) for at in range(0, len(every), _AT_A_TIME))
    return tuple(dict.fromkeys(chain.from_iterable(listed(folded(piece)) for piece in pieces)))


def _faults_of_rules(file: DangerRulesFile) -> Iterator[Fault]:
    used: set[str] = set()
    for where, text in _named(file):
        for concept in listed(text):
            used.add(concept)
            if concept not in file.concepts and concept not in file.groups:
                yield Fault(RULES, where, _unknown(concept, (*file.concepts, *file.groups)))
    for concept in (*file.concepts, *file.groups):
        if concept not in used:
            yield Fault(RULES, "concepts, groups", f"'{concept}' is in no rule")


def _named(file: DangerRulesFile) -> Iterator[tuple[str, str]]:
    yield from (("groups", text) for text in file.groups.values())
    yield from (("everywhere", concept) for concept in file.everywhere)
    yield from (
        ("never, unless, told, mine, places, closed, lasting, theirs, somebody", text)
        for text in (
            *file.never.values(),
            *file.unless.values(),
            *file.told.values(),
            file.theirs,
            file.mine,
            file.places,
            file.closed,
            file.lasting,
            file.somebody,
        )
    )
    for tier, rules in chain(file.rules.items(), file.hurting.items(), file.signs.items()):
        for number, rule in enumerate(rules, start=1):
            yield from ((f"{tier.value} {number}", text) for text in (*rule.near, rule.unless, rule.told))


def _unknown(concept: str, known: Iterable[str]) -> str:
    near = get_close_matches(concept, list(known), n=1)
    hint = f", did you mean '{near[0]}'?" if near else ""
    return f"there is no concept '{concept}'{hint}"


def _faults_of_words(file: str, words: LexiconFile, rules: DangerRulesFile) -> Iterator[Fault]:
    for concept in words.words:
        if concept not in rules.concepts:
            yield Fault(file, "words", _unknown(concept, rules.concepts))
    entries = [(where, entry) for where, text in _texts(words) for entry in listed(text)]
    # Most words stand in many entries.
    unheard = {word for word in {*chain(*(entry.split() for _, entry in entries))} if not _can_be_heard(word)}
    for where, entry in entries:
        if not unheard.isdisjoint(entry.split()):
            yield Fault(
                file,
                where,
                f"'{entry}' is never heard; write small letters and no signs but one * at the end of a word",
            )
    yield from _claimed_twice(file, words)


def _texts(words: LexiconFile) -> Iterator[tuple[str, str]]:
    yield from (
        ("common", words.common),
        ("real", words.real),
        ("harmless", words.harmless),
        ("asking", words.asking),
        ("facts", words.facts),
    )
    yield from ((f"not, {name}", str(text)) for name, text in words.denied)
    yield from ((f"time, {name}", str(text)) for name, text in words.time)
    yield from ((f"certain, {tier.value}", text) for tier, text in words.certain.items())
    yield from ((f"alike, {word}", f"{word}, {text}") for word, text in words.alike.items())
    yield from ((f"words, {concept}", text) for concept, text in words.words.items())


def _can_be_heard(word: str) -> bool:
    return word == GAP or words_of(word) == [word.removesuffix(STEM)]


def _claimed_twice(file: str, words: LexiconFile) -> Iterator[Fault]:
    claimed: dict[str, Tier] = {}
    for tier, text in words.certain.items():
        for entry in _entries(text):
            if claimed.setdefault(entry, tier) is not tier:
                yield Fault(file, "certain", f"'{entry}' means both {claimed[entry].value} and {tier.value}")
