"""Finds the posture that best fulfils its goals: damped least squares over all freedoms (Levenberg-Marquardt)."""

from collections.abc import Sequence

import numpy as np

from bot.figure.person.skeleton import Skeleton
from bot.figure.pose.goals import Goal, SeenPostures
from bot.figure.pose.markers import Markers
from bot.figure.rotations import Array

STEP = 1e-5
"""The step for slopes, in metres or radians."""
LONGEST_STEP = 0.35
"""The longest step of any freedom, in radians or metres; beyond it the slopes are no guide."""

HARDLY, PATIENCE = 2e-3, 3
"""The least share of the error that a step must remove to count, and how many steps in a row may fail to."""


class Solver:
    def __init__(self, skeleton: Skeleton, markers: Markers) -> None:
        self.skeleton, self.markers = skeleton, markers

    def solve(self, start: Array, goals: Sequence[Goal], rounds: int = 60, good: float = 1e-5) -> Array:
        """Walks from `start` until no step longer than `good` helps, in radians or metres."""
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
