"""Makes what tests/ingest/encoder reads, in tests/data/encoder: python training/make_test_net.py

- vocabulary.txt: those of BERT's pieces that the strings below need (cut so, they give the same pieces as the whole);
- word_pieces.jsonl: the strings, and what `tokenizers` makes of them;
- mpnet_shape.kith, bert_shape.kith: tiny nets with random weights, and beside each a .json with inputs and what PyTorch
  answers in floats. The weights lie on the grid of the 8-bit file, so that all that differs is the rounding of activations.
"""
import json
import os

import numpy as np
import torch

import export
import model
from check_word_pieces import expected
from windows import tokenizer

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "data", "encoder")
STRINGS = [
    "Prigozhin's Wagner supplies Hezbollah, says Kirby.", "", " ", "a", "A", "I", "U.S.", "NATO-led", "McKinsey", "eBay", "iPhone 15",
    "São Tomé", "Sa\u0303o", "ÅNGSTRÖM", "naïve café", "ÇA", "Þór", "straße", "STRASSE", "ﬁnance", "Ǆ", "İstanbul", "ıspanak",
    "Ελλάδα", "ΟΔΟΣ", "Зеленський", "Москва", "الأسد", "עברית", "北京", "東京タワー", "서울", "한국어", "नमस्ते", "ไทย", "कि",
    "don't", "don’t", "“quoted”", "«ainsi»", "it’s…", "—dash–dash-", "1,234.56", "2023-11-21", "$5bn", "€10", "50%", "a+b=c", "x^2", "`tick`",
    "e-mail@example.org", "https://example.org/a_b?c=d", "#hash", "[MASK] and [SEP]", "[mask]", "[[CLS]]", "tab\tnew\nline\r\n",
    "zero\u200bwidth", "soft\u00adhyphen", "no\u00a0break", "\ufeffmark", "null\u0000byte", "ctrl\u0007bell", "bad\ufffdchar", "private\ue000use",
    "emoji 😀!", "👨‍👩‍👧", "≠", "½", "²", "①", "٣٤", "Ⅳ", "a\u0301\u0328b", "\u0301", "ﷺ", "𝔘𝔫𝔦", "\U00020000x", "covid19", "COVID19", "G7", "B2b",
    "w" * 100, "w" * 101, "Antidisestablishmentarianism", "Kyrgyzstan–Uzbekistan", "O’Neill-Smith",
]


def write_word_pieces():
    """-> the vocabulary's pieces"""
    names = {i: p for p, i in tokenizer().get_vocab(with_added_tokens=True).items()}
    rows = [(s, expected(s)) for s in STRINGS]
    used = {0, 100, 101, 102, 103, *(p[0] for _, row in rows for p in row)}
    with open(os.path.join(OUT, "vocabulary.txt"), "w") as f:
        f.write("\n".join(names[i] for i in sorted(used)))
    with open(os.path.join(OUT, "word_pieces.jsonl"), "w") as f:
        for text, row in rows:
            o = {"text": text, "pieces": [names[p[0]] for p in row], "begin": [p[1] for p in row], "end": [p[2] for p in row],
                 "first": [bool(p[3]) for p in row], "case": [p[4] for p in row]}
            f.write(json.dumps(o, ensure_ascii=True, separators=(",", ":")) + "\n")
    return [names[i] for i in sorted(used)]


def to_grid(net):
    """Rounds the weights to what the file can hold."""
    with torch.no_grad():
        for m in net.modules():
            if isinstance(m, torch.nn.Linear) and m is not net.gate and m is not net.coref_null:
                scale = (m.weight.abs().max(1).values / 127)[:, None]
                m.weight.copy_(torch.round(m.weight / scale) * scale)
        wide = export.WIDE + net.c.piece_offset
        for part, bits in ((net.word.weight[:wide], 8), (net.word.weight[wide:], 4)):
            q, scale = export.grouped(part.numpy(), bits)
            part.copy_(torch.from_numpy((q.astype(np.float32) * scale.astype(np.float32)[:, None]).reshape(part.shape)))
        net.pos.weight.copy_(net.pos.weight.half().float())


def make(name, c, vocabulary, seed):
    torch.manual_seed(seed)
    net = model.Encoder(c).eval()
    net.gate_first, net.gate_second, net.gate = torch.nn.Linear(2 * c.width, 16), torch.nn.Linear(2 * c.width, 16), torch.nn.Linear(16, 1)
    with torch.no_grad():
        for e in (net.case, net.kind, net.coref_distance, net.mark, net.rel_embedding) + ((net.bias,) if c.relative else ()):
            e.weight.normal_(0, 0.5)
        for layer in net.layers:
            layer.k.bias.normal_(0, 3)
            for n in (layer.ln1, layer.ln2):
                n.weight.uniform_(0.5, 1.5), n.bias.normal_(0, 0.3)
        for p in (net.speaker_null, net.detail_null):
            p.normal_()
        for head in (net.forward_rel, net.backward_rel):
            head.bias.normal_()
    to_grid(net)
    t = 27
    rng = np.random.default_rng(seed)
    ids = [c.start, *(int(i) + c.piece_offset for i in rng.integers(5, len(vocabulary), t - 2)), c.end]
    case = [5, *(int(i) for i in rng.integers(0, 6, t - 2)), 5]
    spans = [[1, 1], [2, 4], [6, 6], [9, 12], [20, 21], [24, 25]]
    kinds = [1, 0, 18, 3, 0, 7]
    pairs = [[0, 1], [0, 2], [1, 3], [2, 5], [3, 4], [4, 5], [1, 5]]
    ties = [[0, 1], [3, 0], [3, 7], [6, 9]]
    references, names = [1, 4], [0, 2, 3, 5]
    with torch.no_grad():
        states, entry, kv = net.text(torch.tensor([ids]), torch.tensor([case]), torch.ones(1, t, dtype=torch.bool))
        s, p = torch.tensor([spans]), torch.tensor([pairs])
        mentions = net.mention(states, s)
        g = net.pairs(states, entry, kv, torch.ones(1, t, dtype=torch.bool), s, torch.tensor([kinds]), p)
        tie = net.tie(g[0][[x[0] for x in ties]], torch.tensor([x[1] for x in ties]))
        b = torch.zeros(len(ties), dtype=torch.long)
        details = net.details(tie, states, b)
        same, null = net.coreference(mentions, s)
        answers = {"states": states[0][::3], "names": net.names(states)[0], "references": net.refs(states)[0], "gates": net.gates(mentions, p)[0][:, None],
                   "pairs": g[0], "relations": net.relations(g)[0], "status": net.status(tie), "speaker": net.speakers(tie, mentions, b),
                   "detail_first": details[:, 0], "detail_last": details[:, 1],
                   "coreference": torch.cat([null[0][references][:, None], same[0][references][:, names]], 1)}
    about = {"name": name, "version": "test", "relations": [f"relation_{i}" for i in range(c.relations)], "calibration": {"slope": 1.5},
             "thresholds": {"names": 0.5}}
    export.export({k: v.float() for k, v in net.state_dict().items()}, c, about, os.path.join(OUT, name + ".kith"), 4, vocabulary)
    o = {"ids": ids, "cases": case, "spans": spans, "kinds": kinds, "pairs": pairs, "ties": ties, "reference_mentions": references, "name_mentions": names,
         "answers": {k: [[round(float(x), 3) for x in row] for row in v] for k, v in answers.items()}}
    with open(os.path.join(OUT, name + ".json"), "w") as f:
        json.dump(o, f, separators=(",", ":"))


def main():
    os.makedirs(OUT, exist_ok=True)
    vocabulary = write_word_pieces()
    model.SIDE, export.WINDOW, export.WIDE = 16, 32, 90
    shape = dict(width=64, heads=2, inner=64, pair_width=64, marker_layer=1, positions=80)
    make("mpnet_shape", model.Config(5, layers=3, vocabulary=len(vocabulary) + 4, **shape), vocabulary, 1)
    make("bert_shape", model.bert_config(5, **{**shape, "layers": 1, "marker_layer": 0, "vocabulary": len(vocabulary), "start": 1, "end": 2}), vocabulary, 2)


if __name__ == "__main__":
    main()
