-- What makes names and hashes of submissions unguessable. One row, made at first use, never changed.

create table secret (
    one boolean primary key default true check (one),
    bytes bytea not null check (octet_length(bytes) = 32)
);
create trigger refuse_change before update or delete or truncate on secret for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        revoke all on secret from plumbline_app;
        grant select, insert on secret to plumbline_app;
    end if;
end $$;
