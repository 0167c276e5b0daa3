-- Papers in bulk come in one language or in both, and as files to edit.

alter table prepared.batch add column print text not null default 'pdf';
drop index prepared.batch_same;
create unique index batch_same on prepared.batch (publication, edition, place, print);
comment on column prepared.batch.print is 'Suffix of the files: pdf in both languages, zh.pdf and en.pdf in one, docx and xlsx to edit.';
comment on column prepared.paper.pdf is 'The file, of whatever kind; null where it could not be printed, which the index of the batch says.';
