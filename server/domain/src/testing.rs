//! For tests: a database of each kind, a clock that stands still, and a small named world that all tests share.
//!
//! [`on_both!`] runs one story on SQLite and on PostgreSQL. Without a PostgreSQL server (`BALAI_TEST_POSTGRES`) that
//! half says so and is skipped; in CI (`CI=true`) its absence is a failure.

#![expect(clippy::unwrap_used, reason = "a test world that cannot be built is a failed test")]

pub mod differencing;
mod template;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use vocabulary::accounts::{Email, Role};
use vocabulary::feedback::{Answers, Queue};

use crate::accounts::{self, Actor, NewAccount};
use crate::clock::{Clock, parse_moment};
use crate::db::Db;
use crate::directory::gate::Gate;
use crate::directory::import::{self, Enrichment};
use crate::directory::{self, Government, positions, units};
use crate::feedback::{self, QueuedCase, Sight, Wanted};
use crate::files::Files;
use crate::ids::{AccountId, PersonId, PositionId, UnitId};
use crate::on;
use crate::portal::Portal;
use crate::secrets::{Chance, Secrets};

/// Monday, 2 November 2026, 09.00 in Medan.
pub const NOW: &str = "2026-11-02T09:00:00+07:00";

#[macro_export]
macro_rules! on_both {
    ($(#[$meta:meta])* $name:ident, $world:ident => $story:block) => {
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn story($world: $crate::testing::World) $story

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let world = $crate::testing::World::sqlite().await;
                story(world.clone()).await;
                world.put_away().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(world) = $crate::testing::World::postgres().await else { return };
                story(world.clone()).await;
                world.put_away().await;
            }
        }
    };
}

/// The small named world: Kota Medan with the civil registry, the inspectorate, one district and its wards.
#[derive(Clone)]
pub struct World {
    pub portal: Portal,
    pub medan: Government,
    folder: Arc<Folder>,
    postgres_name: Option<String>,
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A migrated portal with nothing in it.
pub struct Empty(pub Portal, Arc<Folder>, Option<String>);

impl Empty {
    async fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(unique());
        // A process of the same number may have left one behind.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.join("balai.db").display())).await.unwrap();
        Self::build(db, folder, None).await
    }

    async fn postgres() -> Option<Self> {
        let (db, folder, name) = postgres_database(&postgres_server()?, "template1").await;
        Some(Self::build(db, folder, Some(name)).await)
    }

    async fn build(db: Db, folder: PathBuf, postgres_name: Option<String>) -> Self {
        db.migrate().await.unwrap();
        Self::around(db, folder, postgres_name)
    }

    fn around(db: Db, folder: PathBuf, postgres_name: Option<String>) -> Self {
        let portal = Portal {
            db,
            clock: Clock::fixed(parse_moment(NOW).unwrap()),
            chance: Chance::seeded(7),
            files: Files::open(&folder.join("files")).unwrap(),
            secrets: Arc::new(Secrets::new([9; 32])),
            vault: Arc::new(crate::vault::Keys::new([8; 32], Vec::new())),
            gate: Arc::new(Gate::standard()),
        };
        Self(portal, Arc::new(Folder(folder)), postgres_name)
    }

    /// Closes the database and, on PostgreSQL, drops it.
    pub async fn put_away(self) {
        self.0.db.close().await;
        if let (Some(name), Ok(server)) = (&self.2, std::env::var("BALAI_TEST_POSTGRES")) {
            let maintenance = sqlx::PgPool::connect(&format!("{server}/postgres")).await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(format!("drop database if exists {name} with (force)"))).execute(&maintenance).await.unwrap();
            maintenance.close().await;
        }
    }
}

/// What the world consists of.
async fn import_world(portal: &Portal) {
    let more = Enrichment {
        unit_profiles: Some(r#"{"disdukcapil":{"about":"Mengurus KTP dan akta.","hours":"Senin–Jumat 08.00–16.00","street":"Jl. Contoh 1"}}"#.into()),
        service_content: Some(SERVICE_CONTENT.into()),
        valid_from: "2026-01-01".into(),
        positions: Some(POSITIONS.into()),
    };
    import_files(
        portal,
        &more,
        &[
            ("areas.csv", AREAS),
            ("holidays_id_2024_2027.csv", HOLIDAYS),
            ("rules.csv", RULES),
            ("tenants.csv", GOVERNMENTS),
            ("opd.csv", AGENCIES),
            ("positions.json", POSITIONS),
            ("services.json", SERVICES),
            ("redirects.csv", include_str!("../../data/reference/redirects.csv")),
            ("demo_people.csv", PEOPLE),
        ],
    )
    .await;
    import::reindex(portal).await.unwrap();
}

const HOLIDAYS: &str = include_str!("../../data/reference/holidays_id_2024_2027.csv");
const RULES: &str = include_str!("../../data/reference/rules.csv");

async fn import_files(portal: &Portal, more: &Enrichment, files: &[(&str, &str)]) {
    for (name, text) in files {
        let outcome = import::import_file(portal, name, text, more, false).await.unwrap();
        assert!(outcome.imported && outcome.bad.is_empty(), "{name}: {:?}", outcome.bad);
    }
}

/// `None`, after saying so, where there is none; in CI that is a failure.
fn postgres_server() -> Option<String> {
    let Ok(server) = std::env::var("BALAI_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "CI must run the PostgreSQL half: set BALAI_TEST_POSTGRES");
        eprintln!("skipped: no PostgreSQL server (BALAI_TEST_POSTGRES)");
        return None;
    };
    Some(server)
}

/// A database of its own, its folder and its name.
async fn postgres_database(server: &str, copied: &str) -> (Db, PathBuf, String) {
    let name = unique();
    let maintenance = sqlx::PgPool::connect(&format!("{server}/postgres")).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("create database {name} template {copied}"))).execute(&maintenance).await.unwrap();
    maintenance.close().await;
    let folder = std::env::temp_dir().join(&name);
    std::fs::create_dir_all(&folder).unwrap();
    (Db::open(&format!("{server}/{name}")).await.unwrap(), folder, name)
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

fn unique() -> String {
    format!("balai_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::SeqCst))
}

impl World {
    pub async fn sqlite() -> Self {
        let empty = Empty::sqlite().await;
        import_world(&empty.0).await;
        Self::of(empty).await
    }

    /// Migrated, and nothing in it.
    pub async fn empty_sqlite() -> Empty {
        Empty::sqlite().await
    }

    /// As [`World::postgres`], and nothing in it.
    pub async fn empty_postgres() -> Option<Empty> {
        Empty::postgres().await
    }

    /// `None`, after saying so, where there is no server; in CI that is a failure.
    pub async fn postgres() -> Option<Self> {
        let server = postgres_server()?;
        if let Some(whole) = template::of_this_run(&server).await {
            let (db, folder, name) = postgres_database(&server, &whole).await;
            return Some(Self::of(Empty::around(db, folder, Some(name))).await);
        }
        let empty = Empty::postgres().await?;
        import_world(&empty.0).await;
        Some(Self::of(empty).await)
    }

    async fn of(empty: Empty) -> Self {
        let Empty(mut portal, folder, postgres_name) = empty;
        // What made the world is not drawn again in the story, wherever the world was made.
        portal.chance = Chance::seeded(8);
        let mut conn = portal.db.read().await.unwrap();
        let medan = directory::government(&mut conn, "medan").await.unwrap();
        drop(conn);
        Self { portal, medan, folder, postgres_name }
    }

    /// Another database of the same kind, in which the governments have nothing but themselves: no agency, no post, no
    /// service, nobody. The caller puts it away.
    pub async fn bare(&self) -> Self {
        let empty = if self.postgres_name.is_some() { Empty::postgres().await.unwrap() } else { Empty::sqlite().await };
        let more = Enrichment { valid_from: "2026-01-01".into(), ..Enrichment::default() };
        import_files(&empty.0, &more, &[("areas.csv", AREAS), ("holidays_id_2024_2027.csv", HOLIDAYS), ("rules.csv", RULES), ("tenants.csv", GOVERNMENTS)]).await;
        Self::of(empty).await
    }

    pub fn folder(&self) -> &std::path::Path {
        &self.folder.0
    }

    /// Closes the database and, on PostgreSQL, drops it.
    pub async fn put_away(self) {
        Empty(self.portal, self.folder, self.postgres_name).put_away().await;
    }

    pub async fn unit(&self, slug: &str) -> UnitId {
        let mut conn = self.portal.db.read().await.unwrap();
        units::named(&mut conn, "medan", slug).await.unwrap().0
    }

    pub async fn position(&self, slug: &str) -> PositionId {
        let mut conn = self.portal.db.read().await.unwrap();
        positions::show(&mut conn, &self.portal.gate, "medan", slug).await.unwrap().id
    }

    /// An account with a role in a unit of Medan (`""`: the whole government); the password is [`PASSWORD`].
    pub async fn staff(&self, name: &str, role: Role, unit: &str, person: Option<&str>) -> Actor {
        let unit = if unit.is_empty() { "pemerintah" } else { unit };
        self.account_in("medan", name, Some((role, unit)), person).await
    }

    pub async fn resident(&self, name: &str) -> Actor {
        self.account_in("medan", name, None, None).await
    }

    pub async fn account_in(&self, government: &str, name: &str, role: Option<(Role, &str)>, person: Option<&str>) -> Actor {
        let email = Email::parse(&format!("{}@{government}.example", name.to_lowercase().replace(' ', "."))).unwrap();
        let person = match person {
            Some(key) => {
                let mut conn = self.portal.db.read().await.unwrap();
                Some(on!(&mut conn, c => sqlx::query_scalar::<_, PersonId>("select id from person where import_key = $1").bind(key).fetch_one(c).await.unwrap()))
            }
            None => None,
        };
        let mut tx = self.portal.db.begin().await.unwrap();
        let hash = crate::secrets::hash_password(&self.portal.chance, PASSWORD).unwrap();
        let id = accounts::create(&self.portal, &mut tx, NewAccount { email: &email, name, password_hash: Some(hash), person, confirmed: true, demo_note: None }).await.unwrap();
        if let Some((role, unit)) = role {
            let (unit, _) = units::named(&mut tx, government, unit).await.unwrap();
            accounts::grant(&self.portal, &mut tx, id, government, unit, role).await.unwrap();
        }
        tx.commit().await.unwrap();
        self.actor(id).await
    }

    /// The first page of a queue of Medan, as this actor sees it.
    pub async fn queued(&self, actor: &Actor, queue: Queue) -> Vec<QueuedCase> {
        let mut conn = self.portal.db.read().await.unwrap();
        let sight = Sight::of(&mut conn, actor, "medan").await.unwrap();
        feedback::queue(&mut conn, &sight, &Wanted::all(queue), None, &self.medan.today(self.portal.now())).await.unwrap().cases
    }

    /// Adds a vacant post to a unit of Medan, at the end of its order.
    pub async fn add_post(&self, unit: &str, slug: &str, title: &str, kind: &str, reports_to: Option<&str>) -> PositionId {
        let id = PositionId(self.portal.new_id());
        let unit = self.unit(unit).await;
        let mut tx = self.portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query(
            "insert into position (id, unit_id, government, slug, title, type, reports_to, rank, valid_from) \
             values ($1, $2, 'medan', $3, $4, $5, (select s.id from position s where s.government = 'medan' and s.slug = $6), 50, '2026-01-01')")
            .bind(id).bind(unit).bind(slug).bind(title).bind(kind).bind(reports_to).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
        id
    }

    /// Puts someone into a post of Medan, by their key in the imported list; whom nobody knows is written.
    pub async fn appoint(&self, key: &str, name: &str, post: &str, kind: &str, starts_on: &str, ends_on: Option<&str>) -> PersonId {
        let mut tx = self.portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, 'medan', $2, $3, 'PNS', $4) on conflict (import_key) do nothing")
            .bind(self.portal.new_id()).bind(key).bind(name).bind(true).execute(c).await.unwrap().rows_affected());
        let person: PersonId = on!(&mut tx, c => sqlx::query_scalar("select id from person where import_key = $1").bind(key).fetch_one(c).await.unwrap());
        on!(&mut tx, c => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, ends_on) values ($1, (select p.id from position p where p.government = 'medan' and p.slug = $2), $3, $4, $5, $6)")
            .bind(self.portal.new_id()).bind(post).bind(person).bind(kind).bind(starts_on).bind(ends_on).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
        person
    }

    /// Ends whatever this person holds; `last` is their last day in office.
    pub async fn resign(&self, key: &str, last: &str) {
        let mut tx = self.portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query("update tenure set ends_on = $1 where person_id = (select id from person where import_key = $2)").bind(last).bind(key).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
    }

    pub async fn actor(&self, id: AccountId) -> Actor {
        let mut conn = self.portal.db.read().await.unwrap();
        Actor::load(&mut conn, id).await.unwrap()
    }
}

pub const PASSWORD: &str = "ikan asin di pasar";

/// A complete form about the birth certificate, sent without a name.
pub fn answers() -> Answers {
    Answers {
        key: "0123456789abcdef0123456789abcdef".into(),
        protection: "anonim".into(),
        about: "layanan:akta-kelahiran".into(),
        kind: "pengaduan".into(),
        story: "Loket tutup pukul sepuluh pagi, akta anak saya belum jadi padahal dijanjikan satu hari.".into(),
        date: "2026-10-30".into(),
        area: "12.71.08.1006".into(),
        place: "Loket 3".into(),
        ..Answers::default()
    }
}

const GOVERNMENTS: &str = "tenant,area_code,name_id,name_en,head_title,note\nmedan,12.71,Pemerintah Kota Medan,Medan City Government,Wali Kota,\nbinjai,12.75,Pemerintah Kota Binjai,Binjai City Government,Wali Kota,\n";

const AREAS: &str = "code,parent_code,type,name,postal_code
12,,provinsi,Sumatera Utara,
12.71,12,kota,Kota Medan,
12.71.08,12.71,kecamatan,Medan Belawan,
12.71.08.1001,12.71.08,kelurahan,Belawan I,20411
12.71.08.1006,12.71.08,kelurahan,Bagan Deli,20414
12.75,12,kota,Kota Binjai,
12.75.02,12.75,kecamatan,Binjai Kota,
12.75.02.1001,12.75.02,kelurahan,Binjai,20711
";

const AGENCIES: &str = "key,name_id,name_en,kind,typical_services
setda,Sekretariat Daerah,Regional Secretariat,sekretariat,
inspektorat,Inspektorat,Inspectorate,inspektorat,
disdukcapil,Dinas Kependudukan dan Pencatatan Sipil,Population and Civil Registration Office,dinas,
dishub,Dinas Perhubungan,Transport Office,dinas,
kecamatan,Kecamatan,Sub-district office,kecamatan,
kelurahan,Kelurahan,Urban village office,kelurahan,
";

const POSITIONS: &str = r#"{
 "disdukcapil":[
  {"key":"kepala","title":"Kepala Dinas Kependudukan dan Pencatatan Sipil","type":"jpt_pratama","job_class":14,"summary":"Memimpin dinas.","duties":[{"text":"Memimpin pelayanan administrasi kependudukan","basis":"UU 24/2013"}],"services":{},"people":["P101"]},
  {"key":"kabid-capil","title":"Kepala Bidang Pencatatan Sipil","type":"administrator","job_class":11,"reports_to":"kepala","summary":"Menyelenggarakan pencatatan sipil.","duties":[{"text":"Memverifikasi berkas akta kelahiran","basis":null}],"services":{"akta_kelahiran":"responsible"},"people":["P102"]},
  {"key":"operator","title":"Operator Layanan","type":"pelaksana","job_class":5,"needed":3,"reports_to":"kabid-capil","summary":"Menerima berkas di loket.","duties":[{"text":"Menerima berkas","basis":null}],"services":{"akta_kelahiran":"performs"},"people":[]}
 ],
 "inspektorat":[{"key":"inspektur","title":"Inspektur","type":"jpt_pratama","job_class":14,"summary":"Mengawasi.","duties":[],"people":[]}],
 "kelurahan":[{"key":"lurah","title":"Lurah {nama}","type":"pengawas","job_class":9,"summary":"Memimpin Kelurahan {nama}.","duties":[{"text":"Melayani warga {nama}","basis":null}],"people":["P103"]}]
}"#;

const SERVICES: &str = r#"[
 {"key":"akta_kelahiran","opd":"disdukcapil","name_id":"Akta kelahiran","name_en":"Birth certificate","standard_time":"1 hari sejak berkas lengkap","standard_working_days":1,"cost_idr":0,"requirements_id":["Formulir F-2.01","KK"],"product_id":"Kutipan akta kelahiran","provenance":"test"},
 {"key":"sktm","opd":"kelurahan","name_id":"Surat Keterangan Tidak Mampu","name_en":"Certificate of need","standard_time":"1 hari","standard_working_days":1,"cost_idr":0,"requirements_id":["KTP"],"product_id":"SKTM","provenance":"test"}
]"#;

const SERVICE_CONTENT: &str = r#"{"akta_kelahiran":{"slug":"akta-kelahiran","short_name":"Akta kelahiran","summary":"Mencatatkan kelahiran anak.","life_event":"lahir","keywords":"akte lahir bayi","procedure":["Ambil nomor","Serahkan berkas"],"time_text":"1 hari kerja"}}"#;

const PEOPLE: &str =
    "id,tenant,name,nip_fictional_internal_only,status,sex_internal_only,position,position_type,job_class,golongan,opd,area_code,office_email,office_phone,is_fictional
P101,medan,Rina Tarigan,197803062005012901,PNS,P,Kepala Dinas Kependudukan dan Pencatatan Sipil,jpt_pratama,14,IV/b,disdukcapil,12.71,rina@medan.example,+62-000-0000-0101,true
P102,medan,Dewi Batubara,198704242011012912,PNS,P,Kepala Bidang Pencatatan Sipil,administrator,11,IV/a,disdukcapil,12.71,dewi@medan.example,+62-000-0000-0102,true
P103,medan,Kurnia Harahap,197004222001041904,PNS,L,Lurah Bagan Deli,pengawas,9,III/c,kelurahan,12.71.08.1006,kurnia@medan.example,+62-000-0000-0103,true
";
