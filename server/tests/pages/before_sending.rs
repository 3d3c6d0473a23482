//! What the pages do before a report is sent and with its photos: pointing out, similar cases, refusing with words, a
//! full disk, an answer's photos.

use crate::support::{self, signed_in, visitor};
use domain::accounts::Actor;
use domain::feedback;
use domain::on_both;
use domain::testing::{World, answers};
use vocabulary::accounts::Role;
use vocabulary::feedback::AcceptInput;

const FLOOD: &str = "Parit di gang kami tersumbat lumpur, air rob masuk ke rumah warga Bagan Deli.";
const KEY: &str = "00000000000000000000000000000abc";

/// A form filled in up to this screen.
fn fields<'a>(screen: &'a str, story: &'a str, action: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("layar", screen),
        ("kunci", KEY),
        ("perlindungan", "anonim"),
        ("tentang", "tidak-tahu"),
        ("jenis", "pengaduan"),
        ("cerita", story),
        ("wilayah", "12.71.08.1006"),
        ("aksi", action),
    ]
}

async fn published(world: &World) -> (String, Actor) {
    let mut form = answers();
    form.story = FLOOD.into();
    let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let input = AcceptInput::parse("Parit Bagan Deli tersumbat", FLOOD, "anonim", "pengaduan", "disdukcapil", "").unwrap();
    feedback::accept(&world.portal, &vera, &sent.reference, &input).await.unwrap();
    (sent.reference, vera)
}

pub fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(30, 20, image::Rgb([shade; 3])));
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

on_both!(the_check_page_points_out_and_never_refuses, world => {
    let client = visitor(&world);
    let story = "Petugas Rina marah-marah, hubungi saya di 0812-3456-7890. Dasar goblok.";
    let check = client.post("/medan/lapor", &fields("kontak", story, "lanjut")).await;
    check.expect(200, "the check page");
    for part in ["Nomor telepon: 0812-3456-7890", "Nama petugas atau pejabat (cukup sebut jabatannya): Rina", "Kata kasar: goblok"] {
        assert!(check.says(part), "{part}");
    }
    client.post("/medan/lapor", &fields("periksa", story, "kirim")).await.expect(303, "sent as it is");
    let clean = client.post("/medan/lapor", &fields("kontak", "Lampu jalan mati sejak Senin malam.", "lanjut")).await;
    assert!(!clean.says("Yang dapat menunjukkan seseorang"), "nothing to point out");

    // The verifier is offered the same text without the person.
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let queue = vera.get("/petugas/laporan").await;
    let at = support::check::tags(&queue.html).iter().filter_map(|t| t.get("href")).find(|h| h.starts_with("/petugas/laporan/MDN")).unwrap().to_owned();
    let page = vera.get(&at).await;
    let offered = support::check::fields(&page.html).into_iter().find(|(name, _)| name == "teks").unwrap().1;
    assert_eq!(offered, "Petugas [nama] marah-marah, hubungi saya di [nomor telepon]. Dasar g*****.");
    let accepting = |text: &'static str| [("aksi", "terima"), ("judul", "Petugas marah di loket"), ("teks", text), ("perlindungan", "anonim"), ("jenis", "pengaduan"), ("unit", "disdukcapil"), ("unsur", "")];
    vera.post(&at, &accepting("NIK saya 9971081201010001 tertera.")).await.expect(422, "a NIK is not published");
    vera.post(&at, &accepting("Petugas marah-marah.")).await.expect(303, "accepted");
});

on_both!(a_case_like_it_is_offered_and_can_be_joined, world => {
    let (reference, _) = published(&world).await;
    let client = visitor(&world);
    let story = "rob msk rumah lagi, parit bagan deli penuh lumpur blm dikeruk";
    let check = client.post("/medan/lapor", &fields("kontak", story, "lanjut")).await;
    assert!(check.says("Mungkin sudah ada yang melaporkan") && check.says(&reference) && check.says("Parit Bagan Deli tersumbat"));
    let mut misconduct = fields("kontak", story, "lanjut");
    misconduct[4].1 = "penyimpangan";
    assert!(!client.post("/medan/lapor", &misconduct).await.says(&reference), "who tells of misconduct is led nowhere else");

    let join = format!("ikut-{reference}");
    for _ in 0..2 {
        let joined = client.post("/medan/lapor", &fields("periksa", story, &join)).await;
        assert_eq!(joined.expect(303, "joined").location.as_deref(), Some(format!("/medan/laporan/{reference}?ikut=1").as_str()));
    }
    let page = client.get(&format!("/medan/laporan/{reference}?ikut=1")).await;
    assert!(page.says("Anda sudah dihitung") && page.says("1 orang ikut mengalami"), "a repeated press is one");
    client.post("/medan/lapor", &fields("periksa", story, "ikut-MDN-0000-00000")).await.expect(404, "no such case");

    // From the page of the case itself.
    let case = visitor(&world).get(&format!("/medan/laporan/{reference}")).await;
    let key = case.hidden("kunci");
    let at = format!("/medan/laporan/{reference}/ikut");
    client.post(&at, &[("kunci", &key)]).await.expect(303, "joined from its page");
    client.post(&at, &[("kunci", "x")]).await.expect(400, "without the page's key");
    client.get(&at).await.expect(405, "never by a link");
    assert!(client.get(&format!("/medan/laporan/{reference}")).await.says("2 orang ikut mengalami"));
});

on_both!(files_that_are_no_photos_are_refused_with_what_to_do, world => {
    let client = visitor(&world);
    let story = "Lampu jalan mati sejak Senin malam.";
    for (content, says) in [
        (b"%PDF-1.7 halaman".to_vec(), "Salah satu berkas adalah PDF. Potret halamannya"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "berformat HEIC"),
        (b"GIF89a".to_vec(), "bukan foto"),
    ] {
        let page = client.post_multipart("/medan/lapor", &fields("tempat", story, "lanjut"), &[("foto", &content), ("foto", &png(90))]).await;
        page.expect(422, says);
        assert!(page.says(says) && page.html.contains(story), "{says}: every word stays");
        assert_eq!(page.hidden("foto-tersimpan").len(), 64, "the good photo is kept");
    }
});

on_both!(a_full_disk_loses_no_word, world => {
    let client = visitor(&world);
    let story = "Lampu jalan mati sejak Senin malam.";
    // Where the folder of files was there is a file: every write into it fails, as on a disk that is full.
    let folder = world.folder().join("files");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, b"").unwrap();
    let page = client.post_multipart("/medan/lapor", &fields("tempat", story, "lanjut"), &[("foto", &png(90))]).await;
    page.expect(503, "the photo cannot be stored");
    assert!(page.says("Foto saat ini tidak dapat kami simpan; ini gangguan di pihak kami") && page.html.contains(story));
    // Without the photo it goes on, and is sent.
    client.post("/medan/lapor", &fields("tempat", story, "lanjut")).await.expect(200, "on without it");
    client.post("/medan/lapor", &fields("periksa", story, "kirim")).await.expect(303, "sent");
});

on_both!(a_unit_answers_with_photos, world => {
    let (reference, vera) = published(&world).await;
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let at = format!("/petugas/laporan/{reference}");
    let wrong = [("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "pendek"), ("foto-tanggal", "2026-11-03"), ("foto-tempat", "Gang 3")];
    let page = hadi.post_multipart(&at, &wrong, &[("foto", &png(90)), ("foto", b"%PDF-1.4")]).await;
    page.expect(422, "three things are wrong");
    for part in ["adalah PDF", "Gang 3"] {
        assert!(page.says(part) || page.html.contains(part), "{part}");
    }
    let kept = page.hidden("foto-tersimpan");
    assert_eq!(kept.len(), 64, "the photo is kept though the words are too few");
    let right = [("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Parit sudah dikeruk hari ini."), ("foto-tersimpan", kept.as_str()), ("foto-tanggal", "2026-11-01"), ("foto-tempat", "Gang 3")];
    hadi.post_multipart(&at, &right, &[]).await.expect(303, "answered");
    let public = visitor(&world);
    let case = public.get(&format!("/medan/laporan/{reference}")).await;
    assert!(case.says("Foto dari unit") && case.says("1 November 2026") && case.says("di Gang 3"));
    let picture = public.get(&format!("/medan/laporan/{reference}/foto/1")).await;
    let header = |name: &str| picture.headers.get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
    assert_eq!((header("content-type").as_str(), header("x-content-type-options").as_str()), ("image/jpeg", "nosniff"));
    assert!(header("content-security-policy").contains("sandbox") && header("content-disposition").starts_with("inline; filename="));

    let vera = signed_in(&world, &vera).await;
    vera.post(&at, &[("aksi", "tahan-foto"), ("foto-nomor", "1"), ("alasan-foto", "")]).await.expect(422, "a reason is needed");
    vera.post(&at, &[("aksi", "tahan-foto"), ("foto-nomor", "satu"), ("alasan-foto", "wajah")]).await.expect(400, "no number");
    vera.post(&at, &[("aksi", "tahan-foto"), ("foto-nomor", "1"), ("alasan-foto", "wajah")]).await.expect(303, "withheld");
    vera.post(&at, &[("aksi", "tahan-foto"), ("foto-nomor", "1"), ("alasan-foto", "wajah")]).await.expect(409, "withheld before");
    public.get(&format!("/medan/laporan/{reference}/foto/1")).await.expect(404, "not for everyone any more");
    assert!(!public.get(&format!("/medan/laporan/{reference}")).await.says("Foto dari unit"));
    assert!(vera.get(&at).await.says("wajah orang terlihat"));
    // It was a mistake: with a reason it is shown again.
    let short = vera.post(&at, &[("aksi", "tampilkan-foto"), ("foto-nomor", "1"), ("alasan-tampil", "eh")]).await;
    assert!(short.expect(422, "a reason that says something").html.contains(">eh</textarea>"), "what was typed stays");
    hadi.post(&at, &[("aksi", "tampilkan-foto"), ("foto-nomor", "1"), ("alasan-tampil", "Itu patung, bukan wajah orang.")]).await.expect(404, "whoever withholds shows again");
    vera.post(&at, &[("aksi", "tampilkan-foto"), ("foto-nomor", "1"), ("alasan-tampil", "Itu patung, bukan wajah orang.")]).await.expect(303, "shown again");
    vera.post(&at, &[("aksi", "tampilkan-foto"), ("foto-nomor", "1"), ("alasan-tampil", "Itu patung, bukan wajah orang.")]).await.expect(409, "shown already");
    public.get(&format!("/medan/laporan/{reference}/foto/1")).await.expect(200, "for everyone again");
    let seen = public.get(&format!("/medan/laporan/{reference}")).await;
    assert!(seen.says("Foto dari unit") && seen.says("Satu foto ditampilkan lagi untuk umum") && !seen.says("Itu patung"));
    assert!(vera.get(&at).await.says("Itu patung, bukan wajah orang."));
});
