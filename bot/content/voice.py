"""Reads the recorded clips of the voice."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.content.faults import ContentFault, Fault
from bot.content.sound_encoding import FRAME, RATE
from bot.content.source.text_file import text_of
from bot.domain.session.voice_lines import SpokenClip

FOLDER = "voice"
MANIFEST = "clips.tsv"
SUFFIX = ".m4a"


@dataclass(frozen=True, slots=True)
class Utterance:
    """`file`: a path inside the content folder. `frames`: its length in a session. `speech`: the seconds of audible speech."""

    file: str
    frames: int
    speech: float
    loudness: float

    @property
    def seconds(self) -> float:
        return self.frames * FRAME / RATE


HEAD = "# What is said: text, file, frames it takes, milliseconds of speech, loudness in LUFS. Made by `unhunch speak`."


def clips(folder: Path, language: str) -> Mapping[str, SpokenClip]:
    """By the spoken text; empty if the language has no voice. Raises ContentFault."""
    return {text: SpokenClip(said.file, said.seconds) for text, said in recordings(folder, language).items()}


def recordings(folder: Path, language: str) -> Mapping[str, Utterance]:
    """Raises ContentFault."""
    found, faults = _read(folder, language)
    if faults:
        raise ContentFault(faults)
    return found


def voice_faults(folder: Path, language: str) -> list[Fault]:
    found, faults = _read(folder, language)
    missing = sorted(said.file for said in found.values() if not (folder / said.file).is_file())
    return [*faults, *(Fault(file, "the file", "is missing") for file in missing)]


def manifest(recordings: Mapping[str, Utterance]) -> str:
    lines = (_to_line(text, recordings[text]) for text in sorted(recordings))
    return "".join(f"{line}\n" for line in (HEAD, *lines))


def file_of(language: str, name: str) -> str:
    return f"{FOLDER}/{language}/{name}{SUFFIX}"


def _read(folder: Path, language: str) -> tuple[dict[str, Utterance], list[Fault]]:
    name = f"{FOLDER}/{language}/{MANIFEST}"
    if not (folder / name).exists():
        return {}, []
    text, faults = text_of(folder / name, name)
    found: dict[str, Utterance] = {}
    for number, line in enumerate((text or "").splitlines(), start=1):
        try:
            found |= {} if line.startswith("#") else _from_line(language, line)
        except ValueError:
            faults.append(Fault(name, f"line {number}", "is not a clip"))
    return found, faults


def _from_line(language: str, line: str) -> dict[str, Utterance]:
    text, name, frames, speech, loudness = line.split("\t")
    return {text: Utterance(file_of(language, name), int(frames), int(speech) / 1000, float(loudness))}


def _to_line(text: str, said: Utterance) -> str:
    name = PurePosixPath(said.file).stem
    return "\t".join((text, name, str(said.frames), f"{said.speech * 1000:.0f}", f"{said.loudness:.1f}"))
