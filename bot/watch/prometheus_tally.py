"""Counts for Prometheus how much happens and how fast, under names that stand in the code."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from bot.watch.ticks import Ticks

ANSWER_TIMES = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
"""Seconds: the upper ends of the buckets."""


class PrometheusTally:
    """The chat's Tally. `written` and `heard`: when that last happened."""

    def __init__(self, registry: CollectorRegistry, written: Ticks, heard: Ticks) -> None:
        self._written, self._heard = written, heard
        updates = Counter("unhunch_updates", "Updates decided, by kind", ["kind"], registry=registry)
        dropped = Counter(
            "unhunch_updates_dropped", "Updates not decided, by reason", ["why"], registry=registry
        )
        sends = Counter(
            "unhunch_sends",
            "Calls that show something, by lane and result",
            ["lane", "result"],
            registry=registry,
        )
        jobs = Counter(
            "unhunch_jobs",
            "Charts, papers and films, by kind and result",
            ["kind", "result"],
            registry=registry,
        )
        running = Gauge("unhunch_jobs_running", "Those being made or waiting", ["kind"], registry=registry)
        self._updates, self._dropped, self._sends, self._jobs, self._running = (
            updates,
            dropped,
            sends,
            jobs,
            running,
        )
        self._answers = Histogram(
            "unhunch_answer_seconds",
            "From a tap or message coming in to its screen being taken by Telegram",
            buckets=ANSWER_TIMES,
            registry=registry,
        )

    def took_in(self, kind: str) -> None:
        self._updates.labels(kind).inc()

    def dropped(self, why: str) -> None:
        self._dropped.labels(why).inc()

    def answered(self, seconds: float) -> None:
        self._answers.observe(seconds)

    def sent(self, lane: str, result: str) -> None:
        self._sends.labels(lane, result).inc()

    def begun(self, kind: str) -> None:
        self._running.labels(kind).inc()

    def made(self, kind: str, result: str) -> None:
        self._running.labels(kind).dec()
        self._jobs.labels(kind, result).inc()

    def wrote(self) -> None:
        self._written.note()

    def heard(self) -> None:
        self._heard.note()
