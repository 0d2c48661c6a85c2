"""What was made plays in Chromium: to its end, and from any place."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from bot.content.language.words import speaker
from bot.content.voice import clips
from bot.film.film_command import READY
from bot.film.film_jobs import FilmJobs
from bot.film.picture.canvas import WIDTH
from bot.film.shelf import Shelf
from bot.film.wanted import Content
from bot.screens.session.recorded import sound_job, video_job
from bot.screens.session.spoken import Narrator
from tests.browser import a_browser, needs_chromium
from tests.film.test_video import CONTENT, JOB, SECONDS
from tests.film.twelve import SESSIONS, Recorded, library, played

PLAYED = """async ([source, kind, rate]) => {
  const player = document.createElement(kind);
  player.src = source;
  player.muted = true;
  const once = (name) => new Promise((done, failed) => {
    player.addEventListener(name, done, {once: true});
    player.addEventListener("error", () => failed(player.error.message), {once: true});
  });
  document.body.append(player);
  await once("loadedmetadata");
  const told = {length: player.duration, width: player.videoWidth ?? 0};
  for (const place of [player.duration / 2, 1, player.duration - 0.7]) {
    player.currentTime = place;
    await once("seeked");
  }
  if (rate > 1) {
    player.currentTime = 0;
    await once("seeked");
    player.playbackRate = rate;
  }
  const ended = once("ended");
  await player.play();
  await ended;
  return {...told, end: player.currentTime};
}"""


@needs_chromium
@pytest.mark.parametrize(
    ("job", "kind", "mime"), [("sound", "audio", "audio/mp4"), ("video", "video", "video/mp4")]
)
async def test_it_plays_to_the_end_and_from_any_place(job: str, kind: str, mime: str, tmp_path: Path) -> None:
    made = FilmJobs(Content(CONTENT), Shelf(tmp_path)).made(job, json.dumps(JOB))
    source = f"data:{mime};base64,{base64.b64encode(made).decode()}"
    async with a_browser() as browser:
        page = await browser.new_page()
        told: dict[str, Any] = await page.evaluate(PLAYED, [source, kind, 1])
    assert abs(told["length"] - SECONDS) < 0.1
    assert abs(told["end"] - SECONDS) < 0.1
    assert told.get("width", 0) == (WIDTH if kind == "video" else 0)


FAST = 16
"""The highest rate that Chromium plays at."""


@pytest.mark.soak
@needs_chromium
@pytest.mark.parametrize(
    ("job", "kind", "mime"), [("sound", "audio", "audio/mp4"), ("video", "video", "video/mp4")]
)
@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.routine)
async def test_a_whole_session_plays_from_its_beginning_to_its_end_and_from_any_place(
    session: Recorded, job: str, kind: str, mime: str, tmp_path: Path
) -> None:
    narrator = Narrator(library(), speaker(CONTENT), clips(CONTENT, "en"))
    plan = played(session, narrator)
    value = (sound_job if job == "sound" else video_job)(plan, session.routine, narrator)
    made = FilmJobs(Content(CONTENT), Shelf(tmp_path, ready=READY)).made(job, value)
    source = f"data:{mime};base64,{base64.b64encode(made).decode()}"
    async with a_browser() as browser:
        page = await browser.new_page()
        told: dict[str, Any] = await page.evaluate(PLAYED, [source, kind, FAST])
    assert abs(told["length"] - plan.seconds) < 0.2
    assert abs(told["end"] - plan.seconds) < 0.2
