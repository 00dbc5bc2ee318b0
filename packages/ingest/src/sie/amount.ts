/** An amount as bookkeeping programs write it: point or comma, and zeros beyond the öre at most. */
const AMOUNT = /^(?<sign>[+-]?)(?<kronor>\d*)(?:[.,](?<ore>\d{0,2})0*)?$/

/** Whole öre, exact; undefined when the text is no amount in kronor and öre. */
export function oreOf(text: string): bigint | undefined {
  const { sign, kronor = '', ore = '' } = AMOUNT.exec(text)?.groups ?? {}
  if (kronor === '' && ore === '') return undefined
  const size = BigInt(kronor || '0') * 100n + BigInt(ore.padEnd(2, '0'))
  return sign === '-' ? -size : size
}

/** Öre as a decimal text in kronor: `-133.00`. */
export function kronorOf(ore: bigint): string {
  const size = ore < 0n ? -ore : ore
  return `${ore < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
