"""Sends places, after Telegram's checks in Telegram's order."""

from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.messages.sending import FinishNew, sent_message
from bot.phone.state.chats import Media
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import NO_TEXT, Formatted

FOR_EVER = (1 << 31) - 1
LEAST_ACCURATE = 1_500.0


def send_location(telegram: Telegram, given: Parameters) -> Json:
    for name in ("latitude", "longitude"):
        if not given.text(name).strip():
            raise RefusedError(f"{name} is empty")

    def settle() -> tuple[Formatted, FinishNew]:
        media = Media("location", {"location": _place(given)})
        return NO_TEXT, lambda: media

    return sent_message(telegram, given, settle)


def _place(given: Parameters) -> Json:
    place: Json = {name: given.number(name) for name in ("latitude", "longitude")}
    if abs(place["latitude"]) > 90 or abs(place["longitude"]) > 180:
        raise RefusedError("Wrong location specified")
    accuracy = given.number("horizontal_accuracy")
    if accuracy > 0:
        place["horizontal_accuracy"] = min(accuracy, LEAST_ACCURATE)
    return place | _while_it_lives(given)


def _while_it_lives(given: Parameters) -> Json:
    names = ("live_period", "heading", "proximity_alert_radius")
    period, heading, radius = (given.integer(name) for name in names)
    if period not in {0, FOR_EVER} and not 60 <= period <= 86_400:
        raise RefusedError("Wrong live location period specified")
    if heading and not 1 <= heading <= 360:
        raise RefusedError("Wrong live location heading specified")
    if not 0 <= radius <= 100_000:
        raise RefusedError("Wrong live location proximity alert radius specified")
    told = zip(names, (period, heading, radius), strict=True)
    return {name: value for name, value in told if period and value}
