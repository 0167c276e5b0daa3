-- A submission is one row with all that it states, not a row for each fact: an import writes a page of rows instead of tens of
-- thousands, with two indexes instead of four.

alter table fact_submission add column observed jsonb not null default '{}';
update fact_submission s set observed = o.facts
    from (select ledger_position, jsonb_object_agg(fact, value) as facts from observation group by ledger_position) o
    where o.ledger_position = s.position;
alter table fact_submission alter column observed drop default;
comment on column fact_submission.observed is 'By local name of the fact, or judgement: and the IRI of a clause: {"value":…}, {"none":true}, {"records":{…}}, {"outcome":…,"reason":…}; numbers and dates as texts, codes as an array. Empty for one that only takes back.';

drop table observation;
create view observation as
    select s.subject, o.key as fact, s.position as ledger_position, s.observed_on, s.source, o.value
    from fact_submission s cross join lateral jsonb_each(s.observed) o;
comment on view observation is 'A row for each fact that a submission states.';
