-- What a place's page and a role's page ask: the latest submissions about one subject, and how many a role brought.
create index submission_subject on published.submission (subject, position);
create index submission_actor on published.submission (actor, position);

-- Whose outcomes a publication holds: the program asserts them, in the version that ran then.
alter table published.publication add column program text not null default '';
comment on column published.publication.program is 'Version of the program; empty for publications made before it was kept.';
