"""Turns the content folder into the Library, or reports all its faults."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.content.faults import ContentFault, Fault
from bot.content.language.wording import forbidden_words, wording_faults
from bot.content.rules.every import broken_rules
from bot.content.source import media_files
from bot.content.source.language_tags import ENGLISH
from bot.content.source.own_pictures import HELLO
from bot.content.source.records import (
    ExerciseSource,
    LibrarySource,
    ProgrammeSource,
    RoutineSource,
    TopicSource,
    read,
)
from bot.content.source.schema import CeilingFile, DoseFile, FormFile, LineFile, WeekFile, WeekWords
from bot.domain.library.exercise import Dose, Exercise, ExercisePhase, Form, FormRef, Pace, Picture, Step
from bot.domain.library.library import Library
from bot.domain.library.routine import Programme, ProgrammeWeek, Routine, RoutineLine
from bot.domain.library.topic import Group, Topic
from bot.domain.session.script import Part, duration


def load(folder: Path, language: str = ENGLISH) -> Library:
    """Exercises are in the order of a session's phases, routines from short to long. Raises ContentFault.

    Parts that `language` lacks are in English, and everything is also found by its English name.
    """
    source = read(folder, language)
    if faults := content_faults(source):
        raise ContentFault(faults)
    phases = tuple(ExercisePhase)
    exercises = sorted(
        source.exercises.values(), key=lambda each: (phases.index(each.facts.phase), each.slug)
    )
    ceilings = source.ceilings or {}
    library = Library({each.slug: _exercise(each, ceilings[each.slug]) for each in exercises}, {})
    routines = sorted(
        (_routine(source, each) for each in source.routines.values()),
        key=lambda each: (_seconds(each, library), each.slug),
    )
    groups = tuple(Group)
    topics = sorted(
        source.topics.values(), key=lambda each: (groups.index(each.facts.group), each.facts.order, each.slug)
    )
    return Library(
        library.exercises,
        {routine.slug: routine for routine in routines},
        {each.slug: _programme(source, each) for each in source.programmes.values()},
        {each.slug: _topic(each) for each in topics},
        Picture(HELLO) if media_files.has_own(source) else None,
        source.fillers,
    )


def content_faults(source: LibrarySource) -> list[Fault]:
    forbidden, faults = forbidden_words(source.folder)
    return [
        *source.faults,
        *broken_rules(source),
        *faults,
        *(wording_faults(source, forbidden) if source.language == ENGLISH else ()),
    ]


def _seconds(routine: Routine, library: Library) -> int:
    forms = [(line, library.form(line.ref)) for line in routine.lines]
    return duration([Part(form, line.dose or form.dose(1)) for line, form in forms if form])


def _exercise(source: ExerciseSource, ceilings: Mapping[str, CeilingFile]) -> Exercise:
    facts, prose = source.facts, source.prose
    return Exercise(
        slug=source.slug,
        title=prose.title,
        purpose=prose.purpose,
        other_names=prose.other_names,
        caution=prose.caution,
        mistake=prose.mistake,
        phase=facts.phase,
        focus=frozenset(facts.focus),
        family=facts.family,
        forms=tuple(_form(source, form, ceilings[form.id]) for form in facts.forms),
        sources=facts.sources,
        signed_by=facts.signed_by,
        signed_on=facts.signed_on,
        search=(*facts.search, *_in_english(source, source.english.title, *source.english.other_names)),
        apart_from=frozenset(facts.apart_from),
        is_tinted=facts.tinted,
        mistaken=_mistaken(source),
    )


def _mistaken(source: ExerciseSource) -> Picture | None:
    file = media_files.mistaken(source)
    return Picture(file) if file else None


def _in_english(
    source: ExerciseSource | RoutineSource | ProgrammeSource | TopicSource, *names: str
) -> tuple[str, ...]:
    return () if source.language == ENGLISH else names


def _form(source: ExerciseSource, form: FormFile, ceiling: CeilingFile) -> Form:
    prose = source.prose.forms[form.id]
    start, steady, strong = map(_dose, form.doses)
    return Form(
        ref=FormRef(source.slug, form.id),
        name=prose.name,
        pace=form.pace,
        position=form.position,
        sides=form.sides,
        doses=(start, steady, strong),
        steps=tuple(_step(source, form.id, id_) for id_ in form.steps),
        cue=prose.cue,
        feel=prose.feel,
        between=prose.between,
        breathing=prose.breathing,
        barred_for=frozenset(form.barred_for),
        on_bed=form.on_bed,
        seated_too=form.seated_too,
        equipment=frozenset(form.equipment),
        easier=_ref(form.easier) if form.easier else None,
        harder=_ref(form.harder) if form.harder else None,
        swaps=tuple(map(_ref, form.swaps)),
        loops=media_files.loops(source, form) if source.is_drawn else (),
        held=media_files.stations(source, form),
        numbered=Picture(media_files.numbered(source, form)) if source.is_drawn else None,
        intensity=form.intensity,
        longest=ceiling.hold,
        most=ceiling.repetitions,
        is_stretch=form.pace is Pace.HOLD and source.facts.phase is not ExercisePhase.STRENGTH,
        other_side=prose.other_side,
        way_in=prose.way_in,
        begin=prose.begin,
        there=prose.there,
        back=prose.back,
        turn=form.turn,
        stations=prose.stations,
    )


def _step(source: ExerciseSource, form: str, id_: str) -> Step:
    prose = source.prose.steps[id_]
    picture = Picture(media_files.step_still(source, form, id_)) if source.is_drawn else None
    return Step(id_, prose.text, prose.alt, picture)


def _title_picture(plan: RoutineSource | ProgrammeSource) -> Picture | None:
    return Picture(media_files.title_of(plan.file)) if plan.is_drawn else None


def _routine(source: LibrarySource, each: RoutineSource) -> Routine:
    facts = each.facts
    return Routine(
        slug=each.slug,
        title=each.words.title,
        summary=each.words.summary,
        lines=_lines(source, facts.lines),
        signed_by=facts.signed_by,
        signed_on=facts.signed_on,
        search=(*facts.search, *_in_english(each, facts.en.title)),
        picture=_title_picture(each),
    )


def _programme(source: LibrarySource, each: ProgrammeSource) -> Programme:
    facts = each.facts
    return Programme(
        slug=each.slug,
        title=each.words.title,
        summary=each.words.summary,
        weeks=tuple(_week(source, week, words) for week, words in each.weeks),
        rhythm=facts.rhythm,
        least=facts.least,
        seated=facts.seated or "",
        signed_by=facts.signed_by,
        signed_on=facts.signed_on,
        search=(*facts.search, *_in_english(each, facts.en.title)),
        picture=_title_picture(each),
    )


def _week(source: LibrarySource, week: WeekFile, words: WeekWords) -> ProgrammeWeek:
    return ProgrammeWeek(words.title, {letter: _lines(source, lines) for letter, lines in week.days.items()})


def _lines(source: LibrarySource, lines: Iterable[LineFile]) -> tuple[RoutineLine, ...]:
    return tuple(_line(line, source.chain(line)) for line in lines)


def _topic(source: TopicSource) -> Topic:
    facts, prose = source.facts, source.prose
    return Topic(
        slug=source.slug,
        title=prose.title,
        text=prose.text,
        more=prose.more,
        group=facts.group,
        only_a_doctor_knows=facts.doctor,
        exercises=facts.exercises,
        routines=facts.routines,
        topics=facts.topics,
        sources=facts.sources,
        signed_by=facts.signed_by,
        signed_on=facts.signed_on,
        search=(*facts.search, *_in_english(source, source.english.title)),
    )


def _line(line: LineFile, chain: Iterable[str]) -> RoutineLine:
    dose = _dose(line.dose) if line.dose else None
    return RoutineLine(line.purpose, _ref(line.exercise), dose, tuple(map(_ref, chain)))


def _dose(dose: DoseFile) -> Dose:
    return Dose(dose.hold, dose.move, dose.repetitions, dose.stations, dose.switch)


def _ref(text: str) -> FormRef:
    exercise, _, form = text.partition("/")
    return FormRef(exercise, form)
