"""What the command line asks of the voice: record it, listen to it again, or write down any file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.content.source.language_tags import ENGLISH
from bot.content.voice import recordings
from bot.voice.hearing_back import HeardBack, Recogniser, carrier_of, heard_again, report
from bot.voice.kokoro import Kokoro
from bot.voice.manner import manner_of
from bot.voice.speak import Tell, speak

NEEDED = ("onnxruntime", "misaki", "faster_whisper")


def record(content: Path, texts: Iterable[str], tell: Tell) -> None:
    speak(content, ENGLISH, texts, _teller(content), tell)


def proof(content: Path, tell: Callable[[Iterator[HeardBack], int], list[HeardBack]]) -> Iterator[str]:
    """`tell` gets each clip as it is heard, and how many there are. It returns them all."""
    found = {text: content / said.file for text, said in recordings(content, ENGLISH).items()}
    heard = heard_again(Recogniser(), carrier_of(_teller(content)), found)
    return report(tell(heard, len(found)))


def transcript(file: Path) -> Iterator[str]:
    return (f"{second:7.2f}  {sentence}" for second, sentence in Recogniser().hear_file(file))


def _teller(content: Path) -> Kokoro:
    return Kokoro(content, manner_of(content, ENGLISH))
