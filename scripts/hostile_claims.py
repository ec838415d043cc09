"""Prints claims whose names and words are what breaks readers: COPY's escapes, quotes, formulas, control characters."""

import json

names = ["back\\slash", "\\.", "tab\there", "line\nend", "\\N", "quote'\"", "'; DROP TABLE claim; --", "=1+1",
         "$$ dollar", "nul\u0000inside", "ünïcödé 东京 🚢", "%s %d {}", "{\"a\": 1}", "x" * 500]
for i, name in enumerate(names):
    print(json.dumps({
        "document": "hostile\\.\t" + str(i), "subject": {"name": f"{name} one", "kind": "company"}, "relation": "supplies",
        "object": {"name": f"{name} two", "kind": "company"}, "status": "actual", "speaker": None,
        "unnamed_speaker": "a \\N official", "item": name, "role": None, "time": "2023", "confidence": 0.5,
        "evidence": {"begin": 10 * i, "end": 10 * i + 9, "text": f"\\. {name}\n\\.\n"}}))
