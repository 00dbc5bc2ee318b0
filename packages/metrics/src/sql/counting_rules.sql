-- Beside each figure that a counting rule decides stands which: of an activity its own, of anything else those of all
-- activities. It is a term of the agreement and tells nothing of anyone. A note that a correction waits stands alone,
-- and a row that stands as it was published has its rule already.
update result
set note = concat_ws(' ', nullif(result.note, ''), 'counting_rule=' || ruled.rules)
from (
    select agreement, activity, counting_rule as rules from agreement_activity
    union all
    select agreement, null, string_agg(distinct counting_rule, '+' order by counting_rule)
    from agreement_activity
    group by agreement
) as ruled,
    indicator_header as header
where
    header.id = result.indicator
    and list_contains(header.terms, 'counting_rule')
    and ruled.agreement = result.agreement
    and ruled.activity is not distinct from if(result.breakdown = 'activity', result.category, null)
    and result.status = 'ok'
    and result.note <> 'correction_waits'
    and not contains(result.note, 'counting_rule=');
