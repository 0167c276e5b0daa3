-- The register of places and sites as it stands: derived from the ledger, and rebuilt from it by command.

create table place (
    code text primary key,
    kind text not null check (kind in ('DISTRICT', 'STREET', 'COMMITTEE', 'AREA')),
    name_zh text not null,
    name_en text,
    valid_from date not null,
    valid_to date,
    position bigint not null
);
create index place_kind on place (kind, code);
comment on column place.position is 'The ledger entry that last changed this row.';

create table site (
    code text primary key,
    site_class text not null,
    name_zh text not null,
    name_en text,
    address text,
    opened date not null,
    closed date,
    position bigint not null
);

create table membership (
    child text not null,
    parent text not null references place (code) deferrable initially deferred,
    kind text not null check (kind in ('DISTRICT', 'STREET', 'COMMITTEE', 'AREA')),
    valid_from date not null,
    valid_to date,
    primary key (child, parent, valid_from)
);
create index membership_parent on membership (parent, child);
comment on table membership is 'A place or site (child) stands in a place (parent) from the first day until before the last; kind is that of the parent.';
