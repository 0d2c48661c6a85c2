"""The shape of the TOML files: their keys and the allowed values."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

from bot.content.source.language_tags import ENGLISH
from bot.domain.library.exercise import Equipment, ExercisePhase, Pace, Position, Purpose, Side, Tag, Turn
from bot.domain.library.topic import Group
from bot.domain.typed.danger.heard import Tier

OTHERS = "others"
"""The key for the tables of other languages while a file is read; no file has it."""

SLUG_FORM = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
REF_FORM = r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"
DAY_FORM = r"^(\d{4}-\d{2}-\d{2})?$"
PHRASE_FORM = r"^\S+( \S+)*$"
LETTER_FORM = r"^[a-z]$"
COUNTRY_FORM = r"^[A-Z]{2}$"
NUMBER_FORM = r"^[0-9]+([ -][0-9]+)*( · [0-9]+([ -][0-9]+)*)*$"

FORMS = {
    SLUG_FORM: "should be a name in small letters, words joined by hyphens, such as 'cat-cow'",
    REF_FORM: "should be an exercise and a form of it, such as 'cat-cow/flow'",
    DAY_FORM: "should be a day, such as '2026-01-31', or empty",
    PHRASE_FORM: "should be words with one space between them",
    LETTER_FORM: "should be one small letter",
    COUNTRY_FORM: "should be a country of two letters, such as 'FR'",
    NUMBER_FORM: "should be digits as one dials them, and ' · ' between two numbers",
}
"""The message for each form that a value must have."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_FORM, max_length=30)]
Ref = Annotated[str, StringConstraints(pattern=REF_FORM)]
Day = Annotated[str, StringConstraints(pattern=DAY_FORM)]
Phrase = Annotated[str, StringConstraints(pattern=PHRASE_FORM, max_length=60)]
Letter = Annotated[str, StringConstraints(pattern=LETTER_FORM)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Signed(File):
    """Doses and blocks count as signed once both fields have a value: a clinician's name, and the day."""

    signed_by: str
    signed_on: Day


class DoseFile(File):
    """Seconds, times and stations of one side. These bounds catch typing mistakes; doses.toml has the ceilings."""

    hold: int = Field(ge=0, le=600)
    move: int = Field(ge=0, le=60)
    repetitions: int = Field(ge=1, le=50)
    stations: int = Field(default=1, ge=1, le=4)
    switch: int = Field(default=5, ge=5, le=30)


class FormFile(File):
    id: Slug
    pace: Pace
    intensity: int = Field(ge=1, le=3)
    position: Position
    sides: tuple[Side, ...]
    doses: tuple[DoseFile, DoseFile, DoseFile]
    turn: Turn = Turn.AFTER_STAYING
    steps: tuple[Slug, ...] = Field(min_length=1, max_length=10)
    barred_for: tuple[Tag, ...]
    on_bed: bool
    seated_too: bool
    equipment: tuple[Equipment, ...]
    easier: Ref | None = None
    harder: Ref | None = None
    swaps: tuple[Ref, ...] = Field(min_length=1)


class ExerciseFile(Signed):
    phase: ExercisePhase
    focus: tuple[Purpose, ...] = Field(min_length=1)
    family: Slug
    apart_from: tuple[Slug, ...] = ()
    tinted: bool = True
    search: tuple[Phrase, ...] = ()
    sources: tuple[Text, ...] = Field(min_length=1)
    forms: tuple[FormFile, ...] = Field(min_length=1)


class InLanguages(File):
    """The words of each language are in a table: `en`, which is required, and `others` by tag."""

    en: File
    others: Mapping[str, File]

    @property
    def languages(self) -> frozenset[str]:
        return frozenset({ENGLISH, *self.others})


class RoutineWords(File):
    title: Text
    summary: Text


class LineFile(File):
    purpose: Purpose
    exercise: Ref
    dose: DoseFile | None = None
    fallbacks: tuple[Ref, ...] = ()


class RoutineFile(Signed, InLanguages):
    en: RoutineWords
    others: Mapping[str, RoutineWords] = {}
    search: tuple[Phrase, ...] = ()
    lines: tuple[LineFile, ...] = Field(min_length=1)


class WeekWords(File):
    title: Text


class WeekFile(InLanguages):
    en: WeekWords
    others: Mapping[str, WeekWords] = {}
    days: dict[Letter, Annotated[tuple[LineFile, ...], Field(min_length=1)]]


class ProgrammeFile(Signed, InLanguages):
    """`rhythm`: the letters of a week's days, in order. `least`: sessions before the next week is offered."""

    en: RoutineWords
    others: Mapping[str, RoutineWords] = {}
    search: tuple[Phrase, ...] = ()
    rhythm: tuple[Letter, ...] = Field(min_length=1, max_length=7)
    least: int = Field(ge=1, le=7)
    seated: Slug | None = None
    weeks: tuple[WeekFile, ...] = Field(min_length=1)


class TopicFile(Signed):
    """`order`: the place in its group. `doctor`: only a doctor can tell whether somebody has it."""

    group: Group
    order: int = Field(ge=1, le=99)
    doctor: bool
    exercises: tuple[Slug, ...] = ()
    routines: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    search: tuple[Phrase, ...] = ()
    sources: tuple[Text, ...] = Field(min_length=1)


Heard = tuple[str, ...]
"""Phrases that people may type. Empty ones pass here: phrases that are never heard get a fault each, and hide no others."""


class QuantitiesFile(File):
    """Words for minutes and amounts."""

    minutes: Heard = ()
    seconds: Heard = ()
    times: Heard = ()
    each_side: Heard = Field(default=(), alias="each-side")
    sets: Heard = ()
    about: Heard = ()
    of: Heard = ()
    rests: Heard = ()
    between: Heard = ()
    to: Heard = ()
    beside: Heard = ()


class DatesFile(File):
    """Words for future days."""

    tomorrow: Heard = ()
    days: Heard = ()
    weeks: Heard = ()
    ending: Heard = ()
    of: Heard = ()
    before: Heard = ()


Spoken = dict[Text, Heard]
"""By meaning: all phrases for it."""


class WhichFile(File):
    """How people say which of their reminders they mean, and that it goes or changes."""

    model_config = ConfigDict(populate_by_name=True)

    one: Heard = ()
    article: Heard = ()
    indefinite: Heard = ()
    of: Heard = ()
    links: Heard = ()
    ends: Heard = ()
    becomes: Heard = ()
    beside: Heard = ()
    ends_apart: Heard = Field(default=(), alias="ends-apart")
    keeps: Heard = ()
    joins: Heard = ()
    first: Heard = ()
    last: Heard = ()
    compares: Heard = ()
    sooner: Heard = ()
    later: Heard = ()
    all: Heard = ()


class BesideFile(File):
    """What people say beside the time of a reminder: what their clock shows, where they are, how long a session may be."""

    model_config = ConfigDict(populate_by_name=True)

    small: Heard = ()
    clock_is: Heard = Field(default=(), alias="clock-is")
    clock_shows: Heard = Field(default=(), alias="clock-shows")
    here: Heard = ()
    in_place: Heard = Field(default=(), alias="in-place")
    not_place: Heard = Field(default=(), alias="not-place")
    no_length_behind: Heard = Field(default=(), alias="no-length-behind")
    no_length_before: Heard = Field(default=(), alias="no-length-before")
    length: Heard = ()
    always: Heard = ()
    wakes: Heard = ()
    asks_rest: Heard = Field(default=(), alias="asks-rest")
    better: Heard = ()
    cannot: Heard = ()
    undoes: Heard = ()
    pauses: Heard = ()
    undone: Heard = ()
    any_time: Heard = Field(default=(), alias="any-time")
    no_more: Heard = Field(default=(), alias="no-more")
    enough: Heard = ()
    of_one: Heard = Field(default=(), alias="of-one")
    take_back: Heard = Field(default=(), alias="take-back")


class BeyondFile(File):
    """What people ask of a reminder that it can't do."""

    model_config = ConfigDict(populate_by_name=True)

    ends: Heard = ()
    begins: Heard = ()
    lasts: Heard = ()
    periods: Heard = ()
    all_of: Heard = Field(default=(), alias="all-of")
    some_days: Heard = Field(default=(), alias="some-days")
    then: Heard = ()
    fortnightly: Heard = ()
    other: Heard = ()
    monthly: Heard = ()
    nth: Heard = ()
    of_month: Heard = Field(default=(), alias="of-month")


class WhenFile(File):
    """How people name times in one language."""

    model_config = ConfigDict(populate_by_name=True)

    days: Spoken = {}
    each_day: Spoken = Field(default={}, alias="each-day")
    short_days: Spoken = Field(default={}, alias="short-days")
    letters: Spoken = {}
    months: Spoken = {}
    numbers: Spoken = {}
    fractions: Spoken = {}
    towards: Spoken = {}
    onwards: Spoken = {}
    spans: Spoken = {}
    rhythms: Spoken = {}
    counts: Spoken = {}
    weekly: Spoken = {}
    ahead: Spoken = {}
    parts: Spoken = {}
    today_parts: Spoken = Field(default={}, alias="today-parts")
    day_parts: Spoken = Field(default={}, alias="day-parts")
    put_off: Spoken = Field(default={}, alias="put-off")
    words: Spoken = {}
    spelled: Spoken = {}
    in_full: dict[Text, Text] = Field(default={}, alias="in-full")
    zones: Spoken = {}
    which: WhichFile | None = None
    beside: BesideFile | None = None
    beyond: BeyondFile | None = None


class AlarmsFile(File):
    over: Heard = ()
    seen_by: Heard = Field(default=(), alias="seen-by")
    found_well: Heard = Field(default=(), alias="found-well")


class HurtingFile(File):
    pain: Heard = ()
    linking: Heard = ()
    of: Heard = ()
    then: Heard = ()
    article: Heard = ()
    place: Heard = ()
    being: Heard = ()
    to: Heard = ()


class HowFile(File):
    denials: Heard = ()
    between: Heard = ()
    joining: Heard = ()
    beside: Heard = ()


class HearingFile(File):
    """One language. Missing sections are not heard in it."""

    moves: Spoken = {}
    wishes: Spoken = {}
    edits: Spoken = {}
    nods: Spoken = {}
    pains: Spoken = {}
    places: Spoken = {}
    signs: Spoken = {}
    replies: Spoken = {}
    tags: Spoken = {}
    moved: Spoken = {}
    order: Spoken = {}
    alarms: AlarmsFile = AlarmsFile()
    hurting: HurtingFile = HurtingFile()
    felt: Spoken = {}
    rated: Spoken = {}
    mornings: Spoken = {}
    how: HowFile = HowFile()
    numbers: Spoken = {}
    quantities: QuantitiesFile = QuantitiesFile()
    dates: DatesFile = DatesFile()


Wished = dict[Text, tuple[Text, ...]]
"""By wish: the ways to say it."""


class WishesFile(File):
    """How people say wishes in one language, by ideas."""

    model_config = ConfigDict(populate_by_name=True)

    fillers: Heard
    guarded: Heard = ()
    denials: Heard = ()
    asking: Heard = ()
    asking_for: Heard = Field(default=(), alias="asking-for")
    before_questions: Heard = Field(default=(), alias="before-questions")
    ideas: Spoken
    wished: Wished
    in_session: Wished = Field(default={}, alias="in-session")
    after_reminder: Wished = Field(default={}, alias="after-reminder")


class CeilingFile(File):
    """The greatest dose of a form: seconds of one hold, and repetitions on each side."""

    hold: int = Field(ge=1)
    repetitions: int = Field(ge=1)


class CeilingsFile(RootModel[dict[Slug, dict[Slug, CeilingFile]]]):
    pass


class FallbacksFile(RootModel[dict[Purpose, tuple[Ref, ...]]]):
    """Replacements for a move that does not suit somebody, by purpose, best first."""


class FillersFile(RootModel[dict[Text, tuple[Text, ...]]]):
    """By language: words that say little about the thing somebody looks for."""


class ForbiddenFile(File):
    """`words`: forbidden words, and what to say instead. `allowed`: ids of sentences that may use some of them."""

    words: dict[Text, Text]
    allowed: dict[Text, tuple[Text, ...]] = {}


class NotFile(File):
    """Words that deny, how far they reach, and words that only look like them."""

    model_config = ConfigDict(populate_by_name=True)

    no: Text = ""
    next: Text = ""
    after: Text = ""
    but: Text = ""
    also: Text = Field(default="", alias="or")
    sure: Text = ""


class TimeFile(File):
    past: Text = ""
    present: Text = ""
    over: Text = ""


class AskedFile(File):
    """The question whether words of danger were meant, and its two buttons."""

    danger: Text
    doctor: Text
    yes: Text
    no: Text


class LexiconFile(File):
    """The words of one language that mean danger. Each text is a list with commas, which TOML reads fastest."""

    model_config = ConfigDict(populate_by_name=True)

    mixed_in: bool = False
    keeps_firsts: bool = False
    common: Text
    real: Text = ""
    alike: dict[Text, Text] = {}
    denied: NotFile = Field(default_factory=NotFile, alias="not")
    time: TimeFile = Field(default_factory=TimeFile)
    asking: Text = ""
    facts: Text = ""
    harmless: Text = ""
    certain: dict[Tier, Text] = {}
    words: dict[Text, Text]
    answers: dict[Tier, Text] = {}
    asked: AskedFile | None = None


class CriesFile(File):
    """By language tag. Each text is a list with commas."""

    asks: dict[Text, Text]
    said: dict[Text, Text]
    beside: dict[Text, Text]


class CalmFile(File):
    """By language tag. Each text is a list with commas. In `parts` of messages, "(a|b|)" stands for a, for b, or for neither."""

    said: dict[Text, Text]
    parts: dict[Text, Text] = Field(default_factory=dict)


class RepliesFile(File):
    """By language tag. Each text is a list with commas."""

    denied: dict[Text, Text]
    well: dict[Text, Text]
    taken_back: dict[Text, Text] = Field(alias="taken-back")
    no_before_well: dict[Text, Text] = Field(alias="no-before-well")
    beside_denied: dict[Text, Text] = Field(alias="beside-denied")
    dismissed: dict[Text, Text]
    removes: dict[Text, Text]
    goes: dict[Text, Text]
    widely: dict[Text, Text]
    removed: dict[Text, Text]
    beside_removed: dict[Text, Text] = Field(alias="beside-removed")
    after_all: dict[Text, Text] = Field(alias="after-all")
    beside_after_all: dict[Text, Text] = Field(alias="beside-after-all")
    explains: dict[Text, Text]
    calling: dict[Text, Text]
    unanswered: dict[Text, Text]
    beside_calling: dict[Text, Text] = Field(alias="beside-calling")


class DangerRuleFile(File):
    near: tuple[Text, ...] = Field(min_length=1)
    within: int = Field(default=6, ge=1, le=40)
    unless: Text = ""
    tags: tuple[Tag, ...] = ()
    past: bool = False
    told: Text = ""
    few: int = Field(default=0, ge=0, le=9)


class DangerRulesFile(File):
    """Rules by tier; `hurting` and `signs` count only in an answer to a question about those. `concepts`: each with a line that explains it.
    `groups`: names for several concepts.
    """

    concepts: dict[Text, Text]
    groups: dict[Text, Text] = {}
    everywhere: dict[Text, Text] = {}
    never: dict[Tier, Text] = {}
    mine: Text
    places: Text
    closed: Text
    lasting: Text = ""
    unless: dict[Tier, Text] = {}
    told: dict[Tier, Text] = {}
    theirs: Text = ""
    somebody: Text = ""
    rules: dict[Tier, tuple[DangerRuleFile, ...]]
    hurting: dict[Tier, tuple[DangerRuleFile, ...]] = {}
    signs: dict[Tier, tuple[DangerRuleFile, ...]] = {}


Country = Annotated[str, StringConstraints(pattern=COUNTRY_FORM)]
Number = Annotated[str, StringConstraints(pattern=NUMBER_FORM, max_length=30)]
"""As it is dialled; two numbers have " · " between them."""


class NumbersFile(File):
    emergency: dict[Country, Number]
    crisis: dict[Country, Number]
    abuse: dict[Country, Number]
