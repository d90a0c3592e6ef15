"""Finds the spans of each kind in the lines of a message, each with how likely it is."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from clarify.read.handoff.model.chain import BEGIN, OUTSIDE, best_path, likelihood
from clarify.read.handoff.model.encoder import Encoder, Pieces
from clarify.read.handoff.model.pieces import LINE, Vocabulary, Word, words_of
from clarify.read.handoff.model.weights import Numbers, Weights
from clarify.read.spans import Span

MOST_WORDS = 4000
"""What is read of a message at most, signs and ends of lines counted as words; the model takes 0.3 ms for each."""
_WINDOW = 400
"""Pieces that are read at once: what is further away is not seen together."""
_OVERLAP = 80
"""Words that two windows share, so that most spans lie whole in one of them."""
_EMPTY = " .,;:\n"


@dataclass(frozen=True)
class Found(Span):
    """Words of one kind, and how likely they are of it."""

    likely: float
    sure: bool
    """True if it is so likely that it may be stated as said."""


@dataclass(frozen=True)
class Tags:
    """What stands in a message: the spans of each kind in their order."""

    of: Mapping[str, list[Found]]
    read_to: int
    """The place in the text behind the last word that was read."""


class Tagger:
    """The model, ready to read."""

    def __init__(self, weights: Weights) -> None:
        self.kinds: list[str] = json.loads(weights.about["kinds"])
        self.sure: dict[str, float] = json.loads(weights.about["sure"])
        """How likely a finding of each kind must be to be stated as said."""
        self._least: float = float(weights.about["hands_over"])
        self._vocabulary = Vocabulary(weights.vocabulary)
        self._encoder = Encoder(weights)
        self._steps, self._start = weights["crf.t"], weights["crf.s"]

    def tags(self, text: str, lines: Sequence[Span]) -> Tags:
        """The spans in the lines of `text`; none in a message that hands nothing over."""
        words = words_of(lines, MOST_WORDS)
        nothing: dict[str, list[Found]] = {kind: [] for kind in self.kinds}
        if not words:
            return Tags(nothing, 0)
        scores, hands_over = self._scores(words)
        if hands_over < self._least:
            return Tags(nothing, words[-1].end)
        path = best_path(scores, self._steps, self._start)
        likely = 1 - likelihood(scores, self._steps, self._start)[:, :, OUTSIDE]
        found = {
            kind: [
                Found(text[start:end], start, end, sum_ / count, sum_ / count >= self.sure[kind])
                for start, end, sum_, count in _runs(words, path[:, number], likely[:, number])
                if text[start:end].strip(_EMPTY)
            ]
            for number, kind in enumerate(self.kinds)
        }
        return Tags(found if found["task"] else nothing, words[-1].end)

    def _scores(self, words: list[Word]) -> tuple[Numbers, float]:
        """The scores of all words, those in two windows by their mean; and how likely work is handed over in one."""
        pieces = [self._vocabulary.pieces_of(word) for word in words]
        total = np.zeros((len(words), len(self.kinds), 3), np.float32)
        times = np.zeros((len(words), 1, 1), np.float32)
        most = -np.inf
        for begin, end in _windows([len(numbers) for numbers in pieces]):
            first: list[int] = []
            numbers: list[int] = []
            shapes: list[int] = []
            for word, of_word in zip(words[begin:end], pieces[begin:end], strict=True):
                first.append(len(numbers))
                numbers += of_word
                shapes += [word.shape] * len(of_word)
            scores, hand = self._encoder.scores(Pieces(numbers, shapes, first))
            total[begin:end] += scores
            times[begin:end] += 1
            most = max(most, hand)
        return total / times, float(1 / (1 + np.exp(-most)))


@cache
def shipped() -> Tagger:
    """The model that comes with clarify, loaded once. Raises `OSError` where it can't be read."""
    return Tagger(Weights.shipped())


def _windows(lengths: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last word (not included) of each window of at most `_WINDOW` pieces."""
    begin = 0
    while True:
        end, pieces = begin, 0
        while end < len(lengths) and pieces + lengths[end] <= _WINDOW:
            pieces += lengths[end]
            end += 1
        end = max(end, begin + 1)
        yield begin, end
        if end >= len(lengths):
            return
        begin = max(begin + 1, end - _OVERLAP)


def _runs(words: list[Word], path: Iterable[int], likely: Numbers) -> Iterator[tuple[int, int, float, int]]:
    """Each run of a begin and what is inside it: its place, the sum of its likelihoods, and its words."""
    run: list[int] = []
    for number, label in enumerate([*path, OUTSIDE]):
        if run and label in (OUTSIDE, BEGIN):
            while run and words[run[-1]].shape == LINE:
                run.pop()
            if run:
                yield words[run[0]].start, words[run[-1]].end, float(sum(likely[at] for at in run)), len(run)
            run = []
        if label != OUTSIDE and (run or words[number].shape != LINE):
            run.append(number)
