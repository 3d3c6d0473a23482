//! Services as residents find them: promise beside experience, the pledge, browsing, offices by area, and what others do.

use domain::directory::areas::areas_under;
use domain::directory::browse::{ServicePage, Wanted, browse, givers, letters};
use domain::directory::import::{Enrichment, import_file, sign_pledges};
use domain::directory::offices::{office_of, offices_of_area};
use domain::directory::pledges::pledge_of;
use domain::directory::redirects::{redirect, redirects, related_services};
use domain::directory::services;
use domain::feedback::{self, Experience, Filter};
use domain::ids::ServiceId;
use domain::testing::{World, answers};
use domain::{Error, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::directory::{LifeEvent, UnitKind};
use vocabulary::evaluation::Element;
use vocabulary::feedback::{AcceptInput, AnswerInput};

const TODAY: &str = "2026-11-02";

async fn service(world: &World, slug: &str) -> ServiceId {
    let mut conn = world.portal.db.read().await.unwrap();
    services::show(&mut conn, &world.portal.gate, "medan", slug).await.unwrap().id
}

/// Residents and staff who tell one case after the other about the birth certificate.
struct Telling {
    world: World,
    verifier: domain::accounts::Actor,
    handler: domain::accounts::Actor,
    told: u32,
}

impl Telling {
    async fn new(world: &World) -> Self {
        let verifier = world.staff("Vera", Role::Verifier, "", None).await;
        let handler = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
        Self { world: world.clone(), verifier, handler, told: 0 }
    }

    /// Sent on Monday, 2 November 2026, and accepted; returns the case.
    async fn case(&mut self, element: &str, protection: &str) -> feedback::Sent {
        self.told += 1;
        let mut form = answers();
        form.key = format!("{:032x}", self.told);
        form.protection = protection.into();
        let portal = &self.world.portal;
        let sent = feedback::send(portal, &self.world.medan, None, "id", form.parse(TODAY).unwrap()).await.unwrap();
        let input = AcceptInput::parse("Akta belum jadi", "Akta belum jadi.", protection, "pengaduan", "disdukcapil", element).unwrap();
        feedback::accept(portal, &self.verifier, &sent.reference, &input).await.unwrap();
        sent
    }

    async fn answer(&self, sent: &feedback::Sent, moment: &str) {
        let portal = self.world.portal.at(domain::clock::parse_moment(moment).unwrap());
        feedback::answer(&portal, &self.handler, &sent.reference, &AnswerInput::parse("upheld", "Akta sudah jadi, silakan diambil.").unwrap()).await.unwrap();
    }

    async fn experience(&self) -> Experience {
        let id = service(&self.world, "akta-kelahiran").await;
        let mut conn = self.world.portal.db.read().await.unwrap();
        feedback::experience(&mut conn, id, TODAY).await.unwrap()
    }
}

on_both!(experience_is_counted_as_it_happens, world => {
    let mut telling = Telling::new(&world).await;
    assert_eq!(telling.experience().await, Experience::default(), "nothing was reported yet");

    let slow = telling.case("completion_time", "anonim").await;
    assert_eq!((telling.experience().await.cases, telling.experience().await.answered), (1, 0));
    // Thursday: three working days. It is contested and answered again; the first answer is what counts.
    telling.answer(&slow, "2026-11-05T10:00:00+07:00").await;
    feedback::contest(&world.portal, slow.case, "Akta itu atas nama orang lain.").await.unwrap();
    telling.answer(&slow, "2026-11-12T10:00:00+07:00").await;
    let quick = telling.case("", "anonim").await;
    telling.answer(&quick, "2026-11-02T15:00:00+07:00").await;
    let secret = telling.case("cost", "rahasia").await;
    telling.answer(&secret, "2026-11-03T10:00:00+07:00").await;
    let _waiting = telling.case("completion_time", "anonim").await;
    // Answered in 2028, of which no holiday is known: the case counts, its days are not guessed.
    let late = telling.case("cost", "anonim").await;
    telling.answer(&late, "2028-02-01T10:00:00+07:00").await;

    let so_far = telling.experience().await;
    assert_eq!(so_far.by_element, [(Element::CompletionTime, 2), (Element::Cost, 1)], "the confidential case is in no count");
    assert_eq!((so_far.about(Element::CompletionTime), so_far.about(Element::Facilities)), (2, 0));
    assert_eq!((so_far.cases, so_far.answered, so_far.median_days, so_far.p90_days, so_far.enough), (4, 2, Some(0), Some(3), false));

    for moment in ["2026-11-03T10:00:00+07:00", "2026-11-03T11:00:00+07:00", "2026-11-16T10:00:00+07:00"] {
        let case = telling.case("", "anonim").await;
        telling.answer(&case, moment).await;
    }
    let enough = telling.experience().await;
    assert_eq!((enough.answered, enough.median_days, enough.p90_days, enough.enough), (5, Some(1), Some(10), true), "0, 1, 1, 3 and 10 working days");
    feedback::recount(&world.portal).await.unwrap();
    assert_eq!(telling.experience().await, enough, "counted anew it is the same");

    let id = service(&world, "akta-kelahiran").await;
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(!feedback::experience(&mut conn, id, "2017-12-31").await.unwrap().enough, "before the rule there is no enough");
    let about = |element| Filter { service: Some(id), element: Some(element), ..Filter::default() };
    let time = feedback::list(&mut conn, "medan", &about(Element::CompletionTime), None).await.unwrap();
    assert_eq!(time.cases.len(), 2, "the list behind the count");
    assert!(feedback::list(&mut conn, "medan", &about(Element::Procedure), None).await.unwrap().cases.is_empty());
    let unit = world.unit("inspektorat").await;
    let elsewhere = Filter { unit: Some(unit), ..about(Element::CompletionTime) };
    assert!(feedback::list(&mut conn, "medan", &elsewhere, None).await.unwrap().cases.is_empty(), "unit and service narrow together");
});

on_both!(an_older_database_is_counted_once, world => {
    let mut telling = Telling::new(&world).await;
    feedback::count_if_missing(&world.portal).await.unwrap();
    assert_eq!(telling.experience().await, Experience::default(), "without cases there is nothing to count");
    let case = telling.case("cost", "anonim").await;
    telling.answer(&case, "2026-11-04T10:00:00+07:00").await;
    let known = telling.experience().await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("delete from feedback_answer_days").execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("delete from feedback_element_count").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    for _ in 0..2 {
        feedback::count_if_missing(&world.portal).await.unwrap();
        assert_eq!(telling.experience().await, known);
    }
});

on_both!(cases_in_bulk_are_counted_too, world => {
    feedback::synthetic::make_cases(&world.portal, 600, |_| {}).await.unwrap();
    let id = service(&world, "akta-kelahiran").await;
    let mut conn = world.portal.db.read().await.unwrap();
    let experience = feedback::experience(&mut conn, id, TODAY).await.unwrap();
    let published: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case where service_id = $1").bind(id).fetch_one(c).await.unwrap());
    assert_eq!(experience.cases, published);
    assert!(experience.enough && experience.answered < published && experience.median_days <= experience.p90_days, "{experience:?}");
});

on_both!(a_pledge_is_signed_by_the_head_on_a_day, world => {
    assert_eq!(sign_pledges(&world.portal, "2026-03-02", "Keputusan 1/2026").await.unwrap(), 5, "registries and wards of two governments give services; districts and other agencies none");
    assert_eq!(sign_pledges(&world.portal, "2026-03-02", "Keputusan 1/2026").await.unwrap(), 0, "signed twice changes nothing");
    sign_pledges(&world.portal, "2026-10-01", "Keputusan 9/2026").await.unwrap();
    let (registry, ward, transport) = (world.unit("disdukcapil").await, world.unit("kelurahan-bagan-deli").await, world.unit("dishub").await);
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(pledge_of(&mut conn, registry, "2026-03-01").await.unwrap().is_none(), "not yet");
    let first = pledge_of(&mut conn, registry, "2026-09-30").await.unwrap().unwrap();
    assert_eq!((first.signed_on.as_str(), first.position_title.as_deref()), ("2026-03-02", Some("Kepala Dinas Kependudukan dan Pencatatan Sipil")));
    assert_eq!(pledge_of(&mut conn, registry, TODAY).await.unwrap().unwrap().decree.as_deref(), Some("Keputusan 9/2026"), "the latest one");
    assert_eq!(pledge_of(&mut conn, ward, TODAY).await.unwrap().unwrap().position_title.as_deref(), Some("Lurah Bagan Deli"));
    assert!(pledge_of(&mut conn, transport, TODAY).await.unwrap().is_none());
});

/// Ninety-five further services of the transport office, each with a standard a year.
async fn many_services(world: &World) {
    let unit = world.unit("dishub").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    for n in 0..95 {
        let id = ServiceId(world.portal.new_id());
        let name = format!("{} nomor {n:02}", ["Trayek", "izin parkir", "Karcis"][n % 3]);
        on!(&mut tx, c => sqlx::query("insert into service (id, government, slug, import_key, unit_id, name, name_en, short_name, summary, life_event) values ($1, 'medan', $2, $2, $3, $4, $4, $4, '', 'kendaraan')")
            .bind(id).bind(format!("layanan-{n}")).bind(unit).bind(&name).execute(c).await.unwrap().rows_affected());
        for year in 2017..=2026i64 {
            let last = (year < 2026).then(|| format!("{year}-12-31"));
            on!(&mut tx, c => sqlx::query("insert into service_standard (service_id, version, valid_from, valid_to, requirements, procedure, completion_time, fee, product, complaint_handling) values ($1, $2, $3, $4, '', '', $5, 'Gratis', '', '')")
                .bind(id).bind(year - 2016).bind(format!("{year}-01-01")).bind(last).bind(format!("{} hari", 2027 - year)).execute(c).await.unwrap().rows_affected());
        }
    }
    tx.commit().await.unwrap();
}

async fn wanted(world: &World, day: &str, wanted: Wanted<'_>, after: &str) -> ServicePage {
    let mut conn = world.portal.db.read().await.unwrap();
    browse(&mut conn, domain::directory::gate::Gate::inside(), "medan", day, &wanted, after).await.unwrap()
}

on_both!(services_come_a_page_at_a_time, world => {
    many_services(&world).await;
    let mut names = Vec::new();
    let mut after = String::new();
    let mut sizes = Vec::new();
    loop {
        let page = wanted(&world, TODAY, Wanted::default(), &after).await;
        sizes.push(page.services.len());
        names.extend(page.services.into_iter().map(|s| s.short_name));
        match page.after {
            Some(slug) => after = slug,
            None => break,
        }
    }
    assert_eq!(sizes, [25, 25, 25, 22], "95 and the two of the world");
    let mut sorted = names.clone();
    sorted.sort_by_key(|n| n.to_lowercase());
    sorted.dedup();
    assert_eq!(names, sorted, "each once, by name, whatever its capitals");

    let parking = wanted(&world, TODAY, Wanted { letter: Some('i'), ..Wanted::default() }, "").await;
    let rest = wanted(&world, TODAY, Wanted { letter: Some('i'), ..Wanted::default() }, &parking.after.unwrap()).await;
    assert_eq!((parking.services.len(), rest.services.len(), rest.after), (25, 7, None), "small letters too");
    assert!(wanted(&world, TODAY, Wanted { letter: Some('q'), ..Wanted::default() }, "").await.services.is_empty());
    let vehicles = wanted(&world, "2020-06-01", Wanted { event: Some(LifeEvent::Vehicle), letter: Some('k'), ..Wanted::default() }, "").await;
    assert!(vehicles.services.iter().all(|s| s.completion_time == "7 hari"), "the standard of that day");
    let before = wanted(&world, "2016-06-01", Wanted { event: Some(LifeEvent::Vehicle), ..Wanted::default() }, "").await;
    assert_eq!((before.services.len(), before.services[0].completion_time.as_str()), (25, ""), "a service is listed before it has a standard");
    let unit = (world.unit("disdukcapil").await, UnitKind::Department);
    let registry = wanted(&world, TODAY, Wanted { unit: Some(unit), ..Wanted::default() }, "").await;
    assert_eq!(registry.services.iter().map(|s| s.slug.as_str()).collect::<Vec<_>>(), ["akta-kelahiran"]);
    let ward = (world.unit("kelurahan-bagan-deli").await, UnitKind::UrbanVillage);
    assert_eq!(wanted(&world, TODAY, Wanted { unit: Some(ward), ..Wanted::default() }, "").await.services[0].short_name, "Surat Keterangan Tidak Mampu");
    let villages = wanted(&world, TODAY, Wanted { given_by: &[UnitKind::Village, UnitKind::District], ..Wanted::default() }, "").await;
    assert_eq!(villages.services.len(), 1, "a village office gives what a ward office gives");

    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(letters(&mut conn, "medan").await.unwrap(), ["a", "i", "k", "s", "t"]);
    assert!(letters(&mut conn, "tidak-ada").await.unwrap().is_empty());
    let found: Vec<_> = givers(&mut conn, "medan", TODAY).await.unwrap().into_iter().map(|g| (g.slug, g.services)).collect();
    assert_eq!(found, [("disdukcapil".to_owned(), 1), ("dishub".to_owned(), 95)]);
    assert!(givers(&mut conn, "medan", "2025-12-31").await.unwrap().is_empty(), "no unit was there yet");
});

on_both!(where_to_go_and_whom_to_ask, world => {
    let registry = world.unit("disdukcapil").await;
    let mut conn = world.portal.db.read().await.unwrap();
    let office = office_of(&mut conn, domain::directory::gate::Gate::inside(), registry, TODAY).await.unwrap();
    assert_eq!((office.address.as_str(), office.hours.as_str(), office.holder.as_deref()), ("Jl. Contoh 1", "Senin–Jumat 08.00–16.00", Some("Rina Tarigan")));
    assert_eq!(office_of(&mut conn, domain::directory::gate::Gate::inside(), registry, "2025-06-01").await.unwrap().holder, None, "nobody was in office then");
    let near: Vec<_> = offices_of_area(&mut conn, domain::directory::gate::Gate::inside(), "medan", "12.71.08.1006", TODAY).await.unwrap().into_iter().map(|o| (o.slug, o.head_title, o.holder)).collect();
    assert_eq!(near, [
        ("kelurahan-bagan-deli".to_owned(), Some("Lurah Bagan Deli".to_owned()), Some("Kurnia Harahap".to_owned())),
        ("kecamatan-medan-belawan".to_owned(), None, None),
    ], "the ward's office, then its district's");
    assert!(offices_of_area(&mut conn, domain::directory::gate::Gate::inside(), "binjai", "12.71.08.1006", TODAY).await.unwrap().is_empty(), "another government's");
    let below: Vec<_> = areas_under(&mut conn, "12.71.08").await.unwrap().into_iter().map(|a| a.name).collect();
    assert_eq!(below, ["Bagan Deli", "Belawan I"]);
    let servers = services::served_by(&mut conn, domain::directory::gate::Gate::inside(), service(&world, "akta-kelahiran").await, TODAY).await.unwrap();
    assert_eq!((servers[0].holder.as_deref(), servers[0].unit_slug.as_str()), (Some("Dewi Batubara"), "disdukcapil"));
    assert!(servers[1].holder.is_none(), "who is no manager is not named");
});

on_both!(what_others_do_leads_to_them, world => {
    let mut conn = world.portal.db.read().await.unwrap();
    let all = redirects(&mut conn).await.unwrap();
    for key in ["paspor", "skck", "sim", "stnk-bpkb", "sertifikat-tanah", "listrik", "bpjs-kesehatan", "bpjs-ketenagakerjaan", "buku-nikah", "pengadilan", "npwp"] {
        assert!(all.iter().any(|r| r.key == key), "{key}");
    }
    let passport = redirect(&mut conn, "paspor").await.unwrap();
    let related: Vec<_> = related_services(&mut conn, "medan", &passport).await.unwrap().into_iter().map(|s| s.slug).collect();
    assert_eq!(related, ["akta-kelahiran"], "of what a passport needs, this government has one");
    let customs = redirect(&mut conn, "bea-cukai").await.unwrap();
    assert!(related_services(&mut conn, "medan", &customs).await.unwrap().is_empty());
    assert!(matches!(redirect(&mut conn, "akta-kelahiran").await, Err(Error::NotFound)));
    drop(conn);

    let head = "key,name,name_en,keywords,office,office_en,why,why_en,url,phone";
    let bad = format!("{head}\nVisa Kerja,a,b,,c,d,e,f,,\nvisa,a,b,,c,d,e,f,javascript:alert(1),\nvisa,,b,,c,d,e,f,,\n");
    let outcome = import_file(&world.portal, "redirects.csv", &bad, &Enrichment::default(), false).await.unwrap();
    assert_eq!(outcome.bad.iter().map(|b| (b.line, b.column.as_str())).collect::<Vec<_>>(), [(2, "key"), (3, "url"), (4, "name")]);
    let good = format!("{head}\npaspor,Paspor RI,Passport,,Kantor Imigrasi,Immigration,e,f,https://www.imigrasi.go.id,\n");
    for (changed, why) in [(1, "changed"), (0, "the same again")] {
        assert_eq!(import_file(&world.portal, "redirects.csv", &good, &Enrichment::default(), false).await.unwrap().changed, changed, "{why}");
    }
});
