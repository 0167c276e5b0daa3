-- A mapping that was named for a file, because files are read after they are acknowledged.

alter table import_job add column mapping text;
comment on column import_job.mapping is 'Name of the mapping that reads a table in somebody else''s form; null to choose by its heads.';
