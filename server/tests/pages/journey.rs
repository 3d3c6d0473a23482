//! The traced story through the pages: a resident sends with a photo, staff work, evidence is recorded; with mails.

use crate::support;

use crate::support::{letters, mails, signed_in, visitor};
use domain::on_both;
use vocabulary::accounts::Role;

fn photo() -> Vec<u8> {
    let mut bytes = Vec::new();
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

fn link(html: &str, start: &str) -> String {
    support::check::tags(html).iter().filter_map(|t| t.get("href")).find(|h| h.starts_with(start) && h.len() > start.len()).unwrap_or_default().to_owned()
}

on_both!(from_the_first_screen_to_the_record, world => {
    let resident = visitor(&world);
    let first = resident.get("/medan/lapor?tentang=layanan:akta-kelahiran").await;
    first.expect(200, "the first screen");
    let key = first.hidden("kunci");
    let lapor = "/medan/lapor";
    let mut fields = vec![("layar", "perlindungan"), ("asal", "1"), ("kunci", key.as_str()), ("tentang", "layanan:akta-kelahiran"), ("aksi", "lanjut")];
    resident.post(lapor, &fields).await.expect(422, "protection must be chosen");
    fields.push(("perlindungan", "anonim"));
    assert!(resident.post(lapor, &fields).await.says("Langkah 3 dari 5"), "what it is about is known");
    fields[0].1 = "cerita";
    fields.extend([("jenis", "pengaduan"), ("cerita", "Loket tutup pukul sepuluh, akta anak saya belum jadi."), ("tanggal", "2026-10-30")]);
    resident.post(lapor, &fields).await.expect(200, "the place");
    fields[0].1 = "tempat";
    fields.push(("wilayah", "12.71.08.1006"));
    let contact = resident.post_multipart(lapor, &fields, &[("foto", &photo())]).await;
    let kept = contact.hidden("foto-tersimpan");
    assert_eq!(kept.len(), 64, "the photo is kept");
    fields[0].1 = "kontak";
    fields.extend([("foto-tersimpan", kept.as_str()), ("surel", "sari@surel.example")]);
    let check = resident.post(lapor, &fields).await;
    assert!(check.says("Loket tutup pukul sepuluh"), "answers are shown before sending");
    fields[4].1 = "kirim";
    let sent = resident.post(lapor, &fields).await;
    assert_eq!(sent.expect(303, "sent").location.as_deref(), Some("/medan/lapor/terkirim"));
    resident.post(lapor, &fields).await.expect(303, "sent again");
    let confirmation = resident.get("/medan/lapor/terkirim").await;
    assert!(confirmation.says("Jumat, 20 November 2026"), "the day an answer is due");
    // The proof, checked on the page and by who downloads it; the words are in it, for this phone only.
    assert!(confirmation.says("Bukti tercatat") && confirmation.says("kata-kata Anda cocok dengan sidiknya"));
    let file = resident.get("/lacak/laporan/bukti.json").await;
    assert_eq!(file.expect(200, "the proof file").headers["cache-control"], "no-store");
    let own: domain::ledger::proof::ProofFile = serde_json::from_str(&file.html).unwrap();
    assert!(own.flaws().is_empty() && own.opening.unwrap().content.unwrap().contains("belum jadi"));
    assert_eq!(visitor(&world).get("/lacak/laporan/bukti.json").await.location.as_deref(), Some("/lacak"), "not without the receipt");
    let reference = support::check::text(&confirmation.html).split("MDN-").nth(1).map(|r| format!("MDN-{}", &r[..10])).unwrap();

    let verifier = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let page = verifier.get("/petugas/laporan").await;
    let at = link(&page.html, "/petugas/laporan/MDN-");
    assert!(at.ends_with(&reference), "{at} {reference}: one case, though sent twice");
    verifier.post(&at, &[("aksi", "terima"), ("judul", "")]).await.expect(422, "a headline is needed");
    let accepted = [("aksi", "terima"), ("judul", "Loket akta tutup pagi"), ("teks", "Loket tutup pukul sepuluh."), ("perlindungan", "anonim"), ("jenis", "pengaduan"), ("unit", "disdukcapil"), ("unsur", "completion_time")];
    verifier.post(&at, &accepted).await.expect(303, "accepted");
    verifier.post(&at, &accepted).await.expect(409, "accepted twice");

    let public = visitor(&world);
    let case = public.get(&format!("/medan/laporan/{reference}")).await;
    assert!(case.expect(200, "published").says("Loket akta tutup pagi") && !case.says("belum jadi"), "the masked words, not the sent ones");
    let picture = public.get(&format!("/medan/laporan/{reference}/foto/1")).await;
    assert_eq!((picture.status.as_u16(), picture.headers["content-type"].as_bytes()), (200, b"image/jpeg".as_slice()));

    let handler = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    handler.post(&at, &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket memang tutup; kini dijaga bergantian.")]).await.expect(303, "answered");
    let own = resident.get("/lacak/laporan").await;
    assert!(own.says("Loket memang tutup"), "the reporter reads the answer");
    resident.post("/lacak/laporan", &[("aksi", "konfirmasi"), ("catatan", "")]).await.expect(303, "confirmed");

    // The paper for the Ombudsman: everyone's only when the day has passed and it is not solved.
    let everyones = format!("/medan/laporan/{reference}/ombudsman.pdf");
    public.get(&everyones).await.expect(404, "it is confirmed");
    let paper = resident.get("/lacak/laporan/ombudsman.pdf").await;
    assert_eq!(paper.expect(200, "one's own paper").headers["content-type"], "application/pdf");
    assert_eq!(public.get("/lacak/laporan/ombudsman.pdf").await.location.as_deref(), Some("/lacak"), "not without the receipt");

    let dewi = signed_in(&world, &world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await).await;
    let desk = dewi.get("/petugas/penilaian").await.html;
    let card = link(desk.split_once("list queue").map_or("", |(_, list)| list), "/petugas/penilaian/");
    assert!(!card.is_empty(), "the holder of that day has the card");
    dewi.post(&card, &[("aksi", "balas"), ("balasan", "pendek")]).await.expect(422, "too short");
    dewi.post(&card, &[("aksi", "balas"), ("balasan", "Jadwal jaga sudah kami ubah sejak Senin.")]).await.expect(303, "replied");
    let rina = signed_in(&world, &world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await).await;
    rina.post(&card, &[("aksi", "putuskan"), ("keputusan", "accept"), ("alasan", "Perbaikan nyata dan cepat."), ("umpan-balik", "Mohon jadwal jaga dipasang di loket."), ("versi", "0")]).await.expect(303, "decided");
    let record = rina.get(&card).await;
    domain::ledger::sequence(&world.portal).await.unwrap();
    let trail = public.get("/catatan").await;
    assert!(trail.expect(200, "the ledger").says("Kartu bukti diputuskan") && !trail.says(&reference), "what happened, not about which case");
    for path in ["inclusion?number=1", "inclusion?number=2&size=3", "consistency?first=1", "consistency?first=2&second=3", "entries?after=1&limit=2", "heads?before=2026-11-02"] {
        public.get(&format!("/api/v1/ledger/{path}")).await.expect(200, path);
    }
    for (path, status) in [("inclusion?number=9999", 404), ("inclusion?number=3&size=2", 404), ("consistency?first=9999", 404), ("consistency?first=3&second=2", 404), ("inclusion", 400), ("inclusion?number=0", 400), ("consistency?first=-1", 400), ("entries?after=x", 400), ("heads?before=kemarin", 400)] {
        public.get(&format!("/api/v1/ledger/{path}")).await.expect(status, path);
    }
    for part in ["Loket tutup pukul sepuluh.", "Jadwal jaga sudah kami ubah", "Perbaikan nyata dan cepat."] {
        assert!(record.says(part), "{part}");
    }
    handler.get(&card).await.expect(404, "a handler has no right to it");
    let early: Vec<_> = mails(&world).await.into_iter().chain(letters(&world).await).collect();
    assert!(early.iter().all(|m| m.to.ends_with("@medan.example") && !m.text.contains("Loket")), "the holder is told; mails to the protected wait for their hour: {early:?}");
    world.portal.clock.advance(3 * domain::clock::HOUR);
    let told: Vec<_> = mails(&world).await.into_iter().chain(letters(&world).await).filter(|m| !m.to.ends_with("@medan.example")).collect();
    assert!(told.is_empty(), "of an anonymous report nothing is told but at the receipt, whatever address came with it: {told:?}");
});

on_both!(accounts_by_password_and_by_link, world => {
    let sari = visitor(&world);
    sari.post("/daftar", &[("nama", ""), ("surel", "x"), ("sandi", "pendek")]).await.expect(422, "three problems");
    sari.post("/daftar", &[("nama", "Sari"), ("surel", "Sari@Surel.example"), ("sandi", "ikan asin di pasar")]).await.expect(200, "made");
    let again = visitor(&world).post("/daftar", &[("nama", "Lain"), ("surel", "sari@surel.example"), ("sandi", "")]).await;
    again.expect(200, "the same answer for a taken address");
    let told = mails(&world).await;
    assert_eq!(told.len(), 2);
    let link = told.iter().find_map(|m| m.text.split_whitespace().find(|w| w.contains("/masuk/tautan/"))).unwrap();
    let path = link.trim_start_matches("http://balai.test");
    sari.get(path).await.expect(200, "opening uses nothing up");
    assert_eq!(sari.get("/akun").await.status.as_u16(), 303, "and signs nobody in");
    visitor(&world).post("/masuk", &[("surel", "sari@surel.example"), ("sandi", "ikan asin di pasar")]).await.expect(422, "no password counts before the address is confirmed");
    sari.post(path, &[]).await.expect(303, "its button signs in");
    assert!(sari.get("/akun").await.says("sari@surel.example"));
    visitor(&world).post(path, &[]).await.expect(409, "a link works once");
    let other = visitor(&world);
    other.post("/masuk", &[("surel", "sari@surel.example"), ("sandi", "salah salah salah")]).await.expect(422, "wrong password");
    other.post("/masuk", &[("surel", "tidak.ada@surel.example"), ("sandi", "salah salah salah")]).await.expect(422, "unknown address, the same answer");
    other.post("/masuk", &[("surel", "sari@surel.example"), ("sandi", "ikan asin di pasar")]).await.expect(303, "signed in");
    sari.post("/akun", &[("aksi", "akhiri-lainnya")]).await.expect(303, "ends the other session");
    assert_eq!(other.get("/akun").await.status.as_u16(), 303, "which is over at once");
    sari.get("/akun").await.expect(200, "and this one goes on");
    sari.post("/keluar", &[]).await.expect(303, "signed out");
    assert_eq!(sari.get("/akun").await.status.as_u16(), 303);
});
