-- The append-only record: submissions and changes of the register, chained by hash; and the signed checkpoints of that chain.
-- Runs as the owner's role. The application's role may add and read here and nothing else; a trigger refuses the rest to everyone.

create table installation (
    one boolean primary key default true check (one),
    base text not null,
    fixed_at timestamptz not null
);
comment on table installation is 'One row: the base IRI, fixed at first start because every IRI in the ledger begins with it.';

create table ledger_entry (
    position bigint primary key check (position > 0),
    kind text not null check (kind in ('submission', 'register')),
    submission text not null unique,
    subject text not null,
    actor text not null,
    recorded_at timestamptz not null,
    bytes bytea not null,
    hash bytea not null constraint ledger_entry_hash_check check (hash = sha256(bytes)),
    chain bytea not null check (octet_length(chain) = 32)
);
create index ledger_entry_subject on ledger_entry (subject, position);
comment on table ledger_entry is 'Positions count 1, 2, 3 … without a gap. chain = SHA-256(chain of the entry before || hash); before the first stand 32 zero bytes.';
comment on column ledger_entry.bytes is 'Canonical N-Triples of the submission. The other columns repeat statements of these bytes, for queries.';

create table ledger_checkpoint (
    length bigint not null check (length >= 0),
    date date not null,
    head bytea not null check (octet_length(head) = 32),
    key_id text not null,
    signature bytea not null check (octet_length(signature) = 64),
    primary key (length, date)
);
comment on table ledger_checkpoint is 'What the chain was on a date, signed with a key that is kept outside this database.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% refuses %: the record is only ever added to; a correction is a further entry', tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end $$;

-- An entry must continue the chain, whichever program adds it.
create function continue_chain() returns trigger language plpgsql as $$
declare
    last_position bigint;
    last_chain bytea;
begin
    select position, chain into last_position, last_chain from ledger_entry order by position desc limit 1;
    if not found then
        last_position := 0;
        last_chain := decode(repeat('00', 32), 'hex');
    end if;
    if new.position <> last_position + 1 or new.chain <> sha256(last_chain || new.hash) then
        raise exception 'ledger_entry % does not continue the chain after %', new.position, last_position
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger continue_chain before insert on ledger_entry for each row execute function continue_chain();

do $$
declare
    kept text;
begin
    foreach kept in array array['installation', 'ledger_entry', 'ledger_checkpoint'] loop
        execute format('create trigger refuse_change before update or delete or truncate on %I
            for each statement execute function refuse_change()', kept);
        -- Also when a session asks for replication's exemption from triggers.
        execute format('alter table %I enable always trigger refuse_change', kept);
    end loop;
    -- On a server of one's own there may be one role only; then the trigger alone guards.
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        execute format('grant usage on schema %I to plumbline_app', current_schema());
        -- Every later table is working data unless its migration says otherwise.
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to plumbline_app', current_schema());
        execute format('alter default privileges in schema %I grant usage, select on sequences to plumbline_app', current_schema());
        foreach kept in array array['installation', 'ledger_entry', 'ledger_checkpoint'] loop
            execute format('revoke all on %I from plumbline_app', kept);
            execute format('grant select, insert on %I to plumbline_app', kept);
        end loop;
    end if;
end $$;
