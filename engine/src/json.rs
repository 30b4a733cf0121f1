//! Estimates in the JSON of the contract (docs/contract.md), for everyone who hands them on.

use crate::{
    Cite, Estimate, FactId, FrameEstimate, Rulebook, Status, Step, StepKind, Verdict, Warning,
};

/// An object in the making; its entries stand in the order in which they came.
///
/// ```
/// let mut object = hojokin_engine::json::Object::default();
/// object.text("said", "\"yes\"");
/// object.number("times", Some(2));
/// assert_eq!(object.done(), r#"{"said":"\"yes\"","times":2}"#);
/// ```
#[derive(Debug, Default)]
pub struct Object(String);

impl Object {
    /// Adds a value that is JSON already.
    #[inline(never)]
    pub fn put(&mut self, key: &str, value: &str) {
        let Self(text) = self;
        for part in [if text.is_empty() { "" } else { "," }, "\"", key, "\":", value] {
            text.push_str(part);
        }
    }

    /// Adds a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.put(key, &quoted(value));
    }

    /// Adds a number, or that there is none.
    pub fn number(&mut self, key: &str, value: Option<u64>) {
        self.put(key, &value.map_or(NULL.to_owned(), |number| number.to_string()));
    }

    /// The object.
    pub fn done(self) -> String {
        ["{", &self.0, "}"].concat()
    }
}

const NULL: &str = "null";

/// A text in quotes.
#[inline(never)]
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut rest = text;
    while let Some(place) = rest.find(|sign| matches!(sign, '"' | '\\') || sign < ' ') {
        let (before, after) = rest.split_at(place);
        quoted.push_str(before);
        let sign = &after[..1];
        // No text of the rules has a line break, and what a space says is the same.
        quoted.push_str(match sign {
            "\"" => "\\\"",
            "\\" => "\\\\",
            _ => " ",
        });
        rest = &after[1..];
    }
    quoted + rest + "\""
}

/// An array of what is JSON already.
pub fn array(items: impl Iterator<Item = String>) -> String {
    let mut array = String::from("[");
    for item in items {
        if array.len() > 1 {
            array.push(',');
        }
        array.push_str(&item);
    }
    array.push(']');
    array
}

/// An estimate.
pub fn estimate(rulebook: &Rulebook, estimate: &Estimate) -> String {
    let mut object = Object::default();
    object.text("edition", estimate.edition.id);
    object.text("status", status(estimate.status));
    object.put("frames", &array(estimate.frames.iter().map(|one| frame(rulebook, one))));
    object.put("best", &ids(estimate.best().map(|frame| frame.frame.id)));
    object.done()
}

/// Where an edition stands on a day.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Ended => "ended",
        Status::Upcoming => "upcoming",
        Status::Undated => "undated",
    }
}

fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    array(ids.map(quoted))
}

fn frame(rulebook: &Rulebook, frame: &FrameEstimate) -> String {
    let facts = |facts: &[FactId]| {
        ids(facts.iter().filter_map(|fact| Some(rulebook.facts.get(usize::from(fact.0))?.id)))
    };
    let warning = |warning: &Warning| match warning {
        Warning::Category(id) => rulebook.categories.get(usize::from(id.0)).copied(),
        Warning::Caution(caution) => Some(caution.id),
    };
    let mut object = Object::default();
    object.text("id", frame.frame.id);
    object.text(
        "verdict",
        match frame.verdict {
            Verdict::Eligible => "eligible",
            Verdict::Ineligible => "ineligible",
            Verdict::Undetermined => "undetermined",
        },
    );
    gives(&mut object, frame);
    object.put("unmet", &ids(frame.unmet.iter().copied()));
    object.put("unanswered", &facts(&frame.unanswered));
    object.put("to_confirm", &facts(&frame.to_confirm));
    object.put("warnings", &ids(frame.warnings.iter().filter_map(warning)));
    object.put("steps", &array(frame.steps.iter().map(step)));
    object.done()
}

/// What a frame gives: a grant or other figures.
fn gives(object: &mut Object, frame: &FrameEstimate) {
    if frame.frame.grant().is_none() {
        let mut figures = Object::default();
        for one in &frame.figures {
            let value = one.value.map_or(NULL.to_owned(), |value| value.to_string());
            figures.put(one.figure.id, &value);
        }
        return object.put("figures", &figures.done());
    }
    let mut grant = Object::default();
    grant.number("low", Some(frame.grant.low.0));
    grant.number("high", Some(frame.grant.high.0));
    object.put("grant", &grant.done());
    match frame.rate {
        Some(rate) => object.text("rate", &rate.to_string()),
        None => object.put("rate", NULL),
    }
    object.number("cap", frame.cap.map(|cap| cap.0));
    object.number("floor", frame.floor.map(|floor| floor.0));
    object.number("eligible_expenses", Some(frame.eligible_expenses.0));
    object.number("own_funds", Some(frame.own_funds.0));
}

/// A step of the working; what it does not have is left out.
fn step(step: &Step) -> String {
    let mut object = Object::default();
    object.text("kind", kind(step.kind));
    if let Some((provision, _)) = step.provision {
        object.text("provision", provision.id);
    }
    if let Some(category) = step.category {
        object.text("category", category.key);
    }
    if let Some(entered) = step.entered {
        object.number("entered", Some(entered.0));
    }
    object.number("amount", Some(step.amount.0));
    if let Some(rate) = step.rate {
        object.text("rate", &rate.to_string());
    }
    if let Some(above) = step.above {
        let mut tier = Object::default();
        tier.number("up_to", Some(above.up_to.0));
        tier.text("rate", &above.rate.to_string());
        object.put("above", &tier.done());
    }
    object.number("of", Some(step.of.0));
    if let Some(limit) = step.limit {
        object.number("limit", Some(limit.0));
    }
    object.put("cite", &cite(step.cite));
    object.done()
}

fn kind(kind: StepKind) -> &'static str {
    match kind {
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
    }
}

fn cite(Cite { doc, page, lines, place, verified }: Cite) -> String {
    let mut object = Object::default();
    object.text("doc", doc);
    if let Some(page) = page {
        object.number("page", Some(page.into()));
    }
    if let Some(lines) = lines {
        object.text("lines", lines);
    }
    if let Some(place) = place {
        object.text("place", place);
    }
    if !verified {
        // Only what is not verified says so.
        object.put("verified", "false");
    }
    object.done()
}
