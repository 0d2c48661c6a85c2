"""The bells, and the silence between sounds. Each is encoded once and kept, so that whoever wants to hear need not wait for an encoder."""

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bot.content.sound_encoding import BIT_RATE, CODEC, FRAME, LAYOUT, OPTIONS, RATE, SAMPLE_FORMAT
from bot.domain.session.bells import BellStroke
from bot.film.shelf import NoRoom, Shelf
from bot.film.sound.m4a import M4A, NoSound, read_sound

SILENCE = "silence"

STROKES = Path(__file__).with_name("strokes.py")
"""It computes the bells: where it has changed, they are made anew."""

Sound = tuple[Sequence[bytes], bytes]
"""Packets, and the settings of their decoder."""


class KeptBells:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known = dict[str, Sound]()

    @cached_property
    def silence(self) -> bytes:
        return self._sound(SILENCE)[0][0]

    @property
    def settings(self) -> bytes:
        return self._sound(SILENCE)[1]

    def bell(self, which: BellStroke) -> Sequence[bytes]:
        return self._sound(which.value)[0]

    def _sound(self, name: str) -> Sound:
        if name not in self._known:
            self._known[name] = self._kept(name) or self._made(name)
        return self._known[name]

    def _kept(self, name: str) -> Sound | None:
        kept = self._shelf.get(self._file(name))
        try:
            return read_sound(kept) if kept else None
        except NoSound:
            return None

    def _made(self, name: str) -> Sound:
        from bot.film.packets import encode, no_sound, sound_settings
        from bot.film.sound.strokes import bell

        samples = no_sound() if name == SILENCE else bell(BellStroke(name))
        packets = [packet.content for packet in encode(samples)]
        with suppress(NoRoom):  # on a full disk they are made anew each time
            self._shelf.put(self._file(name), M4A(packets, sound_settings()).written())
        return packets, sound_settings()

    def _file(self, name: str) -> str:
        encoder = [CODEC, RATE, LAYOUT, SAMPLE_FORMAT, FRAME, BIT_RATE, OPTIONS]
        key = [name, encoder, sha256(self._strokes).hexdigest()]
        return sha256(json.dumps(key, sort_keys=True).encode()).hexdigest() + ".m4a"

    @cached_property
    def _strokes(self) -> bytes:
        return STROKES.read_bytes()
