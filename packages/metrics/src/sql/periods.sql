-- Deliveries that were loaded. Where a delivery says no scope, it may speak of any day.
create or replace temp table covered as
select
    agreement,
    source_id,
    dataset,
    coalesce(scope_start, date '-infinity') as first_day,
    coalesce(scope_end, date 'infinity') as last_day
from delivery
where verdict in ('approved', 'approved_with_remarks');

-- A source that replaces periods is in when its deliveries reach the end of the period. From the other
-- kinds of source silence tells nothing.
insert into period
with given as (
    select unnest(
        from_json(
            $periods,
            '[{"agreement": "VARCHAR", "period_type": "VARCHAR", "period": "VARCHAR",
            "period_start": "DATE", "period_end": "DATE", "last_day": "DATE"}]'
        ),
        recursive := true
    )
),
lacking as (
    select
        given.agreement,
        given.period_type,
        given.period,
        bool_or(source.dataset not in ('costs', 'funding', 'reference')) as of_activity
    from given
    join agreement_terms as terms using (agreement)
    join agreement_source as source using (agreement)
    where
        source.replaces = 'period'
        and not exists (
            from covered
            where
                covered.agreement = given.agreement
                and covered.source_id = source.source_id
                and covered.last_day >= least(given.period_end, terms.last_day)
        )
    group by all
)
select
    given.*,
    if(given.period_type = 'agreement', $as_of::date, given.last_day) as outcome_day,
    given.period_end <= $as_of::date and lacking.of_activity is null as complete,
    given.period_end <= $as_of::date and not coalesce(lacking.of_activity, false) as activity_complete,
    row_number() over (order by given.agreement, given.period_start, given.period_end, given.period_type) as period_id
from given
left join lacking using (agreement, period_type, period);

-- Whether follow-ups so many months after an exit still fall due in a period that is over.
create or replace temp macro still_falls_due(period_type, period_end, outcome_day, months) as
    period_type = 'agreement' and coalesce(period_end + to_months(months) > outcome_day, false);

-- A slice is a run of days that no period begins or ends within: every period is a union of slices, so rows
-- are reduced to slices once, and periods are put together from those. A slice is cut at thirds of a year
-- too, to 123 days at most, so that its days fit as bits into an integer of 127.
create or replace temp table slice_day as
with day_of_agreement as (
    select
        agreement,
        unnest(generate_series(min(period_start)::timestamp, max(last_day)::timestamp, interval 1 day))::date as date
    from period
    group by agreement
),
begun as (
    select
        given.agreement,
        given.date,
        greatest(
            make_date(year(given.date), (month(given.date) - 1) // 4 * 4 + 1, 1),
            max(period.period_start) filter (period.period_start <= given.date),
            max(period.period_end + 1) filter (period.period_end < given.date)
        ) as slice_start
    from day_of_agreement as given
    join period using (agreement)
    group by given.agreement, given.date
)
select agreement, date, slice_start, dense_rank() over (order by agreement, slice_start) as slice
from begun;

create or replace temp table period_slice as
select distinct period.period_id, slice_day.slice, period.agreement
from period
join slice_day on slice_day.agreement = period.agreement and slice_day.date between period.period_start and period.last_day;
