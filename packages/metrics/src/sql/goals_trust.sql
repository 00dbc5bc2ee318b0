-- What counts goals is as sure as the least sure of the figures that they were judged on.
update result
set trust = case
    when result.status <> 'ok' then 'withheld'
    when exists (
        from goal
        where
            goal.agreement = result.agreement and goal.verdict <> 'cannot_be_judged' and goal.trust = 'limited'
    ) then 'limited'
    else 'good'
end
from indicator_header as header
where header.id = result.indicator and header.counts = 'goals';
