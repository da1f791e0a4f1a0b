// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/strings.h"
#include "estimate/estimate.h"
#include "house/check.h"
#include "kiosk/advice.h"
#include "kiosk/history.h"
#include "kiosk/input.h"
#include "kiosk/theme.h"
#include "sheet/printer.h"
#include "subsidy/county_clause.h"
#include "visit/visit.h"

/// The whole state of the kiosk as one value. Screens read it, `reduce` is the only writer.
namespace longju::kiosk {

enum class ScreenId { Home, Household, House, Configure, Result, Sheets };

/// Words and depth of the screens; never the numbers.
enum class Depth { Farmer, Technician };

struct Settings {
    Language language = Language::Chinese;
    double size = 1.0;  ///< The person's choice, 1.0 to 2.5, times the display's own scale.
    Look look = Look::Light;
    Depth depth = Depth::Technician;

    bool operator==(const Settings&) const = default;
};

/// A sentence that can still change its language: a key and what stands in its placeholder.
struct Phrase {
    std::string key;
    std::string zh;
    std::string en;

    std::string in(const Strings& strings, Language language) const {
        return strings(key, {language == Language::Chinese ? zh : en});
    }
    bool operator==(const Phrase&) const = default;
};

/// One line of the list on 首页.
struct VisitCard {
    std::string visit_id;
    std::string head;
    std::string place;
    visit::Step step = visit::Step::Household;
    std::string saved_at;  ///< ISO 8601 with zone, as stored.
    bool sample = false;
    bool exported = false;
    int open_points = 0;

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

struct OpenVisit {
    visit::Visit visit;
    std::optional<estimate::Estimate> estimate;  ///< Of `visit.inputs` unless `stale`.
    bool stale = true;
    bool unsaved = false;
    std::string saved_at;          ///< `14:03`; empty before the first save.
    std::optional<Error> trouble;  ///< Of the last save; stays until one succeeds.
    History<Inputs, Phrase> history;

    const Inputs& inputs() const { return visit.inputs; }
};

enum class HouseSource { Design, Survey };
enum class SurveyTopic { Size, Wall, Ceiling, Floor, Windows, Door, Heating, Safety };
enum class VisitFilter { Recent, Unfinished };
enum class HouseView { Solid, Heat };
enum class ResultTab { Answer, Subsidy, Check };

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
    HouseView house_view = HouseView::Heat;
    bool compare = true;     ///< Before and after, divided at `wipe`.
    float wipe = 0.36F;      ///< Share of the view's width.
    float yaw_degrees = 32;  ///< kiosk.md section 9.
    float pitch_degrees = 24;
    std::optional<Point> grabbed;  ///< Where the house is held while it is turned.
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
    int front_step = -1;           ///< Of the picture of all schemes; negative: none.
    std::optional<double> loan_rate_percent;  ///< As the lender says; nothing until it is asked.
    int loan_months = 36;

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
        Advice,
        Clause,
        Loan
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

struct AppState {
    const estimate::Reference* reference = nullptr;  ///< Outlives the state.
    ScreenId screen = ScreenId::Home;
    Settings settings;
    std::vector<VisitCard> visits;         ///< Newest first.
    std::vector<sheet::Printer> printers;  ///< As last asked for.
    std::optional<OpenVisit> open;
    View view;
    Draft draft;
    int edit_session = 0;         ///< Counts turns to another field, for undo.
    estimate::Place usual_place;  ///< Where a new visit most likely is: the last one's county.
    std::optional<Dialog> dialog;
    std::optional<AdvicePanel> advice;            ///< While its dialog is open.
    std::vector<cost::LocalPrice> prices_before;  ///< Of the visit, when a dialog was opened.
    std::optional<Toast> toast;
    double now_s = 0;   ///< Monotonic, for toasts and idle time.
    std::string today;  ///< `2026-11-22`
    std::string clock;  ///< `14:10`
    double last_edit_s = 0;
    bool leaving = false;
};

/// Everything still open in the visit, worst first; empty without a visit.
std::vector<Gap> gaps(const AppState& state);
std::vector<Gap> gaps_of(const Inputs& inputs, const house::Library& library);

/// The estimate to show: nothing while it is missing or belongs to older inputs.
const estimate::Estimate* shown_estimate(const AppState& state);

/// The step of a visit that a screen stands for.
visit::Step step_of(ScreenId screen);
ScreenId screen_of(visit::Step step);

}  // namespace longju::kiosk
