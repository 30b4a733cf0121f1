//! The answers of a server that runs.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use super::*;

/// A site with files below a folder with a secret.
fn site(folder: &Path) -> Site {
    let (root, pages) = (folder.join("dist"), folder.join("pages"));
    fs::create_dir_all(&root).unwrap();
    fs::create_dir_all(&pages).unwrap();
    fs::write(folder.join("secret.html"), "secret").unwrap();
    fs::write(root.join("index.html"), "<p>top").unwrap();
    fs::write(pages.join("plain.html"), "<p>host").unwrap();
    Site { root, pages, before_page: Box::new(|| ()), reports: Mutex::default() }
}

fn connect(server: &Running) -> TcpStream {
    let stream = TcpStream::connect(server.address.strip_prefix("http://").unwrap()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

/// The status, the headers and the body.
fn ask(server: &Running, method: &str, path: &str, body: &str) -> (u16, String, String) {
    let (mut stream, length) = (connect(server), body.len());
    let headers = format!("Host: here\r\nConnection: close\r\nContent-Length: {length}");
    write!(stream, "{method} {path} HTTP/1.1\r\n{headers}\r\n\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), head.to_owned(), body.to_owned())
}

fn get(server: &Running, path: &str) -> (u16, String) {
    let (status, _, body) = ask(server, "GET", path, "");
    (status, body)
}

#[test]
fn files_come_from_both_folders() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    fs::write(site.root.join("補助.html"), "<p>name").unwrap();
    let server = start(site, 0).unwrap();
    for (path, body) in [
        ("/", "<p>top"),
        ("/?as-of=2026-01-01", "<p>top"),
        ("/pages/plain.html?x=1", "<p>host"),
        ("/%E8%A3%9C%E5%8A%A9.html", "<p>name"),
    ] {
        assert_eq!(get(&server, path), (200, body.into()), "{path}");
    }
}

#[test]
fn nothing_else_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(site(folder.path()), 0).unwrap();
    let secret = folder.path().join("secret.html");
    let whole = secret.to_str().unwrap();
    for path in [
        "/none.html",
        "/pages",
        "/pages/",
        "/../secret.html",
        "/pages/../../secret.html",
        "/pages/../dist/index.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/..\\secret.html",
        "/%5c..%5csecret.html",
        "/c:/windows",
        "/a%00.html",
        &format!("/{whole}"),
        &format!("/%2f{whole}"),
        &format!("/pages/{whole}"),
    ] {
        assert_eq!(get(&server, path).0, 404, "{path}");
    }
    assert_eq!(get(&server, "/%ff").0, 400);
    assert_eq!(ask(&server, "POST", "/", "").0, 405);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    let link =
        |to: &str| std::os::unix::fs::symlink(folder.path().join(to), site.root.join("link.html"));
    link("dist/index.html").unwrap();
    assert_eq!(site.read("link.html").unwrap().1, b"<p>top");
    fs::remove_file(site.root.join("link.html")).unwrap();
    link("secret.html").unwrap();
    assert_eq!(get(&start(site, 0).unwrap(), "/link.html").0, 404);
}

#[test]
fn browsers_are_told_what_they_insist_on() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(folder.path());
    let media_types = [
        ("hojokin-widget_bg.wasm", "application/wasm"),
        ("hojokin.js", "text/javascript; charset=utf-8"),
        ("module.mjs", "text/javascript; charset=utf-8"),
        ("hojokin.css", "text/css; charset=utf-8"),
        ("plain.html", "text/html; charset=utf-8"),
        ("hojokin-en.txt", "text/plain; charset=utf-8"),
        ("picture.svg", "image/svg+xml"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("LICENSE", "application/octet-stream"),
    ];
    for (name, _) in media_types {
        fs::write(site.root.join(name), "").unwrap();
    }
    let server = start(site, 0).unwrap();
    for (name, media) in media_types {
        let head = ask(&server, "GET", &format!("/{name}"), "").1;
        assert!(head.contains(&format!("content-type: {media}\r\n")), "{head}");
    }
}

#[test]
fn violations_are_kept_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(site(folder.path()), 0).unwrap();
    assert_eq!(get(&server, "/csp-reports").1, "[]");
    for report in [r#"{"csp-report":{"blocked-uri":"inline"}}"#, "not JSON"] {
        assert_eq!(ask(&server, "POST", "/csp-report", report).0, 204);
    }
    let listed = r#"[{"csp-report":{"blocked-uri":"inline"}},"not JSON"]"#;
    assert_eq!(get(&server, "/csp-reports").1, listed);
}

#[test]
fn only_pages_are_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let times = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&times);
    let before_page = Box::new(move || {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    let server = start(Site { before_page, ..site(folder.path()) }, 0).unwrap();
    for (path, expected) in [("/", 1), ("/hojokin.js", 1), ("/pages/plain.html", 2)] {
        get(&server, path);
        assert_eq!(times.load(Ordering::Relaxed), expected, "{path}");
    }
}

#[test]
fn every_answer_carries_the_policy() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(site(folder.path()), 0).unwrap();
    for (method, path) in [
        ("GET", "/"),
        ("HEAD", "/"),
        ("POST", "/"),
        ("GET", "/none"),
        ("GET", "/%ff"),
        ("GET", "/csp-reports"),
        ("POST", "/csp-report"),
    ] {
        let head = ask(&server, method, path, "").1;
        for header in [POLICY, "x-content-type-options: nosniff", "cache-control: no-cache"] {
            assert!(head.contains(header), "{method} {path}: {head}");
        }
    }
}

#[test]
fn only_the_page_that_stands_alone_has_a_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(site(folder.path()), 0).unwrap();
    for (path, has) in [("/", true), ("/index.html", true), ("/pages/plain.html", false)] {
        let head = ask(&server, "GET", path, "").1;
        assert_eq!(head.contains("manifest-src 'self'"), has, "{path}: {head}");
    }
}

/// What was here before, tiny_http 0.12, forgot a connection in one of ten such rounds.
#[test]
fn connections_that_come_at_once_are_all_answered() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(site(folder.path()), 0).unwrap();
    let requests = "GET / HTTP/1.1\r\nHost: here\r\n\r\n".repeat(6);
    for _ in 0..20 {
        // None is closed before all are answered: a browser keeps its connections, too.
        let mut streams: Vec<_> = (0..64).map(|_| connect(&server)).collect();
        for stream in &mut streams {
            stream.write_all(requests.as_bytes()).unwrap();
        }
        for stream in &mut streams {
            let (mut answers, mut part) = (String::new(), [0; 4096]);
            while answers.matches("<p>top").count() < 6 {
                let length = stream.read(&mut part).expect("an answer within ten seconds");
                assert!(length > 0, "closed after {answers}");
                answers += str::from_utf8(&part[..length]).unwrap();
            }
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
