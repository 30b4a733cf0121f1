//! Which file a request asks for, and what a browser is told about it.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The path of the file that `url` names, below the folder that is served.
///
/// `None` for whatever could lead out of that folder or is written in a way no honest link is.
pub(crate) fn path_in_site(url: &str) -> Option<PathBuf> {
    let encoded = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    if decoded.contains(['\\', ':', '\0']) {
        return None;
    }
    let mut path = PathBuf::new();
    for part in Path::new(decoded.as_ref()).components() {
        match part {
            Component::Normal(name) => path.push(name),
            _ => return None,
        }
    }
    if decoded.is_empty() || decoded.ends_with('/') {
        path.push("index.html");
    }
    Some(path)
}

/// The media type by the ending of the name. Unknown ones are only ever offered as a download.
pub(crate) fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "toml") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_file_in_the_folder() {
        for (url, path) in [
            ("/", "index.html"),
            ("/?as-of=2026-01-01", "index.html"),
            ("/hojokin.js?v=1", "hojokin.js"),
            ("/pages/", "pages/index.html"),
            ("/pages/plain.html#top", "pages/plain.html"),
            ("/%E8%A3%9C%E5%8A%A9.html", "補助.html"),
        ] {
            assert_eq!(path_in_site(url), Some(path.into()), "{url}");
        }
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        for url in [
            "/../Cargo.toml",
            "/pages/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..\\Cargo.toml",
            "/%5c..%5cCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/c:/windows",
            "/a%00.html",
            "/%ff",
            "hojokin.js",
            "http://elsewhere.example/",
        ] {
            assert_eq!(path_in_site(url), None, "{url}");
        }
    }

    #[test]
    fn browsers_are_told_what_they_insist_on() {
        for (name, media) in [
            ("hojokin-widget_bg.wasm", "application/wasm"),
            ("hojokin.js", "text/javascript; charset=utf-8"),
            ("hojokin.css", "text/css; charset=utf-8"),
            ("pages/plain.html", "text/html; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), media, "{name}");
        }
    }
}
