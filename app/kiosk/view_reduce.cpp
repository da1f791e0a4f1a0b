// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/view_reduce.h"

#include <utility>

namespace longju::kiosk {

ViewChange turn_view(AppState& state, View view) {
    const View& was = state.view;
    const ViewChange change{.other_words = was.search != view.search,
                            .other_purse = was.purse_yuan != view.purse_yuan,
                            .let_go = was.drag && !view.drag};
    // What was read of another list says nothing of this one.
    if (!(was.list == view.list)) state.list.reset();
    if (was.drag.has_value() != view.drag.has_value()) ++state.edit_session;
    state.view = std::move(view);
    return change;
}

}  // namespace longju::kiosk
