//! The demonstration's accounts: one of each role in Medan, one desk each in the other governments, and residents.

use std::collections::HashMap;

use vocabulary::accounts::{Email, Role};

use crate::accounts::{Actor, NewAccount, create, grant};
use crate::directory::{governments, units};
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId};
use crate::on;
use crate::portal::Portal;

/// Who tells the demonstration, by what they do and where: `verifier/medan`, `person/P001`, `resident/w01`.
pub struct Staff(HashMap<String, Actor>);

impl Staff {
    pub fn get(&self, key: &str) -> Result<&Actor> {
        self.0.get(key).ok_or_else(|| Error::Broken(format!("the demonstration has nobody called {key}")))
    }
}

struct Told {
    key: String,
    email: String,
    name: String,
    note: &'static str,
    person: Option<&'static str>,
    grants: Vec<(Role, &'static str)>,
    government: String,
}

fn desk(government: &str, key: &str, name: &str, note: &'static str, grants: Vec<(Role, &'static str)>) -> Told {
    Told { key: format!("{key}/{government}"), email: format!("{key}@{government}.example"), name: name.into(), note, person: None, grants, government: government.into() }
}

fn person(government: &str, key: &'static str, email: &str, name: &str, note: &'static str, grants: Vec<(Role, &'static str)>) -> Told {
    Told { key: format!("person/{key}"), email: format!("{email}@{government}.example"), name: name.into(), note, person: Some(key), grants, government: government.into() }
}

/// The notes are keys of sentences (`demo-…`) on the sign-in page.
fn cast(governments: &[String]) -> Vec<Told> {
    let mut cast = vec![Told {
        key: "resident/sari".into(),
        email: "sari@warga.example".into(),
        name: "Sari".into(),
        note: "demo-resident",
        person: None,
        grants: vec![],
        government: "medan".into(),
    }];
    for g in governments {
        let listed = g == "medan";
        let note = |key: &'static str| if listed { key } else { "" };
        cast.push(desk(g, "verifikator", "Verifikator", note("demo-verifier"), vec![(Role::Verifier, "pemerintah")]));
        cast.push(desk(g, "penghubung", "Pejabat penghubung", note("demo-handler"), vec![(Role::Handler, "pemerintah")]));
        cast.push(desk(g, "inspektorat", "Inspektorat", note("demo-inspector"), vec![(Role::Inspector, "inspektorat")]));
        cast.push(desk(g, "penilai", "Pejabat penilai", note("demo-assessor"), vec![(Role::Assessor, "pemerintah")]));
        cast.push(desk(g, "moderator", "Moderator", note("demo-moderator"), vec![(Role::Moderator, "pemerintah")]));
        // An identity is opened by two.
        cast.push(desk(g, "verifikator2", "Verifikator kedua", note("demo-verifier-second"), vec![(Role::Verifier, "pemerintah")]));
        if !listed {
            let every = vec![
                (Role::Verifier, "pemerintah"),
                (Role::Handler, "pemerintah"),
                (Role::Assessor, "pemerintah"),
                (Role::Moderator, "pemerintah"),
                (Role::Administrator, "pemerintah"),
            ];
            cast.push(desk(g, "petugas", &format!("Petugas {}", g[..1].to_uppercase() + &g[1..]), "demo-all-desks", every));
        }
    }
    cast.push(desk("medan", "loket.dukcapil", "Penghubung Disdukcapil", "demo-handler-unit", vec![(Role::Handler, "disdukcapil")]));
    cast.push(desk("medan", "admin", "Administrator", "demo-administrator", vec![(Role::Administrator, "pemerintah")]));
    cast.push(desk(
        "medan",
        "kepegawaian",
        "Administrator kepegawaian",
        "demo-second-administrator",
        vec![(Role::Administrator, "pemerintah"), (Role::PersonnelOffice, "pemerintah")],
    ));
    cast.push(person(
        "medan",
        "P001",
        "irwan.simanjuntak",
        "Irwan Simanjuntak",
        "demo-post-holder",
        vec![(Role::PostHolder, "kecamatan-medan-belawan"), (Role::Assessor, "kecamatan-medan-belawan")],
    ));
    cast.push(person("medan", "P004", "kurnia.harahap", "Kurnia Harahap", "demo-ward-head", vec![(Role::PostHolder, "kelurahan-bagan-deli")]));
    cast
}

pub async fn make(portal: &Portal) -> Result<Staff> {
    let mut tx = portal.db.begin().await?;
    let governments: Vec<String> = governments(&mut tx).await?.into_iter().map(|g| g.slug).collect();
    let mut made = Vec::new();
    for told in cast(&governments) {
        let person: Option<PersonId> = match told.person {
            Some(key) => on!(&mut tx, conn => sqlx::query_scalar("select id from person where import_key = $1").bind(key).fetch_optional(conn).await?),
            None => None,
        };
        let email = Email::parse(&told.email).map_err(|_| Error::Broken(format!("{} is no address", told.email)))?;
        let id = create(portal, &mut tx, NewAccount { email: &email, name: &told.name, password_hash: None, person, confirmed: true, demo_note: Some(told.note) }).await?;
        for (role, unit) in told.grants {
            let (unit, _) = units::named(&mut tx, &told.government, unit).await?;
            grant(portal, &mut tx, id, &told.government, unit, role).await?;
        }
        made.push((told.key, id));
    }
    tx.commit().await?;
    load(portal, made).await
}

async fn load(portal: &Portal, made: Vec<(String, AccountId)>) -> Result<Staff> {
    let mut conn = portal.db.read().await?;
    let mut staff = HashMap::new();
    for (key, id) in made {
        staff.insert(key, Actor::load(&mut conn, id).await?);
    }
    Ok(Staff(staff))
}

/// An account of someone who only appears in the told history: a forum participant, the holder of a post.
pub async fn extra(portal: &Portal, email: &str, name: &str, person: Option<PersonId>) -> Result<Actor> {
    let email = Email::parse(email).map_err(|_| Error::Broken(format!("{email} is no address")))?;
    let mut tx = portal.db.begin().await?;
    let known: Option<AccountId> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where email = $1").bind(email.as_str()).fetch_optional(conn).await?);
    let id = match known {
        Some(id) => id,
        None => create(portal, &mut tx, NewAccount { email: &email, name, password_hash: None, person, confirmed: true, demo_note: Some("") }).await?,
    };
    let actor = Actor::load(&mut tx, id).await?;
    tx.commit().await?;
    Ok(actor)
}
