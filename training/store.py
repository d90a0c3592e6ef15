"""Writes a model as clarify reads it: small integers with a scale for each row, and the vocabulary as text."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from network import Network
from safetensors.numpy import save_file

LARGE = 20_000
"""Matrices with more numbers than that are stored in 8 bits."""
LEAST_HANDED_OVER = 0.5
"""From which likelihood a message is taken to hand work over; by what was held out, .3 to .8 are alike."""
LEAST_SURE = 0.8
"""What `sure.py` puts right on messages that were held out."""


def save(network: Network, pieces: Sequence[str], kinds: Sequence[str], folder: Path) -> None:
    """Writes `reader.safetensors` and `vocabulary.txt` into `folder`."""
    arrays: dict[str, np.ndarray] = {"crf.t": _plain(network.crf.steps), "crf.s": _plain(network.crf.start)}
    for name, weight in network.state_dict().items():
        if name.startswith("crf."):
            continue
        values = _plain(weight)
        tables = name.startswith(("words", "places", "shapes"))
        if values.ndim == 2 and values.size > LARGE:
            values, scale = _rounded(values)
            arrays[f"{name}.scale"] = scale if tables else np.ascontiguousarray(scale.T)
        # Matrices stand as they are multiplied: from what comes in, along the rows, to what goes out.
        arrays[name] = values if tables or values.ndim < 2 else np.ascontiguousarray(values.T)
    about = {
        "kinds": json.dumps(list(kinds)),
        "layers": str(len(network.layers)),
        "hands_over": str(LEAST_HANDED_OVER),
        "sure": json.dumps(dict.fromkeys(kinds, LEAST_SURE)),
    }
    folder.mkdir(parents=True, exist_ok=True)
    save_file(arrays, folder / "reader.safetensors", metadata=about)
    (folder / "vocabulary.txt").write_bytes("\n".join(pieces).encode())


def _plain(weight: torch.Tensor) -> np.ndarray:
    values: np.ndarray = weight.detach().float().contiguous().numpy()
    return values


def _rounded(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The values as integers from -127 to 127, and the scale of each row."""
    scale = np.abs(values).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)
