//! The outside world: the custom element around the widget, its attributes, the clock, the focus.
//!
//! Nothing else in the widget names `window`, `document`, storage, the URL or a clock. What the page around
//! does not allow simply does not happen; the widget goes on without it.

// This is the file through which the clock and the document are to be reached.
#![allow(clippy::disallowed_methods)]

use hojokin_engine::{Date, Moment};
use hojokin_texts::{Language, Texts};
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, NodeRef, Renderer};

use crate::{
    app::{App, Props},
    state::Settings,
};

/// A running widget, held by its custom element.
#[wasm_bindgen]
pub struct Calculator {
    app: AppHandle<App>,
    props: Props,
}

#[wasm_bindgen]
impl Calculator {
    /// Starts the widget in `root`, an element inside the shadow root of `host`; `load` is called with the `lang` of texts
    /// that are wanted.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, host: &HtmlElement, load: Function) -> Self {
        let load = Callback::from(move |language: Language| {
            // What cannot be loaded leaves the widget in Japanese.
            let _ = load.call1(&JsValue::NULL, &language.id().into());
        });
        let props = Props { settings: settings(host), load, loaded: 0 };
        Self { app: Renderer::<App>::with_root_and_props(root, props.clone()).render(), props }
    }

    /// Takes over the attributes of `host` after one has changed.
    pub fn update(&mut self, host: &HtmlElement) {
        self.props.settings = settings(host);
        self.app.update(self.props.clone());
    }

    /// Takes in the texts of a language that were asked for; those of another build are left out.
    pub fn speak(&mut self, lang: &str, texts: String) {
        if Language::of(lang).is_some_and(|language| Texts::load(language, texts)) {
            self.props.loaded += 1;
            self.app.update(self.props.clone());
        }
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
    }
}

/// Now in Japan (UTC+9, no summer time).
fn now() -> Moment {
    const NINE_HOURS: f64 = 9.0 * 60.0 * 60.0 * 1_000.0;
    let japan = js_sys::Date::new(&(js_sys::Date::now() + NINE_HOURS).into());
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    let day = Date {
        year: u16::try_from(japan.get_utc_full_year()).unwrap_or(u16::MAX),
        month: part(japan.get_utc_month() + 1),
        day: part(japan.get_utc_date()),
    };
    let minutes = japan.get_utc_hours() * 60 + japan.get_utc_minutes();
    Moment { day, second: Some(minutes * 60 + japan.get_utc_seconds()) }
}

/// Moves the focus to the element with this id beside `within`, in the same shadow root.
pub fn focus(within: &NodeRef, id: &str) {
    let node = within.get().map(|node| node.get_root_node());
    let root = node.and_then(|node| node.dyn_into::<ShadowRoot>().ok());
    let element = root.and_then(|root| root.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
        element.scroll_into_view();
    }
}
