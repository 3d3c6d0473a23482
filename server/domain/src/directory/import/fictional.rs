//! Invented people for the demonstration: every managerial post held or, here and there, vacant or held by a Plt; of
//! other posts as many as believable. All are marked as fictional.

use vocabulary::directory::{PositionType, TenureKind};

use super::table::id_of;
use crate::db::Tx;
use crate::error::Result;
use crate::ids::{PersonId, PositionId, TenureId};
use crate::on;
use crate::portal::Portal;

const FIRST: &[&str] = &[
    "Ahmad",
    "Siti",
    "Rudi",
    "Nurhayati",
    "Hendra",
    "Yusnita",
    "Bambang",
    "Rina",
    "Fadli",
    "Maya",
    "Zulkifli",
    "Eka",
    "Roni",
    "Desi",
    "Arman",
    "Lina",
    "Syafrizal",
    "Ratih",
    "Joko",
    "Wati",
    "Dodi",
    "Mega",
    "Iskandar",
    "Novi",
    "Taufik",
    "Sri",
    "Marlina",
    "Agus",
    "Fitri",
    "Hasan",
];

fn last_names(government: &str) -> &'static [&'static str] {
    match government {
        "medan" => &["Nasution", "Siregar", "Harahap", "Lubis", "Ginting", "Sitompul", "Tarigan", "Pane", "Rangkuti", "Sembiring", "Hasibuan", "Damanik"],
        "binjai" => &["Sitepu", "Purba", "Karokaro", "Surbakti", "Hutapea", "Barus", "Bangun", "Pinem", "Saragih", "Batubara"],
        "tebo" => &["Pratama", "Saputra", "Amri", "Wijaya", "Ramadhan", "Fikri", "Ihsan", "Maulana", "Setiadi", "Rahman"],
        _ => &["Effendi", "Yulianto", "Marlian", "Sapta", "Hidayat", "Kurniawan", "Oktavia", "Putra", "Anggraini", "Utama"],
    }
}

type Post = (PositionId, String, String, String, i64, i64);

/// Fills the posts that nobody holds. The same every time: who holds what comes from the post's id.
///
/// # Errors
/// The database's.
pub async fn fill_posts(portal: &Portal, mut progress: impl FnMut(usize, usize)) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let posts: Vec<Post> = on!(&mut tx, conn => sqlx::query_as(
        "select p.id, p.government, p.slug, p.type, p.headcount_required, (select count(*) from tenure t where t.position_id = p.id) as held from position p order by p.government, p.slug")
        .fetch_all(conn).await?);
    let total = posts.len();
    for (done, (position, government, slug, kind, required, held)) in posts.into_iter().enumerate() {
        if done % 200 == 0 {
            progress(done, total);
        }
        let chance = position.0.as_bytes()[5];
        let managerial = PositionType::parse(&kind).is_some_and(|k| matches!(k, PositionType::SeniorExecutive | PositionType::Administrator | PositionType::Supervisor));
        let wanted = if managerial { i64::from(chance >= 14) } else { (required - i64::from(chance % 3 == 0)).max(0) };
        for number in held..wanted {
            // One managerial post in fifteen is led by an acting official for a while.
            let acting = managerial && chance % 15 == 7;
            let kind = if acting { TenureKind::Acting } else { TenureKind::Definitive };
            let since = if acting { "2026-09-01".to_owned() } else { format!("202{}-{:02}-01", 3 + chance % 3, 1 + chance % 12) };
            write(&mut tx, &format!("{government}/{slug}/{number}"), &government, position, kind, &since, None).await?;
        }
        // Some predecessors, so that a post has a history.
        if managerial && chance % 4 == 1 {
            let first_day = format!("202{}-{:02}-01", 1 + chance % 2, 1 + chance % 12);
            write(&mut tx, &format!("{government}/{slug}/before"), &government, position, TenureKind::Definitive, &first_day, Some("2022-12-31")).await?;
        }
    }
    tx.commit().await?;
    progress(total, total);
    Ok(())
}

async fn write(tx: &mut Tx, key: &str, government: &str, position: PositionId, kind: TenureKind, since: &str, until: Option<&str>) -> Result<()> {
    let person = PersonId(id_of("fictional", key));
    let bytes = person.0.as_bytes();
    let last = last_names(government);
    let name = format!("{} {}", FIRST[usize::from(bytes[0]) % FIRST.len()], last[usize::from(bytes[1]) % last.len()]);
    on!(tx, conn => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, $2, $3, $4, 'PNS', $5) on conflict (import_key) do nothing")
        .bind(person).bind(government).bind(format!("fictional/{key}")).bind(&name).bind(true).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, ends_on, decree) values ($1, $2, $3, $4, $5, $6, 'SK contoh') on conflict (position_id, person_id, starts_on) do nothing")
        .bind(TenureId(id_of("fictional-tenure", key))).bind(position).bind(person).bind(kind.as_str()).bind(since).bind(until).execute(conn).await?.rows_affected());
    Ok(())
}
