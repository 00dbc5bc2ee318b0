/*
id: funding_paid
version: 1
kind: sum
unit: kronor
counts: kronor
title: { sv: Utbetalt av kommunen, en: Paid by the municipality }
definition:
  sv: Det som kommunen har betalat till föreningen under perioden.
  en: What the municipality paid the association in the period.
numerator:
  sv: Utbetalningar enligt avtalet.
  en: Payments under the agreement.
excluded:
  sv: Utbetalningar före avtalets första dag eller efter dess sista.
  en: Payments before the first day of the agreement or after its last.
placed_by:
  sv: Dagen för utbetalningen.
  en: The day of the payment.
limitation:
  sv: Betalas pengar i förskott skiljer sig perioden från det beviljade. Se hela avtalet.
  en: Where money is paid in advance, a period differs from what was awarded. See the whole agreement.
better: neither
breakdowns: [total]
needs: [funding]
*/
select period_id, amount, status, note
from money
where item = 'funding_paid' and activity is null
