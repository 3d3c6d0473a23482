//! `/petugas/laporan`: one queue of one's desks, by deadline. What it is narrowed to stands in the address; cases that are
//! ticked go on to `/petugas/laporan/bersama`. Nothing here needs a script.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::calendar::Calendar;
use domain::directory::{governments, services, units};
use domain::feedback::{COUNTED_MOST, Deadline, LOOKED_AT, QueuedCase, Sight, Wanted, queue, queue_counts, staff_case};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{BulkAct, DueBy, Holding, Kind, Protection, Queue, Status};

use super::desk::desk_nav;
use crate::components::{empty, pager};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// Everything that may stand in the address, in the order in which it is written there; the page's own place comes last.
const NAMES: [&str; 12] = ["pemerintah", "antrean", "petugas", "tenggat", "unit", "layanan", "jenis", "unsur", "perlindungan", "pesan", "q", "setelah"];

/// The address of a queue: what it is narrowed to.
#[derive(Clone, Default)]
pub(super) struct Address(HashMap<String, String>);

impl Address {
    fn word(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The same queue with one thing else, from its first page; nothing takes it away.
    fn with(&self, changes: &[(&str, &str)]) -> String {
        let value = |name: &str| changes.iter().find(|(n, _)| *n == name).map_or_else(|| if name == "setelah" { "" } else { self.word(name) }, |(_, v)| *v);
        let pairs: Vec<(&str, &str)> = NAMES.iter().map(|n| (*n, value(n))).filter(|(_, v)| !v.is_empty()).collect();
        if pairs.is_empty() { "/petugas/laporan".into() } else { format!("/petugas/laporan?{}", serde_urlencoded::to_string(pairs).unwrap_or_default()) }
    }
}

/// The first queue that has something in it, so that the desk opens on work.
fn first_with_work(counts: &[(Queue, i64)]) -> Queue {
    counts.iter().find(|(_, n)| *n > 0).or_else(|| counts.first()).map_or(Queue::Answer, |(queue, _)| *queue)
}

pub async fn list(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let address = Address(query);
    let mut conn = app.portal.db.read().await?;
    let typed = address.word("q").trim().to_owned();
    // A reference leads to its case, whatever queue it waits in.
    if typed.contains('-') && !typed.contains(' ') && typed.len() <= 30 {
        match staff_case(&mut conn, actor, &typed.to_uppercase()).await {
            Ok((case, _)) => return Ok(Redirect::to(&format!("/petugas/laporan/{}", case.reference)).into_response()),
            Err(Error::NotFound) => {}
            Err(e) => return Err(e.into()),
        }
    }
    let mine = actor.governments();
    let slug = mine.iter().find(|g| *g == address.word("pemerintah")).or_else(|| mine.first()).ok_or(Error::NotFound)?;
    let sight = Sight::of(&mut conn, actor, slug).await?;
    let counts = queue_counts(&mut conn, &sight).await?;
    let asked = Queue::parse(address.word("antrean")).or_else(|| Status::parse(address.word("keadaan")).and_then(Queue::of)).filter(|q| sight.queues().contains(q));
    let chosen = asked.unwrap_or_else(|| first_with_work(&counts));
    let today = sight.government.today(visitor.now);
    let unit = match address.word("unit") {
        "" => None,
        unit => Some(units::named(&mut conn, slug, unit).await?),
    };
    let service = match address.word("layanan") {
        "" => None,
        service => Some(services::show(&mut conn, &app.portal.gate, slug, service).await?),
    };
    let wanted = Wanted {
        queue: chosen,
        unit: unit.as_ref().map(|(id, _)| *id),
        service: service.as_ref().map(|s| s.id),
        kind: Kind::parse(address.word("jenis")),
        element: Element::parse(address.word("unsur")),
        protection: Protection::parse(address.word("perlindungan")),
        holding: Holding::parse(address.word("petugas")),
        due: DueBy::parse(address.word("tenggat")),
        unread: address.word("pesan") == "baru",
        words: typed,
    };
    let after = address.word("setelah").parse().ok();
    let found = queue(&mut conn, &sight, &wanted, after.as_ref(), &today).await?;
    let calendar = Calendar::whole(&mut conn).await?;
    // Units and services are many: they are read and drawn where somebody narrows by them, and not on each page.
    let narrowing = address.word("saring") == "ya";
    let choices = if narrowing { Some(choices(&app, &mut conn, &sight, &today).await?) } else { None };
    let places = if mine.len() > 1 { governments(&mut conn).await?.into_iter().filter(|g| mine.contains(&g.slug)).collect() } else { Vec::new() };
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-cases"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let address = Address({
            let mut all = address.0;
            all.insert("antrean".into(), chosen.to_string());
            all.remove("keadaan");
            all
        });
        let places = (!places.is_empty()).then(|| {
            let links = places.iter().map(|g| view! { <a href=format!("/petugas/laporan?pemerintah={}", g.slug) aria-current=(g.slug == sight.government.slug).then_some("true")>{g.short_name.clone()}</a> }).collect_view();
            view! { <nav class="quick" aria-label=words.t("queue-governments")>{links}</nav> }
        });
        let tabs = counts
            .iter()
            .map(|(queue, n)| {
                let href = address.with(&[("antrean", queue.as_str()), ("setelah", "")]);
                let count = if *n >= COUNTED_MOST { format!("{}+", COUNTED_MOST - 1) } else { n.to_string() };
                view! { <a href=href aria-current=(*queue == chosen).then_some("page")>{words.t(&format!("queue-{queue}"))} " " <span class="num">{count}</span></a> }
            })
            .collect_view();
        let narrowed = wanted.is_narrow();
        let none = found.cases.is_empty().then(|| {
            let (title, text) = if found.stopped { ("queue-looked-title", "queue-looked-none") } else if narrowed { ("queue-none-title", "queue-none") } else { ("queue-empty-title", "queue-empty") };
            empty(words.t(title), words.t(text), (narrowed && !found.stopped).then(|| (format!("/petugas/laporan?antrean={chosen}"), words.t("queue-clear"))))
        });
        let stopped = (found.stopped && !found.cases.is_empty()).then(|| view! { <p class="notice">{words.n("queue-stopped", LOOKED_AT)}</p> });
        let next = found.after.as_ref().map(|cursor| address.with(&[("setelah", &cursor.to_string())]));
        let count = found.cases.len();
        let offset = sight.government.utc_offset_hours;
        let items = found.cases.into_iter().map(|case| { let stands = case.stands(&calendar, &today); row(words, case, &stands, actor.account, offset) }).collect_view();
        let named = (unit.map(|(_, name)| name), service.map(|s| s.short_name));
        view! {
            <a class="skip" href="#daftar">{words.t("queue-skip-list")}</a>
            <h1>{words.t("desk-cases")}</h1>
            {desk_nav(words, "/petugas/laporan")}
            {places}
            <nav class="tabs queue-tabs" aria-label=words.t("queue-label")>{tabs}</nav>
            {quick(words, &address, &wanted)}
            {narrowed_to(words, &address, &wanted, named)}
            {choices.map(|choices| narrow_form(words, &address, choices))}
            {none}
            {(count > 0).then(|| view! {
                <form class="stack" id="daftar" method="post" action="/petugas/laporan/bersama" tabindex="-1">
                    <input type="hidden" name="pemerintah" value=sight.government.slug.clone()/>
                    <input type="hidden" name="kembali" value=address.with(&[("setelah", address.word("setelah"))])/>
                    <ol class="queue-list">{items}</ol>
                    {stopped}
                    {bulk_bar(words, chosen, sight.sees_all())}
                </form>
            })}
            {(wanted.holding == Some(Holding::Mine) && count > 0).then(|| view! { <p><a href=format!("/petugas/laporan/serah-terima?pemerintah={}", sight.government.slug)>{words.t("leaving-link")}</a></p> })}
            {pager(words, after.as_ref().map(|_| address.with(&[])), next)}
            {keys(words)}
        }
    }))
}

/// What is done to the ticked ones together.
fn bulk_bar(words: &'static Words, queue: Queue, verifies: bool) -> impl IntoView + use<> {
    let offered = BulkAct::ALL.iter().filter(|act| match act {
        BulkAct::Hand | BulkAct::Note | BulkAct::Message => true,
        BulkAct::News => !verifies && matches!(queue, Queue::Answer | Queue::Contested),
        BulkAct::Merge | BulkAct::Ask => verifies && queue == Queue::Verify,
    });
    let options = offered.map(|act| view! { <option value=act.as_str()>{words.t(&format!("bulk-{act}"))}</option> }).collect_view();
    view! {
        <div class="bulk-bar">
            <div class="field"><label for="tindakan">{words.t("bulk-label")}</label><select id="tindakan" name="tindakan" accesskey="t">{options}</select></div>
            <button class="button quiet">{words.t("bulk-next")}</button>
        </div>
    }
}

/// The two questions that are asked all day: whose, and by when; and words or a reference.
fn quick(words: &'static Words, address: &Address, wanted: &Wanted) -> impl IntoView + use<> {
    let link = |name: &str, value: &str, here: bool, label: String| view! { <a href=address.with(&[(name, value)]) aria-current=here.then_some("true")>{label}</a> };
    let holding = std::iter::once(link("petugas", "", wanted.holding.is_none(), words.t("holding-all")))
        .chain(Holding::ALL.iter().map(|h| link("petugas", h.as_str(), wanted.holding == Some(*h), words.t(&format!("holding-{h}")))))
        .collect_view();
    let due = std::iter::once(link("tenggat", "", wanted.due.is_none(), words.t("due-by-all")))
        .chain(DueBy::ALL.iter().map(|d| link("tenggat", d.as_str(), wanted.due == Some(*d), words.t(&format!("due-by-{d}")))))
        .collect_view();
    let kept = NAMES
        .iter()
        .filter(|n| !matches!(**n, "q" | "setelah"))
        .map(|n| (*n, address.word(n).to_owned()))
        .filter(|(_, v)| !v.is_empty())
        .map(|(n, v)| view! { <input type="hidden" name=n value=v/> })
        .collect_view();
    view! {
        <div class="queue-tools">
            <nav class="quick" aria-label=words.t("holding-label")>{holding}</nav>
            <nav class="quick" aria-label=words.t("due-by-label")>{due}</nav>
            <form class="queue-search" action="/petugas/laporan" role="search">
                {kept}
                <label for="q" class="visually-hidden">{words.t("queue-search")}</label>
                <input id="q" name="q" type="search" value=address.word("q").to_owned() placeholder=words.t("queue-search") accesskey="c"/>
                <button class="button quiet">{words.t("queue-search-button")}</button>
            </form>
        </div>
    }
}

/// What else it is narrowed to, and the way to change it.
fn narrowed_to(words: &'static Words, address: &Address, wanted: &Wanted, (unit, service): (Option<String>, Option<String>)) -> impl IntoView + use<> {
    let word = |prefix: &str, value: Option<&str>| value.map(|v| words.t(&format!("{prefix}-{v}")));
    let told: Vec<String> = [
        unit,
        service,
        word("kind", wanted.kind.map(Kind::as_str)),
        word("element", wanted.element.map(Element::as_str)),
        word("protection", wanted.protection.map(Protection::as_str)),
        wanted.unread.then(|| words.t("queue-unread")),
        (!wanted.words.is_empty()).then(|| format!("“{}”", wanted.words)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let more = {
        let href = address.with(&[]);
        if href.contains('?') { format!("{href}&saring=ya#saring") } else { format!("{href}?saring=ya#saring") }
    };
    let clear = (!told.is_empty()).then(|| {
        let href = format!("/petugas/laporan?antrean={}", wanted.queue);
        view! { <span>{words.with("queue-narrowed", &[("to", &told.join(" · "))])}</span> " " <a href=href>{words.t("queue-clear")}</a> " " }
    });
    view! { <p class="soft queue-narrowed">{clear}<a href=more accesskey="s">{words.t("queue-narrow")}</a></p> }
}

struct Choices {
    /// Slugs and names.
    units: Vec<(String, String)>,
    services: Vec<(String, String)>,
}

async fn choices(app: &App, conn: &mut domain::db::Conn, sight: &Sight, today: &str) -> Result<Choices, PageError> {
    let slug = &sight.government.slug;
    let all = units::list(conn, slug, today).await?;
    let units = all.into_iter().filter(|u| sight.units().is_none_or(|own| own.contains(&u.id))).map(|u| (u.slug, u.name)).collect();
    let services = services::list(conn, &app.portal.gate, slug, today, None).await?.into_iter().map(|s| (s.slug, s.short_name)).collect();
    Ok(Choices { units, services })
}

fn narrow_form(words: &'static Words, address: &Address, choices: Choices) -> impl IntoView + use<> {
    let select = |name: &'static str, label: &str, options: Vec<(String, String)>| {
        let chosen = address.word(name).to_owned();
        let options = std::iter::once((String::new(), words.t("filter-all")))
            .chain(options)
            .map(|(v, l)| {
                let selected = v == chosen;
                view! { <option value=v selected=selected>{l}</option> }
            })
            .collect_view();
        view! { <div class="field"><label for=format!("saring-{name}")>{words.t(label)}</label><select id=format!("saring-{name}") name=name>{options}</select></div> }
    };
    let words_of = |prefix: &str, all: Vec<&'static str>| all.into_iter().map(|w| (w.to_owned(), words.t(&format!("{prefix}-{w}")))).collect::<Vec<_>>();
    let kept = ["pemerintah", "antrean", "petugas", "tenggat", "q"]
        .into_iter()
        .map(|n| (n, address.word(n).to_owned()))
        .filter(|(_, v)| !v.is_empty())
        .map(|(n, v)| view! { <input type="hidden" name=n value=v/> })
        .collect_view();
    view! {
        <form class="filters card" id="saring" action="/petugas/laporan">
            {kept}
            {select("unit", "kind-unit", choices.units)}
            {select("layanan", "kind-service", choices.services)}
            {select("jenis", "filter-kind", words_of("kind", Kind::ALL.iter().map(|k| k.as_str()).collect()))}
            {select("unsur", "queue-element", words_of("element", Element::ALL.iter().map(|e| e.as_str()).collect()))}
            {select("perlindungan", "queue-protection", words_of("protection", Protection::ALL.iter().map(|p| p.as_str()).collect()))}
            {select("pesan", "queue-messages", vec![("baru".to_owned(), words.t("queue-unread"))])}
            <button class="button quiet">{words.t("filter-button")}</button>
        </form>
    }
}

/// One case: a box to tick it, its words, and its clock.
fn row(words: &'static Words, case: QueuedCase, stands: &Deadline, me: domain::ids::AccountId, offset: i64) -> impl IntoView + use<> {
    let kind = words.t(&format!("kind-{}", case.kind));
    let received = dates::moment_day(words, case.received_at, offset);
    let detail = [Some(case.reference.as_str()), case.unit_name.as_deref(), Some(&kind), Some(&received)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let holder = match (&case.holder_name, case.holder) {
        (Some(_), Some(holder)) if holder == me => Some(("chip", words.t("holder-me"))),
        (Some(name), _) => Some(("chip plain", words.with("holder-other", &[("name", name)]))),
        _ => None,
    };
    let late = matches!(stands, Deadline::Late { .. }) && case.status != Status::Responded;
    let (class, clock) = clock(words, stands, case.status);
    let (id, value) = (format!("pilih-{}", case.reference), format!("{}:{}", case.reference, case.version));
    let tick = words.with("queue-tick", &[("reference", &case.reference)]);
    view! {
        <li class=late.then_some("late")>
            <span class="tick"><input type="checkbox" id=id name="pilih" value=value aria-label=tick/></span>
            <a href=format!("/petugas/laporan/{}", case.reference)>{case.title}</a>
            <span class="soft">{detail}</span>
            <span class="flags">
                <span class=class>{clock}</span>
                {holder.map(|(class, text)| view! { <span class=class>{text}</span> })}
                {(case.unread > 0).then(|| view! { <span class="chip wait">{words.n("messages-unread", case.unread)}</span> })}
                {(case.joined > 0).then(|| view! { <span class="chip plain">{words.n("queue-joined", case.joined)}</span> })}
                {(case.protection == Protection::Confidential).then(|| view! { <span class="chip plain">{words.t("protection-rahasia")}</span> })}
            </span>
        </li>
    }
}

/// The clock in a few words, with the shape and colour of how near it is.
pub(super) fn clock(words: &'static Words, stands: &Deadline, status: Status) -> (&'static str, String) {
    match stands {
        Deadline::None => ("chip plain", words.t("clock-none")),
        Deadline::Over => ("chip plain", words.t("clock-decide")),
        Deadline::Later => ("chip plain", words.t("due-unset")),
        Deadline::Paused { since } => ("chip plain", words.with("clock-paused", &[("date", &dates::day(words, since))])),
        Deadline::Running { due, .. } | Deadline::Late { due, .. } if status == Status::Responded => {
            ("chip plain", words.with("queue-reply-until", &[("date", &dates::day(words, due))]))
        }
        Deadline::Running { left: Some(0), .. } => ("chip late", words.t("clock-today")),
        Deadline::Running { left: Some(days), .. } => (if *days <= 2 { "chip wait" } else { "chip ok" }, words.n("due-left", *days)),
        Deadline::Running { due, left: None } => ("chip ok", words.with("due-is", &[("date", &dates::day(words, due))])),
        Deadline::Late { by: Some(days), .. } if *days > 0 => ("chip late", words.n("due-late", *days)),
        Deadline::Late { due, .. } => ("chip late", words.with("due-was", &[("date", &dates::day(words, due))])),
    }
}

/// The keys that browsers give a page, told on it.
fn keys(words: &'static Words) -> impl IntoView + use<> {
    let key = |key: &'static str, does: &str| view! { <div><dt><kbd>{key}</kbd></dt><dd>{words.t(does)}</dd></div> };
    view! {
        <details class="keys"><summary>{words.t("keys-title")}</summary>
            <p class="soft">{words.t("keys-how")}</p>
            <dl>{key("C", "keys-search")}{key("S", "keys-narrow")}{key("T", "keys-bulk")}</dl>
        </details>
    }
}
