-- Papers printed in bulk: what is being printed, and the files so far. They can be printed again at any time, so they stand in a schema of
-- their own that no backup takes.

create schema prepared;

create table prepared.batch (
    id uuid primary key,
    publication bigint not null references published.publication (id) on delete cascade,
    edition text not null,
    place text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    total integer not null,
    state text not null check (state in ('RUNNING', 'CANCELLED', 'DONE')),
    ended_at timestamptz
);
create unique index batch_same on prepared.batch (publication, edition, place);
create index batch_asked on prepared.batch (asked_at);
comment on column prepared.batch.place is 'Code of the district or of a street: its assessed sites are printed.';
comment on column prepared.batch.asked_by is 'Login of who asked for it.';

create table prepared.paper (
    batch uuid not null references prepared.batch (id) on delete cascade,
    site text not null,
    name text not null,
    street text not null,
    band text not null,
    score text not null,
    sha256 text not null,
    pdf bytea,
    primary key (batch, site)
);
-- A PDF is compressed already.
alter table prepared.paper alter column pdf set storage external;
comment on column prepared.paper.pdf is 'The file; null where it could not be printed, which the index of the batch says.';

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        grant usage on schema prepared to plumbline_app;
        grant select, insert, delete on all tables in schema prepared to plumbline_app;
        grant update (state, ended_at) on prepared.batch to plumbline_app;
    end if;
end $$;
