-- What was observed, derived from the ledger and rebuilt from it by command. Facts age, so what counts depends on the day asked
-- for: every observation is kept, and the record of a site is computed from the rows of that site.

create table fact_submission (
    position bigint primary key,
    submission text not null unique,
    subject text not null,
    source text not null,
    observed_on date not null,
    synthetic boolean not null,
    superseded_by bigint
);
create index fact_submission_subject on fact_submission (subject, position);
comment on table fact_submission is 'One row for each ledger entry that states facts. subject is the end of its IRI: site/CODE or place/CODE.';
comment on column fact_submission.superseded_by is 'Position of the entry that corrects it; from there on its observations no longer count.';

create table observation (
    subject text not null,
    fact text not null,
    ledger_position bigint not null references fact_submission (position),
    observed_on date not null,
    source_rank smallint not null,
    value jsonb not null,
    primary key (subject, fact, ledger_position)
);
create index observation_position on observation (ledger_position);
comment on column observation.fact is 'Local name of the fact, or judgement: and the IRI of a clause.';
comment on column observation.value is 'One of {"value":…}, {"none":true}, {"records":{…}}, {"outcome":…,"reason":…}; numbers and dates as texts, codes as an array.';
