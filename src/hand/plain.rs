//! The result in sentences, for a letter or a chat.

use hojokin_engine::{Case, Estimate, FrameEstimate, Kind, Standing, StepKind, Verdict, Yen};
use hojokin_rules::{rulebook, version};
use hojokin_texts::plain;

use super::reckoned;
use crate::{
    components::category_name,
    state::{Asked, Field, State, own_funds},
    text::{Message, Words},
};

/// Everything that the screen says, without markup.
pub(super) fn text(words: Words, state: &State) -> String {
    let (case, estimates) = reckoned(state);
    let as_of = state.settings.as_of;
    let mut text = Text { words, text: String::new() };
    text.say(Message::Title);
    text.line(&words.basis(state.edition, as_of));
    let one = state.edition.and(estimates.first());
    if let Some(estimate) = one {
        text.line(&words.status(estimate.edition, estimate.status, as_of));
        if let Some(sentence) = words.not_open(estimate.edition, estimate.status, as_of) {
            text.line(&sentence);
        }
    }
    answers(&mut text, state, &estimates);
    match one {
        Some(estimate) => of_edition(&mut text, state, estimate, &case),
        None => {
            text.heading(Message::Programmes);
            for estimate in &estimates {
                let range = estimate.range();
                if Yen::ZERO < range.high {
                    text.item(words.rule(estimate.edition.name), &words.range(range));
                }
            }
            text.say(Message::NotSummed);
        }
    }
    text.line("");
    text.say(Message::Disclaimer);
    text.line(&words.rules_version(version()));
    plain(&text.text)
}

/// The frames, the working and the sources of an edition.
fn of_edition(text: &mut Text, state: &State, estimate: &Estimate, case: &Case) {
    let words = text.words;
    text.heading(Message::Frames);
    for frame in &estimate.frames {
        text.item(words.rule(frame.frame.name), &amounts(words, frame, case));
        for one in &frame.figures {
            let value = match one.value {
                Some(value) => words.figure(value, one.figure.unit),
                None => words.say(Message::FigureOpen).to_owned(),
            };
            text.item(words.rule(one.figure.name), &value);
        }
    }
    working(text, state, estimate);
    text.heading(Message::Sources);
    for source in estimate.edition.sources {
        let mut about = source.url.unwrap_or_default().to_owned();
        if !about.is_empty() {
            about.push(' ');
        }
        about += &words.source(source);
        text.item(source.title, &about);
    }
}

/// Lines in the making.
pub(super) struct Text {
    pub(super) words: Words,
    pub(super) text: String,
}

impl Text {
    #[inline(never)]
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn say(&mut self, message: Message) {
        self.line(self.words.say(message));
    }

    #[inline(never)]
    fn heading(&mut self, message: Message) {
        self.line("");
        self.line(&self.words.copied_heading(self.words.say(message)));
    }

    #[inline(never)]
    pub(super) fn item(&mut self, what: &str, value: &str) {
        self.line(&self.words.copied_item(what, value));
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
                typed.map(|number| hojokin_typed::grouped(number) + unit)
            }
            _ => state.answer(*id).map(|answer| words.values(fact, answer)),
        };
        if let Some(value) = value {
            text.item(words.fact_name(fact.id), &value);
        }
    }
    text.line(words.expenses(state.tax));
    if let Some(total) = state.number(Field::Total) {
        text.item(words.say(Message::Total), &words.yen(Yen(total)));
    }
    for id in &asked.categories {
        if let Some(amount) = state.number(state.expense(*id)) {
            text.item(category_name(words, state, *id), &words.yen(Yen(amount)));
        }
    }
}

/// The verdict and the amounts of a frame, or what is not met.
fn amounts(words: Words, frame: &FrameEstimate, case: &Case) -> String {
    let mut said = words.verdict(frame.verdict).to_owned();
    let mut add = |more: &str| {
        said.push_str(words.say(Message::Comma));
        said.push_str(more);
    };
    let Some(grant) = frame.frame.grant().filter(|_| frame.verdict != Verdict::Ineligible) else {
        for judged in &frame.requirements {
            if matches!(judged.standing, Standing::Unmet) {
                add(words.rule(judged.name));
            }
        }
        return said;
    };
    add(&words.range(frame.grant));
    let own = own_funds(frame, grant, case);
    for (name, value) in [
        (Message::Rate, words.rate(frame)),
        (Message::Cap, words.cap(frame)),
        (Message::Eligible, words.yen(frame.eligible_expenses)),
        (Message::OwnFunds, words.range(own)),
    ] {
        add(&words.named(words.say(name), &value));
    }
    said
}

/// The working of the frame that is looked at closely.
fn working(text: &mut Text, state: &State, estimate: &Estimate) {
    let words = text.words;
    let Some(frame) = state.frame(estimate).filter(|frame| !frame.steps.is_empty()) else { return };
    text.heading(Message::Working);
    text.line(words.rule(frame.frame.name));
    if let Some(assumed) = words.assumed(&frame.assumed) {
        text.line(&assumed);
    }
    let alone =
        !frame.steps.iter().any(|step| step.kind == StepKind::Share && !step.what.is_empty());
    for (n, step) in (1..).zip(&frame.steps) {
        let source = words.cite(step.cite, estimate.edition.source(step.cite));
        let result = words.result(step).unwrap_or_default();
        let sentence = [&words.step(step, alone), " ", &result].concat();
        text.line(&words.copied_step(n, sentence.trim_end(), &source));
    }
}
