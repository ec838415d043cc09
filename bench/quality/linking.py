#!/usr/bin/env python3
"""How well kith joins the names of one actor, on corpora in which people have said who is who.

    bench/quality/linking.py CORPUS... [--kith build/release/kith] [--errors]

CORPUS is the folder of one of

    meantime    Wikinews, each name with its DBpedia page (relations/meantime; texts CC BY 2.5)
    re3d        releases on Syria and Iraq (relations/re3d; licences beside the texts). Its makers say which names of a document are
                synonyms, but not which mentions are one: names of one spelling, the synonyms, and those that gold_names.tsv
                calls the same (by hand) count as one
    re-docred   Wikipedia, the names of each document grouped (relations/re-docred; annotation MIT, texts CC BY-SA 3.0); within
                documents only. Its groups part "Norway" and "Norwegian", and often one person: of use for what kith does not
                join, and for comparing two versions of kith; its precision says little

The texts go into a new database, by `kith ingest`. A name of the corpus and a mention of kith's are one where they share half of
their letters, or end together. Scored are names that both have: B-cubed (each name: how much of its kith entity, and of its true
one, is shared), pairs of mentions, and pairs of *different names* of a true entity (which the first two drown in repetitions).
Pronouns and descriptions are left out: the corpora differ in what they mark of these.

Prints a table; --errors adds the true entities that stand apart in kith and the kith entities that mix true ones, with names
and counts, most first. --database keeps the database.
"""
import argparse
import collections
import difflib
import json
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SMALL_WORDS = set("of and for the in on de del la el al von van der den da do dos di du bin ibn abu y at & 's ' 's' - / to".split())
CLOSING = set(", . ; : ? ! ) ] % 's n't 're 've 'll 'd ' ’ ’s ”".split())
LEGAL_FORMS = {"inc", "ltd", "corp", "corporation", "company", "co", "plc", "nv", "sa", "group", "limited"}
LEADING = {"the", "a", "an", "its", "his", "her", "their", "our", "this", "that"}
ROLES = set("""ceo ceo's c.e.o. cfo coo president chairman minister prime secretary senator general judge justice director spokesman
    spokeswoman spokesperson chief executive officer vice press deputy mr mrs ms dr he sir king queen prince ambassador commander commodore
    col lt gen capt brig major colonel advisor representative envoy special foreign defense defence house court operating petty
    designate minister-designate high of we i she it they""".split())
CUT = re.compile(r",|\(|\s-+\s|;|:|(?<!qaeda)(?<!qaida)(?<!state) in\b|\b(?:which|who|whose|located|based|that|led)\b", re.IGNORECASE)

Gold = collections.namedtuple("Gold", "document begin end name kind cluster")


def normal(name):
    """A name as it is compared: without case, marks, articles, dots and legal forms."""
    text = unicodedata.normalize("NFKD", name.replace("_", " "))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"\(.*?\)", " ", text)
    text = re.sub(r"['’`´]s\b", " ", text).replace(".", "")
    words = re.findall(r"\w+", text)
    while words and words[0] in LEADING:
        words.pop(0)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def name_within(text, kind):
    """Where the name stands in words like "EADS chief executive Louis Gallois, who ...": the last run of words with capitals
    before the first apposition, of a person without titles. None where the words are a pronoun or a description."""
    cut = CUT.search(text)
    head = text[:cut.start()].rstrip() if cut and cut.start() > 0 else text
    words = list(re.finditer(r"\S+", head))
    plain = [w.group().casefold() for w in words]
    first = len(words)
    for i in reversed(range(len(words))):
        if any(c.isupper() for c in words[i].group()) and plain[i] not in LEADING:
            first = i
        elif first == len(words) or plain[i] not in SMALL_WORDS | {"the"}:
            break
        elif plain[i] == "the" and (kind == "PER" or i == 0 or plain[i - 1] not in {"of", "and", "for"}):
            break
    if kind == "PER":
        first = max([first] + [i + 1 for i in range(first, len(words)) if plain[i].strip(".") in ROLES])
    run = words[first:]
    if not run or all(word.strip(".") in ROLES | SMALL_WORDS | LEADING for word in plain[first:]):
        return None
    if kind == "PER" and {"of", "for"} & set(plain[max(0, first - 1):first + 1]):  # "Minister for Central Asia" names no person
        return None
    begin, end = run[0].start(), run[-1].end()
    return begin, begin + len(re.sub(r"(?:['’]s?|-)$", "", head[begin:end]))


def corrections(corpus):
    """The lines of gold_names.tsv on a corpus: (verdict, names)."""
    for line in open(HERE / "gold_names.tsv", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0] == corpus:
            yield fields[1], fields[2:]


def joined_tokens(tokens, starts_line, hyphens=False):
    """A text of tokens as people write it, and where each token begins and ends in it; `hyphens`: they are tokens of their own."""
    text, spans, open_quote = "", [], False
    for i, token in enumerate(tokens):
        token = token.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        token = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        closes = token in CLOSING
        if token == '"':
            closes, open_quote = open_quote, not open_quote
        opened = text.endswith(("(", "[", "$", "£", "“")) or (text.endswith('"') and open_quote)
        if hyphens and token in {"-", "/"}:
            closes = True
        opened = opened or (hyphens and i > 0 and tokens[i - 1] in {"-", "/"})
        if i in starts_line:
            text = text.rstrip() + starts_line[i]
        elif text and not closes and not opened:
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def read_meantime(folder):
    texts, golds = {}, []
    wrong = {tuple(names) for _, names in corrections("meantime")}
    for line in open(folder / "train.jsonl", encoding="utf-8"):
        row = json.loads(line)
        sentences, seen = {}, set()
        for i, number in enumerate(row["sent"]):
            # The title and the dateline are sentences of their own: 1 and 2.
            if number not in seen and i and number <= 3:
                sentences[i] = "\n\n"
            seen.add(number)
        text, spans = joined_tokens(row["tokens"], sentences)
        texts[row["id"]] = text
        names = {}
        for entity in row["entities"]:
            if not entity["link"] or entity["type"] not in {"ORG", "PER", "LOC", "PRO"}:
                continue
            begin, end = spans[entity["tokens"][0]][0], spans[entity["tokens"][-1]][1]
            inner = name_within(text[begin:end], entity["type"])
            name = inner and text[begin + inner[0]:begin + inner[1]]
            cluster = entity["link"].strip().rsplit("/", 1)[-1]
            if inner and (name, cluster) not in wrong:
                place = begin + inner[0], begin + inner[1]
                names[place] = Gold(row["id"], *place, name, entity["type"], cluster)
        golds += names.values()
    return texts, golds


class Groups:
    """Which things are one: a union-find."""

    def __init__(self):
        self.parents = {}

    def find(self, thing):
        parent = self.parents.setdefault(thing, thing)
        if parent == thing:
            return thing
        self.parents[thing] = self.find(parent)
        return self.parents[thing]

    def join(self, a, b):
        self.parents[self.find(a)] = self.find(b)


def read_re3d(folder):
    kinds = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"} | dict.fromkeys(("MilitaryPlatform", "Vehicle", "Weapon"), "PRO")
    texts, marked, groups = {}, {}, Groups()
    for source in sorted(p.parent for p in folder.glob("*/documents.jsonl")):
        for line in open(source / "documents.jsonl", encoding="utf-8"):
            row = json.loads(line)
            texts[row["_id"]] = row["text"]
        for line in open(source / "entities.jsonl", encoding="utf-8"):
            row = json.loads(line)
            text, begin = texts.get(row["documentId"], ""), row["begin"]
            if row["type"] not in kinds or text[begin:row["end"]] != row["value"]:
                continue
            inner = name_within(row["value"], kinds[row["type"]])
            if inner:
                name = row["value"][inner[0]:inner[1]]
                marked[row["documentId"], begin + inner[0], begin + inner[1]] = (name, kinds[row["type"]])
        for line in open(source / "relations.jsonl", encoding="utf-8"):
            row = json.loads(line)
            if row["type"] == "IsSynonymOf" and row["confidence"] >= 0.5 and all(
                    name_within(row[side], "ORG") == (0, len(row[side])) for side in ("source", "target")):
                groups.join(normal(row["source"]), normal(row["target"]))
    refused = set()
    for verdict, names in corrections("re3d"):
        if verdict == "not":
            refused.update(map(normal, names))
        for name in names[1:] if verdict == "same" else ():
            groups.join(normal(names[0]), normal(name))
    golds = [Gold(*place, name, kind, groups.find(normal(name)))
             for place, (name, kind) in marked.items() if normal(name) not in refused]
    return texts, golds


def read_re_docred(folder):
    texts, golds = {}, []
    kinds = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "PRO"}
    for number, row in enumerate(json.load(open(next(folder.glob("*.json")), encoding="utf-8"))):
        identifier = f"{number}"
        tokens = [t for sentence in row["sents"] for t in sentence]
        starts = [0]
        for sentence in row["sents"]:
            starts.append(starts[-1] + len(sentence))
        text, spans = joined_tokens(tokens, {}, hyphens=True)
        texts[identifier] = text
        for which, vertex in enumerate(row["vertexSet"]):
            for mention in vertex:
                if mention["type"] in kinds:
                    first, last = (starts[mention["sent_id"]] + p for p in mention["pos"])
                    begin, end = spans[first][0], spans[last - 1][1]
                    cluster = f"{number}/{which} {vertex[0]['name']}"
                    golds.append(Gold(identifier, begin, end, text[begin:end], kinds[mention["type"]], cluster))
    return texts, golds


READERS = {"meantime": read_meantime, "re3d": read_re3d, "re-docred": read_re_docred}


def positions(text, stored):
    """For each place of a text the place in what kith stored of it, which is cleaned."""
    if text == stored:
        return list(range(len(text) + 1))
    ours, theirs = [list(re.finditer(r"\w+|[^\w\s]", t)) for t in (text, stored)]
    match = difflib.SequenceMatcher(None, [m.group() for m in ours], [m.group() for m in theirs], autojunk=False)
    places = [None] * (len(text) + 1)
    for a, b, size in match.get_matching_blocks():
        for k in range(size):
            for offset in range(ours[a + k].end() - ours[a + k].start() + 1):
                places[ours[a + k].start() + offset] = theirs[b + k].start() + offset
    return places


def ingest(kith, texts, folder, database):
    articles = folder / "articles.jsonl"
    with open(articles, "w", encoding="utf-8") as out:
        for identifier, text in texts.items():
            out.write(json.dumps({"id": identifier, "text": text}) + "\n")
    subprocess.run([kith, "ingest", str(articles), "--db", str(database)], check=True)


def stored_documents(database, texts):
    """Of each document of the corpus kith's number and text. Kith keeps a text once: twins are left out."""
    rows = database.execute("SELECT id, location, text FROM document").fetchall()
    return {location.rsplit("#", 1)[-1]: (number, text) for number, location, text in rows}


def outermost(golds):
    """Without names inside names ("Iraq" in "Government of Iraq"): kith reads the longer."""
    golds = sorted(golds, key=lambda g: (g.document, g.begin, -g.end))
    kept = []
    for gold in golds:
        if not kept or kept[-1].document != gold.document or gold.end > kept[-1].end:
            kept.append(gold)
    return kept


def align(golds, texts, database):
    """Pairs of a name of the corpus and the kith entity that its mention stands for; None where kith has no such mention."""
    stored = stored_documents(database, texts)
    mentions = collections.defaultdict(list)
    for document, begin, end, entity in database.execute(
            """SELECT m.document, m.begin, m."end", coalesce(x.canonical, m.entity)
               FROM mention m LEFT JOIN merged_entity x ON x.entity = m.entity"""):
        mentions[document].append((begin, end, entity))
    maps = {i: positions(texts[i], text) for i, (_, text) in stored.items()}
    pairs = []
    for gold in outermost(golds):
        if gold.document not in stored:
            continue
        begin, end = maps[gold.document][gold.begin], maps[gold.document][gold.end]
        best = (False, 0, None)
        if begin is not None and end is not None:
            for b, e, entity in mentions[stored[gold.document][0]]:
                shared = min(e, end) - max(b, begin)
                if shared > 0:
                    share = shared / (max(e, end) - min(b, begin))
                    # Of "Airbus" and "A380" the latter is the gold's "Airbus A380": the head of an English name is its end.
                    if (share >= 0.5 or e == end) and (e == end, share) > best[:2]:
                        best = (e == end, share, entity)
        pairs.append((gold, best[2]))
    return pairs


def ratio(a, b):
    return a / b if b else 0.0


def f1(p, r):
    return ratio(2 * p * r, p + r)


def score(pairs, scope):
    """B-cubed and pairwise scores of (gold, entity) pairs; `scope` tells which of them are compared with one another."""
    cells = collections.Counter((scope(g), g.cluster, e) for g, e in pairs)
    true, found = collections.Counter(), collections.Counter()
    for (s, cluster, entity), n in cells.items():
        true[s, cluster] += n
        found[s, entity] += n
    precision = ratio(sum(n * n / found[s, e] for (s, _, e), n in cells.items()), len(pairs))
    recall = ratio(sum(n * n / true[s, c] for (s, c, _), n in cells.items()), len(pairs))
    two = lambda counts: sum(n * (n - 1) // 2 for n in counts)
    both, all_true, all_found = two(cells.values()), two(true.values()), two(found.values())
    # A name of a true entity counts for the kith entity that most of its mentions stand for.
    votes = collections.defaultdict(collections.Counter)
    for g, e in pairs:
        votes[scope(g), g.cluster, normal(g.name)][e] += 1
    names = collections.Counter((s, c, counts.most_common(1)[0][0]) for (s, c, _), counts in votes.items())
    true, found = collections.Counter(), collections.Counter()
    for (s, cluster, entity), n in names.items():
        true[s, cluster] += n
        found[s, entity] += n
    names_both, names_true, names_found = two(names.values()), two(true.values()), two(found.values())
    return [precision, recall, f1(precision, recall), ratio(both, all_found), ratio(both, all_true),
            ratio(names_both, names_found), ratio(names_both, names_true)], (names_both, names_found, names_true)


STATED = {
    "in brackets": re.compile(r'["”]?\s*\((?:the |or )?["“]?'),
    "in words": re.compile(r"""[\s,;)("“”']*(?:(?:also|better|formerly|previously|now|later|widely|commonly|originally|locally|simply|born|alias|
                               a\.?k\.?a\.?|known|called|named|renamed|as|or|which|was|is)[\s,]+)+(?:the\s)?["“‘']?""", re.VERBOSE),
}
ALIAS_WORD = re.compile("known|called|named|born|formerly|previously|alias|a\\.?k\\.?a|simply|now ")


def stated(pairs, texts):
    """Of neighbouring names that the text itself calls the same, "X (Y)" and "X, also known as Y": how many are joined, and how
    many there are; and how many of two actors stand so."""
    counts = {manner: [0, 0, 0] for manner in STATED}
    for (a, of_a), (b, of_b) in zip(pairs, pairs[1:]):
        between = texts[a.document][a.end:b.begin]
        if a.document != b.document or of_a is None or of_b is None or normal(a.name) == normal(b.name):
            continue
        for manner, pattern in STATED.items():
            if pattern.fullmatch(between) and (manner == "in brackets" or ALIAS_WORD.search(between)):
                closed = texts[a.document][b.end:b.end + 2].strip('"”')[:1] == ")"
                if manner == "in words" or closed:
                    counts[manner][0] += a.cluster == b.cluster and of_a == of_b
                    counts[manner][1] += a.cluster == b.cluster
                    counts[manner][2] += a.cluster != b.cluster
    return counts


def linked(pairs, database):
    """Of names whose DBpedia page bears a name of kith's gazetteer: how many, and how many stand for the entity of that name."""
    known = set()
    for table in sorted((HERE.parent.parent / "ingest/gazetteer/data").glob("*.tsv")):
        for line in open(table, encoding="utf-8"):
            for field in line.rstrip("\n").split("\t"):
                known.update(normal(name) for name in field.split(";"))
    names = collections.defaultdict(set)
    for canonical, name in database.execute("SELECT canonical, name FROM entity_name WHERE origin <> 'mention'"):
        names[canonical].add(normal(name))
    asked = [(g, e) for g, e in pairs if normal(g.cluster) in known]
    return asked, [(g, e) for g, e in asked if e is not None and normal(g.cluster) in names[e]]


def show_errors(pairs, database, most, scope):
    have = [(g, e) for g, e in pairs if e is not None]
    names = dict(database.execute("SELECT id, name || ' (' || kind || ')' FROM entity"))
    by_cluster, by_entity = collections.defaultdict(list), collections.defaultdict(list)
    for g, e in have:
        by_cluster[scope(g), g.cluster].append((g, e))
        by_entity[scope(g), e].append((g, e))

    def forms(golds):
        return ", ".join(f"{n} {c}" for n, c in collections.Counter(g.name for g in golds).most_common(5))

    def listing(title, groups, part, label):
        rows = []
        for key, members in groups.items():
            parts = collections.defaultdict(list)
            for g, e in members:
                parts[part(g, e)].append(g)
            if len(parts) > 1:
                rows.append((len(members) - max(map(len, parts.values())), key, parts))
        rows.sort(key=lambda row: (-row[0], str(row[1])))
        print(f"\n{title}: {len(rows)}, {sum(r[0] for r in rows)} mentions")
        for count, (where, key), parts in rows[:most]:
            print(f"{count:4}  {label(key)}{'  in ' + str(where) if where else ''}")
            for k, golds in sorted(parts.items(), key=lambda p: -len(p[1])):
                print(f"        {names[k] + ' #' + str(k) if isinstance(k, int) else k}: {forms(golds)}")

    listing("True entities that stand apart", by_cluster, lambda g, e: e, str)
    listing("Kith entities that mix true ones", by_entity, lambda g, e: g.cluster, lambda e: f"{names[e]} #{e}")
    missed = collections.Counter((g.name, g.kind) for g, e in pairs if e is None)
    print("\nNames that kith lacks:", ", ".join(f"{n} {k} {c}" for (n, k), c in missed.most_common(most)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+", type=pathlib.Path)
    parser.add_argument("--kith", default="build/release/kith")
    parser.add_argument("--database", type=pathlib.Path, help="folder of databases to keep, or that were kept: CORPUS.db")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--within", action="store_true", help="errors within documents, not across the corpus")
    parser.add_argument("--most", type=int, default=60, help="how many errors of a sort")
    options = parser.parse_args()
    results = []
    for folder in options.corpus:
        corpus = folder.resolve().name
        texts, golds = READERS[corpus](folder)
        with tempfile.TemporaryDirectory() as temporary:
            path = (options.database or pathlib.Path(temporary)) / f"{corpus}.db"
            if not path.exists():
                ingest(options.kith, texts, pathlib.Path(temporary), path)
            database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            pairs = align(golds, texts, database)
            results.append((corpus, texts, pairs, database))
            if options.errors:
                print(f"\n== {corpus}")
                within = options.within or corpus == "re-docred"
                show_errors(pairs, database, options.most, (lambda g: g.document) if within else (lambda g: ""))
    print("\n%-10s %-9s %6s %6s | %-19s | %-11s | %s" % (
        "corpus", "scope", "names", "has", "B-cubed P / R / F1", "pairs P / R", "different names P / R (pairs)"))
    for corpus, texts, pairs, database in results:
        have = [(g, e) for g, e in pairs if e is not None]
        for scope, key in (("document", lambda g: g.document), ("corpus", lambda g: "")):
            if (corpus, scope) != ("re-docred", "corpus"):
                values, (both, found, true) = score(have, key)
                print("%-10s %-9s %6d  %.3f | %.3f  %.3f  %.3f | %.3f %.3f | %.3f (%d) %.3f (%d)" % (
                    corpus, scope, len(pairs), ratio(len(have), len(pairs)), *values[:6], found, values[6], true))
    for corpus, texts, pairs, database in results:
        by_kind = collections.Counter(g.kind for g, _ in pairs)
        print(corpus, "%d documents, names that kith has, by kind:" % len(texts), ", ".join("%s %.3f of %d" % (
            kind, ratio(sum(g.kind == kind and e is not None for g, e in pairs), n), n) for kind, n in by_kind.most_common()))
        print("    names that the text calls the same, joined:", ", ".join("%s %d of %d (two actors stand so %d times)" % (
            manner, *counts) for manner, counts in stated(pairs, texts).items()))
        if corpus == "meantime":  # nowhere else are there links
            asked, right = linked(pairs, database)
            has = sum(e is not None for _, e in asked)
            print("meantime links whose page the gazetteer knows by name: %d mentions, kith has %d, right %d (%.3f of those it has)" % (
                len(asked), has, len(right), ratio(len(right), has)))
            if options.errors:
                wrong = collections.Counter((g.cluster, g.name, e) for g, e in set(asked) - set(right) if e is not None)
                names = dict(database.execute("SELECT id, name || ' (' || kind || ')' FROM entity"))
                for (cluster, name, e), n in wrong.most_common(options.most):
                    print(f"{n:4}  {cluster}: {name} as {names[e]}")


if __name__ == "__main__":
    main()
