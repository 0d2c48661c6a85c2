"""Formats every sentence of a file once, with all its variants, and reports those that Fluent cannot format."""

from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from bot.content.faults import Fault
from bot.content.language.words import WordsFault, bundle_of, formatted

Samples = dict[str, str | int]


def unsayable(
    file: str, language: str, resource: ast.Resource, samples: Mapping[str, Samples]
) -> Iterator[Fault]:
    bundle = bundle_of(language, ast.Resource([_at_once(entry) for entry in resource.body]))
    for id_, told in samples.items():
        try:
            formatted(bundle, id_, told)
        except WordsFault as fault:
            yield Fault(file, id_, " ".join(fault.what.split()))


def _at_once(entry: ast.EntryType) -> ast.EntryType:
    if isinstance(entry, ast.Message | ast.Term):
        for said in (entry, *entry.attributes):
            said.value = said.value and ast.Pattern(list(_elements(said.value)))
    return entry


def _elements(pattern: ast.Pattern) -> Iterator[ast.TextElement | ast.Placeable]:
    for element in pattern.elements:
        match _inmost(element):
            case ast.SelectExpression(selector=selector, variants=variants):
                yield ast.Placeable(selector)
                for variant in variants:
                    yield from _elements(variant.value)
            case _:
                yield element


def _inmost(element: ast.BaseNode) -> ast.BaseNode:
    return _inmost(element.expression) if isinstance(element, ast.Placeable) else element
