//! The whole widget: the one place that holds state.

mod handing;

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use hojokin_engine::{Case, Estimate};
use hojokin_texts::plain;
use yew::prelude::*;

use crate::{
    components::{
        Announcer, bar, edition_picker, error_summary, error_text, expense_sheet, field_id, foot,
        guide, heard, modes, notice, offer, outlook, programme_list, questions, result_bar,
        waiting,
    },
    desk::{self, Desk, Looked, On, Place},
    hand::{Copied, Hand},
    host,
    markup::Markup,
    state::{Action, Asked, Field, Mode, Settings, State},
    text::{Message, Words},
};

/// What the page around the widget gives it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The settings.
    pub settings: Settings,
    /// Fetches what has this name: the desk, or the texts of a language.
    pub load: Callback<&'static str>,
    /// How often texts have come in.
    pub loaded: usize,
    /// Prints the page for paper.
    pub print: Callback<()>,
    /// Whether that page is there, which is only while something is printed.
    pub paper: bool,
    /// What is opened at the start.
    #[prop_or_default]
    pub start: Start,
}

/// What is opened at the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// The text of the link in the address, if there is one.
    pub link: Option<String>,
    /// What is saved on the device, if anything is.
    pub saved: Option<String>,
}

/// What happens while the widget runs.
pub enum Event {
    /// A person did something.
    Act(Action),
    /// A person wants to go to the element with this id.
    Go(String),
    /// The typing has paused.
    Say,
    /// The desk has come, or, with `None`, could not be loaded.
    Desk(Option<&'static Desk>),
    /// A person wants the desk to be asked for once more.
    Again,
    /// A person wants to hand something on or to keep it.
    Hand(Hand),
    /// Something was copied, or the browser did not allow it and here is the text.
    Copied(Copied, Option<String>),
    /// What was entered is to be saved.
    Save,
}

/// Questions on one side, results on the other, the grounds below.
pub struct App {
    state: State,
    announcer: Announcer,
    root: NodeRef,
    /// The result that is on the screen, as it is told to those who do not see it.
    heard: Cell<String>,
    /// Runs until what was entered is saved.
    unsaved: Option<Timeout>,
    /// The id of a text that is to be selected once it is there.
    select: Option<&'static str>,
    /// The id of an element that is to have the focus.
    focus: Option<&'static str>,
    /// Whether what was opened has not been said yet.
    untold: bool,
    /// Where the focus goes if the button that had it is gone.
    lost: Option<&'static str>,
    desk: Place,
    /// Whether a person has asked for the desk, before any round was looked at.
    wanted: bool,
    /// What is to be opened once the desk is there.
    pending: Start,
}

impl Component for App {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let state = State::new(ctx.props().settings.clone());
        let mut app = Self {
            state,
            announcer: Announcer::default(),
            root: NodeRef::default(),
            heard: Cell::default(),
            unsaved: None,
            lost: None,
            select: None,
            focus: None,
            untold: false,
            desk: Place::Empty,
            wanted: false,
            pending: ctx.props().start.clone(),
        };
        app.fetch(ctx);
        app
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let link = ctx.link().clone();
        self.announcer.hear(self.heard.take(), move || link.send_message(Event::Say));
        if let Some(id) = self.select.take() {
            host::select(&self.root, id);
        }
        if let Some(id) = self.focus.take() {
            host::focus(&self.root, id);
        }
        if let Some(id) = self.lost.take() {
            host::rescue(&self.root, id);
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        self.state.apply(Action::Set(ctx.props().settings.clone()));
        if ctx.props().start != old.start {
            self.pending.link.clone_from(&ctx.props().start.link);
            self.open_pending();
        }
        self.fetch(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Act(action) => {
                self.act(ctx, action);
                true
            }
            Event::Go(id) => {
                host::focus(&self.root, &id);
                false
            }
            Event::Desk(desk) => {
                self.desk = desk.map_or(Place::Missing, Place::Taken);
                if self.wanted {
                    self.lost = Some("hand-on");
                }
                self.open_pending();
                true
            }
            Event::Again => {
                self.wanted = true;
                self.desk = Place::Empty;
                self.fetch(ctx);
                true
            }
            Event::Say => {
                let told = match self.desk {
                    Place::Taken(desk) => (desk.tell_opened)(self),
                    _ => String::new(),
                };
                self.announcer.say(&told);
                true
            }
            Event::Hand(hand) => {
                if let Place::Taken(desk) = self.desk {
                    (desk.hand)(self, ctx, hand);
                }
                self.save_soon(ctx);
                true
            }
            Event::Copied(what, by_hand) => {
                if let Place::Taken(desk) = self.desk {
                    (desk.copied)(self, what, by_hand);
                }
                true
            }
            Event::Save => match self.desk {
                Place::Taken(desk) => (desk.save)(self),
                _ => false,
            },
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (words, state) = (self.words(), &self.state);
        let case = state.case();
        let estimates = state.estimates(&case);
        self.heard.set(plain(&heard(words, &estimates)));
        let screen = Screen {
            words,
            state,
            case,
            asked: Asked::of(&estimates, state.settings.as_of),
            estimates,
            desk: self.desk,
            wanted: self.wanted,
            onagain: ctx.link().callback(|_| Event::Again),
        };
        let mut m = Markup::default();
        match self.desk {
            Place::Taken(desk) if ctx.props().paper => {
                let (asked, page) = (&screen.asked, host::address());
                (desk.paper)(&mut m, words, state, asked, &screen.estimates, &page);
            }
            _ => m.nothing(),
        }
        let link = ctx.link();
        let on = On {
            act: link.callback(Event::Act),
            go: link.callback(Event::Go),
            hand: link.callback(Event::Hand),
            print: ctx.props().print.clone(),
        };
        screen.render(&mut m, &on);
        self.announcer.view(&mut m);
        let language = words.language();
        html! {
            <div class="app" lang={language.tag()} data-language={language.id()} ref={self.root.clone()}>
                { m.done() }
            </div>
        }
    }
}

impl App {
    /// The texts of the language that is wanted, Japanese until they are there.
    fn words(&self) -> Words {
        Words::of(self.state.language).unwrap_or_else(Words::japanese)
    }

    /// Takes in what a person did, and where the focus goes with it.
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let turns = matches!(action, Action::Next | Action::Skip | Action::Visit(_));
        if matches!(action, Action::Speak(_)) {
            self.announcer.hush();
        }
        if matches!(action, Action::Choose(_)) {
            self.lost = Some("outlook");
        }
        let was = self.state.guide.now;
        self.state.apply(action);
        // Another question takes the place of the one that had the focus, or it cannot be left yet.
        let stays = was == self.state.guide.now;
        if turns {
            self.focus = Some(if stays { "error-summary" } else { "guide" });
        }
        self.fetch(ctx);
        self.save_soon(ctx);
    }

    /// Opens what there is to open, once the desk is there.
    fn open_pending(&mut self) {
        if let Place::Taken(desk) = self.desk {
            (desk.start)(self);
        }
    }

    /// Asks for the texts of the language that is wanted and for the desk, if they are needed and not there.
    fn fetch(&mut self, ctx: &Context<Self>) {
        if Words::of(self.state.language).is_none() {
            ctx.props().load.emit(self.state.language.id());
        }
        let needed =
            self.wanted || self.pending != Start::default() || self.state.edition.is_some();
        if needed && matches!(self.desk, Place::Empty) {
            self.desk = Place::Waiting;
            ctx.props().load.emit(desk::NAME);
        }
    }
}

/// Everything that is shown.
struct Screen<'a> {
    words: Words,
    state: &'a State,
    case: Case,
    asked: Asked,
    estimates: Vec<Estimate>,
    desk: Place,
    wanted: bool,
    onagain: Callback<yew::Event>,
}

impl Screen<'_> {
    fn render(&self, m: &mut Markup, on: &On) {
        let On { act: onact, go: ongo, .. } = on;
        let Self { words, state, estimates, .. } = self;
        let (words, settings) = (*words, &state.settings);
        let onchoose = onact.reform(Action::Choose);
        bar(m, words, settings.chamber.as_deref(), &onact.reform(Action::Speak));
        match self.desk {
            Place::Taken(desk) => (desk.opened)(m, words, state),
            _ => m.nothing(),
        }
        m.open("div", "app__columns");
        m.open("section", "app__ask");
        m.set("aria-label", words.say(Message::Questions));
        modes(m, words, state.mode, onact);
        self.ask(m, onact, ongo);
        m.close();
        m.open("section", "app__results");
        m.set("aria-labelledby", "outlook");
        match self.one() {
            Some(estimate) => {
                outlook(m, words, estimate, settings.as_of);
                // One element whatever is in it, so that nothing beside it is made anew, and loses the focus, as it comes.
                m.open("div", "");
                if let Place::Taken(desk) = self.desk {
                    let case = &self.case;
                    (desk.results)(m, &Looked { words, state, estimate, case, on });
                } else {
                    let missing = matches!(self.desk, Place::Missing);
                    waiting(m, words, missing, &self.onagain);
                }
                m.close();
            }
            None => programme_list(m, words, state, estimates, &onchoose),
        }
        match self.desk {
            Place::Taken(desk) => (desk.hand_on)(m, words, state, on, self.wanted),
            Place::Empty => offer(m, words, &self.onagain),
            // The place of the results says it.
            _ if state.edition.is_some() => m.nothing(),
            place => waiting(m, words, matches!(place, Place::Missing), &self.onagain),
        }
        m.close();
        m.close();
        match (self.desk, state.edition) {
            (Place::Taken(desk), Some(edition)) => (desk.grounds)(m, words, edition),
            _ => m.nothing(),
        }
        foot(m, words, state.edition, settings.as_of);
        result_bar(m, words, estimates, settings.as_of, &ongo.reform(|()| "outlook".to_owned()));
    }

    /// What a person fills in.
    fn ask(&self, m: &mut Markup, onact: &Callback<Action>, ongo: &Callback<String>) {
        let Self { words, state, asked, estimates, .. } = self;
        let words = *words;
        let guided = state.mode == Mode::Guided;
        let picker = |m: &mut Markup| {
            edition_picker(m, words, state, &onact.reform(Action::Choose));
            match self.one() {
                Some(estimate) => notice(m, words, state, estimate.edition),
                None => m.nothing(),
            }
        };
        if !guided {
            picker(m);
        }
        // What looks at one round closely, once it is there.
        let close = match (self.one(), self.desk) {
            (Some(one), Place::Taken(desk)) => Some((one, desk)),
            _ => None,
        };
        let is_charted =
            || close.is_some_and(|(one, desk)| (desk.is_charted)(state, one, &self.case));
        let errors: Vec<(String, String)> = state
            .errors(asked)
            .into_iter()
            .filter(|(field, _)| *field != Field::Wanted || is_charted())
            .map(|(field, error)| (field_id(field), error_text(words, state, field, error)))
            .collect();
        error_summary(m, words, &errors, ongo);
        let limits = close.map(|(one, desk)| (desk.limits)(words, state, one, &self.case));
        let limits = limits.unwrap_or_default();
        if guided {
            guide(m, words, state, asked, estimates, limits, onact);
            return picker(m);
        }
        questions(m, words, state, asked, estimates, onact);
        match close {
            Some((one, desk)) => (desk.wage_helper)(m, words, state, one.edition, onact),
            None => m.nothing(),
        }
        expense_sheet(m, words, state, asked, estimates, limits, onact);
    }

    /// The estimate of the chosen edition.
    fn one(&self) -> Option<&Estimate> {
        self.state.edition.and(self.estimates.first())
    }
}
