// A thread that does one piece of work after the other, beside the thread that asks for it.
//
//     WorkerThread worker;
//     std::future<void> read = worker.start([&] { batch = reader.next(); });
//     read.get();                                                               // throws what the work threw
//
// Where the system has no more threads, work is done when it is waited for. Boost.Asio's pool of one thread: a thread
// for each piece (std::async) takes a tenth of the time of pieces of a millisecond, and memory, since each may have a
// heap of its own.
#pragma once

#include <functional>
#include <future>
#include <memory>

namespace kith {

class WorkerThread {
public:
    WorkerThread();
    ~WorkerThread();  // what is under way is waited for
    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;

    std::future<void> start(std::function<void()> work);

private:
    struct Pool;
    std::unique_ptr<Pool> pool_;  // null: not needed so far, or no thread was to be had
};

}  // namespace kith
