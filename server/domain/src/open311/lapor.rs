//! Files in the shape of SP4N-LAPOR!: reports brought in, and published ones taken home. No interface of LAPOR! is public,
//! so that a file is the bridge. Columns are found by their names in the head, in whatever order. Names and numbers of
//! reporters have no column: they are neither taken in nor given out.

use vocabulary::feedback::{Kind, PLACE_MOST, Protection, STORY_LEAST, STORY_MOST, Send, Target};
use vocabulary::{Fault, Problems, text};

use super::requests::Request;
use crate::accounts::Actor;
use crate::clock::{day_text, local_day};
use crate::db::{Linked, Tx};
use crate::directory::Government;
use crate::directory::bulk::read::{Sheet, SheetRow, read_as};
use crate::directory::bulk::{BadCell, Wrong, administered};
use crate::directory::export::defused;
use crate::error::{Error, Result};
use crate::feedback::{Ready, make_ready, write};
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::secrets::{hex, sha256};

/// Every column of such a file, in the order in which it is written.
pub const COLUMNS: [&str; 12] = ["nomor", "judul", "isi", "tanggal", "lokasi", "instansi", "kategori", "klasifikasi", "lampiran", "anonim", "rahasia", "status"];
/// Without these there is no report.
pub const NEEDED: [&str; 3] = ["judul", "isi", "tanggal"];

/// Mistakes that are named; who made more made the same one.
const NAMED_MOST: usize = 200;

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// References of what is new, hidden until it is verified like every report.
    pub new: Vec<String>,
    /// Rows that were brought in before.
    pub known: usize,
    /// Then nothing was brought in.
    pub bad: Vec<BadCell>,
}

/// A row as a report that can be sent.
struct Row {
    line: u64,
    send: Send,
}

/// Reads the table. Takes time; not for async threads.
///
/// # Errors
/// Everything that is wrong with the file as a table.
pub fn read_lapor(bytes: &[u8]) -> Result<Sheet, Vec<BadCell>> {
    read_as(&COLUMNS, &NEEDED, bytes)
}

/// Brings all rows in, in one transaction, or none and every reason why.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government.
pub async fn import_lapor(portal: &Portal, actor: &Actor, government: &str, sheet: &Sheet) -> Result<Imported> {
    let mut conn = portal.db.read().await?;
    let government = administered(&mut conn, actor, government).await?;
    let today = government.today(portal.now());
    let most = usize::try_from(rules::in_force(&mut conn, "open311.import_most", &today).await?.value).unwrap_or_default();
    if sheet.rows.len() > most {
        return Ok(Imported { bad: vec![BadCell::file(Wrong::TooManyRows { most })], ..Imported::default() });
    }
    let named = Names::of(&mut conn, &government, &today).await?;
    drop(conn);
    let mut bad = Vec::new();
    let mut rows: Vec<Row> = sheet.rows.iter().filter_map(|row| named.row(&government, sheet, row, &today, &mut bad)).collect();
    // From the key comes the receipt, and what stands in the file others know too.
    for row in &mut rows {
        row.send.key = portal.secrets.proof("row of a LAPOR! file", &row.send.key);
    }
    let mut ready = Vec::new();
    for row in rows {
        match make_ready(portal, &government, None, "id", row.send).await {
            Ok(made) => ready.push(made),
            Err(Error::Invalid(problems)) => bad.extend(problems.0.iter().map(|p| BadCell { line: row.line, column: String::new(), wrong: Wrong::Fault(p.fault) })),
            Err(e) => return Err(e),
        }
    }
    bad.truncate(NAMED_MOST);
    if !bad.is_empty() {
        return Ok(Imported { bad, ..Imported::default() });
    }
    let mut imported = Imported::default();
    let mut tx = portal.db.begin().await?;
    for made in &ready {
        match write_one(portal, &mut tx, &government, made).await? {
            Some(reference) => imported.new.push(reference),
            None => imported.known += 1,
        }
    }
    tx.commit().await?;
    Ok(imported)
}

async fn write_one(portal: &Portal, tx: &mut Tx, government: &Government, ready: &Ready) -> Result<Option<String>> {
    let Ready::New(ready) = ready else { return Ok(None) };
    Ok(write(portal, tx, government, ready).await?.map(|sent| sent.reference))
}

/// What services and units are called, to find the one that a row means.
struct Names {
    services: Vec<(String, String, String)>,
    units: Vec<(String, String)>,
}

impl Names {
    async fn of(linked: &mut impl Linked, government: &Government, today: &str) -> Result<Self> {
        let services = on!(linked, conn => sqlx::query_as("select slug, lower(name), lower(short_name) from service where government = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)")
            .bind(&government.slug).bind(today).fetch_all(conn).await?);
        let units = on!(linked, conn => sqlx::query_as("select slug, lower(name) from unit where government = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)")
            .bind(&government.slug).bind(today).fetch_all(conn).await?);
        Ok(Self { services, units })
    }

    /// What a row is about: the service of its category, else the unit of its agency, else nobody knows yet.
    fn about(&self, category: &str, agency: &str) -> Target {
        let (category, agency) = (category.to_lowercase(), agency.to_lowercase());
        if let Some((slug, ..)) = self.services.iter().find(|(slug, name, short)| *slug == category || *name == category || *short == category) {
            return Target::Service(slug.clone());
        }
        self.units.iter().find(|(slug, name)| *slug == agency || *name == agency).map_or(Target::Unknown, |(slug, _)| Target::Unit(slug.clone()))
    }

    /// One row; what is wrong with it goes to `bad`.
    fn row(&self, government: &Government, sheet: &Sheet, row: &SheetRow, today: &str, bad: &mut Vec<BadCell>) -> Option<Row> {
        let cell = |name: &str| sheet.columns.iter().position(|c| c == name).and_then(|i| row.cells.get(i)).map_or("", |c| c.trim());
        let mut problems = Problems::default();
        let title = problems.take("judul", text::line(cell("judul"), 3, 200));
        let body = problems.take("isi", text::paragraphs(cell("isi"), STORY_LEAST, STORY_MOST - 700));
        let date = problems.take("tanggal", day(cell("tanggal"), today));
        let place = problems.take("lokasi", text::optional_line(cell("lokasi"), PLACE_MOST));
        let kind = problems.take("klasifikasi", classification(cell("klasifikasi")));
        let (agency, category) = (problems.take("instansi", text::line(cell("instansi"), 0, 200)), problems.take("kategori", text::line(cell("kategori"), 0, 200)));
        let attached = problems.take("lampiran", text::line(cell("lampiran"), 0, 200));
        let number = problems.take("nomor", text::line(cell("nomor"), 0, 60));
        let secret = problems.take("rahasia", yes_or_no(cell("rahasia")));
        problems.take("anonim", yes_or_no(cell("anonim")));
        bad.extend(problems.0.iter().map(|p| BadCell { line: row.line, column: p.field.to_owned(), wrong: Wrong::Fault(p.fault) }));
        let (title, body, date, place, kind, agency, category, attached, number, secret) = (title?, body?, date?, place?, kind?, agency?, category?, attached?, number?, secret?);
        if !problems.is_empty() {
            return None;
        }
        let also = [("Nomor LAPOR!", &number), ("Instansi", &agency), ("Kategori", &category), ("Lampiran", &attached)];
        let also: Vec<String> = also.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}: {value}")).collect();
        let story = [title, body, also.join("\n")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        // Reporters of such files were promised nothing here: none of them is named.
        let protection = if secret || kind == Kind::Misconduct { Protection::Confidential } else { Protection::Anonymous };
        // The same row again is the same report.
        let key = hex(&sha256(&[b"lapor", government.slug.as_bytes(), number.as_bytes(), story.as_bytes(), date.as_bytes()])[..16]);
        let send = Send { key, protection, name: None, about: self.about(&category, &agency), kind, story, date: Some(date), area: None, place, photos: Vec::new(), email: None };
        Some(Row { line: row.line, send })
    }
}

/// `2026-11-02`, `02/11/2026`, `02-11-2026`, also with a time after it; not before it happened.
fn day(typed: &str, today: &str) -> Result<String, Fault> {
    let first = typed.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = first.split(['/', '-']).collect();
    let found = match parts.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => text::day(&format!("{year}-{month:0>2}-{day:0>2}"))?,
        _ => text::day(first)?,
    };
    if found.as_str() > today { Err(Fault::InTheFuture) } else { Ok(found) }
}

fn classification(typed: &str) -> Result<Kind, Fault> {
    match typed.to_lowercase().replace(' ', "_").as_str() {
        "" => Ok(Kind::Complaint),
        word => Kind::parse(word).ok_or(Fault::UnknownChoice),
    }
}

fn yes_or_no(typed: &str) -> Result<bool, Fault> {
    match typed.to_lowercase().as_str() {
        "ya" | "y" | "1" | "true" => Ok(true),
        "" | "tidak" | "t" | "0" | "false" => Ok(false),
        _ => Err(Fault::UnknownChoice),
    }
}

/// Published requests as such a file; `photo` gives the address of a photo that everyone may see, `status` the words for
/// how it stands.
///
/// # Errors
/// [`Error::Broken`] when the table cannot be written.
pub fn lapor_csv(government: &Government, requests: &[Request], photo: impl Fn(&Request, i64) -> String, status: impl Fn(&Request) -> String) -> Result<Vec<u8>> {
    let broken = |e: csv::Error| Error::Broken(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(broken)?;
    for r in requests.iter().filter(|r| r.is_public()) {
        let place = [r.area_name.clone(), r.area_parent.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let cells = [
            r.reference.clone(),
            r.title.clone(),
            r.public_text.clone().unwrap_or_default(),
            day_text(local_day(r.received_at, government.utc_offset_hours)),
            place,
            r.unit_name.clone().unwrap_or_default(),
            r.service_name.clone().unwrap_or_default(),
            r.kind.to_string(),
            r.photo.map(|n| photo(r, n)).unwrap_or_default(),
            // Whether somebody gave a name is theirs to tell: nobody is named in this file.
            "ya".to_owned(),
            "tidak".to_owned(),
            status(r),
        ];
        writer.write_record(cells.map(defused)).map_err(broken)?;
    }
    writer.into_inner().map_err(|e| Error::Broken(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_such_files_write_them() {
        for (typed, expected) in [
            ("2026-11-02", Ok("2026-11-02".to_owned())),
            ("2/11/2026", Ok("2026-11-02".to_owned())),
            ("02-11-2026 14:05", Ok("2026-11-02".to_owned())),
            ("2026-11-02T14:05:00", Ok("2026-11-02".to_owned())),
            ("Loket tutup", Err(Fault::NotADate)),
            ("31/02/2026", Err(Fault::NotADate)),
            ("2026-11-03", Err(Fault::InTheFuture)),
            ("", Err(Fault::Missing)),
        ] {
            assert_eq!(day(typed, "2026-11-02"), expected, "{typed}");
        }
    }
}
