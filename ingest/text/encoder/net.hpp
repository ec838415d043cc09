// The net that reads news: names, references, who is tied to whom and how. It runs what training/model.py defines, in 8
// bits, on one core; nothing is locked, and all functions may run in several threads at once, each with its own
// Workspace.
//
//     const Net net{ModelFile("models/kith.kith")};
//     Workspace work;                                                  // one a thread
//     TextScores text = net.read(window.ids, window.cases, work);      // names and references, piece by piece
//     Mentions mentions = net.mentions(work, found);                   // what was found in them
//     std::vector<float> gates = net.gates(mentions, candidates);      // which pairs are worth a look
//     Table states = net.pairs(work, mentions, pairs);                 // the dear part: two markers a pair
//     Table relations = net.relations(states);                         // logits
//     TieScores ties = net.ties(work, mentions, states, chosen);       // status, speaker, item or role
//     Table same = net.coreference(mentions, references, names);
//
// All scores are logits: a sigmoid makes a probability of those of gates and relations, a softmax over the row of all
// others. Results are values. They are the same bits on every processor (instructions.hpp).
//
// Functions throw std::invalid_argument for windows longer than longest_window() and for numbers out of range. What
// takes a Workspace is about the window it read last.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/text/encoder/model_file.hpp"
#include "ingest/text/encoder/workspace.hpp"

namespace kith::text::encoder {

struct Table {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values{};

    std::span<const float> row(std::size_t index) const { return {values.data() + index * columns, columns}; }
};

struct TextScores {
    Table names;       // pieces x (1 + 2 * kinds): outside, then B and I of each kind in turn
    Table references;  // pieces x 3: outside, B, I
};

// Pieces of the window, counted from 0 (its start); both are inside.
struct PieceSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

struct MentionInput {
    PieceSpan span;
    std::uint32_t kind = 0;  // 0: a reference; else 1 + the number of the name's kind in ModelFile::kinds()
};

// Mentions of a window, with what the heads compare of them.
struct Mentions {
    std::vector<MentionInput> inputs;
    Table compared;
};

// Numbers of two mentions. In training the first one begins before the second one.
struct PairInput {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

// A row of Net::pairs, and a column of Net::relations: of R relations, r is from the first mention to the second and
// R + r from the second to the first.
struct TieInput {
    std::uint32_t pair = 0;
    std::uint32_t relation = 0;
};

// A row a tie.
struct TieScores {
    Table status;        // in the order of ModelFile::statuses()
    Table speaker;       // 0: the text itself, 1: somebody whom the window does not name, 2 + m: mention m
    Table detail_first;  // item or role: 0: there is none, 1 + t: it begins with piece t
    Table detail_last;   // ... and ends with it
};

class Net {
public:
    // Throws Error where the file lacks a part.
    explicit Net(ModelFile file, Instructions instructions = best_instructions());

    const ModelFile& file() const { return file_; }
    std::size_t longest_window() const { return config().window; }  // pieces, start and end included

    // ids: start, the text's pieces (the vocabulary's number + Config::piece_offset), end. cases: see word_case.hpp.
    TextScores read(std::span<const std::int32_t> ids, std::span<const std::uint8_t> cases, Workspace& work) const;

    Mentions mentions(Workspace& work, std::span<const MentionInput> inputs) const;

    // A logit a pair: whether there is any tie. From the text alone, some hundred times cheaper than pairs().
    std::vector<float> gates(const Mentions& mentions, std::span<const PairInput> pairs) const;

    // A row of Config::pair_width numbers a pair. Pairs do not see each other: any number of them, in any order.
    Table pairs(Workspace& work, const Mentions& mentions, std::span<const PairInput> pairs) const;

    Table relations(const Table& pair_states) const;  // pairs x 2 * relations

    TieScores ties(Workspace& work, const Mentions& mentions, const Table& pair_states,
                   std::span<const TieInput> ties) const;

    // A row a reference: 0: it stands for no name of the window, 1 + n: for names[n]. Numbers of mentions.
    Table coreference(const Mentions& mentions, std::span<const std::uint32_t> references,
                      std::span<const std::uint32_t> names) const;

private:
    struct Layer {
        Linear query_key_value;
        Linear out;
        Linear up;
        Linear down;
        Norm after_attention;
        Norm after_inner;
    };

    const Config& config() const { return file_.config(); }
    Norm norm(const std::string& name) const;
    void embed(std::span<const std::int32_t> ids, std::span<const std::uint8_t> cases, float* to) const;
    void head_rows(const Layer& layer, std::size_t head, const ByteRows& input, float* to) const;
    void finish_layer(const Layer& layer, float* states, std::size_t rows, Workspace& work) const;
    void pair_batch(Workspace& work, const Mentions& mentions, std::span<const PairInput> pairs, float* to) const;
    DistanceBias bias_of(std::size_t head) const;
    Table apply(const Linear& linear, const float* rows, std::size_t count, std::size_t columns) const;

    ModelFile file_;
    Machine machine_;
    std::vector<Layer> layers_;
    Norm embedding_norm_;
    Norm marker_norm_;
    Linear tags_, pair_, relations_, tie_, mention_, detail_key_;
    std::span<const float> case_, distance_bias_, mark_, kind_, relation_embedding_, speaker_null_, detail_null_,
        coreference_distance_, coreference_null_, coreference_null_bias_, gate_, gate_bias_;
    std::span<const std::uint16_t> position_, word_scales_;
    std::span<const std::uint8_t> narrow_words_;
    std::span<const std::int8_t> wide_words_;
};

}  // namespace kith::text::encoder
