-- What a government announces, and standards of services that change, are news too.
alter table news drop constraint news_kind_check;
alter table news add constraint news_kind_check check (kind in ('laporan', 'topik', 'pengumuman', 'layanan'));
