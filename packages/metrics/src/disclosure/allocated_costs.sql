-- A shared cost is allocated by hours, visits or sessions, and total cost is public: so a part tells what its activity has
-- of them, and what all have. It is shown where both are.
update cost_item
set amount = null, status = 'suppressed'
from agreement_terms as terms
where
    terms.agreement = cost_item.agreement
    and (
        is_small(cost_item.people, terms.threshold)
        or exists (
            from result
            where
                result.indicator = cost_item.allocated_by
                and result.status = 'suppressed'
                and (result.agreement, result.period_type, result.period)
                = (cost_item.agreement, cost_item.period_type, cost_item.period)
                and (result.breakdown = 'total' or (result.breakdown = 'activity' and result.category = cost_item.activity))
        )
    );
