"""Sets the webhook, removes it, and describes it, in the order of Telegram's server."""

import re

from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.of_the_bot.explained_result import ExplainedResult
from bot.phone.state.telegram import Telegram
from bot.phone.updates.webhook_address import Address, check_public
from bot.phone.updates.webhook_delivery import Webhook, trust_in

MOST_CONNECTIONS, MOST_LOCAL_CONNECTIONS, USUAL_CONNECTIONS = 100, 100_000, 40
LONGEST_SECRET = 256
LARGEST_CERTIFICATE = 3 << 20
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


async def set_webhook(telegram: Telegram, given: Parameters) -> ExplainedResult:
    url = given.text("url")
    if not url:
        return await delete_webhook(telegram, given)
    telegram.webhooks.make_way()
    if _is_set_already(telegram, given):
        telegram.updates.allow(given.text("allowed_updates"))
        return ExplainedResult(True, "Webhook is already set")
    telegram.updates.end_poll("Terminated by setWebhook request")
    # The old webhook goes first: after a bad address there is none.
    await telegram.webhooks.close()
    _drop_if_asked(telegram, given)
    telegram.webhooks.open(_checked(telegram, given, Address(url)))
    return ExplainedResult(True, "Webhook was set")


async def delete_webhook(telegram: Telegram, given: Parameters) -> ExplainedResult:
    was_set = await telegram.webhooks.close()
    _drop_if_asked(telegram, given)
    return ExplainedResult(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


def get_webhook_info(telegram: Telegram, _given: Parameters) -> Json:
    return telegram.webhooks.info()


def _drop_if_asked(telegram: Telegram, given: Parameters) -> None:
    if given.flag("drop_pending_updates"):
        telegram.updates.clear()


def _is_set_already(telegram: Telegram, given: Parameters) -> bool:
    """Never true with a certificate: certificates are not compared, so the webhook is set again."""
    now = telegram.webhooks.current
    return (
        now is not None
        and now.certificate is None
        and _certificate(given) is None
        and not given.flag("drop_pending_updates")
        and (now.url, now.connections, now.secret, now.told_ip)
        == (
            given.text("url"),
            _connections(telegram, given),
            given.text("secret_token"),
            given.text("ip_address"),
        )
    )


def _checked(telegram: Telegram, given: Parameters, address: Address) -> Webhook:
    secret, certificate = given.text("secret_token"), _certificate(given)
    if len(secret.encode("utf-8", "surrogateescape")) > LONGEST_SECRET:
        raise RefusedError("Secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise RefusedError("Secret token contains unallowed characters")
    if certificate is not None and len(certificate) > LARGEST_CERTIFICATE:
        raise RefusedError(f"Certificate size is too big ({len(certificate)} bytes)")
    telegram.updates.allow(given.text("allowed_updates"))
    told_ip = given.text("ip_address")
    if not telegram.webhooks.is_local:
        check_public(address, told_ip)
    if certificate is not None:
        trust_in(certificate)
    return Webhook(
        given.text("url"),
        secret,
        _connections(telegram, given),
        told_ip or address.ip,
        told_ip,
        certificate,
    )


def _connections(telegram: Telegram, given: Parameters) -> int:
    most = MOST_LOCAL_CONNECTIONS if telegram.webhooks.is_local else MOST_CONNECTIONS
    return min(max(given.integer("max_connections", USUAL_CONNECTIONS), 1), most)


def _certificate(given: Parameters) -> bytes | None:
    name = given.text("certificate").removeprefix("attach://") or "certificate"
    upload = given.files.get(name)
    return None if upload is None else upload.content
