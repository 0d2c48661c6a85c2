"""Phone numbers that somebody in danger can call where they are."""

from bot.coach.case import Case
from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.help_lines import Numbers
from bot.screens.person.danger_screens import Help


def numbers_here(case: Case, tier: Tier) -> Help:
    """By the country of their time zone, and only if they told it: a guess by language may be wrong."""
    country = case.known.help.countries.get(case.zone.key, "") if case.who.zone_is_sure else ""
    talk: Numbers = {Tier.SELF_HARM: case.known.help.crisis, Tier.ABUSE: case.known.help.abuse}.get(tier, {})
    return Help(call=case.known.help.emergency.get(country, ""), talk=talk.get(country, ""))
