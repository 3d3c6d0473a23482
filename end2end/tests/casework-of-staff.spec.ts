// What becomes of a case at its desks beside an answer: an identity that two people open, a case that is opened again, two
// reports that are one, a case above its unit, and the paper for the Ombudsman.
import { readFile } from "node:fs/promises";
import { acceptCase, choose, expect, followByReceipt, goOn, heading, onScreen, press, readConfirmation, sendFeedback, tellStory, test, unique, walkToStory, type Page } from "./support.ts";
import { enter, fitsPhone } from "./evidence.ts";

const publicPage = (reference: string) => `/medan/laporan/${reference}`;
const step = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const unfold = (page: Page, title: string) => page.locator("summary").filter({ hasText: new RegExp(`^${title}$`) }).click();

async function atDesk(page: Page, reference: string) {
  await page.goto(`/petugas/laporan/${reference}`);
  await expect(page.getByRole("main")).toContainText(reference);
}

/** Follows what an account was told about a case. */
async function followNotice(page: Page, notice: string, reference: string) {
  await page.goto("/akun");
  await page.getByRole("listitem").filter({ hasText: reference }).getByRole("link", { name: notice }).click();
  await expect(page.getByRole("main")).toContainText(reference);
}

async function saved(page: Page) {
  await expect(page.getByRole("status")).toContainText("Tersimpan");
}

async function answer(handler: Page, reference: string, words: string) {
  await atDesk(handler, reference);
  await choose(handler, "Terbukti");
  await handler.getByRole("textbox", { name: "Jawaban", exact: true }).fill(words);
  await press(handler, "Kirim jawaban");
  await saved(handler);
}

/** From the first screen to its public page. */
async function published(reporter: Page, verifier: Page, story: string, headline: string, unit: string) {
  const sent = await sendFeedback(reporter, { gov: "medan", story });
  await atDesk(verifier, sent.reference);
  await acceptCase(verifier, headline, unit);
  return sent;
}

test("two people open an identity, and the reporter reads who asked and why", async ({ page, stranger, signedIn }) => {
  const name = unique("Butet Pasaribu");
  const email = `${unique("butet").replace(" ", ".")}@warga.example`;
  const reason = unique("Pelapor perlu didengar sebagai saksi sebelum pemeriksaan dimulai.");
  const { reference, receipt } = await test.step("a resident gives a name and an address; of misconduct both are kept back", async () => {
    await walkToStory(page, "medan", name);
    await tellStory(page, "Dugaan penyimpangan", unique("Petugas meminta uang agar berkas saya didahulukan."));
    await goOn(page);
    await onScreen(page, "place");
    await goOn(page);
    await onScreen(page, "contact");
    await page.getByLabel("Alamat surel (boleh kosong)").fill(email);
    await goOn(page);
    await onScreen(page, "check");
    for (const said of ["Rahasia", email]) await expect(page.getByRole("main")).toContainText(said);
    await press(page, "Kirim laporan");
    return readConfirmation(page);
  });
  const identity = `/petugas/laporan/${reference}/identitas`;
  const looks = (person: Page) => person.getByRole("region", { name: "Siapa yang membuka identitas" });
  const knowsNobody = async (person: Page) => {
    for (const kept of [name, email]) await expect(person.getByRole("main")).not.toContainText(kept);
  };

  const first = await signedIn("verifikator@medan.example");
  await test.step("a verifier asks, and says why", async () => {
    await atDesk(first, reference);
    await knowsNobody(first);
    await first.getByRole("link", { name: "Minta membuka identitas" }).click();
    await expect(heading(first, `Identitas pelapor ${reference}`)).toBeVisible();
    await expect(first.getByRole("main")).toContainText("Tidak ada yang pernah meminta membuka identitas.");
    await first.getByLabel("Mengapa identitas perlu dibuka?").fill("Perlu saja.");
    await press(first, "Minta persetujuan");
    await expect(first.getByRole("alert")).toBeVisible();
    await expect(first.getByLabel("Mengapa identitas perlu dibuka?")).toHaveValue("Perlu saja.");
    await first.getByLabel("Mengapa identitas perlu dibuka?").fill(reason);
    await press(first, "Minta persetujuan");
    await saved(first);
    await expect(first.getByText("Permintaan Anda menunggu keputusan orang kedua.")).toBeVisible();
    for (const next of ["Setujui", "Buka sekali"]) await expect(first.getByRole("button", { name: next })).toHaveCount(0);
    await knowsNobody(first);
    await fitsPhone(first);
  });

  const phone = await stranger();
  await test.step("the reporter reads that it was asked", async () => {
    await followByReceipt(phone, receipt);
    await expect(step(phone, "Diminta dibuka")).toContainText("verifikator");
    await expect(looks(phone)).toContainText(reason);
    await expect(looks(phone)).not.toContainText("Identitas dibuka");
  });

  await test.step("who answers for units finds neither the case nor its reporter", async () => {
    const handler = await signedIn("penghubung@medan.example");
    for (const address of [`/petugas/laporan/${reference}`, identity]) expect((await handler.goto(address))?.status(), address).toBe(404);
  });

  await test.step("a second verifier finds the request and approves it, without seeing anybody", async () => {
    const second = await signedIn("verifikator2@medan.example");
    await second.goto("/petugas");
    await second.getByRole("link", { name: `Identitas pelapor ${reference}` }).click();
    await expect(second.getByRole("heading", { name: "Setujui permintaan ini?" })).toBeVisible();
    await expect(second.getByRole("main")).toContainText(reason);
    await fitsPhone(second);
    await press(second, "Setujui");
    await saved(second);
    await expect(second.getByText("Permintaan sudah disetujui. Hanya yang meminta yang dapat membukanya.")).toBeVisible();
    await expect(second.getByRole("button", { name: "Buka sekali" })).toHaveCount(0);
    await knowsNobody(second);
  });

  await test.step("who asked is told, and sees it once", async () => {
    await followNotice(first, "Permintaan Anda membuka identitas pelapor disetujui.", reference);
    await knowsNobody(first);
    await press(first, "Buka sekali");
    const seen = first.getByRole("region", { name: "Identitas pelapor", exact: true });
    for (const kept of [name, email, "Tampil sekali ini saja."]) await expect(seen).toContainText(kept);
    await fitsPhone(first);
    await first.reload();
    await knowsNobody(first);
    await first.goto(identity);
    await expect(looks(first)).toContainText("Identitas dibuka");
    await expect(first.getByRole("button", { name: "Buka sekali" })).toHaveCount(0);
    await knowsNobody(first);
  });

  await test.step("the reporter reads all of it, by role and never by name", async () => {
    await phone.reload();
    for (const act of ["Diminta dibuka", "Permintaan disetujui", "Identitas dibuka"]) await expect(step(phone, act)).toContainText("verifikator");
    await expect(looks(phone)).toContainText(reason);
    await expect(looks(phone)).not.toContainText("Verifikator kedua");
    await fitsPhone(phone);
  });
});

test("what the reporter called solved is opened again with new evidence", async ({ page, stranger, signedIn }) => {
  const headline = unique("Lampu jalan padam di depan pasar");
  const verifier = await signedIn("verifikator@medan.example");
  const { reference, receipt } = await published(page, verifier, unique("Lampu jalan di depan pasar padam sejak minggu lalu."), headline, "Dinas Perhubungan");
  await answer(await signedIn("penghubung@medan.example"), reference, "Lampunya sudah kami ganti kemarin sore.");
  const proof = unique("Tadi malam lampunya padam lagi, dan tiangnya sekarang miring.");
  await test.step("it is confirmed, and then asked to be opened: not without a word", async () => {
    await followByReceipt(page, receipt);
    await press(page, "Ya, sudah selesai");
    await expect(page.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
    await unfold(page, "Buka kembali dengan bukti baru");
    await press(page, "Minta dibuka kembali");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Bukti baru", { exact: true }).fill(proof);
    await press(page, "Minta dibuka kembali");
    await expect(page.getByText("Permintaan Anda untuk membuka kembali menunggu keputusan koordinator.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Minta dibuka kembali" })).toHaveCount(0);
  });
  const reader = await stranger();
  await test.step("until somebody decides, everyone reads that it is closed, and not the evidence", async () => {
    await reader.goto(publicPage(reference));
    await expect(reader.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
    await expect(reader.getByRole("main")).not.toContainText(proof);
  });
  const direction = unique("Periksa tiang dan kabelnya, bukan lampunya saja.");
  await test.step("the verifier is told, reads the evidence and sends it to another unit", async () => {
    await followNotice(verifier, "Pelapor meminta laporan dibuka kembali dengan bukti baru.", reference);
    await expect(heading(verifier, headline)).toBeVisible();
    await expect(verifier.getByText("Pelapor membawa bukti baru dan meminta laporan ini dibuka kembali.")).toBeVisible();
    await expect(step(verifier, "Pelapor meminta dibuka kembali dengan bukti baru")).toContainText(proof);
    await unfold(verifier, "Buka kembali");
    await fitsPhone(verifier);
    await press(verifier, "Buka kembali");
    await expect(verifier.getByRole("alert")).toBeVisible();
    await verifier.getByLabel("Arahan").fill(direction);
    await verifier.getByLabel("Unit yang menjawab").selectOption({ label: "Dinas Perumahan dan Kawasan Permukiman" });
    await press(verifier, "Buka kembali");
    await saved(verifier);
  });
  await test.step("everyone reads to whom it went and why, and so does the reporter", async () => {
    await reader.reload();
    await page.reload();
    for (const person of [reader, page]) {
      const hop = step(person, "Dibuka kembali").filter({ hasText: direction });
      await expect(hop).toContainText("Dinas Perumahan dan Kawasan Permukiman");
      await expect(person.getByText("Sedang dikerjakan")).toBeVisible();
      await expect(person.getByText("Selesai, dikonfirmasi pelapor")).toHaveCount(0);
      await fitsPhone(person);
    }
    await expect(reader.getByRole("main")).not.toContainText(proof);
    await expect(page.getByRole("main")).toContainText(proof);
  });
});

test("two reports become one, and are parted again", async ({ page, stranger, signedIn }) => {
  const place = unique("simpang pos Jalan");
  const headline = unique("Trotoar runtuh di simpang pos");
  const verifier = await signedIn("verifikator@medan.example");
  const main = await published(page, verifier, `Trotoar di ${place} runtuh dan pejalan kaki turun ke jalan raya.`, headline, "Dinas Pekerjaan Umum dan Penataan Ruang");
  const neighbour = await stranger();
  const other = await sendFeedback(neighbour, { gov: "medan", story: `Pejalan kaki turun ke jalan raya karena trotoar di ${place} runtuh.` });
  const reason = unique("Trotoar yang sama, di simpang yang sama.");
  await test.step("the verifier is shown what it is like, and merges; a number that is none is refused and nothing is lost", async () => {
    await atDesk(verifier, other.reference);
    await expect(verifier.getByRole("heading", { name: "Laporan terbuka yang mirip" })).toBeVisible();
    await expect(step(verifier, headline)).toContainText(main.reference);
    await unfold(verifier, "Gabungkan dengan laporan lain");
    await verifier.getByLabel("Nomor laporan induk").fill("MDN-0000-TIDAK");
    await verifier.getByLabel("Mengapa keduanya satu hal").fill(reason);
    await press(verifier, "Gabungkan");
    await expect(verifier.getByRole("alert")).toBeVisible();
    await expect(verifier.getByLabel("Mengapa keduanya satu hal")).toHaveValue(reason);
    await fitsPhone(verifier);
    await verifier.getByLabel("Nomor laporan induk").fill(main.reference);
    await press(verifier, "Gabungkan");
    await saved(verifier);
  });
  const reader = await stranger();
  await test.step("its address leads to the other, which counts both", async () => {
    await reader.goto(publicPage(other.reference));
    await expect(reader).toHaveURL(new RegExp(`${publicPage(main.reference)}$`));
    await expect(heading(reader, headline)).toBeVisible();
    await expect(reader.getByRole("main")).toContainText("2 laporan warga tentang hal ini");
    await expect(step(reader, "Laporan lain tentang hal yang sama digabung ke sini")).toBeVisible();
    await expect(reader.getByRole("main")).not.toContainText(reason);
    await fitsPhone(reader);
  });
  await test.step("who sent it follows the other, and reads no words of a stranger", async () => {
    await followByReceipt(neighbour, other.receipt);
    await expect(neighbour.getByRole("heading", { name: "Digabung dengan laporan lain" })).toBeVisible();
    await fitsPhone(neighbour);
    await neighbour.getByRole("link", { name: "Lihat laporan induk yang tampil untuk umum" }).click();
    await expect(heading(neighbour, headline)).toBeVisible();
  });
  await test.step("it was a mistake: the verifier parts them, with a reason", async () => {
    await atDesk(verifier, other.reference);
    await expect(verifier.getByRole("main")).toContainText(main.reference);
    await unfold(verifier, "Pisahkan lagi dari laporan induk");
    await press(verifier, "Pisahkan");
    await expect(verifier.getByRole("alert")).toBeVisible();
    await verifier.getByLabel("Mengapa ternyata bukan satu hal").fill("Ternyata trotoar di seberang jalan.");
    await press(verifier, "Pisahkan");
    await saved(verifier);
  });
  await test.step("the other counts one, and this one waits as on its first day", async () => {
    expect((await reader.goto(publicPage(other.reference)))?.status()).toBe(404);
    await reader.goto(publicPage(main.reference));
    await expect(step(reader, "Laporan lain dipisahkan lagi dari sini")).toBeVisible();
    await expect(reader.getByRole("main")).not.toContainText("laporan warga tentang hal ini");
    await followByReceipt(neighbour, other.receipt);
    await expect(neighbour.getByText("Menunggu verifikasi")).toBeVisible();
    await expect(step(neighbour, "Dipisahkan lagi")).toBeVisible();
    await expect(neighbour.getByRole("heading", { name: "Digabung dengan laporan lain" })).toHaveCount(0);
  });
  await test.step("accepted, it has a page of its own", async () => {
    const own = unique("Trotoar di seberang simpang pos");
    await atDesk(verifier, other.reference);
    await acceptCase(verifier, own, "Dinas Pekerjaan Umum dan Penataan Ruang");
    await reader.goto(publicPage(other.reference));
    await expect(heading(reader, own)).toBeVisible();
    await expect(reader).toHaveURL(new RegExp(`${publicPage(other.reference)}$`));
  });
});

test("contested twice, a case lies above its unit until it is given to another", async ({ page, stranger, signedIn }) => {
  const headline = unique("Nomor antrean dibagikan di luar jam layanan");
  const verifier = await signedIn("verifikator@medan.example");
  const { reference, receipt } = await published(page, verifier, unique("Nomor antrean sudah habis sebelum loket dibuka."), headline, "Dinas Komunikasi dan Informatika");
  const handler = await signedIn("penghubung@medan.example");
  const contest = async (words: string) => {
    await followByReceipt(page, receipt);
    await page.getByLabel("Catatan Anda").fill(words);
    await press(page, "Belum selesai");
    await expect(step(page, "Dinyatakan belum selesai oleh pelapor").filter({ hasText: words })).toBeVisible();
  };
  const reader = await stranger();
  await test.step("it is answered and contested, the second time with a word of what that means", async () => {
    await answer(handler, reference, "Nomor antrean kini dibagikan setelah loket dibuka.");
    await contest("Tadi pagi nomornya habis lagi sebelum loket dibuka.");
    await expect(page.getByText("Dibantah pelapor")).toBeVisible();
    await answer(handler, reference, "Pembagian nomor kami awasi mulai besok.");
    await followByReceipt(page, receipt);
    await expect(page.getByText(/laporan naik ke atas unit/)).toBeVisible();
    await contest("Tidak ada yang mengawasi, nomornya tetap habis.");
  });
  await test.step("everyone reads on which level it lies, and the unit answers no more", async () => {
    await reader.goto(publicPage(reference));
    for (const person of [page, reader]) {
      await expect(person.getByText("Eskalasi jenjang 2: Inspektorat dan Sekretaris Daerah").first()).toBeVisible();
      await expect(step(person, "Dieskalasi")).toBeVisible();
      await fitsPhone(person);
    }
    await expect(reader.getByRole("main")).not.toContainText("Tidak ada yang mengawasi");
    await atDesk(handler, reference);
    await expect(handler.getByRole("button", { name: "Kirim jawaban" })).toHaveCount(0);
  });
  await test.step("the inspectorate finds it among what lies above the units", async () => {
    const inspector = await stranger();
    await enter(inspector, "inspektorat@medan.example");
    await inspector.goto("/petugas/laporan");
    await inspector.getByRole("link", { name: /^Dieskalasi \d/ }).click();
    await fitsPhone(inspector);
    await inspector.getByRole("link", { name: headline }).click();
    await expect(heading(inspector, headline)).toBeVisible();
  });
  const unit = "Dinas Kependudukan dan Pencatatan Sipil";
  const counter = await signedIn("loket.dukcapil@medan.example");
  expect((await counter.goto(`/petugas/laporan/${reference}`))?.status(), "not this unit's").toBe(404);
  const direction = unique("Bagikan nomor lewat antrean daring dan jawab dengan jadwalnya.");
  await test.step("the verifier is told, and gives it to another unit", async () => {
    await followNotice(verifier, "Sebuah laporan naik ke jenjang eskalasi Anda.", reference);
    await expect(heading(verifier, headline)).toBeVisible();
    await unfold(verifier, "Lanjutkan penanganan");
    await fitsPhone(verifier);
    await press(verifier, "Lanjutkan");
    await expect(verifier.getByRole("alert")).toBeVisible();
    await verifier.getByLabel("Arahan").fill(direction);
    await verifier.getByLabel("Unit yang menjawab").selectOption({ label: unit });
    await press(verifier, "Lanjutkan");
    await saved(verifier);
  });
  await test.step("everyone reads to whom and until when, and that unit answers", async () => {
    await reader.reload();
    const hop = step(reader, "Dilanjutkan koordinator dengan tenggat baru");
    for (const said of [unit, direction]) await expect(hop).toContainText(said);
    await expect(reader.getByRole("main")).toContainText(/Jawaban paling lambat \S+, \d{1,2} \S+ 20\d\d/);
    await expect(reader.getByText("Eskalasi jenjang 2: Inspektorat dan Sekretaris Daerah")).toHaveCount(1);
    await answer(counter, reference, "Nomor kini diambil lewat antrean daring mulai pukul enam.");
  });
  await test.step("the reporter says that now it is solved", async () => {
    await followByReceipt(page, receipt);
    await press(page, "Ya, sudah selesai");
    await expect(page.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
  });
});

test("whoever reads a case that is late takes its paper to the Ombudsman", async ({ stranger }) => {
  const reader = await stranger();
  const link = reader.getByRole("link", { name: "Berkas untuk Ombudsman (PDF)" });
  const reference = await test.step("among those that lie above their unit is one whose day has passed", async () => {
    await reader.goto("/medan/laporan");
    await reader.getByLabel("Keadaan").selectOption({ label: "Dieskalasi" });
    await press(reader, "Saring");
    await expect(reader).toHaveURL(/keadaan=escalated/);
    const found = await reader.getByRole("main").getByRole("link").evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
    for (const address of found.filter((href) => /^\/medan\/laporan\/MDN-[^/]+$/.test(href))) {
      await reader.goto(address);
      if (await reader.getByText(/^Terlambat \d+ hari kerja/).isVisible()) return address.replace(/.*\//, "");
    }
    throw new Error("the demonstration has no late case that everyone reads");
  });
  await test.step("its page offers the paper, and the paper is one", async () => {
    await expect(link).toBeVisible();
    await fitsPhone(reader);
    const [download] = await Promise.all([reader.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe(`ombudsman-${reference}.pdf`);
    const paper = await readFile(await download.path());
    expect(paper.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(paper.subarray(-32).toString("latin1")).toContain("%%EOF");
  });
});
