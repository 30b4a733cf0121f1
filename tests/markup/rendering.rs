//! Renders without a browser, and compares with what is written down.

use std::{env, fs};

use hojokin_widget::markup::Markup;
use yew::prelude::*;

/// Whatever a test shows.
#[derive(Properties)]
struct ShownProps {
    show: Box<dyn Fn() -> Html + Send>,
}

impl PartialEq for ShownProps {
    /// Each test renders once, so the props never change.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Shown(ShownProps { show }: &ShownProps) -> Html {
    show()
}

/// Renders on a line an element, so that a change shows as the line that it is.
pub(crate) fn rendered(show: impl Fn(&mut Markup) + Send + 'static) -> String {
    let show = move || {
        let mut markup = Markup::default();
        show(&mut markup);
        markup.done()
    };
    let renderer = yew::ServerRenderer::<Shown>::with_props(|| ShownProps { show: Box::new(show) });
    let html = pollster::block_on(renderer.hydratable(false).render());
    html.replace("><", ">\n<") + "\n"
}

/// Renders and compares with `tests/markup/<name>.html`.
#[track_caller]
pub(crate) fn check(name: &str, show: impl Fn(&mut Markup) + Send + 'static) {
    // With every rule the version changes, and nothing of the markup.
    let html = rendered(show).replace(hojokin_rules::version(), "0");
    let path = format!("tests/markup/{name}.html");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &html).expect("tests/markup is writable");
    }
    assert_eq!(html, fs::read_to_string(&path).unwrap_or_default(), "{path}");
}
