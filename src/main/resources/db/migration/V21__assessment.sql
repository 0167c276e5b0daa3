-- How the assessment of each site changed, entry by entry, and since when each edition's rulebook is in use.

create table rulebook_use (
    edition text not null,
    rulebook text not null,
    since bigint not null,
    primary key (edition, since)
);
comment on table rulebook_use is 'Not derived: a rulebook in a former form of an edition cannot be made again. since is the position of the ledger after which it holds.';

create table assessment (
    site text not null,
    edition text not null,
    ledger_position bigint not null,
    rulebook text not null,
    site_class text not null,
    on_date date not null,
    score integer,
    low integer,
    high integer,
    band text,
    outcomes jsonb not null,
    primary key (site, edition, ledger_position)
);
comment on table assessment is 'A row for each entry that changed what comes of holding a site against an edition. Rulebook, position and date are enough to repeat it.';
comment on column assessment.on_date is 'The day on which the entry was recorded, in the calendar of the district.';
comment on column assessment.score is 'Hundredths of a point, like low and high; null when no points were possible.';
comment on column assessment.outcomes is 'By number of the clause the outcome in terms of EARL; clauses for other classes of sites are left out.';
