//! Handing on and keeping: what reaches beyond the state, to the clipboard and the device. The desk calls all of it, so
//! that it is loaded with the desk.

use gloo::timers::callback::Timeout;
use hojokin_texts::plain;
use yew::prelude::*;

use super::{App, Event, SHARE, Start};
use crate::{
    components::{BY_HAND, CASES_TITLE, LINK},
    hand::{self, Copied, Hand},
    host,
    proof::prove,
    state::{Action, CASES, Keeping, Origin, Saving},
    text::Message,
};

/// How long nothing must have changed before it is saved (milliseconds).
const PAUSE: u32 = 500;

impl App {
    /// Opens what there is to open, once the desk is there.
    pub(crate) fn start(&mut self) {
        let Start { link, saved } = std::mem::take(&mut self.pending);
        let shared = link.then(host::shared).flatten();
        if let Some(saved) = saved {
            let (own, cases) = hand::restored(&saved, &self.state.settings);
            for case in cases {
                self.keep(Keeping::Case(case));
            }
            self.keep(Keeping::Saving(Saving::On));
            // A link comes before what is saved, which then stays as it is.
            if !shared.as_deref().is_some_and(hand::is_readable) {
                self.open(Origin::Device, &own);
            }
        }
        if let Some(link) = shared {
            self.follow(&link);
        }
    }

    /// Opens the link of the address. What is saved stays as it is until the person wants it replaced.
    fn follow(&mut self, link: &str) {
        if self.unsaved.is_some() {
            self.save();
        }
        self.open(Origin::Link, link);
        let kept = &self.state.kept;
        if kept.saving == Saving::On && matches!(kept.opened, Some((_, Ok(_)))) {
            self.keep(Keeping::Saving(Saving::Off));
            self.keep(Keeping::SetAside);
        }
    }

    fn open(&mut self, origin: Origin, text: &str) {
        hand::open(&mut self.state, origin, text);
        self.untold = true;
    }

    fn keep(&mut self, keeping: Keeping) {
        self.state.apply(Action::Keep(keeping));
    }

    /// What there is to say about what was opened, once.
    pub(crate) fn tell_opened(&mut self) -> String {
        let words = self.words();
        if !std::mem::take(&mut self.untold) {
            return String::new();
        }
        let mut said = hand::told(words, &self.state);
        said.push(String::new());
        plain(&words.sentences(&said))
    }

    pub(crate) fn hand(&mut self, ctx: &Context<Self>, hand: Hand) {
        let words = self.words();
        match hand {
            Hand::Share => {
                let shared = hand::share(&self.state, &host::address());
                self.keep(Keeping::Share(shared));
                self.after = Some(|root| host::select(root, LINK));
                ctx.props().call.emit(SHARE);
            }
            Hand::Copy(what) => {
                let text = hand::copy(what, words, &self.state);
                let link = ctx.link().clone();
                let kept = text.clone();
                let then = Callback::from(move |done: bool| {
                    let by_hand = (!done).then(|| kept.clone());
                    link.send_message(Event::Run(Box::new(move |app, _| {
                        app.copied(what, by_hand)
                    })));
                });
                host::copy(&text, then);
            }
            Hand::Save(true) => {
                self.keep(Keeping::Saving(Saving::On));
                self.save();
            }
            Hand::Save(false) => {
                self.unsaved = None;
                host::save(None);
                self.keep(Keeping::Saving(Saving::Off));
            }
            Hand::Case => {
                let case = hand::case(words, &self.state);
                self.keep(Keeping::Case(case));
                self.announcer.tell(plain(words.say(Message::CaseKept)));
                if self.state.kept.cases.len() == CASES {
                    self.focus = Some(CASES_TITLE);
                }
            }
            Hand::Prove => {
                let proof = prove(&self.state.settings, host::requests());
                self.keep(Keeping::Proof(proof));
                let (version, day) = (hojokin_rules::version(), self.state.settings.as_of.day);
                self.announcer.tell(plain(&words.proven(proof, version, day)));
            }
            Hand::Drop(place) => {
                self.keep(Keeping::Drop(place));
                self.focus = Some(CASES_TITLE);
            }
            Hand::Open(place) => {
                let case = self.state.kept.cases.get(place).map(|case| case.link.clone());
                if let Some(link) = case {
                    self.open(Origin::Case, &link);
                    let told = self.tell_opened();
                    self.announcer.tell(told);
                }
            }
        }
        self.save_soon(ctx);
    }

    /// Says that something was copied, or shows what is to be copied by hand.
    fn copied(&mut self, what: Copied, by_hand: Option<String>) {
        let words = self.words();
        let said = match (by_hand, what) {
            (None, _) => {
                self.keep(Keeping::Copied(what));
                Message::Copied
            }
            (Some(_), Copied::Link) => {
                self.after = Some(|root| host::select(root, LINK));
                Message::CopyByHand
            }
            (Some(text), _) => {
                self.keep(Keeping::ByHand(text));
                self.after = Some(|root| host::select(root, BY_HAND));
                Message::CopyByHand
            }
        };
        self.announcer.tell(plain(words.say(said)));
    }

    /// Saves once nothing has changed for a moment, if it is wanted at all.
    pub(crate) fn save_soon(&mut self, ctx: &Context<Self>) {
        if self.state.kept.saving == Saving::On {
            let link = ctx.link().clone();
            self.unsaved = Some(Timeout::new(PAUSE, move || {
                link.send_message(Event::Run(Box::new(|app, _| app.save())))
            }));
        }
    }

    fn save(&mut self) {
        self.unsaved = None;
        let text = hand::stored(&self.state);
        if self.state.kept.saving == Saving::On && !host::save(Some(&text)) {
            self.keep(Keeping::Saving(Saving::Refused));
        }
    }
}
