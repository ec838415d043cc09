#include "ingest/text/reading/model.hpp"

#include <dlfcn.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "graph/error.hpp"

namespace kith::text {
namespace {

constexpr int folders_up = 3;  // from lib/x86_64-linux-gnu to the prefix

std::vector<const Relation*> relations_of(const encoder::ModelFile& file) {
    std::vector<const Relation*> result;
    for (const std::string& name : file.relations()) {
        const Relation* relation = Ontology::builtin().find(name);
        if (!relation) {
            throw Error(InputPosition{file.path()},
                        "the model knows a relation \"" + name + "\" that kith does not have",
                        "Use the model that came with this version of kith.");
        }
        result.push_back(relation);
    }
    return result;
}

std::vector<Status> statuses_of(const encoder::ModelFile& file) {
    std::vector<Status> result;
    for (const std::string& name : file.statuses()) {
        const std::optional<Status> status = parse_status(name);
        if (!status)
            throw Error(InputPosition{file.path()},
                        "the model knows a status \"" + name + "\" that kith does not have");
        result.push_back(*status);
    }
    return result;
}

double number(const nlohmann::json& object, const char* name, double otherwise) {
    const auto found = object.find(name);
    return found == object.end() || !found->is_number() ? otherwise : found->get<double>();
}

Thresholds thresholds_of(const nlohmann::json& header) {
    Thresholds result;
    result.draw = number(header, "draw", result.draw);
    result.recall = number(header, "recall", result.recall);
    result.reference = number(header, "reference", result.reference);
    result.gate = number(header, "gate", result.gate);
    result.listed = number(header, "listed", result.listed);
    result.repeat = number(header, "repeat", result.repeat);
    const double most = number(header, "most_relations", static_cast<double>(result.most_relations));
    result.most_relations = most >= 1 && most < 100 ? static_cast<std::size_t>(most) : result.most_relations;
    return result;
}

// The folder of the program or shared library that this code is part of; empty: unknown.
std::filesystem::path own_folder() {
    Dl_info info{};
    std::error_code ignored;
    if (dladdr(reinterpret_cast<const void*>(&own_folder), &info) != 0 && info.dli_fname) {
        const std::filesystem::path library = std::filesystem::canonical(info.dli_fname, ignored);
        if (!ignored) return library.parent_path();
    }
    const std::filesystem::path program = std::filesystem::canonical("/proc/self/exe", ignored);
    return ignored ? std::filesystem::path() : program.parent_path();
}

bool is_file(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

// "english", or the path of a file.
std::string asked_or_usual(const std::string& asked) {
    const char* named = std::getenv("KITH_MODEL");
    if (asked.empty() && named && *named) return named;
    return asked.empty() ? "english" : asked;
}

bool is_path(const std::string& name) {
    return name.find_first_of("./\\") != std::string::npos;
}

// Of what came with kith the installation has taken care; a file of the user's may have been damaged on its way here,
// and would find other claims without a word.
std::shared_ptr<const Model> opened_model(const std::string& asked) {
    auto model = std::make_shared<const Model>(model_path(asked));
    if (is_path(asked_or_usual(asked))) model->net().file().verify();
    return model;
}

}  // namespace

double Calibration::confidence(double probability) const {
    const double bounded = std::min(std::max(probability, 1e-6), 1.0 - 1e-6);
    return 1.0 / (1.0 + std::exp(-(slope * std::log(bounded / (1.0 - bounded)) + intercept)));
}

Model::Model(const std::string& path)
    : net_(encoder::ModelFile(path)),
      pieces_(net_.file().vocabulary()),
      relations_(relations_of(net_.file())),
      statuses_(statuses_of(net_.file())),
      thresholds_(thresholds_of(net_.file().thresholds())),
      calibration_{number(net_.file().calibration(), "slope", 1.0),
                   number(net_.file().calibration(), "intercept", 0.0)} {}

std::unique_ptr<encoder::Workspace, Model::Return> Model::borrow_workspace() const {
    const std::scoped_lock lock(borrowing_);
    std::unique_ptr<encoder::Workspace> workspace;
    if (free_.empty()) {
        workspace = std::make_unique<encoder::Workspace>();
    } else {
        workspace = std::move(free_.back());
        free_.pop_back();
    }
    return {workspace.release(), Return{this}};
}

void Model::Return::operator()(encoder::Workspace* workspace) const {
    std::unique_ptr<encoder::Workspace> back(workspace);
    const std::scoped_lock lock(model->borrowing_);
    model->free_.push_back(std::move(back));
}

const Model& ModelSource::model() const {
    std::call_once(opened_, [this] {
        static std::mutex opening;
        static std::map<std::string, std::weak_ptr<const Model>> open;  // by path
        const std::scoped_lock lock(opening);
        std::weak_ptr<const Model>& known = open[model_path(path_)];
        model_ = known.lock();
        if (!model_) known = model_ = opened_model(path_);
    });
    return *model_;
}

std::string model_path(const std::string& asked) {
    const std::string name = asked_or_usual(asked);
    if (is_path(name)) return name;
    const std::string file_name = name + ".kith";
    std::filesystem::path folder = own_folder();
    for (int i = 0; i < folders_up && folder.has_relative_path(); ++i) {
        folder = folder.parent_path();
        if (const auto path = folder / "share" / "kith" / file_name; is_file(path)) return path.string();
    }
    for (const char* place : {KITH_INSTALLED_MODELS, KITH_SOURCE_MODELS}) {
        if (const auto path = std::filesystem::path(place) / file_name; is_file(path)) return path.string();
    }
    throw Error(
        "there is no model to read articles with: " + file_name + " is neither beside the program nor installed",
        "Name english, english-fast or a model's file with --model or in the variable KITH_MODEL.");
}

}  // namespace kith::text
