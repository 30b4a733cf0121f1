//! Says the result to those who hear the page, once the typing has paused.

use gloo::timers::callback::Timeout;
use hojokin_engine::{Estimate, Verdict};

use crate::{
    markup::Markup,
    text::{Message, Words},
};

/// How long the typing must have paused (milliseconds).
const PAUSE: u32 = 800;

/// The one live region of the widget, there from the start.
#[derive(Default)]
pub struct Announcer {
    said: String,
    next: String,
    /// Runs until the next thing is said; dropped, it stops.
    pause: Option<Timeout>,
}

impl Announcer {
    /// Calls `then` once the typing has paused, if there is something new to say.
    pub fn hear(&mut self, text: String, then: impl FnOnce() + 'static) {
        if self.next != text {
            self.next = text;
            self.pause = Some(Timeout::new(PAUSE, then));
        }
    }

    /// Says what there is to say, after something that comes first.
    pub fn say(&mut self, first: &str) {
        self.said = [first, &self.next].concat();
    }

    /// Says something at once. The same thing a second time differs by a space that is not heard, or a screen reader
    /// would keep silent.
    pub fn tell(&mut self, text: String) {
        self.said = if self.said == text { text + "\u{a0}" } else { text };
    }

    /// Takes back what has been said, so that no other language reads it.
    pub fn hush(&mut self) {
        self.said.clear();
    }

    /// What has been said.
    pub fn view(&self, m: &mut Markup) {
        m.open("p", "announcer");
        m.set("role", "status");
        m.text(self.said.clone());
        m.close();
    }
}

/// The result as it is told to those who do not see it.
pub fn heard(words: Words, estimates: &[Estimate]) -> String {
    let best = estimates.iter().max_by_key(|estimate| estimate.range().low);
    let Some(best) = best.filter(|estimate| {
        estimate.frames.iter().any(|frame| frame.verdict != Verdict::Ineligible)
    }) else {
        return words.say(Message::NoFrame).to_owned();
    };
    let frames: Vec<&str> = best.best().map(|frame| words.rule(frame.frame.name)).collect();
    words.heard(best.range(), &frames)
}
