-- Values that can be erased while the chain stays provable: an entry's bytes hold their salted hash, the values stand here.

alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check check (kind in ('submission', 'register', 'erasure'));

create table ledger_apart (
    hash bytea primary key check (octet_length(hash) = 32),
    position bigint not null references ledger_entry (position),
    predicate text not null,
    salt bytea,
    value text,
    erased_by bigint references ledger_entry (position),
    check ((value is null) = (salt is null) and (value is null) = (erased_by is not null))
);
create index ledger_apart_position on ledger_apart (position);
comment on table ledger_apart is 'hash = SHA-256(salt || value): the bytes of the entry at position hold it as "…"^^pl:Apart. Erased: salt and value are gone, and erased_by names the entry that says so.';
comment on column ledger_apart.value is 'The value as a term of N-Triples.';

-- The one change: from a value to none, by an entry that names it.
create function erase_only() returns trigger language plpgsql as $$
begin
    if old.value is null or new.value is not null or new.erased_by is null
            or (new.hash, new.position, new.predicate) is distinct from (old.hash, old.position, old.predicate)
            or not exists (select from ledger_entry e where e.position = new.erased_by and e.kind = 'erasure'
                and position(convert_to(encode(old.hash, 'hex'), 'UTF8') in e.bytes) > 0) then
        raise exception 'ledger_apart refuses %: a value is only ever erased, by an entry that names it', tg_op
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger erase_only before update on ledger_apart for each row execute function erase_only();
alter table ledger_apart enable always trigger erase_only;
create trigger refuse_change before delete or truncate on ledger_apart for each statement execute function refuse_change();
alter table ledger_apart enable always trigger refuse_change;

create table published.erasure (
    position bigint primary key
);
comment on table published.erasure is 'Entries of the ledger that took values out of what is published; what was made of it before is made again.';

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        revoke all on ledger_apart from plumbline_app;
        grant select, insert on ledger_apart to plumbline_app;
        grant update (salt, value, erased_by) on ledger_apart to plumbline_app;
        revoke all on published.erasure from plumbline_app;
        grant select, insert on published.erasure to plumbline_app;
        -- An erased text goes out of what was published, too.
        grant update (assessment) on published.result to plumbline_app;
        grant update (gap_zh, gap_en) on published.outcome to plumbline_app;
    end if;
end $$;
