//! Writes estimates as JSON.

use hojokin_engine::{
    Cite, Estimate, FigureValue, FrameEstimate, Moment, Rulebook, Status, Step, StepKind, Verdict,
    Warning, estimate, estimate_open,
};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::case::{Asked, Mistake, Reader};

/// Every mistake in the cases.
#[derive(Debug, Serialize)]
pub(crate) struct Mistakes {
    pub(crate) errors: Vec<Mistake>,
}

/// The answer to one case, or to an array of cases.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Answer {
    /// The case names an edition.
    One(Out),
    /// It does not, or there are several cases.
    Many(Vec<Self>),
}

/// Answers the JSON `input`: one case or an array of them.
pub(crate) fn answer(rulebook: &Rulebook, input: &[u8], now: Moment) -> Result<Answer, Mistakes> {
    let input = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let Ok(input) = serde_json::from_slice::<Value>(input) else {
        return Err(Mistakes { errors: vec![Mistake::not_json()] });
    };
    let mut reader = Reader::new(rulebook, now);
    let (cases, single) = match &input {
        Value::Array(cases) => (cases.as_slice(), false),
        single => (std::slice::from_ref(single), true),
    };
    let asked: Vec<Asked> =
        cases.iter().enumerate().filter_map(|(n, case)| reader.read(n, case)).collect();
    if !reader.mistakes.is_empty() {
        return Err(Mistakes { errors: reader.mistakes });
    }
    let mut answers = asked.iter().map(|asked| answer_one(rulebook, asked));
    Ok(match (single, answers.next()) {
        (true, Some(answer)) => answer,
        (_, first) => Answer::Many(first.into_iter().chain(answers).collect()),
    })
}

fn answer_one(rulebook: &Rulebook, asked: &Asked) -> Answer {
    let case = &asked.case;
    if let Some(edition) = asked.edition {
        return Answer::One(Out::new(rulebook, &estimate(edition, case)));
    }
    let estimates = estimate_open(rulebook, case);
    Answer::Many(
        estimates.iter().map(|estimate| Answer::One(Out::new(rulebook, estimate))).collect(),
    )
}

/// An [`Estimate`] as the contract writes it.
#[derive(Serialize)]
pub(crate) struct Out {
    edition: &'static str,
    status: &'static str,
    frames: Vec<FrameOut>,
    best: Vec<&'static str>,
}

#[derive(Serialize)]
struct FrameOut {
    id: &'static str,
    verdict: &'static str,
    #[serde(flatten)]
    gives: GivesOut,
    unmet: Vec<&'static str>,
    unanswered: Vec<&'static str>,
    to_confirm: Vec<&'static str>,
    warnings: Vec<&'static str>,
    steps: Vec<StepOut>,
}

/// What a frame gives: a grant or other figures.
#[derive(Serialize)]
#[serde(untagged)]
enum GivesOut {
    Grant {
        grant: RangeOut,
        rate: Option<String>,
        cap: Option<u64>,
        floor: Option<u64>,
        eligible_expenses: u64,
        own_funds: u64,
    },
    Figures {
        #[serde(serialize_with = "by_id")]
        figures: Vec<FigureValue>,
    },
}

/// Figures as an object, in the order of the rules.
fn by_id<S: Serializer>(figures: &[FigureValue], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(figures.iter().map(|one| (one.figure.id, one.value)))
}

#[derive(Serialize)]
struct RangeOut {
    low: u64,
    high: u64,
}

#[derive(Serialize)]
struct StepOut {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered: Option<u64>,
    amount: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<AboveOut>,
    of: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
    cite: CiteOut,
}

/// The tier that a step goes beyond.
#[derive(Serialize)]
struct AboveOut {
    up_to: u64,
    rate: String,
}

/// A [`Cite`] as the contract writes it.
#[derive(Serialize)]
pub(crate) struct CiteOut {
    doc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<bool>,
}

impl From<Cite> for CiteOut {
    fn from(Cite { doc, page, lines, place, verified }: Cite) -> Self {
        // Only what is not verified says so.
        Self { doc, page, lines, place, verified: (!verified).then_some(false) }
    }
}

impl Out {
    fn new(rulebook: &Rulebook, estimate: &Estimate) -> Self {
        Self {
            edition: estimate.edition.id,
            status: status(estimate.status),
            frames: estimate.frames.iter().map(|frame| FrameOut::new(rulebook, frame)).collect(),
            best: estimate.best().map(|frame| frame.frame.id).collect(),
        }
    }
}

impl FrameOut {
    fn new(rulebook: &Rulebook, frame: &FrameEstimate) -> Self {
        let facts = |facts: &[hojokin_engine::FactId]| {
            facts.iter().map(|fact| rulebook.facts[usize::from(fact.0)].id).collect()
        };
        let warning = |warning: &Warning| match warning {
            Warning::Category(category) => rulebook.categories[usize::from(category.0)],
            Warning::Caution(caution) => caution.id,
        };
        Self {
            id: frame.frame.id,
            verdict: match frame.verdict {
                Verdict::Eligible => "eligible",
                Verdict::Ineligible => "ineligible",
                Verdict::Undetermined => "undetermined",
            },
            gives: GivesOut::new(frame),
            unmet: frame.unmet.clone(),
            unanswered: facts(&frame.unanswered),
            to_confirm: facts(&frame.to_confirm),
            warnings: frame.warnings.iter().map(warning).collect(),
            steps: frame.steps.iter().map(StepOut::new).collect(),
        }
    }
}

impl GivesOut {
    fn new(frame: &FrameEstimate) -> Self {
        if frame.frame.grant().is_none() {
            return Self::Figures { figures: frame.figures.clone() };
        }
        Self::Grant {
            grant: RangeOut { low: frame.grant.low.0, high: frame.grant.high.0 },
            rate: frame.rate.map(|rate| rate.to_string()),
            cap: frame.cap.map(|cap| cap.0),
            floor: frame.floor.map(|floor| floor.0),
            eligible_expenses: frame.eligible_expenses.0,
            own_funds: frame.own_funds.0,
        }
    }
}

impl StepOut {
    fn new(step: &Step) -> Self {
        Self {
            kind: match step.kind {
                StepKind::Band => "band",
                StepKind::CapRow => "cap_row",
                StepKind::Provision => "provision",
                StepKind::CostShare => "cost_share",
                StepKind::CostLimit => "cost_limit",
                StepKind::Share => "share",
                StepKind::Tier => "tier",
                StepKind::GrantShare => "grant_share",
                StepKind::GrantLimit => "grant_limit",
                StepKind::CostPart => "cost_part",
                StepKind::Cap => "cap",
                StepKind::Sum => "sum",
                StepKind::Floor => "floor",
                StepKind::RoundTo => "round_to",
            },
            provision: step.provision.map(|(provision, _)| provision.id),
            category: step.category.map(|category| category.key),
            entered: step.entered.map(|entered| entered.0),
            amount: step.amount.0,
            rate: step.rate.map(|rate| rate.to_string()),
            above: step
                .above
                .map(|above| AboveOut { up_to: above.up_to.0, rate: above.rate.to_string() }),
            of: step.of.0,
            limit: step.limit.map(|limit| limit.0),
            cite: step.cite.into(),
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Ended => "ended",
        Status::Upcoming => "upcoming",
        Status::Undated => "undated",
    }
}
