"""Trains the reader of hand-offs, and writes the model that clarify ships: `make model`, about an hour on two cores.

A graphics processor is used where PyTorch finds one; it takes some three minutes there.

    python training/train.py [--epochs 8] [--seed 2] [--into FOLDER]

Needs the extra `train` (PyTorch, safetensors). Reads `training/data/`, never `training/held_out/`.
"""

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import base
import torch
from augment import varied
from network import Batch, Network
from records import KINDS, Record, read_records
from store import save
from torch import Tensor

from clarify.read.handoff.model.pieces import LINE, SHAPES, Vocabulary, Word, words_of
from clarify.read.mail.layout import layout_of
from clarify.read.spans import Span
from clarify.read.words import load

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "clarify" / "read" / "handoff" / "model"
LEARNED = ("task", "deadline", "urgency", "why", "vision", "effort", "limit", "person")
"""The kinds of findings; vague words are found by a table."""
MOST_PIECES = 400
AS_WRITTEN = 0.25
"""The share of messages that an epoch shows just as they were written."""


@dataclass(frozen=True)
class Example:
    """A message as the model sees it: its pieces and their shapes, where words begin, and the labels of the words."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    labels: list[list[int]]
    hands_over: float


def example_of(record: Record, vocabulary: Vocabulary) -> Example | None:
    """A record as the model sees it, cut at `MOST_PIECES`; None if no word of it is the leader's own."""
    layout = layout_of(record.text)
    words = words_of([*layout.subject, *layout.body], MOST_PIECES)
    pieces: list[int] = []
    shapes: list[int] = []
    first: list[int] = []
    for word in words:
        numbers = vocabulary.pieces_of(word)
        if len(pieces) + len(numbers) > MOST_PIECES:
            break
        first.append(len(pieces))
        pieces += numbers
        shapes += [word.shape] * len(numbers)
    labels = labels_of(record, words[: len(first)])
    return Example(pieces, shapes, first, labels, float(record.hands_over)) if pieces else None


def labels_of(record: Record, words: Sequence[Word]) -> list[list[int]]:
    """The label of each word for each kind: 0 outside, 1 begin, 2 inside."""
    labels = [[0] * len(LEARNED) for _ in words]
    for label in record.labels:
        if KINDS[label.tag] not in LEARNED:
            continue
        kind, begun = LEARNED.index(KINDS[label.tag]), False
        for word, of_word in zip(words, labels, strict=True):
            inside = word.end < label.end and begun if word.shape == LINE else word.end <= label.end
            if word.start >= label.start and inside:
                of_word[kind] = 2 if begun else 1
                begun = True
    return labels


def batch_of(examples: Sequence[Example], device: str = "cpu") -> Batch:
    """Some examples side by side, on the device where they are learned from."""
    pieces, words = max(len(e.pieces) for e in examples), max(len(e.first) for e in examples)

    def padded(rows: list[list[int]], length: int) -> Tensor:
        return torch.tensor([row + [0] * (length - len(row)) for row in rows], device=device)

    return Batch(
        pieces=padded([e.pieces for e in examples], pieces),
        shapes=padded([e.shapes for e in examples], pieces),
        first=padded([e.first for e in examples], words),
        count_of_pieces=torch.tensor([len(e.pieces) for e in examples], device=device),
        count_of_words=torch.tensor([len(e.first) for e in examples], device=device),
        labels=torch.tensor(
            [e.labels + [[0] * len(LEARNED)] * (words - len(e.labels)) for e in examples], device=device
        ),
        hands_over=torch.tensor([e.hands_over for e in examples], device=device),
    )


def batches(examples: list[Example], size: int, dice: random.Random) -> Iterator[Sequence[Example]]:
    """The examples in groups of about one length each, in an order that the dice tell."""
    dice.shuffle(examples)
    alike: list[list[Example]] = []
    for begin in range(0, len(examples), 20 * size):
        pool = sorted(examples[begin : begin + 20 * size], key=lambda example: len(example.pieces))
        alike += [pool[at : at + size] for at in range(0, len(pool), size)]
    dice.shuffle(alike)
    return iter(alike)


def seen_pieces(records: Sequence[Record], pieces: list[str]) -> set[int]:
    """The pieces that stand in the records."""
    whole = Vocabulary(pieces)
    words = (word for r in records for word in words_of([Span(r.text, 0, len(r.text))], len(r.text)))
    return {number for word in words for number in whole.pieces_of(word)}


def train(network: Network, records: Sequence[Record], vocabulary: Vocabulary, options: argparse.Namespace) -> None:
    """Trains, and leaves in the network the mean of its last weights."""
    dice = random.Random(options.seed)  # noqa: S311  (no secret)
    names = dice.sample([name for name in load("given_names.txt").split() if name.isascii()], 4000)
    network.words.weight.requires_grad_(False)  # so that rare words stay where the base has them
    optimizer = torch.optim.AdamW(groups_of(network, options.rate), weight_decay=0.01, fused=True)
    steps = options.epochs * math.ceil(len(records) / options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (steps * 0.1)) * max(0.02, (steps - step) / steps)
    )
    mean: dict[str, Tensor] = {}
    step, began = 0, time.monotonic()
    for epoch in range(options.epochs):
        network.train()
        shown = [r if dice.random() < AS_WRITTEN else varied(r, dice, names, records) for r in records]
        examples = [example for record in shown if (example := example_of(record, vocabulary))]
        total = 0.0
        for some in batches(examples, options.batch, dice):
            loss = network.loss(batch_of(some, options.device))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, total = step + 1, total + loss.item() * len(some)
            if step > steps * 0.4:
                add_to_mean(mean, network)
        print(f"epoch {epoch + 1}: {total / len(examples):.3f}, {time.monotonic() - began:.0f} s", flush=True)
        if options.keep:
            torch.save(mean or network.state_dict(), f"{options.keep}.pt")
    network.load_state_dict(mean)
    network.eval()


def groups_of(network: Network, rate: float) -> list[dict[str, object]]:
    """The weights with their rates of learning: slow for those that know English, quick for the new ones."""
    old = ("layers", "norm", "places", "words")
    known = [weight for name, weight in network.named_parameters() if name.startswith(old) and weight.requires_grad]
    new = [weight for name, weight in network.named_parameters() if not name.startswith((*old, "crf"))]
    return [
        {"params": known, "lr": rate},
        {"params": new, "lr": 1e-3},
        {"params": list(network.crf.parameters()), "lr": 5e-3},
    ]


def add_to_mean(mean: dict[str, Tensor], network: Network) -> None:
    """Takes the weights into a running mean, which reads better than any of them (Polyak and Juditsky, 1992)."""
    for name, weight in network.state_dict().items():
        if name not in mean:
            mean[name] = weight.detach().clone()
        elif name != "words.weight":
            mean[name].lerp_(weight.detach(), 0.01)


def main() -> None:
    """Trains and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--keep", help="also write the weights as they are after each epoch, for a look on the way")
    parser.add_argument("--into", type=Path, default=SHIPPED, metavar="FOLDER")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    records = [record for file in sorted((HERE / "data").glob("*.txt")) for record in read_records(file)]
    pieces = base.vocabulary()
    rows = base.pruned(pieces, seen_pieces(records, pieces))
    kept = [pieces[row] for row in rows]
    print(f"{len(records)} messages, {sum(r.hands_over for r in records)} of them hand-offs; {len(rows)} word pieces")
    network = Network(len(rows), SHAPES, len(LEARNED))
    network.begin_with(base.weights(), rows)
    train(network.to(options.device), records, Vocabulary(kept), options)
    save(network.cpu(), kept, LEARNED, options.into)


if __name__ == "__main__":
    main()
