"""A result that comes with a sentence of explanation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExplainedResult:
    result: object
    description: str
