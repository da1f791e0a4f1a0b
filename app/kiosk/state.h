// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/strings.h"
#include "estimate/estimate.h"
#include "house/check.h"
#include "kiosk/advice.h"
#include "kiosk/conflict.h"
#include "kiosk/data_panel.h"
#include "kiosk/desk.h"
#include "kiosk/doubles.h"
#include "kiosk/history.h"
#include "kiosk/input.h"
#include "kiosk/list_panel.h"
#include "kiosk/people.h"
#include "kiosk/phrase.h"
#include "kiosk/report_panel.h"
#include "kiosk/store_notes.h"
#include "kiosk/theme.h"
#include "kiosk/work.h"
#include "sheet/printer.h"
#include "storage/exchange.h"
#include "storage/salvage.h"
#include "subsidy/county_clause.h"
#include "visit/visit.h"

/// The whole state of the kiosk as one value. Screens read it, `reduce` is the only writer.
namespace longju::kiosk {

/// 首页 and the seven steps; 结果 is the page of 比较 for the farmer.
enum class ScreenId {
    Home,
    Household,
    House,
    Configure,
    Compare,
    Result,
    Subsidy,
    Sheets,
    HandOver
};

/// Words and depth of the screens; never the numbers.
enum class Depth { Farmer, Technician };

struct Settings {
    Language language = Language::Chinese;
    double size = 1.0;  ///< The person's choice, 1.0 to 2.5, times the display's own scale.
    Look look = Look::Light;
    Depth depth = Depth::Technician;
    bool glove = false;   ///< At least `glove_size`, and one thing below the other.
    bool still = false;   ///< Numbers do not count to their new value.
    bool toured = false;  ///< The first visit was shown, or nobody wants it shown.

    bool operator==(const Settings&) const = default;
};

/// At which what is 44 drawn is 79: 18 mm of the laptop's screen (kiosk.md section 4).
inline constexpr double glove_size = 1.8;

/// One line of the list on 首页.
struct VisitCard {
    std::string visit_id;
    std::string head;
    std::string place;
    visit::Step step = visit::Step::Household;
    std::string saved_at;  ///< ISO 8601 with zone, as stored.
    bool sample = false;
    storage::HandedOver handed = storage::HandedOver::No;
    int open_points = 0;
    int versions = 1;       ///< More than one: somebody must choose before the visit is one again.
    std::string listed_id;  ///< Not a visit yet: the household's number on the county's list.
    bool missing = false;   ///< No longer on the list.

    bool operator==(const VisitCard&) const = default;
};

/// Something that is still to be asked or put right.
struct Gap {
    ScreenId screen = ScreenId::Household;
    std::string field;  ///< Dotted path; also the id of the widget to go to.
    std::string text_zh;
    std::string text_en;
    house::Severity severity = house::Severity::Missing;
};

using Inputs = estimate::EstimateInputs;

/// What an edit changes and undo brings back.
struct Plan {
    Inputs inputs;
    visit::Alternatives alternatives;

    bool operator==(const Plan&) const = default;
};

/// What one of the visit's other schemes comes to.
struct ComparedScheme {
    measure::Scheme scheme;
    std::optional<estimate::Estimate> estimate;
};
using Comparison = std::map<std::string, ComparedScheme>;  ///< By letter.

struct OpenVisit {
    visit::Visit visit;
    Comparison compared;  ///< Of `visit.alternatives`; an entry of another scheme is old.
    std::optional<estimate::Estimate> estimate;  ///< Of `visit.inputs` unless `stale`.
    bool stale = true;
    bool unsaved = false;
    std::string saved_at;          ///< `14:03`; empty before the first save.
    std::optional<Error> trouble;  ///< Of the last save; stays until one succeeds.
    History<Plan, Phrase> history;

    const Inputs& inputs() const { return visit.inputs; }
    Plan plan() const { return {visit.inputs, visit.alternatives}; }
};

enum class HouseSource { Design, Survey };
enum class SurveyTopic { Size, Wall, Ceiling, Floor, Windows, Door, Heating, Safety };
enum class VisitFilter { Recent, Unfinished };
enum class HouseView { Model, Plan, Section };
enum class ResultTab { Answer, Check };

/// A part of the house while a finger moves it: where it ends depends on where it began and how far
/// the finger is from there, not on the way.
struct HouseDrag {
    std::string id;  ///< Of the part's target.
    Point from;
    house::House start;

    bool operator==(const HouseDrag&) const = default;
};

/// What is looked at: none of it is saved.
struct View {
    std::string search;
    VisitFilter visit_filter = VisitFilter::Recent;
    std::string place_search;
    std::string prefecture;
    bool stations = false;                 ///< The dialog of places shows climate stations.
    std::optional<HouseSource> house_tab;  ///< Nothing: as the house of the visit.
    int people = 0;                        ///< Filter of designs, as an index of choices; 0 = any.
    int floor_area = 0;                    ///< The same.
    SurveyTopic topic = SurveyTopic::Size;
    std::string open_measure;
    HouseView house_view = HouseView::Model;
    bool heat = true;        ///< The model is coloured by the heat it loses.
    bool compare = true;     ///< Before and after, divided at `wipe`.
    float wipe = 0.36F;      ///< Share of the view's width.
    float yaw_degrees = 32;  ///< kiosk.md section 9.
    float pitch_degrees = 24;
    std::optional<Point> grabbed;   ///< Where the house is held while it is turned.
    bool turned = false;            ///< Since it was grabbed: it was no press on a part.
    std::optional<HouseDrag> drag;  ///< A part of the house that is being moved.
    int opening = -1;               ///< Whose jambs are shown on the plan; negative: none.
    bool snow = false;
    std::optional<int> sun_month;  ///< 1 to 12, the 21st; nothing: no day is looked at.
    float sun_hour = 12;           ///< Of the clock.
    ResultTab result = ResultTab::Answer;
    bool comfort = false;  ///< Result at the comfort standard instead of today's habits.
    int page = 0;
    std::string design_search;
    std::string card;          ///< Open in the dialog of cards; empty: the first.
    int procedure_tab = 0;     ///< Steps, papers, archive.
    int procedure_step = -1;   ///< Negative: the next one.
    std::string price;         ///< Open in the dialog of prices; empty: the first.
    std::string printer;       ///< Empty: the preferred one.
    std::string unprinted;     ///< Letters of papers that are not to be printed.
    std::string extra_papers;  ///< Letters of those on request that are.
    int copies = 1;
    bool two_sided = false;
    subsidy::CountyClause clause;  ///< In the dialog of clauses.
    std::string photo_path;        ///< Typed for the paper that waits.
    std::string photo_paper;       ///< What a dropped photo belongs to; empty: nothing waits.
    int photo = -1;                ///< Shown large, of the visit's photos; negative: none.
    bool photo_goes = false;       ///< Whether it is to go was asked.
    int front_step = -1;           ///< Of the picture of all schemes; negative: none.
    std::string finding;           ///< The rule whose finding is read; empty: the first.
    int purse_yuan = 20000;        ///< What the household can pay, of 比较.
    std::optional<double> loan_rate_percent;  ///< As the lender says; nothing until it is asked.
    int loan_months = 36;
    std::string desk_path;              ///< Of the stick that was chosen; empty: the first.
    std::string desk_file;              ///< Typed.
    std::string desk_name, desk_where;  ///< Of a laptop that is enrolled.
    std::string backup;                 ///< Chosen in the dialog of copies; empty: none.
    ListRequest list;                   ///< In the dialog of lists.
    std::string list_header;            ///< The column whose field is being chosen; empty: none.
    bool numbers_shown = false;         ///< ID number and phone in full, until the screen changes.
    UserForm user_form;
    ReportRequest report;                     ///< In the dialog of reports.
    int report_row = -1, report_column = -1;  ///< Of the cell whose records are listed.
    AuditRequest audit;                       ///< In the dialog of the audit log.
    std::string pack_path;                    ///< Typed in the dialog of data packs.
    std::string pack_slot;                    ///< What is about to be taken back; empty: nothing.
    std::string pack_reason;                  ///< Why.
    std::string help;                         ///< Chapter that is read; empty: of where one is.

    bool operator==(const View&) const = default;
};

struct Dialog {
    enum class Kind {
        Resume,
        Appearance,
        Help,
        Place,
        Gaps,
        Leave,
        Finding,
        Print,
        Design,
        Cards,
        Prices,
        Procedure,
        Advice,   ///< The order of works.
        Replace,  ///< Which of four schemes makes place for one more.
        Clause,
        Loan,
        HandOver,
        Conflict,
        Doubles,
        Backups,
        Salvage,
        List,
        Users,
        Reports,
        Audit,
        Packs,
        Reprice,
        Photos
    };
    Kind kind = Kind::Help;
    std::string subject;  ///< Visit or rule it is about.

    bool operator==(const Dialog&) const = default;
};

struct Toast {
    Phrase phrase;
    bool undo = false;  ///< Offers to take it back.
    bool good = true;
    double shown_at_s = 0;
};

/// A camera's file that was dropped and is not taken in yet.
struct PhotoToTake {
    std::string visit_id, paper, file;
};

struct AppState {
    /// What everything is computed with: the data of the visit that is open, else the newest.
    /// Outlives the state.
    const estimate::Reference* reference = nullptr;
    DataPanel data;
    std::optional<RepricePanel> reprice;  ///< While its dialog is open.
    ScreenId screen = ScreenId::Home;
    Settings settings;
    std::vector<VisitCard> visits;  ///< Newest first.
    /// What fits the words of the search, best first; nothing while there are none.
    std::optional<std::vector<VisitCard>> found;
    std::optional<ListPanel> list;         ///< As last read; nothing before.
    std::vector<sheet::Printer> printers;  ///< As last asked for.
    std::optional<OpenVisit> open;
    bool practice = false;    ///< Visits are samples: the one that is open, and those begun.
    std::optional<int> tour;  ///< Index of the step that is shown (tour.h).
    View view;
    Draft draft;
    int edit_session = 0;         ///< Counts turns to another field, for undo.
    estimate::Place usual_place;  ///< Where a new visit most likely is: the last one's county.
    std::optional<Dialog> dialog;
    std::optional<Dialog> under_help;   ///< What the help was opened over; closing it goes back.
    std::optional<AdvicePanel> advice;  ///< Of 比较, for `advice_for`.
    std::optional<Inputs> advice_for;
    std::optional<Desk> desk;                     ///< While 交接 is shown.
    std::optional<ConflictPanel> conflict;        ///< While its dialog is open.
    std::vector<DoublePair> doubles;              ///< As last looked for.
    std::optional<ReportPanel> report;            ///< While its dialog is open.
    std::optional<AuditPanel> audit;              ///< Likewise.
    std::vector<cost::LocalPrice> prices_before;  ///< Of the visit, when a dialog was opened.
    std::optional<Toast> toast;
    std::vector<PhotoToTake> photos_to_take;  ///< One goes with each frame, see `TakeNextPhoto`.
    double now_s = 0;                         ///< Monotonic, for toasts and idle time.
    std::string today;                        ///< `2026-11-22`
    std::string clock;                        ///< `14:10`
    double last_edit_s = 0;
    double last_input_s = 0;  ///< When a person last did anything.
    bool leaving = false;
    std::optional<Work> work;                 ///< While it goes on nothing else is begun.
    bool leave_after_work = false;            ///< The window was closed meanwhile.
    std::vector<BackupRow> backups;           ///< Newest first, as last asked for.
    std::optional<storage::Salvage> salvage;  ///< Of a damaged store that was found at the start.
    StoreNotes notes;

    std::vector<UserCard> users;  ///< In service; empty: the store is open to everybody.
    std::optional<UserCard> signed_in;
    bool locked = false;  ///< Only the lock screen is drawn; everything else stays as it is.
    SignIn sign_in;
};

/// 交接 is what is seen: its screen, or its dialog over another.
inline bool at_desk(const AppState& state) {
    return state.dialog ? state.dialog->kind == Dialog::Kind::HandOver
                        : state.screen == ScreenId::HandOver;
}

/// Everything still open in the visit, worst first; empty without a visit.
std::vector<Gap> gaps(const AppState& state);
std::vector<Gap> gaps_of(const Inputs& inputs, const house::Library& library);

/// The estimate to show: nothing while it is missing or belongs to older inputs.
const estimate::Estimate* shown_estimate(const AppState& state);

/// The step of a visit that a screen stands for.
visit::Step step_of(ScreenId screen);
ScreenId screen_of(visit::Step step);

}  // namespace longju::kiosk
