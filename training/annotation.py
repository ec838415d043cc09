"""Annotated articles, with every telling of a claim laid on the words of its sentence.

The annotation says who is tied by canonical name and by the literal words of the sentence; training needs mentions. A
party's mention is the name in its words where that stands for it ("Russian" of "Russian forces"), otherwise the words
themselves, a reference ("he", "the group"). See ../shared/gold/README.md for the files.
"""
import json
import os
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from labels import KINDS, STATUS

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
DROPPED = {"the", "a", "an", "of", "mr", "mrs", "ms", "dr", "president", "prime", "minister", "s"}
LONGEST_REFERENCE = 6   # words


def read_relations(path=os.path.join(PROJECT, "graph", "relations.tsv")):
    """-> (names in order, set of the symmetric ones)"""
    with open(path, encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        rows = [dict(zip(head, line.rstrip("\n").split("\t"))) for line in f if line.strip() and not line.startswith("#")]
    return [r["name"] for r in rows], {r["name"] for r in rows if r["symmetric"] == "1"}


RELATIONS, SYMMETRIC = read_relations()


def tokens(name):
    """The words of a name that are compared, as the scorer does it."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c)).replace("’", "'")
    text = re.sub(r"\b([a-z])\.(?=[a-z]\.|\s|$)", r"\1", re.sub(r"'s\b", "", text))
    return tuple(w for w in re.findall(r"\w+", text) if w not in DROPPED)


def same(name, variants):
    """Does the name agree with one of the variants?"""
    a = tokens(name)
    for v in variants:
        b = tokens(v)
        if not a or not b:
            continue
        short, long = (a, b) if len(a) < len(b) else (b, a)
        if a == b or 2 * len(short) >= len(long) and any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1)):
            return True
    return False


@dataclass
class Name:
    begin: int
    end: int
    kind: str
    canonical: str
    sentence: int


@dataclass
class Telling:
    sentence: int
    subject: tuple      # ("name", index) or ("reference", (begin, end, sentence))
    relation: str
    object: tuple
    status: str
    speaker: tuple      # a mention, ("elsewhere", variants), or None: the text itself
    detail: tuple       # (begin, end) of the item or role; None: there is none; "unknown": told, but not in these words


@dataclass
class Article:
    id: str
    text: str
    sentences: list
    names: list = field(default_factory=list)
    references: dict = field(default_factory=dict)   # (begin, end, sentence) -> the names it stands for
    tellings: list = field(default_factory=list)
    gold_names: bool = True                          # names by annotators, not by an earlier net
    gold_ties: bool = True
    complete: bool = True                            # whatever is not told is not said; otherwise only what is refused
    refused: list = field(default_factory=list)      # (mention, mention): people say that no tie of the two is told
    lost: Counter = field(default_factory=Counter)


ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|St|No|Inc|Ltd|Co|Corp|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
                          r"U\.S|U\.N|U\.K|a\.m|p\.m|[A-Z])\.$")


def split_sentences(text):
    """-> [(begin, end)]; lines end sentences unless the text is wrapped at a column."""
    lines = [l.strip() for l in text.split("\n") if l.strip()]
    wrapped = len(lines) > 3 and sum(40 <= len(l) <= 120 and not re.search(r"[.!?\"”:]\s*$", l) for l in lines) > 0.3 * len(lines)
    result = []

    def add(base, piece):
        stripped = piece.strip()
        if stripped:
            begin = base + len(piece) - len(piece.lstrip())
            result.append((begin, begin + len(stripped)))

    for block in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+" if wrapped else r"[^\n]+", text):
        start, piece = 0, block.group()
        for stop in re.finditer(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])", piece):
            if not ABBREVIATION.search(re.sub(r"[\"”’')\]]+$", "", piece[start:stop.end()].rstrip())):
                add(block.start() + start, piece[start:stop.end()])
                start = stop.end()
        add(block.start() + start, piece[start:])
    return result


def occurrences(text, begin, end, words):
    """Where the words stand, whatever the white space between them; at word bounds if anywhere."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    found = [(begin + m.start(), begin + m.end()) for m in re.finditer(r"(?<!\w)" + pattern + r"(?!\w)", text[begin:end])]
    if not found and (m := re.search(pattern, text[begin:end])):
        found = [(begin + m.start(), begin + m.end())]
    return found


def lay(article, names, claims, rejected=()):
    """Fills the article's names, references, tellings and refused pairs.

    names: [begin, end, kind, canonical]; claims: (sentence, subjects, subject words, relation, objects, object words, status,
    speakers or None, speaker words or None, detail words or None); rejected: the same."""
    sentences = article.sentences
    for begin, end, kind, canonical in names:
        s = next((i for i, (x, y) in enumerate(sentences) if x <= begin and end <= y), None)
        if s is not None:
            article.names.append(Name(begin, end, kind if kind in KINDS else "other", canonical, s))
    inside = defaultdict(list)
    for i, n in enumerate(article.names):
        inside[n.sentence].append((i, n))

    def mention(s, words, variants):
        if not words:
            return None
        found = occurrences(article.text, *sentences[s], words)
        for a, b in found:
            over = [(i, n) for i, n in inside[s] if n.begin < b and a < n.end]
            for i, n in over:
                if same(n.canonical, variants):
                    return ("name", i)
            for i, n in over:
                if n.end == b and n.begin - a <= 12:    # "the CIA", "President Trump": the canonical names differ
                    return ("name", i)
        if found and len(words.split()) <= LONGEST_REFERENCE:
            key = (*found[0], s)
            article.references.setdefault(key, set()).update(variants)
            return ("reference", key)
        return None

    for s, subjects, subject_words, relation, objects, object_words, status, speakers, speaker_words, detail in claims:
        if relation not in RELATIONS or status not in STATUS or not 0 <= s < len(sentences):
            article.lost["malformed"] += 1
            continue
        subject, object_ = mention(s, subject_words, subjects), mention(s, object_words, objects)
        if subject is None or object_ is None or subject == object_:
            article.lost["not in the sentence" if not (subject_words and object_words) else "not found"] += 1
            continue
        speaker = None if not speakers else mention(s, speaker_words, speakers) or ("elsewhere", tuple(speakers))
        if detail:
            at = occurrences(article.text, *sentences[s], detail)
            detail = at[0] if at else "unknown"
        article.lost["laid"] += 1
        article.tellings.append(Telling(s, subject, relation, object_, status, speaker, detail or None))
    for s, subjects, subject_words, _, objects, object_words, *_ in rejected:
        if 0 <= s < len(sentences):
            subject, object_ = mention(s, subject_words, subjects), mention(s, object_words, objects)
            if subject and object_ and subject != object_:
                article.refused.append((subject, object_))
    return article


def as_list(x):
    return x if isinstance(x, list) else [x]


def lines(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


def names_by_id(*paths):
    return {g["id"]: g["names"] for path in paths for g in lines(path)}


def first_annotation(gold):
    """train.jsonl: tellings with an evidence phrase."""
    names = names_by_id(f"{gold}/names.train.jsonl")
    for g in lines(f"{gold}/train.jsonl"):
        article = Article(g["id"], g["text"], split_sentences(g["text"]))
        claims = []
        for c in g["claims"]:
            at = g["text"].find(c["evidence"])
            s = next((i for i, (a, b) in enumerate(article.sentences) if a <= at < b), -1)
            claims.append((s, as_list(c["subject"]), c.get("subject_text"), as_list(c["relation"])[0], as_list(c["object"]), c.get("object_text"),
                           as_list(c.get("status", "actual"))[0], as_list(c["speaker"]) if c.get("speaker") else None, c.get("speaker_text"),
                           c.get("item") or c.get("role")))
        claims = [(*c[:9], as_list(c[9])[0] if c[9] else None) for c in claims]
        yield lay(article, names.get(g["id"], []), claims)


def arrays(claims):
    for s, subject, subject_words, relation, object_, object_words, status, speaker, speaker_words, *more in claims:
        extra = more[0] if more and isinstance(more[0], dict) else {}
        detail = extra.get("item") or extra.get("role")
        yield (s, [subject], subject_words, relation, [object_], object_words, status, [speaker] if speaker else None, speaker_words,
               as_list(detail)[0] if detail else None)


def further_annotation(gold):
    """claims.more.jsonl: names are the annotators' where they gave them, else an earlier net's."""
    given, silver = names_by_id(f"{gold}/names.more.jsonl"), names_by_id(f"{gold}/names.silver.jsonl")
    for g in lines(f"{gold}/claims.more.jsonl"):
        names = given.get(g["id"]) or silver.get(g["id"])
        if names is None:
            continue
        article = Article(g["id"], g["text"], [tuple(x) for x in g["sentences"]], gold_names=g["id"] in given)
        yield lay(article, names, arrays(g["claims"]))


def written_passages(gold):
    """synthetic.jsonl: passages with their names and claims."""
    for g in lines(f"{gold}/synthetic.jsonl"):
        text, sentences = "", []
        for s in g["s"]:
            sentences.append((len(text), len(text) + len(s)))
            text += s + " "
        names, taken = [], []
        for surface in sorted(g["names"], key=len, reverse=True):
            kind, _, canonical = g["names"][surface].partition("|")
            for m in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text):
                if not any(m.start() < b and a < m.end() for a, b in taken):
                    taken.append(m.span())
                    names.append((*m.span(), kind, canonical or surface))
        yield lay(Article(f"passage-{g['id']}", text.strip(), sentences), sorted(names), arrays(c for c in g["claims"] if len(c) >= 9))


def judged(path):
    """What people judged of kith's claims (kith export --format training). Nobody read these articles to the end: of a pair of
    names only what all claims were judged of is known, and where these were all rejected, that it is not tied."""
    for g in lines(path):
        def pair(claim):
            return claim[0], frozenset((claim[1], claim[4]))

        right = [c for i, c in enumerate(g["claims"]) if i in g["judged"]]
        unknown = {pair(c) for i, c in enumerate(g["claims"]) if i not in g["judged"]}
        article = Article(g["id"], g["text"], [tuple(x) for x in g["sentences"]], gold_names=False, complete=False)
        known = {pair(c) for c in right}
        yield lay(article, g["names"], arrays(c for c in right if pair(c) not in unknown),
                  arrays(c for c in g["rejected"] if pair(c) not in unknown | known))


def annotated(gold):
    """-> all annotated articles and passages."""
    return [*first_annotation(gold), *further_annotation(gold), *written_passages(gold)]


def evaluation(gold, name):
    """dev.jsonl and the like -> articles with the annotators' names; the claims stay in the file, for the scorer."""
    names = names_by_id(f"{gold}/names.{name}.jsonl")
    return [lay(Article(g["id"], g["text"], split_sentences(g["text"])), names.get(g["id"], []), []) for g in lines(f"{gold}/{name}.jsonl")]
