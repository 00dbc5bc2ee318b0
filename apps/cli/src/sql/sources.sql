-- What each source has delivered, for `utfall status`.
select
    agreement,
    source_id as source,
    count(*)::integer as deliveries,
    strftime(max(received), '%Y-%m-%d') as last_received,
    strftime(
        max(scope_end) filter (where verdict in ('approved', 'approved_with_remarks')), '%Y-%m-%d'
    ) as covers_to,
    sum(rows_read)::integer as rows_read,
    (
        select count(*)
        from quarantine
        where quarantine.agreement = delivery.agreement and quarantine.source_id = delivery.source_id
    )::integer as quarantined
from delivery
group by agreement, source_id
order by agreement, source_id
