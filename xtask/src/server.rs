//! A small web server with the strictest policy that a host page may have.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Result, anyhow};
use axum::{
    Router,
    extract::{self, Request, State},
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS},
    },
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::Value;
use tokio::{net::TcpListener, runtime::Runtime, task};

/// What the widget must live with: nothing inline, nothing from elsewhere.
///
/// Every violation is reported to this server, so that a test can ask whether there was one.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; report-uri /csp-report";

/// What the stand-alone page is allowed besides: its manifest. Its worker is a script from the same place.
const OF_THE_PAGE: &str = "; manifest-src 'self'";

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

/// A server that runs until this is dropped.
pub(crate) struct Running {
    /// Such as `http://127.0.0.1:8080`.
    pub(crate) address: String,
    runtime: Runtime,
}

impl Running {
    /// Goes on serving until the process ends.
    pub(crate) fn wait(self) {
        self.runtime.block_on(std::future::pending())
    }
}

/// Serves `site` to this machine only, at `port` or the next one that is free; 0 stands for any.
pub(crate) fn start(site: Site, port: u16) -> Result<Running> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(listen(port))?;
    let address = format!("http://{}", listener.local_addr()?);
    let serving = axum::serve(listener, router(site));
    runtime.spawn(async { serving.await });
    Ok(Running { address, runtime })
}

async fn listen(port: u16) -> Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
    let mut problem = anyhow!("ポート {port} で待ち受けられません");
    for port in port..=last {
        match TcpListener::bind(("127.0.0.1", port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => problem = anyhow!("ポート {port} で待ち受けられません: {error}"),
        }
    }
    Err(problem)
}

fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(file))
        .route("/{*path}", get(file))
        .route("/csp-report", post(keep_report))
        .route("/csp-reports", get(reported))
        .layer(from_fn(strict))
        .with_state(Arc::new(site))
}

/// Nothing is kept by the browser, guessed, or let through against the policy.
async fn strict(request: Request, next: Next) -> impl IntoResponse {
    let stands_alone = matches!(request.uri().path(), "/" | "/index.html");
    let policy = format!("{POLICY}{}", if stands_alone { OF_THE_PAGE } else { "" });
    let headers = [
        (CACHE_CONTROL, "no-cache".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CONTENT_SECURITY_POLICY, policy),
    ];
    (headers, next.run(request).await)
}

async fn keep_report(State(site): State<Arc<Site>>, text: String) -> StatusCode {
    println!("  CSP 違反の報告: {text}");
    let report = serde_json::from_str(&text).unwrap_or(Value::String(text));
    site.reports.lock().unwrap_or_else(PoisonError::into_inner).push(report);
    StatusCode::NO_CONTENT
}

async fn reported(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let reports = site.reports.lock().unwrap_or_else(PoisonError::into_inner);
    ([(CONTENT_TYPE, "application/json")], Value::Array(reports.clone()).to_string())
}

async fn file(State(site): State<Arc<Site>>, path: Option<extract::Path<String>>) -> Response {
    let path = path.map_or_else(String::new, |extract::Path(path)| path);
    // A page can wait for minutes until it is rebuilt.
    match task::spawn_blocking(move || site.read(&path)).await {
        Ok(Some((media, body))) => ([(CONTENT_TYPE, media)], body).into_response(),
        Ok(None) => (StatusCode::NOT_FOUND, "そのファイルはありません\n").into_response(),
        // It panicked, and has said so.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Site {
    /// The media type and the content of a file, but of none outside its folder: neither by `..` nor through a link.
    fn read(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let (folder, path) = match path.strip_prefix("pages/") {
            Some(page) => (&self.pages, page),
            None => (&self.root, path),
        };
        let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
        let path = format!("{path}{index}");
        if path.ends_with(".html") {
            (self.before_page)();
        }
        let file = folder.join(path).canonicalize().ok()?;
        if !file.starts_with(folder.canonicalize().ok()?) {
            return None;
        }
        Some((media_type(&file), fs::read(&file).ok()?))
    }
}

/// The media type by the ending of the name. Unknown ones are only ever offered as a download.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
