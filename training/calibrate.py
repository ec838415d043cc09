"""Chooses the thresholds and the calibration of a net, on articles that it was not trained on.

    python calibrate.py CHECKPOINT --data DIR [--gold ../shared/gold] --out about.json     # then: export.py --extra about.json

A claim's raw probability is joined from its tellings (predict.choose). Platt scaling (J. Platt, 1999) makes of it the share
of claims that are right: sigmoid(slope * logit(p) + intercept), fitted on all candidates of dev by their rightness
under the scorer; the expected calibration error printed is cross-fitted: each article's claims are measured with
the slope and intercept fitted on the other half of the articles.
"""
import argparse
import json
import lzma
import math
import pickle

import numpy as np
import torch

from annotation import Article, evaluation
from evaluate import claims_of_tellings, gold_claims, load, report, scorer
from predict import GATE, REFERENCE, choose, find_claims


def rightness(sc, gold, candidates, least=0.02):
    """-> {document: [(p, right)]} of all joined claims above `least`"""
    result = {}
    for doc, cs in candidates.items():
        claims = choose(cs, least)
        predicted = [{"s": c["subject"], "r": c["relation"], "o": c["object"]} for c in claims]
        hit = {i for i, _ in sc.match(predicted, sc.collapse(gold.get(doc, []), "claim"), "claim")}
        result[doc] = [(c["p"], i in hit) for i, c in enumerate(claims)]
    return result


def fit(points, steps=2000):
    """-> slope, intercept by maximum likelihood"""
    p = np.clip(np.array([x for x, _ in points]), 1e-4, 1 - 1e-4)
    x, y = torch.tensor(np.log(p / (1 - p))), torch.tensor([float(r) for _, r in points], dtype=torch.float64)
    w = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(w[0] * x + w[1], y)
        loss.backward()
        return loss

    optimizer.step(closure)
    return float(w[0].detach()), float(w[1].detach())


def scaled(p, slope, intercept):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(slope * math.log(p / (1 - p)) + intercept)))


def calibration_error(points, bins=10):
    total = 0.0
    for b in range(bins):
        inside = [(p, r) for p, r in points if b / bins <= p < (b + 1) / bins or p == 1 and b == bins - 1]
        if inside:
            total += abs(sum(p for p, _ in inside) - sum(r for _, r in inside))
    return total / max(1, len(points))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("--data", required=True)
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("--out", required=True)
    parser.add_argument("--draw", type=float, default=0.40, help="raw probability from which a claim is drawn")
    parser.add_argument("--recall", type=float, default=0.15, help="the same with --recall")
    a = parser.parse_args()
    net, sc = load(a.checkpoint), scorer(a.gold)
    candidates, gold = find_claims([net], evaluation(a.gold, "dev")), gold_claims(a.gold, "dev")
    report(sc, gold, candidates, "dev")
    with lzma.open(f"{a.data}/windows.pickle.xz") as f:
        kept = pickle.load(f)["validation"]
    report(sc, {v.id: claims_of_tellings(v, v.claims) for v in kept}, find_claims([net], [Article(v.id, v.text, v.sentences) for v in kept]), "validation")
    points = rightness(sc, gold, candidates)
    halves = [[x for i, d in enumerate(sorted(points)) if i % 2 == h for x in points[d]] for h in (0, 1)]
    crossed = [(scaled(p, *fit(halves[1 - h])), right) for h in (0, 1) for p, right in halves[h] if p > a.draw]
    slope, intercept = fit(halves[0] + halves[1])
    print(f"slope {slope:.3f} intercept {intercept:.3f}; cross-fitted calibration error of drawn claims {calibration_error(crossed):.3f}")
    with open(a.out, "w") as f:
        json.dump({"calibration": {"slope": slope, "intercept": intercept},
                   "thresholds": {"draw": a.draw, "recall": a.recall, "reference": REFERENCE, "gate": GATE, "repeat": 0.5, "most_relations": 2}}, f)
