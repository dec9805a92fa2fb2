"""Train the model of the rule paragraphs/run-on-paragraph, and measure it on texts that it has not seen.

    python benchmarks/train_paragraphs.py DATA.jsonl.gz --output lint_rules/paragraph_model.json

DATA is JSON Lines, one object a text: {"text": ..., "truth": [...]}. ``text`` is a text in which paragraphs were joined
with a space, ``truth`` the places (code points) where one began. The figures are those of the breaks that the rule puts
in until it finds no more. Those that are cross-validated come from models that were trained without the text and without
every text that shares a paragraph with it, as pages of one site do. The same data gives the same model. Needs NumPy only,
and one or two minutes for ten megabytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lint_rules._break_features import FEATURES, features
from lint_rules._break_places import may_break
from lint_rules._breaks import (
    LEAST,
    NEIGHBOURS,
    SHORTEST,
    Net,
    chances,
    layout,
    neighbours,
    passage_of,
    read_net,
    settle,
)  # fmt: skip
from lint_rules._glyphs import CLOSER, SPACE, STOP
from lint_rules._passages import Passage, has
from textlint import Text

FOLDS = 5
ARTICLE = 4000  # code points of a text that is also learned from in one line
COMMON = 30  # code points of a paragraph from which two texts that share it count as one site's
ROUNDS = 2  # times that the second network also learns from texts with the breaks that it put in
UNITS, NETS = 16, 5  # hidden units of a network; networks whose mean is taken
EPOCHS, BATCH, RATE, DECAY = 12, 256, 3e-3, 1e-5
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)

Weights = dict[str, Any]  # of a network, as the model's file holds them


class Row(NamedTuple):
    """A text: its sentences, the features of its places, which may be broken, which were, and which are ends of lines.

    ``total`` is how many were broken, those included that no sentence ends at.
    """

    passage: Passage
    columns: Any
    open: Any
    truth: Any
    lines: Any
    total: int


def main() -> None:
    """Train, measure, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--about",
        default="texts with paragraphs joined",
        help="what the data is, for the model's card",
    )
    parser.add_argument("--date", default="", help="the day, for the model's card")
    given = parser.parse_args()
    texts = list(read(given.data))
    rows, folds = list(map(row, texts)), folds_of(texts)
    unseen = cross_validated(rows, folds)
    for least in THRESHOLDS:
        print(f"{least:.2f}", score(rows, [guess(*seen, least) for seen in unseen]))
    model = train(rows, folds)
    first, second = map(read_net, model)
    figures = {
        "cross-validated": score(rows, [guess(*seen) for seen in unseen]),
        "in-sample": score(rows, [guess(r, first(r.columns), second) for r in rows]),
    }
    card = {
        "rule": "paragraphs/run-on-paragraph",
        "date": given.date,
        "data": given.about,
        "figures": figures,
    }
    given.output.write_text(dumps(card, *model), encoding="utf-8")
    print(json.dumps(figures, indent=1))


def cross_validated(rows: Sequence[Row], folds: Any) -> list[tuple[Row, Any, Net]]:
    """Each text with the log odds of its places and the second network, from a model trained without it and its like."""
    found: dict[int, tuple[Row, Any, Net]] = {}
    for fold in np.unique(folds):
        seen = np.flatnonzero(folds != fold)
        first, second = map(read_net, train([rows[i] for i in seen], folds[seen]))
        found |= {i: (rows[i], first(rows[i].columns), second) for i in np.flatnonzero(folds == fold)}
    return [found[i] for i in range(len(rows))]


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def row(data: Mapping[str, Any]) -> Row:
    """A text as the rule sees it."""
    text = Text.of(data["text"])
    passage = passage_of([(text, 0, text.n_lines - 1)])
    may = ~np.append(passage.begins[1:], True)
    may[may] = may_break(text, passage.ends[may])
    ended = has(passage.kind[passage.back(passage.ends, CLOSER | SPACE)], STOP)
    lines = np.append(passage.begins[1:], False) & ended
    truth = np.isin(np.append(passage.starts[1:], -1), data["truth"]) & may
    return Row(passage, features(passage), may, truth, lines, len(data["truth"]))


def folds_of(texts: Sequence[Mapping[str, Any]]) -> Any:
    """The fold of each text, all about equally large; texts that share a paragraph are in the same one."""
    groups = groups_of(texts)
    weights = np.bincount(groups, [len(data["truth"]) + 1 for data in texts], len(texts))
    load, fold = np.zeros(FOLDS), np.zeros(len(texts), int)
    for group in np.argsort(-weights, kind="stable"):
        fold[group] = np.argmin(load)
        load[fold[group]] += weights[group]
    return fold[groups]


def groups_of(texts: Sequence[Mapping[str, Any]]) -> list[int]:
    """A number for each text, the same for those that share a paragraph, also by way of others."""
    parent, first = list(range(len(texts))), {}

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    for i, data in enumerate(texts):
        cuts = [0, *data["truth"], len(data["text"])]
        for start, end in pairwise(cuts):
            for part in data["text"][start:end].split("\n"):
                if len(part.strip()) >= COMMON:
                    parent[root(i)] = root(first.setdefault(part.strip(), i))
    return [root(i) for i in range(len(texts))]


def train(rows: Sequence[Row], folds: Any) -> tuple[Weights, Weights]:
    """Both networks. The second learns from what the first says of texts that it has not seen, before and after breaks."""
    odds: list[Any] = [None] * len(rows)
    for fold in np.unique(folds):
        net = read_net(first_net(rows[i] for i in np.flatnonzero(folds != fold)))
        for i in np.flatnonzero(folds == fold):
            odds[i] = net(rows[i].columns)
    states = [(r, o, r.passage.begins) for r, o in zip(rows, odds, strict=True)]
    states += [(in_one_line(r), o, np.arange(len(o)) == 0) for r, o, _ in states if len(r.passage.kind) > ARTICLE]
    second = fit(NEIGHBOURS, *inputs(states))
    for _ in range(ROUNDS):
        net = read_net(second)
        states += [(r, o, broken(r, o, net)) for r, o in zip(rows, odds, strict=True)]
        second = fit(NEIGHBOURS, *inputs(states))
    return first_net(rows), second


def in_one_line(r: Row) -> Row:
    """The text without any line end: where those were, it was broken, too."""
    return r._replace(open=r.open | r.lines, truth=r.truth | r.lines)


def first_net(rows: Iterable[Row]) -> Weights:
    """The network that sees the features."""
    pairs = [(r.columns[r.open], r.truth[r.open]) for r in rows]
    return fit(FEATURES, *map(np.concatenate, zip(*pairs, strict=True)))


def inputs(states: Sequence[tuple[Row, Any, Any]]) -> tuple[Any, Any]:
    """What the second network sees of texts in some states, and what it has to say."""
    values, truth = [], []
    for r, odds, begins in states:
        where, length = layout(r.passage, odds, begins)
        chosen = r.open & (length >= SHORTEST) & ~np.append(begins[1:], True)
        values.append(np.concatenate([neighbours(r.passage, odds)[chosen], where[chosen]], axis=1))
        truth.append(r.truth[chosen])
    return np.concatenate(values), np.concatenate(truth)


def guess(r: Row, odds: Any, net: Net, least: float = LEAST) -> Any:
    """The probabilities of the breaks that the rule puts in, 0 at all other places."""
    return settle(r.passage, odds, net, lambda places: r.open[places], SHORTEST, least)


def broken(r: Row, odds: Any, net: Net) -> Any:
    """Which sentences begin a paragraph when the breaks are in."""
    begins = r.passage.begins.copy()
    begins[1:] |= (guess(r, odds, net) > 0)[:-1]
    return begins


def fit(names: Sequence[str], values: Any, target: Any) -> Weights:
    """Train NETS networks and put them side by side into one that gives their mean, rounded as it is stored."""
    mean, scale = values.mean(0).round(4), np.maximum(values.std(0), 1e-3).round(4)
    scaled = np.clip((values - mean) / scale, -4, 4)
    nets = [descend(scaled, target, np.random.default_rng(seed)) for seed in range(NETS)]
    rows, hidden = (np.concatenate([net[k] for net in nets], -1).round(3) for k in (0, 1))
    out = (np.concatenate([net[2] for net in nets]) / NETS).round(4)
    inputs = {name: [mean[i], scale[i], *rows[i].tolist()] for i, name in enumerate(names)}
    return {"inputs": inputs, "hidden": hidden.tolist(), "out": out.tolist(),
            "bias": round(float(np.mean([net[3][0] for net in nets])), 4)}  # fmt: skip


def descend(values: Any, target: Any, chance: np.random.Generator) -> list[Any]:
    """The weights of one network, by gradient descent (Adam) with a rate that falls to zero."""
    number, width = values.shape
    share = target.mean()
    weights = [
        chance.normal(0, np.sqrt(2 / width), (width, UNITS)), np.zeros(UNITS),
        chance.normal(0, np.sqrt(1 / UNITS), UNITS), np.full(1, np.log(share / (1 - share))),
    ]  # fmt: skip
    means, squares = (
        [np.zeros_like(w) for w in weights],
        [np.zeros_like(w) for w in weights],
    )
    steps, step = EPOCHS * (number // BATCH), 0
    for _ in range(EPOCHS):
        order = chance.permutation(number)
        for start in range(0, number - BATCH + 1, BATCH):
            step += 1
            chosen = order[start : start + BATCH]
            slopes = gradient(weights, values[chosen], target[chosen])
            rate = RATE * (1 - step / steps) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            for w, slope, m, s in zip(weights, slopes, means, squares, strict=True):
                m += 0.1 * (slope - m)
                s += 0.001 * (slope * slope - s)
                w -= rate * m / (np.sqrt(s) + 1e-8) + RATE * DECAY * w
    return weights


def gradient(weights: Sequence[Any], values: Any, target: Any) -> list[Any]:
    """How the log loss changes with each weight."""
    rows, hidden, out, bias = weights
    sums = values @ rows + hidden
    units = np.maximum(sums, 0)
    error = (chances(units @ out + bias) - target) / len(target)
    back = np.outer(error, out) * (sums > 0)
    return [values.T @ back, back.sum(0), units.T @ error, np.array([error.sum()])]


def score(rows: Sequence[Row], found: Sequence[Any]) -> dict[str, float]:
    """Precision, recall and F1 of the breaks."""
    count = sum(np.count_nonzero(chance) for chance in found)
    right = sum(np.count_nonzero(chance[r.truth]) for r, chance in zip(rows, found, strict=True))
    precision, recall = (
        right / max(count, 1),
        right / max(1, sum(r.total for r in rows)),
    )
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "precision": round(float(precision), 3),
        "recall": round(float(recall), 3),
        "f1": round(float(f1), 3),
    }


def dumps(card: Mapping[str, Any], places: Weights, neighbours: Weights) -> str:
    """The model's file: JSON with a line for each input of a network."""
    parts = [f' "card": {json.dumps(card)}']
    for name, net in (("places", places), ("neighbours", neighbours)):
        inputs = ",\n".join(f"   {json.dumps(key)}: {json.dumps(value)}" for key, value in net["inputs"].items())
        rest = ",\n".join(f"  {json.dumps(key)}: {json.dumps(net[key])}" for key in ("hidden", "out", "bias"))
        parts.append(f' {json.dumps(name)}: {{\n  "inputs": {{\n{inputs}\n  }},\n{rest}\n }}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
