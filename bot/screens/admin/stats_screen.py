"""How the bot is doing: the figures, and a chart of twelve weeks."""

from bot.domain.admin.stats import Stats
from bot.screens import keys
from bot.screens.buttons.actions import AdminPage, AskAdmin
from bot.screens.progress.chart_words import drawn
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, folded, lines, plain


def stats(figures: Stats, words: Words) -> Screen:
    text = lines(
        bold(words("stats-title")),
        plain(_people(figures, words)),
        plain(words("stats-week", active=figures.active, sessions=figures.sessions)),
        plain(words("stats-today", due=figures.due, coming=figures.to_come)),
        plain(words("stats-trouble", late=figures.late, failed=figures.failed, lost=figures.lost)),
        folded(words("stats-chart")),
    )
    again = Button(words("button-look-again"), AskAdmin(AdminPage.STATS))
    return Screen(text, ((again, keys.home(words)),), paper=drawn(figures.weeks))


def _people(figures: Stats, words: Words) -> str:
    told = [words("stats-people", people=figures.people, reachable=figures.reachable)]
    if figures.new:
        told.append(words("stats-new", people=figures.new))
    if figures.shut_out:
        told.append(words("stats-shut-out", people=figures.shut_out))
    return words.parted(told)
