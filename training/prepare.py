"""Articles to training windows: annotated ones with their answers, others for teachers to answer.

    python prepare.py OUT [--gold ../shared/gold] [--corpora ../shared/corpora] [--judged judged.jsonl ...]

Writes OUT/windows.pickle.xz: {"train": [Window], "validation": [Article with its claims], "unread": [Article]}. Every 40th
annotated article is kept for validation (thresholds and calibration are fitted on it). Unread are news that nobody annotated, and the
openly licensed texts of corpora made for other tasks, whose own annotation is not looked at. One that shares eight words in a row,
three times over, with an evaluation article is left out. --judged adds articles of which people judged claims
(kith export --format training): these are only trained on. `--gold "" --corpora ""` takes them alone.
"""
import argparse
import glob
import hashlib
import json
import lzma
import os
import pickle
import re

from annotation import Article, annotated, judged, lines, split_sentences
from windows import training_windows


def shingles(text, n=8):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + n]) for i in range(len(words) - n)}


def kept_for_validation(id_):
    return not id_.startswith("passage-") and int(hashlib.sha256(id_.encode()).hexdigest(), 16) % 40 == 0


def told(gold):
    """-> {article: [(subject, relation, object, status, speaker)]} of claims.more.jsonl"""
    return {g["id"]: [(c[1], c[3], c[4], c[6], c[7]) for c in g["claims"]] for g in lines(f"{gold}/claims.more.jsonl")}


def opened(path):
    return (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8")


def news(corpora):
    """-> (id, text) of every news article"""
    for path in sorted(glob.glob(f"{corpora}/news/**/*.jsonl*", recursive=True) + glob.glob(f"{corpora}/noncommercial/news/**/*.jsonl*", recursive=True)):
        with opened(path) as f:
            for line in filter(str.strip, f):
                g = json.loads(line)
                yield g["id"], g.get("text") or ""


def spaced(words):
    """The text that was split into these words, nearly."""
    text = " ".join(words).replace("``", "\"").replace("''", "\"").replace("-LRB-", "(").replace("-RRB-", ")")
    text = re.sub(r" ([.,;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)", r"\1", text)
    return re.sub(r"([(\[$]) ", r"\1", re.sub(r'" ([^"]*?) "', r'"\1"', text))


def other_texts(corpora):
    """-> (id, text) of openly licensed texts of other tasks: Wikipedia, the web, interviews, weblogs"""
    for path in sorted(glob.glob(f"{corpora}/ud-ewt/*train.conllu*") + glob.glob(f"{corpora}/ud-gum/train/*.conllu")):
        with opened(path) as f:
            for n, document in enumerate(re.split(r"(?m)^# newdoc.*$", f.read())):
                yield f"{os.path.basename(path)}-{n}", "\n".join(re.findall(r"(?m)^# text = (.*)$", document))
    with open(f"{corpora}/relations/re-docred/dev_revised.json", encoding="utf-8") as f:
        for n, g in enumerate(json.load(f)):
            yield f"re-docred-{n}", "\n".join(map(spaced, g["sents"]))
    passages = {}
    for g in lines(f"{corpora}/relations/knowledgenet/folds123.jsonl"):
        passages.setdefault(g["doc"], {})[g["passage_start"]] = g["passage"]
    for doc, parts in passages.items():
        yield f"knowledgenet-{doc}", "\n".join(text for _, text in sorted(parts.items()))
    for path in sorted(glob.glob(f"{corpora}/ner/crossner-*/*.txt")):
        with open(path, encoding="utf-8") as f:
            sentences = [spaced(line.split("\t")[0] for line in s.splitlines()) for s in f.read().split("\n\n")]
        for n in range(0, len(sentences), 10):
            yield f"{os.path.basename(os.path.dirname(path))}-{n}", "\n".join(sentences[n:n + 10])


def unread(corpora, gold, known):
    avoided = set()
    for name in ("dev", "seeds") if gold else ():
        for g in lines(f"{gold}/{name}.jsonl"):
            avoided |= shingles(g.get("text", ""))
    result, seen = [], set()
    for id_, text in (*news(corpora), *other_texts(corpora)):
        if id_ not in known and len(text) >= 100 and text[:200] not in seen and len(shingles(text) & avoided) <= 2:
            seen.add(text[:200])
            result.append(Article(id_, text[:8000], split_sentences(text[:8000]), gold_names=False, gold_ties=False))
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--judged", nargs="*", default=[], help="what kith export --format training wrote")
    a = parser.parse_args()
    articles, claims = (annotated(a.gold), told(a.gold)) if a.gold else ([], {})
    train, validation = [], []
    for article in articles:
        if kept_for_validation(article.id) and article.id in claims:
            article.claims = claims[article.id]
            validation.append(article)
        else:
            train += training_windows(article)
    of_users = [article for path in a.judged for article in judged(path)]
    for article in of_users:
        train += training_windows(article)
    for w in train:
        del w.keys, w.offsets
    others = unread(a.corpora, a.gold, {x.id for x in articles + of_users}) if a.corpora else []
    os.makedirs(a.out, exist_ok=True)
    with lzma.open(f"{a.out}/windows.pickle.xz", "wb", preset=6) as f:
        pickle.dump({"train": train, "validation": validation, "unread": others}, f, protocol=4)
    print(f"{len(articles)} annotated articles and passages, {len(of_users)} judged: {len(train)} windows to train on, {len(validation)} articles for validation; "
          f"{len(others)} unread articles; {os.path.getsize(f'{a.out}/windows.pickle.xz') / 1e6:.1f} MB")
