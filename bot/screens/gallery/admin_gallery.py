"""Screens for admins, with sample facts."""

from bot.domain.admin.broadcast import Broadcast, BroadcastStage
from bot.domain.admin.stats import Stats
from bot.domain.progress.twelve_weeks import WEEKS, CrowdChart
from bot.screens.admin import bans_screen, broadcast_screens, stats_screen
from bot.screens.admin.bans_screen import SHOWN, Outcast
from bot.screens.gallery.samples import NAME, Named
from bot.screens.person import home
from bot.screens.screen import Words

_WORDS = "Berlin\nKinshasa"
_ANA, _NAMELESS = Outcast(9, NAME), Outcast(7_700_000_000)
_GROWING = CrowdChart(
    (0, 0, 4, 31, 60, 88, 140, 210, 390, 610, 872, 343), (0, 0, 2, 12, 22, 30, 51, 80, 141, 230, 312, 160)
)


def admin_gallery(words: Words) -> Named:
    empty = Stats(1, 1, CrowdChart((0,) * WEEKS, (0,) * WEEKS))
    full = Stats(1204, 1150, _GROWING, 790, 402, 3, 2, 12, 1, 17)
    yield "admin/stats", stats_screen.stats(full, words)
    yield "admin/stats/empty", stats_screen.stats(empty, words)
    yield from _broadcasts(words)
    yield "admin/bans", bans_screen.bans([_ANA, _NAMELESS], words)
    yield "admin/bans/none", bans_screen.bans([], words)
    yield "admin/bans/many", bans_screen.bans([Outcast(number) for number in range(100, 107 + SHOWN)], words)
    yield "admin/help", home.help_screen(words, is_admin=True)
    yield "admin/ban/which", bans_screen.ask_number(words)
    unknown = Outcast(99999, is_known=False)
    yield "admin/ban/unknown", bans_screen.shut_out(unknown, words, was_before=False)
    yield "admin/ban/admin", bans_screen.refused(words)
    for was_before in (False, True):
        yield f"admin/ban/{was_before}", bans_screen.shut_out(_ANA, words, was_before=was_before)
        yield f"admin/unban/{was_before}", bans_screen.let_in(_NAMELESS, words, was_out=was_before)


def _broadcasts(words: Words) -> Named:
    draft = Broadcast(3, 7, _WORDS, BroadcastStage.DRAFT)
    yield "admin/broadcast/ask", broadcast_screens.ask(words)
    yield "admin/broadcast/too-long", broadcast_screens.too_long(5000, words)
    for people in (0, 1, 1150):
        yield f"admin/broadcast/preview/{people}", broadcast_screens.preview(draft, people, words)
    yield "admin/broadcast/dropped", broadcast_screens.dropped(words)
    for name, waiting in (("going", 0), ("waiting", 4)):
        going = Broadcast(3, 7, _WORDS, BroadcastStage.GOING, None, 1150, 120, 2, 0, waiting)
        yield f"admin/broadcast/{name}", broadcast_screens.how_far(going, words)
    for stage in (BroadcastStage.DONE, BroadcastStage.STOPPED, BroadcastStage.CUT):
        over = Broadcast(3, 7, _WORDS, stage, None, 1150, 1130, 12, 8)
        yield f"admin/broadcast/{stage.value}", broadcast_screens.how_far(over, words)
    left = Broadcast(3, 7, _WORDS, BroadcastStage.STOPPED, None, 1150, 400)
    yield "admin/broadcast/left", broadcast_screens.how_far(left, words, has_admin=False)
    yield "admin/broadcast/only-words", broadcast_screens.only_words(words)
    all_well = Broadcast(3, 7, _WORDS, BroadcastStage.DONE, None, 1150, 1150)
    yield "admin/broadcast/all-well", broadcast_screens.how_far(all_well, words)
