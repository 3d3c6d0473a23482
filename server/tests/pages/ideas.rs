//! The ideas space through its pages: an idea of a civil servant becomes a commitment on the unit's public page, and
//! nobody else learns of it.

use crate::support::{signed_in, visitor};
use domain::clock::DAY;
use domain::on_both;
use vocabulary::accounts::Role;

const TITLE: &str = "Nomor antrean lewat pesan singkat";
const PROMISE: &str = "Nomor antrean dikirim lewat pesan singkat mulai loket satu.";

on_both!(an_idea_becomes_a_public_commitment, world => {
    let dewi = signed_in(&world, &world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await).await;
    let rina = signed_in(&world, &world.staff("Rina", Role::PostHolder, "disdukcapil", Some("P101")).await).await;
    let form = dewi.get("/petugas/gagasan/baru").await;
    form.expect(200, "the form");
    let key = form.hidden("kunci");
    let fields = [("kunci", key.as_str()), ("pemda", "medan"), ("judul", TITLE), ("uraian", "Warga tidak perlu menunggu di loket sejak subuh."), ("unit", ""), ("layanan", "akta-kelahiran")];
    let wrong = dewi.post("/petugas/gagasan/baru", &fields).await;
    assert!(wrong.expect(422, "no unit").html.contains(TITLE), "what was typed is kept");
    let mut right = fields;
    right[4].1 = "disdukcapil";
    let address = dewi.post("/petugas/gagasan/baru", &right).await.expect(303, "sent").location.clone().unwrap();
    assert_eq!(dewi.post("/petugas/gagasan/baru", &right).await.location.as_deref(), Some(address.as_str()), "sent twice is one idea");
    assert!(dewi.get("/petugas/gagasan").await.says(TITLE));
    assert!(dewi.get(&address).await.says("Belum dijawab"), "the author waits for the head");
    assert!(rina.get("/petugas").await.says("Gagasan menunggu jawaban Anda"));
    rina.post(&address, &[("aksi", "dukung")]).await.expect(303, "supported");
    rina.post(&address, &[("aksi", "komentari"), ("kunci", "k"), ("komentar", "Perangkatnya sudah ada di loket satu.")]).await.expect(303, "commented");
    let answer = [("aksi", "jawab"), ("hasil", "diterima"), ("jawaban", "Kami terima dan kami kerjakan bulan ini."), ("janji", PROMISE), ("tanggal", ""), ("penanggung_jawab", "kabid-capil-disdukcapil"), ("umumkan", "ya")];
    let undated = rina.post(&address, &answer).await;
    assert!(undated.expect(422, "a commitment without a day").html.contains(PROMISE));
    dewi.post(&address, &answer).await.expect(404, "the author is not told what an answer needs");
    let mut dated = answer;
    dated[4].1 = "2026-11-20";
    dewi.post(&address, &dated).await.expect(404, "the author is not the head");
    rina.post(&address, &dated).await.expect(303, "accepted");
    rina.post(&address, &dated).await.expect(409, "once only");
    let public = visitor(&world);
    let page = public.get("/medan/unit/disdukcapil").await;
    assert!(page.says(PROMISE) && page.says("Berjalan") && page.says("Kepala Bidang Pencatatan Sipil"));
    assert!(!page.html.contains(TITLE), "the idea itself stays among colleagues");
    world.portal.clock.advance(30 * DAY);
    assert!(public.get("/medan/unit/disdukcapil").await.says("Terlambat"));
    dewi.post(&address, &[("aksi", "kabarkan"), ("langkah", "selesai"), ("kabar", "Berjalan di semua loket.")]).await.expect(303, "the post that answers for it tells");
    assert!(public.get("/medan/unit/disdukcapil").await.says("Selesai, terlambat"));
    dewi.post(&address, &[("aksi", "kabarkan"), ("langkah", "kemajuan"), ("kabar", "Masih ada yang kurang.")]).await.expect(409, "nothing follows an end");
});

on_both!(a_flagged_comment_reaches_the_moderator, world => {
    let dewi = signed_in(&world, &world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await).await;
    let mona = signed_in(&world, &world.staff("Mona", Role::Moderator, "", None).await).await;
    let fields = [("kunci", "satu"), ("pemda", "medan"), ("judul", TITLE), ("uraian", "Warga tidak perlu menunggu di loket sejak subuh."), ("unit", "disdukcapil")];
    let address = dewi.post("/petugas/gagasan/baru", &fields).await.location.unwrap();
    dewi.get(&format!("{address}/tandai")).await.expect(200, "the form");
    dewi.post(&format!("{address}/tandai"), &[("alasan", "")]).await.expect(422, "a reason is needed");
    dewi.post(&format!("{address}/tandai"), &[("alasan", "off_topic")]).await.expect(303, "flagged");
    let desk = mona.get("/petugas/moderasi").await;
    assert!(desk.says(TITLE) && desk.html.contains(&address));
    let (kind, id) = (desk.hidden("jenis"), desk.hidden("tentang"));
    mona.post("/petugas/moderasi", &[("pemda", "medan"), ("jenis", &kind), ("tentang", &id), ("aksi", "sembunyikan"), ("alasan", "off_topic"), ("catatan", "Bukan tentang cara kerja.")]).await.expect(303, "hidden");
    let page = dewi.get(&address).await;
    assert!(page.says("Gagasan disembunyikan") && !page.html.contains("menunggu di loket sejak subuh"));
});
