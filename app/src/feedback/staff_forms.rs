//! The forms of a case, each offered to the desk and in the state in which the table of transitions has its step.

use domain::feedback::{Desk, Step};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{Action, ArchiveReason, InfoField, Kind, Outcome, Protection, Status};
use vocabulary::personal::masked;

use super::photo_editor::photo_field;
use super::send_screens::day_field;
use super::staff_case::Sheet;
use crate::components::{Choice, boxes, choices, hidden, line_field, option_list, text_area};
use crate::dates;
use crate::form::Form;
use crate::words::Words;

/// The fields with words of one's own: shown again whatever became of their form.
pub(super) const TEXTS: &[&str] = &[
    "judul",
    "teks",
    "catatan",
    "pertanyaan",
    "alasan-gabung",
    "instansi-lain",
    "penjelasan",
    "alasan-pisah",
    "alasan-cabut-aturan",
    "bukan-kami",
    "kemajuan",
    "jawaban",
    "arahan",
    "alasan-tolak",
    "pesan-serah",
    "catatan-dalam",
    "alasan-lindungi",
    "alasan-sembunyi",
];

/// One form: what was typed before is kept, and only the form that was sent has its problems.
pub(super) struct Sent<'a> {
    form: &'a Form,
    pub problems: Problems,
    pub acting: bool,
    pub action: String,
    pub version: String,
}

impl<'a> Sent<'a> {
    pub fn of(sheet: &Sheet, form: &'a Form, problems: &Problems, doing: &str) -> Self {
        let acting = form.get("aksi") == doing;
        Self {
            form,
            problems: if acting { problems.clone() } else { Problems::default() },
            acting,
            action: format!("/petugas/laporan/{}", sheet.case.reference),
            version: sheet.case.version.to_string(),
        }
    }

    pub fn typed(&self, field: &str, otherwise: &str) -> String {
        if self.acting { self.form.get(field).to_owned() } else { otherwise.to_owned() }
    }

    pub fn area(&self, words: &'static Words, field: &'static str, rows: u32) -> impl IntoView + use<> {
        let hint = format!("form-{field}-hint");
        text_area(words, &self.problems, field, words.t(&format!("form-{field}")), words.has(&hint).then(|| words.t(&hint)), rows, &self.typed(field, ""))
    }

    /// Folded away unless it was sent and is wrong.
    pub fn folded(&self, words: &'static Words, title: &str, doing: &'static str, class: &'static str, body: impl IntoView + 'static) -> AnyView {
        let (action, version) = (self.action.clone(), self.version.clone());
        view! {
            <details class="card" open=self.acting><summary>{words.t(title)}</summary>
                <form class="stack" method="post" action=action novalidate="novalidate">
                    {hidden("versi", &version)}
                    {body.into_any()}
                    <p><button class=class name="aksi" value=doing>{words.t(&format!("do-{doing}"))}</button></p>
                </form>
            </details>
        }
        .into_any()
    }
}

pub(super) fn verify_forms(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> Option<impl IntoView + use<>> {
    sheet.offers(Desk::Verifier, Action::Dispatch).then(|| {
        let sent = |doing| Sent::of(sheet, form, problems, doing);
        let (asking, merging, sending, archiving) = (sent("tanyakan"), sent("gabungkan"), sent("teruskan"), sent("arsipkan"));
        let fields = InfoField::ALL.iter().map(|f| Choice::plain(f.as_str(), words.t(&format!("info-{f}")))).collect();
        let asked = if asking.acting { form.all("perlu") } else { Vec::new() };
        let mut offices = sheet.offices.clone();
        offices.insert(0, (String::new(), words.t("send-choose")));
        let reasons = ArchiveReason::ALL.iter().map(|r| Choice::plain(r.as_str(), words.t(&format!("archive-{r}")))).collect();
        let ask = (boxes(words, &asking.problems, "perlu", words.t("form-perlu"), fields, &asked), asking.area(words, "pertanyaan", 3));
        let merge = (
            line_field(words, &merging.problems, "induk", words.t("form-induk"), Some(words.t("form-induk-hint")), "text", "off", &merging.typed("induk", "")),
            merging.area(words, "alasan-gabung", 3),
        );
        let send = (
            option_list(words, &sending.problems, "instansi", words.t("form-instansi"), None, offices, &sending.typed("instansi", "")),
            line_field(words, &sending.problems, "instansi-lain", words.t("form-instansi-lain"), None, "text", "off", &sending.typed("instansi-lain", "")),
            sending.area(words, "penjelasan", 3),
        );
        let archive = (
            choices(words, &archiving.problems, "alasan", words.t("desk-archive-reason"), reasons, &archiving.typed("alasan", "")),
            text_area(words, &archiving.problems, "catatan", words.t("desk-archive-note"), Some(words.t("desk-archive-note-hint")), 3, &archiving.typed("catatan", "")),
        );
        view! {
            {accept_form(words, sheet, &sent("terima"))}
            {asking.folded(words, "form-ask-title", "tanyakan", "button quiet", ask)}
            {merging.folded(words, "form-merge-title", "gabungkan", "button quiet", merge)}
            {sending.folded(words, "form-redirect-title", "teruskan", "button quiet", send)}
            {archiving.folded(words, "desk-archive-title", "arsipkan", "button danger", archive)}
        }
    })
}

fn accept_form(words: &'static Words, sheet: &Sheet, sent: &Sent<'_>) -> impl IntoView + use<> {
    let case = &sheet.case;
    let protections = Protection::ALL
        .iter()
        .filter(|p| **p >= case.protection)
        .map(|p| Choice { value: p.to_string(), label: words.t(&format!("protection-{p}")), hint: Some(words.t(&format!("protection-{p}-staff"))) })
        .collect();
    let kinds = Kind::ALL.iter().filter(|k| case.kind != Kind::Misconduct || **k == Kind::Misconduct).map(|k| (k.to_string(), words.t(&format!("kind-{k}")))).collect();
    let elements = std::iter::once((String::new(), words.t("element-none"))).chain(Element::ALL.iter().map(|e| (e.to_string(), words.t(&format!("element-{e}"))))).collect();
    let mut units = sheet.units.clone();
    units.insert(0, (String::new(), words.t("send-choose")));
    // Given back by a unit: what was written for the public the first time stays.
    let public = case.public_text.clone().unwrap_or_else(|| masked(&case.text));
    let problems = &sent.problems;
    view! {
        <section class="card stack" aria-labelledby="terima"><h2 id="terima">{words.t("desk-accept-title")}</h2>
            <form class="stack" method="post" action=sent.action.clone() novalidate="novalidate">
                {hidden("versi", &sent.version)}
                {line_field(words, problems, "judul", words.t("desk-headline"), Some(words.t("desk-headline-hint")), "text", "off", &sent.typed("judul", &masked(&case.title)))}
                {text_area(words, problems, "teks", words.t("desk-public-text"), Some(words.t("desk-public-text-hint")), 6, &sent.typed("teks", &public))}
                {choices(words, problems, "perlindungan", words.t("desk-protection"), protections, &sent.typed("perlindungan", case.protection.as_str()))}
                {option_list(words, problems, "jenis", words.t("check-kind"), None, kinds, &sent.typed("jenis", case.kind.as_str()))}
                {option_list(words, problems, "unit", words.t("desk-unit"), Some(words.t("desk-unit-hint")), units, &sent.typed("unit", &sheet.suggested))}
                {option_list(words, problems, "unsur", words.t("desk-element"), None, elements, &sent.typed("unsur", case.element.as_deref().unwrap_or_default()))}
                <p><button class="button" name="aksi" value="terima">{words.t("desk-accept")}</button></p>
            </form>
        </section>
    }
}

/// What everybody reads may tell too much: the case is taken back from the public, or the words of one step.
pub(super) fn protect_forms(words: &'static Words, sheet: &Sheet, steps: &[Step], form: &Form, problems: &Problems, offset: i64) -> Option<impl IntoView + use<>> {
    if sheet.case.published_at.is_none() || !sheet.desks.contains(&Desk::Verifier) {
        return None;
    }
    let (protecting, hiding) = (Sent::of(sheet, form, problems, "lindungi"), Sent::of(sheet, form, problems, "sembunyikan"));
    let reason = (view! { <p class="soft">{words.t("form-protect-lead")}</p> }, protecting.area(words, "alasan-lindungi", 3));
    let said: Vec<(String, String)> = steps
        .iter()
        .filter(|s| !s.note.is_empty())
        .map(|s| {
            let begins: String = s.note.chars().take(60).collect();
            (s.number.to_string(), format!("{}, {}: {begins}", words.t(&format!("step-{}", s.kind)), dates::moment_day(words, s.at, offset)))
        })
        .collect();
    let hide = (!said.is_empty()).then(|| {
        let choose = std::iter::once((String::new(), words.t("send-choose"))).chain(said).collect();
        let fields = (
            option_list(words, &hiding.problems, "langkah-sembunyi", words.t("form-langkah-sembunyi"), None, choose, &hiding.typed("langkah-sembunyi", "")),
            hiding.area(words, "alasan-sembunyi", 3),
        );
        hiding.folded(words, "form-hide-title", "sembunyikan", "button quiet", fields)
    });
    Some(view! { {protecting.folded(words, "form-protect-title", "lindungi", "button danger", reason)}{hide} })
}

/// Where the verifier's desk is the coordinator's: above the unit, or undoing a merge. The inspectorate takes up what lies
/// above the unit, too.
pub(super) fn coordinate_forms(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> Option<AnyView> {
    let takes_up = sheet.desks.contains(&Desk::Overseer) && sheet.case.status == Status::Escalated;
    if !sheet.desks.contains(&Desk::Verifier) && !takes_up {
        return None;
    }
    let sent = |doing| Sent::of(sheet, form, problems, doing);
    let mut units = sheet.units.clone();
    units.insert(0, (String::new(), words.t("form-same-unit")));
    match sheet.case.status {
        Status::Escalated => {
            let resuming = sent("lanjutkan");
            let fields = (
                resuming.area(words, "arahan", 3),
                option_list(words, &resuming.problems, "unit-baru", words.t("form-unit-baru"), Some(words.t("form-unit-baru-hint")), units, &resuming.typed("unit-baru", "")),
            );
            Some(resuming.folded(words, "form-resume-title", "lanjutkan", "button", fields))
        }
        Status::Closed if sheet.case.reopen_asked_at.is_some() => {
            let (opening, declining) = (sent("buka-lagi"), sent("tolak-buka"));
            let fields = (
                opening.area(words, "arahan", 3),
                option_list(words, &opening.problems, "unit-baru", words.t("form-unit-baru"), Some(words.t("form-unit-baru-hint")), units, &opening.typed("unit-baru", "")),
            );
            let reason = declining.area(words, "alasan-tolak", 3);
            Some(
                view! {
                    <p class="notice">{words.t("form-reopen-asked")}</p>
                    {opening.folded(words, "form-reopen-title", "buka-lagi", "button", fields)}
                    {declining.folded(words, "form-decline-title", "tolak-buka", "button quiet", reason)}
                }
                .into_any(),
            )
        }
        Status::Merged => {
            let splitting = sent("pisahkan");
            let reason = splitting.area(words, "alasan-pisah", 3);
            Some(splitting.folded(words, "form-split-title", "pisahkan", "button quiet", reason))
        }
        _ => None,
    }
}

pub(super) fn handle_forms(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> Option<impl IntoView + use<>> {
    let (new, again) = (sheet.case.status == Status::Assigned, sheet.case.status == Status::Disputed);
    sheet.answers_here().then(|| {
        let sent = |doing| Sent::of(sheet, form, problems, doing);
        let (answering, reporting, returning) = (sent("jawab"), sent("kemajuan"), sent("kembalikan"));
        let kept = if answering.acting { form.all("foto-tersimpan") } else { Vec::new() };
        let outcomes =
            Outcome::ALL.iter().map(|o| Choice { value: o.to_string(), label: words.t(&format!("outcome-{o}")), hint: Some(words.t(&format!("outcome-{o}-hint"))) }).collect();
        let report = text_area(words, &reporting.problems, "kemajuan", words.t("desk-progress"), Some(words.t("desk-progress-hint")), 3, &reporting.typed("kemajuan", ""));
        let back = returning.area(words, "bukan-kami", 3);
        let take = (new || again).then(|| {
            let (action, version) = (answering.action.clone(), answering.version.clone());
            view! { <form method="post" action=action>{hidden("versi", &version)}<p class="actions"><button class="button quiet" name="aksi" value="kerjakan">{words.t(if again { "do-kerjakan-lagi" } else { "do-kerjakan" })}</button></p></form> }
        });
        view! {
            {take}
            <section class="card stack" aria-labelledby="jawab"><h2 id="jawab">{words.t("desk-answer-title")}</h2>
                <form class="stack" method="post" action=answering.action.clone() enctype="multipart/form-data" novalidate="novalidate">
                    {hidden("versi", &answering.version)}
                    {choices(words, &answering.problems, "hasil", words.t("desk-outcome"), outcomes, &answering.typed("hasil", ""))}
                    {text_area(words, &answering.problems, "jawaban", words.t("desk-answer"), Some(words.t("desk-answer-hint")), 6, &answering.typed("jawaban", ""))}
                    {photo_field(words, &answering.problems, &kept, words.t("desk-answer-photos"), words.t("desk-answer-photos-hint"))}
                    {day_field(words, &answering.problems, "foto-tanggal", words.t("desk-photos-taken-on"), words.t("desk-photos-taken-hint"), &answering.typed("foto-tanggal", ""), &sheet.today)}
                    {line_field(words, &answering.problems, "foto-tempat", words.t("desk-photos-taken-at"), None, "text", "off", &answering.typed("foto-tempat", ""))}
                    <p><button class="button" name="aksi" value="jawab">{words.t("desk-answer-button")}</button></p>
                </form>
            </section>
            {reporting.folded(words, "desk-progress-title", "kemajuan", "button quiet", report)}
            {(new && sheet.returns).then(|| returning.folded(words, "form-return-title", "kembalikan", "button quiet", back))}
            {(new && !sheet.returns).then(|| view! { <p class="soft">{words.t("step-binding")}</p> })}
        }
    })
}
