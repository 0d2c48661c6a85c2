"""Accepts the addresses of webhooks that Telegram accepts, and refuses others in its words, without asking a name server."""

import ipaddress
import re

from bot.phone.given.refused import RefusedError
from bot.phone.updates.loopback import HOME

PORTS = {80, 88, 443, 8443}
_URL = re.compile(
    r"(?:(?P<scheme>https?)://)?(?:[^/?#@\s]*@)?(?P<host>\[[0-9a-f:.]+\]|[^\s/?#:@\[\]<>\"'`\\^{}|%&=+,;!$()*]+)"
    r"(?::(?P<port>\d{1,5}))?(?:[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_NOWHERE = (".invalid", ".local", ".internal")


class Address:
    """Raises RefusedError for text that is no address."""

    def __init__(self, url: str) -> None:
        found = _URL.fullmatch(url)
        if found is None or not found["host"].strip("."):
            raise RefusedError("Invalid webhook URL specified")
        self.scheme = (found["scheme"] or "https").lower()
        self.host = found["host"].lower().strip("[]")
        self.port = int(found["port"] or (443 if self.scheme == "https" else 80))
        self.url = url if found["scheme"] else f"https://{url}"
        if not 0 < self.port < 1 << 16:
            raise RefusedError("Invalid webhook URL specified")

    @property
    def is_here(self) -> bool:
        return self.host in HOME

    @property
    def ip(self) -> str:
        """Known for this machine and for an address in numbers; "" for names, as no name server is asked."""
        return "127.0.0.1" if self.host == "localhost" else self.host if _ip(self.host) else ""


def check_public(address: Address, told_ip: str) -> None:
    """`told_ip` replaces the host's. Raises RefusedError."""
    if address.scheme != "https":
        raise _bad("An HTTPS URL must be provided for webhook")
    if address.port not in PORTS:
        raise _bad("Webhook can be set up only on ports 80, 88, 443 or 8443")
    if told_ip and _ip(told_ip) is None:
        raise _bad("Invalid IP address specified")
    ip = _ip(told_ip or address.ip)
    if ip is None and ("." not in address.host or address.host.endswith(_NOWHERE)):
        raise _bad("Failed to resolve host: Name or service not known")
    if isinstance(ip, ipaddress.IPv6Address):
        raise _bad("IPv6-only addresses are not allowed")
    if ip is not None and (not ip.is_global or ip.is_multicast):
        raise _bad(f"IP address {ip} is reserved")


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _bad(reason: str) -> RefusedError:
    return RefusedError(f"Bad webhook: {reason}")
