#include "query/cli/trial.hpp"

#include <algorithm>

#include "query/cli/table.hpp"
#include "query/export/decimal.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

class Facts {
public:
    void add(const std::string& title, const std::string& value) {
        if (!value.empty()) text_ += (text_.empty() ? "" : " · ") + title + value;
    }
    void add_names(const EntityReference& entity) {
        for (const Identifier& each : entity.identifiers) add("", to_string(each));
        for (const std::string& alias : entity.aliases) add("also ", alias);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string with_kind(const EntityReference& entity) {
    return entity.name + " (" + in_words(entity.kind) + ")";
}

std::string facts_of(const ClaimRecord& claim) {
    Facts facts;
    if (claim.status != Status::actual) facts.add("", std::string(to_string(claim.status)));
    facts.add("", claim.time);
    facts.add("item: ", claim.item);
    facts.add("role: ", claim.role);
    if (claim.place) facts.add("in ", claim.place->name);
    if (claim.speaker) facts.add("says ", claim.speaker->name);
    facts.add("confidence ", decimal(claim.confidence, 2));
    facts.add_names(claim.subject);
    facts.add_names(claim.object);
    facts.add("record ", claim.record);
    facts.add("", claim.url);
    facts.add("quote: ", shorten(single_line(claim.quote), 60));
    return facts.text();
}

}  // namespace

bool Trial::begin(const DocumentRecord& document) {
    rules_.begin(document);
    const auto known =
        std::ranges::find(documents_, document.location, [](const Document& each) { return each.document.location; });
    if (known == documents_.end()) {
        documents_.push_back({document});
    } else {
        std::rotate(known, known + 1, documents_.end());  // the current one is the last
    }
    return true;
}

void Trial::add(const ClaimRecord& claim) {
    rules_.add(claim);  // throws where it cannot be taken
    documents_.back().rows.push_back({std::to_string(claim.line), with_kind(claim.subject), claim.relation,
                                      with_kind(claim.object), facts_of(claim)});
}

void Trial::add_entity(const EntityReference& entity, TextSpan /*record*/) {
    Facts facts;
    facts.add_names(entity);
    documents_.back().rows.push_back({"", with_kind(entity), "", "", facts.text()});
}

void Trial::print(Console& console) const {
    for (const Document& each : documents_) {
        const std::string& location = each.document.location;
        const std::string& publisher = each.document.publisher;
        console.out << inked(console, Ink::bold, single_line(location));
        if (!publisher.empty() && publisher != location) console.out << ", " << single_line(publisher);
        if (!each.document.published.empty()) console.out << ", published " << each.document.published;
        console.out << '\n';
        Table table({"line", "subject", "relation", "object", "more"});
        table.align_right(0);
        for (const auto& row : each.rows) table.add(row);
        table.print(console);
        console.out << '\n';
    }
}

}  // namespace kith::cli
