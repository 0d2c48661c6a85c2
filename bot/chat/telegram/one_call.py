"""One call to the Bot API, through the library's request layer and with its errors.

The library's own objects cost more than a message itself, so this is the way for what is sent by the thousand, and for updates.
"""

from typing import Any, cast
from urllib.parse import quote

from telegram.request import BaseRequest, RequestData

AttachedFile = tuple[str, bytes, str]
"""File name, content, media type."""

ATTACHED = "picture"
"""The name of an uploaded file in its call: attach://picture."""

COVER = "cover_picture"
"""The name of the small picture beside it."""

FETCHED_WITHIN = 30.0
"""Seconds."""


class Fields:
    """The parameters of a call as text, and its file: what our transport needs of the library's RequestData."""

    __slots__ = ("contains_files", "json_parameters", "multipart_data")

    def __init__(
        self, fields: dict[str, str], upload: AttachedFile | None = None, cover: AttachedFile | None = None
    ) -> None:
        self.json_parameters = fields
        files = {ATTACHED: upload, COVER: cover}
        self.multipart_data = {name: file for name, file in files.items() if file}
        self.contains_files = upload is not None


class Wire:
    """`address`: root and token, up to the method's name. `files`: the same for what is fetched, up to the path."""

    def __init__(self, request: BaseRequest, address: str, files: str = "") -> None:
        self._request, self._address, self._files = request, address, files

    async def fetch(self, path: str) -> bytes:
        """`path`: as getFile tells it. Raises telegram.error.TelegramError."""
        return await self._request.retrieve(f"{self._files}/{quote(path)}", read_timeout=FETCHED_WITHIN)

    async def call(
        self,
        method: str,
        fields: dict[str, str],
        upload: AttachedFile | None = None,
        *,
        cover: AttachedFile | None = None,
        seconds: float | None = None,
    ) -> Any:  # noqa: ANN401 - whatever Telegram returns
        """`seconds`: for an answer that may take unusually long. Raises telegram.error.TelegramError."""
        wait = BaseRequest.DEFAULT_NONE if seconds is None else seconds
        data = cast("RequestData", Fields(fields, upload, cover))
        return await self._request.post(f"{self._address}/{method}", data, read_timeout=wait)
