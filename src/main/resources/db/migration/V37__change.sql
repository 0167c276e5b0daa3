-- What a publication says otherwise than the round before it: worked out once, when publishing, for both are never changed afterwards.

create table published.comparison (
    publication bigint not null references published.publication (id),
    edition text not null,
    before bigint not null references published.publication (id),
    primary key (publication, edition)
);
comment on table published.comparison is 'The publication of an earlier date that a publication was compared with.';

create table published.change (
    publication bigint not null references published.publication (id),
    edition text not null,
    site text not null,
    site_class text not null,
    street text not null,
    way text not null,
    band_before text,
    band text,
    score_before integer,
    score integer,
    met text[] not null,
    unmet text[] not null,
    measured smallint not null,
    aged smallint not null,
    primary key (publication, edition, site)
);
create index change_way on published.change (publication, edition, way, street, site);
comment on column published.change.way is 'ROSE or FELL to another band; UP or DOWN within it; SAME score with other outcomes; NEW or GONE.';
comment on column published.change.met is 'Clauses that had failed and pass now; unmet: that had not failed and fail now.';
comment on column published.change.measured is 'Clauses that were open and are decided now; aged: the other way round.';

do $$
begin
    if exists (select from pg_roles where rolname = 'plumbline_app') then
        grant select, insert on published.comparison, published.change to plumbline_app;
    end if;
end $$;
