// What becomes of cards: the reply of somebody who has moved, the nearness that keeps a desk away, what was held back and
// looked at, and what everyone reads of it in the end.
import { randomBytes } from "node:crypto";

import { expect, heading, press, test, tick, unique, choose } from "./support.ts";
import { becomesCard, crafted, enter, fitsPhone, openCard, yesterday } from "./evidence.ts";

test("who has left the post still replies, and the reply goes with the card", async ({ page, stranger, signedIn, javaScriptEnabled }) => {
  // A tenure ends once: each run has a government of its own.
  const place = javaScriptEnabled
    ? { gov: "tebo", post: "kepala-dpmptsp", holder: "wulan.ramadhan@tebo.example", name: "Wulan Ramadhan", story: "Izin usaha saya diterima tanggal satu tetapi baru diterbitkan dua minggu kemudian." }
    : { gov: "bengkulu", post: "kepala-dishub", holder: "samsul.effendi@bengkulu.example", name: "Samsul Effendi", story: "Antrean uji kendaraan penuh sejak pagi dan kami pulang tanpa dilayani." };
  const desk = await signedIn(`petugas@${place.gov}.example`);
  const headline = unique("Terlambat dilayani");
  const reference = await becomesCard(
    { post: `/${place.gov}/jabatan/${place.post}`, kind: "Pengaduan", story: unique(place.story), headline, answer: "Benar, jadwalnya keliru; sudah kami perbaiki hari ini." },
    await stranger(),
    desk,
    desk,
  );
  await test.step("the tenure ends with the day of the event", async () => {
    await desk.goto(`/petugas/direktori/${place.gov}/jabatan/${place.post}/pejabat`);
    const held = desk.getByRole("listitem").filter({ hasText: place.name });
    await held.getByText("Akhiri", { exact: false }).first().click();
    await held.getByLabel("Hari terakhir").fill(yesterday());
    await held.getByLabel("Alasan").fill("Pindah tugas ke sekretariat daerah.");
    await held.getByRole("button").click();
    await expect(desk.getByRole("status")).toBeVisible();
    await desk.goto(`/${place.gov}/jabatan/${place.post}`);
    await expect(desk.getByRole("main")).toContainText(/0 dari \d+ terisi/);
  });
  const reply = unique("Pada hari itu saya masih memimpin; petugas pengganti belum ditunjuk.");
  await test.step("the card is still theirs to reply to", async () => {
    await enter(page, place.holder);
    await openCard(page, "milik", reference, headline);
    await expect(page.getByRole("main")).toContainText("Menunggu tanggapan Anda");
    await expect(page.getByRole("main")).toContainText(/Giliran Anda\. Hak jawab sampai \S+, \d+ \S+ 20\d\d/);
    await fitsPhone(page);
    await page.getByRole("textbox", { name: "Tanggapan Anda" }).fill("Tidak.");
    await press(page, "Kirim tanggapan");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("textbox", { name: "Tanggapan Anda" }).fill(reply);
    await press(page, "Kirim tanggapan");
    await expect(page.getByRole("main")).toContainText(reply);
    await expect(page.getByRole("button", { name: "Kirim tanggapan" })).toHaveCount(0);
  });
});

test("nobody decides about themselves, and who is too near finds nothing", async ({ stranger, signedIn }) => {
  const headline = unique("Jam buka kantor lurah");
  const reference = await becomesCard(
    { post: "/medan/jabatan/lurah-kelurahan-bagan-deli", kind: "Pengaduan", story: unique("Kantor lurah baru dibuka jam sepuluh dan kami menunggu di luar pagar."), headline, answer: "Benar, jam buka sudah kami tepati lagi." },
    await stranger(),
    await signedIn("verifikator@medan.example"),
    await signedIn("penghubung@medan.example"),
  );
  const holder = await signedIn("kurnia.harahap@medan.example");
  await openCard(holder, "milik", reference, headline);
  const card = new URL(holder.url()).pathname;
  await test.step("the holder is offered no decision, and a crafted one is refused", async () => {
    await expect(holder.getByRole("button", { name: "Simpan keputusan" })).toHaveCount(0);
    const answer = await crafted(holder, { aksi: "putuskan", keputusan: "reject", alasan: "Saya rasa ini tidak benar.", sebab: "not_shown", versi: "0" });
    expect([404, 409]).toContain(answer.status());
    await holder.reload();
    await expect(holder.getByRole("main")).not.toContainText("Ditolak sebagai bukti");
  });
  await test.step("the assessor reads that the right of reply still runs, and until when", async () => {
    const assessor = await signedIn("irwan.simanjuntak@medan.example");
    await openCard(assessor, "menunggu", reference, headline);
    await expect(assessor.getByRole("main")).toContainText(/Hak jawab sampai \S+, \d+ \S+ 20\d\d/);
    await expect(assessor.getByRole("button", { name: "Simpan keputusan" })).toHaveCount(0);
    const early = await crafted(assessor, { aksi: "putuskan", keputusan: "accept", alasan: "Faktanya sudah jelas.", "umpan-balik": "Mohon jam buka ditepati dan ditempel di pintu.", versi: "0" });
    expect([404, 409]).toContain(early.status());
  });
  await test.step("those who handled the case, moderate, or live here find no card", async () => {
    for (const email of ["penghubung@medan.example", "moderator@medan.example", "admin@medan.example", "sari@warga.example", "petugas@binjai.example"]) {
      expect((await (await signedIn(email)).goto(card))?.status(), email).toBe(404);
    }
  });
});

test("praise from one's own account is held back: one is released, the other discarded", async ({ signedIn, javaScriptEnabled }) => {
  // A group waits for a unit: each run has one of its own.
  const place = javaScriptEnabled
    ? { email: "kurnia.harahap@medan.example", post: "/medan/jabatan/lurah-kelurahan-bagan-deli", unit: "Kelurahan Bagan Deli" }
    : { email: "irwan.simanjuntak@medan.example", post: "/medan/jabatan/camat-kecamatan-medan-belawan", unit: "Kecamatan Medan Belawan" };
  const own = await signedIn(place.email);
  const [verifier, handler] = [await signedIn("verifikator@medan.example"), await signedIn("penghubung@medan.example")];
  const told: { reference: string; headline: string }[] = [];
  for (const story of ["Terima kasih, surat pindah saya selesai dalam satu jam saja.", "Petugas loket ramah sekali menolong nenek saya mengisi formulir."]) {
    const headline = unique("Terima kasih atas pelayanannya");
    told.push({ headline, reference: await becomesCard({ post: place.post, kind: "Apresiasi", story: unique(story), headline, answer: "Terima kasih, kami teruskan kepada petugasnya.", name: "Warga setempat" }, own, verifier, handler) });
  }
  const [good, bad] = told;
  const reason = unique("Saya menelepon pengirimnya; urusannya memang urusan keluarga sendiri.");
  const team = await signedIn("kinerja@medan.example");
  await test.step("what is held is on nobody's desk", async () => {
    await own.goto("/petugas/penilaian?daftar=milik");
    for (const { reference } of told) await expect(own.getByRole("main")).not.toContainText(reference);
  });
  await test.step("the group says why it was held, without saying who sent it", async () => {
    await team.goto("/petugas/penilaian");
    await team.getByRole("link", { name: "Kartu yang ditahan" }).click();
    await fitsPhone(team);
    await team.getByRole("listitem").filter({ hasText: place.unit }).filter({ hasText: "akun sendiri" }).getByRole("link").first().click();
    await expect(heading(team, `Ditahan: ${place.unit}`)).toBeVisible();
    await expect(team.getByRole("main")).toContainText("Apresiasi dikirim dari akun pemangku jabatan itu sendiri.");
    await expect(team.getByRole("main")).not.toContainText(place.email);
    await fitsPhone(team);
  });
  await test.step("without a reason nothing is settled; one is released and the other discarded", async () => {
    await choose(team, "Lepas");
    await press(team, "Simpan hasil");
    await expect(team.getByRole("alert")).toBeVisible();
    for (const [answer, { reference }] of [["Lepas", good], ["Sisihkan", bad]] as const) {
      await choose(team, answer);
      const option = team.getByLabel("Untuk", { exact: true }).locator("option").filter({ hasText: reference });
      await team.getByLabel("Untuk", { exact: true }).selectOption((await option.getAttribute("value")) ?? "");
      await team.getByLabel("Alasan", { exact: true }).fill(reason);
      await press(team, "Simpan hasil");
      await expect(team.getByRole("status")).toContainText("Tersimpan");
    }
    await expect(team.getByRole("listitem").filter({ hasText: good.headline })).toContainText("Dilepas");
    await expect(team.getByRole("listitem").filter({ hasText: bad.headline })).toContainText("Disisihkan");
  });
  await test.step("the released card says that it was held, and why it was let go; the other stays away", async () => {
    await openCard(own, "milik", good.reference, good.headline);
    await expect(own.getByRole("main")).toContainText("Kartu ini pernah ditahan");
    await expect(own.getByRole("main")).toContainText(reason);
    await own.goto("/petugas/penilaian?daftar=milik");
    await expect(own.getByRole("main")).not.toContainText(bad.reference);
  });
});

test("praise that comes as a crowd is held, told why, and set aside; the case stays what it is", async ({ stranger, signedIn, javaScriptEnabled }) => {
  // A ward of its own for each run: what came before counts.
  const ward = javaScriptEnabled ? { slug: "kelurahan-sudirejo-1", name: "Kelurahan Sudirejo 1" } : { slug: "kelurahan-lalang", name: "Kelurahan Lalang" };
  const post = `/medan/jabatan/lurah-${ward.slug}`;
  const reporter = await stranger();
  await test.step("twelve hands within a minute, each in other words", async () => {
    await reporter.goto(post);
    const link = await reporter.getByRole("main").getByRole("link", { name: "Sampaikan laporan" }).getAttribute("href");
    const about = new URL(link ?? "", reporter.url()).searchParams.get("tentang") ?? "";
    const { origin } = new URL(reporter.url());
    for (const words of ["Antrean", "Senyum", "Jendela", "Berkas", "Kursi", "Payung", "Parkir", "Stempel", "Telepon", "Papan", "Pagar", "Lampu"]) {
      const form = { layar: "check", aksi: "kirim", kunci: randomBytes(16).toString("hex"), perlindungan: "anonim", tentang: about, jenis: "apresiasi", cerita: unique(`${words}: lurah kami hebat.`), tanggal: yesterday() };
      const answer = await reporter.request.post("/medan/lapor", { form, headers: { origin }, maxRedirects: 0 });
      expect(answer.status(), words).toBe(303);
    }
  });
  const headline = unique("Warga memuji lurahnya");
  const reference = await becomesCard(
    { post, kind: "Apresiasi", story: unique("Lurah datang sendiri ke rumah nenek saya membawa suratnya."), headline, answer: "Terima kasih, kami sampaikan." },
    reporter,
    await signedIn("verifikator@medan.example"),
    await signedIn("penghubung@medan.example"),
  );
  await test.step("no assessor has it on the desk", async () => {
    const assessor = await signedIn("penilai@medan.example");
    for (const list of ["siap", "menunggu"]) {
      await assessor.goto(`/petugas/penilaian?daftar=${list}`);
      await expect(assessor.getByRole("main")).not.toContainText(reference);
    }
  });
  const team = await signedIn("kinerja@medan.example");
  await test.step("the group says how many came and how many usually do, and nothing of who sent them", async () => {
    await team.goto("/petugas/penilaian/tertahan");
    await team.getByRole("listitem").filter({ hasText: ward.name }).filter({ hasText: "datang serentak" }).getByRole("link").click();
    await expect(heading(team, `Ditahan: ${ward.name}`)).toBeVisible();
    await expect(team.getByRole("main")).toContainText("Dalam beberapa hari datang jauh lebih banyak laporan sejenis tentang unit ini daripada biasanya.");
    await expect(team.getByRole("main")).toContainText(/13 laporan pada .+; biasanya \d+ dalam waktu yang sama\./);
    // What nobody verified yet is not read here either.
    await expect(team.getByRole("main")).not.toContainText("lurah kami hebat");
    await fitsPhone(team);
  });
  await test.step("a person sets all of it aside, with a reason", async () => {
    await choose(team, "Sisihkan");
    await team.getByLabel("Alasan", { exact: true }).fill("Tiga belas pujian dalam satu jam, setelah ada ajakan di grup warga.");
    await press(team, "Simpan hasil");
    await expect(team.getByRole("status")).toContainText("Tersimpan");
    await expect(team.getByRole("listitem").filter({ hasText: headline })).toContainText("Disisihkan");
    await expect(team.getByRole("button", { name: "Simpan hasil" })).toHaveCount(0);
  });
  await test.step("the reporter's case is public and closed as before, and says nothing of a suspicion", async () => {
    await reporter.goto(`/medan/laporan/${reference}`);
    await expect(heading(reporter, headline)).toBeVisible();
    await expect(reporter.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
    await expect(reporter.getByRole("main")).not.toContainText("Ditahan");
  });
});

test("what was improved because of a report is read by everyone, and taken back with a reason", async ({ stranger, signedIn }) => {
  const headline = unique("Papan nomor antrean padam");
  const handler = await signedIn("loket.dukcapil@medan.example");
  const reference = await becomesCard(
    { post: "/medan/jabatan/kepala-disdukcapil", kind: "Pengaduan", story: unique("Papan nomor antrean padam dan urutan dipanggil dengan suara yang tidak terdengar."), headline, answer: "Papan sudah menyala kembali." },
    await stranger(),
    await signedIn("verifikator@medan.example"),
    handler,
  );
  const [before, after] = [unique("Nomor antrean dipanggil tanpa papan."), unique("Papan menyala dan nomor juga dibacakan.")];
  await test.step("the unit tells it; a number that does not exist is refused and nothing is lost", async () => {
    await handler.goto(`/petugas/perbaikan?laporan=${reference}`);
    await expect(handler.getByLabel("Nomor laporan")).toHaveValue(reference);
    await fitsPhone(handler);
    await handler.getByLabel("Nomor laporan").fill("MDN-2611-0000");
    await handler.getByLabel("Sebelum").fill(before);
    await handler.getByLabel("Sesudah").fill(after);
    await handler.getByLabel("Berlaku sejak").fill(yesterday());
    await press(handler, "Umumkan");
    await expect(handler.getByRole("alert")).toBeVisible();
    await expect(handler.getByLabel("Sesudah")).toHaveValue(after);
    await handler.getByLabel("Nomor laporan").fill(reference);
    await press(handler, "Umumkan");
    await expect(handler.getByRole("listitem").filter({ hasText: after })).toBeVisible();
  });
  const reader = await stranger();
  await test.step("everyone reads it with the report that led to it, and no name", async () => {
    for (const address of ["/medan/kinerja", "/medan/unit/disdukcapil"]) {
      await reader.goto(address);
      for (const said of [before, after]) await expect(reader.getByRole("main")).toContainText(said);
      await fitsPhone(reader);
    }
    await reader.getByRole("link", { name: `Berawal dari laporan: ${headline}` }).click();
    await expect(heading(reader, headline)).toBeVisible();
  });
  await test.step("it is taken back with a reason and is gone", async () => {
    const item = handler.getByRole("listitem").filter({ hasText: after });
    await item.getByText("Tarik kembali", { exact: true }).first().click();
    await item.getByLabel("Mengapa ditarik").fill("Papan padam lagi; kami umumkan bila sudah diganti.");
    await item.getByRole("button", { name: "Tarik kembali" }).click();
    await expect(handler.getByRole("main")).not.toContainText(after);
    await reader.goto("/medan/kinerja");
    await expect(reader.getByRole("main")).not.toContainText(after);
  });
});

test("what is published about units is a page, a table and a file, and never about a person", async ({ stranger }) => {
  const reader = await stranger();
  for (const gov of ["medan", "binjai", "tebo", "bengkulu"]) {
    await reader.goto(`/${gov}/kinerja`);
    await expect(heading(reader, "Kinerja unit")).toBeVisible();
    await expect(reader.getByRole("heading", { name: "Cara menghitung" })).toBeVisible();
    await fitsPhone(reader);
    const csv = await reader.request.get(`/${gov}/kinerja.csv`);
    expect((await csv.text()).split("\n")[0]).toBe("government,period,unit,margin,cell,raters,working_days");
    expect((await (await reader.request.get(`/${gov}/kinerja.json`)).json()).government).toBe(gov);
    expect((await reader.goto(`/${gov}/kinerja?triwulan=1999-Q1`))?.status()).toBe(404);
    await reader.goto(`/${gov}/pelatihan`);
    await expect(heading(reader, "Pelatihan pegawai")).toBeVisible();
  }
});
