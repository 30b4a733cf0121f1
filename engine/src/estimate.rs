//! One case and one edition in, one estimate out.

mod step;

pub use self::step::{Step, StepKind};

use crate::{
    answering::{Answering, Assumption, Way, deciding, explore, outcomes},
    calculation::{self, Granted, Limited},
    case::{Case, Status},
    fact::{CategoryId, FactId},
    figure::{self, Figure},
    mechanism::{
        category_share::{self, Counted},
        floor,
        provision::{self, Terms},
        requirement,
    },
    money::{Rate, Yen},
    requirements::{self, Judged, Standing},
    rules::{Caution, Cite, Edition, Frame, Gives, Grant, Requirement, Rulebook},
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
    /// The figures of a frame that gives no grant; otherwise none.
    pub figures: Vec<FigureValue>,
    /// Every requirement and how it stands.
    pub requirements: Vec<Judged>,
    /// The requirements that stand in the way.
    pub unmet: Vec<&'static str>,
    /// The open facts that can still change verdict, grant, rate or cap.
    pub unanswered: Vec<FactId>,
    /// The open facts that are only to be confirmed.
    pub to_confirm: Vec<FactId>,
    /// The categories that were cut, limited or not counted, and then the warnings of the rules.
    pub warnings: Vec<Warning>,
    /// The working of the greatest grant, [`Range::high`]; empty where the requirements are met in no answering. A
    /// grant below the floor has its working, too, with the floor for its last step: it shows why there is none.
    pub steps: Vec<Step>,
    /// What the working assumes of the open facts.
    pub assumed: Vec<Assumption>,
    /// The terms of the working.
    pub terms: Option<Terms>,
    /// What each way of answering the open questions brings; empty where nothing is granted in any.
    pub outcomes: Vec<Outcome>,
}

/// What one way of answering the open questions brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it assumes of the open facts.
    pub assumed: Vec<Assumption>,
    /// The grant.
    pub grant: Yen,
}

/// A figure that is no grant: a fee, a loan, a saving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureValue {
    /// What it is.
    pub figure: &'static Figure,
    /// How much it is, in its unit; `None` while an answer is missing, and where the sources do not say.
    pub value: Option<i64>,
    /// Where the rule is written.
    pub cite: Cite,
}

/// Something that is to be looked at, though it decides nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// This category was cut, limited or not counted.
    Category(CategoryId),
    /// A warning of the rules.
    Caution(&'static Caution),
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

/// Works out what every edition would grant that is open at the moment of the case, or whose days no source
/// states, in the order of `rulebook`.
///
/// Expenses in the category that belongs to one edition alone count in none of them.
pub fn estimate_open(rulebook: &Rulebook, case: &Case) -> Vec<Estimate> {
    estimate_where(rulebook, case, |status| matches!(status, Status::Open | Status::Undated))
}

/// As [`estimate_open`], for the editions that are `wanted` by where they stand.
pub fn estimate_where(
    rulebook: &Rulebook,
    case: &Case,
    wanted: fn(Status) -> bool,
) -> Vec<Estimate> {
    let mut shared = case.clone();
    shared.expenses.set(rulebook.own, Yen::ZERO);
    let own = Yen::ZERO < case.expenses.of(rulebook.own);
    let now = |edition: &&Edition| wanted(Status::of(edition, case.as_of));
    let estimates = rulebook.editions.iter().filter(now).map(|edition| {
        let mut estimate = estimate(edition, &shared);
        for frame in estimate.frames.iter_mut().filter(|_| own) {
            frame.warnings.push(Warning::Category(rulebook.own));
        }
        estimate
    });
    estimates.collect()
}

/// Works out what `edition` would grant in `case`.
pub fn estimate(edition: &'static Edition, case: &Case) -> Estimate {
    let frames = edition.frames.iter().map(|frame| of_frame(edition, frame, case));
    Estimate { edition, status: Status::of(edition, case.as_of), frames: frames.collect() }
}

fn of_frame(edition: &'static Edition, frame: &'static Frame, case: &Case) -> FrameEstimate {
    match frame.gives {
        Gives::Grant(grant) => of_grant(edition, frame, grant, case),
        Gives::Figures(calculations) => {
            let mut estimate = FrameEstimate::of(frame, requirements::judge(frame, case, true));
            let ways = explore(case, |answering| {
                requirement::all_hold(&open(&estimate), answering).then_some(Decided::default())
            });
            estimate.decide(&ways, case);
            let (values, missing) = figure::figures(calculations, &case.answers, &case.expenses);
            let value = |(figure, value, cite)| FigureValue { figure, value, cite };
            estimate.figures = values.into_iter().map(value).collect();
            let all = case.answers.facts();
            let wanted =
                |fact: &FactId| missing.contains(fact) || estimate.unanswered.contains(fact);
            estimate.unanswered = all.filter(wanted).collect();
            estimate.warn(edition, case, &[], &[]);
            estimate
        }
    }
}

/// What comes out on one way of answering the open questions, where something is granted.
#[derive(Clone, Copy, Default, PartialEq)]
struct Decided {
    grant: Yen,
    rate: Option<Rate>,
    cap: Option<Yen>,
}

/// The way of the greatest grant so far, with its working.
#[derive(Default)]
struct Shown {
    amount: Option<Yen>,
    way: usize,
    steps: Vec<Step>,
    limited: Vec<Limited>,
    terms: Option<Terms>,
    /// Whether the grant is below the floor on some way.
    below_floor: bool,
}

fn of_grant(
    edition: &'static Edition,
    frame: &'static Frame,
    grant: &'static Grant,
    case: &Case,
) -> FrameEstimate {
    let counted = category_share::counted(edition, grant, case);
    let spent = is_spent(grant, &counted);
    let mut estimate = FrameEstimate::of(frame, requirements::judge(frame, case, spent));
    estimate.eligible_expenses = category_share::total(&counted);
    let (ways, shown) = ways(edition, grant, case, &counted, &estimate);
    estimate.decide(&ways, case);
    let granted = || ways.iter().map(|way| way.result.map_or(Yen::ZERO, |decided| decided.grant));
    estimate.grant.low = granted().min().unwrap_or_default();
    estimate.grant.high = granted().max().unwrap_or_default();
    let decided = || ways.iter().filter_map(|way| way.result);
    estimate.rate = agreed(decided().map(|decided| decided.rate)).flatten();
    estimate.cap = agreed(decided().map(|decided| decided.cap)).flatten();
    if shown.below_floor && estimate.verdict == Verdict::Ineligible && estimate.certain().is_empty()
    {
        estimate.unmet.push(floor::BELOW_FLOOR);
    }
    if grant.rate.is_none() && estimate.verdict != Verdict::Ineligible {
        // The share is not known, only what it cannot exceed.
        estimate.verdict = Verdict::Undetermined;
        let most = estimate.cap.unwrap_or(estimate.eligible_expenses);
        estimate.grant.high = estimate.eligible_expenses.min(most);
    }
    let floor = grant.floor.filter(|_| estimate.verdict != Verdict::Ineligible);
    estimate.floor = floor.map(|floor| floor.value);
    estimate.own_funds = estimate.eligible_expenses - estimate.grant.low;
    estimate.assumed = ways.get(shown.way).map(|way| way.assumed.clone()).unwrap_or_default();
    estimate.outcomes = ways
        .into_iter()
        .filter(|_| Yen::ZERO < estimate.grant.high)
        .map(|Way { assumed, result, .. }| {
            let grant = result.map_or(Yen::ZERO, |decided| decided.grant);
            Outcome { assumed, grant }
        })
        .collect();
    (estimate.steps, estimate.terms) = (shown.steps, shown.terms);
    estimate.warn(edition, case, &counted, &shown.limited);
    estimate
}

/// What comes out on every way of answering the open questions, and the way of the greatest grant.
fn ways(
    edition: &Edition,
    grant: &'static Grant,
    case: &Case,
    counted: &[Counted],
    estimate: &FrameEstimate,
) -> (Vec<Way<Option<Decided>>>, Shown) {
    let mut shown = Shown::default();
    let (mut steps, mut next) = (Vec::new(), 0_usize);
    let cut = category_share::steps(edition, counted);
    let (barred, open) = (!estimate.certain().is_empty(), open(estimate));
    let ways = explore(case, |answering: &mut Answering<'_>| {
        let way = next;
        next = next.saturating_add(1);
        if barred || !requirement::all_hold(&open, answering) {
            return None;
        }
        steps.clear();
        let terms = provision::terms(grant, answering, &mut steps);
        steps.extend(&cut);
        let granted = calculation::grant(grant, counted, &terms, &mut steps);
        let Granted { amount, below_floor, limited } = granted;
        shown.below_floor |= below_floor;
        if shown.amount.is_none_or(|most| most < amount) {
            // The steps that were shown so far are the space for those of the next way.
            std::mem::swap(&mut shown.steps, &mut steps);
            (shown.amount, shown.terms) = (Some(amount), Some(terms));
            (shown.way, shown.limited) = (way, limited);
        }
        let (rate, cap) = (terms.only_rate(grant), terms.whole_cap(grant));
        (!below_floor).then_some(Decided { grant: amount, rate, cap })
    });
    (ways, shown)
}

/// Whether anything is entered in the categories of the main product and of the parts that do not only add.
fn is_spent(grant: &Grant, counted: &[Counted]) -> bool {
    let adds = |category: CategoryId| {
        grant.parts.iter().any(|part| part.adds && part.categories.contains(&category))
    };
    counted.iter().any(|one| Yen::ZERO < one.entered && !adds(one.category.id))
}

/// The requirements that depend on open answers.
pub(crate) fn open(estimate: &FrameEstimate) -> Vec<&'static Requirement> {
    let all = estimate.frame.requirements.iter().zip(&estimate.requirements);
    let open = all.filter(|(_, judged)| judged.standing == Standing::Open);
    open.map(|(requirement, _)| requirement).collect()
}

impl FrameEstimate {
    fn of(frame: &'static Frame, requirements: Vec<Judged>) -> Self {
        Self {
            frame,
            verdict: Verdict::Ineligible,
            grant: Range::default(),
            rate: None,
            cap: None,
            floor: None,
            eligible_expenses: Yen::ZERO,
            own_funds: Yen::ZERO,
            figures: Vec::new(),
            requirements,
            unmet: Vec::new(),
            unanswered: Vec::new(),
            to_confirm: Vec::new(),
            warnings: Vec::new(),
            steps: Vec::new(),
            assumed: Vec::new(),
            terms: None,
            outcomes: Vec::new(),
        }
    }

    /// Puts in what follows from all ways alike: verdict, what stands in the way, what is open.
    fn decide(&mut self, ways: &[Way<Option<Decided>>], case: &Case) {
        let barred = !self.certain().is_empty();
        let eligible = ways.iter().filter(|way| !barred && way.result.is_some()).count();
        self.verdict = match eligible {
            0 => Verdict::Ineligible,
            _ if eligible == ways.len() => Verdict::Eligible,
            _ => Verdict::Undetermined,
        };
        if self.verdict == Verdict::Ineligible {
            // What fails for certain; if nothing does, what can fail.
            self.unmet = if barred { self.certain() } else { self.standing(Standing::Open) };
        }
        if !barred {
            self.unanswered = deciding(&case.answers, ways);
        }
        self.to_confirm = requirements::to_confirm(self.frame, &self.requirements, case);
    }

    /// The requirements that fail for certain.
    pub(crate) fn certain(&self) -> Vec<&'static str> {
        self.standing(Standing::Unmet)
    }

    fn standing(&self, wanted: Standing) -> Vec<&'static str> {
        let found = self.requirements.iter().filter(|judged| judged.standing == wanted);
        found.map(|judged| judged.id).collect()
    }

    /// The categories that were cut, whose part of the grant was `limited`, or that were entered though the
    /// frame does not count them; and the cautions that apply.
    fn warn(&mut self, edition: &Edition, case: &Case, counted: &[Counted], limited: &[Limited]) {
        let gives_figures = self.frame.grant().is_none();
        let warned = |id: &CategoryId| {
            let entered = case.expenses.of(*id);
            let own = counted.iter().find(|one| one.category.id == *id);
            let counts = match own {
                Some(own) => own.amount,
                None if gives_figures && edition.category(*id).is_some() => entered,
                None => Yen::ZERO,
            };
            counts < entered || limited.iter().any(|one| one.cuts(*id))
        };
        let categories = case.expenses.categories().filter(warned).map(Warning::Category);
        let certain =
            |caution: &&'static Caution| caution.when.is_none_or(|test| !outcomes(case, &test).1);
        let cautions = self.frame.cautions.iter().filter(certain).map(Warning::Caution);
        self.warnings = categories.chain(cautions).collect();
    }
}

/// The value that all agree on.
fn agreed<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
