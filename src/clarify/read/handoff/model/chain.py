"""From the scores of single words to spans: the best path through outside, begin, inside, and how likely each word is.

A linear-chain conditional random field for each kind of finding (Lafferty, McCallum and Pereira, 2001).
"""

import numpy as np
import numpy.typing as npt

from clarify.read.handoff.model.weights import Numbers

OUTSIDE, BEGIN, INSIDE = range(3)


def best_path(scores: Numbers, steps: Numbers, start: Numbers) -> npt.NDArray[np.intp]:
    """The most likely label of each word for each kind, `[words, kinds]`, found as Viterbi does.

    `scores` are `[words, kinds, 3]`, `steps` (from, to) `[kinds, 3, 3]`, and `start` `[kinds, 3]`.
    """
    came_from = np.empty(scores.shape, np.intp)
    best = scores[0] + start
    for word in range(1, len(scores)):
        through = best[:, :, None] + steps
        came_from[word] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[word]
    path = np.empty(scores.shape[:2], np.intp)
    path[-1] = best.argmax(axis=1)
    kinds = np.arange(scores.shape[1])
    for word in range(len(scores) - 1, 0, -1):
        path[word - 1] = came_from[word][kinds, path[word]]
    return path


def likelihood(scores: Numbers, steps: Numbers, start: Numbers) -> Numbers:
    """How likely each label is for each word and each kind, `[words, kinds, 3]`: forward and backward, scaled."""
    weights = np.exp(scores - scores.max(axis=2, keepdims=True), dtype=np.float64)[:, :, None]
    onward = np.exp(steps, dtype=np.float64)
    back = onward.swapaxes(1, 2)
    ahead, behind = np.empty_like(weights), np.ones_like(weights)
    ahead[0] = weights[0] * np.exp(start, dtype=np.float64)[:, None]
    for word in range(1, len(weights)):
        reached = (ahead[word - 1] @ onward) * weights[word]
        ahead[word] = reached / reached.sum(axis=2, keepdims=True)
    for word in range(len(weights) - 2, -1, -1):
        reached = (behind[word + 1] * weights[word + 1]) @ back
        behind[word] = reached / reached.sum(axis=2, keepdims=True)
    both = (ahead * behind)[:, :, 0]
    likely: Numbers = both / both.sum(axis=2, keepdims=True)
    return likely
