"""Scores of a net on gold articles: names, and claims at several thresholds, by the rules of score_claims.py."""
import argparse
import importlib.util
import json

import torch

from annotation import evaluation
from export import read_checkpoint
from model import Config, Encoder
from predict import choose, find_claims

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def scorer(gold):
    spec = importlib.util.spec_from_file_location("score_claims", f"{gold}/score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_claims(gold, name):
    result = {}
    as_list = lambda x: x if isinstance(x, list) else [x]
    with open(f"{gold}/{name}.jsonl", encoding="utf-8") as f:
        for line in filter(str.strip, f):
            d = json.loads(line)
            result[d["id"]] = [{"s": as_list(c["subject"]), "r": as_list(c["relation"]), "o": as_list(c["object"]), "status": as_list(c.get("status", "actual")),
                                "speaker": as_list(c["speaker"]) if c.get("speaker") else []} for c in d["claims"]]
    return result


def claims_of_tellings(article, tellings):
    """Gold claims of an annotated article, one for each distinct tie: [(subject, relation, object, status, speaker)] -> as above"""
    return [{"s": [s], "r": [r], "o": [o], "status": [status], "speaker": [speaker] if speaker else []} for s, r, o, status, speaker in dict.fromkeys(tellings)]


def score(sc, gold, predicted):
    """-> {pair, group, claim: (p, r, f1), status, speaker}; gold, predicted: {document: [claim]}"""
    result = {}
    for level in ("pair", "group", "claim"):
        tp = n_p = n_g = status = speaker = 0
        for doc, claims in gold.items():
            g, p = sc.collapse(claims, level), sc.collapse(predicted.get(doc, []), level)
            pairs = sc.match(p, g, level)
            tp, n_p, n_g = tp + len(pairs), n_p + len(p), n_g + len(g)
            if level == "claim":
                for i, j in pairs:
                    status += any(x["status"] in y["status"] for x in p[i]["all"] for y in g[j]["all"])
                    speaker += any((not x["speaker"] and not y["speaker"]) or (x["speaker"] and y["speaker"] and sc.same(x["speaker"], y["speaker"]))
                                   for x in p[i]["all"] for y in g[j]["all"])
        pr, re = tp / n_p if n_p else 0, tp / n_g if n_g else 0
        result[level] = (pr, re, 2 * pr * re / (pr + re) if pr + re else 0)
        if level == "claim":
            result["status"], result["speaker"] = (status / tp, speaker / tp) if tp else (0, 0)
    return result


def report(sc, gold, candidates, label, most=2, power=0.5):
    best = None
    for t in THRESHOLDS:
        predicted = {d: [{"s": c["subject"], "r": c["relation"], "o": c["object"], "status": c["status"], "speaker": c["speaker"]} for c in choose(cs, t, most, power)]
                     for d, cs in candidates.items()}
        r = score(sc, gold, predicted)
        f = lambda x: "/".join(f"{v:.3f}" for v in x)
        print(f"  {label} {t:.2f} pair {f(r['pair'])} group {f(r['group'])} claim {f(r['claim'])} status {r['status']:.3f} speaker {r['speaker']:.3f}", flush=True)
        if best is None or r["claim"][2] > best[1]["claim"][2]:
            best = t, r
    return best


def names_score(articles, gold):
    """-> (span F1, span and kind F1); gold: {id: [[begin, end, kind, ...]]}"""
    span = kind = total = 0
    for a in articles:
        g = {(n[0], n[1]): n[2] for n in gold[a.id]}
        p = {(n.begin, n.end): n.kind for n in a.names}
        total += len(g) + len(p)
        span += len(g.keys() & p.keys())
        kind += sum(g[k] == p[k] for k in g.keys() & p.keys())
    return 2 * span / total, 2 * kind / total


def evaluate(nets, gold, device="cpu", name="dev"):
    articles = evaluation(gold, name)
    names = {a.id: [(n.begin, n.end, n.kind) for n in a.names] for a in articles}
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device != "cpu"):
        candidates = find_claims(nets, articles, device)
    print("  names %.3f, with kind %.3f" % names_score(articles, names), flush=True)
    return report(scorer(gold), gold_claims(gold, name), candidates, name), candidates


def load(path, device="cpu"):
    """A net from a checkpoint of train.py, with averaged weights, or from a model file."""
    if path.endswith(".kith"):
        state, config, _ = read_checkpoint(path)
        net = Encoder(config)
        net.load_state_dict(state)
        return net.eval().to(device)
    saved = torch.load(path, map_location="cpu", weights_only=True)
    net = Encoder(Config(**saved["config"]))
    net.load_state_dict({k: v.float() for k, v in saved["net"].items()})
    return net.eval().to(device)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", nargs="+")
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("--name", default="dev")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    a = parser.parse_args()
    evaluate([load(c, a.device) for c in a.checkpoint], a.gold, a.device, a.name)
