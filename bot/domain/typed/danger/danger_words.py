"""Hears in a person's words, in any language, how they are (docs/facts.md: warning-signs, danger-words)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.alarm_rules import CompiledRule, RulesByConcept, Sign, compiled, fires
from bot.domain.typed.danger.danger_lexicon import DangerRules, Grammar, Lexicon
from bot.domain.typed.danger.heard import AskedAbout, ByRules, Heard, Tier, heavier
from bot.domain.typed.danger.lexicon_index import LexiconIndex
from bot.domain.typed.danger.reach import Scopes, reach
from bot.domain.typed.danger.sightings import Sighting, concepts_in, sightings, without_idioms
from bot.domain.typed.danger.spoken_words import SpokenWords, spoken_words

_PLAIN = frozenset({Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE, Tier.NOW, Tier.DOCTOR})
"""Tiers that are heard even if the language is only likely."""

_COMMAND = re.compile(r"^\s*/[\w@]+")
_KEPT = 8
"""Messages kept in memory, because one is asked about several times."""

_LIKELY = 0.5
_CLEAR = 0.75


class _Likely:
    """How likely a message is in one language, by its known words."""

    def __init__(self, spoken: SpokenWords, language: int, index: LexiconIndex) -> None:
        self._spoken = spoken
        self._evidence = spoken.evidence
        self.language = language
        self._common = index.common
        self._is_mixed_in = index.mixed_in[language]

    def trusted(self, sighted: list[Sighting]) -> list[Sighting]:
        # Words that a likelier language knows belong to that language.
        mine = self._evidence[self.language]
        others = sum(1 << other for other, count in enumerate(self._evidence) if count > mine)
        if not others:
            return sighted
        known = {at for at, languages in enumerate(self._spoken.languages) if languages >> self.language & 1}
        own = {at for at in known if not self._spoken.languages[at] & others}
        trusted = own | {at for at in known if self._is_borrowed(at, own)}
        return [each for each in sighted if trusted.intersection(each.at)]

    def _is_borrowed(self, at: int, own: set[int]) -> bool:
        """True for a word that other languages know, too, beside a word of this language alone: "tolong chest pain"."""
        return self._is_mixed_in and (at - 1 in own or at + 1 in own) and not self._is_common(at)

    def _is_common(self, at: int) -> bool:
        return any(word in common for word in self._spoken.readings[at] for common in self._common)

    def possible(self, sighted: list[Sighting]) -> bool:
        own = {at for each in sighted for at in each.at}
        return self._share() >= _LIKELY or len(own) > 1

    def clear(self, sighted: list[Sighting]) -> bool:
        """False for a single word that belongs to this language only by a slip: "Berlin" is no back."""
        is_a_slip = not self._evidence[self.language] and len({at for each in sighted for at in each.at}) < 2
        return self._share() >= _CLEAR and not is_a_slip

    def _share(self) -> float:
        best = max(self._evidence)
        return self._evidence[self.language] / best if best else 1.0


class DangerWords:
    """All languages at once: a person in need may write in any."""

    def __init__(self, lexicons: Sequence[Lexicon], rules: DangerRules) -> None:
        self._index = LexiconIndex(lexicons, rules)
        self._rules = RulesByConcept(compiled(rules, self._index.concepts))
        self._answers = {
            question: RulesByConcept(compiled(replace(rules, rules=own), self._index.concepts))
            for question, own in rules.answers.items()
        }
        self._others = self._index.concepts.bits(rules.never.get(Tier.NOW, ()))
        self._harmless = self._index.concepts.bit(Grammar.HARMLESS)
        self._places = self._index.concepts.bits(rules.places)
        self._spoken = lru_cache(maxsize=_KEPT)(self._words)
        self._all_sighted = lru_cache(maxsize=_KEPT)(self._sighted)

    def hears(self, text: str) -> Heard | None:
        # A command before it is no part of the sentence, unless there is nothing else.
        said = _COMMAND.sub("", text)
        return heavier(
            self._heard(text, self._rules), self._heard(said, self._rules) if said != text else None
        )

    def by_rules(self, text: str) -> Heard | None:
        return self.hears(text)

    def hears_answer(self, text: str, question: AskedAbout) -> Heard | None:
        rules = self._answers.get(question)
        return self._heard(text, rules) if rules else None

    def raises(self, text: str) -> bool:
        heard = self.hears(text)
        return heard is not None and heard.tier is not Tier.EVERYDAY

    def said(self, text: str, heard: Heard | None) -> ByRules:
        """What an ear is told besides the words. `heard`: what `hears` returned for it."""
        return ByRules(
            heard.tier.value if heard else None,
            self.denies(text),
            self.holds_an_idiom(text),
            self.names_the_body(text),
            self.supposes(text),
            self._only_language(text),
        )

    def denies(self, text: str) -> bool:
        """True if a sign of danger is denied, long ago, or about a film or a dog: "never fainted"."""
        sighted, scope = self._in_likeliest(text)
        away = scope.denied | scope.past if scope else frozenset()
        return any(
            each.means & self._others or (each.means & self._index.bodily and away.intersection(each.at))
            for each in sighted
        )

    def supposes(self, text: str) -> bool:
        """True if a sign of danger stands in a question about what might come: "what if I feel faint"."""
        sighted, scope = self._in_likeliest(text)
        return scope is not None and any(
            each.means & self._index.bodily and scope.supposed.intersection(each.at) for each in sighted
        )

    def _in_likeliest(self, text: str) -> tuple[list[Sighting], Scopes | None]:
        """As heard in the language that knows most of the words."""
        spoken, sighted = self._all_sighted(text)
        if not sighted:
            return [], None
        language = max(sighted, key=lambda each: spoken.evidence[each])
        return sighted[language], reach(spoken, sighted[language], language, self._index)

    def _only_language(self, text: str) -> str:
        spoken = self._spoken(text)
        knows_all = [at for at, known in enumerate(spoken.evidence) if known == len(spoken)]
        return self._index.tags[knows_all[0]] if len(knows_all) == 1 else ""

    def holds_an_idiom(self, text: str) -> bool:
        """True if it holds words that only sound like danger: "dying of laughter"."""
        _, sighted = self._all_sighted(text)
        return any(each.means & self._harmless for group in sighted.values() for each in group)

    def names_the_body(self, text: str) -> bool:
        _, sighted = self._all_sighted(text)
        return any(each.means & self._places for group in sighted.values() for each in group)

    def _words(self, text: str) -> SpokenWords:
        return spoken_words(text, self._index)

    def _sighted(self, text: str) -> tuple[SpokenWords, dict[int, list[Sighting]]]:
        spoken = self._spoken(text)
        return spoken, sightings(spoken, self._index)

    def _heard(self, text: str, rules: RulesByConcept) -> Heard | None:
        spoken = self._spoken(text)
        sighted = sightings(spoken, self._index, partial(self._matters, rules))
        if not sighted:
            return None
        evidence = spoken.evidence
        # People who write Hindi mix in English; "fever and back pain" is English all the same.
        ranked = sorted(sighted, key=lambda each: (-evidence[each], not self._index.mixed_in[each]))
        best = max(evidence)
        closing = {
            language: [each for each in sighted[language] if each.means & self._index.closed]
            for language in ranked
        }
        idioms = [each for language in ranked if evidence[language] >= best for each in closing[language]]
        heard = None
        for language in ranked:
            may_fire = rules.that_may_fire(concepts_in(sighted[language]))
            if not may_fire:
                continue
            own = closing[language] if evidence[language] < best else []
            theirs = without_idioms(sighted[language], [*idioms, *own], self._index)
            likely = _Likely(spoken, language, self._index)
            heard = heavier(heard, self._hears(spoken, likely.trusted(theirs), likely, may_fire))
        return heard

    def _matters(self, rules: RulesByConcept, concepts: int) -> bool:
        # Nothing else is looked at further, not even a long letter full of times.
        return bool(concepts & self._index.closed or rules.that_may_fire(concepts))

    def _hears(
        self, spoken: SpokenWords, sighted: list[Sighting], likely: _Likely, may_fire: list[CompiledRule]
    ) -> Heard | None:
        if not sighted or not likely.possible(sighted):
            return None
        rules = may_fire if likely.clear(sighted) else [rule for rule in may_fire if rule.tier in _PLAIN]
        fired = self._fired(spoken, sighted, likely.language, rules)
        if not fired:
            return None
        tags = frozenset[Tag]().union(*(rule.tags for rule in fired))
        return Heard(fired[0].tier, self._index.tags[likely.language], tags)

    def _fired(
        self, spoken: SpokenWords, sighted: list[Sighting], language: int, rules: list[CompiledRule]
    ) -> list[CompiledRule]:
        scope = reach(spoken, sighted, language, self._index)
        is_over = bool(concepts_in(sighted) & self._index.concepts.bit(Grammar.OVER))
        signs: list[Sign] = []
        present = 0
        for each in sighted:
            if not scope.denied.intersection(each.at):
                first = each.at[0]
                signs.append(
                    Sign(
                        scope.places[first],
                        scope.places[each.at[-1]],
                        each.means,
                        first in scope.past and not each.means & self._index.lasting,
                        is_over and first in scope.past,
                        first in scope.asked,
                        first in scope.supposed,
                        each.slip,
                    )
                )
                present |= each.means
        return [rule for rule in rules if fires(rule, signs, present, len(spoken))]
