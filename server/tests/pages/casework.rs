//! Casework through its pages: what a reporter may do at each state, what staff are offered, and two who act at once.

use crate::before_sending::png;
use crate::support::{Client, Page, signed_in, visitor};
use domain::clock::parse_moment;
use domain::feedback::{self, Sent, upkeep};
use domain::on_both;
use domain::testing::{World, answers};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};

async fn send(world: &World, key: &str, kind: &str) -> Sent {
    let mut form = answers();
    form.key = key.repeat(32);
    form.kind = kind.into();
    feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
}

async fn reporter(world: &World, sent: &Sent) -> Client {
    let client = visitor(world);
    client.post("/lacak", &[("tanda", sent.receipt.digits())]).await.expect(303, "the receipt opens it");
    client
}

async fn own(client: &Client) -> Page {
    let page = client.get("/lacak/laporan").await;
    page.expect(200, "one's own case");
    page
}

async fn accept(world: &World, sent: &Sent, kind: &str) {
    let verifier = world.staff(&format!("Vera{}", world.portal.chance.number()), Role::Verifier, "", None).await;
    let (unit, protection) = if kind == "penyimpangan" { ("inspektorat", "rahasia") } else { ("disdukcapil", "anonim") };
    feedback::accept(&world.portal, &verifier, &sent.reference, &AcceptInput::parse("Loket akta tutup", "Loket tutup pukul sepuluh.", protection, kind, unit, "").unwrap())
        .await
        .unwrap();
}

fn to(world: &World, moment: &str) {
    world.portal.clock.advance(parse_moment(&format!("{moment}:00+07:00")).unwrap() - world.portal.now());
}

fn has(page: &Page, doing: &str) -> bool {
    page.html.contains(&format!("value=\"{doing}\""))
}

on_both!(a_reporter_completes_withdraws_and_is_told_by_when, world => {
    let sent = send(&world, "a", "pengaduan").await;
    let sari = reporter(&world, &sent).await;
    let fresh = own(&sari).await;
    assert!(fresh.says("Jawaban paling lambat Jumat, 20 November 2026 – 14 hari kerja lagi"));
    assert!(has(&fresh, "cabut") && !has(&fresh, "lengkapi") && !has(&fresh, "konfirmasi"));
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let wrong = vera.post(&desk, &[("aksi", "tanyakan"), ("pertanyaan", "Di loket mana kejadiannya?")]).await;
    assert!(wrong.expect(422, "nothing chosen").says("Pilih apa yang perlu dilengkapi.") && wrong.says("Di loket mana kejadiannya?"), "what was typed stays");
    vera.post(&desk, &[("aksi", "tanyakan"), ("perlu", "tempat"), ("perlu", "waktu"), ("pertanyaan", "Di loket mana kejadiannya?")]).await.expect(303, "asked");
    let asked = own(&sari).await;
    assert!(asked.says("Lengkapi paling lambat Rabu, 2 Desember 2026") && asked.says("Waktu berhenti sejak Senin, 2 November 2026") && asked.says("Yang perlu dilengkapi: tempat, waktu") && asked.says("Di loket mana kejadiannya?"));
    sari.post("/lacak/laporan", &[("aksi", "lengkapi"), ("pelengkap", "pendek")]).await.expect(422, "too short");
    sari.post("/lacak/laporan", &[("aksi", "konfirmasi")]).await.expect(409, "there is no answer to confirm");
    sari.post("/lacak/laporan", &[("aksi", "lengkapi"), ("pelengkap", "Loket 3, Jumat pagi jam sepuluh.")]).await.expect(303, "completed");
    assert!(vera.get(&desk).await.says("Loket 3, Jumat pagi jam sepuluh."), "staff read it");
    sari.post("/lacak/laporan", &[("aksi", "cabut"), ("alasan-cabut", "")]).await.expect(303, "withdrawn");
    let gone = own(&sari).await;
    assert!(gone.says("Dicabut") && !has(&gone, "cabut"));
    sari.post("/lacak/laporan", &[("aksi", "cabut")]).await.expect(409, "once");
    vera.post(&desk, &[("aksi", "arsipkan"), ("alasan", "spam"), ("catatan", "Bukan laporan sama sekali.")]).await.expect(409, "it has ended");
});

on_both!(misconduct_goes_on_without_its_reporter, world => {
    let sent = send(&world, "a", "penyimpangan").await;
    let sari = reporter(&world, &sent).await;
    assert!(own(&sari).await.says("tetap diperiksa karena jabatan"));
    sari.post("/lacak/laporan", &[("aksi", "cabut")]).await.expect(303, "noted");
    let after = own(&sari).await;
    assert!(after.says("Pencabutan Anda dicatat") && !has(&after, "cabut"));
});

on_both!(the_unit_answers_late_and_everyone_reads_it, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let (hadi, vera) = (world.staff("Hadi", Role::Handler, "disdukcapil", None).await, world.staff("Vera", Role::Verifier, "", None).await);
    let (handler, verifier, public) = (signed_in(&world, &hadi).await, signed_in(&world, &vera).await, visitor(&world));
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let case = format!("/medan/laporan/{}", sent.reference);
    let page = handler.get(&desk).await;
    assert!(has(&page, "kerjakan") && has(&page, "jawab") && has(&page, "kembalikan") && !has(&page, "terima") && !has(&page, "lanjutkan"));
    assert!(!has(&verifier.get(&desk).await, "jawab"), "a verifier does not answer");
    handler.post(&desk, &[("aksi", "kerjakan")]).await.expect(303, "taken up");
    handler.post(&desk, &[("aksi", "kembalikan"), ("bukan-kami", "Ternyata bukan urusan kami.")]).await.expect(409, "too late to give it back");
    handler.post(&desk, &[("aksi", "kemajuan"), ("pembaca", "petugas"), ("kemajuan", "Petugas loket sudah ditegur.")]).await.expect(303, "for staff");
    assert!(handler.get(&desk).await.says("Petugas loket sudah ditegur."));
    for reader in [&public, &reporter(&world, &sent).await] {
        let at = if std::ptr::eq(reader, &public) { case.as_str() } else { "/lacak/laporan" };
        let page = reader.get(at).await;
        assert!(page.expect(200, at).says("Diterima unit untuk dikerjakan") && !page.says("ditegur") && !page.says("Catatan petugas"), "{at}");
    }
    to(&world, "2026-11-23T08:00");
    upkeep::keep(&world.portal).await.unwrap();
    to(&world, "2026-11-25T08:00");
    let late = public.get(&case).await;
    assert!(late.says("Terlambat 3 hari kerja") && late.says("Eskalasi jenjang 1: pimpinan perangkat daerah"));
    handler.post(&desk, &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket kini dijaga bergantian.")]).await.expect(409, "it lies above the unit");
    verifier.post(&desk, &[("aksi", "lanjutkan"), ("arahan", "Jawab pekan ini juga.")]).await.expect(303, "resumed");
    handler.post(&desk, &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket kini dijaga bergantian.")]).await.expect(303, "answered");
    let sari = reporter(&world, &sent).await;
    sari.post("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Tadi pagi masih kosong.")]).await.expect(303, "contested");
    handler.post(&desk, &[("aksi", "jawab"), ("hasil", "partly"), ("jawaban", "Kosong dua puluh menit, kini diganti.")]).await.expect(303, "answered again");
    assert!(own(&sari).await.says("naik ke atas unit"));
    sari.post("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Tetap kosong setiap pagi.")]).await.expect(303, "contested twice");
    assert!(public.get(&case).await.says("Eskalasi jenjang 2: Inspektorat dan Sekretaris Daerah"));
});

on_both!(silence_is_closed_asked_about_and_opened_again, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    feedback::answer(&world.portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()).await.unwrap();
    let sari = reporter(&world, &sent).await;
    assert!(own(&sari).await.says("Mohon tanggapan paling lambat Senin, 16 November 2026"));
    to(&world, "2026-11-17T08:00");
    upkeep::keep(&world.portal).await.unwrap();
    let case = format!("/medan/laporan/{}", sent.reference);
    assert!(visitor(&world).get(&case).await.says("Ditutup karena pelapor tidak menanggapi jawaban. Ini tidak berarti masalahnya selesai."));
    sari.post("/lacak/laporan", &[("aksi", "masih"), ("masih", "ya")]).await.expect(409, "nobody asked yet");
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    assert!(!has(&vera.get(&desk).await, "buka-lagi"));
    sari.post("/lacak/laporan", &[("aksi", "minta-buka"), ("bukti-baru", "Foto loket kosong hari ini.")]).await.expect(303, "asked to open it again");
    assert!(own(&sari).await.says("menunggu keputusan koordinator"));
    let page = vera.get(&desk).await;
    assert!(has(&page, "buka-lagi") && page.says("Foto loket kosong hari ini.") && !visitor(&world).get(&case).await.says("Foto loket kosong"));
    vera.post(&desk, &[("aksi", "tolak-buka"), ("alasan-tolak", "Fotonya dari hari libur.")]).await.expect(303, "stays closed");
    to(&world, "2026-12-16T08:00");
    upkeep::keep(&world.portal).await.unwrap();
    let question = own(&sari).await;
    assert!(question.says("Apakah masalahnya masih selesai?"));
    sari.post("/lacak/laporan", &[("aksi", "masih")]).await.expect(422, "one of the two");
    sari.post("/lacak/laporan", &[("aksi", "masih"), ("masih", "tidak")]).await.expect(303, "said");
    assert!(visitor(&world).get(&case).await.says("Empat minggu kemudian pelapor menyatakan masalahnya muncul lagi."));
    assert!(vera.get("/akun").await.says("masalah yang sudah ditutup muncul lagi"), "somebody who can open it again is told");
    to(&world, "2027-01-14T08:00");
    assert!(has(&own(&sari).await, "minta-buka"), "thirty days from the question on");
    to(&world, "2027-01-16T08:00");
    assert!(!has(&own(&sari).await, "minta-buka"), "after them it is not offered");
    sari.post("/lacak/laporan", &[("aksi", "minta-buka"), ("bukti-baru", "Foto loket kosong hari ini.")]).await.expect(409, "nor taken");
});

on_both!(what_everybody_could_read_is_taken_back, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let (desk, case) = (format!("/petugas/laporan/{}", sent.reference), format!("/medan/laporan/{}", sent.reference));
    hadi.post(&desk, &[("aksi", "kemajuan"), ("kemajuan", "NIK 1271 0812 0101 0001 sedang kami cari."), ("pembaca", "umum")]).await.expect(422, "no number of a person in what everybody reads");
    hadi.post(&desk, &[("aksi", "kemajuan"), ("kemajuan", "Bu Sari rumah nomor empat sudah kami datangi."), ("pembaca", "umum")]).await.expect(303, "told");
    let everybody = visitor(&world);
    assert!(everybody.get(&case).await.says("rumah nomor empat"));
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let page = vera.get(&desk).await;
    let step = page.html.split("rumah nomor").next().unwrap().rsplit("<option value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    let hiding = [("aksi", "sembunyikan"), ("langkah-sembunyi", step.as_str()), ("alasan-sembunyi", "Menunjukkan rumah pelapor.")];
    hadi.post(&desk, &hiding).await.expect(404, "nobody else hides words");
    vera.post(&desk, &[("aksi", "sembunyikan"), ("langkah-sembunyi", ""), ("alasan-sembunyi", "")]).await.expect(422, "which, and why");
    vera.post(&desk, &hiding).await.expect(303, "hidden");
    for address in [case.clone(), format!("{case}/kabar.atom")] {
        assert!(!everybody.get(&address).await.html.contains("rumah nomor empat"), "{address}");
    }
    let sari = reporter(&world, &sent).await;
    assert!(own(&sari).await.says("rumah nomor empat") && hadi.get(&desk).await.says("rumah nomor empat"), "nothing is lost");
    let protecting = [("aksi", "lindungi"), ("alasan-lindungi", "Pelapor didatangi orang.")];
    hadi.post(&desk, &protecting).await.expect(404, "nor takes it back");
    vera.post(&desk, &protecting).await.expect(303, "taken back");
    for address in [case.clone(), format!("{case}/kabar.atom"), format!("{case}/ombudsman.pdf")] {
        everybody.get(&address).await.expect(404, &address);
    }
    for list in ["/medan/laporan", "/medan/cari?q=loket", "/medan/laporan.atom"] {
        assert!(!everybody.get(list).await.html.contains(&sent.reference), "{list}");
    }
    assert!(own(&sari).await.says("Perlindungan pelapor diperkuat"));
    hadi.post(&desk, &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket kini dijaga bergantian.")]).await.expect(303, "and work goes on");
    vera.post(&desk, &protecting).await.expect(409, "once");
    let report = domain::ledger::verify::verify(&world.portal, &domain::ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(the_unit_reads_what_the_verifier_made_of_protected_words, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    assert!(vera.get(&desk).await.says("akta anak saya belum jadi"));
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let page = hadi.get(&desk).await;
    assert!(page.says("Isi laporan, setelah disamarkan") && page.says("Loket tutup pukul sepuluh.") && !page.says("akta anak saya belum jadi"));
});

on_both!(who_is_contested_is_watched_from_outside_the_unit, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let case = format!("/medan/laporan/{}", sent.reference);
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let ina = signed_in(&world, &world.staff("Ina", Role::Inspector, "inspektorat", None).await).await;
    let answer = [("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket kini dijaga bergantian.")];
    hadi.post(&desk, &answer).await.expect(303, "answered");
    ina.get(&desk).await.expect(404, "not before somebody says that it is not true");
    let sari = reporter(&world, &sent).await;
    sari.post("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Saya Bu Sari, loket kosong lagi tadi pagi.")]).await.expect(303, "contested");
    let everybody = visitor(&world).get(&case).await;
    assert!(everybody.says("Dibantah") && !everybody.says("Bu Sari"), "that, and not the words that nobody has looked at");
    let page = ina.get(&desk).await;
    assert!(page.expect(200, "the inspectorate reads it").says("Bu Sari") && !has(&page, "jawab") && !has(&page, "pesan"), "and answers nothing");
    ina.post(&desk, &answer).await.expect(404, "nor in the unit's place");
    ina.post(&desk, &[("aksi", "catat"), ("catatan-dalam", "Kami ikuti jawaban kedua.")]).await.expect(303, "it may note");
    hadi.post(&desk, &answer).await.expect(303, "answered again");
    sari.post("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Tetap kosong setiap pagi.")]).await.expect(303, "contested twice");
    assert!(has(&ina.get(&desk).await, "lanjutkan"));
    ina.post(&desk, &[("aksi", "lanjutkan"), ("arahan", "Jawab dengan jadwal jaga yang dapat diperiksa.")]).await.expect(303, "taken up from outside the unit");
    hadi.post(&desk, &answer).await.expect(303, "answered");
});

on_both!(a_reporter_whom_a_day_came_before_keeps_the_words, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    feedback::answer(&world.portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()).await.unwrap();
    let sari = reporter(&world, &sent).await;
    to(&world, "2026-11-17T08:00");
    upkeep::keep(&world.portal).await.unwrap();
    let late = sari.post("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Loket masih kosong setiap pagi.")]).await;
    assert!(late.expect(409, "it was closed at midnight").says("Loket masih kosong setiap pagi.") && has(&late, "minta-buka"), "her words, and what she can do now");
});

on_both!(who_was_second_keeps_the_words, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let (hadi, hana) = (signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await, signed_in(&world, &world.staff("Hana", Role::Handler, "disdukcapil", None).await).await);
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let (first, second) = (hadi.get(&desk).await.hidden("versi"), hana.get(&desk).await.hidden("versi"));
    assert_eq!(first, second);
    hadi.post(&desk, &[("versi", &first), ("aksi", "kemajuan"), ("pembaca", "umum"), ("kemajuan", "Jadwal loket sedang diperiksa.")]).await.expect(303, "first");
    let late = hana.post(&desk, &[("versi", &second), ("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Jawaban panjang yang tidak boleh hilang.")]).await;
    late.expect(409, "second");
    assert!(late.says("Belum tersimpan") && late.says("Yang terjadi sejak halaman dibuka") && late.says("Jadwal loket sedang diperiksa."), "what changed meanwhile");
    assert!(late.html.matches("Jawaban panjang yang tidak boleh hilang.").count() >= 2, "what was typed is kept, in its form too");
    let again = late.hidden("versi");
    assert_ne!(again, second);
    hana.post(&desk, &[("versi", &again), ("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Jawaban panjang yang tidak boleh hilang.")]).await.expect(303, "with the new version it goes");
});

on_both!(a_merged_report_shows_the_main_case_and_no_stranger, world => {
    let (main, second, sent_on) = (send(&world, "a", "pengaduan").await, send(&world, "b", "pengaduan").await, send(&world, "c", "pengaduan").await);
    accept(&world, &main, "pengaduan").await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let verifier = signed_in(&world, &vera).await;
    let desk = format!("/petugas/laporan/{}", second.reference);
    verifier.post(&desk, &[("aksi", "gabungkan"), ("induk", "MDN-0000-TIDAK"), ("alasan-gabung", "Loket yang sama persis.")]).await.expect(422, "no such case");
    verifier.post(&desk, &[("aksi", "gabungkan"), ("induk", &main.reference), ("alasan-gabung", "Loket yang sama persis.")]).await.expect(303, "merged");
    let seen = own(&reporter(&world, &second).await).await;
    assert!(seen.says("ditangani sebagai satu") && seen.html.contains(&format!("/medan/laporan/{}", main.reference)));
    assert!(visitor(&world).get(&format!("/medan/laporan/{}", main.reference)).await.says("2 laporan warga tentang hal ini"));
    let leads = visitor(&world).get(&format!("/medan/laporan/{}", second.reference)).await;
    assert_eq!(leads.expect(303, "it has no page of its own").location, Some(format!("/medan/laporan/{}", main.reference)));
    visitor(&world).get(&format!("/binjai/laporan/{}", second.reference)).await.expect(404, "of another government");
    for (column, word) in [("protection", "rahasia"), ("kind", "penyimpangan")] {
        let set = async |value: &str| {
            let mut tx = world.portal.db.begin().await.unwrap();
            let statement = sqlx::AssertSqlSafe(format!("update feedback_case set {column} = '{value}' where reference = '{}'", second.reference));
            domain::on!(&mut tx, c => sqlx::query(statement).execute(c).await.unwrap().rows_affected());
            tx.commit().await.unwrap();
        };
        set(word).await;
        visitor(&world).get(&format!("/medan/laporan/{}", second.reference)).await.expect(404, "that it was a report stays among a few");
        set(if column == "kind" { "pengaduan" } else { "anonim" }).await;
    }
    verifier.post(&desk, &[("aksi", "pisahkan"), ("alasan-pisah", "Ternyata loket yang lain.")]).await.expect(303, "parted");
    let other = format!("/petugas/laporan/{}", sent_on.reference);
    verifier.post(&other, &[("aksi", "teruskan"), ("penjelasan", "Bukan wewenang kami, maaf.")]).await.expect(422, "to whom?");
    verifier.post(&other, &[("aksi", "teruskan"), ("instansi", "paspor"), ("penjelasan", "Paspor diterbitkan imigrasi.")]).await.expect(303, "sent on");
    assert!(own(&reporter(&world, &sent_on).await).await.says("Ini wewenang Kantor Imigrasi."));
});

on_both!(others_find_no_step_to_take, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let outsiders = [world.staff("Dedi", Role::Handler, "dishub", None).await, world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await, world.staff("Ari", Role::Assessor, "disdukcapil", None).await];
    for actor in &outsiders {
        let client = signed_in(&world, actor).await;
        for doing in ["terima", "arsipkan", "tanyakan", "gabungkan", "pisahkan", "teruskan", "kembalikan", "kerjakan", "kemajuan", "jawab", "lanjutkan", "buka-lagi", "tolak-buka"] {
            let all = [
                ("aksi", doing), ("judul", "Judul baru"), ("teks", "Teks baru."), ("perlindungan", "anonim"), ("jenis", "pengaduan"), ("unit", "dishub"), ("alasan", "spam"), ("catatan", "Catatan yang cukup."),
                ("perlu", "apa"), ("pertanyaan", "Apa yang terjadi?"), ("induk", "MDN-1"), ("alasan-gabung", "Alasan yang cukup."), ("alasan-pisah", "Alasan yang cukup."), ("instansi", "paspor"), ("penjelasan", "Penjelasan yang cukup."),
                ("bukan-kami", "Alasan yang cukup."), ("kemajuan", "Kabar yang cukup."), ("hasil", "upheld"), ("jawaban", "Jawaban yang cukup."), ("arahan", "Arahan yang cukup."), ("alasan-tolak", "Alasan yang cukup."),
            ];
            client.post(&desk, &all).await.expect(404, &format!("{doing} as {}", actor.name));
        }
    }
    let handler = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    for doing in ["lanjutkan", "pisahkan"] {
        handler.post(&desk, &[("aksi", doing), ("arahan", "Arahan yang cukup."), ("alasan-pisah", "Alasan yang cukup.")]).await.expect(404, "a handler is no coordinator");
    }
    handler.post(&desk, &[("aksi", "hapus")]).await.expect(400, "what is no step");
});

on_both!(a_reporter_proves_it_with_a_photo_that_everyone_sees_later, world => {
    let sent = send(&world, "a", "pengaduan").await;
    accept(&world, &sent, "pengaduan").await;
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    hadi.post(&desk, &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Loket kini dijaga bergantian.")]).await.expect(303, "answered");
    let sari = reporter(&world, &sent).await;
    assert!(own(&sari).await.says("Foto bukti (boleh kosong)"));
    let wrong = sari.post_multipart("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Masih")], &[("foto", &png(90)), ("foto", b"%PDF-1.4")]).await;
    wrong.expect(422, "too few words, and one is no photo");
    assert!(wrong.says("adalah PDF") && wrong.html.contains("Masih"));
    let kept = wrong.hidden("foto-tersimpan");
    assert_eq!(kept.len(), 64, "the good photo is kept");
    let lost = "0".repeat(64);
    let swept = sari.post_multipart("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Tadi pagi masih kosong."), ("foto-tersimpan", &lost)], &[]).await;
    assert!(swept.expect(422, "its photo is gone").html.contains("Tadi pagi masih kosong."));
    sari.post_multipart("/lacak/laporan", &[("aksi", "bantah"), ("catatan", "Tadi pagi masih kosong."), ("foto-tersimpan", &kept)], &[]).await.expect(303, "contested");
    let photo = format!("/medan/laporan/{}/foto/1", sent.reference);
    let public = visitor(&world);
    public.get(&photo).await.expect(404, "nobody has looked at it");
    assert!(!public.get(&format!("/medan/laporan/{}", sent.reference)).await.says("Foto tambahan dari pelapor"));
    for reader in [&sari, &hadi, &vera] {
        reader.get(&photo).await.expect(200, "those whom it concerns");
    }
    assert!(own(&sari).await.says("belum diperiksa petugas") && vera.get(&desk).await.says("belum diperiksa petugas"));
    vera.post(&desk, &[("aksi", "tampilkan-foto"), ("foto-nomor", "1"), ("alasan-tampil", "Tidak ada wajah.")]).await.expect(303, "shown");
    public.get(&photo).await.expect(200, "for everyone");
    assert!(public.get(&format!("/medan/laporan/{}", sent.reference)).await.says("Foto tambahan dari pelapor"));
});
