-- The figures of one indicator of money or goals, from the view `money_figure` that its SELECT is.
insert into result by name
with judged as (
    select
        figure.*,
        case
            when coalesce(figure.status, 'ok') != 'ok' then figure.status
            when $kind = 'ratio' and coalesce(figure.denominator, 0) = 0 then 'not_computable'
            else 'ok'
        end as state
    from money_figure as figure
)
select
    period.agreement,
    $indicator as indicator,
    $version::integer as definition_version,
    period.period_type,
    period.period,
    period.period_start,
    period.period_end,
    period.complete,
    if(judged.activity is null, 'total', 'activity') as breakdown,
    coalesce(judged.activity, '') as category,
    coalesce(judged.basis, '') as basis,
    case
        when state != 'ok' then null
        when $kind = 'ratio' then judged.amount::double / judged.denominator
        else judged.amount::double
    end as value,
    if(state = 'ok', judged.amount::double, null) as numerator,
    if(state = 'ok', judged.denominator, null) as denominator,
    $unit as unit,
    state as status,
    coalesce(judged.note, '') as note,
    judged.people,
    judged.smallest_part
from judged
join period using (period_id);
