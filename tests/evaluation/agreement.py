"""`kith evaluate` gives the figures of the annotators' own scorers, score_claims.py and score_names.py.

    agreement.py KITH GOLD_FOLDER

Compared on what kith finds in the development articles, and on annotations garbled at random (names spelled otherwise,
ends changed over, other relations, offsets moved), which put every rule of the matching to use.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

KITH, GOLD = sys.argv[1], sys.argv[2]
RANDOM = random.Random(7)
STATUSES = ["actual", "planned", "possible", "demanded", "denied", "former"]
failures = 0


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def evaluate(*arguments):
    return json.loads(run(KITH, "evaluate", *arguments, "--format", "json"))


def lines_of(name):
    with open(os.path.join(GOLD, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write(path, records):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


def expect(what, theirs, ours):
    """Counts must be the same; shares may differ in how the third digit was rounded."""
    global failures
    if abs(theirs - ours) > (0.00101 if isinstance(theirs, float) else 0):
        print(f"{what}: {theirs} by the annotators' scorer, {ours} by kith", file=sys.stderr)
        failures += 1


def compare_claims(what, gold, claims, ours):
    theirs = json.loads(run("python3", os.path.join(GOLD, "score_claims.py"), gold, claims))
    names = {"p": "precision", "r": "recall", "f1": "f1", "tp": "right", "predicted": "found", "gold": "gold"}
    for level in ("pair", "group", "claim"):
        for key, name in names.items():
            expect(f"{what}: {level} {name}", theirs[level][key], ours[level][name])
    for key in ("status", "speaker"):
        expect(f"{what}: {key}", float(theirs[key]), ours[key])
    expect(f"{what}: articles", theirs["documents"], ours["articles"])
    print(f"{what}: {ours['claim']}")


def compare_names(what, gold, found, ours):
    theirs = json.loads(run("python3", os.path.join(GOLD, "score_names.py"), gold, found))
    for level in ("span", "coarse", "fine"):
        for key, name in {"p": "precision", "r": "recall", "f1": "f1"}.items():
            expect(f"{what}: {level} {name}", float(theirs[level][key]), float(ours[level][name]))
    recall = {kind["kind"]: f"{kind['found']}/{kind['gold']}" for kind in ours["kinds"]}
    for kind, share in theirs["recall"].items():
        if recall.get(kind) != share:
            expect(f"{what}: {kind} ({share}, {recall.get(kind)})", 0, 1)
    print(f"{what}: {ours['span']}")


def spelled_otherwise(name):
    words = name.split()
    return RANDOM.choice(
        [
            name,
            name.upper(),
            "the " + name + "’s",
            "President " + name,
            words[-1],
            " ".join(words[: max(1, len(words) // 2)]),
            name.replace(" ", ". "),
            ".".join(name[:3]) + ".",
            name + " Brigade " + name,
            name.replace("-", " ").replace("'", "’"),
            name.replace("i", "í").replace("a", "ä"),
        ]
    )


def garbled(claim, relations):
    """A claim as a system might have found it, right or not."""
    one = lambda value: RANDOM.choice(value) if isinstance(value, list) else value
    found = {
        "subject": {"name": spelled_otherwise(one(claim["subject"]))},
        "relation": one(claim["relation"]),
        "object": {"name": spelled_otherwise(one(claim["object"]))},
        "status": claim["status"] if RANDOM.random() < 0.7 else RANDOM.choice(STATUSES),
        "speaker": {"name": spelled_otherwise(one(claim["speaker"]))} if claim.get("speaker") else None,
        "confidence": round(RANDOM.random(), 3),
    }
    if RANDOM.random() < 0.2:
        found["subject"], found["object"] = found["object"], found["subject"]
    if RANDOM.random() < 0.3:
        found["relation"] = RANDOM.choice(relations)
    if RANDOM.random() < 0.2:
        found["speaker"] = None if found["speaker"] else {"name": "Somebody Else"}
    return found


def garbled_names(names):
    kinds = sorted({name[2] for name in names} | {"population_group", "organisation"})
    result = []
    for begin, end, kind, *_ in names:
        if RANDOM.random() < 0.1:
            continue
        if RANDOM.random() < 0.1:
            end += RANDOM.randint(1, 9)
        result.append([begin, end, RANDOM.choice(kinds) if RANDOM.random() < 0.2 else kind])
        if RANDOM.random() < 0.05:
            result.append([begin, end, "person"])  # twice at one place
    return result


def main():
    relations = [line.split("\t")[0] for line in run(KITH, "relations", "--format", "tsv").splitlines()[1:]]
    dev = os.path.join(GOLD, "dev.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        # What kith finds by itself: as texts, as its own claims in a file, and straight from the annotated articles.
        texts = os.path.join(folder, "texts")
        os.mkdir(texts)
        for article in lines_of("dev.jsonl"):
            name = os.path.splitext(os.path.basename(article["id"]))[0]
            with open(os.path.join(texts, name + ".txt"), "w", encoding="utf-8") as file:
                file.write(article["text"])
        claims = os.path.join(folder, "claims.jsonl")
        with open(claims, "w", encoding="utf-8") as file:
            file.write(run(KITH, "extract", texts))
        compare_claims("claims of a file", dev, claims, evaluate(dev, "--predicted", claims))
        compare_claims("claims of the analysis", dev, claims, evaluate(dev))

        for name in ("dev.jsonl", "seeds.jsonl", "train.jsonl"):
            gold = os.path.join(GOLD, name)
            if not os.path.exists(gold):
                continue
            found = []
            for article in lines_of(name):
                for claim in RANDOM.choices(article["claims"], k=len(article["claims"])):
                    found.append({"document": "texts/" + article["id"] + ".txt"[: 4 * RANDOM.randint(0, 1)]})
                    found[-1].update(garbled(claim, relations))
            path = write(os.path.join(folder, "garbled.jsonl"), found)
            compare_claims("garbled " + name, gold, path, evaluate(gold, "--predicted", path))

        annotated = os.path.join(GOLD, "names.dev.jsonl")
        if os.path.exists(annotated) and os.path.exists(os.path.join(GOLD, "seeds.jsonl")):
            articles = lines_of("names.dev.jsonl")
            system = [{"id": each["id"], "names": garbled_names(each["names"])} for each in articles]
            path = write(os.path.join(folder, "names.jsonl"), system)
            ours = evaluate(dev, os.path.join(GOLD, "seeds.jsonl"), "--names", annotated, "--predicted-names", path)
            compare_names("garbled names", annotated, path, ours["names"])
    return 1 if failures else 0


sys.exit(main())
