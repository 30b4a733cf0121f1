//! Builds markup element by element: `open`, `set`, `say`, `close`.
//!
//! `html!` expands every element to a few hundred bytes of code that builds it. These calls build the same
//! nodes with a few dozen (measured: a card of 7,107 bytes became 2,061), which is what a visitor on a phone
//! loads. `html!` stays where a component stands ([`App`](crate::app::App)).

use std::rc::Rc;

use hojokin_texts::{first_reading, plain};
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::{
    AttrValue, Callback, Html,
    virtual_dom::{
        AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
    },
};

/// Every attribute that the widget sets, the most frequent first: an element has a value for the first few of
/// them. Yew compares such lists place by place and needs no hash map for them.
const NAMES: &[&str] = &[
    "class",
    "part",
    "id",
    "for",
    "value",
    "selected",
    "open",
    "href",
    "data-status",
    "data-kind",
    "data-standing",
    "type",
    "name",
    "target",
    "rel",
    "aria-describedby",
    "aria-invalid",
    "aria-labelledby",
    "aria-label",
    "aria-hidden",
    "inputmode",
    "autocomplete",
    "label",
    "tabindex",
    "data-frame",
    "data-verdict",
    "data-best",
    "data-edition",
    "data-language",
    "data-ended",
    "data-figure",
    "role",
    "lang",
    "aria-pressed",
    "aria-busy",
    "width",
    "height",
    "rx",
    "max",
    "d",
    "x",
    "y",
    "viewBox",
    "scope",
    "data-label",
    "readonly",
    "rows",
    "maxlength",
    "title",
];

/// Markup in the making.
#[derive(Default)]
pub struct Markup {
    /// The elements that are open, the innermost last.
    open: Vec<Element>,
    top: Vec<VNode>,
}

/// An element that is open, with what stands in it so far.
struct Element {
    tag: VTag,
    attributes: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
}

impl Markup {
    /// Opens an element; an empty class is none.
    #[inline(never)]
    pub fn open(&mut self, kind: &'static str, class: &'static str) {
        let tag = VTag::new(kind);
        self.open.push(Element { tag, attributes: Vec::new(), children: Vec::new() });
        if !class.is_empty() {
            self.set("class", class);
        }
        if kind == "button" {
            self.set("part", kind);
        }
    }

    /// Sets an attribute of the open element to a fixed value.
    #[inline(never)]
    pub fn set(&mut self, name: &'static str, value: &'static str) {
        self.set_to(name, value.into());
    }

    /// Sets an attribute of the open element.
    pub fn set_to(&mut self, name: &'static str, value: AttrValue) {
        self.put(name, AttributeOrProperty::Attribute(without_readings(value)));
    }

    /// Says that the open option of a list is the chosen one, if it `is`. As a property: once a person has chosen, a
    /// browser no longer listens to the attribute. The others need none: of a list one option is chosen.
    pub fn chosen(&mut self, is: bool) {
        if is {
            self.put("selected", AttributeOrProperty::Property(JsValue::TRUE));
        }
    }

    #[inline(never)]
    fn put(&mut self, name: &'static str, value: AttributeOrProperty) {
        let place = NAMES.iter().position(|known| *known == name);
        debug_assert!(place.is_some(), "{name} is not one of NAMES");
        if let (Some(place), Some(element)) = (place, self.open.last_mut()) {
            let wanted = element.attributes.len().max(place + 1);
            element.attributes.resize(wanted, None);
            element.attributes[place] = Some(value);
        }
    }

    /// Marks the open element with a boolean attribute, if it `is` so.
    pub fn set_if(&mut self, name: &'static str, is: bool) {
        if is {
            self.set(name, name);
        }
    }

    /// Sets what the open control shows.
    #[inline(never)]
    pub fn value(&mut self, value: String) {
        self.change(|tag| tag.set_value(AttrValue::from(value)));
    }

    /// Sets whether the open control is checked.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.change(|tag| tag.set_checked(checked));
    }

    /// Tells the open element from its neighbours when their order changes.
    #[inline(never)]
    pub fn key(&mut self, key: &'static str) {
        self.change(|tag| tag.key = Some(Key::from(key)));
    }

    /// Calls back when something happens to the open element.
    #[inline(never)]
    pub fn on(&mut self, kind: On, callback: Callback<Event>) {
        self.change(|tag| {
            tag.add_listener(Rc::new(Heard { kind, callback }));
        });
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(&mut self, text: String) {
        self.phrase(text.into());
    }

    /// Adds fixed text.
    #[inline(never)]
    pub fn say(&mut self, text: &'static str) {
        self.phrase(text.into());
    }

    /// Adds text with its readings above it, but not in an option, which holds nothing but text.
    #[inline(never)]
    fn phrase(&mut self, text: AttrValue) {
        if self.open.last().is_some_and(|element| element.tag.tag() == "option") {
            return self.words(without_readings(text));
        }
        let mut rest = &*text;
        while let Some(found) = first_reading(rest) {
            self.words(found.before.to_owned().into());
            self.open("ruby", "");
            self.words(found.base.to_owned().into());
            self.open("rt", "");
            // Whoever hears the page hears the kanji read.
            self.set("aria-hidden", "true");
            self.words(found.reading.to_owned().into());
            self.close();
            self.close();
            rest = found.after;
        }
        let left = if rest.len() == text.len() { text } else { rest.to_owned().into() };
        self.words(left);
    }

    /// Adds text as it is.
    #[inline(never)]
    fn words(&mut self, text: AttrValue) {
        self.add(VText::new(text).into());
    }

    /// Keeps the place of something that is not there now, so that what follows keeps its own.
    #[inline(never)]
    pub fn nothing(&mut self) {
        self.add(Html::default());
    }

    /// Adds what is ready.
    #[inline(never)]
    pub fn add(&mut self, node: Html) {
        self.open.last_mut().map_or(&mut self.top, |element| &mut element.children).push(node);
    }

    /// Closes the open element.
    #[inline(never)]
    pub fn close(&mut self) {
        let Some(Element { mut tag, attributes, children }) = self.open.pop() else { return };
        let keys = NAMES.get(..attributes.len()).unwrap_or_default();
        tag.set_attributes(Attributes::Dynamic { keys, values: attributes.into() });
        tag.add_children(children);
        self.add(tag.into());
    }

    /// An element with a text.
    #[inline(never)]
    pub fn line(&mut self, tag: &'static str, class: &'static str, text: String) {
        self.open(tag, class);
        self.text(text);
        self.close();
    }

    /// An element with a fixed text.
    #[inline(never)]
    pub fn label(&mut self, tag: &'static str, class: &'static str, text: &'static str) {
        self.open(tag, class);
        self.say(text);
        self.close();
    }

    /// An empty element.
    pub fn empty(&mut self, tag: &'static str) {
        self.open(tag, "");
        self.close();
    }

    /// All of it.
    #[inline(never)]
    pub fn done(self) -> Html {
        VList::with_children(self.top, None).into()
    }

    fn change(&mut self, change: impl FnOnce(&mut VTag)) {
        if let Some(element) = self.open.last_mut() {
            change(&mut element.tag);
        }
    }
}

#[inline(never)]
fn without_readings(text: AttrValue) -> AttrValue {
    if first_reading(&text).is_some() { plain(&text).into() } else { text }
}

/// What can happen to an element.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// It was clicked, or chosen with the keyboard.
    Click,
    /// Its value was changed, and it was left.
    Change,
    /// Something was typed into it.
    Input,
    /// A form was sent, by its button or the Enter key.
    Submit,
}

/// A callback for one kind of event.
struct Heard {
    kind: On,
    callback: Callback<Event>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
