insert into period by name
select 'example' as agreement, *, row_number() over () as period_id, complete as activity_complete, last_day as outcome_day
from (
    values
        ('year', '2024', date '2024-01-01', date '2024-12-31', date '2024-12-31', true),
        ('year', '2025', date '2025-01-01', date '2025-12-31', date '2025-08-31', false),
        ('tertial', '2025-T1', date '2025-01-01', date '2025-04-30', date '2025-04-30', true),
        ('agreement_year', '1', date '2024-09-01', date '2025-08-31', date '2025-08-31', true),
        ('agreement', 'all', date '2024-09-01', date '2027-08-31', date '2025-08-31', false)
) as listed (period_type, period, period_start, period_end, last_day, complete);

-- Rows go in backwards, so that order is the writer's doing.
insert into result by name
select
    'example' as agreement, 'unique_participants' as indicator, 1 as definition_version,
    period_type, period, period_start, period_end, complete,
    if(category = '', 'total', 'district') as breakdown, category, '' as basis,
    value, value as numerator, 'people' as unit, status, '' as note
from period
cross join (
    values
        ('', 34, 'ok'), ('=cmd()', 10, 'ok'), ('+46 8', 1, 'ok'), ('-12,5', 1, 'ok'), ('@Sum(A1)', 1, 'ok'),
        (chr(9) || 'flik', 1, 'ok'), ('Norr "om" ån', 5, 'ok'), ('Söder; öster, väster', 6, 'ok'),
        ('två' || chr(10) || 'rader', 7, 'ok'), ('Ödla', null, 'suppressed')
) as district (category, value, status)
order by category desc, period desc;

insert into result by name
select
    'example' as agreement, 'share_association_active' as indicator, 1 as definition_version,
    period_type, period, period_start, period_end, complete, 'total' as breakdown, '' as category, '' as basis,
    1 / 3 as value, 10 as numerator, 30 as denominator, 4 as unknown, 0 as excluded,
    1e-17 as ci_low, 0.1 + 0.2 as ci_high, 0.5 as target, 'not_met' as goal, 'good' as trust,
    'share' as unit, 'ok' as status, '' as note
from period;

insert into result by name
select
    'example' as agreement, 'cost_per_participant' as indicator, 1 as definition_version,
    period_type, period, period_start, period_end, complete, 'total' as breakdown, '' as category, basis,
    1450000 / 34 as value, 1450000 as numerator, 34 as denominator, 'kronor' as unit, 'ok' as status, '' as note
from period cross join (values ('municipality'), ('cost')) as basis (basis);

insert into waterfall by name
select
    'example' as agreement, 'share_association_active' as indicator, 1 as definition_version, period_type, period,
    step, role, reason, count, status
from period
cross join (
    values
        (1, 'universe', '', 34, 'ok'), (2, 'excluded', 'outcome_unknown', null, 'suppressed'),
        (3, 'denominator', '', 30, 'ok'), (4, 'numerator', '', 10, 'ok'), (5, 'complement', '', 20, 'ok')
) as listed (step, role, reason, count, status);

insert into transition by name
select
    'example' as agreement, period_type, period, 'occupation' as domain, 'exit' as stage,
    'unemployed' as from_status, to_status, 12 as count, 'ok' as status
from period
cross join (values ('studies'), ('work')) as listed (to_status);

insert into curve by name
select
    'example' as agreement, 'time_to_work_or_studies' as indicator, 1 as definition_version, period_type, period,
    cause, month, 0.1 + 0.2 as value, 0.1 as ci_low, 0.5 as ci_high, 17 as at_risk, 'ok' as status
from period
cross join (values ('studies', 6), ('work', 3)) as listed (cause, month);

insert into goal by name
select
    'example' as agreement, 'aktiva' as goal, 'share_association_active' as indicator, 1 as definition_version,
    'agreement' as period_type, 'all' as period, 0.5 as target, 'at_least' as direction, 1 / 3 as value,
    'not_met' as verdict, 'limited' as trust, 'unknown_share' as trust_reasons, '-' as decided_body,
    date '2024-08-20' as decided_date, true as assumed, 'ok' as status;

insert into quality by name
select 'example' as agreement, 'delivery' as kind, 'narvaro' as source, file as item,
    date '2025-01-01' as start, date '2025-04-30' as "end", count, "of",
    'approved_with_remarks' as verdict, status
from (values ('narvaro/b.csv', null, null, 'suppressed'), ('narvaro/a.csv', 0, 812, 'ok')) as delivery (file, count, "of", status);

insert into cost_item by name
select
    'example' as agreement, period_type, period, period_start, period_end, item, '' as activity,
    amount, unit, 'ok' as status
from period
cross join (values ('cost', 483333.333333, 'kronor'), ('volunteer_hours', 12.25, 'hours')) as cost (item, amount, unit);

insert into correction by name
select
    'example' as agreement, 'cost_per_participant' as indicator, 'year' as period_type, '2024' as period,
    'total' as breakdown, '' as category, basis, '20250101T000000Z-00000000' as previous_publication,
    1 as previous_definition_version, 1 as definition_version, 40000.005 as previous_value,
    1450000 / 34 as value, 'ok' as previous_status, 'ok' as new_status, 'delivery' as cause,
    'narvaro/a.csv · narvaro/b.csv' as deliveries, '=HYPERLINK("x")' as note, 'ok' as status
from (values ('municipality'), ('cost')) as basis (basis);

create or replace temp table published_delivery as from delivery;
insert into published_delivery by name
select
    1 as delivery, 'example' as agreement, 'narvaro' as source_id, 'Åkern' as sender, 'attendance' as dataset, file, repeat('ab', 32) as sha256, 4711 as bytes, 'csv utf-8 ;' as format,
    timestamp '2025-05-02 07:00:00' as received, 'period' as replaces, date '2025-01-01' as scope_start,
    date '2025-04-30' as scope_end, '1' as rule_set, 'approved_with_remarks' as verdict, rows_read,
    rows_read as rows_new, 0 as rows_changed, 0 as rows_unchanged, 0 as rows_duplicate, 0 as rows_quarantined,
    0 as rows_removed
from (values ('narvaro/a.csv', 812), ('narvaro/b.csv', 3)) as file (file, rows_read);

insert into reference by name
select 'example' as agreement, 'kommun' as source_id, 1 as delivery, line, series, '0163' as municipality, period, value, gender
from (
    values
        (1, 'N02797', '2023', 6.1, 'woman'), (2, 'Kolada N02797', '2022', 7.25, null), (3, 'SCB KPI 1980=100', '2023', 403.7, null)
) as listed (line, series, period, value, gender);
