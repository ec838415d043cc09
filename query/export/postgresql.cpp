#include "query/export/postgresql.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/embedded.hpp"
#include "graph/hexadecimal.hpp"
#include "graph/store/store_database.hpp"
#include "query/export/claim_attributes.hpp"
#include "query/export/decimal.hpp"
#include "query/export/json.hpp"
#include "query/export/store_replay.hpp"

KITH_EMBEDDED(postgresql_schema_sql)
KITH_EMBEDDED(postgresql_merge_sql)

namespace kith {
namespace {

// A row of COPY's text format. PostgreSQL's texts hold no NUL: it becomes U+FFFD, which keeps offsets.
class Row {
public:
    Row& add(std::string_view text) {
        separate();
        for (const char c : text) {
            switch (c) {
                case '\\':
                    row_ += "\\\\";
                    break;
                case '\n':
                    row_ += "\\n";
                    break;
                case '\r':
                    row_ += "\\r";
                    break;
                case '\t':
                    row_ += "\\t";
                    break;
                case '\0':
                    row_ += "\xEF\xBF\xBD";
                    break;
                default:
                    row_ += c;
            }
        }
        return *this;
    }
    Row& add_or_null(std::string_view text) { return text.empty() ? add_null() : add(text); }
    Row& add(std::optional<std::int64_t> number) { return number ? add(std::to_string(*number)) : add_null(); }
    Row& add_null() {
        separate();
        row_ += "\\N";
        return *this;
    }
    void write(std::ostream& out) {
        out << row_ << '\n';
        row_.clear();
        is_first_ = true;
    }

private:
    void separate() {
        if (!is_first_) row_ += '\t';
        is_first_ = false;
    }

    std::string row_;
    bool is_first_ = true;
};

// JSON without the one character that a jsonb may not hold.
std::string without_nul(std::string json) {
    for (std::size_t i = 0; i + 1 < json.size(); ++i) {
        if (json[i] != '\\') continue;
        if (json.compare(i, 6, "\\u0000") == 0) json.replace(i, 6, "\\ufffd");
        ++i;  // what is escaped
    }
    return json;
}

class Script {
public:
    Script(const Store& store, const EachClaim& each_claim, bool is_whole, std::ostream& out)
        : store_(store), each_claim_(each_claim), out_(out), entities_(store, each_claim) {
        entities_.all().each([&](EntityId id) { numbers_.insert(id); });
        if (is_whole) {
            said_.emplace(store);
            insert_texts();
        }
        if (said_ && said_->are_all_standing()) said_.reset();
        if (said_) said_->entities().each([&](EntityId id) { numbers_.insert(id); });
        numbers_.count();
    }

    void write() {
        out_ << postgresql_schema_sql();
        copy("relation", [&] { write_relations(); });
        copy("entity", [&] { numbers_.each([&](EntityId id) { write_entity(id); }); });
        each_entity("alias", [&](const ExportedEntity& each) { write_aliases(each); });
        each_entity("identifier", [&](const ExportedEntity& each) { write_identifiers(each); });
        copy("claim", [&] { each_claim_([&](const Claim& claim) { write_claim(claim); }); });
        copy("evidence", [&] { each_claim_([&](const Claim& claim) { write_evidence(claim); }); });
        if (said_) copy("line (kind, number, document, begin, extractor, line)", [&] { write_lines(); });
        copy("document", [&] { documents_.each([&](DocumentId id) { write_document(id); }); });
        out_ << postgresql_merge_sql();
    }

private:
    // Also of those in which nothing is claimed.
    void insert_texts() {
        Statement texts = database_of(store_).prepare("SELECT id FROM document WHERE text IS NOT NULL");
        while (texts.step()) documents_.insert(texts.integer(0));
    }

    template <typename Rows>
    void copy(std::string_view table, const Rows& write_rows) {
        out_ << "COPY staged_" << table << " FROM stdin;\n";
        write_rows();
        out_ << "\\.\n\n";
    }

    template <typename Write>
    void each_entity(std::string_view table, const Write& write_rows) {
        copy(table, [&] { entities_.all().each([&](EntityId id) { write_rows(entities_.of(id)); }); });
    }

    void write_relations() {
        for (const Relation& each : store_.ontology().all()) {
            row_.add(each.name).add(each.group).add(each.inverse).add(each.symmetric ? "t" : "f").write(out_);
        }
    }

    // Whoever stands under another has a row for the judgements on him.
    void write_entity(EntityId id) {
        const ExportedEntity& each = entities_.all().contains(id) ? entities_.of(id) : said_->entity(id);
        row_.add(numbers_.place(id)).add(stable_id(each)).add(each.entity.name);
        row_.add(to_string(each.entity.kind)).write(out_);
    }

    // What stands otherwise than it was said, and judgements: each line with what it is of.
    void write_lines() {
        std::ostringstream lines;
        ClaimPrinter printer(lines, store_.ontology(), PrintedLines::all);
        replay(store_, *said_, printer, [&](const PrintedLine& printed) {
            std::string text = without_nul(std::exchange(lines, std::ostringstream()).str());
            write_line(printed, std::move(text));
        });
    }

    void write_line(const PrintedLine& printed, std::string text) {
        if (text.ends_with('\n')) text.pop_back();
        switch (printed.kind) {
            case PrintedLine::Kind::entity:
                if (said_->is_merged(printed.entity)) {
                    std::ranges::replace(text, '\n', ',');  // between lines; in them it is escaped
                    row_.add("entity").add(numbers_.place(printed.entity)).add_null().add_null().add_null();
                    row_.add('[' + text + ']').write(out_);
                }
                break;
            case PrintedLine::Kind::claim:
                write_said(*printed.evidence, text);
                break;
            case PrintedLine::Kind::document:
                documents_.insert(printed.document);
                break;
            case PrintedLine::Kind::records:
                std::ranges::replace(text, '\n', ',');
                row_.add("records")
                    .add_null()
                    .add(printed.document)
                    .add(std::int64_t{-1})
                    .add("")
                    .add('[' + text + ']')
                    .write(out_);
                break;
            case PrintedLine::Kind::said:
                row_.add("said").add_null().add(printed.document);
                row_.add(static_cast<std::int64_t>(printed.evidence->sentence.begin)).add("").add(text).write(out_);
                break;
            case PrintedLine::Kind::judgement:
                row_.add("judgement").add_null().add_null().add_null().add_null().add(text).write(out_);
        }
    }

    // Alternatives too, which are numbered along with those of claims that do not stand.
    void write_said(const Evidence& evidence, const std::string& text) {
        if (text.find("\"said\":") == text.npos && text.find("\"alternative\":") == text.npos) return;
        const Json line = Json::parse(text);
        Json said = line.value("said", Json::object());
        if (line.contains("alternative")) said["alternative"] = line["alternative"];
        if (said.empty()) return;
        row_.add("claim").add(evidence.claim).add(evidence.document);
        row_.add(static_cast<std::int64_t>(evidence.sentence.begin)).add(evidence.extractor);
        row_.add(compact(said)).write(out_);
    }

    void write_aliases(const ExportedEntity& each) {
        const auto write_one = [&](const std::string& name, std::string_view origin) {
            row_.add(numbers_.place(each.entity.id)).add(name).add(origin).write(out_);
        };
        write_one(each.entity.name, "name");
        for (const std::string& alias : each.aliases) write_one(alias, "gazetteer");
        for (const Alias& alias : store_.aliases(each.entity.id)) {
            if (alias.origin == "mention") write_one(alias.name, alias.origin);
        }
    }

    void write_identifiers(const ExportedEntity& each) {
        for (const auto& [identifiers, origin] :
             {std::pair(&each.identifiers, "record"), {&each.known_identifiers, "gazetteer"}}) {
            for (const Identifier& one : *identifiers)
                row_.add(numbers_.place(each.entity.id)).add(one.scheme).add(one.value).add(origin).write(out_);
        }
    }

    std::string key_of(const Claim& claim) const {
        const auto id_of = [&](EntityId id) { return stable_id(entities_.of(id)); };
        return identity_id(claim, store_.ontology().at(claim.relation), id_of);
    }

    std::optional<std::int64_t> number_of(std::optional<EntityId> id) const {
        return id ? std::optional(numbers_.place(*id)) : std::nullopt;
    }

    void write_claim(const Claim& claim) {
        const Relation& relation = store_.ontology().at(claim.relation);
        row_.add(claim.id).add(key_of(claim));
        row_.add(numbers_.place(claim.subject));
        row_.add(to_string(kind_at(relation, true, entities_.of(claim.subject).entity)));
        row_.add(relation.name);
        row_.add(numbers_.place(claim.object));
        row_.add(to_string(kind_at(relation, false, entities_.of(claim.object).entity)));
        row_.add(to_string(claim.status));
        row_.add(number_of(claim.speaker));
        row_.add_or_null(claim.unnamed_speaker).add_or_null(claim.item).add_or_null(claim.role);
        row_.add(number_of(claim.place)).add_or_null(claim.time);
        row_.add(claim.day).add(claim.alternative_of).write(out_);
    }

    std::string key_of(DocumentId id) const {
        Statement row = database_of(store_).prepare("SELECT sha256 FROM document WHERE id = ?1");
        row.bind(1, id).step();
        return in_hexadecimal(row.blob(0));
    }

    void write_evidence(const Claim& claim) {
        Statement rows = database_of(store_).prepare(
            "SELECT document, begin, \"end\", cue_begin, cue_end, line, coalesce(extractor, ''), confidence, source, "
            "record, url, quote FROM evidence WHERE claim = ?1 ORDER BY document, begin, extractor");
        for (rows.bind(1, claim.id); rows.step();) {
            documents_.insert(rows.integer(0));
            row_.add(claim.id).add(rows.integer(0));
            for (int column = 1; column <= 5; ++column) row_.add(rows.optional_integer(column));
            row_.add(rows.text(6)).add(decimal(static_cast<double>(rows.integer(7)) / 1000.0, 3));
            row_.add_or_null(rows.integer(8) == rows.integer(0) ? "" : key_of(rows.integer(8)));
            for (int column = 9; column <= 11; ++column) row_.add_or_null(rows.text(column));
            row_.write(out_);
        }
    }

    void write_document(DocumentId id) {
        // A store of before schema 6 knows no lists.
        const bool has_lists = database_of(store_).integer("PRAGMA user_version") >= 6;
        Statement row = database_of(store_).prepare(
            has_lists ? "SELECT location, title, byline, publisher, published, list, edition, text, is_snapshot FROM "
                        "document WHERE id = ?1"
                      : "SELECT location, title, byline, publisher, published, NULL, NULL, text, 0 FROM document "
                        "WHERE id = ?1");
        row.bind(1, id).step();
        row_.add(id).add(key_of(id)).add(row.text(0));
        for (int column = 1; column <= 6; ++column) row_.add_or_null(row.text(column));
        if (row.is_null(7)) {
            row_.add_null().add_null();
        } else {
            row_.add(row.text(7)).add(sentences_of(id));
        }
        row_.add(row.integer(8) != 0 ? "t" : "f").write(out_);
    }

    std::string sentences_of(DocumentId id) const {
        std::string pairs;
        Statement rows =
            database_of(store_).prepare("SELECT begin, \"end\" FROM sentence WHERE document = ?1 ORDER BY number");
        for (rows.bind(1, id); rows.step();) {
            pairs += (pairs.empty() ? "[[" : ",[") + std::to_string(rows.integer(0)) + ',' +
                     std::to_string(rows.integer(1)) + ']';
        }
        return pairs.empty() ? "[]" : pairs + ']';
    }

    const Store& store_;
    const EachClaim& each_claim_;
    std::ostream& out_;
    const ExportedEntities entities_;
    std::optional<SaidClaims> said_;  // nothing: a part of the store, or all stands as it was said
    NumberSet numbers_;               // of entities
    NumberSet documents_;
    Row row_;
};

}  // namespace

void write_postgresql(const Store& store, const EachClaim& each_claim, bool is_whole, std::ostream& out) {
    Script(store, each_claim, is_whole, out).write();
}

}  // namespace kith
