//! Someone who works for a government proposes an improvement to one of its units.

use vocabulary::ideas::NewIdea;
use vocabulary::{Fault, Problems};

use super::{colleague, heads};
use crate::accounts::Actor;
use crate::calendar::{Calendar, due_text};
use crate::clock::{day_text, local_day};
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::ids::{CaseId, IdeaId, ServiceId, UnitId, short_code};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::secrets::sha256;

/// Keeps it and returns the code of its address; a repeated send of the same form is the same idea.
///
/// # Errors
/// [`Error::Invalid`] for a unit, service or case that is not there, [`Error::NotFound`] for who does not work for this
/// government, [`crate::Refusal::BeyondCalendar`].
pub async fn propose(portal: &Portal, actor: &Actor, government: &Government, form_key: &str, input: &NewIdea) -> Result<String> {
    let slug = government.slug.as_str();
    colleague(actor, slug)?;
    let now = portal.now();
    let today = local_day(now, government.utc_offset_hours);
    let repeat = sha256(&[b"idea", actor.account.0.as_bytes(), form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    let mut problems = Problems::default();
    let day = day_text(today);
    let unit: Option<UnitId> = on!(&mut tx, conn => sqlx::query_scalar("select id from unit where government = $1 and slug = $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3)")
        .bind(slug).bind(&input.unit).bind(&day).fetch_optional(conn).await?);
    let unit = problems.take("unit", unit.ok_or(Fault::UnknownChoice));
    let service: Option<ServiceId> = match &input.service {
        Some(service) => {
            let found: Option<ServiceId> =
                on!(&mut tx, conn => sqlx::query_scalar("select id from service where government = $1 and slug = $2").bind(slug).bind(service).fetch_optional(conn).await?);
            problems.take("layanan", found.ok_or(Fault::UnknownChoice))
        }
        None => None,
    };
    let mut cases = Vec::new();
    for reference in &input.cases {
        // What is not public is not named here either, for colleagues of every unit read it.
        let found: Option<CaseId> = on!(&mut tx, conn => sqlx::query_scalar("select id from feedback_case where government = $1 and reference = $2 and published_at is not null")
            .bind(slug).bind(reference).fetch_optional(conn).await?);
        cases.extend(problems.take("laporan", found.ok_or(Fault::UnknownChoice)));
    }
    let Some(unit) = unit.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    let days = rules::in_force(&mut tx, "ideas.answer", &day).await?.value;
    let due = due_text(&Calendar::around(&mut tx, today).await?, today, days)?;
    for letters in 5..11 {
        let code = short_code(slug, portal.chance.number(), letters).to_lowercase();
        let id = IdeaId(portal.new_id());
        let written = on!(&mut tx, conn => sqlx::query(
            "insert into idea (id, government, code, unit_id, service_id, title, text, author_id, author_name, proposed_at, answer_due, repeat_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing")
            .bind(id).bind(slug).bind(&code).bind(unit).bind(service).bind(&input.title).bind(&input.text).bind(actor.account).bind(&actor.name).bind(now).bind(&due).bind(&repeat)
            .execute(conn).await?.rows_affected());
        if written == 1 {
            for case in &cases {
                on!(&mut tx, conn => sqlx::query("insert into idea_case (idea_id, case_id) values ($1, $2) on conflict do nothing").bind(id).bind(case).execute(conn).await?.rows_affected());
            }
            for account in heads::accounts_of_head(&mut tx, unit, actor.account, &day).await? {
                tell(portal, &mut tx, account, "idea-proposed", &input.title, &format!("/petugas/gagasan/{code}")).await?;
            }
            ledger::append(portal, &mut tx, ledger::Entry { government: slug, kind: "idea-proposed", subject: &code, by_reporter: false, content: &(&input.title, &input.text) })
                .await?;
            tx.commit().await?;
            return Ok(code);
        }
        let before: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select code from idea where repeat_hash = $1").bind(&repeat).fetch_optional(conn).await?);
        if let Some(code) = before {
            return Ok(code);
        }
    }
    Err(Error::Broken("no free code was found".into()))
}
