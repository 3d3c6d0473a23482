//! `/open311`: how programs report and ask, short, for who writes one.

use axum::extract::State;
use axum::response::Response;
use domain::directory::governments;
use domain::rules;
use leptos::prelude::*;

use crate::components::crumbs;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page};

/// What there is to call, with the key of its sentence.
const CALLS: &[(&str, &str)] = &[
    ("GET /open311/discovery.json", "open311-call-discovery"),
    ("GET /open311/v2/services.json", "open311-call-services"),
    ("GET /open311/v2/services/{service_code}.json", "open311-call-definition"),
    ("GET /open311/v2/requests.json", "open311-call-requests"),
    ("GET /open311/v2/requests/{service_request_id}.json", "open311-call-request"),
    ("POST /open311/v2/requests.json", "open311-call-post"),
    ("GET /open311/v2/tokens/{token}.json", "open311-call-token"),
    ("GET /open311/v2/servicerequestupdates.json", "open311-call-updates"),
    ("POST /open311/v2/servicerequestupdates.json", "open311-call-write"),
    ("GET /open311/v2/lapor.csv", "open311-call-lapor"),
];

/// Sentences on what a program must know.
const RULES: &[&str] = &["open311-rule-format", "open311-rule-jurisdiction", "open311-rule-dates", "open311-rule-errors", "open311-rule-language"];

pub async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let all = governments(&mut conn).await?;
    let today = all.first().map(|g| g.today(visitor.now)).unwrap_or_default();
    let mut numbers = Vec::new();
    for key in ["open311.range_days", "open311.list_most", "open311.posts_an_hour"] {
        numbers.push(rules::maybe_in_force(&mut conn, key, &today).await?.map_or(0, |rule| rule.value));
    }
    drop(conn);
    let words = visitor.words;
    let base = app.settings.public_url.clone();
    let first = all.first().map(|g| g.slug.clone()).unwrap_or_default();
    let page = Page { title: words.t("open311-title"), description: Some(words.t("open311-lead")), ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let calls = CALLS.iter().map(|(call, key)| view! { <tr><th scope="row"><code>{*call}</code></th><td>{words.t(key)}</td></tr> }).collect_view();
        let governments = all.iter().map(|g| view! { <li><code>{g.slug.clone()}</code> " — " {g.short_name.clone()}</li> }).collect_view();
        let rules = RULES.iter().map(|key| view! { <li>{words.t(key)}</li> }).collect_view();
        let limits = words.with("open311-rule-limits", &[("days", &numbers[0].to_string()), ("most", &numbers[1].to_string()), ("posts", &numbers[2].to_string())]);
        let example = format!("curl {base}/open311/v2/requests.json \\\n  -d api_key=balai_… -d jurisdiction_id={first} -d service_code=umum.pengaduan \\\n  --data-urlencode 'description=Lampu jalan di depan pasar mati sejak tiga malam.' \\\n  -d lat=3.78123 -d long=98.69321 --data-urlencode 'attribute[perlindungan]=anonim'");
        view! {
            {crumbs(words, vec![("/".into(), words.t("error-home"))], words.t("open311-title"))}
            <h1>{words.t("open311-title")}</h1>
            <p class="lead measure">{words.t("open311-lead")}</p>
            <section class="stack" aria-labelledby="panggilan">
                <h2 id="panggilan">{words.t("open311-calls")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("open311-calls")>
                    <table><thead><tr><th scope="col">{words.t("open311-call")}</th><th scope="col">{words.t("open311-call-about")}</th></tr></thead><tbody>{calls}</tbody></table>
                </div>
                <p>{words.t("open311-xml-too")}</p>
            </section>
            <section class="stack measure" aria-labelledby="aturan"><h2 id="aturan">{words.t("open311-rules")}</h2><ul class="list">{rules}<li>{limits}</li></ul></section>
            <section class="stack measure" aria-labelledby="kirim">
                <h2 id="kirim">{words.t("open311-send-title")}</h2>
                <p>{words.t("open311-send-key")}</p>
                <p>{words.t("open311-send-hidden")}</p>
                <p>{words.t("open311-send-receipt")}</p>
                <p>{words.t("open311-send-dropped")}</p>
                <p>{words.t("open311-send-again")}</p>
            </section>
            <section class="stack" aria-labelledby="contoh">
                <h2 id="contoh">{words.t("open311-example")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("open311-example")><pre><code>{example}</code></pre></div>
            </section>
            <section class="stack measure" aria-labelledby="pemda"><h2 id="pemda">{words.t("open311-governments")}</h2><ul class="list">{governments}</ul></section>
            <section class="stack measure" aria-labelledby="lain">
                <h2 id="lain">{words.t("open311-differs-title")}</h2>
                <p>{words.t("open311-differs")}</p>
                <p><a href="https://wiki.open311.org/GeoReport_v2/" rel="noreferrer">{words.t("open311-standard")}</a></p>
                <p><a href="/open311/openapi.json">{words.t("data-api-description")}</a></p>
            </section>
        }
    }))
}
