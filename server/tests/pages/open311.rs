//! Open311 GeoReport v2 as a program of somebody else meets it: both formats, keys, tokens, what is hidden and from whom,
//! and every way to ask wrongly, each with a clear error and nothing kept.
//!
//! Long because every question of the standard and every way to put it wrongly stand beside each other.

use crate::support::{Client, Page, app, signed_in, visitor, visitor_of};
use ::app::limits::Limits;
use axum::body::Body;
use axum::http::{Request, header};
use domain::accounts::Actor;
use domain::feedback::{Act, accept, act, answer, archive, confirm, messages, track};
use domain::ledger::verify::Against;
use domain::open311::{forward, make_peer, peers_to_send_to};
use domain::testing::World;
use domain::{Error, Refusal, on, on_both};
use serde_json::Value;
use server::forward::forward_once;
use server::outward::Reach;
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput, ArchiveInput, RedirectInput};
use vocabulary::open311::NewPeer;
use vocabulary::receipt::Receipt;

const BASE: &str = "/open311/v2";

/// An address of the interface, for Medan.
fn at(what: &str) -> String {
    let mark = if what.contains('?') { '&' } else { '?' };
    format!("{BASE}/{what}{mark}jurisdiction_id=medan")
}

async fn list(client: &Client, what: &str) -> Vec<Value> {
    client.get(&at(what)).await.expect(200, what).json().as_array().unwrap().clone()
}

/// Makes a key through the page, and reads it as the administrator does: once.
async fn key(world: &World, name: &str) -> String {
    let admin = world.staff(&format!("Adi {name}"), Role::Administrator, "", None).await;
    let client = signed_in(world, &admin).await;
    let page = client.get("/petugas/direktori/medan/open311").await;
    let fields = [("aksi", "buat"), ("kunci", &*page.hidden("kunci")), ("program", name), ("penanggung-jawab", "Dina, 061-000")];
    let made = client.post("/petugas/direktori/medan/open311", &fields).await;
    let secret = made.expect(200, "made").html.split("balai_").nth(1).map(|rest| format!("balai_{}", &rest[..32])).unwrap();
    let again = client.get("/petugas/direktori/medan/open311").await;
    assert!(again.says(name) && !again.html.contains(&secret), "shown once");
    client.post("/petugas/direktori/medan/open311", &fields).await.expect(409, "the same form makes no second key");
    secret
}

const STORY: &str = "Loket tutup pukul sepuluh pagi, padahal tertulis sampai pukul empat sore.";

fn report(key: &str) -> Vec<(&str, &str)> {
    vec![
        ("api_key", key),
        ("jurisdiction_id", "medan"),
        ("service_code", "akta-kelahiran"),
        ("description", STORY),
        ("address_id", "12.71.08.1006"),
        ("lat", "3.7812345"),
        ("long", "98.69"),
        ("first_name", "Sari"),
        ("last_name", "Pelapor"),
        ("email", "sari@surel.example"),
        ("phone", "081200000000"),
        ("device_id", "358240051111110"),
    ]
}

fn spoiled<'a>(key: &'a str, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<_> = report(key).into_iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)).collect();
    fields.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    fields
}

/// How many cases there are, whatever their state.
async fn cases(world: &World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case").fetch_one(c).await.unwrap())
}

/// The one that waits for verification; ids of one hour have no order.
async fn newest(world: &World) -> String {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar("select reference from feedback_case where status = 'submitted' order by id desc limit 1").fetch_one(c).await.unwrap())
}

async fn verify(world: &World, vera: &Actor, reference: &str, protection: &str) {
    let input = AcceptInput::parse("Loket tutup lebih awal", "Loket tutup pukul sepuluh pagi.", protection, "pengaduan", "disdukcapil", "").unwrap();
    accept(&world.portal, vera, reference, &input).await.unwrap();
}

fn token_of(page: &Page) -> String {
    page.expect(200, "sent").json()[0]["token"].as_str().unwrap().to_owned()
}

on_both!(a_report_by_key_is_hidden_verified_answered_and_closed, world => {
    let secret = key(&world, "Aplikasi Warga").await;
    let client = visitor(&world);
    let sent = client.post(&format!("{BASE}/requests.json"), &report(&secret)).await;
    let token = token_of(&sent);
    let body = sent.json();
    assert!(body[0].get("service_request_id").is_none(), "a token and no number: {body}");
    let notice = body[0]["service_notice"].as_str().unwrap().to_owned();
    let digits: String = notice.chars().filter(char::is_ascii_digit).collect();
    let receipt = Receipt::parse(&digits[..20]).unwrap();
    let reference = newest(&world).await;

    // Hidden: nowhere in the lists, and the token tells nobody else.
    assert_eq!(list(&client, "requests.json").await.len(), 0);
    client.get(&at(&format!("requests/{reference}.json"))).await.expect(404, "not published");
    let asked = client.get(&at(&format!("tokens/{token}.json"))).await.expect(200, "token").json();
    assert_eq!((asked[0]["service_request_id"].clone(), asked[0]["token"].as_str()), (Value::Null, Some(&*token)));
    // The key that sent it knows number and state, and no words.
    let asked = client.get(&at(&format!("tokens/{token}.json?api_key={secret}"))).await.json();
    assert_eq!(asked[0]["service_request_id"], reference.as_str());
    let own = client.get(&at(&format!("requests/{reference}.json?api_key={secret}"))).await;
    let own = own.expect(200, "own").json();
    assert_eq!((own[0]["status"].as_str(), &own[0]["description"], &own[0]["service_notice"]), (Some("open"), &Value::Null, &Value::Null));
    assert_eq!(own[0]["status_notes"], "Menunggu verifikasi.");
    let other = key(&world, "Aplikasi Lain").await;
    client.get(&at(&format!("requests/{reference}.json?api_key={other}"))).await.expect(404, "another key's");
    assert_eq!(client.get(&at(&format!("tokens/{token}.json?api_key={other}"))).await.json()[0]["service_request_id"], Value::Null);

    // It took the way of every report: the receipt opens it, and nothing of the device was kept.
    let tracked = track(&world.portal, &receipt).await.unwrap();
    assert_eq!((tracked.reference.as_str(), tracked.protection.as_str(), tracked.text.as_str()), (&*reference, "anonim", STORY));
    let mut conn = world.portal.db.read().await.unwrap();
    let place: String = on!(&mut conn, c => sqlx::query_scalar("select place from feedback_case where reference = $1").bind(&reference).fetch_one(c).await.unwrap());
    drop(conn);
    assert_eq!(place, "3.78123, 98.69000");

    // Verified: the token is exchanged, and everyone reads the public words.
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    verify(&world, &vera, &reference, "anonim").await;
    assert_eq!(client.get(&at(&format!("tokens/{token}.json"))).await.json()[0]["service_request_id"], reference.as_str());
    let found = list(&client, "requests.json?service_code=akta-kelahiran&status=open").await;
    assert_eq!(found.len(), 1);
    let one = &found[0];
    assert_eq!(one["service_request_id"], reference.as_str());
    assert_eq!(one["service_code"], "akta-kelahiran");
    assert_eq!(one["requested_datetime"], "2026-11-02T09:00:00+07:00");
    assert_eq!(one["expected_datetime"], "2026-11-20T23:59:59+07:00", "fourteen working days");
    assert_eq!(one["address"], "Bagan Deli, Medan Belawan");
    assert_eq!((one["address_id"].as_str(), one["zipcode"].as_str(), &one["lat"], &one["long"]), (Some("12.71.08.1006"), Some("20414"), &Value::Null, &Value::Null));
    assert!(one["agency_responsible"].as_str().unwrap().contains("Kependudukan"), "{one}");

    // Answered and closed, told without sparing anybody.
    let hendra = world.staff("Hendra", Role::Handler, "disdukcapil", Some("P102")).await;
    act(&world.portal, &hendra, &reference, None, Act::Take).await.ok();
    answer(&world.portal, &hendra, &reference, &AnswerInput::parse("partly", "Loket tutup karena rapat dinas.").unwrap()).await.unwrap();
    world.portal.clock.advance(2 * 3_600_000);
    confirm(&world.portal, tracked.id, "").await.unwrap();
    let one = client.get(&at(&format!("requests/{reference}.json"))).await.json()[0].clone();
    assert_eq!(one["status"], "closed");
    assert_eq!(one["status_notes"], "Ditutup karena pelapor menyatakan selesai. Hasil pemeriksaan: Terbukti sebagian. Loket tutup karena rapat dinas.");
    assert_eq!(one["updated_datetime"], "2026-11-02T11:00:00+07:00");
    assert_eq!(list(&client, "requests.json?status=closed").await.len(), 1);
    assert_eq!(list(&client, "requests.json?status=open").await.len(), 0);
    assert_eq!(list(&client, "requests.json?status=open,closed&service_code=umum.pengaduan").await.len(), 0);

    // The same in XML, and what changed since.
    let xml = client.get(&at("requests.xml")).await;
    assert_eq!(xml.headers[header::CONTENT_TYPE], "text/xml; charset=utf-8");
    assert!(xml.html.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><service_request_id>"), "{}", xml.html);
    assert!(xml.html.contains("<lat/><long/>"));
    let updates = list(&client, "servicerequestupdates.json").await;
    let states: Vec<_> = updates.iter().map(|u| u["status"].as_str().unwrap()).collect();
    assert_eq!((states.first(), states.last()), (Some(&"open"), Some(&"closed")), "{updates:?}");
    assert!(updates.iter().any(|u| u["description"].as_str().unwrap().contains("Terbukti sebagian. Loket tutup karena rapat dinas.")));
    assert!(updates.iter().all(|u| u["service_request_id"] == reference.as_str()));
    assert!(client.get(&at("servicerequestupdates.xml")).await.html.contains("<service_requests_updates><request_update><update_id>"));
    let more = client.get(&at(&format!("requests/{reference}.json?extensions=true"))).await.json();
    assert_eq!(more[0]["extended_attributes"]["title"], "Loket tutup lebih awal");
    assert!(more[0]["notes"].as_array().unwrap().len() >= 3);

    // Who sent it is in none of it.
    for address in ["requests.json", "requests.xml", "servicerequestupdates.json", &format!("requests/{reference}.json?extensions=true&api_key={secret}")] {
        let page = client.get(&at(address)).await;
        for name in ["Sari", "surel.example", "0812", "358240", "98.69", &*secret, &digits[..20]] {
            assert!(!page.html.contains(name), "{address} has {name}");
        }
    }
    let report = domain::ledger::verify::verify(&world.portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(what_is_protected_is_in_no_list, world => {
    let secret = key(&world, "Aplikasi").await;
    let client = visitor(&world);
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    // Misconduct: no token, no number, only the receipt.
    let black = spoiled(&secret, &[("service_code", "umum.penyimpangan"), ("description", "Petugas loket meminta uang supaya berkas saya didahulukan.")]);
    let sent = client.post(&format!("{BASE}/requests.json"), &black).await;
    let body = sent.expect(200, "taken in").json();
    assert!(body[0].get("token").is_none() && body[0].get("service_request_id").is_none() && body[0]["service_notice"].as_str().unwrap().contains("tanda terima"), "{body}");
    let reference = newest(&world).await;
    let input = AcceptInput::parse("Dugaan pungutan", "Petugas meminta uang.", "rahasia", "penyimpangan", "inspektorat", "").unwrap();
    accept(&world.portal, &vera, &reference, &input).await.unwrap();
    // A confidential complaint: a token that only its key can exchange.
    let secretly = spoiled(&secret, &[("attribute[perlindungan]", "rahasia")]);
    let token = token_of(&client.post(&format!("{BASE}/requests.json"), &secretly).await);
    let confidential = newest(&world).await;
    verify(&world, &vera, &confidential, "rahasia").await;
    assert_eq!(list(&client, "requests.json").await.len(), 0);
    assert_eq!(list(&client, &format!("requests.json?service_request_id={reference},{confidential}")).await.len(), 0);
    assert_eq!(list(&client, "servicerequestupdates.json").await.len(), 0);
    assert_eq!(client.get(&at(&format!("tokens/{token}.json"))).await.json()[0]["service_request_id"], Value::Null);
    let own = client.get(&at(&format!("requests/{confidential}.json?api_key={secret}&extensions=true"))).await.json();
    assert_eq!((own[0]["status"].as_str(), &own[0]["description"], own[0].get("notes")), (Some("open"), &Value::Null, None));
    // Archived: closed, with the honest reason, for its sender.
    let late = spoiled(&secret, &[("description", "Ini iklan penawaran pinjaman cepat tanpa agunan sama sekali.")]);
    token_of(&client.post(&format!("{BASE}/requests.json"), &late).await);
    let reference = newest(&world).await;
    archive(&world.portal, &vera, &reference, &ArchiveInput::parse("spam", "Ini iklan dan bukan laporan.").unwrap()).await.unwrap();
    let own = client.get(&at(&format!("requests/{reference}.json?api_key={secret}"))).await.json();
    assert_eq!((own[0]["status"].as_str(), own[0]["status_notes"].as_str()), (Some("closed"), Some("Diarsipkan: Iklan atau spam.")));
    // Another government's lists have nothing of it, and no key of it.
    client.get(&format!("{BASE}/requests/{reference}.json?jurisdiction_id=binjai&api_key={secret}")).await.expect(403, "a key of another government");
});

on_both!(the_same_message_again_is_the_same_report, world => {
    let secret = key(&world, "Aplikasi").await;
    let client = visitor(&world);
    let first = client.post(&format!("{BASE}/requests.json"), &report(&secret)).await;
    let again = client.post(&format!("{BASE}/requests.xml"), &report(&secret)).await;
    assert!(again.expect(200, "again").html.contains(&format!("<token>{}</token>", token_of(&first))));
    assert_eq!(cases(&world).await, 1);
    let other = client.post(&format!("{BASE}/requests.json"), &spoiled(&secret, &[("description", "Loket buka, tetapi petugasnya tidak ada sampai siang hari.")])).await;
    assert_ne!(token_of(&other), token_of(&first));
    assert_eq!(cases(&world).await, 2);
    // Four at once are one.
    let fields = spoiled(&secret, &[("description", "Empat kali terkirim serentak karena sambungannya buruk sekali.")]);
    let address = format!("{BASE}/requests.json");
    let all = at_once(&client, &address, &fields).await;
    let tokens: std::collections::BTreeSet<_> = all.iter().map(token_of).collect();
    assert_eq!((tokens.len(), cases(&world).await), (1, 3));
});

/// Four requests under way at the same time.
async fn at_once(client: &Client, address: &str, fields: &[(&str, &str)]) -> Vec<Page> {
    let (a, b, c, d) = tokio::join!(client.post(address, fields), client.post(address, fields), client.post(address, fields), client.post(address, fields));
    vec![a, b, c, d]
}

on_both!(a_key_ends_and_has_its_limit, world => {
    let secret = key(&world, "Aplikasi").await;
    let client = visitor(&world);
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update rule set value = 2 where key = 'open311.posts_an_hour'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let words = ["Pertama kali loketnya tutup lebih awal dari jadwalnya.", "Kedua kali loketnya tutup lebih awal dari jadwalnya.", "Ketiga kali loketnya tutup lebih awal dari jadwalnya."];
    for text in &words[..2] {
        token_of(&client.post(&format!("{BASE}/requests.json"), &spoiled(&secret, &[("description", text)])).await);
    }
    let third = spoiled(&secret, &[("description", words[2])]);
    let refused = client.post(&format!("{BASE}/requests.json"), &third).await;
    assert_eq!(refused.expect(429, "the third within the hour").json()[0]["code"], 429);
    assert_eq!(cases(&world).await, 2);
    world.portal.clock.advance(3_600_000);
    token_of(&client.post(&format!("{BASE}/requests.json"), &third).await);

    let admin = world.staff("Bona", Role::Administrator, "", None).await;
    let desk = signed_in(&world, &admin).await;
    let page = desk.get("/petugas/direktori/medan/open311").await;
    assert!(page.says("3 laporan"), "what the key was used for");
    desk.post("/petugas/direktori/medan/open311", &[("aksi", "akhiri"), ("yang", &page.hidden("yang"))]).await.expect(303, "ended");
    desk.post("/petugas/direktori/medan/open311", &[("aksi", "akhiri"), ("yang", &page.hidden("yang"))]).await.expect(409, "once");
    client.post(&format!("{BASE}/requests.json"), &report(&secret)).await.expect(403, "ended");
    client.get(&at(&format!("requests/{}.json?api_key={secret}", newest(&world).await))).await.expect(403, "ended");
    assert_eq!(cases(&world).await, 3);
    // Both acts are on the public trail, and the words about the program are not.
    domain::ledger::sequence(&world.portal).await.unwrap();
    let trail = client.get("/catatan").await;
    assert!(trail.says("Kunci Open311 dibuat") && trail.says("Kunci Open311 dicabut") && !trail.says("Aplikasi"));
    let report = domain::ledger::verify::verify(&world.portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(words_of_the_sender_reach_the_desk, world => {
    let secret = key(&world, "Aplikasi").await;
    let other = key(&world, "Lain").await;
    let client = visitor(&world);
    token_of(&client.post(&format!("{BASE}/requests.json"), &report(&secret)).await);
    let reference = newest(&world).await;
    let fields = |key: &str, text: &str| -> Vec<(String, String)> {
        [("api_key", key), ("jurisdiction_id", "medan"), ("service_request_id", &*reference), ("description", text)].iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
    };
    for (key, text, status, why) in [
        (&*secret, "Pagi ini masih tutup juga.", 200, "its own"),
        (&*other, "Pagi ini masih tutup juga.", 404, "another key's report"),
        (&*secret, "", 400, "no words"),
        ("", "Pagi ini masih tutup juga.", 403, "no key"),
    ] {
        let fields = fields(key, text);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        client.post(&format!("{BASE}/servicerequestupdates.json"), &fields).await.expect(status, why);
    }
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let read = messages(&world.portal, &mut conn, domain::feedback::MessageBy::Staff(&vera, &reference)).await.unwrap();
    assert_eq!(read.iter().map(|m| m.text.clone().unwrap()).collect::<Vec<_>>(), ["Pagi ini masih tutup juga."]);
});

on_both!(every_mistake_is_named_in_the_format_asked_for_and_keeps_nothing, world => {
    let secret = key(&world, "Aplikasi").await;
    let client = visitor(&world);
    let long = "a".repeat(4001);
    let huge = "b".repeat(2_000_000);
    let many = (0..101).map(|n| format!("MDN-{n}")).collect::<Vec<_>>().join(",");
    type Wrong<'a> = (&'a [(&'a str, &'a str)], u16, &'a str, &'a str);
    let posts: &[Wrong<'_>] = &[
        (&[("api_key", "")], 403, "api_key", "no key"),
        (&[("api_key", "balai_00000000000000000000000000000000")], 403, "api_key", "an unknown key"),
        (&[("api_key", "' or 1=1 --")], 403, "api_key", "no key at all"),
        (&[("jurisdiction_id", "")], 400, "jurisdiction_id", "two governments, and none named"),
        (&[("jurisdiction_id", "atlantis")], 404, "jurisdiction_id", "no such government"),
        (&[("service_code", "")], 400, "service_code", "no code"),
        (&[("service_code", "terbang")], 404, "service_code", "no such service"),
        (&[("service_code", "umum.terbang")], 404, "service_code", "no such class"),
        (&[("description", "")], 400, "description", "no words"),
        (&[("description", "pendek")], 400, "description", "too few"),
        (&[("description", &long)], 400, "description", "beyond the standard's limit"),
        (&[("description", &huge)], 400, "description", "two megabytes"),
        (&[("description", "Kata dengan tanda \u{0} di tengahnya yang aneh.")], 400, "description", "a control character"),
        (&[("lat", "91")], 400, "lat", "beyond the pole"),
        (&[("lat", "")], 400, "lat", "half a place"),
        (&[("long", "98,69")], 400, "long", "a comma"),
        (&[("lat", ""), ("long", ""), ("address_id", "")], 400, "address_string", "no place at all"),
        (&[("address_id", "12.75.02.1001")], 400, "address_id", "an area of another government"),
        (&[("email", "bukan surel"), ("attribute[perlindungan]", "rahasia")], 400, "email", "no address"),
        (&[("media_url", "javascript:alert(1)")], 400, "media_url", "no web address"),
        (&[("attribute[warna]", "biru")], 400, "attribute[warna]", "an unknown attribute"),
        (&[("attribute[jenis]", "penyimpangan")], 400, "attribute[jenis]", "misconduct has its own code"),
        (&[("attribute[penjelasan]", "ya")], 400, "attribute[penjelasan]", "what only tells something"),
        (&[("attribute[jenis]", "pengaduan"), ("attribute[jenis][]", "aspirasi")], 400, "attribute[jenis][]", "two where one is asked"),
        (&[("attribute[tanggal]", "2026-11-01")], 400, "attribute[tanggal]", "no zone"),
        (&[("attribute[tanggal]", "2026-12-24T10:00:00+07:00")], 400, "attribute[tanggal]", "in the future"),
        (&[("attribute[perlindungan]", "publik"), ("first_name", ""), ("last_name", "")], 400, "first_name", "named without a name"),
        (&[("service_code", "surat-keterangan-tidak-mampu"), ("address_id", "")], 400, "attribute[wilayah]", "a service that every ward gives, and no ward"),
    ];
    for (changes, status, says, why) in posts {
        for format in ["json", "xml"] {
            let page = client.post(&format!("{BASE}/requests.{format}"), &spoiled(&secret, changes)).await;
            is_error(&page, format, *status, says, why);
        }
    }
    let gets: &[(&str, u16, &str)] = &[
        ("requests.F?start_date=2026-11-01", 400, "start_date"),
        ("requests.F?start_date=kemarin", 400, "start_date"),
        ("requests.F?end_date=2026-13-01T00:00:00Z", 400, "end_date"),
        ("requests.F?start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z", 400, "end_date"),
        ("requests.F?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z", 400, "90"),
        ("requests.F?start_date=0001-01-01T00:00:00Z&end_date=9999-12-31T00:00:00Z", 400, "90"),
        ("requests.F?status=selesai", 400, "status"),
        ("requests.F?status=open&status=closed", 400, "status"),
        ("requests.F?page=0", 400, "page"),
        ("requests.F?page_size=1001", 400, "page_size"),
        ("requests.F?page_size=-1", 400, "page_size"),
        ("requests.F?page=99999999999999999999", 400, "page"),
        ("requests.F?service_code=A%20B", 404, "service_code"),
        ("requests.F?service_code=layanan-yang-tidak-ada", 404, "service_code"),
        ("requests/TIDAK-ADA.F", 404, ""),
        ("requests/..%2F..%2Fetc.F", 404, ""),
        ("requests/%00.F", 404, ""),
        ("tokens/abc.F", 404, "oken"),
        ("services/terbang.F", 404, "service_code"),
        ("terbang.F", 404, "/open311"),
        ("requests/MDN.F?api_key=salah", 403, "api_key"),
        ("servicerequestupdates.F?start_date=x", 400, "start_date"),
    ];
    for (what, status, says) in gets {
        for format in ["json", "xml"] {
            let page = client.get(&at(&what.replace(".F", &format!(".{format}")))).await;
            is_error(&page, format, *status, says, what);
        }
    }
    is_error(&client.get(&at(&format!("requests.json?service_request_id={many}"))).await, "json", 400, "service_request_id", "a huge list");
    is_error(&client.get(&format!("{BASE}/requests.json?jurisdiction_id=%ff%00")).await, "json", 404, "jurisdiction_id", "no text");
    is_error(&client.get(&format!("{BASE}/requests")).await, "xml", 404, ".xml", "no format is XML");
    is_error(&client.get(&format!("{BASE}/requests.yaml")).await, "xml", 404, ".xml", "another format");
    is_error(&client.get(&format!("{BASE}/requests.json.xml")).await, "xml", 404, "", "both formats");
    is_error(&client.get(&format!("{BASE}/services.xml.json")).await, "json", 404, "", "both formats, the other way");
    is_error(&client.get("/open311/v2/a/b/c.json").await, "json", 404, "", "too deep");
    // What is no form: a bomb of entities is never read, and neither is JSON.
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><b>&b;</b>";
    for (kind, body) in [("text/xml", bomb.to_owned()), ("application/json", "{\"api_key\":1}".to_owned()), ("", String::new()), ("multipart/form-data", "x".to_owned())] {
        let request = Request::post(at("requests.xml")).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap();
        is_error(&client.send(request).await, "xml", 400, "urlencoded", kind);
    }
    let fields: Vec<(String, &str)> = (0..200).map(|n| (format!("attribute[a{n}]"), "x")).collect();
    let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    is_error(&client.post(&at("requests.json"), &fields).await, "json", 400, "urlencoded", "two hundred fields");
    for (method, what) in [("PUT", "requests.json"), ("DELETE", "requests.xml"), ("POST", "services/akta-kelahiran.json")] {
        let request = Request::builder().method(method).uri(at(what)).body(Body::empty()).unwrap();
        is_error(&client.send(request).await, what.rsplit_once('.').unwrap().1, 405, "", method);
    }
    assert_eq!(cases(&world).await, 0, "nothing was kept");
    let english = Request::get(at("tokens/abc.json")).header(header::ACCEPT_LANGUAGE, "en-GB,en;q=0.9").body(Body::empty()).unwrap();
    assert!(client.send(english).await.html.contains("That token was not found."));
});

fn is_error(page: &Page, format: &str, status: u16, says: &str, why: &str) {
    page.expect(status, why);
    let said = match format {
        "json" => {
            assert_eq!(page.headers[header::CONTENT_TYPE], "application/json; charset=utf-8", "{why}");
            let body = page.json();
            assert_eq!(body[0]["code"], status, "{why}");
            body.as_array().unwrap().iter().map(|e| e["description"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
        }
        _ => {
            assert_eq!(page.headers[header::CONTENT_TYPE], "text/xml; charset=utf-8", "{why}");
            assert!(page.html.starts_with(&format!("<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>{status}</code><description>")), "{why}: {}", page.html);
            page.html.clone()
        }
    };
    assert!(said.contains(says), "{why}: {said}");
    assert!(!said.contains("open311-"), "a sentence and no key: {said}");
}

on_both!(what_may_be_reported_and_what_may_be_said_of_it, world => {
    let client = visitor(&world);
    let found = client.get("/open311/discovery.json").await.expect(200, "discovery").json();
    assert_eq!(found["endpoints"][0]["specification"], "http://wiki.open311.org/GeoReport_v2");
    assert_eq!(found["endpoints"][0]["url"], "http://balai.test/open311/v2");
    assert_eq!(found["endpoints"][0]["formats"], serde_json::json!(["text/xml", "application/json"]));
    let xml = client.get("/open311/discovery.xml").await;
    assert!(xml.html.contains("<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification>"), "{}", xml.html);
    let services = list(&client, "services.json").await;
    let of = |code: &str| services.iter().find(|s| s["service_code"] == code).unwrap_or_else(|| panic!("no {code}")).clone();
    assert_eq!((of("akta-kelahiran")["type"].as_str(), of("akta-kelahiran")["metadata"].as_bool()), (Some("batch"), Some(true)));
    assert_eq!(of("umum.penyimpangan")["type"], "blackbox");
    for service in &services {
        let code = service["service_code"].as_str().unwrap();
        let defined = client.get(&at(&format!("services/{code}.json"))).await.expect(200, code).json();
        assert_eq!(defined["service_code"], code);
        let orders: Vec<_> = defined["attributes"].as_array().unwrap().iter().map(|a| a["order"].as_i64().unwrap()).collect();
        assert_eq!(orders, (1..=orders.len() as i64).collect::<Vec<_>>(), "each place once");
        assert_eq!(defined["attributes"][0]["variable"], false);
    }
    // A service that every ward gives needs its ward.
    let defined = client.get(&at("services/surat-keterangan-tidak-mampu.json")).await.json();
    let area = defined["attributes"].as_array().unwrap().iter().find(|a| a["code"] == "wilayah").unwrap().clone();
    assert_eq!(area["required"], true);
    let keys: Vec<_> = area["values"].as_array().unwrap().iter().map(|v| v["key"].as_str().unwrap()).collect();
    assert!(keys.contains(&"12.71.08.1006") && !keys.contains(&"12.71.08"), "wards and no districts: {keys:?}");
    // Whoever has it already is not sent it again.
    let tag = client.get(&at("services.json")).await.headers[header::ETAG].clone();
    let again = Request::get(at("services.json")).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    client.send(again).await.expect(304, "unchanged");
});

on_both!(lists_come_in_pages_and_ranges, world => {
    let secret = key(&world, "Aplikasi").await;
    let client = visitor(&world);
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    for n in 0..5 {
        let text = format!("Laporan nomor {n}: loket tutup lebih awal dari jadwalnya.");
        token_of(&client.post(&format!("{BASE}/requests.json"), &spoiled(&secret, &[("description", &text)])).await);
        verify(&world, &vera, &newest(&world).await, "anonim").await;
        world.portal.clock.advance(24 * 3_600_000);
    }
    let ids = |found: Vec<Value>| found.iter().map(|r| r["service_request_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let all = ids(list(&client, "requests.json").await);
    assert_eq!(all.len(), 5);
    let mut paged = Vec::new();
    for page in 1..=4 {
        paged.extend(ids(list(&client, &format!("requests.json?page_size=2&page={page}")).await));
    }
    assert_eq!(paged, all, "pages miss and repeat nothing");
    let ranged = |from: &str, until: &str| format!("requests.json?start_date={from}&end_date={until}");
    assert_eq!(ids(list(&client, &ranged("2026-11-03T00:00:00%2B07:00", "2026-11-04T23:59:59%2B07:00")).await).len(), 2);
    assert_eq!(ids(list(&client, &ranged("2026-11-03T00:00:00+07:00", "2026-11-04T23:59:59+07:00")).await).len(), 2, "a plus that became a blank");
    // Ids override everything else.
    assert_eq!(ids(list(&client, &format!("requests.json?service_request_id={},{},X&status=closed&start_date=2026-01-01T00:00:00Z", all[0], all[3])).await), [all[0].clone(), all[3].clone()]);
    assert_eq!(list(&client, "requests.json?service_request_id=,").await.len(), 0);
    // Ninety days, then it is out of the usual list.
    world.portal.clock.advance(88 * 24 * 3_600_000);
    assert_eq!(ids(list(&client, "requests.json").await).len(), 2);
    assert_eq!(ids(list(&client, "requests.json?start_date=2026-11-01T00:00:00Z").await).len(), 5, "ninety days from the start");
});

on_both!(keys_are_for_who_administers_the_whole_government, world => {
    let part = world.staff("Pita", Role::Administrator, "disdukcapil", None).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let elsewhere = world.account_in("binjai", "Bima", Some((Role::Administrator, "pemerintah")), None).await;
    for actor in [&part, &vera, &elsewhere] {
        let client = signed_in(&world, actor).await;
        client.get("/petugas/direktori/medan/open311").await.expect(404, &actor.name);
        client.post("/petugas/direktori/medan/open311", &[("aksi", "buat"), ("kunci", "x"), ("program", ""), ("penanggung-jawab", "")]).await.expect(404, &actor.name);
    }
    let admin = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    let page = admin.post("/petugas/direktori/medan/open311", &[("aksi", "buat"), ("kunci", "x"), ("program", "A"), ("penanggung-jawab", "Dina, 061")]).await;
    assert!(page.expect(422, "too short a name").html.contains("value=\"Dina, 061\""), "what was typed stays");
});

/// The file of a form, under its own name.
async fn upload(client: &Client, text: &str) -> Page {
    client.post_multipart("/petugas/direktori/medan/lapor", &[], &[("berkas", text.as_bytes())]).await
}

on_both!(a_file_of_lapor_comes_in_whole_or_not_at_all, world => {
    let client = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    let good = "nomor,judul,isi,tanggal,lokasi,instansi,kategori,klasifikasi,lampiran,anonim,rahasia,status\n\
        1234567,Loket tutup,Loket tutup pukul sepuluh pagi padahal antrean panjang.,30/10/2026,Jalan Contoh 1,,Akta kelahiran,,https://a.example/1.jpg,ya,tidak,Proses\n\
        1234568,Jalan gelap,\"Lampu jalan mati, sudah tiga malam berturut-turut.\",2026-10-31 19:20,,Inspektorat,Penerangan,aspirasi,,tidak,ya,\n";
    for (text, line, says, why) in [
        ("", "", "Pilih berkasnya.", "no file"),
        ("judul,isi,tanggal\n", "", "tidak berisi baris", "a head and nothing below"),
        ("Loket tutup,Loket tutup pukul sepuluh pagi.,2026-10-30\n", "1", "tidak dikenal", "no head"),
        ("judul,isi,tanggal,nama_pelapor\nLoket tutup,Loket tutup pukul sepuluh pagi sekali.,2026-10-30,Sari\n", "1", "tidak dikenal", "names of reporters are not taken in"),
        ("judul,tanggal\nLoket tutup,2026-10-30\n", "1", "harus ada", "no text"),
        // The head says one order, the rows have another.
        ("judul,isi,tanggal\n2026-10-30,Loket tutup pukul sepuluh pagi sekali.,Loket tutup\n", "2", "Tanggal itu tidak ada", "columns in the wrong order"),
        ("judul,isi,tanggal\nLoket tutup,2026-10-30,Loket tutup pukul sepuluh pagi sekali.\n", "2", "paling sedikit 20", "text and day exchanged"),
        ("judul,isi,tanggal\nSatu loket,Loket tutup pukul sepuluh pagi sekali.,2026-10-30\nDua loket,pendek,2026-10-30\n", "3", "paling sedikit 20", "the second row"),
        ("judul,isi,tanggal\nSatu loket,Loket tutup pukul sepuluh pagi sekali.,2027-10-30\n", "2", "belum tiba", "tomorrow"),
        ("judul,isi,tanggal,klasifikasi\nSatu loket,Loket tutup pukul sepuluh pagi sekali.,2026-10-30,keluhan\n", "2", "Pilihan itu tidak ada", "no such class"),
        ("judul,isi,tanggal\n=1+1,Loket tutup pukul sepuluh pagi sekali.,2026-10-30\n", "2", "rumus", "a formula"),
        ("judul,isi,tanggal\nSatu loket,Loket tutup pukul sepuluh pagi sekali.\n", "2", "tidak sebanyak", "a row that is too short"),
    ] {
        let page = upload(&client, text).await;
        page.expect(422, why);
        assert!(page.says(says) && (line.is_empty() || page.html.contains(&format!("<th scope=\"row\">{line}</th>"))), "{why}: {}", page.html);
        assert_eq!(cases(&world).await, 0, "{why}: nothing came in");
    }
    let huge = format!("judul,isi,tanggal\n{}", "Satu loket,Loket tutup pukul sepuluh pagi sekali.,2026-10-30\n".repeat(501));
    assert!(upload(&client, &huge).await.expect(422, "too many").says("500"));
    let page = upload(&client, good).await;
    assert!(page.expect(200, "brought in").says("2 laporan masuk"), "{}", page.html);
    let mut conn = world.portal.db.read().await.unwrap();
    type Row = (String, String, String, String, Option<String>, String, String);
    let rows: Vec<Row> = on!(&mut conn, c => sqlx::query_as("select kind, status, protection, target_kind, happened_on, place, text from feedback_case order by text").fetch_all(c).await.unwrap());
    drop(conn);
    let short: Vec<_> = rows.iter().map(|(kind, status, protection, target, on, ..)| (kind.as_str(), status.as_str(), protection.as_str(), target.as_str(), on.as_deref())).collect();
    assert_eq!(short, [("aspirasi", "submitted", "rahasia", "unit", Some("2026-10-31")), ("pengaduan", "submitted", "anonim", "service", Some("2026-10-30"))]);
    assert_eq!(rows[1].5, "Jalan Contoh 1");
    assert_eq!(rows[1].6, "Loket tutup\n\nLoket tutup pukul sepuluh pagi padahal antrean panjang.\n\nNomor LAPOR!: 1234567\nKategori: Akta kelahiran\nLampiran: https://a.example/1.jpg");
    // The same file again, its columns in another order, brings nothing new.
    let again = "tanggal,isi,judul,nomor,kategori,lampiran,lokasi\n2026-10-30,Loket tutup pukul sepuluh pagi padahal antrean panjang.,Loket tutup,1234567,Akta kelahiran,https://a.example/1.jpg,Jalan Contoh 1\n";
    let page = upload(&client, again).await;
    assert!(page.expect(200, "again").says("1 baris sudah pernah dimasukkan"), "{}", page.html);
    assert_eq!(cases(&world).await, 2);
    // Home again: what is published, and a formula is text.
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let reference: String = on!(&mut conn, c => sqlx::query_scalar("select reference from feedback_case where protection = 'anonim'").fetch_one(c).await.unwrap());
    drop(conn);
    let input = AcceptInput::parse("=Loket tutup", "Loket tutup pukul sepuluh pagi.", "anonim", "pengaduan", "disdukcapil", "").unwrap();
    accept(&world.portal, &vera, &reference, &input).await.unwrap();
    let csv = visitor(&world).get(&at("lapor.csv")).await;
    let lines: Vec<&str> = csv.expect(200, "csv").html.lines().collect();
    assert_eq!(lines[0], "nomor,judul,isi,tanggal,lokasi,instansi,kategori,klasifikasi,lampiran,anonim,rahasia,status");
    assert!(lines[1].starts_with(&format!("{reference},'=Loket tutup,Loket tutup pukul sepuluh pagi.,2026-11-02,")), "{}", lines[1]);
    assert_eq!(lines.len(), 2, "the confidential one stays");
    let wrong = visitor(&world).get(&at("lapor.csv?start_date=kemarin")).await;
    assert!(wrong.expect(400, "no day").html.starts_with("400,\"start_date"), "{}", wrong.html);
});

/// A government elsewhere that answers what it is told to, and remembers what it was asked.
struct Elsewhere {
    url: String,
    asked: std::sync::Arc<std::sync::Mutex<Vec<(String, String)>>>,
    answer: std::sync::Arc<std::sync::Mutex<(u16, String)>>,
}

impl Elsewhere {
    async fn open() -> Self {
        let (asked, answer) = (std::sync::Arc::<std::sync::Mutex<Vec<(String, String)>>>::default(), std::sync::Arc::new(std::sync::Mutex::new((500, String::new()))));
        let (a, b) = (asked.clone(), answer.clone());
        let answering = move |request: axum::extract::Request| {
            let (asked, answer) = (a.clone(), b.clone());
            async move {
                let path = request.uri().to_string();
                let body = axum::body::to_bytes(request.into_body(), 1 << 20).await.unwrap();
                asked.lock().unwrap().push((path, String::from_utf8(body.to_vec()).unwrap()));
                let (status, text) = answer.lock().unwrap().clone();
                let mut response = axum::response::Response::new(Body::from(text));
                *response.status_mut() = axum::http::StatusCode::from_u16(status).unwrap();
                response.headers_mut().insert(header::LOCATION, "http://127.0.0.1:1/".parse().unwrap());
                response
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v2", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback(answering)).await.unwrap() });
        Self { url, asked, answer }
    }

    fn says(&self, status: u16, text: &str) {
        *self.answer.lock().unwrap() = (status, text.to_owned());
    }

    fn last(&self) -> (String, String) {
        self.asked.lock().unwrap().last().cloned().unwrap()
    }
}

/// As the worker does, with this machine in reach.
async fn errands(world: &World) -> usize {
    let mut done = 0;
    while forward_once(&world.portal, Reach::Anywhere).await.unwrap() {
        done += 1;
    }
    done
}

/// A report that was sent and redirected, and where it may be sent on to.
async fn redirected(world: &World, elsewhere: &str) -> (String, Actor, Receipt) {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let peer = NewPeer { name: "Kota Binjai".into(), url: elsewhere.into(), jurisdiction: "binjai".into(), service_code: "umum.pengaduan".into(), key: "kunci mereka".into() };
    make_peer(&world.portal, &admin, "medan", &peer).await.unwrap();
    let mut form = domain::testing::answers();
    (form.protection, form.name, form.email) = ("publik".into(), "Sari".into(), "sari@surel.example".into());
    let sent = domain::feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let input = RedirectInput::parse("", "Pemerintah Kota Binjai", "Jalan itu milik Kota Binjai.").unwrap();
    act(&world.portal, &vera, &sent.reference, None, Act::Redirect(&input)).await.unwrap();
    (sent.reference, vera, sent.receipt)
}

on_both!(a_report_of_another_government_is_sent_on_and_its_news_come_back, world => {
    let elsewhere = Elsewhere::open().await;
    let (reference, vera, receipt) = redirected(&world, &elsewhere.url).await;
    let desk = signed_in(&world, &vera).await;
    let address = format!("/petugas/laporan/{reference}/terusan");
    let page = desk.get(&address).await;
    let to = page.expect(200, "the form").html.split("<option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    desk.post(&address, &[("tujuan", &to), ("naskah", "pendek")]).await.expect(422, "too short");
    desk.post(&address, &[("tujuan", &to), ("naskah", "NIK saya 1271 0812 0101 0001, loketnya tutup terus.")]).await.expect(422, "a number of a person");
    desk.post(&address, &[("tujuan", "x"), ("naskah", "Lampu jalan di perbatasan mati tiga malam.")]).await.expect(422, "nowhere");
    desk.post(&address, &[("tujuan", &to), ("naskah", "Lampu jalan di perbatasan mati tiga malam.")]).await.expect(303, "asked");
    desk.post(&address, &[("tujuan", &to), ("naskah", "Lampu jalan di perbatasan mati tiga malam.")]).await.expect(409, "once");

    // Their system is down: tried again, each time later, and nothing is lost.
    elsewhere.says(503, "");
    assert_eq!(errands(&world).await, 1);
    assert_eq!(errands(&world).await, 0, "not at once");
    // Their system is full.
    world.portal.clock.advance(3_600_000);
    elsewhere.says(429, "");
    assert_eq!(errands(&world).await, 1);
    assert!(desk.get(&address).await.says("Menunggu dikirim ke Kota Binjai"));
    world.portal.clock.advance(3_600_000);
    elsewhere.says(200, "<service_requests><request><token>t-1</token><service_notice/></request></service_requests>");
    assert_eq!(errands(&world).await, 1);
    let (path, body) = elsewhere.last();
    assert_eq!(path, "/v2/requests.xml");
    assert_eq!(body, "api_key=kunci+mereka&service_code=umum.pengaduan&description=Lampu+jalan+di+perbatasan+mati+tiga+malam.&address_string=Bagan+Deli%2C+Medan+Belawan%2C+Kota+Medan&jurisdiction_id=binjai");
    assert!(desk.get(&address).await.says("Dikirim ke Kota Binjai"));

    // The token becomes a number, the number a state; a bomb is no answer.
    world.portal.clock.advance(3_600_000);
    elsewhere.says(200, "<!DOCTYPE b [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><service_requests><request><service_request_id>&b;</service_request_id></request></service_requests>");
    assert_eq!(errands(&world).await, 1);
    world.portal.clock.advance(24 * 3_600_000);
    elsewhere.says(200, "<service_requests><request><token>t-1</token><service_request_id>BNJ-7</service_request_id><status>open</status><status_notes>Sedang &lt;b&gt;diperbaiki</status_notes></request></service_requests>");
    assert_eq!(errands(&world).await, 2, "the token, and at once its number");
    assert_eq!(elsewhere.last().0, "/v2/requests/BNJ-7.xml?jurisdiction_id=binjai");
    world.portal.clock.advance(2 * 3_600_000);
    elsewhere.says(200, "<service_requests><request><status>closed</status><status_notes>Lampu sudah menyala.</status_notes></request></service_requests>");
    assert_eq!(errands(&world).await, 1);
    world.portal.clock.advance(48 * 3_600_000);
    assert_eq!(errands(&world).await, 0, "over");
    let page = desk.get(&address).await;
    assert!(page.says("Nomornya di sana: BNJ-7") && page.says("Sedang <b>diperbaiki") && page.says("Lampu sudah menyala."), "{}", page.html);
    // The reporter reads it with the receipt; everyone else does not.
    let reporter = visitor(&world);
    reporter.post("/lacak", &[("tanda", receipt.digits())]).await.expect(303, "followed");
    let page = reporter.get("/lacak/laporan").await;
    assert!(page.expect(200, "own").says("Kabar dari pemerintah lain") && page.says("Lampu sudah menyala."));
    visitor(&world).get(&address).await.expect(303, "strangers sign in");
    let handler = signed_in(&world, &world.staff("Hendra", Role::Handler, "disdukcapil", None).await).await;
    handler.get(&address).await.expect(404, "no desk for it");
    handler.post(&address, &[("tujuan", &to), ("naskah", "Lampu jalan di perbatasan mati tiga malam.")]).await.expect(404, "nor may they send");
    let report = domain::ledger::verify::verify(&world.portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    // Their key lies in no row in the clear.
    let mut conn = world.portal.db.read().await.unwrap();
    let sealed: Vec<u8> = on!(&mut conn, c => sqlx::query_scalar("select sealed_key from open311_peer").fetch_one(c).await.unwrap());
    assert!(!sealed.windows(5).any(|w| w == b"kunci"));
});

on_both!(what_they_refuse_is_told_and_what_is_confidential_never_leaves, world => {
    let elsewhere = Elsewhere::open().await;
    let (reference, vera, _) = redirected(&world, &elsewhere.url).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let peer = peers_to_send_to(&mut conn, &vera, "medan").await.unwrap().remove(0).id;
    drop(conn);
    forward(&world.portal, &vera, &reference, peer, "Lampu jalan di perbatasan mati tiga malam.").await.unwrap();
    elsewhere.says(403, "<errors><error><code>403</code><description>api_key</description></error></errors>");
    assert_eq!(errands(&world).await, 1);
    world.portal.clock.advance(48 * 3_600_000);
    assert_eq!(errands(&world).await, 0, "their word is not asked for twice");
    let desk = signed_in(&world, &vera).await;
    assert!(desk.get(&format!("/petugas/laporan/{reference}/terusan")).await.says("mereka menolaknya"));
    assert!(desk.get("/akun").await.says("tidak dapat diteruskan"), "the verifier is told");
    // The key was mistyped: with the right one it is sent, in the same words.
    let admin = signed_in(&world, &world.staff("Ani", Role::Administrator, "", None).await).await;
    let (peers, which) = ("/petugas/direktori/medan/terusan", peer.to_string());
    admin.post(peers, &[("aksi", "kunci"), ("yang", &which), ("kunci-mereka", "")]).await.expect(422, "no key");
    admin.post(peers, &[("aksi", "kunci"), ("yang", &which), ("kunci-mereka", "kunci baru")]).await.expect(303, "changed");
    let address = format!("/petugas/laporan/{reference}/terusan");
    assert!(desk.get(&address).await.says("Coba kirim lagi"));
    desk.post(&address, &[("aksi", "lagi")]).await.expect(303, "again");
    desk.post(&address, &[("aksi", "lagi")]).await.expect(409, "once");
    // They took it, though what they say about it is unreadable: it is not sent twice.
    elsewhere.says(201, "terima kasih");
    assert_eq!(errands(&world).await, 1);
    assert!(elsewhere.last().1.starts_with("api_key=kunci+baru&"), "{:?}", elsewhere.last());
    world.portal.clock.advance(48 * 3_600_000);
    assert_eq!(errands(&world).await, 0);
    assert!(desk.get(&address).await.says("Dikirim ke Kota Binjai"));
    let report = domain::ledger::verify::verify(&world.portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    // Confidential, misconduct, or still ours.
    for (protection, kind, key) in [("rahasia", "pengaduan", "1"), ("rahasia", "penyimpangan", "2"), ("anonim", "pengaduan", "3")] {
        let mut form = domain::testing::answers();
        (form.protection, form.kind, form.key) = (protection.into(), kind.into(), key.repeat(32));
        let sent = domain::feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let refused = forward(&world.portal, &vera, &sent.reference, peer, "Lampu jalan di perbatasan mati tiga malam.").await;
        let expected = if protection == "rahasia" { Refusal::LowersProtection } else { Refusal::WrongStep };
        assert!(matches!(refused, Err(Error::Refused(r)) if r == expected), "{protection} {kind}: {refused:?}");
    }
    assert_eq!(elsewhere.asked.lock().unwrap().len(), 2);
});

on_both!(where_they_may_have_it_a_person_decides, world => {
    let elsewhere = Elsewhere::open().await;
    let (reference, vera, _) = redirected(&world, &elsewhere.url).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let peer = peers_to_send_to(&mut conn, &vera, "medan").await.unwrap().remove(0).id;
    drop(conn);
    forward(&world.portal, &vera, &reference, peer, "Lampu jalan di perbatasan mati tiga malam.").await.unwrap();
    let desk = signed_in(&world, &vera).await;
    let address = format!("/petugas/laporan/{reference}/terusan");
    for status in [502, 302, 500] {
        elsewhere.says(status, "");
        assert_eq!(errands(&world).await, 1, "{status}");
        world.portal.clock.advance(48 * 3_600_000);
        assert_eq!(errands(&world).await, 0, "{status}: not by itself");
        assert!(desk.get(&address).await.says("mungkin sudah mereka terima"), "{status}");
        desk.post(&address, &[("aksi", "lagi")]).await.expect(303, "they said that they have nothing");
    }
});

on_both!(whoever_asks_without_end_waits, world => {
    let client = visitor_of(::app::shell::App { limits: Limits::new(false), ..app(&world, true) }, &world);
    // While it asks, some of what it may ask grows back.
    let mut answered = 0;
    let refused = loop {
        let page = client.get("/open311/discovery.json").await;
        if page.status != 200 {
            break page;
        }
        answered += 1;
        assert!(answered < 5000, "it is never refused");
    };
    assert!(answered >= 600, "a whole office behind one address reads: {answered}");
    assert_eq!((refused.status.as_u16(), refused.json()[0]["code"].as_i64()), (429, Some(429)));
    assert!(refused.headers.contains_key("retry-after"));
});
