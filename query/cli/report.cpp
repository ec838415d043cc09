#include "query/cli/report.hpp"

#include <algorithm>
#include <set>

#include "query/export/decimal.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

// Facts of one line, with dots between them.
class Facts {
public:
    void add(const std::string& fact) {
        if (!fact.empty()) text_ += (text_.empty() ? "" : " · ") + single_line(fact);
    }
    void add(const std::string& title, const std::string& value) {
        if (!value.empty()) add(title + value);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

constexpr std::size_t most_names = 4;
constexpr std::size_t narrowest_text = 20;
constexpr std::size_t bar_width = 2;

// "a, b, c, d and 3 more".
std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < most_names; ++i) text += (text.empty() ? "" : ", ") + words[i];
    return words.size() > most_names ? text + " and " + std::to_string(words.size() - most_names) + " more" : text;
}

Ink ink_of(Status status) {
    switch (status) {
        case Status::denied:
        case Status::rejected:
            return Ink::red;
        case Status::planned:
        case Status::demanded:
            return Ink::blue;
        case Status::possible:
            return Ink::magenta;
        case Status::actual:
        case Status::former:
            break;
    }
    return Ink::dim;
}

template <typename Get>
std::string each_once(const TieView& tie, const Get& get) {
    std::vector<std::string> values;
    for (const ClaimView& claim : tie.claims) {
        const std::string value = get(claim);
        if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    return joined(values);
}

// "rejected by Mara, 2024-05"; of a corrected one also what the extractor had said.
std::string judgement_of(const ClaimView& claim) {
    if (claim.judgements.empty()) return {};
    const ClaimJudgementView& latest = claim.judgements.back();
    std::string words = std::string(to_string(latest.verdict)) + " by " + latest.judge;
    if (!latest.decided.empty()) words += ", " + latest.decided;
    if (latest.verdict == ClaimVerdict::confirmed) return words;
    words += "; read as " + latest.subject.name + " " + in_words(*latest.relation) + " " + latest.object.name;
    return latest.status == Status::actual ? words : words + " (" + std::string(to_string(latest.status)) + ")";
}

// What stands instead, told by the side that differs.
std::string alternatives_of(const ClaimView& claim) {
    std::vector<std::string> names;
    for (const AlternativeView& other : claim.alternatives) {
        names.push_back(other.object == claim.object ? other.subject.name : other.object.name);
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return joined(names);
}

std::string origin_of(const QuoteView& quote) {
    const Document& document = quote.document;
    Facts facts;
    std::string who = document.publisher;
    if (!document.published.empty()) who += (who.empty() ? "published " : ", ") + document.published;
    facts.add(who);
    if (document.location != document.publisher) facts.add(document.location);
    if (quote.line > 0) facts.add("line " + std::to_string(quote.line));
    if (!quote.record.empty()) facts.add("record " + quote.record);
    facts.add(quote.url);
    if (!quote.extractor.empty()) facts.add("found by " + quote.extractor);
    return facts.text();
}

}  // namespace

std::string ties_in_words(const std::vector<TieView>& ties, EntityId from) {
    std::string text;
    for (const TieView& tie : ties) {
        const bool is_subject = tie.subject.id == from;
        const Entity& other = is_subject ? tie.object : tie.subject;
        text += (text.empty() ? "" : ", ") + in_words(*tie.relation, !is_subject) + " " + other.name;
        if (tie.status != Status::actual) text += " (" + std::string(to_string(tie.status)) + ")";
    }
    return text;
}

std::string two_digits(double share) {
    return decimal(share, 2);
}

std::string counted(std::size_t count, std::string_view noun, std::string_view plural) {
    const std::string word(count == 1 ? noun : plural);
    return std::to_string(count) + " " + (word.empty() ? std::string(noun) + "s" : word);
}

std::string in_words(const JointMentions& together) {
    return together.documents == 0
               ? "No text names both."
               : counted(together.documents, "text names", "texts name") + " both, and no claim is no clearance.";
}

std::string count_of_sources(int sources) {
    return sources > 1 ? std::to_string(sources) + " independent sources"
                       : counted(static_cast<std::size_t>(sources), "source");
}

std::string arrow(const TieView& tie, EntityId from) {
    const std::string words = in_words(*tie.relation);
    if (tie.relation->symmetric) return "—" + words + "—";
    return tie.subject.id == from ? "—" + words + "→" : "←" + words + "—";
}

std::size_t Report::text_width(std::size_t indent) const {
    return console_.width > indent + narrowest_text ? console_.width - indent : narrowest_text;
}

void Report::print_wrapped(std::string_view text, std::size_t indent, Ink ink) {
    const std::vector<std::string> lines = wrap(text, text_width(indent + 2));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        console_.out << std::string(indent + (i == 0 ? 0 : 2), ' ') << inked(console_, ink, lines[i]) << '\n';
    }
}

void Report::print_tie(const TieView& tie, EntityId from, std::size_t indent) {
    const bool forward = tie.object.id != from;
    const Entity& left = forward ? tie.subject : tie.object;
    const Entity& right = forward ? tie.object : tie.subject;
    console_.out << std::string(indent, ' ') << inked(console_, Ink::bold, single_line(left.name)) << ' '
                 << arrow(tie, left.id) << ' ' << inked(console_, Ink::bold, single_line(right.name));
    print_status(tie.status);
}

void Report::print_other_end(const TieView& tie, EntityId from, std::size_t indent) {
    const Entity& other = tie.subject.id == from ? tie.object : tie.subject;
    console_.out << std::string(indent, ' ') << inked(console_, Ink::bold, single_line(other.name));
    print_status(tie.status);
}

// Ends the line. Actual is what a reader expects: it is not told.
void Report::print_status(Status status) {
    if (status != Status::actual) {
        console_.out << ' ' << inked(console_, ink_of(status), "(" + std::string(to_string(status)) + ")");
    }
    console_.out << '\n';
}

void Report::print_facts(const TieView& tie, std::size_t indent) {
    const Voices who = voices(tie);
    const std::vector<std::string> when = times(tie);
    Facts facts;
    facts.add("according to ", joined(who.speakers));
    facts.add(who.speakers.empty() ? "reported by " : "and reported by ", joined(who.publishers));
    facts.add(count_of_sources(tie.sources));
    facts.add("found by ", joined(extractors(tie)));
    facts.add("when: ", joined(when));
    facts.add("item: ", each_once(tie, [](const ClaimView& claim) -> const std::string& { return claim.item; }));
    facts.add("role: ", each_once(tie, [](const ClaimView& claim) -> const std::string& { return claim.role; }));
    std::set<std::string> others;
    for (const ClaimView& claim : tie.claims) others.insert(alternatives_of(claim));
    for (const std::string& other : others) facts.add("or else: ", other);
    facts.add(each_once(tie, judgement_of));
    print_wrapped(facts.text(), indent, Ink::dim);
}

// The words of the cue stand out: they are found again in the lines, which are the flattened text without some blanks.
void Report::print_quote(const QuoteView& quote, std::size_t indent) {
    const std::string flat = single_line(quote.text);
    const std::string cue = single_line(quote.text.substr(quote.cue.begin, quote.cue.end - quote.cue.begin));
    const std::size_t cue_begin = flat.find(cue, single_line(quote.text.substr(0, quote.cue.begin)).size());
    const std::size_t cue_end = cue_begin == std::string::npos ? cue_begin : cue_begin + cue.size();
    std::size_t position = 0;
    for (const std::string& line : wrap(flat, text_width(indent + bar_width))) {
        if (line.empty()) break;
        position = flat.find(line, position);
        const std::size_t begin = std::clamp(cue_begin, position, position + line.size()) - position;
        const std::size_t end = std::clamp(cue_end, position, position + line.size()) - position;
        console_.out << std::string(indent, ' ') << inked(console_, Ink::dim, "│ ") << line.substr(0, begin)
                     << inked(console_, Ink::bold, line.substr(begin, end - begin)) << line.substr(end) << '\n';
        position += line.size();
    }
    print_wrapped(origin_of(quote), indent, Ink::dim);
}

void Report::print_joint_mentions(const JointMentions& together) {
    if (together.documents == 0) return;
    print_wrapped(in_words(together) + (together.sentences.empty() ? "" : " kith drew no claim between the two from:"),
                  0, Ink::bold);
    for (const QuoteView& sentence : together.sentences) print_quote(sentence, 2);
}

void Report::print_timeline_entry(const TimelineEntry& entry, EntityId from, std::size_t indent) {
    console_.out << std::string(indent, ' ') << inked(console_, Ink::blue, single_line(entry.time)) << ' ';
    print_tie(entry.tie, from, 0);
    print_best_quote(entry.tie, indent + 4);
}

void Report::print_best_quote(const TieView& tie, std::size_t indent) {
    if (const QuoteView* quote = best_quote(tie)) {
        print_quote(*quote, indent);
    } else if (!tie.claims.empty() && !tie.claims.front().quotes.empty()) {
        print_quote(tie.claims.front().quotes.front(), indent);
    }
}

void Report::print_claim(const ClaimView& claim, std::size_t indent) {
    Facts facts;
    if (claim.speaker) {
        facts.add(claim.speaker->name + " says so");
    } else if (!claim.unnamed_speaker.empty()) {
        facts.add("according to " + claim.unnamed_speaker + ", unnamed");
    } else {
        facts.add("in the source's own words");
    }
    facts.add("item: ", claim.item);
    facts.add("role: ", claim.role);
    if (claim.place) facts.add("place: ", claim.place->name);
    facts.add("when: ", claim.time);
    facts.add("confidence ", two_digits(claim.confidence));
    facts.add("or else: ", alternatives_of(claim));
    facts.add(judgement_of(claim));
    print_wrapped(facts.text(), indent, Ink::dim);
    for (const QuoteView& quote : claim.quotes) print_quote(quote, indent + 2);
}

void Report::print_claims(const TieView& tie, std::size_t indent) {
    for (const ClaimView& claim : tie.claims) print_claim(claim, indent);
}

}  // namespace kith::cli
