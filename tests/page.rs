//! The page in a real browser: loaded, filtered, a verdict set, kept and exported, and hostile text shown as text. Skips
//! where there is no `chromedriver`.

mod common;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use common::{factcheck, stdout};
use serde_json::{Value, json};

/// A browser that is driven by the `WebDriver` protocol.
struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// None where there is none to start.
    fn start(downloads: &Path) -> Option<Self> {
        let mut driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).spawn().ok()?;
        let lines = BufReader::new(driver.stdout.take()?).lines();
        let started =
            lines.map_while(Result::ok).find(|line| line.contains("started successfully on port"))?;
        let port = started.rsplit(' ').next()?.trim_end_matches('.').parse().ok()?;
        let mut browser = Self { driver, port, session: String::new() };
        let options = json!({
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            "prefs": { "download.default_directory": downloads },
        });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options } } });
        let session = browser.ask("POST", "/session", &wanted);
        session["sessionId"].as_str().expect("a session").clone_into(&mut browser.session);
        Some(browser)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = body.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a driver");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .expect("sent");
        let mut answer = String::new();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a line");
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line.trim().is_empty() {
                break;
            }
        }
        reader.take(length).read_to_string(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer["value"].get("error").is_none(), "{path}: {answer}");
        answer["value"].clone()
    }

    fn open(&self, file: &Path) {
        let url = format!("file://{}", file.display());
        self.ask("POST", &format!("/session/{}/url", self.session), &json!({ "url": url }));
    }

    /// What a script gives; the page's policy does not bind the driver.
    fn run(&self, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.ask("POST", &format!("/session/{}/execute/sync", self.session), &body)
    }

    /// Errors of the page, a breach of its policy among them.
    fn errors(&self) -> Value {
        let log =
            self.ask("POST", &format!("/session/{}/se/log", self.session), &json!({ "type": "browser" }));
        log.as_array()
            .map_or(json!([]), |rows| rows.iter().filter(|row| row["level"] == "SEVERE").cloned().collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            self.ask("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

#[test]
fn a_desk_uses_the_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(browser) = Browser::start(folder.path()) else {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("no chromedriver: not tested");
        }
        return;
    };
    let page = folder.path().join("report.html");
    let place = page.to_string_lossy().into_owned();
    stdout(&["check", "data/articles", "--quiet", "-o", &place]);
    let findings = stdout(&["check", "data/articles", "--quiet", "--format", "jsonl"]).lines().count();

    browser.open(&page);
    let shown = "return [...document.querySelectorAll('details.finding')].filter(f => f.offsetParent !== null).length";
    assert_eq!(browser.run(shown), findings, "formats agree on how many findings there are");
    let input =
        "arguments; const f = document.getElementById('filters'); f.dispatchEvent(new Event('input'));";
    browser.run(&format!("document.querySelector('input[value=warning]').checked = false; {input}"));
    let left = browser.run(shown);
    assert!(left.as_u64() < u64::try_from(findings).ok() && left != 0, "{left}");
    browser.run(&format!("document.querySelector('input[value=warning]').checked = true; document.querySelector('input[type=search]').value = 'xyzzy'; {input}"));
    assert_eq!(browser.run(shown), 0);
    browser.run(&format!("document.querySelector('input[type=search]').value = ''; {input}"));

    // From a line between two lanes to the finding that drew it.
    let lanes = browser.run("return document.querySelectorAll('.lanes rect.lane').length");
    assert!(lanes.as_u64().is_some_and(|lanes| lanes > 1), "{lanes} lanes");
    let led = "const tie = document.querySelector('.lanes a'); tie.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); \
        const finding = document.getElementById(tie.getAttribute('href').slice(1)); return new Promise(done => setTimeout(() => done(finding.open), 200))";
    assert_eq!(browser.run(led), true);
    browser.run("for (const one of document.querySelectorAll('details.finding')) one.open = false");

    browser.run("document.querySelector('details.finding summary').click()");
    assert_eq!(browser.run("return document.querySelector('details.finding').open"), true);
    browser.run("document.querySelector('details.finding input[value=dismissed]').click()");
    browser.run("const note = document.querySelector('details.finding input[type=text]'); note.value = '=1+1, \"so\"'; note.dispatchEvent(new Event('input', { bubbles: true }))");
    // What was said is there when the page is opened again, and goes out as a file that `--verdicts` reads.
    // A browser writes it down a moment later, and on a busy machine after the page is opened again.
    let begun = Instant::now();
    let kept = loop {
        browser.open(&page);
        let kept = browser
            .run("return document.querySelector('details.finding input:checked')?.value ?? 'nothing yet'");
        if kept == "dismissed" || begun.elapsed() > Duration::from_secs(20) {
            break kept;
        }
    };
    assert_eq!(kept, "dismissed");
    browser.run("document.getElementById('export').click()");
    let verdicts = folder.path().join("verdicts.csv");
    let begun = Instant::now();
    while !verdicts.exists() && begun.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let run = factcheck(&[
        "check",
        "data/articles",
        "--quiet",
        "--format",
        "csv",
        "--verdicts",
        &verdicts.to_string_lossy(),
    ]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        text.lines().nth(1).is_some_and(|line| line.ends_with("dismissed,\"'=1+1, \"\"so\"\"\"")),
        "{text}"
    );
    assert_eq!(browser.errors(), json!([]));
}

#[test]
fn article_text_starts_no_script() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(browser) = Browser::start(folder.path()) else { return };
    let hostile =
        "</script><script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">";
    let articles = folder.path().join("articles");
    for (name, figure) in [("a", "5,120"), ("b", "7,480")] {
        let text = format!(
            "Harbour opens {hostile}\n\nThe harbour of Ravel {hostile} handled {figure} containers in March 2024, the port said.\n"
        );
        fs::create_dir_all(&articles).expect("a folder");
        fs::write(articles.join(format!("{name}.txt")), text).expect("written");
    }
    fs::write(
        articles.join("sources.csv"),
        format!(
            "file,outlet,published\na.txt,\"{}\",2024-04-02\nb.txt,Ledger,2024-04-03\n",
            hostile.replace('"', "\"\"")
        ),
    )
    .expect("written");
    let page = folder.path().join("report.html");
    stdout(&["check", &articles.to_string_lossy(), "--quiet", "--all", "-o", &page.to_string_lossy()]);
    assert!(fs::read_to_string(&page).expect("a page").contains("&lt;script&gt;"), "the text is in the page");
    browser.open(&page);
    assert!(
        browser.run("return document.title").as_str().is_some_and(|title| title.starts_with("factcheck"))
    );
    assert_eq!(browser.run("return document.querySelectorAll('script').length"), 1);
    assert_eq!(browser.run("return document.querySelectorAll('img').length"), 0);
    assert_eq!(browser.errors(), json!([]));
}
