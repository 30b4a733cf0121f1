//! The result in sentences, for a letter or a chat.

use hojokin_engine::{Estimate, FrameEstimate, Kind, StepKind, Verdict, Yen};
use hojokin_rules::{rulebook, version};
use hojokin_texts::plain;

use super::reckoned;
use crate::{
    components::category_name,
    state::{Asked, Field, State, outlook_range, own_funds},
    text::{Message, Words},
};

/// Everything that the screen says, without markup.
pub(super) fn text(words: Words, state: &State) -> String {
    let (case, estimates) = reckoned(state);
    let as_of = state.settings.as_of;
    let mut text = Text { words, lines: Vec::new() };
    text.say(Message::Title);
    text.line(words.basis(state.edition, as_of));
    let one = state.edition.and(estimates.first());
    if let Some(estimate) = one {
        text.line(words.status(estimate.edition, estimate.status, as_of));
        text.lines.extend(words.not_open(estimate.edition, estimate.status, as_of));
    }
    answers(&mut text, state, &estimates);
    match one {
        Some(estimate) => {
            text.heading(Message::Frames);
            for frame in &estimate.frames {
                let amounts = amounts(words, frame, &case);
                text.item(words.rule(frame.frame.name), &amounts);
                for one in &frame.figures {
                    let value = one.value.map(|value| words.figure(value, one.figure.unit));
                    let value = value.unwrap_or_else(|| words.say(Message::FigureOpen).to_owned());
                    text.item(words.rule(one.figure.name), &value);
                }
            }
            working(&mut text, state, estimate);
            text.heading(Message::Sources);
            for source in estimate.edition.sources {
                let place = source.url.unwrap_or_default();
                let about = words.source(source);
                text.item(source.title, [place, " ", &about].concat().trim_start());
            }
        }
        None => {
            text.heading(Message::Programmes);
            for estimate in &estimates {
                let range = outlook_range(estimate);
                if Yen::ZERO < range.high {
                    text.item(words.rule(estimate.edition.name), &words.range(range));
                }
            }
            text.say(Message::NotSummed);
        }
    }
    text.lines.push(String::new());
    text.say(Message::Disclaimer);
    text.line(words.rules_version(version()));
    plain(&text.lines.join("\n"))
}

/// Lines in the making.
struct Text {
    words: Words,
    lines: Vec<String>,
}

impl Text {
    #[inline(never)]
    fn line(&mut self, text: String) {
        self.lines.push(text);
    }

    fn say(&mut self, message: Message) {
        self.line(self.words.say(message).to_owned());
    }

    fn heading(&mut self, message: Message) {
        self.lines.push(String::new());
        self.line(self.words.copied_heading(self.words.say(message)));
    }

    fn item(&mut self, what: &str, value: &str) {
        self.line(self.words.copied_item(what, value));
    }
}

/// What was answered, in the order of asking.
fn answers(text: &mut Text, state: &State, estimates: &[Estimate]) {
    let words = text.words;
    let asked = Asked::of(estimates, state.settings.as_of);
    text.heading(Message::CopiedAnswers);
    for id in &asked.facts {
        let Some(fact) = rulebook().facts.get(usize::from(id.0)) else { continue };
        let value = match fact.kind {
            Kind::Number | Kind::Money => {
                let unit = words.question(fact.id).map_or("", |question| question.unit);
                let typed = state.number(Field::Fact(*id));
                typed.map(|number| crate::input::grouped(number) + unit)
            }
            _ => state.answer(*id).map(|answer| words.values(fact, answer)),
        };
        if let Some(value) = value {
            text.item(words.fact_name(fact.id), &value);
        }
    }
    text.line(words.expenses(state.tax).to_owned());
    for id in &asked.categories {
        if let Some(amount) = state.number(state.expense(*id)) {
            text.item(category_name(words, state, *id), &words.yen(Yen(amount)));
        }
    }
}

/// The verdict and the amounts of a frame, or what is not met.
fn amounts(words: Words, frame: &FrameEstimate, case: &hojokin_engine::Case) -> String {
    let verdict = words.verdict(frame.verdict);
    let (Some(grant), false) = (frame.frame.grant(), frame.verdict == Verdict::Ineligible) else {
        let unmet = frame
            .requirements
            .iter()
            .filter(|judged| matches!(judged.standing, hojokin_engine::Standing::Unmet));
        let mut said = vec![verdict];
        said.extend(unmet.map(|judged| words.rule(judged.name)));
        return said.join(words.say(Message::Comma));
    };
    let own = own_funds(frame, grant, case);
    let named = |name, value: String| words.named(words.say(name), &value);
    let said = [
        verdict.to_owned(),
        words.range(frame.grant),
        named(Message::Rate, words.rate(frame)),
        named(Message::Cap, words.cap(frame)),
        named(Message::Eligible, words.yen(frame.eligible_expenses)),
        named(Message::OwnFunds, words.range(own)),
    ];
    said.join(words.say(Message::Comma))
}

/// The working of the frame that is looked at closely.
fn working(text: &mut Text, state: &State, estimate: &Estimate) {
    let words = text.words;
    let Some(frame) = state.frame(estimate).filter(|frame| !frame.steps.is_empty()) else { return };
    text.heading(Message::Working);
    text.line(words.rule(frame.frame.name).to_owned());
    if let Some(assumed) = words.assumed(&frame.assumed) {
        text.line(assumed);
    }
    let alone =
        !frame.steps.iter().any(|step| step.kind == StepKind::Share && !step.what.is_empty());
    for (n, step) in (1..).zip(&frame.steps) {
        let source = words.cite(step.cite, estimate.edition.source(step.cite));
        let result = words.result(step).unwrap_or_default();
        let sentence = [&words.step(step, alone), " ", &result].concat();
        text.line(words.copied_step(n, sentence.trim_end(), &source));
    }
}
