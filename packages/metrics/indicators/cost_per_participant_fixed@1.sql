/*
id: cost_per_participant_fixed
version: 1
kind: ratio
unit: kronor
counts: kronor
title: { sv: Kostnad per deltagare i fasta priser, en: Cost per participant at fixed prices }
definition:
  sv: Kronor per unik deltagare i det första avtalsårets priser, på tre sätt att räkna kostnaden.
  en: Kronor per unique participant at the prices of the agreement's first year, by three ways to reckon the cost.
numerator:
  sv: Det kommunen har betalat, det verksamheten har kostat, eller kostnaden med lokaler in natura och värderade ideella timmar. Varje kalenderårs belopp räknas om med konsumentprisindex till priserna det år då avtalet började.
  en: What the municipality paid, what the activities cost, or that cost with premises in kind and valued volunteer hours. The amount of each calendar year is converted by the consumer price index to the prices of the year in which the agreement began.
denominator:
  sv: Unika deltagare under perioden.
  en: Unique participants in the period.
excluded:
  sv: Egna medel läggs inte till kostnaden. De har redan betalat kostnader som är bokförda.
  en: Own cash is not added to cost. It has already paid for costs that are booked.
placed_by:
  sv: Dagen för betalningen eller kostnaden, och dagen för närvaron.
  en: The day of the payment or cost, and the day of attendance.
limitation:
  sv: Priserna är hushållens i genomsnitt över ett år. Löner och hyror kan ha stigit mer eller mindre. Ett år som ännu inte har något index går inte att räkna om.
  en: The prices are those of households, on average over a year. Wages and rents may have risen more or less. A year that has no index yet cannot be converted.
origin: SCB, konsumentprisindex, årsmedeltal
better: neither
breakdowns: [total]
terms: [shared_cost, volunteer_rate]
needs: [attendance]
*/
with fixed as (
    select
        yearly_cost.period_id,
        yearly_cost.basis,
        sum(yearly_cost.amount * price_change.factor)::decimal(18, 2) as amount,
        string_agg(yearly_cost.year, ' ' order by yearly_cost.year)
            filter (price_change.factor is null) as without_index
    from yearly_cost
    join period using (period_id)
    left join price_change using (agreement, year)
    group by all
)
select
    cost_base.period_id,
    cost_base.basis,
    coalesce(fixed.amount, 0) as amount,
    counted.value as denominator,
    counted.people,
    counted.smallest_part,
    case
        when cost_base.status <> 'ok' then cost_base.status
        when fixed.without_index is not null then 'not_computable'
        else counted.status
    end as status,
    'no_price_index=' || fixed.without_index as note
from cost_base
join counted_figure as counted on counted.period_id = cost_base.period_id and counted.activity is null
left join fixed on fixed.period_id = cost_base.period_id and fixed.basis = cost_base.basis
where cost_base.activity is null and counted.indicator = 'unique_participants'
