"""Makes a copy of everything kept about somebody, for them to take along."""

from functools import partial

from bot.coach.case import Answer, Case
from bot.coach.progress.physio import page_of
from bot.content.language.words import WordsFault
from bot.domain.progress.physio_page import to_json
from bot.screens.person import my_data as screens
from bot.screens.view import from_json
from bot.store.person.everything import ONLY_JSON, columns_of


def export(case: Case) -> Answer:
    owed = from_json(case.store.chats.owed(case.person.id))
    if (owed and owed.job == screens.JOB) or screens.JOB in case.store.chats.papers(case.person.id):
        return Answer(None, toast=case.words("export-coming"), heard=True)
    return Answer(screens.export(told(case), case.today, case.words), fresh=True)


def told(case: Case) -> str:
    """What the packer of the copy needs besides the rows (JSON)."""
    csv, page = columns_of(case.store.db.conn), to_json(page_of(case, with_words=True))
    return screens.packing_job(csv, ONLY_JSON, page, partial(about, case), case.today, case.words)


def about(case: Case, what: str) -> str:
    """A missing sentence falls back to a general one, because it must not cost anybody their copy."""
    try:
        return case.words(f"kept-{what}")
    except WordsFault:
        return case.words("kept-any-other")
