//! What other offices do (`redirects.csv`).

use super::table::{Outcome, read_csv, slug, verdict};
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

const COLUMNS: &[&str] = &["key", "name", "name_en", "keywords", "office", "office_en", "why", "why_en", "url", "phone"];

pub async fn redirects(portal: &Portal, text: &str, skip: bool) -> Result<Outcome> {
    let (rows, bad) = read_csv(text, COLUMNS, |row| {
        let key = row.text("key");
        if let Some(key) = &key
            && *key != slug(key)
        {
            row.refuse("key", format!("{key:?} cannot be part of an address"));
            return None;
        }
        let url = row.optional("url");
        if !url.is_empty() && !url.starts_with("https://") {
            row.refuse("url", format!("{url:?} does not begin with https://"));
            return None;
        }
        let needed = ["name", "name_en", "office", "office_en", "why", "why_en"].map(|column| row.text(column));
        let [Some(name), Some(name_en), Some(office), Some(office_en), Some(why), Some(why_en)] = needed else { return None };
        Some((key?, [name, name_en, row.optional("keywords"), office, office_en, why, why_en, url, row.optional("phone"), row.optional("related")]))
    });
    let mut outcome = verdict(&rows, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        for (key, [name, name_en, keywords, office, office_en, why, why_en, url, phone, related]) in rows {
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into redirect (key, name, name_en, keywords, office, office_en, why, why_en, url, phone, related) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do update \
                 set name = excluded.name, name_en = excluded.name_en, keywords = excluded.keywords, office = excluded.office, office_en = excluded.office_en, why = excluded.why, why_en = excluded.why_en, \
                 url = excluded.url, phone = excluded.phone, related = excluded.related \
                 where (redirect.name, redirect.name_en, redirect.keywords, redirect.office, redirect.office_en, redirect.why, redirect.why_en, redirect.url, redirect.phone, redirect.related) \
                 <> (excluded.name, excluded.name_en, excluded.keywords, excluded.office, excluded.office_en, excluded.why, excluded.why_en, excluded.url, excluded.phone, excluded.related)")
                .bind(key).bind(name).bind(name_en).bind(keywords).bind(office).bind(office_en).bind(why).bind(why_en).bind(url).bind(phone).bind(related).execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
    }
    Ok(outcome)
}
