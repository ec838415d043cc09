#include "ingest/text/phrases.hpp"

#include "ingest/text/noun_classes.hpp"
#include "ingest/text/titles.hpp"
#include "ingest/text/unicode.hpp"

namespace kith::text {
namespace {

class Chunker {
public:
    explicit Chunker(Document& document) : document_(document), mention_at_(document.tokens.size(), none) {
        for (std::size_t m = 0; m < document.mentions.size(); ++m) {
            const Range range = document.mentions[m].tokens;
            for (std::size_t i = range.begin; i < range.end; ++i) mention_at_[i] = m;
        }
    }

    void run() {
        for (const Sentence& sentence : document_.sentences) {
            const std::size_t first = document_.phrases.size();
            range_ = sentence.tokens;
            for (std::size_t i = range_.begin; i < range_.end;) i = step(i);
            document_.sentence_phrases.push_back({first, document_.phrases.size()});
            for (std::size_t p = document_.phrases.size(); p-- > first;) resolve_of(p, document_.phrases.size());
        }
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    bool named(std::size_t i) const { return mention_at_[i] != none; }
    Tag tag(std::size_t i) const {
        if (!range_.contains(i)) return Tag::punctuation;
        return named(i) ? Tag::noun : token(i).tag;
    }

    Phrase& add(PhraseKind kind, std::size_t begin, std::size_t end, std::size_t head) {
        Phrase phrase;
        phrase.kind = kind;
        phrase.tokens = {begin, end};
        phrase.head = head;
        return document_.phrases.emplace_back(phrase);
    }

    std::size_t step(std::size_t i) {
        switch (tag(i)) {
            case Tag::noun:
            case Tag::pronoun:
            case Tag::determiner:
            case Tag::adjective:
            case Tag::number:
            case Tag::possessive:
            case Tag::other:
                return noun_phrase(i);
            case Tag::verb:
            case Tag::be:
            case Tag::have:
            case Tag::do_:
            case Tag::modal:
                return verb_group(i);
            case Tag::to:
                return verb_group(i);
            case Tag::adverb:
                return adverb(i);
            case Tag::preposition:
                return single(PhraseKind::preposition, i);
            case Tag::conjunction:
                return single(PhraseKind::conjunction, i);
            case Tag::subordinator:
                return single(PhraseKind::subordinator, i);
            case Tag::relative:
                return single(PhraseKind::relative, i);
            case Tag::time:
                return time(i);
            case Tag::punctuation:
                break;
        }
        const std::int32_t mark = code_point_at(document_.text(token(i).span), 0).value;
        if (is_quotation_mark(mark)) return i + 1;
        if (mark == '$' || mark == 0x20AC || mark == 0xA3) return noun_phrase(i);
        return single(mark == ',' ? PhraseKind::comma : PhraseKind::stop, i);
    }

    std::size_t single(PhraseKind kind, std::size_t i) {
        add(kind, i, i + 1, i);
        return i + 1;
    }

    std::size_t time(std::size_t i) {
        std::size_t end = i + 1;
        while (range_.contains(end) && (tag(end) == Tag::time || tag(end) == Tag::number)) ++end;
        add(PhraseKind::time, i, end, i);
        return end;
    }

    // Adverbs before a verb belong to its group.
    std::size_t adverb(std::size_t i) {
        if (range_.contains(i + 1) && token(i + 1).lower == "-" && !token(i + 1).space_before)
            return noun_phrase(i);  // "then-boss"
        std::size_t end = i;
        while (range_.contains(end) && tag(end) == Tag::adverb) ++end;
        const Tag next = tag(end);
        if (next == Tag::verb || next == Tag::modal || next == Tag::be || next == Tag::have || next == Tag::do_) {
            return verb_group(i);
        }
        return single(PhraseKind::adverb, i);
    }

    std::size_t verb_group(std::size_t begin) {
        Phrase phrase;
        phrase.kind = PhraseKind::verb;
        bool be = false, have = false, finite = false;
        std::size_t i = begin;
        std::size_t head = none;
        for (; range_.contains(i) && head == none; ++i) {
            const Tag here = tag(i);
            if (here == Tag::adverb) {
                phrase.negated |= token(i).lower == "not" || token(i).lower == "n't" || token(i).lower == "never";
            } else if (here == Tag::to && i == begin) {
                phrase.infinitive = true;
            } else if (here == Tag::modal && head == none) {
                phrase.modal = i;
                finite = true;
            } else if (here == Tag::be || here == Tag::have || here == Tag::do_) {
                if (!leads_to_verb(i, here)) {
                    head = i;
                    break;
                }
                be = here == Tag::be;
                have |= here == Tag::have;
                finite |= token(i).lower != "being" && token(i).lower != "having";
            } else if (here == Tag::verb) {
                head = i;
                break;
            } else {
                break;
            }
        }
        std::size_t end = i;
        if (head != none) end = head + 1;
        if (head == none) {  // "to" or a modal that leads nowhere
            return single(token(begin).tag == Tag::to ? PhraseKind::preposition : PhraseKind::adverb, begin);
        }
        phrase.tokens = {begin, end};
        phrase.head = head;
        phrase.perfect = have;
        const VerbForm form = token(head).form;
        phrase.passive = be && (form == VerbForm::past || form == VerbForm::participle);
        if (!be && !have && !finite && !phrase.infinitive) {
            if (form == VerbForm::gerund || form == VerbForm::participle ||
                (form == VerbForm::past && reads_as_participle(head))) {
                phrase.participle = true;
                phrase.passive = form != VerbForm::gerund;
            }
        }
        document_.phrases.push_back(phrase);
        return end;
    }

    // Whether an auxiliary is followed by the verb it helps.
    bool leads_to_verb(std::size_t i, Tag auxiliary) const {
        std::size_t next = i + 1;
        while (tag(next) == Tag::adverb) ++next;
        const Tag following = tag(next);
        if (following == Tag::be || (following == Tag::have && auxiliary != Tag::have)) return auxiliary != Tag::do_;
        if (following != Tag::verb) return false;
        const VerbForm form = token(next).form;
        if (auxiliary == Tag::do_) return form == VerbForm::base || token(next).lower == token(next).lemma;
        if (auxiliary == Tag::have)
            return form == VerbForm::past || form == VerbForm::participle || token(next).lower == token(next).lemma;
        return form != VerbForm::third;
    }

    // "backed by Iran", "held in Moscow, ..."; otherwise a past: "Iran backed Hezbollah".
    bool reads_as_participle(std::size_t head) const {
        if (tag(head + 1) == Tag::preposition && token(head + 1).lower == "by") return true;
        if (head == range_.begin) return true;
        return token(head - 1).lower == "," && tag(head + 1) == Tag::preposition;
    }

    std::size_t noun_phrase(std::size_t begin) {
        std::size_t i = begin;
        std::size_t head = none;
        bool noun_seen = false;
        for (; range_.contains(i); ++i) {
            const Tag here = tag(i);
            if (i > begin && named(i) && mention_at_[i] == mention_at_[i - 1]) {
                head = i;
                continue;
            }
            if (here == Tag::pronoun) {
                if (i > begin) break;
                head = i;
                ++i;
                break;
            }
            if (here == Tag::determiner && i > begin && !is_predeterminer(i - 1)) break;
            if (here == Tag::noun || here == Tag::other) {
                if (head != none && document_.tokens[i].line_before) break;
                head = i;
                noun_seen = true;
            } else if (here == Tag::possessive) {
                head = none;
                noun_seen = false;
            } else if (here == Tag::adjective && noun_seen && !compound(i) && !leads_on(i)) {
                break;
            } else if (is_inner_mark(i)) {
                continue;
            } else if (compound(i) && (here == Tag::verb || here == Tag::preposition || here == Tag::adverb ||
                                       here == Tag::conjunction)) {
                head = none;  // "Iran-backed", "four-by-four"
                noun_seen = false;
            } else if (here == Tag::adverb && i == begin) {
                continue;
            } else if (here != Tag::determiner && here != Tag::adjective && here != Tag::number) {
                break;
            }
        }
        if (i == begin) i = begin + 1;
        while (i > begin + 1 && is_inner_mark(i - 1)) --i;
        const bool adjectival = head == none && tag(i - 1) == Tag::adjective;
        Phrase& phrase =
            add(adjectival ? PhraseKind::adjective : PhraseKind::noun, begin, i, head == none ? i - 1 : head);
        find_mention(phrase);
        return i;
    }

    // "Israeli foreign minister": an adjective behind a name or noun goes on with the phrase if a noun follows.
    bool leads_on(std::size_t i) const {
        std::size_t next = i + 1;
        while (tag(next) == Tag::adjective) ++next;
        return tag(next) == Tag::noun || tag(next) == Tag::other ||
               (range_.contains(i + 1) && token(i + 1).lower == "-");
    }

    bool is_predeterminer(std::size_t i) const {
        const std::string& word = token(i).lower;
        return word == "all" || word == "both" || word == "either" || word == "neither" || word == "such" ||
               word == "what" || word == "half" || word == "many" || word == "the" || word == "its" ||
               word == "their" || word == "his";
    }

    // Hyphens, currency signs and quotation marks inside a noun phrase.
    bool is_inner_mark(std::size_t i) const {
        if (token(i).tag != Tag::punctuation) return false;
        if (token(i).lower == "-")
            return !token(i).space_before && range_.contains(i + 1) && !token(i + 1).space_before;
        const std::int32_t mark = code_point_at(document_.text(token(i).span), 0).value;
        if (mark == '$' || mark == 0x20AC || mark == 0xA3 || mark == '%') return true;
        return is_quotation_mark(mark) && range_.contains(i + 1) && tag(i + 1) != Tag::punctuation;
    }

    // Whether a hyphen binds the token to the one before.
    bool compound(std::size_t i) const {
        return i > range_.begin && token(i - 1).lower == "-" && !token(i).space_before && !token(i - 1).space_before;
    }

    // The mention that the phrase stands for.
    void find_mention(Phrase& phrase) const {
        const std::size_t last = phrase.tokens.end - 1;
        for (std::size_t i = phrase.tokens.end; i-- > phrase.tokens.begin;) {
            if (!named(i)) continue;
            phrase.through = mention_at_[i];
            break;
        }
        if (phrase.through == none) return;
        const Mention& mention = document_.mentions[phrase.through];
        if (mention.form == MentionForm::adjective && is_country(phrase) &&
            document_.actors[mention.actor].kind == EntityKind::population_group) {
            phrase.through = none;  // "some Arab states": not the Arabs
            return;
        }
        if (mention.tokens.end == last + 1) {
            phrase.mention = phrase.through;
        } else if (NounClasses::builtin().stands_in(token(phrase.head).lemma) && !behind_participle(mention, phrase)) {
            phrase.mention = phrase.through;
        }
    }

    bool is_country(const Phrase& phrase) const {
        const std::string& noun = token(phrase.head).lemma;
        return noun == "state" || noun == "country" || noun == "nation" || noun == "government";
    }

    // "Iran-backed militia": the militia is not Iran.
    bool behind_participle(const Mention& mention, const Phrase& phrase) const {
        const std::size_t next = mention.tokens.end;
        return next + 1 < phrase.tokens.end && token(next).lower == "-" && !named(next + 1);
    }

    // "members of Hezbollah" stands for Hezbollah.
    void resolve_of(std::size_t p, std::size_t end) {
        Phrase& phrase = document_.phrases[p];
        if (phrase.kind != PhraseKind::noun || phrase.mention != none || p + 2 >= end) return;
        const Phrase& preposition = document_.phrases[p + 1];
        const Phrase& other = document_.phrases[p + 2];
        if (preposition.kind != PhraseKind::preposition || token(preposition.head).lower != "of") return;
        if (other.kind != PhraseKind::noun || !NounClasses::builtin().leads_through(token(phrase.head).lemma)) return;
        phrase.mention = other.mention;
    }

    Document& document_;
    std::vector<std::size_t> mention_at_;
    Range range_;
};

}  // namespace

void Phrases::apply(Document& document) const {
    Chunker(document).run();
}

bool is_word(const Document& document, const Phrase& phrase, std::string_view lower) {
    return phrase.tokens.size() == 1 && document.tokens[phrase.tokens.begin].lower == lower;
}

}  // namespace kith::text
