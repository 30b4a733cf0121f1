//! The whole widget: the one place that holds state.

pub mod asked;
mod handing;
mod screen;

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use hojokin_texts::plain;
use yew::prelude::*;

use crate::{
    components::{Announcer, HAND_ON, OUTLOOK, WAITING, heard},
    desk::{self, Desk, On, Place},
    hand::Hand,
    host,
    markup::Markup,
    state::{Action, Asked, Settings, State},
    text::Words,
};

use self::screen::Screen;

/// What the page around the widget gives it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The settings.
    pub settings: Settings,
    /// Asks the page for what has this name: the desk, the texts of a language, or, by [`PRINT`], to print the page for
    /// paper; or tells it by [`CHANGE`], [`RESULT`] or [`SHARE`] what has happened.
    pub call: Callback<&'static str>,
    /// How often texts have come in.
    pub loaded: usize,
    /// Whether the page for paper is there, which is only while something is printed.
    pub paper: bool,
    /// What is opened at the start.
    #[prop_or_default]
    pub start: Start,
}

/// The page for paper is to be printed.
pub const PRINT: &str = "print";
/// Something was entered or chosen.
pub const CHANGE: &str = "change";
/// Another result is shown, and the typing has paused.
pub const RESULT: &str = "result";
/// A link was made.
pub const SHARE: &str = "share";

/// What is opened at the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// Whether there is a link in the address.
    pub link: bool,
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
    /// A link has come into the address.
    Follow,
    /// Something of the desk is to be done.
    Run(Deed),
}

/// Something that the desk does, with what it needs for it.
pub type Deed = Box<dyn FnOnce(&mut App, &Context<App>)>;

/// Questions on one side, results on the other, the grounds below.
pub struct App {
    pub(crate) state: State,
    announcer: Announcer,
    root: NodeRef,
    /// The result that is on the screen, as it is told to those who do not see it.
    heard: Cell<String>,
    /// Runs until what was entered is saved.
    unsaved: Option<Timeout>,
    /// What is to be done once all is there.
    after: Option<fn(&NodeRef)>,
    /// The id of an element that is to have the focus.
    focus: Option<&'static str>,
    /// Whether what was opened has not been said yet.
    untold: bool,
    /// Where the focus goes if the button that had it is gone.
    lost: Option<&'static str>,
    desk: Place,
    /// Where the focus goes as the desk comes, if a person has asked for it.
    wanted: Option<&'static str>,
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
            after: None,
            focus: None,
            untold: false,
            desk: Place::Empty,
            wanted: None,
            pending: ctx.props().start.clone(),
        };
        app.fetch(ctx);
        app
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let link = ctx.link().clone();
        self.announcer.hear(self.heard.take(), move || link.send_message(Event::Say));
        if let Some(act) = self.after.take() {
            act(&self.root);
        }
        if let Some(id) = self.focus.take() {
            host::focus(&self.root, id);
        }
        if let Some(id) = self.lost.take() {
            host::rescue(&self.root, id);
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        self.state.apply(Action::Set(ctx.props().settings.clone()));
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
            // The page can ask for it too.
            Event::Desk(_) if matches!(self.desk, Place::Taken(_)) => false,
            Event::Desk(desk) => {
                self.desk = desk.map_or(Place::Missing, Place::Taken);
                if self.wanted.is_some() {
                    host::leave(&self.root, WAITING);
                    self.lost = desk.map_or(Some(WAITING), |_| self.wanted);
                }
                self.open_pending();
                true
            }
            Event::Again => {
                let one = self.state.edition.is_some();
                self.wanted = Some(if one { OUTLOOK } else { HAND_ON });
                // The button that was pressed is gone.
                self.lost = Some(WAITING);
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
                ctx.props().call.emit(RESULT);
                true
            }
            Event::Hand(hand) => {
                if let Place::Taken(desk) = self.desk {
                    (desk.hand)(self, ctx, hand);
                }
                true
            }
            Event::Follow => {
                self.pending.link = true;
                self.open_pending();
                self.fetch(ctx);
                true
            }
            Event::Run(run) => {
                run(self, ctx);
                true
            }
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
            unfolded: self.wanted == Some(HAND_ON),
            onagain: ctx.link().callback(|_| Event::Again),
        };
        let mut m = Markup::default();
        match self.desk {
            Place::Taken(desk) if ctx.props().paper => {
                (desk.paper)(&mut m, words, state, &screen.asked, &screen.estimates);
            }
            _ => m.nothing(),
        }
        let link = ctx.link();
        let on = On {
            act: link.callback(Event::Act),
            go: link.callback(Event::Go),
            hand: link.callback(Event::Hand),
            call: ctx.props().call.clone(),
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
            self.lost = Some(OUTLOOK);
        }
        let was = self.state.guide.now;
        self.state.apply(action);
        // Another question takes the place of the one that had the focus, or it cannot be left yet.
        let stays = was == self.state.guide.now;
        if turns {
            self.focus = Some(if stays { "error-summary" } else { "guide" });
        }
        self.fetch(ctx);
        if let Place::Taken(desk) = self.desk {
            (desk.save_soon)(self, ctx);
        }
        ctx.props().call.emit(CHANGE);
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
            ctx.props().call.emit(self.state.language.id());
        }
        let needed = self.wanted.is_some()
            || self.pending != Start::default()
            || self.state.edition.is_some();
        if needed && matches!(self.desk, Place::Empty) {
            self.desk = Place::Waiting;
            ctx.props().call.emit(desk::NAME);
        }
    }
}
