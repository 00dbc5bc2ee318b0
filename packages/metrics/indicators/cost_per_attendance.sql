/*
id: cost_per_attendance
version: 1
kind: ratio
unit: kronor
counts: kronor
title: { sv: Kostnad per deltagartillfälle, en: Cost per attendance }
definition:
  sv: Kronor per deltagartillfälle, på tre sätt att räkna kostnaden.
  en: Kronor per attendance, by three ways to reckon the cost.
numerator:
  sv: Det kommunen har betalat, det verksamheten har kostat, eller kostnaden med lokaler in natura och värderade ideella timmar. De tre visas sida vid sida. För en insats räknas bara kostnaden.
  en: What the municipality paid, what the activities cost, or that cost with premises in kind and valued volunteer hours. The three stand side by side. An activity has the cost alone.
denominator:
  sv: Deltagartillfällen enligt insatsernas räkneregler.
  en: Attendances by the counting rules of the activities.
excluded:
  sv: Egna medel läggs inte till kostnaden. De har redan betalat kostnader som är bokförda.
  en: Own cash is not added to cost. It has already paid for costs that are booked.
placed_by:
  sv: Dagen för betalningen eller kostnaden, och dagen för närvaron eller besöket.
  en: The day of the payment or cost, and the day of the attendance or visit.
limitation:
  sv: Räkneregeln avgör talet. Verksamheter med olika regler går inte att jämföra.
  en: The counting rule decides the figure. Activities under different rules cannot be compared.
better: neither
breakdowns: [total, activity]
terms: [counting_rule, shared_cost, volunteer_rate]
needs: [attendance, headcount]
*/
select
    cost_base.period_id,
    cost_base.activity,
    cost_base.basis,
    cost_base.amount,
    counted.value as denominator,
    counted.people,
    least(counted.smallest_part, cost_base.people) as smallest_part,
    coalesce(nullif(cost_base.status, 'ok'), counted.status) as status
from cost_base
join counted_figure as counted on
    counted.period_id = cost_base.period_id
    and counted.activity is not distinct from cost_base.activity
where counted.indicator = 'attendances'
