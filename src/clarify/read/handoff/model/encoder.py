"""The layers of the model, in numpy: from word pieces to a score for each word and each kind of finding.

A small BERT (Devlin et al., 2019; Wang et al., MiniLM, 2020), with the shape of each word added to its pieces, and a
bidirectional LSTM over the first piece of each word.
"""

from dataclasses import dataclass

import numpy as np

from clarify.read.handoff.model.weights import Numbers, Weights

_HEADS = 12
_TINY = np.float32(1e-12)


@dataclass(frozen=True)
class Pieces:
    """The pieces of some words: their numbers and shapes, and which of them begin a word."""

    numbers: list[int]
    shapes: list[int]
    first: list[int]


class Encoder:
    """The layers with their weights, ready to be used; 50 MB of memory."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._layers = [_Layer(weights, f"layers.{number}") for number in range(int(weights.about["layers"]))]
        self._places, self._shapes = weights.table("places.weight"), weights.table("shapes.weight")
        self._norm = _Norm(weights, "norm")
        self._around = _Recurrent(weights)
        self._out, self._hand = _Linear(weights, "out"), _Linear(weights, "hand")

    def scores(self, pieces: Pieces) -> tuple[Numbers, float]:
        """For each word and each kind the scores of outside, begin and inside; and that of “hands work over”."""
        x = self._weights.rows("words.weight", pieces.numbers) + self._shapes[pieces.shapes]
        x = self._norm(x + self._places[: len(pieces.numbers)])
        for layer in self._layers:
            x = layer(x)
        x = x[pieces.first]
        x = x + self._around(x)
        scores = self._out(x).reshape(len(x), -1, 3)
        return scores, float(self._hand(x.max(axis=0, keepdims=True))[0, 0])  # one clear ask counts in a long story


class _Linear:
    """A matrix and what is added: the numbers stay small integers in value, the scale is applied to what comes out."""

    def __init__(self, weights: Weights, name: str, matrix: str = "weight", bias: str = "bias") -> None:
        self._matrix, self._scale = weights.scaled(f"{name}.{matrix}")
        self._bias = weights[f"{name}.{bias}"]

    def __call__(self, x: Numbers) -> Numbers:
        y: Numbers = x @ self._matrix
        if self._scale is not None:
            y *= self._scale
        y += self._bias
        return y


class _Norm:
    """Layer normalization (Ba et al., 2016)."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._weight, self._bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def __call__(self, x: Numbers) -> Numbers:
        x = x - x.mean(axis=1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + _TINY)
        return x * self._weight + self._bias


class _Layer:
    """One layer of the transformer: each piece looks at all others, then is worked on by itself."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._qkv, self._o, self._up, self._down = (
            _Linear(weights, f"{name}.{part}") for part in ("qkv", "o", "up", "down")
        )
        self._seen_norm, self._norm = _Norm(weights, f"{name}.n1"), _Norm(weights, f"{name}.n2")

    def __call__(self, x: Numbers) -> Numbers:
        each = x.shape[1] // _HEADS
        q, k, v = self._qkv(x).reshape(len(x), 3, _HEADS, each).transpose(1, 2, 0, 3)
        looks = q @ k.swapaxes(1, 2)
        looks *= np.float32(each**-0.5)
        looks -= looks.max(axis=2, keepdims=True)
        np.exp(looks, out=looks)
        looks /= looks.sum(axis=2, keepdims=True)
        x = self._seen_norm(x + self._o((looks @ v).swapaxes(0, 1).reshape(x.shape)))
        return self._norm(x + self._down(_gelu(self._up(x))))


class _Recurrent:
    """The LSTM (Hochreiter and Schmidhuber, 1997), forward and backward in one loop."""

    def __init__(self, weights: Weights) -> None:
        self._into = [_Linear(weights, "rnn", f"weight_ih_l0{way}", f"bias_ih_l0{way}") for way in ("", "_reverse")]
        again = [weights.scaled(f"rnn.weight_hh_l0{way}") for way in ("", "_reverse")]
        self._again = np.stack([matrix if scale is None else matrix * scale for matrix, scale in again])
        self._bias = np.stack([weights[f"rnn.bias_hh_l0{way}"] for way in ("", "_reverse")])

    def __call__(self, x: Numbers) -> Numbers:
        """The states of both directions beside each other, for each word."""
        given = np.stack([self._into[0](x), self._into[1](x[::-1])], axis=1) + self._bias
        size = self._again.shape[1]
        hidden, cell = np.zeros((2, 1, size), np.float32), np.zeros((2, size), np.float32)
        states = np.empty((2, len(x), size), np.float32)
        for number, gates in enumerate(given):
            gates = gates + (hidden @ self._again)[:, 0]
            through = 1 / (1 + np.exp(-gates))
            cell = through[:, size : 2 * size] * cell + through[:, :size] * np.tanh(gates[:, 2 * size : 3 * size])
            hidden = (through[:, 3 * size :] * np.tanh(cell))[:, None]
            states[:, number] = hidden[:, 0]
        return np.concatenate([states[0], states[1, ::-1]], axis=1)


def _gelu(x: Numbers) -> Numbers:
    """The Gaussian error linear unit, by its tanh form (Hendrycks and Gimpel, 2016)."""
    bent = np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))
    y: Numbers = np.float32(0.5) * x * (1 + bent)
    return y
