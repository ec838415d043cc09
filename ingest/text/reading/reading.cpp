#include "ingest/text/reading/reading.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/embedded.hpp"
#include "ingest/text/reading/logits.hpp"
#include "ingest/text/reading/phrase_ends.hpp"
#include "ingest/text/reading/tagged_mentions.hpp"
#include "ingest/text/reading/user_names.hpp"
#include "ingest/text/reading/whole_names.hpp"
#include "ingest/text/reading/windows.hpp"
#include "ingest/text/words/verb_forms.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(pronouns_tsv)

namespace kith::text {
namespace {

using encoder::PairInput;
using encoder::Table;
using encoder::TieInput;

constexpr double least_antecedent = 0.01;  // probability of a name that a reference may stand for
// What is added to the score of a speaker in the tie's own sentence: the net, which finds who speaks in a window, minds
// too little where. Chosen on annotated articles; anything from 1.4 to 2.5 serves.
constexpr float own_sentence = 2.3F;

std::string lower_words(const Document& document, Range range) {
    std::string result;
    for (std::size_t i = range.begin; i < range.end; ++i) result += document.tokens[i].lower + ' ';
    return result;
}

struct Pronouns {
    WordLists lists{pronouns_tsv(), "ingest/text/data/pronouns.tsv", {"first_person", "pronoun"}};
    const WordList& first_person = lists[0];
    const WordList& all = lists[1];

    static const Pronouns& builtin() {
        static const Pronouns pronouns;
        return pronouns;
    }
};

// Whether the one word there is in the list.
bool is_one_of(const WordList& list, const Document& document, Range range) {
    return range.size() == 1 && list.contains(document.tokens[range.begin].lower);
}

// A mention of the window at hand: pieces there, and number in the document.
struct Placed {
    encoder::MentionInput input;
    SentenceIndex sentence;
    MentionIndex mention;
    bool hopeless = false;      // a reference that stands for nobody
    bool first_person = false;  // "we"
};

class Reader {
public:
    Reader(Document& document, const Model& model)
        : document_(document),
          model_(model),
          net_(model.net()),
          workspace_(model.borrow_workspace()),
          user_names_(document, model.kinds()) {}

    void run() {
        Windows windows(document_, model_.pieces(), net_.file().config());
        while (windows.next(window_)) read_window();
    }

private:
    void read_window() {
        const encoder::TextScores scores = net_.read(window_.ids, window_.cases, *workspace_);
        std::map<SentenceIndex, std::uint32_t> begins = first_pieces();
        placed_ = context_mentions(begins);
        const std::size_t context = placed_.size();
        const std::vector<TaggedMention> tagged =
            whole_names(tagged_mentions(window_, scores, model_.thresholds().reference), document_, window_);
        for (const TaggedMention& found : user_names_.among(tagged, window_)) {
            const MentionIndex mention = add_mention(found);
            const bool first_person =
                is_one_of(Pronouns::builtin().first_person, document_, document_.mentions[mention].tokens);
            placed_.push_back({found.input, found.sentence, mention, false, first_person});
        }
        if (placed_.size() > context) {
            std::vector<encoder::MentionInput> inputs;
            for (const Placed& each : placed_) inputs.push_back(each.input);
            const encoder::Mentions mentions = net_.mentions(*workspace_, inputs);
            resolve(mentions, context);
            relate(mentions, candidates(mentions, context));
        }
        previous_ = std::move(placed_);
        previous_begin_ = std::move(begins);
    }

    // Where each sentence of the window begins.
    std::map<SentenceIndex, std::uint32_t> first_pieces() const {
        std::map<SentenceIndex, std::uint32_t> result;
        for (std::size_t p = 0; p < window_.pieces.size(); ++p) {
            if (window_.pieces[p].sentence != none)
                result.try_emplace(window_.pieces[p].sentence, static_cast<std::uint32_t>(p));
        }
        return result;
    }

    // What the windows before found in the sentences that this one has as its context.
    std::vector<Placed> context_mentions(const std::map<SentenceIndex, std::uint32_t>& here) const {
        std::vector<Placed> result;
        for (Placed each : previous_) {
            if (!Range{window_.sentences.begin, window_.body.begin}.contains(each.sentence.value())) continue;
            const std::uint32_t from = previous_begin_.at(each.sentence), to = here.at(each.sentence);
            each.input.span.first = each.input.span.first - from + to;
            each.input.span.last = each.input.span.last - from + to;
            result.push_back(each);
        }
        return result;
    }

    MentionIndex add_mention(const TaggedMention& found) {
        Mention mention;
        mention.tokens = tokens_of(document_, window_, found.input.span);
        if (found.input.kind > 0) {
            mention.tokens = without_loose_ends(document_, mention.tokens);
            mention.kind = model_.kinds()[found.input.kind - 1];
            mention.form = mention.kind == "nationality" ? MentionForm::adjective : MentionForm::name;
        } else {
            mention.form = is_one_of(Pronouns::builtin().all, document_, mention.tokens) ? MentionForm::pronoun
                                                                                         : MentionForm::nominal;
            if (mention.form == MentionForm::nominal)
                mention.tokens =
                    whole_phrase(document_, mention.tokens, document_.sentences[found.sentence].tokens.end);
        }
        return document_.mentions.add(std::move(mention));
    }

    // Notes for each reference of the body which names of the window it may stand for.
    void resolve(const encoder::Mentions& mentions, std::size_t context) {
        std::vector<std::uint32_t> references, names;
        for (std::size_t m = 0; m < placed_.size(); ++m) {
            if (placed_[m].input.kind > 0) {
                names.push_back(static_cast<std::uint32_t>(m));
            } else if (m >= context) {
                references.push_back(static_cast<std::uint32_t>(m));
            }
        }
        if (references.empty()) return;
        const Table scores = names.empty() ? Table{} : net_.coreference(mentions, references, names);
        for (std::size_t r = 0; r < references.size(); ++r) {
            Reference reference{placed_[references[r]].mention, 1.0, {}};
            if (!names.empty()) {
                const std::vector<double> shares = softmax(scores.row(r));
                reference.nobody = shares[0];
                for (std::size_t n = 0; n < names.size(); ++n) {
                    if (shares[n + 1] >= least_antecedent)
                        reference.names.push_back({placed_[names[n]].mention, shares[n + 1]});
                }
            }
            placed_[references[r]].hopeless = reference.nobody >= 0.5;
            document_.references.push_back(std::move(reference));
        }
    }

    // Pairs of mentions of one sentence that the gate lets pass; of a sentence's too many the likeliest.
    std::vector<PairInput> candidates(const encoder::Mentions& mentions, std::size_t context) const {
        std::vector<PairInput> result;
        std::vector<std::string> words;
        for (const Placed& each : placed_)
            words.push_back(lower_words(document_, document_.mentions[each.mention].tokens));
        for (std::size_t begin = context; begin < placed_.size();) {
            std::size_t end = begin;
            while (end < placed_.size() && placed_[end].sentence == placed_[begin].sentence) ++end;
            std::vector<PairInput> pairs;
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t j = i + 1; j < end; ++j) {
                    if (placed_[i].hopeless || placed_[j].hopeless || words[i] == words[j]) continue;
                    pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)});
                }
            }
            add_likeliest(mentions, pairs, result);
            begin = end;
        }
        return result;
    }

    void add_likeliest(const encoder::Mentions& mentions, const std::vector<PairInput>& pairs,
                       std::vector<PairInput>& to) const {
        if (pairs.empty()) return;
        const std::vector<float> gates = net_.gates(mentions, pairs);
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (sigmoid(gates[i]) > model_.thresholds().gate) open.push_back(i);
        }
        if (open.size() > max_pairs_per_sentence) {
            std::ranges::stable_sort(open, [&](std::size_t a, std::size_t b) { return gates[a] > gates[b]; });
            open.resize(max_pairs_per_sentence);
            std::ranges::sort(open);
        }
        for (const std::size_t i : open) to.push_back(pairs[i]);
    }

    void relate(const encoder::Mentions& mentions, const std::vector<PairInput>& pairs) {
        if (pairs.empty()) return;
        const Table states = net_.pairs(*workspace_, mentions, pairs);
        const Table relations = net_.relations(states);
        struct Listed {
            TieInput tie;
            double probability = 0.0;
        };
        std::vector<Listed> listed;
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            const auto row = relations.row(p);
            for (std::size_t r = 0; r < row.size(); ++r) {
                const double probability = sigmoid(row[r]);
                if (probability <= model_.thresholds().listed) continue;
                listed.push_back({{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(r)}, probability});
            }
        }
        if (listed.empty()) return;
        std::vector<TieInput> ties;
        for (const Listed& each : listed) ties.push_back(each.tie);
        const encoder::TieScores scores = net_.ties(*workspace_, mentions, states, ties);
        for (std::size_t t = 0; t < ties.size(); ++t)
            add_telling(pairs[ties[t].pair], listed[t].tie, listed[t].probability, scores, t);
    }

    void add_telling(PairInput pair, TieInput tie, double probability, const encoder::TieScores& scores,
                     std::size_t row) {
        const std::size_t count = model_.relations().size();
        if (tie.relation >= count) std::swap(pair.first, pair.second);
        Telling telling;
        telling.sentence = placed_[pair.first].sentence;
        telling.subject = placed_[pair.first].mention;
        telling.object = placed_[pair.second].mention;
        telling.relation = model_.relations()[tie.relation % count];
        telling.probability = probability;
        telling.status = model_.statuses()[index_of_best(scores.status.row(row))];
        telling.speaker = speaker(scores.speaker.row(row), telling.sentence);
        telling.detail = detail(scores.detail_first.row(row), scores.detail_last.row(row), telling.sentence);
        document_.tellings.push_back(telling);
    }

    // The mention of who says it; none: the text itself, or somebody whom the window does not name. What comes in later
    // sentences is somebody else's; "we" stands inside the words that are said, and who says them outside.
    MentionIndex speaker(std::span<const float> scores, SentenceIndex sentence) const {
        MentionIndex best;
        float most = std::max(scores[0], scores[1]);
        for (std::size_t m = 0; m < placed_.size() && placed_[m].sentence <= sentence; ++m) {
            const float score = scores[m + 2] + (placed_[m].sentence == sentence ? own_sentence : 0.0F);
            if (score <= most || placed_[m].first_person) continue;
            most = score;
            best = placed_[m].mention;
        }
        return best;
    }

    // The item or role: of the pieces of the tie's sentence the likeliest beginning, unless that there is none is
    // likelier than all of them together, and the likeliest end behind it. The net's own favourite may stand in another
    // sentence, that of another tie.
    Range detail(std::span<const float> first_scores, std::span<const float> last_scores,
                 SentenceIndex sentence) const {
        const std::vector<double> shares = softmax(first_scores);
        std::size_t first = none;
        double any = 0.0;
        for (std::size_t p = 0; p < window_.pieces.size(); ++p) {
            if (window_.pieces[p].sentence != sentence) continue;
            any += shares[p + 1];
            if (first == none || shares[p + 1] > shares[first + 1]) first = p;
        }
        if (first == none || shares[0] >= any) return {};
        std::size_t last = first, words = 1;
        for (std::size_t p = first; p < window_.pieces.size() && window_.pieces[p].sentence == sentence; ++p) {
            if (p > first && window_.pieces[p].first && ++words > max_detail_words) break;
            if (last_scores[p + 1] > last_scores[last + 1]) last = p;
        }
        const Range tokens =
            tokens_of(document_, window_, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
        const VerbEntry* verb = VerbForms::builtin().find(document_.tokens[tokens.begin].lower);
        return tokens.size() == 1 && verb && !verb->also_noun ? Range{} : tokens;  // "arm" is no item
    }

    Document& document_;
    const Model& model_;
    const encoder::Net& net_;
    std::unique_ptr<encoder::Workspace, Model::Return> workspace_;
    const UserNames user_names_;
    Window window_;
    std::vector<Placed> placed_;    // mentions of the window
    std::vector<Placed> previous_;  // ... and of the one before
    std::map<SentenceIndex, std::uint32_t> previous_begin_;
};

}  // namespace

void Reading::apply(Document& document) const {
    if (document.sentences.empty()) return;
    Reader(document, source_->model()).run();
}

}  // namespace kith::text
