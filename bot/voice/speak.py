"""Records what is to be said into the content folder: only new sentences, and it removes clips that nobody says any more."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from bot.content import voice
from bot.content.sound_encoding import FRAME
from bot.content.voice import Utterance, file_of, manifest, recordings
from bot.voice.levels import Samples, loudness
from bot.voice.manner import WayOfSpeaking
from bot.voice.mastering import seconds_of_speech
from bot.voice.pronunciation import CannotPronounce
from bot.voice.recording import heard_in, recorded

Tell = Callable[[Iterable[str], int], None]


class Teller(Protocol):
    @property
    def manner(self) -> WayOfSpeaking: ...

    def phonemes(self, text: str) -> str:
        """Raises CannotPronounce."""

    def speak(self, phonemes: str) -> Samples: ...


def speak(content: Path, language: str, texts: Iterable[str], teller: Teller, tell: Tell) -> None:
    """`tell` gets what is being said, and how much there is to say. Raises CannotPronounce before anything is said."""
    wanted = {text: file_of(language, teller.manner.name_of(text)) for text in texts}
    phonemes = _pronounced(teller, [text for text, file in wanted.items() if not (content / file).is_file()])
    files = {text: content / file for text, file in wanted.items()}
    tell(_recorded(teller, phonemes, files), len(phonemes))
    folder = content / voice.FOLDER / language
    for file in set(folder.glob(f"*{voice.SUFFIX}")) - set(files.values()):
        file.unlink()
    known = recordings(content, language)
    found = {text: _recording(known.get(text), content, file) for text, file in wanted.items()}
    _write(folder / voice.MANIFEST, manifest(found).encode())


def _pronounced(teller: Teller, texts: Iterable[str]) -> Mapping[str, str]:
    phonemes: dict[str, str] = {}
    unknown: list[str] = []
    for text in texts:
        try:
            phonemes[text] = teller.phonemes(teller.manner.spell(text))
        except CannotPronounce as cannot:
            unknown += cannot.words
    if unknown:
        raise CannotPronounce(unknown)
    return phonemes


def _recorded(teller: Teller, phonemes: Mapping[str, str], wanted: Mapping[str, Path]) -> Iterator[str]:
    for text, sounds in phonemes.items():
        yield text
        _write(wanted[text], recorded(teller.speak(sounds)))


def _recording(known: Utterance | None, content: Path, file: str) -> Utterance:
    if known and known.file == file:
        return known
    heard = heard_in((content / file).read_bytes())
    return Utterance(file, len(heard) // FRAME, seconds_of_speech(heard), loudness(heard))


def _write(file: Path, content: bytes) -> None:
    beside = file.with_name(f"{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)
