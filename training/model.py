"""The encoder: MPNet's (or BERT's) layers over the text, a pair of marker tokens for every two mentions, and the heads.

Shapes: B windows, T word pieces, M mentions, P pairs of mentions, D the width, R relations.

- Text: word + position + case embeddings, layer norm, `layers` layers of self-attention with MPNet's relative position
  bias (K. Song et al., MPNet, 2020; buckets as in T5). The text never sees the markers, so one pass serves all pairs.
- Markers (levitated markers: Z. Zhong and D. Chen, PURE, 2021; D. Ye et al., PL-Marker, 2022): from layer
  `marker_layer` on, each pair has two tokens that see the text, themselves and each other.
- Relations: 2R independent logits a pair (R from the first mention to the second, R the other way), each trained by
  binary cross entropy, so that their sigmoids are probabilities and can be averaged over nets.
- Gate: a cheap logit a pair, from the text alone, of whether there is any tie: hopeless pairs get no markers.
"""
import math
from dataclasses import dataclass, asdict

import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import KINDS, STATUS

CASES = 6        # lower, Title, UPPER, digits, mixed, other: see windows.case_of
TAGS = 1 + 2 * len(KINDS)
DISTANCES = 16   # buckets of 12 word pieces between a reference and a name
SIDE = 256       # width of the queries and keys of the pointers


@dataclass
class Config:
    relations: int
    layers: int = 12
    marker_layer: int = 6
    width: int = 768
    heads: int = 12
    inner: int = 3072
    vocabulary: int = 30527
    positions: int = 514
    pair_width: int = 512
    relative: bool = True       # MPNet's relative position bias; BERT's shape has none
    first_position: int = 2     # MPNet counts positions from 2, BERT from 0
    piece_offset: int = 4       # of the vocabulary's ids: MPNet puts four tokens of its own before BERT's
    start: int = 0              # ids of the first and the last token of a window: <s> </s>, or [CLS] [SEP]
    end: int = 2
    eps: float = 1e-5
    dropout: float = 0.1

    def to_dict(self):
        return asdict(self)


def bucket(relative, buckets=32, farthest=128):
    """T5's and MPNet's bucket of a key's position less the query's."""
    n = -relative
    result = (n < 0).long() * (buckets // 2)
    n = n.abs()
    exact = buckets // 4
    far = exact + (torch.log(n.float().clamp(min=1) / exact) / math.log(farthest / exact) * (buckets // 2 - exact)).long()
    return result + torch.where(n < exact, n, far.clamp(max=buckets // 2 - 1))


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(c.width, c.width) for _ in range(4))
        self.ln1, self.ln2 = nn.LayerNorm(c.width, eps=c.eps), nn.LayerNorm(c.width, eps=c.eps)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)
        self.drop = nn.Dropout(c.dropout)

    def finish(self, x, y):
        """Residual connections, layer norms and the feed-forward half; y: what attention gave."""
        x = self.ln1(x + self.drop(self.o(y)))
        return self.ln2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        d, m, pw = c.width, SIDE, c.pair_width
        self.word, self.pos, self.case = nn.Embedding(c.vocabulary, d), nn.Embedding(c.positions, d), nn.Embedding(CASES, d)
        self.ln = nn.LayerNorm(d, eps=c.eps)
        self.bias = nn.Embedding(32, c.heads)               # stays zero without `relative`
        self.bias.weight.requires_grad_(c.relative)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.hidden_name = nn.Parameter(torch.zeros(d))   # stands for a name that training hides
        self.names, self.refs = nn.Linear(d, TAGS), nn.Linear(d, 3)
        self.mark, self.kind = nn.Embedding(2, d), nn.Embedding(len(KINDS) + 1, d)
        self.marker_ln = nn.LayerNorm(d, eps=c.eps)
        self.pair = nn.Linear(4 * d, pw)
        self.forward_rel, self.backward_rel = nn.Linear(pw, c.relations), nn.Linear(pw, c.relations)
        self.rel_embedding = nn.Embedding(2 * c.relations, pw)
        self.status = nn.Linear(pw, len(STATUS))
        self.speaker_query, self.speaker_key, self.speaker_null = nn.Linear(pw, m), nn.Linear(2 * d, m), nn.Parameter(torch.zeros(2, m))
        self.detail_query, self.detail_key, self.detail_null = nn.Linear(pw, 2 * m), nn.Linear(d, 2 * m), nn.Parameter(torch.zeros(m))
        self.coref_query, self.coref_key = nn.Linear(2 * d, m), nn.Linear(2 * d, m)
        self.coref_distance, self.coref_null = nn.Embedding(DISTANCES, 1), nn.Linear(m, 1)
        self.gate_first, self.gate_second, self.gate = nn.Linear(2 * d, 128), nn.Linear(2 * d, 128), nn.Linear(128, 1)
        for e in (self.case, self.kind, self.coref_distance, self.bias):
            nn.init.zeros_(e.weight)
        for e in (self.mark, self.rel_embedding):
            nn.init.normal_(e.weight, std=0.02)
        for head in (self.forward_rel, self.backward_rel):
            nn.init.constant_(head.bias, -5.0)
        self.drop, self.drop_pair = nn.Dropout(c.dropout), nn.Dropout(2 * c.dropout)

    # ---- text

    def split(self, x):
        return x.unflatten(-1, (self.c.heads, -1)).transpose(1, 2)

    def text(self, ids, case, mask, hide=None):
        """-> (states of the last layer B,T,D; states that enter the marker layer; [(k, v)] of the layers from there on).

        ids, case: B,T; mask: B,T, true where a piece stands; hide: B,T, for each piece 0 or 1 + kind of a hidden name."""
        t = ids.shape[1]
        p = torch.arange(t, device=ids.device)
        words = self.word(ids)
        if hide is not None:
            words = torch.where((hide > 0)[..., None], (self.hidden_name + self.kind(hide.clamp(min=1) - 1)).to(words.dtype), words)
        x = self.drop(self.ln(words + self.pos.weight[self.c.first_position:t + self.c.first_position] + self.case(case)))
        bias = self.bias(bucket(p[None] - p[:, None])).permute(2, 0, 1)[None]
        bias = bias + torch.zeros(mask.shape, device=ids.device).masked_fill(~mask, -1e4)[:, None, None, :]
        if torch.is_autocast_enabled(ids.device.type):
            bias = bias.to(torch.get_autocast_dtype(ids.device.type))
        entry, kv = x, []
        for n, layer in enumerate(self.layers):
            q, k, v = self.split(layer.q(x)), self.split(layer.k(x)), self.split(layer.v(x))
            if n == self.c.marker_layer:
                entry = x
            if n >= self.c.marker_layer:
                kv.append((k, v))
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=self.c.dropout if self.training else 0.0)
            x = layer.finish(x, y.transpose(1, 2).flatten(2))
        return x, entry, kv

    # ---- pairs

    def pairs(self, states, entry, kv, mask, spans, kinds, pairs):
        """-> B,P,pair_width. spans: B,M,2, first and last piece; kinds: B,M, 0 a reference, else 1 + kind; pairs: B,P,2."""
        b, t, d = states.shape
        np_ = pairs.shape[1]
        dh = d // self.c.heads
        sums = F.pad(entry.float().cumsum(1), (0, 0, 1, 0))
        take = lambda x, i: x.gather(1, i[..., None].expand(-1, -1, x.shape[-1]))
        mean = (take(sums, spans[..., 1] + 1) - take(sums, spans[..., 0])) / (spans[..., 1] - spans[..., 0] + 1)[..., None]
        base = mean + self.kind(kinds)
        ends = pairs.flatten(1)                                    # B,2P
        m = self.marker_ln(take(base, ends) + self.mark.weight.repeat(np_, 1))
        m = self.drop(m)
        place = spans[..., 0].gather(1, ends)                      # B,2P: a marker stands where its mention begins
        p = torch.arange(t, device=states.device)
        to_text = self.bias(bucket(p[None, None] - place[..., None])).permute(0, 3, 1, 2)       # B,H,2P,T
        to_text = to_text.masked_fill(~mask[:, None, None, :], -1e4)
        two = place.unflatten(1, (np_, 2))
        to_own = self.bias(bucket(two[:, :, None, :] - two[:, :, :, None])).permute(0, 4, 1, 2, 3)  # B,H,P,2,2
        for layer, (k, v) in zip(self.layers[self.c.marker_layer:], kv):
            qm, km, vm = self.split(layer.q(m)), self.split(layer.k(m)), self.split(layer.v(m))    # B,H,2P,dh
            own = lambda x: x.unflatten(2, (np_, 2))
            a = qm @ k.transpose(-1, -2) / dh ** 0.5 + to_text
            c = (own(qm) @ own(km).transpose(-1, -2) / dh ** 0.5 + to_own).flatten(2, 3)
            w = self.drop(torch.cat([a, c], -1).softmax(-1)).to(v.dtype)
            y = w[..., :t] @ v + (own(w[..., t:]) @ own(vm)).flatten(2, 3)
            m = layer.finish(m, y.transpose(1, 2).flatten(2))
        first = take(states, spans[..., 0].gather(1, pairs[..., 0])), take(states, spans[..., 0].gather(1, pairs[..., 1]))
        g = torch.cat([m.unflatten(1, (np_, 2)).flatten(2), first[0], first[1]], -1)
        return self.drop_pair(F.gelu(self.pair(self.drop_pair(g))))

    def relations(self, g):
        """-> B,P,2R logits: from the first mention to the second, then the other way."""
        return torch.cat([self.forward_rel(g), self.backward_rel(g)], -1)

    # ---- mentions

    def mention(self, states, spans):
        """-> B,M,2D: first and last piece."""
        take = lambda i: states.gather(1, i[..., None].expand(-1, -1, states.shape[-1]))
        return torch.cat([take(spans[..., 0]), take(spans[..., 1])], -1)

    def gates(self, mentions, pairs):
        """-> B,P logits: is there any tie between the two?"""
        take = lambda x, i: x.gather(1, i[..., None].expand(-1, -1, x.shape[-1]))
        return self.gate(F.gelu(take(self.gate_first(mentions), pairs[..., 0]) + take(self.gate_second(mentions), pairs[..., 1])))[..., 0]

    # ---- ties: n ties, each a row of g with its relation (0 <= r < 2R), window b

    def tie(self, g, r):
        return g + self.rel_embedding(r)

    def speakers(self, tie, mentions, b):
        """-> n,2+M scores: the text itself, somebody not named in the window, each mention."""
        q = self.speaker_query(tie)
        return torch.cat([q @ self.speaker_null.T, (self.speaker_key(mentions)[b] @ q[..., None])[..., 0]], -1) / 16

    def details(self, tie, states, b):
        """-> n,2,1+T scores of the first and the last piece of the item or role; place 0: there is none."""
        q = self.detail_query(tie).unflatten(-1, (2, SIDE))
        k = self.detail_key(states).unflatten(-1, (2, SIDE))[b]
        null = (q @ self.detail_null)[..., None]
        return torch.cat([null, torch.einsum("nsm,ntsm->nst", q, k)], -1) / 16

    def coreference(self, mentions, spans):
        """-> (B,M,M scores of row m standing for column c, B,M scores of standing for no name of the window)."""
        q, k = self.coref_query(mentions), self.coref_key(mentions)
        far = ((spans[:, :, None, 0] - spans[:, None, :, 0]).abs() // 12).clamp(max=DISTANCES - 1)
        return q @ k.transpose(-1, -2) / 16 + self.coref_distance(far)[..., 0], self.coref_null(q)[..., 0]


def load_mpnet(net, weights, layers=None):
    """Fills the text part from MPNet's published weights; `layers`: which of its twelve, by default the first ones."""
    c = net.c
    layers = layers or range(c.layers)
    with torch.no_grad():
        net.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
        net.pos.weight.copy_(weights["embeddings.position_embeddings.weight"])
        net.ln.weight.copy_(weights["embeddings.LayerNorm.weight"])
        net.ln.bias.copy_(weights["embeddings.LayerNorm.bias"])
        net.bias.weight.copy_(weights["encoder.relative_attention_bias.weight"])
        for layer, n in zip(net.layers, layers):
            for part, name in ((layer.q, "attention.attn.q"), (layer.k, "attention.attn.k"), (layer.v, "attention.attn.v"),
                               (layer.o, "attention.attn.o"), (layer.ln1, "attention.LayerNorm"), (layer.up, "intermediate.dense"),
                               (layer.down, "output.dense"), (layer.ln2, "output.LayerNorm")):
                part.weight.copy_(weights[f"encoder.layer.{n}.{name}.weight"])
                part.bias.copy_(weights[f"encoder.layer.{n}.{name}.bias"])
    return net


def bert_config(relations, **more):
    """The shape of MiniLM-L6: BERT's, six layers, 384 wide."""
    return Config(relations, **{**dict(layers=6, marker_layer=3, width=384, inner=1536, vocabulary=30522, positions=512, relative=False,
                                       first_position=0, piece_offset=0, start=101, end=102, eps=1e-12), **more})


def load_bert(net, weights):
    """Fills the text part from the published weights of a net of BERT's shape."""
    with torch.no_grad():
        net.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
        net.pos.weight.copy_(weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0])
        net.ln.weight.copy_(weights["embeddings.LayerNorm.weight"])
        net.ln.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for n, layer in enumerate(net.layers):
            for part, name in ((layer.q, "attention.self.query"), (layer.k, "attention.self.key"), (layer.v, "attention.self.value"),
                               (layer.o, "attention.output.dense"), (layer.ln1, "attention.output.LayerNorm"),
                               (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.ln2, "output.LayerNorm")):
                part.weight.copy_(weights[f"encoder.layer.{n}.{name}.weight"])
                part.bias.copy_(weights[f"encoder.layer.{n}.{name}.bias"])
    return net
