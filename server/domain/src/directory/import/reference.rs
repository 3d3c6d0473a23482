//! Areas, holidays, and the numbers of law and policy.

use std::collections::BTreeSet;

use super::table::{Outcome, read_csv, verdict};
use crate::clock::{day_text, local_day};
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

/// Hours of western Indonesian time, whose day the rules of an installation begin with.
const WESTERN: i64 = 7;

pub async fn areas(portal: &Portal, text: &str, skip: bool) -> Result<Outcome> {
    let kinds = ["provinsi", "kota", "kabupaten", "kecamatan", "kelurahan", "desa"];
    let (rows, bad) = read_csv(text, &["code", "parent_code", "type", "name", "postal_code"], |row| {
        let (code, kind, name) = (row.text("code"), row.one_of("type", &kinds), row.text("name"));
        if let Some(code) = &code
            && !code.split('.').all(|part| part.bytes().all(|b| b.is_ascii_digit()))
        {
            row.refuse("code", format!("{code:?} is not a code like 12.71.08"));
            return None;
        }
        Some((code?, kind?, name?, row.optional("parent_code"), row.optional("postal_code")))
    });
    let mut outcome = verdict(&rows, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        for (code, kind, name, parent, postal) in rows {
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into area (code, parent_code, kind, name, postal_code) values ($1, nullif($2, ''), $3, $4, nullif($5, '')) on conflict (code) do update \
                 set parent_code = excluded.parent_code, kind = excluded.kind, name = excluded.name, postal_code = excluded.postal_code \
                 where area.name <> excluded.name or area.kind <> excluded.kind or area.parent_code is distinct from excluded.parent_code or area.postal_code is distinct from excluded.postal_code")
                .bind(code).bind(parent).bind(kind).bind(name).bind(postal).execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
    }
    Ok(outcome)
}

/// A file is the whole of the years it has rows of: a day that a new decree moved is taken away where it was. What has
/// bad rows takes nothing away, for a day may be among them.
pub async fn holidays(portal: &Portal, text: &str, skip: bool) -> Result<Outcome> {
    let (rows, bad) = read_csv(text, &["date", "type", "name_id", "name_en", "source"], |row| {
        let (date, kind, name) = (row.day("date"), row.one_of("type", &["libur_nasional", "cuti_bersama"]), row.text("name_id"));
        Some((date?, kind?, name?, row.optional("name_en"), row.optional("source")))
    });
    let mut outcome = verdict(&rows, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        let years: BTreeSet<String> = rows.iter().filter_map(|(date, ..)| Some(date.get(..4)?.to_owned())).collect();
        let kept: BTreeSet<(String, String)> = rows.iter().map(|(date, _, name, ..)| (date.clone(), name.clone())).collect();
        for year in years.iter().filter(|_| outcome.bad.is_empty()) {
            let there: Vec<(String, String)> = on!(&mut tx, conn => sqlx::query_as("select date, name_id from holiday where date between $1 and $2").bind(format!("{year}-01-01")).bind(format!("{year}-12-31")).fetch_all(conn).await?);
            for (date, name) in there.into_iter().filter(|day| !kept.contains(day)) {
                outcome.changed +=
                    on!(&mut tx, conn => sqlx::query("delete from holiday where date = $1 and name_id = $2").bind(date).bind(name).execute(conn).await?.rows_affected());
            }
        }
        for (date, kind, name, english, source) in rows {
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into holiday (date, kind, name_id, name_en, source) values ($1, $2, $3, $4, $5) on conflict (date, name_id) do update set kind = excluded.kind, name_en = excluded.name_en, source = excluded.source \
                 where holiday.kind <> excluded.kind or holiday.name_en <> excluded.name_en or holiday.source <> excluded.source")
                .bind(date).bind(kind).bind(name).bind(english).bind(source).execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
    }
    Ok(outcome)
}

/// A number that changed is a new row with a later date: rows that are there stay as they are.
pub async fn rules(portal: &Portal, text: &str, skip: bool) -> Result<Outcome> {
    let (rows, bad) = read_csv(text, &["key", "valid_from", "value", "unit", "citation", "certainty"], |row| {
        let (key, from, value, unit, citation) = (row.text("key"), row.day("valid_from"), row.number("value"), row.text("unit"), row.text("citation"));
        let certainty = row.one_of("certainty", &["seen", "memory", "design"]);
        Some((key?, from?, value?, unit?, citation?, certainty?))
    });
    let mut outcome = verdict(&rows, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        for (key, from, value, unit, citation, certainty) in rows {
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into rule (key, valid_from, value, unit, citation, certainty) values ($1, $2, $3, $4, $5, $6) on conflict (key, valid_from) do nothing")
                .bind(key).bind(from).bind(value).bind(unit).bind(citation).bind(certainty).execute(conn).await?.rows_affected());
        }
        // Down to which tier holders are named may be among them.
        portal.gate.refresh(&mut tx, &day_text(local_day(portal.now(), WESTERN))).await?;
        tx.commit().await?;
    }
    Ok(outcome)
}
