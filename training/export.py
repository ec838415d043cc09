"""Writes the model file that kith maps into memory: python training/export.py CHECKPOINT OUT.kith [--embedding-bits 4|8]

CHECKPOINT: safetensors with the metadata `config` (JSON of model.Config), a file of torch.save with {"net": state_dict,
"config": dict}, or a model file, of which the numbers stay as they are. The first two may also hold `name`, `version`, `relations`, `calibration` and `thresholds`; --extra FILE gives these
as a JSON object too. `random:mpnet:LAYERS` and `random:bert:LAYERS` stand for nets with random weights, to measure speed. ingest/text/encoder/model_file.hpp describes the bytes.

Matrices become 8-bit integers with one scale for each output, in the order in which the products of ingest/text/encoder
read them: blocks of 16 outputs by 4 inputs (64 bytes), the inputs of one block of outputs one after another.
"""
import argparse
import glob
import hashlib
import json
import os
import struct

import numpy as np
import torch

import model
from model import Config, bucket

FORMAT = 1
WINDOW = 288          # pieces, start and end included
PANEL = 32            # outputs are filled up to a multiple of this
WIDE = 6000           # the vocabulary's first pieces, the commonest words among them, have 8 bits where others have 4
GROUP = 32            # numbers of a word's embedding that share a scale
HERE = os.path.dirname(os.path.abspath(__file__))
# What stands in the file under which name: matrices, one below the other, and numbers that stay floats. The layers come before.
MATRICES = (("tags", "names", "refs"), ("pair", "pair"), ("relations", "forward_rel", "backward_rel"), ("tie", "speaker_query", "detail_query", "status"),
            ("mention", "gate_first", "gate_second", "coref_query", "coref_key", "speaker_key"), ("detail_key", "detail_key"))
TABLES = {"case", "mark", "kind", "relation_embedding", "speaker_null"}     # with rows and columns
VECTORS = (("case", "case.weight"), ("mark", "mark.weight"), ("kind", "kind.weight"), ("relation_embedding", "rel_embedding.weight"),
           ("speaker_null", "speaker_null"), ("detail_null", "detail_null"), ("coref_distance", "coref_distance.weight"),
           ("coref_null.weight", "coref_null.weight"), ("coref_null.bias", "coref_null.bias"), ("gate.weight", "gate.weight"), ("gate.bias", "gate.bias"))


def read_checkpoint(path):
    """-> (state_dict, config, everything else that it says of itself)"""
    if path.startswith("random:"):
        _, shape, layers = path.split(":")
        make = model.bert_config if shape == "bert" else Config
        c = make(len(relation_names()), layers=int(layers), marker_layer=int(layers) // 2)
        torch.manual_seed(1)
        return model.Encoder(c).state_dict(), c, {"name": f"random {shape} {layers}"}
    if path.endswith(".kith"):
        return read_model_file(path)
    try:
        from safetensors import safe_open
        with safe_open(path, "pt") as f:
            about = {k: json.loads(v) if v[:1] in '{["' else v for k, v in (f.metadata() or {}).items()}
            net = {k: f.get_tensor(k) for k in f.keys()}
    except Exception as e:
        if path.endswith(".safetensors"):
            raise SystemExit(f"{path}: {e}")
        about = torch.load(path, map_location="cpu", weights_only=False)
        net = about.pop("net")
    if "config" not in about:
        raise SystemExit(f"{path}: no config: save the checkpoint with model.Config.to_dict() as `config`")
    config = about.pop("config")
    known = Config.__dataclass_fields__
    return {k: v.float() for k, v in net.items()}, Config(**{k: v for k, v in config.items() if k in known}), about


def parts_of_model_file(path):
    """-> (header, bytes of the tensors)"""
    with open(path, "rb") as f:
        data = f.read()
    magic, _, length, size, *_ = struct.unpack_from("<8sIIQ32s8s", data)
    if magic != b"kithnet\n" or size != len(data):
        raise SystemExit(f"{path}: no model file, or not a whole one")
    return json.loads(data[64:64 + length]), data[64 + length:]


def read_model_file(path):
    """What `export` wrote, as a checkpoint: floats that its integers stand for."""
    header, data = parts_of_model_file(path)
    kinds = {"f32": np.float32, "f16": np.float16, "s8": np.int8, "u8": np.uint8, "u4": np.uint8, "s32": np.int32}
    t = {x["name"]: np.frombuffer(data, kinds[x["type"]], x["bytes"] // np.dtype(kinds[x["type"]]).itemsize, x["offset"]).reshape(x["shape"])
         for x in header["tensors"]}
    config = header["config"]
    c = Config(**{k: v for k, v in config.items() if k in Config.__dataclass_fields__})
    d, own = c.width, model.Encoder(c).state_dict()
    net = {}

    def put(key, array):
        net[key] = torch.from_numpy(np.array(array, np.float32).reshape(own[key].shape))

    def matrices(name, *keys):
        """The parts of a matrix that stand one below the other in the file."""
        q = t[name + ".weight"]
        n, k = q.shape
        w = q.reshape(n // 16, k // 4, 16, 4).transpose(0, 2, 1, 3).reshape(n, k) * t[name + ".scale"][:, None]
        w, b, at = w * t.get(name + ".factor", 1), t[name + ".bias"], 0
        for key in keys:
            rows = len(own[key + ".weight"])
            put(key + ".weight", w[at:at + rows])
            put(key + ".bias", b[at:at + rows])
            at += rows

    def norm(name, key):
        put(key + ".weight", t[name + ".weight"])
        put(key + ".bias", t[name + ".bias"])

    u = t["word.narrow"]
    narrow = np.concatenate([x.reshape(-1, GROUP // 2) for x in (u & 15, u >> 4)], 1).astype(np.float32) - 8
    words = np.concatenate([t["word.wide"].reshape(-1, GROUP).astype(np.float32), narrow]) * t["word.scale"].astype(np.float32).reshape(-1, 1)
    put("word.weight", words)
    positions = np.zeros(own["pos.weight"].shape, np.float32)       # those behind a window's end were not kept
    positions[c.first_position:c.first_position + len(t["position"])] = t["position"]
    put("pos.weight", positions)
    bias = np.zeros((32, c.heads), np.float32)
    far = torch.arange(-WINDOW, WINDOW)
    bias[bucket(far).numpy()] = t["distance_bias"].T
    put("bias.weight", bias)
    norm("embedding_norm", "ln")
    for n in range(c.layers):
        key = f"layers.{n}."
        matrices(f"layer.{n}.qkv", key + "q", key + "k", key + "v")
        for part in ("o", "up", "down"):
            matrices(f"layer.{n}.{part}", key + part)
        norm(f"layer.{n}.norm1", key + "ln1")
        norm(f"layer.{n}.norm2", key + "ln2")
    for name, *keys in MATRICES:
        matrices(name, *keys)
    norm("marker_norm", "marker_ln")
    for name, key in VECTORS:
        put(key, t[name])
    put("hidden_name", np.zeros(d))                                 # training alone asks for it
    about = {k: header[k] for k in ("name", "version", "relations", "calibration", "thresholds")}
    return net, c, about


class Writer:
    def __init__(self):
        self.table, self.parts, self.size = [], [], 0

    def add(self, name, array, kind=None):
        array = np.ascontiguousarray(array)
        kind = kind or {"float32": "f32", "float16": "f16", "int8": "s8", "uint8": "u8", "int32": "s32"}[str(array.dtype)]
        shape = list(array.shape)
        self.pad()
        self.table.append({"name": name, "type": kind, "shape": shape, "offset": self.size, "bytes": array.nbytes})
        self.parts.append(array.tobytes())
        self.size += array.nbytes

    def pad(self):
        fill = -self.size % 64
        self.parts.append(bytes(fill))
        self.size += fill

    def vector(self, name, tensor):
        self.add(name, tensor.detach().numpy().astype(np.float32))

    def linear(self, name, weight, bias, largest=None):
        """weight: outputs x inputs; largest: of each input, as far as it is known"""
        w, b = weight.detach().numpy().astype(np.float32), bias.detach().numpy().astype(np.float32)
        n, k = w.shape
        if name.startswith("layer."):
            factor = np.ones(k, np.float32)
            if largest is not None:
                factor = np.sqrt(np.maximum(np.abs(w).max(0), 1e-4) / np.maximum(largest, 1e-3)).astype(np.float32)
            w = w / factor
            self.add(name + ".factor", factor)
        assert k % 64 == 0, f"{name}: {k} inputs are no multiple of 64"
        scale = np.maximum(np.abs(w).max(1), 1e-12) / 127
        q = np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8)
        rows = -n % PANEL
        q = np.pad(q, ((0, rows), (0, 0)))
        self.add(name + ".weight", q.reshape(-1, 16, k // 4, 4).transpose(0, 2, 1, 3).reshape(n + rows, k))
        self.add(name + ".scale", np.pad(scale, (0, rows)).astype(np.float32))
        self.add(name + ".sum", q.astype(np.int32).sum(1).astype(np.int32))
        self.add(name + ".bias", np.pad(b, (0, rows)))


def grouped(table, bits):
    """-> (integers, scales): each group of 32 numbers times a scale of 16 bits that keeps the squared error small"""
    most = 2 ** (bits - 1) - 1
    g = table.reshape(-1, GROUP)
    if not len(g):
        return g.astype(np.int8), np.zeros(0, np.float16)
    best, best_error = None, None
    signed = np.take_along_axis(g, np.abs(g).argmax(1)[:, None], 1)[:, 0]
    for lowest in ((most + 1, most) if bits == 4 else (most,)):      # the largest one becomes -8 (there is no +8), or 7
        sign = -np.sign(signed) if lowest > most else np.ones(len(g))
        for shrink in (np.linspace(0.7, 1.0, 13) if bits == 4 else (1.0,)):
            scale = (sign * np.abs(signed) * shrink / lowest).astype(np.float16).astype(np.float32)
            scale[scale == 0] = 1e-4
            q = np.clip(np.rint(g / scale[:, None]), -most - 1, most)
            error = ((q * scale[:, None] - g) ** 2).sum(1)
            if best is None:
                best, best_error = (q, scale), error
            else:
                better = error < best_error
                best = np.where(better[:, None], q, best[0]), np.where(better, scale, best[1])
                best_error = np.minimum(error, best_error)
    return best[0].astype(np.int8), best[1].astype(np.float16)


def largest_inputs(net, c, texts):
    """-> {matrix of a layer: the largest that each of its inputs becomes on these texts}"""
    from windows import case_of, tokenizer
    encoder = model.Encoder(c).eval()
    encoder.load_state_dict(net)
    most = {}
    for n, layer in enumerate(encoder.layers):
        for part in ("q", "o", "up", "down"):
            def note(module, inputs, key=f"layer.{n}.{'qkv' if part == 'q' else part}"):
                found = inputs[0].abs().amax((0, 1))
                most[key] = torch.maximum(most.get(key, found), found)
            getattr(layer, part).register_forward_pre_hook(note)
    for text in texts:
        e = tokenizer().encode(text, add_special_tokens=False)
        ids, case = e.ids[:WINDOW - 2], [case_of(text[a:b] or ".") for a, b in e.offsets[:WINDOW - 2]]
        with torch.no_grad():
            encoder.text(torch.tensor([[c.start, *(i + c.piece_offset for i in ids), c.end]]), torch.tensor([[5, *case, 5]]),
                         torch.ones(1, len(ids) + 2, dtype=torch.bool))
    return {k: v.numpy() for k, v in most.items()}


def sample_texts(files=()):
    """Parts of articles, by default those of examples/: any news will do to see which inputs are large."""
    parts = []
    for path in files or sorted(glob.glob(os.path.join(HERE, "..", "examples", "articles", "*.txt"))):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        parts += [text[i:i + 1200] for i in range(0, len(text), 1200)]
    return parts


def export(net, c, about, out, bits=4, vocabulary=None, texts=()):
    w = Writer()
    most = largest_inputs(net, c, texts) if texts else {}
    d = c.width
    cat = lambda *names: (torch.cat([net[n + ".weight"] for n in names]), torch.cat([net[n + ".bias"] for n in names]))
    words = net["word.weight"].numpy().astype(np.float32)
    wide = len(words) if bits == 8 else min(len(words), WIDE + c.piece_offset)
    q8, scale8 = grouped(words[:wide], 8)
    q4, scale4 = grouped(words[wide:], 4)
    u = (q4 + 8).astype(np.uint8)      # byte i of a group: number i in the low half, number 16 + i in the high one, both plus 8
    w.add("word.wide", q8.reshape(-1, d))
    w.add("word.narrow", (u[:, :16] | (u[:, 16:] << 4)).reshape(-1, d // 2), "u4")
    w.add("word.scale", np.concatenate([scale8, scale4]).reshape(-1, d // GROUP))
    w.add("position", net["pos.weight"][c.first_position:c.first_position + WINDOW].numpy().astype(np.float16))
    far = torch.arange(-WINDOW, WINDOW)                        # of a key's position less the query's
    w.vector("distance_bias", net["bias.weight"][bucket(far)].T.contiguous())
    norm = lambda name, key: (w.vector(name + ".weight", net[key + ".weight"]), w.vector(name + ".bias", net[key + ".bias"]))
    norm("embedding_norm", "ln")
    for n in range(c.layers):
        key = f"layers.{n}."
        linear = lambda part, *names: w.linear(f"layer.{n}.{part}", *cat(*names), most.get(f"layer.{n}.{part}"))
        linear("qkv", key + "q", key + "k", key + "v")
        linear("o", key + "o")
        norm(f"layer.{n}.norm1", key + "ln1")
        linear("up", key + "up")
        linear("down", key + "down")
        norm(f"layer.{n}.norm2", key + "ln2")
    norm("marker_norm", "marker_ln")
    for name, *keys in MATRICES:
        w.linear(name, *cat(*keys))
    for name, key in VECTORS:
        w.vector(name, net[key] if name in TABLES else net[key].reshape(-1))
    words = vocabulary or [p for p, _ in sorted(vocabulary_of(), key=lambda x: x[1])]
    w.add("vocabulary", np.frombuffer("\n".join(words).encode(), np.uint8))
    w.pad()
    config = {**c.to_dict(), "window": WINDOW, "side": net["speaker_null"].shape[1], "gate_width": net["gate.weight"].shape[1],
              "wide_words": wide, "pieces": len(words)}
    config.pop("dropout")
    relations = about.get("relations") or relation_names()
    if len(relations) != c.relations:
        raise SystemExit(f"the net has {c.relations} relations, {len(relations)} names are given")
    header = {"name": about.get("name", "encoder"), "version": str(about.get("version", "0")), "config": config, "kinds": model.KINDS,
              "relations": relations, "status": model.STATUS, "calibration": about.get("calibration", {}),
              "thresholds": about.get("thresholds", {}), "tensors": w.table}
    return write_model_file(out, header, b"".join(w.parts))


def write_model_file(out, header, tensors):
    """-> bytes written"""
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 64)
    body = text + tensors
    # magic, format, length of the header, size of the file, SHA-256 of all that follows, first 8 bytes of the header's own
    start = struct.pack("<8sIIQ32s8s", b"kithnet\n", FORMAT, len(text), 64 + len(body), hashlib.sha256(body).digest(),
                        hashlib.sha256(text).digest()[:8])
    with open(out + ".part", "wb") as f:
        f.write(start + body)
    os.replace(out + ".part", out)
    return 64 + len(body)


def vocabulary_of():
    from windows import tokenizer
    return tokenizer().get_vocab(with_added_tokens=True).items()


def relation_names():
    with open(os.path.join(HERE, "..", "graph", "relations.tsv")) as f:
        next(f)
        return [line.split("\t")[0] for line in f if line.strip()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--embedding-bits", type=int, choices=(4, 8), default=4)
    p.add_argument("--extra", help="JSON file with name, version, calibration, thresholds")
    p.add_argument("--texts", nargs="*", default=(), help="text files that show which inputs are large, by default examples/articles")
    a = p.parse_args()
    extra = {}
    if a.extra:
        with open(a.extra) as f:
            extra = json.load(f)
    if a.checkpoint.endswith(".kith"):      # only what it says of itself changes
        header, tensors = parts_of_model_file(a.checkpoint)
        print(f"{a.out}: {write_model_file(a.out, {**header, **extra}, tensors) / 1e6:.1f} MB")
        return
    net, config, about = read_checkpoint(a.checkpoint)
    about.update(extra)
    texts = [] if a.checkpoint.startswith("random:") else sample_texts(a.texts)
    size = export(net, config, about, a.out, a.embedding_bits, texts=texts)
    print(f"{a.out}: {size / 1e6:.1f} MB, {config.layers} layers of {config.width}")


if __name__ == "__main__":
    main()
