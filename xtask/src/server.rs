//! A small web server with the strictest policy that a host page may have.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use anyhow::{Result, anyhow};
use serde_json::Value;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::files::{media_type, path_in_site};

/// What the widget must live with: nothing inline, nothing from elsewhere.
///
/// Every violation is reported to this server, so that a test can ask whether there was one.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; report-uri /csp-report";

/// A browser asks for six files at once; a page that is being rebuilt holds one thread.
const THREADS: usize = 4;

/// The longest report that is kept, in bytes.
const REPORT: u64 = 64 * 1024;

/// How many ports after the wished one are tried.
const PORTS: u16 = 20;

/// What is served.
pub(crate) struct Site {
    /// The folder at `/`.
    pub(crate) root: PathBuf,
    /// The folder at `/pages/`: host pages for tests.
    pub(crate) pages: PathBuf,
    /// Called before a page is read, so that it can be brought up to date.
    pub(crate) before_page: Box<dyn Fn() + Send + Sync>,
    /// The violations of the policy so far.
    pub(crate) reports: Mutex<Vec<Value>>,
}

/// A server that runs until the process ends.
pub(crate) struct Running {
    /// Such as `http://127.0.0.1:8080`.
    pub(crate) address: String,
    threads: Vec<JoinHandle<()>>,
}

impl Running {
    /// Goes on serving.
    pub(crate) fn wait(self) {
        for thread in self.threads {
            // A thread ends only by a panic, which has been printed; the others go on.
            let _ = thread.join();
        }
    }
}

/// Serves `site` to this machine only, at `port` or the next one that is free; 0 stands for any.
pub(crate) fn start(site: Site, port: u16) -> Result<Running> {
    let server = listen(port)?;
    let address = format!("http://{}", server.server_addr());
    let (site, server) = (Arc::new(site), Arc::new(server));
    let serve = |_| {
        let (site, server) = (Arc::clone(&site), Arc::clone(&server));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                site.serve(request);
            }
        })
    };
    Ok(Running { address, threads: (0..THREADS).map(serve).collect() })
}

fn listen(port: u16) -> Result<Server> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
    let mut problem = anyhow!("ポート {port} で待ち受けられません");
    for port in port..=last {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => problem = anyhow!("ポート {port} で待ち受けられません: {error}"),
        }
    }
    Err(problem)
}

/// What goes back to the browser.
#[derive(Debug, Eq, PartialEq)]
struct Reply {
    status: u16,
    media: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn text(status: u16, text: &str) -> Self {
        Self { status, media: "text/plain; charset=utf-8", body: text.into() }
    }
}

impl Site {
    fn serve(&self, mut request: Request) {
        let (method, url) = (request.method().clone(), request.url().to_owned());
        let Reply { status, media, body } = self.reply(&method, &url, request.as_reader());
        let mut response = Response::from_data(body).with_status_code(status);
        for (name, value) in [
            ("Content-Type", media),
            ("Cache-Control", "no-cache"),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", POLICY),
        ] {
            response.add_header(Header::from_bytes(name, value).expect("header text is ASCII"));
        }
        // A browser that has gone away needs no answer.
        let _ = request.respond(response);
    }

    fn reply(&self, method: &Method, url: &str, body: &mut dyn Read) -> Reply {
        match (method, url) {
            (Method::Post, "/csp-report") => self.keep_report(body),
            (Method::Get, "/csp-reports") => self.reported(),
            (Method::Get | Method::Head, _) => self.file(url),
            _ => Reply::text(405, "GET だけを受け付けます\n"),
        }
    }

    fn keep_report(&self, body: &mut dyn Read) -> Reply {
        let mut text = String::new();
        if body.take(REPORT).read_to_string(&mut text).is_err() {
            return Reply::text(400, "報告が読めません\n");
        }
        println!("  CSP 違反の報告: {text}");
        let report = serde_json::from_str(&text).unwrap_or(Value::String(text));
        self.reports.lock().unwrap_or_else(PoisonError::into_inner).push(report);
        Reply::text(204, "")
    }

    fn reported(&self) -> Reply {
        let reports = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        let body = Value::Array(reports.clone()).to_string();
        Reply { status: 200, media: "application/json", body: body.into() }
    }

    fn file(&self, url: &str) -> Reply {
        let Some(path) = path_in_site(url) else {
            return Reply::text(404, "そのファイルはありません\n");
        };
        if path.extension().is_some_and(|ending| ending == "html") {
            (self.before_page)();
        }
        let file = match path.strip_prefix("pages") {
            Ok(page) => self.pages.join(page),
            Err(_) => self.root.join(&path),
        };
        match read_inside(&file, &[&self.root, &self.pages]) {
            Some(body) => Reply { status: 200, media: media_type(&file), body },
            None => Reply::text(404, "そのファイルはありません\n"),
        }
    }
}

/// Reads a file, but not through a link that leads out of `folders`.
fn read_inside(file: &Path, folders: &[&Path]) -> Option<Vec<u8>> {
    let file = file.canonicalize().ok()?;
    let inside = |folder: &&Path| folder.canonicalize().is_ok_and(|real| file.starts_with(real));
    folders.iter().any(inside).then(|| fs::read(&file).ok()).flatten()
}

#[cfg(test)]
mod tests;
