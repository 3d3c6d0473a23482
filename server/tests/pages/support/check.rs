//! What every page must be: one `h1`, a title, landmarks, labels, unique ids, no inline script or style.

use std::collections::{HashMap, HashSet};

use axum::http::{HeaderMap, StatusCode, header};

pub struct Tag {
    pub name: String,
    attributes: HashMap<String, String>,
    /// Where it ends in the page.
    end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Opening tags in order. The server writes the pages, so quotes are regular.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = html[rest..].find('<') {
        let start = rest + at + 1;
        let Some(first) = html[start..].chars().next() else { break };
        if !first.is_ascii_alphabetic() {
            rest = start;
            continue;
        }
        let mut end = start;
        let mut quote = false;
        for (i, c) in html[start..].char_indices() {
            match c {
                '"' => quote = !quote,
                '>' if !quote => {
                    end = start + i;
                    break;
                }
                _ => {}
            }
        }
        let inner = &html[start..end];
        let name: String = inner.chars().take_while(|c| !c.is_whitespace()).collect();
        let mut attributes = HashMap::new();
        let mut left = inner[name.len()..].trim_start();
        while !left.is_empty() {
            let key: String = left.chars().take_while(|c| *c != '=' && !c.is_whitespace()).collect();
            left = &left[key.len()..];
            let mut value = String::new();
            if let Some(after) = left.strip_prefix("=\"") {
                let close = after.find('"').unwrap_or(after.len());
                value = unescape(&after[..close]);
                left = after.get(close + 1..).unwrap_or_default();
            }
            attributes.insert(key, value);
            left = left.trim_start();
        }
        found.push(Tag { name: name.to_lowercase(), attributes, end: end + 1 });
        rest = end;
    }
    found
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

/// The page without its tags.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    unescape(&out)
}

pub fn page(path: &str, status: StatusCode, headers: &HeaderMap, html: &str) {
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY), "{path}: no policy");
    assert_eq!(headers.get(header::X_CONTENT_TYPE_OPTIONS).map(|v| v.as_bytes()), Some(b"nosniff".as_slice()), "{path}");
    let tags = tags(html);
    let count = |name: &str| tags.iter().filter(|t| t.name == name).count();
    assert!(html.starts_with("<!doctype html><html lang="), "{path}: {}", &html[..html.len().min(60)]);
    for (name, expected) in [("h1", 1), ("main", 1), ("title", 1), ("header", 1), ("footer", 1)] {
        let found = if name == "header" { tags.iter().filter(|t| t.name == "header" && t.get("class") == Some("top")).count() } else { count(name) };
        assert_eq!(found, expected, "{path}: {name}");
    }
    let wrong = text(html).contains("Galat: ");
    // A form that comes back is the sender's to mend, or it was trouble of ours that kept nothing.
    let ours = wrong && status == StatusCode::SERVICE_UNAVAILABLE;
    assert_eq!(wrong, ours || status == StatusCode::UNPROCESSABLE_ENTITY, "{path}: status {status} and the title disagree");
    let mut ids = HashSet::new();
    for id in tags.iter().filter_map(|t| t.get("id")) {
        assert!(ids.insert(id), "{path}: the id {id} is there twice");
    }
    let labelled: HashSet<&str> = tags.iter().filter(|t| t.name == "label").filter_map(|t| t.get("for")).collect();
    for tag in &tags {
        assert!(tag.get("style").is_none(), "{path}: <{}> has an inline style", tag.name);
        assert!(!tag.attributes.keys().any(|k| k.starts_with("on")), "{path}: <{}> has an inline handler", tag.name);
        match tag.name.as_str() {
            "script" if tag.get("type") == Some("application/ld+json") => {
                let data = html[tag.end..].split("</script>").next().unwrap_or_default();
                assert!(tag.get("src").is_none() && !data.contains('<'), "{path}: data that could end its own script");
                assert!(serde_json::from_str::<serde_json::Value>(data).is_ok_and(|d| d["@context"] == "https://schema.org"), "{path}: data that is no data: {data}");
            }
            "script" => {
                assert!(tag.get("src").is_some_and(|s| s.starts_with("/aset/")), "{path}: an inline script");
                let outbox = tag.get("src") == Some("/aset/outbox.js");
                // One page asks the browser whether it may notify, which is three calls and no use for a module of WebAssembly.
                let asks = path == "/akun/kabar" && tag.get("src").is_some_and(|s| s.starts_with("/aset/push-page.js?v="));
                assert!(outbox || asks || html.contains("<leptos-island"), "{path}: a script on a page without an island");
            }
            "style" => panic!("{path}: an inline style sheet"),
            "img" => assert!(tag.get("alt").is_some(), "{path}: a picture without words"),
            "input" | "select" | "textarea" if tag.get("type") != Some("hidden") => {
                let named = tag.get("aria-label").is_some() || tag.get("id").is_some_and(|id| labelled.contains(id));
                assert!(named, "{path}: a field without a label: {:?}", tag.get("name"));
            }
            "a" => assert!(tag.get("href").is_some_and(|h| !h.is_empty()), "{path}: a link to nowhere"),
            "form" => assert!(tag.get("action").is_some(), "{path}: a form without its address"),
            _ => {}
        }
        for reference in tag.get("aria-describedby").into_iter().chain(tag.get("aria-labelledby")).flat_map(str::split_whitespace) {
            assert!(ids.contains(reference), "{path}: {reference} is referred to and not there");
        }
    }
    assert!(tags.iter().all(|t| t.end <= html.len()));
    assert!(!html.contains("fault-") && !html.contains("refusal-"), "{path}: a key without its sentence");
}

/// What a form would send: its fields with their values, as a browser reads them.
pub fn fields(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let tags = tags(html);
    for (i, tag) in tags.iter().enumerate() {
        let Some(name) = tag.get("name") else { continue };
        match tag.name.as_str() {
            "input" => {
                let kind = tag.get("type").unwrap_or("text");
                if !matches!(kind, "radio" | "checkbox") || tag.get("checked").is_some() {
                    found.push((name.to_owned(), tag.get("value").unwrap_or_default().to_owned()));
                }
            }
            "textarea" => {
                let end = html[tag.end..].find("</textarea>").unwrap_or(0);
                found.push((name.to_owned(), unescape(&html[tag.end..tag.end + end])));
            }
            "select" => {
                let options = tags[i + 1..].iter().take_while(|t| t.name == "option");
                let value = options.clone().find(|o| o.get("selected").is_some()).or_else(|| options.clone().next()).and_then(|o| o.get("value")).unwrap_or_default();
                found.push((name.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    found
}
