// Reads tables of records: their bytes, whatever they are written in, to the rows of ingest/records, and those into the
// sink.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ingest/documents/input.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/graphs/graph_file.hpp"
#include "ingest/ingest.hpp"
#include "ingest/records/look_up.hpp"
#include "ingest/records/push_table.hpp"
#include "ingest/records/table_mappings.hpp"
#include "ingest/records/table_reader.hpp"
#include "ingest/records/table_source.hpp"
#include "ingest/reporter.hpp"

namespace kith {

class Tables {
public:
    // All must outlive it. Throws Error for a mapping that cannot be used.
    Tables(const IngestOptions& options, const Gazetteer& gazetteer, ClaimSink& sink, Reporter& reporter)
        : options_(options),
          gazetteer_(gazetteer),
          sink_(sink),
          reporter_(reporter),
          mappings_(options.tables, sink.ontology()) {}

    // `publisher` is that of rows which name none.
    void read(Input& input, char usual_separator, const std::string& publisher);

    // A graph in GraphML or GEXF (ingest/graphs): its edges are rows.
    void read_graph(Input& input, InputFormat format, const std::string& publisher);

private:
    std::int64_t push_edges(graphs::GraphFile& graph, const std::string& publisher);  // how many sources they name
    records::TableReader reader_of(records::TableSource& source, const records::LoadLookUp& load);
    std::int64_t push(records::TableReader& reader, const records::TableDefaults& defaults);  // likewise
    // Of a damaged input the table ends where the damage begins, and `damage` tells.
    static records::TableSource open(Input& input, char usual_separator, std::optional<Skipped>& damage);
    std::shared_ptr<const records::LookUpTable> look_up(const std::string& path, const std::string& name);
    void read_into(records::LookUpTable& table, const std::string& path);

    const IngestOptions& options_;
    const Gazetteer& gazetteer_;
    ClaimSink& sink_;
    Reporter& reporter_;
    records::TableMappings mappings_;
    std::map<std::string, std::shared_ptr<const records::LookUpTable>> look_ups_;  // by folder and name
};

}  // namespace kith
