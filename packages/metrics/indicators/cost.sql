/*
id: cost
version: 1
kind: sum
unit: kronor
counts: kronor
title: { sv: Kostnad, en: Cost }
definition:
  sv: Vad verksamheten har kostat enligt bokföringen, med del av gemensamma kostnader.
  en: What the activities cost according to the books, with their part of shared costs.
numerator:
  sv: Bokförda belopp på avtalets konton och objekt (projekt eller kostnadsställen), eller kostnader som har lämnats utan bokföring.
  en: Amounts booked on the agreement's accounts and objects (projects or cost centres), or costs delivered without books.
excluded:
  sv: Intäkter, andra konton och objekt, och det som är bokfört utanför avtalets tid.
  en: Income, other accounts and objects, and what is booked outside the period of the agreement.
placed_by:
  sv: Bokföringsradens datum.
  en: The date of the bookkeeping row.
limitation:
  sv: Gemensamma kostnader fördelas på insatserna efter den grund som avtalet anger, varje period för sig. Lokaler och ideellt arbete som inte är bokförda ingår inte.
  en: Shared costs are allocated to activities on the basis that the agreement sets, each period by itself. Premises and voluntary work that are not in the books are not included.
better: neither
breakdowns: [total, activity]
terms: [shared_cost]
needs: [costs]
*/
select period_id, activity, amount, people, status, note
from money
where item = 'cost'
