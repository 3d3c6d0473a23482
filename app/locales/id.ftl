## Kerangka halaman

site-description = Siapa melayani Anda di pemerintah daerah, apa yang boleh Anda harapkan, dan cara menyampaikan laporan.
skip = Langsung ke isi
demo-label = Peragaan
demo-banner = Peragaan: semua data di sini contoh, dan semua orang di dalamnya rekaan.
nav-main = Utama
nav-menu = Menu
nav-services = Layanan
nav-directory = Jabatan dan unit
nav-cases = Laporan warga
nav-forum = Forum
nav-track = Lacak laporan
nav-desk = Meja petugas
nav-account = Akun saya
nav-sign-in = Masuk
footer-send = Sampaikan laporan
footer-track = Lacak laporan
footer-ledger = Catatan publik
footer-privacy = Apa yang kami simpan
footer-governments = Semua daerah
footer-emergency = Untuk keadaan darurat, jangan menulis di sini: telepon 112 (polisi 110, ambulans 119).
crumbs = Jalur halaman
crumb-home = Semua daerah
pager = Halaman
pager-first = Kembali ke awal
pager-next = Berikutnya
form-wrong = Ada yang perlu diperbaiki
form-wrong-title = Galat
session-ended = Sesi Anda sudah berakhir. Tulisan Anda masih ada di bawah: masuk di tab baru, lalu kirim lagi dari sini.

## Halaman awal

home-title = Pilih daerah Anda
home-heading = Siapa melayani Anda, dan apa yang boleh Anda harapkan
home-lead = Cari layanan, jabatan, dan unit pemerintah daerah. Sampaikan pengalaman Anda, tanpa akun dan boleh tanpa nama.
home-choose = Pilih daerah Anda
home-none = Data pemerintah daerah belum dimasukkan. Silakan kembali lagi nanti.
home-none-title = Belum ada daerah
home-track = Punya tanda terima 20 angka? Lihat sampai di mana laporan Anda.
home-track-title = Sudah menyampaikan laporan?
home-promise = Setiap laporan punya batas waktu yang terlihat. Yang terlambat ditampilkan terlambat, dan selesai atau belum, Anda yang menyatakan.
home-promise-title = Yang kami janjikan

## Halaman depan daerah

front-description = Layanan, jabatan, dan laporan warga di { $government }.
front-heading = Siapa melayani Anda di { $government }, dan apa yang boleh Anda harapkan
front-track = Lacak dengan tanda terima
front-events = Saya mau mengurus …
front-newest = Laporan warga terbaru
front-all-cases = Semua laporan
front-month = 30 hari terakhir
front-received = Diterima
front-answered = Dijawab
front-confirmed = Dikonfirmasi selesai
front-contested = Dibantah pelapor
front-silence = Diam bukan berarti puas: laporan yang ditutup tanpa konfirmasi pelapor tidak kami hitung selesai.
front-who-title = Siapa melayani apa
front-units = Unit dan alamatnya
front-positions = Jabatan dan tugasnya
front-services = Layanan dan syaratnya
front-forum = Forum warga

## Keperluan warga

event-lahir = Kelahiran anak
event-lahir-hint = Akta kelahiran, KK, kartu anak
event-dokumen = Dokumen kependudukan
event-dokumen-hint = KTP-el, KK, surat pengantar
event-pindah = Pindah tempat tinggal
event-pindah-hint = Surat pindah, KK dan KTP-el baru
event-usaha = Membuka usaha
event-usaha-hint = NIB, izin, pendampingan usaha
event-berobat = Berobat
event-berobat-hint = Puskesmas, rujukan, jam layanan
event-sekolah = Sekolah
event-sekolah-hint = Pendaftaran, pindah sekolah, ijazah
event-rumah = Rumah dan tanah
event-rumah-hint = Izin bangunan, PBB, air bersih
event-kendaraan = Kendaraan dan jalan
event-kendaraan-hint = Uji kendaraan, parkir, angkutan
event-kerja = Mencari kerja
event-kerja-hint = Kartu pencari kerja, pelatihan
event-bantuan = Bantuan sosial
event-bantuan-hint = Pendaftaran, surat keterangan, santunan
event-lingkungan = Lingkungan sekitar
event-lingkungan-hint = Sampah, lampu jalan, drainase

## Pencarian

search-label = Cari layanan, jabatan, unit, atau laporan
search-placeholder = mis. KTP hilang, izin usaha, puskesmas
search-button = Cari
search-title = Pencarian
search-title-for = Hasil untuk “{ $q }”
search-type = Ketik nama layanan, jabatan, unit, atau hal yang ingin Anda urus.
search-nothing = Coba kata lain yang lebih umum, misalnya “akta” atau “jalan”.
search-nothing-title = Belum ada yang ditemukan
search-see-services = Lihat semua layanan
search-cases = Laporan warga
kind-service = Layanan
kind-services = Layanan
kind-unit = Unit
kind-units = Unit
kind-position = Jabatan

## Layanan

services-title = Layanan
services-all = Semua layanan
services-filter = Saring menurut keperluan
services-none = Lihat semua layanan, atau cari dengan kata lain.
services-none-title = Tidak ada layanan yang cocok
served-by-kecamatan = Kantor kecamatan setempat
served-by-kelurahan = Kantor kelurahan setempat
service-every-kecamatan = Layanan ini diberikan di setiap kantor kecamatan. Datanglah ke kantor di tempat tinggal Anda.
service-every-kelurahan = Layanan ini diberikan di setiap kantor kelurahan. Datanglah ke kantor di tempat tinggal Anda.
service-cases = Laporan warga tentang layanan ini
service-no-cases = Belum ada laporan yang terbit tentang layanan ini.
service-send = Tanpa akun, boleh tanpa nama. Baik atau buruk, ceritakan saja.
service-who = Siapa yang melayani
service-pledge-title = Maklumat pelayanan
part-responsible = bertanggung jawab
part-performs = melaksanakan
part-decides = memutuskan
standard-time = Waktu
standard-fee = Biaya
standard-product = Hasil
standard-since = Standar berlaku sejak
standard-none = Standar layanan ini belum diterbitkan. Tanyakan syarat, waktu, dan biayanya kepada unit yang melayani.
standard-requirements = Yang perlu dibawa
standard-procedure = Langkahnya
standard-complaints = Bila ada keluhan
standard-more = Selengkapnya tentang standar ini
standard-basis = Dasar hukum
standard-facilities = Sarana dan prasarana
standard-competence = Kemampuan petugas
standard-supervision = Pengawasan internal
standard-officers = Jumlah petugas
standard-guarantee = Jaminan pelayanan
standard-safety = Jaminan keamanan
standard-evaluation = Evaluasi kinerja petugas

## Unit

units-title = Unit
units-lead = Dinas, badan, kecamatan, dan kelurahan: apa yang diurus, di mana, dan siapa petugasnya.
units-agencies = Dinas, badan, dan kantor
units-areas = Kecamatan
units-areas-note = Kelurahan dan desa ada di halaman kecamatannya.
tab-units = Unit
tab-positions = Jabatan
unit-services = Layanan di sini
unit-positions = Jabatan di sini
unit-below = Unit di bawahnya
unit-cases = Laporan warga tentang unit ini
unit-all-cases = Semua laporan tentang unit ini
unit-no-cases = Belum ada laporan yang terbit tentang unit ini.
unit-contact = Alamat dan kontak
unit-address = Alamat
unit-hours = Jam layanan
unit-phone = Telepon
unit-email = Surel
unit-send = Sampaikan keluhan, usulan, pertanyaan, atau terima kasih. Tanpa akun, boleh tanpa nama.
unit-send-title = Ada yang ingin disampaikan?

## Jabatan

positions-title = Jabatan
positions-lead = Jabatan bukan orangnya: tugasnya tetap ada, juga saat lowong. Laporan Anda selalu tentang jabatan, unit, atau layanan.
positions-all = Semua jabatan
positions-filter = Saring menurut jenis jabatan
positions-none = Lihat semua jabatan, atau pilih jenis yang lain.
positions-none-title = Belum ada jabatan jenis ini
type-jpt_pratama = Pimpinan tinggi pratama
type-administrator = Administrator
type-pengawas = Pengawas
type-fungsional = Fungsional
type-pelaksana = Pelaksana
position-type = Jenis jabatan
position-class = Kelas jabatan
position-headcount = Kebutuhan pegawai
position-of = { $actual } dari { $required } terisi
position-filled = Terisi { $actual } dari { $required }
position-duties = Tugas
position-basis = Dasar:
position-outputs = Hasil kerja
position-authority = Wewenang
position-holder = Pemangku jabatan
position-before = Pemangku sebelumnya
position-vacant = Lowong
position-vacant-since = Lowong sejak { $date }
position-place = Kedudukan
position-unit = Unit
position-superior = Atasan
position-services = Layanan yang dipegang
position-send = Ceritakan pengalaman Anda dengan jabatan ini. Tanpa akun, boleh tanpa nama.
position-send-title = Ada yang ingin disampaikan?
tenure-since = sejak { $from }
tenure-from-to = { $from } sampai { $to }
tenure-acting = Pelaksana tugas (Plt.)
tenure-acting-short = Plt.
tenure-daily = Pelaksana harian (Plh.)
tenure-daily-short = Plh.

## Jenis laporan dan perlindungan

kind-pengaduan = Pengaduan
kind-pengaduan-hint = Layanan yang lambat, keliru, tidak ramah, atau tidak sesuai janjinya.
kind-aspirasi = Usulan
kind-aspirasi-hint = Gagasan agar layanan atau lingkungan menjadi lebih baik.
kind-permintaan_informasi = Permintaan informasi
kind-permintaan_informasi-hint = Hal yang ingin Anda ketahui dari pemerintah daerah.
kind-apresiasi = Apresiasi
kind-apresiasi-hint = Ucapan terima kasih atas pelayanan yang baik.
kind-penyimpangan = Dugaan penyimpangan
kind-penyimpangan-hint = Pungutan liar, suap, atau penyalahgunaan wewenang. Diteruskan ke Inspektorat, tidak pernah ke unit itu sendiri, dan tidak pernah tampil untuk umum.
protection-anonim = Tanpa nama
protection-anonim-hint = Teks boleh dibaca umum setelah diperiksa. Siapa Anda tidak kami catat dan tidak diketahui unit yang dilaporkan.
protection-anonim-staff = Teks terbit tanpa nama. Samarkan apa pun yang dapat menunjukkan siapa pelapornya.
protection-rahasia = Rahasia
protection-rahasia-hint = Laporan tidak ditampilkan untuk umum. Hanya petugas yang menangani yang membacanya, dan nama Anda tidak kami minta.
protection-rahasia-staff = Tidak terbit. Hanya petugas yang menangani yang boleh membaca.
protection-publik = Dengan nama
protection-publik-hint = Nama dan teks Anda boleh dibaca umum setelah diperiksa.
protection-publik-staff = Nama dan teks dapat dibaca umum. Bila dapat merugikan pelapor, naikkan perlindungannya.

## Menyampaikan laporan

send-button = Sampaikan laporan
send-description = Sampaikan keluhan, usulan, pertanyaan, atau terima kasih kepada pemerintah daerah. Tanpa akun, boleh tanpa nama.
send-step = Langkah { $n } dari { $of }
send-about = tentang
send-back = Kembali
send-next = Lanjut
send-send = Kirim laporan
send-choose = Pilih …
send-unsaid = Tidak diisi
send-perlindungan-title = Siapa yang boleh tahu?
send-perlindungan-question = Bagaimana nama Anda ditampilkan?
send-name = Nama Anda
send-name-hint = Hanya diisi bila Anda memilih “Dengan nama”.
send-no-account = Anda tidak perlu akun. Setelah mengirim, Anda menerima tanda terima 20 angka untuk memantau laporan.
send-tentang-title = Laporan ini tentang apa?
send-about-label = Layanan atau unit
send-about-hint = Bila tidak tahu, tidak apa-apa: kami yang mencarikan. Untuk satu jabatan tertentu, buka halamannya dulu:
send-about-posts = daftar jabatan
send-about-unknown = Saya tidak tahu
send-cerita-title = Apa yang terjadi?
send-kind = Jenis laporan
send-story = Ceritakan kejadiannya
send-story-hint = Apa yang terjadi, kapan, di mana, dan apa yang Anda harapkan.
send-names-warning = Jangan tulis NIK, nomor telepon, atau nama orang lain. Menyebut nama orang dapat dianggap pencemaran nama baik (UU ITE); sebut saja jabatan dan kejadiannya.
send-draft-restored = Tulisan Anda yang belum terkirim di ponsel ini kami tampilkan kembali.
send-draft-forget = Hapus tulisan ini
send-draft-never = Laporan tanpa nama: tulisan Anda tidak disimpan di HP ini sebelum terkirim. Bila halaman ini ditutup, tulisannya hilang.
send-date = Tanggal kejadian (boleh kosong)
send-date-hint = Perkiraan sudah cukup. Kosongkan bila tidak tahu.
send-tempat-title = Di mana terjadinya?
send-area = Kecamatan atau kelurahan/desa (boleh kosong)
send-area-hint = Pilih yang paling dekat dengan tempat kejadian.
send-area-unknown = Tidak tahu, atau tidak terkait tempat
send-place = Tempat atau patokan (boleh kosong)
send-place-hint = Misalnya “loket 3” atau “depan masjid, RT 02”.
send-photos = Foto (boleh kosong)
send-photos-hint = Paling banyak tiga foto, masing-masing paling besar 8 MB. Hindari wajah dan data pribadi. Keterangan tersembunyi seperti lokasi dan waktu kami hapus.
send-photos-kept = Foto yang sudah terunggah
send-photo-kept = Foto { $n }
send-photo-drop = Hilangkan centang untuk membuang foto ini.
send-photos-chosen = Foto yang akan dikirim
send-photos-clear = Kosongkan pilihan
send-photos-too-many = Hanya { $n } foto pertama yang diambil.
send-kontak-title = Ingin dikabari lewat surel?
send-email = Alamat surel (boleh kosong)
send-email-hint = Kami mengabari Anda saat laporan diterima, saat dijawab, dan saat ada pesan; untuk laporan rahasia beberapa kali sehari pada jam tetap. Seberapa banyak dapat Anda atur sesudah mengirim.
send-email-anonymous = Laporan tanpa nama tidak dikabari lewat surel, supaya tidak ada yang menunjukkan siapa pengirimnya. Setelah mengirim Anda mendapat tanda terima: di sanalah kabar, pertanyaan, dan jawabannya menunggu Anda. Ingin dikabari lewat surel? Pilih “Rahasia” di langkah pertama.
send-email-note = Surel Anda disimpan terkunci, terpisah dari laporan. Petugas hanya dapat melihatnya bila dua orang sepakat dengan alasan, dan Anda diberi tahu. Tanpa surel pun laporan Anda tetap diproses.
send-periksa-title = Periksa sebelum dikirim
check-protection = Perlindungan
check-about = Tentang
check-kind = Jenis laporan
check-story = Kejadian
check-date = Tanggal kejadian
check-area = Wilayah
check-place = Tempat atau patokan
check-photos = Foto
check-photo-count = { $n } foto
check-email-anonymous = Tidak ada: kabarnya menunggu di tanda terima
check-email = Surel
check-change = Ubah
check-misconduct = Dugaan penyimpangan selalu dirahasiakan: diteruskan ke Inspektorat, tidak ke unit yang dilaporkan, dan tidak tampil untuk umum.
check-consent = Bila Anda mengirim, laporan ini kami simpan dan proses seperti tertulis di halaman
sent-title = Laporan Anda sudah kami terima
sent-reference = Nomor laporan: { $reference }
sent-receipt = Tanda terima Anda
sent-save = Tulis 20 angka ini atau simpan tangkapan layarnya. Hanya dengan angka ini Anda dapat memantau laporan.
sent-once = Angka ini tampil setengah jam saja, dan hanya di ponsel ini. Sesudahnya kami tidak dapat menampilkannya lagi.
sent-next = Yang terjadi selanjutnya
sent-verify = Verifikator memeriksa laporan Anda dan meneruskannya paling lambat { $date }.
sent-answer = Jawaban diberikan paling lambat { $date }.
sent-praise = Apresiasi Anda disampaikan kepada unit yang melayani.
sent-you-decide = Setelah dijawab, Anda yang menyatakan: sudah selesai atau belum.
sent-follow = Lihat laporan saya
sent-front = Ke halaman depan

## Melacak laporan

track-title = Lacak laporan
track-lead = Masukkan tanda terima untuk melihat sampai di mana laporan Anda dan menanggapi jawabannya.
track-receipt = Tanda terima
track-receipt-hint = 20 angka; boleh dengan atau tanpa spasi.
track-button = Lihat laporan
track-lost = Tanpa tanda terima kami tidak dapat memperlihatkan laporan itu, karena kami tidak tahu siapa pengirimnya. Bila laporan itu tampil untuk umum, Anda tetap dapat membacanya di Laporan warga. Anda juga boleh mengirim laporan baru.
track-lost-title = Tanda terima hilang?
track-leave = Tutup dan lupakan di ponsel ini
track-yours = Yang Anda tulis
track-public = Lihat yang tampil untuk umum
track-not-public = Laporan ini tidak tampil untuk umum.
track-solved-question = Apakah masalahnya sudah selesai?
track-note = Catatan Anda
track-note-hint = Bila belum selesai, tulis apa yang masih kurang. Bila sudah selesai, boleh kosong. Catatan ini hanya dibaca petugas yang menangani laporan.
track-confirm = Ya, sudah selesai
track-contest = Belum selesai

## Laporan warga

cases-title = Laporan warga
cases-lead = Yang disampaikan warga, siapa yang menangani, dan sampai di mana.
cases-empty = Jadilah yang pertama menyampaikan pengalaman Anda.
cases-empty-title = Belum ada laporan
cases-none = Ubah saringannya, atau tampilkan semua laporan.
cases-none-title = Tidak ada laporan yang cocok
cases-of-unit = Hanya tentang { $name }
filter-all = Semua
filter-button = Saring
filter-clear = Tampilkan semua laporan
filter-kind = Jenis
filter-status = Keadaan
case-about = Tentang
case-by = Disampaikan oleh { $name }
case-by-anonymous = Disampaikan tanpa nama
case-handled-by = Ditangani oleh
case-journey = Perjalanan laporan
case-ledger = Bukti di catatan publik
case-ledger-count = { $n } langkah tercatat.
case-ledger-link = Lihat catatan publik
case-no-unit = Unit belum ditentukan
case-not-a-person = Laporan ini tentang layanan, unit, atau jabatan, bukan tentang pribadi seseorang.
case-photo = Foto { $n } dari pelapor
status-submitted = Menunggu verifikasi
status-assigned = Menunggu jawaban unit
status-in_progress = Sedang dikerjakan
status-responded = Dijawab, menunggu pelapor
status-disputed = Dibantah pelapor
status-closed = Ditutup
status-confirmed = Selesai, dikonfirmasi pelapor
status-closed-unconfirmed = Ditutup, tanpa konfirmasi pelapor
status-archived = Diarsipkan
status-late = Terlambat, jatuh tempo { $date }
due-is = jatuh tempo { $date }
due-was = lewat jatuh tempo { $date }
step-received = Diterima
step-published = Ditampilkan untuk umum
step-protected = Perlindungan pelapor diperkuat
step-assigned = Diteruskan
step-archived = Diarsipkan
step-progress = Dikerjakan
step-answered = Dijawab
step-confirmed = Dinyatakan selesai oleh pelapor
step-contested = Dinyatakan belum selesai oleh pelapor
by-reporter = pelapor
by-verifier = verifikator
by-handler = pejabat penghubung
by-inspector = Inspektorat
by-system = sistem
next-verify = Diperiksa verifikator, lalu diteruskan
next-answer = Jawaban unit, lalu pelapor menyatakan selesai atau belum
next-answer-again = Jawaban baru atas bantahan pelapor
next-confirm = Pelapor menyatakan selesai atau belum
next-by = paling lambat { $date }
outcome-upheld = Terbukti
outcome-upheld-hint = Yang disampaikan benar. Usulan, permintaan informasi, atau apresiasi: diterima atau dipenuhi.
outcome-partly = Terbukti sebagian
outcome-partly-hint = Sebagian benar atau sebagian dipenuhi. Jelaskan bagian yang mana.
outcome-not_upheld = Tidak terbukti
outcome-not_upheld-hint = Sudah diperiksa dan ternyata lain. Jelaskan apa yang ditemukan.
outcome-not_examined = Tidak dapat diperiksa
outcome-not_examined-hint = Keterangannya kurang, atau pemeriksaan tidak mungkin dilakukan. Jelaskan sebabnya.
archive-spam = Iklan atau spam
archive-no_public_service = Bukan tentang pelayanan publik
archive-hate = Ujaran kebencian
archive-court_case = Sedang diperiksa pengadilan
archive-too_general = Terlalu umum untuk ditindaklanjuti
archive-outside = Di luar wewenang pemerintah daerah ini

## Meja petugas

desk-title = Meja petugas
desk-front = Ringkasan
desk-cases = Laporan
desk-evaluation = Penilaian
desk-moderation = Moderasi forum
desk-roles = Peran Anda
desk-waiting = { $n } menunggu
desk-done = Tersimpan, dan tercatat di catatan publik.
queue-label = Antrean laporan
queue-empty = Laporan baru akan muncul di sini. Periksa juga antrean yang lain.
queue-empty-title = Tidak ada yang menunggu
role-verifier = Verifikator
role-handler = Pejabat penghubung
role-post_holder = Pemangku jabatan
role-assessor = Pejabat penilai
role-inspector = Inspektorat
role-moderator = Moderator
role-performance_team = Tim pengelola kinerja
role-administrator = Administrator
desk-original = Tulisan pelapor
desk-original-masked = Isi laporan, setelah disamarkan
desk-identity = Siapa pelapornya tidak ditampilkan di halaman ini. Jangan mencoba menebaknya.
desk-see-public = Lihat yang tampil untuk umum
desk-handling = Ditangani oleh
desk-received = Diterima
desk-verify-due = Verifikasi paling lambat
desk-outcome = Hasil pemeriksaan
desk-accept-title = Terima dan teruskan
desk-headline = Judul
desk-headline-hint = Singkat dan netral: sebut layanan atau jabatannya, bukan nama orang. Judul dapat ikut tampil di kartu bukti.
desk-public-text = Teks untuk umum dan unit
desk-public-text-hint = Samarkan nama, NIK, nomor telepon, alamat, dan hal yang menunjukkan siapa pelapor yang dilindungi. Selebihnya biarkan seperti tulisan pelapor. Untuk laporan rahasia, teks ini hanya dibaca unit dan tidak pernah diterbitkan.
desk-protection = Perlindungan; hanya dapat dinaikkan
desk-unit = Unit yang menjawab
desk-unit-hint = Dugaan penyimpangan diteruskan ke Inspektorat, tidak pernah ke unit yang dilaporkan.
desk-element = Unsur pelayanan (boleh kosong)
desk-accept = Terima dan teruskan
desk-archive-title = Arsipkan laporan ini
desk-archive-reason = Alasan
desk-archive-note = Penjelasan untuk pelapor
desk-archive-note-hint = Dibaca pelapor. Bila ada tempat lain yang tepat, sebutkan.
desk-archive = Arsipkan
desk-answer-title = Jawab laporan
desk-answer = Jawaban
desk-answer-hint = Apa yang diperiksa, apa yang ditemukan, apa yang sudah diperbaiki. Ikut terbaca umum bila laporannya terbit.
desk-answer-button = Kirim jawaban
desk-progress-title = Kabarkan kemajuan
desk-progress = Apa yang sedang dikerjakan
desk-progress-hint = Singkat, dengan tanggal bila ada. Kabar ini tidak menggantikan jawaban.
desk-progress-button = Simpan kabar
element-none = Tidak ditentukan
element-requirements = Persyaratan
element-procedure = Prosedur
element-completion_time = Waktu
element-cost = Biaya
element-product = Hasil layanan
element-staff_competence = Kemampuan petugas
element-staff_behaviour = Perilaku petugas
element-facilities = Sarana dan prasarana
element-complaint_handling = Penanganan pengaduan

## Kartu bukti

record-title = Kartu bukti
record-lead = Laporan yang terbukti, apresiasi yang dikonfirmasi, dan jawaban forum yang membantu menjadi kartu bukti. Pemangku jabatan menanggapi lebih dulu, baru penilai memutuskan.
card-title = Kartu bukti: { $title }
card-source = Dasar kartu
source-upheld = Pengaduan terbukti
source-partly = Pengaduan terbukti sebagian
source-praise = Apresiasi warga
card-element = Unsur
card-position = Jabatan
card-holder = Pemangku saat itu
card-vacant = Jabatan lowong
card-event = kejadian { $date }
card-event-on = Tanggal kejadian
card-said = Yang disampaikan warga
card-answer = Jawaban unit
card-standard = Janji yang berlaku hari itu
card-standard-from = Standar sejak { $date }
card-your-reply = Menunggu tanggapan Anda
card-your-decision = Menunggu keputusan Anda
card-awaits-reply = Menunggu tanggapan pemangku jabatan
card-awaits-decision = Menunggu keputusan penilai
card-reply-title = Tanggapan pemangku jabatan
card-reply = Tanggapan Anda
card-reply-hint = Apa yang terjadi menurut Anda, apa yang sudah diperbaiki, apa yang di luar kendali Anda. Tanggapan selalu ikut bersama kartu.
card-reply-button = Kirim tanggapan
card-replied = Ditanggapi { $when }. Tanggapan ini selalu ikut bersama kartu.
card-no-reply = Belum ada tanggapan.
card-decision-title = Keputusan penilai
card-decision = Keputusan
card-not-decided = Belum diputuskan.
card-reason = Alasan
card-reason-hint = Dibaca oleh pemangku jabatan. Sebut faktanya, bukan kesan tentang orangnya.
card-decide-button = Simpan keputusan
decision-accept = Diterima sebagai bukti
decision-accept-hint = Kartu menjadi bagian dari bahan penilaian.
decision-accept_with_note = Diterima dengan catatan
decision-accept_with_note-hint = Kartu dipakai bersama catatan Anda, misalnya sebab di luar kendali jabatan.
decision-reject = Ditolak sebagai bukti
decision-reject-hint = Kartu tidak dipakai dalam penilaian. Kartu dan alasannya tetap tersimpan.
card-no-score = Tidak ada rumus dari laporan ke predikat. Keputusan dan alasannya diambil oleh penilai, dan dapat diperiksa.
card-no-score-title = Kartu ini tidak menghitung nilai

## Forum

forum-title = Forum
forum-lead = Tempat warga bertanya, mengusulkan, dan berdiskusi. Kritik kepada pejabat boleh; serangan pribadi tidak.
forum-all = Semua
forum-categories = Kategori
category-layanan = Layanan
category-lingkungan = Lingkungan
category-usulan = Usulan
category-tanya = Tanya jawab
category-kinerja = Kinerja
forum-start = Mulai topik
forum-empty = Mulailah topik pertama.
forum-empty-title = Belum ada topik di sini
forum-official = Jawaban resmi
forum-replies = { $n } tanggapan
forum-supports = { $n } dukungan
forum-support = Dukung
forum-supported = Anda mendukung
forum-flag = Beri tahu moderator
forum-reply-number = tentang tanggapan ke-{ $n }
forum-hidden = Disembunyikan oleh moderator. Alasan:
forum-hidden-title = Topik disembunyikan
forum-sign-in = Untuk menanggapi atau mendukung, silakan masuk lebih dulu.
forum-reply = Tanggapan Anda
forum-reply-hint = Tanggapi gagasannya, bukan orangnya. Jangan tulis data pribadi.
forum-reply-button = Kirim tanggapan
forum-answer-as = Jawab resmi atas nama { $unit }
forum-answer-as-hint = Nama unit ditampilkan, bukan nama Anda.
forum-as = Anda menulis sebagai { $name }.
forum-category = Kategori
forum-topic-title = Judul
forum-topic-title-hint = Satu kalimat yang langsung dipahami, 10 sampai 120 huruf.
forum-text = Isi
forum-text-hint = Ceritakan pokok masalah atau usulannya. Jangan tulis NIK, nomor telepon, atau nama orang lain.
forum-publish = Terbitkan topik
flag-title = Beri tahu moderator
flag-topic = Topik
flag-lead = Moderator membaca dan memutuskan. Kritik kepada pejabat tidak disembunyikan, berapa pun yang menandainya.
flag-reason = Apa masalahnya?
flag-note = Penjelasan (boleh kosong)
flag-button = Kirim ke moderator
flag-done = Terima kasih. Moderator akan memeriksanya.

## Moderasi

moderation-lead = Tulisan yang ditandai pembaca. Jumlah tanda tidak menentukan; alasannya yang menentukan. Kritik kepada pejabat tidak disembunyikan.
moderation-empty = Tulisan yang ditandai pembaca akan muncul di sini.
moderation-empty-title = Tidak ada yang menunggu
moderation-flags = { $n } tanda
moderation-reason = Alasan
moderation-note = Penjelasan untuk penulis
moderation-note-hint = Hanya perlu bila disembunyikan. Sebut bagian yang mana dan aturan apa; dibaca oleh penulisnya.
moderation-hide = Sembunyikan
moderation-keep = Biarkan tampil
hide-personal_attack = Serangan pribadi
hide-personal_data = Memuat data pribadi
hide-spam = Iklan atau spam
hide-hate = Ujaran kebencian
hide-off_topic = Di luar topik

## Masuk, daftar, dan akun

sign-in-title = Masuk
sign-in-lead = Akun hanya perlu untuk forum dan untuk petugas. Membaca, melapor, dan melacak tidak perlu akun.
sign-in-email = Alamat surel
sign-in-password = Sandi
sign-in-button = Masuk
sign-in-by-link = Masuk lewat tautan di surel, tanpa sandi
sign-up-link = Belum punya akun? Daftar
sign-out = Keluar
sign-up-title = Daftar
sign-up-lead = Dengan akun Anda dapat menulis di forum. Nama samaran boleh; NIK tidak kami minta.
sign-up-name = Nama yang ditampilkan
sign-up-name-hint = Boleh nama samaran.
sign-up-email-hint = Hanya untuk masuk. Tidak ditampilkan kepada siapa pun.
sign-up-password = Sandi (boleh kosong)
sign-up-password-hint = Paling sedikit 10 karakter. Bila kosong, Anda masuk lewat tautan di surel.
sign-up-button = Daftar
link-title = Masuk lewat surel
link-hint = Kami mengirim tautan yang berlaku 30 menit.
link-button = Kirim tautan
link-open = Tekan tombol di bawah untuk masuk. Tautan ini hanya dapat dipakai satu kali.
link-open-title = Lanjutkan masuk
mailed = Bila alamat itu dapat dipakai, sebuah surel sedang menuju ke sana. Periksa juga folder spam. Tautan masuk berlaku 30 menit.
mailed-title = Periksa surel Anda
mailed-demo = Dalam peragaan ini surel tidak sampai ke luar. Pakailah salah satu akun contoh di halaman masuk.
account-title = Akun saya
account-notices = Kabar untuk Anda
account-no-notices = Belum ada kabar.
account-sessions = Perangkat yang sedang masuk
account-this-one = Perangkat ini
account-unknown-device = Perangkat tidak dikenal
account-last-used = Terakhir dipakai { $when }
account-end = Keluarkan
account-end-others = Keluarkan semua perangkat lain
account-ended = Perangkat sudah dikeluarkan dari akun Anda.
notice-cards-handed = Kartu bukti beralih ke meja Anda untuk diputuskan.
notice-card-offered = Kartu bukti baru tentang jabatan Anda menunggu tanggapan Anda.
notice-card-case-reopened = Laporan di balik kartu yang sudah diputuskan dibuka kembali. Periksa lagi putusannya.
notice-card-decided = Penilai sudah memutuskan kartu bukti tentang jabatan Anda.
notice-plan-proposed = Rencana kinerja menunggu persetujuan Anda.
notice-plan-returned = Rencana kinerja Anda dikembalikan dengan catatan.
notice-plan-agreed = Rencana kinerja Anda disepakati.
notice-evaluation-reported = Realisasi kinerja menunggu penilaian Anda.
notice-evaluation-issued = Dokumen evaluasi kinerja Anda sudah diserahkan.
notice-evaluation-objected = Ada keberatan atas evaluasi kinerja.
notice-evaluation-explained = Keberatan menunggu keputusan Anda.
notice-evaluation-decided = Keputusan atas evaluasi kinerja sudah ada.
notice-topic-replied = Ada tanggapan baru di topik Anda.
notice-hidden-personal_attack = Tulisan Anda di forum disembunyikan: serangan pribadi. Bila tidak setuju, Anda dapat mengajukan keberatan kepada moderator.
notice-hidden-personal_data = Tulisan Anda di forum disembunyikan: memuat data pribadi. Bila tidak setuju, Anda dapat mengajukan keberatan kepada moderator.
notice-hidden-spam = Tulisan Anda di forum disembunyikan: iklan atau spam. Bila tidak setuju, Anda dapat mengajukan keberatan kepada moderator.
notice-hidden-hate = Tulisan Anda di forum disembunyikan: ujaran kebencian. Bila tidak setuju, Anda dapat mengajukan keberatan kepada moderator.
notice-hidden-off_topic = Tulisan Anda di forum disembunyikan: di luar topik. Bila tidak setuju, Anda dapat mengajukan keberatan kepada moderator.

## Akun peragaan

demo-accounts = Pilih satu untuk langsung masuk, tanpa sandi. Semua orang ini rekaan.
demo-accounts-title = Akun contoh
demo-resident = Warga: memulai topik, menanggapi, dan mendukung di forum.
demo-verifier = Memeriksa laporan baru, melindungi pelapor, dan meneruskan.
demo-verifier-second = Orang kedua: menyetujui bila identitas pelapor perlu dibuka.
demo-handler = Menjawab laporan untuk semua unit di daerah ini.
demo-handler-unit = Menjawab laporan untuk Disdukcapil saja.
demo-inspector = Menangani dugaan penyimpangan yang tidak terbuka bagi unit.
demo-assessor = Memutuskan kartu bukti, setelah pemangku jabatan menanggapi.
demo-moderator = Memeriksa tulisan forum yang ditandai pembaca.
demo-administrator = Melihat meja petugas dengan peran administrator.
demo-post-holder = Camat: menanggapi kartu bukti jabatannya dan menilai bawahannya.
demo-performance-team = Membuka tahun evaluasi kinerja dan melihat keadaannya.
demo-ward-head = Lurah: menanggapi kartu bukti tentang jabatannya.
demo-all-desks = Satu akun untuk mencoba verifikasi, jawaban, penilaian, dan moderasi.

## Catatan publik

ledger-title = Catatan publik
ledger-lead = Setiap langkah penting menjadi satu catatan bernomor. Sidik semua catatan disusun menjadi satu pohon, dan dari pohon itu lahir satu angka, akarnya. Satu huruf saja yang diubah, dihapus, atau disisipkan membuat akarnya lain. Isi laporan dan data pribadi tidak ada di sini.
ledger-empty = Catatan muncul sejak laporan atau topik pertama.
ledger-empty-title = Belum ada catatan
ledger-number = Nomor
ledger-date = Tanggal
ledger-kind = Peristiwa
ledger-hash = Sidik
ledger-feedback-received = Laporan diterima
ledger-feedback-assigned = Laporan diteruskan
ledger-feedback-archived = Laporan diarsipkan
ledger-feedback-progress = Kemajuan dikabarkan
ledger-feedback-answered = Laporan dijawab
ledger-feedback-confirmed = Pelapor menyatakan selesai
ledger-feedback-contested = Pelapor membantah jawaban
ledger-evidence-offered = Kartu bukti dibuat
ledger-evidence-replied = Kartu bukti ditanggapi
ledger-evidence-decided = Kartu bukti diputuskan
ledger-assessor-delegated = Kewenangan menilai dilimpahkan
ledger-assessor-delegation-withdrawn = Pelimpahan kewenangan menilai dicabut
ledger-evaluation-year-opened = Tahun evaluasi kinerja dibuka
ledger-organisation-rated = Capaian organisasi ditetapkan
ledger-plan-started = Rencana kinerja dimulai
ledger-plan-proposed = Rencana kinerja diajukan
ledger-plan-returned = Rencana kinerja dikembalikan
ledger-plan-agreed = Rencana kinerja disepakati
ledger-plan-changed = Versi baru rencana kinerja dimulai
ledger-evaluation-started = Evaluasi kinerja dimulai
ledger-evaluation-report = Realisasi kinerja diajukan
ledger-evaluation-issue = Dokumen evaluasi kinerja diserahkan
ledger-evaluation-acknowledge = Dokumen evaluasi kinerja dibaca
ledger-evaluation-deadline-passed = Masa keberatan evaluasi berakhir
ledger-evaluation-object = Keberatan atas evaluasi diajukan
ledger-evaluation-explain = Keberatan atas evaluasi dijelaskan
ledger-evaluation-hear-both = Kedua pihak didengar tentang keberatan
ledger-evaluation-decide = Keberatan atas evaluasi diputuskan
ledger-evaluation-finalise = Evaluasi kinerja selesai
ledger-evaluation-correct = Evaluasi kinerja dikoreksi dengan versi baru
ledger-forum-topic = Topik forum dimulai
ledger-forum-reply = Tanggapan forum ditulis
ledger-forum-hidden = Tulisan forum disembunyikan
ledger-forum-kept = Tulisan forum dibiarkan
ledger-directory-published = Perubahan direktori terbit
ledger-content-erased = Isi sebuah catatan dihapus
ledger-now = Pohon saat ini
ledger-size = { $n } catatan
ledger-root = Akar
ledger-grown = Sudah diperiksa: pohon ini hanya menambah pohon { $day }.
ledger-not-grown = Pohon ini tidak cocok dengan pohon { $day }. Ada yang diubah.
ledger-days = Pohon setiap akhir hari
ledger-days-lead = Simpan salah satu akar ini, atau tangkapan layarnya. Kelak siapa pun dapat membuktikan dengannya bahwa catatan sampai hari itu masih sama.
ledger-day = Hari
ledger-entries = Catatan
ledger-check = Pemeriksaan
ledger-fits = Cocok
ledger-fits-not = Tidak cocok
ledger-all-days = Semua akhir hari (JSON)
ledger-newest = Catatan terbaru
ledger-how = Cara memeriksa sendiri
ledger-how-copy = Salin semua catatan: { $address }. Sidik daun adalah SHA-256 dari bita 0 dan tujuh baris teks; sidik simpul adalah SHA-256 dari bita 1, sidik kiri, dan sidik kanan (RFC 9162).
ledger-how-keep = Simpan akar hari ini: { $address }
ledger-how-grow = Minta bukti bahwa pohon hanya bertambah: { $address }
ledger-how-own = Pengirim laporan memegang berkas bukti. Dengan berkas itu ia, dan siapa pun yang ia percaya, dapat memeriksa bahwa kata-katanya tercatat, tanpa bertanya kepada kami.
ledger-how-described = Keterangan lengkap untuk program: { $address }
proof-title = Bukti tercatat
proof-number = Laporan Anda adalah catatan nomor { $number } di catatan publik.
proof-holds = Sudah diperiksa: catatan ini ada dalam pohon yang sekarang, dan kata-kata Anda cocok dengan sidiknya.
proof-holds-erased = Sudah diperiksa: catatan ini ada dalam pohon yang sekarang. Isinya sudah dihapus, jadi kata-katanya tidak dapat dicocokkan lagi.
proof-fails = Bukti ini tidak cocok. Simpan berkasnya dan tunjukkan kepada inspektorat atau Ombudsman.
proof-leaf = Sidik catatan
proof-root = Akar pohon, { $n } catatan
proof-download = Unduh berkas bukti
proof-keep = Berkas ini memuat kata-kata Anda. Simpan untuk Anda sendiri.
pack-link = Berkas untuk Ombudsman (PDF)
pack-title = Laporan { $reference }: berkas untuk Ombudsman
pack-page = Halaman { $page } dari { $pages }
pack-lead = Berkas ini disusun oleh portal { $government } dari catatannya sendiri. Isinya: apa yang dilaporkan, setiap langkah dengan hari dan unitnya, tenggat dan dasar aturannya, dan bukti bahwa langkah itu tercatat sejak hari terjadinya.
pack-what = Hal
pack-content = Isi
pack-headline = Judul
pack-kind = Jenis
pack-received = Diterima
pack-status = Keadaan
pack-area = Wilayah
pack-made = Berkas dibuat
pack-deadlines = Tenggat
pack-missed = Sedikitnya satu tenggat terlewat.
pack-not-missed = Tidak ada tenggat jawaban yang terlewat. Pelapor belum menyatakan masalahnya selesai.
pack-due = Paling lambat
pack-done = Dilakukan
pack-verdict = Hasil
pack-rule = Dasar
pack-due-verify = Verifikasi
pack-due-answer = Jawaban
pack-due-answer-again = Jawaban berikutnya
pack-not-done = Belum
pack-late = Terlambat
pack-in-time = Tepat waktu
pack-working-days = { $n } hari kerja
pack-sent = Yang dikirim pelapor
pack-published = Yang terbit untuk umum
pack-when = Kapan
pack-who = Oleh
pack-step = Langkah
pack-ledger = Bukti di catatan publik
pack-ledger-lead = Setiap langkah di bawah ini adalah catatan bernomor yang tidak dapat diubah tanpa ketahuan. Cara memeriksanya ada di { $address }.
pack-law = Dasar hukum
pack-law-text = Warga berhak mengadukan pelayanan publik yang tidak sesuai standar kepada Ombudsman (UU 25/2009 tentang Pelayanan Publik; UU 37/2008 tentang Ombudsman Republik Indonesia). Tenggat dalam berkas ini berasal dari aturan yang disebut pada setiap barisnya.

## Apa yang kami simpan

privacy-title = Apa yang kami simpan
privacy-read-title = Saat Anda membaca
privacy-read = Membaca tidak perlu apa-apa dari Anda. Tidak ada pelacak dan tidak ada kuki, kecuali satu untuk bahasa bila Anda memilihnya.
privacy-send-title = Saat Anda mengirim laporan
privacy-send = Kami menyimpan tulisan, foto, tempat, dan tanggal yang Anda isi; nama hanya bila Anda memilih “Dengan nama”. Surel, bila diisi, disimpan terkunci dan hanya dipakai untuk mengabari Anda. Draf tinggal di ponsel Anda sampai terkirim. Tanda terima ada di sebuah kuki selama setengah jam; dari angka itu kami hanya menyimpan bentuk yang tidak dapat dibaca kembali.
privacy-anonymous-title = Saat Anda memilih tanpa nama
privacy-anonymous = Kami tidak menyimpan nama, alamat internet, atau jenis perangkat Anda, dan waktunya hanya sampai jamnya. Laporan tidak dikaitkan dengan akun, walaupun Anda sedang masuk. Jagalah agar tulisan Anda sendiri tidak menunjukkan siapa Anda.
privacy-photo-title = Foto
privacy-photo = Setiap foto dibuat ulang sebelum disimpan. Lokasi, waktu, dan jenis ponsel di dalam berkasnya hilang; yang tinggal hanya gambarnya.
privacy-account-title = Akun
privacy-account = Kami menyimpan surel, nama yang Anda pilih, sandi dalam bentuk teracak bila ada, dan perangkat yang sedang masuk, misalnya “Chrome, Android”. Sebuah kuki menjaga agar Anda tetap masuk.
privacy-ledger-title = Catatan publik
privacy-ledger = Catatan publik berisi nomor urut, tanggal, jenis peristiwa, dan sidik yang mengunci urutannya. Data pribadi dan isi laporan tidak ditampilkan di sana.
privacy-never-title = Yang tidak pernah kami lakukan
privacy-never = Kami tidak meminta NIK warga, tidak menampilkan NIP pegawai, dan tidak membuat peringkat orang.

## Surel

mail-sign-in-subject = Tautan masuk ke Balai
mail-sign-in-text =
    Halo,
    {""}
    Untuk masuk ke Balai, buka tautan ini lalu tekan tombol Masuk:
    { $link }
    {""}
    Tautan berlaku 30 menit dan hanya dapat dipakai satu kali. Bila bukan Anda yang memintanya, abaikan surel ini; tidak ada yang berubah pada akun Anda.
    {""}
    Salam,
    Balai
mail-address-taken-subject = Alamat surel Anda sudah terdaftar di Balai
mail-address-taken-text =
    Halo,
    {""}
    Seseorang, mungkin Anda, baru saja mendaftar di Balai dengan alamat surel ini. Alamat ini sudah punya akun, jadi tidak ada akun baru yang dibuat.
    {""}
    Untuk masuk, buka halaman ini. Bila lupa sandi, pilih masuk lewat tautan di surel:
    { $link }
    {""}
    Bila bukan Anda yang mendaftar, abaikan surel ini; tidak ada yang berubah pada akun Anda.
    {""}
    Salam,
    Balai
mail-feedback-received-subject = Laporan { $reference } sudah kami terima
mail-feedback-received-text =
    Halo,
    {""}
    Laporan Anda kepada { $government } sudah kami terima.
    {""}
    Nomor laporan: { $reference }
    Batas waktu jawaban (apresiasi tidak memilikinya): { $due }
    {""}
    Untuk memantaunya, buka Lacak laporan di Balai dan masukkan tanda terima 20 angka yang tampil setelah Anda mengirim. Demi keamanan Anda, angka itu tidak kami kirim lewat surel.
    {""}
    Setelah dijawab, kami mengabari Anda, dan Anda yang menyatakan: sudah selesai atau belum. Seberapa banyak kami mengabari dapat Anda atur di halaman laporan Anda.
    {""}
    Salam,
    Balai
# Surel laporan yang masih menunggu sejak versi sebelumnya; kabar kepada pelapor kini ditulis sebagai own-…
mail-feedback-answered-subject = Laporan { $reference } sudah dijawab
mail-feedback-answered-text =
    Halo,
    {""}
    Laporan Anda dengan nomor { $reference } sudah dijawab.
    {""}
    Untuk membaca jawabannya, buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda. Di sana Anda dapat menyatakan masalahnya sudah selesai atau belum. Bila Anda tidak menjawab, kami tidak menganggap Anda puas.
    {""}
    { $next }
    {""}
    Salam,
    Balai

mail-card-offered-subject = Kartu bukti menunggu tanggapan Anda
mail-card-offered-text =
    Halo,
    {""}
    Ada kartu bukti tentang jabatan yang Anda pegang pada hari kejadiannya. Anda dapat menanggapinya sampai { $date }. Tanggapan Anda selalu ikut bersama kartu itu, dan penilai belum memutuskan sebelum Anda menanggapi atau hari itu lewat.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai
mail-card-decided-subject = Kartu bukti sudah diputuskan
mail-card-decided-text =
    Halo,
    {""}
    Penilai sudah memutuskan sebuah kartu bukti tentang jabatan yang Anda pegang pada hari kejadiannya. Alasannya tertulis pada kartu, dan Anda dapat menulis catatan di sana.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai
mail-evaluation-issued-subject = Dokumen evaluasi kinerja menunggu tanda tangan Anda
mail-evaluation-issued-text =
    Halo,
    {""}
    Dokumen evaluasi kinerja Anda sudah diserahkan. Anda dapat menandatanganinya, atau mengajukan keberatan dengan alasan, sampai { $date }.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai
mail-evaluation-decided-subject = Keputusan atas evaluasi kinerja Anda sudah ada
mail-evaluation-decided-text =
    Halo,
    {""}
    Atasan pejabat penilai sudah memutuskan atau mengoreksi evaluasi kinerja Anda. Alasannya tertulis di sana.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai
mail-recognition-given-subject = Anda menerima penghargaan
mail-recognition-given-text =
    Halo,
    {""}
    Penilai atau atasannya mencatat penghargaan untuk Anda, dengan alasan dan dasarnya.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai
mail-recognition-withdrawn-subject = Sebuah penghargaan untuk Anda dicabut
mail-recognition-withdrawn-text =
    Halo,
    {""}
    Penghargaan yang pernah dicatat untuk Anda dicabut. Alasannya tertulis di sana.
    {""}
    Masuklah ke Balai; tautannya ada pada pemberitahuan di halaman akun Anda. Demi kerahasiaan, isinya tidak kami tulis di surel.
    {""}
    Salam,
    Balai

## Isian yang perlu diperbaiki

fault-missing = Bagian ini perlu diisi.
fault-missing-alasan = Isi alasannya.
fault-missing-balasan = Tulis dulu tanggapan Anda.
fault-missing-catatan = Tulis penjelasannya dalam beberapa kata.
fault-missing-cerita = Ceritakan kejadiannya.
fault-missing-hasil = Tentukan hasilnya.
fault-missing-uraian = Tulis uraiannya.
fault-missing-jawaban = Tulis jawabannya.
fault-missing-jenis = Pilih jenis laporannya.
fault-missing-jenis_penghargaan = Pilih jenis penghargaannya.
fault-missing-kartu = Pilih paling sedikit satu dasar: kartu bukti yang diterima atau evaluasi setahun.
fault-missing-alasan_cabut = Tulis mengapa penghargaan ini dicabut.
fault-missing-judul = Tulis judulnya.
fault-missing-kategori = Pilih satu kategori.
fault-missing-kemajuan = Tulis apa yang sedang dikerjakan.
fault-missing-keputusan = Pilih satu keputusan.
fault-missing-nama = Tulis nama yang boleh ditampilkan.
fault-missing-perlindungan = Pilih bagaimana nama Anda ditampilkan.
fault-missing-sandi = Masukkan sandi Anda.
fault-missing-surel = Masukkan alamat surel Anda.
fault-missing-tanda = Masukkan 20 angka tanda terima Anda.
fault-missing-teks = Tulis teks untuk umum.
fault-missing-tentang = Pilih layanan atau unitnya, atau pilih “Saya tidak tahu”.
fault-missing-unit = Pilih unitnya.
fault-too-short = Tulis paling sedikit { $n } huruf.
fault-too-short-cerita = Ceritakan kejadiannya, paling sedikit { $n } huruf.
fault-too-long = Terlalu panjang. Persingkat menjadi paling banyak { $n } huruf.
fault-unreadable = Ada tanda yang tidak terbaca. Hapus tanda yang aneh, atau ketik ulang bagian itu.
fault-unknown-choice = Pilihan itu tidak ada. Pilih salah satu dari daftar.
fault-not-a-date = Tanggal itu tidak ada. Periksa hari, bulan, dan tahunnya.
fault-in-the-future = Tanggal itu belum tiba. Pilih hari ini atau sebelumnya.
fault-not-an-email = Alamat surel itu belum lengkap. Tulis seperti nama@contoh.id.
fault-not-a-receipt = Tanda terima itu tidak kami temukan. Periksa lagi ke-20 angkanya. Bila sudah benar, laporannya tidak ada pada kami; silakan kirim sekali lagi.
fault-password-too-common = Sandi itu mudah ditebak. Pilih yang lain, misalnya beberapa kata yang hanya Anda ingat.
fault-email-taken = Alamat surel itu sudah dipakai. Masuk, atau gunakan alamat lain.
fault-wrong-credentials = Surel atau sandi tidak cocok. Coba lagi, atau masuk lewat tautan di surel.
fault-file-too-large = Salah satu foto lebih besar dari { $n } MB. Pilih foto yang lebih kecil.
fault-file-not-a-picture = Salah satu berkas bukan foto. Pilih berkas JPEG, PNG, atau WebP.
fault-file-broken = Salah satu foto tidak dapat dibuka. Pilih foto itu lagi, atau foto yang lain.
fault-file-empty = Salah satu berkas kosong. Pilih foto itu lagi.
fault-too-many-pixels = Salah satu foto melebihi { $n } megapiksel. Pilih foto yang lebih kecil.
fault-too-many-files = Paling banyak { $n } foto. Yang selebihnya tidak kami ambil.

## Yang tidak dapat dilakukan

refusal-wrong-step = Laporan ini sudah berpindah langkah sejak halaman dibuka. Buka lagi laporannya untuk melihat keadaan terbaru.
refusal-own-unit = Dugaan penyimpangan tidak boleh ditangani unit yang dilaporkan. Teruskan ke Inspektorat; bila tentang Inspektorat, teruskan ke Sekretariat Daerah.
refusal-lowers-protection = Perlindungan pelapor hanya boleh dinaikkan, tidak pernah diturunkan.
refusal-conflict-of-interest = Kartu ini menyangkut diri Anda atau laporan yang Anda tangani, jadi penilai lain yang harus memutuskan.
refusal-already-done = Hal ini sudah dilakukan sebelumnya, jadi tidak ada yang perlu diulang.
refusal-beyond-calendar = Daftar hari libur belum mencakup batas waktunya, sehingga tanggal yang benar belum dapat dihitung. Mintalah administrator memperbarui daftar itu, lalu coba lagi.
refusal-link-used = Tautan ini sudah dipakai atau sudah lewat 30 menit. Minta tautan baru di halaman masuk.
refusal-too-early = Keputusan belum dapat diambil. Pemangku jabatan masih punya waktu untuk menanggapi.

## Halaman galat

error-home = Ke halaman awal
error-id = Kode gangguan:
error-not-found = Alamatnya mungkin salah ketik, atau halamannya tidak terbuka untuk Anda.
error-not-found-title = Halaman ini tidak ada
error-bad-form = Isian yang sampai kepada kami tidak lengkap. Kembali ke halaman sebelumnya, lalu kirim lagi.
error-bad-form-title = Isian tidak dapat dibaca
error-other-site = Kiriman ini datang dari situs lain, jadi kami tidak menerimanya. Buka Balai langsung dan kirim dari sini.
error-other-site-title = Kiriman ditolak
error-refused-title = Belum dapat dilakukan
error-too-large = Kiriman itu terlalu besar. Kembali, lalu kirim lebih sedikit foto atau foto yang lebih kecil.
error-too-large-title = Kiriman terlalu besar
error-too-many = Terlalu banyak percobaan dalam waktu singkat. Tunggu satu menit, lalu kembali dan coba lagi.
error-too-many-title = Mohon tunggu sebentar
error-too-slow = Jaringan atau layanan kami sedang lambat. Kembali, lalu coba lagi.
error-too-slow-title = Waktunya habis
error-trouble = Ada gangguan di pihak kami, bukan kesalahan Anda. Coba lagi beberapa saat lagi. Bila terulang, beri tahu kami kode di bawah ini.
error-trouble-title = Ada gangguan

## The directory's history, and keeping it

fault-not-a-number = Isi dengan angka.
fault-ends-before-start = Berakhir sebelum dimulai. Periksa kedua tanggalnya.
fault-before-it-existed = Belum ada pada tanggal itu. Pilih tanggal yang lebih lambat.
fault-after-it-ended = Sudah tidak ada pada tanggal itu. Pilih tanggal yang lebih awal.
fault-overlaps = Bertumpang tindih dengan yang sudah tercatat pada tanggal itu.
fault-holds-another = Orang ini memangku jabatan definitif lain pada tanggal itu. Akhiri dahulu jabatan itu, atau tunjuk sebagai Plt. atau Plh.
fault-cycle = Tidak bisa berada di bawah dirinya sendiri. Pilih yang lain.
fault-address-taken = Alamat halaman ini sudah dipakai. Pilih yang lain.
fault-not-an-address = Gunakan huruf kecil, angka, dan tanda hubung saja, misalnya dinas-pariwisata.
fault-nothing-changed = Tidak ada yang berubah dari keadaan pada tanggal itu.
fault-in-the-past = Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya.
fault-ambiguous = Lebih dari satu yang cocok. Pilih salah satu.
refusal-own-proposal = Usulan disetujui oleh orang kedua, bukan oleh pengusulnya sendiri.
refusal-changed-meanwhile = Data ini telah berubah sejak Anda membukanya. Buka lagi halamannya dan ulangi perubahan Anda.
refusal-still-holds-others = Unit ini masih memiliki jabatan, unit, atau layanan pada tanggal itu. Pindahkan atau akhiri dahulu, atau gunakan penggabungan unit.

error-not-yet-title = Belum ada catatan untuk tanggal itu
error-not-yet = Catatan dimulai pada { $date }.
error-no-more-title = Sudah tidak ada pada tanggal itu
error-no-more = Hari terakhirnya { $date }.
error-that-day = Lihat keadaan pada hari itu
as-of-wrong = Tanggal itu tidak terbaca atau belum tiba. Yang tampil adalah keadaan hari ini.
as-of-shown = Keadaan per { $date }.
as-of-today = Lihat keadaan hari ini
as-of-other = Keadaan pada tanggal lain dan riwayat perubahan
as-of-day = Tanggal
as-of-button = Tampilkan keadaan tanggal itu
as-of-history = Riwayat perubahan

history-title = Riwayat: { $name }
history-here = Riwayat
history-changes = Perubahan
history-none = Belum ada perubahan yang tercatat.
history-states = Keadaan dari waktu ke waktu
history-fields = { $n } bagian diubah
history-standard = Standar versi { $version }: { $time }, { $fee }
recent-title = Perubahan terbaru
recent-lead = Yang terakhir diubah pada unit, jabatan, pejabat, layanan, dan standarnya.
recent-none-title = Belum ada perubahan
recent-none = Perubahan yang diterbitkan akan tampil di sini.

unit-serves = Melayani
unit-ended = Unit ini tidak ada lagi sejak { $date }.
unit-replaced-by = Tugasnya kini dijalankan oleh:
unit-before = Unit yang digantikan
unit-until = sampai { $date }
position-ended = Jabatan ini tidak ada lagi sejak { $date }.
position-relations = Hubungan kerja
position-qualification = Syarat jabatan
position-competencies = Kompetensi yang dipersyaratkan
position-competency = Kompetensi
position-level = Tingkat (dari 5)
competency-integritas = Integritas
competency-kerja_sama = Kerja sama
competency-komunikasi = Komunikasi
competency-orientasi_hasil = Orientasi pada hasil
competency-pelayanan_publik = Pelayanan publik
competency-pengembangan_diri = Pengembangan diri dan orang lain
competency-mengelola_perubahan = Mengelola perubahan
competency-pengambilan_keputusan = Pengambilan keputusan
competency-perekat_bangsa = Perekat bangsa
unit-kind-pemerintah = Pemerintah daerah
unit-kind-sekretariat = Sekretariat
unit-kind-inspektorat = Inspektorat
unit-kind-badan = Badan
unit-kind-dinas = Dinas
unit-kind-upt = Unit pelaksana teknis
unit-kind-satuan = Satuan
unit-kind-kecamatan = Kecamatan
unit-kind-kelurahan = Kelurahan
unit-kind-desa = Desa

desk-directory = Direktori
directory-desk-title = Kelola direktori
directory-desk-lead = Unit, jabatan, pejabat, layanan, dan standarnya. Setiap perubahan tercatat: siapa, kapan berlaku, dan mengapa.
directory-desk-units = Unit yang Anda kelola
directory-desk-corrections = Koreksi dari warga
directory-desk-announcements = Pengumuman dan seleksi
directory-new-unit = Unit baru
directory-new-unit-below = Unit baru di bawahnya
directory-new-position = Jabatan baru
directory-new-service = Layanan baru
directory-merge = Gabungkan unit
directory-files = Impor dan ekspor
directory-edit = Ubah
directory-edit-unit = Ubah unit ini
directory-holders = Pejabat
directory-workload = Beban kerja
directory-standard = Standar layanan
directory-end = Akhiri
directory-end-unit = Akhiri unit ini
directory-public-page = Lihat halaman publik

change-nothing = kosong
change-before = Sekarang
change-after = Menjadi
change-from = berlaku { $date }
change-waiting = Menunggu orang kedua
change-newest = Terakhir diterbitkan
change-all = Semua perubahan
change-none-title = Belum ada perubahan
change-none = Perubahan yang Anda buat akan tampil di sini.
change-title = Perubahan
change-batch = { $n } perubahan yang berjalan bersama
change-by = Dibuat oleh
change-note = Catatan
change-note-hint = Wajib bila menolak. Pengusul akan membacanya.
change-own = Anda yang mengusulkan ini. Orang lain yang memeriksa dan menyetujuinya.
change-approve = Setujui dan terbitkan
change-refuse = Tolak
change-withdraw = Tarik usulan ini
change-preview = Periksa sebelum diterbitkan
change-four-eyes = Perubahan tugas jabatan dan standar layanan diperiksa orang kedua sebelum terbit.
change-check = Periksa perubahan
change-publish = Terbitkan
change-propose = Ajukan untuk diperiksa
change-back = Ubah lagi
change-cancel = Batal
change-published = Perubahan sudah diterbitkan.
change-proposed = Usulan tersimpan dan menunggu orang kedua.
change-refused = Usulan ditolak.
change-status-diusulkan = Menunggu orang kedua
change-status-terbit = Terbit
change-status-ditolak = Ditolak
change-unit-tambah = Unit baru
change-unit-ubah = Unit diubah
change-unit-akhiri = Unit berakhir
change-jabatan-tambah = Jabatan baru
change-jabatan-ubah = Jabatan diubah
change-jabatan-akhiri = Jabatan berakhir
change-layanan-tambah = Layanan baru
change-layanan-ubah = Layanan diubah
change-layanan-akhiri = Layanan berakhir
change-standar-tambah = Standar layanan ditetapkan
change-standar-ubah = Standar layanan diganti
change-standar-akhiri = Standar layanan berakhir
change-pejabat-tambah = Pejabat ditunjuk
change-pejabat-ubah = Masa jabatan diubah
change-pejabat-akhiri = Masa jabatan berakhir

edit-none = – pilih –
edit-mulai = Berlaku mulai
edit-mulai-hint = Boleh tanggal yang akan datang; perubahan berlaku sendiri pada hari itu.
edit-alasan = Alasan
edit-alasan-hint = Tercatat dalam riwayat dan dapat dibaca siapa saja.
edit-sk = Dasar (nomor keputusan)
edit-alamat_halaman = Alamat halaman
edit-alamat_halaman-hint = Bagian akhir alamat, misalnya dinas-pariwisata. Tidak dapat diubah kemudian.
edit-unit-title = Ubah unit
edit-unit-new = Unit baru
edit-unit-nama = Nama
edit-unit-nama_en = Nama dalam bahasa Inggris
edit-unit-jenis = Jenis unit
edit-unit-induk = Berada di bawah
edit-unit-wilayah = Wilayah
edit-unit-melayani = Melayani siapa atau daerah mana
edit-unit-tentang = Tentang unit ini
edit-unit-alamat = Alamat kantor
edit-unit-telepon = Telepon
edit-unit-surel = Surel
edit-unit-jam = Jam layanan
edit-jabatan-title = Ubah jabatan
edit-jabatan-new = Jabatan baru
edit-jabatan-judul = Nama jabatan
edit-jabatan-jenis = Jenis jabatan
edit-jabatan-kelas = Kelas jabatan
edit-jabatan-kelas-hint = 1 sampai 17
edit-jabatan-unit = Unit
edit-jabatan-atasan = Atasan langsung
edit-jabatan-ringkasan = Ikhtisar
edit-jabatan-tugas = Tugas
edit-jabatan-tugas-hint = Satu tugas satu baris. Dasar hukum ditulis setelah tanda |, misalnya: Memeriksa berkas | UU 24/2013
edit-jabatan-hasil = Hasil kerja
edit-jabatan-hasil-hint = Satu baris satu hasil.
edit-jabatan-wewenang = Wewenang
edit-jabatan-wewenang-hint = Satu baris satu wewenang.
edit-jabatan-hubungan = Hubungan kerja
edit-jabatan-hubungan-hint = Satu baris satu hubungan.
edit-jabatan-syarat = Syarat jabatan
edit-jabatan-syarat-hint = Pendidikan, pelatihan, pengalaman; satu baris satu syarat.
edit-jabatan-kompetensi_teknis = Kompetensi teknis
edit-jabatan-kompetensi_teknis-hint = Satu baris satu kompetensi dan tingkatnya, misalnya: Pencatatan sipil | 3
edit-jabatan-kebutuhan = Kebutuhan pegawai (K)
edit-jabatan-urutan = Urutan dalam unit
edit-jabatan-urutan-hint = 0 untuk kepala unit; angka kecil tampil dahulu.
edit-jabatan-kompetensi_integritas = Integritas
edit-jabatan-kompetensi_kerja_sama = Kerja sama
edit-jabatan-kompetensi_komunikasi = Komunikasi
edit-jabatan-kompetensi_orientasi_hasil = Orientasi pada hasil
edit-jabatan-kompetensi_pelayanan_publik = Pelayanan publik
edit-jabatan-kompetensi_pengembangan_diri = Pengembangan diri dan orang lain
edit-jabatan-kompetensi_mengelola_perubahan = Mengelola perubahan
edit-jabatan-kompetensi_pengambilan_keputusan = Pengambilan keputusan
edit-jabatan-kompetensi_perekat_bangsa = Perekat bangsa
edit-layanan-title = Ubah layanan
edit-layanan-new = Layanan baru
edit-layanan-nama = Nama lengkap
edit-layanan-nama_en = Nama dalam bahasa Inggris
edit-layanan-nama_pendek = Nama pendek
edit-layanan-ringkasan = Ringkasan
edit-layanan-peristiwa = Saya mau mengurus …
edit-layanan-kata_kunci = Kata yang dicari warga
edit-layanan-unit = Unit yang melayani
edit-layanan-oleh = Atau setiap kantor
edit-layanan-oleh-hint = Pilih salah satu: satu unit, atau setiap kecamatan atau kelurahan.
edit-layanan-pelaksana = Jabatan yang melayani
edit-layanan-pelaksana-hint = Satu baris satu jabatan: alamat halamannya, tanda |, lalu responsible, performs, atau decides.
edit-standar-title = Standar layanan baru
edit-standar-new = Standar layanan baru
edit-standar-persyaratan = Persyaratan
edit-standar-persyaratan-hint = Satu baris satu persyaratan.
edit-standar-prosedur = Sistem, mekanisme, dan prosedur
edit-standar-prosedur-hint = Satu baris satu langkah.
edit-standar-waktu = Jangka waktu penyelesaian
edit-standar-hari_kerja = Jangka waktu dalam hari kerja
edit-standar-hari_kerja-hint = Angkanya saja; dengan ini keterlambatan dihitung.
edit-standar-biaya = Biaya atau tarif
edit-standar-tarif_rupiah = Tarif dalam rupiah
edit-standar-produk = Produk layanan
edit-standar-pengaduan = Penanganan pengaduan, saran, dan masukan
edit-standar-dasar_hukum = Dasar hukum
edit-standar-sarana = Sarana dan prasarana
edit-standar-kompetensi = Kompetensi pelaksana
edit-standar-pengawasan = Pengawasan internal
edit-standar-petugas = Jumlah pelaksana
edit-standar-jaminan = Jaminan pelayanan
edit-standar-keselamatan = Jaminan keamanan dan keselamatan
edit-standar-evaluasi = Evaluasi kinerja pelaksana
edit-pejabat-nama = Nama
edit-pejabat-sampai = Sampai

ending-title = Akhiri: { $name }
ending-unit-lead = Unit berakhir bila tidak ada lagi jabatan, unit, atau layanan di dalamnya. Halamannya tetap ada dan menunjukkan penggantinya.
ending-jabatan-lead = Jabatan berakhir, dan masa jabatan yang memangkunya ikut berakhir pada hari terakhirnya. Halaman dan riwayatnya tetap ada.
ending-layanan-lead = Layanan tidak diberikan lagi. Halaman dan riwayatnya tetap ada.
ending-from = Tidak ada lagi mulai
ending-from-hint = Hari pertama tanpa ini; hari terakhirnya sehari sebelumnya.
ending-successor = Digantikan oleh
ending-successor-hint = Boleh kosong bila tidak ada penggantinya.
ending-button = Akhiri

merge-title = Gabungkan unit
merge-lead = Jabatan, unit di bawahnya, dan layanan dari unit yang berakhir pindah ke unit tujuan. Semuanya tampil dahulu sebelum terjadi.
merge-units-label = Unit yang berakhir
merge-into = Unit tujuan
merge-into-hint = Bila unit tujuan baru, buatlah dahulu sebagai unit baru.
merge-check = Periksa penggabungan
merge-ends = { $n } unit berakhir
merge-posts = { $n } jabatan pindah
merge-services = { $n } layanan pindah
merge-units = { $n } unit di bawahnya pindah
merge-button = Gabungkan dan terbitkan

tenure-title = Pejabat: { $post }
tenure-definitive = Definitif
tenure-definitive-hint = Diangkat untuk jabatan ini.
tenure-acting-hint = Jabatannya lowong.
tenure-daily-hint = Pejabatnya berhalangan untuk sementara.
tenure-nobody = Belum ada yang pernah tercatat memangku jabatan ini.
tenure-appoint = Tunjuk pejabat
tenure-name = Nama lengkap dengan gelar
tenure-name-hint = Pegawai yang sudah tercatat dikenali dari namanya.
tenure-which = Siapa yang dimaksud?
tenure-no-post = tidak memangku jabatan sekarang
tenure-new-person = Orang lain dengan nama yang sama
tenure-kind = Jenis penugasan
tenure-first-day = Hari pertama
tenure-last-day = Hari terakhir
tenure-last-day-hint = Kosongkan bila belum ditentukan.
tenure-replace = Akhiri masa jabatan pejabat sekarang sehari sebelumnya
tenure-end = Akhiri masa jabatan

workload-title = Analisis beban kerja: { $post }
workload-lead = Alat kerja internal. Hasilnya menjadi bahan menetapkan kebutuhan pegawai jabatan ini.
workload-formula = { $total } menit dibagi { $year } menit efektif setahun = { $needed } orang
workload-table = Uraian beban kerja
workload-task = Uraian tugas
workload-volume = Volume setahun
workload-minutes = Menit per satuan
workload-total = Jumlah menit
workload-sum = Jumlah
workload-needed = Kebutuhan menurut beban kerja
workload-set = Kebutuhan yang ditetapkan (K)
workload-lines = Uraian tugas, volume, dan menit
workload-lines-hint = Satu baris satu tugas: uraian | volume setahun | menit, misalnya: Memeriksa berkas | 6000 | 15
workload-save = Simpan analisis
workload-saved = Analisis tersimpan.
workload-edit-post = Ubah kebutuhan pegawai jabatan ini
demo-second-administrator = Kepegawaian, dan orang kedua: memeriksa perubahan direktori
## Layanan: menelusuri, jawaban singkat, janji dan pengalaman

services-ways = Cara menelusuri layanan
services-by-occasion = Keperluan
services-by-letter = A–Z
services-by-unit = Unit
services-by-area = Wilayah
services-letters = Huruf awal
services-letter = Layanan berawalan { $letter }
services-of-unit = Layanan { $name }
services-unit-page = Alamat dan jam buka { $name }
services-count = { $n } layanan
services-ward-offices = Layanan di kantor kecamatan, kelurahan, dan desa
services-near = Layanan di kantor terdekat
services-in-area = Layanan di { $name }
services-given-here = Yang dapat diurus di sini
services-pick-district = Pilih kecamatan Anda
services-pick-ward = Pilih kelurahan atau desa di { $name }
services-where = Di mana mengurus { $name }
services-outside = Bukan urusan pemerintah daerah
services-outside-lead = Sering dicari di sini, tetapi yang mengurus kantor lain. Kami tunjukkan jalannya.
outside-lead = { $government } tidak mengurus ini. Yang mengurusnya: { $office }.
outside-where-title = Ke mana
outside-who = Yang mengurus
outside-where = Datanglah ke kantornya yang terdekat dari tempat tinggal Anda.
outside-where-site = Mulai dari situs resminya, atau datang ke kantornya yang terdekat dari tempat tinggal Anda.
outside-open = Buka { $site }
outside-why = Mengapa bukan di sini
outside-related = Yang dapat Anda urus di { $government }
outside-else = Mencari yang lain?
brief-title = Singkatnya
brief-bring = Yang dibawa
brief-more = dan { $n } lagi
brief-time = Lamanya
brief-fee = Biaya
brief-who = Penanggung jawab
brief-who-kecamatan = Camat di tempat tinggal Anda
brief-who-kelurahan = Lurah atau kepala desa di tempat tinggal Anda
brief-where = Tempat dan jam buka
brief-where-unit = Lihat halaman unitnya
brief-where-kecamatan = Kantor kecamatan di tempat tinggal Anda
brief-where-kelurahan = Kantor kelurahan atau desa di tempat tinggal Anda
brief-pick-kecamatan = Pilih kecamatan Anda
brief-pick-kelurahan = Pilih kelurahan Anda
brief-pick-other = Pilih wilayah lain
brief-send = Sampaikan laporan tentang layanan ini
experience-title = Janji dan pengalaman
experience-lead = Janji adalah standar layanan ini. Pengalaman dihitung dari laporan warga yang sudah terbit.
experience-promised = Waktu layanan yang dijanjikan
experience-half = Separuh laporan dijawab dalam
experience-most = Sembilan dari sepuluh dijawab dalam
experience-cases = Laporan warga yang terbit
experience-days = { $n } hari kerja
experience-same-day = hari yang sama
experience-basis = Dari { $n } laporan yang sudah dijawab, dihitung sejak laporan diterima sampai jawaban pertama. Ini lamanya menjawab laporan, bukan lamanya layanan.
experience-few = { $n ->
    [0] Belum ada laporan yang dijawab, jadi lama menjawabnya belum dapat ditunjukkan.
   *[other] Belum cukup laporan yang dijawab (baru { $n }) untuk menunjukkan lama menjawabnya.
 }
experience-mentions = { $n } laporan warga menyinggung hal ini
experience-silent = Belum ada laporan
experience-since = Standar ini berlaku sejak { $date }.
experience-no-promise = Belum ada janji tertulis tentang hal ini.
service-all-cases = Semua laporan tentang layanan ini
standard-name = Nama resmi
standard-decree = Keputusan
pledge-signed = Ditandatangani { $date }
cases-of-service = Hanya tentang layanan
cases-of-element = unsur: { $element }
service-ended = Layanan ini tidak diberikan lagi sejak { $date }.
## Bagan organisasi dan peta jabatan

tab-about-unit = Tentang unit
tab-chart = Bagan organisasi
tab-job-map = Peta jabatan
unit-tabs = Tentang unit ini
chart-heading = Bagan organisasi { $name }
chart-lead = Unit apa berada di bawah unit apa, dan siapa yang memimpinnya pada { $date }.
chart-list = Daftar unit
chart-picture = Gambar bagan
chart-to-picture = Langsung ke gambar
chart-open = Lihat gambarnya
chart-slide = Geser gambarnya ke samping untuk melihat semuanya.
chart-sideways = Gambar yang dapat digeser ke samping
chart-legend = Gambar ini sama isinya dengan daftar. Pilih satu kotak untuk membuka unitnya. Garis putus-putus: jabatan pimpinannya lowong.
chart-filled = Terisi
chart-below = { $n } unit di bawahnya
chart-up = Satu tingkat di atas: { $name }
chart-none-title = Tidak ada unit di bawahnya
chart-none = { $name } tidak membawahi unit lain. Susunan jabatannya ada di peta jabatan.
job-map-heading = Peta jabatan { $name }
job-map-explained = B adalah jumlah pegawai yang memangku jabatan itu hari ini, K jumlah pegawai yang dibutuhkan. B − K di bawah nol berarti masih kurang orang. Plt. dan Plh. tidak dihitung, karena mereka dihitung di jabatannya sendiri.
job-map-whole = Peta jabatan menunjukkan berapa pegawai yang ada dan berapa yang dibutuhkan di setiap jabatan. Peta ini disusun per unit; pilih unitnya.
job-map-table = Jabatan per { $date }
job-map-picture = Gambar peta jabatan
job-map-legend = Gambar ini sama isinya dengan tabel, dari atasan ke bawahan. Pilih satu kotak untuk membuka jabatannya. Garis putus-putus: jabatan lowong.
job-map-post = Jabatan
job-map-posts = Jabatan
job-map-held = B, pegawai yang ada
job-map-required = K, pegawai yang dibutuhkan
job-map-difference = Selisih B − K
job-map-vacant = Jabatan lowong
job-map-vacant-led = Lowong, ada { $kind }
job-map-vacant-count = { $n } lowong
job-map-short = kurang { $n }
job-map-over = lebih { $n }
job-map-even = pas
job-map-class = Kelas { $n }
job-map-class-head = Kelas
job-map-no-class = Tanpa kelas
job-map-under = di bawah { $title }
job-map-total = Jumlah { $n } jabatan
job-map-by-type = Menurut jenis jabatan
job-map-by-class = Menurut kelas jabatan
job-map-below = Peta jabatan unit di bawahnya
job-map-none-title = Belum ada jabatan
job-map-none = Jabatan di unit ini belum dimasukkan. Alamat dan layanannya ada di halaman unit.
job-map-none-own = Unit ini tidak punya jabatan sendiri. Lihat peta jabatan unit di bawahnya.
## Pengumuman dan lowongan

announcements-title = Pengumuman
announcements-lead = Yang perlu Anda ketahui: layanan keliling, perubahan jam, aturan baru, dan jabatan yang dibuka.
announcements-filter = Saring menurut jenis
announcements-all = Semua
announcements-all-link = Semua pengumuman
announcements-none-title = Belum ada pengumuman di sini
announcements-none = Pengumuman baru akan muncul di halaman ini.
announcement-kind = Jenis
announcement-kind-sosialisasi = Sosialisasi
announcement-kind-seleksi = Seleksi jabatan
announcement-kinds-sosialisasi = Sosialisasi
announcement-kinds-seleksi = Seleksi jabatan
announcement-by = Diumumkan oleh
announcement-since = Sejak
announcement-changed = Diperbarui
announcement-withdrawn = Pengumuman ini ditarik pada { $date }. Alasannya:
announcement-withdrawn-because = Ditarik. Alasannya: { $reason }
announcement-over = Pengumuman ini berlaku sampai { $date } dan sudah lewat.
vacancies-title = Lowongan jabatan
vacancies-link = Lowongan jabatan
vacancies-description = Jabatan yang sedang dibuka di { $government }: jadwal, tahapan, dan kriteria seleksinya.
vacancies-lead = Jabatan yang sedang dibuka, dengan jadwal, tahapan, dan kriteria yang sama untuk semua pelamar.
vacancies-none-title = Tidak ada jabatan yang sedang dibuka
vacancies-none = Lowongan baru diumumkan di sini, dan di semua pengumuman.
vacancies-no-fee = Seleksi tidak dipungut biaya. Bila ada yang meminta uang atau menjanjikan kelulusan, laporkan.
selection-calendar = Jadwal dan tahapan
selection-criteria = Kriteria
selection-post = Jabatan yang dibuka
selection-duties = Tugas jabatan ini:
selection-no-names = Nama dan nilai pelamar tidak ditampilkan di sini.
selection-now = Sekarang: { $stage }
selection-over = Sudah selesai
selection-between = Menunggu tahapan berikutnya
stage-days = { $from } sampai { $to }
stage-past = Selesai
stage-now = Sedang berlangsung
merit-pendaftaran = Pengumuman dan pendaftaran
merit-administrasi = Seleksi administrasi
merit-sanggah = Masa sanggah
merit-skd = Seleksi kompetensi dasar (SKD)
merit-skb = Seleksi kompetensi bidang (SKB)
merit-integrasi = Integrasi nilai
merit-hasil = Pengumuman hasil
merit-pemberkasan = Pemberkasan
merit-panitia = Pembentukan panitia seleksi
merit-kompetensi = Uji kompetensi
merit-makalah = Penulisan makalah
merit-wawancara = Wawancara
merit-rekam-jejak = Penelusuran rekam jejak
merit-tiga-nama = Penyampaian tiga nama kepada pejabat pembina kepegawaian
feed-title = Feed Atom
feed-follow = Kabar lewat feed (Atom)
feed-subscribe = Ikuti pengumuman lewat feed (Atom)
feed-announcements = Pengumuman { $government }
feed-withdrawn = Ditarik: { $title }

## Pengumuman di meja petugas

announcement-new = Buat pengumuman
announcement-new-sosialisasi = Sosialisasi
announcement-new-sosialisasi-hint = Layanan keliling, perubahan jam, aturan atau cara baru.
announcement-new-seleksi = Seleksi jabatan
announcement-new-jpt = Seleksi terbuka pimpinan tinggi
announcement-new-jpt-hint = Tahapannya sudah disiapkan: dari panitia seleksi sampai tiga nama.
announcement-new-casn = Seleksi calon ASN
announcement-new-casn-hint = Tahapannya sudah disiapkan: dari pendaftaran sampai pemberkasan.
announcement-new-lainnya = Seleksi lainnya
announcement-new-lainnya-hint = Tahapannya Anda tulis sendiri.
announcement-desk-none-title = Belum ada pengumuman
announcement-desk-none = Draf dan pengumuman unit Anda akan muncul di sini.
announcement-see-public-list = Lihat yang tampil untuk umum
announcement-state-draf = Draf
announcement-state-terjadwal = Akan tampil
announcement-state-tampil = Tampil
announcement-state-lewat = Sudah lewat
announcement-state-ditarik = Ditarik
announcement-unit = Diumumkan oleh
announcement-headline = Judul
announcement-headline-hint = Satu kalimat yang langsung dipahami, 10 sampai 120 huruf.
announcement-summary = Ringkasan
announcement-summary-hint = Yang paling perlu diketahui, 20 sampai 300 huruf. Tampil di daftar.
announcement-body = Isi
announcement-body-hint = Siapa, di mana, kapan, apa yang dibawa. Jangan tulis NIK, NIP, atau nama dan nilai peserta.
announcement-from = Tampil mulai
announcement-until = Tampil sampai (boleh kosong)
announcement-post = Jabatan yang dibuka
announcement-many-posts = Beberapa jabatan, ditulis di isi
announcement-criteria = Kriteria
announcement-criteria-hint = Satu kriteria satu baris. Kriteria inilah yang dipakai menilai semua pelamar.
announcement-stages-hint = Urutkan menurut tanggal mulainya. Tahapan satu hari tidak perlu tanggal selesai. Kosongkan nama tahapan yang tidak dipakai.
announcement-stage = Tahapan { $n }
stage-name = Nama tahapan
stage-from = Mulai
stage-until = Selesai
stage-note = Catatan (boleh kosong)
announcement-draft-button = Simpan draf
announcement-drafted = Draf tersimpan. Periksa pratinjaunya, lalu terbitkan.
announcement-preview = Pratinjau
announcement-publish-hint = Setelah terbit, semua orang dapat membacanya, dan penerbitannya tercatat di catatan publik.
announcement-publish-button = Terbitkan
announcement-published = Pengumuman sudah terbit.
announcement-edit = Ubah draf
announcement-change = Ubah pengumuman yang sudah terbit
announcement-keep-button = Simpan
announcement-kept = Tersimpan.
announcement-withdraw = Tarik pengumuman
announcement-withdraw-hint = Alasan ini dibaca semua orang di alamat pengumuman. Isinya tidak tampil lagi.
announcement-discard = Singkirkan draf
announcement-discard-hint = Hanya petugas yang membaca alasan ini.
announcement-reason = Alasan
announcement-taken-back = Sudah ditarik.
ledger-announcement-published = Pengumuman terbit
ledger-announcement-changed = Pengumuman terbit diubah
ledger-announcement-withdrawn = Pengumuman ditarik
ledger-correction-answered = Koreksi warga dijawab

## Koreksi warga

something-wrong = Ada yang salah di halaman ini? Beri tahu kami
correction-title = Beri tahu kami apa yang salah
correction-lead = Tulisan Anda dibaca unit yang bertanggung jawab, tidak ditampilkan untuk umum. Anda menerima nomor untuk melihat jawabannya.
correction-kind-unit = Unit
correction-kind-position = Jabatan
correction-kind-service = Layanan
correction-kind-page = Halaman
correction-front-page = Halaman depan { $government }
correction-page = Halaman { $address }
correction-text = Apa yang salah, dan apa yang benar?
correction-text-hint = Misalnya “nomor teleponnya sudah berganti, yang benar …”. Jangan tulis NIK atau data pribadi orang lain.
correction-email = Alamat surel (boleh kosong)
correction-email-hint-until = Hanya untuk mengirim jawabannya. Disimpan terkunci dan dihapus setelah jawaban dikirim, paling lama { $days } hari.
correction-email-hint = Hanya untuk mengirim jawabannya. Disimpan terkunci dan dihapus setelah jawaban dikirim.
correction-button = Kirim
correction-not-here = Bukan tentang isi halaman, tetapi tentang pelayanannya?
correction-thanks = Terima kasih, sudah kami terima
correction-told = Jawaban atas koreksi Anda
correction-number = Nomor koreksi: { $code }
correction-waiting = Menunggu jawaban
correction-corrected = Sudah diperbaiki
correction-corrected-hint = Warga benar, dan halamannya sudah diubah.
correction-declined = Tidak diubah
correction-declined-hint = Halamannya tetap. Jelaskan sebabnya.
correction-next = Yang terjadi selanjutnya
correction-next-unit = { $unit } memeriksa halamannya dan menjawab.
correction-next-mail = Jawabannya dikirim ke surel Anda, dan tampil di halaman ini.
correction-next-page = Jawabannya tampil di halaman ini.
correction-keep = Simpan alamat halaman ini atau catat nomornya. Yang Anda tulis tidak ditampilkan di sini.
correction-answer = Jawaban
correction-answered = Dijawab oleh { $unit }, { $date }
corrections-desk = Koreksi warga
corrections-in = Koreksi warga · { $government }
corrections-desk-lead = Yang menurut warga salah di halaman unit Anda. Yang paling lama menunggu ada di atas. Perbaiki dulu halamannya, lalu jawab.
corrections-none-title = Tidak ada yang menunggu
corrections-none = Koreksi dari warga akan muncul di sini.
correction-see-page = Buka halamannya
correction-original = Tulisan warga
correction-outcome = Hasil
correction-reply = Jawaban untuk warga
correction-reply-hint = Siapa pun yang punya nomornya dapat membaca jawaban ini. Jangan ulangi data pribadi.
correction-reply-button = Kirim jawaban
correction-told-mail = Warga ini meninggalkan surel: jawaban dikirim ke sana, lalu alamatnya dihapus.
correction-told-page = Warga ini tidak meninggalkan surel: jawaban tampil di halaman koreksinya.
correction-done = Jawaban terkirim.
privacy-correction-title = Saat Anda memberi tahu ada yang salah
privacy-correction = Tulisan Anda dibaca unit yang bertanggung jawab dan tidak ditampilkan untuk umum. Waktunya kami simpan hanya sampai jamnya. Surel, bila diisi, disimpan terkunci dan dihapus begitu jawabannya dikirim, atau setelah batas hari yang tertulis di formulirnya bila tidak dijawab.
fault-missing-unit-pengumum = Pilih unit yang mengumumkan.
fault-missing-ringkasan = Tulis ringkasannya.
fault-missing-naskah = Tulis isi pengumumannya.
fault-missing-kriteria = Tulis kriterianya: seleksi tanpa kriteria tidak dapat diumumkan.
fault-missing-tahap-1 = Tulis tahapannya: paling sedikit satu, dengan tanggalnya.
fault-missing-koreksi = Tulis apa yang salah.
fault-missing-hasil-koreksi = Pilih hasilnya: diperbaiki atau tidak.
fault-unknown-choice-tentang = Halaman itu tidak kami temukan lagi. Tulisan Anda masih ada: buka halamannya, lalu salin ke sana.
fault-ends-before-start-tampil-sampai = Hari terakhir tampilnya sudah lewat, atau mendahului hari pertamanya.
fault-out-of-order = Tahapan ini mulai sebelum tahapan di atasnya. Urutkan menurut tanggal mulai.
fault-out-of-order-tampil-sampai = Seleksi perlu tampil sampai tahapan terakhirnya selesai. Pilih hari yang lebih lambat, atau kosongkan.
fault-personal-number = Ada angka yang tampak seperti NIK atau NIP. Hapus angka itu: nomor orang tidak boleh tampil.
fault-changed-meanwhile = Orang lain sudah mengubahnya sejak halaman ini Anda buka. Pratinjau menampilkan yang terbaru; tulisan Anda masih ada di bawah. Periksa, lalu simpan lagi.
mail-changes-waiting-subject = Usulan perubahan direktori menunggu Anda: { $count }
mail-changes-waiting-text =
    Halo,
    {""}
    Usulan perubahan direktori dari rekan Anda yang menunggu persetujuan orang kedua: { $count }.
    {""}
    Periksa di: { $link }
    {""}
    Surel seperti ini kami kirim paling banyak satu kali sehari.
    {""}
    Salam,
    Balai
mail-correction-corrected-subject = Koreksi { $code }: sudah diperbaiki
mail-correction-corrected-text =
    Halo,
    {""}
    Terima kasih sudah memberi tahu kami. Halamannya sudah diperbaiki.
    {""}
    { $answer }
    {""}
    Jawaban ini juga ada di: { $link }
    Alamat surel Anda sudah kami hapus dari koreksi ini.
    {""}
    Salam,
    Balai
mail-correction-declined-subject = Koreksi { $code }: tidak diubah
mail-correction-declined-text =
    Halo,
    {""}
    Terima kasih sudah memberi tahu kami. Setelah diperiksa, halamannya tidak diubah.
    {""}
    { $answer }
    {""}
    Jawaban ini juga ada di: { $link }
    Alamat surel Anda sudah kami hapus dari koreksi ini.
    {""}
    Salam,
    Balai
## Pencarian: hasil dan saran

search-service = Layanan
search-redirect = Diurus kantor lain
search-unit = Unit
search-position = Jabatan
kind-redirect = Kantor lain
search-corrected = Menampilkan hasil untuk “{ $q }”.
search-partial = Tidak ada yang cocok dengan semua kata Anda. Ini yang paling mendekati.
search-start-title = Apa yang ingin Anda urus?
search-see-units = Lihat semua unit
search-see-positions = Lihat semua jabatan
search-services-of = Layanan { $government }
search-ask = Tanyakan kepada pemerintah daerah
suggest-label = Saran
suggest-count = { $n } saran. Pilih dengan tombol panah.
suggest-none = Tidak ada saran
## Data terbuka

footer-data = Data terbuka
data-title = Data terbuka
data-lead = Unit, jabatan, dan layanan { $government } sebagai berkas yang boleh diunduh, diolah, dan dibagikan siapa saja.
data-licence-title = Lisensi
data-licence = Dipilih oleh pemerintah daerah ini: pakailah untuk apa saja, asal sumbernya disebut.
data-set-units = Unit
data-set-units-about = Perangkat daerah, kecamatan, dan kelurahan yang berlaku hari ini, dengan alamat, jam, dan kontak kantornya.
data-set-positions = Jabatan
data-set-positions-about = Setiap jabatan dengan tugas, keluaran, wewenang, hubungan kerja, syarat, kompetensi, dan jumlah pemangku yang dibutuhkan dan yang ada. Tanpa nama orang.
data-set-tenures = Masa jabatan
data-set-tenures-about = Siapa memangku jabatan yang namanya diumumkan, sejak dan sampai kapan. Jabatan di bawahnya hanya dihitung.
data-set-services = Layanan
data-set-services-about = Setiap layanan dengan standar yang berlaku hari ini: syarat, prosedur, waktu, biaya, hasil, dan jabatan yang melayani.
data-rows = { $n } baris
data-file = { $size } KB, terakhir berubah { $date }
data-columns = Kolom dan artinya: { $name }
data-schema = Skema untuk program (JSON Schema)
data-column = Kolom
data-column-about = Arti
data-column-class = Untuk siapa
data-standards-title = Dalam format baku
data-popolo = Popolo
data-popolo-about = Organisasi, jabatan, pemangku yang diumumkan, dan masa jabatannya, dalam satu berkas JSON yang dibaca banyak alat pemantau pemerintahan.
data-cpsv = CPSV-AP 3.2
data-cpsv-about = Semua layanan sebagai JSON-LD menurut kosakata layanan publik CPSV-AP, untuk katalog dan mesin pencari.
data-api-title = Untuk program
data-api = Data yang sama dapat dibaca satu per satu, dari situs mana pun dan tanpa kunci. Setiap jawaban punya ETag, jadi yang tidak berubah tidak perlu diunduh lagi.
data-api-description = Keterangan antarmuka (OpenAPI 3.1)
data-not-here = Tidak pernah ada di sini: NIP, NIK, tanggal lahir, alamat rumah, nilai kinerja, dan nama pemangku jabatan yang tidak diumumkan.
class-public = Semua orang
class-named_tier = Semua orang, untuk jabatan yang namanya diumumkan
class-internal = Tidak diterbitkan
class-never = Tidak pernah diterbitkan
class-technical = Semua orang, sebagai kode tanpa arti
column-slug = Nama dalam alamat; tetap sama selama barisnya ada
column-url = Alamat halamannya
column-unit = Unitnya, menurut nama dalam alamat
column-units-name = Nama resmi
column-units-name_en = Nama dalam bahasa Inggris
column-units-kind = Jenis unit
column-units-parent = Unit di atasnya, menurut nama dalam alamat
column-units-area_code = Kode wilayah Kemendagri yang dilayani
column-units-about = Apa yang dikerjakan
column-units-address = Alamat kantor
column-units-phone = Telepon kantor
column-units-email = Surel kantor
column-units-hours = Jam layanan
column-units-valid_from = Berlaku sejak
column-units-valid_to = Berlaku sampai; kosong selama masih berlaku
column-positions-title = Nama jabatan
column-positions-type = Jenis jabatan (UU 20/2023)
column-positions-job_class = Kelas jabatan, 1 sampai 17
column-positions-unit_name = Nama unitnya
column-positions-reports_to = Atasan langsung, menurut nama jabatan dalam alamat
column-positions-summary = Ringkasan jabatan
column-positions-duties = Tugas menurut urutannya, dengan dasar hukum bila ada
column-positions-outputs = Hasil kerja
column-positions-authority = Wewenang
column-positions-relations = Hubungan kerja
column-positions-qualification = Syarat jabatan
column-positions-competencies = Kompetensi yang dipersyaratkan dengan tingkatnya, 1 sampai 5
column-positions-headcount_required = Berapa pemangku yang dibutuhkan (K)
column-positions-headcount_actual = Berapa pemangku hari ini (B)
column-tenures-position = Jabatannya, menurut nama dalam alamat
column-tenures-title = Nama jabatan
column-tenures-person = Kode orang yang sama di semua baris; bukan NIP atau NIK
column-tenures-name = Nama pemangku
column-tenures-kind = Definitif, pelaksana tugas (Plt), atau pelaksana harian (Plh)
column-tenures-starts_on = Hari pertama memangku
column-tenures-ends_on = Hari terakhir memangku; kosong selama masih memangku
column-tenures-decree = Surat keputusan
column-services-name = Nama resmi layanan
column-services-name_en = Nama dalam bahasa Inggris
column-services-short_name = Nama pendek
column-services-summary = Untuk apa dan untuk siapa
column-services-life_event = Peristiwa hidup yang membuat orang mengurusnya
column-services-keywords = Kata-kata lain yang dipakai orang untuk mencarinya
column-services-unit = Unit yang memberikannya; kosong bila diberikan semua unit sejenis
column-services-served_by_kind = Jenis unit yang semuanya memberikan layanan ini
column-services-version = Nomor versi standar layanan
column-services-valid_from = Standar berlaku sejak
column-services-valid_to = Standar berlaku sampai
column-services-decree = Keputusan yang menetapkan standar
column-services-requirements = Persyaratan
column-services-procedure = Sistem, mekanisme, dan prosedur
column-services-completion_time = Jangka waktu penyelesaian
column-services-completion_working_days = Jangka waktu dalam hari kerja, bila diketahui
column-services-fee = Biaya atau tarif
column-services-fee_rupiah = Biaya dalam rupiah, bila satu angka
column-services-product = Produk layanan
column-services-complaint_handling = Penanganan pengaduan, saran, dan masukan
column-services-legal_basis = Dasar hukum
column-services-facilities = Sarana, prasarana, dan fasilitas
column-services-officer_competence = Kompetensi pelaksana
column-services-internal_supervision = Pengawasan internal
column-services-number_of_officers = Jumlah pelaksana
column-services-service_guarantee = Jaminan pelayanan
column-services-safety_guarantee = Jaminan keamanan dan keselamatan
column-services-performance_evaluation = Evaluasi kinerja pelaksana
column-services-posts = Jabatan yang bertanggung jawab, melaksanakan, dan memutuskan
problem-bad-request = Permintaan tidak dapat dibaca
problem-bad-request-detail = Alamat atau parameternya tidak sesuai keterangan antarmuka di /api/openapi.json.
problem-parameter-unknown = Parameter "{ $name }" tidak dikenal di alamat ini. Yang dikenal tertulis di /api/openapi.json.
problem-parameter-twice = Parameter "{ $name }" ditulis dua kali. Tulis sekali saja.
problem-limit = Parameter "{ $name }" harus bilangan bulat dari 1 sampai 100.
problem-after = Parameter "{ $name }" bukan penanda halaman. Ambil nilainya dari "next" jawaban sebelumnya.
problem-position = Parameter "{ $name }" bukan nama jabatan dalam alamat, seperti kepala-disdukcapil.
problem-query = Parameter "{ $name }" harus ada, dengan 1 sampai 100 huruf.
problem-number = Parameter "{ $name }" harus bilangan bulat, seperti dalam keterangan antarmuka.
problem-day = Parameter "{ $name }" harus hari, seperti 2026-11-02.
problem-not-found = Tidak ada
problem-not-found-detail = Di alamat ini tidak ada apa-apa. Periksa ejaannya, atau mulai dari /api/v1/governments.
problem-method = Hanya untuk dibaca
problem-method-detail = Antarmuka ini hanya menerima GET dan HEAD.
problem-other-site = Kiriman ditolak
problem-other-site-detail = Kiriman dari situs lain tidak diterima. Antarmuka ini hanya untuk dibaca.
problem-too-slow = Waktunya habis
problem-too-slow-detail = Jawaban terlalu lama. Coba lagi sebentar lagi.
problem-too-large = Terlalu besar
problem-too-large-detail = Permintaan itu terlalu besar.
problem-too-many = Terlalu banyak permintaan
problem-too-many-detail = Tunggu satu menit, lalu coba lagi.
problem-trouble = Ada gangguan
problem-trouble-detail = Ada gangguan di pihak kami, bukan kesalahan Anda. Bila terulang, beri tahu kami kode gangguannya ("id").

## Files of the directory

change-and-others = dan { $n } lainnya
bulk-title = Impor dan ekspor berkas
bulk-lead = Unduh direktori sebagai tabel, ubah di aplikasi lembar kerja, lalu unggah kembali. Sebelum apa pun berubah, Anda melihat dahulu apa yang akan ditambah, diubah, diakhiri, dan ditolak.
bulk-upload = Unggah berkas
bulk-download = Unduh
bulk-download-lead = Keadaan hari ini. Berkas yang diunggah kembali tanpa perubahan tidak mengubah apa pun.
bulk-columns = Kolom setiap berkas
bulk-columns-lead = Kolom boleh dikurangi, kecuali kolom kuncinya: alamat_halaman; untuk pejabat jabatan, pegawai, dan mulai. Isi kolom yang tidak ada tetap seperti semula. Kolom mulai adalah hari pertama keadaan itu; bila Anda mengubah isi baris, ubah pula tanggalnya. Kolom berakhir adalah hari terakhir.
bulk-kind = Isi berkas
bulk-kind-unit = Unit
bulk-kind-jabatan = Jabatan
bulk-kind-layanan = Layanan
bulk-kind-standar = Standar layanan
bulk-kind-pejabat = Pejabat
bulk-file = Berkas CSV atau XLSX
bulk-file-hint = Paling besar { $mb } MB, { $rows } baris, dan { $columns } kolom. Dari berkas XLSX dibaca lembar pertama saja, tanpa rumus.
bulk-reason-hint = Berlaku untuk seluruh berkas, tercatat dalam riwayat, dan dapat dibaca siapa saja.
bulk-decree-hint = Berlaku untuk seluruh berkas. Pada berkas standar dan pejabat, kolom sk menentukan keputusan yang dicatat di setiap barisnya.
bulk-try = Uji coba
bulk-unread = Berkas ini belum dapat dibaca
bulk-unread-again = Perbaiki, lalu pilih berkasnya lagi. Tidak ada yang berubah.
bulk-dry-run = Uji coba: { $kind }
bulk-dry-run-here = Uji coba
bulk-dry-run-lead = Belum ada yang berubah. Ini yang akan terjadi bila berkas diterapkan.
bulk-added = Ditambah
bulk-changed = Diubah
bulk-ended = Diakhiri
bulk-unchanged = Tetap
bulk-refused = Ditolak
bulk-refused-lead = Berkas ini tidak dapat diterapkan selama masih ada baris yang ditolak. Perbaiki baris di bawah ini, lalu unggah lagi.
bulk-nothing = Berkas ini sama dengan keadaan yang tercatat. Tidak ada yang perlu diterapkan.
bulk-four-eyes = Tugas jabatan atau standar layanan berubah, jadi seluruh berkas diusulkan dahulu dan berlaku setelah disetujui orang kedua.
bulk-apply = Terapkan
bulk-propose = Usulkan
bulk-published = Berkas diterapkan. Perubahannya sudah terbit.
bulk-line = baris { $line } · { $address } · { $date }
bulk-differences = { $n } bagian berbeda
bulk-cut = Ditampilkan { $shown } dari { $all }.
bulk-row = Baris
bulk-column = Kolom
bulk-why = Keterangan
bulk-whole-file = Seluruh berkas
bulk-wrong-too-large = Berkas lebih besar dari { $n } MB. Bagi menjadi beberapa berkas.
bulk-wrong-unpacked = Isi berkas ini setelah dibuka melebihi { $n } MB atau bagiannya terlalu banyak. Simpan ulang hanya tabelnya.
bulk-wrong-rows = Lebih dari { $n } baris. Bagi menjadi beberapa berkas.
bulk-wrong-columns = Lebih dari { $n } kolom. Hapus kolom yang tidak perlu.
bulk-wrong-not-a-table = Ini bukan tabel CSV atau XLSX, atau berkasnya rusak.
bulk-wrong-old-workbook = Ini format lembar kerja lama (XLS). Simpan sebagai XLSX atau CSV.
bulk-wrong-no-rows = Berkas ini tidak berisi baris.
bulk-wrong-unknown-column = Kolom ini tidak dikenal. Periksa ejaannya, atau hapus.
bulk-wrong-missing-column = Kolom ini harus ada.
bulk-wrong-doubled-column = Kolom ini ada dua kali.
bulk-wrong-row-length = Baris ini berisi { $n } sel, tidak sebanyak kolomnya.
bulk-wrong-formula = Sel ini berisi rumus. Ganti dengan hasilnya sebagai teks.
bulk-wrong-twice = Sudah ada di baris lain dalam berkas ini.
bulk-wrong-not-reopened = Yang sudah tercatat berakhir tidak dapat diperpanjang atau dibuka kembali lewat berkas.
bulk-wrong-tenure-fixed = Masa jabatan ini sudah tercatat dengan isi lain. Akhiri yang lama, lalu tambahkan yang baru.
bulk-wrong-other-name = Kode pegawai ini milik orang dengan nama lain.
bulk-wrong-standard-ends = Standar berakhir sehari sebelum standar berikutnya dimulai, bukan dengan sendirinya.
bulk-wrong-personal-number = Jangan gunakan NIP atau NIK sebagai kode pegawai.
notice-change-approved = Perubahan direktori yang Anda usulkan disetujui dan terbit.
notice-change-refused = Perubahan direktori yang Anda usulkan ditolak. Catatannya ada di halamannya.
desk-changes = Perubahan direktori menunggu orang kedua

## Identitas, pesan, dan keluar cepat

exit-button = Keluar cepat
exit-title = Cuaca hari ini
exit-link = Ke prakiraan cuaca BMKG
messages-title = Pesan
messages-none = Belum ada pesan. Di sini Anda dan petugas dapat saling menulis tanpa nama.
messages-none-staff = Belum ada pesan dari atau kepada pelapor.
messages-write = Tulis kepada petugas
messages-hint = Hanya petugas yang menangani laporan ini yang membacanya. Jangan menulis nama Anda bila ingin tetap tidak dikenal.
messages-write-staff = Tulis kepada pelapor
messages-hint-staff = Pelapor membacanya dengan tanda terimanya. Jangan meminta nama atau nomornya di sini.
messages-send = Kirim pesan
messages-you = Anda
messages-new = Baru
messages-unread = { $n } pesan baru
messages-mark-read = Tandai sudah dibaca
messages-erased = Pesan ini sudah dihapus.
identity-title = Identitas pelapor { $reference }
identity-crumb = Identitas
identity-lead = Membuka identitas memerlukan dua orang: yang satu meminta dengan alasan, yang lain menyetujui. Setiap langkah tercatat dan diberitahukan kepada pelapor.
identity-ask-title = Minta membuka identitas
identity-reason = Mengapa identitas perlu dibuka?
identity-reason-hint = Pelapor membaca alasan ini, juga lewat surel. Jangan menulis isi laporan.
identity-ask = Minta persetujuan
identity-password = Sandi Anda
identity-password-hint = Anda sudah agak lama masuk. Ketik sandi sekali lagi; bila akun Anda tidak memakai sandi, keluar lalu masuk kembali.
identity-waits = Permintaan Anda menunggu keputusan orang kedua.
identity-decide-title = Setujui permintaan ini?
identity-decide-lead = Seorang petugas meminta membuka identitas pelapor, dengan alasan:
identity-refuse-reason = Alasan bila Anda menolak
identity-refuse-hint = Hanya diisi bila menolak. Pelapor membacanya juga.
identity-approve = Setujui
identity-refuse = Tolak
identity-open-title = Buka identitas
identity-open-lead = Permintaan Anda disetujui. Identitas dapat dibuka satu kali, paling lambat { $until }. Pelapor langsung diberi tahu.
identity-open = Buka sekali
identity-approved-other = Permintaan sudah disetujui. Hanya yang meminta yang dapat membukanya.
identity-seen-title = Identitas pelapor
identity-seen-once = Tampil sekali ini saja. Memuat ulang halaman tidak menampilkannya lagi.
identity-name = Nama
identity-email = Surel
identity-looks = Siapa yang membuka identitas
identity-none = Tidak ada yang pernah meminta membuka identitas.
identity-act-asked = Diminta dibuka
identity-act-approved = Permintaan disetujui
identity-act-refused = Permintaan ditolak
identity-act-opened = Identitas dibuka
identity-act-lapsed = Permintaan gugur karena lewat waktu
desk-identity-link = Minta membuka identitas
account-cases = Laporan dengan nama Anda
account-cases-hint = Laporan tanpa nama atau rahasia tidak dikaitkan dengan akun, jadi tidak ada di sini.
notice-identity-approved = Permintaan Anda membuka identitas pelapor disetujui.
notice-identity-refused = Permintaan Anda membuka identitas pelapor ditolak.
ledger-identity-asked = Identitas pelapor diminta
ledger-identity-approved = Permintaan identitas disetujui
ledger-identity-refused = Permintaan identitas ditolak
ledger-identity-opened = Identitas pelapor dibuka
ledger-identity-lapsed = Permintaan identitas gugur
ledger-identity-erased = Identitas pelapor dihapus
refusal-own-request = Yang meminta tidak dapat menyetujui permintaannya sendiri. Orang kedua harus memutuskan.
refusal-too-late = Waktunya sudah lewat. Ajukan permintaan baru bila masih perlu.
refusal-unfinished = Belum lengkap. Lengkapi dahulu: rencana memerlukan sedikitnya satu hasil kerja utama dan persetujuan penilai; evaluasi memerlukan realisasi setiap hasil kerja.
refusal-not-this-step = Langkah ini tidak dapat dilakukan pada keadaan sekarang. Buka lagi halamannya untuk melihat keadaan terbaru.
refusal-period-lasts = Masa yang dinilai belum berakhir atau belum dimulai.
refusal-objection-late = Masa pengajuan keberatan sudah berakhir.
refusal-nothing-kept = Pelapor tidak meninggalkan nama atau alamat, atau sudah dihapus. Tidak ada yang dapat dibuka.
fault-too-many-today = Paling banyak { $n } pesan sehari. Lanjutkan besok.
fault-wrong-credentials-sandi = Sandi tidak cocok.
fault-missing-pesan = Tulis pesannya.
privacy-identity-title = Siapa yang dapat melihat identitas
privacy-identity = Nama dan surel disimpan terkunci, terpisah dari laporan. Petugas hanya dapat membukanya bila dua orang sepakat dengan alasan; Anda melihat setiap permintaan di Lacak laporan dan diberi tahu lewat surel bila Anda mengisinya. Pesan antara Anda dan petugas juga disimpan terkunci. Surel kepada pelapor yang dilindungi dikirim serentak pada jam tetap. Sesudah laporan berakhir { $days } hari, nama, surel, dan pesan dihapus.
mail-feedback-message-subject = Ada pesan tentang laporan { $reference }
mail-feedback-message-text =
    Halo,
    {""}
    Petugas menulis pesan kepada Anda tentang laporan { $reference }.
    {""}
    Untuk membaca dan membalasnya, buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda.
    {""}
    Salam,
    Balai
mail-identity-asked-subject = Identitas Anda diminta dibuka: laporan { $reference }
mail-identity-asked-text =
    Halo,
    {""}
    Pada { $date } ada permintaan membuka identitas Anda pada laporan { $reference }. Identitas baru terbuka bila orang kedua menyetujui.
    {""}
    Diminta oleh: { $role }
    Alasan: { $reason }
    {""}
    Semua langkahnya dapat Anda lihat di Lacak laporan dengan tanda terima 20 angka Anda. Bila Anda merasa terancam, tulis pesan kepada petugas di sana, atau hubungi Ombudsman atau LPSK.
    {""}
    Salam,
    Balai
mail-identity-approved-subject = Permintaan membuka identitas disetujui: laporan { $reference }
mail-identity-approved-text =
    Halo,
    {""}
    Pada { $date } permintaan membuka identitas Anda pada laporan { $reference } disetujui orang kedua. Yang meminta dapat membukanya satu kali.
    {""}
    Diminta oleh: { $role }
    Alasan: { $reason }
    {""}
    Semua langkahnya dapat Anda lihat di Lacak laporan dengan tanda terima 20 angka Anda. Bila Anda merasa terancam, tulis pesan kepada petugas di sana, atau hubungi Ombudsman atau LPSK.
    {""}
    Salam,
    Balai
mail-identity-refused-subject = Permintaan membuka identitas ditolak: laporan { $reference }
mail-identity-refused-text =
    Halo,
    {""}
    Pada { $date } permintaan membuka identitas Anda pada laporan { $reference } ditolak. Identitas Anda tetap tertutup.
    {""}
    Diminta oleh: { $role }
    Alasan: { $reason }
    {""}
    Semua langkahnya dapat Anda lihat di Lacak laporan dengan tanda terima 20 angka Anda. Bila Anda merasa terancam, tulis pesan kepada petugas di sana, atau hubungi Ombudsman atau LPSK.
    {""}
    Salam,
    Balai
mail-identity-opened-subject = Identitas Anda dibuka: laporan { $reference }
mail-identity-opened-text =
    Halo,
    {""}
    Pada { $date } identitas Anda pada laporan { $reference } dibuka.
    {""}
    Diminta oleh: { $role }
    Alasan: { $reason }
    {""}
    Semua langkahnya dapat Anda lihat di Lacak laporan dengan tanda terima 20 angka Anda. Bila Anda merasa terancam, tulis pesan kepada petugas di sana, atau hubungi Ombudsman atau LPSK.
    {""}
    Salam,
    Balai
mail-identity-lapsed-subject = Permintaan membuka identitas gugur: laporan { $reference }
mail-identity-lapsed-text =
    Halo,
    {""}
    Pada { $date } permintaan membuka identitas Anda pada laporan { $reference } gugur karena lewat waktu. Identitas Anda tidak dibuka.
    {""}
    Diminta oleh: { $role }
    Alasan: { $reason }
    {""}
    Semua langkahnya dapat Anda lihat di Lacak laporan dengan tanda terima 20 angka Anda. Bila Anda merasa terancam, tulis pesan kepada petugas di sana, atau hubungi Ombudsman atau LPSK.
    {""}
    Salam,
    Balai
# Sebelum mengirim: yang ditunjukkan, laporan serupa, ikut mengalami
findings-lead = Yang Anda tulis ini dapat menunjukkan seseorang, atau menyinggung. Boleh tetap dikirim; petugas menyamarkannya sebelum terbit.
findings-note = Diperiksa di ponsel Anda sendiri; tidak ada yang dikirim.
findings-not-masked = tidak disamarkan
finding-nik = NIK atau nomor KK
finding-nip = NIP
finding-telepon = Nomor telepon
finding-surel = Alamat surel
finding-plat = Nomor kendaraan
finding-rekening = Nomor rekening atau kartu
finding-tanggal-lahir = Tanggal lahir
finding-alamat = Alamat rumah
finding-nama = Nama orang
finding-nama-petugas = Nama petugas atau pejabat (cukup sebut jabatannya)
finding-jabatan = Menunjuk satu jabatan
finding-kasar = Kata kasar
check-findings-title = Yang dapat menunjukkan seseorang
check-findings = Anda boleh tetap mengirim: petugas menyamarkannya sebelum laporan terbit. Bila tidak perlu, hapus saja.
check-findings-change = Ubah tulisan
similar-title = Mungkin sudah ada yang melaporkan
similar-lead = Laporan-laporan ini masih terbuka. Bila yang Anda alami sama, ikut saja: jumlah yang mengalami terlihat oleh unit yang menanganinya, dan laporan Anda tidak perlu dikirim.
similar-or = Tidak sama, atau ingin tetap mengirim? Teruskan di bawah.
follow-title = Anda juga mengalami?
follow-button = Ikut mengalami
follow-hint = Tanpa akun dan tanpa data pribadi. Hanya jumlahnya yang disimpan.
follow-count = { $n } orang ikut mengalami
follow-done = Anda sudah dihitung. Perkembangannya dapat dibaca di halaman ini.
ledger-feedback-followed = Seseorang ikut mengalami
ledger-feedback-photo-released = Foto ditampilkan lagi
ledger-feedback-photo-withheld = Foto ditahan
step-photo_released = Satu foto ditampilkan lagi untuk umum
step-photo_withheld = Satu foto tidak lagi ditampilkan untuk umum

# Saran untuk verifikator
proposal-title = Saran program
proposal-lead = Dicari dari kata-katanya saja. Yang memutuskan Anda.
proposal-because = karena { $words }
proposal-elsewhere = Mungkin urusan
desk-findings-title = Yang perlu disamarkan
desk-findings-lead = Teks untuk umum di bawah sudah kami samarkan seperti ini. Periksa lagi: yang tidak terlihat oleh program tetap tugas Anda.
desk-similar-title = Laporan terbuka yang mirip
desk-similar-lead = Mirip dalam kata, tempat, layanan, dan waktu. Bila sama, gabungkan.
desk-similar-open = Buka laporan

# Foto
send-photos-viewpoint = Foto dari jendela atau halaman rumah Anda menunjukkan di mana Anda tinggal. Potretlah dari jalan, atau potong dan buramkan bagian itu.
photo-edit = Potong atau buramkan
photo-edit-title = Potong atau buramkan foto
photo-edit-lead = Tandai bagian dengan menggeser jari di atas foto, atau isi angkanya. Lalu potong (hanya bagian itu yang tersisa) atau buramkan.
photo-edit-canvas = Foto yang sedang disunting, dengan bagian yang ditandai
photo-edit-area = Bagian yang ditandai, dalam persen
photo-edit-left = Dari kiri
photo-edit-top = Dari atas
photo-edit-width = Lebar
photo-edit-height = Tinggi
photo-edit-potong = Potong
photo-edit-buramkan = Buramkan
photo-edit-urungkan = Urungkan
photo-edit-pakai = Pakai foto ini
photo-edit-batal = Batal
photo-edit-said-potong = Foto dipotong.
photo-edit-said-buramkan = Bagian itu diburamkan.
photo-edit-said-urungkan = Diurungkan.
case-answer-photos = Foto dari unit
case-answer-photo = Foto { $n } dari unit yang menjawab
case-proof-photos = Foto tambahan dari pelapor
case-proof-photo = Foto { $n } dari pelapor
photo-taken-on = diambil { $date } menurut unit
photo-taken-at = di { $place }
photo-withheld = Tidak tampil untuk umum: { $reason }
photo-reason-wajah = wajah orang terlihat
photo-reason-data_pribadi = data pribadi terbaca
photo-reason-tidak_pantas = tidak pantas ditampilkan
photo-reason-tidak_terkait = tidak terkait dengan laporan
photo-reason-belum_diperiksa = belum diperiksa petugas
unseen-title = Foto yang belum diperiksa
unseen-lead = Foto ini menyusul setelah laporannya terbit, jadi belum tampil untuk umum. Buka laporannya, lalu tampilkan fotonya atau tahan dengan alasan yang tepat.
unseen-since = menunggu sejak { $date }
unseen-none-title = Semua foto sudah diperiksa
unseen-none = Foto yang menyusul dari pelapor akan muncul di sini.
photo-withhold-title = Tahan foto
photo-withhold-lead = Foto yang ditahan tidak tampil untuk umum. Pelapor dan yang menangani tetap melihatnya.
photo-release-title = Tampilkan lagi foto yang ditahan
photo-release-lead = Bila foto itu ternyata boleh tampil untuk umum. Alasannya tercatat bagi yang menangani laporan ini.
photo-release-reason = Mengapa foto { $n } boleh tampil lagi
photo-release = Tampilkan lagi foto { $n }
photo-withhold-reason = Alasan menahan foto { $n }
photo-withhold = Tahan foto { $n }
photo-alike-title = Foto yang sama pernah dipakai
photo-alike = Foto { $n } mirip foto { $other } di
photo-alike-note = Hanya petunjuk: tempat yang sama dapat dipotret dua kali. Lihat keduanya sebelum menilai.
desk-answer-photos = Foto hasil (boleh kosong)
desk-answer-photos-hint = Paling banyak tiga foto, masing-masing paling besar 8 MB. Ikut terbaca umum bila laporannya terbit. Hindari wajah dan data pribadi.
desk-photos-taken-on = Tanggal foto diambil (boleh kosong)
desk-photos-taken-hint = Menurut Anda sendiri. Keterangan di dalam berkas kami hapus dan tidak kami baca.
desk-photos-taken-at = Tempat foto diambil (boleh kosong)
fault-file-pdf = Salah satu berkas adalah PDF. Potret halamannya dengan ponsel, atau simpan sebagai gambar (JPEG atau PNG), lalu unggah gambarnya.
fault-file-heic = Salah satu foto berformat HEIC atau AVIF, yang tidak dapat dibuka di semua perangkat. Di pengaturan kamera pilih “Paling kompatibel” (JPEG), atau kirim tangkapan layarnya.
fault-not-kept = Saat ini kami tidak dapat menyimpannya; ini gangguan di pihak kami. Tulisan Anda masih ada di halaman ini. Coba lagi beberapa saat lagi.
fault-not-kept-foto = Foto saat ini tidak dapat kami simpan; ini gangguan di pihak kami. Tulisan Anda tidak hilang. Coba lagi nanti, atau lanjutkan tanpa foto.
fault-missing-alasan-foto = Pilih alasan foto itu ditahan.
## Penanganan laporan

status-needs_info = Perlu dilengkapi pelapor
status-merged = Digabung dengan laporan lain
status-redirected = Diteruskan ke instansi lain
status-escalated = Dieskalasi
status-withdrawn = Dicabut
status-draft = Draf
status-closed-contested = Ditutup, pelapor tidak setuju
due-by = Jawaban paling lambat { $date }
due-left = { $n } hari kerja lagi
due-today = hari ini hari terakhir
due-late = Terlambat { $n } hari kerja
due-none = Tanpa batas waktu jawaban
due-later = Batas waktu jawaban ditetapkan kemudian, karena daftar hari libur tahun itu belum ada.
due-paused = Waktu berhenti sejak { $date }, menunggu pelapor melengkapi
due-unset = belum ada
clock-verify = verifikasi
clock-answer = jawaban
clock-follow_up = tindak lanjut pertama
clock-reply = tanggapan pelapor
clock-ladder = jenjang eskalasi
level-1 = Eskalasi jenjang 1: pimpinan perangkat daerah
level-2 = Eskalasi jenjang 2: Inspektorat dan Sekretaris Daerah
level-3 = Eskalasi jenjang 3: kepala daerah
level-beyond = Pelapor juga dapat membawanya ke Ombudsman RI (telepon 137) atau SP4N-LAPOR!.
silent-no_answer = Pelapor tidak menanggapi sampai batas waktunya. Itu tidak dihitung sebagai puas.
silent-contested = Pelapor pernah membantah dan tidak menanggapi jawaban terakhir. Dihitung sebagai dibantah.
ended-confirmed = Ditutup karena pelapor menyatakan selesai.
ended-no_answer = Ditutup karena pelapor tidak menanggapi jawaban. Ini tidak berarti masalahnya selesai.
ended-contested = Ditutup setelah dibantah pelapor, tanpa persetujuannya.
ended-still-ya = Empat minggu kemudian pelapor menyatakan masih selesai.
ended-still-tidak = Empat minggu kemudian pelapor menyatakan masalahnya muncul lagi.
case-reports = { $n } laporan warga tentang hal ini
step-info_asked = Pelapor diminta melengkapi, waktu berhenti
step-completed = Dilengkapi pelapor, waktu berjalan lagi
step-lapsed = Dianggap dicabut: tidak dilengkapi sampai batas waktunya
step-merged = Digabung dengan laporan lain
step-split = Dipisahkan lagi
step-joined = Laporan lain tentang hal yang sama digabung ke sini
step-parted = Laporan lain dipisahkan lagi dari sini
step-redirected = Diteruskan ke instansi lain
step-returned = Dikembalikan ke koordinator: bukan wewenang unit ini
step-taken = Diterima unit untuk dikerjakan
step-internal = Catatan petugas
step-closed_silent = Ditutup tanpa tanggapan pelapor
step-reworked = Dikerjakan lagi
step-escalated = Dieskalasi
step-resumed = Dilanjutkan koordinator dengan tenggat baru
step-reopen_asked = Pelapor meminta dibuka kembali dengan bukti baru
step-reopen_declined = Tidak dibuka kembali
step-reopened = Dibuka kembali
step-withdrawn = Dicabut pelapor
step-withdrawn_ex_officio = Pelapor mencabut laporannya; pemeriksaan dilanjutkan karena jabatan
step-due_changed = Batas waktu disesuaikan dengan hari libur
step-asked_again = Pelapor ditanya sekali lagi
step-still_solved = Menurut pelapor masih selesai
step-solved_no_more = Menurut pelapor masalahnya muncul lagi
step-info-fields = Yang perlu dilengkapi: { $fields }
step-binding = Sudah dua kali dikembalikan: penugasan koordinator ini mengikat.
step-moved = Batas waktu { $clock }: dari { $old } menjadi { $new }
step-private = Hanya antara pelapor dan petugas:
step-for-staff = Hanya untuk petugas:
by-coordinator = koordinator
next-complete = Pelapor melengkapi laporannya
next-resume = Koordinator menentukan kelanjutannya
info-apa = apa yang terjadi
info-tempat = tempat
info-waktu = waktu
info-layanan = layanan atau unit
info-bukti = bukti
archive-duplicate_spam = Kiriman berulang yang sama
front-no-answer = Ditutup tanpa tanggapan
front-follow-up = Ditanya lagi setelah empat minggu: { $still } masih selesai, { $gone } muncul lagi.
desk-follow-up-due = Tindak lanjut pertama paling lambat
desk-merged-into = Digabung dengan
desk-redirected = Diteruskan ke
form-ask-title = Minta pelapor melengkapi
form-perlu = Yang perlu dilengkapi
form-pertanyaan = Pertanyaan untuk pelapor
form-pertanyaan-hint = Hanya dibaca pelapor dan petugas. Jangan meminta nama atau nomor identitas.
form-merge-title = Gabungkan dengan laporan lain
form-induk = Nomor laporan induk
form-induk-hint = Laporan yang diteruskan. Pelapor laporan ini akan melihat kemajuan laporan induk yang tampil untuk umum.
form-alasan-gabung = Mengapa keduanya satu hal
form-alasan-gabung-hint = Dibaca pelapor yang laporannya digabungkan. Jangan ceritakan isi laporan orang lain.
form-redirect-title = Teruskan ke instansi lain
form-instansi = Urusan instansi lain yang dikenal
form-instansi-lain = Atau nama instansinya
form-penjelasan = Penjelasan untuk pelapor
form-resume-title = Lanjutkan penanganan
form-arahan = Arahan
form-arahan-hint = Ikut terbaca umum bila laporannya terbit.
form-unit-baru = Unit yang menjawab
form-unit-baru-hint = Biarkan bila unitnya tetap.
form-same-unit = Unit yang sama
form-reopen-asked = Pelapor membawa bukti baru dan meminta laporan ini dibuka kembali. Buktinya ada di perjalanan laporan.
form-reopen-title = Buka kembali
form-protect-title = Lindungi: turunkan dari umum
form-protect-lead = Halaman umum laporan ini ditutup sekarang juga dan laporannya menjadi rahasia. Penanganannya berlanjut, dan pelapor tetap dapat membukanya dengan tanda terima.
form-alasan-lindungi = Alasannya, untuk petugas
form-hide-title = Sembunyikan kata-kata satu langkah
form-langkah-sembunyi = Langkah
form-alasan-sembunyi = Alasannya, untuk petugas
do-lindungi = Turunkan dari umum
do-sembunyikan = Sembunyikan
form-decline-title = Tidak dibuka kembali
form-alasan-tolak = Alasannya, untuk pelapor
form-split-title = Pisahkan lagi dari laporan induk
form-alasan-pisah = Mengapa ternyata bukan satu hal
form-alasan-pisah-hint = Dibaca pelapor yang laporannya dipisahkan. Jangan ceritakan isi laporan orang lain.
form-return-title = Bukan wewenang unit kami
form-bukan-kami = Mengapa, dan unit mana yang tepat
form-bukan-kami-hint = Waktu jawaban tetap berjalan. Paling banyak dua kali; sesudah itu penugasan koordinator mengikat.
do-tanyakan = Kirim pertanyaan
do-gabungkan = Gabungkan
do-pisahkan = Pisahkan
do-teruskan = Teruskan
do-arsipkan = Arsipkan
do-kembalikan = Kembalikan ke koordinator
do-kerjakan = Terima dan kerjakan
do-kerjakan-lagi = Kerjakan lagi
do-kemajuan = Simpan kabar
do-lanjutkan = Lanjutkan
do-buka-lagi = Buka kembali
do-tolak-buka = Tetap ditutup
conflict-title = Belum tersimpan
conflict-since = Yang terjadi sejak halaman dibuka:
conflict-typed = Yang Anda tulis
track-complete-title = Laporan ini perlu dilengkapi
track-complete-by = Lengkapi paling lambat { $date }. Setelah itu laporan dianggap dicabut.
track-complete = Keterangan tambahan
track-complete-hint = Pertanyaannya ada di perjalanan laporan di bawah. Hanya dibaca petugas.
track-photos = Foto bukti (boleh kosong)
track-photos-hint = Paling banyak tiga foto, masing-masing paling besar 8 MB. Petugas langsung melihatnya; umum baru melihatnya setelah petugas memeriksa. Keterangan tersembunyi seperti lokasi dan waktu kami hapus.
track-do-lengkapi = Kirim keterangan
track-reply-by = Mohon tanggapan paling lambat { $date }. Bila tidak ada, laporan ditutup sebagai tanpa tanggapan, bukan sebagai puas.
track-contest-again = Bila belum juga selesai, laporan naik ke atas unit: ke Inspektorat dan koordinator. Tulis apa yang masih kurang.
track-still-title = Sudah empat minggu
track-still-question = Apakah masalahnya masih selesai?
still-ya = Ya, masih selesai
still-tidak = Tidak, muncul lagi
track-do-masih = Kirim jawaban
track-reopen-title = Buka kembali dengan bukti baru
track-reopen = Bukti baru
track-reopen-hint = Apa yang terjadi sejak laporan ditutup. Hanya dibaca petugas; koordinator di luar unit yang memutuskan.
track-do-minta-buka = Minta dibuka kembali
track-reopen-waits = Permintaan Anda untuk membuka kembali menunggu keputusan koordinator.
track-withdraw-title = Cabut laporan ini
track-withdraw = Alasan (boleh kosong)
track-withdraw-hint = Laporan yang dicabut tidak diproses lagi. Alasannya hanya dibaca petugas.
track-withdraw-ex-officio = Pencabutan Anda dicatat. Dugaan penyimpangan tetap diperiksa karena jabatan, tanpa Anda.
track-do-cabut = Cabut laporan
track-main-title = Digabung dengan laporan lain
track-main = Laporan Anda dan laporan lain tentang hal yang sama ditangani sebagai satu. Inilah kemajuannya; isi laporan orang lain tidak ditampilkan.
track-main-link = Lihat laporan induk yang tampil untuk umum
track-redirected = Ini wewenang { $office }.
track-redirected-link = Alamat dan caranya
fault-not-mergeable = Laporan itu tidak ditemukan, sudah berakhir, atau berbeda kelas, jadi tidak dapat menjadi induk.
fault-missing-perlu = Pilih apa yang perlu dilengkapi.
fault-missing-instansi = Pilih urusannya atau tulis nama instansinya.
fault-missing-masih = Pilih salah satu jawaban.
refusal-binding-dispatch = Laporan ini sudah dua kali dikembalikan. Penugasan koordinator kini mengikat; bila tetap keberatan, bicarakan dengan koordinator.
refusal-nothing-new = Laporan yang ditutup hanya dibuka kembali bila pelapor membawa bukti baru.
notice-case-escalated = Sebuah laporan naik ke jenjang eskalasi Anda.
notice-case-contested = Pelapor membantah jawaban unit.
notice-case-no-verifier = Ada laporan yang menunggu, dan tidak ada verifikator yang boleh memeriksanya. Beri peran verifikator kepada orang lain.
notice-case-solved-no-more = Pelapor menyatakan masalah yang sudah ditutup muncul lagi.
notice-case-reopen-asked = Pelapor meminta laporan dibuka kembali dengan bukti baru.
ledger-feedback-info-asked = Pelapor diminta melengkapi
ledger-feedback-completed = Laporan dilengkapi
ledger-feedback-lapsed = Laporan dianggap dicabut
ledger-feedback-merged = Laporan digabung
ledger-feedback-split = Laporan dipisahkan lagi
ledger-feedback-redirected = Laporan diteruskan ke instansi lain
ledger-feedback-returned = Laporan dikembalikan ke koordinator
ledger-feedback-taken = Laporan diterima unit
ledger-feedback-noted = Catatan kerja petugas
ledger-feedback-closed-silent = Laporan ditutup tanpa tanggapan
ledger-feedback-reworked = Laporan dikerjakan lagi
ledger-feedback-escalated = Laporan dieskalasi
ledger-feedback-resumed = Laporan dilanjutkan koordinator
ledger-feedback-reopen-asked = Pelapor meminta dibuka kembali
ledger-feedback-reopen-declined = Permintaan buka kembali ditolak
ledger-feedback-reopened = Laporan dibuka kembali
ledger-feedback-withdrawn = Laporan dicabut
ledger-feedback-withdrawn-ex-officio = Pelapor mencabut, pemeriksaan dilanjutkan
ledger-feedback-asked-again = Pelapor ditanya lagi
ledger-feedback-followed-up = Pelapor menjawab pertanyaan empat minggu
ledger-feedback-clocks-moved = Batas waktu disesuaikan dengan hari libur baru
mail-feedback-info-asked-subject = Laporan { $reference } perlu dilengkapi
mail-feedback-info-asked-text =
    Halo,
    {""}
    Laporan Anda dengan nomor { $reference } perlu dilengkapi. Selama menunggu, waktunya berhenti; bila tidak dilengkapi sampai batasnya, laporan dianggap dicabut.
    {""}
    Buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda.
    {""}
    { $next }
    {""}
    Salam,
    Balai
mail-feedback-news-subject = Kabar tentang laporan { $reference }
mail-feedback-news-text =
    Halo,
    {""}
    Ada kabar tentang laporan Anda dengan nomor { $reference }.
    {""}
    Buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda.
    {""}
    { $next }
    {""}
    Salam,
    Balai
mail-feedback-closed-silent-subject = Laporan { $reference } ditutup tanpa tanggapan
mail-feedback-closed-silent-text =
    Halo,
    {""}
    Laporan Anda dengan nomor { $reference } ditutup karena tidak ada tanggapan atas jawabannya. Kami tidak menganggap Anda puas.
    {""}
    Bila masalahnya belum selesai, Anda dapat meminta laporan dibuka kembali dengan bukti baru dalam 30 hari. Buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda.
    {""}
    { $next }
    {""}
    Salam,
    Balai
mail-feedback-follow-up-subject = Laporan { $reference }: masih selesai?
mail-feedback-follow-up-text =
    Halo,
    {""}
    Empat minggu lalu laporan Anda dengan nomor { $reference } ditutup. Apakah masalahnya masih selesai?
    {""}
    Satu jawaban cukup: ya atau tidak. Buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda.
    {""}
    Salam,
    Balai
mail-feedback-received-later-subject = Laporan { $reference } sudah kami terima
mail-feedback-received-later-text =
    Halo,
    {""}
    Laporan Anda kepada { $government } sudah kami terima. Nomor laporan: { $reference }
    {""}
    Batas waktu jawabannya ditetapkan kemudian, karena daftar hari libur tahun itu belum ada.
    {""}
    Buka Lacak laporan di Balai dan masukkan tanda terima 20 angka Anda. Demi keamanan Anda, angka itu tidak kami kirim lewat surel.
    {""}
    Salam,
    Balai

# Meja kerja petugas
queue-verifikasi = Perlu diverifikasi
queue-jawab = Perlu dijawab
queue-dibantah = Dibantah
queue-eskalasi = Dieskalasi
queue-dilengkapi = Menunggu dilengkapi
queue-menunggu = Menunggu pelapor
queue-buka-lagi = Diminta dibuka lagi
queue-governments = Pemerintah daerah
queue-skip-list = Langsung ke daftar laporan
queue-search = Kata atau nomor laporan
queue-search-button = Cari
queue-narrow = Saring menurut unit, layanan, jenis …
queue-narrowed = Disaring: { $to }.
queue-clear = Hapus saringan
queue-unread = Ada pesan baru
queue-messages = Pesan pelapor
queue-element = Unsur pelayanan
queue-protection = Perlindungan
queue-none-title = Tidak ada yang cocok
queue-none = Tidak ada laporan di antrean ini yang cocok dengan saringan Anda.
queue-looked-title = Belum ada yang cocok
queue-looked-none = Di bagian antrean yang sudah diperiksa tidak ada yang cocok. Teruskan ke bagian berikutnya.
queue-stopped = Yang sudah diperiksa: { $n } laporan dengan tenggat terdekat. Selebihnya ada di halaman berikutnya.
queue-tick = Pilih laporan { $reference }
queue-joined = + { $n } laporan sama
desk-waiting-more = lebih dari { $n } menunggu
desk-kept = Tersimpan.
holding-label = Dipegang siapa
holding-all = Semua petugas
holding-saya = Milik saya
holding-tanpa-petugas = Belum ada petugas
due-by-label = Tenggat
due-by-all = Semua tenggat
due-by-terlambat = Terlambat
due-by-pekan-ini = Pekan ini
clock-none = Tanpa tenggat
clock-decide = Menunggu keputusan
clock-paused = Jam berhenti sejak { $date }
queue-reply-until = Pelapor menanggapi sampai { $date }
clock-today = Jatuh tempo hari ini
holder-title = Petugas
holder-me = Milik saya
holder-other = { $name }
holder-since = Laporan ini dipegang { $name } sejak { $date }.
holder-mine-since = Anda memegang laporan ini sejak { $date }.
holder-nobody = Belum ada petugas yang memegang laporan ini.
holder-take = Ambil
holder-take-over = Ambil alih
holder-give-back = Kembalikan ke antrean
holder-give = Serahkan kepada rekan
do-serahkan = Serahkan
do-catat = Simpan catatan
hand-to = Serahkan kepada
hand-to-hint = Yang tampil adalah rekan yang berwenang menangani laporan ini.
hand-nobody = Tidak kepada siapa pun (kembali ke antrean)
hand-note = Pesan untuk penerima
hand-note-hint = Hanya dibaca petugas. Boleh kosong.
form-pesan-serah = Pesan untuk penerima
form-pesan-serah-hint = Hanya dibaca petugas. Boleh kosong.
note-inside = Catatan petugas
note-inside-hint = Hanya dibaca petugas, tidak pernah oleh pelapor atau umum.
form-catatan-dalam = Catatan untuk sesama petugas
form-catatan-dalam-hint = Tidak pernah tampil untuk pelapor maupun umum.
step-handed = Petugas berganti
handing-diserahkan = Diserahkan kepada { $name }
handing-diambil = Diambil { $name }
handing-dikembalikan = Dikembalikan ke antrean
handing-masa-berakhir = Kembali ke antrean, karena masa jabatan atau tugas petugasnya berakhir
ledger-feedback-handed = Pergantian petugas yang memegang laporan
notice-case-handed = Sebuah laporan diserahkan kepada Anda.
notice-cases-handed = Beberapa laporan diserahkan kepada Anda.
notice-cases-let-go = Laporan kembali ke antrean unit, karena masa jabatan atau tugas pemegangnya berakhir.
bulk-label = Untuk laporan yang dipilih
bulk-next = Lanjutkan
bulk-serahkan = Serahkan kepada petugas
bulk-serahkan-lead = Laporan yang dipilih akan dipegang satu petugas. Riwayat setiap laporan mencatatnya.
bulk-catat = Tambahkan catatan petugas
bulk-catat-lead = Catatan yang sama ditambahkan pada setiap laporan, dan hanya dibaca petugas.
bulk-kabarkan = Sampaikan kabar kemajuan
bulk-kabarkan-lead = Kabar ini dibaca pelapor, dan oleh umum bila laporannya terbit.
bulk-pesan = Kirim pesan kepada pelapor
bulk-pesan-lead = Setiap pelapor membaca pesannya sendiri di halaman Lacak. Orang lain tidak membacanya.
bulk-gabungkan = Gabungkan dengan satu laporan
bulk-gabungkan-lead = Laporan yang dipilih menjadi bagian dari satu laporan induk, dan dihitung sekali.
bulk-tanyakan = Minta dilengkapi
bulk-tanyakan-lead = Jam berhenti sampai pelapor melengkapi laporannya.
bulk-message = Pesan
bulk-preview = Lihat pratinjau
bulk-preview-lead = Siap dikerjakan: { $ready } dari { $all } laporan. Belum ada yang berubah.
bulk-preview-title = Setiap laporan
bulk-chosen = { $n } laporan dipilih
bulk-do = Kerjakan untuk { $n } laporan
bulk-change = Ubah dulu
bulk-back = Kembali ke antrean
bulk-ready = Akan dikerjakan
bulk-done = Selesai
bulk-not-done = Tidak dikerjakan
bulk-unfit = Pilihan Anda tidak cocok untuk laporan ini.
bulk-not-there = Laporan ini tidak ada di meja Anda.
bulk-trouble = Ada gangguan di pihak kami. Laporan ini tidak berubah; cobalah lagi.
bulk-result = Selesai untuk { $done } dari { $all } laporan.
fault-missing-pilih = Pilih paling sedikit satu laporan di antrean.
fault-missing-petugas = Pilih kepada siapa laporan diserahkan.
fault-too-many-at-once = Paling banyak { $n } laporan sekaligus. Kurangi pilihan Anda.
leaving-title = Serah terima laporan
leaving-link = Serah terima semua laporan saya
leaving-lead = Sebelum pindah tugas, serahkan laporan yang Anda pegang kepada penerus, dengan pesan tentang apa yang sudah dan belum dikerjakan.
leaving-to = Penerus
leaving-note-hint = Hanya dibaca petugas, dan tersimpan pada setiap laporan.
leaving-cases = { $n } laporan Anda
leaving-more = Ini { $n } yang paling mendesak. Sisanya diserahkan sesudah ini.
leaving-none-title = Anda tidak memegang laporan
leaving-none = Tidak ada yang perlu diserahkan.
keys-title = Pintasan papan ketik
keys-how = Tekan Alt (di Firefox: Alt + Shift; di Mac: Control + Option) bersama huruf ini. Tombol Tab berjalan dari kotak pilihan ke judul setiap laporan, lalu ke tindakan bersama.
keys-search = ke kotak pencarian
keys-narrow = ke saringan lengkap
keys-bulk = ke tindakan untuk laporan yang dipilih
templates-title = Templat balasan
templates-lead = Balasan yang sering ditulis, sekali disusun dengan baik. Templat sebuah unit juga ditawarkan di unit di bawahnya.
templates-all = Yang tersedia
templates-none-title = Belum ada templat
templates-none = Templat pertama dapat ditulis oleh pejabat penghubung atau pimpinan unit.
template-new = Tulis templat
template-change-title = Ubah templat
template-change = Ubah
template-end = Hapus
template-ended = Templat dihapus. Balasan yang sudah terkirim tidak berubah.
template-kept = Templat tersimpan.
template-name = Nama templat
template-name-hint = Misalnya: Berkas belum lengkap
template-unit = Milik unit
template-unit-hint = Ditawarkan juga di semua unit di bawahnya.
template-body = Isi
template-body-hint = Isian dalam kurung kurawal diganti dengan data laporan, misalnya {"{"}nomor{"}"}.
template-fields = Isian yang tersedia
template-try = Coba dengan laporan
template-try-hint = Nomor laporan di meja Anda. Bila kosong, dipakai contoh.
template-keep = Simpan
template-example-button = Lihat contoh
template-example = Contoh hasilnya
template-example-of = Dengan data laporan { $reference }
template-example-made = Dengan data contoh
template-pick = Templat balasan
template-for = Untuk
template-for-jawaban = jawaban
template-for-kemajuan = kabar kemajuan
template-for-pesan = pesan kepada pelapor
template-use = Pakai
field-nomor = nomor laporan
field-judul = judul laporan
field-layanan = layanan yang dilaporkan
field-nama-unit = unit yang menangani
field-tenggat = batas waktu jawaban
field-tanggal-laporan = tanggal laporan diterima
field-hari-ini = tanggal hari ini
field-example-nomor = MDN-2611-7K3F
field-example-judul = Loket tutup sebelum jam layanan berakhir
field-example-layanan = Akta kelahiran
field-example-nama-unit = Dinas Kependudukan dan Pencatatan Sipil
field-example-tenggat = Jumat, 20 November 2026
field-example-tanggal-laporan = 2 November 2026
field-example-hari-ini = Rabu, 4 November 2026
field-no-service = layanan yang dilaporkan
field-no-due = waktu secepatnya
fault-unknown-field = Ada isian yang tidak dikenal atau kurung kurawal yang tidak berpasangan. Yang dapat dipakai: {"{"}nomor{"}"}, {"{"}judul{"}"}, {"{"}layanan{"}"}, {"{"}nama unit{"}"}, {"{"}tenggat{"}"}, {"{"}tanggal laporan{"}"}, {"{"}hari ini{"}"}.
## Perencanaan dan evaluasi kinerja: SKP, evaluasi, keberatan, jejak akses, pelimpahan.

evaluation-nav = Bagian penilaian
evaluation-save = Simpan
evaluation-choose = Pilih …
own-title = Kinerja saya
own-lead = Rencana (SKP) dan evaluasi kinerja Anda. Isinya hanya dapat dilihat oleh Anda, pejabat penilai, atasan pejabat penilai, dan tim pengelola kinerja.
own-plans = Sasaran kinerja (SKP)
own-evaluations = Evaluasi kinerja
own-empty-title = Belum ada rencana kinerja
own-empty = Rencana dapat dibuat setelah tim pengelola kinerja membuka tahunnya dan Anda tercatat memangku jabatan.
own-nobody-title = Akun ini bukan akun pegawai
own-nobody = Akun ini tidak terhubung dengan data pegawai, jadi tidak memiliki SKP. Hubungi administrator bila itu keliru.
looks-link = Siapa yang melihat data kinerja saya
looks-title = Siapa yang melihat data kinerja saya
looks-lead = Setiap kali orang lain membuka kartu, SKP, evaluasi, pembinaan, penghargaan, atau data pengembangan Anda, itu dicatat di sini: siapa, dengan hak apa, untuk apa, dan kapan.
looks-empty-title = Belum ada yang melihat
looks-empty = Sampai sekarang tidak ada orang lain yang membuka data kinerja Anda.
looks-what = { $what } ({ $form })
looks-older = Lebih lama
looks-newest = Terbaru
looked-kartu = Kartu bukti
looked-skp = SKP
looked-evaluasi = Evaluasi
looked-berkas = Berkas evaluasi
looked-pembinaan = Pembinaan
looked-pengembangan = Pengembangan
looked-penghargaan = Penghargaan
look-form-halaman = halaman
look-form-pdf = PDF
look-form-csv = CSV
look-form-json = JSON
look-form-zip = ZIP lengkap
standing-pegawai = Pegawai yang dinilai
standing-penilai = Pejabat penilai kinerja
standing-atasan_penilai = Atasan pejabat penilai
standing-tim_kinerja = Tim pengelola kinerja
standing-kepegawaian = Kepegawaian
you-are-pegawai = Evaluasi Anda
you-are-penilai = Anda pejabat penilainya
you-are-atasan_penilai = Anda atasan pejabat penilainya
you-are-tim_kinerja = Anda melihatnya sebagai tim pengelola kinerja; pegawai yang bersangkutan dapat membaca bahwa Anda melihatnya
line-nobody = Belum ada
line-nobody-title = Belum ada yang dapat menilai jabatan ini di portal
line-nobody-what = Penilai adalah atasan langsung (PP 30/2019), dan di direktori tidak ada pejabat di atas jabatan ini. Bila ini jabatan sekretaris daerah, penilainya kepala daerah: mintalah administrator direktori menambahkan jabatan { $head } pada unit pemerintah daerah, lalu memberi akunnya peran penilai. Bila atasannya sedang kosong, mintalah Plt atau Plh dicatat. Sampai saat itu penilaian jabatan ini dilakukan di luar portal.
version-number = Versi { $number }
versions = Versi
versions-lead = Versi lama tidak dihapus dan tetap dapat dibaca.
period-year = Tahun { $year }
period-quarter = Triwulan { $number } tahun { $year }
period-month = { $month } { $year }
rhythm-bulanan = Evaluasi berkala setiap bulan
rhythm-triwulanan = Evaluasi berkala setiap triwulan

plan-title = SKP { $year }: { $name }
plan-crumb = SKP { $year }
plan-begin-title = Buat SKP { $year }
plan-begin = Mulai menulis
plan-begun = Rencana dimulai. Tambahkan hasil kerja, lalu ajukan kepada pejabat penilai.
plan-state-draft = Sedang disusun
plan-state-diusulkan = Menunggu persetujuan
plan-state-disepakati = Disepakati
plan-post = Jabatan
plan-rules = Aturan
plan-results = Hasil kerja
plan-no-results = Belum ada hasil kerja.
plan-add-result = Tambah hasil kerja
plan-edit-result = Ubah hasil kerja
plan-remove-result = Hapus
plan-result-saved = Hasil kerja disimpan.
plan-result-lead = Tulis apa yang akan dicapai, bukan kegiatannya, lalu cara mengetahuinya.
plan-kind = Kategori
result-utama = Utama
result-utama-hint = Mendukung hasil kerja pimpinan atau tugas pokok jabatan.
result-tambahan = Tambahan
result-tambahan-hint = Di luar tugas pokok, misalnya penugasan khusus.
plan-result = Rencana hasil kerja
plan-result-hint = Contoh: Akta kelahiran terbit sesuai janji layanan.
plan-serves = Mendukung hasil kerja pimpinan: { $result }
plan-serves-label = Hasil kerja pimpinan yang didukung
plan-serves-hint = Diambil dari SKP pimpinan yang sudah disepakati.
plan-serves-none = Tidak ada atau belum tersedia
plan-perspective = Perspektif
plan-perspective-hint = Wajib bagi jabatan pimpinan tinggi.
perspective-penerima_layanan = Penerima layanan
perspective-proses_bisnis = Proses bisnis
perspective-penguatan_internal = Penguatan internal
perspective-anggaran = Anggaran
plan-indicators = Indikator
plan-indicators-hint = Isi sedikitnya satu. Yang tidak dipakai dibiarkan kosong.
plan-indicator = Indikator
plan-target = Target
plan-unit = Satuan
aspect-kuantitas = Kuantitas
aspect-kuantitas-hint = Berapa banyak.
aspect-kualitas = Kualitas
aspect-kualitas-hint = Sebaik apa.
aspect-waktu = Waktu
aspect-waktu-hint = Seberapa cepat atau kapan selesai.
aspect-biaya = Biaya
aspect-biaya-hint = Dengan biaya berapa.
plan-behaviours = Perilaku kerja BerAKHLAK
plan-no-expectation = Pimpinan tidak menulis ekspektasi khusus; yang berlaku adalah panduan perilaku umum.
plan-edit-expectations = Tulis ekspektasi khusus dan lampiran
plan-expectations-hint = Ekspektasi khusus pimpinan untuk tiap nilai boleh kosong.
plan-resources = Dukungan sumber daya
plan-accountability = Skema pertanggungjawaban
plan-consequences = Konsekuensi
plan-propose-title = Ajukan kepada pejabat penilai
plan-propose-lead = Pejabat penilai membaca rencana ini, lalu menyetujuinya atau mengembalikannya dengan catatan.
plan-propose = Ajukan rencana
plan-waits = Rencana ini menunggu pejabat penilai. Anda diberi tahu begitu disetujui atau dikembalikan.
plan-agree-title = Persetujuan Anda
plan-agree-lead = Setujui bila harapan sudah jelas bagi kedua pihak. Bila belum, kembalikan dengan catatan.
plan-agree = Setujui rencana
plan-return-note = Catatan pengembalian
plan-return-hint = Tulis apa yang perlu diperbaiki; wajib bila dikembalikan.
plan-return = Kembalikan
plan-change-title = Ubah rencana yang sudah disepakati
plan-change-note = Alasan perubahan
plan-change-hint = Versi baru dibuat; versi yang disepakati tetap berlaku sampai versi baru disetujui.
plan-change = Buat versi baru
plan-steps = Perjalanan
plan-step-started = Mulai ditulis
plan-step-proposed = Diajukan
plan-step-returned = Dikembalikan
plan-step-agreed = Disepakati
plan-step-changed = Versi baru dimulai
plan-old-version = Anda membaca versi { $version }, bukan yang terbaru.
plan-newest = Buka versi terbaru

value-berorientasi_pelayanan = Berorientasi Pelayanan
value-berorientasi_pelayanan-hint = Memahami dan memenuhi kebutuhan masyarakat; ramah, cekatan, solutif, dan dapat diandalkan; melakukan perbaikan tiada henti.
value-akuntabel = Akuntabel
value-akuntabel-hint = Jujur, bertanggung jawab, cermat, disiplin, dan berintegritas; memakai barang milik negara secara bertanggung jawab; tidak menyalahgunakan kewenangan.
value-kompeten = Kompeten
value-kompeten-hint = Meningkatkan kompetensi diri; membantu orang lain belajar; bekerja dengan kualitas terbaik.
value-harmonis = Harmonis
value-harmonis-hint = Menghargai setiap orang apa pun latar belakangnya; suka menolong; membangun lingkungan kerja yang kondusif.
value-loyal = Loyal
value-loyal-hint = Memegang teguh Pancasila dan UUD 1945; menjaga nama baik sesama ASN, pimpinan, instansi, dan negara; menjaga rahasia jabatan dan negara.
value-adaptif = Adaptif
value-adaptif-hint = Cepat menyesuaikan diri; terus berinovasi; bertindak proaktif.
value-kolaboratif = Kolaboratif
value-kolaboratif-hint = Memberi kesempatan berkontribusi; terbuka bekerja sama; menggerakkan sumber daya untuk tujuan bersama.
value-expected = Ekspektasi khusus pimpinan: { $expectation }
value-rating = Rating
value-reason = Alasan (wajib bila di bawah ekspektasi)

evaluation-title = Evaluasi kinerja { $period }: { $name }
evaluation-begin = Mulai evaluasi
evaluation-begun = Evaluasi dimulai. Tulis realisasi tiap hasil kerja.
evaluation-because = Versi { $version } menggantikan versi sebelumnya karena:
evaluation-no-sum = Kartu bukti dan realisasi didaftar untuk dibaca. Tidak ada yang dijumlahkan atau dirata-ratakan: rating adalah pertimbangan pejabat penilai, dan predikat dibaca dari matriks.
evaluation-state-reporting = Realisasi sedang ditulis
evaluation-state-reported = Menunggu pejabat penilai
evaluation-state-issued = Sudah diserahkan
evaluation-state-acknowledged = Sudah dibaca pegawai
evaluation-state-accepted_by_silence = Diterima tanpa tanggapan
evaluation-state-objected = Ada keberatan
evaluation-state-assessor_explained = Menunggu atasan pejabat penilai
evaluation-state-hearing = Kedua pihak didengar
evaluation-state-decided_upheld = Penilaian dikuatkan
evaluation-state-decided_changed = Penilaian diubah
evaluation-state-final = Selesai
evaluation-step-started = Evaluasi dimulai
evaluation-step-report = Realisasi diajukan
evaluation-step-issue = Dokumen diserahkan
evaluation-step-acknowledge = Dibaca pegawai
evaluation-step-deadline_passed = Masa keberatan berakhir
evaluation-step-object = Keberatan diajukan
evaluation-step-explain = Dijelaskan pejabat penilai
evaluation-step-hear_both = Kedua pihak didengar
evaluation-step-uphold = Penilaian dikuatkan
evaluation-step-change = Penilaian diubah
evaluation-step-finalise = Selesai
evaluation-step-correct = Dikoreksi dengan versi baru
by-day = Oleh berlalunya waktu
realised = Realisasi berdasarkan bukti
realised-hint = Tulis apa yang dicapai dan di mana buktinya.
realised-cards = Kartu bukti yang mendukung
realised-none = Realisasi belum ditulis.
realised-write = Tulis atau ubah realisasi
report-title = Ajukan realisasi
report-lead = Setelah diajukan, realisasi tidak dapat diubah lagi dan pejabat penilai mulai menilai.
report = Ajukan kepada pejabat penilai
issue-not-yet = Penilaian dapat diisi mulai { $date }, setelah masa yang dinilai berakhir.
acknowledge-title = Tandai sudah dibaca
acknowledge-lead = Menandai sudah membaca tidak berarti setuju. Sesudahnya Anda masih dapat mengajukan keberatan sampai batas waktunya.
acknowledge = Saya sudah membaca
objection-until = Keberatan sampai { $date }
objection-due = Keberatan dapat diajukan sampai { $date } ({ $days } hari kerja sejak dokumen diserahkan).
object-title = Ajukan keberatan
object-lead = Keberatan diputuskan oleh atasan pejabat penilai setelah mendengar kedua pihak. Tulis alasannya dengan jelas.
object-reason = Alasan keberatan
object = Ajukan keberatan
reason-hint = Sedikitnya 10 huruf.
explain-title = Tanggapi keberatan
explain-lead = Jelaskan dasar penilaian Anda. Atasan Anda membacanya bersama keberatan.
explain-text = Penjelasan
explain = Kirim penjelasan
hear-title = Dengar kedua pihak
hear-lead = Catat kapan dan bagaimana pegawai dan pejabat penilai didengar.
hear-note = Catatan pertemuan
hear = Catat
uphold-title = Kuatkan penilaian
uphold-lead = Penilaian tetap seperti semula.
decide-reason = Alasan keputusan
uphold = Kuatkan penilaian
decide-change-title = Ubah penilaian
change-lead = Keberatan diterima: versi baru dibuat atas nama Anda, versi lama tetap dapat dibaca. Keputusan ini final.
correct-title = Koreksi
correct-lead = Evaluasi yang selesai tidak diubah. Koreksi membuat versi baru dengan alasannya; versi lama tetap dapat dibaca.

rate-terbitkan = Penilaian Anda
rate-ubah = Penilaian menurut keputusan Anda
rate-koreksi = Penilaian yang benar
rate-terbitkan-button = Serahkan kepada pegawai
rate-ubah-button = Putuskan dan ubah
rate-koreksi-button = Terbitkan koreksi
rate-lead = Baca realisasi, kartu bukti, dan tanggapan pegawai lebih dahulu. Jumlah kartu bukan ukuran.
rate-results = Rating hasil kerja
rate-behaviour = Rating perilaku kerja
rate-behaviour-reason = Alasan rating perilaku
rate-behaviour-reason-hint = Wajib bila di bawah ekspektasi: perilaku di bawah ekspektasi selalu menurunkan predikat.
rate-values-lead = Nilai tiap perilaku menurut ekspektasi yang disepakati.
rate-notes = Catatan
rate-notes-hint = Yang baik, yang perlu diperbaiki, dan dasarnya.
rate-recommendation = Rekomendasi
rate-pattern-note = Penjelasan tentang pola
rate-pattern-hint = Bila sebaran di unit Anda berbeda dari pola, Anda dapat menjelaskannya di sini. Tidak ada kuota.
feedback-for = Umpan balik untuk: { $result }
feedback-leader = Umpan balik pimpinan
rating-di_atas_ekspektasi = Di atas ekspektasi
rating-sesuai_ekspektasi = Sesuai ekspektasi
rating-di_bawah_ekspektasi = Di bawah ekspektasi
predicate = Predikat kinerja
predicate-sangat_baik = Sangat baik
predicate-baik = Baik
predicate-butuh_perbaikan = Butuh perbaikan
predicate-kurang = Kurang
predicate-sangat_kurang = Sangat kurang
matrix-title = Dari mana predikat berasal ({ $rules })
matrix-lead = Predikat dibaca dari baris hasil kerja dan kolom perilaku. Tidak ada yang dihitung.
matrix-label = Matriks predikat
matrix-corner = Hasil kerja \ perilaku
version-reason = Alasan
version-reason-hint = Tampil di versi baru, dibaca pegawai dan pejabat penilai.

organisation-title = Capaian organisasi
organisation-lead = Capaian unit menjadi konteks bagi penilai. Ia bukan kuota dan tidak mengubah predikat siapa pun.
organisation-none = Capaian organisasi untuk masa ini belum ditetapkan.
organisation-is = Capaian { $unit }: { $predicate }
organisation-add = Tetapkan capaian unit
organisation-unit = Unit
organisation-period = Masa
organisation-predicate = Predikat organisasi
organisation-reason = Dasar penetapan
organisation-istimewa = Istimewa
organisation-istimewa-hint = Rencana aksi atau target melampaui yang disepakati dengan pimpinan.
organisation-baik = Baik
organisation-baik-hint = Sesuai yang disepakati.
organisation-butuh_perbaikan = Butuh perbaikan
organisation-butuh_perbaikan-hint = Sebagian besar berkembang, sedikit di bawah target.
organisation-kurang = Kurang
organisation-kurang-hint = Berkembang tetapi perlu banyak perbaikan.
organisation-sangat_kurang = Sangat kurang
organisation-sangat_kurang-hint = Sebagian besar belum menunjukkan kemajuan.
pattern-lead = Pola contoh berasal dari lembar kerja yang beredar (24 pegawai) dan belum terverifikasi sebagai aturan. Pakailah untuk bertanya, bukan untuk mengisi jatah.
pattern-predicate = Predikat
pattern-template = Pola contoh
pattern-here = Yang sudah Anda terbitkan di unit ini

part-1 = Pegawai yang dinilai
part-2 = Pejabat penilai kinerja
part-3 = Atasan pejabat penilai kinerja
part-4 = Evaluasi kinerja
part-5 = Catatan dan rekomendasi
part-6 = Keberatan
part-7 = Penjelasan pejabat penilai
part-8 = Keputusan atasan pejabat penilai
part-9 = Catatan mendengar kedua pihak
part-10 = Tanda terima pegawai
part-11 = Tanda tangan pejabat penilai
part-none = Tidak ada.
part-unsigned = Belum ditandatangani.
part-by-superior = Versi ini diputuskan atasan pejabat penilai: { $name }, { $when }
part-signed = { $name }, { $when }
decided-changed = Keberatan diterima; penilaian diubah.
decided-upheld = Penilaian dikuatkan.
evidence-title = Kartu bukti yang diterima
evidence-none = Tidak ada kartu bukti yang diterima untuk masa ini.
dossier-title = Unduh berkas
dossier-lead = Untuk dimasukkan ke e-Kinerja. ZIP berisi semuanya dengan daftar sidik SHA-256. Unduhan oleh orang lain dicatat untuk pegawai.
dossier-paper-lead = Dokumen evaluasi kinerja, versi { $version }. Predikat dibaca dari matriks; tidak ada nilai yang dijumlahkan.

assess-title = Pegawai yang saya nilai
assess-lead = Siapa menilai siapa dihitung dari jabatan hari ini: bila jabatan kosong atau pejabatnya berhalangan, penilaian beralih ke atas dengan sendirinya.
assess-years = Tahun
assess-waiting = Menunggu Anda
assess-others = Lainnya
assess-empty-title = Tidak ada yang menunggu
assess-empty = Tidak ada SKP atau evaluasi pegawai yang Anda nilai pada tahun ini.

lend-title = Pelimpahan
lend-lead = Limpahkan kewenangan menilai bila Anda berhalangan. Pelimpahan berlaku pada harinya saja dan menyebut jabatan, bukan orang.
lend-lead-team = Tim dapat melimpahkan kewenangan menilai dari jabatan yang pejabatnya berhalangan.
lend-days = { $from } sampai { $to }
lend-only = hanya untuk { $post }
lend-withdrawn = Dicabut
lend-lasts = Berlaku
lend-over = Berakhir
lend-withdraw = Cabut
lend-new = Limpahkan
lend-government = Pemerintah
lend-from = Dari jabatan
lend-to = Kepada jabatan
lend-to-hint = Pejabat pada jabatan ini yang menilai; sedikitnya pengawas.
lend-for = Hanya untuk jabatan (opsional)
lend-for-hint = Bagian akhir alamat halaman jabatan, misalnya lurah-kelurahan-terjun. Kosongkan bila untuk semua bawahan.
lend-for-all = Semua bawahan
lend-starts = Mulai
lend-ends = Sampai
lend-reason = Alasan
lend-give = Limpahkan

period-title = Periode
period-of = Periode evaluasi { $government }
period-empty-title = Belum ada tahun yang dibuka
period-empty = Buka satu tahun agar pegawai dapat menyusun SKP.
period-open-title = Buka tahun
period-year-label = Tahun
period-rhythm = Irama evaluasi berkala
period-rules = Aturan yang berlaku: { $rules }. Aturan melekat pada tahun ini walau kelak berubah.
period-open = Buka tahun
period-stands = Keadaan tahun { $year }
period-what = Apa
period-state = Keadaan
period-many = Jumlah
period-looks = Membuka evaluasi seseorang dicatat dan dapat dibaca oleh orang itu.
month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
# Evidence: sources, holds, desk, dialogue
record-lists = Daftar kartu
record-siap = Untuk diputuskan
record-menunggu = Menunggu tanggapan
record-selesai = Sudah diputuskan
record-milik = Tentang Anda
record-empty-siap-title = Tidak ada yang menunggu keputusan Anda
record-empty-siap = Kartu muncul di sini setelah pemangku jabatan menanggapi, atau setelah hak jawabnya berakhir.
record-empty-menunggu-title = Tidak ada yang menunggu tanggapan
record-empty-menunggu = Selama hak jawab berjalan, kartu ada di sini dan belum dapat diputuskan.
record-empty-selesai-title = Belum ada keputusan
record-empty-selesai = Kartu yang Anda putuskan tersimpan di sini bersama alasannya.
record-empty-milik-title = Belum ada kartu tentang jabatan Anda
record-empty-milik = Kartu muncul setelah pelapor mengonfirmasi jawaban atas laporannya. Anda selalu membacanya lebih dulu.
source-answer = Jawaban resmi di forum yang membantu
card-asked = Yang ditanyakan warga
card-service = Layanan
card-value = Nilai yang diusulkan
card-reports = Mewakili
reports-one = satu laporan
reports-few = 2 sampai 4 laporan yang digabung
reports-some = 5 sampai 9 laporan yang digabung
reports-many = 10 laporan atau lebih yang digabung
card-reply-by = Hak jawab sampai { $date }
card-decide-by = Mohon diputuskan sampai { $date }
card-reply-lapsed = Hak jawab sudah berakhir tanpa tanggapan. Diam bukan pengakuan.
card-reply-photos = Foto pendukung (tidak wajib)
card-reply-photos-hint = Paling banyak tiga. Hanya Anda, penilai, atasan penilai, dan tim kinerja yang dapat melihatnya.
dossier-photo = Foto pendukung: { $file } (dalam ZIP)
card-reply-photo = Foto pendukung tanggapan nomor { $n }
card-way-back = Asal kartu
card-case-link = Laporan { $reference }
card-case-closed = Laporan { $reference } tidak dibuka untuk umum
card-topic-link = Topik di forum
card-case-desk = Halaman kerja laporan
card-way-on = Kelanjutan kartu
card-way-on-none = Belum ada evaluasi yang mencantumkan kartu ini, atau halamannya bukan untuk Anda.
card-history = Perjalanan laporan
card-value-confirm = Nilai inti yang Anda lihat di sini
card-value-hint = Usulan portal berasal dari unsur layanan. Anda yang menentukan; boleh dikosongkan.
card-value-confirmed = Nilai inti
card-grounds = Sebab penolakan
card-grounds-hint = Hanya bila kartu ditolak. Sebab ini dihitung per unit, tanpa nama.
card-feedback = Kalimat umpan balik
card-feedback-hint = Dibaca pemangku jabatan dan ikut ke berkas penilaian. Ubah seperlunya. Tidak dipakai bila kartu ditolak.
card-feedback-title = Umpan balik dari penerima layanan
grounds-beyond_post = Di luar kendali jabatan
grounds-not_shown = Tidak cukup terbukti
grounds-other_post = Menyangkut jabatan lain
grounds-rule_not_person = Masalahnya pada aturan, bukan pada orangnya
grounds-repeated = Sudah dibahas lewat kartu lain
decision-by = { $by }, { $when }
decision-before = Keputusan sebelumnya: { $n }
decision-correct = Perbaiki keputusan ini
decision-correct-hint = Keputusan lama tidak dihapus. Perbaikan berdiri di sampingnya, dengan alasannya sendiri.
dialogue-title = Dialog
dialogue-none = Belum ada catatan. Pemangku jabatan dan penilai dapat menulis di sini kapan saja.
dialogue-write = Catatan
dialogue-hint = Tercatat dengan nama dan tanggal, dan tidak dapat dihapus.
dialogue-button = Simpan catatan
dialogue-holder = pemangku jabatan
dialogue-assessor = penilai
assessed-by = Dinilai oleh
assessed-delegated = Karena pendelegasian.
assessed-next = Karena jabatan di bawahnya lowong, atau pejabatnya terlalu dekat dengan perkara ini.
assessed-nobody = Belum ada pejabat yang dapat menilai kartu ini.
trail-title = Jejak di catatan publik
trail-waiting = menunggu nomor
draft-upheld = Penerima layanan menyampaikan bahwa pada { $date } { $what } belum sesuai harapan, dan unit menyatakan hal itu terbukti.
draft-partly = Penerima layanan menyampaikan bahwa pada { $date } { $what } belum sesuai harapan, dan unit menyatakan hal itu terbukti sebagian.
draft-praise = Penerima layanan menyampaikan penghargaan atas { $what } pada { $date }, dan unit membenarkannya.
draft-answer = Peserta forum menyatakan jawaban resmi Anda tanggal { $date } membantu.
draft-element-of = { $element } pada layanan { $service }
draft-service = layanan { $service }
draft-matter = hal yang dilaporkan
draft-promise = Janji yang berlaku hari itu: { $promise }.
draft-reply = Tanggapan Anda sudah dibaca dan dipertimbangkan.
draft-improve = Mohon disepakati bersama apa yang diperbaiki dan kapan diperiksa kembali.
draft-keep = Terima kasih; cara kerja ini patut dipertahankan dan dibagikan.
hold-was = Kartu ini pernah ditahan
hold-burst = Dalam beberapa hari datang jauh lebih banyak laporan sejenis tentang unit ini daripada biasanya.
hold-same_text = Beberapa laporan memakai kata-kata yang hampir sama.
hold-new_accounts = Beberapa pengirim memakai akun yang baru dibuat.
hold-own_account = Apresiasi dikirim dari akun pemangku jabatan itu sendiri.
hold-colleague = Apresiasi dikirim dari akun pegawai di unit yang sama.
hold-burst-short = datang serentak
hold-same_text-short = kata-kata hampir sama
hold-new_accounts-short = akun baru
hold-own_account-short = akun sendiri
hold-colleague-short = akun rekan
hold-released = Diperiksa dan dilepas oleh { $by }, { $when }:
hold-discarded = Diperiksa dan disisihkan oleh { $by }, { $when }:
hold-after-decision = Dugaan ini muncul setelah keputusan. Penilai dapat memperbaiki keputusannya.
hold-counts = { $seen } laporan pada { $days }; biasanya { $usual } dalam waktu yang sama.
holds-title = Kartu yang ditahan
holds-lead = Yang datang serentak atau mungkin memuji diri sendiri ditahan di sini sampai seseorang memeriksanya. Kartu yang ditahan tidak sampai ke penilai, dan waktunya tidak berjalan. Dugaan bukan tuduhan.
holds-empty-title = Tidak ada yang ditahan
holds-empty = Bila laporan datang serentak, kelompoknya muncul di sini dengan sebabnya.
holds-waiting = { $n } menunggu
holds-settled = Selesai diperiksa
holds-of = Ditahan: { $unit }
holds-why = Mengapa ditahan
holds-what-is-looked-at = Yang dilihat hanya waktu, unit, kata-kata, dan umur akun pengirim yang menyebut nama. Siapa yang mengirim tidak ditampilkan, juga tidak di sini.
holds-reports = Laporan dalam kelompok ini
holds-card = kartu
holds-not-public = Laporan yang tidak terbit
holds-not-verified = Belum diverifikasi, atau rahasia; isinya tidak dibaca di sini.
settle-title = Hasil pemeriksaan
settle-released = Lepas
settle-released-hint = Laporannya wajar. Kartu diteruskan, hak jawab mulai hari ini, dan kartu menyebut bahwa ia pernah ditahan.
settle-discarded = Sisihkan
settle-discarded-hint = Laporannya digerakkan bersama atau memuji diri sendiri. Kartu tidak dipakai dan tidak dihitung, tetapi tetap tersimpan.
settle-which = Untuk
settle-all = Semua yang menunggu ({ $n })
settle-reason = Alasan
settle-reason-hint = Apa yang Anda periksa dan apa yang Anda temukan. Alasan ini ikut bersama kartu.
settle-button = Simpan hasil
settled-released = Dilepas
settled-discarded = Disisihkan
notice-card-replied = Pemangku jabatan menanggapi kartu bukti yang Anda nilai.
notice-card-noted = Ada catatan baru pada dialog kartu bukti.
ledger-evidence-held = Kartu bukti ditahan
ledger-evidence-refreshed = Kartu bukti diperbarui setelah laporannya dibuka kembali
ledger-evidence-released = Kartu bukti dilepas
ledger-evidence-discarded = Kartu bukti disisihkan
ledger-evidence-noted = Catatan dialog kartu bukti
ledger-feedback-rule-matter = Ditandai: masalahnya pada aturan
ledger-feedback-rule-matter-withdrawn = Tanda "masalahnya pada aturan" dicabut
rule-matter-title = Masalahnya pada aturan
rule-matter-lead = Bila yang dipersoalkan adalah aturannya dan bukan cara petugas bekerja, tandai di sini. Laporan tetap dijawab, tetapi tidak menjadi kartu bukti tentang seseorang.
rule-matter-note = Aturan yang mana, dan mengapa
rule-matter-button = Tandai
rule-matter-marked = Ditandai { $date }: masalahnya pada aturan, bukan pada orangnya. Tidak menjadi kartu bukti.
rule-matter-back-title = Cabut tanda ini
rule-matter-back-lead = Tanda dan alasannya tetap tersimpan. Bila pelapor sudah menyatakan jawabannya benar, kartu bukti dibuat sekarang dan hak jawab pemangku jabatan mulai hari ini.
rule-matter-back-reason = Mengapa tanda ini keliru
rule-matter-back-button = Cabut tanda
case-card-title = Kartu bukti dari laporan ini
forum-helped = Jawaban ini membantu
forum-helped-own = Anda menyatakan ini membantu
ledger-figures-published = Angka triwulan dibekukan dan diumumkan
ledger-improvement-told = Perbaikan karena laporan diumumkan
ledger-improvement-withdrawn = Perbaikan ditarik kembali
# Ruang gagasan
desk-ideas = Gagasan
desk-cards = Kartu bukti
desk-performance = SKP dan evaluasi kinerja
desk-ideas-answer = Gagasan menunggu jawaban Anda
ideas-title = Ruang gagasan
ideas-lead = Usulan perbaikan dari sesama pegawai. Kepala unit menjawab paling lambat pada harinya; gagasan yang diterima menjadi komitmen unit dengan tanggal dan jabatan penanggung jawab.
ideas-government = Pemerintah daerah
ideas-propose = Usulkan gagasan
ideas-waiting = Menunggu jawaban Anda
ideas-all = Semua gagasan
ideas-empty-title = Belum ada gagasan
ideas-empty = Jadilah yang pertama. Usulan kecil yang dapat dikerjakan minggu depan juga berguna.
ideas-propose-lead = Ceritakan apa yang dapat diperbaiki dan bagaimana. Gagasan dibaca oleh pegawai pemerintah daerah ini; warga hanya melihat komitmen yang diumumkan unit.
idea-title = Gagasan dalam satu kalimat
idea-text = Uraian
idea-text-hint = Apa masalahnya, siapa yang terbantu, langkah apa yang Anda usulkan. Bicarakan cara kerja, bukan orang.
idea-unit = Unit yang dituju
idea-unit-hint = Unit yang akan mengerjakannya. Kepala unit ini yang menjawab.
idea-service = Layanan terkait
idea-no-service = Tidak tentang satu layanan
idea-cases = Laporan warga yang mendasari (boleh kosong)
idea-cases-hint = Nomor laporan yang sudah tampil untuk umum, paling banyak lima, dipisahkan spasi.
idea-send = Kirim gagasan
idea-proposed = Gagasan terkirim. Kepala unit sudah diberi tahu.
idea-hidden-title = Gagasan disembunyikan
idea-stage-terbuka = Menunggu jawaban unit
idea-stage-terlambat_dijawab = Jawaban unit terlambat
idea-stage-diterima = Diterima
idea-stage-tidak_diterima = Belum dapat diterima
idea-answer-due = dijawab paling lambat { $date }
idea-comments = { $n } komentar
idea-comment = Komentar Anda
idea-comment-button = Kirim komentar
idea-comment-number = tentang komentar ke-{ $n }
idea-answer-title = Jawaban unit
idea-not-answered = Belum dijawab oleh { $unit }.
idea-outcome = Jawaban Anda
idea-outcome-diterima = Diterima, menjadi komitmen
idea-outcome-diterima-hint = Isi juga komitmennya di bawah: apa, kapan, dan jabatan penanggung jawab.
idea-outcome-tidak_diterima = Belum dapat diterima
idea-outcome-tidak_diterima-hint = Jelaskan alasannya. Pengusul berhak tahu apa yang menghalangi.
idea-answer = Penjelasan
idea-answer-hint = Dibaca oleh semua pegawai pemerintah daerah ini.
idea-answer-button = Kirim jawaban
idea-promise-title = Komitmen, bila diterima
idea-promise-lead = Tanggalnya tidak dapat digeser setelah disimpan. Bila terlambat, akan tampil terlambat.
idea-promise = Yang akan dikerjakan
idea-promise-hint = Satu atau dua kalimat yang dapat diperiksa orang lain. Tanpa nama orang.
idea-due-on = Selesai paling lambat
idea-due-on-hint = Pilih tanggal yang sungguh dapat ditepati.
idea-owner = Jabatan penanggung jawab
idea-publish = Pengumuman
idea-publish-on = Tampilkan di halaman umum { $unit }
idea-from-cases = Berawal dari laporan
idea-who-reads = Halaman ini dibaca oleh pegawai pemerintah daerah ini. Nama pengusul tidak pernah ikut diumumkan.
commitment-title = Komitmen unit
commitments-title = Komitmen
commitments-lead = Perbaikan yang dijanjikan unit ini, dengan tanggalnya. Yang terlambat tetap tampil terlambat.
commitment-due = Selesai paling lambat
commitment-by = paling lambat { $date }
commitment-owner = Penanggung jawab
commitment-public = Tampil di halaman umum unit.
commitment-internal = Hanya untuk kalangan pegawai.
commitment-from = Berawal dari laporan
commitment-tell = Kabar
commitment-news = Isi kabar
commitment-news-hint = Apa yang sudah terjadi. Bila dihentikan, sebutkan alasannya. Ikut terbaca umum bila komitmennya diumumkan.
commitment-tell-button = Simpan kabar
commitment-step-kemajuan = Kemajuan
commitment-step-selesai = Selesai
commitment-step-dihentikan = Dihentikan
commitment-stage-berjalan = Berjalan
commitment-stage-terlambat = Terlambat
commitment-stage-selesai = Selesai
commitment-stage-selesai_terlambat = Selesai, terlambat
commitment-stage-dihentikan = Dihentikan
notice-idea-proposed = Ada gagasan baru untuk unit Anda
notice-idea-due = Sebuah gagasan segera jatuh tempo dijawab
notice-idea-answered = Gagasan Anda dijawab
notice-idea-commented = Ada komentar pada gagasan Anda
notice-commitment-owned = Jabatan Anda menjadi penanggung jawab sebuah komitmen
notice-commitment-told = Ada kabar tentang komitmen dari gagasan Anda
ledger-idea-proposed = Gagasan pegawai diusulkan
ledger-idea-commented = Gagasan pegawai dikomentari
ledger-idea-answered = Gagasan pegawai dijawab
ledger-idea-hidden = Tulisan di ruang gagasan disembunyikan
ledger-idea-kept = Tulisan di ruang gagasan dibiarkan
ledger-commitment-made = Komitmen unit dibuat
ledger-commitment-told = Kabar tentang komitmen unit

# Public figures and improvements
quarter = Triwulan { $number } { $year }
performance-title = Kinerja unit
performance-lead = Apa yang terjadi dengan masukan warga: berapa yang datang, berapa yang dijawab tepat waktu, bagaimana akhirnya, dan apa yang diperbaiki. Per unit dan triwulan, tidak pernah per orang.
performance-periods = Triwulan
performance-whole = Semua unit yang diumumkan
performance-empty-title = Belum ada angka yang dapat diumumkan
performance-empty = Angka satu triwulan diumumkan tiga puluh hari setelah triwulan berakhir, untuk unit dengan sedikitnya sepuluh pemberi masukan yang berbeda.
performance-too-few = terlalu sedikit untuk diumumkan
performance-how-title = Cara menghitung
performance-how-raters = Setiap pemberi masukan dihitung sekali per unit dan triwulan, dengan laporan terakhirnya. Laporan tanpa akun dihitung satu per satu karena pengirimnya memang tidak dicatat; laporan yang digabung dihitung satu kali. Yang dihitung hanya laporan yang dapat dibaca umum: laporan rahasia dan penyimpangan akan terlihat dari selisihnya. Yang dicabut pelapornya, yang belum diverifikasi, dan yang ternyata urusan pihak lain juga tidak dihitung. Laporan dihitung pada unit yang pertama menjawabnya; sebelum dijawab, pada unit yang memegangnya.
performance-how-small = Angka di bawah sepuluh tidak diumumkan, begitu juga angka lain yang dapat membukanya lewat pengurangan. Karena itu sebagian jenis dan unsur tidak punya angka sendiri. Angka dibekukan saat diumumkan, tiga puluh hari setelah triwulan berakhir, dan tidak diubah lagi.
performance-how-held = Laporan yang datang serentak dan belum diperiksa, atau disisihkan setelah diperiksa, tidak dihitung.
performance-files = Angka yang sama sebagai berkas:
figure-raters = { $n } pemberi masukan
figure-solved = Dari yang menyatakan hasilnya, { $share }% menyatakan selesai (kisaran { $low }–{ $high }%).
figure-in-time = Dari yang dijawab atau sudah jatuh tempo, { $share }% dijawab tepat waktu (kisaran { $low }–{ $high }%).
figure-timely = Dijawab tepat waktu
figure-timely-in_time = Tepat waktu
figure-timely-late = Terlambat, atau lewat waktu tanpa jawaban
figure-timely-running = Belum dijawab, waktunya masih berjalan
figure-timely-no_clock = Tanpa batas waktu
figure-days = Hari kerja sampai jawaban pertama
figure-days-all = Semua
figure-days-said = setengahnya dalam { $median } hari, sembilan dari sepuluh dalam { $p90 } hari
figure-element = Tentang apa
figure-element-unnamed = Tidak disebut unsurnya
performance-past = { $unit } dari triwulan ke triwulan
trend-title = Kinerja { $unit } dari triwulan ke triwulan
trend-lead = Satu unit dibandingkan dengan masa lalunya sendiri, tidak dengan unit lain: yang datang ke setiap unit berbeda-beda.
trend-in-time = Dijawab tepat waktu
trend-solved = Dinyatakan selesai oleh pelapor
trend-table = Angka yang sama dalam kata
trend-share = { $share }% (kisaran { $low }–{ $high }%)
trend-raters = Yang dihitung
trend-interval = Kisaran menunjukkan seberapa jauh angka dapat bergeser bila laporannya lebih banyak. Dua triwulan yang kisarannya bertumpang tindih belum tentu berbeda.
trend-unit = Halaman { $unit }
performance-how-days = Hari kerja dihitung dari hari setelah laporan diterima sampai jawaban pertama, tanpa hari libur dan tanpa hari menunggu pelapor melengkapi. Yang belum dijawab dianggap lebih lama daripada semua yang sudah dijawab, jadi menunda jawaban tidak memperbaiki angka. Apresiasi tidak punya batas waktu dan tidak ikut dihitung dalam hari dan unsur.
performance-how-silent = Ditutup tanpa kabar pelapor dihitung tersendiri; diam tidak dianggap puas. Yang pernah dibantah tetap dihitung dibantah, juga bila akhirnya selesai.
performance-how-interval = Kisaran menunjukkan seberapa jauh angka dapat bergeser bila laporannya lebih banyak (95%). Bila kisaran dua triwulan bertumpang tindih, keduanya belum tentu berbeda.
performance-how-whole = Angka semua unit menjumlahkan, untuk setiap bagian, unit yang mengumumkan bagian itu dengan lengkap. Karena itu jumlah setiap bagian dapat berbeda.
performance-how-compare = Unit tidak diperingkat. Yang datang ke setiap unit berbeda, maka susunan masukan selalu ditulis di sampingnya; bandingkan sebuah unit dengan masa lalunya sendiri.
performance-whole-note = Setiap bagian menjumlahkan unit yang mengumumkannya dengan lengkap.
performance-feed = Angka triwulan ini diumumkan untuk { $units } unit dengan { $raters } pemberi masukan.
figure-days-tenth = setengahnya dalam { $median } hari; lebih dari sepersepuluh belum dijawab saat dihitung
figure-days-half = lebih dari setengahnya belum dijawab saat dihitung
figure-days-of = Dari { $n } pemberi masukan
figure-days-from = { $n } hari atau lebih
figure-days-until = paling lama { $n } hari
figure-mix = Susunan masukan: { $parts }
figure-mix-rest = Lainnya, tidak diumumkan per jenis { $n }
figure-by-kind = Menurut jenis masukan
figure-by-element = Menurut unsur pelayanan
figure-by-note = Dalam kurung: bagian dari yang dijawab atau jatuh tempo, dan dari yang menyatakan hasilnya, dengan kisarannya. Tanda – berarti terlalu sedikit untuk diumumkan, atau tanpa batas waktu.
figure-column-received = Diterima
figure-column-in-time = Tepat waktu
figure-column-late = Terlambat
figure-column-running = Belum dijawab
figure-column-confirmed = Selesai
figure-column-contested = Dibantah
figure-column-silent = Tanpa kabar
figure-column-open = Masih berjalan
figure-days-between = { $low }–{ $high } hari
figure-days-range-half = ; kisaran setengahnya { $range }
figure-days-range-nine = ; kisaran sembilan dari sepuluh { $range }
figure-days-not = belum dijawab
figure-column-half = Separuh dalam (hari)
figure-column-nine = 9 dari 10 dalam (hari)
figure-kind = Yang datang
figure-kind-pengaduan = Pengaduan
figure-kind-apresiasi = Apresiasi
figure-kind-aspirasi = Aspirasi
figure-kind-permintaan_informasi = Permintaan informasi
figure-ending = Bagaimana berakhir
figure-ending-confirmed = Dinyatakan selesai oleh pelapor
figure-ending-contested = Pernah dibantah pelapor
figure-ending-silent = Ditutup tanpa kabar pelapor
figure-ending-open = Masih berjalan
figure-evidence = Menjadi bukti perbaikan
figure-evidence-accepted = Diterima sebagai bukti
figure-evidence-rejected = Ditolak sebagai bukti
figure-evidence-waiting = Menunggu
figure-evidence-none = Tidak menjadi bukti
figure-grounds = Sebab ditolak
figure-grounds-beyond_post = Di luar kendali jabatan
figure-grounds-not_shown = Tidak cukup terbukti
figure-grounds-other_post = Menyangkut jabatan lain
figure-grounds-rule_not_person = Masalahnya pada aturan
figure-grounds-repeated = Sudah dibahas
improvements-title = Anda sampaikan, kami perbaiki
improvement-before = Sebelum
improvement-after = Sesudah
improvement-since = sejak { $date }
improvement-case = Berawal dari laporan: { $title }
improving-title = Perbaikan karena laporan
improving-lead = Ceritakan apa yang berubah karena laporan warga. Tulisan ini dibaca semua orang; tulis tentang layanan, bukan tentang orang.
improving-case = Nomor laporan
improving-case-hint = Laporan yang terbuka untuk umum dan sudah dijawab unit Anda, misalnya MDN-2611-7K3F0.
improving-before-hint = Bagaimana keadaannya menurut laporan, dalam satu dua kalimat.
improving-after-hint = Apa yang sekarang berbeda dan dapat dilihat warga.
improving-since = Berlaku sejak
improving-button = Umumkan
improving-told = Sudah diumumkan
improving-withdraw = Tarik kembali
improving-withdraw-reason = Mengapa ditarik
track-evidence-title = Laporan Anda dipakai untuk perbaikan
track-evidence = Laporan Anda menjadi salah satu bahan untuk memperbaiki layanan ini. Terima kasih.
unit-performance = Kinerja unit per triwulan
# Pembinaan
desk-development = Pengembangan
saved-internally = Tersimpan.
refusal-skips-step = Langkah ini belum waktunya. Tinjauan pertama, tinjauan kedua, dan hasil dicatat berurutan, kedua tinjauan pada hari yang berbeda.
coaching-title = Pembinaan
coaching-lead = Pembinaan membantu seseorang memperbaiki pekerjaannya: alasannya tertulis, langkahnya disepakati, hasilnya ditinjau dua kali. Bukan hukuman, dan tidak pernah diumumkan.
coaching-empty-title = Tidak ada pembinaan
coaching-empty = Tidak ada pembinaan yang menyangkut Anda.
coaching-as-pegawai = Untuk Anda
coaching-as-penilai = Anda yang membina
coaching-as-atasan_penilai = Dibina oleh penilai di bawah Anda
coaching-as-tim_kinerja = Tim pengelola kinerja
coaching-open = Buka pembinaan
coaching-open-lead = Bicarakan dulu dengan orangnya. Yang dicatat di sini adalah yang sudah disepakati.
coaching-assessed = { $n } pegawai yang Anda nilai
coaching-open-for = Pembinaan untuk { $name }
coaching-open-how = Tuliskan fakta, bukan kesan tentang orangnya. Semua yang Anda tulis dibaca oleh yang bersangkutan.
coaching-opened = Pembinaan dibuka. Yang bersangkutan sudah diberi tahu.
coaching-reason = Alasan
coaching-reason-hint = Apa yang terjadi, kapan, dan apa yang diharapkan berubah.
coaching-cards = Kartu bukti yang mendasari (boleh kosong)
coaching-cards-are = Kartu bukti yang mendasari:
coaching-no-cards = Belum ada kartu bukti yang diterima tentang pegawai ini. Alasan di atas sudah cukup.
coaching-actions = Langkah yang disepakati
coaching-action = Langkah { $n }
coaching-action-optional = Langkah { $n } (boleh kosong)
coaching-action-due = Selesai paling lambat, langkah { $n }
coaching-checks = Dua tinjauan
coaching-first-check = Tanggal tinjauan pertama
coaching-second-check = Tanggal tinjauan kedua
coaching-open-button = Buka pembinaan
coaching-of = Pembinaan { $name }
coaching-since = dibuka { $date }
coaching-planned = Direncanakan { $date }
coaching-check-on = tinjauan berikutnya { $date }
coaching-check-was = tinjauan seharusnya { $date }
coaching-stage-dibuka = Menunggu tinjauan pertama
coaching-stage-ditinjau_sekali = Menunggu tinjauan kedua
coaching-stage-ditinjau_dua_kali = Menunggu hasil
coaching-step-tinjauan_1 = Tinjauan pertama
coaching-step-tinjauan_2 = Tinjauan kedua
coaching-step-hasil = Hasil
coaching-outcome-membaik = Membaik
coaching-outcome-membaik-hint = Harapan sudah terpenuhi. Pembinaan selesai.
coaching-outcome-diperpanjang = Diperpanjang
coaching-outcome-diperpanjang-hint = Perlu waktu lagi. Buka pembinaan lanjutan dengan langkah dan tanggal baru.
coaching-outcome-diteruskan = Diteruskan
coaching-outcome-diteruskan-hint = Diserahkan kepada pihak lain, misalnya bagian kepegawaian. Sebutkan kepada siapa dan mengapa.
coaching-not-yet = Belum ditulis.
coaching-view-title = Pandangan yang bersangkutan
coaching-no-view = Belum ada pandangan tertulis.
coaching-your-view = Pandangan Anda
coaching-your-view-hint = Apa yang menurut Anda benar, apa yang menghalangi, dukungan apa yang Anda perlukan. Selalu ikut bersama catatan ini.
coaching-view-button = Simpan pandangan
coaching-write = Tulis: { $step }
coaching-seen = Yang terlihat
coaching-seen-hint = Fakta yang dapat diperiksa: apa yang berubah, apa yang belum, dan mengapa.
coaching-save = Simpan
coaching-continue = Buka pembinaan lanjutan
coaching-continued = Lihat pembinaan lanjutannya
coaching-continues = Lanjutan dari pembinaan sebelumnya
coaching-who-sees-title = Siapa yang dapat membaca
coaching-who-sees = Hanya yang bersangkutan, penilainya, atasan penilai, dan tim pengelola kinerja. Setiap kali orang lain membuka halaman ini, yang bersangkutan dapat melihatnya.
coaching-looks = Siapa yang sudah melihat
coaching-no-looks = Belum ada orang lain yang membuka halaman ini.
coaching-seen-as-pegawai = yang bersangkutan
coaching-seen-as-penilai = sebagai penilai
coaching-seen-as-atasan_penilai = sebagai atasan penilai
coaching-seen-as-tim_kinerja = sebagai tim pengelola kinerja
notice-coaching-opened = Pembinaan untuk Anda dibuka. Bacalah, dan tulis pandangan Anda.
notice-coaching-step = Ada catatan baru dalam pembinaan Anda.
notice-coaching-view = Pegawai yang Anda bina menulis pandangannya.
notice-coaching-due = Hari ini ada tinjauan pembinaan.
ledger-personnel-recorded = Catatan internal kepegawaian ditulis

# Pengembangan kompetensi dan pelatihan
role-personnel_office = Kepegawaian
growth-title = Pengembangan saya
growth-of = Pengembangan { $name }
growth-nobody-title = Akun ini tidak terhubung dengan pegawai
growth-nobody = Data pengembangan tampil untuk akun milik seorang pegawai.
growth-fit = Kompetensi dan syarat jabatan
growth-levels = Tingkat yang pernah dinilai
growth-assessed-on = Dinilai pada
growth-source = Sumber
growth-recurring = Yang berulang dalam kartu bukti
growth-recurring-lead = Unsur yang muncul dalam lebih dari satu kartu yang diterima penilai, dengan tanggal kejadiannya. Daftar ini membantu memilih pelatihan; tidak dijumlahkan menjadi nilai.
growth-no-recurring = Tidak ada unsur yang berulang.
growth-who-sees-title = Siapa yang dapat membaca
growth-who-sees = Hanya yang bersangkutan, penilainya, atasan penilai, tim pengelola kinerja, dan kepegawaian. Setiap kali orang lain melihat, tercatat, dan yang bersangkutan dapat membacanya.
fit-met = { $met } dari { $required } syarat kompetensi terpenuhi.
fit-nothing-required = Jabatan ini belum mencantumkan syarat kompetensi.
fit-none-assessed = Belum ada kompetensi yang dinilai. Ini bukan kekurangan siapa pun; penilaiannya diadakan oleh kepegawaian.
fit-gaps = Yang belum terpenuhi atau belum dinilai:
fit-required = syarat tingkat { $n }
fit-assessed = dinilai tingkat { $n }
fit-not-assessed = belum pernah dinilai
training-of-year = Pelatihan { $year }
training-hours = { $done } dari { $needed } JP sudah selesai pada tahun { $year }.
training-none = Belum ada pelatihan yang direncanakan.
training-jp = { $n } JP
training-planned = Direncanakan
training-done-on = Selesai { $date }, { $hours } JP
training-mark-done = Catat selesai
training-number = pelatihan ke-{ $n }
training-done-hours = JP yang selesai
training-done-day = Selesai pada
training-proof = Bukti
training-proof-hint = Nomor sertifikat atau surat keterangan.
training-plan = Rencanakan pelatihan
training-topic = Topik
training-for = Untuk kompetensi
training-for-none = Tidak khusus
training-for-hint = Daftar ini berisi syarat jabatan yang belum terpenuhi.
training-hours-field = Jam pelajaran (JP)
training-hours-hint = 1 JP adalah 45 menit.
training-provider = Penyelenggara
training-cost = Biaya dalam rupiah (boleh kosong)
training-cost-hint = Angka saja, misalnya 2.500.000.
training-day = Tanggal rencana
training-plan-button = Simpan rencana
level-record = Catat tingkat kompetensi
level-record-lead = Tulis hanya hasil penilaian yang resmi, dengan tanggal dan sumbernya. Catatan lama tetap tersimpan.
level-technical-choice = Kompetensi teknis, tulis namanya di bawah
level-technical = Nama kompetensi teknis
level-source-hint = Misalnya nomor laporan hasil uji kompetensi.
look-title = Siapa yang sudah melihat
look-none = Belum ada orang lain yang melihat.
look-all = Semua yang pernah melihat
look-to-keep = mengelola data pengembangan
training-overview = Pelatihan dan anggaran
training-overview-lead = Setiap pegawai mengikuti paling sedikit { $hours } JP setahun. Keadaan tahun { $year } sampai hari ini, hanya untuk kepegawaian.
training-see-public = Lihat yang tampil untuk umum
training-agency = Perangkat daerah
training-people = Pegawai
training-with-hours = Sudah { $n } JP
training-budget = Anggaran
training-planned-cost = Biaya direncanakan
training-no-budget = belum dicatat
training-budget-record = Catat anggaran pelatihan
training-budget-source-hint = Misalnya nomor DPA.
training-year = Tahun
training-public-title = Pelatihan pegawai
training-public-lead = Pegawai mengikuti paling sedikit { $hours } JP pelatihan setahun (1 JP adalah 45 menit). Keadaan sampai { $date }.
training-public-empty-title = Belum ada data
training-public-empty = Pemerintah daerah ini belum mencatat pelatihan pegawainya.
training-share = Pegawai yang sudah { $n } JP
training-about-percent = sekitar { $n } %
training-none-recorded = belum ada yang tercatat
training-too-few = kurang dari { $n } pegawai, tidak ditampilkan
training-budget-each = Anggaran setahun per pegawai
training-public-note = Hanya jumlah per perangkat daerah dengan paling sedikit { $n } pegawai, setiap akhir triwulan, dibulatkan ke puluhan persen. Tidak pernah per orang.
notice-training-planned = Sebuah pelatihan direncanakan untuk Anda
notice-training-done = Pelatihan Anda dicatat selesai
notice-recognition-given = Anda menerima penghargaan
notice-recognition-withdrawn = Sebuah penghargaan untuk Anda dicabut

# Penghargaan
recognition-title = Penghargaan
recognition-lead = Penghargaan diberikan oleh penilai atau atasannya, dengan dasar yang tertulis. Tidak ada rumus yang memberikannya, tidak ada urutan siapa yang terbaik, dan tidak diumumkan.
recognition-own = Untuk Anda
recognition-none = Belum ada penghargaan yang dicatat.
recognition-given = Yang diberikan
recognition-given-lead = Untuk kepegawaian. Setiap orang yang tampil di sini dapat membaca bahwa Anda melihatnya.
recognition-none-given = Belum ada penghargaan yang dicatat di pemerintah daerah ini.
recognition-by = dari { $name }
recognition-withdrawn = Dicabut
recognition-new = Catat penghargaan
recognition-for = Penghargaan untuk { $name }
recognition-of = Penghargaan { $name }
recognition-how = Sebutkan apa yang dikerjakan dan dasarnya. Yang bersangkutan membacanya dan diberi tahu; kepegawaian dapat melihatnya.
recognition-kind = Jenis penghargaan
recognition-kind-gone = Jenis yang tidak lagi dipakai
recognition-cards = Kartu apresiasi yang diterima
recognition-no-cards = Belum ada kartu apresiasi yang diterima dan dapat Anda buka.
recognition-evaluation = Evaluasi setahun
recognition-evaluation-hint = Hanya yang sudah selesai. Tidak setiap predikat menjadi dasar setiap jenis penghargaan.
recognition-no-year = Tidak memakai evaluasi
recognition-year = Tahun { $year }: { $predicate }
recognition-year-closed = Evaluasi tahun { $year } (tidak terbuka bagi Anda)
recognition-cards-closed = { $n } kartu bukti (tidak terbuka bagi Anda)
recognition-card-rejected = kemudian ditolak
recognition-reason = Alasan
recognition-reason-hint = Apa yang dikerjakan, kapan, dan apa manfaatnya bagi warga atau rekan kerja.
recognition-day = Tanggal penghargaan
recognition-given-by = Diberikan oleh
recognition-grounds = Dasarnya
recognition-button = Simpan dan beri tahu
recognition-done = Penghargaan dicatat. Yang bersangkutan sudah diberi tahu.
recognition-no-ground-title = Belum ada dasar untuk penghargaan
recognition-no-ground = Penghargaan bertumpu pada kartu apresiasi yang diterima, atau pada evaluasi setahun yang sudah selesai. Keduanya belum ada, atau tidak terbuka bagi Anda.
recognition-back = Kembali ke data pengembangan
recognition-not-public = Penghargaan tidak diumumkan kepada warga, juga namanya tidak. Portal belum mempunyai cara meminta persetujuan untuk itu.
recognition-who-sees-title = Siapa yang dapat membaca
recognition-who-sees = Hanya yang bersangkutan, penilainya, atasan penilai, tim pengelola kinerja, dan kepegawaian. Setiap kali orang lain membuka halaman ini, yang bersangkutan dapat melihatnya.
recognition-withdrawn-by = Dicabut oleh { $name }, { $when }
recognition-take-back = Cabut penghargaan ini
recognition-take-back-lead = Catatannya tetap ada, bersama alasan pencabutan. Yang bersangkutan diberi tahu.
recognition-take-back-reason = Mengapa dicabut
recognition-take-back-button = Cabut

# Talenta
talent-title = Talenta
talent-lead = Kotak talenta dan pencarian calon hanya untuk kepegawaian. Setiap orang yang ditampilkan dapat membaca siapa yang melihat dan untuk apa. Tidak ada peringkat orang.
talent-what = Yang ingin dilihat
talent-what-hint = Kotak talenta, atau calon untuk jabatan yang lowong.
talent-boxes = Sembilan kotak talenta
talent-purpose = Untuk keperluan apa
talent-purpose-hint = Ditulis apa adanya: kalimat ini dibaca oleh orang yang ditampilkan.
talent-show = Tampilkan dan catat
talent-logged = Dicatat { $when }. Keperluan: { $purpose }
talent-boxes-lead = Setiap kotak berisi nama menurut abjad, dari penilaian terbaru dengan tanggal dan sumbernya. Rekomendasi di bawah kotak berasal dari peraturan dan bukan keputusan.
talent-box = Kotak { $n }
talent-nobody = Tidak ada.
talent-performance-di_atas = Kinerja di atas ekspektasi
talent-performance-sesuai = Kinerja sesuai ekspektasi
talent-performance-di_bawah = Kinerja di bawah ekspektasi
talent-potential-tinggi = potensi tinggi
talent-potential-menengah = potensi menengah
talent-potential-rendah = potensi rendah
talent-for = Calon untuk { $post }
talent-criteria = Yang tampil ialah pegawai yang kompetensinya pernah dinilai. Untuk masing-masing disebut berapa syarat jabatan yang terpenuhi dan mana yang belum. Tingkat yang lebih tinggi tidak menutup kekurangan di tempat lain, dan tidak ada nilai gabungan.
talent-order = Urutan
talent-by-name = Menurut nama
talent-by-fit = Menurut banyaknya syarat yang terpenuhi
talent-none-title = Belum ada yang dapat ditampilkan
talent-none = Belum ada pegawai yang kompetensinya dinilai.
talent-record = Catat penilaian talenta
talent-record-lead = Tulis hanya hasil penilaian yang resmi. Hanya kepegawaian yang melihatnya.
talent-performance = Kinerja
talent-potential = Potensi
look-search = mencari calon { $post }: { $purpose }
look-boxes = kotak talenta: { $purpose }

roles-title = Peran petugas
roles-lead = Siapa yang dapat membuka apa. Peran berlaku di unitnya dan semua unit di bawahnya, mulai permintaan berikutnya. Yang bersangkutan dan administrator lain diberi tahu.
roles-give-title = Beri peran
roles-give = Beri peran
roles-email = Surel akun
roles-email-hint = Pemiliknya sudah mendaftar dan membuka tautan di surelnya.
roles-role = Peran
roles-unit = Unit
roles-unit-hint = Peran menjangkau unit ini dan yang di bawahnya.
roles-person = Kunci pegawai (boleh kosong)
roles-person-hint = Untuk pemangku jabatan dan penilai: kunci pegawai dalam berkas direktori. Sekali tersambung, tidak dapat diubah di sini.
roles-reason = Alasan
roles-reason-hint = Misalnya nomor surat tugas. Hanya dibaca administrator.
roles-held =
    { $n ->
        [0] Belum ada yang memegang peran
       *[other] { $n } peran sedang dipegang
    }
roles-since = sejak { $date }
roles-belongs = pegawai: { $name }
roles-own = Peran Anda sendiri; hanya administrator lain yang dapat mengakhirinya.
roles-end-title = Akhiri peran
roles-end-of = { $name }, { $unit }
roles-end-lead = Mulai permintaan berikutnya, halaman yang dibuka oleh peran ini tidak ada lagi baginya. Pekerjaan yang sedang dipegangnya tetap di antrean unit.
roles-end-reason = Alasan mengakhiri
roles-end = Akhiri peran ini
roles-back = Kembali ke daftar
roles-holder = Pemegang
roles-begun = Sejak
roles-changes = Perubahan terakhir
roles-changes-none = Belum ada perubahan yang dibuat di sini.
roles-change-given = { $name } menjadi { $role } di { $unit }, oleh { $by }
roles-change-ended = { $name } bukan lagi { $role } di { $unit }, oleh { $by }
roles-link = Peran petugas: siapa yang dapat membuka apa
fault-no-account = Belum ada akun yang terkonfirmasi dengan surel ini. Pemiliknya perlu mendaftar dan membuka tautan di surelnya lebih dulu.
fault-joined-already = Akun ini sudah milik pegawai lain, atau pegawai ini sudah punya akun lain. Perubahan seperti itu dilakukan di peladen, bukan di sini.
refusal-own-role = Peran Anda sendiri diberikan dan diakhiri oleh administrator lain.
notice-role-given = Anda mendapat peran baru di { $detail }.
notice-role-ended = Peran Anda di { $detail } berakhir.
notice-role-changed = Peran petugas di { $detail } berubah.
ledger-role-given = Peran petugas diberikan
ledger-role-ended = Peran petugas diakhiri
mail-role-given-subject = Anda mendapat peran baru di Balai
mail-role-given-text =
    Halo,
    {""}
    Seorang administrator memberi akun Anda peran { $role } di { $unit }. Setelah masuk, lihat meja kerja petugas.
    {""}
    Bila ini bukan tugas Anda, balas kepada administrator pemerintah daerah Anda.
    {""}
    Salam,
    Balai
mail-role-ended-subject = Peran Anda di Balai berakhir
mail-role-ended-text =
    Halo,
    {""}
    Peran { $role } akun Anda di { $unit } sudah diakhiri oleh administrator. Akun Anda tetap ada, dan laporan serta tulisan Anda sendiri tidak berubah.
    {""}
    Bila ini keliru, hubungi administrator pemerintah daerah Anda.
    {""}
    Salam,
    Balai
# Without a network: what waits on the phone.
outbox-title = Kotak keluar di HP ini
outbox-lead = Laporan yang Anda simpan di HP ini menunggu di sini sampai ada jaringan, paling lama { $n } hari. Hanya HP ini yang menyimpannya.
outbox-open = Buka kotak keluar
outbox-bar-waiting = Menunggu jaringan di HP ini: % laporan, belum terkirim.
outbox-bar-photos = Sudah terkirim, fotonya menyusul dari HP ini: % laporan.
outbox-bar-wrong = Belum terkirim karena ada isian yang perlu diperbaiki: % laporan.
outbox-bar-sent = Sudah terkirim dari HP ini: % laporan. Ambil tanda terimanya.
outbox-not-now = Tidak ada jaringan, jadi halaman berikutnya belum dapat dibuka. Isian Anda masih ada di layar ini; belum terkirim dan belum tersimpan. Jangan tutup halaman ini, dan coba lagi bila jaringan sudah ada.
outbox-later-title = Jaringan sedang buruk?
outbox-meaning = Isian dan foto disimpan di HP ini sampai terkirim, paling lama { $n } hari, lalu dihapus. Siapa pun yang membuka HP ini dapat membacanya.
outbox-keep = Simpan di HP, kirim otomatis
outbox-not-kept = HP ini tidak dapat menyimpannya, mungkin karena penuh. Isian Anda masih ada di layar ini; belum tersimpan dan belum terkirim.
outbox-already-tried = Laporan ini sudah dikirim dari HP ini, jadi perubahan Anda tidak tersimpan. Isian Anda masih ada di layar ini; laporan yang terkirim ada di kotak keluar.
outbox-no-script = Kotak keluar memerlukan JavaScript, yang mati di peramban ini. Tanpa itu tidak ada laporan yang disimpan di HP; laporan dikirim langsung lewat formulir biasa.
outbox-send-now = Kirim sekarang
outbox-empty = Tidak ada laporan yang tersimpan di HP ini.
outbox-state-waiting = Tersimpan di HP, belum terkirim.
outbox-state-photos = Laporan terkirim dengan nomor { $reference }. Masih tersimpan di HP dan menyusul: { $photos } foto.
outbox-state-partly = Laporan terkirim dengan nomor { $reference }, tetapi tidak semua foto dapat diterima.
outbox-state-wrong = Tersimpan di HP, belum terkirim: ada yang perlu diperbaiki.
outbox-state-sent = Terkirim. Nomor laporan { $reference }.
outbox-state-over = Tidak terkirim. Batas hari penyimpanannya lewat, jadi isinya sudah dihapus dari HP ini.
outbox-state-over-tried = Batas hari penyimpanannya lewat, jadi isinya sudah dihapus dari HP ini. Mungkin sudah sampai pada kami: tekan Lihat tanda terima. Bila tidak ditemukan, laporan ini belum sampai.
outbox-nameless = Laporan
outbox-kept-on = disimpan
outbox-photo-count = { $photos } foto
outbox-deleted-on = dihapus dari HP { $date } bila belum terkirim
outbox-photos-lost = { $photos } foto yang dulu sudah terunggah tidak ada lagi pada kami, karena terlalu lama menunggu. Fotonya masih ada di galeri HP Anda.
outbox-photos-left = { $photos } foto tidak sampai sebelum batas harinya, lalu dihapus dari kotak keluar. Fotonya masih ada di galeri HP Anda.
outbox-refused = ditolak server. Coba kirim lewat formulir biasa bila jaringan ada.
outbox-change = Ubah
outbox-receipt = Lihat tanda terima
outbox-delete = Hapus dari HP
outbox-delete-sure = Tekan sekali lagi untuk menghapus
outbox-delete-tried = Mungkin sudah sampai pada kami, tetapi Anda tidak akan mendapat tanda terimanya. Tekan sekali lagi untuk menghapus
outbox-sending = Sedang dikirim …
outbox-cut = Belum berhasil: tidak ada jaringan, atau server belum menjawab. Semuanya masih tersimpan di HP dan dicoba lagi sendiri.
outbox-waiting-count = Belum terkirim sepenuhnya: { $n } laporan.
outbox-how-title = Cara kerjanya
outbox-how-sends = Begitu jaringan ada, laporan dikirim sendiri: tulisannya dulu, lalu foto satu per satu. Di sebagian HP, Balai perlu dibuka sebentar.
outbox-how-once = Tertulis “terkirim” hanya setelah server kami menerimanya. Jaringan yang putus di tengah tidak membuat laporan tercatat dua kali. Batas waktu jawaban dihitung sejak laporan sampai pada kami.
outbox-how-days = Setelah terkirim, isi dan fotonya dihapus dari HP. Yang belum terkirim dihapus setelah { $n } hari.
outbox-how-anonymous = Laporan tanpa nama tidak pernah disimpan di HP.
outbox-never-anonymous = Laporan tanpa nama tidak disimpan di HP. Kirim langsung, atau pilih “Rahasia”.
outbox-report-ended = Laporan ini sudah berakhir, jadi foto tidak dapat ditambahkan lagi.
offline-title = Tidak ada jaringan
offline-lead = Halaman ini belum dapat dibuka. Halaman umum yang pernah Anda buka di HP ini tetap dapat dibaca.
offline-write = Tulis laporan tanpa jaringan
offline-write-hint = Disimpan di HP dan dikirim sendiri begitu ada jaringan.
offline-outbox-hint = Laporan yang menunggu di HP ini.
offline-emergency = Keadaan darurat: telepon 112.
offline-copy = Tidak ada jaringan. Ini salinan dari { $when }; mungkin sudah berubah.
write-title = Tulis laporan tanpa jaringan
write-cut = Jaringan putus. Isian Anda utuh di halaman ini; belum tersimpan di HP dan belum terkirim.
write-cut-answer = Jaringan putus sebelum jawaban kami sampai. Mungkin laporan sudah kami terima, mungkin belum. Kirim lagi: laporan yang sama tidak tercatat dua kali.
write-new = Tidak ada jaringan. Anda dapat menulis laporan di halaman ini sekarang.
write-nothing-carried = Jaringan putus, dan isian halaman tadi tidak terbawa. Tekan tombol kembali di HP untuk melihatnya lagi.
write-needs-script = Menulis tanpa jaringan memerlukan JavaScript. Bila ada jaringan, pakai formulir biasa:
write-government = Ditujukan kepada
write-missing-government = Pilih pemerintah daerahnya.
write-about-hint = Daftar layanan tidak tersimpan di HP; kami yang mencarikan unitnya.
write-about-before = Pilihan Anda tadi:
write-place = Tempat atau patokan: kelurahan atau desa, jalan, RT/RW (boleh kosong)
write-photos-there = Sudah terunggah tadi: { $photos } foto.
write-never-anonymous = Laporan tanpa nama tidak pernah disimpan di HP. Biarkan halaman ini terbuka, lalu tekan “Kirim sekarang” bila jaringan sudah ada.
write-send-now = Kirim sekarang
privacy-outbox-title = Saat Anda menyimpan laporan di HP
privacy-outbox = Tanpa jaringan, laporan dapat Anda simpan di HP Anda sendiri, bila Anda memintanya; laporan tanpa nama tidak pernah. Isinya tidak dikaitkan dengan akun, dihapus dari HP setelah terkirim atau setelah batas hari yang tertulis di halaman itu, dan hilang juga bila Anda menekan “Keluar cepat”.
step-photo_added = Foto dari pelapor menyusul
ledger-feedback-photo-added = Foto laporan menyusul

# What is shown when an address is shared.
picture-front = Pemerintah daerah
picture-performance = Kinerja
picture-list = Portal warga
picture-announcement = Pengumuman
picture-unit = Unit
picture-position = Jabatan
picture-service = Layanan
picture-case = Laporan warga
picture-topic = Forum warga
## Kabar: mengikuti laporan, unit, layanan, topik, dan wilayah

privacy-telling-title = Bila Anda mengikuti kabar
privacy-telling = Kami menyimpan apa yang Anda ikuti, seberapa sering Anda ingin diberi tahu, dan alamat surel Anda dalam keadaan tersegel. Tidak ada yang dapat melihat siapa mengikuti apa, juga bukan petugas. Alamat yang tidak Anda pastikan kami hapus. Lewat tautan di setiap surel Anda dapat berhenti atau menghapus alamat Anda, tanpa perlu masuk.
telling-title = Kabar
telling-follow = Ikuti kabarnya
telling-follows = Anda mengikuti ini
telling-unfollow = Berhenti mengikuti
telling-change = Atur seberapa banyak dan seberapa sering
telling-save = Simpan
telling-what-laporan = Kami memberi tahu Anda bila laporan ini dijawab, ditutup, atau bergerak.
telling-what-unit = Kami memberi tahu Anda tentang laporan umum yang ditangani unit ini dan jawabannya, pengumumannya, dan standar layanannya yang berubah.
telling-what-layanan = Kami memberi tahu Anda tentang laporan umum mengenai layanan ini dan jawabannya, dan bila standar layanannya berubah.
telling-what-topik = Kami memberi tahu Anda bila unit menjawab atau peserta lain membalas.
telling-what-wilayah = Kami memberi tahu Anda tentang laporan umum dari wilayah ini dan jawabannya.
telling-page-title = Ikuti kabar: { $title }
telling-email = Alamat surel
telling-email-hint = Kami mengirim satu tautan untuk memastikan alamat ini milik Anda. Sebelum tautannya dipakai, Anda tidak terdaftar di mana pun.
telling-or-sign-in = Punya akun? Anda tidak perlu memastikan alamat lagi.
telling-to-account = Kabar dikirim ke { $email }.
telling-level = Seberapa banyak
telling-rhythm = Seberapa sering
level-of-telling-diam = Tidak ada, hanya simpan di daftar saya
level-of-telling-akhir = Hanya bagaimana akhirnya
level-of-telling-jawaban = Jawaban, pengumuman, dan akhirnya
level-of-telling-langkah = Setiap langkah
level-of-telling-semua = Semua, juga balasan peserta lain dan perubahan kecil
rhythm-langsung = Segera setelah ada kabar
rhythm-harian = Sekali sehari, pagi
rhythm-mingguan = Sekali seminggu, Senin pagi
telling-promise = Paling banyak { $n } surel sehari, apa pun pilihan Anda. Setiap surel punya tautan untuk berhenti, tanpa perlu masuk.
telling-not-public = Siapa yang mengikuti apa tidak ditampilkan kepada siapa pun, juga tidak jumlahnya.
telling-ask-link = Kirim tautan ke surel saya
telling-mailed = Kami mengirim tautan ke alamat itu. Buka tautannya, lalu tekan tombol Ya, ikuti. Tautan berlaku { $n } jam; setelah itu alamatnya kami hapus.
telling-back = Kembali ke { $title }
telling-begun = Anda sekarang mengikuti ini. Pengaturannya ada di halaman akun, bagian kabar.
telling-ended = Anda tidak mengikuti ini lagi.
telling-saved = Tersimpan.
telling-confirm-title = Ikuti kabar dengan surel ini?
telling-confirm = Tekan tombol di bawah untuk mulai menerima kabar di alamat ini. Anda dapat berhenti kapan saja lewat tautan di setiap surel.
telling-confirm-button = Ya, ikuti
telling-confirm-not-me = Bukan Anda yang meminta? Tutup saja halaman ini; alamat Anda terhapus dengan sendirinya.
telling-over-title = Tautan ini tidak berlaku lagi
telling-over = Tautan konfirmasi hanya dapat dipakai satu kali dan berlaku sebentar saja. Bila masih ingin mengikuti, mintalah tautan baru di halaman yang ingin Anda ikuti.
telling-unknown-title = Tautan ini tidak kami kenal
telling-unknown = Mungkin tautannya terpotong. Salin seluruhnya dari surel, atau pakai tombol berhenti berlangganan di aplikasi surel Anda. Tidak ada yang berubah.
telling-forgotten-title = Alamat ini sudah tidak kami simpan
telling-forgotten = Anda tidak mengikuti apa pun lagi dan tidak akan menerima surel kabar.
telling-list-title = Kabar yang saya ikuti
telling-list-link = Atur kabar yang saya ikuti
telling-list-lead = Untuk masing-masing Anda memilih seberapa banyak dan seberapa sering. Daftar ini hanya dapat dilihat oleh Anda.
telling-none-title = Anda belum mengikuti apa pun
telling-none = Di halaman laporan, unit, layanan, topik, dan wilayah ada tombol Ikuti kabarnya.
telling-gone = Tidak lagi ditampilkan untuk umum
followed-laporan = Laporan
followed-unit = Unit
followed-layanan = Layanan
followed-topik = Topik forum
followed-wilayah = Wilayah
telling-stop-all = Hentikan semua surel kabar
telling-erase = Hapus alamat saya
telling-erase-hint = Menghapus alamat juga menghapus seluruh daftar ini.
telling-resume = Kirim surel lagi
telling-mail-ended-pemilik = Surel kabar sudah dihentikan. Daftar Anda tetap tersimpan.
telling-mail-ended-ditolak = Surel kepada Anda ditolak atau kembali beberapa kali berturut-turut, jadi kami berhenti mengirim. Bila kotak surelnya sudah dapat menerima lagi, tekan tombol ini; kabar berikutnya lalu dikirim lagi.
telling-said-baru = Terima kasih, alamat Anda sudah dipastikan. Anda sekarang menerima kabar.
telling-said-tersimpan = Tersimpan.
telling-said-berhenti = Sudah dihentikan.
notice-mail-refused = Surel kabar tidak dikirim lagi: kiriman ke alamat Anda ditolak atau kembali
mail-follow-subject = Pastikan alamat Anda untuk mengikuti kabar
mail-follow-text =
    Halo,
    {""}
    Seseorang, mungkin Anda, ingin mengikuti kabar ini di Balai:
    { $title }
    {""}
    Bila benar, buka tautan ini lalu tekan tombol Ya, ikuti:
    { $link }
    {""}
    Tautan berlaku { $hours } jam. Bila bukan Anda, abaikan surel ini: tanpa tombol itu Anda tidak menerima apa-apa lagi, dan alamat Anda terhapus dengan sendirinya.
    {""}
    Salam,
    Balai
letter-subject-one = Kabar: { $title }
letter-subject = { $n } kabar dari yang Anda ikuti
letter-hello = Halo,
letter-lead = Kabar dari yang Anda ikuti di Balai
letter-answer = Dijawab { $unit }
letter-replies =
    { $n ->
        [one] { $n } balasan peserta
       *[other] { $n } balasan peserta
    }
letter-before = dan { $n } langkah sebelumnya
letter-next-by = Berikutnya: { $what }, paling lambat { $date }.
letter-next-open = Berikutnya: { $what }. Tanggalnya belum ditetapkan.
letter-next-none = Tidak ada langkah berikutnya: laporan ini sudah berakhir.
letter-announced = Pengumuman baru dari { $unit }
letter-announcement-changed = Isi pengumumannya diubah
letter-announcement-withdrawn = Pengumuman ini ditarik; alasannya tertulis di halamannya
letter-standard = Standar layanan yang baru berlaku mulai { $date }
letter-next-stage = Berikutnya: { $stage }, paling lambat { $date }.
letter-next-shown = Tidak ada langkah berikutnya: pengumuman ini tampil sampai { $date }.
letter-next-known = Tidak ada langkah berikutnya: pengumuman ini untuk diketahui.
letter-next-withdrawn = Tidak ada langkah berikutnya: yang diumumkan tidak berlaku lagi.
letter-next-standard = Berikutnya: permohonan baru diproses menurut standar ini. Standar sebelumnya tetap dapat dibaca di halaman layanan, bagian riwayat.
letter-next-topic = Berikutnya: diskusi tetap terbuka; balasan baru kami kabarkan sesuai pilihan Anda.
letter-more = Selain itu ada { $n } hal lain dengan kabar baru. Semuanya dapat dibaca di halaman yang Anda ikuti.
letter-why = Anda menerima surel ini karena mengikuti halaman-halaman di atas atau unit, layanan, atau wilayahnya. Paling banyak { $n } surel sehari.
letter-change = Untuk mengubah seberapa sering, atau berhenti:
letter-change-link = Ubah seberapa sering, atau berhenti
push-title = Pemberitahuan di peramban ini
push-lead = Peramban ini dapat memberi tahu Anda walaupun halaman Balai tertutup. Yang dikirim hanya nomor laporan atau jumlah kabar, tanpa isinya.
push-without-script = Untuk ini diperlukan JavaScript dan peramban yang mendukung pemberitahuan. Surel tetap sampai tanpa itu.
push-begin = Beri tahu di peramban ini
push-end = Berhenti di peramban ini
push-end-all = Berhenti di semua peramban
push-asked = Peramban ini sekarang diberi tahu.
push-ended = Peramban ini tidak diberi tahu lagi.
push-denied = Peramban ini tidak mengizinkan pemberitahuan. Izinnya diatur di setelan peramban.
push-failed = Tidak berhasil. Coba lagi sebentar lagi.
push-count = { $n } peramban diberi tahu.
push-notice = Kabar dari Balai
push-news = { $n } kabar baru
fault-too-many-today-surel = Alamat ini sudah menerima { $n } surel konfirmasi hari ini. Buka salah satunya, atau coba lagi besok.
fault-too-many-at-once-tentang = Anda sudah mengikuti { $n } hal, yang terbanyak. Berhentilah mengikuti sesuatu dulu.
fault-too-many-at-once-titik = Sudah { $n } peramban diberi tahu untuk akun ini, yang terbanyak. Hentikan salah satunya dulu.
fault-not-an-address-titik = Alamat layanan pemberitahuan ini tidak dapat dipakai.
fault-unreadable-titik = Kunci peramban ini tidak dapat dibaca.
# Open311
ledger-open311-key-made = Kunci Open311 dibuat
ledger-open311-key-ended = Kunci Open311 dicabut
fault-missing-program = Tulis nama programnya.
fault-missing-penanggung-jawab = Tulis siapa yang dapat dihubungi tentang program ini.
data-figures-title = Kinerja layanan per unit
data-figures = Berapa laporan datang, yang dijawab tepat waktu, dan bagaimana berakhirnya, per unit dan triwulan. Angka yang terlalu kecil tidak diumumkan, supaya tidak seorang pun dapat dikenali.
data-open311-title = Laporan lewat program lain
data-open311 = Program lain dapat membaca laporan yang sudah tampil dan, dengan kunci, mengirim laporan baru menurut standar Open311 GeoReport v2.
open311-title = Open311 untuk pengembang
open311-lead = Program lain dapat membaca laporan warga yang sudah tampil dan mengirim laporan baru menurut standar Open311 GeoReport v2, dalam XML dan JSON.
open311-calls = Yang dapat dipanggil
open311-call = Panggilan
open311-call-about = Artinya
open311-call-discovery = Alamat antarmuka ini, format, dan cara mendapat kunci.
open311-call-services = Apa saja yang dapat dilaporkan: layanan pemerintah daerah itu, dan lima kelas umum untuk yang tidak menyangkut satu layanan.
open311-call-definition = Keterangan tambahan yang dapat dikirim, misalnya jenis laporan, perlindungan pelapor, dan wilayah.
open311-call-requests = Laporan yang sudah tampil, menurut nomor, kode, keadaan, dan rentang waktu; berhalaman dengan page dan page_size.
open311-call-request = Satu laporan; dengan extensions=true juga foto dan perjalanannya.
open311-call-post = Mengirim laporan, dengan kunci.
open311-call-token = Menukar token dengan nomor laporan setelah laporan tampil.
open311-call-updates = Langkah setiap laporan dalam satu rentang waktu, untuk program yang bertanya berkala.
open311-call-write = Pesan kepada petugas tentang laporan yang dikirim dengan kunci yang sama.
open311-xml-too = Setiap alamat juga menjawab dalam XML: ganti akhirannya menjadi .xml.
open311-rules = Yang perlu diketahui
open311-rule-format = Formatnya ditentukan akhiran alamat. Isi kiriman berbentuk application/x-www-form-urlencoded dalam UTF-8; dengan multipart/form-data dapat dilampirkan paling banyak tiga foto bernama media.
open311-rule-jurisdiction = jurisdiction_id ialah nama pemerintah daerah di alamat portal ini.
open311-rule-dates = Waktu ditulis dengan zonanya, misalnya 2026-11-21T16:49:00+07:00. Waktu pelapor disimpan sampai jamnya saja.
open311-rule-errors = Kesalahan dijawab dalam format yang sama: 404 untuk yang tidak ditemukan, 403 untuk kunci yang tidak berlaku, 429 untuk yang terlalu sering, 400 untuk selebihnya. Bila ada yang salah, tidak ada yang tersimpan.
open311-rule-limits = Satu permintaan mencakup paling banyak { $days } hari dan { $most } laporan. Satu kunci mengirim paling banyak { $posts } laporan dalam satu jam.
open311-rule-language = Kalimat dijawab dalam bahasa Indonesia, atau Inggris dengan Accept-Language: en.
open311-send-title = Mengirim laporan
open311-send-key = Kunci diberikan administrator pemerintah daerah yang bersangkutan dan dapat dicabut setiap saat. Kirim kunci di isi kiriman, jangan di alamat.
open311-send-hidden = Laporan yang masuk disembunyikan sampai diverifikasi. Karena itu jawabannya sebuah token; nomor laporannya diperoleh dengan token itu setelah laporan tampil. Dengan kunci yang mengirimnya, nomor dan keadaannya dapat ditanyakan lebih awal lewat api_key.
open311-send-receipt = service_notice memuat tanda terima 20 angka. Tampilkan kepada pelapor: dengan itu ia memantau laporannya, menanggapi jawaban, dan menulis kepada petugas.
open311-send-dropped = device_id, account_id, dan phone tidak kami simpan. Nama hanya dipakai bila pelapor memilih perlindungan publik. Alamat surel dipakai untuk mengabari pelapor dan tidak pernah tampil.
open311-send-again = Kiriman yang sama persis dengan kunci yang sama pada hari yang sama adalah satu laporan, jadi aman diulang setelah sambungan terputus.
open311-example = Contoh
open311-governments = Pemerintah daerah di portal ini
open311-differs-title = Yang berbeda dari dugaan
open311-differs = closed berarti penanganannya berakhir, bukan pasti selesai: cara berakhirnya tertulis di status_notes. expected_datetime ialah hari jawabannya jatuh tempo. lat dan long tidak pernah kami siarkan, karena titik di peta dapat berarti rumah seseorang; wilayahnya ada di address dan address_id. Laporan rahasia dan dugaan penyimpangan tidak pernah tampil.
open311-standard = Bunyi standarnya
open311-contact = Hubungi pemerintah daerah yang bersangkutan lewat { $url }
open311-key-service = Kunci diminta kepada administrator pemerintah daerah; lihat { $url }/open311
open311-group-general = Umum
open311-see = Perjalanan laporan ini: { $url }
open311-outcome = Hasil pemeriksaan: { $outcome }
open311-media = Lampiran dari pelapor: { $url }
open311-notice = Laporan diterima dan disembunyikan sampai diverifikasi. Simpan tanda terima { $receipt } untuk memantaunya di { $url }
open311-notice-named = Laporan diterima dan akan tampil dengan nama setelah diverifikasi. Simpan tanda terima { $receipt } untuk memantaunya di { $url }
open311-attribute-penjelasan = Laporan disembunyikan sampai diverifikasi petugas. Teksnya boleh dibaca umum sesudah itu, kecuali pelapor memilih rahasia.
open311-attribute-penjelasan-blackbox = Dugaan penyimpangan ditangani Inspektorat dan tidak pernah tampil untuk umum. Hanya pemegang tanda terima yang dapat memantaunya.
open311-attribute-jenis = Jenis laporan
open311-attribute-perlindungan = Bagaimana pelapor dilindungi
open311-attribute-tanggal = Kapan kejadiannya
open311-attribute-wilayah = Wilayah kejadian
open311-attribute-wilayah-required = Kelurahan, desa, atau kecamatan yang memberi layanan ini
open311-usual-jenis = Bila kosong: pengaduan
open311-usual-perlindungan = Bila kosong: anonim
open311-usual-tanggal = Dengan zona waktu, misalnya 2026-11-21T16:49:00+07:00; yang disimpan hanya harinya
open311-wrong-query = Parameter di alamat itu tidak terbaca.
open311-wrong-body = Isi kiriman tidak terbaca. Kirim sebagai application/x-www-form-urlencoded dalam UTF-8.
open311-wrong-format = Akhiri alamat dengan .xml atau .json.
open311-wrong-address = Alamat itu tidak ada. Lihat /open311 untuk daftarnya.
open311-wrong-twice = { $name }: hanya boleh ada satu.
open311-wrong-jurisdiction = jurisdiction_id itu tidak ditemukan.
open311-wrong-no-jurisdiction = jurisdiction_id tidak diberikan, padahal ada beberapa pemerintah daerah di sini.
open311-wrong-key = api_key tidak diberikan, tidak dikenal, atau sudah dicabut.
open311-wrong-code = service_code itu tidak ditemukan.
open311-wrong-status = status hanya mengenal open dan closed.
open311-wrong-request = Laporan dengan nomor itu tidak ditemukan.
open311-wrong-token = Token itu tidak ditemukan.
open311-wrong-missing = { $name } tidak diberikan.
open311-wrong-date = { $name } harus berupa waktu dengan zonanya, misalnya 2026-11-21T16:49:00+07:00.
open311-wrong-order = end_date mendahului start_date.
open311-wrong-range = Rentang waktu paling banyak { $n } hari.
open311-wrong-number = { $name } harus berupa angka dari 1 sampai { $most }.
open311-wrong-too-many = { $name } memuat paling banyak { $most } nama.
open311-wrong-attribute = { $name } tidak dikenal untuk service_code ini.
open311-wrong-value = { $name } bukan salah satu nilai yang tersedia.
open311-wrong-coordinate = { $name } harus berupa derajat dengan titik desimal, misalnya 3.78123.
open311-wrong-no-place = Berikan lat dan long, atau address_string, atau address_id.
open311-wrong-address-of = { $name } harus berupa alamat web yang lengkap.
open311-wrong-rate = Kunci ini sudah mengirim { $n } laporan dalam satu jam, sebanyak yang diperbolehkan. Coba lagi pada jam berikutnya.
open311-keys-title = Kunci Open311
open311-keys-lead = Dengan kunci, program pihak lain dapat mengirim laporan warga ke meja verifikasi. Kunci tidak membuka data apa pun selain keadaan laporan yang dikirim dengannya.
open311-keys-live = Kunci yang berlaku
open311-keys-ended = Kunci yang sudah dicabut
open311-keys-none-title = Belum ada kunci yang berlaku
open311-keys-none = Tanpa kunci, program lain hanya dapat membaca laporan yang sudah tampil.
open311-key-new = Buat kunci
open311-key-name = Nama program
open311-key-name-hint = Misalnya “Aplikasi Warga Medan”.
open311-key-contact = Penanggung jawab
open311-key-contact-hint = Siapa yang dihubungi bila program ini keliru: nama, surel, atau telepon.
open311-key-button = Buat kunci
open311-key-made = Kunci untuk { $name }
open311-key-once = Salin sekarang. Kunci ini tidak disimpan dan tidak dapat ditampilkan lagi; bila hilang, cabut lalu buat yang baru.
open311-key-by = Dibuat { $name }, { $date }
open311-key-requests = { $n } laporan
open311-key-used = Terakhir dipakai { $date }
open311-key-unused = Belum pernah dipakai
open311-key-end = Cabut
open311-key-end-sure = Program itu langsung tidak dapat mengirim lagi. Laporan yang sudah masuk tetap ada. Pencabutan tidak dapat dibatalkan.
open311-key-end-button = Cabut kunci
open311-key-ended = Kunci dicabut.
open311-key-ended-on = Dicabut { $date }
open311-call-lapor = Laporan yang sudah tampil sebagai berkas berbentuk SP4N-LAPOR!.
lapor-title = Berkas LAPOR!
lapor-lead = Bawa laporan dari SP4N-LAPOR! ke sini sebagai berkas CSV atau XLSX, atau bawa pulang laporan yang sudah tampil dalam bentuk yang sama.
lapor-upload = Masukkan berkas
lapor-file-hint = CSV atau XLSX, paling besar { $n } MB. Semua barisnya masuk, atau tidak satu pun.
lapor-button = Masukkan laporan
lapor-done = { $n } laporan masuk dan menunggu verifikasi.
lapor-known = { $n } baris sudah pernah dimasukkan.
lapor-refused = Tidak ada yang dimasukkan
lapor-refused-lead = Perbaiki baris di bawah ini, lalu unggah lagi. Kolom dikenali dari namanya di baris pertama, bukan dari urutannya.
lapor-needed = wajib
lapor-columns-lead = Urutan kolom bebas. Nama dan nomor pelapor tidak punya kolom: tidak kami terima dan tidak kami keluarkan.
lapor-column-nomor = Nomor di sistem asalnya
lapor-column-judul = Judul laporan
lapor-column-isi = Isi laporan
lapor-column-tanggal = Hari kejadian atau pengiriman, misalnya 2026-11-02 atau 02/11/2026
lapor-column-lokasi = Tempat dengan kata-kata
lapor-column-instansi = Nama unit; yang dikenal menjadi unit yang dilaporkan
lapor-column-kategori = Nama layanan; yang dikenal menjadi layanan yang dilaporkan
lapor-column-klasifikasi = pengaduan, aspirasi, permintaan informasi, apresiasi, atau penyimpangan
lapor-column-lampiran = Alamat lampiran, sebagai tulisan
lapor-column-anonim = ya atau tidak; semua laporan dari berkas masuk tanpa nama
lapor-column-rahasia = ya bila laporannya tidak boleh tampil
lapor-column-status = Keadaannya; diabaikan saat dimasukkan
lapor-download = Bawa pulang
lapor-download-lead = Laporan yang tampil dalam 90 hari terakhir. Rentang lain dapat diminta dengan start_date dan end_date.
fault-missing-berkas = Pilih berkasnya.
fault-not-a-web-address = Tulis alamat lengkap yang berawal https://, tanpa tanda tanya dan tanpa nomor port.
fault-unknown-choice-tujuan = Pilih tujuannya.
fault-missing-alamat = Tulis alamatnya.
fault-missing-kode-layanan = Tulis kode layanannya.
fault-missing-kunci-mereka = Tempelkan kunci dari mereka.
ledger-open311-peer-made = Tujuan penerusan ditambahkan
ledger-open311-peer-ended = Tujuan penerusan dicabut
ledger-open311-forwarded = Laporan diteruskan ke pemerintah lain
notice-forward-failed = Laporan { $detail } tidak dapat diteruskan ke pemerintah lain.
peers-title = Penerusan ke pemerintah lain
peers-lead = Laporan yang bukan wewenang daerah ini dapat diteruskan langsung ke pemerintah lain yang menerima Open311. Verifikator menulis naskah yang dikirim; identitas pelapor tidak pernah ikut.
peers-all = Tujuan
peers-none-title = Belum ada tujuan
peers-none = Mintalah alamat dan kunci Open311 kepada pemerintah yang dituju.
peers-new = Tambah tujuan
peers-nama = Nama pemerintah
peers-alamat = Alamat Open311
peers-alamat-hint = Misalnya https://lapor.contoh.go.id/open311/v2
peers-yurisdiksi = jurisdiction_id
peers-yurisdiksi-hint = Kosongkan bila mereka tidak memintanya.
peers-kode-layanan = service_code
peers-kode-layanan-hint = Kode di sistem mereka untuk laporan umum, misalnya umum.pengaduan.
peers-kunci-mereka = Kunci dari mereka
peers-kunci-mereka-hint = Disimpan tersegel dan tidak pernah ditampilkan lagi.
peers-button = Tambahkan
peers-forwarded = { $n } laporan diteruskan
peers-end = Cabut tujuan
peers-end-sure = Tidak ada lagi yang dikirim ke sana, dan kabar laporan yang sudah dikirim tidak ditanyakan lagi.
peer-made = Tujuan ditambahkan.
peer-ended = Tujuan dicabut.
forward-title = Teruskan lewat Open311
forward-link = Teruskan lewat Open311
forward-lead = Naskah di bawah dikirim ke pemerintah lain, dan kabarnya ditanyakan berkala. Pelapor membaca kabar itu dengan tanda terimanya.
forward-to = Tujuan
forward-text = Naskah yang dikirim
forward-text-hint = Samarkan apa pun yang dapat menunjukkan siapa pelapornya.
forward-again = Coba kirim lagi
forward-again-hint = Naskahnya sama. Bila mereka mungkin sudah menerimanya, tanyakan dahulu supaya tidak tercatat dua kali.
peers-key-change = Ganti kunci
peer-key-changed = Kunci diganti. Yang menunggu dikirim memakai kunci yang baru.
forward-button = Kirim naskah
forward-asked = Naskah menunggu dikirim.
forward-protected = Laporan rahasia dan dugaan penyimpangan tidak diteruskan ke sistem lain.
forward-not-yet = Laporan ini belum diteruskan ke instansi lain. Teruskan dahulu dari halaman laporannya.
forward-no-peer = Belum ada tujuan. Administrator dapat menambahkannya.
forward-waiting = Menunggu dikirim ke { $name }.
forward-failed = Tidak dapat dikirim ke { $name }: { $why }
forward-sent = Dikirim ke { $name } pada { $date }.
forward-number = Nomornya di sana: { $number }
forward-state-open = Sedang ditangani
forward-state-closed = Ditutup di sana
forward-track-title = Kabar dari pemerintah lain
forward-trouble-address = alamatnya tidak dapat dipakai.
forward-trouble-name = nama alamatnya tidak ditemukan.
forward-trouble-not-public = alamatnya menunjuk ke jaringan tertutup.
forward-trouble-connection = sambungan tidak terbentuk.
forward-trouble-slow = mereka terlalu lama menjawab.
forward-trouble-large = jawaban mereka terlalu besar.
forward-trouble-moved = mereka mengalihkan ke alamat lain.
forward-trouble-broken = jawaban mereka tidak terbaca.
forward-trouble-refused = mereka menolaknya.
forward-trouble-unknown = mereka tidak mengenalinya.
forward-trouble-trouble = sistem mereka sedang terganggu.
forward-trouble-uncertain = mereka tidak menjawab dengan benar; mungkin sudah mereka terima. Tanyakan kepada mereka.
forward-trouble-ended = tujuannya sudah dicabut.
# Evaluation: whose turn it is
next-to-form = Ke formulir
next-card-reply = Giliran Anda. Hak jawab sampai { $date }; sesudah itu penilai dapat memutuskan tanpa tanggapan.
next-card-reply-late = Hari hak jawab sudah lewat. Anda masih dapat menanggapi selama penilai belum memutuskan, yaitu sampai { $date }.
next-card-replied = Giliran penilai: keputusan diminta paling lambat { $date }. Anda diberi tahu begitu diputuskan.
next-card-wait = Hak jawab sampai { $date }. Anda dapat memutuskan setelah pemangku jabatan menanggapi, atau sesudah hari itu.
next-card-decide = Giliran Anda. Mohon diputuskan sampai { $date }.
next-plan-write = Giliran Anda: lengkapi hasil kerja, lalu ajukan rencananya.
next-plan-drafted = Rencana ini sedang disusun oleh pegawai.
next-plan-agree = Giliran Anda: setujui rencana ini, atau kembalikan dengan catatan.
plan-returned-by = { $name } mengembalikan rencana ini:
next-report = Giliran Anda: tulis realisasi setiap hasil kerja, lalu ajukan.
next-reporting = Pegawai sedang menulis realisasinya.
next-rate-unreported = Masanya sudah berakhir dan realisasi belum diajukan. Tanyakan dulu kepada pegawai, atau nilai berdasarkan bukti yang ada.
next-rate = Giliran Anda: baca realisasi dan bukti, lalu isi penilaian.
next-reported = Giliran pejabat penilai. Pegawai diberi tahu begitu dokumennya diserahkan.
next-acknowledge = Giliran Anda: baca dokumen ini, lalu tandai sudah dibaca. Membaca tidak berarti setuju.
next-issued = Menunggu pegawai membacanya.
next-may-object = Bila Anda tidak setuju, keberatan dapat diajukan di bawah.
next-acknowledged = Menunggu masa keberatan berakhir.
next-explain = Giliran Anda: jelaskan dasar penilaian Anda.
next-objected = Pejabat penilai menjelaskan lebih dulu; lalu atasannya mendengar kedua pihak dan memutuskan.
next-hear-unexplained = Penilai tidak menjelaskan dalam harinya. Anda dapat mendengar keduanya sekarang.
next-hear = Giliran Anda: dengarkan kedua pihak dan catat, lalu putuskan.
next-explained = Atasan pejabat penilai mendengar kedua pihak, lalu memutuskan. Keduanya diberi tahu.
next-decide = Giliran Anda: putuskan keberatan ini.
next-hearing = Kedua pihak sudah didengar. Atasan pejabat penilai memutuskan, dan keduanya diberi tahu.
lend-none = Belum ada pelimpahan.
next-coaching-check = Berikutnya: { $step }, { $date }.
next-coaching-outcome = Giliran Anda: kedua tinjauan sudah ditulis, tetapkan hasilnya.
next-coaching-outcome-waits = Kedua tinjauan sudah ditulis. Penilai menetapkan hasilnya, dan yang bersangkutan diberi tahu.
# Evaluation and development: what is wrong, field by field
fault-out-of-order-tinjauan_kedua = Tinjauan kedua perlu sesudah tinjauan pertama. Pilih tanggal yang lebih lambat.
fault-too-many-at-once-hasil = Paling banyak { $n } hasil kerja dalam satu rencana. Gabungkan yang serupa.
fault-too-many-at-once-laporan = Paling banyak { $n } nomor laporan. Pilih yang paling mewakili.
fault-unknown-choice-laporan = Nomor laporan itu tidak ditemukan di sini, atau belum terbuka untuk umum. Periksa lagi nomornya.
fault-missing-kuantitas = Isi sedikitnya satu indikator, dengan target dan satuannya.
fault-missing-hasil_kerja = Pilih rating hasil kerja.
fault-missing-perilaku = Pilih rating perilaku kerja.
fault-missing-alasan_perilaku = Tulis alasan rating perilaku: di bawah ekspektasi perlu dijelaskan.
fault-missing-alasan_keputusan = Tulis alasan keputusannya.
fault-missing-dari = Pilih jabatan yang kewenangannya dilimpahkan.
fault-missing-kepada = Pilih jabatan yang menerima.
fault-missing-irama = Pilih irama evaluasi berkala.
fault-missing-predikat = Pilih predikat organisasinya.
fault-missing-laporan = Tulis nomor laporannya.
fault-missing-sebelum = Tulis bagaimana keadaannya sebelum diperbaiki.
fault-missing-sesudah = Tulis apa yang sekarang berbeda.
fault-missing-sejak = Pilih sejak kapan berlaku.
fault-missing-putusan = Pilih hasil pemeriksaan: lepas atau sisihkan.
fault-missing-tindakan_1 = Tulis sedikitnya satu langkah yang disepakati.
fault-missing-tenggat_1 = Pilih sampai kapan langkah 1 selesai.
fault-missing-tinjauan_pertama = Pilih tanggal tinjauan pertama.
fault-missing-tinjauan_kedua = Pilih tanggal tinjauan kedua.
fault-missing-pandangan = Tulis dulu pandangan Anda.
fault-missing-topik = Tulis topik pelatihannya.
fault-missing-jp = Isi jumlah jam pelajarannya.
fault-missing-penyelenggara = Tulis siapa penyelenggaranya.
fault-missing-rencana_tanggal = Pilih tanggal rencananya.
fault-missing-jp_selesai = Isi jumlah JP yang selesai.
fault-missing-selesai_pada = Pilih tanggal selesainya.
fault-missing-bukti = Tulis buktinya, misalnya nomor sertifikat.
fault-missing-tingkat = Pilih tingkatnya.
fault-missing-dinilai_pada = Pilih tanggal penilaiannya.
fault-missing-sumber = Tulis sumbernya.
fault-missing-kinerja = Pilih kinerjanya.
fault-missing-potensi = Pilih potensinya.
fault-missing-talenta_pada = Pilih tanggal penilaiannya.
fault-missing-talenta_sumber = Tulis sumbernya.
fault-missing-anggaran = Isi anggarannya.
fault-missing-keperluan = Tulis untuk keperluan apa.
fault-missing-janji = Tulis apa yang akan dikerjakan.
fault-missing-penanggung_jawab = Pilih jabatan penanggung jawabnya.
fault-missing-langkah = Pilih jenis kabarnya.
fault-missing-kabar = Tulis isi kabarnya.
fault-missing-komentar = Tulis dulu komentar Anda.
fault-missing-realisasi = Tulis realisasinya.
fault-missing-berorientasi_pelayanan = Pilih rating Berorientasi Pelayanan.
fault-missing-akuntabel = Pilih rating Akuntabel.
fault-missing-kompeten = Pilih rating Kompeten.
fault-missing-harmonis = Pilih rating Harmonis.
fault-missing-loyal = Pilih rating Loyal.
fault-missing-adaptif = Pilih rating Adaptif.
fault-missing-kolaboratif = Pilih rating Kolaboratif.
# The names of fields, before a sentence that would fit any
called-alasan = Alasan
called-catatan = Catatan
called-hasil = Hasil
called-balasan = Tanggapan
called-alasan_perilaku = Alasan rating perilaku
called-alasan_keputusan = Alasan keputusan
called-sebab = Sebab penolakan
called-umpan-balik = Kalimat umpan balik
called-realisasi = Realisasi
called-kualitas = Indikator kualitas
called-waktu = Indikator waktu
called-biaya = Biaya
called-kuantitas_target = Target kuantitas
called-kuantitas_satuan = Satuan kuantitas
called-kualitas_target = Target kualitas
called-kualitas_satuan = Satuan kualitas
called-waktu_target = Target waktu
called-waktu_satuan = Satuan waktu
called-biaya_target = Target biaya
called-biaya_satuan = Satuan biaya
called-perspektif = Perspektif
called-mulai = Mulai
called-sampai = Sampai
called-sebelum = Sebelum
called-sesudah = Sesudah
called-sejak = Berlaku sejak
called-laporan = Nomor laporan
called-tindakan_1 = Langkah 1
called-tindakan_2 = Langkah 2
called-tindakan_3 = Langkah 3
called-tenggat_1 = Tenggat langkah 1
called-tenggat_2 = Tenggat langkah 2
called-tenggat_3 = Tenggat langkah 3
called-tinjauan_pertama = Tinjauan pertama
called-tinjauan_kedua = Tinjauan kedua
called-pandangan = Pandangan Anda
called-topik = Topik
called-jp = Jam pelajaran
called-penyelenggara = Penyelenggara
called-jp_selesai = JP yang selesai
called-selesai_pada = Selesai pada
called-bukti = Bukti
called-rencana_tanggal = Tanggal rencana
called-dinilai_pada = Dinilai pada
called-sumber = Sumber
called-talenta_pada = Dinilai pada
called-talenta_sumber = Sumber
called-anggaran = Anggaran
called-tahun = Tahun
called-keperluan = Keperluan
called-judul = Judul
called-uraian = Uraian
called-jawaban = Jawaban
called-janji = Yang akan dikerjakan
called-tanggal = Tanggal
called-kabar = Isi kabar
called-komentar = Komentar
called-berorientasi_pelayanan = Berorientasi Pelayanan
called-alasan_berorientasi_pelayanan = Alasan Berorientasi Pelayanan
called-akuntabel = Akuntabel
called-alasan_akuntabel = Alasan Akuntabel
called-kompeten = Kompeten
called-alasan_kompeten = Alasan Kompeten
called-harmonis = Harmonis
called-alasan_harmonis = Alasan Harmonis
called-loyal = Loyal
called-alasan_loyal = Alasan Loyal
called-adaptif = Adaptif
called-alasan_adaptif = Alasan Adaptif
called-kolaboratif = Kolaboratif
called-alasan_kolaboratif = Alasan Kolaboratif
plan-values-general = Panduan perilaku umum ({ $n } nilai)
evaluation-no-sum-title = Tidak ada yang dijumlahkan
card-grounds-none = Tidak ditolak
card-value-none = Tidak ada
fault-missing-sebab = Pilih sebab penolakannya.
growth-level = tingkat { $n } dari 5
fit-met-open = { $met } dari { $required } syarat kompetensi terpenuhi; { $open } belum pernah dinilai.
idea-comments-none = Belum ada komentar
by-decision = Dengan keputusan atasan pejabat penilai
dossier-paper-about = { $government }. Masa yang dinilai: { $from } sampai { $to }.
# Kabar kepada pelapor tentang laporannya sendiri
letter-message = Petugas menulis pesan kepada Anda
letter-elsewhere = Ada kabar dari instansi lain yang ikut menangani
own-letter-title = Laporan { $reference }
own-letter-lead = Kabar tentang laporan Anda di Balai
own-subject-asked = Laporan { $reference } perlu dilengkapi
own-subject-answered = Laporan { $reference } sudah dijawab
own-subject-again = Laporan { $reference }: masih selesai?
own-subject-silent = Laporan { $reference } ditutup tanpa tanggapan
own-subject-message = Ada pesan tentang laporan { $reference }
own-subject-news = Kabar tentang laporan { $reference }
own-line-asked = Anda diminta melengkapi laporan, waktu berhenti
own-next-asked = Anda melengkapi laporan
own-next-answered = Anda menyatakan masalahnya selesai atau belum
own-says-asked = Yang perlu dilengkapi tertulis di halaman laporan Anda. Bila tidak dilengkapi sampai batasnya, laporan dianggap dicabut.
own-says-answered = Setelah membaca jawabannya, Anda dapat menyatakan masalahnya sudah selesai atau belum. Bila Anda tidak menjawab, kami tidak menganggap Anda puas.
own-says-again = Empat minggu lalu laporan Anda ditutup. Apakah masalahnya masih selesai? Satu jawaban cukup: ya atau tidak.
own-says-silent = Laporan ditutup karena tidak ada tanggapan atas jawabannya. Kami tidak menganggap Anda puas. Bila masalahnya belum selesai, Anda dapat meminta laporan dibuka kembali dengan bukti baru dalam 30 hari.
own-says-part = Laporan Anda digabung dengan laporan lain tentang hal yang sama. Yang tertulis di atas adalah langkah laporan gabungan itu; Anda tidak perlu melakukan apa pun.
own-says-message = Pesannya dapat Anda baca dan balas di halaman laporan Anda.
own-read = Buka Lacak laporan dan masukkan tanda terima 20 angka Anda. Demi keamanan Anda, isi laporan tidak kami kirim lewat surel.
own-why = Anda menerima surel ini karena mengisi alamat ini saat mengirim laporan. Paling banyak { $n } surel sehari tentang laporan ini.
own-link-hint = Ini tentang laporan yang Anda kirim. Alamat Anda disimpan terkunci bersama laporan dan dihapus bersamanya. Bila ada yang meminta identitas Anda dibuka, surel tentang itu tetap kami kirim.
own-telling-title = Kabar lewat surel
own-telling-lead = Kami mengabari Anda di alamat yang Anda isi saat mengirim. Anda menentukan seberapa banyak dan seberapa sering.
own-telling-lead-ditolak = Surel kepada Anda ditolak atau kembali beberapa kali berturut-turut, jadi kami berhenti mengirim. Bila kotak surelnya sudah dapat menerima lagi, tekan Simpan; kabar berikutnya lalu dikirim lagi.
own-telling-lead-pemilik = Surel kabar sudah dihentikan lewat tautan di surel. Bila ingin menerimanya lagi, tekan Simpan.
own-telling-hint = Bila laporan perlu Anda lengkapi, kami mengabari Anda pada setiap pilihan selain tidak ada. Paling banyak { $n } surel sehari; kepada pelapor yang dilindungi selalu pada jam tetap. Bila ada yang meminta identitas Anda dibuka, surel tentang itu tetap kami kirim.
own-telling-saved = Tersimpan. Kabar berikutnya mengikuti pilihan ini.
own-link-lead = Anda memilih seberapa banyak dan seberapa sering kami mengabari Anda tentang laporan yang Anda kirim. Isi laporannya tidak tampil di sini.
