//! Development through its pages: an assessor coaches, the person reads and answers, and for everyone else there is
//! nothing there.

use crate::support::{signed_in, visitor};
use domain::clock::DAY;
use domain::on_both;
use vocabulary::accounts::Role;

const REASON: &str = "Dua laporan tentang loket yang tutup lebih awal terbukti bulan ini.";

on_both!(a_coaching_through_its_pages, world => {
    let rina = signed_in(&world, &world.staff("Rina", Role::Assessor, "disdukcapil", Some("P101")).await).await;
    let dewi = signed_in(&world, &world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await).await;
    let list = rina.get("/petugas/pembinaan").await;
    assert!(list.says("Dewi Batubara"));
    let form = list.html.split("/petugas/pembinaan/baru?pegawai=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let address = format!("/petugas/pembinaan/baru?pegawai={form}");
    rina.get(&address).await.expect(200, "the form");
    dewi.get(&address).await.expect(404, "nobody opens one for themselves");
    let fields = [("pegawai", form.as_str()), ("pemda", "medan"), ("alasan", REASON), ("tindakan_1", "Menyusun jadwal jaga loket"), ("tenggat_1", "2026-11-13"), ("tinjauan_pertama", "2026-11-16"), ("tinjauan_kedua", "2026-11-10")];
    let wrong = rina.post("/petugas/pembinaan/baru", &fields).await;
    assert!(wrong.expect(422, "check-ins out of order").html.contains(REASON));
    let mut right = fields;
    right[6].1 = "2026-12-07";
    dewi.post("/petugas/pembinaan/baru", &right).await.expect(404, "not for themselves");
    let one = rina.post("/petugas/pembinaan/baru", &right).await.expect(303, "opened").location.clone().unwrap();
    let note = "Jadwal jaga sudah dipasang dan dijalankan di loket.";
    rina.post(&one, &[("langkah", "hasil"), ("hasil", "membaik"), ("catatan", note)]).await.expect(409, "no step is skipped");
    rina.post(&one, &[("langkah", "tinjauan_1"), ("catatan", "pendek")]).await.expect(422, "too short");
    rina.post(&one, &[("langkah", "tinjauan_1"), ("catatan", note)]).await.expect(303, "first");
    dewi.post(&one, &[("langkah", "tinjauan_2"), ("catatan", note)]).await.expect(404, "not by the person");
    dewi.post(&one, &[("langkah", "pandangan"), ("pandangan", "Petugas loket kurang satu orang sejak September.")]).await.expect(303, "her view");
    let page = rina.get(&one).await;
    assert!(page.says(REASON) && page.says("kurang satu orang") && page.says(note));
    assert!(dewi.get(&one).await.says("Rina"), "she reads who looked");
    world.portal.clock.advance(35 * DAY);
    rina.post(&one, &[("langkah", "tinjauan_2"), ("catatan", note)]).await.expect(303, "second");
    rina.post(&one, &[("langkah", "hasil"), ("catatan", note)]).await.expect(422, "an outcome says how");
    rina.post(&one, &[("langkah", "hasil"), ("hasil", "membaik"), ("catatan", note)]).await.expect(303, "closed");
    assert!(dewi.get("/petugas/pembinaan").await.says("Membaik"));
    for other in [
        signed_in(&world, &world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await).await,
        signed_in(&world, &world.staff("Asri", Role::Assessor, "", None).await).await,
        signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await,
        signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::PerformanceTeam, "pemerintah")), None).await).await,
        signed_in(&world, &world.resident("Sari").await).await,
    ] {
        other.get(&one).await.expect(404, "for others it is not there");
        other.post(&one, &[("langkah", "pandangan"), ("pandangan", note)]).await.expect(404, "nor can they write in it");
    }
    visitor(&world).get(&one).await.expect(303, "a stranger signs in first");
});

on_both!(training_and_competencies_through_their_pages, world => {
    let rina = signed_in(&world, &world.staff("Rina", Role::Assessor, "disdukcapil", Some("P101")).await).await;
    let actor = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let dewi = signed_in(&world, &actor).await;
    let office = signed_in(&world, &world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await).await;
    let person = format!("/petugas/pengembangan/{}", actor.person.unwrap());
    dewi.get("/petugas/pengembangan").await.expect(200, "her own");
    let level = [("aksi", "tingkat"), ("kompetensi", "integritas"), ("tingkat", "3"), ("dinilai_pada", "2026-05-06"), ("sumber", "")];
    office.post(&person, &level).await.expect(422, "a level has a source");
    let mut sourced = level;
    sourced[4].1 = "Uji kompetensi 12/2026";
    office.post(&person, &sourced).await.expect(303, "kept");
    rina.post(&person, &sourced).await.expect(404, "the assessor keeps no levels");
    dewi.post(&person, &sourced).await.expect(404, "nor does she herself");
    let plan = [("aksi", "rencana"), ("topik", "Pelayanan prima di loket"), ("jp", "24"), ("penyelenggara", "BKPSDM"), ("biaya", "1.500.000"), ("rencana_tanggal", "2026-10-05")];
    rina.post(&person, &plan).await.expect(303, "planned");
    let page = office.get(&person).await;
    assert!(page.says("Pelayanan prima di loket") && page.says("Rp1.500.000") && page.says("0 dari 20 JP"));
    let catat = page.html.split("?catat=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    office.get(&format!("{person}?catat={catat}")).await.expect(200, "the form of what was done");
    let done = [("aksi", "selesai"), ("pelatihan", catat.as_str()), ("jp_selesai", "24"), ("selesai_pada", "2026-10-07"), ("bukti", "Sertifikat 7/2026")];
    rina.post(&person, &done).await.expect(404, "hours are the personnel office's");
    office.post(&person, &done).await.expect(303, "done");
    let own = dewi.get("/petugas/pengembangan").await;
    assert!(own.says("24 dari 20 JP") && own.says("Kepegawaian · mengelola data pengembangan") && own.says("Uji kompetensi 12/2026"));
    let budget = [("pemda", "medan"), ("unit", "disdukcapil"), ("tahun", "2026"), ("anggaran", "24.000.000"), ("sumber", "DPA 2026")];
    office.post("/petugas/pelatihan", &budget).await.expect(303, "the budget");
    rina.post("/petugas/pelatihan", &budget).await.expect(404, "not by others");
    assert!(office.get("/petugas/pelatihan?tahun=2026").await.says("Rp24.000.000"));
    let public = visitor(&world).get("/medan/pelatihan").await;
    assert!(public.says("kurang dari 10 pegawai") && !public.html.contains("Pelayanan prima"));
    for other in [
        signed_in(&world, &world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await).await,
        signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::PersonnelOffice, "pemerintah")), None).await).await,
    ] {
        other.get(&person).await.expect(404, "for others it is not there");
    }
});

on_both!(talent_through_its_pages, world => {
    let actor = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let dewi = signed_in(&world, &actor).await;
    let office = signed_in(&world, &world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await).await;
    let person = format!("/petugas/pengembangan/{}", actor.person.unwrap());
    office.post(&person, &[("aksi", "tingkat"), ("kompetensi", "integritas"), ("tingkat", "3"), ("dinilai_pada", "2026-05-06"), ("sumber", "Uji kompetensi 12/2026")]).await.expect(303, "a level");
    let input = [("aksi", "talenta"), ("kinerja", "sesuai"), ("potensi", "tinggi"), ("talenta_pada", "2026-05-06"), ("talenta_sumber", "Rapat tim penilai")];
    office.post(&person, &input).await.expect(303, "a box");
    dewi.post(&person, &input).await.expect(404, "not by herself");
    office.get("/petugas/talenta").await.expect(200, "the question comes first");
    office.post("/petugas/talenta", &[("pemda", "medan"), ("jabatan", ""), ("keperluan", "")]).await.expect(422, "nobody is shown without a purpose");
    let boxes = office.post("/petugas/talenta", &[("pemda", "medan"), ("jabatan", ""), ("keperluan", "Rapat tim penilai kinerja")]).await.expect(303, "asked").location.clone().unwrap();
    let page = office.get(&boxes).await;
    assert!(page.says("Kotak 8") && page.says("Dewi Batubara") && page.says("Masuk kelompok rencana suksesi") | page.says("masuk kelompok rencana suksesi"));
    let open = office.post("/petugas/talenta", &[("pemda", "medan"), ("jabatan", "operator-disdukcapil"), ("keperluan", "Pengisian jabatan operator")]).await.expect(303, "asked").location.clone().unwrap();
    assert!(office.get(&open).await.says("Dewi Batubara") && office.get(&format!("{open}?urut=syarat")).await.says("Menurut nama"));
    dewi.get(&boxes).await.expect(404, "who is shown sees not the boxes");
    dewi.get("/petugas/talenta").await.expect(404, "nor the question");
    let own = dewi.get("/petugas/pengembangan").await;
    assert!(own.says("mencari calon Operator Layanan: Pengisian jabatan operator") && own.says("kotak talenta: Rapat tim penilai kinerja"));
    assert!(!own.says("Kotak 8"));
});
