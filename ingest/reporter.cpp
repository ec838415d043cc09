#include "ingest/reporter.hpp"

#include "ingest/memory_budget.hpp"

namespace kith {
namespace {

constexpr std::size_t most_notes_kept = 1000;  // of either kind

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
    if (report_.skipped.size() < most_notes_kept && has_room_for(skipped.position, skipped.reason))
        report_.skipped.push_back(skipped);
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
    const bool is_new = sink_.begin(document);
    if (document.text) ++(is_new ? report_.documents : report_.known_documents);
    return is_new;
}

void CountingSink::add(const ClaimRecord& claim) {
    sink_.add(claim);
    ++report_.claims;
}

}  // namespace kith
