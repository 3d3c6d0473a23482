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
