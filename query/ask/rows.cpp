#include "query/ask/rows.hpp"

#include <algorithm>

namespace kith {

const Columns& tie_columns() {
    static const Columns columns = {"subject_id INTEGER", "subject TEXT", "relation TEXT",  "object_id INTEGER",
                                    "object TEXT",        "status TEXT",  "sources INTEGER"};
    return columns;
}

const Columns& evidence_columns() {
    static const Columns columns = {"claim INTEGER", "confidence REAL", "speaker TEXT",   "unnamed_speaker TEXT",
                                    "item TEXT",     "role TEXT",       "place TEXT",     "time TEXT",
                                    "quote TEXT",    "publisher TEXT",  "published TEXT", "document INTEGER",
                                    "location TEXT", "line INTEGER"};
    return columns;
}

Columns operator+(Columns some, const Columns& more) {
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

Value optional_text(std::string_view text) {
    return text.empty() ? Value() : Value(std::string(text));
}

Value integer(std::int64_t number) {
    return number;
}

Value count_of(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

void append_tie(Row& row, const TieView& tie) {
    row.insert(row.end(), {integer(tie.subject.id), optional_text(tie.subject.name), optional_text(tie.relation->name),
                           integer(tie.object.id), optional_text(tie.object.name), std::string(to_string(tie.status)),
                           integer(tie.sources)});
}

void append_evidence(Row& row, const ClaimView& claim, const QuoteView* quote) {
    row.insert(row.end(),
               {integer(claim.id), claim.confidence, claim.speaker ? optional_text(claim.speaker->name) : Value(),
                optional_text(claim.unnamed_speaker), optional_text(claim.item), optional_text(claim.role),
                claim.place ? optional_text(claim.place->name) : Value(), optional_text(claim.time)});
    if (!quote) {
        row.resize(row.size() + 6);
        return;
    }
    row.insert(row.end(),
               {optional_text(quote->text), optional_text(quote->document.publisher),
                optional_text(quote->document.published), integer(quote->document.id),
                optional_text(quote->document.location), quote->line == 0 ? Value() : count_of(quote->line)});
}

void append_best_evidence(Row& row, const TieView& tie) {
    if (tie.claims.empty()) {
        row.resize(row.size() + evidence_columns().size());
        return;
    }
    const QuoteView* best = best_quote(tie);
    const auto holds_best = [&](const ClaimView& claim) {
        return std::ranges::any_of(claim.quotes, [&](const QuoteView& quote) { return &quote == best; });
    };
    const auto claim = best ? std::ranges::find_if(tie.claims, holds_best) : tie.claims.begin();
    append_evidence(row, *claim, best ? best : claim->quotes.empty() ? nullptr : &claim->quotes.front());
}

Value is_forward(const TieView& tie, EntityId from) {
    return integer(tie.subject.id == from || tie.relation->symmetric);
}

}  // namespace kith
