//! How long an estimate takes: `jizokuka/2024-16`, all five frames with their steps, and every built-in edition at
//! once.
//!
//! The bars for a fully answered case are 10 µs and 200 µs, so that answers can be shown with every keystroke.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hojokin_engine::{
    Answers, Case, Domain, Edition, Expenses, FactId, Kind, Yen, curve::curve, estimate,
    inverse::least_expense,
};

/// The answers of a retailer that raises wages; all facts that the edition reads.
const ANSWERS: [(&str, &str); 13] = [
    ("industry", "retail"),
    ("legal_form", "company"),
    ("employees", "4"),
    ("wage_raise", "true"),
    ("deficit", "false"),
    ("invoice_new", "true"),
    ("startup_support", "true"),
    ("graduation", "true"),
    ("atotsugi_finalist", "true"),
    ("owned_by_large", "false"),
    ("income_over_limit", "false"),
    ("excluded_form", "false"),
    ("invoice_used_before", "false"),
];

criterion_group!(benches, benchmark);
criterion_main!(benches);

fn benchmark(criterion: &mut Criterion) {
    let edition = edition();
    let four = ["employees", "wage_raise", "deficit", "invoice_new"];
    let every = ANSWERS.map(|(fact, _)| fact);
    for (name, open) in [
        ("all answered", &[][..]),
        ("employees, wage_raise, deficit and invoice_new open", &four),
        ("everything open", &every),
    ] {
        let case = case(open);
        criterion.bench_function(&format!("estimate: {name}"), |bencher| {
            bencher.iter(|| estimate(edition, black_box(&case)));
        });
    }

    let editions = hojokin_rules::rulebook().editions;
    let every_edition = |case: &Case| -> usize {
        editions.iter().map(|edition| estimate(edition, black_box(case)).frames.len()).sum()
    };
    let (answered, open) = (everything(true), everything(false));
    for (name, case) in [("all answered", &answered), ("everything open", &open)] {
        let name = format!("estimate of {} editions: {name}", editions.len());
        criterion.bench_function(&name, |bencher| bencher.iter(|| every_edition(case)));
    }

    let case = case(&[]);
    let frames = estimate(edition, &case).frames;
    let wage = frames.iter().find(|frame| frame.frame.id == "wage").expect("the edition has it");
    let terms = wage.terms.expect("the firm can get it");
    let grant = wage.frame.grant().expect("the frame grants");
    let cap = terms.whole_cap(grant).expect("it has a cap");
    criterion.bench_function("curve: the bends of one frame", |bencher| {
        bencher.iter(|| curve(edition, wage.frame, &terms, black_box(&case)));
    });
    criterion.bench_function("inverse: the least expense for the cap", |bencher| {
        bencher.iter(|| least_expense(edition, wage.frame, &terms, black_box(&case), cap));
    });
}

fn edition() -> &'static Edition {
    hojokin_rules::rulebook().edition("jizokuka/2024-16").expect("it is built in")
}

/// The retailer with three categories, these facts unanswered.
fn case(open: &[&str]) -> Case {
    let rulebook = hojokin_rules::rulebook();
    let mut answers = Answers::none(rulebook.facts);
    for (id, answer) in ANSWERS.iter().filter(|(id, _)| !open.contains(id)) {
        let (fact, value) = answered(id, answer);
        answers.set(fact, value);
    }
    let mut expenses = Expenses::none(&rulebook);
    for (id, yen) in [("publicity", 600_000), ("website", 300_000), ("machinery", 450_000)] {
        expenses.set(rulebook.category(id).expect("a known category"), Yen(yen));
    }
    Case { as_of: "2024-05-10".parse().expect("a day of the calendar"), answers, expenses }
}

/// A manufacturer with 10 employees that promises every raise of wages, and an amount in every category; with
/// nothing answered, only the amounts.
fn everything(answered: bool) -> Case {
    let rulebook = hojokin_rules::rulebook();
    let mut answers = Answers::none(rulebook.facts);
    for (place, fact) in answers.facts().zip(rulebook.facts).filter(|_| answered) {
        let small = if fact.id == "employees" { 10 } else { 5_000 };
        let value = match fact.kind {
            Kind::Truth => Domain::truth(!fact.confirm && fact.id != "rehabilitation"),
            Kind::Number => Domain::number(small.min(12)),
            Kind::Money => Domain::number(small),
            Kind::Choice(_) => Domain::choice(0),
        };
        answers.set(place, value);
    }
    let mut expenses = Expenses::none(&rulebook);
    for category in expenses.categories() {
        expenses.set(category, Yen(1_234_567));
    }
    Case { as_of: "2024-05-10".parse().expect("a day of the calendar"), answers, expenses }
}

fn answered(id: &str, answer: &str) -> (FactId, Domain) {
    let (place, fact) = hojokin_rules::rulebook().fact(id).expect("a known fact");
    let value = match fact.kind {
        Kind::Truth => Domain::truth(answer == "true"),
        Kind::Number | Kind::Money => Domain::number(answer.parse().expect("a number")),
        Kind::Choice(choices) => {
            let place = choices.iter().position(|choice| *choice == answer).expect("a choice");
            Domain::choice(u32::try_from(place).expect("there are few choices"))
        }
    };
    (place, value)
}
