"""Reads the environment, once, and refuses what it does not understand."""

import difflib
import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit, urlunsplit

import platformdirs
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    SecretStr,
    ValidationError,
)
from pydantic.fields import FieldInfo

PREFIX = "UNHUNCH_"
NEAR = 0.7
"""How alike two names have to be, with 1 for the same, to suggest one for the other."""

TOKEN_FILE = "UNHUNCH_TOKEN_FILE"  # noqa: S105 - the name of a variable
TOKEN_FILE_DEFAULT = "where `unhunch setup` keeps it: `token` in your user's settings folder"  # noqa: S105 - words
TOKEN_FILE_MEANING = "A file that holds the token, instead of the token itself"  # noqa: S105 - words


class CannotStart(Exception):
    """Says why in a sentence, or in several of a line each, to the person who starts the bot."""

    exit_code = 1


class CannotEverStart(CannotStart):
    """For what does not mend itself: a program that starts the bot again and again has to stop, and a person to read why."""

    exit_code = 2


class BadConfig(CannotEverStart):
    """One line per fault, each with the variable's name. No line holds a value, for any could be a secret."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Told:
    """What a person is told of a setting: its meaning, what it must be, and its default if that is not plain."""

    meaning: str
    expected: str
    default: str | None = None


def is_token(text: str) -> bool:
    """Only its looks. Telegram's server refuses a leading 0, a slash and more than 80 characters before it looks further."""
    return bool(re.fullmatch(r"(?=.{3,80}$)[1-9][0-9]*:[A-Za-z0-9_-]+", text))


def _checked_token(token: SecretStr) -> SecretStr:
    if not is_token(token.get_secret_value()):
        raise ValueError
    return token


def _checked_root(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ValueError
    # Asking for the port is what finds a bad one.
    if parts.query or parts.fragment or parts.port == 0 or re.search(r"\s", address):
        raise ValueError
    return address.rstrip("/")


def _checked_heartbeat(url: SecretStr) -> SecretStr:
    address = url.get_secret_value()
    parts = urlsplit(address)
    _checked_root(urlunsplit(parts._replace(query="")))
    if parts.scheme != "https" and not _is_this_machine(parts.hostname or ""):
        raise ValueError
    return url


_LISTEN = re.compile(r"unix:/[^\0]+|(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")


def _checked_listen(where: str) -> str:
    found = _LISTEN.fullmatch(where)
    if not found or (found[1] and not 1 <= int(found[1]) <= 65535):
        raise ValueError
    return where


TELEGRAMS_PORTS = frozenset({80, 88, 443, 8443})
"""Telegram calls a webhook on no other port."""


def _checked_webhook(address: str) -> str:
    parts = urlsplit(_checked_root(address))
    of_ones_own_server = parts.scheme == "http" and _is_this_machine(parts.hostname or "")
    if not of_ones_own_server and (parts.scheme != "https" or (parts.port or 443) not in TELEGRAMS_PORTS):
        raise ValueError
    return address


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked_file(path: Path) -> Path:
    if os.path.isdir(path):  # noqa: PTH112 - of a name too long, too
        raise ValueError
    return path.absolute()


def _checked_there(path: Path) -> Path:
    if not os.path.isfile(path):  # noqa: PTH113 - of a name too long, too
        raise ValueError
    return path.absolute()


def _checked_folder(path: Path) -> Path:
    if not os.path.isdir(path):  # noqa: PTH112 - see there
        raise ValueError
    return path.absolute()


def _default_database() -> Path:
    """Raises BadConfig for a user without a home, as a service's."""
    try:
        return platformdirs.user_data_path("unhunch", appauthor=False) / "unhunch.sqlite3"
    except RuntimeError:
        raise BadConfig(("UNHUNCH_DATABASE: expected a file, as this user has no home folder",)) from None


_PACKED = Path(__file__).parent / "content" / "files"
"""Where an installed bot has its content."""


def _default_content() -> Path:
    # The packed copy first: beside an installed package, a folder named content would be somebody else's.
    return _PACKED if _PACKED.is_dir() else Path(__file__).parents[1] / "content"


def came_with_the_code(content: Path) -> bool:
    return content == _default_content()


def came_with_the_bot(content: Path) -> bool:
    """True if installing another version replaces it."""
    return content == _PACKED


_PERSON = r"[1-9][0-9]{0,15}"
_GUEST = r"[1-9][0-9]{4,15}"


def _checked_people(told: object) -> object:
    """`told`: ids in words, or already read."""
    if not isinstance(told, str):
        return told
    numbers = re.split(r"[\s,]+", told.strip(" ,\t\n"))
    if not all(re.fullmatch(_PERSON, number, re.ASCII) for number in numbers):
        raise ValueError
    return frozenset(map(int, numbers))


@dataclass(frozen=True, slots=True)
class Guests:
    """`numbers`: Telegram's ids of people. `word`: lets in everybody who says it; "": there is none."""

    numbers: frozenset[int] = frozenset()
    word: str = ""

    @property
    def in_words(self) -> str:
        """Tells how many may use the bot, and not who."""
        count = len(self.numbers)
        numbers = [f"{count} number{'s' * (count > 1)}"] if count else []
        return " and ".join([*numbers, *(["whoever says the word"] if self.word else [])]) or "everybody"

    def __str__(self) -> str:
        numbers = map(str, sorted(self.numbers))
        return ", ".join([*numbers, *(["a word"] if self.word else [])])


def _checked_guests(told: object) -> object:
    """At most one word: with several, nobody could tell which was meant."""
    if not isinstance(told, str):
        return told
    parts = set(re.split(r"[\s,]+", told.strip(" ,\t\n")))
    numbers = {part for part in parts if part.isdecimal()}
    # Nobody has a shorter number at Telegram: it was meant as a word, and would shut out all who say it.
    if not all(re.fullmatch(_GUEST, number, re.ASCII) for number in numbers):
        raise ValueError
    words = parts - numbers
    # What a link can carry to the bot (t.me/…?start=word), and nobody finds by trying the alphabet.
    if len(words) > 1 or not all(
        re.fullmatch(r"(?=.*[A-Za-z])(?=(?:[_-]*[A-Za-z0-9]){4})[A-Za-z0-9_-]{4,64}", word) for word in words
    ):
        raise ValueError
    return Guests(frozenset(map(int, numbers)), "".join(words))


class Config(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    token: Annotated[
        SecretStr | None,
        Told(
            "The token that @BotFather gave you",
            "a token as @BotFather gives it: digits, a colon, letters",
            "none: only the phone in the browser",
        ),
        AfterValidator(lambda token: token and _checked_token(token)),
    ] = None
    api_root: Annotated[
        str,
        Told("Where Telegram's Bot API answers", "an address that begins with http:// or https://"),
        AfterValidator(_checked_root),
    ] = "https://api.telegram.org"
    database: Annotated[
        Path,
        Told(
            "The one file with all data",
            "a file, not a folder",
            "`unhunch.sqlite3` in your user's data folder",
        ),
        BeforeValidator(os.path.expanduser),
        AfterValidator(_checked_file),
    ] = Field(default_factory=_default_database)
    copies: Annotated[
        int,
        Told(
            "How many nightly copies of it are kept, in the folder `copies` beside it; 0: none is made",
            "a whole number from 0 to 1000",
        ),
        Field(ge=0, le=1000),
    ] = 7
    litestream: Annotated[
        Path | None,
        Told(
            "Litestream's settings file, if it keeps a replica: `unhunch doctor` then tells how old the replica is",
            "a file that is there",
            "none",
        ),
        BeforeValidator(os.path.expanduser),
        AfterValidator(lambda path: path and _checked_there(path)),
    ] = None
    content: Annotated[
        Path,
        Told(
            "Exercises, routines and words", "a folder that is there", "the `content` that came with the bot"
        ),
        BeforeValidator(os.path.expanduser),
        AfterValidator(_checked_folder),
    ] = Field(default_factory=_default_content)
    messages_per_second: Annotated[
        float,
        Told("How fast the bot sends, to everybody together", "a number above 0, at most 1000"),
        Field(gt=0, le=1000, allow_inf_nan=False),
    ] = 28
    paid_broadcast: Annotated[
        bool,
        Told(
            "Send reminders as Telegram's paid broadcast, up to 1,000 a second; each costs Stars", "yes or no"
        ),
    ] = False
    admins: Annotated[
        frozenset[int],
        Told(
            "Who runs the bot, by their numbers at Telegram: they may see its figures, write to everybody and shut somebody out",
            "numbers of people, with commas or spaces between them",
            "nobody",
        ),
        BeforeValidator(_checked_people),
    ] = frozenset()
    people: Annotated[
        InstanceOf[Guests],
        Told(
            "Who may use the bot: their numbers at Telegram, or a word that lets in whoever says it once, or both",
            "numbers of people, of 5 to 16 digits, and at most one word with letters in it, of 4 to 64 letters, digits and hyphens,"
            " with commas or spaces between them",
            "everybody",
        ),
        BeforeValidator(_checked_guests),
    ] = Guests()
    contact: Annotated[
        str,
        Told(
            "Whom people can ask about their data: an address or a name, which `/privacy` shows",
            "one line of at most 100 characters",
            "nobody",
        ),
        Field(max_length=100, pattern=r"^[^\n\r]*$"),
    ] = ""
    webhook_url: Annotated[
        str | None,
        Told(
            "The address to which Telegram sends what people write; a proxy there passes it on to the bot",
            "an address that begins with https://, on port 443, 80, 88 or 8443",
            "none: the bot asks Telegram for it",
        ),
        AfterValidator(lambda address: address and _checked_webhook(address)),
    ] = None
    webhook_listen: Annotated[
        str,
        Told(
            "Where the bot listens to that proxy: a host and a port, or `unix:` and the path of a socket",
            "a host and a port as in 127.0.0.1:8080, or unix:/ and the path of a socket",
        ),
        AfterValidator(_checked_listen),
    ] = "127.0.0.1:8080"
    phone_port: Annotated[
        int,
        Told("The first port tried for the phone in the browser", "a whole number from 1 to 65535"),
        Field(ge=1, le=65535),
    ] = 8090
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        Told("How much is logged", "one of DEBUG, INFO, WARNING, ERROR"),
        BeforeValidator(str.upper),
    ] = "INFO"
    log_format: Annotated[
        Literal["text", "json"],
        Told("Lines for people, or one JSON object per line", "text or json"),
        BeforeValidator(str.lower),
    ] = "text"
    heartbeat_url: Annotated[
        SecretStr | None,
        Told(
            "An address to call once a minute while all is well, as healthchecks wants it; it is a secret",
            "an address that begins with https://, or with http:// on this machine",
            "none",
        ),
        AfterValidator(lambda url: url and _checked_heartbeat(url)),
    ] = None
    health_listen: Annotated[
        str | None,
        Told(
            "Where the bot answers `/healthz`, `/readyz` and, for Prometheus, `/metrics`, such as `127.0.0.1:9464`; keep it from strangers",
            "a host and a port, as 127.0.0.1:9464, or unix: and the path of a socket",
            "none: nothing listens",
        ),
        AfterValidator(lambda where: where and _checked_listen(where)),
    ] = None

    def make_database_folder(self) -> Self:
        """Only this user may enter it. Raises CannotStart."""
        try:
            self.database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise CannotEverStart(
                f"UNHUNCH_DATABASE: the folder for it, {self.database.parent}, can't be made: {why.lower()}."
            ) from None
        return self


@dataclass(frozen=True, slots=True)
class Supervised:
    """What a supervisor asks for in systemd's variables, which are no settings of ours.

    `socket`: where it wants to be told; "": nowhere. `within`: seconds after which it takes a silent bot for frozen; None: never.
    """

    socket: str = ""
    within: float | None = None


def supervised(environ: Mapping[str, str], process: int) -> Supervised:
    """`process`: our own number. What can't be understood counts as not asked for."""
    within = None
    if environ.get("WATCHDOG_PID", str(process)) == str(process):
        asked = environ.get("WATCHDOG_USEC", "")
        within = int(asked) / 1_000_000 if re.fullmatch(r"[1-9][0-9]{0,17}", asked) else None
    return Supervised(environ.get("NOTIFY_SOCKET", ""), within)


def how_supervised() -> Supervised:
    return supervised(os.environ, os.getpid())


def kept_token_file() -> Path:
    """Where `unhunch setup` keeps the token. A variable goes before it. Raises BadConfig for a user without a home, as a service's."""
    try:
        return platformdirs.user_config_path("unhunch", appauthor=False) / "token"
    except RuntimeError:
        raise BadConfig((f"{TOKEN_FILE}: expected a file, as this user has no home folder",)) from None


def _kept_if_at_home() -> Path | None:
    try:
        return kept_token_file()
    except BadConfig:
        return None


def kept_token_in_use() -> Path | None:
    """None if there is none, or a variable names another."""
    kept = None if os.environ.get(TOKEN_FILE) or os.environ.get(variable("token")) else _kept_if_at_home()
    return kept if kept and os.path.isfile(kept) else None  # noqa: PTH113 - of a name too long, too


def compute_in_one_thread() -> None:
    """To be called before numpy is imported. Each thing that is computed is small: several threads would take longer to agree than to compute."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def from_environment(*, finds_token: bool = True) -> Config:
    """`finds_token`: also the one that was kept. Raises BadConfig."""
    return load(os.environ, _kept_if_at_home() if finds_token else None)


def load(environ: Mapping[str, str], kept: Path | None = None) -> Config:
    """An empty variable counts as not set. `kept`: the token that was kept. Raises BadConfig with every fault at once."""
    ours = {name: value.strip() for name, value in environ.items() if name.upper().startswith(PREFIX)}
    faults = [_unknown(name) for name in sorted(ours.keys() - known_variables())]
    values = {field: ours[variable(field)] for field in Config.model_fields if ours.get(variable(field))}
    try:
        values.update(_token_in_file(ours, kept))
    except BadConfig as bad:
        faults += bad.lines
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        raise BadConfig((*faults, *_expectations(error, _told_by(ours, kept)))) from None
    if faults:
        raise BadConfig(tuple(faults))
    return config


def _token_in_file(ours: Mapping[str, str], kept: Path | None) -> dict[str, str]:
    path, is_told = ours.get(TOKEN_FILE), ours.get(variable("token"))
    if path and is_told:
        raise BadConfig((f"{TOKEN_FILE}: UNHUNCH_TOKEN is set too; expected one of the two",))
    if path:
        return {"token": _read_token(Path(path), TOKEN_FILE)}
    if kept and not is_told and os.path.lexists(kept):
        if os.path.exists(kept) and not os.path.isfile(kept):  # noqa: PTH110, PTH113 - a pipe would be waited for
            raise BadConfig((f"{kept}: expected a file; move it away, and `unhunch setup` writes one",))
        return {"token": _read_token(kept, _told_by(ours, kept))}
    return {}


def _read_token(path: Path, told_by: str) -> str:
    """Raises BadConfig."""
    try:
        token = path.expanduser().read_text(encoding="utf-8").strip()
    except PermissionError:
        raise BadConfig((f"{told_by}: expected a file that this user may read",)) from None
    except (OSError, ValueError, RuntimeError):
        raise BadConfig((f"{told_by}: expected a file that is there and can be read as text",)) from None
    if not token:
        raise BadConfig((f"{told_by}: expected a file with the token in it; it is empty",))
    return token


def _told_by(ours: Mapping[str, str], kept: Path | None) -> str:
    """Tells the person who has to mend a wrong token where it came from."""
    if ours.get(TOKEN_FILE):
        return TOKEN_FILE
    return (
        variable("token")
        if ours.get(variable("token")) or not kept
        else f"{kept} (`unhunch setup` writes it anew)"
    )


def variable(field: str) -> str:
    return PREFIX + field.upper()


def known_variables() -> set[str]:
    return {TOKEN_FILE, *map(variable, Config.model_fields)}


def _unknown(name: str) -> str:
    known = [each.removeprefix(PREFIX) for each in sorted(known_variables())]
    near = difflib.get_close_matches(name.upper().removeprefix(PREFIX), known, n=1, cutoff=NEAR)
    advice = f"the nearest is {PREFIX}{near[0]}" if near else "`unhunch config --table` tells all there are"
    return f"{name}: there is no such setting; {advice}"


def _expectations(error: ValidationError, token_told_by: str) -> list[str]:
    lines = []
    for field in (str(fault["loc"][0]) for fault in error.errors()):
        name = token_told_by if field == "token" else variable(field)
        lines.append(f"{name}: expected {told(Config.model_fields[field]).expected}")
    return lines


def told(field: FieldInfo) -> Told:
    return next(one for one in field.metadata if isinstance(one, Told))


def table() -> str:
    """In Markdown, for the README."""
    rows = [
        (variable(name), _shown_default(field), told(field).meaning)
        for name, field in Config.model_fields.items()
    ]
    rows.insert(1, (TOKEN_FILE, TOKEN_FILE_DEFAULT, TOKEN_FILE_MEANING))
    lines = ["| variable | default | what it is |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(f"| `{name}` | {default} | {meaning} |" for name, default, meaning in rows)])


def _shown_default(field: FieldInfo) -> str:
    return told(field).default or f"`{field.default}`"


def in_force(config: Config) -> str:
    """One a line. Of the token, only whether there is one."""
    return "\n".join(f"{variable(name)}={_as_written(value)}" for name, value in config)


def in_short(config: Config) -> str:
    """Comments on what the settings do not show: where the token comes from, and who may use the bot."""
    return f"# the token: {where_token_is() if config.token else 'none'}\n# who may use it: {config.people.in_words}"


def where_token_is() -> str:
    return _where_from(os.environ, _kept_if_at_home())


def _where_from(environ: Mapping[str, str], kept: Path | None) -> str:
    ours = {name: value.strip() for name, value in environ.items() if name.upper().startswith(PREFIX)}
    if ours.get(TOKEN_FILE):
        return f"from {ours[TOKEN_FILE]}, as {TOKEN_FILE} says"
    return (
        f"from {variable('token')}"
        if ours.get(variable("token"))
        else f"from {kept}, where `unhunch setup` kept it"
    )


def _as_written(value: object) -> object:
    if value is None:
        return ""
    return ", ".join(map(str, sorted(value))) if isinstance(value, frozenset) else value
