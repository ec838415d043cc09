// kith in a program of your own: the whole C++ interface.
//
//     #include <kith/kith.hpp>                                    // installed; find_package(kith), link kith::kith
//
//     kith::StoreWriter writer("war.db");                          // made where it does not exist
//     kith::ingest_paths({"articles/", "ties.csv"}, {}, writer);   // or feed a sink yourself: graph/claim_sink.hpp
//     writer.commit();                                             // all of the run, or nothing of it
//
//     const kith::Store store("war.db");                           // reads, never writes
//     const auto wagner = store.find_entity("Wagner").id;
//     const auto iran = store.find_entity("Iran").id;
//     for (const kith::Path& path : find_paths(store, {.from = wagner, .to = iran})) ...
//
// docs/embedding.md is the guide, examples/ has whole programs. Each header that this one includes can be included by
// itself. None needs another library; <kith/json.hpp> adds JSON and needs nlohmann/json. The tables in the database are
// an interface as well (schema.sql), and <kith/kith.h> is one for C and everything that can call C.
//
// **Values and ids.** Answers are plain values that own what they hold. A Store speaks in ids, which stay the same as
// long as the database lives; ResultBuilder makes views with names, documents and quotes of them. Views point into
// their store's ontology, so a store outlives them.
//
// **Threads.** A Store, with what is made from it, is for one thread at a time; so is a StoreWriter. Different objects
// never share state: as many threads or processes as you like may read one database, each with a Store of its own,
// while one writes. A second writer waits some seconds for the first, then throws. Readers see what was committed when
// they ask: an answer is of one state, two answers may be of two. Functions without a Store are safe from any thread.
//
// **Errors.** What a caller can act on is thrown as kith::Error: what() says what is wrong and where, next_step() what
// to do about it. A claim that is rejected is the RejectedRecord among them. Nothing else is thrown but what the
// standard library throws for want of memory. The library never prints, never exits and installs no handlers.
//
// **Versions** are semantic; version.h has them as macros. Below 1.0 a minor version may change this interface, and the
// shared library's name (libkith.so.0.1) changes with it, so that a program never meets a library it was not built for.
// It must be compiled by a compiler with the same standard library and C++20 or later. The C interface and the schema
// are the stable ones: they grow, and keep what they have.
//
// Public are the headers that this one and json.hpp reach. They open their namespace with default visibility, where
// everything else in the library is hidden: symbols of the inside can change and collide with nobody's. Rejected: an
// attribute at each class and function, which is forgotten at the next one. tests/architecture holds both rules.
#pragma once

#include "api/version.h"
#include "graph/claim.hpp"
#include "graph/claim_filter.hpp"
#include "graph/claim_sink.hpp"
#include "graph/code_points.hpp"
#include "graph/document.hpp"
#include "graph/entity.hpp"
#include "graph/error.hpp"
#include "graph/judgement_record.hpp"
#include "graph/name_key.hpp"
#include "graph/new_file.hpp"
#include "graph/partial_date.hpp"
#include "graph/relation.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/search/all_paths.hpp"
#include "graph/search/centrality.hpp"
#include "graph/search/communities.hpp"
#include "graph/search/connectivity.hpp"
#include "graph/search/fragility.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/ownership.hpp"
#include "graph/search/path.hpp"
#include "graph/search/time_respecting_path.hpp"
#include "graph/stop.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/evaluation/evaluation.hpp"
#include "ingest/format.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/own_format.hpp"
#include "ingest/text/pipeline.hpp"
#include "ingest/text/ties/tie_builder.hpp"
#include "ingest/text/words/article.hpp"
#include "ingest/text/words/document.hpp"
#include "query/corrections.hpp"
#include "query/export/claim_printer.hpp"
#include "query/export/dot.hpp"
#include "query/export/picture.hpp"
#include "query/export/text_layout.hpp"
#include "query/export/view.hpp"
#include "query/graph_export.hpp"
#include "query/graph_json.hpp"
#include "query/nearest_word.hpp"
#include "query/neighbourhood.hpp"
#include "query/overview.hpp"
#include "query/ownership.hpp"
#include "query/result.hpp"
#include "query/result_builder.hpp"
