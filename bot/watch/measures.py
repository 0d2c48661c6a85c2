"""Puts together what Prometheus reads: counts, figures of the file, and how the bot does."""

import platform
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Info, ProcessCollector, disable_created_metrics
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.coach.doctor.health import Health
from bot.store.reminders.deliveries import State
from bot.store.troubles import Trouble
from bot.watch.condition import Condition
from bot.watch.file_figures import FileFigures, FileReader
from bot.watch.prometheus_tally import PrometheusTally


class Measures:
    """`version`: of the bot. `zones`: of the rules of time zones."""

    def __init__(self, condition: Condition, reader: FileReader, version: str, zones: str) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # it is theirs
        self._registry = CollectorRegistry()
        self._reader, self._now = reader, _Now(condition)
        self.tally = PrometheusTally(self._registry, condition.written, condition.heard)
        self._registry.register(self._now)
        ProcessCollector(registry=self._registry)
        built = {"version": version, "python": platform.python_version(), "tzdata": zones}
        Info("unhunch_build", "What runs", registry=self._registry).info(built)

    async def exposed(self) -> tuple[bytes, str]:
        """The page and its media type, which is the common one whatever is asked for."""
        self._now.figures = await self._reader.figures()
        return generate_latest(self._registry), CONTENT_TYPE_PLAIN_0_0_4


class _Now(Collector):
    """Figures that are read when they are asked for."""

    def __init__(self, condition: Condition) -> None:
        self._condition = condition
        self.figures: FileFigures | None = None

    def describe(self) -> Iterable[Metric]:
        return ()

    def collect(self) -> Iterator[Metric]:
        yield _gauge("unhunch_healthy", "What /healthz says: 1 if all is well", not self._condition.faults())
        yield _gauge("unhunch_ready", "What /readyz says", not self._condition.why_not_ready())
        for name, age in self._condition.ages().items():
            yield _gauge(f"unhunch_{name}_age_seconds", f"Since the last: {name}", age)
        if self.figures:
            yield _gauge("unhunch_database_bytes", "Size of the file", self.figures.sizes.file)
            yield _gauge("unhunch_database_log_bytes", "Size of its -wal", self.figures.sizes.log)
            if self.figures.health:
                yield from _of_the_file(self.figures.health)


def _of_the_file(health: Health) -> Iterator[Metric]:
    around = health.around
    copied = (health.now - around.last_copy_at).total_seconds() if around.last_copy_at else None
    yield _gauge("unhunch_reminders", "Reminders that will come", health.subscribers)
    yield _gauge("unhunch_people_with_reminders", "People to whom one will come", health.reminded)
    yield _gauge("unhunch_people_lost", "Those of them who can't be reached", health.lost)
    yield _gauge("unhunch_people_waiting", "Owed a screen for more than ten minutes", health.waiting)
    yield _gauge("unhunch_reminders_due", "Due now, and not claimed", health.due)
    yield _gauge("unhunch_reminders_late", "More than ten minutes late", health.late)
    yield _gauge("unhunch_reminders_pending", "Claimed, and not known to be sent", _pending(health))
    yield _gauge("unhunch_reminders_stranded", "Pending for more than ten minutes", health.stranded)
    yield _gauge("unhunch_disk_free_bytes", "Free on its disk", around.free)
    yield _gauge("unhunch_copy_age_seconds", "Since the newest copy was made", copied)
    yield _by("unhunch_reminders_day", "What became of reminders in 24 hours", "state", _of_a_day(health))
    yield _by("unhunch_trouble", "1 for what lasts and needs somebody", "trouble", _troubles(health))


def _pending(health: Health) -> int:
    return health.states.get(State.PENDING, 0)


def _of_a_day(health: Health) -> dict[str, int]:
    return {state.value: health.states.get(state, 0) for state in State if state is not State.PENDING}


def _troubles(health: Health) -> dict[str, int]:
    here = {each.trouble for each in health.troubles}
    return {trouble.value: int(trouble in here) for trouble in Trouble}


def _gauge(name: str, meaning: str, value: float | None) -> Metric:
    family = GaugeMetricFamily(name, meaning)
    if value is not None:
        family.add_metric([], float(value))
    return family


def _by(name: str, meaning: str, label: str, values: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=[label])
    for each, value in values.items():
        family.add_metric([each], value)
    return family
