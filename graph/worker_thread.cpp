#include "graph/worker_thread.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/system/system_error.hpp>
#include <utility>

namespace kith {

struct WorkerThread::Pool {
    boost::asio::thread_pool threads{1};
    ~Pool() { threads.join(); }
};

WorkerThread::WorkerThread() = default;
WorkerThread::~WorkerThread() = default;

std::future<void> WorkerThread::start(std::function<void()> work) {
    try {
        if (!pool_) pool_ = std::make_unique<Pool>();
    } catch (const boost::system::system_error&) {
        return std::async(std::launch::deferred, std::move(work));
    }
    std::packaged_task<void()> task(std::move(work));
    std::future<void> done = task.get_future();
    boost::asio::post(pool_->threads, std::move(task));
    return done;
}

}  // namespace kith
