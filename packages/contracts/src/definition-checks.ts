import type { AgreementCheck } from './agreement-check.ts'
import type { Agreement } from './agreement.ts'
import { closest, didYouMean } from './closest.ts'
import { EndReason } from './codes.ts'

/** Which reasons to leave do not count is decided once, for these shares that sum to each other. */
const SAME_REASONS = new Set(['share_to_work', 'share_to_studies', 'share_from_none_to_work_or_studies'])
const DECIDES = 'share_to_work_or_studies'

/** Parameters that would otherwise be passed over in silence, and the figure be another than the one decided. */
export function wrongParameters({ definitions }: Agreement): AgreementCheck[] {
  const decided = JSON.stringify(definitions[DECIDES]?.parameters['excluded_reasons'] ?? [])
  return Object.entries(definitions).flatMap(([id, { parameters }]) => {
    const { excluded_reasons: reasons, include_partner: partner } = parameters
    const at = (...place: (string | number)[]) => ['definitions', id, 'parameters', ...place]
    if (reasons !== undefined && SAME_REASONS.has(id) && JSON.stringify(reasons) !== decided) {
      return [elsewhere(at('excluded_reasons'), id)]
    }
    return [
      ...(reasons === undefined ? [] : unknownReasons(reasons, at('excluded_reasons'))),
      ...(partner === undefined || typeof partner === 'boolean'
        ? []
        : [wrong(at('include_partner'), partner, 'true, false')]),
    ]
  })
}

function unknownReasons(reasons: unknown, path: (string | number)[]): AgreementCheck[] {
  if (!Array.isArray(reasons)) return [wrong(path, reasons, `[${EndReason.options.join(', ')}]`)]
  return reasons.flatMap((reason: unknown, index) =>
    EndReason.safeParse(reason).success
      ? []
      : [
          wrong(
            [...path, index],
            reason,
            EndReason.options.join(', '),
            closest(String(reason), EndReason.options),
          ),
        ],
  )
}

function wrong(path: (string | number)[], written: unknown, what: string, guess?: string): AgreementCheck {
  const said = typeof written === 'string' ? written : JSON.stringify(written)
  return {
    path,
    expected: what,
    ...(guess !== undefined && { closest: guess }),
    sentence: {
      sv: `”${said}” är okänt. Väntat: ${what}.${didYouMean(guess).sv}`,
      en: `"${said}" is not known. Expected: ${what}.${didYouMean(guess).en}`,
    },
  }
}

function elsewhere(path: (string | number)[], id: string): AgreementCheck {
  return {
    path,
    expected: DECIDES,
    sentence: {
      sv: `Vilka avslutsorsaker som inte räknas bestäms under ${DECIDES}, och gäller då även ${id}: andelarna ska gå att lägga ihop. Flytta excluded_reasons dit.`,
      en: `Which reasons to leave do not count is decided under ${DECIDES}, and then holds for ${id} too: the shares must sum. Move excluded_reasons there.`,
    },
  }
}
