-- Other names, editions of codes, divisions above the district, grids, and what continues what has ended.

alter table place add column aliases text[] not null default '{}', add column code_edition text;
alter table site add column aliases text[] not null default '{}';

alter table place drop constraint place_kind_check;
alter table place add constraint place_kind_check
    check (kind in ('PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'COMMITTEE', 'AREA', 'GRID'));
alter table membership drop constraint membership_kind_check;
alter table membership add constraint membership_kind_check
    check (kind in ('PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'COMMITTEE', 'AREA', 'GRID'));

create table succession (
    code text not null,
    successor text not null,
    since date not null,
    why text,
    of_site boolean not null,
    primary key (code, successor)
);
create index succession_successor on succession (successor);
comment on table succession is 'What ended (code) is continued by another from a date on: merged, split or given another code.';

-- A register may be looked at before it is recorded.
alter table import_job add column preview boolean not null default false;
comment on column import_job.preview is 'Nothing is recorded; the answers say what would be. The file is kept until it is recorded.';
