//! One case and one edition in, one estimate out.

use crate::{
    answering::{Answering, Assumption, deciding, explore},
    calculation::{self, Granted},
    case::{Case, Status},
    fact::{CategoryId, FactId},
    mechanism::{
        category_share::{self, Counted},
        floor,
        provision::{self, Terms},
        requirement,
        rounding::Cut,
    },
    money::{Rate, Yen},
    requirements::{self, Judged, Standing},
    rules::{Category, Cite, Edition, Frame, Provision, Requirement},
};

/// What an edition would grant a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The edition.
    pub edition: &'static Edition,
    /// Where its round stands on the day of the case.
    pub status: Status,
    /// Every frame, in the order of the guideline.
    pub frames: Vec<FrameEstimate>,
}

impl Estimate {
    /// The eligible frames with the highest certain grant, if that is above 0.
    pub fn best(&self) -> impl Iterator<Item = &FrameEstimate> {
        let eligible = || self.frames.iter().filter(|frame| frame.verdict == Verdict::Eligible);
        let most = eligible().map(|frame| frame.grant.low).max().filter(|most| Yen::ZERO < *most);
        eligible().filter(move |frame| Some(frame.grant.low) == most)
    }
}

/// What one frame would grant a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameEstimate {
    /// The frame.
    pub frame: &'static Frame,
    /// Whether the firm can get it.
    pub verdict: Verdict,
    /// The least and the most that it grants over all answers to the open questions.
    pub grant: Range,
    /// The rate, if it is the same in every answering in which the firm is eligible.
    pub rate: Option<Rate>,
    /// The cap, on the same condition.
    pub cap: Option<Yen>,
    /// The floor, on the same condition.
    pub floor: Option<Yen>,
    /// What counts of the entered expenses.
    pub eligible_expenses: Yen,
    /// Eligible expenses less the least grant (自己負担額).
    pub own_funds: Yen,
    /// Every requirement and how it stands.
    pub requirements: Vec<Judged>,
    /// The requirements that stand in the way.
    pub unmet: Vec<&'static str>,
    /// The open facts that can still change verdict, grant, rate or cap.
    pub unanswered: Vec<FactId>,
    /// The open facts that are only to be confirmed.
    pub to_confirm: Vec<FactId>,
    /// The categories that were cut, limited or not counted.
    pub warnings: Vec<CategoryId>,
    /// The working of the greatest grant, [`Range::high`]; empty if the frame is ineligible for certain.
    pub steps: Vec<Step>,
    /// What the working assumes of the open facts.
    pub assumed: Vec<Assumption>,
    /// The terms of the working.
    pub terms: Option<Terms>,
}

/// Whether a firm can get a frame.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// In every answering of the open questions.
    Eligible,
    /// In none.
    Ineligible,
    /// It depends on the answers.
    Undetermined,
}

/// The least and the most of an amount.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Range {
    /// The least.
    pub low: Yen,
    /// The most.
    pub high: Yen,
}

/// One line of the working (計算過程).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The category that it was done to; `None` for all plain ones together.
    pub category: Option<&'static Category>,
    /// The provision that applied.
    pub provision: Option<&'static Provision>,
    /// What was entered, where it was cut.
    pub entered: Option<Yen>,
    /// The result.
    pub amount: Yen,
    /// The rate or share.
    pub rate: Option<Rate>,
    /// What the rate, share or limit was applied to.
    pub of: Yen,
    /// The limit.
    pub limit: Option<Yen>,
    /// What rounding cut off.
    pub cut: Cut,
    /// Where the rule is written.
    pub cite: Cite,
}

/// What a step of the working did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StepKind {
    /// A provision changed cap (`of` → `amount`) or rate.
    Provision,
    /// A category was cut to its share of all eligible expenses.
    CostShare,
    /// `of` × `rate`, cut to whole yen.
    Share,
    /// A category's part was cut to its share of the whole grant.
    GrantShare,
    /// A category's part was cut to its greatest amount.
    GrantLimit,
    /// The sum was held to the cap.
    Cap,
    /// The grant is below the floor, so nothing is granted.
    Floor,
}

impl Step {
    /// A step without category, rate or limit.
    pub(crate) fn new(kind: StepKind, amount: Yen, of: Yen, cite: Cite) -> Self {
        Self {
            kind,
            category: None,
            provision: None,
            entered: None,
            amount,
            rate: None,
            of,
            limit: None,
            cut: Cut::default(),
            cite,
        }
    }
}

/// Works out what `edition` would grant in `case`.
pub fn estimate(edition: &'static Edition, case: &Case) -> Estimate {
    let counted = category_share::counted(edition, &case.expenses);
    let frames = edition.frames.iter().map(|frame| of_frame(edition, frame, case, &counted));
    Estimate { edition, status: Status::of(edition, case.as_of), frames: frames.collect() }
}

/// What comes out on one way of answering the open questions.
struct Outcome {
    terms: Terms,
    granted: Granted,
}

impl Outcome {
    /// The grant with its rate and cap; `None` where nothing can be granted.
    fn result(&self) -> Option<Decided> {
        let Terms { rate, cap, .. } = self.terms;
        let decided = Decided { grant: self.granted.amount, rate: rate.value, cap: cap.value };
        (!self.granted.below_floor).then_some(decided)
    }
}

/// What the open questions decide about.
#[derive(Clone, Copy, PartialEq)]
struct Decided {
    grant: Yen,
    rate: Rate,
    cap: Yen,
}

type Way = (Vec<Assumption>, Option<Outcome>);
type Result = (Vec<Assumption>, Option<Decided>);

fn of_frame(
    edition: &'static Edition,
    frame: &'static Frame,
    case: &Case,
    counted: &[Counted],
) -> FrameEstimate {
    let requirements = requirements::judge(edition, frame, case);
    let to_confirm = requirements::to_confirm(frame, &requirements, &case.answers);
    let ways = ways(frame, case, counted, &requirements);
    let results: Vec<Result> = ways
        .iter()
        .map(|(assumed, outcome)| (assumed.clone(), outcome.as_ref().and_then(Outcome::result)))
        .collect();

    let verdict = verdict(&results);
    let grants =
        || results.iter().map(|(_, result)| result.map_or(Yen::ZERO, |decided| decided.grant));
    let grant =
        Range { low: grants().min().unwrap_or_default(), high: grants().max().unwrap_or_default() };
    let unmet =
        if verdict == Verdict::Ineligible { unmet(&requirements, &ways) } else { Vec::new() };
    let eligible_expenses = category_share::total(counted);
    let unanswered = deciding(&case.answers, &results);
    let mut estimate = FrameEstimate {
        frame,
        verdict,
        grant,
        rate: agreed(results.iter().filter_map(|(_, result)| result.map(|decided| decided.rate))),
        cap: agreed(results.iter().filter_map(|(_, result)| result.map(|decided| decided.cap))),
        floor: frame.floor.filter(|_| verdict != Verdict::Ineligible).map(|floor| floor.value),
        eligible_expenses,
        own_funds: eligible_expenses - grant.low,
        unmet,
        requirements,
        unanswered,
        to_confirm,
        warnings: Vec::new(),
        steps: Vec::new(),
        assumed: Vec::new(),
        terms: None,
    };
    let limited = show(&mut estimate, ways);
    estimate.warnings = warnings(edition, case, counted, &limited);
    estimate
}

/// What comes out on every way of answering the open questions; nothing on a way that a requirement bars.
fn ways(frame: &'static Frame, case: &Case, counted: &[Counted], judged: &[Judged]) -> Vec<Way> {
    if judged.iter().any(|judged| judged.standing == Standing::Unmet) {
        return vec![(Vec::new(), None)];
    }
    let open: Vec<&Requirement> = frame
        .requirements
        .iter()
        .zip(judged)
        .filter(|(_, judged)| judged.standing == Standing::Open)
        .map(|(requirement, _)| requirement)
        .collect();
    explore(&case.answers, |answering: &mut Answering<'_>| {
        if !requirement::all_hold(&open, answering) {
            return None;
        }
        let (terms, mut steps) = provision::terms(frame, answering);
        let mut granted = calculation::grant(counted, &terms);
        steps.append(&mut granted.steps);
        granted.steps = steps;
        Some(Outcome { terms, granted })
    })
}

fn verdict(results: &[Result]) -> Verdict {
    let eligible = results.iter().filter(|(_, result)| result.is_some()).count();
    match eligible {
        0 => Verdict::Ineligible,
        _ if eligible == results.len() => Verdict::Eligible,
        _ => Verdict::Undetermined,
    }
}

/// What stands in the way: the requirements that fail for certain; if there are none, those that can fail,
/// and the floor.
fn unmet(requirements: &[Judged], ways: &[Way]) -> Vec<&'static str> {
    let standing = |wanted: Standing| {
        let found = requirements.iter().filter(move |judged| judged.standing == wanted);
        found.map(|judged| judged.id).collect::<Vec<_>>()
    };
    let certain = standing(Standing::Unmet);
    if !certain.is_empty() {
        return certain;
    }
    if ways.iter().all(|(_, way)| way.is_some()) {
        return vec![floor::BELOW_FLOOR];
    }
    let mut possible = standing(Standing::Open);
    if ways.iter().any(|(_, way)| way.is_some()) {
        possible.push(floor::BELOW_FLOOR);
    }
    possible
}

/// The value that all agree on.
fn agreed<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The categories that were cut to their share of cost, whose part of the grant was `limited`, or that were
/// entered though the edition does not count them.
fn warnings(
    edition: &Edition,
    case: &Case,
    counted: &[Counted],
    limited: &[CategoryId],
) -> Vec<CategoryId> {
    let cut = |id| counted.iter().any(|one| one.category.id == id && one.amount < one.entered);
    let uncounted = |id| Yen::ZERO < case.expenses.of(id) && edition.category(id).is_none();
    let all = case.expenses.categories();
    all.filter(|id| cut(*id) || limited.contains(id) || uncounted(*id)).collect()
}

/// Puts the working of the greatest grant into `estimate`; returns the categories that it limited.
fn show(estimate: &mut FrameEstimate, ways: Vec<Way>) -> Vec<CategoryId> {
    let mut shown: Option<(Vec<Assumption>, Outcome)> = None;
    for (assumed, outcome) in ways {
        let Some(outcome) = outcome else { continue };
        let best = shown.as_ref().map(|(_, best)| best.granted.amount);
        if best.is_none_or(|best| best < outcome.granted.amount) {
            shown = Some((assumed, outcome));
        }
    }
    let Some((assumed, Outcome { terms, granted })) = shown else { return Vec::new() };
    estimate.steps = granted.steps;
    estimate.assumed = assumed;
    estimate.terms = Some(terms);
    granted.limited
}
