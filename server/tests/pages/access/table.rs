//! Who finds what: the one table. A row is an address of `app/src/pages.rs` with its method; a route without a row fails
//! the test. For an address below something that the portal keeps, `{reference}` and the like are filled from
//! `objects.rs` with every object of that kind, in both governments.
//!
//! To add one: write the row, with the narrowest right that is true. For a form name what it may do (`aksi=…`), so that
//! everyone who may not do it tries it. Where the objects are too many for here, say `Elsewhere` with the test that has them.

use super::objects::Who::{self, *};

/// By what right an address answers.
#[derive(Debug, Clone, Copy)]
pub enum Right {
    /// It is for everyone.
    Everyone,
    /// It answers everyone with a redirect.
    Leads,
    /// For who is signed in; strangers are led to signing in.
    Account,
    /// For everyone with some role; what it shows is their own.
    Staff,
    /// For everyone with some role in the government whose it is.
    Colleagues,
    /// For who holds one of these roles in the government of the address, or in any where it has none. What it shows is
    /// held by the canaries.
    Roles(&'static [Who]),
    /// Who works on the case, by `objects::CASES`.
    Desk,
    /// Who may ask for the identity of the case.
    Identity,
    /// The published cases.
    Published,
    /// A photo: the published ones, and all of them for the desk and the reporter.
    Photo,
    /// Who holds the receipt; everyone else is led to `/lacak`.
    Receipt,
    /// Who assesses the card, and who it is about.
    Card,
    /// Made-up objects are found by nobody; the real ones are tried by the test named here.
    Elsewhere(#[expect(dead_code, reason = "read by people")] &'static str),
}

pub struct Row {
    pub route: &'static str,
    pub right: Right,
    /// What a form may do, a line each.
    pub acts: &'static [&'static str],
}

const fn get(route: &'static str, right: Right) -> Row {
    Row { route, right, acts: &[] }
}

const fn post(route: &'static str, right: Right, acts: &'static [&'static str]) -> Row {
    Row { route, right, acts }
}

const ADMIN: Right = Right::Roles(&[Administrator]);

pub const TABLE: &[Row] = &[
    // For everyone.
    get("GET /", Right::Everyone),
    get("GET /cari", Right::Everyone),
    get("GET /cari/usul", Right::Everyone),
    get("GET /privasi", Right::Everyone),
    get("GET /catatan", Right::Everyone),
    get("GET /lacak", Right::Everyone),
    get("GET /masuk", Right::Everyone),
    get("GET /masuk/tautan", Right::Everyone),
    get("GET /masuk/tautan/{token}", Right::Everyone),
    get("GET /daftar", Right::Everyone),
    get("GET /{gov}", Right::Everyone),
    get("GET /{gov}/perubahan", Right::Everyone),
    get("GET /{gov}/perubahan.atom", Right::Everyone),
    get("GET /{gov}/unit/{slug}/riwayat", Right::Everyone),
    get("GET /{gov}/jabatan/{slug}/riwayat", Right::Everyone),
    get("GET /{gov}/layanan/{slug}/riwayat", Right::Everyone),
    get("GET /{gov}/cari", Right::Everyone),
    get("GET /{gov}/cari/usul", Right::Everyone),
    get("GET /{gov}/unit", Right::Everyone),
    get("GET /{gov}/unit/{slug}", Right::Everyone),
    get("GET /{gov}/unit/{slug}/bagan", Right::Everyone),
    get("GET /{gov}/unit/{slug}/peta", Right::Everyone),
    get("GET /{gov}/jabatan", Right::Everyone),
    get("GET /{gov}/jabatan/{slug}", Right::Everyone),
    get("GET /{gov}/pelatihan", Right::Everyone),
    get("GET /{gov}/layanan", Right::Everyone),
    get("GET /{gov}/layanan/{slug}", Right::Everyone),
    get("GET /{gov}/layanan/luar/{key}", Right::Everyone),
    get("GET /{gov}/pengumuman", Right::Everyone),
    get("GET /{gov}/pengumuman.atom", Right::Everyone),
    get("GET /{gov}/pengumuman/{slug}", Right::Elsewhere("announcements.rs")),
    get("GET /{gov}/lowongan", Right::Everyone),
    get("GET /{gov}/koreksi", Right::Everyone),
    get("GET /{gov}/koreksi/{code}", Right::Everyone),
    get("GET /{gov}/lapor", Right::Everyone),
    get("GET /{gov}/laporan", Right::Everyone),
    get("GET /{gov}/laporan/{reference}", Right::Published),
    get("GET /{gov}/laporan/{reference}/foto/{number}", Right::Photo),
    get("GET /{gov}/laporan/{reference}/ombudsman.pdf", Right::Published),
    get("GET /{gov}/forum", Right::Everyone),
    get("GET /{gov}/forum/{category}", Right::Everyone),
    get("GET /{gov}/forum/topik/{code}", Right::Everyone),
    get("GET /{gov}/kinerja", Right::Everyone),
    get("GET /{gov}/kinerja.csv", Right::Everyone),
    get("GET /{gov}/kinerja.json", Right::Everyone),
    get("GET /{gov}/data", Right::Everyone),
    // For programs.
    get("GET /open311", Right::Everyone),
    get("GET /open311/{file}", Right::Elsewhere("open311.rs")),
    get("GET /open311/v2/{file}", Right::Elsewhere("open311.rs")),
    get("GET /open311/v2/services/{file}", Right::Elsewhere("open311.rs")),
    get("GET /open311/v2/requests/{file}", Right::Elsewhere("open311.rs")),
    get("GET /open311/v2/tokens/{file}", Right::Elsewhere("open311.rs")),
    get("GET /robots.txt", Right::Everyone),
    get("GET /sitemap.xml", Right::Everyone),
    get("GET /{gov}/data/{file}", Right::Everyone),
    get("GET /api/openapi.json", Right::Everyone),
    get("GET /api/v1/governments", Right::Everyone),
    get("GET /api/v1/governments/{gov}", Right::Everyone),
    get("GET /api/v1/governments/{gov}/search", Right::Everyone),
    get("GET /api/v1/governments/{gov}/units", Right::Everyone),
    get("GET /api/v1/governments/{gov}/units/{slug}", Right::Everyone),
    get("GET /api/v1/governments/{gov}/positions", Right::Everyone),
    get("GET /api/v1/governments/{gov}/positions/{slug}", Right::Everyone),
    get("GET /api/v1/governments/{gov}/services", Right::Everyone),
    get("GET /api/v1/governments/{gov}/services/{slug}", Right::Everyone),
    get("GET /api/v1/governments/{gov}/tenures", Right::Everyone),
    get("GET /api/v1/ledger", Right::Everyone),
    get("GET /api/v1/ledger/heads", Right::Everyone),
    get("GET /api/v1/ledger/entries", Right::Everyone),
    get("GET /api/v1/ledger/inclusion", Right::Everyone),
    get("GET /api/v1/ledger/consistency", Right::Everyone),
    // By receipt.
    get("GET /{gov}/lapor/terkirim", Right::Receipt),
    get("GET /lacak/laporan", Right::Receipt),
    get("GET /lacak/laporan/bukti.json", Right::Receipt),
    get("GET /lacak/laporan/ombudsman.pdf", Right::Receipt),
    // By account.
    get("GET /akun", Right::Account),
    get("GET /{gov}/forum/baru", Right::Account),
    get("GET /{gov}/forum/topik/{code}/tandai", Right::Account),
    // By role.
    get("GET /petugas", Right::Staff),
    get("GET /petugas/laporan", Right::Staff),
    get("GET /petugas/laporan/bersama", Right::Staff),
    get("GET /petugas/laporan/serah-terima", Right::Staff),
    get("GET /petugas/laporan/templat", Right::Staff),
    get("GET /petugas/laporan/{reference}", Right::Desk),
    get("GET /petugas/laporan/{reference}/identitas", Right::Identity),
    get("GET /petugas/penilaian", Right::Staff),
    get("GET /petugas/penilaian/{card}", Right::Card),
    get("GET /petugas/penilaian/kinerja", Right::Staff),
    get("GET /petugas/penilaian/jejak", Right::Staff),
    get("GET /petugas/penilaian/pegawai", Right::Roles(&[Assessor])),
    get("GET /petugas/penilaian/pelimpahan", Right::Roles(&[Assessor])),
    get("GET /petugas/penilaian/periode", Right::Roles(&[])),
    get("GET /petugas/penilaian/periode/{gov}", Right::Roles(&[])),
    get("GET /petugas/penilaian/skp/{plan}", Right::Elsewhere("evaluation.rs")),
    get("GET /petugas/penilaian/skp/{plan}/hasil/{key}", Right::Elsewhere("evaluation.rs")),
    get("GET /petugas/penilaian/evaluasi/{evaluation}", Right::Elsewhere("evaluation.rs")),
    post("POST /petugas/penilaian/kinerja", Right::Elsewhere("evaluation.rs"), &["aksi=mulai&masa=00000000-0000-0000-0000-000000000000&tahun=2026"]),
    post(
        "POST /petugas/penilaian/pelimpahan",
        Right::Elsewhere("evaluation.rs"),
        &["aksi=limpahkan&pemerintah=medan&dari=inspektur-inspektorat&kepada=kepala-disdukcapil&mulai=2026-11-03&sampai=2026-11-04&alasan=Dari+orang+lain"],
    ),
    post("POST /petugas/penilaian/periode/{gov}", Right::Roles(&[]), &["aksi=buka&tahun=2026&irama=bulanan"]),
    post("POST /petugas/penilaian/skp/{plan}", Right::Elsewhere("evaluation.rs"), &["aksi=setujui&suntingan=0"]),
    post("POST /petugas/penilaian/skp/{plan}/hasil/{key}", Right::Elsewhere("evaluation.rs"), &["suntingan=0&kategori=utama"]),
    post("POST /petugas/penilaian/evaluasi/{evaluation}", Right::Elsewhere("evaluation.rs"), &["aksi=baca&suntingan=0", "aksi=unduh&bentuk=zip"]),
    get("GET /petugas/penilaian/{card}/foto/{number}", Right::Elsewhere("evidence.rs and the domain's evidence/rights.rs")),
    get("GET /petugas/penilaian/tertahan", Right::Roles(&[Inspector])),
    get("GET /petugas/penilaian/tertahan/{hold}", Right::Elsewhere("evidence.rs and the domain's evidence/brigading.rs")),
    get("GET /petugas/perbaikan", Right::Roles(&[Handler, OtherHandler])),
    get("GET /petugas/pembinaan", Right::Staff),
    get("GET /petugas/pembinaan/baru", Right::Elsewhere("development.rs")),
    get("GET /petugas/pembinaan/{id}", Right::Elsewhere("development.rs")),
    get("GET /petugas/pengembangan", Right::Staff),
    get("GET /petugas/pengembangan/{person}", Right::Elsewhere("development.rs")),
    get("GET /petugas/pelatihan", Right::Roles(&[])),
    get("GET /petugas/talenta", Right::Roles(&[])),
    get("GET /petugas/talenta/{id}", Right::Elsewhere("development.rs")),
    get("GET /petugas/gagasan", Right::Staff),
    get("GET /petugas/gagasan/baru", Right::Colleagues),
    get("GET /petugas/gagasan/{code}", Right::Colleagues),
    get("GET /petugas/gagasan/{code}/tandai", Right::Colleagues),
    get("GET /petugas/moderasi", Right::Staff),
    get("GET /petugas/direktori", ADMIN),
    get("GET /petugas/direktori/{gov}", ADMIN),
    get("GET /petugas/direktori/{gov}/perubahan", ADMIN),
    get("GET /petugas/direktori/{gov}/perubahan/{change}", ADMIN),
    get("GET /petugas/direktori/{gov}/gabung", ADMIN),
    get("GET /petugas/direktori/{gov}/berkas", ADMIN),
    get("GET /petugas/direktori/{gov}/berkas/{file}", ADMIN),
    get("GET /petugas/direktori/{gov}/unit/{slug}", ADMIN),
    get("GET /petugas/direktori/{gov}/unit/baru", ADMIN),
    get("GET /petugas/direktori/{gov}/{kind}/baru", ADMIN),
    get("GET /petugas/direktori/{gov}/{kind}/{slug}/ubah", ADMIN),
    get("GET /petugas/direktori/{gov}/{kind}/{slug}/akhiri", ADMIN),
    get("GET /petugas/direktori/{gov}/jabatan/{slug}/pejabat", ADMIN),
    get("GET /petugas/direktori/{gov}/jabatan/{slug}/abk", ADMIN),
    get("GET /petugas/direktori/{gov}/pengumuman", ADMIN),
    get("GET /petugas/direktori/{gov}/pengumuman/baru", ADMIN),
    get("GET /petugas/direktori/{gov}/pengumuman/{slug}", ADMIN),
    get("GET /petugas/direktori/{gov}/open311", ADMIN),
    get("GET /petugas/direktori/{gov}/lapor", ADMIN),
    get("GET /petugas/direktori/{gov}/terusan", ADMIN),
    get("GET /petugas/laporan/{reference}/terusan", Right::Desk),
    get("GET /petugas/direktori/{gov}/koreksi", ADMIN),
    get("GET /petugas/direktori/{gov}/koreksi/{code}", ADMIN),
    // Forms that everyone may send; what they lead to is tried by the stories.
    post("POST /bahasa", Right::Leads, &[]),
    post("POST /lacak", Right::Everyone, &[]),
    post("POST /keluar-cepat", Right::Leads, &[]),
    post("POST /masuk", Right::Everyone, &[]),
    post("POST /masuk/contoh", Right::Everyone, &[]),
    post("POST /masuk/tautan", Right::Everyone, &[]),
    post("POST /masuk/tautan/{token}", Right::Everyone, &[]),
    post("POST /daftar", Right::Everyone, &[]),
    post("POST /keluar", Right::Leads, &[]),
    post("POST /{gov}/koreksi", Right::Everyone, &[]),
    post("POST /{gov}/lapor", Right::Everyone, &[]),
    post("POST /{gov}/laporan/{reference}/ikut", Right::Published, &["kunci=0123456789abcdef0123456789abcdef"]),
    post(
        "POST /lacak/laporan",
        Right::Receipt,
        &[
            "aksi=konfirmasi",
            "aksi=bantah&catatan=Masih+tutup+pagi+ini",
            "aksi=cabut",
            "aksi=pesan&pesan=Dari+yang+tidak+berhak",
            "aksi=minta-buka&bukti-baru=Foto+baru+dari+hari+ini",
        ],
    ),
    // Forms by account; a stranger's words come back with a page that asks to sign in.
    post("POST /akun", Right::Account, &["aksi=akhiri&sesi=00"]),
    post("POST /{gov}/forum/baru", Right::Account, &["kunci=abc&kategori=tanya&judul=Judul+yang+cukup+panjang&uraian=Uraian+yang+cukup+panjang+sekali."]),
    post("POST /{gov}/forum/topik/{code}", Right::Account, &["aksi=balas&kunci=abc&balasan=Balasan+yang+cukup+panjang.", "aksi=dukung", "aksi=membantu&balasan-nomor=1"]),
    post("POST /{gov}/forum/topik/{code}/tandai", Right::Account, &["alasan=spam&catatan="]),
    // Forms by role.
    post(
        "POST /petugas/laporan/{reference}",
        Right::Desk,
        &[
            "aksi=terima&judul=Judul+dari+luar&teks=Teks+dari+luar.&perlindungan=anonim&jenis=pengaduan&unit=disdukcapil",
            "aksi=arsipkan&alasan=too_general&catatan=Catatan+dari+luar+yang+panjang",
            "aksi=tanyakan&perlu=tempat&pertanyaan=Di+loket+mana+kejadiannya%3F",
            "aksi=gabungkan&induk=MDN-2611-XXXXX&alasan-gabung=Sama+persis+dengan+itu",
            "aksi=pisahkan&alasan-pisah=Ternyata+bukan+hal+yang+sama",
            "aksi=teruskan&instansi-lain=PLN&penjelasan=Ini+urusan+kantor+lain",
            "aksi=kembalikan&bukan-kami=Ini+bukan+urusan+unit+kami",
            "aksi=kerjakan",
            "aksi=kemajuan&kemajuan=Sudah+kami+periksa+di+loket&pembaca=umum",
            "aksi=jawab&hasil=upheld&jawaban=Jawaban+dari+yang+tidak+berhak.",
            "aksi=lanjutkan&arahan=Kerjakan+segera+minggu+ini",
            "aksi=buka-lagi&arahan=Kerjakan+segera+minggu+ini",
            "aksi=tolak-buka&alasan-tolak=Tidak+ada+bukti+yang+baru",
            "aksi=tahan-foto&foto-nomor=1&alasan-foto=wajah",
            "aksi=tampilkan-foto&foto-nomor=2&alasan-tampil=Ternyata+bukan+wajah+siapa+pun",
            "aksi=pesan&pesan=Pesan+dari+yang+tidak+berhak",
            "aksi=dibaca",
            "aksi=ambil",
            "aksi=lepaskan",
            "aksi=serahkan&petugas=tanpa&pesan-serah=Dari+yang+tidak+berhak",
            "aksi=catat&catatan-dalam=Catatan+dari+yang+tidak+berhak",
            "aksi=tandai-aturan&aturan=Syarat+itu+dari+undang-undang",
        ],
    ),
    post("POST /petugas/laporan/bersama", Right::Staff, &["tindakan=catat&langkah=lakukan&pilih=MDN-2611-XXXXX:1&catatan-dalam=Catatan+dari+yang+tidak+berhak"]),
    post("POST /petugas/laporan/templat", Right::Staff, &["aksi=simpan&nama=Templat+dari+luar&unit=disdukcapil&isi-templat=Laporan+ini+sedang+kami+periksa."]),
    post(
        "POST /petugas/laporan/{reference}/identitas",
        Right::Identity,
        &["aksi=minta&alasan=Pelapor+perlu+didengar+sebagai+saksi.", "aksi=setujui", "aksi=tolak&alasan=Keterangan+lain+sudah+cukup.", "aksi=buka"],
    ),
    post(
        "POST /petugas/penilaian/{card}",
        Right::Card,
        &[
            "aksi=balas&balasan=Tanggapan+dari+yang+tidak+berhak.",
            "aksi=putuskan&keputusan=accept&alasan=Alasan+dari+yang+tidak+berhak.&umpan-balik=Umpan+balik+dari+luar.&versi=0",
            "aksi=catat&catatan=Catatan+dari+yang+tidak+berhak.",
        ],
    ),
    post(
        "POST /petugas/penilaian/tertahan/{hold}",
        Right::Elsewhere("evidence.rs and the domain's evidence/brigading.rs"),
        &["yang=semua&putusan=released&alasan=Alasan+dari+yang+tidak+berhak."],
    ),
    post(
        "POST /petugas/perbaikan",
        Right::Roles(&[Handler, OtherHandler]),
        &["aksi=umumkan&laporan=MDN-2611-XXXXX&sebelum=Loket+tutup+pukul+sepuluh&sesudah=Loket+buka+sampai+sore&sejak=2026-11-01"],
    ),
    post("POST /petugas/pembinaan/baru", Right::Elsewhere("development.rs"), &["pegawai=018f0000-0000-7000-8000-000000000000&alasan=Alasan+dari+yang+tidak+berhak"]),
    post("POST /petugas/pembinaan/{id}", Right::Elsewhere("development.rs"), &["langkah=pandangan&pandangan=Pandangan+dari+yang+tidak+berhak"]),
    post(
        "POST /petugas/pengembangan/{person}",
        Right::Elsewhere("development.rs"),
        &[
            "aksi=tingkat&kompetensi=integritas&tingkat=3&dinilai_pada=2026-05-06&sumber=Dari+luar",
            "aksi=rencana&topik=Dari+luar&jp=20&penyelenggara=Luar&rencana_tanggal=2026-11-05",
        ],
    ),
    post("POST /petugas/talenta", Right::Roles(&[]), &["jabatan=&keperluan=Keperluan+dari+luar"]),
    post("POST /petugas/pelatihan", Right::Roles(&[]), &["unit=disdukcapil&tahun=2026&anggaran=1000&sumber=Dari+luar"]),
    post("POST /petugas/gagasan/baru", Right::Colleagues, &["pemda=medan&kunci=abc&unit=disdukcapil&judul=Loket+sore+tiap+Rabu&uraian=Warga+yang+bekerja+dapat+datang+sore."]),
    post("POST /petugas/gagasan/{code}", Right::Colleagues, &["aksi=dukung", "aksi=komentari&kunci=abc&komentar=Komentar+dari+luar+pemerintah"]),
    post("POST /petugas/gagasan/{code}/tandai", Right::Colleagues, &["alasan=spam&catatan="]),
    post(
        "POST /petugas/moderasi",
        Right::Elsewhere("forum.rs of the domain and moderation of the stories"),
        &["aksi=sembunyikan&pemda=medan&jenis=topic&tentang=018f0000-0000-7000-8000-000000000000&alasan=spam&catatan=Catatan+yang+cukup+panjang"],
    ),
    post("POST /petugas/direktori/{gov}/berkas", ADMIN, &[]),
    post("POST /petugas/direktori/{gov}/perubahan/{change}", ADMIN, &["aksi=setujui", "aksi=tolak&catatan=Dari+yang+tidak+berhak"]),
    post("POST /petugas/direktori/{gov}/gabung", ADMIN, &["unit=disdukcapil&unit=dishub&tujuan=inspektorat&mulai=2026-11-02&alasan=Dari+luar&sk=X&aksi=kirim"]),
    post("POST /petugas/direktori/{gov}/berkas/{file}", ADMIN, &["aksi=terapkan"]),
    post(
        "POST /petugas/direktori/{gov}/unit/baru",
        ADMIN,
        &["nama=Dinas+Baru&jenis=dinas&induk=pemerintah&alamat_halaman=dinas-baru&alasan=Dari+luar&sk=X&mulai=2026-11-02&aksi=kirim"],
    ),
    post("POST /petugas/direktori/{gov}/{kind}/baru", ADMIN, &["nama=Yang+Baru&judul=Yang+Baru&unit=disdukcapil&alasan=Dari+luar&sk=X&mulai=2026-11-02&aksi=kirim"]),
    post("POST /petugas/direktori/{gov}/{kind}/{slug}/ubah", ADMIN, &["nama=Yang+Lain&alasan=Dari+luar&sk=X&mulai=2026-11-02&aksi=kirim"]),
    post("POST /petugas/direktori/{gov}/{kind}/{slug}/akhiri", ADMIN, &["terakhir=2026-12-01&alasan=Dari+luar&sk=X&aksi=kirim"]),
    post("POST /petugas/direktori/{gov}/jabatan/{slug}/pejabat", ADMIN, &["aksi=tunjuk&nama=Orang+Lain&jenis_masa=definitive&mulai=2026-11-02&sk=SK&alasan=Dari+luar&akhiri=ya"]),
    post("POST /petugas/direktori/{gov}/jabatan/{slug}/abk", ADMIN, &["uraian=Menerima+%7C+6000+%7C+15"]),
    post("POST /petugas/direktori/{gov}/pengumuman/baru", ADMIN, &["jenis=seleksi&judul=Dari+luar&ringkasan=Dari+luar&isi=Dari+luar&kunci=abc"]),
    post("POST /petugas/direktori/{gov}/pengumuman/{slug}", ADMIN, &["versi=1&aksi=terbitkan", "versi=1&aksi=tarik&alasan=Dari+yang+tidak+berhak"]),
    post(
        "POST /petugas/direktori/{gov}/open311",
        ADMIN,
        &["aksi=buat&kunci=abc&program=Dari+luar&penanggung-jawab=Dari+luar", "aksi=akhiri&yang=018f0000-0000-7000-8000-000000000000"],
    ),
    post("POST /petugas/direktori/{gov}/lapor", ADMIN, &["berkas="]),
    post(
        "POST /petugas/direktori/{gov}/terusan",
        ADMIN,
        &["aksi=buat&nama=Dari+luar&alamat=https%3A%2F%2Fa.example%2Fv2&yurisdiksi=&kode-layanan=1&kunci-mereka=x", "aksi=akhiri&yang=018f0000-0000-7000-8000-000000000000"],
    ),
    post(
        "POST /petugas/laporan/{reference}/terusan",
        Right::Desk,
        &["tujuan=018f0000-0000-7000-8000-000000000000&naskah=Naskah+dari+yang+tidak+berhak+sama+sekali."],
    ),
    post("POST /open311/v2/{file}", Right::Elsewhere("open311.rs"), &[]),
    post("POST /petugas/direktori/{gov}/koreksi/{code}", ADMIN, &["hasil-koreksi=corrected&jawaban=Jawaban+dari+yang+tidak+berhak."]),
];
