//! With whom a case is, and the forms that change it; and notes between those who work on it.

use domain::feedback::Colleague;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::Queue;

use super::bulk::colleague_options;
use super::staff_case::Sheet;
use super::staff_forms::Sent;
use crate::components::option_list;
use crate::dates;
use crate::form::Form;
use crate::words::Words;

/// Who has it, said first to whoever opens the page, and what may be done about that.
pub(super) fn holder(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> Option<impl IntoView + use<>> {
    let case = &sheet.case;
    let waits = Queue::of(case.status).is_some_and(|queue| queue != Queue::Reopen || case.reopen_asked_at.is_some());
    waits.then(|| {
        let mine = case.holder == Some(sheet.me);
        let since = case.assigned_on.as_deref().map(|day| dates::day(words, day)).unwrap_or_default();
        let told = match &case.holder_name {
            Some(_) if mine => words.with("holder-mine-since", &[("date", &since)]),
            Some(name) => words.with("holder-since", &[("name", name), ("date", &since)]),
            None => words.t("holder-nobody"),
        };
        let class = if case.holder.is_some() && !mine { "notice" } else { "soft" };
        let can_take = sheet.colleagues.iter().any(|c| c.account == sheet.me) && !mine;
        let handing = Sent::of(sheet, form, problems, "serahkan");
        let one = |doing: &'static str, label: &str| {
            let (action, version) = (handing.action.clone(), handing.version.clone());
            view! { <form method="post" action=action><input type="hidden" name="versi" value=version/><button class="button quiet" name="aksi" value=doing>{words.t(label)}</button></form> }
        };
        let take = can_take.then(|| one("ambil", if case.holder.is_some() { "holder-take-over" } else { "holder-take" }));
        let give_back = case.holder.is_some().then(|| one("lepaskan", "holder-give-back"));
        let others: Vec<Colleague> = sheet.colleagues.iter().filter(|c| c.account != sheet.me && Some(c.account) != case.holder).cloned().collect();
        let give = (!others.is_empty() || handing.acting).then(|| {
            let mut options = vec![(String::new(), words.t("send-choose"))];
            options.extend(colleague_options(&others));
            let fields = (
                option_list(words, &handing.problems, "petugas", words.t("hand-to"), None, options, &handing.typed("petugas", "")),
                handing.area(words, "pesan-serah", 2),
            );
            handing.folded(words, "holder-give", "serahkan", "button quiet", fields)
        });
        view! {
            <section class="holder stack-tight" aria-labelledby="petugas-kasus">
                <h2 id="petugas-kasus" class="visually-hidden">{words.t("holder-title")}</h2>
                <p class=class>{told}</p>
                <div class="actions">{take}{give_back}</div>
                {give}
            </section>
        }
    })
}

/// A note that nobody outside reads, from every desk and in every state.
pub(super) fn note_form(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> AnyView {
    let noting = Sent::of(sheet, form, problems, "catat");
    let field = noting.area(words, "catatan-dalam", 3);
    noting.folded(words, "note-inside", "catat", "button quiet", field)
}
