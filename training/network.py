"""The model as it is trained: a small BERT, an LSTM over words, and a chain of labels for each kind (PyTorch).

`clarify.read.handoff.model` runs the same layers in numpy; the names of the weights are the same there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812  (its usual name)
from torch import Tensor, nn

WIDTH, HEADS, INNER, LAYERS, PLACES, RECURRENT = 384, 12, 1536, 6, 512, 192
IMPOSSIBLE = -1e4
"""The score of a step that can't be: from outside to inside."""


@dataclass(frozen=True)
class Batch:
    """Some messages side by side, padded to the longest: of each the pieces, their shapes, and where words begin."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    count_of_pieces: Tensor
    count_of_words: Tensor
    labels: Tensor
    """`[messages, words, kinds]`: 0 outside, 1 begin, 2 inside."""
    hands_over: Tensor


def up_to(counts: Tensor, most: int) -> Tensor:
    """True for the first `counts` of `most` places, a row each."""
    return torch.arange(most, device=counts.device)[None] < counts[:, None]


class Layer(nn.Module):
    """One layer of the transformer, its norms behind its sums as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, seen: Tensor, drop: float) -> Tensor:
        """`x` is `[messages, pieces, width]`; `seen` is False where a message has ended."""
        messages, pieces, _ = x.shape
        parts = self.qkv(x).view(messages, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        looks = F.scaled_dot_product_attention(*parts, attn_mask=seen, dropout_p=drop if self.training else 0.0)
        whole = looks.transpose(1, 2).reshape(messages, pieces, WIDTH)
        x = self.n1(x + F.dropout(self.o(whole), drop, self.training))
        inner = self.down(F.gelu(self.up(x), approximate="tanh"))
        return self.n2(x + F.dropout(inner, drop, self.training))


class Chain(nn.Module):
    """A conditional random field for each kind over outside, begin and inside (Lafferty et al., 2001)."""

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.t, self.s = nn.Parameter(torch.zeros(kinds, 3, 3)), nn.Parameter(torch.zeros(kinds, 3))
        steps, start = torch.zeros(kinds, 3, 3), torch.zeros(kinds, 3)
        steps[:, 0, 2] = start[:, 2] = IMPOSSIBLE
        self.register_buffer("no_step", steps)
        self.register_buffer("no_start", start)

    @property
    def steps(self) -> Tensor:
        """The score of each step, from and to: `[kinds, 3, 3]`."""
        return self.t + self.no_step

    @property
    def start(self) -> Tensor:
        """The score of each first label: `[kinds, 3]`."""
        return self.s + self.no_start

    def forward(self, scores: Tensor, labels: Tensor, words: Tensor) -> Tensor:
        """The negative logarithm of how likely the labels are, for each message and kind."""
        steps, start = self.steps, self.start
        kinds = torch.arange(scores.shape[2], device=scores.device)
        there = up_to(words, scores.shape[1])
        on_words = torch.gather(scores, 3, labels[..., None]).squeeze(-1) * there[..., None]
        on_steps = steps[kinds[None, None], labels[:, :-1], labels[:, 1:]] * there[:, 1:, None]
        path = on_words.sum(1) + start[kinds[None], labels[:, 0]] + on_steps.sum(1)
        return self._all_paths(scores, there) - path

    def _all_paths(self, scores: Tensor, there: Tensor) -> Tensor:
        """The logarithm of the sum over all paths: neighbours are joined two by two, so 400 words take nine rounds."""
        onward = self.steps + scores[:, 1:, :, None, :]  # [messages, words, kinds, from, to]
        stay = torch.where(torch.eye(3, dtype=torch.bool, device=scores.device), 0.0, IMPOSSIBLE)
        onward = torch.where(there[:, 1:, None, None, None], onward, stay)
        while onward.shape[1] > 1:
            if onward.shape[1] % 2:
                onward = torch.cat([onward, stay.expand_as(onward[:, :1])], 1)
            before, after = onward[:, 0::2], onward[:, 1::2]
            onward = torch.logsumexp(before.unsqueeze(-1) + after.unsqueeze(-3), -2)
        begin = scores[:, 0] + self.start
        ends = torch.logsumexp(begin.unsqueeze(-1) + onward[:, 0], -2) if onward.shape[1] else begin
        return torch.logsumexp(ends, -1)


class Network(nn.Module):
    """The whole model."""

    def __init__(self, pieces: int, shapes: int, kinds: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.shapes, self.norm = nn.Embedding(shapes, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.rnn = nn.LSTM(WIDTH, RECURRENT, bidirectional=True, batch_first=True)
        self.out, self.hand, self.crf = nn.Linear(WIDTH, 3 * kinds), nn.Linear(WIDTH, 1), Chain(kinds)

    def forward(self, batch: Batch, drop: float = 0.1, drop_words: float = 0.15) -> tuple[Tensor, Tensor]:
        """The scores of the labels, `[messages, words, kinds, 3]`, and of “hands work over”, `[messages]`."""
        length = batch.pieces.shape[1]
        seen = up_to(batch.count_of_pieces, length)[:, None, None, :]
        x = self.words(batch.pieces) + self.shapes(batch.shapes) + self.places.weight[:length]
        x = F.dropout(self.norm(x), drop, self.training)
        for layer in self.layers:
            x = layer(x, seen, drop)
        x = torch.gather(x, 1, batch.first[..., None].expand(-1, -1, WIDTH))
        x = F.dropout(x, drop_words, self.training)
        counts = batch.count_of_words.cpu()
        packed = nn.utils.rnn.pack_padded_sequence(x, counts, batch_first=True, enforce_sorted=False)
        around, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True)
        x = F.dropout(x + around, drop_words, self.training)
        there = up_to(batch.count_of_words, x.shape[1])[..., None]
        strongest = x.masked_fill(~there, IMPOSSIBLE).amax(1)  # one clear ask counts, however long the story around it
        return self.out(x).unflatten(2, (-1, 3)), self.hand(strongest).squeeze(-1)

    def loss(self, batch: Batch) -> Tensor:
        """How far the model is from the labels of a batch."""
        scores, hand = self(batch)
        spans = self.crf(scores, batch.labels, batch.count_of_words).sum() / len(hand) / scores.shape[2]
        return spans + 0.3 * F.binary_cross_entropy_with_logits(hand, batch.hands_over)

    def begin_with(self, base: Path, rows: Sequence[int]) -> None:
        """Takes over the weights of a BERT file; `rows` are the rows of its vocabulary that are ours, in our order."""
        from safetensors.torch import load_file

        of = {name.removeprefix("bert."): weight.float() for name, weight in load_file(base).items()}
        with torch.no_grad():
            self.words.weight.copy_(of["embeddings.word_embeddings.weight"][list(rows)])
            kind_of_text = of["embeddings.token_type_embeddings.weight"][0]
            self.places.weight.copy_(of["embeddings.position_embeddings.weight"] + kind_of_text)
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(of[f"embeddings.LayerNorm.{part}"])
                for number, layer in enumerate(self.layers):
                    name = f"encoder.layer.{number}"
                    qkv = [of[f"{name}.attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(qkv))
                    getattr(layer.o, part).copy_(of[f"{name}.attention.output.dense.{part}"])
                    getattr(layer.n1, part).copy_(of[f"{name}.attention.output.LayerNorm.{part}"])
                    getattr(layer.up, part).copy_(of[f"{name}.intermediate.dense.{part}"])
                    getattr(layer.down, part).copy_(of[f"{name}.output.dense.{part}"])
                    getattr(layer.n2, part).copy_(of[f"{name}.output.LayerNorm.{part}"])
