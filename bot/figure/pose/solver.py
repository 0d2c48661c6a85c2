"""Finds the posture that fulfils its goals best: damped least squares over all freedoms at once (Levenberg, Marquardt)."""

from collections.abc import Sequence

import numpy as np

from bot.figure.person.skeleton import Skeleton
from bot.figure.pose.goals import Goal, SeenPostures
from bot.figure.pose.markers import Markers
from bot.figure.rotations import Array

STEP = 1e-5
"""Metres or radians for the slopes."""
LONGEST_STEP = 0.35
"""Radians or metres that any freedom moves at once: farther, the slopes say nothing."""

HARDLY, PATIENCE = 2e-3, 3
"""The share of the error that a step takes away at least to count, and how many that don't are waited for."""


class Solver:
    def __init__(self, skeleton: Skeleton, markers: Markers) -> None:
        self.skeleton, self.markers = skeleton, markers

    def solve(self, start: Array, goals: Sequence[Goal], rounds: int = 60, good: float = 1e-5) -> Array:
        """(freedoms,) nearest to fulfilling `goals`, walking from `start`. Ends when no step longer than `good` helps."""
        freedoms, damping, idle = start.copy(), 1e-2, 0
        errors, slopes = self._slopes(freedoms, goals)
        for _ in range(rounds):
            step = self._step(errors, slopes, damping)
            trial = self._errors(freedoms[None] + step, goals)[0]
            before, after = float(errors @ errors), float(trial @ trial)
            if after < before:
                freedoms = freedoms + step
                damping = max(damping / 5, 1e-7)
                idle = idle + 1 if before - after < HARDLY * before else 0
                if np.abs(step).max() < good or idle == PATIENCE:
                    break
                errors, slopes = self._slopes(freedoms, goals)
            elif damping > 1e6:
                break
            else:
                damping *= 6
        return freedoms

    def cost(self, freedoms: Array, goals: Sequence[Goal]) -> float:
        errors = self._errors(freedoms[None], goals)[0]
        return float(errors @ errors)

    def seen(self, freedoms: Array) -> SeenPostures:
        return SeenPostures(self.skeleton, self.markers, np.atleast_2d(freedoms))

    def _errors(self, freedoms: Array, goals: Sequence[Goal]) -> Array:
        seen = self.seen(freedoms)
        return np.concatenate([goal.error(seen) for goal in goals], axis=1)

    def _slopes(self, freedoms: Array, goals: Sequence[Goal]) -> tuple[Array, Array]:
        moved = np.vstack([freedoms, freedoms + STEP * np.eye(len(freedoms))])
        errors = self._errors(moved, goals)
        return errors[0], ((errors[1:] - errors[0]) / STEP).T

    @staticmethod
    def _step(errors: Array, slopes: Array, damping: float) -> Array:
        normal = slopes.T @ slopes
        normal[np.diag_indices_from(normal)] *= 1 + damping
        normal[np.diag_indices_from(normal)] += 1e-9
        step = np.linalg.solve(normal, -slopes.T @ errors)
        longest = np.abs(step).max()
        return np.asarray(step * min(1.0, LONGEST_STEP / max(longest, 1e-12)))
