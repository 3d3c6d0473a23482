//! The measured pages written by hand: the same queries, the same content, strings pushed into one buffer. What Leptos
//! costs is the difference.

use app::App;
use app::error::PageError;
use app::session::Visitor;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use axum::routing::get;
use domain::clock::DAY;
use domain::directory::browse::{Wanted, browse};
use domain::directory::offices::office_of;
use domain::directory::pledges::pledge_of;
use domain::directory::redirects::redirects;
use domain::directory::services::{served_by, show as show_service, standard_on};
use domain::directory::{Government, government};
use domain::feedback::{self, Filter, ListedCase};
use domain::{forum, ledger, search};
use std::collections::HashMap;
use std::fmt::Write;

type Answer = Result<Html<String>, PageError>;

pub fn pages() -> Router<App> {
    Router::new()
        .route("/{gov}", get(front))
        .route("/{gov}/layanan", get(services))
        .route("/{gov}/layanan/{slug}", get(service))
        .route("/{gov}/laporan", get(cases))
        .route("/{gov}/laporan/{reference}", get(case))
        .route("/{gov}/forum/topik/{code}", get(topic))
        .route("/{gov}/cari", get(find))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn begin(title: &str, g: &Government) -> String {
    let mut page = String::with_capacity(16 * 1024);
    let _ = write!(
        page,
        "<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>{0} · {1} · Balai</title><link rel=\"stylesheet\" href=\"/aset/balai.css\"></head><body><header class=\"top\"><div class=\"page\"><a class=\"brand\" href=\"/{2}\">Balai <span>{1}</span></a><nav><a href=\"/{2}/layanan\">Layanan</a><a href=\"/{2}/unit\">Jabatan</a><a href=\"/{2}/laporan\">Laporan</a><a href=\"/{2}/forum\">Forum</a><a href=\"/masuk\">Masuk</a></nav></div></header><main id=\"isi\" class=\"page stack\"><h1>{0}</h1>",
        escaped(title),
        g.short_name,
        g.slug
    );
    page
}

fn end(mut page: String) -> Html<String> {
    page.push_str("</main><footer><div class=\"page stack\"><ul><li><a href=\"/lacak\">Lacak</a></li><li><a href=\"/catatan\">Catatan publik</a></li><li><a href=\"/privasi\">Apa yang kami simpan</a></li></ul></div></footer></body></html>");
    Html(page)
}

fn case_list(page: &mut String, g: &Government, cases: &[ListedCase]) {
    page.push_str("<ul class=\"list\">");
    for c in cases {
        let _ = write!(
            page,
            "<li><a href=\"/{}/laporan/{1}\"><strong>{2}</strong></a><span class=\"soft\">{1} · {3} · {4}</span><span class=\"chip\">{5}</span></li>",
            g.slug,
            c.reference,
            escaped(&c.title),
            escaped(c.unit_name.as_deref().unwrap_or_default()),
            domain::clock::local_day(c.received_at, g.utc_offset_hours),
            c.status
        );
    }
    page.push_str("</ul>");
}

async fn front(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let mut newest = feedback::list(&mut conn, &gov, &Filter::default(), None).await?.cases;
    newest.truncate(5);
    let totals = feedback::totals(&mut conn, &gov, visitor.now - 30 * DAY).await?;
    let mut page = begin("Siapa melayani Anda", &g);
    for event in vocabulary::directory::LifeEvent::ALL {
        let _ = write!(page, "<li class=\"card\"><h3><a href=\"/{gov}/layanan?peristiwa={event}\">{event}</a></h3></li>");
    }
    case_list(&mut page, &g, &newest);
    let _ = write!(page, "<dl class=\"facts\"><dd>{}</dd><dd>{}</dd><dd>{}</dd><dd>{}</dd></dl>", totals.received, totals.answered, totals.confirmed, totals.contested);
    Ok(end(page))
}

async fn services(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let mut page = begin("Layanan", &g);
    for r in redirects(&mut conn).await? {
        let _ = write!(page, "<li><a href=\"/{gov}/layanan/luar/{}\">{}</a><span class=\"soft\">{}</span></li>", r.key, escaped(&r.name), escaped(&r.office));
    }
    for s in browse(&mut conn, &app.portal.gate, &gov, &g.today(visitor.now), &Wanted::default(), "").await?.services {
        let _ = write!(
            page,
            "<li><a href=\"/{gov}/layanan/{}\"><strong>{}</strong></a><span>{}</span><span class=\"soft\">{} · {}</span></li>",
            s.slug,
            escaped(&s.short_name),
            escaped(&s.summary),
            escaped(&s.completion_time),
            escaped(&s.fee)
        );
    }
    Ok(end(page))
}

async fn service(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let s = show_service(&mut conn, &app.portal.gate, &gov, &slug).await?;
    let today = g.today(visitor.now);
    let standard = standard_on(&mut conn, &app.portal.gate, s.id, &today).await?;
    let servers = served_by(&mut conn, &app.portal.gate, s.id, &today).await?;
    let experience = feedback::experience(&mut conn, s.id, &today).await?;
    let (office, pledge) = match s.unit_id {
        Some(unit) => (Some(office_of(&mut conn, &app.portal.gate, unit, &today).await?), pledge_of(&mut conn, unit, &today).await?),
        None => (None, None),
    };
    let mut cases = feedback::list(&mut conn, &gov, &Filter { service: Some(s.id), ..Filter::default() }, None).await?.cases;
    cases.truncate(5);
    let mut page = begin(&s.short_name, &g);
    let _ = write!(page, "<p class=\"lead\">{}</p>", escaped(&s.summary));
    if let Some(v) = standard {
        for text in [
            &v.completion_time,
            &v.fee,
            &v.product,
            &v.complaint_handling,
            &v.legal_basis,
            &v.facilities,
            &v.officer_competence,
            &v.internal_supervision,
            &v.service_guarantee,
            &v.safety_guarantee,
            &v.performance_evaluation,
        ] {
            let _ = write!(page, "<div><dt>·</dt><dd>{}</dd></div>", escaped(text));
        }
        for line in v.requirements.lines().chain(v.procedure.lines()) {
            let _ = write!(page, "<li>{}</li>", escaped(line));
        }
    }
    for server in servers {
        let _ = write!(
            page,
            "<li><a href=\"/{gov}/jabatan/{}\">{}</a><span class=\"soft\">{} {}</span></li>",
            server.slug,
            escaped(&server.title),
            server.part,
            server.headcount_actual
        );
    }
    let _ = write!(page, "<dl><dd>{}</dd><dd>{:?}</dd><dd>{:?}</dd></dl>", experience.cases, experience.median_days, experience.p90_days);
    for (element, count) in &experience.by_element {
        let _ = write!(page, "<a href=\"/{gov}/laporan?layanan={slug}&amp;unsur={element}\">{count}</a>");
    }
    if let Some(office) = office {
        let _ = write!(page, "<dd>{}</dd><dd>{}</dd>", escaped(&office.address), escaped(&office.hours));
    }
    if let Some(pledge) = pledge {
        let _ = write!(page, "<blockquote>{}</blockquote>", escaped(&pledge.text));
    }
    case_list(&mut page, &g, &cases);
    Ok(end(page))
}

async fn cases(State(app): State<App>, _visitor: Visitor, Path(gov): Path<String>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let found = feedback::list(&mut conn, &gov, &Filter::default(), None).await?;
    let mut page = begin("Laporan warga", &g);
    case_list(&mut page, &g, &found.cases);
    Ok(end(page))
}

async fn case(State(app): State<App>, _visitor: Visitor, Path((gov, reference)): Path<(String, String)>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let c = feedback::show(&mut conn, &gov, &reference).await?;
    let steps = feedback::steps(&mut conn, c.id).await?;
    let trail = ledger::of_subject(&mut conn, &reference).await?;
    let mut page = begin(&c.title, &g);
    let _ = write!(page, "<p><span class=\"chip\">{}</span></p><div class=\"prose\">{}</div><ol class=\"timeline\">", c.status, escaped(&c.public_text));
    for s in steps {
        let _ = write!(
            page,
            "<li><time>{}</time><strong>{}</strong> {}<p>{}</p></li>",
            domain::clock::local(s.at, g.utc_offset_hours),
            s.kind,
            escaped(s.unit_name.as_deref().unwrap_or_default()),
            escaped(&s.note)
        );
    }
    let _ = write!(page, "</ol><aside><a href=\"/{gov}/unit/{}\">{}</a> {}</aside>", c.unit_slug.unwrap_or_default(), escaped(&c.unit_name.unwrap_or_default()), trail.len());
    Ok(end(page))
}

async fn topic(State(app): State<App>, _visitor: Visitor, Path((gov, code)): Path<(String, String)>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let (t, replies) = forum::show(&mut conn, &gov, &code, None).await?;
    let mut page = begin(&t.title, &g);
    let _ = write!(page, "<div class=\"prose\">{}</div><ol>", escaped(&t.text));
    for r in replies {
        let _ = write!(
            page,
            "<li class=\"reply\"><strong>{}</strong><p class=\"soft\">{}</p><div class=\"prose\">{}</div></li>",
            escaped(&r.author_name),
            domain::clock::local(r.created_at, g.utc_offset_hours),
            escaped(&r.text)
        );
    }
    Ok(end(page))
}

async fn find(State(app): State<App>, _visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Answer {
    let typed = query.get("q").cloned().unwrap_or_default();
    let mut conn = app.portal.db.read().await?;
    let g = government(&mut conn, &gov).await?;
    let found = search::search(&mut conn, Some(&gov), &typed, 45).await?.found;
    let cases = feedback::search(&mut conn, &gov, &typed).await?;
    let mut page = begin("Hasil", &g);
    for f in found {
        let _ = write!(page, "<li><a href=\"/{gov}/{}/{}\"><strong>{}</strong></a><span class=\"soft\">{}</span></li>", f.kind, f.slug, escaped(&f.title), escaped(&f.detail));
    }
    case_list(&mut page, &g, &cases);
    Ok(end(page))
}
