-- Who may do what and where, who is signed in, and the audit trail. Working data, never public.

create table person (
    id bigint generated always as identity primary key,
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name text not null check (length(name) between 1 and 80),
    password text not null,
    demonstration boolean not null default false,
    active boolean not null default true,
    must_change boolean not null default false,
    failures integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null,
    version integer not null default 0
);
comment on column person.password is 'Argon2id in its encoded form, which states its own parameters.';
comment on column person.demonstration is 'Its password is printed for everybody: it opens nothing but a server started with --demo.';

create table role_grant (
    person bigint not null references person (id),
    role text not null,
    area text not null,
    granted_at timestamptz not null,
    granted_by text not null,
    primary key (person, role, area)
);
comment on column role_grant.area is 'Code of the place or site where the role holds, with all that stands in it; * = everywhere.';

create table work_session (
    id bigint generated always as identity primary key,
    hash bytea not null unique check (octet_length(hash) = 32),
    person bigint not null references person (id),
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    address text not null,
    agent text not null
);
create index work_session_person on work_session (person);
comment on column work_session.hash is 'SHA-256 of the cookie: who reads this table cannot sign in with it.';

create table access_token (
    id bigint generated always as identity primary key,
    hash bytea not null unique check (octet_length(hash) = 32),
    person bigint not null references person (id),
    name text not null check (length(name) between 1 and 80),
    scopes text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    revoked_by text
);
create index access_token_person on access_token (person);
comment on column access_token.scopes is 'Acts that the token may do, parted by spaces; never more than its person may.';

create table audit_entry (
    position bigint primary key check (position > 0),
    at timestamptz not null,
    who text not null,
    act text not null,
    what text not null,
    address text not null,
    why text not null,
    bytes bytea not null,
    hash bytea not null check (hash = sha256(bytes)),
    chain bytea not null check (octet_length(chain) = 32)
);
create index audit_entry_who on audit_entry (who, position);
create index audit_entry_act on audit_entry (act, position);
comment on table audit_entry is 'Chained like the ledger: chain = SHA-256(chain of the entry before || hash). The columns repeat the bytes, for searching.';

create function continue_audit() returns trigger language plpgsql as $$
declare
    last_position bigint;
    last_chain bytea;
begin
    select position, chain into last_position, last_chain from audit_entry order by position desc limit 1;
    if not found then
        last_position := 0;
        last_chain := decode(repeat('00', 32), 'hex');
    end if;
    if new.position <> last_position + 1 or new.chain <> sha256(last_chain || new.hash) then
        raise exception 'audit_entry % does not continue the chain after %', new.position, last_position
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger continue_audit before insert on audit_entry for each row execute function continue_audit();
create trigger refuse_change before update or delete or truncate on audit_entry for each statement execute function refuse_change();
alter table audit_entry enable always trigger refuse_change;

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        revoke all on audit_entry from plumbline_app;
        grant select, insert on audit_entry to plumbline_app;
    end if;
end $$;
