"""Fits the calibration of an exported model on dev, which it was not trained on, and prints what thresholds would give.

    python export.py student.pt plain.kith                                       # without calibration
    python calibrate.py KITH plain.kith --gold ../shared/gold --out about.json   # KITH: the built command
    python export.py student.pt english.kith --extra about.json

The claims are those of `kith extract --recall`, so that the probability is the one that the program joins from an article's
tellings. Platt scaling (J. Platt, 1999) makes of it the share of claims that are right: sigmoid(slope * logit(p) +
intercept), by maximum likelihood. The expected calibration error printed is cross-fitted: the claims of each half of the
articles are measured with what the other half gives.
"""
import argparse
import json
import math
import os
import subprocess
import tempfile
from collections import defaultdict

import numpy as np
import torch

from annotation import lines
from evaluate import gold_claims, score, scorer
from predict import GATE, LISTED, REFERENCE


def found_claims(kith, model, gold, sc):
    """-> {article: [claim with its probability c]}"""
    with tempfile.TemporaryDirectory() as folder:
        for g in lines(f"{gold}/dev.jsonl"):
            with open(os.path.join(folder, g["id"] + ".txt"), "w", encoding="utf-8") as f:
                f.write(g["text"])
        out = subprocess.run([kith, "extract", "--recall", "--model", os.path.abspath(model), folder], check=True, capture_output=True, text=True).stdout
    result = defaultdict(list)
    for x in map(json.loads, out.splitlines()):
        result[sc.key(x["document"])].append({"s": x["subject"]["name"], "r": x["relation"], "o": x["object"]["name"], "c": x["confidence"], "status": x["status"],
                                              "speaker": (x.get("speaker") or {}).get("name")})
    return result


def fit(points):
    """-> slope, intercept. points: (probability, is it right?)"""
    x = torch.tensor([logit(p) for p, _ in points], dtype=torch.float64)
    y = torch.tensor([float(r) for _, r in points], dtype=torch.float64)
    w = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(w[0] * x + w[1], y)
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach().tolist()


def logit(p):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def scaled(p, slope, intercept):
    return 1 / (1 + math.exp(-(slope * logit(p) + intercept)))


def calibration_error(points, bins=10):
    which = np.minimum((np.array([p for p, _ in points]) * bins).astype(int), bins - 1)
    gaps = [abs(sum(p - r for (p, r), b in zip(points, which) if b == n)) for n in range(bins)]
    return sum(gaps) / len(points)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kith")
    parser.add_argument("model")
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("--out", required=True)
    parser.add_argument("--name", default="english")
    parser.add_argument("--draw", type=float, default=0.40, help="probability from which a claim is drawn")
    parser.add_argument("--recall", type=float, default=0.20, help="the same with --recall")
    a = parser.parse_args()
    sc, gold = scorer(a.gold), gold_claims(a.gold, "dev")
    found = found_claims(a.kith, a.model, a.gold, sc)
    halves = [[], []]
    for n, (doc, claims) in enumerate(sorted(gold.items())):
        joined = sc.collapse(found[sc.key(doc)], "claim")
        right = {i for i, _ in sc.match(joined, claims, "claim")}
        halves[n % 2] += [(max(x["c"] for x in c["all"]), i in right) for i, c in enumerate(joined)]
    for t in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        r = score(sc, gold, {d: [c for c in found[sc.key(d)] if c["c"] >= t] for d in gold})
        print(f"{t:.2f} pairs %.3f / %.3f / %.3f" % r["pair"], "claims %.3f / %.3f / %.3f" % r["claim"])
    slope, intercept = fit(halves[0] + halves[1])
    crossed = [(scaled(p, *fit(halves[1 - h])), right) for h in (0, 1) for p, right in halves[h] if p >= a.draw]
    print(f"slope {slope:.3f}, intercept {intercept:.3f}; cross-fitted calibration error of what is drawn {calibration_error(crossed):.3f}")
    with open(a.out, "w") as f:
        json.dump({"name": a.name, "calibration": {"slope": round(slope, 3), "intercept": round(intercept, 3)},
                   "thresholds": {"draw": a.draw, "recall": a.recall, "reference": REFERENCE, "gate": GATE, "listed": LISTED, "repeat": 0.5, "most_relations": 2}}, f)
