"""Sends each picture's bytes once. Afterwards Telegram knows it by a name."""

import asyncio
import hashlib
import mimetypes
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from bot.chat.outgoing.made.marked_loops import MarkedLoops
from bot.chat.outgoing.made.mp4 import film_measures
from bot.chat.outgoing.made.papers import Papers
from bot.chat.outgoing.made.session_films import Known, SessionFilms, ToUpload
from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.chat.telegram.one_call import ATTACHED, AttachedFile
from bot.domain.own.own_exercise import picture_id
from bot.screens.session.marked_loop import MARKED
from bot.screens.view import View
from bot.store.chat.uploaded import Files
from bot.store.own.own_media import OwnMedia

Maker = TypeVar("Maker", Papers, SessionFilms)


class NoPicture(Exception):
    """The file can't be read or made; the text says why. `mistake`: as in NotMade."""

    def __init__(self, why: str, mistake: str = "") -> None:
        super().__init__(why)
        self.mistake = mistake


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture as it can be sent now. `media`: Telegram's name for it, or a reference to the upload.

    `measures`: of a loop that is uploaded. `kind`: how Telegram keeps what people sent themselves; "" for all else. `cover`: the small
    picture beside an upload.
    """

    hash: str
    media: str
    upload: AttachedFile | None = None
    measures: Mapping[str, int] = field(default_factory=dict)
    kind: str = ""
    cover: AttachedFile | None = None


class PictureSources:
    """`folder`: the content folder, in which pictures are named by path. `own`: what people sent for themselves. `papers`: makes pictures
    and files for one person. `films`: make sessions to hear or see, by their job. None: such are not made. `ready`: finds loops with
    their strip that were made when the bot was installed.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what pictures come from
        self,
        folder: Path,
        files: Files,
        own: OwnMedia,
        papers: Papers | None = None,
        films: Mapping[str, Worker] | None = None,
        ready: Callable[[str], bytes | None] = lambda _: None,
    ) -> None:
        self._folder, self._files, self._own, self._papers = folder, files, own, papers
        self._films = SessionFilms(films, files, self._content_hash) if films else None
        worker = films["video"] if films else None  # whoever wants to hear is to wait for no picture
        self._marked = (
            MarkedLoops(worker, files, self._content_hash, ready, self._is_made) if worker else None
        )
        self._plain: dict[int, str] = {}
        self.tell_marked: Callable[[int], None] = lambda _: None
        self._uploads: dict[str, asyncio.Lock] = {}
        self._hashes: dict[tuple[str, int, int], str] = {}

    @asynccontextmanager
    async def source(self, chat: int, view: View) -> AsyncIterator[PictureSource]:
        """Hold it while sending. Raises NoPicture."""
        if view.is_recorded:
            async with self._recorded(chat, view) as source:
                yield source
            return
        if view.job:
            yield await self._made(chat, view)
            return
        if id_ := picture_id(view.picture or ""):
            yield self._theirs(id_, chat)
            return
        if marked := self._marked_loop(chat, view):
            yield marked
            return
        async with self._of_the_content(view.picture or "") as source:
            yield source

    def changes_strip(self, chat: int, view: View) -> bool:
        """Asked for a chat that shows the same loop. False if it shows the plain one, and the one with this strip is
        not made yet: then only the words change. A strip that tells of another hold never stays.
        """
        if self._marked is None:
            return False
        self._marked.look_ahead((view.marked, *view.ahead) if view.marked else ())
        if chat not in self._plain or (view.marked and self._marked.ready(view.marked)):
            return True
        self._plain[chat] = view.marked
        return False

    def _marked_loop(self, chat: int, view: View) -> PictureSource | None:
        self._plain.pop(chat, None)
        if self._marked is None or not view.marked:
            return None
        self._marked.look_ahead((view.marked, *view.ahead))
        hash_ = self._marked.ready(view.marked)
        content = self._marked.content(hash_)
        if content:
            upload = (f"{MARKED}.mp4", content, "video/mp4")
            if not view.moves:
                upload = (f"{MARKED}.jpg", content, "image/jpeg")
            return PictureSource(hash_, f"attach://{ATTACHED}", upload, film_measures(content))
        if hash_:
            return PictureSource(hash_, self._files.file_id(hash_) or "")
        self._plain[chat] = view.marked
        return None

    def _is_made(self, value: str) -> None:
        for chat, waits_for in list(self._plain.items()):
            if waits_for == value:
                self.tell_marked(chat)

    def marked_since(self, chat: int) -> str:
        """The value of a marked loop that was made after the chat had got the plain one; "" if there is none. Told only
        once.
        """
        value = self._plain.get(chat, "")
        if not (value and self._marked and self._marked.ready(value)):
            return ""
        return self._plain.pop(chat)

    async def prepare(self, chat: int, view: View) -> None:
        """Raises NoPicture."""
        with _no_picture():
            if view.is_recorded:
                await self._there_are(self._films).prepare(chat, view)
            else:
                await self._there_are(self._papers).prepare(chat, view)

    def put_away(self, chat: int) -> None:
        for maker in (self._papers, self._films):
            if maker:
                maker.put_away(chat)

    async def close(self) -> None:
        for maker in (self._marked, self._papers, self._films):
            if maker:
                await maker.close()

    @asynccontextmanager
    async def _recorded(self, chat: int, view: View) -> AsyncIterator[PictureSource]:
        films = self._there_are(self._films)
        try:
            async with films.source(chat, view) as found:
                yield _source_of(found)
        except NotMade as error:
            raise NoPicture(str(error), error.mistake) from None

    async def _made(self, chat: int, view: View) -> PictureSource:
        papers = self._there_are(self._papers)
        if name := papers.known(chat, view):
            return PictureSource("", name)
        with _no_picture():
            return PictureSource("", f"attach://{ATTACHED}", await papers.upload(chat, view))

    def _there_are(self, maker: Maker | None) -> Maker:
        if maker is None:
            raise NoPicture("nothing is made here")
        return maker

    @asynccontextmanager
    async def _of_the_content(self, file: str) -> AsyncIterator[PictureSource]:
        """If many want a picture that was never sent, one task uploads it. The others wait for its name, and then send
        it at the same time.
        """
        path = self._path(file)
        hash_ = self._hash(path)
        if not (name := self._files.file_id(hash_)):
            async with self._uploads.setdefault(hash_, asyncio.Lock()):
                if not (name := self._files.file_id(hash_)):
                    upload = _upload(path)
                    yield PictureSource(hash_, f"attach://{ATTACHED}", upload, film_measures(upload[1]))
                    return
        yield PictureSource(hash_, name)

    def keep(self, chat: int, view: View, source: PictureSource, message: Mapping[str, Any]) -> None:
        name = _name_in(message)
        if name and view.is_recorded and self._films:
            self._films.keep(source.hash, name)
        elif name and view.job and not view.is_recorded and self._papers:
            self._papers.keep(chat, view, name)
        elif name and view.marked and self._marked and source.hash == self._marked.ready(view.marked):
            self._marked.keep(source.hash, name)
        elif name and not view.job:
            self._files.keep(source.hash, name)

    def forget(self, chat: int, view: View) -> bool:
        """Telegram no longer knows the name, so the next one uploads. Returns whether there was a name."""
        if view.is_recorded:
            return self._films is not None and self._films.forget(view)
        if view.job:
            return self._papers is not None and self._papers.forget(chat, view)
        if view.marked and self._marked and self._marked.forget(view.marked):
            return True
        if not view.picture:
            return False
        if id_ := picture_id(view.picture):
            return self._own.lose(id_, chat)
        hash_ = self._hash(self._path(view.picture))
        had_name = self._files.file_id(hash_) is not None
        self._files.forget(hash_)
        return had_name

    def _theirs(self, id_: int, chat: int) -> PictureSource:
        found = self._own.file(id_, chat)
        if found is None:
            raise NoPicture("this bot has no name for it")
        kind, name = found
        return PictureSource("", name, kind=kind.value)

    def _path(self, file: str) -> Path:
        """Nothing outside the folder is ever sent, whatever a stored view names. Raises NoPicture."""
        if ".." in file.split("/") or file.startswith("/") or not file.isprintable():
            raise NoPicture("it is no file of the content folder")
        return self._folder / file

    def _content_hash(self, file: str) -> str:
        try:
            return self._hash(self._path(file))
        except NoPicture:
            return ""

    def _hash(self, path: Path) -> str:
        try:
            facts = path.stat()
            key = (str(path), facts.st_mtime_ns, facts.st_size)
            if key not in self._hashes:
                self._hashes[key] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise NoPicture(error.strerror or type(error).__name__) from None
        return self._hashes[key]


def _source_of(found: Known | ToUpload) -> PictureSource:
    if isinstance(found, Known):
        return PictureSource(found.hash, found.file_id)
    return PictureSource(found.hash, f"attach://{ATTACHED}", found.file, found.measures, cover=found.cover)


@contextmanager
def _no_picture() -> Iterator[None]:
    try:
        yield
    except NotMade as error:
        raise NoPicture(str(error), error.mistake) from None


def _name_in(message: Mapping[str, Any]) -> str | None:
    photo = message.get("photo")
    largest = photo[-1] if isinstance(photo, list) and photo else None
    kinds = ("animation", "video", "audio", "document")
    sent = next((message[kind] for kind in kinds if message.get(kind)), largest)
    name = sent.get("file_id") if isinstance(sent, dict) else None
    return name if isinstance(name, str) and name.isascii() and name.isprintable() else None


def _upload(path: Path) -> AttachedFile:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return path.name, path.read_bytes(), kind
