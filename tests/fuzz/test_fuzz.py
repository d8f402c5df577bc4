"""The fuzz target holds for its corpus and for a few mutations of it; `fuzz_stream.py` goes on from there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.fuzz_stream import CORPUS, check_stream, make_seeds, mutate

SEEDS = sorted(CORPUS.iterdir())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_target_holds_for_the_corpus(path: Path) -> None:
    check_stream(path.read_bytes())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_target_holds_for_the_beginning_of_a_seed(path: Path) -> None:
    data = path.read_bytes()
    for length in range(0, len(data), max(1, len(data) // 15)):
        check_stream(data[:length])


@pytest.mark.parametrize("seed", range(40))
def test_target_holds_for_mutations(seed: int) -> None:
    draw = random.Random(seed)
    seeds = [path.read_bytes() for path in SEEDS]
    for _ in range(5):
        check_stream(mutate(draw.choice(seeds), seeds, draw))


def test_corpus_is_what_the_seeds_are() -> None:
    assert {path.name: path.read_bytes() for path in SEEDS} == make_seeds()
