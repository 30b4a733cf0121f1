//! The server's answers, without and with a socket.

use std::{
    io::{Write, empty},
    net::TcpStream,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::*;

/// A site with one file of each kind below a folder with a secret.
fn site(folder: &Path) -> Site {
    let (root, pages) = (folder.join("dist"), folder.join("pages"));
    fs::create_dir_all(&root).unwrap();
    fs::create_dir_all(&pages).unwrap();
    fs::write(folder.join("secret.html"), "secret").unwrap();
    fs::write(root.join("index.html"), "<p>top").unwrap();
    fs::write(root.join("hojokin-widget_bg.wasm"), b"\0asm").unwrap();
    fs::write(pages.join("plain.html"), "<p>host").unwrap();
    Site { root, pages, before_page: Box::new(|| ()), reports: Mutex::default() }
}

fn get(site: &Site, url: &str) -> (u16, &'static str, String) {
    let Reply { status, media, body } = site.reply(&Method::Get, url, &mut empty());
    (status, media, String::from_utf8(body).unwrap())
}

#[test]
fn files_come_from_both_folders() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    let html = "text/html; charset=utf-8";
    assert_eq!(get(&site, "/"), (200, html, "<p>top".into()));
    assert_eq!(get(&site, "/pages/plain.html?x=1"), (200, html, "<p>host".into()));
    assert_eq!(get(&site, "/hojokin-widget_bg.wasm"), (200, "application/wasm", "\0asm".into()));
}

#[test]
fn nothing_else_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    for url in ["/none.html", "/../secret.html", "/pages/../../secret.html", "/pages", "/pages/"] {
        assert_eq!(get(&site, url).0, 404, "{url}");
    }
    assert_eq!(site.reply(&Method::Post, "/", &mut empty()).status, 405);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    let secret = folder.path().join("secret.html");
    std::os::unix::fs::symlink(secret, site.root.join("link.html")).unwrap();
    assert_eq!(get(&site, "/link.html").0, 404);
}

#[test]
fn violations_are_kept_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    assert_eq!(get(&site, "/csp-reports").2, "[]");
    for report in [r#"{"csp-report":{"blocked-uri":"inline"}}"#, "not JSON"] {
        let reply = site.reply(&Method::Post, "/csp-report", &mut report.as_bytes());
        assert_eq!(reply.status, 204);
    }
    let listed = r#"[{"csp-report":{"blocked-uri":"inline"}},"not JSON"]"#;
    assert_eq!(get(&site, "/csp-reports").2, listed);
}

#[test]
fn only_pages_are_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let times = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&times);
    let before_page = Box::new(move || {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    let site = Site { before_page, ..site(folder.path()) };
    for (url, expected) in [("/", 1), ("/hojokin.js", 1), ("/pages/plain.html", 2)] {
        get(&site, url);
        assert_eq!(times.load(Ordering::Relaxed), expected, "{url}");
    }
}

#[test]
fn every_answer_carries_the_policy() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(site(folder.path()), 0).unwrap();
    let host = running.address.strip_prefix("http://").unwrap();
    for path in ["/", "/none", "/csp-reports"] {
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        for header in [POLICY, "X-Content-Type-Options: nosniff", "Cache-Control: no-cache"] {
            assert!(answer.contains(header), "{path}: {answer}");
        }
    }
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let first = start(site(folder.path()), 0).unwrap();
    let port = first.address.rsplit(':').next().unwrap().parse().unwrap();
    let second = start(site(folder.path()), port).unwrap();
    assert_ne!(first.address, second.address);
}
