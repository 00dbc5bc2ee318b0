-- What stands in the view `money_figure` that nothing could publish right, by column.
with judged as (
    select unnest([
        {'field': 'period_id', 'written': if(period.period_id is null, coalesce(figure.period_id::varchar, 'null'), null)},
        {'field': 'activity', 'written': if(period.period_id is not null and known.activity is null, figure.activity, null)},
        {'field': 'status', 'written': if(list_contains(from_json($statuses::json, '["VARCHAR"]'), status), null, status)},
        {'field': 'basis', 'written': if(basis = '' or list_contains(from_json($bases::json, '["VARCHAR"]'), basis), null, basis)},
        {'field': 'amount', 'written': if(isfinite(amount::double), null, amount::varchar)},
        {'field': 'denominator', 'written': if(isfinite(denominator::double) and denominator >= 0, null, denominator::varchar)},
        {'field': 'people', 'written': if(people < 0, people::varchar, null)},
        {'field': 'smallest_part', 'written': if(smallest_part < 0, smallest_part::varchar, null)}
    ], recursive := true)
    from money_figure as figure
    left join period using (period_id)
    left join agreement_activity as known on known.agreement = period.agreement and known.activity = figure.activity
)
select distinct field, written
from judged
where written is not null
order by field, written;
