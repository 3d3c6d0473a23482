//! The public addresses. People print them, chat them and bookmark them: taking one away is a decision, not a change.

use crate::support::visitor;
use domain::on_both;

pub const ADDRESSES: &[&str] = &[
    "/",
    "/cari?q=akta",
    "/privasi",
    "/luring",
    "/kotak-keluar",
    "/kotak-keluar/tulis",
    "/catatan",
    "/lacak",
    "/masuk",
    "/masuk/tautan",
    "/daftar",
    "/medan",
    "/medan/cari?q=akta",
    "/medan/unit",
    "/medan/unit/disdukcapil",
    "/medan/unit/pemerintah/bagan",
    "/medan/unit/pemerintah/peta",
    "/medan/unit/disdukcapil/bagan",
    "/medan/unit/disdukcapil/peta",
    "/medan/unit/kecamatan-medan-belawan/bagan",
    "/medan/jabatan",
    "/medan/jabatan/kepala-disdukcapil",
    "/medan/pelatihan",
    "/medan/layanan",
    "/medan/layanan?peristiwa=lahir",
    "/medan/layanan?cara=abjad",
    "/medan/layanan?huruf=A",
    "/medan/layanan?cara=unit",
    "/medan/layanan?unit=disdukcapil",
    "/medan/layanan?cara=wilayah",
    "/medan/layanan?wilayah=12.71.08",
    "/medan/layanan?wilayah=12.71.08.1006",
    "/medan/layanan?wilayah=12.71.08&layanan=surat-keterangan-tidak-mampu",
    "/medan/layanan/akta-kelahiran",
    "/medan/layanan/surat-keterangan-tidak-mampu",
    "/medan/layanan/surat-keterangan-tidak-mampu?wilayah=12.71.08.1006",
    "/medan/layanan/luar/paspor",
    "/medan/pengumuman",
    "/medan/pengumuman.atom",
    "/medan/lowongan",
    "/medan/koreksi",
    "/medan/koreksi?tentang=layanan:akta-kelahiran",
    "/medan/lapor",
    "/medan/laporan",
    "/medan/laporan?layanan=akta-kelahiran&unsur=completion_time",
    "/medan/forum",
    "/medan/forum/layanan",
    "/medan/kabar?tentang=unit:disdukcapil",
    "/catatan.atom",
    "/medan/laporan.atom",
    "/medan/laporan.atom?unit=disdukcapil",
    "/medan/laporan.atom?layanan=akta-kelahiran",
    "/medan/forum.atom",
    "/medan/forum.atom?kategori=layanan",
    "/medan/kinerja",
    "/medan/kinerja.csv",
    "/medan/kinerja.json",
    "/medan/kinerja.atom",
    "/medan/data",
    "/medan/data/units.csv",
    "/medan/data/units.json",
    "/medan/data/units.schema.json",
    "/medan/data/positions.csv",
    "/medan/data/positions.json",
    "/medan/data/positions.schema.json",
    "/medan/data/tenures.csv",
    "/medan/data/tenures.json",
    "/medan/data/tenures.schema.json",
    "/medan/data/services.csv",
    "/medan/data/services.json",
    "/medan/data/services.schema.json",
    "/medan/data/popolo.json",
    "/medan/data/layanan.jsonld",
    "/api/openapi.json",
    "/api/v1/governments",
    "/api/v1/governments/medan",
    "/api/v1/governments/medan/units",
    "/api/v1/governments/medan/units/disdukcapil",
    "/api/v1/governments/medan/positions",
    "/api/v1/governments/medan/positions/kepala-disdukcapil",
    "/api/v1/governments/medan/services",
    "/api/v1/governments/medan/services/akta-kelahiran",
    "/api/v1/governments/medan/tenures",
    "/api/v1/governments/medan/search?q=akta",
    "/api/v1/ledger",
    "/api/v1/ledger/heads",
    "/api/v1/ledger/entries",
    "/open311",
    "/open311/v2",
    "/open311/discovery.json",
    "/open311/discovery.xml",
    "/open311/openapi.json",
    "/open311/v2/discovery.json",
    "/open311/v2/services.json?jurisdiction_id=medan",
    "/open311/v2/services.xml?jurisdiction_id=medan",
    "/open311/v2/services/akta-kelahiran.json?jurisdiction_id=medan",
    "/open311/v2/services/umum.pengaduan.xml?jurisdiction_id=medan",
    "/open311/v2/requests.json?jurisdiction_id=medan",
    "/open311/v2/requests.xml?jurisdiction_id=medan",
    "/open311/v2/servicerequestupdates.json?jurisdiction_id=medan",
    "/open311/v2/servicerequestupdates.xml?jurisdiction_id=medan",
    "/open311/v2/lapor.csv?jurisdiction_id=medan",
    "/sitemap.xml",
    "/sitemap.xml?daerah=medan",
    "/robots.txt",
    "/healthz",
    "/readyz",
];

/// Answered for islands, with no page around.
const FRAGMENTS: &[&str] = &["/cari/usul?q=akta", "/medan/cari/usul?q=akta"];

on_both!(every_public_address_answers, world => {
    let client = visitor(&world);
    for address in ADDRESSES.iter().chain(FRAGMENTS) {
        client.get(address).await.expect(200, address);
    }
});

on_both!(what_is_never_public_is_on_no_page, world => {
    let client = visitor(&world);
    for address in ADDRESSES.iter().chain(FRAGMENTS) {
        let page = client.get(address).await;
        for number in ["197803062005012901", "198704242011012912", "197004222001041904"] {
            assert!(!page.html.contains(number), "{address} shows an employee number");
        }
    }
});

on_both!(both_languages, world => {
    let client = visitor(&world);
    client.post("/bahasa", &[("bahasa", "en")]).await.expect(303, "chosen");
    for address in ADDRESSES {
        let page = client.get(address).await;
        // Files, health and what programs read have no language of their own.
        assert!(!page.is_page() || page.expect(200, address).html.contains("<html lang=\"en\">"), "{address}");
    }
});

on_both!(pages_without_islands_load_no_script, world => {
    let client = visitor(&world);
    for address in ADDRESSES {
        let suggests = address.contains("/cari?");
        let keeps = address.ends_with("/lapor") || address.starts_with("/kotak-keluar");
        let html = client.get(address).await.html.replace("<script type=\"application/ld+json\">", "");
        assert_eq!(html.contains("/aset/balai.js"), suggests, "{address}");
        assert_eq!(html.contains("/aset/outbox.js"), keeps, "{address}");
        assert_eq!(html.matches("<script").count(), usize::from(suggests || keeps), "{address}");
    }
});
