#include "query/ask/texts.hpp"

#include <algorithm>

#include "graph/code_points.hpp"
#include "query/ask/filters.hpp"
#include "query/full_text_query.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/sentences.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

constexpr std::int64_t most_code_points = 50'000;  // of a document's text in one answer

Json list_of(const std::vector<QuoteView>& quotes) {
    Json list = Json::array();
    for (const QuoteView& quote : quotes) list.push_back(json_of(quote));
    return list;
}

const Columns sentence_columns = {"sentence TEXT", "publisher TEXT", "published TEXT", "document INTEGER",
                                  "location TEXT", "begin INTEGER",  "end INTEGER"};

Row row_of(const QuoteView& quote) {
    return {
        optional_text(quote.text),  optional_text(quote.document.publisher), optional_text(quote.document.published),
        integer(quote.document.id), optional_text(quote.document.location),  count_of(quote.span.begin),
        count_of(quote.span.end)};
}

Rows search_rows(const SearchAnswer& answer) {
    Rows rows;
    for (const QuoteView& quote : answer.sentences) rows.push_back(row_of(quote));
    return rows;
}

Rows mention_rows(const MentionsAnswer& answer) {
    Rows rows;
    for (const QuoteView& quote : answer.mentions) {
        rows.push_back(row_of(quote));
        rows.back().insert(rows.back().begin(),
                           optional_text(quote.text.substr(quote.cue.begin, quote.cue.end - quote.cue.begin)));
    }
    return rows;
}

Rows document_rows(const DocumentAnswer& answer) {
    return {{integer(answer.document.id), optional_text(answer.document.title),
             optional_text(answer.document.publisher), optional_text(answer.document.published),
             optional_text(answer.document.location), integer(answer.begin), integer(answer.end),
             integer(answer.length), answer.text}};
}

Rows evidence_rows(const EvidenceAnswer& answer) {
    const ClaimView& claim = answer.claim;
    Rows rows;
    const auto add = [&](const QuoteView* quote) {
        Row& row = rows.emplace_back();
        row = {integer(claim.subject.id), optional_text(claim.subject.name), optional_text(claim.relation->name),
               integer(claim.object.id),  optional_text(claim.object.name),  std::string(to_string(claim.status))};
        append_evidence(row, claim, quote);
    };
    for (const QuoteView& quote : claim.quotes) add(&quote);
    if (claim.quotes.empty()) add(nullptr);
    return rows;
}

Parameter number_parameter(std::string_view name, std::string_view meaning, std::string_view option = {}) {
    return {.name = name,
            .type = ArgumentType::integer,
            .meaning = meaning,
            .required = !option.empty(),
            .most = 1e15,
            .option = option};
}

}  // namespace

Json json_of(const SearchAnswer& answer) {
    return {{"words", answer.words},
            {"count", answer.count},
            {"documents", answer.documents},
            {"sentences", list_of(answer.sentences)}};
}

Json json_of(const MentionsAnswer& answer) {
    return {{"entity", json_of(answer.entity)},
            {"count", answer.count},
            {"documents", answer.documents},
            {"mentions", list_of(answer.mentions)}};
}

Json json_of(const DocumentAnswer& answer) {
    return {{"document", json_of(answer.document)},
            {"begin", answer.begin},
            {"end", answer.end},
            {"length", answer.length},
            {"text", answer.text}};
}

Json json_of(const EvidenceAnswer& answer) {
    return {{"claim", json_of(answer.claim)}};
}

SearchAnswer answer_search(const Store& store, const Arguments& arguments, Notes&) {
    SearchAnswer answer;
    answer.words = joined(arguments.texts("words"), " ");
    const SentenceFilter filter{arguments.texts("publisher"), day_argument(arguments, "since", Bound::first_day),
                                day_argument(arguments, "until", Bound::last_day)};
    const MentionsFound found = find_sentences(store, full_text_query(answer.words), filter, arguments.count("most"));
    answer.count = found.count;
    answer.documents = found.documents;
    answer.sentences = quotes_of(store, found.sentences);
    return answer;
}

MentionsAnswer answer_mentions(const Store& store, const Arguments& arguments, Notes& notes) {
    MentionsAnswer answer;
    answer.entity = store.entity(find_entity(store, arguments.text("entity"), notes));
    const MentionsFound found = find_mentions(store, answer.entity.id, arguments.count("most"));
    answer.count = found.count;
    answer.documents = found.documents;
    answer.mentions = quotes_of(store, found.sentences);
    return answer;
}

DocumentAnswer answer_document(const Store& store, const Arguments& arguments, Notes&) {
    DocumentAnswer answer;
    const DocumentId id = arguments.integer("document");
    answer.document = store.document(id);
    const std::string whole = store.text(id);
    const CodePoints points(whole);
    answer.length = static_cast<std::int64_t>(points.of_byte(whole.size()));
    answer.begin = std::min(arguments.integer("begin"), answer.length);
    const std::int64_t end = arguments.has("end") ? arguments.integer("end") : answer.length;
    answer.end = std::clamp(end, answer.begin, std::min(answer.begin + most_code_points, answer.length));
    const std::size_t first = points.byte_of(static_cast<std::size_t>(answer.begin));
    const std::size_t last = points.byte_of(static_cast<std::size_t>(answer.end));
    answer.text = whole.substr(first, last - first);
    return answer;
}

EvidenceAnswer answer_evidence(const Store& store, const Arguments& arguments, Notes&) {
    return {ResultBuilder(store).claim(store.claim(arguments.integer("claim")))};
}

const Question& search_question() {
    static const Question question{
        .name = "search",
        .command = "search",
        .title = "Sentences that hold words, whether or not a claim was drawn from them",
        .summary =
            "Sentences of the texts that hold all the words, best matches first: the way to what no claim tells. "
            "\"in quotation marks\" is a phrase, dron* a beginning; OR, NOT and brackets combine.",
        .example = "kith search drones Caspian",
        .parameters = {{.name = "words",
                        .type = ArgumentType::texts,
                        .meaning = "the words; \"a phrase\", a beginning*, OR, NOT and brackets are understood",
                        .required = true,
                        .option = "WORDS"},
                       {.name = "publisher",
                        .type = ArgumentType::texts,
                        .meaning = "only what these publishers printed",
                        .is_name = true},
                       {.name = "since",
                        .meaning = "only what was published on or after: 2023, 2023-11 or 2023-11-21",
                        .placeholder = "DATE"},
                       {.name = "until", .meaning = "only what was published on or before", .placeholder = "DATE"},
                       most_parameter("20", "how many sentences to give")},
        .json = as_json<answer_search>,
        .columns = sentence_columns,
        .rows = as_rows<answer_search, search_rows>,
    };
    return question;
}

const Question& mentions_question() {
    static const Question question{
        .name = "mentions",
        .command = "mentions",
        .title = "Where texts name an entity",
        .summary = "Sentences that name an entity, by document, whether or not a claim was drawn from them.",
        .example = "kith mentions Wagner --most 5",
        .parameters = {entity_parameter(), most_parameter("20", "how many to give")},
        .json = as_json<answer_mentions>,
        .columns = Columns{"mention TEXT"} + sentence_columns,
        .rows = as_rows<answer_mentions, mention_rows>,
    };
    return question;
}

const Question& document_question() {
    static const Question question{
        .name = "document",
        .command = "document",
        .title = "The text of a document",
        .summary = "A document's text, or part of it: positions count Unicode code points, as those of evidence do.",
        .example = "kith document 8 --begin 0 --end 200",
        .parameters = {number_parameter("document", "the document's id", "DOCUMENT"),
                       number_parameter("begin", "the first code point"),
                       number_parameter("end", "the code point after the last; at most 50000 are given at once")},
        .json = as_json<answer_document>,
        .columns = {"id INTEGER", "title TEXT", "publisher TEXT", "published TEXT", "location TEXT", "begin INTEGER",
                    "end INTEGER", "length INTEGER", "text TEXT"},
        .rows = as_rows<answer_document, document_rows>,
    };
    return question;
}

const Question& evidence_question() {
    static const Question question{
        .name = "evidence",
        .command = "evidence",
        .title = "Who says a claim, and where",
        .summary = "One claim by its number, with every sentence that says it and the documents they stand in.",
        .example = "kith evidence 1",
        .parameters = {number_parameter("claim", "the claim's id", "CLAIM")},
        .json = as_json<answer_evidence>,
        .columns = Columns{"subject_id INTEGER", "subject TEXT", "relation TEXT", "object_id INTEGER", "object TEXT",
                           "status TEXT"} +
                   evidence_columns(),
        .rows = as_rows<answer_evidence, evidence_rows>,
    };
    return question;
}

}  // namespace kith
