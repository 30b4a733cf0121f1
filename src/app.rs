//! The whole widget: the one place that holds state.

use hojokin_engine::Verdict;
use yew::prelude::*;

use crate::{
    components::{
        Announcer, bar, edition_picker, error_summary, expense_sheet, field_id, frame_list,
        grounds, notice, outlook, outlook_range, questions, result_bar,
    },
    host,
    state::{Action, Field, Settings, State},
    text::{Message, Words},
};

/// What the page around the widget gives it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The settings.
    pub settings: Settings,
}

/// Questions on one side, results on the other, the grounds below.
#[component]
pub fn App(Props { settings }: &Props) -> Html {
    let words = Words::japanese();
    let state = use_reducer(|| State::new(settings.clone()));
    let root = use_node_ref();
    let onact = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
    };
    {
        let onact = onact.clone();
        use_effect_with(settings.clone(), move |settings| {
            onact.emit(Action::Set(settings.clone()))
        });
    }
    let ongo = {
        let root = root.clone();
        Callback::from(move |id: String| host::focus(&root, &id))
    };

    let estimate = state.estimate();
    let edition = state.edition;
    let errors: Vec<(String, String)> = state
        .errors()
        .into_iter()
        .map(|(field, error)| (field_id(field), error_text(words, &state, field, error)))
        .collect();
    let best: Vec<&str> = estimate.best().map(|frame| frame.frame.name).collect();
    let any = estimate.frames.iter().any(|frame| frame.verdict != Verdict::Ineligible);
    let heard = if any {
        words.heard(outlook_range(&estimate), &best)
    } else {
        words.say(Message::NoFrame).to_owned()
    };
    let onchoose = onact.reform(Action::Choose);
    html! {
        <div class="app" lang={words.lang()} ref={root}>
            { bar(words, settings.chamber.as_deref()) }
            <div class="app__columns">
                <section class="app__ask" aria-label={words.say(Message::Questions)}>
                    { edition_picker(words, edition, settings.as_of, &onchoose) }
                    { notice(words, edition, estimate.status) }
                    { error_summary(words, &errors, &ongo) }
                    { questions(words, &state, &estimate, &onact) }
                    { expense_sheet(words, &state, &estimate, &onact) }
                </section>
                <section class="app__results" aria-labelledby="outlook">
                    { outlook(words, &estimate) }
                    { frame_list(words, &estimate, &state.case()) }
                </section>
            </div>
            { grounds(words, edition, settings.as_of) }
            { result_bar(words, &estimate, &ongo.reform(|()| "outlook".to_owned())) }
            <Announcer text={heard} />
        </div>
    }
}

/// What is wrong with a field, naming it.
fn error_text(
    words: Words,
    state: &State,
    field: Field,
    error: crate::input::FieldError,
) -> String {
    match field {
        Field::Fact(fact) => {
            let id = hojokin_rules::rulebook().facts[usize::from(fact.0)].id;
            words.field_error(error, words.fact_name(id), false)
        }
        Field::Expense(category) => {
            let name = state.edition.category(category).map_or("", |category| category.name);
            words.field_error(error, name, true)
        }
    }
}
