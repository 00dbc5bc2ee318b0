import type { Agreement } from '@utfall/contracts'
import type { Hide } from '../pseudonym/hide.ts'
import type { ReadingFault } from '../readers/reader.ts'
import type { SieObject, SieRow, SieVoucher } from './file.ts'

/**
 * Hides identity numbers among the objects (dimension 7 of the format is employees) and in the names of vouchers. An
 * object that the agreement names is none. `faults` tells of the rows, as they are named.
 */
export interface SieHiding {
  readonly name: (voucher: SieVoucher) => SieVoucher
  readonly objects: <Row extends Pick<SieRow, 'line' | 'objects'>>(row: Row) => Row
  readonly faults: () => readonly ReadingFault[]
}

export function startHiding(hide: Hide, { costs }: Agreement): SieHiding {
  const own = new Set(costs.objects.map(({ object }) => object))
  const faults: ReadingFault[] = []
  const hidden = (each: SieObject) => (own.has(each.object) ? each : { ...each, object: hide(each.object) })
  const found = (line: number, field: string) => faults.push({ rule: 'identity_in_text', line, field })
  return {
    name: (voucher) => {
      const { series, number, rows } = voucher
      const name = `${series} ${number}`.trim()
      if (number === '' || hide(name) === name) return voucher
      for (const { line } of rows) found(line, 'voucher')
      return { ...voucher, series: '', number: hide(name) }
    },
    objects: (row) => {
      const objects = row.objects?.map(hidden)
      if (objects === undefined || objects.every(({ object }, at) => object === row.objects?.[at]?.object))
        return row
      found(row.line, 'objects')
      return { ...row, objects }
    },
    faults: () => faults,
  }
}
