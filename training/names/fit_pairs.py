"""Fits the weights of graph/resolution/data/pair_weights.tsv to labelled pairs of entities:

    python3 training/names/fit_pairs.py training/names/entity_pairs.tsv > graph/resolution/data/pair_weights.tsv

Logistic regression, its penalty on the distance from weights set by hand (PRIOR), each bound to the sign it must have.
Tells on standard error how it does on the fifth of the pairs that it was not fitted to, in five turns."""
import sys

import numpy
from scipy.optimize import minimize

# weight by hand, and the sign it must have
PRIOR = {"bias": (-3, 0), "name": (0.6, 1), "same_words": (3, 1), "agreeing": (3, 1), "called": (2, 1), "single": (-3, -1),
         "share": (6, 1), "company": (4, 1), "same_document": (-4, -1), "kinds": (-1, -1), "numbers": (-4, -1),
         "spelling": (-1.5, -1), "general": (-5, -1), "given": (-3, -1)}
PENALTY = 0.003


def fitted(x, y):
    prior = numpy.array([weight for weight, _ in PRIOR.values()], dtype=float)

    def loss(w):
        z = x @ w
        p = 1 / (1 + numpy.exp(-z))
        away = w - prior
        return (numpy.mean(numpy.logaddexp(0, z) - y * z) + PENALTY * away @ away,
                x.T @ (p - y) / len(y) + 2 * PENALTY * away)

    bounds = [(None, None) if sign == 0 else (0, None) if sign > 0 else (None, 0) for _, sign in PRIOR.values()]
    return minimize(loss, prior, jac=True, bounds=bounds).x


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1]) if not line.startswith("#")]
    y = numpy.array([float(r[0]) for r in rows])
    x = numpy.array([[1.0] + [float(v) for v in r[3:]] for r in rows])
    turn = numpy.arange(len(rows)) % 5
    p = numpy.zeros(len(rows))
    for t in range(5):
        p[turn == t] = 1 / (1 + numpy.exp(-x[turn == t] @ fitted(x[turn != t], y[turn != t])))
    for least in (0.3, 0.5, 0.8, 0.9, 0.95):
        found = p >= least
        print(f"from {least}: precision {y[found].mean():.3f}, recall {y[found].sum() / y.sum():.3f}", file=sys.stderr)
    for row, q in sorted(zip(rows, p), key=lambda pair: -pair[1]):
        if row[0] == "0" and q >= 0.8:
            print(f"wrong, {q:.2f}: {row[1]} | {row[2]}", file=sys.stderr)
    print("# Weights of what tells whether two entities are one (graph/resolution/pair_score.hpp), fitted by")
    print("# training/names/fit_pairs.py.")
    print("# feature\tweight")
    for name, weight in zip(PRIOR, fitted(x, y)):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
