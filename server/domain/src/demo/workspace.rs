//! What the desks of the demonstration have in their drawers: templates of replies, and cases that are with somebody.

use vocabulary::feedback::{HandInput, Queue, TemplateInput};

use super::accounts::Staff;
use crate::directory::government;
use crate::error::Result;
use crate::feedback::{Act, Sight, Wanted, act, queue, write_template};
use crate::portal::Portal;

/// By whom, for which unit, its name, its words.
const TEMPLATES: &[(&str, &str, &str, &str)] = &[
    (
        "penghubung",
        "pemerintah",
        "Laporan diterima, sedang ditangani",
        "Terima kasih atas laporan Anda nomor {nomor} yang kami terima pada {tanggal laporan}.\n\nLaporan ini sedang ditangani oleh {nama unit}. Kami akan memberi jawaban paling lambat {tenggat}. Perkembangannya dapat Anda ikuti di halaman Lacak dengan tanda terima Anda.",
    ),
    (
        "penghubung",
        "pemerintah",
        "Selesai diperbaiki",
        "Kami telah memeriksa laporan Anda tentang {layanan} dan menemukan bahwa keluhan Anda benar. Perbaikannya sudah selesai pada {hari ini}.\n\nMohon maaf atas ketidaknyamanannya. Bila masalahnya muncul lagi, tanggapi jawaban ini supaya kami dapat memeriksanya kembali.\n\n{nama unit}",
    ),
    (
        "penghubung",
        "pemerintah",
        "Perlu pemeriksaan lapangan",
        "Laporan {nomor} memerlukan pemeriksaan di lapangan. Petugas {nama unit} akan memeriksanya dalam beberapa hari kerja ini, dan hasilnya kami sampaikan paling lambat {tenggat}.",
    ),
    (
        "loket.dukcapil",
        "disdukcapil",
        "Syarat dan cara mengurus dokumen kependudukan",
        "Untuk {layanan}, berkas dapat diserahkan di loket pada jam pelayanan. Syarat, waktu, dan biayanya tercantum di halaman layanan kami; pengurusannya tidak dipungut biaya.\n\nBila petugas meminta biaya, mohon laporkan kembali dengan menyebut nomor {nomor}.",
    ),
    (
        "loket.dukcapil",
        "disdukcapil",
        "Dokumen sudah dapat diambil",
        "Dokumen yang Anda laporkan dalam laporan {nomor} sudah selesai dan dapat diambil di loket dengan membawa bukti pengambilan. Mohon maaf atas keterlambatannya.\n\n{nama unit}",
    ),
];

pub async fn tell(portal: &Portal, staff: &Staff) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    drop(conn);
    for (who, unit, name, body) in TEMPLATES {
        write_template(portal, staff.get(&format!("{who}/medan"))?, &medan, &TemplateInput::parse(name, body, unit)?, None).await?;
    }
    for (who, most) in [("loket.dukcapil", 1), ("penghubung", 2)] {
        let actor = staff.get(&format!("{who}/medan"))?;
        let mut conn = portal.db.read().await?;
        let sight = Sight::of(&mut conn, actor, "medan").await?;
        let waiting = queue(&mut conn, &sight, &Wanted::all(Queue::Answer), None, &medan.today(portal.now())).await?;
        drop(conn);
        let free: Vec<_> = waiting.cases.into_iter().filter(|case| case.holder.is_none()).take(most).collect();
        for case in free {
            let mine = HandInput { to: Some(actor.account.to_string()), note: String::new() };
            act(portal, actor, &case.reference, None, Act::Hand(&mine)).await?;
        }
    }
    Ok(())
}
