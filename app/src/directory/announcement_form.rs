//! The fields of an announcement; of a selection also its calendar, a row a stage.

use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::announcements::{AnnouncementKind, STAGE_FIELDS, TypedAnnouncement, TypedStage};

use super::announcement_desk::Sheet;
use super::announcements::{Level, heading};
use crate::components::{line_field, option_list, text_area};
use crate::words::Words;

pub fn announcement_form(words: &'static Words, sheet: &Sheet, kind: AnnouncementKind, typed: &TypedAnnouncement, problems: &Problems, level: Level) -> impl IntoView + use<> {
    let units = std::iter::once((String::new(), words.t("send-choose"))).chain(sheet.units.iter().cloned()).collect();
    let selection = (kind == AnnouncementKind::Selection).then(|| selection_fields(words, sheet, typed, problems, level));
    view! {
        {option_list(words, problems, "unit-pengumum", words.t("announcement-unit"), None, units, &typed.unit)}
        {line_field(words, problems, "judul", words.t("announcement-headline"), Some(words.t("announcement-headline-hint")), "text", "off", &typed.title)}
        {line_field(words, problems, "ringkasan", words.t("announcement-summary"), Some(words.t("announcement-summary-hint")), "text", "off", &typed.summary)}
        {text_area(words, problems, "naskah", words.t("announcement-body"), Some(words.t("announcement-body-hint")), 10, &typed.body)}
        {selection}
        <div class="day-pair">
            {line_field(words, problems, "tampil-mulai", words.t("announcement-from"), None, "date", "off", &typed.shown_from)}
            {line_field(words, problems, "tampil-sampai", words.t("announcement-until"), None, "date", "off", &typed.shown_until)}
        </div>
    }
}

fn selection_fields(words: &'static Words, sheet: &Sheet, typed: &TypedAnnouncement, problems: &Problems, level: Level) -> impl IntoView + use<> {
    let mut posts: Vec<(String, String)> = std::iter::once((String::new(), words.t("announcement-many-posts"))).collect();
    posts.extend(sheet.posts.iter().map(|p| (p.slug.clone(), format!("{} · {}", p.title, p.unit_name))));
    // A post of another type that was linked before stays to be chosen.
    if !posts.iter().any(|(slug, _)| *slug == typed.position) {
        posts.push((typed.position.clone(), typed.position.clone()));
    }
    let empty = TypedStage::default();
    let rows = (0..STAGE_FIELDS.len()).map(|i| stage_row(words, i, typed.stages.get(i).unwrap_or(&empty), problems)).collect_view();
    view! {
        {option_list(words, problems, "jabatan", words.t("announcement-post"), None, posts, &typed.position)}
        {text_area(words, problems, "kriteria", words.t("announcement-criteria"), Some(words.t("announcement-criteria-hint")), 6, &typed.criteria)}
        <section class="stack" aria-labelledby="tahapan">{heading(level, "tahapan", words.t("selection-calendar"))}
            <p class="hint measure">{words.t("announcement-stages-hint")}</p>
            <div class="stage-rows">{rows}</div>
        </section>
    }
}

fn stage_row(words: &'static Words, index: usize, typed: &TypedStage, problems: &Problems) -> impl IntoView + use<> {
    let fields = STAGE_FIELDS[index];
    view! {
        <div>
            <fieldset class="stack-tight">
                <legend>{words.n("announcement-stage", index as i64 + 1)}</legend>
                {line_field(words, problems, fields.name, words.t("stage-name"), None, "text", "off", &typed.name)}
                <div class="day-pair">
                    {line_field(words, problems, fields.starts_on, words.t("stage-from"), None, "date", "off", &typed.starts_on)}
                    {line_field(words, problems, fields.ends_on, words.t("stage-until"), None, "date", "off", &typed.ends_on)}
                </div>
                {line_field(words, problems, fields.note, words.t("stage-note"), None, "text", "off", &typed.note)}
            </fieldset>
        </div>
    }
}
