/*
id: funding_awarded
version: 1
kind: sum
unit: kronor
counts: kronor
title: { sv: Beviljat av kommunen, en: Awarded by the municipality }
definition:
  sv: Det belopp som avtalet ger föreningen från kommunen för perioden.
  en: The amount that the agreement gives the association from the municipality for the period.
numerator:
  sv: Avtalets belopp för varje avtalsår, jämnt fördelat över årets dagar.
  en: The agreement's amount for each agreement year, spread evenly over its days.
excluded:
  sv: Dagar efter den dag som uppgifterna gäller. Det föreningen själv har lovat räknas inte hit.
  en: Days after the day that the figures speak of. What the association itself has promised is not included.
placed_by:
  sv: De dagar av avtalsåret som ligger i perioden.
  en: The days of the agreement year that are in the period.
limitation:
  sv: Talet säger vad som är lovat, inte vad som är utbetalt eller använt.
  en: The figure says what is promised, not what is paid or spent.
better: neither
breakdowns: [total]
*/
select period_id, amount, status, note
from money
where item = 'funding_awarded' and activity is null
