//! Staff keep the directory through its pages: a reorganisation without a developer, and yesterday still shows yesterday.

use crate::support::{Client, Page, mails, signed_in, visitor};
use domain::ledger::verify::{Against, verify};
use domain::on_both;
use vocabulary::accounts::Role;

/// The form as the page shows it, with some fields typed over.
fn filled(page: &Page, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = crate::support::check::fields(&page.html).into_iter().filter(|(n, _)| n != "q" && n != "per").collect();
    for (name, value) in typed {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn post(client: &Client, path: &str, fields: &[(String, String)]) -> Page {
    client.post(path, &fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>()).await
}

/// Opens the form, types, looks at the preview and publishes or proposes.
async fn edit(client: &Client, path: &str, typed: &[(&str, &str)]) -> Page {
    let form = client.get(path).await;
    form.expect(200, path);
    let preview = post(client, path, &filled(&form, &[typed, &[("aksi", "periksa")]].concat())).await;
    preview.expect(200, "the preview");
    let sent = post(client, path, &filled(&preview, &[("aksi", "kirim")])).await;
    sent.expect(303, "after the preview");
    sent
}

on_both!(an_agency_is_reorganised_without_a_developer, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let (adi, bona, anyone) = (signed_in(&world, &first).await, signed_in(&world, &second).await, visitor(&world));
    let desk = adi.get("/petugas/direktori").await;
    assert_eq!(desk.location.as_deref(), Some("/petugas/direktori/medan"));
    adi.get("/petugas/direktori/medan").await.expect(200, "the desk");

    // A new agency, and the two old ones go into it.
    let base = [("nama", "Dinas Layanan Warga"), ("jenis", "dinas"), ("induk", "pemerintah"), ("alamat_halaman", "dinas-layanan-warga"), ("alasan", "Perangkat daerah disederhanakan"), ("sk", "Perda 3/2026")];
    let made = edit(&adi, "/petugas/direktori/medan/unit/baru", &base).await;
    assert_eq!(made.location.as_deref(), Some("/medan/unit/dinas-layanan-warga"));
    let merging = [("unit", "disdukcapil"), ("unit", "dishub"), ("tujuan", "dinas-layanan-warga"), ("mulai", "2026-11-02"), ("alasan", "Perangkat daerah disederhanakan"), ("sk", "Perda 3/2026")];
    let preview = adi.post("/petugas/direktori/medan/gabung", &[&merging[..], &[("aksi", "periksa")]].concat()).await;
    preview.expect(200, "what would move");
    assert!(preview.says("3 jabatan pindah") && preview.says("1 layanan pindah") && preview.says("2 unit berakhir"));
    adi.post("/petugas/direktori/medan/gabung", &[&merging[..], &[("aksi", "kirim")]].concat()).await.expect(303, "merged");

    // A holder changes, a summary is told anew.
    let holders = "/petugas/direktori/medan/jabatan/kabid-capil-disdukcapil/pejabat";
    adi.get(holders).await.expect(200, "the holders");
    let appoint = [("aksi", "tunjuk"), ("nama", "Sinta Lubis"), ("jenis_masa", "definitive"), ("mulai", "2026-11-02"), ("sk", "SK 821/2026"), ("alasan", "Rotasi pejabat")];
    let refused = adi.post(holders, &appoint).await;
    refused.expect(422, "somebody holds it");
    assert!(refused.html.contains("Sinta Lubis"), "what was typed is kept");
    adi.post(holders, &[&appoint[..], &[("akhiri", "ya")]].concat()).await.expect(303, "appointed");

    // The standard of next month waits for the second person.
    let proposed = edit(&adi, "/petugas/direktori/medan/standar/akta-kelahiran/ubah", &[("waktu", "4 jam kerja"), ("mulai", "2026-12-01"), ("alasan", "Loket ditambah"), ("sk", "Keputusan 9/2026")]).await;
    let change = proposed.location.unwrap();
    let own = adi.get(&change).await;
    own.expect(200, "the proposal");
    assert!(!own.html.contains("value=\"setujui\""), "one's own proposal has no button to approve");
    adi.post(&change, &[("aksi", "setujui")]).await.expect(409, "nor may one do it anyway");
    bona.get(&change).await.expect(200, "for the second person");
    bona.post(&change, &[("aksi", "setujui")]).await.expect(303, "approved");

    // Today shows today.
    let now = anyone.get("/medan/unit/dinas-layanan-warga").await;
    assert!(now.says("Kepala Bidang Pencatatan Sipil") && now.says("Unit yang digantikan"));
    let gone = anyone.get("/medan/unit/dishub").await;
    gone.expect(200, "its page stays");
    assert!(gone.says("Unit ini tidak ada lagi sejak 1 November 2026") && gone.html.contains("/medan/unit/dinas-layanan-warga"));
    assert!(anyone.get("/medan/jabatan/kabid-capil-disdukcapil").await.says("Sinta Lubis"));
    assert!(anyone.get("/medan/layanan/akta-kelahiran").await.says("1 hari kerja"));
    // Yesterday shows yesterday.
    assert!(anyone.get("/medan/unit?per=2026-11-01").await.says("Dinas Perhubungan"));
    assert!(!anyone.get("/medan/unit").await.says("Dinas Perhubungan"));
    let then = anyone.get("/medan/unit/disdukcapil?per=2026-11-01").await;
    assert!(then.says("Keadaan per Minggu, 1 November 2026") && then.says("Kepala Bidang Pencatatan Sipil") && !then.says("tidak ada lagi"));
    let post = anyone.get("/medan/jabatan/kabid-capil-disdukcapil?per=2026-11-01").await;
    assert!(post.says("Dewi Batubara") && !post.says("Sinta Lubis") && post.html.contains("/medan/unit/disdukcapil?per=2026-11-01"));
    let service = anyone.get("/medan/layanan/akta-kelahiran?per=2026-11-01").await;
    assert!(service.html.contains("/medan/unit/disdukcapil?per=2026-11-01") && service.html.contains("?per=2026-11-01\">Kepala Bidang Pencatatan Sipil"), "who did what that day");
    // So do charts, job maps and lists, whose links stay in that day.
    let chart = anyone.get("/medan/unit/pemerintah/bagan?per=2026-11-01").await;
    assert!(chart.says("Dinas Perhubungan") && !chart.says("Dinas Layanan Warga") && chart.html.contains("/medan/unit/dishub?per=2026-11-01"));
    assert!(chart.html.contains("/medan/unit/pemerintah/peta?per=2026-11-01") && chart.says("Keadaan per"));
    let map = anyone.get("/medan/unit/disdukcapil/peta?per=2026-11-01").await;
    assert!(map.says("Kepala Bidang Pencatatan Sipil") && map.html.contains("/medan/jabatan/kabid-capil-disdukcapil?per=2026-11-01"));
    assert!(!anyone.get("/medan/unit/disdukcapil/peta").await.says("Kepala Bidang Pencatatan Sipil"));
    let services = anyone.get("/medan/layanan?cara=unit&per=2026-11-01").await;
    assert!(services.says("Dinas Kependudukan dan Pencatatan Sipil") && !services.says("Dinas Layanan Warga"));
    assert!(services.html.contains("/medan/layanan?unit=disdukcapil&amp;per=2026-11-01") && services.html.contains("name=\"cara\" value=\"unit\""));
    assert!(anyone.get("/medan/layanan?unit=disdukcapil&per=2026-11-01").await.html.contains("/medan/layanan/akta-kelahiran?per=2026-11-01"));
    let near = anyone.get("/medan/layanan?wilayah=12.71.08.1006&per=2026-11-01").await;
    assert!(near.html.contains("/medan/unit/kelurahan-bagan-deli?per=2026-11-01") && near.html.contains("?wilayah=12.71.08.1006&amp;per=2026-11-01"));
    let posts = anyone.get("/medan/jabatan?jenis=administrator&per=2026-11-01").await;
    assert!(posts.says("Dewi Batubara") && posts.html.contains("/medan/jabatan/kabid-capil-disdukcapil?per=2026-11-01"));
    // And the history says why.
    let history = anyone.get("/medan/layanan/akta-kelahiran/riwayat").await;
    history.expect(200, "the service's history");
    assert!(history.says("Perangkat daerah disederhanakan") && !history.says("Adi"), "the public reads why, not who");
    assert!(!history.says("Loket ditambah"), "what is of next month is not told before");
    anyone.get("/medan/perubahan").await.expect(200, "the newest changes");
});

on_both!(a_form_with_mistakes_comes_back_as_it_was_typed, world => {
    let adi = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    let path = "/petugas/direktori/medan/unit/dishub/ubah";
    let form = adi.get(path).await;
    let wrong = post(&adi, path, &filled(&form, &[("nama", "Dinas <b>Tebal</b>"), ("mulai", "kemarin"), ("alasan", ""), ("surel", "bukan surel"), ("aksi", "periksa")])).await;
    wrong.expect(422, "three mistakes");
    assert!(wrong.html.contains("Dinas &lt;b&gt;Tebal&lt;/b&gt;") && wrong.html.contains("value=\"kemarin\"") && wrong.html.contains("bukan surel"));
    for address in ["/medan/unit?per=kemarin", "/medan/unit/dishub?per=2999-01-01", "/medan/jabatan/kepala-disdukcapil?per=", "/medan/layanan?per=1999-13-01", "/medan/unit/disdukcapil/peta?per=besok"] {
        adi.get(address).await.expect(422, "a day that is none");
    }
    // Before there are records, the page says since when there are and leads there.
    for address in [
        "/medan/unit", "/medan/jabatan", "/medan/layanan", "/medan/layanan?huruf=A", "/medan/layanan?wilayah=12.71.08", "/medan/unit/dishub", "/medan/unit/dishub/bagan", "/medan/unit/dishub/peta",
        "/medan/jabatan/kepala-disdukcapil", "/medan/layanan/akta-kelahiran",
    ] {
        let with = |day: &str| format!("{address}{}per={day}", if address.contains('?') { '&' } else { '?' });
        let page = adi.get(&with("1999-01-01")).await;
        page.expect(404, address);
        assert!(page.says("Catatan dimulai pada Kamis, 1 Januari 2026"), "{address}: {}", crate::support::check::text(&page.html));
        let first = with("2026-01-01");
        assert!(page.html.contains(&format!("href=\"{}\"", first.replace('&', "&amp;"))), "{address} leads to its first day: {}", page.html);
        adi.get(&first).await.expect(200, &first);
    }
    assert!(!adi.get("/medan/unit/tidak-ada?per=1999-01-01").await.says("Catatan dimulai"), "of what is not there nothing is told");
});

on_both!(a_form_sent_as_it_was_opened_changes_nothing, world => {
    let adi = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    for path in ["unit/dishub", "unit/kelurahan-bagan-deli", "jabatan/kabid-capil-disdukcapil", "jabatan/operator-disdukcapil", "layanan/akta-kelahiran", "layanan/surat-keterangan-tidak-mampu"] {
        let path = format!("/petugas/direktori/medan/{path}/ubah");
        let same = post(&adi, &path, &filled(&adi.get(&path).await, &[("alasan", "Tidak ada apa-apa"), ("aksi", "periksa")])).await;
        same.expect(422, &path);
        assert!(same.says("Tidak ada yang berubah"), "{path}: {}", crate::support::check::text(&same.html));
    }
});

on_both!(the_workload_of_a_post_is_kept_and_shown_with_its_formula, world => {
    let adi = signed_in(&world, &world.staff("Adi", Role::Administrator, "", None).await).await;
    let path = "/petugas/direktori/medan/jabatan/operator-disdukcapil/abk";
    adi.get(path).await.expect(200, "empty");
    adi.post(path, &[("uraian", "Menerima berkas | enam ribu | 15")]).await.expect(422, "not a number");
    adi.post(path, &[("uraian", "Menerima berkas | 6000 | 15\nMemeriksa | 4000 | 20\nMengarsipkan | 600 | 45")]).await.expect(303, "kept");
    let page = adi.get(path).await;
    assert!(page.says("197.000 menit dibagi 75.000 menit efektif setahun = 2,63 orang"));
    assert!(!visitor(&world).get("/medan/jabatan/operator-disdukcapil").await.says("2,63"), "internal");
});

on_both!(the_desk_is_not_there_for_others, world => {
    let ward = signed_in(&world, &world.staff("Wati", Role::Administrator, "kelurahan-bagan-deli", None).await).await;
    let verifier = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let binjai = signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await).await;
    for path in ["unit/dishub", "unit/dishub/akhiri", "jabatan/kepala-disdukcapil/pejabat", "jabatan/kepala-disdukcapil/abk"] {
        for (who, client) in [("a ward's administrator", &ward), ("a verifier", &verifier), ("another city's administrator", &binjai)] {
            client.get(&format!("/petugas/direktori/medan/{path}")).await.expect(404, &format!("{path} for {who}"));
        }
    }
    ward.get("/petugas/direktori/medan/unit/kelurahan-bagan-deli").await.expect(200, "one's own");
    let form = ward.get("/petugas/direktori/medan/unit/dishub/ubah").await;
    assert_eq!(post(&ward, "/petugas/direktori/medan/unit/dishub/ubah", &filled(&form, &[("jam", "x"), ("alasan", "mencoba"), ("aksi", "periksa")])).await.status.as_u16(), 404);
});

on_both!(administrators_give_and_end_roles_of_others, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let there = world.account_in("binjai", "Cita", Some((Role::Administrator, "pemerintah")), None).await;
    let sari = world.resident("Sari").await;
    let (adi, bona, cita, hers) = (signed_in(&world, &first).await, signed_in(&world, &second).await, signed_in(&world, &there).await, signed_in(&world, &sari).await);
    let at = "/petugas/direktori/medan/peran";
    let wrong = adi.post(at, &[("surel", "siapa@medan.example"), ("peran", ""), ("unit", "disdukcapil"), ("alasan", "eh")]).await;
    assert!(wrong.expect(422, "no role and hardly a reason").html.contains("siapa@medan.example"), "what was typed stays");
    let reason = "Surat tugas 12 tahun 2026.";
    let stranger = adi.post(at, &[("surel", "siapa@medan.example"), ("peran", "handler"), ("unit", "disdukcapil"), ("alasan", reason)]).await;
    assert!(stranger.expect(422, "nobody has this address").says("Belum ada akun yang terkonfirmasi"));
    adi.post(at, &[("surel", &first.email), ("peran", "inspector"), ("unit", "pemerintah"), ("alasan", reason)]).await.expect(409, "nobody serves themselves");
    let nobody = adi.post(at, &[("surel", &sari.email), ("peran", "post_holder"), ("unit", "disdukcapil"), ("pegawai", "tidak-ada"), ("alasan", reason)]).await;
    nobody.expect(422, "no such civil servant");
    hers.get("/petugas/laporan").await.expect(404, "nothing was half done");
    let giving = [("surel", sari.email.as_str()), ("peran", "handler"), ("unit", "disdukcapil"), ("alasan", reason)];
    for stranger in [&cita, &hers] {
        stranger.get(at).await.expect(404, "not theirs");
        stranger.post(at, &giving).await.expect(404, "not theirs either");
    }
    adi.post(at, &giving).await.expect(303, "given");
    adi.post(at, &giving).await.expect(409, "she has it");
    hers.get("/petugas/laporan").await.expect(200, "from the next request on");
    let list = bona.get(at).await;
    assert!(list.says("Sari") && list.says(reason) && list.says("oleh Adi"), "the other administrator reads it");
    assert!(bona.get("/akun").await.says("Peran petugas di"), "and is told");
    let told = mails(&world).await;
    assert!(told.iter().any(|mail| mail.to == sari.email && mail.subject.contains("peran baru") && !mail.text.contains(reason)), "she is told, not why");

    // Each of the two sees the other's role with a way to end it, and not their own.
    let ends: Vec<String> = crate::support::check::tags(&list.html).iter().filter_map(|t| t.get("href")).filter(|h| h.starts_with(&format!("{at}/"))).map(str::to_owned).collect();
    assert_eq!(ends.len(), 2, "Adi's and Sari's");
    let mut page = None;
    for end in &ends {
        let shown = bona.get(end).await;
        if shown.says("Sari") {
            page = Some(end.clone());
        }
        cita.get(end).await.expect(404, "of another government");
        cita.post(end, &[("alasan", reason)]).await.expect(404, "of another government");
    }
    let page = page.unwrap();
    bona.post(&page, &[("alasan", "eh")]).await.expect(422, "a reason is needed");
    hers.post(&page, &[("alasan", reason)]).await.expect(404, "she is no administrator");
    bona.post(&page, &[("alasan", "Pindah tugas ke kelurahan.")]).await.expect(303, "ended");
    bona.post(&page, &[("alasan", "Pindah tugas ke kelurahan.")]).await.expect(404, "it is over");
    hers.get("/petugas/laporan").await.expect(404, "from the next request on");
    let own = ends.iter().find(|end| **end != page).unwrap();
    adi.post(own, &[("alasan", reason)]).await.expect(409, "one's own is another's to end");
    assert!(verify(&world.portal, &Against::default(), &mut |_, _, _| {}).await.unwrap().findings.is_empty(), "the ledger and the rows say the same");
});
