// An announcement from its draft to its withdrawal, an open post with its calendar, and a resident who corrects a page.
import { expect, heading, press, test, tick, unique } from "./support.ts";

test("an announcement from its draft to its withdrawal", async ({ signedIn, stranger }) => {
  const title = unique("Loket akta kelahiran buka lebih pagi");
  const text = unique("Mulai pekan depan loket akta kelahiran buka pukul tujuh.");
  const admin = await signedIn("admin@medan.example");

  await test.step("the administrator drafts it and looks at it", async () => {
    await admin.goto("/petugas/direktori/medan/pengumuman");
    await admin.getByRole("link", { name: "Buat pengumuman" }).click();
    await admin.getByRole("link", { name: "Sosialisasi" }).click();
    await press(admin, "Simpan draf");
    await expect(admin.getByRole("alert")).toContainText("Pilih unit yang mengumumkan.");
    await admin.getByLabel("Diumumkan oleh").selectOption({ label: "Dinas Kependudukan dan Pencatatan Sipil" });
    await admin.getByRole("textbox", { name: "Judul" }).fill(title);
    await admin.getByRole("textbox", { name: "Ringkasan" }).fill("Agar yang bekerja sempat datang sebelum jam kerja.");
    await admin.getByRole("textbox", { name: "Isi" }).fill(text);
    await press(admin, "Simpan draf");
    await expect(admin.getByRole("status")).toContainText("Draf tersimpan");
    await expect(admin.getByRole("region", { name: "Pratinjau" })).toContainText(text);
  });
  const reader = await stranger();

  await test.step("it is read only once it is published", async () => {
    await reader.goto("/medan/pengumuman");
    await expect(reader.getByRole("link", { name: title })).toHaveCount(0);
    await press(admin, "Terbitkan");
    await expect(admin.getByRole("status")).toContainText("sudah terbit");
    await reader.goto("/medan/unit/disdukcapil");
    await reader.getByRole("link", { name: title }).click();
    await expect(heading(reader, title)).toBeVisible();
    await expect(reader.getByRole("main")).toContainText(text);
  });

  await test.step("withdrawn, its address says why", async () => {
    await admin.getByText("Tarik pengumuman", { exact: true }).first().click();
    await admin.getByRole("textbox", { name: "Alasan" }).fill("Jadwalnya ditinjau ulang bersama petugas.");
    await press(admin, "Tarik pengumuman");
    await reader.reload();
    await expect(reader.getByRole("main")).toContainText("Jadwalnya ditinjau ulang bersama petugas.");
    await expect(reader.getByRole("main")).not.toContainText(text);
  });
});

test("an open post, with the stage that is now", async ({ page }) => {
  await page.goto("/medan");
  await page.getByRole("link", { name: "Lowongan jabatan" }).first().click();
  await page.getByRole("link", { name: "Seleksi terbuka JPT pratama Kepala Dinas Kesehatan" }).click();
  await expect(page.getByRole("listitem").and(page.locator("[aria-current=step]"))).toContainText("Sedang berlangsung");
  await page.getByRole("region", { name: "Jabatan yang dibuka" }).getByRole("link").click();
  await expect(heading(page, /Kepala Dinas Kesehatan/)).toBeVisible();
});

test("a resident corrects a page, the unit answers, the resident is told", async ({ signedIn, stranger }) => {
  const wrong = unique("Loketnya sudah pindah ke lantai dua.");
  const answer = unique("Terima kasih, alamat loketnya sudah kami perbaiki.");
  const resident = await stranger();
  await resident.goto("/medan/layanan/akta-kelahiran");
  await resident.getByRole("link", { name: "Ada yang salah di halaman ini? Beri tahu kami" }).click();
  await press(resident, "Kirim");
  await expect(resident.getByRole("alert")).toContainText("Tulis apa yang salah.");
  await resident.getByRole("textbox", { name: "Apa yang salah, dan apa yang benar?" }).fill(wrong);
  await press(resident, "Kirim");
  await expect(heading(resident, "Terima kasih, sudah kami terima")).toBeVisible();
  await expect(resident.getByRole("main")).not.toContainText(wrong);
  const code = new URL(resident.url()).pathname.split("/").at(-1)!;

  const admin = await signedIn("admin@medan.example");
  await admin.goto("/petugas");
  await admin.getByRole("link", { name: /Koreksi warga/ }).click();
  await admin.getByRole("listitem").filter({ hasText: code.toUpperCase() }).getByRole("link").click();
  await expect(admin.getByRole("main")).toContainText(wrong);
  await tick(admin.getByRole("radio", { name: "Sudah diperbaiki" }));
  await admin.getByRole("textbox", { name: "Jawaban untuk warga" }).fill(answer);
  await press(admin, "Kirim jawaban");
  await expect(admin.getByRole("status")).toContainText("Jawaban terkirim");

  await resident.reload();
  await expect(heading(resident, "Jawaban atas koreksi Anda")).toBeVisible();
  await expect(resident.getByRole("main")).toContainText(answer);
});
