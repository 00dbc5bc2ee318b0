import type { Shape } from './shapes.ts'

/** The columns that `keyed` adds. `more`: columns that are part of the key here. */
export function keyNames({ key, repeatable }: Shape, more: readonly string[] = []): string[] {
  const names = [...key, ...more].map((_, index) => `key_${index + 1}`)
  return repeatable === null ? names : [...names, 'key_order']
}

/**
 * Rows (a SELECT with a column `place`) with their key in columns `key_1` …, and `key_order` where equal keys are told
 * apart by their order: that of what they say, so that it is the same whichever deliveries the rows came with.
 */
export function keyed(shape: Shape, rows: string, more: readonly string[] = []): string {
  const keys = [...shape.key, ...more].map((sql, index) => `${sql} as key_${index + 1}`).join(', ')
  if (shape.repeatable === null) return `select *, ${keys} from (${rows})`
  const names = shape.key.map((_, index) => `key_${index + 1}`).join(', ')
  const order = [...(shape.order ?? []), 'place'].join(', ')
  return `
    select *, case when ${shape.repeatable} then row_number() over (partition by ${names} order by ${order}) else 1 end as key_order
    from (select *, ${keys} from (${rows}))`
}
