// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/effect_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace longju::kiosk {
namespace {

struct LongWork {
    using Key = std::optional<std::string>;

    Key operator()(const TryList& effect) const {
        return effect.take ? "work.list.take" : "work.list.read";
    }
    Key operator()(const WorkAtDesk& effect) const {
        switch (effect.work.kind) {
            case DeskWork::Kind::Look:
                return "work.desk.look";
            case DeskWork::Kind::Write:
                return "work.desk.write";
            case DeskWork::Kind::Receipts:
                return "work.desk.receipts";
            case DeskWork::Kind::Eject:
                return "work.desk.eject";
            case DeskWork::Kind::Take:
            case DeskWork::Kind::Believe:
                break;
        }
        return "work.desk.take";
    }
    Key operator()(const WorkAtPacks& effect) const {
        if (effect.work.kind == PackWork::Kind::Look) return std::nullopt;
        return effect.work.kind == PackWork::Kind::Find ? "work.desk.look" : "work.packs";
    }
    Key operator()(const RestoreBackup&) const { return "work.restore"; }
    Key operator()(const ListBackups&) const { return "work.backups"; }
    Key operator()(const FindDoubles&) const { return "work.doubles"; }
    Key operator()(const KeepDouble&) const { return "work.doubles"; }
    Key operator()(const WriteExport&) const { return "work.papers"; }
    Key operator()(const WriteRecord&) const { return "work.papers"; }
    Key operator()(const MakeManual&) const { return "work.papers"; }
    Key operator()(const AskPrinters&) const { return "work.printers"; }
    Key operator()(const SendToPrinter&) const { return "work.print"; }
    Key operator()(const ReadReport&) const { return "work.report"; }
    Key operator()(const WriteReport&) const { return "work.report"; }
    Key operator()(const ReadAudit&) const { return "work.audit"; }
    Key operator()(const WriteAudit&) const { return "work.audit"; }
    // A PIN is checked slowly on purpose (access/pin.h).
    Key operator()(const TryPin&) const { return "work.pin"; }
    Key operator()(const ChangeUser&) const { return "work.pin"; }
    template <class Other>
    Key operator()(const Other&) const {
        return std::nullopt;
    }
};

void append(std::vector<Action>& to, std::vector<Action> from) {
    std::ranges::move(from, std::back_inserter(to));
}

}  // namespace

std::optional<std::string> long_work(const Effect& effect) {
    return std::visit(LongWork{}, effect);
}

EffectQueue::~EffectQueue() { stop(); }  // The thread is waited for.

void EffectQueue::start(Effect effect) {
    running_ = std::make_unique<Running>(std::move(effect));
    ++number_;
    running_->thread = std::jthread([services = services_, running = running_.get()] {
        running->answers = run(running->effect, *services, running->progress);
        running->done = true;
    });
}

std::vector<Action> EffectQueue::go_on() {
    if (running_ != nullptr && !running_->done) return {};
    return finish();
}

std::vector<Action> EffectQueue::finish() {
    std::vector<Action> answers;
    if (running_ != nullptr) {
        running_->thread.join();
        answers = std::move(running_->answers);
        running_.reset();
    }
    while (!waiting_.empty()) {
        Effect effect = std::move(waiting_.front());
        waiting_.pop_front();
        if (in_background_ && long_work(effect)) {
            start(std::move(effect));
            return answers;
        }
        Progress progress;
        append(answers, run(effect, *services_, progress));
    }
    return answers;
}

std::optional<Work> EffectQueue::work() const {
    if (running_ == nullptr) return std::nullopt;
    return Work{.number = number_,
                .key = long_work(running_->effect).value_or(std::string()),
                .share = running_->progress.share(),
                .can_stop = running_->progress.can_stop()};
}

void EffectQueue::stop() {
    if (running_ == nullptr) return;
    (void)running_->progress.stop();  // Too late: it goes on to its end.
    std::erase_if(waiting_, [](const Effect& effect) { return long_work(effect).has_value(); });
}

}  // namespace longju::kiosk
