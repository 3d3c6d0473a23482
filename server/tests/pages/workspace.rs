//! The handlers' workspace through its pages: queues, with whom a case is, several at once, templates; all without a script.

use crate::support::{Client, Page, check, signed_in, visitor};
use domain::clock::parse_moment;
use domain::feedback::{self, Sent};
use domain::on_both;
use domain::testing::{World, answers};
use vocabulary::accounts::Role;
use vocabulary::feedback::AcceptInput;

async fn cases(world: &World, count: u8, unit: &str) -> Vec<Sent> {
    let vera = world.staff(&format!("Vera{}", world.portal.chance.number()), Role::Verifier, "", None).await;
    let mut made = Vec::new();
    for number in 0..count {
        let mut form = answers();
        form.key = format!("{unit}{number:030}");
        let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let input = AcceptInput::parse(&format!("Loket {number} tutup"), "Loket tutup pukul sepuluh.", "anonim", "pengaduan", unit, "").unwrap();
        feedback::accept(&world.portal, &vera, &sent.reference, &input).await.unwrap();
        made.push(sent);
    }
    made
}

/// The boxes of a queue, as they are sent when ticked.
fn boxes(page: &Page) -> Vec<String> {
    check::tags(&page.html).iter().filter(|t| t.get("name") == Some("pilih")).map(|t| t.get("value").unwrap().to_owned()).collect()
}

async fn hadi(world: &World) -> Client {
    signed_in(world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await
}

on_both!(a_queue_tells_what_is_late_and_is_narrowed_by_links, world => {
    let sent = cases(&world, 3, "disdukcapil").await;
    let hadi = hadi(&world).await;
    let page = hadi.get("/petugas/laporan").await;
    assert!(page.expect(200, "it opens on work").says("Perlu dijawab 3") && page.says("14 hari kerja lagi") && page.says("Loket 1 tutup"));
    assert!(!page.says("Perlu diverifikasi"), "no desk of his");
    assert_eq!(boxes(&page).len(), 3);
    assert!(!page.html.contains("<script"));
    assert!(hadi.get("/petugas/laporan?keadaan=assigned").await.says("Loket 1 tutup"), "an address of before");
    let none = hadi.get("/petugas/laporan?antrean=jawab&tenggat=terlambat").await;
    assert!(none.says("Tidak ada yang cocok") && none.says("Hapus saringan"));
    let all = hadi.get("/petugas/laporan?antrean=jawab&saring=ya").await;
    assert!(all.expect(200, "every way of narrowing").html.contains("id=\"saring-layanan\"") && all.says("Akta kelahiran"));
    assert!(hadi.get("/petugas/laporan?antrean=jawab&layanan=akta-kelahiran&q=loket+2").await.says("Disaring: Akta kelahiran · “loket 2”."));
    hadi.get("/petugas/laporan?layanan=tidak-ada").await.expect(404, "no such service");
    let found = hadi.get(&format!("/petugas/laporan?q={}", sent[0].reference.to_lowercase())).await;
    assert_eq!(found.location.as_deref(), Some(format!("/petugas/laporan/{}", sent[0].reference).as_str()), "a reference leads to its case");
    world.portal.clock.advance(parse_moment("2026-11-24T08:00:00+07:00").unwrap() - world.portal.now());
    let late = hadi.get("/petugas/laporan?antrean=jawab").await;
    assert!(late.says("Terlambat 2 hari kerja") && late.html.contains("chip late") && late.html.contains("class=\"late\""), "in words, shape and colour");
    assert!(hadi.get("/petugas").await.says("3 menunggu"));
    // Whoever has a desk without cases, or another unit's, sees none.
    let dedi = signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await;
    let empty = dedi.get("/petugas/laporan?antrean=jawab&unit=disdukcapil").await;
    assert!(empty.expect(200, "another unit").says("Tidak ada yang cocok") && boxes(&empty).is_empty());
});

on_both!(a_case_is_taken_handed_on_and_noted_on_its_page, world => {
    let sent = cases(&world, 1, "disdukcapil").await;
    let (hadi, dewi) = (hadi(&world).await, world.staff("Dewi", Role::Handler, "disdukcapil", None).await);
    let desk = format!("/petugas/laporan/{}", sent[0].reference);
    let page = hadi.get(&desk).await;
    assert!(page.says("Belum ada petugas yang memegang laporan ini."));
    let version = page.hidden("versi");
    hadi.post(&desk, &[("aksi", "ambil"), ("versi", &version)]).await.expect(303, "taken");
    assert!(hadi.get(&desk).await.says("Anda memegang laporan ini sejak 2 November 2026."));
    hadi.post(&desk, &[("aksi", "lepaskan"), ("versi", &version)]).await.expect(409, "made from an older page");
    assert!(hadi.post(&desk, &[("aksi", "serahkan"), ("petugas", ""), ("pesan-serah", "Berkas ada di map biru.")]).await.expect(422, "to nobody").says("Berkas ada di map biru."));
    hadi.post(&desk, &[("aksi", "serahkan"), ("petugas", &dewi.account.to_string()), ("pesan-serah", "Berkas ada di map biru.")]).await.expect(303, "handed on");
    let page = hadi.get(&desk).await;
    assert!(page.says("Laporan ini dipegang Dewi sejak 2 November 2026.") && page.says("Diserahkan kepada Dewi") && page.says("Berkas ada di map biru."));
    hadi.post(&desk, &[("aksi", "catat"), ("catatan-dalam", "Sudah ditelepon dua kali.")]).await.expect(303, "noted");
    assert!(hadi.get(&desk).await.says("Sudah ditelepon dua kali."));
    let her = signed_in(&world, &dewi).await;
    assert!(her.get("/petugas/laporan?petugas=saya").await.says("Milik saya") && her.get("/akun").await.says("Sebuah laporan diserahkan kepada Anda."));
    // What staff write among themselves leaves by no page.
    let public = visitor(&world);
    let reporter = visitor(&world);
    reporter.post("/lacak", &[("tanda", sent[0].receipt.digits())]).await.expect(303, "the receipt opens it");
    for page in [public.get(&format!("/medan/laporan/{}", sent[0].reference)).await, reporter.get("/lacak/laporan").await] {
        page.expect(200, "outside");
        assert!(!page.says("Dewi") && !page.says("map biru") && !page.says("ditelepon") && !page.says("Petugas berganti"));
    }
});

on_both!(several_cases_are_handed_over_after_a_preview, world => {
    let sent = cases(&world, 3, "disdukcapil").await;
    let (hadi, dewi) = (hadi(&world).await, world.staff("Dewi", Role::Handler, "disdukcapil", None).await);
    let ticked = boxes(&hadi.get("/petugas/laporan").await);
    let to = dewi.account.to_string();
    let empty = hadi.post("/petugas/laporan/bersama", &[("tindakan", "serahkan")]).await;
    assert!(empty.expect(422, "nothing ticked").says("Pilih paling sedikit satu laporan"));
    let mut fields = vec![("tindakan", "serahkan"), ("kembali", "/petugas/laporan?antrean=jawab")];
    fields.extend(ticked.iter().map(|t| ("pilih", t.as_str())));
    let form = hadi.post("/petugas/laporan/bersama", &fields).await;
    assert!(form.expect(200, "what is to be said").says("3 laporan dipilih") && form.says("Dewi"));
    fields.extend([("langkah", "pratinjau"), ("pesan-serah", "Mohon dijawab pekan ini.")]);
    assert!(hadi.post("/petugas/laporan/bersama", &fields).await.expect(422, "to whom").says("Pilih kepada siapa laporan diserahkan."));
    fields.push(("petugas", &to));
    // One of them moves on while the page is open.
    let vera = hadi.get(&format!("/petugas/laporan/{}", sent[0].reference)).await;
    hadi.post(&format!("/petugas/laporan/{}", sent[0].reference), &[("aksi", "kerjakan"), ("versi", &vera.hidden("versi"))]).await.expect(303, "taken up");
    let preview = hadi.post("/petugas/laporan/bersama", &fields).await;
    assert!(preview.expect(200, "nothing has happened").says("Siap dikerjakan: 2 dari 3 laporan") && preview.says("Tidak dikerjakan") && preview.says("Mohon dijawab pekan ini."));
    assert!(!hadi.get("/petugas/laporan").await.says("Dewi"), "tried, and given up");
    let go = check::fields(&preview.html);
    let mut go: Vec<(&str, &str)> = go.iter().map(|(n, v)| (n.as_str(), v.as_str())).filter(|(n, _)| *n != "langkah" && *n != "bahasa").collect();
    go.push(("langkah", "lakukan"));
    let done = hadi.post("/petugas/laporan/bersama", &go).await;
    assert!(done.expect(200, "done").says("Selesai untuk 2 dari 2 laporan."));
    assert!(hadi.get("/petugas/laporan").await.says("Dewi"));
    assert!(hadi.post("/petugas/laporan/bersama", &go).await.expect(409, "sent twice").says("Selesai untuk 0 dari 2 laporan."));
    let her = signed_in(&world, &dewi).await;
    assert!(her.get("/akun").await.says("Beberapa laporan diserahkan kepada Anda.") && her.get("/akun").await.says("Hadi · 2"));
    // And she leaves.
    let leaving = her.get("/petugas/laporan/serah-terima").await;
    assert!(leaving.expect(200, "all she has").says("2 laporan Anda") && boxes(&leaving).len() == 2 && leaving.says("Hadi – ") && !leaving.says("Dewi – "));
    // A ticked case of another desk is not there.
    let other = signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await;
    let stolen = other.post("/petugas/laporan/bersama", &[("tindakan", "catat"), ("pilih", &ticked[0]), ("langkah", "lakukan"), ("catatan-dalam", "Bukan laporan saya.")]).await;
    assert!(stolen.expect(409, "another unit").says("Laporan ini tidak ada di meja Anda.") && !stolen.says("Loket 0 tutup"));
    let many: Vec<String> = (0..51).map(|n| format!("MDN-2611-{n:04}:1")).collect();
    let mut fields = vec![("tindakan", "catat"), ("langkah", "lakukan"), ("catatan-dalam", "Terlalu banyak sekaligus.")];
    fields.extend(many.iter().map(|t| ("pilih", t.as_str())));
    assert!(hadi.post("/petugas/laporan/bersama", &fields).await.expect(422, "more than the rule").says("Paling banyak 50 laporan sekaligus."));
});

on_both!(a_template_is_written_tried_and_used, world => {
    let sent = cases(&world, 1, "disdukcapil").await;
    let hadi = hadi(&world).await;
    let at = "/petugas/laporan/templat";
    assert!(hadi.get(at).await.expect(200, "none yet").says("Belum ada templat"));
    let body = "Laporan {nomor} tentang {layanan} kami jawab paling lambat {tenggat}. Salam, {nama unit}";
    let wrong = hadi.post(at, &[("aksi", "simpan"), ("nama", "Sedang diproses"), ("unit", "disdukcapil"), ("isi-templat", "Halo {nama pelapor}, mohon tunggu.")]).await;
    assert!(wrong.expect(422, "a field that nothing fills").says("Ada isian yang tidak dikenal") && wrong.says("{nama pelapor}"), "what was typed stays");
    let other = hadi.post(at, &[("aksi", "simpan"), ("nama", "Sedang diproses"), ("unit", "dishub"), ("isi-templat", body)]).await;
    other.expect(422, "another unit's");
    let tried = hadi.post(at, &[("aksi", "contoh"), ("nama", "Sedang diproses"), ("unit", "disdukcapil"), ("isi-templat", body), ("contoh", &sent[0].reference)]).await;
    let expected = format!("Laporan {} tentang Akta kelahiran kami jawab paling lambat Jumat, 20 November 2026. Salam, Dinas Kependudukan dan Pencatatan Sipil", sent[0].reference);
    assert!(tried.expect(200, "an example").says(&expected));
    assert!(hadi.get(at).await.says("Belum ada templat"), "only tried");
    hadi.post(at, &[("aksi", "simpan"), ("nama", "Sedang diproses"), ("unit", "disdukcapil"), ("isi-templat", body)]).await.expect(303, "kept");
    let desk = format!("/petugas/laporan/{}", sent[0].reference);
    let page = hadi.get(&desk).await;
    let id = check::tags(&page.html).iter().skip_while(|t| t.get("id") != Some("templat")).find(|t| t.name == "option").and_then(|t| t.get("value").map(str::to_owned)).unwrap();
    let used = hadi.get(&format!("{desk}?templat={id}&untuk=jawaban")).await;
    assert!(used.expect(200, "filled").says(&expected));
    hadi.get(&format!("{desk}?templat={id}&untuk=judul")).await.expect(400, "no such field");
    // A new wording follows the old one, which is offered no more.
    hadi.post(at, &[("aksi", "simpan"), ("ganti", &id), ("nama", "Sedang diproses"), ("unit", "disdukcapil"), ("isi-templat", "Laporan {nomor} sedang kami periksa.")]).await.expect(303, "reworded");
    hadi.post(at, &[("aksi", "simpan"), ("ganti", &id), ("nama", "Sedang diproses"), ("unit", "disdukcapil"), ("isi-templat", "Dari halaman yang lama.")]).await.expect(409, "somebody was first");
    hadi.get(&format!("{desk}?templat={id}&untuk=jawaban")).await.expect(404, "the old wording");
    assert!(hadi.get(at).await.says("Laporan {nomor} sedang kami periksa."));
    // Offered below its unit and not beside it.
    let dedi = signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await;
    let beside = cases(&world, 1, "dishub").await;
    assert!(!dedi.get(&format!("/petugas/laporan/{}", beside[0].reference)).await.says("Sedang diproses"));
    dedi.post(at, &[("aksi", "hapus"), ("templat", &id)]).await.expect(404, "not his");
});
