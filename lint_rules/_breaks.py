"""How likely a new paragraph begins at each place between two sentences, by a small trained model.

Two small networks, one after the other: the first sees the features of a place, the second what the first says of the
place and of its neighbours, since breaks keep their distance. Their weights stand in ``paragraph_model.json``, which
``benchmarks/train_paragraphs.py`` writes. Neither sees where the text is broken today: once the breaks that they propose
are in, they propose no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lint_rules._borders import has_fence
from lint_rules._break_features import around, beyond, features
from lint_rules._break_places import Signs, may_break
from lint_rules._glyphs import Bools, Floats, Ints, where_new
from lint_rules._passages import Passage
from textlint import Batch, Text

SHORTEST = 300  # code points from which a paragraph may be several
LEAST = 0.41  # probability from which a break is proposed: about as many are put in wrongly as are missed
MODEL = "paragraph_model.json"
NEIGHBOURS = (
    "own", "3 before", "2 before", "1 before", "1 after", "2 after", "3 after", "strongest beside", "breaks around",
    "breaks in paragraph", "paragraph", "sentences", "from start", "to end", "sentences from start", "sentences to end",
)  # fmt: skip
_ROUNDS = 20  # after which a text is left to the next pass
_LIMIT = 4.0  # standard deviations at which an input is cut off
_ABSENT = -3.0  # log odds of a neighbour that is not there
_DIGITS = 4  # of a probability: the same on every machine
_CACHED, _BLOCK = 1024, 64  # rows that stay in a processor's cache; that are multiplied at once
_MARGIN = 8  # lines above and below long paragraphs that the model sees


class Places(NamedTuple):
    """Places between sentences: where one ends, where the next starts (code points of the text), a break's probability."""

    ends: Ints
    starts: Ints
    chances: Floats


class Net(NamedTuple):
    """A network with one hidden layer; ``mean`` and ``scale`` bring its inputs to one size."""

    names: Sequence[str]
    mean: Floats
    scale: Floats
    weights: Floats
    hidden: Floats
    out: Floats
    bias: float

    def __call__(self, inputs: Floats) -> Floats:
        """The log odds for each row of inputs."""
        parts = [self._odds(inputs[i : i + _CACHED]) for i in range(0, len(inputs), _CACHED)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _odds(self, inputs: Floats) -> Floats:
        """The same, in blocks of so few rows that no library makes threads for them."""
        scaled = np.zeros((inputs.shape[1], -(-len(inputs) // _BLOCK) * _BLOCK))
        columns = np.subtract(inputs.T, self.mean[:, None], out=scaled[:, : len(inputs)])
        columns /= self.scale[:, None]
        np.clip(columns, -_LIMIT, _LIMIT, out=columns)
        layer = scaled.reshape(len(scaled), -1, _BLOCK).transpose(1, 2, 0) @ self.weights
        layer += self.hidden
        found = np.maximum(layer, 0, out=layer) @ self.out
        return np.asarray(found.ravel()[: len(inputs)] + self.bias, np.float64)


class Model(NamedTuple):
    """The two networks: of a place by itself, and of it among its neighbours."""

    places: Net
    neighbours: Net


def read_net(data: Mapping[str, Any]) -> Net:
    """A network as the model's file holds it: ``inputs`` by name (mean, scale, weights), ``hidden``, ``out``, ``bias``."""
    table = np.array(list(data["inputs"].values()), np.float64)
    hidden, out = np.array(data["hidden"], np.float64), np.array(data["out"], np.float64)
    return Net(tuple(data["inputs"]), table[:, 0], table[:, 1], table[:, 2:], hidden, out, float(data["bias"]))


@cache
def model() -> Model:
    """The model that ships."""
    data = json.loads(Path(__file__).with_name(MODEL).read_text("utf-8"))
    return Model(read_net(data["places"]), read_net(data["neighbours"]))


def neighbours(passage: Passage, odds: Floats) -> Floats:
    """What the first network says of each place and of those around it: the first columns that NEIGHBOURS names."""
    near = [beyond(passage, odds, step, _ABSENT) for step in (-3, -2, -1, 1, 2, 3)]
    return np.stack([odds, *near, np.maximum(near[2], near[3]), around(passage, chances(odds))]).T


def layout(passage: Passage, odds: Floats, begins: Bools) -> tuple[Floats, Ints]:
    """Where each place stands in its paragraph: the other columns that NEIGHBOURS names; and how long that is.

    ``begins`` tells of each sentence whether it begins a paragraph.
    """
    starts = np.flatnonzero(begins)
    stops = np.append(starts[1:], len(begins))
    own = np.cumsum(begins) - 1
    first, count = starts[own], (stops - starts)[own]
    low, high, here = passage.starts[first], passage.ends[stops - 1][own], passage.ends
    sums = np.append(0, np.cumsum(chances(odds)))
    nth = np.arange(len(own)) - first
    found = np.stack([
        (sums[stops] - sums[starts])[own] / count, np.log(high - low + 1.0), np.log(count), np.log(here - low + 1.0),
        np.log(high - here + 1.0), np.log(nth + 1.0), np.log(count - nth),
    ]).T  # fmt: skip
    return found, high - low


def chances(odds: Floats) -> Floats:
    """Log odds as probabilities."""
    return 1 / (1 + np.exp(-odds))


def passage_of(texts: Sequence[tuple[Text, int, int]]) -> Passage:
    """The sentences of some texts, from a first to a last line and a few around."""
    pieces = []
    for text, first, last in texts:
        start, end = text.span(max(0, first - _MARGIN)).start, text.span(min(text.n_lines - 1, last + _MARGIN)).end
        pieces.append((start, text.value[start:end]))
    passage = Passage([piece for _, piece in pieces])
    passage.shifts -= np.fromiter((start for start, _ in pieces), np.int64, len(pieces))
    return passage


@lru_cache(maxsize=1)
def proposals(batch: Batch, shortest: int, least: float) -> dict[int, Places]:
    """The breaks that are put into the texts of a batch, by number of the text."""
    long = np.flatnonzero(batch.lengths >= shortest)
    if not len(long):
        return {}
    at = where_new(batch.doc_of_line[long])
    numbers = batch.doc_of_line[long[at]]
    lasts = long[np.append(at[1:], len(long)) - 1]
    firsts, lasts = (lines - batch.first_line[numbers] for lines in (long[at], lasts))
    texts = [Text(batch, number) for number in numbers.tolist()]
    passage = passage_of(list(zip(texts, firsts.tolist(), lasts.tolist(), strict=True)))
    if not len(passage.starts):
        return {}
    first, second = model()
    found = settle(passage, first(features(passage)), second, Allowed(passage, texts), shortest, least)
    places = np.flatnonzero(found)
    owner = passage.document[places]
    shift = passage.shifts[owner]
    ends, starts, chance = passage.ends[places] - shift, passage.starts[places + 1] - shift, found[places]
    cuts = np.searchsorted(owner, np.arange(len(texts) + 1)).tolist()
    pieces = zip(numbers.tolist(), cuts, cuts[1:], strict=False)
    return {number: Places(ends[low:high], starts[low:high], chance[low:high]) for number, low, high in pieces}


class Allowed:
    """Tells of places whether a break may be put there; of each once."""

    def __init__(self, passage: Passage, texts: Sequence[Text]) -> None:
        self.passage, self.texts = passage, texts
        self.known = np.full(len(passage.starts), -1, np.int8)
        self.signs = Signs(passage)
        self.fenced = np.fromiter(map(has_fence, texts), bool, len(texts))

    def __call__(self, places: Ints) -> Bools:
        """Which places, in order, may be broken."""
        new = places[self.known[places] < 0]
        free = self.signs.stand_free(new) & ~self.fenced[self.passage.document[new]]
        self.known[new[free]] = True
        new = new[~free]
        documents = self.passage.document[new]
        starts = where_new(documents)
        for i, own in zip(documents[starts].tolist(), np.split(new, starts[1:]), strict=False):
            self.known[own] = may_break(self.texts[i], self.passage.ends[own] - self.passage.shifts[i])
        return self.known[places] > 0


def settle(
    passage: Passage, odds: Floats, net: Net, allowed: Callable[[Ints], Bools], shortest: int, least: float
) -> Floats:
    """The probabilities of the breaks that are put in after sentences, 0 at all other places.

    A break changes what is long: what it leaves is looked at again, so that nothing is found in the text that comes out.
    """
    near, chance, begins = neighbours(passage, odds), np.zeros(len(odds)), passage.begins.copy()
    for _ in range(_ROUNDS):
        where, length = layout(passage, odds, begins)
        free = np.flatnonzero((length[:-1] >= shortest) & ~begins[1:])
        likely = np.round(chances(net(np.concatenate([near[free], where[free]], axis=1))), _DIGITS)
        good = likely >= least
        good[good] = allowed(free[good])
        if not good.any():
            break
        chance[free[good]] = likely[good]
        begins[free[good] + 1] = True
    return chance
