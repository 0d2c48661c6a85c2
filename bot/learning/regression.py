"""Logistic regression of several classes: the weight of each trait for each class. It draws no lots: the same data give the same
weights.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

Numbers: TypeAlias = NDArray[np.float64]

_HELD_BACK = 5e-5

_ROUNDS = 80


def fit(
    heard: csr_array,
    classes: NDArray[np.intp],
    count: int,
    *,
    held_back: float = _HELD_BACK,
    rounds: int = _ROUNDS,
) -> tuple[Numbers, Numbers]:
    """`heard`: a sentence a row. `classes`: the class of each row, below `count`. `held_back`: what it costs to lean on a trait, the more, the
    less is made of a few sentences. Returns the weights, and the intercepts."""
    sentences, traits = heard.shape
    wanted = np.zeros((sentences, count))
    wanted[np.arange(sentences), classes] = 1
    turned = heard.T.tocsr()

    def cost(flat: Numbers) -> tuple[float, Numbers]:
        said = flat.reshape(traits + 1, count)
        shares = softmax(heard @ said[:-1] + said[-1])
        surprise = -np.log(np.maximum(shares[np.arange(sentences), classes], 1e-12)).mean()
        off = (shares - wanted) / sentences
        slope = np.vstack([turned @ off + 2 * held_back * said[:-1], off.sum(0)])
        return surprise + held_back * (said[:-1] ** 2).sum(), slope.ravel()

    found = minimize(
        cost,
        np.zeros((traits + 1) * count),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 5},
    )
    said = found.x.reshape(traits + 1, count)
    return said[:-1], said[-1]


def telling(heard: csr_array, classes: NDArray[np.intp], count: int) -> Numbers:
    """How much each trait tells of any one class: the largest log-ratio of how often it stands in it and in the others, 1 on average."""
    there = (heard != 0).astype(np.float64)
    often = np.array([there[classes == each].sum(0) for each in range(count)]).T + 1
    others = often.sum(1, keepdims=True) - often
    whole = often.sum(0)
    ratios = np.abs(np.log((often / whole) / (others / (whole.sum() - whole)))).max(1)
    told: Numbers = ratios / np.sqrt((ratios**2).mean())
    return told


def warmth(said: Numbers, classes: NDArray[np.intp]) -> float:
    """The factor for the scores of sentences that were not learnt from, so that the probabilities are true."""
    rows = np.arange(len(classes))
    return float(
        min(
            np.arange(0.5, 4.01, 0.05),
            key=lambda each: -np.log(np.maximum(softmax(said * each)[rows, classes], 1e-12)).mean(),
        ).round(2)
    )


def softmax(said: Numbers) -> Numbers:
    parts = np.exp(said - said.max(1, keepdims=True))
    shares: Numbers = parts / parts.sum(1, keepdims=True)
    return shares
