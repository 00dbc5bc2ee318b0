-- Thirty people at one session in the autumn and one in the spring. The spring file came twice.
insert into delivery by name
select
    delivery, 'example' as agreement, source_id, 'Åkern' as sender, dataset, file,
    repeat('0' || delivery, 32) as sha256, 1000 as bytes, 'csv utf-8 ;' as format,
    timestamp '2025-05-02 07:00:00' as received, 'period' as replaces, scope_start, scope_end,
    '1' as rule_set, verdict, rows_read, rows_read - quarantined as rows_new, 0 as rows_changed,
    0 as rows_unchanged, 0 as rows_duplicate, quarantined as rows_quarantined, 0 as rows_removed
from (
    values
        (1, 'narvaro', 'attendance', 'n/host.csv', date '2024-09-01', date '2024-11-30', 'approved_with_remarks', 62, 2),
        (2, 'narvaro', 'attendance', 'n/var.csv', date '2025-01-01', date '2025-04-30', 'approved_with_remarks', 69, 9),
        (3, 'narvaro', 'attendance', 'n/var.csv', date '2025-01-01', date '2025-04-30', 'approved', 63, 3),
        (4, 'enkat', 'surveys', 'e/1.csv', date '2025-01-01', date '2025-08-31', 'rejected', 40, 0),
        (5, 'enkat', 'surveys', 'e/2.csv', date '2025-01-01', date '2025-08-31', 'rejected', 3, 3),
        (6, 'enkat', 'surveys', 'e/3.csv', date '2025-01-01', date '2025-08-31', 'paused', 40, 38),
        (7, 'utbetalning', 'funding', 'u/1.csv', date '2025-01-01', date '2025-04-30', 'approved', 2, 1)
) as listed (delivery, source_id, dataset, file, scope_start, scope_end, verdict, rows_read, quarantined);

insert into delivery_fault values
    (1, 'not_a_date', 'error', 2), (2, 'not_a_date', 'error', 9), (3, 'not_a_date', 'error', 3), (3, 'unknown_code', 'remark', 1);

-- Twelve of no known gender and two of no known district; nobody's year of birth is known. Six say another
-- gender, and one another district, in the register than in the list.
insert into attendance by name
select
    'example' as agreement, 'narvaro' as source_id, if(day < date '2025-01-01', 1, 3) as delivery, number as line,
    day as date, 'motesplats' as activity, md5(number::varchar)::uuid as person,
    'present' as attendance, 'participant' as role, 90 as minutes,
    if(number <= 12, null, if(number % 2 = 0, 'woman', 'man')) as gender,
    if(number <= 2, null, 'Norr') as district
from range(1, 31) as people (number)
cross join (values (date '2024-10-01'), (date '2025-03-04')) as session (day);

insert into participants by name
select
    'example' as agreement, 'register' as source_id, 3 as delivery, number as line,
    md5(number::varchar)::uuid as person, date '2025-04-30' as known_from,
    if(number between 21 and 26, 'other', null) as gender,
    if(number = 30, 'Söder', null) as district
from range(1, 31) as people (number);
