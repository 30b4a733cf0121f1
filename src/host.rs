//! The outside world: the custom element around the widget, its attributes, the clock, the focus, the address, the
//! clipboard, the storage of the device.
//!
//! Nothing else in the widget names `window`, `document`, storage, the URL or a clock. What the page around
//! does not allow simply does not happen; the widget goes on without it.

// This is the file through which the clock and the document are to be reached.
#![allow(clippy::disallowed_methods)]

use hojokin_engine::{Date, Moment};
use hojokin_texts::{Language, Texts};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, PerformanceResourceTiming, ShadowRoot, Storage,
};
use yew::{AppHandle, Callback, NodeRef, Renderer};

use crate::{
    app::{App, Event, Props, Start},
    desk, link,
    state::{Mode, Settings},
};

/// A running widget, held by its custom element.
#[wasm_bindgen]
pub struct Calculator {
    app: AppHandle<App>,
    props: Props,
}

#[wasm_bindgen]
impl Calculator {
    /// Starts the widget in `root`, an element inside the shadow root of `host`, with the link in the address if it is
    /// `linked`; `call` is called with the name of what is
    /// wanted, which [`take`](Self::take) takes in, or of what has happened.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, host: &HtmlElement, linked: bool, call: Function) -> Self {
        let call = Callback::from(move |name: &'static str| {
            // What cannot be asked for does not come.
            let _ = call.call1(&JsValue::NULL, &name.into());
        });
        let start = Start { link: linked, saved: storage().and_then(saved) };
        let settings = settings(host);
        let props = Props { settings, call, loaded: 0, paper: false, start };
        Self { app: Renderer::<App>::with_root_and_props(root, props.clone()).render(), props }
    }

    /// Takes over the attributes of `host` after one has changed.
    pub fn update(&mut self, host: &HtmlElement) {
        self.props.settings = settings(host);
        self.app.update(self.props.clone());
    }

    /// Opens the link that has come into the address.
    pub fn follow(&self) {
        self.app.send_message(Event::Follow);
    }

    /// Takes in what was asked for by this name, `None` if it could not be loaded. The desk has no text; texts of another
    /// build are left out, and without them the widget stays in Japanese. What has another name is for the desk, which
    /// has to be loaded: it says what comes of it (see [`asked`](crate::app::asked)).
    pub fn take(&mut self, name: &str, text: Option<String>) -> Option<String> {
        if name == desk::NAME {
            self.app.send_message(Event::Desk(text.map(|_| desk::desk())));
            return None;
        }
        let Some(language) = Language::of(name) else {
            return (desk::desk().ask)(&self.app, name, text);
        };
        if text.is_some_and(|text| Texts::load(language, text)) {
            self.props.loaded += 1;
            self.app.update(self.props.clone());
        }
        None
    }

    /// Makes the page for paper before something is printed, and takes it away again.
    pub fn paper(&mut self, shown: bool) {
        self.props.paper = shown;
        self.app.update(self.props.clone());
    }

    /// Ends the widget and empties its root.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// The settings that the attributes of the custom element make.
fn settings(host: &HtmlElement) -> Settings {
    let attribute = |name| host.get_attribute(name).filter(|value| !value.is_empty());
    let as_of = attribute("as-of").and_then(|day| day.parse().ok());
    Settings {
        edition: attribute("edition"),
        dated: as_of.is_some(),
        as_of: as_of.unwrap_or_else(now),
        chamber: attribute("chamber-name"),
        language: attribute("lang")
            .and_then(|lang| Language::of(&lang))
            .unwrap_or(Language::Japanese),
        mode: match attribute("mode").as_deref() {
            Some("sheet") => Mode::Sheet,
            _ => Mode::Guided,
        },
        only: attribute("programmes"),
    }
}

/// Now in Japan (UTC+9, no summer time).
fn now() -> Moment {
    const NINE_HOURS: f64 = 9.0 * 60.0 * 60.0 * 1_000.0;
    let japan = js_sys::Date::new(&(js_sys::Date::now() + NINE_HOURS).into());
    // As 2026-11-21T09:30:00.000Z.
    let written = String::from(japan.to_iso_string());
    let seconds = written.get(..19).and_then(|moment| moment.parse().ok());
    // A clock can be set beyond all years.
    seconds.unwrap_or(Moment::from(Date { year: u16::MAX, month: 1, day: 1 }))
}

/// The text of the link in the fragment of the address.
pub fn shared() -> Option<String> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    // Some programs write the signs of a link as %3B and the like.
    let plain = js_sys::decode_uri_component(&fragment).map(String::from).unwrap_or(fragment);
    link::find(&plain).map(str::to_owned)
}

/// The address of the page.
pub fn address() -> String {
    let window = web_sys::window();
    window.and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The one key in the storage of the device.
const KEY: &str = "hojokin";

/// The storage of the device; a browser can forbid it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn saved(storage: Storage) -> Option<String> {
    storage.get_item(KEY).ok()?
}

/// Saves a text on the device, or deletes it; whether that was possible.
pub fn save(text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    match text {
        Some(text) => storage.set_item(KEY, text).is_ok(),
        None => storage.remove_item(KEY).is_ok(),
    }
}

/// How many requests the page has made of its own since it was loaded, but for the files of the calculator.
pub fn requests() -> usize {
    let window = web_sys::window();
    let Some(performance) = window.and_then(|window| window.performance()) else { return 0 };
    let entries = performance.get_entries_by_type("resource");
    let own = |entry: &JsValue| {
        let entry: &PerformanceResourceTiming = entry.unchecked_ref();
        let sent = matches!(&*entry.initiator_type(), "fetch" | "xmlhttprequest" | "beacon");
        sent && !entry.name().contains("/hojokin")
    };
    entries.iter().filter(own).count()
}

/// Copies a text, then says whether that was possible.
pub fn copy(text: &str, then: Callback<bool>) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // A page that was not loaded safely has no clipboard.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return then.emit(false);
    };
    // Nothing comes of success, and a reason of failure.
    let done = Closure::once(move |reason: JsValue| then.emit(reason.is_undefined()));
    let _ = clipboard.write_text(text).then2(&done, &done);
    // It frees itself once it has run.
    done.forget();
}

/// Selects the text of the field with this id.
pub fn select(within: &NodeRef, id: &str) {
    if let Some(field) = element(within, id) {
        let field: HtmlTextAreaElement = field.unchecked_into();
        let _ = field.focus();
        field.select();
    }
}

/// The shadow root around `within`.
fn shadow(within: &NodeRef) -> Option<ShadowRoot> {
    within.get()?.get_root_node().dyn_into().ok()
}

/// The element with this id beside `within`, in the same shadow root.
fn element(within: &NodeRef, id: &str) -> Option<Element> {
    shadow(within)?.get_element_by_id(id)
}

/// Moves the focus to the element with this id if nothing on the page has it, since the button that had it is gone.
pub fn rescue(within: &NodeRef, id: &str) {
    // The body stands for nothing.
    let lost = |active: Element| active.tag_name().eq_ignore_ascii_case("body");
    if gloo::utils::document().active_element().is_none_or(lost) {
        focus(within, id);
    }
}

/// Takes the focus from the element with this id, if it has it, before something else takes its place: WebKit would
/// let that have the focus until it is drawn, too late to rescue it.
pub fn leave(within: &NodeRef, id: &str) {
    if let Some(element) = html(within, id) {
        let _ = element.blur();
    }
}

/// What has an id here is an element of HTML: nothing in a picture has one.
fn html(within: &NodeRef, id: &str) -> Option<HtmlElement> {
    element(within, id).map(JsCast::unchecked_into)
}

/// Moves the focus to the element with this id.
pub fn focus(within: &NodeRef, id: &str) {
    if let Some(element) = html(within, id) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
        element.scroll_into_view();
    }
}
