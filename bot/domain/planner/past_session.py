"""What a past session's script tells the planner about the next session."""

from collections.abc import Collection
from datetime import date

from bot.domain.library.exercise import Form
from bot.domain.library.library import Library
from bot.domain.planner.easing import LEAST, Effort, HowLow, PastSession
from bot.domain.session.script import Script, length_of


def past_session(  # noqa: PLR0913 - all that is known of it
    script: Script, day: date, effort: Effort, level: int, library: Library, *, is_single: bool
) -> PastSession | None:
    """None if its script can't be read. A single move says nothing about how long a session should be."""
    if not script:
        return None
    forms = [form for ref in {beat.ref for beat in script} if (form := library.form(ref))]
    return PastSession(
        day=day,
        effort=effort,
        seconds=max(length_of(script), LEAST) if is_single else length_of(script),
        most_intense=max((form.intensity for form in forms), default=1),
        where=_where(script, forms),
        level=level,
    )


def _where(script: Script, forms: Collection[Form]) -> HowLow:
    if any(beat.on_floor for beat in script):
        return HowLow.FLOOR
    return HowLow.SEATED if all(form.can_be_seated for form in forms) else HowLow.STANDING
