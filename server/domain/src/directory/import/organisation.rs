//! Governments, their units, posts with duties, and people with their tenures.
//!
//! Long because the four build on each other's natural keys: a person is placed in a post of a unit of a government.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use vocabulary::directory::{PositionType, ServicePart};

use super::Enrichment;
use super::table::{BadRow, Outcome, id_of, read_csv, slug, verdict};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId, TenureId, UnitId};
use crate::on;
use crate::portal::Portal;

/// Three letters for references: the first consonants, filled up with the last letters (tebo → TBO).
fn prefix(slug: &str) -> String {
    let consonants: String = slug.chars().filter(|c| c.is_ascii_alphabetic() && !"aeiou".contains(*c)).take(3).collect();
    let filler = slug.chars().rev().take(3 - consonants.len());
    consonants.chars().chain(filler).collect::<String>().to_uppercase()
}

pub async fn governments(portal: &Portal, text: &str, more: &Enrichment, skip: bool) -> Result<Outcome> {
    let (rows, bad) = read_csv(text, &["tenant", "area_code", "name_id", "name_en", "head_title"], |row| {
        let (tenant, area, name, english, head) = (row.text("tenant"), row.text("area_code"), row.text("name_id"), row.text("name_en"), row.text("head_title"));
        if let Some(tenant) = &tenant
            && *tenant != slug(tenant)
        {
            row.refuse("tenant", format!("{tenant:?} cannot be part of an address"));
            return None;
        }
        Some((tenant?, area?, name?, english?, head?))
    });
    let mut outcome = verdict(&rows, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        for (tenant, area, name, english, head) in rows {
            let short = name.strip_prefix("Pemerintah ").unwrap_or(&name).to_owned();
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into government (slug, area_code, name_id, name_en, short_name, head_title, reference_prefix, utc_offset_hours) values ($1, $2, $3, $4, $5, $6, $7, 7) on conflict (slug) do nothing")
                .bind(&tenant).bind(&area).bind(&name).bind(&english).bind(&short).bind(&head).bind(prefix(&tenant)).execute(conn).await?.rows_affected());
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into unit (id, government, slug, kind, agency_key, name, name_en, area_code, valid_from) values ($1, $2, 'pemerintah', 'pemerintah', 'pemerintah', $3, $4, $5, $6) on conflict (government, slug) do nothing")
                .bind(root_of(&tenant)).bind(&tenant).bind(&name).bind(&english).bind(&area).bind(&more.valid_from).execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
    }
    Ok(outcome)
}

fn root_of(government: &str) -> UnitId {
    UnitId(id_of("unit", &format!("{government}/pemerintah")))
}

#[derive(Deserialize, Default, Clone)]
struct Profile {
    about: String,
    hours: String,
    street: String,
}

struct Agency {
    key: String,
    name: String,
    english: String,
    kind: String,
}

/// A unit about to be written.
struct NewUnit<'a> {
    government: &'a str,
    slug: String,
    parent: UnitId,
    kind: &'a str,
    agency: &'a Agency,
    name: String,
    english: String,
    area: &'a str,
    place: &'a str,
    profile: Profile,
}

/// Every agency becomes a unit of every government; districts and wards become one unit for each area of their kind.
pub async fn units(portal: &Portal, text: &str, more: &Enrichment, skip: bool) -> Result<Outcome> {
    let kinds = ["sekretariat", "inspektorat", "badan", "dinas", "upt", "satuan", "kecamatan", "kelurahan"];
    let (agencies, bad) = read_csv(text, &["key", "name_id", "name_en", "kind", "typical_services"], |row| {
        let (key, name, english, kind) = (row.text("key"), row.text("name_id"), row.text("name_en"), row.one_of("kind", &kinds));
        Some(Agency { key: key?, name: name?, english: english?, kind: kind? })
    });
    let profiles: HashMap<String, Profile> = match &more.unit_profiles {
        Some(json) => serde_json::from_str(json).map_err(|e| Error::Configuration(format!("unit_profiles.json: {e}")))?,
        None => HashMap::new(),
    };
    let mut outcome = verdict(&agencies, bad, skip);
    if !outcome.imported {
        return Ok(outcome);
    }
    let mut tx = portal.db.begin().await?;
    let governments: Vec<(String, String)> = on!(&mut tx, conn => sqlx::query_as("select slug, area_code from government order by slug").fetch_all(conn).await?);
    for (government, area) in &governments {
        let is_regency =
            on!(&mut tx, conn => sqlx::query_scalar::<_, String>("select kind from area where code = $1").bind(area).fetch_optional(conn).await?).as_deref() == Some("kabupaten");
        for agency in &agencies {
            let profile = |key: &str| profiles.get(key).cloned().unwrap_or_default();
            match agency.kind.as_str() {
                "kecamatan" => outcome.changed += districts(&mut tx, government, area, agency, &profile("kecamatan"), more).await?,
                "kelurahan" => outcome.changed += wards(&mut tx, government, area, agency, &profiles, more).await?,
                // Village empowerment is an agency of regencies only.
                _ if agency.key == "pmd" && !is_regency => {}
                kind => {
                    let parent = root_of(government);
                    let unit = NewUnit {
                        government,
                        slug: agency.key.clone(),
                        parent,
                        kind,
                        agency,
                        name: agency.name.clone(),
                        english: agency.english.clone(),
                        area,
                        place: "",
                        profile: profile(&agency.key),
                    };
                    outcome.changed += write_unit(&mut tx, unit, more).await?;
                }
            }
        }
    }
    tx.commit().await?;
    Ok(outcome)
}

async fn districts(tx: &mut Tx, government: &str, area: &str, agency: &Agency, profile: &Profile, more: &Enrichment) -> Result<u64> {
    let mut changed = 0;
    let found: Vec<(String, String)> = on!(tx, conn => sqlx::query_as("select code, name from area where parent_code = $1 order by code").bind(area).fetch_all(conn).await?);
    for (code, name) in &found {
        let unit = NewUnit {
            government,
            slug: slug(&format!("kecamatan {name}")),
            parent: root_of(government),
            kind: "kecamatan",
            agency,
            name: format!("Kecamatan {name}"),
            english: format!("{name} District"),
            area: code,
            place: name,
            profile: profile.clone(),
        };
        changed += write_unit(tx, unit, more).await?;
    }
    Ok(changed)
}

async fn wards(tx: &mut Tx, government: &str, area: &str, agency: &Agency, profiles: &HashMap<String, Profile>, more: &Enrichment) -> Result<u64> {
    let mut changed = 0;
    let found: Vec<(String, String, String, String)> = on!(tx, conn => sqlx::query_as(
        "select a.code, a.name, a.kind, p.name from area a join area p on p.code = a.parent_code where p.parent_code = $1 order by a.code").bind(area).fetch_all(conn).await?);
    for (code, name, kind, district) in &found {
        let plain = slug(&format!("{kind} {name}"));
        // Two wards of one government can share a name; then the district tells them apart.
        let shared = found.iter().filter(|(_, n, k, _)| n == name && k == kind).count() > 1;
        let unit = NewUnit {
            government,
            slug: if shared { slug(&format!("{plain} {district}")) } else { plain },
            parent: UnitId(id_of("unit", &format!("{government}/{}", slug(&format!("kecamatan {district}"))))),
            kind,
            agency,
            name: format!("{} {name}", if kind == "desa" { "Desa" } else { "Kelurahan" }),
            english: format!("{name} {}", if kind == "desa" { "Village" } else { "Ward" }),
            area: code,
            place: name,
            profile: profiles.get(kind.as_str()).cloned().unwrap_or_default(),
        };
        changed += write_unit(tx, unit, more).await?;
    }
    Ok(changed)
}

async fn write_unit(tx: &mut Tx, unit: NewUnit<'_>, more: &Enrichment) -> Result<u64> {
    let fill = |text: &str| text.replace("{nama}", unit.place);
    let id = UnitId(id_of("unit", &format!("{}/{}", unit.government, unit.slug)));
    let agency_key = if unit.kind == "desa" { "desa" } else { &unit.agency.key };
    let email = format!("{}@{}.example", unit.slug, unit.government);
    Ok(on!(tx, conn => sqlx::query(
        "insert into unit (id, government, slug, parent_id, kind, agency_key, name, name_en, area_code, about, address, phone, email, hours, valid_from) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (government, slug) do update \
         set about = excluded.about, address = excluded.address, hours = excluded.hours where unit.about <> excluded.about or unit.address <> excluded.address or unit.hours <> excluded.hours")
        .bind(id).bind(unit.government).bind(&unit.slug).bind(unit.parent).bind(unit.kind).bind(agency_key).bind(&unit.name).bind(&unit.english).bind(unit.area)
        .bind(fill(&unit.profile.about)).bind(fill(&unit.profile.street)).bind("+62-000-0000-0100").bind(&email).bind(fill(&unit.profile.hours)).bind(&more.valid_from)
        .execute(conn).await?.rows_affected()))
}

/// A post of `positions.json`, written once for every unit of its agency.
#[derive(Deserialize, Clone)]
struct Post {
    key: String,
    title: String,
    #[serde(rename = "type")]
    kind: String,
    job_class: Option<i64>,
    #[serde(default = "one")]
    needed: i64,
    reports_to: Option<String>,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    duties: Vec<PostDuty>,
    #[serde(default)]
    outputs: Vec<String>,
    #[serde(default)]
    authority: Vec<String>,
    #[serde(default)]
    relations: Vec<String>,
    #[serde(default)]
    qualification: Vec<String>,
    #[serde(default)]
    competencies: Competencies,
    #[serde(default)]
    services: HashMap<String, String>,
    #[serde(default)]
    people: Vec<String>,
}

/// Levels by key, and the technical ones by name.
#[derive(Deserialize, Clone, Default)]
struct Competencies {
    #[serde(flatten)]
    levels: BTreeMap<String, serde_json::Value>,
}

impl Competencies {
    /// As they are kept: one object of names to levels.
    fn text(&self) -> String {
        let mut required: BTreeMap<String, i64> = BTreeMap::new();
        for (name, level) in &self.levels {
            match level {
                serde_json::Value::Object(technical) => required.extend(technical.iter().filter_map(|(n, l)| Some((n.clone(), l.as_i64()?)))),
                level => required.extend(level.as_i64().map(|l| (name.clone(), l))),
            }
        }
        if required.is_empty() { String::new() } else { serde_json::to_string(&required).unwrap_or_default() }
    }
}

#[derive(Deserialize, Clone)]
struct PostDuty {
    text: String,
    basis: Option<String>,
}

const fn one() -> i64 {
    1
}

/// Reads the posts of every agency; a post with an unknown word or superior is a bad row, named by agency and number.
fn read_posts(text: &str) -> (HashMap<String, Vec<Post>>, Vec<BadRow>) {
    let mut bad = Vec::new();
    let mut posts: HashMap<String, Vec<Post>> = HashMap::new();
    let agencies: serde_json::Map<String, serde_json::Value> = match serde_json::from_str(text) {
        Ok(agencies) => agencies,
        Err(e) => return (posts, vec![BadRow { line: e.line() as u64, column: String::new(), message: e.to_string() }]),
    };
    for (agency, entries) in agencies {
        let entries = entries.as_array().cloned().unwrap_or_default();
        let keys: Vec<String> = entries.iter().filter_map(|e| e["key"].as_str().map(str::to_owned)).collect();
        for (index, entry) in entries.into_iter().enumerate() {
            let line = index as u64 + 1;
            let mut refuse = |column: String, message: String| bad.push(BadRow { line, column, message });
            match serde_json::from_value::<Post>(entry) {
                Err(e) => refuse(agency.clone(), e.to_string()),
                Ok(post) if PositionType::parse(&post.kind).is_none() => refuse(format!("{agency}.type"), format!("{:?} is no type of post", post.kind)),
                Ok(post) if post.services.values().any(|part| ServicePart::parse(part).is_none()) => {
                    refuse(format!("{agency}.services"), "a part is none of responsible, performs, decides".into())
                }
                Ok(post) if post.reports_to.as_ref().is_some_and(|superior| !keys.contains(superior)) => {
                    refuse(format!("{agency}.reports_to"), "names no post of this agency".into())
                }
                Ok(post) => posts.entry(agency.clone()).or_default().push(post),
            }
        }
    }
    (posts, bad)
}

pub async fn positions(portal: &Portal, text: &str, more: &Enrichment, skip: bool) -> Result<Outcome> {
    let (posts, bad) = read_posts(text);
    let all: Vec<()> = posts.values().flatten().map(|_| ()).collect();
    let mut outcome = verdict(&all, bad, skip);
    if !outcome.imported {
        return Ok(outcome);
    }
    let mut tx = portal.db.begin().await?;
    let units: Vec<(UnitId, String, String, String, String)> =
        on!(&mut tx, conn => sqlx::query_as("select id, government, slug, agency_key, name from unit order by government, slug").fetch_all(conn).await?);
    for (unit, government, unit_slug, agency, name) in &units {
        for (rank, post) in posts.get(agency).map(Vec::as_slice).unwrap_or_default().iter().enumerate() {
            outcome.changed += write_position(&mut tx, *unit, government, unit_slug, name, (rank as i64, post), &more.valid_from).await?;
        }
    }
    tx.commit().await?;
    Ok(outcome)
}

fn position_slug(post_key: &str, unit_slug: &str) -> String {
    slug(&format!("{post_key} {unit_slug}"))
}

fn position_id(government: &str, post_key: &str, unit_slug: &str) -> PositionId {
    PositionId(id_of("position", &format!("{government}/{}", position_slug(post_key, unit_slug))))
}

async fn write_position(tx: &mut Tx, unit: UnitId, government: &str, unit_slug: &str, unit_name: &str, (rank, post): (i64, &Post), valid_from: &str) -> Result<u64> {
    let place = unit_name.trim_start_matches("Kecamatan ").trim_start_matches("Kelurahan ").trim_start_matches("Desa ");
    let id = position_id(government, &post.key, unit_slug);
    let superior = post.reports_to.as_ref().map(|key| position_id(government, key, unit_slug));
    let fill = |text: &str| text.replace("{nama}", place);
    let mut changed = on!(tx, conn => sqlx::query(
        "insert into position (id, unit_id, government, slug, title, type, job_class, reports_to, summary, outputs, authority, headcount_required, rank, relations, qualification, competencies, valid_from) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (government, slug) do update \
         set title = excluded.title, summary = excluded.summary, headcount_required = excluded.headcount_required, relations = excluded.relations, qualification = excluded.qualification, competencies = excluded.competencies \
         where position.title <> excluded.title or position.summary <> excluded.summary or position.headcount_required <> excluded.headcount_required \
         or position.relations <> excluded.relations or position.qualification <> excluded.qualification or position.competencies <> excluded.competencies")
        .bind(id).bind(unit).bind(government).bind(position_slug(&post.key, unit_slug)).bind(fill(&post.title)).bind(&post.kind).bind(post.job_class).bind(superior)
        .bind(fill(&post.summary)).bind(fill(&post.outputs.join("\n"))).bind(fill(&post.authority.join("\n"))).bind(post.needed).bind(rank)
        .bind(fill(&post.relations.join("\n"))).bind(fill(&post.qualification.join("\n"))).bind(post.competencies.text()).bind(valid_from)
        .execute(conn).await?.rows_affected());
    for (number, duty) in post.duties.iter().enumerate() {
        changed += on!(tx, conn => sqlx::query("insert into duty (position_id, number, text, legal_basis) values ($1, $2, $3, $4) on conflict (position_id, number) do update \
             set text = excluded.text, legal_basis = excluded.legal_basis where duty.text <> excluded.text or duty.legal_basis is distinct from excluded.legal_basis")
            .bind(id).bind(number as i64 + 1).bind(fill(&duty.text)).bind(&duty.basis).execute(conn).await?.rows_affected());
    }
    Ok(changed)
}

/// Writes which posts do which part of the services; called when the services are there.
pub async fn service_parts(tx: &mut Tx, positions: &str) -> Result<u64> {
    let (posts, _) = read_posts(positions);
    let mut changed = 0;
    let services: Vec<(crate::ids::ServiceId, String, String, Option<UnitId>)> =
        on!(tx, conn => sqlx::query_as("select id, government, import_key, unit_id from service").fetch_all(conn).await?);
    let units: HashMap<UnitId, (String, String)> = on!(tx, conn => sqlx::query_as::<_, (UnitId, String, String)>("select id, slug, agency_key from unit").fetch_all(conn).await?)
        .into_iter()
        .map(|(id, slug, agency)| (id, (slug, agency)))
        .collect();
    for (service, government, key, unit) in services {
        // A service that every ward gives names the post, not the posts of hundreds of wards.
        let Some((unit_slug, agency)) = unit.and_then(|u| units.get(&u)) else { continue };
        for post in posts.get(agency).map(Vec::as_slice).unwrap_or_default() {
            if let Some(part) = post.services.get(&key) {
                changed += on!(tx, conn => sqlx::query("insert into service_part (service_id, position_id, part) values ($1, $2, $3) on conflict (service_id, position_id) do nothing")
                    .bind(service).bind(position_id(&government, &post.key, unit_slug)).bind(part).execute(conn).await?.rows_affected());
            }
        }
    }
    Ok(changed)
}

struct PersonRow {
    line: u64,
    key: String,
    government: String,
    name: String,
    number: String,
    employment: String,
    title: String,
    agency: String,
    area: String,
    fictional: bool,
}

/// NIP: 18 digits with a month of appointment 01 to 12, or 21 for PPPK (domain facts, section 6.3).
fn employee_number_fault(number: &str) -> Option<&'static str> {
    if number.len() != 18 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Some("must have 18 digits");
    }
    let month: u32 = number[12..14].parse().unwrap_or(0);
    if !(1..=12).contains(&month) && month != 21 {
        return Some("has no month of appointment (01 to 12, or 21 for PPPK)");
    }
    None
}

/// People and the posts they hold. A title that no post of the agency has makes a bad row.
pub async fn people(portal: &Portal, text: &str, more: &Enrichment, skip: bool) -> Result<Outcome> {
    let (rows, mut bad) = read_csv(text, &["id", "tenant", "name", "nip_fictional_internal_only", "status", "position", "opd", "area_code", "is_fictional"], |row| {
        let line = row.line;
        let number = row.optional("nip_fictional_internal_only");
        if !number.is_empty()
            && let Some(fault) = employee_number_fault(&number)
        {
            row.refuse("nip_fictional_internal_only", fault);
            return None;
        }
        let employment = row.one_of("status", &["PNS", "PPPK"]);
        let fictional = row.one_of("is_fictional", &["true", "false"]);
        let (key, government, name, title) = (row.text("id"), row.text("tenant"), row.text("name"), row.text("position"));
        let (agency, area) = (row.text("opd"), row.text("area_code"));
        Some(PersonRow {
            line,
            key: key?,
            government: government?,
            name: name?,
            number,
            employment: employment?,
            title: title?,
            agency: agency?,
            area: area?,
            fictional: fictional? == "true",
        })
    });
    let posts = more.positions.as_deref().map(|json| read_posts(json).0).unwrap_or_default();
    let mut conn = portal.db.read().await?;
    let mut placed = Vec::new();
    for row in rows {
        match place(&mut conn, &row, &posts).await? {
            Some(position) => placed.push((row, position)),
            None => bad.push(BadRow { line: row.line, column: "position".into(), message: format!("no post of {} matches {:?}", row.agency, row.title) }),
        }
    }
    drop(conn);
    bad.sort_by_key(|b| b.line);
    let mut outcome = verdict(&placed, bad, skip);
    if outcome.imported {
        let mut tx = portal.db.begin().await?;
        for (row, position) in placed {
            outcome.changed += write_person(&mut tx, &row, position, &more.valid_from).await?;
        }
        tx.commit().await?;
    }
    Ok(outcome)
}

/// The post of a person: in the unit of the agency and area, the post that lists the person or has the title.
async fn place(conn: &mut crate::db::Conn, row: &PersonRow, posts: &HashMap<String, Vec<Post>>) -> Result<Option<PositionId>> {
    let listed = posts.get(&row.agency).into_iter().flatten().find(|p| p.people.contains(&row.key));
    let unit: Option<(String,)> = on!(conn, c => sqlx::query_as(
        "select slug from unit where government = $1 and agency_key = $2 and ($2 not in ('kecamatan', 'kelurahan') or area_code = $3 or area_code like $3 || '.%') order by area_code limit 1")
        .bind(&row.government).bind(&row.agency).bind(&row.area).fetch_optional(c).await?);
    let Some((unit_slug,)) = unit else { return Ok(None) };
    if let Some(post) = listed {
        return Ok(Some(position_id(&row.government, &post.key, &unit_slug)));
    }
    Ok(on!(conn, c => sqlx::query_scalar("select p.id from position p join unit u on u.id = p.unit_id where u.government = $1 and u.slug = $2 and p.title = $3")
        .bind(&row.government).bind(&unit_slug).bind(&row.title).fetch_optional(c).await?))
}

async fn write_person(tx: &mut Tx, row: &PersonRow, position: PositionId, since: &str) -> Result<u64> {
    let id = PersonId(id_of("person", &row.key));
    let mut changed = on!(tx, conn => sqlx::query(
        "insert into person (id, government, import_key, name, employee_number, employment_type, is_fictional) values ($1, $2, $3, $4, nullif($5, ''), $6, $7) on conflict (import_key) do update \
         set name = excluded.name where person.name <> excluded.name")
        .bind(id).bind(&row.government).bind(&row.key).bind(&row.name).bind(&row.number).bind(&row.employment).bind(row.fictional).execute(conn).await?.rows_affected());
    changed += on!(tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, decree) values ($1, $2, $3, 'definitive', $4, $5) on conflict (position_id, person_id, starts_on) do nothing")
        .bind(TenureId(id_of("tenure", &row.key))).bind(position).bind(id).bind(since).bind("SK contoh 821.2/2025").execute(conn).await?.rows_affected());
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_begin_with_three_letters() {
        let cases = [("medan", "MDN"), ("binjai", "BNJ"), ("tebo", "TBO"), ("bengkulu", "BNG")];
        for (slug, letters) in cases {
            assert_eq!(prefix(slug), letters);
        }
    }

    #[test]
    fn employee_numbers() {
        let cases = [
            ("199310032015011901", true, "a PNS"),
            ("197704242023212912", true, "PPPK have 21 where a month is expected"),
            ("199310032015131901", false, "no thirteenth month"),
            ("19931003201501190", false, "a digit short"),
        ];
        for (number, good, why) in cases {
            assert_eq!(employee_number_fault(number).is_none(), good, "{why}");
        }
    }
}
