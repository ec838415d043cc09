#include "ingest/tables.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "graph/ascii.hpp"
#include "ingest/documents/decoder.hpp"
#include "ingest/documents/edition.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/documents/xml/xml_input.hpp"
#include "ingest/graphs/gexf.hpp"
#include "ingest/graphs/graphml.hpp"

namespace kith {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t peeked_bytes = std::size_t{4} << 20;  // tells a long table on standard input
constexpr std::size_t bytes_of_long_row = 128;
constexpr std::size_t most_look_ups = 1000;  // files of one name

// Whether the pattern, in which "*" stands for anything, is the whole name; both in lower case.
bool matches(std::string_view pattern, std::string_view name) {
    const std::size_t star = pattern.find('*');
    if (star == pattern.npos) return pattern == name;
    if (!name.starts_with(pattern.substr(0, star))) return false;
    name.remove_prefix(star);
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t i = 0; i <= name.size(); ++i) {
        if (matches(rest, name.substr(i))) return true;
    }
    return false;
}

// Files of a folder by their names, in order.
std::vector<std::string> files_named(const fs::path& folder, const std::string& pattern) {
    std::vector<std::string> files;
    std::error_code error;
    const std::string lower = ascii::lower_case(pattern);
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (matches(lower, ascii::lower_case(entry->path().filename().string())) && entry->is_regular_file(ignored))
            files.push_back(entry->path().string());
    }
    std::ranges::sort(files);
    files.resize(std::min(files.size(), most_look_ups));
    return files;
}

// How tables of the run are read: the same file by another mapping is another edition, which replaces the first.
std::string digest_of_reading(const IngestOptions& options) {
    const TableOptions& tables = options.tables;
    if (!tables.tell_columns() && options.date.empty() && tables.dates == DateOrder::unknown) return {};
    return ' ' + digest(tables.map + '\n' + digest_of_file(tables.map) + '\n' + tables.columns + '\n' +
                        tables.relation + '\n' + std::to_string(static_cast<int>(tables.dates)) + '\n' + options.date);
}

char usual_separator_of(const std::string& path) {
    return guess_format(path, {}) == InputFormat::tsv ? '\t' : ',';
}

}  // namespace

void Tables::read(Input& input, char usual_separator, const std::string& publisher) {
    reporter_.usable([&] {
        Edition edition(input);
        std::optional<Skipped> damage;
        records::TableSource source = open(input, usual_separator, damage);
        sink_.expect_claims(static_cast<std::int64_t>(input.bytes_at_least() / bytes_of_long_row));
        records::TableReader reader =
            reader_of(source, [&](const std::string& name) { return look_up(input.path(), name); });
        std::optional<std::string> name_of_edition;  // the same for all sources that the table names
        const auto edition_name = [&] {
            if (!name_of_edition)
                name_of_edition = edition.text().empty() ? "" : edition.text() + digest_of_reading(options_);
            return *name_of_edition;
        };
        reporter_.report().documents += push(reader, {publisher, options_.date, edition_name, options_.snapshot});
        if (damage) reporter_.skip(*damage);
    });
}

void Tables::read_graph(Input& input, InputFormat format, const std::string& publisher) {
    const std::string& path = input.path();
    DocumentRecord document;
    document.location = path;
    document.publisher = publisher;
    document.published = options_.date;
    graphs::GraphFile graph(
        document, gazetteer_, sink_, [&](const Skipped& skipped) { reporter_.skip(skipped); },
        [&](const Note& note) { reporter_.note(note); });
    const auto read_by = [&](auto handler) { reporter_.usable([&] { read_xml(input, handler); }); };
    if (format == InputFormat::gexf) {
        read_by(graphs::Gexf(graph));
    } else {
        read_by(graphs::GraphMl(graph));
    }
    // Of a damaged file, what stands before the damage is taken.
    const std::int64_t sources = graph.edges().size() == 0 ? 0 : push_edges(graph, publisher);
    graph.finish();
    reporter_.report().documents += std::max<std::int64_t>(sources, graph.has_entities() ? 1 : 0);
}

std::int64_t Tables::push_edges(graphs::GraphFile& graph, const std::string& publisher) {
    records::TableSource source = graph.edges().open();
    sink_.expect_claims(static_cast<std::int64_t>(graph.edges().size()));
    records::TableReader reader = reader_of(source, [&](const std::string&) { return graph.nodes(); });
    if (reader.mapping() == nullptr) graph.forget_ties();
    return push(reader, {publisher, options_.date});
}

records::TableReader Tables::reader_of(records::TableSource& source, const records::LoadLookUp& load) {
    return {source,
            mappings_,
            options_.tables,
            sink_.ontology(),
            &gazetteer_,
            load,
            [this](const Skipped& skipped) { reporter_.skip(skipped); },
            [this](const Note& note) { reporter_.note(note); }};
}

std::int64_t Tables::push(records::TableReader& reader, const records::TableDefaults& defaults) {
    return records::push_table(reader, defaults, sink_, options_.jobs > 1, [this] { reporter_.tell_progress(); });
}

records::TableSource Tables::open(Input& input, char usual_separator, std::optional<Skipped>& damage) {
    const std::string& path = input.path();
    const std::string encoding = encoding_of_records(input.peek(peeked_bytes).substr(0, std::size_t{1} << 20), path);
    const auto read = [&input, &damage](char* target, std::size_t size) {
        try {
            return input.read(target, size);
        } catch (const UnusableInput& unusable) {
            damage = unusable.skipped();
            return std::size_t{0};
        }
    };
    if (encoding == "UTF-8") return {read, path, usual_separator};
    return {[decoder = std::make_shared<Decoder>(read, encoding)](char* target, std::size_t size) {
                return decoder->read(target, size);
            },
            path, usual_separator, encoding};
}

std::shared_ptr<const records::LookUpTable> Tables::look_up(const std::string& path, const std::string& name) {
    if (path == standard_input || path.find(inside_container) != path.npos) return nullptr;
    fs::path folder = fs::path(path).parent_path();
    if (folder.empty()) folder = ".";
    const auto [place, is_new] = look_ups_.try_emplace((folder / name).string());
    if (!is_new) return place->second;
    const std::vector<std::string> files = files_named(folder, name);
    if (files.empty()) return nullptr;
    const auto table = std::make_shared<records::LookUpTable>();
    try {
        for (const std::string& file : files) read_into(*table, file);
    } catch (const Error&) {
        look_ups_.erase(place);  // so that the next one that asks is told too
        throw;
    }
    return place->second = table;
}

// What is wrong with it is told where it is read itself.
void Tables::read_into(records::LookUpTable& table, const std::string& path) {
    try {
        Input input(path);
        std::optional<Skipped> damage;
        records::TableSource source = open(input, usual_separator_of(path), damage);
        records::TableReader reader(
            source, mappings_, {}, sink_.ontology(), nullptr, nullptr, [](const Skipped&) {}, [](const Note&) {});
        if (reader.mapping() == nullptr || reader.mapping()->entities.empty()) return;
        for (records::TableRow row; reader.next(row);) {
            if (!row.entities().empty()) table.add(row.key(), row.entities().front());
        }
    } catch (const UnusableInput&) {
        return;
    }
}

}  // namespace kith
