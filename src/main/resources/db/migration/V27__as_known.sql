-- What was known when: where the ledger stood at a moment, and by which entries memberships began and ended.

create index ledger_entry_recorded on ledger_entry (recorded_at);

alter table membership add column position bigint not null default 0, add column ended bigint;
comment on column membership.position is 'The ledger entry that says it began; 0 in rows made before this was kept, until the next rebuild.';
comment on column membership.ended is 'The ledger entry that says it ended; null while none does.';
