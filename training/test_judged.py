"""Articles of which people judged claims, as `kith export --format training` writes them: python3 -m unittest test_judged"""
import importlib.util
import json
import os
import tempfile
import unittest

from annotation import judged

TEXT = "The Quay Guard arms Basin Front. Velia owns the Quay Guard and meets Teo Grau. Velia funds Basin Front."


def span(words, begin=0):
    at = TEXT.index(words, begin)
    return [at, at + len(words)]


SECOND, THIRD = TEXT.index("Velia"), TEXT.index("Velia funds")
ARTICLE = {
    "id": "quay.txt", "date": None, "title": None, "text": TEXT,
    "sentences": [span("The Quay Guard arms Basin Front."), span("Velia owns the Quay Guard and meets Teo Grau."), span("Velia funds Basin Front.")],
    "names": [[*span("Quay Guard"), "armed_group", "Quay Guard"], [*span("Basin Front"), "armed_group", "Basin Front"],
              [*span("Velia"), "state", "Velia"], [*span("Quay Guard", SECOND), "armed_group", "Quay Guard"],
              [*span("Teo Grau"), "person", "Teo Grau"], [*span("Velia", THIRD), "state", "Velia"],
              [*span("Basin Front", THIRD), "armed_group", "Basin Front"]],
    "claims": [[0, "Quay Guard", "Quay Guard", "supplies", "Basin Front", "Basin Front", "actual", None, None, {"item": "arms"}],
               [2, "Velia", "Velia", "funds", "Basin Front", "Basin Front", "actual", None, None]],
    "judged": [0],
    "rejected": [[1, "Velia", "Velia", "owns", "Quay Guard", "Quay Guard", "actual", None, None],
                 [2, "Velia", "Velia", "fights", "Basin Front", "Basin Front", "actual", None, None],
                 [0, "Quay Guard", "Quay Guard", "owns", "Basin Front", "Basin Front", "actual", None, None]],
}


def read(article):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "judged.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            f.write(json.dumps(article) + "\n")
        return next(judged(path))


class Judged(unittest.TestCase):
    def test_only_what_was_judged_is_told(self):
        article = read(ARTICLE)
        self.assertEqual([(t.sentence, t.subject, t.relation, t.object) for t in article.tellings],
                         [(0, ("name", 0), "supplies", ("name", 1))])
        self.assertFalse(article.gold_names or article.complete)

    def test_a_pair_is_refused_where_all_that_was_claimed_of_it_was_rejected(self):
        # Not the third sentence's, whose other claim nobody judged, nor the first's, which is tied otherwise.
        self.assertEqual(read(ARTICLE).refused, [(("name", 2), ("name", 3))])

    def test_a_judged_claim_beside_one_that_nobody_judged_is_not_told(self):
        beside = [0, "Basin Front", "Basin Front", "trains", "Quay Guard", "Quay Guard", "actual", None, None]
        self.assertEqual(read(ARTICLE | {"claims": [*ARTICLE["claims"], beside]}).tellings, [])

    @unittest.skipUnless(importlib.util.find_spec("numpy") and importlib.util.find_spec("tokenizers"), "needs numpy and tokenizers")
    def test_in_a_window_all_other_pairs_stay_unsure(self):
        import windows
        from tokenizers import Tokenizer, models, pre_tokenizers
        words = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
        words.pre_tokenizer = pre_tokenizers.Whitespace()
        windows._tokenizer = words
        window, = windows.training_windows(read(ARTICLE))
        self.assertEqual((window.positive, window.negative), ([(0, 1)], [(2, 3)]))
        self.assertEqual(window.unsure, [(2, 4), (3, 4), (5, 6)])


if __name__ == "__main__":
    unittest.main()
