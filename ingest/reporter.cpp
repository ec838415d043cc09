#include "ingest/reporter.hpp"

#include <algorithm>
#include <functional>
#include <string_view>

#include "graph/ascii.hpp"
#include "ingest/memory_budget.hpp"

namespace kith {
namespace {

constexpr std::size_t most_notes_kept = 1000;  // of either kind
constexpr std::size_t most_reasons = 100;
constexpr std::size_t longest_reason = 120;

// The first sentence of a reason, without the words and numbers that it quotes: `unknown relation "..."`.
std::string what_is_common(std::string_view reason) {
    std::string common;
    for (std::size_t i = 0; i < reason.size() && common.size() < longest_reason; ++i) {
        const char c = reason[i];
        if (c == '.' && (i + 1 == reason.size() || reason[i + 1] == ' ')) break;
        if (c == '"' || c == '(') {
            const std::size_t close = reason.find(c == '"' ? '"' : ')', i + 1);
            if (close == std::string_view::npos) break;
            common += c == '"' ? "\"...\"" : "(...)";
            i = close;
        } else if (ascii::is_digit(c)) {
            if (!common.ends_with('N')) common += 'N';
        } else {
            common += c;
        }
    }
    return common;
}

}  // namespace

void Reporter::begin_input(const std::string& path) {
    state_.current = path;
    tell_progress();
}

void Reporter::tell_progress() {
    if (!progress_) return;
    state_.documents = report_.documents;
    state_.claims = report_.claims;
    progress_(state_);
}

void Reporter::skip(const Skipped& skipped) {
    if (strict_) {
        throw Error(skipped.position, skipped.reason, "Correct it, or leave out --strict to pass over what is wrong.");
    }
    ++report_.skipped_count;
    count(skipped.reason);
    if (report_.skipped.size() < most_notes_kept && has_room_for(skipped.position, skipped.reason))
        report_.skipped.push_back(skipped);
}

void Reporter::count(const std::string& reason) {
    std::string common = what_is_common(reason);
    if (!reasons_.contains(common) && reasons_.size() + 1 >= most_reasons) common = "other reasons";
    const auto [place, is_new] = reasons_.emplace(common, report_.reasons.size());
    if (is_new) report_.reasons.push_back({common, 0});
    ++report_.reasons[place->second].count;
}

void Reporter::sum_up() {
    std::ranges::stable_sort(report_.reasons, std::ranges::greater(), &SkippedFor::count);
    reasons_.clear();
}

void Reporter::note(const Note& note) {
    ++report_.note_count;
    if (report_.notes.size() < most_notes_kept && has_room_for(note.position, note.text)) report_.notes.push_back(note);
}

bool Reporter::has_room_for(const InputPosition& position, const std::string& text) {
    const std::size_t bytes = sizeof(Note) + position.file.size() + text.size();
    if (bytes > memory_budget::notes_bytes - kept_bytes_) return false;
    kept_bytes_ += bytes;
    return true;
}

bool CountingSink::begin(const DocumentRecord& document) {
    const bool is_new = ForwardingSink::begin(document);
    if (document.text) ++(is_new ? report_.documents : report_.known_documents);
    return is_new;
}

void CountingSink::add(const ClaimRecord& claim) {
    ForwardingSink::add(claim);
    ++report_.claims;
}

}  // namespace kith
