"""Something is to be looked after before anything else: a session waits, reminders rest, and the signs are asked first."""

from bot.coach.case import Case, prefer
from bot.coach.session.play import halt
from bot.domain.typed.heard import Tier
from bot.domain.typed.help_lines import Numbers
from bot.screens.person.danger_screens import Help


def rest_until_clear(case: Case) -> Case:
    halt(case)
    return prefer(case, case.who.resting_until_clear(case.now))


def numbers_here(case: Case, tier: Tier) -> Help:
    """Whom they can call, in the country of their zone; a zone that is only guessed by their language may be wrong."""
    country = case.lines.countries.get(case.zone.key, "") if case.who.zone_is_sure else ""
    talk: Numbers = {Tier.SELF_HARM: case.lines.crisis, Tier.ABUSE: case.lines.abuse}.get(tier, {})
    return Help(call=case.lines.emergency.get(country, ""), talk=talk.get(country, ""))
