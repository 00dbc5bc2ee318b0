-- What an activity costs by head, hour or visit tells its cost, so it is hidden with it.
update result
set status = 'suppressed'
from cost_item, indicator_header as header
where
    header.id = result.indicator
    and header.counts = 'kronor'
    and header.kind = 'ratio'
    and result.status = 'ok'
    and result.breakdown = 'activity'
    and cost_item.item = 'cost'
    and cost_item.status = 'suppressed'
    and (cost_item.agreement, cost_item.period_type, cost_item.period, cost_item.activity)
    = (result.agreement, result.period_type, result.period, result.category);
