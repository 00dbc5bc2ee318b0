-- The `quality` table: what the figures rest on, up to the day $as_of.

-- A loaded delivery is in force until a later one from the same source stands in its place: it bears the
-- same name, or speaks for all that the former spoke for.
create or replace temp table delivery_in_force as
select former.*
from published_delivery former
where former.verdict in ('approved', 'approved_with_remarks')
    and not exists (
        from published_delivery later
        where later.agreement = former.agreement
            and later.source_id = former.source_id
            and later.delivery > former.delivery
            and later.verdict in ('approved', 'approved_with_remarks')
            and (
                later.file = former.file
                or later.replaces = 'everything'
                or (
                    later.replaces = 'period'
                    and later.scope_start <= former.scope_start
                    and later.scope_end >= former.scope_end
                )
            )
    );

-- Deliveries: rows in quarantine out of rows read.
insert into quality
select
    agreement, 'delivery', source_id, file, scope_start, scope_end,
    rows_quarantined, rows_read, verdict, 'ok'
from published_delivery;

-- Coverage: months that some delivery speaks of, out of the agreement's months so far. Registers and public
-- series have no months to cover.
insert into quality
with expected as (
    select
        agreement,
        source_id,
        unnest(generate_series(
            date_trunc('month', first_day), least(last_day, $as_of::date)::timestamp, interval 1 month
        ))::date as month
    from agreement_source
    join agreement_terms using (agreement)
    where dataset not in ('participants', 'memberships', 'reference')
),
month_of_source as (
    select
        expected.agreement,
        expected.source_id,
        month,
        min(delivery.scope_start) as first_day,
        max(least(delivery.scope_end, $as_of::date)) as last_day,
        count(delivery.delivery) > 0 as is_covered
    from expected
    left join delivery_in_force delivery
        on delivery.agreement = expected.agreement
        and delivery.source_id = expected.source_id
        and delivery.scope_start <= last_day(month)
        and delivery.scope_end >= month
    group by all
)
select
    agreement, 'coverage', source_id, 'months', min(first_day), max(last_day),
    count_if(is_covered), count(*), null, if(bool_or(is_covered), 'ok', 'no_data')
from month_of_source
group by agreement, source_id;

-- Faults by rule over the deliveries in force, out of the rows that they hold.
insert into quality
with held as (
    select agreement, source_id, min(scope_start) as first_day, max(scope_end) as last_day, sum(rows_read) as rows_read
    from delivery_in_force
    group by agreement, source_id
)
select
    d.agreement, 'fault', d.source_id, f.rule, any_value(held.first_day), any_value(held.last_day),
    sum(f.faults), any_value(held.rows_read), null, 'ok'
from delivery_in_force d
join delivery_fault f using (delivery)
join held on held.agreement = d.agreement and held.source_id = d.source_id
group by d.agreement, d.source_id, f.rule;

-- Rows about people are counted like people: few at fault, or few without fault, are not told, and where there are few
-- rows at all, nothing is.
update quality
set count = null, "of" = if(quality."of" < threshold, null, quality."of"), status = 'suppressed'
from agreement_terms as terms
where
    terms.agreement = quality.agreement
    and kind in ('delivery', 'fault')
    and (quality.agreement, source) in (
        select (agreement, source_id)
        from published_delivery
        where list_contains(from_json($datasets_about_people::json, '["VARCHAR"]'), dataset)
    )
    and (
        count between 1 and threshold - 1
        or quality."of" - count between 1 and threshold - 1
        or quality."of" between 1 and threshold - 1
    );

-- People of whom something is not known, out of all. Both numbers are taken from figures that disclosure
-- control has let through, so that this table tells nothing more. Where all but a few are unknown, those few
-- are as small a count as a few unknown would be. Where nothing is known of anyone there is no breakdown:
-- then all are unknown.
insert into quality
with figure as (
    select result.*, agreement_terms.threshold
    from result
    join agreement_terms using (agreement)
    where indicator = 'unique_participants' and period_type in ('year', 'agreement')
),
unknown as (
    select
        part.agreement,
        part.period_start,
        part.period_end,
        if(part.breakdown = 'age_group', 'birth_year', part.breakdown) as item,
        if(part.status = 'not_computable', whole.value, part.value) as unknown_people,
        whole.value as all_people,
        case
            when whole.status <> 'ok' then whole.status
            when part.status not in ('ok', 'not_computable') then part.status
            when unknown_people between 1 and whole.threshold - 1 then 'suppressed'
            when all_people - unknown_people between 1 and whole.threshold - 1 then 'suppressed'
            else 'ok'
        end as status
    from figure part
    join figure whole using (agreement, period_type, period, definition_version)
    where part.breakdown in ('gender', 'age_group', 'district') and part.category = 'unknown' and whole.breakdown = 'total'
)
select
    agreement, 'unknown', '', item, period_start, period_end,
    if(status = 'ok', unknown_people, null), if(status = 'ok', all_people, null), null, status
from unknown;

-- People of whom sources say different things.
insert into quality
select
    agreement, 'conflict', '', attribute, first_day, least(last_day, $as_of::date),
    if(people < threshold, null, people), null, null, if(people < threshold, 'suppressed', 'ok')
from person_conflict
join agreement_terms using (agreement);
