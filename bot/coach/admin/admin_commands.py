"""Takes the commands of admins; from anybody else they count as unknown commands, and their buttons as old ones."""

from bot.coach.admin import broadcasting, shutting_out
from bot.coach.admin.figures import stats
from bot.coach.case import Answer, Case
from bot.coach.news import Said
from bot.domain.plain_text import plain
from bot.domain.typed.awaited import Wanted
from bot.screens.admin import stats_screen
from bot.screens.buttons.actions import AdminPage, AskAdmin, ForAdmins, LetIn, TellEverybody

COMMANDS = ("stats", "broadcast", "bans")
"""Telegram shows these in the menu of an admin's chat. Two more commands need a number and are not shown."""


def is_admin(case: Case) -> bool:
    return case.person.id in case.known.operator.admins


def ordered(case: Case, told: Said) -> Answer | None:
    if not is_admin(case) or not told.text.startswith("/") or told.is_passed_on:
        return None
    head, *rest = told.text.split(maxsplit=1)
    said = "".join(rest).strip()
    match plain(head.partition("@")[0]):
        case "/stats":
            return Answer(stats_screen.stats(stats(case), case.words))
        case "/broadcast":
            return broadcasting.drafted(case, said, is_caption=told.is_caption)
        case "/ban":
            return shutting_out.shut_out(case, said)
        case "/unban":
            return shutting_out.let_in(case, said)
        case "/bans":
            return shutting_out.every(case)
        case _:
            return None


def asked_for(case: Case, told: Said) -> Answer | None:
    if told.text.startswith("/") or not _is_asked(case):
        return None
    return broadcasting.drafted(case, told.text.strip(), is_caption=told.is_caption)


def sent(case: Case) -> Answer | None:
    return broadcasting.only_words(case) if _is_asked(case) else None


def _is_asked(case: Case) -> bool:
    if not is_admin(case):
        return False
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited is not None and awaited.what is Wanted.FOR_EVERYBODY


def tapped(case: Case, action: ForAdmins) -> Answer | None:
    if not is_admin(case):
        return None
    match action:
        case AskAdmin(page):
            return _page(case, page)
        case TellEverybody():
            return broadcasting.told(case, action)
        case LetIn(person):
            return shutting_out.let_in(case, str(person))


def _page(case: Case, page: AdminPage) -> Answer:
    match page:
        case AdminPage.STATS:
            return Answer(stats_screen.stats(stats(case), case.words))
        case AdminPage.BANS:
            return shutting_out.every(case)
        case AdminPage.ASK_BROADCAST:
            return broadcasting.ask(case)
