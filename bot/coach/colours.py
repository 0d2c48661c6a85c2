"""Explains once what the colours in pictures mean, with the first coloured picture of an exercise that a person sees."""

from datetime import datetime

from bot.coach.case import Case


def tells_colours(case: Case, exercise: str, since: datetime | None = None) -> bool:
    """Marks it as explained. A card drawn again since `since` explains it again."""
    tinted = {slug for slug, each in case.library.exercises.items() if each.is_tinted}
    if exercise not in tinted:
        return False
    told_at = case.store.asked.colours_told(case.person.id)
    if told_at is not None:
        return since is not None and told_at >= since
    if case.store.sessions.has_done_one_of(case.person.id, tinted):
        return False
    case.store.asked.note_colours(case.person.id, case.today, case.now)
    return True
