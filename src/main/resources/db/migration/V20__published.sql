-- What the public may see: copies made by publishing, through one gate. Public pages, papers and data read here and nowhere else.
-- A publication is never changed; a correction is a further one, and a withdrawn one is passed over.

create schema published;

create table published.publication (
    id bigint generated always as identity primary key,
    on_date date not null,
    round_zh text not null,
    round_en text not null,
    published_at timestamptz not null,
    ledger_position bigint not null,
    ledger_head text not null,
    checkpoint text not null,
    gate text not null,
    synthetic boolean not null,
    withdrawn_at timestamptz
);
create index publication_on_date on published.publication (on_date, id) where withdrawn_at is null;
comment on column published.publication.checkpoint is 'The signed checkpoint of the ledger at that moment, as canonical JSON.';
comment on column published.publication.gate is 'Hash of the rules of the gate; when they change, submissions are copied anew.';

create table published.edition (
    publication bigint not null references published.publication (id),
    key text not null,
    place smallint not null,
    rulebook text not null,
    primary key (publication, key)
);
create index edition_key on published.edition (key, publication);
comment on column published.edition.place is 'Order in which the switch between editions lists them.';

create table published.place (
    publication bigint not null references published.publication (id),
    code text not null,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    parent text,
    primary key (publication, code)
);
create index place_parent on published.place (publication, kind, parent, code);

create table published.site (
    publication bigint not null references published.publication (id),
    code text not null,
    site_class text not null,
    name_zh text not null,
    name_en text not null,
    address text,
    street text not null,
    committee text,
    areas text[] not null,
    invented boolean not null,
    primary key (publication, code)
);
create index site_street on published.site (publication, street, site_class, code);
create index site_code on published.site (code, publication);

create table published.result (
    publication bigint not null references published.publication (id),
    edition text not null,
    site text not null,
    site_class text not null,
    street text not null,
    score integer,
    low integer,
    high integer,
    band text,
    band_low text,
    band_high text,
    measured integer not null,
    provisional boolean not null,
    vetoes smallint not null,
    failed_shall smallint not null,
    passed smallint not null,
    failed smallint not null,
    cant_tell smallint not null,
    untested smallint not null,
    inapplicable smallint not null,
    assessment jsonb not null,
    primary key (publication, edition, site)
);
create index result_score on published.result (publication, edition, score, site);
create index result_street on published.result (publication, edition, street, score, site);
create index result_site on published.result (site, edition, publication);
comment on column published.result.score is 'Hundredths of a point, like low and high; null when no points were possible.';
comment on column published.result.measured is 'Ten-thousandths of the possible points whose clauses are decided.';

create table published.outcome (
    publication bigint not null references published.publication (id),
    edition text not null,
    clause text not null,
    site text not null,
    street text not null,
    outcome text not null,
    gap_zh text,
    gap_en text,
    primary key (publication, edition, clause, site)
);
create index outcome_failed on published.outcome (publication, edition, clause, site) where outcome = 'failed';
comment on column published.outcome.gap_zh is 'What is missing, for a failed clause.';

create table published.tally (
    publication bigint not null references published.publication (id),
    edition text not null,
    place text not null,
    site_class text not null,
    clause text not null,
    passed integer not null,
    failed integer not null,
    cant_tell integer not null,
    untested integer not null,
    inapplicable integer not null,
    primary key (publication, edition, place, site_class, clause)
);
create index tally_clause on published.tally (publication, edition, clause, place) where site_class = '';
comment on table published.tally is 'Sites of a place by outcome of a clause, counted when publishing. An empty class stands for all.';

create table published.summary (
    publication bigint not null references published.publication (id),
    edition text not null,
    place text not null,
    site_class text not null,
    sites integer not null,
    assessed integer not null,
    scored integer not null,
    compliant integer not null,
    score_sum bigint not null,
    low_sum bigint not null,
    high_sum bigint not null,
    measured_sum bigint not null,
    bands jsonb not null,
    primary key (publication, edition, place, site_class)
);
comment on column published.summary.bands is 'Sites by code of the band.';

create table published.submission (
    id uuid primary key,
    subject text not null,
    source text not null,
    observed_on date not null,
    received timestamptz not null,
    actor text not null,
    activity text not null,
    file text,
    sheet text,
    file_row integer,
    file_digest text,
    supersedes uuid,
    why text,
    synthetic boolean not null,
    position bigint not null unique,
    hash text,
    chain text,
    before text,
    observations jsonb not null,
    judgements jsonb not null,
    withheld integer not null
);
create index submission_supersedes on published.submission (supersedes) where supersedes is not null;
comment on column published.submission.hash is 'Null where the entry states something that is not public: a hash over few possible values gives the value away.';

create table published.reading (
    publication bigint not null references published.publication (id),
    submission uuid not null,
    facts text[] not null,
    primary key (publication, submission)
);
comment on table published.reading is 'Which facts of a submission the records of a publication rest on.';

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        grant usage on schema published to plumbline_app;
        grant select, insert on all tables in schema published to plumbline_app;
        -- Withdrawing marks a publication; a tightened gate copies submissions anew. Nothing else is ever changed.
        grant update (withdrawn_at) on published.publication to plumbline_app;
        grant delete on published.submission to plumbline_app;
    end if;
end $$;
