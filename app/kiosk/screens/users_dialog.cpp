// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include "access/pin.h"
#include "kiosk/edits.h"
#include "kiosk/people_reduce.h"
#include "kiosk/pin_pad.h"
#include "kiosk/screens/dialog_frame.h"

/// 用户: who may sign in, for supervisors; for everybody a new PIN of his own. In a store without
/// users the first one is made here.
namespace longju::kiosk {
namespace {

std::string role_key(access::Role role) { return "role." + std::string(access::word_of(role)); }

void set_form(Ui& ui, const AppState& state, UserForm form) {
    emit_view(ui, state, [&](View& view) { view.user_form = std::move(form); });
}

UserForm form_for(UserTask task, const UserCard& user) {
    return {.task = task,
            .user_id = user.id,
            .name = user.name,
            .role = user.role,
            .pin = {},
            .pin_again = {}};
}

void draw_user(Ui& ui, const AppState& state, const UserCard& user, Rect row) {
    hairline(ui, row);
    row = row.inset(4, 4);
    const bool own = state.signed_in && state.signed_in->id == user.id;
    const bool manages = allowed(state, access::Action::ManageUsers);
    if (manages) {
        const std::string_view label = ui.word("users.retire");
        if (button(ui, "users.retire." + user.id, row.cut_right(button_width(ui, label), 8),
                   label)) {
            set_form(ui, state, form_for(UserTask::Retire, user));
        }
    }
    if (manages || own) {
        const std::string_view label = ui.word("users.pin");
        if (button(ui, "users.pin." + user.id, row.cut_right(button_width(ui, label), 8), label)) {
            set_form(ui, state, form_for(UserTask::Pin, user));
        }
    }
    const std::string_view role = ui.word(role_key(user.role));
    ui.text(row.cut_right(std::min(row.w / 2, ui.width_of(role, type::label) + 2), 10), role,
            type::label, Role::Soil2, Align::Right);
    ui.text(row, user.name, own ? type::body_bold : type::body, Role::Soil);
}

void draw_list(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {760, 560}, ui.word("users.title"), ui.word("users.note"));
    Rect rows = frame.begin_content();
    rows.w -= 12;  // The scroll bar.
    for (const UserCard& user : state.users) draw_user(ui, state, user, rows.cut_top(60));
    frame.end_content(rows.y);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
    const bool manages = allowed(state, access::Action::ManageUsers);
    if (frame.primary("users.add", ui.word("users.add"), manages)) {
        UserForm form;
        form.task = UserTask::Add;
        set_form(ui, state, std::move(form));
    }
}

void draw_retire(Ui& ui, const AppState& state) {
    const UserForm& form = state.view.user_form;
    DialogFrame frame(ui, {640, 220}, ui.words()("users.retire.ask", {form.name}),
                      ui.word("users.retire.note"));
    if (frame.harmless("users.back", ui.word("users.back"))) set_form(ui, state, {});
    if (frame.primary("users.keep", ui.word("users.retire"))) ui.emit(KeepUser{form});
}

void draw_name_and_role(Ui& ui, const AppState& state, Rect& rest, UserForm& form, bool first) {
    const auto name = field(
        ui, "users.name", rest.cut_top(80, 4),
        {.label = ui.word("users.name"), .value = form.name, .empty = ui.word("users.name.empty")});
    if (name) form.name = *name;
    if (first) return;
    Rect row = rest.cut_top(50, 12);
    std::vector<std::string> roles;
    int selected = 0;
    for (std::size_t i = 0; i < access::all_roles.size(); ++i) {
        const access::Role role = access::all_roles.at(i);
        roles.emplace_back(ui.word(role_key(role)));
        if (role == state.view.user_form.role) selected = static_cast<int>(i);
    }
    row.w = std::min(row.w, segmented_width(ui, roles) + 40);
    const auto chosen = segmented(ui, "users.role", row, roles, selected);
    if (chosen) form.role = access::all_roles.at(static_cast<std::size_t>(*chosen));
}

/// The same six digits twice; the second time begins when the first is whole.
void draw_pins(Ui& ui, Rect& rest, UserForm& form) {
    const bool again = form.pin.size() == access::pin_digits;
    const bool twice = form.pin_again.size() == access::pin_digits;
    const bool sound = !again || access::check_new_pin(form.pin).has_value();
    std::string_view text = ui.word(again ? "users.pin.again" : "users.pin.new");
    const bool differ = twice && form.pin != form.pin_again;
    if (twice) text = ui.word(differ ? "users.pin.differ" : "users.pin.good");
    if (!sound) text = ui.word("users.pin.easy");
    const bool bad = differ || !sound;
    ui.text(rest.cut_top(28, 8), text, type::body, bad ? Role::Brick : Role::Soil, Align::Centre);
    Rect pad = rest.cut_top(pin_pad_height, 8);
    const float width = std::min(pad.w, pin_pad_width);
    pad.x = pad.centre().x - width / 2;
    pad.w = width;
    const bool wrong = bad || twice;
    const auto digits =
        pin_pad(ui, "users.key", pad, again && sound ? form.pin_again : form.pin, !wrong);
    if (digits) (again && sound ? form.pin_again : form.pin) = *digits;
    if (!wrong) return;
    const std::string_view label = ui.word("users.pin.anew");
    const float anew_width = button_width(ui, label);
    const Rect anew{pad.centre().x - anew_width / 2, rest.y, anew_width, 50};
    rest.cut_top(50, 8);
    if (button(ui, "users.pin.anew", anew, label)) form.pin = form.pin_again = {};
}

void draw_form(Ui& ui, const AppState& state) {
    const bool first = state.users.empty();
    UserForm form = state.view.user_form;
    const bool adds = first || form.task == UserTask::Add;
    if (first) form.role = access::Role::Supervisor;
    std::string title = ui.words()("users.pin.title", {form.name});
    if (adds) title = ui.word(first ? "users.first" : "users.add");
    DialogFrame frame(ui, {640, 640}, title, ui.word(first ? "users.first.note" : "users.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    if (adds) draw_name_and_role(ui, state, rest, form, first);
    draw_pins(ui, rest, form);
    frame.end_content(rest.y);
    const bool whole =
        !form.name.empty() && form.pin.size() == access::pin_digits && form.pin == form.pin_again;
    if (frame.harmless("users.back", ui.word("users.back"))) {
        if (first) ui.emit(CloseDialog{});
        form = {};
    }
    if (frame.primary("users.keep", ui.word("users.keep"), whole)) {
        form.task = adds ? UserTask::Add : UserTask::Pin;
        ui.emit(KeepUser{form});
        return;
    }
    if (form != state.view.user_form) set_form(ui, state, std::move(form));
}

}  // namespace

void draw_users_dialog(Ui& ui, const AppState& state) {
    const UserTask task = state.view.user_form.task;
    if (state.users.empty() || task == UserTask::Add || task == UserTask::Pin) {
        return draw_form(ui, state);
    }
    if (task == UserTask::Retire) return draw_retire(ui, state);
    draw_list(ui, state);
}

}  // namespace longju::kiosk
