from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.content.faults import ContentFault
from bot.content.sound_encoding import FRAME
from bot.content.voice import clips, recordings
from bot.voice.manner import WayOfSpeaking
from bot.voice.pronunciation import CannotPronounce
from bot.voice.recording import heard_in
from bot.voice.speak import speak
from tests.voice.sounds import Hummer


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "voice" / "en").mkdir(parents=True)
    return tmp_path


def say(folder: Path, *texts: str, hummer: Hummer | None = None) -> list[str]:
    told: list[str] = []

    def tell(done: Iterable[str], count: int) -> None:
        told.extend(done)
        assert len(told) == count

    speak(folder, "en", texts, hummer or Hummer(), tell)
    return told


def files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "voice" / "en").iterdir()}


def test_each_text_is_a_clip_that_the_manifest_tells_of(folder: Path) -> None:
    assert say(folder, "In… and out.", "Rest.") == ["In… and out.", "Rest."]
    known = recordings(folder, "en")
    assert list(known) == ["In… and out.", "Rest."]
    for clip in known.values():
        assert clip.frames == len(heard_in((folder / clip.file).read_bytes())) // FRAME
        assert clip.loudness == pytest.approx(-16, abs=1)
    assert known["In… and out."].speech == pytest.approx(0.9, abs=0.08)
    assert clips(folder, "en")["Rest."].seconds == pytest.approx(known["Rest."].frames * FRAME / 24_000)
    assert files(folder) == {"clips.tsv", *(Path(clip.file).name for clip in known.values())}


def test_what_is_there_is_not_said_again_and_what_nobody_says_goes(folder: Path) -> None:
    say(folder, "Rest.", "Other side.")
    before = clips(folder, "en")
    assert say(folder, "Rest.", "Well done.") == ["Well done."]
    after = clips(folder, "en")
    assert after["Rest."] == before["Rest."]
    assert set(after) == {"Rest.", "Well done."}
    assert Path(before["Other side."].file).name not in files(folder)
    assert say(folder, "Rest.", "Well done.") == []


def test_a_word_that_cannot_be_said_stops_all_before_anything_is_said(folder: Path) -> None:
    hummer = Hummer()
    with pytest.raises(CannotPronounce) as cannot:
        say(folder, "Rest.", "qi gong", "more qi", hummer=hummer)
    assert cannot.value.words == ("qi",)
    assert hummer.hummed == []
    assert files(folder) == set()


def test_a_clip_has_another_name_when_it_would_sound_otherwise() -> None:
    plain = WayOfSpeaking("hum", "hummer", 0.9, {})
    others = (
        WayOfSpeaking("hum 2", "hummer", 0.9, {}),
        WayOfSpeaking("hum", "heart", 0.9, {}),
        WayOfSpeaking("hum", "hummer", 1.0, {}),
        WayOfSpeaking("hum", "hummer", 0.9, {"cat-cow": "/kˈæt kˌW/"}),
    )
    assert len({manner.name_of("Cat-cow, slowly.") for manner in (plain, *others)}) == 5
    assert others[3].name_of("Bird dog.") == plain.name_of("Bird dog.")


def test_words_are_spelt_as_whole_words_however_they_begin() -> None:
    manner = WayOfSpeaking("hum", "hummer", 0.9, {"close": "/klˈOz/", "cat-cow": "cat cow"})
    assert manner.spell("Close the eyes: closer. Cat-cow") == "/klˈOz/ the eyes: closer. cat cow."
    assert manner.spell("Next,") == "Next,"


def test_a_language_that_nobody_has_spoken_has_no_clips(folder: Path) -> None:
    assert clips(folder, "de") == {}
    assert clips(folder / "nowhere", "en") == {}


@pytest.mark.parametrize("line", ["Rest.", "Rest.\tname\tmany\t1\t2", "a\tb\t1\t2\t3\t4"])
def test_a_manifest_that_is_broken_is_told_by_its_line(folder: Path, line: str) -> None:
    (folder / "voice" / "en" / "clips.tsv").write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(ContentFault, match=r"voice/en/clips\.tsv: line 2"):
        clips(folder, "en")
