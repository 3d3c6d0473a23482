//! Plans and evaluations through their pages: from the opened year to the dossier, with an objection; and that nobody else
//! finds any of it, as whatever.

use crate::support::{Client, Page, signed_in};
use domain::accounts::{Actor, end_role};
use domain::clock::MINUTE;
use domain::evaluation;
use domain::on_both;
use domain::testing::{PASSWORD, World};
use vocabulary::accounts::Role;

struct People {
    subject: Actor,
    dewi: Client,
    rina: Client,
    sekar: Client,
    tia: Client,
    others: Vec<(&'static str, Actor)>,
}

async fn people(world: &World) -> People {
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar Nasution", "sekda", "definitive", "2026-01-05", None).await;
    world.appoint("P191", "Oki Wijaya", "operator-disdukcapil", "definitive", "2026-01-05", None).await;
    let subject = world.staff("Dewi Batubara", Role::Assessor, "disdukcapil", Some("P102")).await;
    let mut others = Vec::new();
    for (why, role, unit, person) in [
        ("a subordinate", Role::PostHolder, "disdukcapil", Some("P191")),
        ("an assessor who is in no line", Role::Assessor, "", None),
        ("a verifier", Role::Verifier, "", None),
        ("a handler", Role::Handler, "disdukcapil", None),
        ("an inspector", Role::Inspector, "inspektorat", None),
        ("a moderator", Role::Moderator, "", None),
        ("an administrator", Role::Administrator, "", None),
    ] {
        others.push((why, world.staff(&format!("Orang {role}"), role, unit, person).await));
    }
    let binjai = world.account_in("binjai", "Bina", Some((Role::PerformanceTeam, "pemerintah")), None).await;
    others.push(("another government's team", binjai));
    others.push(("a resident", world.resident("Sari").await));
    let rina = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let sekar = world.staff("Sekar Nasution", Role::Assessor, "", Some("P190")).await;
    let tia = world.staff("Tia", Role::PerformanceTeam, "", None).await;
    People {
        dewi: signed_in(world, &subject).await,
        rina: signed_in(world, &rina).await,
        sekar: signed_in(world, &sekar).await,
        tia: signed_in(world, &tia).await,
        others,
        subject,
    }
}

/// Sends the form of the page with these fields, from the page as it is now.
async fn send(client: &Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let edits = client.get(path).await.hidden("suntingan");
    let mut all = vec![("suntingan", edits.as_str())];
    all.extend(fields);
    client.post(path, &all).await
}

async fn done(client: &Client, path: &str, fields: &[(&str, &str)]) -> String {
    let page = send(client, path, fields).await;
    page.expect(303, &format!("{path} {fields:?}"));
    page.location.unwrap()
}

const VALUES: [&str; 7] = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"];

fn ratings<'a>(act: &'a str, results: &'a str, behaviour: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("aksi", act), ("hasil_kerja", results), ("perilaku", behaviour), ("catatan", "Target terbit tercapai hampir sepanjang tahun.")];
    fields.extend(VALUES.iter().filter(|v| !more.iter().any(|(name, _)| name == *v)).map(|v| (*v, "sesuai_ekspektasi")));
    fields.extend(more);
    fields
}

/// Dewi's plan of 2026 is agreed; returns its address.
async fn agreed(p: &People) -> String {
    p.tia.post("/petugas/penilaian/periode/medan", &[("aksi", "buka"), ("tahun", "2026"), ("irama", "")]).await.expect(422, "a rhythm is chosen");
    p.tia.post("/petugas/penilaian/periode/medan", &[("aksi", "buka"), ("tahun", "2026"), ("irama", "triwulanan")]).await.expect(303, "opened");
    let own = p.dewi.get("/petugas/penilaian/kinerja").await;
    let plan = p.dewi.post("/petugas/penilaian/kinerja", &[("aksi", "mulai"), ("masa", &own.hidden("masa")), ("tahun", "2026")]).await.location.unwrap();
    let result = format!("{plan}/hasil/baru");
    let wrong = send(&p.dewi, &result, &[("kategori", "utama"), ("hasil", "Akta terbit sesuai janji"), ("waktu", "Lama terbit")]).await;
    wrong.expect(422, "an indicator has a target");
    assert!(wrong.html.contains("Lama terbit"), "what was typed stays");
    done(&p.dewi, &result, &[("kategori", "utama"), ("hasil", "Akta terbit sesuai janji"), ("waktu", "Lama terbit"), ("waktu_target", "1"), ("waktu_satuan", "hari kerja")]).await;
    done(&p.dewi, &plan, &[("aksi", "harapan"), ("harmonis", "Sapa setiap warga yang datang.")]).await;
    done(&p.dewi, &plan, &[("aksi", "ajukan")]).await;
    assert!(p.rina.get("/petugas/penilaian/pegawai").await.says("Menunggu persetujuan"));
    send(&p.rina, &plan, &[("aksi", "kembalikan"), ("catatan", "")]).await.expect(422, "a note is needed");
    done(&p.rina, &plan, &[("aksi", "kembalikan"), ("catatan", "Tambahkan target kualitas.")]).await;
    done(&p.dewi, &plan, &[("aksi", "ajukan")]).await;
    done(&p.rina, &plan, &[("aksi", "setujui")]).await;
    plan
}

on_both!(from_the_opened_year_to_an_objection_that_is_upheld, world => {
    let p = people(&world).await;
    let plan = agreed(&p).await;
    let evaluation = p.dewi.post(&plan, &[("aksi", "evaluasi"), ("periode", "triwulan-3")]).await.location.unwrap();
    done(&p.dewi, &evaluation, &[("aksi", "realisasi"), ("hasil", "h1"), ("realisasi", "Rata-rata terbit hari itu juga.")]).await;
    done(&p.dewi, &evaluation, &[("aksi", "lapor")]).await;
    let form = p.rina.get(&evaluation).await;
    form.expect(200, "the assessor");
    assert!(form.says("Sapa setiap warga yang datang.") && form.says("Tidak ada kuota"), "expectation and hint stand beside the ratings");
    let bare = send(&p.rina, &evaluation, &ratings("terbitkan", "sesuai_ekspektasi", "di_bawah_ekspektasi", &[("harmonis", "di_bawah_ekspektasi")])).await;
    bare.expect(422, "below expectation needs its reasons");
    assert!(bare.html.contains("alasan_harmonis-galat") && bare.html.contains("alasan_perilaku-galat"));
    let reasons = [("harmonis", "di_bawah_ekspektasi"), ("alasan_harmonis", "Dua kali menolak berkas tanpa penjelasan."), ("alasan_perilaku", "Dua kali menolak berkas tanpa penjelasan.")];
    done(&p.rina, &evaluation, &ratings("terbitkan", "sesuai_ekspektasi", "di_bawah_ekspektasi", &reasons)).await;
    let read = p.dewi.get(&evaluation).await;
    assert!(read.says("Kurang") && read.says("20 November 2026") && read.says("11. Tanda tangan pejabat penilai"), "eleven parts, a last day");
    done(&p.dewi, &evaluation, &[("aksi", "baca")]).await;
    done(&p.dewi, &evaluation, &[("aksi", "keberatan"), ("alasan", "Berkas ditolak karena tidak lengkap.")]).await;
    // A step that is skipped by a crafted form.
    let edits = p.rina.get(&evaluation).await.hidden("suntingan");
    p.sekar.post(&evaluation, &[("suntingan", edits.as_str()), ("aksi", "kuatkan"), ("alasan", "Langsung diputuskan saja.")]).await.expect(409, "both are heard first");
    done(&p.rina, &evaluation, &[("aksi", "jelaskan"), ("alasan", "Ada dua keluhan lisan dari warga.")]).await;
    assert!(p.sekar.get("/petugas/penilaian/pegawai").await.says("Menunggu atasan pejabat penilai"));
    done(&p.sekar, &evaluation, &[("aksi", "dengar"), ("alasan", "Keduanya hadir pada 3 November.")]).await;
    let mut decide = ratings("ubah", "sesuai_ekspektasi", "sesuai_ekspektasi", &[]);
    send(&p.sekar, &evaluation, &decide).await.expect(422, "a decision has its reason");
    decide.push(("alasan_keputusan", "Penolakan berkas terbukti beralasan."));
    done(&p.sekar, &evaluation, &decide).await;
    let now = p.dewi.get(&evaluation).await;
    assert!(now.says("Selesai") && now.says("Keberatan diterima; penilaian diubah.") && now.says("Baik"));
    let first = p.dewi.get(&format!("{evaluation}?versi=1")).await;
    assert!(first.says("Kurang") && first.says("bukan yang terbaru"), "the old version stays readable");

    // Nobody else finds a word of it, whichever way they ask.
    for (who, actor) in &p.others {
        let client = signed_in(&world, actor).await;
        for path in [plan.clone(), format!("{plan}/hasil/h1"), evaluation.clone(), format!("{evaluation}?versi=1")] {
            client.get(&path).await.expect(404, &format!("{path} as {who}"));
        }
        for form in ["zip", "pdf", "csv", "json"] {
            client.post(&evaluation, &[("aksi", "unduh"), ("bentuk", form), ("sandi", PASSWORD)]).await.expect(404, &format!("{form} as {who}"));
        }
        client.post(&evaluation, &[("aksi", "keberatan"), ("suntingan", "1"), ("alasan", "Dari orang lain sama sekali.")]).await.expect(404, who);
        client.get("/petugas/penilaian/periode/medan").await.expect(404, who);
    }

    // Files, for three; with the password again where the sign-in is old.
    world.portal.clock.advance(20 * MINUTE);
    for (client, form, begins) in [(&p.dewi, "pdf", "%PDF"), (&p.tia, "csv", "bagian,isi"), (&p.rina, "json", "{")] {
        client.post(&evaluation, &[("aksi", "unduh"), ("bentuk", form), ("versi", "2")]).await.expect(422, "signed in long ago");
        let file = client.post(&evaluation, &[("aksi", "unduh"), ("bentuk", form), ("versi", "2"), ("sandi", PASSWORD)]).await;
        file.expect(200, form);
        assert!(file.html.starts_with(begins), "{form}");
        let header = |name: &str| file.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        assert!(header("content-disposition").starts_with("attachment") && header("cache-control") == "no-store" && header("x-content-type-options") == "nosniff");
    }
    let all = p.dewi.post(&evaluation, &[("aksi", "unduh"), ("bentuk", "zip")]).await;
    assert!(all.status == 200 && all.html.starts_with("PK"), "the password counts for a while");
    p.sekar.post(&evaluation, &[("aksi", "unduh"), ("bentuk", "pdf"), ("sandi", PASSWORD)]).await.expect(404, "the superior decides and takes nothing home");

    // The subject reads who looked.
    let looks = p.dewi.get("/petugas/penilaian/jejak").await;
    for told in ["Rina Tarigan (Kepala Dinas Kependudukan dan Pencatatan Sipil)", "Sekar Nasution (Sekretaris Daerah)", "Tia", "Berkas evaluasi (CSV)"] {
        assert!(looks.says(told), "{told}");
    }
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(evaluation::looks_at(&mut conn, p.subject.person.unwrap(), None).await.unwrap().iter().all(|l| !l.viewer.starts_with("Orang") && l.viewer != "Bina"));
});

on_both!(the_team_opens_years_and_delegates, world => {
    let p = people(&world).await;
    agreed(&p).await;
    let team = "/petugas/penilaian/periode/medan";
    p.tia.post(team, &[("aksi", "organisasi"), ("tahun", "2026"), ("unit", "tidak-ada"), ("periode", "tahunan"), ("predikat", "baik"), ("alasan", "Rencana aksi tercapai.")]).await.expect(422, "no such unit");
    p.tia.post(team, &[("aksi", "organisasi"), ("tahun", "2026"), ("unit", "disdukcapil"), ("periode", "tahunan"), ("predikat", "baik"), ("alasan", "Rencana aksi tercapai.")]).await.expect(303, "set");
    assert!(p.tia.get(team).await.says("Rencana aksi tercapai."));
    let lend = "/petugas/penilaian/pelimpahan";
    let fields = |from| [("aksi", "limpahkan"), ("pemerintah", "medan"), ("dari", from), ("kepada", "kepala-disdukcapil"), ("mulai", "2026-11-03"), ("sampai", "2026-11-10"), ("alasan", "Tugas belajar sepekan.")];
    p.rina.post(lend, &fields("sekda")).await.expect(404, "not Rina's to hand over");
    let offered = p.dewi.get(lend).await.html;
    let (from, to) = offered.split_once("id=\"kepada\"").unwrap();
    let [own, above] = ["kabid-capil-disdukcapil", "kepala-disdukcapil"].map(|slug| format!("value=\"{slug}\""));
    assert!(from.contains(&own) && !from.contains(&above), "only what one holds is handed over");
    assert!(to.contains(&above) && !to.contains(&own), "and to others");
    p.dewi.post(lend, &fields("")).await.expect(422, "nothing chosen");
    p.dewi.post(lend, &fields("kabid-capil-disdukcapil")).await.expect(303, "one's own");
    let listed = p.rina.get(lend).await;
    assert!(listed.says("Tugas belajar sepekan."), "who it is given to sees it");
    let back = p.dewi.get(lend).await.hidden("pelimpahan");
    p.dewi.post(lend, &[("aksi", "cabut"), ("pemerintah", "medan"), ("pelimpahan", &back)]).await.expect(303, "taken back");
    assert!(p.dewi.get(lend).await.says("Dicabut"));
});

on_both!(whoever_has_no_role_any_more_reads_what_is_kept_about_them, world => {
    let p = people(&world).await;
    let plan = agreed(&p).await;
    let evaluation = p.dewi.post(&plan, &[("aksi", "evaluasi"), ("periode", "triwulan-3")]).await.location.unwrap();
    done(&p.dewi, &evaluation, &[("aksi", "realisasi"), ("hasil", "h1"), ("realisasi", "Rata-rata terbit hari itu juga.")]).await;
    done(&p.dewi, &evaluation, &[("aksi", "lapor")]).await;
    let unit = world.unit("disdukcapil").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    end_role(&world.portal, &mut tx, p.subject.account, "medan", unit, Role::Assessor).await.unwrap();
    tx.commit().await.unwrap();
    p.dewi.get("/petugas").await.expect(404, "no desk any more");
    done(&p.rina, &evaluation, &ratings("terbitkan", "sesuai_ekspektasi", "sesuai_ekspektasi", &[])).await;
    for path in ["/petugas/penilaian", "/petugas/penilaian/kinerja", "/petugas/penilaian/jejak", &plan, &evaluation] {
        let page = p.dewi.get(path).await;
        assert!(!page.expect(200, path).html.contains("href=\"/petugas\""), "{path} leads to no desk");
    }
    done(&p.dewi, &evaluation, &[("aksi", "baca")]).await;
    done(&p.dewi, &evaluation, &[("aksi", "keberatan"), ("alasan", "Berkas ditolak karena tidak lengkap.")]).await;
    signed_in(&world, &world.resident("Budi").await).await.get("/petugas/penilaian/kinerja").await.expect(404, "who is nobody in the directory finds nothing");
});
