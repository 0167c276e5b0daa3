-- Texts of the audit trail that may name somebody (reasons, names of files) stand apart from its chain, as those of the ledger do.

create table audit_apart (
    position bigint not null references audit_entry (position),
    field text not null check (field in ('why', 'file')),
    hash bytea not null unique check (octet_length(hash) = 32),
    salt bytea,
    value text,
    erased_by bigint references audit_entry (position),
    primary key (position, field),
    check ((value is null) = (salt is null) and (value is null) = (erased_by is not null))
);
comment on table audit_apart is 'hash = SHA-256(salt || value) stands in the bytes of the entry at position, under apart. Erased: salt and value are gone, and the entry erased_by names position and field.';

create function erase_only_audit() returns trigger language plpgsql as $$
begin
    if old.value is null or new.value is not null or new.erased_by is null
            or (new.hash, new.position, new.field) is distinct from (old.hash, old.position, old.field)
            or not exists (select from audit_entry e where e.position = new.erased_by and e.act = 'erase-audit'
                and position(', ' || old.position || ' ' || old.field || ',' in ', ' || e.what || ',') > 0) then
        raise exception 'audit_apart refuses %: a text is only ever erased, by an entry that names it', tg_op
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger erase_only before update on audit_apart for each row execute function erase_only_audit();
alter table audit_apart enable always trigger erase_only;
create trigger refuse_change before delete or truncate on audit_apart for each statement execute function refuse_change();
alter table audit_apart enable always trigger refuse_change;

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        revoke all on audit_apart from plumbline_app;
        grant select, insert on audit_apart to plumbline_app;
        grant update (salt, value, erased_by) on audit_apart to plumbline_app;
        -- The erased name of a file goes out of what was published, too.
        grant update (file) on published.submission to plumbline_app;
    end if;
end $$;
