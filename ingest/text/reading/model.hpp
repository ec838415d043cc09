// The trained model of an analysis: the net, its word pieces, and what its numbers stand for in this program.
//
//     const ModelSource source("");            // nothing is opened yet
//     const Model& model = source.model();     // opened once a process, shared by threads
//
// A path answer must not pay for a model that only articles need, so it is opened when the first article is read.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "ingest/text/encoder/net.hpp"
#include "ingest/text/encoder/word_pieces.hpp"

namespace kith::text {

// From which probability on something is taken to be so. The values are those of the model's header; these stand for
// what it leaves out.
struct Thresholds {
    double draw = 0.40;              // a claim
    double recall = 0.20;            // a claim, where more of them are wanted
    double reference = 0.35;         // a pronoun or nominal that stands for somebody
    double gate = 0.01;              // two mentions worth a close look
    double listed = 0.03;            // a telling that may support others
    double repeat = 0.5;             // weight of a claim's further tellings
    std::size_t most_relations = 2;  // of two actors in an article
};

// Makes a probability of what the net gives: of the claims given 0.8, about eight in ten are right.
struct Calibration {
    double slope = 1.0;
    double intercept = 0.0;

    double confidence(double probability) const;
};

class Model {
public:
    // Throws Error: no such file, no model, or one made for other relations.
    explicit Model(const std::string& path);

    const encoder::Net& net() const { return net_; }
    const encoder::WordPieces& pieces() const { return pieces_; }
    const std::vector<const Relation*>& relations() const { return relations_; }  // in the order of the net's numbers
    const std::vector<Status>& statuses() const { return statuses_; }
    const std::vector<std::string>& kinds() const { return net_.file().kinds(); }
    const Thresholds& thresholds() const { return thresholds_; }
    const Calibration& calibration() const { return calibration_; }

    // A workspace to use alone; it comes back when the pointer dies, which must be before the model does.
    struct Return {
        const Model* model = nullptr;
        void operator()(encoder::Workspace* workspace) const;
    };
    std::unique_ptr<encoder::Workspace, Return> borrow_workspace() const;

private:
    encoder::Net net_;
    encoder::WordPieces pieces_;
    std::vector<const Relation*> relations_;
    std::vector<Status> statuses_;
    Thresholds thresholds_;
    Calibration calibration_;
    mutable std::mutex borrowing_;
    mutable std::vector<std::unique_ptr<encoder::Workspace>> free_;
};

// Where the model lies, found out and opened at the first use; a file that is named by its path is then read whole, and
// compared with the hash it carries. Safe from several threads.
class ModelSource {
public:
    // An empty path: see model_path.
    explicit ModelSource(std::string path) : path_(std::move(path)) {}

    // Throws Error as Model does, or where the file is damaged; the next call tries again.
    const Model& model() const;

private:
    std::string path_;
    mutable std::once_flag opened_;
    mutable std::shared_ptr<const Model> model_;
};

// The model's file. Asked for may be a path, or the name of a model that came with kith: "english" or "english-fast";
// nothing: what KITH_MODEL asks for, else "english". The latter lie in share/kith beside the program or the library,
// else at the place of installation, else in the source tree that this was built from. Throws Error, with the way out,
// where there is none.
std::string model_path(const std::string& asked);

}  // namespace kith::text
