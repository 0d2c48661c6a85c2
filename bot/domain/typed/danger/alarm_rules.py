"""Decides which rules fire on the concepts in a message, by how close together they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.danger_lexicon import DangerRules
from bot.domain.typed.danger.heard import WEIGHT, Tier
from bot.domain.typed.danger.lexicon_index import Concepts
from bot.domain.typed.danger.reach import WORD

_BESIDE = 5 * WORD
"""How close words that make others harmless must stand to them."""

_BEFORE = 8 * WORD
_AFTER = 3 * WORD
_OWN = 2 * WORD
"""Words about a film or a dog call off an alarm from as far as _BEFORE and _AFTER, but not if "my" or "I" stands this close."""

_PAST_COUNTS = frozenset({Tier.SELF_HARM, Tier.ABUSE, Tier.LOW_BACK, Tier.WORK_AROUND})
_MAY_BE_OVER = frozenset({Tier.SELF_HARM, Tier.ABUSE})
_ASKING_COUNTS = frozenset({Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE, Tier.NOW})
_SUPPOSED_IS_LESS = frozenset({Tier.NOW, Tier.DOCTOR})


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A DangerRule with each concept as a bit."""

    tier: Tier
    near: tuple[int, ...]
    within: int
    unless: int
    never: int
    mine: int
    past: bool
    tags: frozenset[Tag]
    told: int = 0
    few: int = 0
    theirs: int = 0
    somebody: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """Concepts (bits) between two places. `past`: it was long ago; `over`: and the person has been well since.
    `asked`: it asks about facts. `supposed`: it is about what might be. `slip`: a single word that is a word of
    danger only if it holds a typing slip."""

    at: int
    end: int
    means: int
    past: bool
    over: bool
    asked: bool
    supposed: bool
    slip: bool = False


def compiled(rules: DangerRules, concepts: Concepts) -> tuple[CompiledRule, ...]:
    mine = concepts.bits(rules.mine)
    never = {tier: concepts.bits(rules.never.get(tier, ())) for tier in Tier}
    theirs = concepts.bits(rules.theirs)
    somebody = concepts.bits(rules.somebody | rules.places)
    past = {tier: tier in _PAST_COUNTS for tier in Tier}
    out = [
        CompiledRule(
            tier,
            (concepts.bit(tier),),
            WORD,
            concepts.bits(rules.unless.get(tier, ())),
            never[tier],
            mine,
            past[tier],
            frozenset(),
            concepts.bits(rules.told.get(tier, ())),
            theirs=theirs,
            somebody=somebody,
        )
        for tier in Tier
    ]
    for each in rules.rules:
        near = tuple(map(concepts.bits, each.near))
        unless = concepts.bits(each.unless)
        tier = each.tier
        out.append(
            CompiledRule(
                tier,
                near,
                each.within * WORD,
                unless,
                never[tier],
                mine,
                each.past or past[tier],
                each.tags,
                concepts.bits(each.told),
                each.few,
                theirs,
                somebody,
            )
        )
    return tuple(sorted(out, key=lambda rule: WEIGHT[rule.tier]))


class RulesByConcept:
    """Each rule is listed under the concepts of its smallest group: without any of these it cannot fire."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = rules
        self._under: dict[int, list[int]] = {}
        for number, rule in enumerate(rules):
            for concept in _concepts(min(rule.near, key=int.bit_count)):
                self._under.setdefault(concept, []).append(number)

    def that_may_fire(self, present: int) -> list[CompiledRule]:
        near = {number for concept in _concepts(present) for number in self._under.get(concept, ())}
        return [rule for rule in map(self._rules.__getitem__, sorted(near)) if _is_complete(rule, present)]


def _concepts(bits: int) -> Iterator[int]:
    while bits:
        yield bits & -bits
        bits &= bits - 1


def _is_complete(rule: CompiledRule, present: int) -> bool:
    return all(group & present for group in rule.near)


def fires(rule: CompiledRule, signs: Sequence[Sign], present: int, words: int) -> bool:
    """`present`: all concepts in the message. `words`: how many words it has."""
    if not _is_complete(rule, present) or (rule.few and words > rule.few):
        return False
    heard = [sign for sign in signs if not sign.slip] if _slips_pass(rule, present) else signs
    return any(not _harmless(rule, begin, end, signs, present) for begin, end in _windows(rule, heard))


def _slips_pass(rule: CompiledRule, present: int) -> bool:
    """True if a word that means danger only by a typing slip does not count, because nothing says whom or what it is about."""
    return len(rule.near) == 1 and rule.tier in _SUPPOSED_IS_LESS and not present & rule.somebody


def _windows(rule: CompiledRule, signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Where the first and the last sign begin, in the narrowest stretches that hold one concept of every group."""
    asking, supposing = rule.tier in _ASKING_COUNTS, rule.tier not in _SUPPOSED_IS_LESS
    last: list[Sign | None] = [None] * len(rule.near)
    may_be_over = rule.tier in _MAY_BE_OVER
    for sign in signs:
        if sign.over and may_be_over:
            continue
        if (sign.past and not rule.past) or (sign.asked and not asking) or (sign.supposed and not supposing):
            continue
        hit = False
        for number, group in enumerate(rule.near):
            if sign.means & group:
                last[number] = sign
                hit = True
        if hit and None not in last:
            first = min(filter(None, last), key=_end)
            if sign.at - first.end <= rule.within:
                yield first.at, sign.at


def _harmless(rule: CompiledRule, begin: int, end: int, signs: Sequence[Sign], present: int) -> bool:
    if rule.unless & present and _stands(rule.unless, signs, begin - _BESIDE, end + _BESIDE):
        return True
    told = rule.told & present and not present & rule.theirs
    if told and _stands(rule.told, signs, begin - _BEFORE, end + _BEFORE):
        return not _stands(rule.mine, signs, begin - _OWN, end + _OWN)
    if not rule.never & present or not _stands(rule.never, signs, begin - _BEFORE, end + _AFTER):
        return False
    return not _stands(rule.mine, signs, begin - _OWN, end)


def _stands(concepts: int, signs: Sequence[Sign], begin: int, end: int) -> bool:
    first = bisect_left(signs, begin, key=_place)
    last = bisect_right(signs, end, key=_place)
    return any(sign.means & concepts for sign in signs[first:last])


def _place(sign: Sign) -> int:
    return sign.at


def _end(sign: Sign) -> int:
    return sign.end
