"""An answer that brings a word of explanation along with its result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExplainedResult:
    result: object
    description: str
