-- Files handed in over pages and REST: kept before they are acknowledged, read in the background, answered row by row.

create table import_job (
    id uuid primary key,
    kind text not null check (kind in ('FACTS', 'REGISTER')),
    file_name text not null,
    digest text not null,
    synthetic boolean not null,
    from_date date,
    person bigint not null references person (id),
    login text not null,
    address text not null,
    idempotency text,
    state text not null check (state in ('WAITING', 'READING', 'DONE', 'UNREADABLE', 'FAILED')),
    rows bigint not null default 0,
    accepted bigint not null default 0,
    warned bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    recorded bigint not null default 0,
    fault_zh text,
    fault_en text,
    created_at timestamptz not null,
    ended_at timestamptz,
    unique (person, idempotency)
);
create index import_job_state on import_job (state, created_at);
create index import_job_login on import_job (login, created_at);

create table import_file (
    job uuid not null references import_job (id),
    part text not null check (part in ('content', 'refused')),
    name text not null,
    bytes bytea not null,
    primary key (job, part)
);
comment on table import_file is 'content: the file as it came, until it is read to its end. refused: the rows to correct and send again.';

create table import_answer (
    job uuid not null references import_job (id),
    number bigint not null,
    kind text not null check (kind in ('ACCEPTED', 'WARNED', 'UNCHANGED', 'REFUSED')),
    subject text not null,
    zh text not null,
    en text not null,
    primary key (job, number)
);
create index import_answer_kind on import_answer (job, kind, number);
