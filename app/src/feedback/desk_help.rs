//! What the page of a case shows beside its forms: what the program proposes to the verifier, each with its reason, and
//! what is known of the photos. Proposals decide nothing.

use domain::clock::Millis;
use domain::db::Conn;
use domain::directory::Government;
use domain::feedback::photo_alike::Alike;
use domain::feedback::similar::{SimilarCase, Wanted, similar};
use domain::feedback::{CasePhoto, NamedProposal, Proposed, StaffCase, UNCHECKED, name_proposal, propose};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::{Kind, PhotoReason, Target};
use vocabulary::personal::{Sort, find};

use crate::components::{mistake, prose};
use crate::dates;
use crate::form::Form;
use crate::words::Words;

pub struct Help {
    proposal: NamedProposal,
    similar: Vec<SimilarCase>,
    /// What tells who somebody is: what it is, the words, and whether the proposed text masks them.
    found: Vec<(Sort, String, bool)>,
}

/// # Errors
/// The database's.
pub async fn help(conn: &mut Conn, case: &StaffCase, now: Millis) -> domain::Result<Help> {
    let proposal = name_proposal(conn, &case.government, case.area_code.as_deref(), propose(&case.text)).await?;
    let similar = match case.kind {
        Kind::Misconduct => Vec::new(),
        _ => similar(conn, &case.government, now, &Wanted { text: &case.text, area: case.area_code.as_deref(), about: None::<&Target>, except: Some(case.id) }).await?,
    };
    let found = find(&case.text).into_iter().map(|s| (s.sort, case.text[s.start..s.end].to_owned(), s.mask)).collect();
    Ok(Help { proposal, similar, found })
}

fn because<T>(words: &Words, proposed: &Proposed<T>) -> String {
    words.with("proposal-because", &[("words", &proposed.because.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join(", "))])
}

pub fn help_for_verifier(words: &'static Words, help: &Help, government: &Government) -> impl IntoView + use<> {
    let p = &help.proposal;
    let row = |key: &str, what: Option<String>, reason: Option<String>| {
        what.map(|what| view! { <div><dt>{words.t(key)}</dt><dd>{what} " " <span class="soft">{reason}</span></dd></div> })
    };
    let rows = (
        row("check-kind", p.kind.as_ref().map(|k| words.t(&format!("kind-{}", k.what))), p.kind.as_ref().map(|k| because(words, k))),
        row("kind-service", p.service.as_ref().map(|s| s.what.clone()), p.service.as_ref().map(|s| because(words, s))),
        row("desk-unit", p.unit.as_ref().map(|u| u.what.clone()), p.unit.as_ref().map(|u| because(words, u))),
        row(
            "proposal-elsewhere",
            p.elsewhere.as_ref().map(|e| if words.is_english() { e.what.office_en.clone() } else { e.what.office.clone() }),
            p.elsewhere.as_ref().map(|e| because(words, e)),
        ),
    );
    let any = p.kind.is_some() || p.service.is_some() || p.unit.is_some() || p.elsewhere.is_some();
    let proposal = any.then(|| view! { <section class="stack-tight"><h2>{words.t("proposal-title")}</h2><p class="soft">{words.t("proposal-lead")}</p><dl class="stack-tight contact">{rows}</dl></section> });
    let found = help
        .found
        .iter()
        .map(|(sort, text, mask)| {
            let note = (!mask).then(|| format!(" ({})", words.t("findings-not-masked")));
            view! { <li>{words.t(&format!("finding-{sort}"))} ": " {text.clone()} " " <span class="soft">{note}</span></li> }
        })
        .collect::<Vec<_>>();
    let found = (!found.is_empty())
        .then(|| view! { <section class="stack-tight"><h2>{words.t("desk-findings-title")}</h2><p class="soft">{words.t("desk-findings-lead")}</p><ul>{found}</ul></section> });
    let cases = help
        .similar
        .iter()
        .map(|case| {
            let detail = format!("{} · {}", case.reference, dates::moment_day(words, case.published_at, government.utc_offset_hours));
            view! { <li><details><summary>{case.title.clone()} " " <span class="soft">{detail}</span></summary>{prose(&case.public_text)}<p><a href=format!("/{}/laporan/{}", government.slug, case.reference)>{words.t("desk-similar-open")}</a></p></details></li> }
        })
        .collect::<Vec<_>>();
    let cases = (!cases.is_empty()).then(|| view! { <section class="stack-tight" id="serupa"><h2>{words.t("desk-similar-title")}</h2><p class="soft">{words.t("desk-similar-lead")}</p><ul class="plain-list stack-tight">{cases}</ul></section> });
    (proposal, found, cases)
}

/// Photos that were seen in other cases.
pub fn alike_photos(words: &'static Words, alike: &[Alike]) -> Option<impl IntoView + use<>> {
    let items = alike
        .iter()
        .map(|a| {
            let said = words.with("photo-alike", &[("n", &a.number.to_string()), ("other", &a.other_number.to_string())]);
            view! { <li>{said} " " <a href=format!("/petugas/laporan/{}", a.reference)>{a.reference.clone()}</a></li> }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="notice stack-tight" aria-labelledby="foto-mirip"><h2 id="foto-mirip">{words.t("photo-alike-title")}</h2><ul>{items}</ul><p class="soft">{words.t("photo-alike-note")}</p></section> })
}

/// One form for each photo that everyone could see.
pub fn withhold_forms(words: &'static Words, case: &StaffCase, photos: &[CasePhoto], problems: &Problems, wrong_number: &str) -> Option<impl IntoView + use<>> {
    let forms = photos
        .iter()
        .filter(|p| p.withheld_reason.as_deref().is_none_or(|reason| reason == UNCHECKED))
        .map(|photo| {
            let wrong = wrong_number == photo.number.to_string() && !problems.is_empty();
            let id = if wrong { "alasan-foto".to_owned() } else { format!("alasan-foto-{}", photo.number) };
            let reasons = PhotoReason::ALL.iter().map(|r| view! { <option value=r.as_str()>{words.t(&format!("photo-reason-{r}"))}</option> }).collect_view();
            view! {
                <form class="stack-tight" method="post" action=format!("/petugas/laporan/{}", case.reference) novalidate="novalidate">
                    <input type="hidden" name="foto-nomor" value=photo.number.to_string()/>
                    <div class=if wrong { "field wrong" } else { "field" }>
                        <label for=id.clone()>{words.n("photo-withhold-reason", photo.number)}</label>
                        {wrong.then(|| mistake(words, problems, "alasan-foto"))}
                        <select id=id name="alasan-foto"><option value="">{words.t("send-choose")}</option>{reasons}</select>
                    </div>
                    <p><button class="button danger small" name="aksi" value="tahan-foto">{words.n("photo-withhold", photo.number)}</button></p>
                </form>
            }
        })
        .collect::<Vec<_>>();
    (!forms.is_empty()).then(|| view! { <details class="card" open=!problems.is_empty()><summary>{words.t("photo-withhold-title")}</summary><p class="soft">{words.t("photo-withhold-lead")}</p>{forms}</details> })
}

/// One form for each photo that is withheld: it may have been a mistake.
pub fn release_forms(words: &'static Words, case: &StaffCase, photos: &[CasePhoto], problems: &Problems, form: &Form) -> Option<impl IntoView + use<>> {
    let forms = photos
        .iter()
        .filter(|p| p.withheld_reason.is_some())
        .map(|photo| {
            let mine = form.get("foto-nomor") == photo.number.to_string() && form.get("aksi") == "tampilkan-foto";
            let wrong = mine && !problems.is_empty();
            let id = if wrong { "alasan-tampil".to_owned() } else { format!("alasan-tampil-{}", photo.number) };
            let typed = if mine { form.get("alasan-tampil").to_owned() } else { String::new() };
            view! {
                <form class="stack-tight" method="post" action=format!("/petugas/laporan/{}", case.reference) novalidate="novalidate">
                    <input type="hidden" name="foto-nomor" value=photo.number.to_string()/>
                    <div class=if wrong { "field wrong" } else { "field" }>
                        <label for=id.clone()>{words.n("photo-release-reason", photo.number)}</label>
                        {wrong.then(|| mistake(words, problems, "alasan-tampil"))}
                        <textarea id=id name="alasan-tampil" rows="2">{typed}</textarea>
                    </div>
                    <p><button class="button quiet small" name="aksi" value="tampilkan-foto">{words.n("photo-release", photo.number)}</button></p>
                </form>
            }
        })
        .collect::<Vec<_>>();
    (!forms.is_empty()).then(|| view! { <details class="card" open=!problems.is_empty()><summary>{words.t("photo-release-title")}</summary><p class="soft">{words.t("photo-release-lead")}</p>{forms}</details> })
}
