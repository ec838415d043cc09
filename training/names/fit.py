"""Fits the weights of graph/names/data/name_weights.tsv to features of pairs (see pairs.py): logistic regression, for
persons and for bodies. What the pairs hardly show (fathers, numbers, legal forms, acronyms) stays near what was set by
hand (PRIOR), as the penalty is on the distance from there; no weight is above 0, since a difference never speaks for
a name."""
import sys

import numpy
from scipy.optimize import minimize

NAMES = ["edits", "edit_share", "worst_word", "swapped", "surplus", "surplus_share", "single", "initials", "forms",
         "joined", "reordered", "fathers", "legal_form", "no_legal_form", "numbers", "acronym"]

PENALTY = 0.1
# bias and weights: persons, bodies
PRIOR = [(4, 4), (-1, -1), (-10, -10), (-3, -3), (-5, -6), (-0.5, -3), (-1, -3), (-2, -1), (-0.5, 0), (-0.5, 0), (0, 0),
         (-2, 0), (-4, 0), (0, -4), (0, -0.5), (0, -1.5), (0, -3)]


def fitted(x, y, prior, penalty=PENALTY):
    def loss(w):
        z = x @ w[1:] + w[0]
        p = 1 / (1 + numpy.exp(-z))
        value = numpy.mean(numpy.logaddexp(0, z) - y * z) + penalty * numpy.sum((w - prior) ** 2)
        slope = (p - y) / len(y)
        return value, numpy.concatenate([[slope.sum()], x.T @ slope]) + 2 * penalty * (w - prior)

    bounds = [(None, None)] + [(None, 0)] * x.shape[1]
    return minimize(loss, prior, jac=True, bounds=bounds).x


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
    weights = []
    for kind in ("person", "body"):
        of_kind = [r for r in rows if r[0] == kind]
        y = numpy.array([float(r[1]) for r in of_kind])
        x = numpy.array([[float(v) for v in r[2:2 + len(NAMES)]] for r in of_kind])
        w = fitted(x, y, numpy.array([p[kind == "body"] for p in PRIOR], dtype=float))
        found = x @ w[1:] + w[0] > 0
        print(f"{kind}: {len(y)} pairs, {numpy.mean(found == (y > 0)):.3f} right", file=sys.stderr)
        weights.append(w)
    print("# Weights of the features of two names (graph/names/name_comparison.hpp), fitted by training/names/fit.py.")
    print("# feature\tpersons\tbodies")
    for i, name in enumerate(["bias", *NAMES]):
        print(f"{name}\t{weights[0][i]:.3f}\t{weights[1][i]:.3f}")


if __name__ == "__main__":
    main()
