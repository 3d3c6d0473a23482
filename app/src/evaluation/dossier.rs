//! The files of an evaluation: PDF, CSV, JSON, and all of them with a manifest as ZIP.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::directory::{Government, government};
use domain::evaluation::{Dossier, EvaluationStepRow, Evidence, Named, as_csv, as_json, as_zip, dossier, file_name};
use domain::ids::EvaluationId;
use tokio::sync::Semaphore;
use vocabulary::evaluation::LookForm;
use vocabulary::evaluation::rating::EvaluationStep;

use super::document::{signed, signed_by, signed_by_assessor};
use super::nav::period_name;
use crate::dates;
use crate::error::PageError;
use crate::pdf::{self, Block, Paper, Table};
use crate::session::Visitor;
use crate::shell::App;
use crate::words::Words;

/// One is packed at a time.
static PACKING: Semaphore = Semaphore::const_new(1);

pub async fn answer(app: &App, visitor: &Visitor, id: EvaluationId, version: Option<i64>, form: LookForm) -> Result<Response, PageError> {
    let dossier = dossier(&app.portal, visitor.civil_servant()?, id, version, form).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &dossier.page.evaluation.government).await?;
    drop(conn);
    // The paper is Indonesian: it is the document that is kept.
    let paper = paper(Words::of("id"), &dossier, &government);
    let (name, now) = (file_name(&dossier.page), visitor.now);
    // Photos stand in memory until the file is made.
    let _alone = if form == LookForm::Zip { Some(PACKING.acquire().await.map_err(|e| PageError::Trouble(e.to_string()))?) } else { None };
    let photos = if form == LookForm::Zip { dossier.read_photos(&app.portal).await? } else { Vec::new() };
    // Some milliseconds of work: not on the threads that answer everyone.
    let bytes = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, PageError> {
        let pdf = || pdf::write(&paper).map_err(PageError::Trouble);
        Ok(match form {
            LookForm::Page | LookForm::Pdf => pdf()?,
            LookForm::Csv => as_csv(&dossier)?,
            LookForm::Json => as_json(&dossier)?,
            LookForm::Zip => as_zip(&dossier, &pdf()?, &photos, now)?,
        })
    })
    .await
    .map_err(|e| PageError::Trouble(e.to_string()))??;
    let kind = match form {
        LookForm::Page | LookForm::Pdf => "application/pdf",
        LookForm::Csv => "text/csv; charset=utf-8",
        LookForm::Json => "application/json",
        LookForm::Zip => "application/zip",
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name = format!("attachment; filename=\"{name}.{form}\"");
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|e| PageError::Trouble(e.to_string()))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}

fn foot(page: usize, pages: usize, language: &'static str) -> String {
    Words::of(language).with("pack-page", &[("page", &page.to_string()), ("pages", &pages.to_string())])
}

fn who(words: &Words, named: Option<&Named>) -> String {
    named.map_or_else(|| words.t("line-nobody"), |n| format!("{}\n{}\n{}", n.name, n.post, n.unit))
}

fn paper(words: &'static Words, dossier: &Dossier, government: &Government) -> Paper {
    let page = &dossier.page;
    let (e, c) = (&page.evaluation, &page.content);
    let zone = government.utc_offset_hours;
    let (from, to) = e.days();
    let (from, to) = (dates::day(words, &from), dates::day(words, &to));
    let about = [("government", government.name_id.as_str()), ("from", from.as_str()), ("to", to.as_str())];
    let said = |step: Option<&EvaluationStepRow>| step.map_or_else(|| words.t("part-none"), |s| format!("{}\n{}, {}", s.note, s.signer, dates::moment(words, s.at, zone)));
    let mut parts: Vec<(u8, String)> = vec![(1, who(words, c.employee.as_ref())), (2, who(words, c.assessor.as_ref())), (3, who(words, c.superior.as_ref()))];
    if let Some(r) = &c.rated {
        let organisation = c.organisation.as_ref().map_or_else(
            || words.t("organisation-none"),
            |o| words.with("organisation-is", &[("unit", &o.unit), ("predicate", &words.t(&format!("organisation-{}", o.predicate)))]),
        );
        let lines = [
            organisation,
            format!("{}: {}", words.t("rate-results"), words.t(&format!("rating-{}", r.results))),
            format!("{}: {}", words.t("rate-behaviour"), words.t(&format!("rating-{}", r.behaviour))),
            r.behaviour_reason.clone(),
            format!("{}: {} ({})", words.t("predicate"), words.t(&format!("predicate-{}", r.predicate)), r.rule_set.citation()),
            r.pattern_note.clone(),
        ];
        parts.push((4, lines.join("\n")));
        parts.push((5, format!("{}\n{}", r.notes, r.recommendation)));
    }
    parts.push((6, said(page.last(&[EvaluationStep::Object]))));
    parts.push((7, said(page.last(&[EvaluationStep::Explain]))));
    parts.push((8, said(page.last(&[EvaluationStep::Uphold, EvaluationStep::Change]))));
    parts.push((9, said(page.last(&[EvaluationStep::Hear]))));
    parts.push((10, signed(words, page.signed(&[EvaluationStep::Acknowledge]), zone)));
    parts.push((11, signed_by_assessor(words, page, zone)));
    let mut blocks = vec![Block::Text(words.with("dossier-paper-about", &about)), Block::Small(words.with("dossier-paper-lead", &[("version", &page.version.to_string())]))];
    for (number, text) in parts {
        blocks.push(Block::Heading(format!("{number}. {}", words.t(&format!("part-{number}")))));
        blocks.push(Block::Text(text));
    }
    blocks.push(Block::Heading(words.t("plan-results")));
    let rows = page.plan.results.iter().map(|r| {
        let realised = c.realised(&r.key).cloned().unwrap_or_default();
        let targets = r.indicators.iter().map(|i| format!("{}: {} – {} {}", words.t(&format!("aspect-{}", i.aspect)), i.text, i.target, i.unit)).collect::<Vec<_>>().join("\n");
        vec![r.text.clone(), targets, realised.text, realised.feedback]
    });
    let head = ["plan-result", "plan-indicators", "realised", "feedback-leader"].map(|k| words.t(k)).into();
    blocks.push(Block::Table(Table { head, rows: rows.collect(), widths: vec![1.2, 1.4, 1.4, 1.2] }));
    if let Some(r) = &c.rated {
        blocks.push(Block::Heading(words.t("plan-behaviours")));
        let rows = r.values.iter().map(|v| vec![words.t(&format!("value-{}", v.value)), words.t(&format!("rating-{}", v.rating)), v.reason.clone()]).collect();
        blocks.push(Block::Table(Table { head: ["plan-behaviours", "value-rating", "card-reason"].map(|k| words.t(k)).into(), rows, widths: vec![1.0, 1.0, 1.8] }));
    }
    blocks.push(Block::Heading(words.t("evidence-title")));
    if c.evidence.is_empty() {
        blocks.push(Block::Text(words.t("evidence-none")));
    } else {
        let reply = |x: &Evidence| {
            std::iter::once(x.reply.clone()).chain(dossier.photos_of(x).map(|(name, _)| words.with("dossier-photo", &[("file", &name)]))).collect::<Vec<_>>().join("\n")
        };
        let rows = c.evidence.iter().map(|x| vec![format!("{}\n{}\n{}", x.title, x.reference, dates::day(words, &x.event_on)), reply(x), x.reason.clone()]).collect();
        blocks.push(Block::Table(Table { head: ["evidence-title", "card-reply-title", "card-decision-title"].map(|k| words.t(k)).into(), rows, widths: vec![1.2, 1.4, 1.2] }));
    }
    blocks.push(Block::Heading(words.t("plan-steps")));
    for s in &page.steps {
        let signer = signed_by(words, page, s);
        blocks.push(Block::Small(format!("{} – {signer}, {}. SHA-256 {}", words.t(&format!("evaluation-step-{}", s.kind)), dates::moment(words, s.at, zone), s.digest)));
    }
    Paper { title: words.with("evaluation-title", &[("period", &period_name(words, e.period, e.year)), ("name", &e.person_name)]), language: words.language, blocks, foot }
}
