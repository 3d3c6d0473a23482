//! The directory as files through its pages: taken home, changed, tried, applied; and what is wrong is said.

use crate::support::{Client, Page, signed_in, visitor};
use domain::on_both;
use vocabulary::accounts::Role;

const BASE: &str = "/petugas/direktori/medan/berkas";

async fn upload(client: &Client, kind: &str, reason: &str, bytes: &[u8]) -> Page {
    client.post_multipart(BASE, &[("jenis", kind), ("alasan", reason), ("sk", "Perda 3/2026")], &[("berkas", bytes)]).await
}

on_both!(a_file_goes_out_is_changed_tried_and_applied, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let (adi, bona, anyone) = (signed_in(&world, &first).await, signed_in(&world, &second).await, visitor(&world));
    adi.get(BASE).await.expect(200, "the form and the exports");
    for kind in ["unit", "jabatan", "layanan", "standar", "pejabat"] {
        for (end, media) in [("csv", "text/csv; charset=utf-8"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")] {
            let file = adi.get(&format!("{BASE}/{kind}.{end}")).await;
            file.expect(200, kind);
            assert_eq!(file.headers["content-type"], media);
            assert!(file.headers["content-disposition"].to_str().unwrap().contains(&format!("medan-{kind}-2026-11-02.{end}")));
        }
    }
    for nothing in ["unit.pdf", "orang.csv", "baru", "018f0000-0000-7000-8000-000000000000"] {
        adi.get(&format!("{BASE}/{nothing}")).await.expect(404, nothing);
    }
    let units = adi.get(&format!("{BASE}/unit.csv")).await.html;
    let same = upload(&adi, "unit", "Mengunggah kembali", units.as_bytes()).await;
    let same = adi.get(same.expect(303, "read").location.as_deref().unwrap()).await;
    assert!(same.expect(200, "the dry run").says("Berkas ini sama dengan keadaan yang tercatat") && !same.html.contains("value=\"terapkan\""));

    let changed = units.replace("Dinas Perhubungan,", "Dinas Perhubungan dan Mobilitas,").replace("alamat_halaman,", "Alamat_Halaman,");
    let tried = upload(&adi, "unit", "Nama yang baru", changed.as_bytes()).await.location.unwrap();
    let dry = adi.get(&tried).await;
    dry.expect(200, "the dry run");
    assert!(dry.says("Dinas Perhubungan dan Mobilitas") && dry.says("Nama yang baru") && dry.html.contains("value=\"terapkan\""));
    assert!(!anyone.get("/medan/unit/dishub").await.says("Mobilitas"), "nothing has changed yet");
    bona.get(&tried).await.expect(404, "another's file");
    bona.post(&tried, &[("aksi", "terapkan")]).await.expect(404, "nor applied by another");
    adi.post(&tried, &[("aksi", "lain")]).await.expect(400, "no such act");
    adi.post(&tried, &[("aksi", "terapkan")]).await.expect(303, "applied");
    assert!(anyone.get("/medan/unit/dishub").await.says("Mobilitas"));
    adi.post(&tried, &[("aksi", "terapkan")]).await.expect(404, "once");

    // What needs a second person waits for one.
    let standard = "alamat_halaman;waktu;mulai;sk\nakta-kelahiran;4 jam kerja;2026-12-01;Keputusan 9/2026\n";
    let tried = upload(&adi, "standar", "Loket ditambah", standard.as_bytes()).await.location.unwrap();
    assert!(adi.get(&tried).await.says("disetujui orang kedua"));
    let change = adi.post(&tried, &[("aksi", "terapkan")]).await.location.unwrap();
    assert!(change.starts_with("/petugas/direktori/medan/perubahan/"));
    bona.get(&change).await.expect(200, "for the second person");
    bona.post(&change, &[("aksi", "setujui")]).await.expect(303, "approved");
});

on_both!(a_file_with_mistakes_says_where_they_are, world => {
    let adi = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    let nothing = adi.post_multipart(BASE, &[("jenis", "orang"), ("alasan", "eh"), ("sk", "Perda 3/2026")], &[]).await;
    nothing.expect(422, "no file, no kind, no reason");
    assert!(nothing.html.contains("Perda 3/2026") && nothing.html.contains(">eh</textarea>"), "what was typed is kept");
    let unread = upload(&adi, "unit", "Alasan yang panjang", b"alamat_halaman,nip\ndishub,=1+1\n").await;
    unread.expect(422, "a column and a formula");
    assert!(unread.says("Kolom ini tidak dikenal") && unread.says("Sel ini berisi rumus") && unread.says("Alasan yang panjang"));
    let bad = upload(&adi, "unit", "Alasan yang panjang", b"alamat_halaman,induk\ndishub,tidak-ada\n").await;
    let tried = bad.expect(303, "it can be read").location.clone().unwrap();
    let dry = adi.get(&tried).await;
    dry.expect(200, "the dry run");
    assert!(dry.says("Pilihan itu tidak ada") && !dry.html.contains("value=\"terapkan\""));
    adi.post(&tried, &[("aksi", "terapkan")]).await.expect(422, "applied all the same, it is refused all the same");
    upload(&adi, "unit", "Alasan yang panjang", &vec![b'a'; 5 * 1024 * 1024 + 1]).await.expect(422, "too large, by name");
    upload(&adi, "unit", "Alasan yang panjang", &vec![b'a'; 7 * 1024 * 1024]).await.expect(413, "much too large");
    let stranger = visitor(&world);
    stranger.get(BASE).await.expect(303, "first sign in");
});

on_both!(files_are_for_who_administers_the_whole, world => {
    let ward = signed_in(&world, &world.staff("Wati", Role::Administrator, "kelurahan-bagan-deli", None).await).await;
    let verifier = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let binjai = signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await).await;
    for (who, client) in [("a ward's administrator", &ward), ("a verifier", &verifier), ("another city's administrator", &binjai)] {
        client.get(BASE).await.expect(404, who);
        client.get(&format!("{BASE}/pejabat.csv")).await.expect(404, who);
        upload(client, "unit", "Mencoba saja", b"alamat_halaman,jam\ndishub,07.00\n").await.expect(404, who);
    }
});
