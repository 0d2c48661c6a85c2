"""Reads one TOML file into its shape, and explains in an author's words what does not fit."""

import json
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.content.faults import Fault
from bot.content.source.language_tags import ENGLISH, LANGUAGE
from bot.content.source.schema import FORMS, OTHERS
from bot.content.source.text_file import text_of

Shape = TypeVar("Shape", bound=BaseModel)

PLAIN = {
    "missing": "is missing",
    "int_type": "should be a whole number",
    "string_type": "should be text in quotes",
    "bool_type": "should be true or false",
    "tuple_type": "should be a list in [ ]",
    "dict_type": "should be a table",
    "model_type": "should be a table",
    "enum": "should be {expected}",
    "literal_error": "should be {expected}",
    "greater_than_equal": "should be {ge} or more",
    "less_than_equal": "should be {le} or less",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "too_short": "has {actual_length} entries and needs {min_length}",
    "too_long": "has {actual_length} entries, at most {max_length} may stand there",
}
"""pydantic's kinds of error in plain words."""


def read_toml(path: Path, file: str, shape: type[Shape]) -> tuple[Shape | None, list[Fault]]:
    """`file`: its name in faults. Returns the value, or None and at least one fault."""
    text, faults = text_of(path, file)
    if text is None:
        return None, faults
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Apart from its own error, tomllib raises those for numbers too long for Python and lists nested too deeply.
        return None, [Fault(file, "TOML", str(error))]
    try:
        # By way of JSON: only from JSON does strict reading take text for an enum and a list for a tuple. A bare date becomes text.
        return shape.model_validate_json(json.dumps(_gathered(data), default=str)), []
    except ValidationError as error:
        known = sorted(_keys(shape))
        return None, [_fault(file, each, known) for each in _first_ones(error)]


def _first_ones(error: ValidationError) -> list[dict[str, Any]]:
    """Leaves out faults that follow from others, such as a list that is too short because its entries are wrong."""
    errors: list[dict[str, Any]] = [dict(each) for each in error.errors(include_url=False)]
    places = {each["loc"][:length] for each in errors for length in range(len(each["loc"]))}
    return [each for each in errors if each["type"] != "too_short" or each["loc"] not in places]


def _gathered(data: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """Moves the tables beside `en` that are named by language tags into one table, since the tags are not known in advance."""
    if isinstance(data, list):
        return [_gathered(each) for each in data]
    if not isinstance(data, dict):
        return data
    data = {key: _gathered(each) for key, each in data.items()}
    if not isinstance(data.get(ENGLISH), dict):
        return data
    others = {
        key for key in data if key != ENGLISH and isinstance(data[key], dict) and LANGUAGE.fullmatch(key)
    }
    rest = {key: each for key, each in data.items() if key not in others}
    return rest | {OTHERS: {key: data[key] for key in others}} if others else rest


def _fault(file: str, error: dict[str, Any], known: list[str]) -> Fault:
    unsaid = ("[key]", OTHERS)
    where = [part + 1 if isinstance(part, int) else part for part in error["loc"] if part not in unsaid]
    if error["type"] == "extra_forbidden":
        key = str(where.pop())
        near = get_close_matches(key, known, n=1)
        hint = f", did you mean '{near[0]}'?" if near else ""
        return Fault(file, _place(where), f"unknown key '{key}'{hint}")
    plain = FORMS.get(error.get("ctx", {}).get("pattern"), PLAIN.get(error["type"]))
    what = plain.format(**error.get("ctx", {})) if plain else error["msg"]
    is_one_value = error["type"] != "missing" and not isinstance(error["input"], dict | list)
    return Fault(file, _place(where), f"{error['input']!r} {what}" if is_one_value else what)


def _place(where: list[Any]) -> str:
    """("forms", 2, "hold") becomes "forms 2, hold"."""
    place = ""
    for part in where:
        place += f" {part}" if isinstance(part, int) else f", {part}" if place else part
    return place or "the file"


def _keys(shape: object) -> set[str]:
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return set().union(*(_keys(inner) for inner in getattr(shape, "__args__", ())), set())
    fields = shape.model_fields.values()
    return {field.alias or name for name, field in shape.model_fields.items()}.union(
        *(_keys(field.annotation) for field in fields)
    )
