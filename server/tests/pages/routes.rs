//! The public addresses. People print them, chat them and bookmark them: taking one away is a decision, not a change.

use crate::support::visitor;
use domain::on_both;

const ADDRESSES: &[&str] = &[
    "/",
    "/cari?q=akta",
    "/privasi",
    "/catatan",
    "/lacak",
    "/masuk",
    "/masuk/tautan",
    "/daftar",
    "/medan",
    "/medan/cari?q=akta",
    "/medan/unit",
    "/medan/unit/disdukcapil",
    "/medan/jabatan",
    "/medan/jabatan/kepala-disdukcapil",
    "/medan/layanan",
    "/medan/layanan/akta-kelahiran",
    "/medan/lapor",
    "/medan/laporan",
    "/medan/forum",
    "/medan/forum/layanan",
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
    for address in ADDRESSES.iter().filter(|a| !a.ends_with('z')) {
        let page = client.get(address).await;
        assert!(page.expect(200, address).html.contains("<html lang=\"en\">"), "{address}");
    }
});

on_both!(pages_without_islands_load_no_script, world => {
    let client = visitor(&world);
    for address in ADDRESSES {
        let suggests = address.contains("/cari?");
        assert_eq!(client.get(address).await.html.contains("<script"), suggests, "{address}");
    }
});
