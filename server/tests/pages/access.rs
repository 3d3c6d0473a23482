//! The access matrix: every address as every role, in two governments. What may not be seen is not found, or leads to
//! signing in; nobody learns that it exists.

use crate::support::{Client, signed_in, visitor};
use domain::feedback::{accept, answer, confirm, send};
use domain::testing::{World, answers};
use domain::{evaluation, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};
use vocabulary::ideas::NewIdea;

/// 200 for those who may, 404 for those who may not, 303 for strangers who could sign in.
const MATRIX: &[(&str, [u16; 8])] = &[
    // address                stranger resident verifier handler other-unit inspector assessor binjai
    ("/petugas", [303, 404, 200, 200, 200, 200, 200, 200]),
    ("/petugas/laporan", [303, 404, 200, 200, 200, 200, 200, 200]),
    ("/petugas/laporan/{open}", [303, 404, 200, 200, 404, 404, 404, 404]),
    ("/petugas/laporan/{new}", [303, 404, 200, 404, 404, 404, 404, 404]),
    ("/petugas/laporan/{misconduct}", [303, 404, 200, 404, 404, 200, 404, 404]),
    ("/petugas/laporan/{open}/identitas", [303, 404, 200, 404, 404, 404, 404, 404]),
    ("/petugas/laporan/{new}/identitas", [303, 404, 200, 404, 404, 404, 404, 404]),
    ("/petugas/laporan/{misconduct}/identitas", [303, 404, 200, 404, 404, 200, 404, 404]),
    ("/petugas/penilaian/{card}", [303, 404, 404, 404, 404, 404, 200, 404]),
    ("/petugas/penilaian", [303, 404, 200, 200, 200, 200, 200, 200]),
    ("/petugas/penilaian/{card}/foto/1", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/perbaikan", [303, 404, 404, 200, 200, 404, 404, 404]),
    ("/petugas/penilaian/tertahan", [303, 404, 404, 404, 404, 200, 404, 404]),
    ("/petugas/penilaian/tertahan/00000000-0000-0000-0000-000000000000", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/gagasan", [303, 404, 200, 200, 200, 200, 200, 200]),
    ("/petugas/gagasan/baru?pemda=medan", [303, 404, 200, 200, 200, 200, 200, 404]),
    ("/petugas/gagasan/{idea}", [303, 404, 200, 200, 200, 200, 200, 404]),
    ("/petugas/gagasan/{idea}/tandai", [303, 404, 200, 200, 200, 200, 200, 404]),
    ("/petugas/moderasi", [303, 404, 200, 200, 200, 200, 200, 200]),
    // Directory desks are the administrators' (tests of announcements and corrections).
    ("/petugas/direktori/medan/pengumuman", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/pengumuman/baru", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/koreksi", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/koreksi/tidakada", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/berkas", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/berkas/unit.csv", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/petugas/direktori/medan/berkas/pejabat.xlsx", [303, 404, 404, 404, 404, 404, 404, 404]),
    ("/medan/laporan/{open}", [200, 200, 200, 200, 200, 200, 200, 200]),
    ("/medan/laporan/{new}", [404, 404, 404, 404, 404, 404, 404, 404]),
    ("/medan/laporan/{misconduct}", [404, 404, 404, 404, 404, 404, 404, 404]),
    ("/medan/laporan/{new}/foto/1", [404, 404, 200, 404, 404, 404, 404, 404]),
    ("/binjai/laporan/{open}", [404, 404, 404, 404, 404, 404, 404, 404]),
    ("/lacak/laporan", [303, 303, 303, 303, 303, 303, 303, 303]),
    ("/akun", [303, 200, 200, 200, 200, 200, 200, 200]),
];

struct Subjects {
    open: String,
    new: String,
    misconduct: String,
    card: String,
    idea: String,
}

async fn subjects(world: &World) -> Subjects {
    let portal = &world.portal;
    let verifier = world.staff("Verena", Role::Verifier, "", None).await;
    let handler = world.staff("Hendra", Role::Handler, "", None).await;
    let mut made = Vec::new();
    for (key, kind, photo) in [("a", "pengaduan", false), ("b", "pengaduan", true), ("c", "penyimpangan", false), ("d", "pengaduan", false)] {
        let mut form = answers();
        form.key = key.repeat(32);
        form.kind = kind.into();
        if photo {
            let mut png = Vec::new();
            image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
            form.photos.push(portal.files.keep(domain::files::prepare(&png).unwrap()).await.unwrap().file);
        }
        made.push(send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap());
    }
    for (sent, kind, unit) in [(&made[0], "pengaduan", "disdukcapil"), (&made[2], "penyimpangan", "inspektorat"), (&made[3], "pengaduan", "disdukcapil")] {
        let input = AcceptInput::parse("Judul yang ditulis", "Teks yang ditulis.", if kind == "penyimpangan" { "rahasia" } else { "anonim" }, kind, unit, "").unwrap();
        accept(portal, &verifier, &sent.reference, &input).await.unwrap();
    }
    answer(portal, &handler, &made[3].reference, &AnswerInput::parse("upheld", "Sudah diperbaiki kemarin.").unwrap()).await.unwrap();
    confirm(portal, made[3].case, "").await.unwrap();
    let assessor = world.staff("Asri", Role::Assessor, "", Some("P101")).await;
    let proposed = NewIdea::parse("disdukcapil", "", "", "Loket sore setiap Rabu", "Warga yang bekerja dapat datang sore.").unwrap();
    let idea = domain::ideas::propose(portal, &handler, &world.medan, "idea", &proposed).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let card = evaluation::cards(&mut conn, &assessor).await.unwrap()[0].0.id.to_string();
    Subjects { open: made[0].reference.clone(), new: made[1].reference.clone(), misconduct: made[2].reference.clone(), card, idea }
}

on_both!(every_address_as_every_role, world => {
    let subjects = subjects(&world).await;
    let roles: Vec<(&str, Client)> = vec![
        ("stranger", visitor(&world)),
        ("resident", signed_in(&world, &world.resident("Sari").await).await),
        ("verifier", signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await),
        ("handler", signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await),
        ("handler of another unit", signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await),
        ("inspector", signed_in(&world, &world.staff("Ina", Role::Inspector, "inspektorat", None).await).await),
        ("assessor", signed_in(&world, &world.staff("Ari", Role::Assessor, "disdukcapil", Some("P101")).await).await),
        ("all roles in Binjai", signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await).await),
    ];
    for (address, expected) in MATRIX {
        let path = address.replace("{open}", &subjects.open).replace("{new}", &subjects.new).replace("{misconduct}", &subjects.misconduct).replace("{card}", &subjects.card).replace("{idea}", &subjects.idea);
        for ((role, client), status) in roles.iter().zip(expected) {
            assert_eq!(client.get(&path).await.status.as_u16(), *status, "{address} as {role}");
        }
    }
    // Writing needs the same right as reading; the matrix of the domain's stories covers each step.
    for (role, client) in roles.iter().filter(|(role, _)| !matches!(*role, "handler")) {
        let page = client.post(&format!("/petugas/laporan/{}", subjects.open), &[("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", "Jawaban dari yang tidak berhak.")]).await;
        assert!(matches!(page.status.as_u16(), 303 | 404) && page.location.as_deref() != Some("/petugas/laporan"), "answering as {role}: {}", page.status);
    }
});

on_both!(a_role_that_was_lost_is_gone_at_once, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let client = signed_in(&world, &vera).await;
    client.get("/petugas").await.expect(200, "with the role");
    let mut tx = world.portal.db.begin().await.unwrap();
    domain::on!(&mut tx, conn => sqlx::query("update role_grant set ended_at = $1 where account_id = $2").bind(1i64).bind(vera.account).execute(conn).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    client.get("/petugas").await.expect(404, "without it");
});
