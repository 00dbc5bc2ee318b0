/*
id: funding_share_paid
version: 1
kind: ratio
unit: share
counts: kronor
title: { sv: Utbetald del av det beviljade, en: Paid part of what was awarded }
definition:
  sv: Hur stor del av det beviljade som kommunen har betalat.
  en: How much of what was awarded the municipality has paid.
numerator:
  sv: Utbetalningar enligt avtalet under perioden.
  en: Payments under the agreement in the period.
denominator:
  sv: Avtalets belopp för perioden, jämnt fördelat över avtalsårets dagar.
  en: The agreement's amount for the period, spread evenly over the days of the agreement year.
placed_by:
  sv: Dagen för utbetalningen, och de dagar av avtalsåret som ligger i perioden.
  en: The day of the payment, and the days of the agreement year that are in the period.
limitation:
  sv: Betalas pengar i förskott kan delen vara större än ett. Se hela avtalet.
  en: Where money is paid in advance, the part may be more than one. See the whole agreement.
better: neither
breakdowns: [total]
needs: [funding]
*/
select
    paid.period_id,
    paid.amount,
    awarded.amount as denominator,
    coalesce(nullif(paid.status, 'ok'), awarded.status) as status
from money as paid
join money as awarded using (period_id)
where
    paid.item = 'funding_paid'
    and paid.activity is null
    and awarded.item = 'funding_awarded'
    and awarded.activity is null
