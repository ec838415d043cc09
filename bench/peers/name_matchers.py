#!/usr/bin/env python3
"""How well names are matched, by kith and by nomenklatura (PyPI), in one run over the same pairs.

    name_matchers.py PAIRS.csv build/release/bench/kith_name_benchmark

PAIRS.csv has the columns schema, name1, name2 and is_match (OpenSanctions' name_bench.csv). Prints precision, recall and F1
of each of nomenklatura's algorithms at the threshold it is used with (0.7), and at the threshold that suits it best here;
then kith's. Needs nomenklatura and followthemoney; Debian's python3-icu saves building PyICU."""
import csv
import subprocess
import sys

from followthemoney import model
from nomenklatura.matching import DefaultAlgorithm, get_algorithm
from nomenklatura.matching.types import ScoringConfig

USUAL = 0.7


def proxy(row, side):
    return model.get_proxy({"id": side, "schema": row["schema"], "properties": {"name": [row[side]]}})


def measure(scores, threshold):
    found = [is_match for score, is_match in scores if score >= threshold]
    right, all_matches = sum(found), sum(is_match for _, is_match in scores)
    return right / max(1, len(found)), right / all_matches, 2 * right / (len(found) + all_matches)


def main():
    rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
    names = [DefaultAlgorithm.NAME] + [n for n in ("logic-v2", "name-based") if n != DefaultAlgorithm.NAME]
    for name in names:
        algorithm = get_algorithm(name)
        config = algorithm.default_config() if hasattr(algorithm, "default_config") else ScoringConfig.defaults()
        scores = [(algorithm.compare(proxy(row, "name1"), proxy(row, "name2"), config).score, row["is_match"] == "true")
                  for row in rows]
        best = max((measure(scores, t / 100)[2], t / 100) for t in range(5, 100))[1]
        for threshold in (USUAL, best):
            print("nomenklatura %-14s at %.2f   P %.3f  R %.3f  F1 %.3f" % (name, threshold, *measure(scores, threshold)))
    print(subprocess.run([sys.argv[2], sys.argv[1]], capture_output=True, text=True, check=True).stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
